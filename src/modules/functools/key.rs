//! `cmp_to_key`: key functions made of comparison functions. A `K` without an object is the key function, one with an object a key.

use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{NativeDef, Payload, Res, Slot, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{call_positional, compare};
use crate::types::shared::{arguments, class_argument, signature};

struct Key {
    function: Value,
    /// Unbound in the key function.
    object: Slot,
}

impl Payload for Key {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        self.object.trace(visit);
    }
}

/// `cmp_to_key(mycmp)`, a class method of `K` so that it finds the class.
fn cmp_to_key(thread: &Thread, args: &[Value]) -> Res {
    let key = Key {
        function: args[1].clone(),
        object: Slot::empty(),
    };
    thread.alloc_instance(class_argument(thread, &args[0])?, key)
}

static CALL: NativeDef = signature("K", "(obj)");

fn call(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &CALL, args)?;
    let Some(this) = value.payload::<Key>() else {
        return Err(thread.type_error("a key function was expected"));
    };
    let key = Key {
        function: this.function.clone(),
        object: Slot::new(bound[0].clone()),
    };
    thread.alloc_instance(thread.class_of(value), key)
}

fn compare_keys(thread: &Thread, a: &Value, b: &Value, op: Compare) -> Res {
    let (Some(x), Some(y)) = (a.payload::<Key>(), b.payload::<Key>()) else {
        return Err(thread.type_error("other argument must be K instance"));
    };
    let (Some(left), Some(right)) = (x.object.load(), y.object.load()) else {
        return Err(thread.error(crate::object::Builtin::AttributeError, "object"));
    };
    let answer = call_positional(thread, &x.function, &[left, right])?;
    match answer.as_small_int() {
        Some(answer) => Ok(Value::from_bool(op.holds(answer.cmp(&0)))),
        None => compare(thread, &answer, &Value::from_i32(0), op),
    }
}

fn get_object(thread: &Thread, value: &Value) -> Res {
    let object = value.payload::<Key>().and_then(|key| key.object.load());
    object.ok_or_else(|| thread.error(crate::object::Builtin::AttributeError, "obj"))
}

/// The class of keys and key functions.
pub static CLASS: ClassDef = ClassDef {
    name: "functools.KeyWrapper",
    doc: "",
    flags: class_flag::NO_NEW | class_flag::UNHASHABLE,
    layout: Some(id_of::<Key>),
    methods: &[
        NativeDef::class_method("cmp_to_key", "(type, mycmp)", cmp_to_key)
            .doc(
                "Makes a sort key of a function that compares two values.\n\n\
                The function gives a negative number for less, zero for equal, a positive\n\
                one for greater.",
            )
            .shown_as("($module, /, mycmp)"),
    ],
    slots: &[SlotDef::Call(call), SlotDef::Compare(compare_keys)],
    members: &["obj"],
    getset: &[GetSetDef::new("obj", get_object).doc("The value behind the key.")],
    ..ClassDef::DEFAULT
};
