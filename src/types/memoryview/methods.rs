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

fn release(thread: &Thread, args: &[Value]) -> Res {
    exit_context(thread, &args[0])
}

/// Gives the buffer back.
pub(super) fn exit_context(_: &Thread, view: &Value) -> Res {
    if let Some(view) = view.payload::<MemoryView>() {
        view.release();
    }
    Ok(Value::NONE)
}

fn enter(thread: &Thread, args: &[Value]) -> Res {
    enter_context(thread, &args[0])
}

/// The view itself.
pub(super) fn enter_context(thread: &Thread, view: &Value) -> Res {
    this(thread, view)?;
    Ok(view.clone())
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
    NativeDef::method("__enter__", "(self, /)", enter).doc("The view itself."),
    NativeDef::method("__exit__", "(self, /, *exc_info)", release).doc("Gives the buffer back."),
    NativeDef::method("cast", "(self, /, format, shape=<unrepresentable>)", cast)
        .doc("A view of the same memory with another format or shape."),
    NativeDef::method(
        "hex",
        "(self, /, sep=<unrepresentable>, bytes_per_sep=1)",
        hex,
    )
    .doc(
        "The bytes as hexadecimal text, two digits each.\n\n\
        \x20 sep\n\
        \x20   a character between groups.\n\
        \x20 bytes_per_sep\n\
        \x20   how many bytes a group has, counted from the right; from the left if\n\
        \x20   negative.",
    ),
    NativeDef::method("release", "(self, /)", release)
        .doc("Gives the buffer back; the view cannot be used afterwards."),
    NativeDef::method("tobytes", "(self, /, order='C')", to_bytes).doc(
        "The bytes of the buffer.\n\n\
        The order is that of the items: 'C' for rows first, 'F' for columns first,\n\
        'A' for what the memory has.",
    ),
    NativeDef::method("tolist", "(self, /)", to_list)
        .doc("The items as a list, nested as deep as there are dimensions."),
    NativeDef::method("toreadonly", "(self, /)", to_read_only)
        .doc("A view of the same memory that cannot be written."),
];

fn tuple_of(thread: &Thread, items: impl Iterator<Item = isize>) -> Res {
    let items = items
        .map(|item| thread.int(item as i64))
        .collect::<Res<Vec<_>>>()?;
    Tuple::from_vec(thread, items)
}

macro_rules! attribute {
    ($name:literal, |$thread:ident, $view:ident| $body:expr) => {
        GetSetDef::new($name, |$thread, value| {
            let $view = this($thread, value)?;
            $body
        })
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
    )))
    .doc("Whether the items lie side by side, rows first."),
    attribute!("contiguous", |_thread, view| Ok(Value::from_bool(
        view.is_contiguous() || is_fortran(view)
    )))
    .doc("Whether the items lie side by side."),
    attribute!("f_contiguous", |_thread, view| Ok(Value::from_bool(
        is_fortran(view)
    )))
    .doc("Whether the items lie side by side, columns first."),
    attribute!("format", |thread, view| Str::new_value(
        thread,
        &view.format_text()
    ))
    .doc("The format of an item, in the codes of the struct module."),
    attribute!("itemsize", |thread, view| thread
        .int_from_usize(view.item_size))
    .doc("How many bytes an item has."),
    attribute!("nbytes", |thread, view| thread
        .int_from_usize(view.byte_count()))
    .doc("How many bytes all items have together."),
    attribute!("ndim", |thread, view| thread
        .int_from_usize(view.shape.len()))
    .doc("How many dimensions there are."),
    attribute!("obj", |_thread, view| Ok(view.owner.clone()))
        .doc("The object that the memory belongs to."),
    attribute!("readonly", |_thread, view| Ok(Value::from_bool(
        view.read_only
    )))
    .doc("Whether the memory cannot be written through this view."),
    attribute!("shape", |thread, view| tuple_of(
        thread,
        view.shape.iter().map(|n| *n as isize)
    ))
    .doc("How many items each dimension has, as a tuple."),
    attribute!("strides", |thread, view| tuple_of(
        thread,
        view.strides.iter().copied()
    ))
    .doc("How many bytes lie from an item to the next in each dimension, as a tuple."),
    attribute!("suboffsets", |_thread, _view| Ok(Tuple::empty()))
        .doc("For arrays of pointers only; an empty tuple."),
];
