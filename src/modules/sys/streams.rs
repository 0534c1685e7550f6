//! `sys.stdin`, `sys.stdout` and `sys.stderr` as native text streams.

use crate::base::sync::Mutex;
use crate::object::class::{SlotDef, class_flag};
use crate::object::{NativeDef, Payload, Res, Str, Thread, Value};
use crate::runtime::classes::{self, ClassDef, GetSetDef};
use crate::runtime::gil;
use crate::runtime::{protocol, safepoint};
use std::io::{BufRead, IsTerminal, Write};

/// Which standard stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// Standard input.
    In,
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// Text that is collected before it is written.
const BLOCK: usize = 8 * 1024;

/// A standard stream.
pub struct TextStream {
    which: Which,
    /// Written at every line end.
    by_line: bool,
    pending: Mutex<Vec<u8>>,
}

impl Payload for TextStream {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

impl TextStream {
    fn new(which: Which) -> TextStream {
        let by_line = match which {
            Which::In => false,
            Which::Out => std::io::stdout().is_terminal(),
            Which::Err => true,
        };
        TextStream {
            which,
            by_line,
            pending: Mutex::new(Vec::new()),
        }
    }

    /// Adds generalised UTF-8 text, and writes it out when it is time.
    ///
    /// # Errors
    /// OSError, UnicodeEncodeError for lone surrogates.
    pub fn write_bytes(&self, thread: &Thread, bytes: &[u8]) -> Res<()> {
        if self.which == Which::In {
            return Err(thread.value_error("not writable"));
        }
        let mut pending = self.pending.lock();
        pending.extend_from_slice(bytes);
        let due = pending.len() >= BLOCK || self.by_line && bytes.contains(&b'\n');
        drop(pending);
        if due { self.flush(thread) } else { Ok(()) }
    }

    /// Writes out what was collected.
    ///
    /// # Errors
    /// OSError
    pub fn flush(&self, thread: &Thread) -> Res<()> {
        if self.pending.lock().is_empty() {
            return Ok(());
        }
        // What was collected is taken while the stream is locked, so that two threads' texts keep their order.
        let pending = || std::mem::take(&mut *self.pending.lock());
        let written = gil::standard_stream(thread, false, || match self.which {
            Which::In => Ok(()),
            Which::Out => {
                let mut out = std::io::stdout().lock();
                out.write_all(&pending()).and_then(|()| out.flush())
            }
            Which::Err => std::io::stderr().lock().write_all(&pending()),
        });
        written.map_err(|error| io_error(thread, &error))
    }
}

/// An OSError for an I/O error of the system.
pub fn io_error(thread: &Thread, error: &std::io::Error) -> crate::object::Raised {
    crate::types::exception::os_error::from_errno(
        thread,
        error.raw_os_error().unwrap_or(libc::EIO),
        &[],
    )
}

fn stream<'v>(thread: &Thread, value: &'v Value) -> Res<&'v TextStream> {
    value
        .payload::<TextStream>()
        .ok_or_else(|| thread.type_error("a text stream was expected"))
}

fn write(thread: &Thread, args: &[Value]) -> Res {
    let Some(text) = args[1].as_str_object() else {
        let class = thread.class_of(&args[1]).name_text();
        return Err(thread.type_error(format!("write() argument must be str, not {class}")));
    };
    write_text(thread, stream(thread, &args[0])?, &args[1])?;
    thread.int_from_usize(text.len())
}

/// Writes a str.
///
/// # Errors
/// As [`TextStream::write_bytes`].
pub fn write_text(thread: &Thread, stream: &TextStream, value: &Value) -> Res<()> {
    let Some(text) = value.as_str_object() else {
        return Ok(());
    };
    if text.as_str().is_some() {
        return stream.write_bytes(thread, text.as_bytes());
    }
    let errors = if stream.which == Which::Err {
        "backslashreplace"
    } else {
        "strict"
    };
    let bytes = crate::types::text::codec::encode(thread, value, "utf-8", errors)?;
    stream.write_bytes(thread, &bytes)
}

fn flush(thread: &Thread, args: &[Value]) -> Res {
    stream(thread, &args[0])?.flush(thread)?;
    Ok(Value::NONE)
}

fn writelines(thread: &Thread, args: &[Value]) -> Res {
    let target = args[0].clone();
    protocol::for_each(thread, &args[1], &mut |line| {
        write(thread, &[target.clone(), line]).map(|_| true)
    })?;
    Ok(Value::NONE)
}

/// One line of standard input with its line end; empty at the end of the input.
///
/// # Errors
/// OSError
pub fn read_line(thread: &Thread) -> Res<Vec<u8>> {
    let mut line = Vec::new();
    consume_input(thread, |bytes| {
        let end = memchr::memchr(b'\n', bytes);
        let used = end.map_or(bytes.len(), |end| end + 1);
        line.extend_from_slice(&bytes[..used]);
        (used, end.is_none())
    })?;
    Ok(line)
}

/// Shows `take` what arrives on standard input, with the lock given up, until the input ends or `take` wants no more. It says how many bytes it has used
/// and whether it does.
///
/// # Errors
/// OSError, and what a signal handler raises.
fn consume_input(thread: &Thread, mut take: impl FnMut(&[u8]) -> (usize, bool)) -> Res<()> {
    loop {
        let step: std::io::Result<bool> = gil::standard_stream(thread, true, || {
            let mut stdin = std::io::stdin().lock();
            let bytes = stdin.fill_buf()?;
            if bytes.is_empty() {
                return Ok(false);
            }
            let (used, more) = take(bytes);
            stdin.consume(used);
            Ok(more)
        });
        match step {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(io_error(thread, &error)),
        }
        safepoint::poll(thread)?;
    }
}

fn decoded(thread: &Thread, bytes: &[u8]) -> Res {
    match std::str::from_utf8(bytes) {
        Ok(text) => Str::new_value(thread, text),
        Err(_) => {
            let value = crate::object::Bytes::new_value(thread, bytes)?;
            crate::types::text::codec::decode(thread, &value, "utf-8", "strict")
        }
    }
}

fn only_input(thread: &Thread, value: &Value) -> Res<()> {
    if stream(thread, value)?.which == Which::In {
        Ok(())
    } else {
        Err(thread.value_error("not readable"))
    }
}

fn readline(thread: &Thread, args: &[Value]) -> Res {
    only_input(thread, &args[0])?;
    let line = read_line(thread)?;
    decoded(thread, &line)
}

fn read(thread: &Thread, args: &[Value]) -> Res {
    only_input(thread, &args[0])?;
    let limit = match args[1].bound() {
        Some(size) if !size.is_none() => protocol::index_i64(thread, size)?,
        _ => -1,
    };
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut text = Vec::new();
    if most > 0 {
        consume_input(thread, |bytes| {
            let used = bytes.len().min(most - text.len());
            text.extend_from_slice(&bytes[..used]);
            (used, text.len() < most)
        })?;
    }
    decoded(thread, &text)
}

fn readlines(thread: &Thread, args: &[Value]) -> Res {
    only_input(thread, &args[0])?;
    let list = crate::object::List::new_value(thread, Vec::new())?;
    if let Some(lines) = list.as_list() {
        loop {
            let line = read_line(thread)?;
            if line.is_empty() {
                break;
            }
            lines.push(thread, decoded(thread, &line)?)?;
        }
    }
    Ok(list)
}

fn next_line(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    only_input(thread, value)?;
    let line = read_line(thread)?;
    if line.is_empty() {
        Ok(None)
    } else {
        decoded(thread, &line).map(Some)
    }
}

fn isatty(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(match stream(thread, &args[0])?.which {
        Which::In => std::io::stdin().is_terminal(),
        Which::Out => std::io::stdout().is_terminal(),
        Which::Err => std::io::stderr().is_terminal(),
    }))
}

fn fileno(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_i32(stream(thread, &args[0])?.which as i32))
}

fn readable(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(
        stream(thread, &args[0])?.which == Which::In,
    ))
}

fn writable(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(
        stream(thread, &args[0])?.which != Which::In,
    ))
}

fn seekable(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::FALSE)
}

fn name_of(which: Which) -> &'static str {
    ["<stdin>", "<stdout>", "<stderr>"][which as usize]
}

fn mode_of(which: Which) -> &'static str {
    if which == Which::In { "r" } else { "w" }
}

fn get_name(thread: &Thread, value: &Value) -> Res {
    Str::new_value(thread, name_of(stream(thread, value)?.which))
}

fn get_mode(thread: &Thread, value: &Value) -> Res {
    Str::new_value(thread, mode_of(stream(thread, value)?.which))
}

fn get_encoding(thread: &Thread, _: &Value) -> Res {
    Str::new_value(thread, "utf-8")
}

fn get_errors(thread: &Thread, value: &Value) -> Res {
    let errors = if stream(thread, value)?.which == Which::Err {
        "backslashreplace"
    } else {
        "strict"
    };
    Str::new_value(thread, errors)
}

fn get_closed(_: &Thread, _: &Value) -> Res {
    Ok(Value::FALSE)
}

fn get_line_buffering(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(stream(thread, value)?.by_line))
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let which = stream(thread, value)?.which;
    let text = format!(
        "<_io.TextIOWrapper name='{}' mode='{}' encoding='utf-8'>",
        name_of(which),
        mode_of(which)
    );
    Str::new_value(thread, &text)
}

static CLASS: ClassDef = ClassDef {
    name: "_io.TextIOWrapper",
    doc: "A text stream.",
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<TextStream>),
    methods: &[
        NativeDef::method("write", "(self, text, /)", write)
            .doc("Writes text and gives the number of its characters."),
        NativeDef::method("writelines", "(self, lines, /)", writelines)
            .doc("Writes all texts of an iterable, without adding line ends."),
        NativeDef::method("flush", "(self, /)", flush).doc("Hands what was written to the system."),
        NativeDef::method("read", "(self, size=-1, /)", read)
            .doc("At most so many characters; with a negative number, all that are left."),
        NativeDef::method("readline", "(self, size=-1, /)", readline)
            .doc("One line with its end; empty at the end of the stream."),
        NativeDef::method("readlines", "(self, hint=-1, /)", readlines)
            .doc("The remaining lines as a list."),
        NativeDef::method("isatty", "(self, /)", isatty).doc("Whether the stream is a terminal."),
        NativeDef::method("fileno", "(self, /)", fileno).doc("The file descriptor."),
        NativeDef::method("readable", "(self, /)", readable).doc("Whether the stream can be read."),
        NativeDef::method("writable", "(self, /)", writable)
            .doc("Whether the stream can be written."),
        NativeDef::method("seekable", "(self, /)", seekable)
            .doc("Whether the stream has positions to go to."),
    ],
    slots: &[
        SlotDef::Repr(repr),
        SlotDef::Iter(protocol::iterate::identity),
        SlotDef::Next(next_line),
    ],
    getset: &[
        GetSetDef::new("name", get_name),
        GetSetDef::new("mode", get_mode),
        GetSetDef::new("encoding", get_encoding),
        GetSetDef::new("errors", get_errors),
        GetSetDef::new("closed", get_closed),
        GetSetDef::new("line_buffering", get_line_buffering),
    ],
    ..ClassDef::DEFAULT
};

/// The three standard streams.
///
/// # Errors
/// MemoryError
pub fn standard(thread: &Thread) -> Res<[Value; 3]> {
    let class = classes::native_class(thread, &CLASS)?;
    let Some(class) = class.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    let make = |which| thread.alloc_instance(class, TextStream::new(which));
    Ok([make(Which::In)?, make(Which::Out)?, make(Which::Err)?])
}
