//! Writing text: what fits is encoded and kept; what does not is handed on with the turn.
#![forbid(unsafe_code)]

use super::super::buffered;
use super::super::descriptor::reserve;
use super::super::unsupported;
use super::encode::encoded;
use super::{Inside, Text, flush_below, this};
use crate::object::{Bytes, Res, Str, Thread, Value, names};
use crate::runtime::protocol;

/// Memory that is kept from one write to the next.
const MOST_KEPT: usize = 1 << 16;

impl Inside<'_> {
    /// Hands on what is kept. It is lost if that fails.
    pub(super) fn flush_pending(&self) -> Res<()> {
        let bytes = std::mem::take(&mut self.state().pending);
        if bytes.is_empty() {
            self.give_back(bytes);
            return Ok(());
        }
        let is_native = buffered::write_all(self.thread, &self.below, &bytes);
        if !is_native? {
            let value = Bytes::new_value(self.thread, &bytes)?;
            protocol::call_method(self.thread, &self.below, names::WRITE.value(), &[value])?;
        }
        self.give_back(bytes);
        Ok(())
    }

    /// Memory that is not needed now.
    fn give_back(&self, mut bytes: Vec<u8>) {
        let mut state = self.state();
        if state.pending.capacity() == 0 && bytes.capacity() <= MOST_KEPT {
            bytes.clear();
            state.pending = bytes;
        }
    }
}

impl Text {
    /// Keeps a text whose bytes are those in memory, if there is room for it and nothing else is to be done. Whether it was kept.
    #[inline]
    fn keep(&self, text: &Str) -> bool {
        let mut guard = self.state.lock();
        let state = &mut *guard;
        let bytes = text.as_bytes();
        let is_plain = state.is_open()
            && state.pending.len() + bytes.len() < state.chunk
            && !state.write_through
            && state.writes_ends().is_none()
            && state
                .encoder
                .as_ref()
                .is_some_and(|encoder| encoder.keeps(text))
            && state.snapshot.is_none();
        if !is_plain || state.line_buffering && memchr::memchr2(b'\n', b'\r', bytes).is_some() {
            return false;
        }
        if state.pending.capacity() - state.pending.len() < bytes.len() {
            let room = state.chunk.min(MOST_KEPT).max(bytes.len());
            if state.pending.try_reserve_exact(room).is_err() {
                return false;
            }
        }
        state.pending.extend_from_slice(bytes);
        if let Some(decoder) = &mut state.decoder {
            decoder.reset();
        }
        true
    }
}

impl super::State {
    /// What a newline is written as, where that is not itself.
    fn writes_ends(&self) -> Option<&'static str> {
        self.newline.filter(|newline| newline.starts_with('\r'))
    }
}

/// Writes a str to a file of text.
///
/// # Errors
/// ValueError if the file is closed, UnsupportedOperation, UnicodeEncodeError, OSError
#[inline]
pub fn write_value(thread: &Thread, file: &Value, payload: &Text, text: &Value) -> Res<()> {
    match text.as_str_object() {
        Some(object) if payload.keep(object) => Ok(()),
        Some(object) => write_slowly(thread, file, payload, text, object),
        None => Ok(()),
    }
}

#[inline(never)]
fn write_slowly(thread: &Thread, file: &Value, this: &Text, text: &Value, object: &Str) -> Res<()> {
    this.below(thread)?;
    this.check_open(thread)?;
    let bytes = object.as_bytes();
    let (ends, step, flushes, flushes_all) = {
        let mut state = this.state.lock();
        let ends = state.writes_ends();
        let step = state.encoder.as_mut().map(|encoder| {
            let is_plain = encoder.keeps(object);
            (is_plain, encoder.step())
        });
        let flushes_all = state.line_buffering && memchr::memchr2(b'\n', b'\r', bytes).is_some();
        (ends, step, state.write_through, flushes_all)
    };
    let Some((is_plain, step)) = step else {
        return Err(unsupported(thread, "not writable"));
    };
    let translated = match ends {
        Some(end) if memchr::memchr(b'\n', bytes).is_some() => Some(with_ends(thread, bytes, end)?),
        _ => None,
    };
    let translated = translated.as_ref().unwrap_or(text);
    let encoded = match translated.as_str_object() {
        Some(text) if is_plain => crate::types::text::args::copied(thread, text.as_bytes())?,
        _ => {
            let encoded = encoded(thread, translated, &step)?;
            if let Some(encoder) = &mut this.state.lock().encoder {
                encoder.note_step();
            }
            encoded
        }
    };
    add(thread, file, this, encoded, flushes || flushes_all)?;
    if flushes_all {
        flush_below(thread, &this.below(thread)?)?;
    }
    let mut state = this.state.lock();
    let snapshot = state.snapshot.take();
    if snapshot.is_some() {
        state.forget_decoded();
    }
    if let Some(decoder) = &mut state.decoder {
        decoder.reset();
    }
    drop(state);
    drop(snapshot);
    Ok(())
}

/// Adds bytes to those that are kept, which are handed on when there are enough of them.
fn add(thread: &Thread, file: &Value, this: &Text, bytes: Vec<u8>, flushes: bool) -> Res<()> {
    let is_full = loop {
        let mut room = Vec::new();
        if this.state.lock().pending.capacity() == 0 {
            reserve(thread, &mut room, bytes.len())?;
        }
        let mut state = this.state.lock();
        let len = state.pending.len();
        if len == 0 || len + bytes.len() <= state.chunk {
            if state.pending.capacity() == 0 {
                state.pending = room;
            }
            if state.pending.try_reserve(bytes.len()).is_err() {
                drop(state);
                return Err(thread.memory_error());
            }
            state.pending.extend_from_slice(&bytes);
            break state.pending.len() >= state.chunk;
        }
        drop(state);
        this.begin(thread, file)?.flush_pending()?;
    };
    if is_full || flushes {
        this.begin(thread, file)?.flush_pending()?;
    }
    Ok(())
}

/// A text with other ends of lines.
fn with_ends(thread: &Thread, text: &[u8], end: &str) -> Res {
    let ends = memchr::memchr_iter(b'\n', text).count();
    let mut out = crate::types::text::args::buffer_for(thread, ends, end.len(), text.len())?;
    let mut from = 0;
    for at in memchr::memchr_iter(b'\n', text) {
        out.extend_from_slice(&text[from..at]);
        out.extend_from_slice(end.as_bytes());
        from = at + 1;
    }
    out.extend_from_slice(&text[from..]);
    Str::from_bytes(thread, &out)
}

pub(super) fn write(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    let Some(text) = args[1].as_str_object() else {
        return Err(thread.type_error(format!(
            "write() argument must be str, not {}",
            crate::types::text::args::type_name(thread, &args[1])
        )));
    };
    write_value(thread, &args[0], this, &args[1])?;
    thread.int_from_usize(text.len())
}
