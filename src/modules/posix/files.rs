//! Files and folders by their paths.

use super::call::{name, path, path_error};
use super::descriptors::at_once;
use crate::object::class::class_flag::BASE;
use crate::object::{Builtin, List, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::gil::{self, Reason};
use crate::runtime::protocol::truth;
use crate::runtime::system;
use crate::struct_sequence;
use crate::types::exception::os_error::from_errno;
use crate::types::struct_sequence::{class, instance};
use crate::types::text::args::c_int;
use rustix::fs::{Access, Mode, Stat};
use rustix::io::Errno;
use std::ffi::CStr;

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("stat", "(path, *, dir_fd=None, follow_symlinks=True)", stat)
        .doc("What the system knows of a file, by its path or descriptor."),
    NativeDef::function("lstat", "(path, *, dir_fd=None)", lstat)
        .doc("What the system knows of a file; links are not followed."),
    NativeDef::function("fstat", "(fd)", fstat).doc("What the system knows of an open file."),
    NativeDef::function(
        "access",
        "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
        access,
    )
    .doc("Whether the real user may do something with a file."),
    NativeDef::function(
        "chmod",
        "(path, mode, *, dir_fd=None, follow_symlinks=True)",
        chmod,
    )
    .doc("Sets a file's permissions."),
    NativeDef::function("_listdir", "(path, /)", listdir)
        .doc("The entries of a folder: pairs of the name and the kind, a number of d_type."),
    NativeDef::function("mkdir", "(path, mode=511, *, dir_fd=None)", mkdir).doc("Makes a folder."),
    NativeDef::function("rmdir", "(path, *, dir_fd=None)", rmdir).doc("Removes an empty folder."),
    NativeDef::function("unlink", "(path, *, dir_fd=None)", unlink).doc("Removes a file."),
    NativeDef::function("remove", "(path, *, dir_fd=None)", unlink).doc("Removes a file."),
    NativeDef::function(
        "rename",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        rename,
    )
    .doc("Gives a file another name, replacing what had it."),
    NativeDef::function(
        "replace",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        rename,
    )
    .doc("Gives a file another name, replacing what had it."),
    NativeDef::function(
        "link",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
        link,
    )
    .doc("Gives a file one more name."),
    NativeDef::function(
        "symlink",
        "(src, dst, target_is_directory=False, *, dir_fd=None)",
        symlink,
    )
    .doc("Makes a symbolic link to src, called dst."),
    NativeDef::function("readlink", "(path, *, dir_fd=None)", readlink)
        .doc("Where a symbolic link leads."),
    NativeDef::function("getcwd", "()", getcwd).doc("The working folder."),
    NativeDef::function("chdir", "(path)", chdir).doc("Sets the working folder."),
];

static STAT: ClassDef = struct_sequence!("os.stat_result", "What os.stat() returns.", BASE, [
    0 "st_mode" "The kind of file and its permissions.",
    1 "st_ino" "Its number in the file system.",
    2 "st_dev" "The device.",
    3 "st_nlink" "How many names it has.",
    4 "st_uid" "Its owner.",
    5 "st_gid" "Its group.",
    6 "st_size" "Its length in bytes.",
    7 "st_atime" "When it was read, in seconds.",
    8 "st_mtime" "When it was changed, in seconds.",
    9 "st_ctime" "When what is known of it was changed, in seconds.",
    10 "st_atime_ns" "When it was read, in nanoseconds.",
    11 "st_mtime_ns" "When it was changed, in nanoseconds.",
    12 "st_ctime_ns" "When what is known of it was changed, in nanoseconds.",
    13 "st_blksize" "How many bytes are best read at a time.",
    14 "st_blocks" "How many blocks of 512 bytes it takes.",
    15 "st_rdev" "The device that it stands for.",
]);

/// The class of what `stat` returns.
pub fn stat_class(thread: &Thread) -> Res {
    class(thread, &STAT)
}

fn described(thread: &Thread, stat: &Stat) -> Res {
    let int = |n: i64| thread.int(n);
    let time =
        |seconds: i64, nanoseconds: u64| thread.float(seconds as f64 + nanoseconds as f64 * 1e-9);
    let exact = |seconds: i64, nanoseconds: u64| {
        thread.int_from_big(num_bigint::BigInt::from(seconds) * 1_000_000_000 + nanoseconds)
    };
    let items = [
        int(i64::from(stat.st_mode))?,
        int(stat.st_ino as i64)?,
        int(stat.st_dev as i64)?,
        int(stat.st_nlink as i64)?,
        int(i64::from(stat.st_uid))?,
        int(i64::from(stat.st_gid))?,
        int(stat.st_size)?,
        time(stat.st_atime, stat.st_atime_nsec)?,
        time(stat.st_mtime, stat.st_mtime_nsec)?,
        time(stat.st_ctime, stat.st_ctime_nsec)?,
        exact(stat.st_atime, stat.st_atime_nsec)?,
        exact(stat.st_mtime, stat.st_mtime_nsec)?,
        exact(stat.st_ctime, stat.st_ctime_nsec)?,
        int(stat.st_blksize)?,
        int(stat.st_blocks)?,
        int(stat.st_rdev as i64)?,
    ];
    instance(thread, &stat_class(thread)?, &items)
}

/// Refuses a folder's descriptor: paths are absolute or start in the working folder.
pub(super) fn refuse(thread: &Thread, descriptors: &[Value], function: &str) -> Res<()> {
    let given = |value: &Value| value.bound().is_some_and(|value| !value.is_none());
    if descriptors.iter().any(given) {
        let text = format!("{function}: dir_fd unavailable on this platform");
        return Err(thread.error(Builtin::NotImplementedError, &text));
    }
    Ok(())
}

/// Makes a call about a path with the lock given up.
pub(super) fn on_path<T>(
    thread: &Thread,
    value: &Value,
    function: &str,
    call: impl Fn(&CStr) -> Result<T, Errno>,
) -> Res<T> {
    let name = path(thread, value, function)?;
    gil::blocking(thread, Reason::Io, || call(&name))
        .map_err(|errno| path_error(thread, errno, value))
}

/// As `on_path`, about two paths.
fn on_paths<T>(
    thread: &Thread,
    values: [&Value; 2],
    function: &str,
    call: impl Fn(&CStr, &CStr) -> Result<T, Errno>,
) -> Res<T> {
    let first = path(thread, values[0], function)?;
    let second = path(thread, values[1], function)?;
    gil::blocking(thread, Reason::Io, || call(&first, &second))
        .map_err(|errno| from_errno(thread, errno.raw_os_error(), &values))
}

/// A flag that may be left out.
pub(super) fn flag(thread: &Thread, value: &Value, default: bool) -> Res<bool> {
    value
        .bound()
        .map_or(Ok(default), |value| truth(thread, value))
}

fn stat(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[1..2], "stat")?;
    if args[0].as_int().is_some() {
        return fstat(thread, args);
    }
    let found = if flag(thread, &args[2], true)? {
        on_path(thread, &args[0], "stat", |path| rustix::fs::stat(path))?
    } else {
        on_path(thread, &args[0], "stat", |path| rustix::fs::lstat(path))?
    };
    described(thread, &found)
}

fn lstat(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[1..], "lstat")?;
    described(
        thread,
        &on_path(thread, &args[0], "lstat", |path| rustix::fs::lstat(path))?,
    )
}

fn fstat(thread: &Thread, args: &[Value]) -> Res {
    let number = c_int(thread, &args[0])?;
    let found = system::descriptor(number).and_then(rustix::fs::fstat);
    described(thread, &at_once(thread, found)?)
}

fn access(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[2..3], "access")?;
    let name = path(thread, &args[0], "access")?;
    let mode = Access::from_bits_truncate(c_int(thread, &args[1])? as u32);
    let may = gil::blocking(thread, Reason::Io, || {
        rustix::fs::access(name.as_c_str(), mode)
    });
    Ok(Value::from_bool(may.is_ok()))
}

fn mode(thread: &Thread, value: &Value) -> Res<Mode> {
    let bits = value
        .bound()
        .map_or(Ok(0o777), |mode| c_int(thread, mode))?;
    Ok(Mode::from_bits_truncate(bits as u32))
}

fn chmod(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[2..3], "chmod")?;
    let mode = mode(thread, &args[1])?;
    if args[0].as_int().is_some() {
        let number = c_int(thread, &args[0])?;
        let set = system::descriptor(number).and_then(|fd| rustix::fs::fchmod(fd, mode));
        at_once(thread, set)?;
    } else {
        on_path(thread, &args[0], "chmod", |path| {
            rustix::fs::chmod(path, mode)
        })?;
    }
    Ok(Value::NONE)
}

fn listdir(thread: &Thread, args: &[Value]) -> Res {
    let wants_bytes = args[0].as_bytes().is_some();
    let entries = on_path(thread, &args[0], "listdir", |path| {
        let flags = rustix::fs::OFlags::RDONLY
            | rustix::fs::OFlags::DIRECTORY
            | rustix::fs::OFlags::CLOEXEC;
        let folder = rustix::fs::open(path, flags, Mode::empty())?;
        let mut found = Vec::new();
        for entry in rustix::fs::Dir::new(folder)? {
            let entry = entry?;
            let bytes = entry.file_name().to_bytes();
            if bytes != b"." && bytes != b".." {
                found.push((bytes.to_vec(), entry.file_type()));
            }
        }
        Ok(found)
    })?;
    let mut pairs = Vec::with_capacity(entries.len());
    for (bytes, kind) in entries {
        let name = if wants_bytes {
            crate::object::Bytes::new_value(thread, &bytes)?
        } else {
            name(thread, &bytes)?
        };
        // The kind of a file in the upper bits of its mode; 0 where the file system does not say.
        let kind = match kind {
            rustix::fs::FileType::Unknown => 0,
            kind => kind.as_raw_mode(),
        };
        pairs.push(Tuple::pair(thread, name, thread.int(i64::from(kind))?)?);
    }
    List::new_value(thread, pairs)
}

fn mkdir(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[2..], "mkdir")?;
    let mode = mode(thread, &args[1])?;
    on_path(thread, &args[0], "mkdir", |path| {
        rustix::fs::mkdir(path, mode)
    })?;
    Ok(Value::NONE)
}

fn rmdir(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[1..], "rmdir")?;
    on_path(thread, &args[0], "rmdir", |path| rustix::fs::rmdir(path))?;
    Ok(Value::NONE)
}

fn unlink(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[1..], "unlink")?;
    on_path(thread, &args[0], "unlink", |path| rustix::fs::unlink(path))?;
    Ok(Value::NONE)
}

fn rename(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[2..], "rename")?;
    on_paths(thread, [&args[0], &args[1]], "rename", |src, dst| {
        rustix::fs::rename(src, dst)
    })?;
    Ok(Value::NONE)
}

fn link(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[2..4], "link")?;
    on_paths(thread, [&args[0], &args[1]], "link", |src, dst| {
        rustix::fs::link(src, dst)
    })?;
    Ok(Value::NONE)
}

fn symlink(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[3..], "symlink")?;
    on_paths(thread, [&args[0], &args[1]], "symlink", |src, dst| {
        rustix::fs::symlink(src, dst)
    })?;
    Ok(Value::NONE)
}

fn readlink(thread: &Thread, args: &[Value]) -> Res {
    refuse(thread, &args[1..], "readlink")?;
    let target = on_path(thread, &args[0], "readlink", |path| {
        rustix::fs::readlink(path, Vec::new())
    })?;
    if args[0].as_bytes().is_some() {
        return crate::object::Bytes::new_value(thread, target.as_bytes());
    }
    name(thread, target.as_bytes())
}

fn getcwd(thread: &Thread, _: &[Value]) -> Res {
    let folder = at_once(thread, rustix::process::getcwd(Vec::new()))?;
    name(thread, folder.as_bytes())
}

fn chdir(thread: &Thread, args: &[Value]) -> Res {
    on_path(thread, &args[0], "chdir", |path| {
        rustix::process::chdir(path)
    })?;
    Ok(Value::NONE)
}
