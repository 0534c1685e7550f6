//! The descriptor of a file, and what is asked of the system about it. Calls are made with the lock given up, and again after a signal.
//!
//! Buffered files over a `FileIO` share its descriptor, and so read, write, and notice that it was closed, without calling methods.
#![forbid(unsafe_code)]

use crate::base::sync::atomic::{AtomicI8, AtomicI32, AtomicU8, AtomicU32, Ordering::*};
use crate::modules::posix::call::{await_ready, error};
use crate::modules::posix::close_number;
use crate::object::{Raised, Res, Thread};
use crate::runtime::gil::{self, Reason};
use crate::runtime::state::interpreter;
use crate::runtime::{safepoint, system};
use rustix::event::PollFlags;
use rustix::fs::SeekFrom;
use rustix::io::Errno;

/// What is known of a descriptor, as bits.
pub mod is {
    /// It was opened for reading.
    pub const READABLE: u8 = 1;
    /// It was opened for writing.
    pub const WRITABLE: u8 = 2;
    /// It is new (`x`).
    pub const CREATED: u8 = 4;
    /// What is written goes to the end (`a`).
    pub const APPENDING: u8 = 8;
    /// It is closed with the file.
    pub const OWNED: u8 = 16;
    /// Calls do not block for long.
    pub const REGULAR: u8 = 32;
    /// The program's own input or output.
    pub const STANDARD: u8 = 64;
}

/// What a call transfers at most, as the system has it.
pub const MOST_AT_ONCE: usize = 0x7fff_f000;

/// See the module.
pub struct Descriptor {
    /// -1: closed, or not open yet.
    pub number: AtomicI32,
    /// See [`is`].
    pub bits: AtomicU8,
    /// Whether it has positions: 1 or 0; -1: not known yet.
    pub seekable: AtomicI8,
    /// How many bytes are best read at a time.
    pub block: AtomicU32,
}

impl Default for Descriptor {
    fn default() -> Descriptor {
        Descriptor {
            number: AtomicI32::new(-1),
            bits: AtomicU8::new(is::OWNED),
            seekable: AtomicI8::new(-1),
            block: AtomicU32::new(8192),
        }
    }
}

impl Drop for Descriptor {
    fn drop(&mut self) {
        if *self.bits.get_mut() & is::OWNED != 0 {
            drop(system::owned(*self.number.get_mut()));
        }
    }
}

impl Descriptor {
    /// Whether all of these bits are set.
    pub fn has(&self, bits: u8) -> bool {
        self.bits.load(Relaxed) & bits == bits
    }

    /// Whether it is closed, or not open yet.
    #[inline]
    pub fn is_closed(&self) -> bool {
        self.number.load(Acquire) < 0
    }

    /// ValueError if it is closed.
    ///
    /// # Errors
    /// ValueError
    pub fn check_open(&self, thread: &Thread) -> Res<i32> {
        match self.number.load(Acquire) {
            number @ 0.. => Ok(number),
            _ => Err(thread.value_error("I/O operation on closed file")),
        }
    }

    /// Makes a call that may block.
    fn ask<T>(
        &self,
        thread: &Thread,
        is_input: bool,
        mut call: impl FnMut() -> Result<T, Errno>,
    ) -> Res<Result<T, Errno>> {
        loop {
            let answer = match self.has(is::STANDARD) {
                true => gil::standard_stream(thread, is_input, &mut call),
                false => gil::blocking(thread, Reason::Io, &mut call),
            };
            match answer {
                Err(Errno::INTR) => safepoint::poll(thread)?,
                answer => return Ok(answer),
            }
        }
    }

    /// Reads once; how many bytes came, None if there are none yet and calls do not wait.
    ///
    /// # Errors
    /// OSError, and what signal handlers raise.
    pub fn read(&self, thread: &Thread, into: &mut [u8]) -> Res<Option<usize>> {
        let number = self.check_open(thread)?;
        self.await_input(thread, number)?;
        let most = into.len().min(MOST_AT_ONCE);
        let answer = self.ask(thread, true, || {
            rustix::io::read(system::descriptor(number)?, &mut into[..most])
        })?;
        transferred(thread, answer)
    }

    /// As [`Descriptor::read`], behind what a vector has, as far as its capacity goes.
    ///
    /// # Errors
    /// As there.
    pub fn read_behind(&self, thread: &Thread, into: &mut Vec<u8>) -> Res<Option<usize>> {
        let number = self.check_open(thread)?;
        self.await_input(thread, number)?;
        let answer = self.ask(thread, true, || {
            rustix::io::read(
                system::descriptor(number)?,
                rustix::buffer::spare_capacity(into),
            )
        })?;
        transferred(thread, answer)
    }

    /// The thread that serves signals looks for them while it waits.
    fn await_input(&self, thread: &Thread, number: i32) -> Res<()> {
        let keeps_turn = self.has(is::STANDARD) && interpreter(thread).gil.is_replay();
        if !self.has(is::REGULAR) && !keeps_turn {
            await_ready(thread, number, PollFlags::IN, None)?;
        }
        Ok(())
    }

    /// Writes once; how many bytes were taken, None if none were and calls do not wait.
    ///
    /// # Errors
    /// OSError, and what signal handlers raise.
    pub fn write(&self, thread: &Thread, bytes: &[u8]) -> Res<Option<usize>> {
        let number = self.check_open(thread)?;
        if !self.has(is::REGULAR) && !self.has(is::STANDARD) {
            await_ready(thread, number, PollFlags::OUT, None)?;
        }
        let bytes = &bytes[..bytes.len().min(MOST_AT_ONCE)];
        let answer = self.ask(thread, false, || {
            rustix::io::write(system::descriptor(number)?, bytes)
        })?;
        transferred(thread, answer)
    }

    /// Moves the position; where it is then.
    ///
    /// # Errors
    /// OSError
    pub fn seek(&self, thread: &Thread, by: i64, whence: i32) -> Res<i64> {
        let number = self.check_open(thread)?;
        let place = match whence {
            0 => match u64::try_from(by) {
                Ok(by) => SeekFrom::Start(by),
                Err(_) => return Err(error(thread, Errno::INVAL)),
            },
            1 => SeekFrom::Current(by),
            2 => SeekFrom::End(by),
            3 | 4 => {
                let Ok(by) = u64::try_from(by) else {
                    return Err(error(thread, Errno::NXIO));
                };
                match whence {
                    3 => SeekFrom::Data(by),
                    _ => SeekFrom::Hole(by),
                }
            }
            _ => return Err(error(thread, Errno::INVAL)),
        };
        let at = system::descriptor(number).and_then(|fd| rustix::fs::seek(fd, place));
        let at = at.map_err(|errno| error(thread, errno))?;
        self.seekable.store(1, Relaxed);
        Ok(at as i64)
    }

    /// Whether it has positions.
    ///
    /// # Errors
    /// ValueError if it is closed.
    pub fn is_seekable(&self, thread: &Thread) -> Res<bool> {
        let number = self.check_open(thread)?;
        if self.seekable.load(Relaxed) < 0 {
            let at = system::descriptor(number)
                .and_then(|fd| rustix::fs::seek(fd, SeekFrom::Current(0)));
            self.seekable.store(i8::from(at.is_ok()), Relaxed);
        }
        Ok(self.seekable.load(Relaxed) > 0)
    }

    /// Sets the file's length.
    ///
    /// # Errors
    /// OSError, and what signal handlers raise.
    pub fn truncate(&self, thread: &Thread, length: i64) -> Res<()> {
        let number = self.check_open(thread)?;
        let Ok(length) = u64::try_from(length) else {
            return Err(error(thread, Errno::INVAL));
        };
        let answer = self.ask(thread, false, || {
            rustix::fs::ftruncate(system::descriptor(number)?, length)
        })?;
        answer.map_err(|errno| error(thread, errno))
    }

    /// Whether it is a terminal.
    ///
    /// # Errors
    /// ValueError if it is closed.
    pub fn is_terminal(&self, thread: &Thread) -> Res<bool> {
        let number = self.check_open(thread)?;
        let answer = system::descriptor(number);
        Ok(!self.has(is::REGULAR) && answer.is_ok_and(|fd| std::io::IsTerminal::is_terminal(&fd)))
    }

    /// Closes the descriptor, unless it belongs to somebody else.
    ///
    /// # Errors
    /// OSError
    pub fn close(&self, thread: &Thread) -> Res<()> {
        let number = self.number.swap(-1, AcqRel);
        if number < 0 || !self.has(is::OWNED) {
            return Ok(());
        }
        close_number(thread, number).map_err(|errno| error(thread, errno))
    }

    /// How many bytes are left to the end, as far as that is known.
    pub fn rest(&self) -> Option<usize> {
        let descriptor = system::descriptor(self.number.load(Acquire)).ok()?;
        let size = rustix::fs::fstat(descriptor).ok()?.st_size;
        let at = rustix::fs::seek(descriptor, SeekFrom::Current(0)).ok()?;
        usize::try_from(u64::try_from(size).ok()?.saturating_sub(at)).ok()
    }

    /// Reads to the end, behind what `into` has. Whether anything came, or the end; false if there is nothing yet and calls do not wait.
    ///
    /// # Errors
    /// MemoryError, OSError, and what signal handlers raise.
    pub fn read_all(&self, thread: &Thread, into: &mut Vec<u8>) -> Res<bool> {
        self.check_open(thread)?;
        // One byte more, so that the end shows without more memory.
        let rest = self.rest().filter(|rest| *rest > 0);
        let mut step = rest.map_or(8192, |rest| rest.saturating_add(1));
        let begin = into.len();
        loop {
            if into.len() == into.capacity() {
                reserve(thread, into, step)?;
                step = into.len().clamp(8192, 1 << 30);
            }
            match self.read_behind(thread, into)? {
                None => return Ok(into.len() > begin),
                Some(0) => return Ok(true),
                Some(_) => safepoint::poll(thread)?,
            }
        }
    }
}

/// Room for so many more bytes.
///
/// # Errors
/// MemoryError
pub fn reserve(thread: &Thread, bytes: &mut Vec<u8>, more: usize) -> Res<()> {
    thread.check_memory(bytes.len().saturating_add(more))?;
    bytes
        .try_reserve_exact(more)
        .map_err(|_| thread.memory_error())
}

fn transferred(thread: &Thread, answer: Result<usize, Errno>) -> Res<Option<usize>> {
    match answer {
        Ok(count) => Ok(Some(count)),
        Err(Errno::AGAIN) => Ok(None),
        Err(errno) => Err(failed(thread, errno)),
    }
}

#[cold]
fn failed(thread: &Thread, errno: Errno) -> Raised {
    error(thread, errno)
}
