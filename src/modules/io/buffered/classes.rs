//! The tables of the buffered classes.
#![forbid(unsafe_code)]

use super::super::{base, named};
use super::*;
use crate::object::Dict;
use crate::object::class::SlotDef;
use crate::object::layout::id_of;
use crate::object::native::Beside;
use crate::runtime::classes::{ClassDef, GetSetDef};

const DETACH: NativeDef = NativeDef::method("detach", "(self, /)", detach)
    .doc("Gives the raw file away; this one can do nothing afterwards.");
const CLOSE: NativeDef =
    NativeDef::method("close", "(self, /)", close).doc("Flushes and closes the file.");
const SEEKABLE: NativeDef =
    NativeDef::method("seekable", "(self, /)", seekable).doc("Whether there are positions.");
const FILENO: NativeDef = NativeDef::method("fileno", "(self, /)", fileno).doc("The descriptor.");
const ISATTY: NativeDef =
    NativeDef::method("isatty", "(self, /)", isatty).doc("Whether it is a terminal.");
const WARN: NativeDef = NativeDef::method("_dealloc_warn", "(self, source, /)", dealloc_warn);
const REDUCE: NativeDef = NativeDef::method("__reduce__", "(self, /)", base::cannot_pickle);
const REDUCE_EX: NativeDef =
    NativeDef::method("__reduce_ex__", "(self, protocol, /)", base::cannot_pickle);
const READABLE: NativeDef =
    NativeDef::method("readable", "(self, /)", readable).doc("Whether it can be read.");
const WRITABLE: NativeDef =
    NativeDef::method("writable", "(self, /)", writable).doc("Whether it can be written.");
const READ: NativeDef = NativeDef::method("read", "(self, size=-1, /)", read::read).doc(
    "So many bytes, fewer only at the end of the file, or if the raw file does not wait.\n\
    All that are left without a size.",
);
const PEEK: NativeDef = NativeDef::method("peek", "(self, size=0, /)", read::peek).doc(
    "Bytes that come next, without moving the position: what is in memory, or else\n\
    what one call of the raw file gives.",
);
const READ1: NativeDef = NativeDef::method("read1", "(self, size=-1, /)", read::read1)
    .doc("At most so many bytes, with at most one call of the raw file.");
const READINTO: NativeDef = NativeDef::method("readinto", "(self, buffer, /)", read::readinto)
    .doc("Reads into a buffer; how many bytes that were.");
const READINTO1: NativeDef = NativeDef::method("readinto1", "(self, buffer, /)", read::readinto1)
    .doc("As readinto(), with at most one call of the raw file.");
const READLINE: NativeDef = NativeDef::method("readline", "(self, size=-1, /)", read::readline)
    .doc("The next line with its end; of at most size bytes.");
const READLINES: NativeDef = NativeDef::method("readlines", "(self, hint=-1, /)", read::readlines)
    .doc("A list of lines; no more once they have more than hint bytes.");
const SEEK: NativeDef = NativeDef::method("seek", "(self, target, whence=0, /)", seek::seek)
    .doc("Changes the position: 0 from the start, 1 from where it is, 2 from the end.");
const TELL: NativeDef = NativeDef::method("tell", "(self, /)", seek::tell).doc("The position.");
const TRUNCATE: NativeDef = NativeDef::method("truncate", "(self, pos=None, /)", seek::truncate)
    .doc("Sets the length; to the position without a size.");
const WRITE: NativeDef = NativeDef::method("write", "(self, buffer, /)", write::write)
    .doc("Writes bytes; how many they are. They are kept until there are enough of them.");
const FLUSH: NativeDef =
    NativeDef::method("flush", "(self, /)", write::flush).doc("Hands on what is kept.");

const GETSET: &[GetSetDef] = &[
    GetSetDef::new("closed", get_closed),
    GetSetDef::new("name", get_name),
    GetSetDef::new("mode", get_mode),
    GetSetDef::new("raw", get_raw).doc("The file below."),
    GetSetDef::new("_finalizing", get_finalizing),
];

/// The class.
pub static READER: ClassDef = ClassDef {
    name: "_io.BufferedReader",
    doc: "A file of bytes that reads ahead.",
    signature: "(raw, buffer_size=8192)",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<Buffered>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            DETACH,
            NativeDef::method("flush", "(self, /)", simple_flush).doc("Flushes the raw file."),
            CLOSE,
            SEEKABLE,
            FILENO,
            ISATTY,
            WARN,
            REDUCE,
            REDUCE_EX,
            READABLE,
            READ,
            PEEK,
            READ1,
            READINTO,
            READINTO1,
            READLINE,
            READLINES,
            SEEK,
            TELL,
            TRUNCATE,
        ],
    ),
    slots: &[
        SlotDef::New(|thread, class, _| construct(thread, class, Kind::Reader)),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
        SlotDef::Next(read::next),
    ],
    getset: GETSET,
    members: &["raw"],
    ..ClassDef::DEFAULT
};

/// The class.
pub static WRITER: ClassDef = ClassDef {
    name: "_io.BufferedWriter",
    doc: "A file of bytes that keeps what is written until there is enough of it.",
    signature: "(raw, buffer_size=8192)",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<Buffered>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            DETACH, CLOSE, SEEKABLE, FILENO, ISATTY, WARN, REDUCE, REDUCE_EX, WRITABLE, WRITE,
            FLUSH, SEEK, TELL, TRUNCATE,
        ],
    ),
    slots: &[
        SlotDef::New(|thread, class, _| construct(thread, class, Kind::Writer)),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
    ],
    getset: GETSET,
    members: &["raw"],
    ..ClassDef::DEFAULT
};

/// The class.
pub static RANDOM: ClassDef = ClassDef {
    name: "_io.BufferedRandom",
    doc: "A file of bytes with positions, which reads ahead and keeps what is written.",
    signature: "(raw, buffer_size=8192)",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<Buffered>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            DETACH, CLOSE, SEEKABLE, FILENO, ISATTY, WARN, REDUCE, REDUCE_EX, READABLE, WRITABLE,
            READ, PEEK, READ1, READINTO, READINTO1, READLINE, READLINES, WRITE, FLUSH, SEEK, TELL,
            TRUNCATE,
        ],
    ),
    slots: &[
        SlotDef::New(|thread, class, _| construct(thread, class, Kind::Random)),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
        SlotDef::Next(read::next),
    ],
    getset: GETSET,
    members: &["raw"],
    ..ClassDef::DEFAULT
};

/// Puts the classes among the names of a module.
///
/// # Errors
/// MemoryError
pub fn add(thread: &Thread, dict: &Dict) -> Res<()> {
    let classes = [
        ("BufferedReader", &READER),
        ("BufferedWriter", &WRITER),
        ("BufferedRandom", &RANDOM),
        ("BufferedRWPair", &pair::CLASS),
    ];
    for (name, def) in classes {
        dict.set(thread, named(thread, name)?, base::class(thread, def)?)?;
    }
    Ok(())
}
