//! The table of `TextIOWrapper`.
#![forbid(unsafe_code)]

use super::super::base;
use super::configure::{
    construct, forward, get_chunk, initialise, of_below, reconfigure, set_chunk,
};
use super::decode::Newlines;
use super::*;
use crate::object::NativeDef;
use crate::object::class::SlotDef;
use crate::object::layout::id_of;
use crate::object::native::Beside;
use crate::runtime::classes::{ClassDef, GetSetDef};

fn get_encoding(thread: &Thread, value: &Value) -> Res {
    let encoding = this(thread, value)?.state.lock().encoding.clone();
    Str::new_value(thread, &encoding)
}

fn get_errors(thread: &Thread, value: &Value) -> Res {
    let this = this(thread, value)?;
    if this.state.lock().status == Status::New {
        return Err(this.no_buffer(thread));
    }
    let errors = this.state.lock().errors.clone();
    Str::new_value(thread, &errors)
}

fn get_newlines(thread: &Thread, value: &Value) -> Res {
    let this = this(thread, value)?;
    this.below(thread)?;
    let seen = this.state.lock().seen;
    Newlines::seen_value(thread, seen)
}

fn get_line_buffering(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        this(thread, value)?.state.lock().line_buffering,
    ))
}

fn get_write_through(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        this(thread, value)?.state.lock().write_through,
    ))
}

fn get_buffer(thread: &Thread, value: &Value) -> Res {
    Ok(this(thread, value)?.buffer.load().unwrap_or(Value::NONE))
}

fn get_name(thread: &Thread, value: &Value) -> Res {
    of_below(thread, value, "name")
}

fn get_closed(thread: &Thread, value: &Value) -> Res {
    this(thread, value)?.is_closed(thread).map(Value::from_bool)
}

fn get_finalizing(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        this(thread, value)?.finalizing.load(Relaxed),
    ))
}

fn seekable(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "seekable")
}

fn readable(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "readable")
}

fn writable(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "writable")
}

fn fileno(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "fileno")
}

fn isatty(thread: &Thread, args: &[Value]) -> Res {
    forward(thread, args, "isatty")
}

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "_io.TextIOWrapper",
    doc: "A file of text over a file of bytes.\n\n\
        encoding and errors say how the bytes stand for text. newline says what ends\n\
        lines: None takes every kind for an end and makes it \\n, '' takes every kind\n\
        and leaves it, any other value is the one end there is. With line_buffering,\n\
        each end of a line that is written flushes the file; with write_through,\n\
        nothing is kept here.",
    signature: "(buffer, encoding=None, errors=None, newline=None,\n\
        \x20             line_buffering=False, write_through=False)",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<Text>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("detach", "(self, /)", detach)
                .doc("Gives the file below away; this one can do nothing afterwards."),
            NativeDef::method(
                "reconfigure",
                "(self, /, *, encoding=None, errors=None, newline=None,\n\
                \x20           line_buffering=None, write_through=None)",
                reconfigure,
            )
            .doc("Opens the file below anew, as far as arguments are given."),
            NativeDef::method("write", "(self, text, /)", write::write)
                .doc("Writes text; how many characters it has."),
            NativeDef::method("read", "(self, size=-1, /)", read::read)
                .doc("So many characters, fewer at the end; all that are left without a size."),
            NativeDef::method("readline", "(self, size=-1, /)", read::readline)
                .doc("The next line with its end; of at most size characters."),
            NativeDef::method("readlines", "(self, hint=-1, /)", read::readlines)
                .doc("A list of lines; no more once they have more than hint characters."),
            NativeDef::method("flush", "(self, /)", flush)
                .doc("Hands on what was written and is kept."),
            NativeDef::method("close", "(self, /)", close)
                .doc("Flushes and closes the file, and the one below."),
            NativeDef::method("fileno", "(self, /)", fileno).doc("The descriptor."),
            NativeDef::method("seekable", "(self, /)", seekable)
                .doc("Whether there are positions."),
            NativeDef::method("readable", "(self, /)", readable).doc("Whether it can be read."),
            NativeDef::method("writable", "(self, /)", writable).doc("Whether it can be written."),
            NativeDef::method("isatty", "(self, /)", isatty).doc("Whether it is a terminal."),
            NativeDef::method("seek", "(self, cookie, whence=0, /)", position::seek).doc(
                "Goes to a position that tell() gave, to the start (0), to where it is\n\
                (0, 1), or to the end (0, 2).",
            ),
            NativeDef::method("tell", "(self, /)", position::tell)
                .doc("The position, as a number for seek()."),
            NativeDef::method("truncate", "(self, pos=None, /)", position::truncate)
                .doc("Sets the length of the file below in bytes."),
            NativeDef::method("__reduce__", "(self, /)", base::cannot_pickle),
            NativeDef::method("__reduce_ex__", "(self, protocol, /)", base::cannot_pickle),
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
        SlotDef::Next(read::next),
    ],
    getset: &[
        GetSetDef::new("encoding", get_encoding).doc("The encoding's name."),
        GetSetDef::new("buffer", get_buffer).doc("The file below."),
        GetSetDef::new("line_buffering", get_line_buffering)
            .doc("Whether each end of a line flushes the file."),
        GetSetDef::new("write_through", get_write_through).doc("Whether nothing is kept here."),
        GetSetDef::new("_finalizing", get_finalizing),
        GetSetDef::new("name", get_name),
        GetSetDef::new("closed", get_closed),
        GetSetDef::new("newlines", get_newlines).doc("The line ends that were read."),
        GetSetDef::new("errors", get_errors).doc("What is done about what cannot be converted."),
        GetSetDef::new("_CHUNK_SIZE", get_chunk).writable(set_chunk),
    ],
    members: &[
        "encoding",
        "buffer",
        "line_buffering",
        "write_through",
        "_finalizing",
    ],
    ..ClassDef::DEFAULT
};
