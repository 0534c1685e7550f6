//! The payload of memoryviews: whose memory, which part of it, and how it is divided into items.
//!
//! **Invariant**: every item that `shape` and `strides` describe lies within the owner's memory, whose size is pinned until the view is
//! released or dies.
#![forbid(unsafe_code)]

use super::items::unpack;
use crate::base::sync::atomic::{AtomicBool, AtomicI64, Ordering::*};
use crate::object::class::{CallArgs, Compare};
use crate::object::native::NativeDef;
use crate::object::{Builtin, Payload, Raised, Res, Str, Thread, Value};
use crate::runtime::bind::bind;
use crate::runtime::native_call::short_name;
use crate::runtime::protocol;
use crate::types::text::buffer::{self, Buffer, Exporter};

/// The payload of memoryviews.
pub struct MemoryView {
    /// The object whose memory it is.
    pub owner: Value,
    exporter: &'static Exporter,
    /// The type character of the items.
    pub format: char,
    /// Whether scripts see an `@` before it.
    pub marked_native: bool,
    /// Bytes of an item.
    pub item_size: usize,
    /// Where the first item begins.
    pub offset: usize,
    /// How many items there are in each dimension.
    pub shape: Vec<usize>,
    /// The distance in bytes between neighbours in each dimension.
    pub strides: Vec<isize>,
    /// Whether items cannot be assigned.
    pub read_only: bool,
    released: AtomicBool,
    hash: AtomicI64,
}

impl MemoryView {
    /// A view that pins the owner's memory.
    pub fn new(
        owner: Value,
        exporter: &'static Exporter,
        (format, item_size): (char, usize),
        offset: usize,
        shape: Vec<usize>,
        strides: Vec<isize>,
        read_only: bool,
    ) -> MemoryView {
        (exporter.pin)(&owner, true);
        MemoryView {
            owner,
            exporter,
            format,
            marked_native: false,
            item_size,
            offset,
            shape,
            strides,
            read_only,
            released: AtomicBool::new(false),
            hash: AtomicI64::new(-1),
        }
    }

    /// The format as scripts see it.
    pub fn format_text(&self) -> String {
        match self.marked_native {
            true => format!("@{}", self.format),
            false => self.format.to_string(),
        }
    }

    /// Another view on the same memory.
    pub fn derive(
        &self,
        item: (char, usize),
        offset: usize,
        shape: Vec<usize>,
        strides: Vec<isize>,
    ) -> MemoryView {
        let owner = self.owner.clone();
        let read_only = self.read_only;
        let mut view = MemoryView::new(
            owner,
            self.exporter,
            item,
            offset,
            shape,
            strides,
            read_only,
        );
        view.marked_native = self.marked_native;
        view
    }

    /// Gives the memory back.
    pub fn release(&self) {
        if !self.released.swap(true, AcqRel) {
            (self.exporter.pin)(&self.owner, false);
        }
    }

    /// Whether the view has been released.
    pub fn is_released(&self) -> bool {
        self.released.load(Acquire)
    }

    /// How many items there are in all.
    pub fn count(&self) -> usize {
        self.shape.iter().product()
    }

    /// How many bytes the items have.
    pub fn byte_count(&self) -> usize {
        self.count() * self.item_size
    }

    /// Whether the items lie one behind the other.
    pub fn is_contiguous(&self) -> bool {
        let mut expected = self.item_size as isize;
        for (n, stride) in self.shape.iter().zip(&self.strides).rev() {
            if *n > 1 && *stride != expected {
                return false;
            }
            expected *= *n as isize;
        }
        true
    }

    /// The owner's bytes.
    pub fn memory(&self) -> Option<Buffer<'_>> {
        (self.exporter.bytes)(&self.owner)
    }

    /// Lets a function change the owner's bytes.
    pub fn change(&self, f: &mut dyn FnMut(&mut [u8])) {
        if let Some(change) = self.exporter.change {
            change(&self.owner, f);
        }
    }

    /// The offsets of all items, last dimension fastest.
    pub fn offsets(&self) -> Vec<usize> {
        let mut offsets = vec![self.offset as isize];
        for (n, stride) in self.shape.iter().zip(&self.strides) {
            offsets = offsets
                .iter()
                .flat_map(|start| (0..*n as isize).map(move |i| start + i * stride))
                .collect();
        }
        offsets.into_iter().map(|offset| offset as usize).collect()
    }

    /// A copy of the items' bytes, one behind the other.
    pub fn to_vec(&self) -> Vec<u8> {
        let Some(memory) = self.memory() else {
            return Vec::new();
        };
        if self.is_contiguous() {
            let end = self.offset + self.byte_count();
            return memory.get(self.offset..end).unwrap_or(&[]).to_vec();
        }
        let mut out = Vec::with_capacity(self.byte_count());
        for offset in self.offsets() {
            out.extend_from_slice(memory.get(offset..offset + self.item_size).unwrap_or(&[]));
        }
        out
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl Payload for MemoryView {
    const SEVERS: bool = true;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.owner);
    }
    fn sever(&self) {
        self.release();
    }
}

static EXPORTER: Exporter = Exporter {
    bytes: |value| {
        let view = value.payload::<MemoryView>()?;
        if view.is_released() {
            return None;
        }
        if !view.is_contiguous() {
            return Some(Buffer::Gathered(view.to_vec()));
        }
        let range = view.offset..view.offset + view.byte_count();
        Some(match view.memory()? {
            Buffer::Slice(bytes) => Buffer::Slice(bytes.get(range).unwrap_or(&[])),
            Buffer::Array(guard) => Buffer::Part(guard, range),
            other => Buffer::Owned(other.get(range).unwrap_or(&[]).to_vec()),
        })
    },
    item: |value| match value.payload::<MemoryView>() {
        Some(view) => (view.format, view.item_size),
        None => ('B', 1),
    },
    change: None,
    read_only: |_| true,
    pin: |_, _| {},
};

/// Lets a function change the bytes of a bytes-like object, a contiguous view among them. False: they are read-only, or there are none.
pub fn change_bytes(value: &Value, f: &mut dyn FnMut(&mut [u8])) -> bool {
    let Some(view) = value.payload::<MemoryView>() else {
        let change = buffer::exporter(value).and_then(|exporter| exporter.change);
        return change.map(|change| change(value, f)).is_some();
    };
    if view.read_only || view.is_released() || !view.is_contiguous() {
        return false;
    }
    let range = view.offset..view.offset + view.byte_count();
    view.change(&mut |memory| f(memory.get_mut(range.clone()).unwrap_or(&mut [])));
    true
}

/// Makes memoryviews bytes-like. Called once, before any is made.
pub fn register() {
    buffer::register::<MemoryView>(&EXPORTER);
}

/// ValueError for what a released view cannot do.
#[cold]
pub fn released(thread: &Thread) -> Raised {
    thread.value_error("operation forbidden on released memoryview object")
}

/// The payload of a method's `self`.
///
/// # Errors
/// ValueError if it has been released.
#[inline]
pub fn this<'a>(thread: &Thread, value: &'a Value) -> Res<&'a MemoryView> {
    match value.payload::<MemoryView>() {
        Some(view) if !view.is_released() => Ok(view),
        _ => Err(released(thread)),
    }
}

/// A view on a bytes-like object; of a view, another on the same memory.
pub fn view_of(thread: &Thread, object: &Value) -> Res {
    if object.payload::<MemoryView>().is_some() {
        let view = this(thread, object)?;
        let copy = view.derive(
            (view.format, view.item_size),
            view.offset,
            view.shape.clone(),
            view.strides.clone(),
        );
        return thread.alloc(Builtin::MemoryView, copy);
    }
    let Some(exporter) = buffer::exporter(object) else {
        return Err(thread.type_error(format!(
            "memoryview: a bytes-like object is required, not '{}'",
            thread.class_of(object).name_text()
        )));
    };
    let (format, size) = (exporter.item)(object);
    let Some(len) = (exporter.bytes)(object).map(|bytes| bytes.len()) else {
        let name = short_name(thread.class_of(object));
        let message = format!("operation forbidden on released {name} object");
        return Err(thread.value_error(message));
    };
    let view = MemoryView::new(
        object.clone(),
        exporter,
        (format, size),
        0,
        vec![len / size.max(1)],
        vec![size as isize],
        (exporter.read_only)(object),
    );
    thread.alloc(Builtin::MemoryView, view)
}

fn make(thread: &Thread, args: &[Value]) -> Res {
    view_of(thread, &args[0])
}

static NEW: NativeDef = NativeDef::function("memoryview", "(object)", make);

/// `memoryview(object)`
pub fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "memoryview", &NEW, args)?;
    view_of(thread, &args[0])
}

/// `repr(self)`
pub fn repr(thread: &Thread, value: &Value) -> Res {
    let what = match value.payload::<MemoryView>() {
        Some(view) if view.is_released() => "released memory",
        _ => "memory",
    };
    Str::new_value(
        thread,
        &format!("<{what} at {:#x}>", thread.identity(value)),
    )
}

/// `hash(self)`: that of the bytes, for read-only views on bytes.
pub fn hash(thread: &Thread, value: &Value) -> Res<i64> {
    let Some(view) = value.payload::<MemoryView>() else {
        return Ok(0);
    };
    let known = view.hash.load(Relaxed);
    if known != -1 {
        return Ok(known);
    }
    let view = this(thread, value)?;
    if !view.read_only {
        return Err(thread.value_error("cannot hash writable memoryview object"));
    }
    if !matches!(view.format, 'B' | 'b' | 'c') {
        return Err(
            thread.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        );
    }
    // Raises if the owner cannot be hashed.
    protocol::hash(thread, &view.owner)?;
    let bytes = crate::object::Bytes::new_value(thread, &view.to_vec())?;
    let hash = protocol::hash(thread, &bytes)?;
    view.hash.store(hash, Relaxed);
    Ok(hash)
}

/// What a comparison sees of a bytes-like object.
struct Compared {
    format: char,
    item_size: usize,
    shape: Vec<usize>,
    bytes: Vec<u8>,
}

fn compared(value: &Value) -> Option<Compared> {
    if let Some(view) = value.payload::<MemoryView>() {
        return (!view.is_released()).then(|| Compared {
            format: view.format,
            item_size: view.item_size,
            shape: view.shape.clone(),
            bytes: view.to_vec(),
        });
    }
    let exporter = buffer::exporter(value)?;
    let (format, item_size) = (exporter.item)(value);
    let bytes = (exporter.bytes)(value)?.into_vec();
    Some(Compared {
        format,
        item_size,
        shape: vec![bytes.len() / item_size.max(1)],
        bytes,
    })
}

/// Equality: the same shape, and equal items.
pub fn compare(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let equal = match (compared(a), compared(b)) {
        _ if a.is(b) => true,
        (None, _) if a.payload::<MemoryView>().is_some() => false,
        (_, None) if b.payload::<MemoryView>().is_some() => false,
        (Some(a), Some(b)) => equal_items(thread, &a, &b)?,
        _ => return Ok(Value::NOT_IMPLEMENTED),
    };
    Ok(Value::from_bool(equal == (op == Compare::Eq)))
}

fn equal_items(thread: &Thread, a: &Compared, b: &Compared) -> Res<bool> {
    if a.shape != b.shape {
        return Ok(false);
    }
    if a.format == b.format && !matches!(a.format, 'd' | 'f' | 'e' | '?') {
        return Ok(a.bytes == b.bytes);
    }
    let items = a.bytes.chunks_exact(a.item_size.max(1));
    for (x, y) in items.zip(b.bytes.chunks_exact(b.item_size.max(1))) {
        let x = unpack(thread, a.format, x)?;
        let y = unpack(thread, b.format, y)?;
        let equal = protocol::compare_bool(thread, &x, &y, Compare::Eq)?;
        if !equal {
            return Ok(false);
        }
    }
    Ok(true)
}
