//! Bound methods of scripts' functions (`method`) and of slot wrappers (`method-wrapper`).
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Compare, SlotDef, class_flag};
use crate::object::{Builtin, NativeDef, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::descriptor::SlotWrapper;
use crate::runtime::function::BoundMethod;
use crate::runtime::protocol::attribute::{attribute_name, shown_name};
use crate::runtime::protocol::{self, get_attr_opt};
use crate::runtime::slots::wrapper;
use crate::types::builtin_function::by_getattr;

/// The table of `method`.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::BoundMethod,
    doc: "A function bound to the instance that it is called with.",
    signature: "(function, instance, /)",
    flags: class_flag::WEAKREF,
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce)],
    slots: &[
        SlotDef::New(construct),
        SlotDef::Call(call),
        SlotDef::Repr(repr),
        SlotDef::Hash(hash),
        SlotDef::Compare(compare),
        SlotDef::GetAttr(get_attr),
        SlotDef::DescrGet(get),
    ],
    members: &["__func__", "__self__"],
    getset: &[
        GetSetDef::new("__func__", func)
            .writable(read_only)
            .doc("The function behind the method."),
        GetSetDef::new("__self__", self_)
            .writable(read_only)
            .doc("The instance that the method is bound to."),
        GetSetDef::new("__doc__", doc),
    ],
    ..ClassDef::DEFAULT
};

/// The table of `method-wrapper`.
pub static WRAPPER: ClassDef = ClassDef {
    class: Builtin::MethodWrapper,
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce_wrapper)],
    slots: &[
        SlotDef::Call(call_wrapper),
        SlotDef::Repr(repr_wrapper),
        SlotDef::Hash(hash),
        SlotDef::Compare(compare),
    ],
    members: &["__self__"],
    getset: &[
        GetSetDef::new("__objclass__", wrapper_class),
        GetSetDef::new("__self__", self_)
            .writable(read_only)
            .doc("The instance that the method is bound to."),
        GetSetDef::new("__name__", wrapper_name),
        GetSetDef::new("__qualname__", wrapper_qualname),
        GetSetDef::new("__doc__", wrapper_doc),
        GetSetDef::new("__text_signature__", wrapper_signature),
    ],
    ..ClassDef::DEFAULT
};

fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

fn bound<'v>(thread: &Thread, x: &'v Value) -> Res<&'v BoundMethod> {
    match x.payload::<BoundMethod>() {
        Some(bound) => Ok(bound),
        None => Err(thread.type_error("a bound method was expected")),
    }
}

fn construct(thread: &Thread, _: &Value, args: CallArgs<'_>) -> Res {
    if !args.names.is_empty() {
        return Err(thread.type_error("method() takes no keyword arguments"));
    }
    let [function, receiver] = args.values else {
        return Err(thread.type_error(format!(
            "method expected 2 arguments, got {}",
            args.values.len()
        )));
    };
    if thread.class_of(function).call().is_none() {
        return Err(thread.type_error("first argument must be callable"));
    }
    if receiver.is_none() {
        return Err(thread.type_error("instance must not be None"));
    }
    crate::types::function::value::bind_method(thread, function, receiver)
}

/// Most arguments that are passed on without an allocation.
const ON_STACK: usize = 6;

fn call(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res {
    let bound = bound(thread, x)?;
    let total = args.values.len() + 1;
    if total <= ON_STACK {
        let mut values = [const { Value::UNBOUND }; ON_STACK];
        values[0] = bound.receiver.clone();
        values[1..total].clone_from_slice(args.values);
        let args = CallArgs {
            values: &values[..total],
            names: args.names,
        };
        return protocol::call(thread, &bound.function, args);
    }
    let mut values = Vec::with_capacity(total);
    values.push(bound.receiver.clone());
    values.extend_from_slice(args.values);
    let args = CallArgs {
        values: &values,
        names: args.names,
    };
    protocol::call(thread, &bound.function, args)
}

fn repr(thread: &Thread, x: &Value) -> Res {
    let bound = bound(thread, x)?;
    let mut name = get_attr_opt(thread, &bound.function, names::QUALNAME.value())?;
    if name.is_none() {
        name = get_attr_opt(thread, &bound.function, names::NAME.value())?;
    }
    let name = match name.as_ref().and_then(Value::as_str_object) {
        Some(text) => text.to_text().into_owned(),
        None => "?".to_owned(),
    };
    let receiver = protocol::repr(thread, &bound.receiver)?;
    let text = format!("<bound method {name} of {}>", shown_name(&receiver));
    Str::new_value(thread, &text)
}

fn hash(thread: &Thread, x: &Value) -> Res<i64> {
    let bound = bound(thread, x)?;
    let function = thread.identity(&bound.function).rotate_right(4) as i64;
    let receiver = thread.identity(&bound.receiver).rotate_right(4) as i64;
    Ok(match function ^ receiver.wrapping_mul(31) {
        -1 => -2,
        hash => hash,
    })
}

fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    let (Some(a), Some(b)) = (x.payload::<BoundMethod>(), other.payload::<BoundMethod>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = a.receiver.is(&b.receiver) && protocol::equal(thread, &a.function, &b.function)?;
    Ok(match op {
        Compare::Eq => Value::from_bool(same),
        Compare::Ne => Value::from_bool(!same),
        _ => Value::NOT_IMPLEMENTED,
    })
}

/// Attributes of the class, then those of the function.
fn get_attr(thread: &Thread, x: &Value, name: &Value) -> Res {
    let name = &attribute_name(thread, name)?;
    let class = thread.class_of(x);
    if let Some(found) = thread.lookup_in_class(class, name) {
        return match thread.class_of(&found).descr_get() {
            Some(get) => get(thread, &found, Some(x), &class.object()),
            None => Ok(found),
        };
    }
    protocol::get_attr(thread, &bound(thread, x)?.function, name)
}

/// A bound method stays as it is when it is looked up in a class.
fn get(_: &Thread, x: &Value, _: Option<&Value>, _: &Value) -> Res {
    Ok(x.clone())
}

fn func(thread: &Thread, x: &Value) -> Res {
    Ok(bound(thread, x)?.function.clone())
}

fn self_(thread: &Thread, x: &Value) -> Res {
    Ok(bound(thread, x)?.receiver.clone())
}

fn doc(thread: &Thread, x: &Value) -> Res {
    protocol::get_attr(thread, &bound(thread, x)?.function, names::DOC.value())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let bound = bound(thread, &args[0])?;
    let name = protocol::get_attr(thread, &bound.function, names::NAME.value())?;
    let builtins = crate::runtime::state::interpreter(thread).builtins.get();
    let getattr = builtins
        .as_dict()
        .and_then(|dict| dict.get_str(thread, &thread.intern(b"getattr").ok()?));
    let arguments = Tuple::from_vec(thread, vec![bound.receiver.clone(), name])?;
    Tuple::from_vec(thread, vec![getattr.unwrap_or(Value::NONE), arguments])
}

fn slot_wrapper<'v>(thread: &Thread, x: &'v Value) -> Res<&'v SlotWrapper> {
    match bound(thread, x)?.function.payload::<SlotWrapper>() {
        Some(wrapper) => Ok(wrapper),
        None => Err(thread.type_error("a slot wrapper was expected")),
    }
}

fn call_wrapper(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res {
    let slot = slot_wrapper(thread, x)?;
    let owner = slot.owner.get();
    match owner.as_class() {
        Some(class) => wrapper::call(
            thread,
            slot.method,
            class,
            &bound(thread, x)?.receiver,
            args,
        ),
        None => Err(thread.type_error("a slot wrapper without a class")),
    }
}

fn repr_wrapper(thread: &Thread, x: &Value) -> Res {
    let receiver = &bound(thread, x)?.receiver;
    let text = format!(
        "<method-wrapper '{}' of {} object at {:#x}>",
        slot_wrapper(thread, x)?.method.name.text(),
        thread.class_of(receiver).name_text(),
        thread.identity(receiver)
    );
    Str::new_value(thread, &text)
}

fn reduce_wrapper(thread: &Thread, args: &[Value]) -> Res {
    let name = shown_name(&wrapper_name(thread, &args[0])?);
    by_getattr(thread, bound(thread, &args[0])?.receiver.clone(), &name)
}

fn wrapper_class(thread: &Thread, x: &Value) -> Res {
    Ok(slot_wrapper(thread, x)?.owner.get())
}

fn wrapper_name(thread: &Thread, x: &Value) -> Res {
    Ok(slot_wrapper(thread, x)?.method.name.value().clone())
}

fn wrapper_qualname(thread: &Thread, x: &Value) -> Res {
    protocol::get_attr(thread, &bound(thread, x)?.function, names::QUALNAME.value())
}

fn wrapper_doc(thread: &Thread, x: &Value) -> Res {
    Str::new_value(thread, slot_wrapper(thread, x)?.method.doc)
}

fn wrapper_signature(thread: &Thread, x: &Value) -> Res {
    Str::new_value(thread, slot_wrapper(thread, x)?.method.signature)
}
