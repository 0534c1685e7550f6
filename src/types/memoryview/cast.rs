//! `cast`: the same memory as items of another format, or in another shape.
#![forbid(unsafe_code)]

use super::items::size_of;
use super::value::{MemoryView, this};
use crate::object::{Builtin, List, Res, Thread, Value};
use crate::runtime::protocol::convert::index_ssize;

/// Most dimensions a view may have.
const MOST_DIMENSIONS: usize = 64;

/// `self.cast(format, shape)`
pub fn cast(thread: &Thread, args: &[Value]) -> Res {
    let view = this(thread, &args[0])?;
    let Some(format) = args[1].as_str_object() else {
        return Err(thread.type_error(format!(
            "cast() argument 'format' must be str, not {}",
            crate::types::text::args::type_name(thread, &args[1])
        )));
    };
    if !view.is_contiguous() {
        return Err(thread.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let shape = args[2].bound();
    if (shape.is_some() || view.shape.len() != 1) && view.shape.contains(&0) {
        return Err(
            thread.type_error("memoryview: cannot cast view with zeros in shape or strides")
        );
    }
    let shape = match shape {
        Some(shape) => Some(dimensions(thread, view, shape)?),
        None => None,
    };
    let text = format.to_text();
    let (format, size) = item(thread, &text)?;
    let is_byte = |format: char| matches!(format, 'B' | 'b' | 'c');
    if !is_byte(format) && !is_byte(view.format) {
        return Err(thread.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let bytes = view.byte_count();
    if bytes % size != 0 {
        return Err(thread.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let shape = match shape {
        Some(shape) => lengths(thread, &shape, size)?,
        None => vec![bytes / size],
    };
    if shape.iter().product::<usize>() * size != bytes {
        return Err(thread.type_error("memoryview: product(shape) * itemsize != buffer size"));
    }
    let strides = strides(&shape, size);
    let mut made = view.derive((format, size), view.offset, shape, strides);
    made.marked_native = text.starts_with('@');
    thread.alloc(Builtin::MemoryView, made)
}

/// The type character of a format, and the size of an item.
fn item(thread: &Thread, text: &str) -> Res<(char, usize)> {
    let mut characters = text.strip_prefix('@').unwrap_or(text).chars();
    let format = characters.next();
    match format.and_then(|format| Some((format, size_of(format)?))) {
        Some(item) if characters.next().is_none() => Ok(item),
        _ => Err(thread.value_error(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        )),
    }
}

/// The strides of items that lie one behind the other.
fn strides(shape: &[usize], size: usize) -> Vec<isize> {
    let mut strides = vec![0; shape.len()];
    let mut stride = size as isize;
    for (place, n) in strides.iter_mut().zip(shape).rev() {
        *place = stride;
        stride *= *n as isize;
    }
    strides
}

/// The elements of the shape argument.
fn dimensions(thread: &Thread, view: &MemoryView, shape: &Value) -> Res<Vec<Value>> {
    let items = match (shape.as_list(), shape.as_tuple()) {
        (Some(list), _) => List::to_vec(list, thread)?,
        (None, Some(items)) => items.to_vec(),
        (None, None) => return Err(thread.type_error("shape must be a list or a tuple")),
    };
    if items.len() > MOST_DIMENSIONS {
        return Err(thread.value_error(format!(
            "memoryview: number of dimensions must not exceed {MOST_DIMENSIONS}"
        )));
    }
    if view.shape.len() != 1 && items.len() != 1 {
        return Err(thread.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    Ok(items)
}

/// The numbers in a shape; all items of it together have at most `isize::MAX` bytes.
fn lengths(thread: &Thread, items: &[Value], item_size: usize) -> Res<Vec<usize>> {
    let mut shape = Vec::with_capacity(items.len());
    let mut bytes = item_size;
    for item in items {
        if item.as_int().is_none() && item.as_bool().is_none() {
            return Err(thread.type_error("memoryview.cast(): elements of shape must be integers"));
        }
        let n = index_ssize(thread, item)?;
        if n <= 0 {
            return Err(
                thread.value_error("memoryview.cast(): elements of shape must be integers > 0")
            );
        }
        let n = n as usize;
        if n > isize::MAX as usize / bytes {
            return Err(thread.value_error("memoryview.cast(): product(shape) > SSIZE_MAX"));
        }
        bytes *= n;
        shape.push(n);
    }
    Ok(shape)
}
