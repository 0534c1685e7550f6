//! `cast`: the same memory as items of another format, or in another shape.
#![forbid(unsafe_code)]

use super::items::size_of;
use super::value::{MemoryView, this};
use crate::object::{Builtin, List, Res, Thread, Value};

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
    let shape = shape(thread, &args[2])?;
    if !view.is_contiguous() {
        return Err(thread.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    if (shape.is_some() || view.shape.len() != 1)
        && view.shape.len() != 1
        && shape.as_ref().is_some_and(|shape| shape.len() != 1)
    {
        return Err(thread.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    let text = format.to_text();
    let mut characters = text.strip_prefix('@').unwrap_or(&text).chars();
    let (Some((format, size)), None) = (
        characters
            .next()
            .and_then(|format| Some((format, size_of(format)?))),
        characters.next(),
    ) else {
        return Err(thread.value_error(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        ));
    };
    let is_byte = |format: char| matches!(format, 'B' | 'b' | 'c');
    if !is_byte(format) && !is_byte(view.format) {
        return Err(thread.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let bytes = view.byte_count();
    if bytes % size != 0 {
        return Err(thread.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let shape = shape.unwrap_or_else(|| vec![bytes / size]);
    let product = shape
        .iter()
        .try_fold(size, |product, n| product.checked_mul(*n));
    if product != Some(bytes) {
        return Err(thread.type_error("memoryview: product(shape) * itemsize != buffer size"));
    }
    let strides = strides(&shape, size);
    let view: MemoryView = view.derive((format, size), view.offset, shape, strides);
    thread.alloc(Builtin::MemoryView, view)
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

/// The shape argument, None if it is not given.
fn shape(thread: &Thread, value: &Value) -> Res<Option<Vec<usize>>> {
    let Some(value) = value.bound() else {
        return Ok(None);
    };
    let items = match (value.as_list(), value.as_tuple()) {
        (Some(list), _) => List::to_vec(list, thread)?,
        (None, Some(items)) => items.to_vec(),
        (None, None) => return Err(thread.type_error("shape must be a list or a tuple")),
    };
    if items.len() > MOST_DIMENSIONS {
        return Err(thread.value_error(format!(
            "memoryview: number of dimensions must not exceed {MOST_DIMENSIONS}"
        )));
    }
    let mut shape = Vec::with_capacity(items.len());
    for item in &items {
        let Some(n) = item.as_int() else {
            return Err(thread.type_error("memoryview.cast(): elements of shape must be integers"));
        };
        match n.to_i64().map(usize::try_from) {
            Some(Ok(n)) if n > 0 => shape.push(n),
            _ => {
                return Err(
                    thread.value_error("memoryview.cast(): elements of shape must be integers > 0")
                );
            }
        }
    }
    Ok(Some(shape))
}
