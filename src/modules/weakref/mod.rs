//! `_weakref`: the native half of `weakref`: references, proxies, and the look-ups from a target to them.

mod proxy;
mod reference;

use crate::object::class::{Class, class_flag};
use crate::object::layout;
use crate::object::weak::WeakRef;
use crate::object::{Dict, List, NativeDef, Res, Thread, Value};
use crate::runtime::classes::native_class;
use crate::runtime::module::ModuleDef;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_weakref",
    doc: "Native half of the weakref module.",
    functions: &[
        NativeDef::function("getweakrefcount", "(object, /)", count)
            .doc("How many weak references to the object there are."),
        NativeDef::function("getweakrefs", "(object, /)", references)
            .doc("The weak references to the object, as a list."),
        NativeDef::function("_make_proxy", "(class_, object, callback, /)", make_proxy)
            .doc("Makes a proxy of a class for an object."),
    ],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let reference = native_class(thread, &reference::CLASS)?;
    dict.set(thread, thread.intern(b"ref")?, reference.clone())?;
    for (name, class) in [
        ("ReferenceType", reference),
        ("ProxyType", native_class(thread, &proxy::CLASS)?),
        ("CallableProxyType", native_class(thread, &proxy::CALLABLE)?),
    ] {
        dict.set(thread, thread.intern(name.as_bytes())?, class)?;
    }
    Ok(())
}

/// A weak reference or proxy of class `class`; an existing one where it would be no different: of a native class, without a callback.
///
/// # Errors
/// TypeError if there can be no weak references to the target, or the class is not one of them.
fn make(thread: &Thread, class: &Class, target: &Value, callback: &Value) -> Res {
    let target_class = thread.class_of(target);
    if target.header().is_none() || !target_class.has(class_flag::WEAKREF) {
        return Err(thread.type_error(format!(
            "cannot create weak reference to '{}' object",
            target_class.name_text()
        )));
    }
    if !layout::info(class.layout).is_some_and(|info| info.is::<WeakRef>()) {
        return Err(thread.type_error(format!(
            "'{}' is no class of weak references",
            class.name_text()
        )));
    }
    let callback = if callback.is_none() {
        Value::UNBOUND
    } else {
        callback.clone()
    };
    if callback.is_unbound() && class.has(class_flag::NATIVE_HEAP) {
        let same = thread.weak_references(target).into_iter().find(|known| {
            std::ptr::eq(thread.class_of(known), class)
                && known
                    .payload::<WeakRef>()
                    .is_some_and(|weak| weak.callback.load().is_none())
        });
        if let Some(same) = same {
            return Ok(same);
        }
    }
    let reference = thread.alloc_instance(class, WeakRef::new(callback))?;
    thread.register_weak(&reference, target);
    Ok(reference)
}

fn make_proxy(thread: &Thread, args: &[Value]) -> Res {
    match args[0].as_class() {
        Some(class) => make(thread, class, &args[1], &args[2]),
        None => Err(thread.type_error("a class of proxies was expected")),
    }
}

fn count(thread: &Thread, args: &[Value]) -> Res {
    thread.int_from_usize(thread.weak_references(&args[0]).len())
}

fn references(thread: &Thread, args: &[Value]) -> Res {
    List::new_value(thread, thread.weak_references(&args[0]))
}
