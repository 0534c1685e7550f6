//! What is asked of the raw file: through its descriptor, or by its methods, whose answers are not trusted.
#![forbid(unsafe_code)]

use super::super::{base, call, named};
use super::Inside;
use crate::object::{Builtin, Bytes, Raised, Res, Thread, Value, names};
use crate::runtime::protocol;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::{raise, safepoint};
use crate::types::bytearray::ByteArray;
use crate::types::memoryview::view_of;

impl Inside<'_> {
    /// Reads once, behind what a vector has, as far as its capacity goes: how many bytes came, None if there are none yet.
    pub(super) fn raw_read(&self, into: &mut Vec<u8>) -> Res<Option<usize>> {
        let got = match &self.file {
            Some(file) => file.read_behind(self.thread, into)?,
            None => self.read_by_method(into)?,
        };
        if let Some(count) = got {
            self.state().advance(count);
        }
        Ok(got)
    }

    fn read_by_method(&self, into: &mut Vec<u8>) -> Res<Option<usize>> {
        let thread = self.thread;
        let room = into.capacity() - into.len();
        let array = base::zeros(thread, room)?;
        let view = view_of(thread, &array)?;
        let readinto = named(thread, "readinto")?;
        let answer = again_after_signals(thread, || {
            protocol::call_method(thread, &self.raw, &readinto, std::slice::from_ref(&view))
        })?;
        if answer.is_none() {
            return Ok(None);
        }
        let count = number(thread, &answer, "raw readinto() failed")?;
        let Some(array) = array.payload::<ByteArray>() else {
            return Ok(None);
        };
        let bytes = array.read();
        let given = usize::try_from(count).ok().and_then(|n| bytes.get(..n));
        match given {
            Some(given) => {
                into.extend_from_slice(given);
                Ok(Some(given.len()))
            }
            None => {
                drop(bytes);
                Err(invalid_length(thread, "readinto", count, room))
            }
        }
    }

    /// Writes once: how many bytes were taken, None if none were and the file does not wait.
    pub(super) fn raw_write(&self, bytes: &[u8]) -> Res<Option<usize>> {
        let written = match &self.file {
            Some(file) => file.write(self.thread, bytes)?,
            None => self.write_by_method(bytes)?,
        };
        if let Some(count) = written {
            self.state().advance(count);
        }
        Ok(written)
    }

    fn write_by_method(&self, bytes: &[u8]) -> Res<Option<usize>> {
        let thread = self.thread;
        let view = view_of(thread, &Bytes::new_value(thread, bytes)?)?;
        let answer = again_after_signals(thread, || {
            let args = std::slice::from_ref(&view);
            protocol::call_method(thread, &self.raw, names::WRITE.value(), args)
        })?;
        if answer.is_none() {
            return Ok(None);
        }
        let count = index_ssize(thread, &answer);
        let count = raise::catch(thread, Builtin::Exception, count)?.unwrap_or(-1);
        match usize::try_from(count) {
            Ok(written) if written <= bytes.len() => Ok(Some(written)),
            _ => Err(invalid_length(thread, "write", count, bytes.len())),
        }
    }

    /// Where the raw file is.
    pub(super) fn raw_tell(&self) -> Res<i64> {
        let thread = self.thread;
        let at = match &self.file {
            Some(file) => file.seek(thread, 0, 1)?,
            None => {
                let at = call(thread, &self.raw, "tell", &[])?;
                self.checked(index_ssize(thread, &at)?)?
            }
        };
        self.state().position = Some(at);
        Ok(at)
    }

    /// Where the raw file is, without asking if that is known.
    pub(super) fn known_position(&self) -> Res<i64> {
        let known = self.state().position;
        known.map_or_else(|| self.raw_tell(), Ok)
    }

    /// Moves the raw file.
    pub(super) fn raw_seek(&self, to: i64, whence: i32) -> Res<i64> {
        let thread = self.thread;
        // Where a failed call has left it is not known.
        self.state().position = None;
        let at = match &self.file {
            Some(file) => file.seek(thread, to, whence)?,
            None => {
                let args = [thread.int(to)?, Value::from_i32(whence)];
                let at = call(thread, &self.raw, "seek", &args)?;
                self.checked(index_ssize(thread, &at)?)?
            }
        };
        self.state().position = Some(at);
        Ok(at)
    }

    fn checked(&self, at: i64) -> Res<i64> {
        if at >= 0 {
            return Ok(at);
        }
        let message = format!("Raw stream returned invalid position {at}");
        Err(self.thread.error(Builtin::OSError, message))
    }
}

/// Calls until that raises no InterruptedError.
fn again_after_signals(thread: &Thread, mut f: impl FnMut() -> Res) -> Res {
    loop {
        if let Some(answer) = raise::catch(thread, Builtin::InterruptedError, f())? {
            return Ok(answer);
        }
        safepoint::poll(thread)?;
    }
}

/// The number that a raw file has answered; an OSError with the cause for anything else.
fn number(thread: &Thread, answer: &Value, message: &str) -> Res<i64> {
    let Err(raised) = index_ssize(thread, answer) else {
        return index_ssize(thread, answer);
    };
    let cause = thread.take_raised(raised);
    let exception = thread.new_exception(Builtin::OSError, message);
    for name in [names::CAUSE, names::CONTEXT] {
        protocol::set_attr(thread, &exception, name.value(), Some(&cause))?;
    }
    Err(thread.raise(exception))
}

#[cold]
fn invalid_length(thread: &Thread, method: &str, count: i64, most: usize) -> Raised {
    thread.error(
        Builtin::OSError,
        format!(
            "raw {method}() returned invalid length {count} (should have been between 0 and {most})"
        ),
    )
}
