//! Streams: the native part of `asyncio.StreamReader`, `StreamReaderProtocol` and `StreamWriter`: what each message goes through.
//!
//! All three are derived from and their methods replaced: native code does without calling a method only as long as that is the one of these
//! files. What a reader waits and searches for is the library's (`stdlib/asyncio/_stream_reader.py`).

mod protocol;
mod reader;

pub(super) use protocol::{data_received, is_data_received};

use crate::object::{Dict, Res, Thread};
use crate::runtime::classes::native_class;

/// Adds the classes to the module.
///
/// # Errors
/// MemoryError
pub(super) fn add_classes(thread: &Thread, dict: &Dict) -> Res<()> {
    for (name, def) in [
        ("StreamReader", &reader::CLASS),
        ("StreamProtocol", &protocol::PROTOCOL),
        ("StreamWriter", &protocol::WRITER),
    ] {
        let class = native_class(thread, def)?;
        dict.set(thread, thread.intern(name.as_bytes())?, class)?;
    }
    Ok(())
}
