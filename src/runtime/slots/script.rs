//! Slot functions of scripts' classes, other than numbers: each calls the dunder method that the class defines and checks its answer.
//!
//! A slot holds such a function only while the class has a method for it; it may still be gone when the function runs, since scripts can delete it.

use crate::object::class::{CallArgs, Compare};
use crate::object::names::{self, Name};
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::protocol::attribute::{
    call_unbound, generic_get_attr, generic_get_attr_opt, lookup_special_unbound,
};
use crate::runtime::protocol::{call, convert, iterate, truth as truth_of};
use crate::runtime::raise;

/// Calls the special method; AttributeError if it is gone.
pub fn invoke(thread: &Thread, receiver: &Value, name: Name, args: &[&Value]) -> Res {
    match invoke_opt(thread, receiver, name, args)? {
        Some(value) => Ok(value),
        None => Err(thread.error(Builtin::AttributeError, name.text())),
    }
}

/// Calls the special method; None if the class has none.
pub fn invoke_opt(
    thread: &Thread,
    receiver: &Value,
    name: Name,
    args: &[&Value],
) -> Res<Option<Value>> {
    match lookup_special_unbound(thread, receiver, name.value())? {
        Some((function, needs_self)) => {
            call_unbound(thread, &function, needs_self, receiver, args).map(Some)
        }
        None => Ok(None),
    }
}

fn class_name(thread: &Thread, value: &Value) -> String {
    thread.class_of(value).name_text()
}

pub(super) fn repr(thread: &Thread, x: &Value) -> Res {
    match invoke_opt(thread, x, names::REPR, &[])? {
        Some(text) => Ok(text),
        None => convert::default_repr(thread, x),
    }
}

pub(super) fn str(thread: &Thread, x: &Value) -> Res {
    match invoke_opt(thread, x, names::STR, &[])? {
        Some(text) => Ok(text),
        None => convert::repr(thread, x),
    }
}

pub(super) fn hash(thread: &Thread, x: &Value) -> Res<i64> {
    let Some((function, needs_self)) = lookup_special_unbound(thread, x, names::HASH.value())?
    else {
        return Err(super::wrapper::unhashable(thread, x));
    };
    if function.is_none() {
        return Err(super::wrapper::unhashable(thread, x));
    }
    let answer = call_unbound(thread, &function, needs_self, x, &[])?;
    let Some(int) = answer.as_int() else {
        return Err(thread.type_error("__hash__ method should return an integer"));
    };
    Ok(match int.to_i64() {
        Some(-1) => -2,
        Some(hash) => hash,
        None => crate::base::int::convert::hash(&int.to_big()),
    })
}

pub(super) fn call_object(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res {
    match lookup_special_unbound(thread, x, names::CALL.value())? {
        Some((function, true)) => {
            let mut values = Vec::with_capacity(args.values.len() + 1);
            values.push(x.clone());
            values.extend_from_slice(args.values);
            let args = CallArgs {
                values: &values,
                names: args.names,
            };
            call(thread, &function, args)
        }
        Some((function, false)) => call(thread, &function, args),
        None => Err(thread.type_error(format!(
            "'{}' object is not callable",
            class_name(thread, x)
        ))),
    }
}

pub(super) fn iter(thread: &Thread, x: &Value) -> Res {
    match lookup_special_unbound(thread, x, names::ITER.value())? {
        Some((function, needs_self)) if !function.is_none() => {
            call_unbound(thread, &function, needs_self, x, &[])
        }
        _ => Err(thread.type_error(format!(
            "'{}' object is not iterable",
            class_name(thread, x)
        ))),
    }
}

/// StopIteration stays in flight, so that its value is not lost; `protocol::next` takes it.
pub(super) fn next(thread: &Thread, x: &Value) -> Res<Option<Value>> {
    invoke(thread, x, names::NEXT, &[]).map(Some)
}

pub(super) fn len(thread: &Thread, x: &Value) -> Res<usize> {
    let answer = invoke(thread, x, names::LEN, &[])?;
    length_of_answer(thread, &answer)
}

/// The length that an answer of `__len__` means.
///
/// # Errors
/// TypeError, ValueError or OverflowError if it is none.
pub fn length_of_answer(thread: &Thread, answer: &Value) -> Res<usize> {
    let length = convert::index(thread, answer)?;
    let int = length.as_int();
    if int.is_some_and(|int| int.is_negative()) {
        return Err(thread.value_error("__len__() should return >= 0"));
    }
    match int.and_then(|int| int.to_i64()) {
        Some(length) => Ok(length as usize),
        None => Err(thread.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

pub(super) fn get_item(thread: &Thread, x: &Value, key: &Value) -> Res {
    invoke(thread, x, names::GETITEM, &[key])
}

pub(super) fn set_item(thread: &Thread, x: &Value, key: &Value, value: Option<&Value>) -> Res<()> {
    match value {
        Some(value) => invoke(thread, x, names::SETITEM, &[key, value]).map(drop),
        None => invoke(thread, x, names::DELITEM, &[key]).map(drop),
    }
}

pub(super) fn contains(thread: &Thread, x: &Value, item: &Value) -> Res<bool> {
    match lookup_special_unbound(thread, x, names::CONTAINS.value())? {
        Some((function, _)) if function.is_none() => {
            let class = class_name(thread, x);
            Err(thread.type_error(format!("'{class}' object is not a container")))
        }
        Some((function, needs_self)) => {
            let answer = call_unbound(thread, &function, needs_self, x, &[item])?;
            truth_of(thread, &answer)
        }
        None => {
            let mut found = false;
            iterate::for_each(thread, x, &mut |candidate| {
                found = crate::runtime::protocol::equal(thread, &candidate, item)?;
                Ok(!found)
            })?;
            Ok(found)
        }
    }
}

const COMPARISONS: [Name; 6] = [
    names::LT,
    names::LE,
    names::EQ,
    names::NE,
    names::GT,
    names::GE,
];

pub(super) fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    let answer = invoke_opt(thread, x, COMPARISONS[op as usize], &[other])?;
    Ok(answer.unwrap_or(Value::NOT_IMPLEMENTED))
}

pub(super) fn truth(thread: &Thread, x: &Value) -> Res<bool> {
    let Some(answer) = invoke_opt(thread, x, names::BOOL, &[])? else {
        return match thread.class_of(x).len() {
            Some(f) => Ok(f(thread, x)? != 0),
            None => Ok(true),
        };
    };
    bool_of_answer(thread, &answer)
}

/// The truth that an answer of `__bool__` means.
///
/// # Errors
/// TypeError if it is no bool.
pub fn bool_of_answer(thread: &Thread, answer: &Value) -> Res<bool> {
    match answer.as_bool() {
        Some(truth) => Ok(truth),
        None => Err(thread.type_error(format!(
            "__bool__ should return bool, returned {}",
            class_name(thread, answer)
        ))),
    }
}

/// `__getattribute__`, then `__getattr__` if that raised AttributeError.
pub(super) fn get_attr(thread: &Thread, x: &Value, name: &Value) -> Res {
    let class = thread.class_of(x);
    let first = lookup_special_unbound(thread, x, names::GETATTRIBUTE.value())?;
    let generic = match &first {
        Some((function, _)) => {
            let object = Builtin::Object.get();
            let native = object.own_attribute(thread, names::GETATTRIBUTE.value());
            native.is_some_and(|native| native.is(function))
        }
        None => true,
    };
    let Some(hook) = thread.lookup_in_class(class, names::GETATTR.value()) else {
        return match first {
            Some((function, needs_self)) if !generic => {
                call_unbound(thread, &function, needs_self, x, &[name])
            }
            _ => generic_get_attr(thread, x, name),
        };
    };
    let class = class.object();
    let found = match first {
        Some((function, needs_self)) if !generic => {
            call_unbound(thread, &function, needs_self, x, &[name]).map(Some)
        }
        _ => generic_get_attr_opt(thread, x, name),
    };
    if let Some(Some(value)) = raise::catch(thread, Builtin::AttributeError, found)? {
        return Ok(value);
    }
    let owner = class.as_class().unwrap_or(Builtin::Object.get());
    let (function, needs_self) =
        crate::runtime::protocol::attribute::bind_unbound(thread, hook, x, owner)?;
    call_unbound(thread, &function, needs_self, x, &[name])
}

pub(super) fn set_attr(thread: &Thread, x: &Value, name: &Value, value: Option<&Value>) -> Res<()> {
    match value {
        Some(value) => invoke(thread, x, names::SETATTR, &[name, value]).map(drop),
        None => invoke(thread, x, names::DELATTR, &[name]).map(drop),
    }
}

pub(super) fn descr_get(
    thread: &Thread,
    descriptor: &Value,
    instance: Option<&Value>,
    class: &Value,
) -> Res {
    let none = Value::NONE;
    let instance = instance.unwrap_or(&none);
    match invoke_opt(thread, descriptor, names::GET, &[instance, class])? {
        Some(value) => Ok(value),
        None => Ok(descriptor.clone()),
    }
}

pub(super) fn descr_set(
    thread: &Thread,
    descriptor: &Value,
    instance: &Value,
    value: Option<&Value>,
) -> Res<()> {
    match value {
        Some(value) => invoke(thread, descriptor, names::SET, &[instance, value]).map(drop),
        None => invoke(thread, descriptor, names::DELETE, &[instance]).map(drop),
    }
}

/// `__new__` of a script: a static method by nature, called with the class.
pub(super) fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let function = crate::runtime::protocol::get_attr(thread, class, names::NEW.value())?;
    let mut values = Vec::with_capacity(args.values.len() + 1);
    values.push(class.clone());
    values.extend_from_slice(args.values);
    let args = CallArgs {
        values: &values,
        names: args.names,
    };
    call(thread, &function, args)
}

pub(super) fn init(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res<()> {
    let Some((function, needs_self)) = lookup_special_unbound(thread, x, names::INIT.value())?
    else {
        return Ok(());
    };
    let answer = if needs_self {
        let mut values = Vec::with_capacity(args.values.len() + 1);
        values.push(x.clone());
        values.extend_from_slice(args.values);
        let args = CallArgs {
            values: &values,
            names: args.names,
        };
        call(thread, &function, args)?
    } else {
        call(thread, &function, args)?
    };
    check_init(thread, &answer)
}

/// TypeError unless `__init__` answered None.
pub fn check_init(thread: &Thread, answer: &Value) -> Res<()> {
    if answer.is_none() {
        return Ok(());
    }
    let class = class_name(thread, answer);
    Err(thread.type_error(format!("__init__() should return None, not '{class}'")))
}

pub(super) fn finalize(thread: &Thread, x: &Value) -> Res {
    invoke_opt(thread, x, names::DEL, &[]).map(|_| Value::NONE)
}

macro_rules! asynchronous {
    ($($slot:ident $name:ident $message:literal;)*) => {$(
        pub(super) fn $slot(thread: &Thread, x: &Value) -> Res {
            match invoke_opt(thread, x, names::$name, &[])? {
                Some(value) => Ok(value),
                None => Err(thread.type_error(format!($message, class_name(thread, x)))),
            }
        }
    )*};
}

asynchronous! {
    await_ AWAIT "object {} can't be used in 'await' expression";
    async_iter AITER "object {} does not have __aiter__ method";
    async_next ANEXT "object {} does not have __anext__ method";
}
