//! Where a pickle is read from: bytes in memory, or a file's `read` and `readline`, which are asked for as much as is needed and no more.

use super::errors;
use crate::object::{Res, Thread, Value};
use crate::runtime::protocol::call_positional;
use crate::types::text::args::buffer as vec_for;
use crate::types::text::buffer;
use std::borrow::Cow;

/// The bytes to read.
pub struct Input<'a> {
    data: Cow<'a, [u8]>,
    at: usize,
    file: Option<File>,
}

/// A file's methods.
#[derive(Clone)]
pub struct File {
    /// `read`
    pub read: Value,
    /// `readline`
    pub readline: Value,
}

/// Why there are no more bytes.
pub enum Lack {
    /// The stream ends.
    End,
    /// Something was raised.
    Raised(crate::object::Raised),
}

impl<'a> Input<'a> {
    /// Reads from memory.
    pub fn of_bytes(data: Cow<'a, [u8]>) -> Input<'a> {
        Input {
            data,
            at: 0,
            file: None,
        }
    }

    /// Reads what is left of a file's bytes, then the file.
    pub fn of_file(rest: Vec<u8>, file: File) -> Input<'a> {
        Input {
            data: Cow::Owned(rest),
            at: 0,
            file: Some(file),
        }
    }

    /// What has been taken from the file and not been used.
    pub fn into_rest(self) -> Vec<u8> {
        match self.data {
            Cow::Owned(mut data) => {
                data.drain(..self.at.min(data.len()));
                data
            }
            // Memory is read once.
            Cow::Borrowed(_) => Vec::new(),
        }
    }

    /// The next byte, an opcode.
    #[inline(always)]
    pub fn opcode(&mut self, thread: &Thread) -> Result<u8, Lack> {
        if self.at >= self.data.len() {
            self.fill(thread, 1)?;
        }
        match self.data.get(self.at) {
            Some(byte) => {
                self.at += 1;
                Ok(*byte)
            }
            None => Err(Lack::End),
        }
    }

    /// The next `count` bytes.
    ///
    /// # Errors
    /// UnpicklingError if there are not so many, and what the file raises.
    #[inline(always)]
    pub fn take(&mut self, thread: &Thread, count: usize) -> Res<&[u8]> {
        self.need(thread, count)?;
        let start = self.at;
        self.at += count;
        Ok(&self.data[start..self.at])
    }

    /// The next bytes as an array.
    ///
    /// # Errors
    /// As `take`.
    #[inline(always)]
    pub fn array<const N: usize>(&mut self, thread: &Thread) -> Res<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(thread, N)?);
        Ok(array)
    }

    /// Makes sure that there are `count` more bytes.
    ///
    /// # Errors
    /// As `take`.
    #[inline(always)]
    pub fn need(&mut self, thread: &Thread, count: usize) -> Res<()> {
        if self.data.len() - self.at >= count {
            return Ok(());
        }
        match self.fill(thread, count) {
            Ok(()) => Ok(()),
            Err(Lack::End) => Err(errors::truncated(thread)),
            Err(Lack::Raised(raised)) => Err(raised),
        }
    }

    /// Has the file give what lacks to `count` bytes.
    #[cold]
    #[inline(never)]
    fn fill(&mut self, thread: &Thread, count: usize) -> Result<(), Lack> {
        if i64::try_from(count).is_err() || count > isize::MAX as usize - self.at {
            let message = "read would overflow (invalid bytecode)";
            return Err(Lack::Raised(errors::reading(thread, message)));
        }
        let Some(file) = self.file.clone() else {
            return Err(Lack::End);
        };
        let lacking = count - (self.data.len() - self.at);
        let wanted = thread.int_from_usize(lacking).map_err(Lack::Raised)?;
        let read = call_positional(thread, &file.read, &[wanted]).map_err(Lack::Raised)?;
        let got = self.add(thread, &read).map_err(Lack::Raised)?;
        match got < lacking {
            true => Err(Lack::End),
            false => Ok(()),
        }
    }

    /// Adds what a file gave; how much that is.
    fn add(&mut self, thread: &Thread, read: &Value) -> Res<usize> {
        let bytes = bytes_of(thread, read)?;
        let rest = self.data.get(self.at..).unwrap_or(&[]);
        let mut data = vec_for(thread, rest.len().saturating_add(bytes.len()))?;
        data.extend_from_slice(rest);
        data.extend_from_slice(&bytes);
        self.data = Cow::Owned(data);
        self.at = 0;
        Ok(bytes.len())
    }

    /// The next line, its end included.
    ///
    /// # Errors
    /// UnpicklingError if the stream ends before the line does, and what the file raises.
    pub fn line(&mut self, thread: &Thread) -> Res<&[u8]> {
        let find = |data: &[u8]| memchr::memchr(b'\n', data);
        let mut found = find(&self.data[self.at..]);
        if found.is_none()
            && let Some(file) = self.file.clone()
        {
            let read = call_positional(thread, &file.readline, &[])?;
            self.add(thread, &read)?;
            found = find(&self.data);
        }
        match found {
            Some(len) => {
                let start = self.at;
                self.at += len + 1;
                Ok(&self.data[start..self.at])
            }
            None => Err(errors::truncated(thread)),
        }
    }
}

/// The bytes of a bytes-like object, borrowed if they cannot change.
///
/// # Errors
/// TypeError for any other object.
pub fn bytes_of<'v>(thread: &Thread, value: &'v Value) -> Res<Cow<'v, [u8]>> {
    thread.before_read(value);
    let bytes = buffer::require(thread, value)?;
    if !matches!(bytes, buffer::Buffer::Slice(_)) {
        thread.check_memory(bytes.len())?;
    }
    Ok(bytes.unlocked())
}
