//! Reports of exceptions, as CPython 3.13 prints them: tracebacks with source lines and carets (PEP 657), chained exceptions, groups, notes,
//! suggestions.
#![forbid(unsafe_code)]

mod carets;
mod frames;
mod links;
mod suggestions;
mod syntax;

pub use carets::block as marked_lines;
pub use suggestions::hint;
pub use syntax::marked_line as marked_syntax;

use super::function::BuiltinFunction;
use super::protocol;
use super::state::interpreter;
use crate::object::{Builtin, Class, Res, Str, Thread, Value, names};

/// Chained or nested exceptions beyond this number are left out.
const MOST_LINKED: usize = 1000;
/// Groups nested deeper are left out.
const GROUP_DEPTH: usize = 10;

/// Writes text to `sys.stderr`; an exception in that is dropped, since there is nowhere left to report it.
pub fn write_error(thread: &Thread, text: &[u8]) {
    let write = || -> Res<()> {
        let sys = interpreter(thread).sys.get();
        let stderr = sys
            .as_dict()
            .and_then(|dict| dict.get_str(thread, names::STDERR.value()));
        if let Some(stderr) = stderr.filter(|stream| !stream.is_none()) {
            let text = Str::from_bytes(thread, text)?;
            protocol::call_method(thread, &stderr, names::WRITE.value(), &[text])?;
        }
        Ok(())
    };
    quietly(thread, write());
}

/// The value of a result; an exception is dropped.
fn quietly<T>(thread: &Thread, result: Res<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(raised) => {
            drop(thread.take_raised(raised));
            None
        }
    }
}

/// Reports an exception in a finaliser or callback of `object`, through `sys.unraisablehook` if the program has replaced it.
pub fn unraisable(thread: &Thread, exception: &Value, object: &Value) {
    tell_unraisable(thread, exception, None, object);
}

/// As [`unraisable`], for a callback that is named in the report's first line, which says what called it.
pub fn unraisable_from(thread: &Thread, exception: &Value, caller: &str, callback: &Value) {
    let shown = quietly(thread, protocol::repr(thread, callback));
    let shown = shown.as_ref().and_then(Value::as_str_object);
    let message = format!(
        "Exception ignored in {caller} {}",
        shown.map_or_else(Default::default, Str::to_text)
    );
    tell_unraisable(thread, exception, Some(&message), &Value::NONE);
}

fn tell_unraisable(thread: &Thread, exception: &Value, message: Option<&str>, object: &Value) {
    let call_hook = || -> Res<bool> {
        let name = thread.intern(b"unraisablehook")?;
        let sys = interpreter(thread).sys.get();
        let hook = sys.as_dict().and_then(|dict| dict.get_str(thread, &name));
        let Some(hook) = hook.filter(|hook| !is_native(hook, "unraisablehook")) else {
            return Ok(false);
        };
        let class = Builtin::SimpleNamespace;
        let info = thread.alloc_instance(class.get(), crate::object::instance::Plain)?;
        let traceback = exception.as_exception().and_then(|e| e.traceback.load());
        for (name, value) in [
            ("exc_type", thread.class_object(exception)),
            ("exc_value", exception.clone()),
            ("exc_traceback", traceback.unwrap_or(Value::NONE)),
            (
                "err_msg",
                match message {
                    Some(text) => Str::new_value(thread, text)?,
                    None => Value::NONE,
                },
            ),
            ("object", object.clone()),
        ] {
            let name = thread.intern(name.as_bytes())?;
            thread.set_instance_attribute(&info, &name, value)?;
        }
        protocol::call_positional(thread, &hook, &[info])?;
        Ok(true)
    };
    if quietly(thread, call_hook()) != Some(true) {
        report_unraisable(thread, exception, message, object);
    }
}

/// Whether a hook is the native function of this name, whose work is done without calling it.
pub fn is_native(hook: &Value, name: &str) -> bool {
    hook.payload::<BuiltinFunction>()
        .is_some_and(|function| function.def.name == name)
}

/// What `sys.unraisablehook` does unless it is replaced.
pub fn report_unraisable(
    thread: &Thread,
    exception: &Value,
    message: Option<&str>,
    object: &Value,
) {
    let mut text = message
        .unwrap_or("Exception ignored in")
        .as_bytes()
        .to_vec();
    text.push(b':');
    if !object.is_none() {
        let shown = quietly(thread, protocol::repr(thread, object));
        text.push(b' ');
        text.extend_from_slice(
            shown
                .as_ref()
                .and_then(Value::as_str_object)
                .map_or(&b"<object repr() failed>"[..], Str::as_bytes),
        );
    }
    text.push(b'\n');
    text.extend(short_text(thread, exception));
    write_error(thread, &text);
}

/// An exception by itself: where it was raised, its class and what it says, without marks, chain, notes or parts.
fn short_text(thread: &Thread, exception: &Value) -> Vec<u8> {
    let mut entries = Vec::new();
    let mut text = Vec::new();
    if frames::write(thread, exception, false, &mut entries) {
        text.extend_from_slice(b"Traceback (most recent call last):\n");
        text.append(&mut entries);
    }
    text.extend(class_name(thread, thread.class_of(exception)).into_bytes());
    text.extend_from_slice(b": ");
    text.extend(shown(thread, exception));
    text.push(b'\n');
    text
}

/// The report of an exception with everything it is chained to.
pub fn exception_text(thread: &Thread, exception: &Value) -> Vec<u8> {
    let mut report = Report {
        thread,
        out: Vec::new(),
        margin: String::new(),
        nodes: links::collect(thread, exception),
    };
    report.chain(0);
    report.out
}

/// The text of a value that is shown, or a mark that it cannot be.
fn shown(thread: &Thread, value: &Value) -> Vec<u8> {
    match quietly(thread, protocol::str_of(thread, value)) {
        Some(text) => text
            .as_str_object()
            .map_or_else(Vec::new, |s| s.as_bytes().to_vec()),
        None => b"<exception str() failed>".to_vec(),
    }
}

/// The name of an exception's class: with its module, unless that is `builtins` or `__main__`.
fn class_name(thread: &Thread, class: &Class) -> String {
    let object = class.object();
    let text = |name: &Value| {
        let value = quietly(thread, protocol::get_attr_opt(thread, &object, name)).flatten();
        value.and_then(|v| v.as_str().map(str::to_owned))
    };
    let qualname = text(names::QUALNAME.value()).unwrap_or_else(|| class.name_text());
    match text(names::MODULE.value()).as_deref() {
        Some("builtins" | "__main__") | None => qualname,
        Some(module) => format!("{module}.{qualname}"),
    }
}

struct Report<'t> {
    thread: &'t Thread,
    out: Vec<u8>,
    /// What each line begins with: the lanes of exception groups.
    margin: String,
    /// What is shown, and in which place.
    nodes: Vec<links::Node>,
}

impl Report<'_> {
    fn line(&mut self, bytes: &[u8]) {
        for line in bytes.split_inclusive(|b| *b == b'\n') {
            self.out.extend_from_slice(self.margin.as_bytes());
            self.out.extend_from_slice(line);
        }
        if bytes.last() != Some(&b'\n') {
            self.out.push(b'\n');
        }
    }

    /// An exception with its causes and contexts, the first one first.
    fn chain(&mut self, node: usize) {
        let mut chain = vec![(node, "")];
        while let Some((at, text)) = chain.last_mut()
            && let Some((before, between)) = self.nodes[*at].before
        {
            *text = between;
            chain.push((before, ""));
            if chain.len() > MOST_LINKED {
                break;
            }
        }
        for (i, &(at, text)) in chain.iter().enumerate().rev() {
            if i + 1 < chain.len() {
                self.line(b"\n");
                self.line(text.as_bytes());
                self.line(b"\n");
            }
            self.one(at);
        }
    }

    /// One exception: traceback, class, message, notes, members.
    fn one(&mut self, node: usize) {
        let thread = self.thread;
        let exception = &self.nodes[node].exception.clone();
        let class = thread.class_of(exception);
        let is_group = class.is_subclass_of(Builtin::BaseExceptionGroup.class());
        let outermost = is_group && self.margin.is_empty();
        if is_group && self.margin.len() > 2 * GROUP_DEPTH + 2 {
            self.line(format!("... (max_group_depth is {GROUP_DEPTH})").as_bytes());
            return;
        }
        if outermost {
            self.margin = "  | ".to_owned();
        }
        let mut traceback = Vec::new();
        let has_traceback = frames::write(thread, exception, true, &mut traceback);
        if has_traceback {
            if is_group {
                let title = b"Exception Group Traceback (most recent call last):\n";
                if outermost {
                    self.out.extend_from_slice(b"  + ");
                    self.out.extend_from_slice(title);
                } else {
                    self.line(title);
                }
            } else {
                self.line(b"Traceback (most recent call last):\n");
            }
            self.line(&traceback);
        }
        let is_syntax = class.is_subclass_of(Builtin::SyntaxError.class());
        let mut message = if is_syntax {
            syntax::text(thread, exception)
        } else {
            None
        };
        if message.is_none() {
            let mut text = class_name(thread, class).into_bytes();
            let shown = shown(thread, exception);
            let traceback = exception.as_exception().and_then(|e| e.traceback.load());
            let hint = hint(thread, exception, traceback.as_ref());
            if !shown.is_empty() || hint.is_some() {
                text.extend_from_slice(b": ");
                text.extend_from_slice(&shown);
            }
            text.extend(hint.unwrap_or_default().into_bytes());
            message = Some(text);
        }
        self.line(&message.unwrap_or_default());
        self.notes(exception);
        if is_group {
            self.members(node);
        }
        if outermost {
            self.margin.clear();
        }
    }

    fn notes(&mut self, exception: &Value) {
        let thread = self.thread;
        let notes = quietly(
            thread,
            protocol::get_attr_opt(thread, exception, names::NOTES.value()),
        )
        .flatten();
        let Some(notes) = notes else { return };
        let items = match (notes.as_list(), notes.as_tuple()) {
            (Some(list), _) => quietly(thread, list.to_vec(thread)).unwrap_or_default(),
            (None, Some(items)) => items.to_vec(),
            (None, None) => {
                let text = quietly(thread, protocol::repr(thread, &notes));
                let text = text
                    .as_ref()
                    .and_then(Value::as_str_object)
                    .map_or(&[][..], Str::as_bytes)
                    .to_vec();
                self.line(&text);
                return;
            }
        };
        for note in items {
            let text = match note.as_str_object() {
                Some(text) => text.as_bytes().to_vec(),
                None => match quietly(thread, protocol::str_of(thread, &note)) {
                    Some(text) => text
                        .as_str_object()
                        .map_or_else(Vec::new, |s| s.as_bytes().to_vec()),
                    None => b"<note str() failed>".to_vec(),
                },
            };
            for line in text.split(|b| *b == b'\n') {
                self.line(line);
            }
        }
    }

    /// The members of a group, each in a lane of its own.
    fn members(&mut self, group: usize) {
        const WIDTH: usize = 15;
        let members = std::mem::take(&mut self.nodes[group].members);
        let outer = self.margin.clone();
        // "  | " becomes "    | " for the members.
        let indent = " ".repeat(outer.len() - 2);
        let shown_count = members.len().min(WIDTH + 1);
        for (i, &member) in members.iter().take(shown_count).enumerate() {
            let cut = i == WIDTH;
            let title = if cut {
                "...".to_owned()
            } else {
                (i + 1).to_string()
            };
            let opening = if i == 0 { "+-" } else { "  " };
            self.out.extend_from_slice(
                format!("{indent}{opening}+---------------- {title} ----------------\n").as_bytes(),
            );
            self.margin = format!("{indent}  | ");
            if cut {
                let rest = members.len() - WIDTH;
                let plural = if rest == 1 { "" } else { "s" };
                self.line(format!("and {rest} more exception{plural}").as_bytes());
            } else if self.thread.stack_is_low() {
                self.line(b"...");
            } else {
                let before = self.out.len();
                self.chain(member);
                // A member that is a group has closed its own lane, which closes this one.
                let closed = is_closed(&self.out[before..]);
                if i + 1 == shown_count && closed {
                    self.margin = outer;
                    return;
                }
            }
        }
        self.out.extend_from_slice(
            format!("{indent}  +------------------------------------\n").as_bytes(),
        );
        self.margin = outer;
    }
}

/// Whether the text ends with the closing line of a group's lanes.
fn is_closed(text: &[u8]) -> bool {
    text.ends_with(b"+------------------------------------\n")
}
