//! What all files have in common: `_IOBase` and its three kinds, whose methods are made of other methods of the file.
//!
//! Files of scripts derive from these; the native ones have most of the methods themselves.
#![forbid(unsafe_code)]

use super::buffered::Buffered;
use super::bytes_io::BytesIo;
use super::file_io::FileIo;
use super::string_io::StringIo;
use super::text::Text;
use super::{call, count, named, unsupported};
use crate::object::class::{SlotDef, class_flag};
use crate::object::native::Beside;
use crate::object::{Builtin, Bytes, Dict, List, NativeDef, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::classes::construct::object_new;
use crate::runtime::classes::{ClassDef, GetSetDef, native_class_with_base, once};
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::protocol::{self, call_positional};
use crate::types::bytearray::ByteArray;
use crate::types::memoryview::change_bytes;

/// What `read` asks for at a time where nothing else is said.
pub const CHUNK: usize = 8192;

/// ValueError if the file says that it is closed.
///
/// # Errors
/// ValueError, and what `closed` raises.
pub fn check_open(thread: &Thread, file: &Value) -> Res<()> {
    let closed = protocol::get_attr(thread, file, &named(thread, "closed")?)?;
    match protocol::truth(thread, &closed)? {
        true => Err(thread.value_error("I/O operation on closed file.")),
        false => Ok(()),
    }
}

/// UnsupportedOperation unless a method of the file answers True.
///
/// # Errors
/// UnsupportedOperation, and what the method raises.
pub fn check_able(thread: &Thread, file: &Value, method: &str) -> Res {
    let answer = call(thread, file, method, &[])?;
    if answer.is(&Value::TRUE) {
        return Ok(answer);
    }
    Err(unsupported(
        thread,
        &format!("File or stream is not {method}."),
    ))
}

/// Runs `first`, then `then` in any case: what both raise is one chain.
///
/// # Errors
/// What either raises.
pub fn both(thread: &Thread, first: Res, then: impl FnOnce() -> Res) -> Res {
    let Err(raised) = first else {
        return then();
    };
    let exception = thread.take_raised(raised);
    match then() {
        Ok(_) => Err(thread.raise(exception)),
        Err(second) => {
            let second = thread.take_raised(second);
            let context = protocol::get_attr(thread, &second, names::CONTEXT.value());
            if matches!(&context, Ok(context) if context.is_none()) {
                protocol::set_attr(thread, &second, names::CONTEXT.value(), Some(&exception))?;
            }
            if let Err(raised) = context {
                drop(thread.take_raised(raised));
            }
            Err(thread.raise(second))
        }
    }
}

const CLOSED: &str = "__IOBase_closed";

fn is_closed(thread: &Thread, file: &Value) -> Res<bool> {
    let found = protocol::get_attr_opt(thread, file, &named(thread, CLOSED)?)?;
    Ok(found.is_some())
}

fn get_closed(thread: &Thread, file: &Value) -> Res {
    is_closed(thread, file).map(Value::from_bool)
}

fn seek(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "seek"))
}

fn tell(thread: &Thread, args: &[Value]) -> Res {
    let from_here = [Value::from_i32(0), Value::from_i32(1)];
    call(thread, &args[0], "seek", &from_here)
}

fn truncate(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "truncate"))
}

fn fileno(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "fileno"))
}

fn flush(thread: &Thread, args: &[Value]) -> Res {
    match is_closed(thread, &args[0])? {
        true => Err(thread.value_error("I/O operation on closed file.")),
        false => Ok(Value::NONE),
    }
}

/// `close` of a file that has nothing to close: it is flushed.
///
/// # Errors
/// What flushing raises.
pub fn close(thread: &Thread, args: &[Value]) -> Res {
    let file = &args[0];
    if is_closed(thread, file)? {
        return Ok(Value::NONE);
    }
    let flushed = protocol::call_method(thread, file, names::FLUSH.value(), &[]);
    both(thread, flushed, || {
        protocol::set_attr(thread, file, &named(thread, CLOSED)?, Some(&Value::TRUE))?;
        Ok(Value::NONE)
    })
}

fn isatty(thread: &Thread, args: &[Value]) -> Res {
    check_open(thread, &args[0]).map(|()| Value::FALSE)
}

fn no(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::FALSE)
}

fn check_closed(thread: &Thread, args: &[Value]) -> Res {
    check_open(thread, &args[0]).map(|()| Value::NONE)
}

fn check_readable(thread: &Thread, args: &[Value]) -> Res {
    check_able(thread, &args[0], "readable")
}

fn check_writable(thread: &Thread, args: &[Value]) -> Res {
    check_able(thread, &args[0], "writable")
}

fn check_seekable(thread: &Thread, args: &[Value]) -> Res {
    check_able(thread, &args[0], "seekable")
}

fn enter(thread: &Thread, args: &[Value]) -> Res {
    check_open(thread, &args[0])?;
    Ok(args[0].clone())
}

fn exit(thread: &Thread, args: &[Value]) -> Res {
    protocol::call_method(thread, &args[0], names::CLOSE.value(), &[])
}

fn iter(thread: &Thread, file: &Value) -> Res {
    check_open(thread, file)?;
    Ok(file.clone())
}

/// The next line by `readline`.
///
/// # Errors
/// What that raises.
pub fn next(thread: &Thread, file: &Value) -> Res<Option<Value>> {
    let line = protocol::call_method(thread, file, names::READLINE.value(), &[])?;
    match protocol::length(thread, &line)? {
        0 => Ok(None),
        _ => Ok(Some(line)),
    }
}

/// The bytes that a method of a script's file has returned.
fn given<'v>(thread: &Thread, value: &'v Value, method: &str) -> Res<&'v [u8]> {
    value.as_bytes().ok_or_else(|| {
        thread.error(
            Builtin::OSError,
            format!(
                "{method}() should have returned a bytes object, not '{}'",
                thread.class_of(value).name_text()
            ),
        )
    })
}

fn readline(thread: &Thread, args: &[Value]) -> Res {
    let file = &args[0];
    let limit = count(thread, &args[1])?.unwrap_or(usize::MAX);
    let peek = protocol::get_attr_opt(thread, file, &named(thread, "peek")?)?;
    let mut line: Vec<u8> = Vec::new();
    while line.len() < limit {
        let mut ahead = 1;
        if let Some(peek) = &peek {
            let seen = call_positional(thread, peek, &[Value::from_i32(1)])?;
            let seen = given(thread, &seen, "peek")?;
            if !seen.is_empty() {
                ahead = memchr::memchr(b'\n', seen).map_or(seen.len(), |i| i + 1);
                ahead = ahead.min(limit - line.len());
            }
        }
        let ahead = thread.int_from_usize(ahead)?;
        let part = protocol::call_method(thread, file, names::READ.value(), &[ahead])?;
        let part = given(thread, &part, "read")?;
        if part.is_empty() {
            break;
        }
        super::descriptor::reserve(thread, &mut line, part.len())?;
        line.extend_from_slice(part);
        if line.ends_with(b"\n") {
            break;
        }
    }
    Bytes::new_value(thread, &line)
}

/// The lines that are left, until they have more than so many bytes or characters.
///
/// # Errors
/// What reading raises.
pub fn readlines(thread: &Thread, args: &[Value]) -> Res {
    let hint = count(thread, &args[1])?.filter(|hint| *hint > 0);
    let lines = List::new_value(thread, Vec::new())?;
    let mut total = 0usize;
    protocol::for_each(thread, &args[0], &mut |line| {
        let length = match hint {
            Some(_) => protocol::length(thread, &line)?,
            None => 0,
        };
        if let Some(lines) = lines.as_list() {
            lines.push(thread, line)?;
        }
        total = total.saturating_add(length);
        Ok(hint.is_none_or(|hint| total <= hint))
    })?;
    Ok(lines)
}

fn writelines(thread: &Thread, args: &[Value]) -> Res {
    check_open(thread, &args[0])?;
    protocol::for_each(thread, &args[1], &mut |line| {
        protocol::call_method(thread, &args[0], names::WRITE.value(), &[line]).map(|_| true)
    })?;
    Ok(Value::NONE)
}

/// Closes a file that dies open. What that raises is reported.
fn finalize(thread: &Thread, file: &Value) -> Res {
    let is_native = thread.class_of(file).has(class_flag::NATIVE_HEAP);
    let in_memory = file.payload::<BytesIo>().is_some() || file.payload::<StringIo>().is_some();
    if is_native && in_memory {
        return Ok(Value::NONE);
    }
    let closed = named(thread, "closed").and_then(|name| protocol::get_attr(thread, file, &name));
    let closed = closed.and_then(|closed| protocol::truth(thread, &closed));
    match closed {
        Ok(false) => {}
        Ok(true) => return Ok(Value::NONE),
        Err(raised) => {
            drop(thread.take_raised(raised));
            return Ok(Value::NONE);
        }
    }
    if let Some(file) = file.payload::<FileIo>() {
        file.note_finalizing();
    } else if let Some(file) = file.payload::<Buffered>() {
        file.note_finalizing();
    } else if let Some(file) = file.payload::<Text>() {
        file.note_finalizing();
    }
    protocol::call_method(thread, file, names::CLOSE.value(), &[])?;
    Ok(Value::NONE)
}

/// TypeError: a file cannot be pickled.
///
/// # Errors
/// Always.
pub fn cannot_pickle(thread: &Thread, args: &[Value]) -> Res {
    let class = crate::runtime::native_call::short_name(thread.class_of(&args[0]));
    Err(thread.type_error(format!("cannot pickle '{class}' instances")))
}

/// The class that all files derive from.
pub static IO_BASE: ClassDef = ClassDef {
    name: "_io._IOBase",
    doc: "A file that can do nothing. It is closed when it dies.",
    flags: class_flag::BASE | class_flag::WEAKREF | class_flag::IMMUTABLE,
    has_dict: true,
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("seek", "(self, offset, whence=0, /)", seek)
                .doc("Changes the position: 0 from the start, 1 from where it is, 2 from the end."),
            NativeDef::method("tell", "(self, /)", tell).doc("The position."),
            NativeDef::method("truncate", "(self, size=None, /)", truncate)
                .doc("Sets the length; to the position without a size."),
            NativeDef::method("flush", "(self, /)", flush)
                .doc("Hands on what was written and is kept."),
            NativeDef::method("close", "(self, /)", close)
                .doc("Flushes and closes the file; nothing if it is closed."),
            NativeDef::method("seekable", "(self, /)", no).doc("Whether there are positions."),
            NativeDef::method("readable", "(self, /)", no).doc("Whether it can be read."),
            NativeDef::method("writable", "(self, /)", no).doc("Whether it can be written."),
            NativeDef::method("_checkClosed", "(self, msg=None, /)", check_closed),
            NativeDef::method("_checkSeekable", "(self, msg=None, /)", check_seekable),
            NativeDef::method("_checkReadable", "(self, msg=None, /)", check_readable),
            NativeDef::method("_checkWritable", "(self, msg=None, /)", check_writable),
            NativeDef::method("fileno", "(self, /)", fileno).doc("The descriptor."),
            NativeDef::method("isatty", "(self, /)", isatty).doc("Whether it is a terminal."),
            NativeDef::method("__enter__", "(self, /)", enter),
            NativeDef::method("__exit__", "(self, /, *args)", exit),
            NativeDef::method("readline", "(self, size=-1, /)", readline)
                .doc("The next line with its end; of at most size bytes."),
            NativeDef::method("readlines", "(self, hint=-1, /)", readlines)
                .doc("A list of lines; no more once they have more than hint bytes."),
            NativeDef::method("writelines", "(self, lines, /)", writelines)
                .doc("Writes each of the lines, without adding ends."),
        ],
    ),
    slots: &[
        SlotDef::New(object_new),
        SlotDef::Iter(iter),
        SlotDef::Next(next),
        SlotDef::Finalize(finalize),
    ],
    getset: &[GetSetDef::new("closed", get_closed)],
    ..ClassDef::DEFAULT
};

fn raw_read(thread: &Thread, args: &[Value]) -> Res {
    let file = &args[0];
    let wanted = match args[1].bound().filter(|size| !size.is_none()) {
        Some(size) => index_ssize(thread, size)?,
        None => -1,
    };
    let Ok(wanted) = usize::try_from(wanted) else {
        return call(thread, file, "readall", &[]);
    };
    let array = zeros(thread, wanted)?;
    let count = call(thread, file, "readinto", std::slice::from_ref(&array))?;
    if count.is_none() {
        return Ok(count);
    }
    let count = index_ssize(thread, &count)?;
    let bytes = array.payload::<ByteArray>().map(|array| array.read());
    let bytes = bytes.as_deref().map_or(&[][..], Vec::as_slice);
    match usize::try_from(count)
        .ok()
        .and_then(|count| bytes.get(..count))
    {
        Some(part) => {
            let part = crate::types::text::args::copied(thread, part)?;
            Bytes::new_value(thread, &part)
        }
        None => Err(thread.value_error(format!(
            "readinto returned {count} outside buffer size {}",
            bytes.len()
        ))),
    }
}

/// A bytearray of zeros, for scripts' files to read into.
///
/// # Errors
/// MemoryError
pub fn zeros(thread: &Thread, length: usize) -> Res {
    let mut bytes = crate::types::text::args::buffer(thread, length)?;
    bytes.resize(length, 0);
    ByteArray::new_value(thread, bytes)
}

fn raw_readall(thread: &Thread, args: &[Value]) -> Res {
    let mut all = Vec::new();
    loop {
        let chunk = thread.int_from_usize(CHUNK)?;
        let part = protocol::call_method(thread, &args[0], names::READ.value(), &[chunk])?;
        if part.is_none() && all.is_empty() {
            return Ok(part);
        }
        if part.is_none() {
            break;
        }
        let Some(bytes) = part.as_bytes() else {
            return Err(thread.type_error("read() should return bytes"));
        };
        if bytes.is_empty() {
            break;
        }
        super::descriptor::reserve(thread, &mut all, bytes.len())?;
        all.extend_from_slice(bytes);
    }
    Bytes::new_value(thread, &all)
}

fn raw_nothing(thread: &Thread, _: &[Value]) -> Res {
    Err(thread.error(Builtin::NotImplementedError, ""))
}

/// The class of files that ask the system each time.
pub static RAW: ClassDef = ClassDef {
    name: "_io._RawIOBase",
    doc: "A file of bytes that asks the system each time.",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("read", "(self, size=-1, /)", raw_read).doc(
                "At most size bytes by one call of the system; all that are left without a size.",
            ),
            NativeDef::method("readinto", "(self, buffer, /)", raw_nothing)
                .doc("Reads into a buffer; how many bytes that were. None if there are none yet."),
            NativeDef::method("write", "(self, b, /)", raw_nothing)
                .doc("Writes bytes; how many were taken. None if none were."),
            NativeDef::method("readall", "(self, /)", raw_readall)
                .doc("Reads until the end, with as many calls as that takes."),
        ],
    ),
    ..ClassDef::DEFAULT
};

fn buffered_detach(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "detach"))
}

fn buffered_read(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "read"))
}

fn buffered_read1(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "read1"))
}

fn no_readline(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "readline"))
}

fn no_write(thread: &Thread, _: &[Value]) -> Res {
    Err(unsupported(thread, "write"))
}

/// How many bytes a buffer to read into has.
///
/// # Errors
/// TypeError if it is none, or cannot be written to.
pub fn room(thread: &Thread, target: &Value, function: &str) -> Res<usize> {
    thread.before_write(target);
    let mut room = 0;
    if change_bytes(target, &mut |bytes| room = bytes.len()) {
        return Ok(room);
    }
    Err(thread.type_error(format!(
        "{function}() argument must be read-write bytes-like object, not {}",
        crate::types::text::args::type_name(thread, target)
    )))
}

/// Puts bytes at the beginning of a buffer, as many as it has room for by now.
pub fn fill(thread: &Thread, target: &Value, bytes: &[u8]) {
    thread.before_write(target);
    change_bytes(target, &mut |memory| {
        let count = bytes.len().min(memory.len());
        memory[..count].copy_from_slice(&bytes[..count]);
    });
}

fn readinto_by(thread: &Thread, args: &[Value], method: &str) -> Res {
    let function = if method == "read" {
        "readinto"
    } else {
        "readinto1"
    };
    let room = room(thread, &args[1], function)?;
    let wanted = thread.int_from_usize(room)?;
    let data = call(thread, &args[0], method, &[wanted])?;
    let Some(bytes) = data.as_bytes() else {
        return Err(thread.type_error("read() should return bytes"));
    };
    if bytes.len() > room {
        return Err(thread.value_error(format!(
            "read() returned too much data: {room} bytes requested, {} returned",
            bytes.len()
        )));
    }
    fill(thread, &args[1], bytes);
    thread.int_from_usize(bytes.len())
}

fn buffered_readinto(thread: &Thread, args: &[Value]) -> Res {
    readinto_by(thread, args, "read")
}

fn buffered_readinto1(thread: &Thread, args: &[Value]) -> Res {
    readinto_by(thread, args, "read1")
}

/// The class of files that ask for more at a time than they are asked for.
pub static BUFFERED: ClassDef = ClassDef {
    name: "_io._BufferedIOBase",
    doc: "A file of bytes that reads and writes more at a time than it is asked for.",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("detach", "(self, /)", buffered_detach)
                .doc("Gives the file below away; this one can do nothing afterwards."),
            NativeDef::method("read", "(self, size=-1, /)", buffered_read)
                .doc("At most size bytes; all that are left without a size."),
            NativeDef::method("read1", "(self, size=-1, /)", buffered_read1)
                .doc("At most size bytes, with at most one call to the file below."),
            NativeDef::method("readinto", "(self, buffer, /)", buffered_readinto)
                .doc("Reads into a buffer; how many bytes that were."),
            NativeDef::method("readinto1", "(self, buffer, /)", buffered_readinto1)
                .doc("As readinto(), with at most one call to the file below."),
            NativeDef::method("write", "(self, b, /)", no_write)
                .doc("Writes bytes; how many they are."),
        ],
    ),
    ..ClassDef::DEFAULT
};

fn none(_: &Thread, _: &Value) -> Res {
    Ok(Value::NONE)
}

/// The class of files of text.
pub static TEXT: ClassDef = ClassDef {
    name: "_io._TextIOBase",
    doc: "A file of text.",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("detach", "(self, /)", buffered_detach)
                .doc("Gives the file below away; this one can do nothing afterwards."),
            NativeDef::method("read", "(self, size=-1, /)", buffered_read)
                .doc("At most size characters; all that are left without a size."),
            NativeDef::method("readline", "(self, size=-1, /)", no_readline)
                .doc("The next line with its end; of at most size characters."),
            NativeDef::method("write", "(self, s, /)", no_write)
                .doc("Writes text; how many characters it has."),
        ],
    ),
    getset: &[
        GetSetDef::new("encoding", none).doc("The encoding's name."),
        GetSetDef::new("newlines", none).doc("The line ends that were read."),
        GetSetDef::new("errors", none).doc("What is done about what cannot be converted."),
    ],
    ..ClassDef::DEFAULT
};

/// The class of a table, derived from that of another one.
///
/// # Errors
/// MemoryError
pub fn class(thread: &Thread, def: &'static ClassDef) -> Res {
    once(thread, def, |thread, def| {
        let base = match def.name {
            "_io._IOBase" => return native_class_with_base(thread, def, Builtin::Object.class()),
            "_io._RawIOBase" | "_io._BufferedIOBase" | "_io._TextIOBase" => &IO_BASE,
            "_io.FileIO" => &RAW,
            "_io.StringIO" | "_io.TextIOWrapper" => &TEXT,
            _ => &BUFFERED,
        };
        native_class_with_base(thread, def, &class(thread, base)?)
    })
}

static UNSUPPORTED: ClassDef = ClassDef {
    name: "io.UnsupportedOperation",
    ..ClassDef::DEFAULT
};

/// `io.UnsupportedOperation`.
///
/// # Errors
/// MemoryError
pub fn unsupported_class(thread: &Thread) -> Res {
    once(thread, &UNSUPPORTED, |thread, _| {
        let namespace = Dict::new_value(thread)?;
        if let Some(names) = namespace.as_dict() {
            names.set_str(thread, names::MODULE.value(), named(thread, "io")?)?;
            let doc = Str::new_value(thread, "A file cannot do what it was asked for.")?;
            names.set_str(thread, names::DOC.value(), doc)?;
        }
        let bases = [Builtin::OSError, Builtin::ValueError].map(|class| class.class().clone());
        let bases = Tuple::from_slice(thread, &bases)?;
        let name = named(thread, "UnsupportedOperation")?;
        call_positional(thread, Builtin::Type.class(), &[name, bases, namespace])
    })
}
