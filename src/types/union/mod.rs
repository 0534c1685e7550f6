//! types.UnionType: `int | str`.
#![forbid(unsafe_code)]

use crate::object::class::{Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Payload, Res, Slot, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{self, BinaryOp};
use crate::types::generic_alias::substitute::{parameters_of, substitute};
use crate::types::generic_alias::value::{GenericAlias, item_text};
use crate::types::typing_params;

/// The payload.
pub struct Union {
    /// `__args__`, a tuple of at least two members.
    args: Value,
    /// `__parameters__`, a tuple; unbound until it is asked for.
    parameters: Slot,
}

impl Payload for Union {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.args);
        self.parameters.trace(visit);
    }
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::UnionType,
    doc: "A choice between types, as int | str makes it.",
    flags: class_flag::WEAKREF,
    layout: Some(id_of::<Union>),
    methods: &[
        crate::object::NativeDef::method(
            "__instancecheck__",
            "(self, instance, /)",
            instance_check,
        ),
        crate::object::NativeDef::method("__subclasscheck__", "(self, cls, /)", subclass_check),
    ],
    slots: &[
        SlotDef::Repr(repr),
        SlotDef::Hash(hash),
        SlotDef::Compare(compare),
        SlotDef::Or(or),
        SlotDef::GetItem(get_item),
    ],
    members: &["__args__"],
    getset: &[
        GetSetDef::new("__args__", args).writable(read_only),
        GetSetDef::new("__parameters__", parameters).doc("The type variables, each once."),
    ],
    ..ClassDef::DEFAULT
};

fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Union> {
    match x.payload::<Union>() {
        Some(union) => Ok(union),
        None => Err(thread.type_error("a union was expected")),
    }
}

fn members(x: &Value) -> Option<&[Value]> {
    x.payload::<Union>()?.args.as_tuple()
}

/// Whether the value can be a member: a class, None, a generic alias, another union, a type parameter or alias.
fn is_member(x: &Value) -> bool {
    x.is_none()
        || x.as_class().is_some()
        || x.payload::<GenericAlias>().is_some()
        || x.payload::<Union>().is_some()
        || typing_params::is_type_form(x)
}

/// `left | right`
///
/// # Errors
/// What comparing the members raises.
pub fn or(thread: &Thread, left: &Value, right: &Value) -> Res {
    if !is_member(left) || !is_member(right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    make(thread, &[left.clone(), right.clone()])
}

/// The union of these, nested unions laid out flat and each member once; a single member stays alone.
///
/// # Errors
/// What comparing the members raises.
pub fn make(thread: &Thread, parts: &[Value]) -> Res {
    let mut all: Vec<Value> = Vec::new();
    let flat = parts.iter().flat_map(|part| match members(part) {
        Some(inner) => inner.to_vec(),
        None => vec![part.clone()],
    });
    'parts: for part in flat {
        let part = if part.is_none() {
            Builtin::NoneType.class().clone()
        } else {
            part
        };
        for known in &all {
            if same(thread, known, &part)? {
                continue 'parts;
            }
        }
        all.push(part);
    }
    if let [only] = all.as_slice() {
        return Ok(only.clone());
    }
    let union = Union {
        args: Tuple::from_vec(thread, all)?,
        parameters: Slot::empty(),
    };
    thread.alloc(Builtin::UnionType, union)
}

/// Classes are one member if they are identical, generic aliases if they are equal.
fn same(thread: &Thread, a: &Value, b: &Value) -> Res<bool> {
    if a.is(b) {
        return Ok(true);
    }
    let alias = |x: &Value| x.payload::<GenericAlias>().is_some();
    if alias(a) && alias(b) {
        return protocol::equal(thread, a, b);
    }
    Ok(false)
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let mut parts = Vec::new();
    for member in members(x).unwrap_or(&[]) {
        if member.is(Builtin::NoneType.class()) {
            parts.push("None".to_owned());
        } else {
            parts.push(item_text(thread, member)?);
        }
    }
    Str::new_value(thread, &parts.join(" | "))
}

/// Independent of the members' order.
fn hash(thread: &Thread, x: &Value) -> Res<i64> {
    let mut total: i64 = 0;
    for member in members(x).unwrap_or(&[]) {
        let hash = protocol::hash(thread, member)?;
        total ^= hash
            .wrapping_mul(0x9E37_79B9_7F4A_7C15_u64 as i64)
            .rotate_left(17);
    }
    Ok(if total == -1 { -2 } else { total })
}

fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (Some(a), Some(b)) = (members(x), members(other)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let within = |a: &[Value], b: &[Value]| -> Res<bool> {
        for item in a {
            let mut found = false;
            for candidate in b {
                found = found || protocol::equal(thread, item, candidate)?;
            }
            if !found {
                return Ok(false);
            }
        }
        Ok(true)
    };
    let equal = within(a, b)? && within(b, a)?;
    Ok(Value::from_bool(equal == (op == Compare::Eq)))
}

fn get_item(thread: &Thread, x: &Value, item: &Value) -> Res {
    let wanted = parameters(thread, x)?;
    let args = substitute(thread, x, &payload(thread, x)?.args, &wanted, item)?;
    let mut items = args.as_tuple().unwrap_or(&[]).iter();
    let mut result = items.next().cloned().unwrap_or(Value::NONE);
    for item in items {
        result = protocol::binary(thread, BinaryOp::Or, &result, item)?;
    }
    Ok(result)
}

fn args(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.args.clone())
}

fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

fn parameters(thread: &Thread, x: &Value) -> Res {
    let union = payload(thread, x)?;
    if let Some(known) = union.parameters.load() {
        return Ok(known);
    }
    let made = parameters_of(thread, union.args.as_tuple().unwrap_or(&[]))?;
    union.parameters.set(made.clone());
    Ok(made)
}

fn instance_check(thread: &Thread, args: &[Value]) -> Res {
    for member in members(&args[0]).unwrap_or(&[]) {
        if protocol::is_instance(thread, &args[1], member)? {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn subclass_check(thread: &Thread, args: &[Value]) -> Res {
    if args[1].as_class().is_none() {
        return Err(thread.type_error("issubclass() arg 1 must be a class"));
    }
    for member in members(&args[0]).unwrap_or(&[]) {
        if protocol::is_subclass(thread, &args[1], member)? {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}
