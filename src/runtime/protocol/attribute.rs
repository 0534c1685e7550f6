//! Attribute look-up, assignment and deletion; descriptors.
//!
//! Order of a look-up: data descriptors of the class, the instance, then the class's other attributes. Names are interned on the way in, so that
//! everything below compares addresses.

use super::call::call;
use crate::object::class::{CallArgs, Class, SlotId, class_flag};
use crate::object::layout::core;
use crate::object::purpose::Purpose;
use crate::object::{Builtin, Exception, Raised, Res, Str, Thread, Value, names};
use crate::runtime::descriptor::Member;
use crate::runtime::function::{Function, Module};
use crate::runtime::raise;

/// `object.name` (`name` is a str).
///
/// # Errors
/// AttributeError, or what hooks and descriptors raise.
#[inline]
pub fn get_attr(thread: &Thread, object: &Value, name: &Value) -> Res {
    thread.before_read(object);
    let found = match thread.class_of(object).get_attr() {
        Some(f) => f(thread, object, name),
        None => generic_get_attr(thread, object, name),
    };
    match found {
        Ok(value) => Ok(value),
        Err(raised) => {
            thread.with_raised(|raised| {
                if let Some(exception) = raised {
                    note_object(thread, exception, object, name);
                }
            });
            Err(raised)
        }
    }
}

/// Gives an AttributeError that names neither object nor attribute these, for suggestions.
#[cold]
#[inline(never)]
pub fn note_object(thread: &Thread, exception: &Value, object: &Value, name: &Value) {
    let class = thread.class_of(exception);
    thread.before_write(exception);
    if class.is_subclass_of(Builtin::AttributeError.class())
        && let Some(error) = exception.as_exception()
        && let [name_field, object_field, ..] = &*error.fields
        && name_field.load().is_none()
        && object_field.load().is_none()
    {
        name_field.set(name.clone());
        object_field.set(object.clone());
    }
}

/// `object.name`, None instead of an AttributeError.
///
/// # Errors
/// What hooks and descriptors raise but AttributeError.
pub fn get_attr_opt(thread: &Thread, object: &Value, name: &Value) -> Res<Option<Value>> {
    let found = if uses_generic(thread.class_of(object)) {
        generic_get_attr_opt(thread, object, name)
    } else {
        get_attr(thread, object, name).map(Some)
    };
    raise::catch(thread, Builtin::AttributeError, found).map(Option::flatten)
}

/// Whether attributes are read by `object.__getattribute__` alone.
#[inline]
pub fn uses_generic(class: &Class) -> bool {
    class.same_slot(SlotId::GetAttr, Builtin::Object.get())
}

/// `object.name` for a name given as text.
pub fn get_attr_str(thread: &Thread, object: &Value, name: &str) -> Res {
    get_attr(thread, object, &thread.intern(name.as_bytes())?)
}

/// `object.name = value`, or `del object.name` when there is no value.
#[inline]
pub fn set_attr(thread: &Thread, object: &Value, name: &Value, value: Option<&Value>) -> Res<()> {
    thread.before_write(object);
    match thread.class_of(object).set_attr() {
        Some(f) => f(thread, object, name, value),
        None => generic_set_attr(thread, object, name, value),
    }
}

/// The script function `__getattr__` that completes `object.name` where the generic look-up finds nothing; None if attributes are read in another
/// way.
pub fn getattr_hook(thread: &Thread, object: &Value) -> Option<Value> {
    let class = thread.class_of(object);
    if class.is_static() || uses_generic(class) || object.as_class().is_some() {
        return None;
    }
    let hook = thread.lookup_in_class(class, names::GETATTR.value())?;
    (hook.is_exact(Builtin::Function) && finds_generically(thread, class)).then_some(hook)
}

/// Whether attributes are found by `object.__getattribute__`; a `__getattr__` may complete it.
pub fn finds_generically(thread: &Thread, class: &Class) -> bool {
    if uses_generic(class) {
        return true;
    }
    let name = names::GETATTRIBUTE.value();
    let native = Builtin::Object.get().own_attribute(thread, name);
    match (thread.lookup_in_class(class, name), native) {
        (Some(found), Some(native)) => found.is(&native),
        _ => false,
    }
}

/// What the generic look-up finds; None also where a descriptor raises AttributeError, which is what makes `__getattr__` be asked.
///
/// # Errors
/// What descriptors raise but AttributeError.
pub fn find(thread: &Thread, object: &Value, name: &Value) -> Res<Option<Value>> {
    let found = generic_get_attr_opt(thread, object, name);
    raise::catch(thread, Builtin::AttributeError, found).map(Option::flatten)
}

/// The raw attribute `name` (interned) of the first class in the MRO that has it. Runs no script code.
#[inline]
pub fn lookup_class(thread: &Thread, class: &Class, name: &Value) -> Option<Value> {
    thread.lookup_in_class(class, name)
}

/// The special method `name` of `object`'s class, bound to `object`; instance attributes are passed over, as for all implicit calls.
pub fn lookup_special(thread: &Thread, object: &Value, name: &Value) -> Res<Option<Value>> {
    let class = thread.class_of(object);
    let Some(found) = thread.lookup_in_class(class, name) else {
        return Ok(None);
    };
    match thread.class_of(&found).descr_get() {
        Some(_) if before_binding(thread, &found) => lookup_special(thread, object, name),
        Some(get) => get(thread, &found, Some(object), &class.object()).map(Some),
        None => Ok(Some(found)),
    }
}

/// Before a descriptor is asked what an attribute is, or to set it: those that do more than to call a function, to bind one, or to look into the
/// instance are asked alone. True if the thread had to wait for that: the object may have another class now.
pub fn before_binding(thread: &Thread, descriptor: &Value) -> bool {
    use core::{BUILTIN, CLASS_METHOD, FUNCTION, INSTANCE, PROPERTY, STATIC_METHOD};
    if !thread.runs_together() {
        return false;
    }
    let is_known = match descriptor.layout() {
        FUNCTION | BUILTIN | STATIC_METHOD | CLASS_METHOD | PROPERTY | INSTANCE => true,
        _ => match descriptor.payload::<Member>() {
            Some(member) => member.computed.is_none(),
            None => descriptor.is_exact(Builtin::WrapperDescriptor) || descriptor.is_guarded(),
        },
    };
    if !is_known {
        thread.go_alone_for(Purpose::Operand(descriptor));
    }
    !is_known
}

/// As `lookup_special`, but functions and method descriptors stay unbound: the flag says that `object` has to be passed as first argument.
#[inline]
pub fn lookup_special_unbound(
    thread: &Thread,
    object: &Value,
    name: &Value,
) -> Res<Option<(Value, bool)>> {
    let class = thread.class_of(object);
    match thread.lookup_in_class(class, name) {
        Some(found) => bind_unbound(thread, found, object, class).map(Some),
        None => Ok(None),
    }
}

/// Binds a raw attribute of `class` to `object`, unless that is a matter of passing `object` as first argument, which the flag says.
#[inline]
pub fn bind_unbound(
    thread: &Thread,
    found: Value,
    object: &Value,
    class: &Class,
) -> Res<(Value, bool)> {
    let kind = thread.class_of(&found);
    if kind.has(class_flag::METHOD_DESCRIPTOR) {
        return Ok((found, true));
    }
    match kind.descr_get() {
        Some(get) => {
            before_binding(thread, &found);
            Ok((get(thread, &found, Some(object), &class.object())?, false))
        }
        None => Ok((found, false)),
    }
}

/// Calls what `lookup_special_unbound` found.
pub fn call_unbound(
    thread: &Thread,
    function: &Value,
    needs_self: bool,
    receiver: &Value,
    args: &[&Value],
) -> Res {
    let positional = CallArgs::positional_only;
    match (needs_self, args) {
        (true, []) => call(thread, function, positional(std::slice::from_ref(receiver))),
        (true, [a]) => {
            let values = [receiver.clone(), (*a).clone()];
            call(thread, function, positional(&values))
        }
        (true, [a, b]) => {
            let values = [receiver.clone(), (*a).clone(), (*b).clone()];
            call(thread, function, positional(&values))
        }
        _ => {
            let first = needs_self.then(|| receiver.clone());
            let values: Vec<Value> = first
                .into_iter()
                .chain(args.iter().map(|v| (*v).clone()))
                .collect();
            call(thread, function, positional(&values))
        }
    }
}

/// An attribute of the object itself, by interned name.
#[inline]
pub fn own_attribute(thread: &Thread, object: &Value, name: &Value) -> Option<Value> {
    match object.layout() {
        core::MODULE => {
            let module = object.payload::<Module>()?;
            thread.before_read(&module.dict);
            module.dict.as_dict()?.get_str(thread, name)
        }
        core::FUNCTION => {
            let dict = object.payload::<Function>()?.dict.load()?;
            thread.before_read(&dict);
            dict.as_dict()?.get_str(thread, name)
        }
        core::CLASS => object.as_class()?.own_attribute(thread, name),
        _ => thread.instance_attribute(object, name),
    }
}

/// `object.__getattribute__(name)`
///
/// # Errors
/// AttributeError, and what descriptors raise.
pub fn generic_get_attr(thread: &Thread, object: &Value, name: &Value) -> Res {
    match generic_get_attr_opt(thread, object, name)? {
        Some(value) => Ok(value),
        None => Err(no_attribute(thread, object, name)),
    }
}

/// As `generic_get_attr`; None if there is no such attribute.
///
/// # Errors
/// What descriptors raise, AttributeError included.
pub fn generic_get_attr_opt(thread: &Thread, object: &Value, name: &Value) -> Res<Option<Value>> {
    thread.before_read(object);
    let name = &attribute_name(thread, name)?;
    let class = thread.class_of(object);
    let Some(found) = thread.lookup_in_class(class, name) else {
        return Ok(own_attribute(thread, object, name));
    };
    let kind = thread.class_of(&found);
    let get = kind.descr_get();
    if let Some(get) = get
        && kind.descr_set().is_some()
    {
        if before_binding(thread, &found) {
            return generic_get_attr_opt(thread, object, name);
        }
        return get(thread, &found, Some(object), &class.object()).map(Some);
    }
    if let Some(value) = own_attribute(thread, object, name) {
        return Ok(Some(value));
    }
    match get {
        Some(_) if before_binding(thread, &found) => generic_get_attr_opt(thread, object, name),
        Some(get) => get(thread, &found, Some(object), &class.object()).map(Some),
        None => Ok(Some(found)),
    }
}

/// `object.name` for a call: the flag says that `object` has to be passed as first argument, because the attribute is a method that was
/// not bound. None: the look-up has to go the usual way.
///
/// # Errors
/// What descriptors raise, AttributeError included.
pub fn get_method(thread: &Thread, object: &Value, name: &Value) -> Res<Option<(Value, bool)>> {
    thread.before_read(object);
    let class = thread.class_of(object);
    if !uses_generic(class) {
        return Ok(None);
    }
    let name = &attribute_name(thread, name)?;
    let Some(found) = thread.lookup_in_class(class, name) else {
        return Ok(own_attribute(thread, object, name).map(|value| (value, false)));
    };
    if thread.class_of(&found).has(class_flag::METHOD_DESCRIPTOR) {
        return Ok(Some(match own_attribute(thread, object, name) {
            Some(value) => (value, false),
            None => (found, true),
        }));
    }
    Ok(generic_get_attr_opt(thread, object, name)?.map(|value| (value, false)))
}

/// `object.__setattr__` and `object.__delattr__`.
///
/// # Errors
/// AttributeError, and what descriptors raise.
pub fn generic_set_attr(
    thread: &Thread,
    object: &Value,
    name: &Value,
    value: Option<&Value>,
) -> Res<()> {
    let name = &attribute_name(thread, name)?;
    let class = thread.class_of(object);
    let found = thread.lookup_in_class(class, name);
    if let Some(found) = &found
        && let Some(set) = thread.class_of(found).descr_set()
    {
        if before_binding(thread, found) {
            return generic_set_attr(thread, object, name, value);
        }
        return set(thread, found, object, value);
    }
    let hidden = class.has(class_flag::HIDDEN_ATTRIBUTES);
    let done = match value {
        _ if hidden => false,
        Some(value) => set_own_attribute(thread, object, name, value)?,
        None => {
            let old = delete_own_attribute(thread, object, name)?;
            if old.is_some() {
                return Ok(());
            }
            if has_own_attributes(thread, object) {
                let class = class.name_text();
                let shown = shown_name(name);
                let message = format!("'{class}' object has no attribute '{shown}'");
                return Err(thread.error(Builtin::AttributeError, message));
            }
            false
        }
    };
    if done {
        return Ok(());
    }
    Err(cannot_set(thread, object, class, name, found.is_some()))
}

#[cold]
fn cannot_set(
    thread: &Thread,
    object: &Value,
    class: &Class,
    name: &Value,
    in_class: bool,
) -> Raised {
    let (text, shown) = (class.name_text(), shown_name(name));
    if in_class {
        let message = format!("'{text}' object attribute '{shown}' is read-only");
        return thread.error(Builtin::AttributeError, message);
    }
    let message = if class.same_slot(SlotId::SetAttr, Builtin::Object.get()) {
        format!(
            "'{text}' object has no attribute '{shown}' and no __dict__ for setting new attributes"
        )
    } else {
        format!("'{text}' object has no attribute '{shown}'")
    };
    attribute_error(thread, &message, object, name)
}

fn has_own_attributes(thread: &Thread, object: &Value) -> bool {
    matches!(object.layout(), core::MODULE | core::FUNCTION) || thread.has_attributes(object)
}

fn set_own_attribute(thread: &Thread, object: &Value, name: &Value, value: &Value) -> Res<bool> {
    match object.layout() {
        core::MODULE => {
            if let Some(dict) = object.payload::<Module>().and_then(|m| m.dict.as_dict()) {
                dict.set_str(thread, name, value.clone())?;
            }
            Ok(true)
        }
        core::FUNCTION => {
            if let Some(function) = object.payload::<Function>() {
                let dict = function_dict(thread, function)?;
                if let Some(dict) = dict.as_dict() {
                    dict.set_str(thread, name, value.clone())?;
                }
            }
            Ok(true)
        }
        _ => thread.set_instance_attribute(object, name, value.clone()),
    }
}

/// The `__dict__` of a function, made at the first request.
pub fn function_dict(thread: &Thread, function: &Function) -> Res {
    if let Some(dict) = function.dict.load() {
        return Ok(dict);
    }
    let dict = crate::object::Dict::new_value(thread)?;
    function.dict.set(dict.clone());
    Ok(dict)
}

fn delete_own_attribute(thread: &Thread, object: &Value, name: &Value) -> Res<Option<Value>> {
    let dict = match object.layout() {
        core::MODULE => object.payload::<Module>().map(|module| module.dict.clone()),
        core::FUNCTION => object
            .payload::<Function>()
            .and_then(|function| function.dict.load()),
        _ => return thread.delete_instance_attribute(object, name),
    };
    let dict = dict.as_ref().and_then(Value::as_dict);
    Ok(dict.and_then(|dict| dict.remove_str(thread, name)))
}

/// The interned form of an attribute's name.
///
/// # Errors
/// TypeError if it is no str.
#[inline]
pub fn attribute_name(thread: &Thread, name: &Value) -> Res {
    if crate::object::intern::is_interned(name) {
        return Ok(name.clone());
    }
    if name.as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "attribute name must be string, not '{}'",
            thread.class_of(name).name_text()
        )));
    }
    thread.intern_value(name)
}

/// The text of a name for a message.
pub fn shown_name(name: &Value) -> String {
    name.as_str_object()
        .map_or_else(String::new, |text| text.to_text().into_owned())
}

/// AttributeError: the object has no attribute of this name.
#[cold]
#[inline(never)]
pub fn no_attribute(thread: &Thread, object: &Value, name: &Value) -> Raised {
    let class = thread.class_of(object).name_text();
    let message = format!("'{class}' object has no attribute '{}'", shown_name(name));
    attribute_error(thread, &message, object, name)
}

/// AttributeError with the fields `name` and `obj`, which suggestions are made from.
#[cold]
#[inline(never)]
pub fn attribute_error(thread: &Thread, message: &str, object: &Value, name: &Value) -> Raised {
    let made = Str::new_value(thread, message)
        .and_then(|text| Exception::with_args(thread, Builtin::AttributeError, vec![text]));
    match made {
        Ok(error) => {
            if let Some(payload) = error.as_exception()
                && let [name_field, object_field, ..] = &*payload.fields
            {
                name_field.set(name.clone());
                object_field.set(object.clone());
            }
            thread.raise(error)
        }
        Err(raised) => raised,
    }
}
