//! What several types have in common: writing the texts of items, `__class_getitem__`, and reading constructor arguments.
#![forbid(unsafe_code)]

use crate::base::text::repr::push_str_repr;
use crate::object::class::{CallArgs, Class, SlotId};
use crate::object::{Builtin, List, NativeDef, Payload, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::bind::{Bound, bind};
use crate::runtime::protocol::convert::decimal;
use crate::runtime::protocol::sequence::generic_alias;
use crate::runtime::protocol::{call_positional, get_attr, repr};
use crate::runtime::safepoint::poll;

/// The repr of a container while it is being written.
pub struct ReprText {
    bytes: Vec<u8>,
    /// The length at which the memory limit is looked at next.
    check_at: usize,
}

const FIRST_CHECK: usize = 1 << 16;

impl ReprText {
    /// Begins with `opening`.
    pub fn new(opening: &str) -> ReprText {
        ReprText {
            bytes: opening.as_bytes().to_vec(),
            check_at: FIRST_CHECK,
        }
    }

    /// Adds text as it is.
    pub fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Adds the repr of an item.
    ///
    /// # Errors
    /// What `__repr__` raises, and MemoryError.
    pub fn push_repr(&mut self, thread: &Thread, item: &Value) -> Res<()> {
        self.push_text(thread, item)?;
        if self.bytes.len() > self.check_at {
            thread.check_memory(self.bytes.len().saturating_mul(2))?;
            self.check_at = self.bytes.len().saturating_mul(2);
        }
        poll(thread)
    }

    fn push_text(&mut self, thread: &Thread, item: &Value) -> Res<()> {
        let reserve = |bytes: &mut Vec<u8>, more: usize| match bytes.try_reserve(more) {
            Ok(()) => Ok(()),
            Err(_) => Err(thread.memory_error()),
        };
        if let Some(int) = item.as_small_int() {
            self.bytes.extend_from_slice(decimal(int, &mut [0; 20]));
        } else if item.is_exact(Builtin::Str)
            && let Some(text) = item.as_str_object()
        {
            reserve(&mut self.bytes, text.byte_len().saturating_add(2))?;
            push_str_repr(&mut self.bytes, text.as_bytes());
        } else {
            let text = repr(thread, item)?;
            if let Some(text) = text.as_str_object() {
                reserve(&mut self.bytes, text.byte_len())?;
                self.bytes.extend_from_slice(text.as_bytes());
            }
        }
        Ok(())
    }

    /// Adds `, ` and the repr of an item, without the comma if it is the first.
    ///
    /// # Errors
    /// As `push_repr`.
    pub fn push_item(&mut self, thread: &Thread, item: &Value, first: bool) -> Res<()> {
        if !first {
            self.push(", ");
        }
        self.push_repr(thread, item)
    }

    /// The text, ended by `closing`, as a str.
    ///
    /// # Errors
    /// MemoryError
    pub fn finish(mut self, thread: &Thread, closing: &str) -> Res {
        self.push(closing);
        Str::from_bytes(thread, &self.bytes)
    }
}

/// `type.__class_getitem__(item)` of generic classes.
fn class_getitem(thread: &Thread, args: &[Value]) -> Res {
    generic_alias(thread, &args[0], &args[1])
}

/// The `__class_getitem__` of generic classes.
pub const CLASS_GETITEM: NativeDef =
    NativeDef::class_method("__class_getitem__", "(type, object, /)", class_getitem);

/// The body of a definition that is there only for its signature.
fn signature_only(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

/// A signature for `arguments`.
pub const fn signature(name: &'static str, signature: &'static str) -> NativeDef {
    NativeDef::function(name, signature, signature_only)
}

/// Binds the arguments of a constructor to its signature.
///
/// # Errors
/// TypeError
pub fn arguments(thread: &Thread, def: &NativeDef, args: CallArgs<'_>) -> Res<Bound> {
    bind(thread, def.name, def, args)
}

/// The class that a constructor was called for.
///
/// # Errors
/// TypeError if it is no class.
pub fn class_argument<'a>(thread: &Thread, class: &'a Value) -> Res<&'a Class> {
    class
        .as_class()
        .ok_or_else(|| thread.type_error("the first argument of __new__ must be a type object"))
}

/// A new instance of `class`: of the built-in class itself, or of a subclass.
///
/// # Errors
/// MemoryError
pub fn make<T: Payload>(thread: &Thread, class: &Class, builtin: Builtin, payload: T) -> Res {
    if class.is_exact(builtin) {
        thread.alloc(builtin, payload)
    } else {
        thread.alloc_instance(class, payload)
    }
}

/// TypeError unless a constructor that takes positional arguments alone got no keywords.
///
/// # Errors
/// TypeError
pub fn refuse_keywords(thread: &Thread, builtin: Builtin, args: CallArgs<'_>) -> Res<()> {
    match args.names.is_empty() {
        true => Ok(()),
        false => Err(thread.type_error(format!("{}() takes no keyword arguments", builtin.name()))),
    }
}

/// As [`refuse_keywords`], but a subclass may take them in its own method of the slot `other`.
///
/// # Errors
/// TypeError
pub fn no_keywords(
    thread: &Thread,
    class: &Class,
    builtin: Builtin,
    other: SlotId,
    args: CallArgs<'_>,
) -> Res<()> {
    match class.same_slot(other, builtin.get()) {
        true => refuse_keywords(thread, builtin, args),
        false => Ok(()),
    }
}

/// What `__reduce__` of an iterator answers: `(function, arguments)` with a built-in function, and the state if there is one.
///
/// # Errors
/// MemoryError
pub fn reduced(
    thread: &Thread,
    function: &str,
    arguments: Vec<Value>,
    state: Option<Value>,
) -> Res {
    let mut parts = vec![
        crate::types::text::args::builtin(thread, function)?,
        Tuple::from_vec(thread, arguments)?,
    ];
    parts.extend(state);
    Tuple::from_vec(thread, parts)
}

/// What `__getstate__` of an object gives: the state that its `__reduce__` answers.
///
/// # Errors
/// What `__getstate__` raises.
pub fn state_of(thread: &Thread, x: &Value) -> Res {
    let method = get_attr(thread, x, names::GETSTATE.value())?;
    call_positional(thread, &method, &[])
}

/// `(iter, ([…],))`: the remaining items, which `copied`, a copy of the iterator, still gives.
///
/// # Errors
/// What the iterator raises.
pub fn reduced_to_rest(thread: &Thread, copied: &Value) -> Res {
    let rest = crate::runtime::protocol::collect(thread, copied)?;
    let rest = List::new_value(thread, rest)?;
    reduced(thread, "iter", vec![rest], None)
}

/// The position that `__setstate__` of an iterator gets.
///
/// # Errors
/// TypeError if it is no int, OverflowError
pub fn position_argument(thread: &Thread, state: &Value) -> Res<i64> {
    if state.as_int().is_none() && state.as_bool().is_none() {
        return Err(thread.type_error("an integer is required"));
    }
    crate::runtime::protocol::convert::index_ssize(thread, state)
}
