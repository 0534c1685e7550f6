//! Reading, writing, and what else is done with descriptors.

use super::call::{await_ready, blocking, error, path, path_error, uninterrupted};
use crate::object::native::Beside;
use crate::object::{Builtin, Bytes, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::gil::{self, Reason};
use crate::runtime::protocol::convert::{index, index_ssize};
use crate::runtime::protocol::truth;
use crate::runtime::system;
use crate::types::text::args::{buffer, c_int};
use crate::types::text::buffer as bytes_like;
use rustix::event::PollFlags;
use rustix::fs::{Mode, OFlags, SeekFrom};
use rustix::io::{Errno, FdFlags};
use rustix::pipe::PipeFlags;

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::function("read", "(fd, length, /)", read)
            .doc("Reads from a descriptor: at most so many bytes, none at the end."),
        NativeDef::function("write", "(fd, data, /)", write)
            .doc("Writes to a descriptor. Tells how many bytes were written."),
        NativeDef::function("pread", "(fd, length, offset, /)", pread)
            .doc("Reads from a place in a file; its position stays."),
        NativeDef::function("pwrite", "(fd, data, offset, /)", pwrite)
            .doc("Writes to a place in a file; its position stays."),
        NativeDef::function("sendfile", "(out_fd, in_fd, offset, count)", sendfile).doc(
            "Copies at most so many bytes of a file to another descriptor. From a place, or else\n\
             None, from the file's position. Tells how many there were; 0 at the end.",
        ),
        NativeDef::function("close", "(fd)", close).doc("Closes a descriptor."),
        NativeDef::function("closerange", "(fd_low, fd_high, /)", close_range)
            .doc("Closes all descriptors from fd_low to before fd_high; errors are passed over."),
        NativeDef::function("open", "(path, flags, mode=511, *, dir_fd=None)", open)
            .doc("Opens a file. Returns a descriptor that children do not inherit."),
        NativeDef::function("pipe", "()", pipe)
            .doc("Makes a pipe: (where to read, where to write)."),
        NativeDef::function("pipe2", "(flags, /)", pipe2).doc("Makes a pipe with flags of open()."),
        NativeDef::function("dup", "(fd, /)", dup)
            .doc("Another number of a descriptor, which children do not inherit."),
        NativeDef::function("dup2", "(fd, fd2, inheritable=True)", dup2)
            .doc("Makes fd2 a number of fd, closing what it was."),
        NativeDef::function("isatty", "(fd, /)", isatty).doc("Whether a descriptor is a terminal."),
        NativeDef::function("lseek", "(fd, position, whence, /)", lseek)
            .doc("Moves a descriptor's position. Returns where it is now."),
        NativeDef::function("fsync", "(fd)", fsync)
            .doc("Waits until what was written is on the device."),
        NativeDef::function("fdatasync", "(fd)", fdatasync)
            .doc("As fsync(), but for what is only known of the file, like times."),
        NativeDef::function("ftruncate", "(fd, length, /)", ftruncate).doc("Sets a file's length."),
        NativeDef::function("get_inheritable", "(fd, /)", get_inheritable)
            .doc("Whether programs that are executed keep a descriptor."),
        NativeDef::function("set_inheritable", "(fd, inheritable, /)", set_inheritable)
            .doc("Sets whether programs that are executed keep a descriptor."),
        NativeDef::function("get_blocking", "(fd, /)", get_blocking)
            .doc("Whether calls with a descriptor wait."),
        NativeDef::function("set_blocking", "(fd, blocking, /)", set_blocking)
            .doc("Sets whether calls with a descriptor wait."),
    ],
);

/// The result of a call that does not block.
pub(super) fn at_once<T>(thread: &Thread, answer: Result<T, Errno>) -> Res<T> {
    answer.map_err(|errno| error(thread, errno))
}

fn read(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let length = index_ssize(thread, &args[1])?;
    let Ok(length) = usize::try_from(length) else {
        return Err(error(thread, Errno::INVAL));
    };
    let mut bytes = buffer(thread, length)?;
    thread.coming_back_beside(args, || {
        await_ready(thread, number, PollFlags::IN, None)?;
        blocking(thread, || {
            let descriptor = system::descriptor(number)?;
            if length == 0 {
                return rustix::io::read(descriptor, &mut [0u8; 0]);
            }
            rustix::io::read(descriptor, rustix::buffer::spare_capacity(&mut bytes))
        })
    })?;
    Bytes::new_value(thread, &bytes)
}

fn write(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let bytes = bytes_like::require(thread, &args[1])?.unlocked();
    let written = thread.coming_back_beside(args, || {
        await_ready(thread, number, PollFlags::OUT, None)?;
        blocking(thread, || {
            rustix::io::write(system::descriptor(number)?, &bytes)
        })
    })?;
    thread.int_from_usize(written)
}

/// The offset of a place in a file.
fn place(thread: &Thread, value: &Value) -> Res<u64> {
    u64::try_from(offset(thread, value)?).map_err(|_| error(thread, Errno::INVAL))
}

fn pread(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let Ok(length) = usize::try_from(index_ssize(thread, &args[1])?) else {
        return Err(error(thread, Errno::INVAL));
    };
    let place = place(thread, &args[2])?;
    let mut bytes = buffer(thread, length)?;
    bytes.resize(length, 0);
    let read = blocking(thread, || {
        rustix::io::pread(system::descriptor(number)?, bytes.as_mut_slice(), place)
    })?;
    Bytes::new_value(thread, &bytes[..read.min(length)])
}

fn pwrite(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let bytes = bytes_like::require(thread, &args[1])?.unlocked();
    let place = place(thread, &args[2])?;
    let written = blocking(thread, || {
        rustix::io::pwrite(system::descriptor(number)?, &bytes, place)
    })?;
    thread.int_from_usize(written)
}

fn sendfile(thread: &Thread, args: &[Value]) -> Res {
    let (out, file) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    let mut place = match args[2].is_none() {
        true => None,
        false => Some(place(thread, &args[2])?),
    };
    let Ok(count) = usize::try_from(index_ssize(thread, &args[3])?) else {
        return Err(error(thread, Errno::INVAL));
    };
    let sent = blocking(thread, || {
        let (out, file) = (system::descriptor(out)?, system::descriptor(file)?);
        rustix::fs::sendfile(out, file, place.as_mut(), count)
    })?;
    thread.int_from_usize(sent)
}

/// Closes a descriptor with the lock given up.
///
/// # Errors
/// EBADF, and what the device says.
pub fn close_number(thread: &Thread, number: i32) -> Result<(), Errno> {
    match gil::blocking(thread, Reason::Io, || system::close(number)) {
        // A second attempt might close what another thread has opened meanwhile.
        Err(Errno::INTR) => Ok(()),
        closed => closed,
    }
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    at_once(thread, close_number(thread, number))?;
    Ok(Value::NONE)
}

fn close_range(thread: &Thread, args: &[Value]) -> Res {
    let (low, high) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    gil::blocking(thread, Reason::Io, || {
        // Numbers beyond the limit cannot be open.
        let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
        let limit = limit
            .and_then(|n| i32::try_from(n).ok())
            .unwrap_or(i32::MAX);
        for number in low.max(0)..high.min(limit) {
            let _ = system::close(number);
        }
    });
    Ok(Value::NONE)
}

fn open(thread: &Thread, args: &[Value]) -> Res {
    let name = path(thread, &args[0], "open")?;
    let flags = c_int(thread, &args[1])?;
    let mode = match args[2].bound() {
        Some(mode) => c_int(thread, mode)?,
        None => 0o777,
    };
    if args[3].bound().is_some_and(|fd| !fd.is_none()) {
        return Err(thread.error(
            Builtin::NotImplementedError,
            "open: dir_fd unavailable on this platform",
        ));
    }
    let flags = OFlags::from_bits_retain(flags as u32) | OFlags::CLOEXEC;
    let mode = Mode::from_bits_retain(mode as u32);
    let opened = uninterrupted(thread, || rustix::fs::open(name.as_c_str(), flags, mode))?;
    let opened = opened.map_err(|errno| path_error(thread, errno, &args[0]))?;
    thread.int(i64::from(system::number(opened)))
}

fn two_numbers(thread: &Thread, flags: PipeFlags) -> Res {
    let (reader, writer) = at_once(thread, rustix::pipe::pipe_with(flags))?;
    let number = |descriptor| thread.int(i64::from(system::number(descriptor)));
    Tuple::pair(thread, number(reader)?, number(writer)?)
}

fn pipe(thread: &Thread, _: &[Value]) -> Res {
    two_numbers(thread, PipeFlags::CLOEXEC)
}

fn pipe2(thread: &Thread, args: &[Value]) -> Res {
    let flags = c_int(thread, &args[0])?;
    two_numbers(thread, PipeFlags::from_bits_retain(flags as u32))
}

/// `dup`
pub fn dup(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let made = system::descriptor(number).and_then(|fd| rustix::io::fcntl_dupfd_cloexec(fd, 0));
    thread.int(i64::from(system::number(at_once(thread, made)?)))
}

fn dup2(thread: &Thread, args: &[Value]) -> Res {
    let (from, to) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    let inheritable = match args[2].bound() {
        Some(flag) => truth(thread, flag)?,
        None => true,
    };
    let made = system::duplicate_to(from, to, inheritable);
    thread.int(i64::from(at_once(thread, made)?))
}

fn isatty(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let is_terminal =
        system::descriptor(number).is_ok_and(|fd| std::io::IsTerminal::is_terminal(&fd));
    Ok(Value::from_bool(is_terminal))
}

fn offset(thread: &Thread, value: &Value) -> Res<i64> {
    let int = index(thread, value)?;
    int.as_int()
        .and_then(|int| int.to_i64())
        .ok_or_else(|| thread.overflow_error("Python int too large to convert to C long"))
}

fn lseek(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let by = offset(thread, &args[1])?;
    let place = match c_int(thread, &args[2])? {
        0 => match u64::try_from(by) {
            Ok(by) => SeekFrom::Start(by),
            Err(_) => return Err(error(thread, Errno::INVAL)),
        },
        1 => SeekFrom::Current(by),
        2 => SeekFrom::End(by),
        _ => return Err(error(thread, Errno::INVAL)),
    };
    let at = system::descriptor(number).and_then(|fd| rustix::fs::seek(fd, place));
    thread.int(at_once(thread, at)? as i64)
}

fn fsync(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    blocking(thread, || rustix::fs::fsync(system::descriptor(number)?))?;
    Ok(Value::NONE)
}

fn fdatasync(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    blocking(thread, || {
        rustix::fs::fdatasync(system::descriptor(number)?)
    })?;
    Ok(Value::NONE)
}

fn ftruncate(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let Ok(length) = u64::try_from(offset(thread, &args[1])?) else {
        return Err(error(thread, Errno::INVAL));
    };
    blocking(thread, || {
        rustix::fs::ftruncate(system::descriptor(number)?, length)
    })?;
    Ok(Value::NONE)
}

fn get_inheritable(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let flags = system::descriptor(number).and_then(rustix::io::fcntl_getfd);
    let flags = at_once(thread, flags)?;
    Ok(Value::from_bool(!flags.contains(FdFlags::CLOEXEC)))
}

fn set_inheritable(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let inheritable = c_int(thread, &args[1])? != 0;
    let set = system::descriptor(number).and_then(|fd| {
        let mut flags = rustix::io::fcntl_getfd(fd)?;
        flags.set(FdFlags::CLOEXEC, !inheritable);
        rustix::io::fcntl_setfd(fd, flags)
    });
    at_once(thread, set)?;
    Ok(Value::NONE)
}

fn get_blocking(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let flags = system::descriptor(number).and_then(rustix::fs::fcntl_getfl);
    let flags = at_once(thread, flags)?;
    Ok(Value::from_bool(!flags.contains(OFlags::NONBLOCK)))
}

/// Sets whether calls with a descriptor wait.
///
/// # Errors
/// What the system says.
pub fn make_blocking(number: i32, waits: bool) -> Result<(), Errno> {
    let descriptor = system::descriptor(number)?;
    let mut flags = rustix::fs::fcntl_getfl(descriptor)?;
    flags.set(OFlags::NONBLOCK, !waits);
    rustix::fs::fcntl_setfl(descriptor, flags)
}

fn set_blocking(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let waits = truth(thread, &args[1])?;
    at_once(thread, make_blocking(number, waits))?;
    Ok(Value::NONE)
}
