//! Descriptors that native classes and `__slots__` put into namespaces: `getset_descriptor`, `member_descriptor`, `wrapper_descriptor`.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Class, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, NativeDef, Raised, Res, Slot, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::descriptor::{GetSet, Member, SlotWrapper};
use crate::runtime::function::BoundMethod;
use crate::runtime::native_call::class_text;
use crate::runtime::protocol::attribute::{attribute_error, shown_name};
use crate::runtime::slots::wrapper;
use crate::types::builtin_function::by_getattr;
use crate::types::type_::value::full_name_in_messages;

/// The table of `getset_descriptor`.
pub static GETSET: ClassDef = ClassDef {
    class: Builtin::GetSetDescriptor,
    layout: Some(id_of::<GetSet>),
    slots: &[
        SlotDef::Repr(repr_getset),
        SlotDef::DescrGet(get_getset),
        SlotDef::DescrSet(set_getset),
    ],
    members: &["__name__", "__objclass__"],
    getset: &[
        GetSetDef::new("__objclass__", owner),
        GetSetDef::new("__name__", name),
        GetSetDef::new("__doc__", getset_doc),
        GetSetDef::new("__qualname__", qualname),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `member_descriptor`.
pub static MEMBER: ClassDef = ClassDef {
    class: Builtin::MemberDescriptor,
    layout: Some(id_of::<Member>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::Repr(repr_member),
        SlotDef::DescrGet(get_member),
        SlotDef::DescrSet(set_member),
    ],
    members: &["__name__", "__objclass__"],
    getset: &[
        GetSetDef::new("__objclass__", owner),
        GetSetDef::new("__name__", name),
        GetSetDef::new("__doc__", member_doc),
        GetSetDef::new("__qualname__", qualname),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `wrapper_descriptor`.
pub static WRAPPER: ClassDef = ClassDef {
    class: Builtin::WrapperDescriptor,
    layout: Some(id_of::<SlotWrapper>),
    flags: class_flag::METHOD_DESCRIPTOR,
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::Call(call_wrapper),
        SlotDef::Repr(repr_wrapper),
        SlotDef::DescrGet(get_wrapper),
    ],
    members: &["__name__", "__objclass__"],
    getset: &[
        GetSetDef::new("__objclass__", owner),
        GetSetDef::new("__name__", name),
        GetSetDef::new("__doc__", wrapper_doc),
        GetSetDef::new("__qualname__", qualname),
        GetSetDef::new("__text_signature__", wrapper_signature),
    ],
    ..ClassDef::DEFAULT
};

/// The class and the name of any of the three.
fn parts(x: &Value) -> (Value, String) {
    let owner = |slot: &Slot| slot.load().unwrap_or(Value::NONE);
    if let Some(descriptor) = x.payload::<GetSet>() {
        return (owner(&descriptor.owner), descriptor.def.name.to_owned());
    }
    if let Some(member) = x.payload::<Member>() {
        return (owner(&member.owner), shown_name(&member.name));
    }
    match x.payload::<SlotWrapper>() {
        Some(wrapper) => (owner(&wrapper.owner), wrapper.method.name.text().to_owned()),
        None => (Value::NONE, String::new()),
    }
}

fn class_name(class: &Value) -> String {
    class.as_class().map_or_else(String::new, Class::name_text)
}

fn owner(_: &Thread, x: &Value) -> Res {
    Ok(parts(x).0)
}

fn name(thread: &Thread, x: &Value) -> Res {
    thread.intern(parts(x).1.as_bytes())
}

fn qualname(thread: &Thread, x: &Value) -> Res {
    let (owner, name) = parts(x);
    let class = owner.as_class().map_or_else(String::new, class_text);
    Str::new_value(thread, &format!("{class}.{name}"))
}

fn getset_doc(thread: &Thread, x: &Value) -> Res {
    let def = x.payload::<GetSet>().map(|descriptor| descriptor.def);
    computed_doc(thread, def)
}

fn member_doc(thread: &Thread, x: &Value) -> Res {
    let def = x.payload::<Member>().and_then(|member| member.computed);
    computed_doc(thread, def)
}

fn computed_doc(thread: &Thread, def: Option<&GetSetDef>) -> Res {
    match def.map_or("", |def| def.doc) {
        "" => Ok(Value::NONE),
        text => Str::new_value(thread, text),
    }
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let (owner, name) = parts(&args[0]);
    by_getattr(thread, owner, &name)
}

/// TypeError unless the object is an instance of the descriptor's class.
fn check(thread: &Thread, owner: &Value, name: &str, object: &Value) -> Res<()> {
    if thread.class_of(object).is_subclass_of(owner) {
        return Ok(());
    }
    Err(thread.type_error(format!(
        "descriptor '{name}' for '{}' objects doesn't apply to a '{}' object",
        class_name(owner),
        thread.class_of(object).name_text()
    )))
}

fn repr_getset(thread: &Thread, x: &Value) -> Res {
    let (owner, name) = parts(x);
    let text = format!("<attribute '{name}' of '{}' objects>", class_name(&owner));
    Str::new_value(thread, &text)
}

fn get_getset(thread: &Thread, x: &Value, instance: Option<&Value>, _: &Value) -> Res {
    let (Some(instance), Some(descriptor)) = (instance, x.payload::<GetSet>()) else {
        return Ok(x.clone());
    };
    check(
        thread,
        &descriptor.owner.get(),
        descriptor.def.name,
        instance,
    )?;
    (descriptor.def.get)(thread, instance)
}

fn set_getset(thread: &Thread, x: &Value, instance: &Value, value: Option<&Value>) -> Res<()> {
    let Some(descriptor) = x.payload::<GetSet>() else {
        return Ok(());
    };
    let owner = descriptor.owner.get();
    check(thread, &owner, descriptor.def.name, instance)?;
    match descriptor.def.set {
        Some(set) => set(thread, instance, value),
        None => Err(not_writable(thread, &owner, descriptor.def.name, instance)),
    }
}

#[cold]
fn not_writable(thread: &Thread, owner: &Value, name: &str, instance: &Value) -> Raised {
    let message = format!(
        "attribute '{name}' of '{}' objects is not writable",
        class_name(owner)
    );
    match thread.intern(name.as_bytes()) {
        Ok(name) => attribute_error(thread, &message, instance, &name),
        Err(raised) => raised,
    }
}

fn repr_member(thread: &Thread, x: &Value) -> Res {
    let (owner, name) = parts(x);
    let text = format!("<member '{name}' of '{}' objects>", class_name(&owner));
    Str::new_value(thread, &text)
}

fn get_member(thread: &Thread, x: &Value, instance: Option<&Value>, _: &Value) -> Res {
    let (Some(instance), Some(member)) = (instance, x.payload::<Member>()) else {
        return Ok(x.clone());
    };
    check(
        thread,
        &member.owner.get(),
        &shown_name(&member.name),
        instance,
    )?;
    if let Some(def) = member.computed {
        return (def.get)(thread, instance);
    }
    let found = match member.offset {
        0 => thread.instance_attribute(instance, &member.name),
        offset => {
            if let Some(header) = instance.header() {
                thread.publish(header);
            }
            thread.field(instance, offset).and_then(Slot::load)
        }
    };
    found.ok_or_else(|| unset_member(thread, instance, &member.name))
}

/// AttributeError for a field that has no value; here the class is named with its module.
#[cold]
fn unset_member(thread: &Thread, instance: &Value, name: &Value) -> Raised {
    let class = full_name_in_messages(thread, thread.class_of(instance));
    let message = format!("'{class}' object has no attribute '{}'", shown_name(name));
    attribute_error(thread, &message, instance, name)
}

fn set_member(thread: &Thread, x: &Value, instance: &Value, value: Option<&Value>) -> Res<()> {
    let Some(member) = x.payload::<Member>() else {
        return Ok(());
    };
    let name = shown_name(&member.name);
    check(thread, &member.owner.get(), &name, instance)?;
    if let Some(def) = member.computed {
        return match def.set {
            Some(set) => set(thread, instance, value),
            None => Err(thread.error(Builtin::AttributeError, "readonly attribute")),
        };
    }
    let missing = || attribute_error(thread, &name, instance, &member.name);
    if member.offset == 0 {
        return match value {
            Some(value) => thread
                .set_instance_attribute(instance, &member.name, value.clone())
                .map(drop),
            None => match thread.delete_instance_attribute(instance, &member.name)? {
                Some(_) => Ok(()),
                None => Err(missing()),
            },
        };
    }
    if let Some(header) = instance.header() {
        thread.take_over(header);
    }
    let Some(slot) = thread.field(instance, member.offset) else {
        return Err(missing());
    };
    let old = slot.replace(value.cloned().unwrap_or(Value::UNBOUND));
    if value.is_none() && old.is_unbound() {
        return Err(missing());
    }
    drop(old);
    Ok(())
}

fn slot_wrapper<'v>(thread: &Thread, x: &'v Value) -> Res<&'v SlotWrapper> {
    match x.payload::<SlotWrapper>() {
        Some(wrapper) => Ok(wrapper),
        None => Err(thread.type_error("a slot wrapper was expected")),
    }
}

fn call_wrapper(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res {
    let slot = slot_wrapper(thread, x)?;
    wrapper::call_descriptor(thread, slot.method, &slot.owner.get(), args)
}

fn repr_wrapper(thread: &Thread, x: &Value) -> Res {
    let (owner, name) = parts(x);
    let text = format!(
        "<slot wrapper '{name}' of '{}' objects>",
        class_name(&owner)
    );
    Str::new_value(thread, &text)
}

fn get_wrapper(thread: &Thread, x: &Value, instance: Option<&Value>, _: &Value) -> Res {
    let Some(instance) = instance else {
        return Ok(x.clone());
    };
    let (owner, name) = parts(x);
    check(thread, &owner, &name, instance)?;
    let bound = BoundMethod {
        function: x.clone(),
        receiver: instance.clone(),
    };
    thread.alloc(Builtin::MethodWrapper, bound)
}

fn wrapper_doc(thread: &Thread, x: &Value) -> Res {
    Str::new_value(thread, slot_wrapper(thread, x)?.method.doc)
}

fn wrapper_signature(thread: &Thread, x: &Value) -> Res {
    Str::new_value(thread, slot_wrapper(thread, x)?.method.signature)
}
