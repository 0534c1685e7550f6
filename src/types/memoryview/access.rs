//! Items and slices of memoryviews.
#![forbid(unsafe_code)]

use super::items::{pack, unpack};
use super::value::{MemoryView, this};
use crate::object::{Builtin, Raised, Res, Slice, Thread, Value};
use crate::runtime::protocol::convert::index_i64;
use crate::runtime::protocol::sequence::position;
use crate::runtime::protocol::slice::SliceBounds;
use crate::types::text::buffer;

/// `len(self)`: items in the first dimension.
pub fn len(thread: &Thread, value: &Value) -> Res<usize> {
    match this(thread, value)?.shape.first() {
        Some(len) => Ok(*len),
        None => Err(thread.type_error("0-dim memory has no length")),
    }
}

fn is_index(thread: &Thread, key: &Value) -> bool {
    key.as_int().is_some() || thread.class_of(key).index().is_some()
}

#[cold]
fn invalid_key(thread: &Thread) -> Raised {
    thread.type_error("memoryview: invalid slice key")
}

#[cold]
fn not_implemented(thread: &Thread, message: &str) -> Raised {
    thread.error(Builtin::NotImplementedError, message)
}

/// The offset of the item with this index in dimension `dimension`.
fn step(
    thread: &Thread,
    view: &MemoryView,
    offset: usize,
    dimension: usize,
    index: &Value,
) -> Res<usize> {
    let index = index_i64(thread, index)?;
    match position(index, view.shape[dimension]) {
        Some(i) => Ok((offset as isize + i as isize * view.strides[dimension]) as usize),
        None => Err(thread.error(
            Builtin::IndexError,
            format!("index out of bounds on dimension {}", dimension + 1),
        )),
    }
}

/// What a key selects.
enum Selected {
    Item(usize),
    View(MemoryView),
}

fn select(thread: &Thread, view: &MemoryView, key: &Value) -> Res<Selected> {
    if view.shape.is_empty() {
        return match key.as_tuple() {
            Some([]) => Ok(Selected::Item(view.offset)),
            _ if key.is_ellipsis() => Ok(Selected::View(view.derive(
                (view.format, view.item_size),
                view.offset,
                vec![],
                vec![],
            ))),
            _ => Err(thread.type_error("invalid indexing of 0-dim memory")),
        };
    }
    if is_index(thread, key) {
        if view.shape.len() > 1 {
            return Err(not_implemented(
                thread,
                "multi-dimensional sub-views are not implemented",
            ));
        }
        return Ok(Selected::Item(step(thread, view, view.offset, 0, key)?));
    }
    if let Some(slice) = key.payload::<Slice>() {
        let range = SliceBounds::read(thread, slice)?.fit(view.shape[0]);
        let (mut shape, mut strides) = (view.shape.clone(), view.strides.clone());
        shape[0] = range.count;
        strides[0] = strides[0].saturating_mul(range.step as isize);
        let offset = (view.offset as isize + range.start as isize * view.strides[0]) as usize;
        let item = (view.format, view.item_size);
        return Ok(Selected::View(view.derive(item, offset, shape, strides)));
    }
    let Some(keys) = key.as_tuple() else {
        return Err(invalid_key(thread));
    };
    if keys.iter().all(|key| is_index(thread, key)) {
        if keys.len() > view.shape.len() {
            return Err(thread.type_error(format!(
                "cannot index {}-dimension view with {}-element tuple",
                view.shape.len(),
                keys.len()
            )));
        }
        if keys.len() < view.shape.len() {
            return Err(not_implemented(thread, "sub-views are not implemented"));
        }
        let mut offset = view.offset;
        for (dimension, key) in keys.iter().enumerate() {
            offset = step(thread, view, offset, dimension, key)?;
        }
        return Ok(Selected::Item(offset));
    }
    if keys.iter().all(|key| key.payload::<Slice>().is_some()) {
        return Err(not_implemented(
            thread,
            "multi-dimensional slicing is not implemented",
        ));
    }
    Err(invalid_key(thread))
}

/// The item at a byte offset.
pub fn item_at(thread: &Thread, view: &MemoryView, offset: usize) -> Res {
    let mut bytes = [0; 8];
    let size = view.item_size.min(8);
    {
        let memory = view.memory();
        let found = memory
            .as_ref()
            .and_then(|memory| memory.get(offset..offset + size));
        match found {
            Some(found) => bytes[..size].copy_from_slice(found),
            None => {
                return Err(thread.error(Builtin::IndexError, "index out of bounds on dimension 1"));
            }
        }
    }
    unpack(thread, view.format, &bytes[..size])
}

/// `self[key]`
pub fn get_item(thread: &Thread, value: &Value, key: &Value) -> Res {
    let view = this(thread, value)?;
    match select(thread, view, key)? {
        Selected::Item(offset) => item_at(thread, this(thread, value)?, offset),
        Selected::View(view) => thread.alloc(Builtin::MemoryView, view),
    }
}

/// `self[key] = value`
pub fn set_item(thread: &Thread, target: &Value, key: &Value, value: Option<&Value>) -> Res<()> {
    let view = this(thread, target)?;
    if view.read_only {
        return Err(thread.type_error("cannot modify read-only memory"));
    }
    let Some(value) = value else {
        return Err(thread.type_error("cannot delete memory"));
    };
    if let Some(message) = unassignable(thread, view, key) {
        return Err(not_implemented(thread, message));
    }
    match select(thread, view, key)? {
        Selected::Item(offset) => {
            let bytes = pack(thread, view.format, value)?;
            // Packing may have run script code, which may have released the view.
            this(thread, target)?;
            view.change(&mut |memory| {
                if let Some(place) = memory.get_mut(offset..offset + bytes.len()) {
                    place.copy_from_slice(&bytes);
                }
            });
            Ok(())
        }
        Selected::View(part) => assign(thread, &part, value),
    }
}

/// Why a key that selects something cannot be assigned to.
fn unassignable(thread: &Thread, view: &MemoryView, key: &Value) -> Option<&'static str> {
    if view.shape.is_empty() {
        return None;
    }
    let is_slice = |key: &Value| key.payload::<Slice>().is_some();
    let several = key.as_tuple();
    if view.shape.len() > 1 && is_index(thread, key) {
        return Some("sub-views are not implemented");
    }
    if view.shape.len() > 1 && is_slice(key)
        || several.is_some_and(|keys| !keys.is_empty() && keys.iter().all(is_slice))
    {
        return Some("memoryview slice assignments are currently restricted to ndim = 1");
    }
    None
}

/// Copies the items of a bytes-like object of the same structure.
fn assign(thread: &Thread, target: &MemoryView, value: &Value) -> Res<()> {
    let Some(exporter) = buffer::exporter(value) else {
        return Err(buffer::not_bytes_like(thread, value));
    };
    let (format, size) = (exporter.item)(value);
    let Some(bytes) = buffer::gather(value).map(buffer::Buffer::into_vec) else {
        return Err(buffer::not_bytes_like(thread, value));
    };
    let same = format == target.format
        && target.shape.len() == 1
        && bytes.len() / size.max(1) == target.shape[0];
    if !same {
        return Err(thread
            .value_error("memoryview assignment: lvalue and rvalue have different structures"));
    }
    let offsets = target.offsets();
    target.change(&mut |memory| {
        for (offset, item) in offsets.iter().zip(bytes.chunks_exact(size.max(1))) {
            if let Some(place) = memory.get_mut(*offset..offset + size) {
                place.copy_from_slice(item);
            }
        }
    });
    Ok(())
}
