//! `format` and `format_map`: filling in replacement fields. Templates are parsed by `base::format::template`.
#![forbid(unsafe_code)]

use super::value::{exact, this};
use crate::base::format::template::{
    Conversion, Field, First, MAX_DEPTH, Numbering, Step, Template, no_such_argument, split_name,
    too_deep,
};
use crate::object::{Builtin, Res, Str, Thread, Value};
use crate::runtime::protocol::convert::decimal;
use crate::runtime::protocol::format::append_exact;
use crate::runtime::protocol::{ascii, format as format_object, get_attr, get_item, repr, str_of};
use crate::runtime::raise;
use crate::types::text::args::type_name;

/// Where fields take their values from.
struct Source<'a> {
    /// The positional arguments; None for `format_map`.
    positional: Option<&'a [Value]>,
    /// The keyword arguments, or the mapping.
    named: Option<&'a Value>,
}

struct Formatter<'a> {
    thread: &'a Thread,
    source: Source<'a>,
    numbering: Numbering,
}

/// `self.format(*args, **kwargs)`
pub fn format(thread: &Thread, args: &[Value]) -> Res {
    let source = Source {
        positional: Some(&args[2..]),
        named: args[1].bound(),
    };
    expand(thread, &args[0], source)
}

/// `self.format_map(mapping)`
pub fn format_map(thread: &Thread, args: &[Value]) -> Res {
    let source = Source {
        positional: None,
        named: Some(&args[1]),
    };
    expand(thread, &args[0], source)
}

/// `self.__format__(format_spec)`
pub fn format_self(thread: &Thread, args: &[Value]) -> Res {
    let Some(spec) = args[1].as_str_object() else {
        return Err(thread.type_error(format!(
            "__format__() argument must be str, not {}",
            type_name(thread, &args[1])
        )));
    };
    if spec.is_empty() {
        return if args[0].is_exact(Builtin::Str) {
            exact(thread, &args[0])
        } else {
            str_of(thread, &args[0])
        };
    }
    let name = thread.class_of(&args[0]).name_text();
    crate::runtime::protocol::format::format_str(thread, this(&args[0]), spec.as_bytes(), &name)
}

fn expand(thread: &Thread, value: &Value, source: Source<'_>) -> Res {
    let template = this(value);
    if memchr::memchr2(b'{', b'}', template.as_bytes()).is_none() {
        // Nothing to do: the template itself, even of a subclass.
        return Ok(value.clone());
    }
    let mut formatter = Formatter {
        thread,
        source,
        numbering: Numbering::default(),
    };
    let mut out = Vec::with_capacity(template.byte_len().min(1 << 16) + 32);
    formatter.expand(template.as_bytes(), &mut out, MAX_DEPTH)?;
    Str::from_bytes(thread, &out)
}

impl Formatter<'_> {
    /// Expands a template, or a spec that holds fields.
    fn expand(&mut self, template: &[u8], out: &mut Vec<u8>, depth: usize) -> Res<()> {
        if depth == 0 {
            return Err(raise::base_error(self.thread, too_deep()));
        }
        for piece in Template::new(template) {
            let piece = raise::lift(self.thread, piece)?;
            push(self.thread, out, piece.literal)?;
            if let Some(field) = piece.field {
                self.field(&field, out, depth)?;
            }
        }
        Ok(())
    }

    fn field(&mut self, field: &Field<'_>, out: &mut Vec<u8>, depth: usize) -> Res<()> {
        let thread = self.thread;
        let mut value = self.value(field.name)?;
        if let Some(c) = field.conversion {
            value = match raise::lift(thread, Conversion::from_point(c))? {
                Conversion::Str => str_of(thread, &value)?,
                Conversion::Repr => repr(thread, &value)?,
                Conversion::Ascii => ascii(thread, &value)?,
            };
        }
        if !field.nested {
            return push_formatted(thread, out, &value, field.spec);
        }
        let mut spec = Vec::new();
        self.expand(field.spec, &mut spec, depth - 1)?;
        push_formatted(thread, out, &value, &spec)
    }

    /// The value that a field names.
    fn value(&mut self, name: &[u8]) -> Res {
        let thread = self.thread;
        let (first, steps) = raise::lift(thread, split_name(name))?;
        let index = raise::lift(thread, self.numbering.resolve(first))?;
        let mut value = match (index, self.source.positional, first) {
            (Some(_), None, _) => {
                return Err(thread.value_error("Format string contains positional fields"));
            }
            (Some(index), Some(values), _) => match values.get(index) {
                Some(value) => value.clone(),
                None => return Err(raise::base_error(thread, no_such_argument(index))),
            },
            (None, _, First::Name(name)) => {
                let key = Str::from_bytes(thread, name)?;
                match self.source.named {
                    Some(named) => get_item(thread, named, &key)?,
                    None => return Err(raise::key_error(thread, &key)),
                }
            }
            (None, _, _) => return Ok(Value::NONE),
        };
        for step in steps {
            value = match raise::lift(thread, step)? {
                Step::Attribute(name) => get_attr(thread, &value, &thread.intern(name)?)?,
                Step::Index(index) => get_item(thread, &value, &thread.int_from_usize(index)?)?,
                Step::Key(key) => get_item(thread, &value, &Str::from_bytes(thread, key)?)?,
            };
        }
        Ok(value)
    }
}

fn push(thread: &Thread, out: &mut Vec<u8>, text: &[u8]) -> Res<()> {
    if out.capacity() - out.len() < text.len() {
        thread.check_memory(out.len().saturating_add(text.len()))?;
        if out.try_reserve(text.len()).is_err() {
            return Err(thread.memory_error());
        }
    }
    out.extend_from_slice(text);
    Ok(())
}

/// Appends `format(value, spec)`.
fn push_formatted(thread: &Thread, out: &mut Vec<u8>, value: &Value, spec: &[u8]) -> Res<()> {
    if spec.is_empty() {
        if value.is_exact(Builtin::Str) {
            return push(thread, out, this(value).as_bytes());
        }
        if let Some(int) = value.as_small_int() {
            return push(thread, out, decimal(int, &mut [0; 20]));
        }
    } else if let Some(done) = append_exact(thread, out, value, spec) {
        return done;
    }
    let text = format_object(thread, value, &Str::from_bytes(thread, spec)?)?;
    match text.as_str_object() {
        Some(text) => push(thread, out, text.as_bytes()),
        None => Ok(()),
    }
}
