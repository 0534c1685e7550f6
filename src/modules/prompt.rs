//! `_prompt`: reading lines with the editor of the program that embeds the interpreter, if it has one.
#![forbid(unsafe_code)]

use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value};
use crate::runtime::gil::{self, Reason};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol;
use std::sync::OnceLock;

/// What reading a line has given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Line {
    /// A line, without its end.
    Text(String),
    /// The end of the input.
    End,
    /// Ctrl-C.
    Interrupted,
}

/// Reads lines at a terminal.
pub trait LineEditor: Send + Sync {
    /// Reads a line behind a prompt; `names` are what words are completed to. Called without the lock.
    fn read_line(&self, prompt: &str, names: Vec<String>) -> Line;
}

/// The terminal is the process's, and so is its editor.
static EDITOR: OnceLock<Box<dyn LineEditor>> = OnceLock::new();

/// Names the editor; the first one stays.
pub fn provide(editor: Box<dyn LineEditor>) {
    let _ = EDITOR.set(editor);
}

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_prompt",
    doc: "Lines that are typed at a prompt.",
    functions: &[
        NativeDef::function("has_editor", "()", has_editor)
            .doc("Whether lines can be read with an editor."),
        NativeDef::function("read_line", "(prompt, names, /)", read_line).doc(
            "Reads a line with the editor; names are what words are completed to.\n\
            EOFError at the end of the input, KeyboardInterrupt for Ctrl-C.",
        ),
    ],
    init: None,
};

fn has_editor(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::from_bool(EDITOR.get().is_some()))
}

fn read_line(thread: &Thread, args: &[Value]) -> Res {
    let Some(editor) = EDITOR.get() else {
        return Err(thread.error(Builtin::RuntimeError, "there is no line editor"));
    };
    let Some(prompt) = args[0].as_str_object() else {
        return Err(thread.type_error("the prompt must be a string"));
    };
    let prompt = prompt.to_text().into_owned();
    let names = protocol::collect(thread, &args[1])?;
    let names = names
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    match gil::blocking(thread, Reason::Io, || editor.read_line(&prompt, names)) {
        Line::Text(text) => Str::new_value(thread, &text),
        Line::End => Err(thread.error(Builtin::EOFError, "EOF when reading a line")),
        Line::Interrupted => Err(thread.error(Builtin::KeyboardInterrupt, "")),
    }
}
