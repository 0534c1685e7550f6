//! What files have besides their contents: owners, times, lengths; and what a file system has.
#![forbid(unsafe_code)]

use super::call::path;
use super::descriptors::at_once;
use super::files::{flag, on_path, refuse};
use crate::object::class::class_flag::BASE;
use crate::object::{NativeDef, Res, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::gil::{self, Reason};
use crate::runtime::protocol::convert::{index, index_i64};
use crate::runtime::system;
use crate::struct_sequence;
use crate::types::struct_sequence::{class, instance};
use crate::types::text::args::{c_int, type_name};
use rustix::fs::{AtFlags, CWD, Gid, Mode, StatVfs, Timespec, Timestamps, Uid};
use rustix::io::Errno;

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function(
        "chown",
        "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
        chown,
    )
    .doc("Sets a file's owner and group, by its path or descriptor; -1 leaves either."),
    NativeDef::function("lchown", "(path, uid, gid)", lchown).doc("As chown(), of a link itself."),
    NativeDef::function("fchown", "(fd, uid, gid)", fchown)
        .doc("Sets an open file's owner and group; -1 leaves either."),
    NativeDef::function("fchmod", "(fd, mode)", fchmod).doc("Sets an open file's permissions."),
    NativeDef::function(
        "utime",
        "(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)",
        utime,
    )
    .doc(
        "Sets when a file was read and changed: times is a pair of seconds, ns one of\n\
        nanoseconds; the present without either.",
    ),
    NativeDef::function("truncate", "(path, length)", truncate).doc("Sets a file's length."),
    NativeDef::function("mkfifo", "(path, mode=438, *, dir_fd=None)", mkfifo)
        .doc("Makes a pipe that has a name."),
    NativeDef::function("statvfs", "(path)", statvfs)
        .doc("What the system knows of the file system that a file is in."),
    NativeDef::function("fstatvfs", "(fd)", fstatvfs)
        .doc("What the system knows of the file system that an open file is in."),
];

static STATVFS: ClassDef = struct_sequence!("os.statvfs_result", "What os.statvfs() returns.", BASE, [
    0 "f_bsize" "How many bytes are best read at a time.",
    1 "f_frsize" "The size of a block.",
    2 "f_blocks" "How many blocks there are.",
    3 "f_bfree" "How many of them are free.",
    4 "f_bavail" "How many of them users may have.",
    5 "f_files" "How many files there can be.",
    6 "f_ffree" "How many more there can be.",
    7 "f_favail" "How many more users may make.",
    8 "f_flag" "How it is mounted.",
    9 "f_namemax" "The longest name, in bytes.",
]);

/// The class of what `statvfs` returns.
pub fn statvfs_class(thread: &Thread) -> Res {
    class(thread, &STATVFS)
}

fn described(thread: &Thread, found: &StatVfs) -> Res {
    let numbers = [
        found.f_bsize,
        found.f_frsize,
        found.f_blocks,
        found.f_bfree,
        found.f_bavail,
        found.f_files,
        found.f_ffree,
        found.f_favail,
        found.f_flag.bits(),
        found.f_namemax,
    ];
    let mut items = Vec::with_capacity(numbers.len());
    for number in numbers {
        items.push(thread.int_from_big(num_bigint::BigInt::from(number))?);
    }
    instance(thread, &statvfs_class(thread)?, &items)
}

/// An owner or group; None for -1.
fn id(thread: &Thread, value: &Value, what: &str) -> Res<Option<u32>> {
    if thread.class_of(value).index().is_none() {
        let given = type_name(thread, value);
        return Err(thread.type_error(format!("{what} should be integer, not {given}")));
    }
    let int = index(thread, value)?;
    let number = int.as_int().and_then(|int| int.to_i64());
    match number {
        Some(-1) => Ok(None),
        Some(number @ 0..=0xFFFF_FFFE) => Ok(Some(number as u32)),
        Some(_) => Err(thread.overflow_error(format!("{what} is less than minimum"))),
        _ => Err(thread.overflow_error(format!("{what} is greater than maximum"))),
    }
}

fn ids(thread: &Thread, args: &[Value]) -> Res<(Option<Uid>, Option<Gid>)> {
    let owner = id(thread, &args[1], "uid")?.map(Uid::from_raw);
    let group = id(thread, &args[2], "gid")?.map(Gid::from_raw);
    Ok((owner, group))
}

fn chown(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[3..4], "chown")?;
    if args[0].as_int().is_some() {
        return fchown(thread, args);
    }
    if !flag(thread, &args[4], true)? {
        return lchown(thread, args);
    }
    let (owner, group) = ids(thread, args)?;
    on_path(thread, &args[0], "chown", |path| {
        rustix::fs::chown(path, owner, group)
    })?;
    Ok(Value::NONE)
}

fn lchown(thread: &Thread, args: &[Value]) -> Res {
    let (owner, group) = ids(thread, args)?;
    on_path(thread, &args[0], "lchown", |path| {
        rustix::fs::chownat(CWD, path, owner, group, AtFlags::SYMLINK_NOFOLLOW)
    })?;
    Ok(Value::NONE)
}

fn fchown(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let (owner, group) = ids(thread, args)?;
    let set = system::descriptor(number).and_then(|fd| rustix::fs::fchown(fd, owner, group));
    at_once(thread, set)?;
    Ok(Value::NONE)
}

fn fchmod(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let mode = Mode::from_bits_truncate(c_int(thread, &args[1])? as u32);
    let set = system::descriptor(number).and_then(|fd| rustix::fs::fchmod(fd, mode));
    at_once(thread, set)?;
    Ok(Value::NONE)
}

const NANOSECONDS: i64 = 1_000_000_000;

/// A number of seconds, which may be a float, rounded down to nanoseconds.
fn seconds(thread: &Thread, value: &Value) -> Res<Timespec> {
    let Some(float) = value.as_float() else {
        return Ok(Timespec {
            tv_sec: index_i64(thread, &index(thread, value)?)?,
            tv_nsec: 0,
        });
    };
    if !float.is_finite() || float.abs() >= 9.2e18 {
        return Err(thread.overflow_error("timestamp out of range for platform time_t"));
    }
    let whole = float.floor();
    let nanoseconds = ((float - whole) * NANOSECONDS as f64).floor() as i64;
    let carried = nanoseconds / NANOSECONDS;
    Ok(Timespec {
        tv_sec: whole as i64 + carried,
        tv_nsec: nanoseconds % NANOSECONDS,
    })
}

fn nanoseconds(thread: &Thread, value: &Value) -> Res<Timespec> {
    let int = index(thread, value)?;
    let Some(number) = int.as_int().and_then(|int| int.to_i64()) else {
        return Err(thread.overflow_error("timestamp out of range for platform time_t"));
    };
    Ok(Timespec {
        tv_sec: number.div_euclid(NANOSECONDS),
        tv_nsec: number.rem_euclid(NANOSECONDS),
    })
}

fn utime(thread: &Thread, args: &[Value]) -> Res {
    let times = args[1].bound().filter(|times| !times.is_none());
    let exact = args[2].bound();
    if times.is_some() && exact.is_some() {
        return Err(
            thread.value_error("utime: you may specify either 'times' or 'ns' but not both")
        );
    }
    let stamps = match (times, exact) {
        (Some(times), _) => match times.as_tuple() {
            Some([read, changed]) => [seconds(thread, read)?, seconds(thread, changed)?],
            _ => {
                return Err(
                    thread.type_error("utime: 'times' must be either a tuple of two ints or None")
                );
            }
        },
        (None, Some(exact)) => match exact.as_tuple() {
            Some([read, changed]) => [nanoseconds(thread, read)?, nanoseconds(thread, changed)?],
            _ => return Err(thread.type_error("utime: 'ns' must be a tuple of two ints")),
        },
        (None, None) => {
            let now = Timespec {
                tv_sec: 0,
                tv_nsec: rustix::fs::UTIME_NOW as _,
            };
            [now; 2]
        }
    };
    let [last_access, last_modification] = stamps;
    let stamps = Timestamps {
        last_access,
        last_modification,
    };
    refuse(thread, &args[3..4], "utime")?;
    if args[0].as_int().is_some() {
        let number = c_int(thread, &args[0])?;
        let set = system::descriptor(number).and_then(|fd| rustix::fs::futimens(fd, &stamps));
        at_once(thread, set)?;
        return Ok(Value::NONE);
    }
    let flags = match flag(thread, &args[4], true)? {
        true => AtFlags::empty(),
        false => AtFlags::SYMLINK_NOFOLLOW,
    };
    on_path(thread, &args[0], "utime", |path| {
        rustix::fs::utimensat(CWD, path, &stamps, flags)
    })?;
    Ok(Value::NONE)
}

fn truncate(thread: &Thread, args: &[Value]) -> Res {
    let length = index_i64(thread, &index(thread, &args[1])?)?;
    let length = u64::try_from(length).map_err(|_| Errno::INVAL);
    if args[0].as_int().is_some() {
        let number = c_int(thread, &args[0])?;
        let set = gil::blocking(thread, Reason::Io, || {
            rustix::fs::ftruncate(system::descriptor(number)?, length?)
        });
        at_once(thread, set)?;
        return Ok(Value::NONE);
    }
    on_path(thread, &args[0], "truncate", |path| {
        let flags = rustix::fs::OFlags::WRONLY | rustix::fs::OFlags::CLOEXEC;
        let file = rustix::fs::open(path, flags, Mode::empty())?;
        rustix::fs::ftruncate(file, length?)
    })?;
    Ok(Value::NONE)
}

fn mkfifo(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[2..3], "mkfifo")?;
    let mode = args[1]
        .bound()
        .map_or(Ok(0o666), |mode| c_int(thread, mode))?;
    let name = path(thread, &args[0], "mkfifo")?;
    let made = gil::blocking(thread, Reason::Io, || {
        rustix::fs::mkfifoat(CWD, &name, Mode::from_bits_truncate(mode as u32))
    });
    at_once(thread, made)?;
    Ok(Value::NONE)
}

fn statvfs(thread: &Thread, args: &[Value]) -> Res {
    if args[0].as_int().is_some() {
        return fstatvfs(thread, args);
    }
    let found = on_path(thread, &args[0], "statvfs", |path| {
        rustix::fs::statvfs(path)
    })?;
    described(thread, &found)
}

fn fstatvfs(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let found = gil::blocking(thread, Reason::Io, || {
        rustix::fs::fstatvfs(system::descriptor(number)?)
    });
    described(thread, &at_once(thread, found)?)
}
