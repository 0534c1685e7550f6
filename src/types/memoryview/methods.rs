//! The methods and attributes of memoryview.
#![forbid(unsafe_code)]

use super::access::item_at;
use super::cast::cast;
use super::value::{MemoryView, this, view_of};
use crate::object::{Builtin, Bytes, List, NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::GetSetDef;
use crate::runtime::protocol::index_i64;
use crate::runtime::safepoint;
use crate::types::bytes::transform::{hex_separator, hex_text};
use crate::types::text::args;

fn to_bytes(thread: &Thread, args: &[Value]) -> Res {
    let view = this(thread, &args[0])?;
    let order = args[1].bound().filter(|order| !order.is_none());
    let transposed = match order {
        None => false,
        Some(order) => match order.as_str() {
            Some("C" | "A") => false,
            Some("F") => true,
            Some(_) => return Err(thread.value_error("order must be 'C', 'F' or 'A'")),
            None => {
                return Err(thread.type_error(format!(
                    "tobytes() argument 'order' must be str or None, not {}",
                    args::type_name(thread, order)
                )));
            }
        },
    };
    thread.check_memory(view.byte_count())?;
    if !transposed || view.shape.len() < 2 {
        return Bytes::new_value(thread, &view.to_vec());
    }
    let item = (view.format, view.item_size);
    let reversed = |sizes: &[usize]| sizes.iter().rev().copied().collect();
    let strides = view.strides.iter().rev().copied().collect();
    // First dimension fastest: the C order of the view with its dimensions exchanged.
    let turned = view.derive(item, view.offset, reversed(&view.shape), strides);
    Bytes::new_value(thread, &turned.to_vec())
}

fn hex(thread: &Thread, args: &[Value]) -> Res {
    let view = this(thread, &args[0])?;
    let group = match args[2].bound() {
        Some(group) => args::c_int(thread, group)?,
        None => 1,
    };
    let separator = hex_separator(thread, &args[1])?;
    hex_text(thread, &view.to_vec(), separator, group)
}

fn nested_list(thread: &Thread, view: &MemoryView, offset: usize, dimension: usize) -> Res {
    let Some(n) = view.shape.get(dimension) else {
        return item_at(thread, view, offset);
    };
    thread.check_memory(n.saturating_mul(8))?;
    let mut items = Vec::with_capacity(*n);
    for i in 0..*n as isize {
        let at = (offset as isize + i * view.strides[dimension]) as usize;
        items.push(nested_list(thread, view, at, dimension + 1)?);
        if i % 4096 == 4095 {
            safepoint::poll(thread)?;
        }
    }
    List::new_value(thread, items)
}

fn to_list(thread: &Thread, args: &[Value]) -> Res {
    let view = this(thread, &args[0])?;
    nested_list(thread, view, view.offset, 0)
}

fn release(_: &Thread, args: &[Value]) -> Res {
    if let Some(view) = args[0].payload::<MemoryView>() {
        view.release();
    }
    Ok(Value::NONE)
}

fn enter(thread: &Thread, args: &[Value]) -> Res {
    this(thread, &args[0])?;
    Ok(args[0].clone())
}

fn to_read_only(thread: &Thread, args: &[Value]) -> Res {
    let view = this(thread, &args[0])?;
    let mut copy = view.derive(
        (view.format, view.item_size),
        view.offset,
        view.shape.clone(),
        view.strides.clone(),
    );
    copy.read_only = true;
    thread.alloc(Builtin::MemoryView, copy)
}

/// Asks for memory that can be written to.
const WRITABLE: i64 = 1;

/// `self.__buffer__(flags)` of every bytes-like object: a view on it.
pub fn buffer_of(thread: &Thread, args: &[Value]) -> Res {
    let flags = index_i64(thread, &args[1])?;
    let view = view_of(thread, &args[0])?;
    if flags & WRITABLE != 0
        && view
            .payload::<MemoryView>()
            .is_some_and(|view| view.read_only)
    {
        return Err(thread.error(Builtin::BufferError, "Object is not writable."));
    }
    Ok(view)
}

/// The methods of memoryview.
pub const METHODS: &[NativeDef] = &[
    NativeDef::method("__buffer__", "(self, flags, /)", buffer_of),
    NativeDef::method("__enter__", "(self, /)", enter),
    NativeDef::method("__exit__", "(self, /, *exc_info)", release),
    NativeDef::method("cast", "(self, /, format, shape=<unrepresentable>)", cast),
    NativeDef::method(
        "hex",
        "(self, /, sep=<unrepresentable>, bytes_per_sep=1)",
        hex,
    ),
    NativeDef::method("release", "(self, /)", release),
    NativeDef::method("tobytes", "(self, /, order='C')", to_bytes),
    NativeDef::method("tolist", "(self, /)", to_list),
    NativeDef::method("toreadonly", "(self, /)", to_read_only),
];

fn tuple_of(thread: &Thread, items: impl Iterator<Item = isize>) -> Res {
    let items = items
        .map(|item| thread.int(item as i64))
        .collect::<Res<Vec<_>>>()?;
    Tuple::from_vec(thread, items)
}

macro_rules! attribute {
    ($name:literal, |$thread:ident, $view:ident| $body:expr) => {
        GetSetDef {
            name: $name,
            get: |$thread, value| {
                let $view = this($thread, value)?;
                $body
            },
            set: None,
        }
    };
}

/// Whether the items lie one behind the other with the first dimension fastest.
fn is_fortran(view: &MemoryView) -> bool {
    let mut expected = view.item_size as isize;
    for (n, stride) in view.shape.iter().zip(&view.strides) {
        if *n > 1 && *stride != expected {
            return false;
        }
        expected *= *n as isize;
    }
    true
}

/// The attributes of memoryview.
pub const GETSET: &[GetSetDef] = &[
    attribute!("c_contiguous", |_thread, view| Ok(Value::from_bool(
        view.is_contiguous()
    ))),
    attribute!("contiguous", |_thread, view| Ok(Value::from_bool(
        view.is_contiguous() || is_fortran(view)
    ))),
    attribute!("f_contiguous", |_thread, view| Ok(Value::from_bool(
        is_fortran(view)
    ))),
    attribute!("format", |thread, view| Str::new_value(
        thread,
        view.format.encode_utf8(&mut [0; 4])
    )),
    attribute!("itemsize", |thread, view| thread
        .int_from_usize(view.item_size)),
    attribute!("nbytes", |thread, view| thread
        .int_from_usize(view.byte_count())),
    attribute!("ndim", |thread, view| thread
        .int_from_usize(view.shape.len())),
    attribute!("obj", |_thread, view| Ok(view.owner.clone())),
    attribute!("readonly", |_thread, view| Ok(Value::from_bool(
        view.read_only
    ))),
    attribute!("shape", |thread, view| tuple_of(
        thread,
        view.shape.iter().map(|n| *n as isize)
    )),
    attribute!("strides", |thread, view| tuple_of(
        thread,
        view.strides.iter().copied()
    )),
    attribute!("suboffsets", |_thread, _view| Ok(Tuple::empty())),
];
