//! The payload, attributes and text of generic aliases.

use crate::object::class::{CallArgs, Compare};
use crate::object::{Builtin, Dict, List, Payload, Res, Slot, Str, Thread, Tuple, Value, names};
use crate::runtime::protocol::attribute::{attribute_name, generic_get_attr, shown_name};
use crate::runtime::protocol::{self, get_attr_opt, get_attr_str};
use crate::runtime::raise;

/// The payload.
pub struct GenericAlias {
    /// `__origin__`
    pub origin: Value,
    /// `__args__`, a tuple.
    pub args: Value,
    /// `__parameters__`, a tuple; unbound until it is asked for.
    pub parameters: Slot,
    /// Was made by unpacking: `*tuple[int, str]`.
    pub starred: bool,
}

impl Payload for GenericAlias {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.origin);
        visit(&self.args);
        self.parameters.trace(visit);
    }
}

/// `origin[args]`
///
/// # Errors
/// MemoryError
pub fn new_value(thread: &Thread, origin: Value, args: Value, starred: bool) -> Res {
    let args = match args.as_tuple() {
        Some(_) => args,
        None => Tuple::from_vec(thread, vec![args])?,
    };
    let alias = GenericAlias {
        origin,
        args,
        parameters: Slot::empty(),
        starred,
    };
    thread.alloc(Builtin::GenericAlias, alias)
}

/// The payload of an alias.
pub fn payload<'v>(thread: &Thread, x: &'v Value) -> Res<&'v GenericAlias> {
    match x.payload::<GenericAlias>() {
        Some(alias) => Ok(alias),
        None => Err(thread.type_error("a generic alias was expected")),
    }
}

pub(super) fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    if !args.names.is_empty() {
        return Err(thread.type_error("GenericAlias() takes no keyword arguments"));
    }
    let [origin, items] = args.values else {
        let given = args.values.len();
        return Err(thread.type_error(format!("GenericAlias expected 2 arguments, got {given}")));
    };
    if class.is(Builtin::GenericAlias.class()) {
        return new_value(thread, origin.clone(), items.clone(), false);
    }
    let items = match items.as_tuple() {
        Some(_) => items.clone(),
        None => Tuple::from_vec(thread, vec![items.clone()])?,
    };
    let alias = GenericAlias {
        origin: origin.clone(),
        args: items,
        parameters: Slot::empty(),
        starred: false,
    };
    match class.as_class() {
        Some(class) => thread.alloc_instance(class, alias),
        None => Err(thread.type_error("GenericAlias.__new__(X): X is not a type object")),
    }
}

/// The text of a class or argument within an alias or a union.
///
/// # Errors
/// What the look-ups and `__repr__` raise.
pub fn item_text(thread: &Thread, item: &Value) -> Res<String> {
    if item.is_ellipsis() {
        return Ok("...".to_owned());
    }
    let whole = |thread: &Thread| Ok(shown_name(&protocol::repr(thread, item)?));
    let attribute = |name: &str| -> Res<Option<Value>> {
        get_attr_opt(thread, item, &thread.intern(name.as_bytes())?)
    };
    if attribute("__origin__")?.is_some() && attribute("__args__")?.is_some() {
        return whole(thread);
    }
    let Some(qualname) = get_attr_opt(thread, item, names::QUALNAME.value())? else {
        return whole(thread);
    };
    let module = get_attr_opt(thread, item, names::MODULE.value())?;
    let Some(module) = module.filter(|module| !module.is_none()) else {
        return whole(thread);
    };
    let qualname = shown_name(&protocol::str_of(thread, &qualname)?);
    if module.as_str() == Some("builtins") {
        return Ok(qualname);
    }
    let module = shown_name(&protocol::str_of(thread, &module)?);
    Ok(format!("{module}.{qualname}"))
}

fn list_text(thread: &Thread, list: &List) -> Res<String> {
    let mut parts = Vec::new();
    for item in list.to_vec(thread)? {
        parts.push(item_text(thread, &item)?);
    }
    Ok(format!("[{}]", parts.join(", ")))
}

pub(super) fn repr(thread: &Thread, x: &Value) -> Res {
    let alias = payload(thread, x)?;
    let mut text = String::new();
    if alias.starred {
        text.push('*');
    }
    text.push_str(&item_text(thread, &alias.origin)?);
    text.push('[');
    let args = alias.args.as_tuple().unwrap_or(&[]);
    if args.is_empty() {
        text.push_str("()");
    }
    for (i, arg) in args.iter().enumerate() {
        if i > 0 {
            text.push_str(", ");
        }
        match arg.as_list() {
            Some(list) => text.push_str(&list_text(thread, list)?),
            None => text.push_str(&item_text(thread, arg)?),
        }
    }
    text.push(']');
    Str::new_value(thread, &text)
}

pub(super) fn hash(thread: &Thread, x: &Value) -> Res<i64> {
    let alias = payload(thread, x)?;
    let origin = protocol::hash(thread, &alias.origin)?;
    let args = protocol::hash(thread, &alias.args)?;
    Ok(match origin ^ args {
        -1 => -2,
        hash => hash,
    })
}

pub(super) fn compare(thread: &Thread, x: &Value, other: &Value, op: Compare) -> Res {
    if !matches!(op, Compare::Eq | Compare::Ne) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (Some(a), Some(b)) = (x.payload::<GenericAlias>(), other.payload::<GenericAlias>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = a.starred == b.starred
        && protocol::equal(thread, &a.origin, &b.origin)?
        && protocol::equal(thread, &a.args, &b.args)?;
    Ok(Value::from_bool(same == (op == Compare::Eq)))
}

/// Calls the origin; the result remembers the alias where it can.
pub(super) fn call(thread: &Thread, x: &Value, args: CallArgs<'_>) -> Res {
    let alias = payload(thread, x)?;
    let made = protocol::call(thread, &alias.origin, args)?;
    let name = thread.intern(b"__orig_class__")?;
    let set = protocol::set_attr(thread, &made, &name, Some(x));
    if let Err(raised) = raise::catch(thread, Builtin::AttributeError, set) {
        raise::catch::<()>(thread, Builtin::TypeError, Err(raised))?;
    }
    Ok(made)
}

/// Attributes that are the alias's own; all others are the origin's.
const OWN: &[&str] = &[
    "__class__",
    "__bases__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
];

pub(super) fn get_attr(thread: &Thread, x: &Value, name: &Value) -> Res {
    let name = &attribute_name(thread, name)?;
    let own = name.as_str().is_some_and(|text| OWN.contains(&text));
    if own {
        return generic_get_attr(thread, x, name);
    }
    protocol::get_attr(thread, &payload(thread, x)?.origin, name)
}

/// Gives the alias in its unpacked form once.
pub(super) fn iter(thread: &Thread, x: &Value) -> Res {
    let alias = payload(thread, x)?;
    let starred = new_value(thread, alias.origin.clone(), alias.args.clone(), true)?;
    let once = Tuple::from_vec(thread, vec![starred])?;
    protocol::iter(thread, &once)
}

pub(super) fn origin(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.origin.clone())
}

pub(super) fn args(thread: &Thread, x: &Value) -> Res {
    Ok(payload(thread, x)?.args.clone())
}

pub(super) fn unpacked(thread: &Thread, x: &Value) -> Res {
    Ok(Value::from_bool(payload(thread, x)?.starred))
}

pub(super) fn read_only(thread: &Thread, _: &Value, _: Option<&Value>) -> Res<()> {
    Err(thread.error(Builtin::AttributeError, "readonly attribute"))
}

pub(super) fn parameters(thread: &Thread, x: &Value) -> Res {
    let alias = payload(thread, x)?;
    if let Some(known) = alias.parameters.load() {
        return Ok(known);
    }
    let made = super::substitute::parameters_of(thread, alias.args.as_tuple().unwrap_or(&[]))?;
    alias.parameters.set(made.clone());
    Ok(made)
}

pub(super) fn unpacked_tuple_args(thread: &Thread, x: &Value) -> Res {
    let alias = payload(thread, x)?;
    if alias.starred && alias.origin.is(Builtin::Tuple.class()) {
        return Ok(alias.args.clone());
    }
    Ok(Value::NONE)
}

pub(super) fn mro_entries(thread: &Thread, args: &[Value]) -> Res {
    let origin = payload(thread, &args[0])?.origin.clone();
    Tuple::from_vec(thread, vec![origin])
}

pub(super) fn instance_check(thread: &Thread, _: &[Value]) -> Res {
    Err(thread.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

pub(super) fn subclass_check(thread: &Thread, _: &[Value]) -> Res {
    Err(thread.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

pub(super) fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let alias = payload(thread, &args[0])?;
    let parts = Tuple::from_vec(thread, vec![alias.origin.clone(), alias.args.clone()])?;
    if alias.starred {
        let plain = new_value(thread, alias.origin.clone(), alias.args.clone(), false)?;
        let builtins = crate::runtime::state::interpreter(thread).builtins.get();
        let next = thread.intern(b"next")?;
        let next = builtins
            .as_dict()
            .and_then(|dict| dict.get_str(thread, &next));
        let iterator = protocol::iter(thread, &plain)?;
        let argument = Tuple::from_vec(thread, vec![iterator])?;
        return Tuple::from_vec(thread, vec![next.unwrap_or(Value::NONE), argument]);
    }
    let class = Builtin::GenericAlias.class().clone();
    Tuple::from_vec(thread, vec![class, parts])
}

pub(super) fn dir(thread: &Thread, args: &[Value]) -> Res {
    let alias = payload(thread, &args[0])?;
    let method = get_attr_str(thread, &thread.class_object(&alias.origin), "__dir__")?;
    let names = protocol::call_positional(thread, &method, std::slice::from_ref(&alias.origin))?;
    let all = Dict::new_value(thread)?;
    if let Some(all) = all.as_dict() {
        for name in protocol::collect(thread, &names)? {
            all.set(thread, name, Value::NONE)?;
        }
        for name in OWN {
            let name = thread.intern(name.as_bytes())?;
            let found = thread.lookup_in_class(Builtin::GenericAlias.get(), &name);
            if found.is_some() {
                all.set(thread, name, Value::NONE)?;
            }
        }
    }
    List::new_value(thread, all.as_dict().map_or_else(Vec::new, Dict::keys))
}
