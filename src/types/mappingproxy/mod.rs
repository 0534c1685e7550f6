//! mappingproxy: a mapping that cannot be changed through it.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Compare, SlotDef};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Payload, Res, Str, Thread, Value, names};
use crate::runtime::bind::bind;
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{self, BinaryOp};

/// The payload.
pub struct MappingProxy {
    /// What is shown.
    mapping: Value,
}

impl Payload for MappingProxy {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.mapping);
    }
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::MappingProxy,
    doc: "mappingproxy(mapping) -> a view of the mapping that cannot be written through",
    signature: "(mapping)",
    layout: Some(id_of::<MappingProxy>),
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Repr(repr),
        SlotDef::Str(str),
        SlotDef::Hash(hash),
        SlotDef::Compare(compare),
        SlotDef::Iter(iter),
        SlotDef::Len(len),
        SlotDef::GetItem(get_item),
        SlotDef::Contains(contains),
        SlotDef::Or(or),
        SlotDef::InPlaceOr(in_place_or),
    ],
    ..ClassDef::DEFAULT
};

static NEW: NativeDef = NativeDef::function("mappingproxy", "(mapping)", unused);

fn unused(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

/// A proxy of a mapping.
///
/// # Errors
/// MemoryError
pub fn new_value(thread: &Thread, mapping: Value) -> Res {
    thread.alloc(Builtin::MappingProxy, MappingProxy { mapping })
}

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    let args = bind(thread, "mappingproxy", &NEW, args)?;
    let class = thread.class_of(&args[0]);
    let sequence = args[0].as_list().is_some() || args[0].as_tuple().is_some();
    if class.get_item().is_none() || sequence {
        return Err(thread.type_error(format!(
            "mappingproxy() argument must be a mapping, not {}",
            class.name_text()
        )));
    }
    new_value(thread, args[0].clone())
}

/// The mapping that a proxy shows.
pub fn target(x: &Value) -> Option<&Value> {
    x.payload::<MappingProxy>().map(|proxy| &proxy.mapping)
}

/// The mapping of a proxy, or the value itself.
fn unwrapped(x: &Value) -> &Value {
    target(x).unwrap_or(x)
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let shown = protocol::repr(thread, unwrapped(x))?;
    let text = format!("mappingproxy({})", protocol::attribute::shown_name(&shown));
    Str::new_value(thread, &text)
}

fn str(thread: &Thread, x: &Value) -> Res {
    protocol::str_of(thread, unwrapped(x))
}

fn hash(thread: &Thread, x: &Value) -> Res<i64> {
    protocol::hash(thread, unwrapped(x))
}

fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    protocol::compare(thread, unwrapped(x), other, op)
}

fn iter(thread: &Thread, x: &Value) -> Res {
    protocol::iter(thread, unwrapped(x))
}

fn len(thread: &Thread, x: &Value) -> Res<usize> {
    protocol::length(thread, unwrapped(x))
}

fn get_item(thread: &Thread, x: &Value, key: &Value) -> Res {
    protocol::get_item(thread, unwrapped(x), key)
}

fn contains(thread: &Thread, x: &Value, key: &Value) -> Res<bool> {
    protocol::contains(thread, unwrapped(x), key)
}

fn or(thread: &Thread, left: &Value, right: &Value) -> Res {
    protocol::binary(thread, BinaryOp::Or, unwrapped(left), unwrapped(right))
}

fn in_place_or(thread: &Thread, x: &Value, _: &Value) -> Res {
    let name = thread.class_of(x).name_text();
    Err(thread.type_error(format!("'|=' is not supported by {name}; use '|' instead")))
}

fn get(thread: &Thread, args: &[Value]) -> Res {
    let default = args[2].bound().cloned().unwrap_or(Value::NONE);
    let method = names::GET_METHOD.value();
    protocol::call_method(
        thread,
        unwrapped(&args[0]),
        method,
        &[args[1].clone(), default],
    )
}

fn keys(thread: &Thread, args: &[Value]) -> Res {
    protocol::call_method(thread, unwrapped(&args[0]), names::KEYS.value(), &[])
}

fn values(thread: &Thread, args: &[Value]) -> Res {
    protocol::call_method(thread, unwrapped(&args[0]), names::VALUES.value(), &[])
}

fn items(thread: &Thread, args: &[Value]) -> Res {
    protocol::call_method(thread, unwrapped(&args[0]), names::ITEMS.value(), &[])
}

fn copy(thread: &Thread, args: &[Value]) -> Res {
    let name = thread.intern(b"copy")?;
    protocol::call_method(thread, unwrapped(&args[0]), &name, &[])
}

fn class_getitem(thread: &Thread, args: &[Value]) -> Res {
    protocol::sequence::generic_alias(thread, &args[0], &args[1])
}

fn reversed(thread: &Thread, args: &[Value]) -> Res {
    let name = names::REVERSED.value();
    protocol::call_method(thread, unwrapped(&args[0]), name, &[])
}

/// The method table.
const METHODS: &[NativeDef] = &[
    NativeDef::method("get", "(self, key, default=None, /)", get)
        .doc("The value of a key, or the default if there is none."),
    NativeDef::method("keys", "(self, /)", keys).doc("A view of the keys."),
    NativeDef::method("values", "(self, /)", values).doc("A view of the values."),
    NativeDef::method("items", "(self, /)", items).doc("A view of the items, as (key, value)."),
    NativeDef::method("copy", "(self, /)", copy).doc("A shallow copy of the mapping behind."),
    NativeDef::class_method("__class_getitem__", "(type, object, /)", class_getitem),
    NativeDef::method("__reversed__", "(self, /)", reversed)
        .doc("An iterator over the keys, the newest first."),
];
