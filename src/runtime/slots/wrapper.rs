//! Calling a native slot by the name of its dunder method: what `wrapper_descriptor` objects do.

use super::SlotMethod;
use crate::object::class::SlotId;
use crate::object::class::{BinaryFn, CallArgs, Class, Compare, SetItemFn, TernaryFn, UnaryFn};
use crate::object::{Builtin, Res, Thread, Value};

/// How a dunder method calls its slot.
#[derive(Clone, Copy)]
pub enum Kind {
    /// No wrapper: the method appears by other means.
    None,
    /// `f(self)`
    Unary(fn(&Class) -> Option<UnaryFn>),
    /// `f(self, value)`
    Binary(fn(&Class) -> Option<BinaryFn>),
    /// `f(value, self)`
    Reflected(fn(&Class) -> Option<BinaryFn>),
    /// `__pow__`
    Power,
    /// `__rpow__`
    ReflectedPower,
    /// `__ipow__`
    InPlacePower,
    /// A comparison
    Compare(Compare),
    /// `__hash__`
    Hash,
    /// `__len__`
    Len,
    /// `__bool__`
    Bool,
    /// `__contains__`
    Contains,
    /// `__call__`
    Call,
    /// `__init__`
    Init,
    /// `__next__`
    Next,
    /// `__setitem__`
    SetItem,
    /// `__delitem__`
    DelItem,
    /// `__setattr__`
    SetAttr,
    /// `__delattr__`
    DelAttr,
    /// `__get__`
    DescrGet,
    /// `__set__`
    DescrSet,
    /// `__delete__`
    DescrDelete,
    /// `__del__`
    Finalize,
}

impl SlotMethod {
    /// Whether the slot may change the object that it is called on.
    fn changes_receiver(&self) -> bool {
        match self.kind {
            Kind::Init
            | Kind::Next
            | Kind::SetItem
            | Kind::DelItem
            | Kind::SetAttr
            | Kind::DelAttr
            | Kind::DescrSet
            | Kind::DescrDelete
            | Kind::Finalize
            | Kind::InPlacePower => true,
            Kind::Binary(_) => self.name.text().starts_with("__i"),
            _ => false,
        }
    }
}

/// Calls the slot of `owner` that `method` stands for; the first of the arguments is the receiver, an instance of `owner`.
///
/// # Errors
/// TypeError for a wrong number of arguments, and what the slot raises.
pub fn call(
    thread: &Thread,
    method: &SlotMethod,
    owner: &Class,
    receiver: &Value,
    args: CallArgs<'_>,
) -> Res {
    // Slots leave it to those who call them to ask whether they may use their operands.
    if method.changes_receiver() {
        thread.before_write(receiver);
    } else {
        thread.before_read(receiver);
    }
    args.values
        .iter()
        .for_each(|value| thread.before_read(value));
    match method.kind {
        Kind::Call => return call_slot(thread, owner, receiver, args),
        Kind::Init => {
            return match owner.init() {
                Some(f) => f(thread, receiver, args).map(|()| Value::NONE),
                None => Ok(Value::NONE),
            };
        }
        _ => {}
    }
    if !args.names.is_empty() {
        let message = format!(
            "wrapper {}() takes no keyword arguments",
            method.name.text()
        );
        return Err(thread.type_error(message));
    }
    positional(thread, method, owner, receiver, args.values)
}

fn call_slot(thread: &Thread, owner: &Class, receiver: &Value, args: CallArgs<'_>) -> Res {
    thread.before_call(receiver, args.values);
    match owner.call() {
        Some(f) => f(thread, receiver, args),
        None => Err(missing(thread)),
    }
}

fn positional(
    thread: &Thread,
    method: &SlotMethod,
    owner: &Class,
    receiver: &Value,
    args: &[Value],
) -> Res {
    let count = |n: usize| check_count(thread, args, n, n);
    let none = |done: Res<()>| done.map(|()| Value::NONE);
    match method.kind {
        Kind::Unary(get) => {
            count(0)?;
            get(owner).ok_or_else(|| missing(thread))?(thread, receiver)
        }
        Kind::Binary(get) => {
            let repeats = matches!(method.slot, SlotId::Repeat | SlotId::InPlaceRepeat);
            check_count_of(thread, args, 1, 1, repeats)?;
            get(owner).ok_or_else(|| missing(thread))?(thread, receiver, &args[0])
        }
        Kind::Reflected(get) => {
            count(1)?;
            get(owner).ok_or_else(|| missing(thread))?(thread, &args[0], receiver)
        }
        Kind::Power | Kind::ReflectedPower | Kind::InPlacePower => {
            check_count(thread, args, 1, 2)?;
            power(thread, method.kind, owner, receiver, args)
        }
        Kind::Compare(op) => {
            count(1)?;
            match owner.compare() {
                Some(f) => f(thread, receiver, &args[0], op),
                None => Ok(Value::NOT_IMPLEMENTED),
            }
        }
        Kind::Hash => {
            count(0)?;
            match owner.hash() {
                Some(f) => thread.int(f(thread, receiver)?),
                None => Err(unhashable(thread, receiver)),
            }
        }
        Kind::Len => {
            count(0)?;
            thread.int_from_usize(owner.len().ok_or_else(|| missing(thread))?(
                thread, receiver,
            )?)
        }
        Kind::Bool => {
            count(0)?;
            Ok(Value::from_bool(owner
                .truth()
                .ok_or_else(|| missing(thread))?(
                thread, receiver
            )?))
        }
        Kind::Contains => {
            count(1)?;
            let f = owner.contains().ok_or_else(|| missing(thread))?;
            Ok(Value::from_bool(f(thread, receiver, &args[0])?))
        }
        Kind::Next => {
            count(0)?;
            match owner.next().ok_or_else(|| missing(thread))?(thread, receiver)? {
                Some(value) => Ok(value),
                None => Err(thread.error(Builtin::StopIteration, "")),
            }
        }
        Kind::SetItem => {
            count(2)?;
            none(owner.set_item().ok_or_else(|| missing(thread))?(
                thread,
                receiver,
                &args[0],
                Some(&args[1]),
            ))
        }
        Kind::DelItem => {
            count(1)?;
            none(owner.set_item().ok_or_else(|| missing(thread))?(
                thread, receiver, &args[0], None,
            ))
        }
        Kind::SetAttr => {
            count(2)?;
            none(set_attr(
                thread,
                method,
                owner,
                receiver,
                &args[0],
                Some(&args[1]),
            ))
        }
        Kind::DelAttr => {
            count(1)?;
            none(set_attr(thread, method, owner, receiver, &args[0], None))
        }
        Kind::DescrGet => {
            check_count(thread, args, 1, 2)?;
            descr_get(thread, owner, receiver, args)
        }
        Kind::DescrSet => {
            count(2)?;
            none(owner.descr_set().ok_or_else(|| missing(thread))?(
                thread,
                receiver,
                &args[0],
                Some(&args[1]),
            ))
        }
        Kind::DescrDelete => {
            count(1)?;
            none(owner.descr_set().ok_or_else(|| missing(thread))?(
                thread, receiver, &args[0], None,
            ))
        }
        Kind::Finalize => {
            count(0)?;
            owner.finalize().ok_or_else(|| missing(thread))?(thread, receiver)
        }
        Kind::Call | Kind::Init | Kind::None => Err(missing(thread)),
    }
}

fn power(thread: &Thread, kind: Kind, owner: &Class, receiver: &Value, args: &[Value]) -> Res {
    let slot: Option<TernaryFn> = if matches!(kind, Kind::InPlacePower) {
        owner.in_place_power()
    } else {
        owner.power()
    };
    let f = slot.ok_or_else(|| missing(thread))?;
    let none = Value::NONE;
    let modulus = args.get(1).unwrap_or(&none);
    match kind {
        Kind::ReflectedPower => f(thread, &args[0], receiver, modulus),
        _ => f(thread, receiver, &args[0], modulus),
    }
}

/// `__setattr__` by name must not get around a native class that has its own.
fn set_attr(
    thread: &Thread,
    method: &SlotMethod,
    owner: &Class,
    receiver: &Value,
    name: &Value,
    value: Option<&Value>,
) -> Res<()> {
    let f: SetItemFn = owner.set_attr().ok_or_else(|| missing(thread))?;
    if name.as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "attribute name must be string, not '{}'",
            thread.class_of(name).name_text()
        )));
    }
    let native = thread.class_of(receiver).native_base().get();
    if owner.is_exact(Builtin::Object)
        && !native.same_slot(crate::object::class::SlotId::SetAttr, owner)
    {
        return Err(thread.type_error(format!(
            "can't apply this {} to {} object",
            method.name.text(),
            thread.class_of(receiver).name_text()
        )));
    }
    f(thread, receiver, name, value)
}

fn descr_get(thread: &Thread, owner: &Class, receiver: &Value, args: &[Value]) -> Res {
    let f = owner.descr_get().ok_or_else(|| missing(thread))?;
    let instance = (!args[0].is_none()).then_some(&args[0]);
    match (instance, args.get(1).filter(|class| !class.is_none())) {
        (None, None) => Err(thread.type_error("__get__(None, None) is invalid")),
        (instance, Some(class)) => f(thread, receiver, instance, class),
        (Some(object), None) => f(thread, receiver, instance, &thread.class_object(object)),
    }
}

/// TypeError unless the number of arguments lies in the range.
pub fn check_count(thread: &Thread, args: &[Value], least: usize, most: usize) -> Res<()> {
    check_count_of(thread, args, least, most, false)
}

/// As [`check_count`]; `by_name` if the message has the name of the function although it takes one argument.
fn check_count_of(
    thread: &Thread,
    args: &[Value],
    least: usize,
    most: usize,
    by_name: bool,
) -> Res<()> {
    let given = args.len();
    if (least..=most).contains(&given) {
        return Ok(());
    }
    let (bound, n) = if given < least {
        ("at least ", least)
    } else {
        ("at most ", most)
    };
    // With a range, or more than one, the message begins with the (empty) name of the function, as CPython's does.
    let (name, bound) = match (least == most, most > 1 || by_name) {
        (true, true) => (" ", ""),
        (true, false) => ("", ""),
        (false, _) => (" ", bound),
    };
    let plural = if n == 1 { "" } else { "s" };
    Err(thread.type_error(format!(
        "{name}expected {bound}{n} argument{plural}, got {given}"
    )))
}

#[cold]
fn missing(thread: &Thread) -> crate::object::Raised {
    thread.error(
        Builtin::SystemError,
        "a wrapper of an empty slot was called",
    )
}

/// TypeError of `hash(value)`.
#[cold]
pub fn unhashable(thread: &Thread, value: &Value) -> crate::object::Raised {
    let class = thread.class_of(value).name_text();
    thread.type_error(format!("unhashable type: '{class}'"))
}

/// Checks the receiver of a wrapper call and calls it.
///
/// # Errors
/// TypeError if the first argument is missing or no instance of the owner.
pub fn call_descriptor(
    thread: &Thread,
    method: &SlotMethod,
    owner: &Value,
    args: CallArgs<'_>,
) -> Res {
    let Some(class) = owner.as_class() else {
        return Err(missing(thread));
    };
    let Some(receiver) = args.positional().first() else {
        return Err(thread.type_error(format!(
            "descriptor '{}' of '{}' object needs an argument",
            method.name.text(),
            class.name_text()
        )));
    };
    if !thread.class_of(receiver).is_subclass_of(owner) {
        return Err(thread.type_error(format!(
            "descriptor '{}' requires a '{}' object but received a '{}'",
            method.name.text(),
            class.name_text(),
            thread.class_of(receiver).name_text()
        )));
    }
    let rest = CallArgs {
        values: &args.values[1..],
        names: args.names,
    };
    call(thread, method, class, receiver, rest)
}
