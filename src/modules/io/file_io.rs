//! `FileIO`: a descriptor as a file of bytes, without a buffer.
#![forbid(unsafe_code)]

use super::base;
use super::descriptor::{Descriptor, is};
use super::{call, count, unsupported};
use crate::base::sync::Arc;
use crate::base::sync::atomic::{AtomicBool, Ordering::*};
use crate::modules::posix::call::{error, path_error, uninterrupted};
use crate::modules::posix::close_number;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::native::Beside;
use crate::object::{
    Builtin, Bytes, Dict, NativeDef, Payload, Raised, Res, Sharing, Str, Thread, Value, names,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::protocol::{self, call_positional};
use crate::runtime::{raise, system, warnings};
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::{buffer, c_int, type_name};
use crate::types::text::buffer as bytes_like;
use crate::types::text::codec;
use rustix::fs::{FileType, Mode, OFlags};
use rustix::io::Errno;
use std::ffi::CString;

/// The payload.
pub struct FileIo {
    /// Shared with buffered files over this one.
    pub descriptor: Arc<Descriptor>,
    finalizing: AtomicBool,
}

impl Payload for FileIo {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

impl FileIo {
    /// It is closed since it dies.
    pub fn note_finalizing(&self) {
        self.finalizing.store(true, Relaxed);
    }
}

/// The descriptor of a native file, whose class no script has derived.
pub fn plain_descriptor(thread: &Thread, file: &Value) -> Option<Arc<Descriptor>> {
    let payload = file.payload::<FileIo>()?;
    let is_native = thread.class_of(file).has(class_flag::NATIVE_HEAP);
    is_native.then(|| payload.descriptor.clone())
}

fn file<'v>(thread: &Thread, value: &'v Value) -> Res<&'v FileIo> {
    value
        .payload::<FileIo>()
        .ok_or_else(|| thread.type_error("a FileIO was expected"))
}

/// The descriptor of an open file.
fn open<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Descriptor> {
    let descriptor = &file(thread, value)?.descriptor;
    descriptor.check_open(thread)?;
    Ok(descriptor)
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    let payload = FileIo {
        descriptor: Arc::new(Descriptor::default()),
        finalizing: AtomicBool::new(false),
    };
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

/// What a mode says: bits of [`is`], and flags for the system.
fn mode_of(thread: &Thread, mode: &str) -> Res<(u8, OFlags)> {
    let (mut bits, mut flags) = (0, OFlags::CLOEXEC);
    let (mut kinds, mut plus) = (0, 0);
    for c in mode.chars() {
        match c {
            'x' => {
                (bits, flags) = (
                    bits | is::CREATED | is::WRITABLE,
                    flags | OFlags::EXCL | OFlags::CREATE,
                );
            }
            'r' => bits |= is::READABLE,
            'w' => (bits, flags) = (bits | is::WRITABLE, flags | OFlags::CREATE | OFlags::TRUNC),
            'a' => {
                (bits, flags) = (
                    bits | is::WRITABLE | is::APPENDING,
                    flags | OFlags::APPEND | OFlags::CREATE,
                );
            }
            'b' => continue,
            '+' => {
                bits |= is::READABLE | is::WRITABLE;
                plus += 1;
                continue;
            }
            _ => return Err(thread.value_error(format!("invalid mode: {mode}"))),
        }
        kinds += 1;
    }
    if kinds != 1 || plus > 1 {
        return Err(thread.value_error(
            "Must have exactly one of create/read/write/append mode and at most one plus",
        ));
    }
    flags |= match (bits & is::READABLE != 0, bits & is::WRITABLE != 0) {
        (true, true) => OFlags::RDWR,
        (true, false) => OFlags::RDONLY,
        _ => OFlags::WRONLY,
    };
    Ok((bits, flags))
}

static ARGUMENTS: NativeDef = signature("FileIO", "(file, mode='r', closefd=True, opener=None)");

/// A number as the descriptor of a file; None if the value is no number.
fn number_of(thread: &Thread, value: &Value) -> Res<Option<i32>> {
    if value.as_bool().is_some() {
        let message = "bool is used as a file descriptor";
        warnings::warn(thread, Builtin::RuntimeWarning, message)?;
    }
    if value.as_int().is_none() && thread.class_of(value).index().is_none() {
        return Ok(None);
    }
    match raise::catch(thread, Builtin::OverflowError, c_int(thread, value))? {
        Some(number @ 0..) => Ok(Some(number)),
        Some(_) => Err(thread.value_error("negative file descriptor")),
        None => Ok(None),
    }
}

/// A path as a str or bytes.
///
/// # Errors
/// TypeError if it is none, and what `__fspath__` raises.
pub fn path_value(thread: &Thread, value: &Value) -> Res {
    if value.as_str_object().is_some() || value.as_bytes().is_some() {
        return Ok(value.clone());
    }
    let class = thread.class_of(value);
    let Some(method) = thread.lookup_in_class(class, names::FSPATH.value()) else {
        return Err(no_path(thread, value));
    };
    let path = call_positional(thread, &method, std::slice::from_ref(value))?;
    if path.as_str_object().is_some() || path.as_bytes().is_some() {
        return Ok(path);
    }
    Err(thread.type_error(format!(
        "expected {}.__fspath__() to return str or bytes, not {}",
        class.name_text(),
        thread.class_of(&path).name_text()
    )))
}

/// The bytes of a path.
fn path_of(thread: &Thread, value: &Value) -> Res<CString> {
    let path = path_value(thread, value)?;
    let bytes = match path.as_bytes() {
        Some(bytes) => bytes.to_vec(),
        None => codec::encode(thread, &path, "utf-8", "surrogateescape")?,
    };
    CString::new(bytes).map_err(|_| thread.value_error("embedded null byte"))
}

#[cold]
fn no_path(thread: &Thread, value: &Value) -> Raised {
    thread.type_error(format!(
        "expected str, bytes or os.PathLike object, not {}",
        thread.class_of(value).name_text()
    ))
}

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let descriptor = file(thread, value)?.descriptor.clone();
    if !descriptor.is_closed() {
        descriptor.close(thread)?;
    }
    let mode = match bound[1].bound() {
        Some(mode) => match mode.as_str() {
            Some(mode) => mode,
            None => {
                return Err(thread.type_error(format!(
                    "FileIO() argument 'mode' must be str, not {}",
                    type_name(thread, mode)
                )));
            }
        },
        None => "r",
    };
    let owned = match bound[2].bound() {
        Some(flag) => protocol::truth(thread, flag)?,
        None => true,
    };
    if bound[0].as_float().is_some() {
        return Err(no_path(thread, &bound[0]));
    }
    let number = number_of(thread, &bound[0])?;
    let is_given = number.is_some();
    let path = match number {
        Some(_) => None,
        None => Some(path_of(thread, &bound[0])?),
    };
    let (mut bits, flags) = mode_of(thread, mode)?;
    if owned {
        bits |= is::OWNED;
    }
    let opener = bound[3].bound().filter(|opener| !opener.is_none());
    let number = match (number, path) {
        (Some(number), _) => number,
        (None, _) if !owned => {
            return Err(thread.value_error("Cannot use closefd=False with file name"));
        }
        (None, path) => match opener {
            Some(opener) => {
                let flags = thread.int(i64::from(flags.bits() as i32))?;
                opened_by(thread, opener, &[bound[0].clone(), flags])?
            }
            None => {
                let path = path.unwrap_or_default();
                let mode = Mode::from_bits_retain(0o666);
                let opened =
                    uninterrupted(thread, || rustix::fs::open(path.as_c_str(), flags, mode))?;
                system::number(opened.map_err(|errno| path_error(thread, errno, &bound[0]))?)
            }
        },
    };
    match describe(thread, number, &bound[0]) {
        Ok((more, block)) => {
            bits |= more;
            if number <= 2 && is_given && !owned {
                bits |= is::STANDARD;
            }
            descriptor.block.store(block, Relaxed);
        }
        Err(raised) => {
            if !is_given {
                let _ = close_number(thread, number);
            }
            return Err(raised);
        }
    }
    descriptor.bits.store(bits, Relaxed);
    descriptor.seekable.store(-1, Relaxed);
    descriptor.number.store(number, Release);
    let named = protocol::set_attr(thread, value, names::NAME_ATTR.value(), Some(&bound[0]));
    if let Err(raised) = named {
        // What was given is not closed with a file that there is not.
        descriptor.number.store(-1, Release);
        if !is_given {
            let _ = close_number(thread, number);
        }
        return Err(raised);
    }
    if bits & is::APPENDING != 0 {
        // What has no positions has no end either.
        let _ = system::descriptor(number)
            .and_then(|fd| rustix::fs::seek(fd, rustix::fs::SeekFrom::End(0)));
    }
    Ok(())
}

/// The descriptor that a script's function has opened.
fn opened_by(thread: &Thread, opener: &Value, args: &[Value]) -> Res<i32> {
    let opened = call_positional(thread, opener, args)?;
    if thread.class_of(&opened).index().is_none() {
        return Err(thread.type_error("expected integer from opener"));
    }
    let number = c_int(thread, &opened)?;
    if number < 0 {
        return Err(thread.value_error(format!("opener returned {number}")));
    }
    let set = system::descriptor(number)
        .and_then(|fd| rustix::io::fcntl_setfd(fd, rustix::io::FdFlags::CLOEXEC));
    set.map_err(|errno| error(thread, errno))?;
    Ok(number)
}

/// What the system says of an open file: bits of [`is`], and the size of a block.
fn describe(thread: &Thread, number: i32, name: &Value) -> Res<(u8, u32)> {
    let stat = match system::descriptor(number).and_then(rustix::fs::fstat) {
        Ok(stat) => stat,
        Err(Errno::BADF) => return Err(error(thread, Errno::BADF)),
        Err(_) => return Ok((0, 8192)),
    };
    match FileType::from_raw_mode(stat.st_mode) {
        FileType::Directory => Err(path_error(thread, Errno::ISDIR, name)),
        kind => {
            let block = u32::try_from(stat.st_blksize).ok().filter(|size| *size > 1);
            let bits = if kind == FileType::RegularFile {
                is::REGULAR
            } else {
                0
            };
            Ok((bits, block.unwrap_or(8192)))
        }
    }
}

fn readable<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Descriptor> {
    let descriptor = open(thread, value)?;
    match descriptor.has(is::READABLE) {
        true => Ok(descriptor),
        false => Err(unsupported(thread, "File not open for reading")),
    }
}

fn writable<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Descriptor> {
    let descriptor = open(thread, value)?;
    match descriptor.has(is::WRITABLE) {
        true => Ok(descriptor),
        false => Err(unsupported(thread, "File not open for writing")),
    }
}

fn read(thread: &Thread, args: &[Value]) -> Res {
    let descriptor = readable(thread, &args[0])?;
    let Some(wanted) = count(thread, &args[1])? else {
        return call(thread, &args[0], "readall", &[]);
    };
    let mut bytes = buffer(thread, wanted.min(super::descriptor::MOST_AT_ONCE))?;
    let got = match wanted {
        0 => descriptor.read(thread, &mut [])?,
        _ => descriptor.read_behind(thread, &mut bytes)?,
    };
    match got {
        Some(_) => Bytes::new_value(thread, &bytes),
        None => Ok(Value::NONE),
    }
}

fn readall(thread: &Thread, args: &[Value]) -> Res {
    let descriptor = readable(thread, &args[0])?;
    let mut bytes = Vec::new();
    match descriptor.read_all(thread, &mut bytes)? {
        true => Bytes::new_value(thread, &bytes),
        false => Ok(Value::NONE),
    }
}

fn readinto(thread: &Thread, args: &[Value]) -> Res {
    let descriptor = readable(thread, &args[0])?;
    let room = base::room(thread, &args[1], "readinto")?;
    let mut bytes = buffer(thread, room.min(super::descriptor::MOST_AT_ONCE))?;
    let got = match room {
        0 => descriptor.read(thread, &mut [])?,
        _ => descriptor.read_behind(thread, &mut bytes)?,
    };
    let Some(got) = got else {
        return Ok(Value::NONE);
    };
    base::fill(thread, &args[1], &bytes);
    thread.int_from_usize(got)
}

fn write(thread: &Thread, args: &[Value]) -> Res {
    let descriptor = writable(thread, &args[0])?;
    let bytes = bytes_like::require(thread, &args[1])?.unlocked();
    match descriptor.write(thread, &bytes)? {
        Some(count) => thread.int_from_usize(count),
        None => Ok(Value::NONE),
    }
}

fn seek(thread: &Thread, args: &[Value]) -> Res {
    let descriptor = open(thread, &args[0])?;
    let whence = args[2]
        .bound()
        .map_or(Ok(0), |whence| c_int(thread, whence))?;
    let by = index_ssize(thread, &protocol::convert::index(thread, &args[1])?)?;
    thread.int(descriptor.seek(thread, by, whence)?)
}

fn tell(thread: &Thread, args: &[Value]) -> Res {
    thread.int(open(thread, &args[0])?.seek(thread, 0, 1)?)
}

fn truncate(thread: &Thread, args: &[Value]) -> Res {
    let descriptor = writable(thread, &args[0])?;
    let size = match args[1].bound().filter(|size| !size.is_none()) {
        Some(size) => size.clone(),
        None => call(thread, &args[0], "tell", &[])?,
    };
    descriptor.truncate(thread, index_ssize(thread, &size)?)?;
    Ok(size)
}

fn close(thread: &Thread, args: &[Value]) -> Res {
    let this = file(thread, &args[0])?;
    let flushed = base::close(thread, args);
    if !this.descriptor.has(is::OWNED) {
        this.descriptor.number.store(-1, Release);
        return flushed;
    }
    if this.finalizing.load(Relaxed) && !this.descriptor.is_closed() {
        warnings::warn_unclosed(thread, "file ", &args[0]);
    }
    base::both(thread, flushed, || {
        this.descriptor.close(thread)?;
        Ok(Value::NONE)
    })
}

fn dealloc_warn(thread: &Thread, args: &[Value]) -> Res {
    let this = &file(thread, &args[0])?.descriptor;
    if !this.is_closed() && this.has(is::OWNED) {
        warnings::warn_unclosed(thread, "file ", &args[1]);
    }
    Ok(Value::NONE)
}

fn fileno(thread: &Thread, args: &[Value]) -> Res {
    thread.int(i64::from(open(thread, &args[0])?.check_open(thread)?))
}

fn isatty(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0])?
        .is_terminal(thread)
        .map(Value::from_bool)
}

fn is_readable(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(open(thread, &args[0])?.has(is::READABLE)))
}

fn is_writable(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(open(thread, &args[0])?.has(is::WRITABLE)))
}

fn is_seekable(thread: &Thread, args: &[Value]) -> Res {
    open(thread, &args[0])?
        .is_seekable(thread)
        .map(Value::from_bool)
}

fn get_closed(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        file(thread, value)?.descriptor.is_closed(),
    ))
}

fn get_closefd(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        file(thread, value)?.descriptor.has(is::OWNED),
    ))
}

/// The mode that a descriptor was opened with.
fn mode_text(descriptor: &Descriptor) -> &'static str {
    let readable = descriptor.has(is::READABLE);
    match (descriptor.has(is::CREATED), descriptor.has(is::APPENDING)) {
        (true, _) if readable => "xb+",
        (true, _) => "xb",
        (_, true) if readable => "ab+",
        (_, true) => "ab",
        _ if readable && descriptor.has(is::WRITABLE) => "rb+",
        _ if readable => "rb",
        _ => "wb",
    }
}

fn get_mode(thread: &Thread, value: &Value) -> Res {
    Str::new_value(thread, mode_text(&file(thread, value)?.descriptor))
}

fn get_block(thread: &Thread, value: &Value) -> Res {
    thread.int(i64::from(
        file(thread, value)?.descriptor.block.load(Relaxed),
    ))
}

fn set_block(thread: &Thread, value: &Value, block: Option<&Value>) -> Res<()> {
    let Some(block) = block else {
        return Err(thread.type_error("can't delete numeric/char attribute"));
    };
    let block = c_int(thread, block)?.max(0) as u32;
    file(thread, value)?.descriptor.block.store(block, Relaxed);
    Ok(())
}

fn get_finalizing(thread: &Thread, value: &Value) -> Res {
    Ok(Value::from_bool(
        file(thread, value)?.finalizing.load(Relaxed),
    ))
}

fn set_finalizing(thread: &Thread, value: &Value, flag: Option<&Value>) -> Res<()> {
    let flag = flag.map_or(Ok(false), |flag| protocol::truth(thread, flag))?;
    file(thread, value)?.finalizing.store(flag, Relaxed);
    Ok(())
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let descriptor = &file(thread, value)?.descriptor;
    let class = super::shown_class(thread, value);
    if descriptor.is_closed() {
        return Str::new_value(thread, &format!("<{class} [closed]>"));
    }
    let number = descriptor.number.load(Relaxed);
    let mode = mode_text(descriptor);
    let owned = if descriptor.has(is::OWNED) {
        "True"
    } else {
        "False"
    };
    let name = protocol::get_attr_opt(thread, value, names::NAME_ATTR.value())?;
    let text = match name {
        Some(name) => {
            thread.check_stack(" while getting the repr of a file")?;
            let name = super::shown_name(thread, value, &name)?;
            format!("<{class} name={name} mode='{mode}' closefd={owned}>")
        }
        None => format!("<{class} fd={number} mode='{mode}' closefd={owned}>"),
    };
    Str::from_bytes(thread, text.as_bytes())
}

/// A file over a descriptor that is not closed with it, for the standard streams. None if there is no such descriptor.
///
/// # Errors
/// MemoryError
pub fn standard(thread: &Thread, number: i32, mode: &str, name: &str) -> Res<Option<Value>> {
    let class = base::class(thread, &CLASS)?;
    if system::descriptor(number)
        .and_then(rustix::fs::fstat)
        .is_err()
    {
        return Ok(None);
    }
    let values = [
        thread.int(i64::from(number))?,
        Str::new_value(thread, mode)?,
        Value::FALSE,
    ];
    let raw = call_positional(thread, &class, &values)?;
    let name = Str::new_value(thread, name)?;
    protocol::set_attr(thread, &raw, names::NAME_ATTR.value(), Some(&name))?;
    Ok(Some(raw))
}

/// Puts the class among the names of a module.
///
/// # Errors
/// MemoryError
pub fn add(thread: &Thread, dict: &Dict) -> Res<()> {
    dict.set(
        thread,
        super::named(thread, "FileIO")?,
        base::class(thread, &CLASS)?,
    )
}

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "_io.FileIO",
    doc: "A file of bytes: a descriptor of the system, without a buffer.",
    signature: "(file, mode='r', closefd=True, opener=None)",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<FileIo>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("read", "(self, size=-1, /)", read)
                .doc("At most size bytes, by one call of the system; all that are left without a size.\n\n\
                    None if there are none yet and calls do not wait."),
            NativeDef::method("readall", "(self, /)", readall).doc("All bytes that are left."),
            NativeDef::method("readinto", "(self, buffer, /)", readinto)
                .doc("Reads into a buffer; how many bytes that were."),
            NativeDef::method("write", "(self, b, /)", write)
                .doc("Writes bytes by one call of the system; how many it has taken."),
            NativeDef::method("seek", "(self, pos, whence=0, /)", seek)
                .doc("Changes the position: 0 from the start, 1 from where it is, 2 from the end."),
            NativeDef::method("tell", "(self, /)", tell).doc("The position."),
            NativeDef::method("truncate", "(self, size=None, /)", truncate)
                .doc("Sets the length; to the position without a size."),
            NativeDef::method("close", "(self, /)", close)
                .doc("Closes the file, and the descriptor unless closefd is false."),
            NativeDef::method("seekable", "(self, /)", is_seekable)
                .doc("Whether there are positions."),
            NativeDef::method("readable", "(self, /)", is_readable)
                .doc("Whether the file was opened for reading."),
            NativeDef::method("writable", "(self, /)", is_writable)
                .doc("Whether the file was opened for writing."),
            NativeDef::method("fileno", "(self, /)", fileno).doc("The descriptor."),
            NativeDef::method("isatty", "(self, /)", isatty).doc("Whether it is a terminal."),
            NativeDef::method("_dealloc_warn", "(self, source, /)", dealloc_warn),
            NativeDef::method("__reduce__", "(self, /)", base::cannot_pickle),
            NativeDef::method("__reduce_ex__", "(self, protocol, /)", base::cannot_pickle),
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
    ],
    getset: &[
        GetSetDef::new("closed", get_closed).doc("Whether the file is closed."),
        GetSetDef::new("closefd", get_closefd)
            .doc("Whether the descriptor is closed with the file."),
        GetSetDef::new("mode", get_mode).doc("The mode."),
        GetSetDef::new("_blksize", get_block).writable(set_block),
        GetSetDef::new("_finalizing", get_finalizing).writable(set_finalizing),
    ],
    ..ClassDef::DEFAULT
};
