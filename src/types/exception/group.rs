//! Exception groups (PEP 654): construction, splitting, and what `except*` needs.

use super::base::{no_keywords, payload};
use super::fields::{fill, get};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Builtin, Exception, List, NativeDef, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol;

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let positional = args.positional();
    let Some(payload) = class.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    let [message, exceptions] = positional else {
        return Err(thread.type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            positional.len()
        )));
    };
    if message.as_str_object().is_none() {
        let kind = thread.class_of(message).name_text();
        return Err(thread.type_error(format!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {kind}"
        )));
    }
    let sequence = protocol::iterate::is_iterable(thread, exceptions)
        && thread.class_of(exceptions).get_item().is_some()
        && exceptions.as_dict().is_none();
    if !sequence {
        return Err(thread.type_error("second argument (exceptions) must be a sequence"));
    }
    let items = protocol::collect(thread, exceptions)?;
    if items.is_empty() {
        return Err(thread.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut nested_base = false;
    for (i, item) in items.iter().enumerate() {
        if item.as_exception().is_none() {
            return Err(thread.value_error(format!(
                "Item {i} of second argument (exceptions) is not an exception"
            )));
        }
        nested_base |= !thread
            .class_of(item)
            .is_subclass_of(Builtin::Exception.class());
    }
    let mut class = class.clone();
    if class.is(Builtin::BaseExceptionGroup.class()) {
        if !nested_base {
            class = Builtin::ExceptionGroup.class().clone();
        }
    } else if class.is(Builtin::ExceptionGroup.class()) {
        if nested_base {
            return Err(thread.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
    } else if nested_base && payload.is_subclass_of(Builtin::Exception.class()) {
        let name = payload.name_text();
        return Err(thread.type_error(format!("Cannot nest BaseExceptions in '{name}'")));
    }
    let Some(payload) = class.as_class() else {
        return Err(thread.type_error("a class was expected"));
    };
    let value = Exception::new_value(thread, payload, Tuple::from_slice(thread, positional)?)?;
    fill(
        thread,
        &value,
        &[message.clone(), Tuple::from_vec(thread, items)?],
    )?;
    Ok(value)
}

fn init(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    no_keywords(thread, value, args)?;
    payload(thread, value)?
        .args
        .set(Tuple::from_slice(thread, args.positional())?);
    Ok(())
}

fn str_of(thread: &Thread, value: &Value) -> Res {
    let message = get::<0>(thread, value)?;
    let n = members(thread, value)?.len();
    let plural = if n == 1 { "" } else { "s" };
    let mut out = message
        .as_str_object()
        .map_or(&[][..], Str::as_bytes)
        .to_vec();
    out.extend_from_slice(format!(" ({n} sub-exception{plural})").as_bytes());
    Str::from_bytes(thread, &out)
}

/// The members of a group.
pub fn members(thread: &Thread, group: &Value) -> Res<Vec<Value>> {
    Ok(get::<1>(thread, group)?
        .as_tuple()
        .map_or_else(Vec::new, <[Value]>::to_vec))
}

/// Whether the exception is a group.
pub fn is_group(thread: &Thread, value: &Value) -> bool {
    thread
        .class_of(value)
        .is_subclass_of(Builtin::BaseExceptionGroup.class())
}

/// How an exception is selected.
enum Matcher<'a> {
    /// By class, or tuple of classes.
    Class(&'a Value),
    /// By a callable that answers whether.
    Predicate(&'a Value),
    /// By being one of these.
    OneOf(&'a [Value]),
}

impl Matcher<'_> {
    fn matches(&self, thread: &Thread, exception: &Value) -> Res<bool> {
        match self {
            Matcher::Class(class) => Ok(matches_class(thread, exception, class)),
            Matcher::Predicate(f) => {
                let answer = protocol::call_positional(thread, f, std::slice::from_ref(exception))?;
                protocol::truth(thread, &answer)
            }
            Matcher::OneOf(list) => Ok(list.iter().any(|item| item.is(exception))),
        }
    }
}

fn matches_class(thread: &Thread, exception: &Value, class: &Value) -> bool {
    match class.as_tuple() {
        Some(classes) => classes
            .iter()
            .any(|class| thread.class_of(exception).is_subclass_of(class)),
        None => thread.class_of(exception).is_subclass_of(class),
    }
}

/// A group like `group` with these members, through its `derive`; traceback, cause, context and notes are copied.
fn derive(thread: &Thread, group: &Value, members: Vec<Value>) -> Res {
    let list = List::new_value(thread, members)?;
    let name = thread.intern(b"derive")?;
    let derived = protocol::call_method(thread, group, &name, &[list])?;
    if !is_group(thread, &derived) {
        return Err(thread.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    let (from, to) = (payload(thread, group)?, payload(thread, &derived)?);
    to.traceback.set(from.traceback.get());
    to.context.set(from.context.get());
    to.cause.set(from.cause.get());
    let suppress = from
        .suppress_context
        .load(std::sync::atomic::Ordering::Relaxed);
    to.suppress_context
        .store(suppress, std::sync::atomic::Ordering::Relaxed);
    if let Some(notes) = protocol::get_attr_opt(thread, group, names::NOTES.value())?
        && let Some(list) = notes.as_list()
    {
        let copy = List::new_value(thread, list.to_vec(thread)?)?;
        protocol::set_attr(thread, &derived, names::NOTES.value(), Some(&copy))?;
    }
    Ok(derived)
}

/// The part that matches and the rest, None for an empty one.
fn split(thread: &Thread, exception: &Value, matcher: &Matcher<'_>) -> Res<(Value, Value)> {
    thread.check_stack(" in exceptiongroup_split_recursive")?;
    if matcher.matches(thread, exception)? {
        return Ok((exception.clone(), Value::NONE));
    }
    if !is_group(thread, exception) {
        return Ok((Value::NONE, exception.clone()));
    }
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in members(thread, exception)? {
        let (m, r) = split(thread, &member, matcher)?;
        if !m.is_none() {
            matching.push(m);
        }
        if !r.is_none() {
            rest.push(r);
        }
    }
    let build = |members: Vec<Value>| {
        if members.is_empty() {
            Ok(Value::NONE)
        } else {
            derive(thread, exception, members)
        }
    };
    Ok((build(matching)?, build(rest)?))
}

fn with_matcher<R>(
    thread: &Thread,
    condition: &Value,
    f: impl FnOnce(&Matcher<'_>) -> Res<R>,
) -> Res<R> {
    let is_class = |value: &Value| {
        value
            .as_class()
            .is_some_and(|class| class.is_subclass_of(Builtin::BaseException.class()))
    };
    if is_class(condition)
        || condition
            .as_tuple()
            .is_some_and(|all| all.iter().all(is_class))
    {
        return f(&Matcher::Class(condition));
    }
    if condition.as_class().is_none() && thread.class_of(condition).call().is_some() {
        return f(&Matcher::Predicate(condition));
    }
    Err(thread.type_error("expected an exception type, a tuple of exception types, or a callable (other than a class)"))
}

fn split_method(thread: &Thread, args: &[Value]) -> Res {
    let (matching, rest) =
        with_matcher(thread, &args[1], |matcher| split(thread, &args[0], matcher))?;
    Tuple::from_vec(thread, vec![matching, rest])
}

fn subgroup_method(thread: &Thread, args: &[Value]) -> Res {
    with_matcher(thread, &args[1], |matcher| split(thread, &args[0], matcher))
        .map(|(matching, _)| matching)
}

fn derive_method(thread: &Thread, args: &[Value]) -> Res {
    let message = get::<0>(thread, &args[0])?;
    let args = [message, args[1].clone()];
    construct(
        thread,
        Builtin::BaseExceptionGroup.class(),
        CallArgs::positional_only(&args),
    )
}

fn class_getitem(thread: &Thread, args: &[Value]) -> Res {
    protocol::sequence::generic_alias(thread, &args[0], &args[1])
}

const METHODS: &[NativeDef] = &[
    NativeDef::class_method("__class_getitem__", "(cls, object, /)", class_getitem)
        .shown_as("($type, object, /)"),
    NativeDef::method("derive", "(self, excs, /)", derive_method)
        .doc(
            "A group of the same type and message with other exceptions; split() and\n\
            subgroup() call it.",
        )
        .shown_as("($self, object, /)"),
    NativeDef::method("split", "(self, matcher_value, /)", split_method)
        .doc(
            "Two groups: of what matches the condition and of what does not. None for one\n\
            that would be empty.",
        )
        .shown_as("($self, object, /)"),
    NativeDef::method("subgroup", "(self, matcher_value, /)", subgroup_method)
        .doc(
            "The group of what matches the condition, which is a type, a tuple of types\n\
            or a function; None if nothing does.",
        )
        .shown_as("($self, object, /)"),
];

/// BaseExceptionGroup
pub static BASE_GROUP: ClassDef = ClassDef {
    class: Builtin::BaseExceptionGroup,
    doc: "Several exceptions that are raised together.",
    flags: class_flag::BASE,
    methods: METHODS,
    slots: &[
        SlotDef::New(construct),
        SlotDef::Init(init),
        SlotDef::Str(str_of),
    ],
    members: &["exceptions", "message"],
    getset: &[
        GetSetDef::new("message", get::<0>)
            .writable(read_only)
            .doc("The message of the group."),
        GetSetDef::new("exceptions", get::<1>)
            .writable(read_only)
            .doc("The exceptions of the group, as a tuple."),
    ],
    ..ClassDef::DEFAULT
};

/// ExceptionGroup
pub static GROUP: ClassDef = ClassDef {
    class: Builtin::ExceptionGroup,
    doc: "Several exceptions that are raised together.",
    flags: class_flag::BASE,
    ..ClassDef::DEFAULT
};

/// Splits an exception by the class or tuple of an `except*` clause: the matching part and the rest (None for nothing). A single exception that
/// matches is wrapped in a group.
///
/// # Errors
/// TypeError for classes that are no exceptions, or that are groups.
pub fn group_match(thread: &Thread, exception: &Value, class: &Value) -> Res<(Value, Value)> {
    if exception.is_none() {
        return Ok((Value::NONE, Value::NONE));
    }
    let classes = class.as_tuple().unwrap_or(std::slice::from_ref(class));
    for class in classes {
        let Some(payload) = class
            .as_class()
            .filter(|c| c.is_subclass_of(Builtin::BaseException.class()))
        else {
            return Err(thread.type_error(
                "catching classes that do not inherit from BaseException is not allowed",
            ));
        };
        if payload.is_subclass_of(Builtin::BaseExceptionGroup.class()) {
            return Err(thread.type_error(
                "catching ExceptionGroup with except* is not allowed. Use except instead.",
            ));
        }
    }
    if matches_class(thread, exception, class) {
        if is_group(thread, exception) {
            return Ok((exception.clone(), Value::NONE));
        }
        let members = Tuple::from_vec(thread, vec![exception.clone()])?;
        let args = [names::EMPTY.value().clone(), members];
        let group = construct(
            thread,
            Builtin::BaseExceptionGroup.class(),
            CallArgs::positional_only(&args),
        )?;
        payload(thread, &group)?
            .traceback
            .set(payload(thread, exception)?.traceback.get());
        return Ok((group, Value::NONE));
    }
    if is_group(thread, exception) {
        return split(thread, exception, &Matcher::Class(class));
    }
    Ok((Value::NONE, exception.clone()))
}

fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

/// The leaf exceptions of a group, or the exception itself.
fn leaves(thread: &Thread, exception: &Value, out: &mut Vec<Value>) -> Res<()> {
    thread.check_stack(" in collect_exception_group_leaf_ids")?;
    if is_group(thread, exception) {
        for member in members(thread, exception)? {
            leaves(thread, &member, out)?;
        }
    } else {
        out.push(exception.clone());
    }
    Ok(())
}

/// Whether two exceptions share traceback, cause, context and notes, as the parts of one group do.
fn same_metadata(thread: &Thread, a: &Value, b: &Value) -> Res<bool> {
    let (x, y) = (payload(thread, a)?, payload(thread, b)?);
    let notes = |value: &Value| protocol::get_attr_opt(thread, value, names::NOTES.value());
    let same_notes = match (notes(a)?, notes(b)?) {
        (None, None) => true,
        (Some(a), Some(b)) => a.is(&b) || protocol::equal(thread, &a, &b)?,
        _ => false,
    };
    Ok(same_notes
        && x.traceback.word() == y.traceback.word()
        && x.cause.word() == y.cause.word()
        && x.context.word() == y.context.word())
}

/// What is to be raised after the `except*` clauses of a statement: `raised` is the list of what they raised and left over. None for nothing.
///
/// # Errors
/// What `derive` raises.
pub fn prepare_reraise_star(thread: &Thread, original: &Value, raised: &Value) -> Res {
    let all = match raised.as_list() {
        Some(list) => list.to_vec(thread)?,
        None => Vec::new(),
    };
    let all: Vec<Value> = all.into_iter().filter(|e| !e.is_none()).collect();
    if all.is_empty() {
        return Ok(Value::NONE);
    }
    if !is_group(thread, original) {
        // A lone exception that no clause took, or the one that a clause raised instead.
        return Ok(all.into_iter().next().unwrap_or(Value::NONE));
    }
    let (mut new, mut again) = (Vec::new(), Vec::new());
    for exception in all {
        if exception.is(original) || same_metadata(thread, &exception, original)? {
            again.push(exception);
        } else {
            new.push(exception);
        }
    }
    // What was left over or raised again keeps the shape of the original group.
    let reraised = if again.is_empty() {
        Value::NONE
    } else {
        let mut kept = Vec::new();
        for exception in &again {
            leaves(thread, exception, &mut kept)?;
        }
        split_members(thread, original, &kept)?
    };
    if new.is_empty() {
        return Ok(reraised);
    }
    if !reraised.is_none() {
        new.push(reraised);
    }
    if new.len() == 1 {
        return Ok(new.remove(0));
    }
    let members = List::new_value(thread, new)?;
    let args = [names::EMPTY.value().clone(), members];
    construct(
        thread,
        Builtin::BaseExceptionGroup.class(),
        CallArgs::positional_only(&args),
    )
}

/// The part of a group whose leaves are in `kept`.
fn split_members(thread: &Thread, group: &Value, kept: &[Value]) -> Res {
    let mut all = Vec::new();
    leaves(thread, group, &mut all)?;
    if all.iter().all(|leaf| kept.iter().any(|k| k.is(leaf))) {
        return Ok(group.clone());
    }
    split(thread, group, &Matcher::OneOf(kept)).map(|(matching, _)| matching)
}
