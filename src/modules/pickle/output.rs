//! Where a pickle is written: bytes in memory, from protocol 4 on divided into frames, and now and then handed to a file's `write`.
//!
//! **Invariant**: while there is a frame, its header's nine bytes are reserved at its start and filled in when it ends.

use super::opcodes;
use crate::object::{Bytes, Res, Thread, Value};
use crate::runtime::protocol::call_positional;

/// Frames shorter than this have no header.
const FRAME_MIN: usize = 4;
/// A frame ends before the next object once it is this long; single objects of that size stand outside of frames.
const FRAME_TARGET: usize = 64 * 1024;
const FRAME_HEADER: usize = 9;

/// The bytes written so far.
pub struct Output {
    bytes: Vec<u8>,
    /// Where the current frame begins.
    frame: Option<usize>,
    /// Whether what is written goes into frames.
    framing: bool,
    /// The file's `write`; None: everything stays in memory.
    sink: Option<Value>,
}

impl Output {
    /// Nothing written yet.
    pub fn new(sink: Option<Value>) -> Output {
        Output {
            bytes: Vec::new(),
            frame: None,
            framing: false,
            sink,
        }
    }

    /// From now on, what is written goes into frames.
    pub fn start_framing(&mut self) {
        self.framing = true;
    }

    /// Makes room for `more` bytes.
    #[inline(always)]
    fn reserve(&mut self, thread: &Thread, more: usize) -> Res<()> {
        if self.bytes.capacity() - self.bytes.len() < more {
            self.grow(thread, more)?;
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, thread: &Thread, more: usize) -> Res<()> {
        let wanted = more.max(self.bytes.len()).max(128);
        thread.check_memory(wanted.saturating_add(self.bytes.len()))?;
        match self.bytes.try_reserve(wanted) {
            Ok(()) => Ok(()),
            Err(_) => Err(thread.memory_error()),
        }
    }

    /// Writes a few bytes.
    ///
    /// # Errors
    /// MemoryError
    #[inline(always)]
    pub fn write(&mut self, thread: &Thread, bytes: &[u8]) -> Res<()> {
        self.reserve(thread, bytes.len().saturating_add(FRAME_HEADER))?;
        if self.framing && self.frame.is_none() {
            self.frame = Some(self.bytes.len());
            self.bytes.extend_from_slice(&[0; FRAME_HEADER]);
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// Between two objects: ends a frame that is long enough.
    ///
    /// # Errors
    /// MemoryError, and what the file's `write` raises.
    #[inline(always)]
    pub fn boundary(&mut self, thread: &Thread) -> Res<()> {
        match self.frame {
            Some(start) if self.bytes.len() - start - FRAME_HEADER >= FRAME_TARGET => {
                self.end_long_frame(thread)
            }
            _ => Ok(()),
        }
    }

    #[cold]
    fn end_long_frame(&mut self, thread: &Thread) -> Res<()> {
        self.end_frame();
        self.flush(thread)
    }

    fn end_frame(&mut self) {
        let Some(start) = self.frame.take() else {
            return;
        };
        let len = self.bytes.len() - start - FRAME_HEADER;
        if len >= FRAME_MIN {
            self.bytes[start] = opcodes::FRAME;
            self.bytes[start + 1..start + FRAME_HEADER]
                .copy_from_slice(&(len as u64).to_le_bytes());
        } else {
            self.bytes.drain(start..start + FRAME_HEADER);
        }
    }

    /// Hands what is in memory to the file, if there is one.
    fn flush(&mut self, thread: &Thread) -> Res<()> {
        let Some(sink) = &self.sink else {
            return Ok(());
        };
        let bytes = Bytes::new_value(thread, &self.bytes)?;
        self.bytes.clear();
        call_positional(thread, sink, &[bytes]).map(drop)
    }

    /// Whether so many bytes stand outside of frames.
    pub fn is_long(len: usize) -> bool {
        len >= FRAME_TARGET
    }

    /// Writes the bytes of one object behind its opcode and length.
    ///
    /// # Errors
    /// MemoryError, and what the file's `write` raises.
    #[inline]
    pub fn write_object(&mut self, thread: &Thread, header: &[u8], data: &[u8]) -> Res<()> {
        if Output::is_long(data.len()) {
            return self.write_long(thread, header, data);
        }
        self.write(thread, header)?;
        self.write(thread, data)
    }

    #[cold]
    fn write_long(&mut self, thread: &Thread, header: &[u8], data: &[u8]) -> Res<()> {
        self.end_frame();
        let framing = std::mem::replace(&mut self.framing, false);
        let written = self.write_unframed(thread, header, data);
        self.framing = framing;
        written
    }

    fn write_unframed(&mut self, thread: &Thread, header: &[u8], data: &[u8]) -> Res<()> {
        self.write(thread, header)?;
        if self.sink.is_none() {
            return self.write(thread, data);
        }
        self.flush(thread)?;
        match &self.sink {
            Some(sink) => {
                let data = Bytes::new_value(thread, data)?;
                call_positional(thread, sink, &[data]).map(drop)
            }
            None => Ok(()),
        }
    }

    /// Ends the pickle: what is not in a file yet.
    ///
    /// # Errors
    /// What the file's `write` raises.
    pub fn finish(mut self, thread: &Thread) -> Res<Vec<u8>> {
        self.end_frame();
        self.framing = false;
        if self.sink.is_some() {
            self.flush(thread)?;
        }
        Ok(self.bytes)
    }
}
