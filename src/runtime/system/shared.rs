//! Memory that several processes use, and waiting for a word of it.
//!
//! A block is a file without a name (`memfd_create`) that every process maps which has its descriptor. Nothing is left behind when they have ended,
//! however they did, so nobody has to keep account of blocks.
//!
//! All accesses are of whole words of 64 bits, by atomic operations: processes may do anything to a block at any time, and what is read is then some
//! value that was written. Threads sleep until a word changes by the system's futexes, which look at its lower half.
//!
//! **Invariant**: a file that is mapped is sealed against shrinking, so that the mapped pages stay there, whoever has its descriptor.

use super::{check, last_error};
use crate::base::sync::atomic::{AtomicU64, Ordering::*};
use rustix::fd::{AsFd, AsRawFd, BorrowedFd};
use rustix::fs::{MemfdFlags, SealFlags};
use rustix::io::{Errno, Result};
use std::ptr::NonNull;
use std::time::Duration;

/// The bytes of a word.
pub const WORD: usize = size_of::<u64>();

/// See the module.
pub struct SharedMemory {
    base: NonNull<AtomicU64>,
    /// In words; at least one.
    length: usize,
    /// The descriptor's number. A script may have closed it.
    number: i32,
}

// SAFETY: it owns its mapping, and all accesses to that are atomic.
unsafe impl Send for SharedMemory {}
// SAFETY: as above.
unsafe impl Sync for SharedMemory {}

impl SharedMemory {
    /// A block of at least so many bytes, all zero.
    ///
    /// # Errors
    /// ENOMEM, EMFILE and others of the system.
    pub fn new(bytes: usize) -> Result<SharedMemory> {
        let bytes = bytes
            .max(1)
            .checked_next_multiple_of(WORD)
            .ok_or(Errno::NOMEM)?;
        let size = i64::try_from(bytes).map_err(|_| Errno::NOMEM)?;
        let file =
            rustix::fs::memfd_create(c"taipan", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?;
        rustix::fs::ftruncate(&file, size as u64)?;
        let seals = SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL;
        rustix::fs::fcntl_add_seals(&file, seals)?;
        let memory = SharedMemory::map(file.as_fd(), bytes)?;
        // It is the block's from now on.
        let _ = super::number(file);
        Ok(memory)
    }

    /// Another process's block, by a descriptor of it, which belongs to the block from now on.
    ///
    /// # Errors
    /// EBADF; EINVAL for a descriptor of something else, which stays open.
    pub fn open(number: i32) -> Result<SharedMemory> {
        let shown = super::descriptor(number)?;
        // Other files know no seals.
        if !rustix::fs::fcntl_get_seals(shown)?.contains(SealFlags::SHRINK) {
            return Err(Errno::INVAL);
        }
        let size = usize::try_from(rustix::fs::fstat(shown)?.st_size).unwrap_or(0);
        let bytes = size - size % WORD;
        if bytes == 0 {
            return Err(Errno::INVAL);
        }
        SharedMemory::map(shown, bytes)
    }

    /// Maps a sealed file of at least so many bytes, a multiple of [`WORD`].
    fn map(file: BorrowedFd<'_>, bytes: usize) -> Result<SharedMemory> {
        let access = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: a new mapping, where the system finds room, touches no memory that is in use.
        let address = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                bytes,
                access,
                libc::MAP_SHARED,
                file.as_raw_fd(),
                0,
            )
        };
        if address == libc::MAP_FAILED {
            return Err(last_error());
        }
        let Some(base) = NonNull::new(address.cast()) else {
            return Err(Errno::NOMEM);
        };
        Ok(SharedMemory {
            base,
            length: bytes / WORD,
            number: file.as_raw_fd(),
        })
    }

    /// The number of the descriptor.
    pub fn number(&self) -> i32 {
        self.number
    }

    /// Its words.
    pub fn words(&self) -> &[AtomicU64] {
        // SAFETY: the mapping has so many words, is aligned to a page, and lives as long as `self`; its file cannot shrink (see the module).
        unsafe { std::slice::from_raw_parts(self.base.as_ptr(), self.length) }
    }

    /// A copy of the bytes from `start` on; None if they are not all there. What lies within one word is read at once.
    pub fn read(&self, start: usize, into: &mut [u8]) -> Option<()> {
        let end = start.checked_add(into.len())?;
        let words = self.words();
        if end > words.len() * WORD {
            return None;
        }
        let mut at = start;
        while at < end {
            let word = words[at / WORD].load(Acquire).to_ne_bytes();
            let (first, count) = (at % WORD, (WORD - at % WORD).min(end - at));
            into[at - start..at - start + count].copy_from_slice(&word[first..first + count]);
            at += count;
        }
        Some(())
    }

    /// Writes bytes from `start` on; None if there is no room. What lies within one word is written at once.
    pub fn write(&self, start: usize, bytes: &[u8]) -> Option<()> {
        let end = start.checked_add(bytes.len())?;
        let words = self.words();
        if end > words.len() * WORD {
            return None;
        }
        let mut at = start;
        while at < end {
            let (first, count) = (at % WORD, (WORD - at % WORD).min(end - at));
            let part = &bytes[at - start..at - start + count];
            let word = &words[at / WORD];
            if let Ok(whole) = <[u8; WORD]>::try_from(part) {
                word.store(u64::from_ne_bytes(whole), Release);
            } else {
                let mut old = word.load(Relaxed);
                loop {
                    let mut new = old.to_ne_bytes();
                    new[first..first + count].copy_from_slice(part);
                    match word.compare_exchange_weak(old, u64::from_ne_bytes(new), AcqRel, Relaxed)
                    {
                        Ok(_) => break,
                        Err(now) => old = now,
                    }
                }
            }
            at += count;
        }
        Some(())
    }
}

impl Drop for SharedMemory {
    fn drop(&mut self) {
        // SAFETY: the mapping is this object's, and nothing borrows from it any more.
        unsafe { libc::munmap(self.base.as_ptr().cast(), self.length * WORD) };
        let _ = super::close(self.number);
    }
}

/// Where the lower half of a word lies.
fn lower_half(word: &AtomicU64) -> *const u32 {
    let halves: *const u32 = word.as_ptr().cast_const().cast();
    match cfg!(target_endian = "little") {
        true => halves,
        // The halves are within the word.
        false => halves.wrapping_add(1),
    }
}

/// Sleeps while the lower half of a word is this, until somebody wakes this thread, and at most so long. It may return at any time.
///
/// # Errors
/// EINTR after a signal.
pub fn sleep_while(word: &AtomicU64, expected: u32, longest: Duration) -> Result<()> {
    let time = libc::timespec {
        tv_sec: libc::time_t::try_from(longest.as_secs()).unwrap_or(libc::time_t::MAX),
        tv_nsec: longest.subsec_nanos().into(),
    };
    // SAFETY: the system reads four bytes of the word, which lives during the call, and the time.
    let answer = unsafe {
        libc::syscall(
            libc::SYS_futex,
            lower_half(word),
            libc::FUTEX_WAIT,
            expected,
            &raw const time,
        )
    };
    match check(answer as libc::c_int) {
        Err(error) if error != Errno::AGAIN && error != Errno::TIMEDOUT => Err(error),
        _ => Ok(()),
    }
}

/// Wakes at most so many of those who sleep at a word, in all processes.
pub fn wake(word: &AtomicU64, count: i32) {
    // SAFETY: the system uses the address as a name alone.
    unsafe { libc::syscall(libc::SYS_futex, lower_half(word), libc::FUTEX_WAKE, count) };
}
