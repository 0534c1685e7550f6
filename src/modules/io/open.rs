//! `open`: which classes make a file, and the standard streams.
#![forbid(unsafe_code)]

use super::{base, buffered, call, file_io, named, text};
use crate::object::class::CallArgs;
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Value, names};
use crate::runtime::classes::{ClassDef, once};
use crate::runtime::module::native_function;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::protocol::{self, call_positional};
use crate::runtime::{raise, warnings};
use crate::types::text::args::{c_int, type_name};

static OPEN: NativeDef = NativeDef::function(
    "open",
    "(file, mode='r', buffering=-1, encoding=None, errors=None,\n\
    \x20    newline=None, closefd=True, opener=None)",
    open,
)
.doc(
    "Opens a file, by its path or descriptor.\n\n\
    \x20 mode\n\
    \x20   'r' reads, 'w' writes and empties the file first, 'x' makes a new file, 'a'\n\
    \x20   writes at the end; '+' does both. 't' is text, 'b' bytes.\n\
    \x20 buffering\n\
    \x20   how many bytes are read ahead or kept; 0: none, 1: lines of text.\n\
    \x20 encoding, errors, newline\n\
    \x20   how bytes stand for text, see TextIOWrapper.\n\
    \x20 closefd\n\
    \x20   whether a descriptor that is given is closed with the file.\n\
    \x20 opener\n\
    \x20   a function that opens the file: it gets path and flags, and returns a\n\
    \x20   descriptor.",
);

/// The function, which is the same object here and among the built-in names.
///
/// # Errors
/// MemoryError
pub fn open_function(thread: &Thread) -> Res {
    static PLACE: ClassDef = ClassDef {
        name: "_io.open",
        ..ClassDef::DEFAULT
    };
    once(thread, &PLACE, |thread, _| {
        native_function(thread, &OPEN, Some(&named(thread, "_io")?))
    })
}

/// `open_code`.
pub const OPEN_CODE: NativeDef = NativeDef::function("open_code", "(path)", open_code)
    .doc("Opens a file of source text for reading bytes.");

/// `text_encoding`.
pub const TEXT_ENCODING: NativeDef = NativeDef::function(
    "text_encoding",
    "(encoding, stacklevel=2, /)",
    text_encoding,
)
.doc("The encoding that a file of text is opened with if this one is asked for.");

/// What a mode says.
struct Mode {
    raw: String,
    text: String,
    is_binary: bool,
    updates: bool,
    writes: bool,
}

fn mode_of(thread: &Thread, mode: &str) -> Res<Mode> {
    let is_unknown = mode.chars().any(|c| !"xrwabt+".contains(c));
    let repeats = mode
        .char_indices()
        .any(|(at, c)| mode[at + c.len_utf8()..].contains(c));
    if is_unknown || repeats {
        return Err(thread.value_error(format!("invalid mode: '{mode}'")));
    }
    let has = |c: char| mode.contains(c);
    if has('t') && has('b') {
        return Err(thread.value_error("can't have text and binary mode at once"));
    }
    let kinds: Vec<char> = "xrwa".chars().filter(|c| has(*c)).collect();
    if kinds.len() > 1 {
        return Err(thread.value_error("must have exactly one of create/read/write/append mode"));
    }
    let mut raw: String = kinds.iter().collect();
    if has('+') {
        raw.push('+');
    }
    Ok(Mode {
        raw,
        text: mode.to_owned(),
        is_binary: has('b'),
        updates: has('+'),
        writes: has('x') || has('w') || has('a'),
    })
}

/// A str argument that may be None.
fn check_text(thread: &Thread, value: &Value, name: &str, what: &str) -> Res<bool> {
    let Some(value) = value.bound().filter(|value| !value.is_none()) else {
        return Ok(false);
    };
    match value.as_str_object() {
        Some(text) if text.as_bytes().contains(&0) => {
            Err(thread.value_error("embedded null character"))
        }
        Some(_) => Ok(true),
        None => Err(thread.type_error(format!(
            "open() argument '{name}' must be {what}, not {}",
            type_name(thread, value)
        ))),
    }
}

fn open(thread: &Thread, args: &[Value]) -> Res {
    check_text(thread, &args[1], "mode", "str")?;
    let mode = match args[1].bound() {
        Some(mode) if mode.is_none() => {
            return Err(thread.type_error("open() argument 'mode' must be str, not None"));
        }
        Some(mode) => mode.as_str_object().map(|mode| mode.to_text().into_owned()),
        None => None,
    };
    let buffering = match args[2].bound() {
        Some(size) => i64::from(c_int(thread, size)?),
        None => -1,
    };
    let has_encoding = check_text(thread, &args[3], "encoding", "str or None")?;
    let has_errors = check_text(thread, &args[4], "errors", "str or None")?;
    let has_newline = check_text(thread, &args[5], "newline", "str or None")?;
    let is_number = args[0].as_int().is_some()
        || args[0].as_float().is_some()
        || thread.class_of(&args[0]).index().is_some();
    let file = match is_number {
        true => args[0].clone(),
        false => file_io::path_value(thread, &args[0])?,
    };
    let mode = mode_of(thread, mode.as_deref().unwrap_or("r"))?;
    if mode.is_binary {
        let given = [
            (has_encoding, "an encoding"),
            (has_errors, "an errors"),
            (has_newline, "a newline"),
        ];
        for (given, name) in given {
            if given {
                let message = format!("binary mode doesn't take {name} argument");
                return Err(thread.value_error(message));
            }
        }
        if buffering == 1 {
            warnings::warn(
                thread,
                Builtin::RuntimeWarning,
                "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
            )?;
        }
    }
    let raw_class = base::class(thread, &file_io::CLASS)?;
    let closefd = args[6].bound().cloned().unwrap_or(Value::TRUE);
    let opener = args[7].bound().cloned().unwrap_or(Value::NONE);
    let raw_mode = Str::new_value(thread, &mode.raw)?;
    let raw = call_positional(thread, &raw_class, &[file, raw_mode, closefd, opener])?;
    let mut result = raw.clone();
    match complete(thread, &mut result, &mode, buffering, &args[3..6]) {
        Ok(()) => Ok(result),
        Err(raised) => base::both(thread, Err(raised), || {
            protocol::call_method(thread, &result, names::CLOSE.value(), &[])
        }),
    }
}

/// Puts a buffer and a file of text over a raw file, as the mode says.
fn complete(
    thread: &Thread,
    file: &mut Value,
    mode: &Mode,
    mut buffering: i64,
    text_options: &[Value],
) -> Res<()> {
    let is_terminal = buffering < 0 && {
        let answer = call(thread, file, "isatty", &[])?;
        protocol::truth(thread, &answer)?
    };
    let by_line = buffering == 1 || is_terminal;
    if by_line || buffering < 0 {
        let block = protocol::get_attr(thread, file, &named(thread, "_blksize")?)?;
        buffering = index_ssize(thread, &block)?;
    }
    if buffering == 0 {
        if !mode.is_binary {
            return Err(thread.value_error("can't have unbuffered text I/O"));
        }
        return Ok(());
    }
    let class = match () {
        () if mode.updates => &buffered::RANDOM,
        () if mode.writes => &buffered::WRITER,
        () => &buffered::READER,
    };
    let class = base::class(thread, class)?;
    let size = thread.int(buffering)?;
    *file = call_positional(thread, &class, &[file.clone(), size])?;
    if mode.is_binary {
        return Ok(());
    }
    let class = base::class(thread, &text::CLASS)?;
    let given = |value: &Value| value.bound().cloned().unwrap_or(Value::NONE);
    let mut values = vec![file.clone()];
    values.extend(text_options.iter().map(given));
    values.push(Value::from_bool(by_line));
    *file = call_positional(thread, &class, &values)?;
    let text = Str::new_value(thread, &mode.text)?;
    protocol::set_attr(thread, file, &named(thread, "mode")?, Some(&text))
}

fn open_code(thread: &Thread, args: &[Value]) -> Res {
    if args[0].as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "open_code() argument 'path' must be str, not {}",
            type_name(thread, &args[0])
        )));
    }
    let mut all = [const { Value::UNBOUND }; 8];
    all[0] = args[0].clone();
    all[1] = Str::new_value(thread, "rb")?;
    open(thread, &all)
}

fn text_encoding(thread: &Thread, args: &[Value]) -> Res {
    match args[0].is_none() {
        true => Str::new_value(thread, "locale"),
        false => Ok(args[0].clone()),
    }
}

/// `sys.stdin`, `sys.stdout` and `sys.stderr`; None for a descriptor that is not open.
///
/// # Errors
/// MemoryError
pub fn standard_streams(thread: &Thread) -> Res<[Value; 3]> {
    let mut streams = [Value::NONE, Value::NONE, Value::NONE];
    let names = ["<stdin>", "<stdout>", "<stderr>"];
    for (number, (stream, name)) in streams.iter_mut().zip(names).enumerate() {
        *stream = standard_stream(thread, number as i32, name)?;
    }
    Ok(streams)
}

fn standard_stream(thread: &Thread, number: i32, name: &str) -> Res {
    let mode = if number == 0 { "r" } else { "w" };
    let opened = file_io::standard(thread, number, mode, name);
    let Some(raw) = raise::catch(thread, Builtin::OSError, opened)?.flatten() else {
        return Ok(Value::NONE);
    };
    let is_terminal = protocol::truth(thread, &call(thread, &raw, "isatty", &[])?)?;
    let class = match number {
        0 => &buffered::READER,
        _ => &buffered::WRITER,
    };
    let buffer = call_positional(thread, &base::class(thread, class)?, &[raw])?;
    let errors = match number {
        2 => "backslashreplace",
        _ => "strict",
    };
    let values = [
        buffer,
        Str::new_value(thread, "utf-8")?,
        Str::new_value(thread, errors)?,
        Str::new_value(thread, "\n")?,
        Value::from_bool(number == 2 || is_terminal),
    ];
    let class = base::class(thread, &text::CLASS)?;
    let args = CallArgs::positional_only(&values);
    let stream = protocol::call(thread, &class, args)?;
    let mode = Str::new_value(thread, mode)?;
    protocol::set_attr(thread, &stream, &named(thread, "mode")?, Some(&mode))?;
    Ok(stream)
}
