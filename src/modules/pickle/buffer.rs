//! `PickleBuffer`: an object whose memory a pickler may hand over beside the pickle instead of writing it.

use super::errors;
use crate::object::class::{CallArgs, SlotDef};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Raised, Res, Slot, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{call_method, call_positional};
use crate::types::memoryview::{MemoryView, change_bytes, view_of};
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::buffer::{self, Buffer, Exporter};

/// The payload: a view of the object, unbound once it has been released.
struct PickleBuffer {
    view: Slot,
}

impl Payload for PickleBuffer {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.view.trace(visit);
    }
}

/// The view of a buffer that has not been released.
fn live_view(value: &Value) -> Option<Value> {
    let view = value.payload::<PickleBuffer>()?.view.load()?;
    let is_live = !view.payload::<MemoryView>()?.is_released();
    is_live.then_some(view)
}

/// A buffer shows the memory of its view, which pins it.
static EXPORTER: Exporter = Exporter {
    bytes: |value| {
        let view = live_view(value)?;
        let view = view.payload::<MemoryView>()?;
        Some(match view.is_contiguous() {
            true => Buffer::Owned(view.to_vec()),
            false => Buffer::Gathered(view.to_vec()),
        })
    },
    item: |value| {
        let view = live_view(value);
        let view = view.as_ref().and_then(|view| view.payload::<MemoryView>());
        view.map_or(('B', 1), |view| (view.format, view.item_size))
    },
    change: Some(|value, f| {
        if let Some(view) = live_view(value) {
            change_bytes(&view, f);
        }
    }),
    read_only: |value| {
        let view = live_view(value);
        let view = view.as_ref().and_then(|view| view.payload::<MemoryView>());
        view.is_none_or(|view| view.read_only)
    },
    pin: |_, _| {},
};

/// Makes buffers bytes-like, before any is made.
pub fn register() {
    buffer::register::<PickleBuffer>(&EXPORTER);
}

/// Whether a value is a PickleBuffer.
pub fn is_one(value: &Value) -> bool {
    value.payload::<PickleBuffer>().is_some()
}

#[cold]
fn released(thread: &Thread) -> Raised {
    thread.value_error("operation forbidden on released PickleBuffer object")
}

fn view(thread: &Thread, value: &Value) -> Res {
    live_view(value).ok_or_else(|| released(thread))
}

/// A copy of the bytes, and whether they are read-only.
///
/// # Errors
/// PicklingError if they do not lie one behind the other, ValueError if the buffer has been released.
pub fn contents(thread: &Thread, value: &Value) -> Res<(Vec<u8>, bool)> {
    thread.before_read(value);
    let view = view(thread, value)?;
    thread.before_read(&view);
    let Some(payload) = view.payload::<MemoryView>() else {
        return Err(released(thread));
    };
    if !payload.is_contiguous() {
        let message = "PickleBuffer can not be pickled when pointing to a non-contiguous buffer";
        return Err(errors::writing(thread, message));
    }
    thread.check_memory(payload.byte_count())?;
    Ok((payload.to_vec(), payload.read_only))
}

static ARGUMENTS: NativeDef = signature("PickleBuffer", "(object, /)");

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    if !buffer::is_bytes_like(&bound[0]) {
        return Err(buffer::not_bytes_like(thread, &bound[0]));
    }
    let view = view_of(thread, &of_view(thread, &bound[0])?)?;
    let payload = PickleBuffer {
        view: Slot::new(view),
    };
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

/// The view of a PickleBuffer, any other object as it is: what memory is to be looked at.
///
/// # Errors
/// ValueError if the buffer has been released.
fn of_view(thread: &Thread, value: &Value) -> Res {
    match is_one(value) {
        true => view(thread, value),
        false => Ok(value.clone()),
    }
}

fn raw(thread: &Thread, args: &[Value]) -> Res {
    let view = view(thread, &args[0])?;
    let is_contiguous = view
        .payload::<MemoryView>()
        .is_some_and(MemoryView::is_contiguous);
    if !is_contiguous {
        let message = "cannot extract raw buffer from non-contiguous buffer";
        return Err(thread.error(Builtin::BufferError, message));
    }
    // Bytes in one dimension, whatever the items were.
    let name = thread.intern(b"cast")?;
    call_method(thread, &view, &name, &[thread.intern(b"B")?])
}

fn release(thread: &Thread, args: &[Value]) -> Res {
    if let Some(this) = args[0].payload::<PickleBuffer>()
        && let Some(view) = this.view.take().bound()
    {
        let name = thread.intern(b"release")?;
        return call_method(thread, view, &name, &[]);
    }
    Ok(Value::NONE)
}

fn get_buffer(thread: &Thread, args: &[Value]) -> Res {
    view_of(thread, &view(thread, &args[0])?)
}

/// `memoryview(buffer).toreadonly()`, unless it is read-only already.
///
/// # Errors
/// TypeError if the object is not bytes-like.
pub fn read_only(thread: &Thread, value: &Value) -> Res {
    let view = call_positional(
        thread,
        Builtin::MemoryView.class(),
        std::slice::from_ref(value),
    )?;
    match view.payload::<MemoryView>() {
        Some(payload) if !payload.read_only => {
            let name = thread.intern(b"toreadonly")?;
            call_method(thread, &view, &name, &[])
        }
        _ => Ok(value.clone()),
    }
}

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "pickle.PickleBuffer",
    doc: "Wraps a bytes-like object whose memory may be handed over beside a pickle.",
    layout: Some(id_of::<PickleBuffer>),
    methods: &[
        NativeDef::method("raw", "(self, /)", raw).doc(
            "A memoryview of the bytes in one dimension. BufferError if they do not lie\n\
            one behind the other.",
        ),
        NativeDef::method("release", "(self, /)", release)
            .doc("Lets go of the object; the buffer cannot be used afterwards."),
        NativeDef::method("__buffer__", "(self, flags, /)", get_buffer)
            .doc("A view of the object's memory."),
    ],
    slots: &[SlotDef::New(construct)],
    ..ClassDef::DEFAULT
};
