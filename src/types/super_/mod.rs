//! super: attributes of the classes that come after a given one in the MRO.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Class, SlotDef};
use crate::object::layout::id_of;
use crate::object::{Builtin, Payload, Raised, Res, Slot, Str, Thread, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::frame;
use crate::runtime::protocol::attribute::{attribute_name, generic_get_attr};
use crate::runtime::protocol::{self, get_attr_opt};

/// The payload.
#[derive(Default)]
pub struct Super {
    /// The class after which the search begins; unbound before `__init__`.
    class: Slot,
    /// The instance or class that attributes are bound to; unbound if there is none.
    object: Slot,
    /// The class whose MRO is searched; unbound if there is no object.
    object_class: Slot,
}

impl Payload for Super {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.class.trace(visit);
        self.object.trace(visit);
        self.object_class.trace(visit);
    }
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Super,
    doc: "super() -> the same as super(__class__, <first argument>)\n\
        super(type) -> unbound super object\n\
        super(type, obj) -> bound super object; isinstance(obj, type)\n\
        super(type, type2) -> bound super object; issubclass(type2, type)",
    layout: Some(id_of::<Super>),
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Repr(repr),
        SlotDef::GetAttr(get_attr),
        SlotDef::DescrGet(get),
    ],
    members: &["__self__", "__self_class__", "__thisclass__"],
    getset: &[
        GetSetDef::new("__thisclass__", this_class)
            .writable(read_only)
            .doc("The class whose successors in the MRO are looked at."),
        GetSetDef::new("__self__", object)
            .writable(read_only)
            .doc("The object that attributes are bound to, or None."),
        GetSetDef::new("__self_class__", object_class)
            .writable(read_only)
            .doc("The class whose MRO is looked at, or None."),
    ],
    ..ClassDef::DEFAULT
};

fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v Super> {
    match x.payload::<Super>() {
        Some(payload) => Ok(payload),
        None => Err(thread.type_error("a super object was expected")),
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    match class.as_class() {
        Some(class) => thread.alloc_instance(class, Super::default()),
        None => Err(thread.type_error("super.__new__(X): X is not a type object")),
    }
}

fn init(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res<()> {
    if !args.names.is_empty() {
        return Err(thread.type_error("super() takes no keyword arguments"));
    }
    let found;
    let (class, object) = match args.values {
        [] => {
            found = frame::zero_argument_super(thread)?;
            (&found.0, Some(&found.1))
        }
        [class] => (class, None),
        [class, object] => (class, Some(object)),
        more => {
            let given = more.len();
            return Err(
                thread.type_error(format!("super() expected at most 2 arguments, got {given}"))
            );
        }
    };
    if class.as_class().is_none() {
        return Err(thread.type_error(format!(
            "super() argument 1 must be a type, not {}",
            thread.class_of(class).name_text()
        )));
    }
    let object = object.filter(|object| !object.is_none());
    let searched = match object {
        Some(object) => check(thread, class, object)?,
        None => Value::UNBOUND,
    };
    let payload = payload(thread, x)?;
    payload.class.set(class.clone());
    payload
        .object
        .set(object.cloned().unwrap_or(Value::UNBOUND));
    payload.object_class.set(searched);
    Ok(())
}

/// The class whose MRO is searched: that of the object, or the object itself if it is a subclass.
fn check(thread: &Thread, class: &Value, object: &Value) -> Res {
    if let Some(own) = object.as_class()
        && own.is_subclass_of(class)
    {
        return Ok(object.clone());
    }
    if thread.class_of(object).is_subclass_of(class) {
        return Ok(thread.class_object(object));
    }
    if let Some(claimed) = get_attr_opt(thread, object, names::CLASS.value())?
        && claimed.as_class().is_some_and(|c| c.is_subclass_of(class))
    {
        return Ok(claimed);
    }
    Err(wrong_object(thread, class, object))
}

#[cold]
fn wrong_object(thread: &Thread, class: &Value, object: &Value) -> Raised {
    let name = class.as_class().map_or_else(String::new, Class::name_text);
    let given = match object.as_class() {
        Some(object) => format!("type {}", object.name_text()),
        None => format!("instance of {}", thread.class_of(object).name_text()),
    };
    thread.type_error(format!(
        "super(type, obj): obj ({given}) is not an instance or subtype of type ({name})."
    ))
}

fn get_attr(thread: &Thread, x: &Value, name: &Value) -> Res {
    let name = &attribute_name(thread, name)?;
    let payload = payload(thread, x)?;
    let (Some(start), Some(object)) = (payload.object_class.load(), payload.object.load()) else {
        return generic_get_attr(thread, x, name);
    };
    if name.is(names::CLASS.value()) {
        return generic_get_attr(thread, x, name);
    }
    let class = payload.class.get();
    let mro = start
        .as_class()
        .map_or(Value::UNBOUND, |start| start.mro.get());
    let order = mro.as_tuple().unwrap_or(&[]);
    let after = order
        .iter()
        .position(|c| c.is(&class))
        .map_or(order.len(), |i| i + 1);
    for ancestor in &order[after..] {
        let own = ancestor
            .as_class()
            .and_then(|c| c.own_attribute(thread, name));
        let Some(found) = own else {
            continue;
        };
        return match thread.class_of(&found).descr_get() {
            Some(get) => {
                let receiver = (!object.is(&start)).then_some(&object);
                get(thread, &found, receiver, &start)
            }
            None => Ok(found),
        };
    }
    generic_get_attr(thread, x, name)
}

fn get(thread: &Thread, x: &Value, instance: Option<&Value>, _: &Value) -> Res {
    let payload = payload(thread, x)?;
    let (Some(instance), None) = (instance, payload.object.load()) else {
        return Ok(x.clone());
    };
    let class = payload.class.load().unwrap_or(Value::NONE);
    if !x.is_exact(Builtin::Super) {
        let args = [class, instance.clone()];
        return protocol::call_positional(thread, &thread.class_object(x), &args);
    }
    let searched = check(thread, &class, instance)?;
    let bound = Super {
        class: Slot::new(class),
        object: Slot::new(instance.clone()),
        object_class: Slot::new(searched),
    };
    thread.alloc(Builtin::Super, bound)
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let payload = payload(thread, x)?;
    let name = |slot: &Slot| {
        let class = slot.load();
        class
            .as_ref()
            .and_then(Value::as_class)
            .map(Class::name_text)
    };
    let class = name(&payload.class).unwrap_or_else(|| "NULL".to_owned());
    let text = match name(&payload.object_class) {
        Some(object) => format!("<super: <class '{class}'>, <{object} object>>"),
        None => format!("<super: <class '{class}'>, NULL>"),
    };
    Str::new_value(thread, &text)
}

fn this_class(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.class.load().unwrap_or(Value::NONE))
}

fn object(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.object.load().unwrap_or(Value::NONE))
}

fn object_class(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?
        .object_class
        .load()
        .unwrap_or(Value::NONE))
}
