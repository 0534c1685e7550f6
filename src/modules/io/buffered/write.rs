//! Writing: to memory where there is room, else with the turn.
#![forbid(unsafe_code)]

use super::super::descriptor::reserve;
use super::{Inside, Kind, Status, plain, this};
use crate::object::{Builtin, Raised, Res, Str, Thread, Value};
use crate::runtime::protocol;
use crate::runtime::raise::raise_made;
use crate::runtime::safepoint;
use crate::types::text::buffer as bytes_like;

impl Inside<'_> {
    /// Writes what is kept. What cannot be written is kept on.
    pub(super) fn flush_pending(&self) -> Res<()> {
        let bytes = std::mem::take(&mut self.state().pending);
        let mut done = 0;
        let failed = loop {
            if done >= bytes.len() {
                break None;
            }
            match self.raw_write(&bytes[done..]) {
                Ok(Some(count)) => done += count,
                Ok(None) => break Some(self.would_block(0)),
                Err(raised) => break Some(raised),
            }
            if let Err(raised) = safepoint::poll(self.thread) {
                break Some(raised);
            }
        };
        let mut state = self.state();
        let mut kept = bytes;
        kept.drain(..done.min(kept.len()));
        // What others have added meanwhile comes behind.
        let added = std::mem::take(&mut state.pending);
        let is_kept = added.is_empty() || kept.try_reserve(added.len()).is_ok();
        match is_kept {
            true => {
                kept.extend_from_slice(&added);
                state.pending = kept;
            }
            false => state.pending = added,
        }
        drop(state);
        failed.map_or(Ok(()), Err)
    }

    /// Moves the raw file back to where this one is, and forgets what is read ahead.
    pub(super) fn rewind(&self) -> Res<()> {
        let unread = self.state().ahead().len();
        if unread > 0 {
            self.raw_seek(-(unread as i64), 1)?;
        }
        self.state().forget_ahead();
        Ok(())
    }

    /// Keeps bytes if there is room for them all.
    fn keep(&self, bytes: &[u8]) -> Res<bool> {
        let size = {
            let state = self.state();
            if state.pending.len() + bytes.len() > state.size {
                return Ok(false);
            }
            state.size
        };
        if self.state().pending.capacity() < size {
            let mut memory = Vec::new();
            reserve(self.thread, &mut memory, size)?;
            let mut state = self.state();
            memory.extend_from_slice(&state.pending);
            state.pending = memory;
        }
        let mut state = self.state();
        if state.pending.len() + bytes.len() > state.size {
            return Ok(false);
        }
        state.pending.extend_from_slice(bytes);
        Ok(true)
    }

    fn write(&self, bytes: &[u8]) -> Res<()> {
        if self.this.kind == Kind::Random {
            self.rewind()?;
        }
        let size = self.state().size;
        if bytes.len() < size && self.keep(bytes)? {
            return Ok(());
        }
        if let Err(raised) = self.flush_pending() {
            return self.keep_what_fits(bytes, raised);
        }
        let mut done = 0;
        while bytes.len() - done > size {
            match self.raw_write(&bytes[done..])? {
                Some(count) => done += count,
                None => {
                    let kept = self.keep_some(&bytes[done..])?;
                    if done + kept < bytes.len() {
                        return Err(self.would_block(done + kept));
                    }
                    return Ok(());
                }
            }
            safepoint::poll(self.thread)?;
        }
        while done < bytes.len() && !self.keep(&bytes[done..])? {
            // Others have filled the room meanwhile.
            self.flush_pending()?;
        }
        Ok(())
    }

    /// Keeps as many bytes as there is room for.
    fn keep_some(&self, bytes: &[u8]) -> Res<usize> {
        let room = {
            let state = self.state();
            state.size.saturating_sub(state.pending.len())
        };
        let count = room.min(bytes.len());
        match self.keep(&bytes[..count])? {
            true => Ok(count),
            false => Ok(0),
        }
    }

    /// BlockingIOError, with how many bytes were taken.
    #[cold]
    fn would_block(&self, written: usize) -> Raised {
        let thread = self.thread;
        // A raw file of a script has no number of the system's for it.
        let errno = if self.file.is_some() { libc::EAGAIN } else { 0 };
        let make = || {
            let args = [
                thread.int(i64::from(errno))?,
                Str::new_value(thread, "write could not complete without blocking")?,
                thread.int_from_usize(written)?,
            ];
            protocol::call_positional(thread, Builtin::BlockingIOError.class(), &args)
        };
        raise_made(thread, make())
    }

    /// Writing what was kept before has failed: if the file does not wait, as much as possible is kept all the same.
    #[cold]
    fn keep_what_fits(&self, bytes: &[u8], raised: Raised) -> Res<()> {
        let thread = self.thread;
        let exception = thread.take_raised(raised);
        let class = Builtin::BlockingIOError.class();
        if !thread.class_of(&exception).is_subclass_of(class) {
            return Err(thread.raise(exception));
        }
        let kept = self.keep_some(bytes)?;
        match kept == bytes.len() {
            true => Ok(()),
            false => Err(self.would_block(kept)),
        }
    }
}

/// Writes bytes to a buffered file, which keeps them or hands them on.
fn put(thread: &Thread, file: &Value, bytes: &[u8]) -> Res<()> {
    let this = this(thread, file)?;
    if this.kind == Kind::Writer {
        let mut state = this.state.lock();
        let fits = bytes.len() < state.size && state.pending.len() + bytes.len() <= state.size;
        if state.is_open() && fits && state.pending.capacity() >= state.size {
            state.pending.extend_from_slice(bytes);
            return Ok(());
        }
    }
    let inside = this.begin(thread, file)?;
    if this.is_closed(thread)? {
        return Err(thread.value_error("write to closed file"));
    }
    inside.write(bytes)
}

pub(super) fn write(thread: &Thread, args: &[Value]) -> Res {
    if args[1].as_str_object().is_some() {
        return Err(bytes_like::not_bytes_like(thread, &args[1]));
    }
    this(thread, &args[0])?.raw(thread)?;
    let bytes = bytes_like::require(thread, &args[1])?.unlocked();
    put(thread, &args[0], &bytes)?;
    thread.int_from_usize(bytes.len())
}

pub(super) fn flush(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    this.raw(thread)?;
    if this.is_closed(thread)? {
        return Err(thread.value_error("flush of closed file"));
    }
    let inside = this.begin(thread, &args[0])?;
    inside.flush_pending()?;
    if this.kind == Kind::Random {
        inside.rewind()?;
    }
    Ok(Value::NONE)
}

/// Writes bytes: for a file of text over this one. False if this is no native file that writes.
///
/// # Errors
/// Those of `write`.
pub fn write_all(thread: &Thread, file: &Value, bytes: &[u8]) -> Res<bool> {
    if plain(thread, file).is_none_or(|this| this.kind == Kind::Reader) {
        return Ok(false);
    }
    put(thread, file, bytes)?;
    Ok(true)
}

/// Flushes: for a file of text over this one. False if this is no native file that writes.
///
/// # Errors
/// Those of `flush`.
pub fn flush_kept(thread: &Thread, file: &Value) -> Res<bool> {
    match plain(thread, file) {
        Some(this) if this.kind == Kind::Writer && this.state.lock().status == Status::Ready => {
            flush(thread, std::slice::from_ref(file))?;
            Ok(true)
        }
        _ => Ok(false),
    }
}
