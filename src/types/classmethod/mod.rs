//! classmethod
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, SlotDef};
use crate::object::{Builtin, Res, Slot, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::descriptor::ClassMethod;
use crate::types::function::value::bind_method;
use crate::types::staticmethod;

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::ClassMethod,
    doc: "classmethod(function) -> class method\n\n\
        A class method gets the class as first argument, as an instance method gets\n\
        the instance.",
    signature: "(function, /)",
    has_dict: true,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Repr(staticmethod::repr),
        SlotDef::DescrGet(get),
    ],
    members: &["__func__", "__wrapped__"],
    getset: staticmethod::GETSET,
    ..ClassDef::DEFAULT
};

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    match class.as_class() {
        Some(class) => thread.alloc_instance(class, ClassMethod::default()),
        None => Err(thread.type_error("classmethod.__new__(X): X is not a type object")),
    }
}

fn init(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res<()> {
    staticmethod::initialise(thread, x, "classmethod", args)
}

fn get(thread: &Thread, x: &Value, _: Option<&Value>, class: &Value) -> Res {
    match staticmethod::callable_slot(x).and_then(Slot::load) {
        Some(callable) => bind_method(thread, &callable, class),
        None => Err(staticmethod::uninitialised(thread, "classmethod")),
    }
}
