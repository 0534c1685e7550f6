//! `print`.

use crate::modules::{io, sys};
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value, names};
use crate::runtime::protocol;

/// The table line.
pub const PRINT: NativeDef = NativeDef::function(
    "print",
    "(*args, sep=' ', end='\\n', file=None, flush=False)",
    print,
)
.doc(
    "Writes the values as text to a stream, sys.stdout if none is given.\n\n\
    \x20 sep\n\
    \x20   between two values.\n\
    \x20 end\n\
    \x20   behind the last one.\n\
    \x20 file\n\
    \x20   an object with a method write(text).\n\
    \x20 flush\n\
    \x20   whether to flush the stream afterwards.",
);

fn print(thread: &Thread, args: &[Value]) -> Res {
    let (options, values) = args.split_at(4);
    let text_option = |value: &Value, name: &str, default: &'static str| -> Res<Value> {
        match value.bound() {
            Some(value) if value.as_str_object().is_some() => Ok(value.clone()),
            Some(value) if !value.is_none() => {
                let class = thread.class_of(value).name_text();
                Err(thread.type_error(format!("{name} must be None or a string, not {class}")))
            }
            _ => Str::new_value(thread, default),
        }
    };
    let file = match options[2].bound() {
        Some(file) if !file.is_none() => file.clone(),
        _ => match sys::get(thread, names::STDOUT.value()) {
            Some(stdout) => stdout,
            None => return Err(thread.error(Builtin::RuntimeError, "lost sys.stdout")),
        },
    };
    if file.is_none() {
        return Ok(Value::NONE);
    }
    let separator = text_option(&options[0], "sep", " ")?;
    let end = text_option(&options[1], "end", "\n")?;
    let native = io::plain_text(thread, &file);
    let put = |value: &Value| -> Res<()> {
        match native {
            Some(stream) => io::write_value(thread, &file, stream, value),
            None => protocol::call_method(
                thread,
                &file,
                names::WRITE.value(),
                std::slice::from_ref(value),
            )
            .map(drop),
        }
    };
    for (i, value) in values.iter().enumerate() {
        if i > 0 {
            put(&separator)?;
        }
        put(&protocol::str_of(thread, value)?)?;
    }
    put(&end)?;
    if let Some(flush) = options[3].bound()
        && protocol::truth(thread, flush)?
    {
        protocol::call_method(thread, &file, names::FLUSH.value(), &[])?;
    }
    Ok(Value::NONE)
}
