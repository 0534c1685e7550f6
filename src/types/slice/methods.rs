//! The methods, attributes and slots of `slice`.

use super::value::{construct, indices};
use crate::base::hash::TupleHasher;
use crate::object::class::{Compare, SlotDef};
use crate::object::layout::id_of;
use crate::object::{Beside, Builtin, NativeDef, Res, Slice, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{compare, equal, hash};
use crate::types::shared::ReprText;

fn parts(value: &Value) -> [&Value; 3] {
    static NONE: Value = Value::NONE;
    match value.payload::<Slice>() {
        Some(slice) => [&slice.start, &slice.stop, &slice.step],
        None => [&NONE; 3],
    }
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let parts = Tuple::from_vec(thread, parts(&args[0]).map(Value::clone).to_vec())?;
    Tuple::pair(thread, Builtin::Slice.class().clone(), parts)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let mut text = ReprText::new("slice(");
    for (i, part) in parts(value).into_iter().enumerate() {
        text.push_item(thread, part, i == 0)?;
    }
    text.finish(thread, ")")
}

fn slice_hash(thread: &Thread, value: &Value) -> Res<i64> {
    let mut hasher = TupleHasher::new();
    for part in parts(value) {
        hasher.add(hash(thread, part)?);
    }
    Ok(hasher.finish_slice())
}

/// As the tuples of start, stop and step.
fn rich_compare(thread: &Thread, left: &Value, right: &Value, op: Compare) -> Res {
    if left.payload::<Slice>().is_none() || right.payload::<Slice>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    for (a, b) in parts(left).into_iter().zip(parts(right)) {
        if !equal(thread, a, b)? {
            return match op {
                Compare::Eq => Ok(Value::FALSE),
                Compare::Ne => Ok(Value::TRUE),
                _ => compare(thread, a, b, op),
            };
        }
    }
    Ok(Value::from_bool(op.holds(std::cmp::Ordering::Equal)))
}

const METHODS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("indices", "(self, object, /)", indices).doc(
            "S.indices(len) -> (start, stop, stride)\n\n\
        The three numbers for a sequence of that length, with those beyond its ends\n\
        cut off.",
        ),
    ],
);

/// Assignment to a field that is fixed when the object is made.
fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

const ATTRIBUTES: &[GetSetDef] = &[
    GetSetDef::new("start", |_, slice| Ok(parts(slice)[0].clone())).writable(read_only),
    GetSetDef::new("stop", |_, slice| Ok(parts(slice)[1].clone())).writable(read_only),
    GetSetDef::new("step", |_, slice| Ok(parts(slice)[2].clone())).writable(read_only),
];

/// `slice`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Slice,
    doc: "What `[start:stop:step]` stands for in a subscription.",
    layout: Some(id_of::<Slice>),
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Hash(slice_hash),
        SlotDef::Compare(rich_compare),
    ],
    members: &["start", "step", "stop"],
    getset: ATTRIBUTES,
    ..ClassDef::DEFAULT
};
