//! `Struct`, and the iterator that `iter_unpack` gives.

use super::layout::{Layout, layout_of};
use super::{pack, unpack};
use crate::base::sync::RwLock;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Beside, Bytes, NativeDef, Payload, Res, Sharing, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::native_call::short_name;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::protocol::iterate::identity;
use crate::types::memoryview::{MemoryView, change_bytes, view_of};
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::buffer::{self, Buffer};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The payload of Structs; no layout before `__init__`.
#[derive(Default)]
struct Struct(RwLock<Option<Arc<Layout>>>);

impl Payload for Struct {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// What is used in place of a layout before there is one: nothing fits it.
fn layout(thread: &Thread, value: &Value) -> Res<Option<Arc<Layout>>> {
    match value.payload::<Struct>() {
        Some(this) => Ok(this.0.read().clone()),
        None => Err(thread.type_error("a Struct was expected")),
    }
}

/// The layout of a Struct that is to be used.
fn known(thread: &Thread, value: &Value, doing: &str) -> Res<Arc<Layout>> {
    match layout(thread, value)? {
        Some(layout) => Ok(layout),
        None => Err(super::error(thread, doing)),
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Struct::default())
}

static ARGUMENTS: NativeDef = signature("Struct", "(format)");

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let layout = layout_of(thread, &bound[0])?;
    if let Some(this) = value.payload::<Struct>() {
        *this.0.write() = Some(layout);
    }
    Ok(())
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let format = get_format(thread, value)?;
    let name = short_name(thread.class_of(value));
    let shown = crate::runtime::protocol::repr(thread, &format)?;
    let shown = shown.as_str_object().map(Str::to_text).unwrap_or_default();
    Str::new_value(thread, &format!("{name}({shown})"))
}

fn get_format(thread: &Thread, value: &Value) -> Res {
    let layout = layout(thread, value)?;
    Str::new_value(thread, layout.as_ref().map_or("", |layout| &layout.format))
}

fn get_size(thread: &Thread, value: &Value) -> Res {
    match layout(thread, value)? {
        Some(layout) => thread.int_from_usize(layout.size),
        None => Ok(Value::from_i32(-1)),
    }
}

/// The bytes of values.
///
/// # Errors
/// `struct.error` for the wrong number of values, and for what does not fit.
pub fn pack_values(thread: &Thread, layout: &Layout, values: &[Value]) -> Res {
    if values.len() != layout.count {
        return Err(super::error(
            thread,
            format!(
                "pack expected {} items for packing (got {})",
                layout.count,
                values.len()
            ),
        ));
    }
    Bytes::new_value(thread, &pack::pack(thread, layout, values)?)
}

/// Puts the bytes of values into a buffer: `(buffer, offset, values…)`.
///
/// # Errors
/// `struct.error` and TypeError for arguments that do not fit.
pub fn pack_into(thread: &Thread, layout: &Layout, args: &[Value]) -> Res {
    let (target, offset, values) = match args {
        [] => return Err(super::error(thread, "pack_into expected buffer argument")),
        [_] => return Err(super::error(thread, "pack_into expected offset argument")),
        [target, offset, values @ ..] => (target, offset, values),
    };
    if values.len() != layout.count {
        return Err(super::error(
            thread,
            format!(
                "pack_into expected {} items for packing (got {})",
                layout.count,
                values.len()
            ),
        ));
    }
    let cannot_write = || {
        thread.type_error(format!(
            "argument must be read-write bytes-like object, not {}",
            thread.class_of(target).name_text()
        ))
    };
    thread.before_write(target);
    if !change_bytes(target, &mut |_| {}) {
        return Err(cannot_write());
    }
    let offset = index_ssize(thread, offset)?;
    // The view keeps the buffer as long as it is while the values are converted.
    let view = view_of(thread, target)?;
    let len = view
        .payload::<MemoryView>()
        .map_or(0, MemoryView::byte_count);
    let start = start(thread, layout.size, offset, len, "packing")?;
    let packed = pack::pack(thread, layout, values)?;
    thread.before_write(target);
    let changed = change_bytes(&view, &mut |bytes| {
        if let Some(place) = bytes.get_mut(start..start + packed.len()) {
            place.copy_from_slice(&packed);
        }
    });
    match changed {
        true => Ok(Value::NONE),
        false => Err(cannot_write()),
    }
}

/// Where in a buffer of `len` bytes the packed bytes begin; a negative offset counts from the end.
fn start(thread: &Thread, size: usize, offset: i64, len: usize, doing: &str) -> Res<usize> {
    let (wide_size, wide_len) = (size as i128, len as i128);
    let mut from = i128::from(offset);
    if from < 0 {
        if from + wide_size > 0 {
            let (verb, lack) = match doing {
                "packing" => ("pack", "no space"),
                _ => ("unpack", "not enough data"),
            };
            let message = format!("{lack} to {verb} {size} bytes at offset {offset}");
            return Err(super::error(thread, message));
        }
        if from + wide_len < 0 {
            let message = format!("offset {offset} out of range for {len}-byte buffer");
            return Err(super::error(thread, message));
        }
        from += wide_len;
    }
    if wide_len - from < wide_size {
        let function = if doing == "packing" {
            "pack_into"
        } else {
            "unpack_from"
        };
        let needed = wide_size + from;
        return Err(super::error(
            thread,
            format!(
                "{function} requires a buffer of at least {needed} bytes for {doing} {size} bytes at offset {from} (actual buffer size is {len})"
            ),
        ));
    }
    Ok(from as usize)
}

/// The values in a whole buffer.
///
/// # Errors
/// `struct.error` if it has another length, TypeError if it is none.
pub fn unpack_whole(thread: &Thread, layout: &Layout, value: &Value) -> Res {
    thread.before_read(value);
    let bytes = buffer::require(thread, value)?;
    if bytes.len() != layout.size {
        drop(bytes);
        let message = format!("unpack requires a buffer of {} bytes", layout.size);
        return Err(super::error(thread, message));
    }
    unpack::unpack(thread, layout, &bytes.unlocked())
}

/// The values in a part of a buffer.
///
/// # Errors
/// `struct.error` if it is too short, TypeError if it is none.
pub fn unpack_part(thread: &Thread, layout: &Layout, value: &Value, offset: &Value) -> Res {
    let offset = match offset.bound() {
        Some(offset) => index_ssize(thread, offset)?,
        None => 0,
    };
    thread.before_read(value);
    let bytes = buffer::require(thread, value)?;
    let len = bytes.len();
    let bytes = match bytes {
        Buffer::Slice(bytes) => {
            let start = start(thread, layout.size, offset, len, "unpacking")?;
            return unpack::unpack(thread, layout, &bytes[start..start + layout.size]);
        }
        locked => {
            let from = if offset < 0 {
                offset + len as i64
            } else {
                offset
            };
            let from = usize::try_from(from).unwrap_or(usize::MAX);
            let end = from.saturating_add(layout.size);
            locked.get(from..end).map(<[u8]>::to_vec)
        }
    };
    start(thread, layout.size, offset, len, "unpacking")?;
    unpack::unpack(thread, layout, &bytes.unwrap_or_default())
}

/// The payload of the iterator.
struct Unpacking {
    layout: Arc<Layout>,
    /// A view of the buffer, which stays as long as it is.
    view: Value,
    at: AtomicUsize,
}

impl Payload for Unpacking {
    const SHARING: Sharing = Sharing::Iterator;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.view);
    }
}

/// An iterator over the packed parts of a buffer.
///
/// # Errors
/// `struct.error` if it cannot be divided into such parts, TypeError if it is none.
pub fn iterate(thread: &Thread, layout: Arc<Layout>, value: &Value) -> Res {
    if layout.size == 0 {
        let message = "cannot iteratively unpack with a struct of length 0";
        return Err(super::error(thread, message));
    }
    thread.before_read(value);
    let len = buffer::require(thread, value)?.len();
    if !len.is_multiple_of(layout.size) {
        return Err(super::error(
            thread,
            format!(
                "iterative unpacking requires a buffer of a multiple of {} bytes",
                layout.size
            ),
        ));
    }
    let class = once(thread, &ITERATOR, native_class)?;
    let iterator = Unpacking {
        layout,
        view: view_of(thread, value)?,
        at: AtomicUsize::new(0),
    };
    thread.alloc_instance(class_argument(thread, &class)?, iterator)
}

/// How many bytes are still to come.
fn rest(this: &Unpacking) -> usize {
    let len = this
        .view
        .payload::<MemoryView>()
        .map_or(0, MemoryView::byte_count);
    len.saturating_sub(this.at.load(Relaxed))
}

fn next(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let Some(this) = value.payload::<Unpacking>() else {
        return Ok(None);
    };
    let size = this.layout.size;
    if rest(this) < size {
        return Ok(None);
    }
    thread.before_read(&this.view);
    let at = this.at.load(Relaxed);
    let part = match buffer::get(&this.view) {
        Some(Buffer::Slice(bytes)) => {
            let Some(part) = bytes.get(at..at + size) else {
                return Ok(None);
            };
            this.at.store(at + size, Relaxed);
            return unpack::unpack(thread, &this.layout, part).map(Some);
        }
        Some(bytes) => bytes.get(at..at + size).map(<[u8]>::to_vec),
        None => None,
    };
    let Some(part) = part else {
        return Ok(None);
    };
    this.at.store(at + size, Relaxed);
    unpack::unpack(thread, &this.layout, &part).map(Some)
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let left = args[0]
        .payload::<Unpacking>()
        .map_or(0, |this| rest(this) / this.layout.size.max(1));
    thread.int_from_usize(left)
}

fn method_pack(thread: &Thread, args: &[Value]) -> Res {
    let (this, values) = (&args[0], &args[1..]);
    let wrong = format!("pack expected -1 items for packing (got {})", values.len());
    pack_values(thread, &*known(thread, this, &wrong)?, values)
}

fn method_pack_into(thread: &Thread, args: &[Value]) -> Res {
    let wrong = "pack_into expected -1 items for packing";
    pack_into(thread, &*known(thread, &args[0], wrong)?, &args[1..])
}

fn method_unpack(thread: &Thread, args: &[Value]) -> Res {
    let wrong = "unpack requires a buffer of -1 bytes";
    unpack_whole(thread, &*known(thread, &args[0], wrong)?, &args[1])
}

fn method_unpack_from(thread: &Thread, args: &[Value]) -> Res {
    let wrong = "unpack requires a buffer of -1 bytes";
    unpack_part(
        thread,
        &*known(thread, &args[0], wrong)?,
        &args[1],
        &args[2],
    )
}

fn method_iter_unpack(thread: &Thread, args: &[Value]) -> Res {
    let wrong = "cannot iteratively unpack with a struct of length -1";
    iterate(thread, known(thread, &args[0], wrong)?, &args[1])
}

static ITERATOR: ClassDef = ClassDef {
    name: "_struct.unpack_iterator",
    layout: Some(id_of::<Unpacking>),
    methods: &[
        NativeDef::method("__length_hint__", "(self, /)", length_hint)
            .doc("How many tuples are still to come."),
    ],
    slots: &[SlotDef::Iter(identity), SlotDef::Next(next)],
    ..ClassDef::DEFAULT
};

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "_struct.Struct",
    doc: "A format that has been read once, for packing and unpacking many times.",
    signature: "(format)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Struct>),
    methods: &NativeDef::all_beside(
        Beside::PROTOCOLS,
        [
            NativeDef::method("pack", "(self, /, *values)", method_pack)
                .unsigned()
                .doc("The bytes of the values."),
            NativeDef::method("pack_into", "(self, /, *args)", method_pack_into)
                .unsigned()
                .doc("Puts the bytes of the values into a buffer, from an offset on."),
            NativeDef::method("unpack", "(self, buffer, /)", method_unpack)
                .doc("The values in a buffer, which has the Struct's size, as a tuple."),
            NativeDef::method(
                "unpack_from",
                "(self, /, buffer, offset=0)",
                method_unpack_from,
            )
            .doc("The values in a buffer from an offset on, as a tuple."),
            NativeDef::method("iter_unpack", "(self, buffer, /)", method_iter_unpack)
                .doc("An iterator over the tuples in a buffer of several times the Struct's size."),
        ],
    ),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(initialise),
        SlotDef::Repr(repr),
    ],
    getset: &[
        GetSetDef::new("format", get_format).doc("The format."),
        GetSetDef::new("size", get_size).doc("How many bytes it describes."),
    ],
    members: &["size"],
    ..ClassDef::DEFAULT
};
