//! Type parameters within arguments, and replacing them: `dict[K, V][str, int]`.

use super::value::{GenericAlias, new_value, parameters, payload};
use crate::object::{Res, Thread, Tuple, Value};
use crate::runtime::protocol::attribute::shown_name;
use crate::runtime::protocol::{self, call_positional, get_attr_opt};

fn attribute(thread: &Thread, x: &Value, name: &str) -> Res<Option<Value>> {
    get_attr_opt(thread, x, &thread.intern(name.as_bytes())?)
}

fn push_unique(list: &mut Vec<Value>, item: &Value) {
    if !list.iter().any(|known| known.is(item)) {
        list.push(item.clone());
    }
}

/// The type parameters that occur in the arguments, each once, in order: a tuple.
///
/// # Errors
/// What the look-ups raise.
pub fn parameters_of(thread: &Thread, args: &[Value]) -> Res {
    let mut found = Vec::new();
    collect(thread, args, &mut found)?;
    Tuple::from_vec(thread, found)
}

fn collect(thread: &Thread, args: &[Value], found: &mut Vec<Value>) -> Res<()> {
    thread.check_stack("")?;
    for arg in args {
        if arg.as_class().is_some() {
            continue;
        }
        if let Some(items) = arg.as_tuple() {
            collect(thread, items, found)?;
        } else if let Some(list) = arg.as_list() {
            collect(thread, &list.to_vec(thread)?, found)?;
        } else if attribute(thread, arg, "__typing_subst__")?.is_some() {
            push_unique(found, arg);
        } else if let Some(inner) = attribute(thread, arg, "__parameters__")? {
            for parameter in inner.as_tuple().unwrap_or(&[]) {
                push_unique(found, parameter);
            }
        }
    }
    Ok(())
}

/// `alias[item]`
pub(super) fn get_item(thread: &Thread, x: &Value, item: &Value) -> Res {
    let alias = payload(thread, x)?;
    let wanted = parameters(thread, x)?;
    let args = substitute(thread, x, &alias.args, &wanted, item)?;
    new_value(thread, alias.origin.clone(), args, alias.starred)
}

/// The arguments with their type parameters replaced by `item`, or the items of it.
///
/// # Errors
/// TypeError if there are no parameters, or not as many as items.
pub fn substitute(thread: &Thread, x: &Value, args: &Value, wanted: &Value, item: &Value) -> Res {
    let parameters = wanted.as_tuple().unwrap_or(&[]);
    if parameters.is_empty() {
        let shown = shown_name(&protocol::repr(thread, x)?);
        return Err(thread.type_error(format!("{shown} is not a generic class")));
    }
    let mut given = unpack(thread, item)?;
    for parameter in parameters {
        if let Some(prepare) = attribute(thread, parameter, "__typing_prepare_subst__")?
            && !prepare.is_none()
        {
            let items = Tuple::from_vec(thread, given)?;
            let answer = call_positional(thread, &prepare, &[x.clone(), items])?;
            given = match answer.as_tuple() {
                Some(items) => items.to_vec(),
                None => vec![answer],
            };
        }
    }
    if given.len() != parameters.len() {
        let much = if given.len() > parameters.len() {
            "many"
        } else {
            "few"
        };
        let shown = shown_name(&protocol::repr(thread, x)?);
        return Err(thread.type_error(format!(
            "Too {much} arguments for {shown}; actual {}, expected {}",
            given.len(),
            parameters.len()
        )));
    }
    let replaced = replace(thread, args.as_tuple().unwrap_or(&[]), parameters, &given)?;
    Tuple::from_vec(thread, replaced)
}

/// The items of a subscript, with unpacked tuples laid out flat.
fn unpack(thread: &Thread, item: &Value) -> Res<Vec<Value>> {
    let items = match item.as_tuple() {
        Some(items) => items.to_vec(),
        None => vec![item.clone()],
    };
    let mut flat = Vec::with_capacity(items.len());
    for item in items {
        let inner = match item.as_class() {
            Some(_) => None,
            None => attribute(thread, &item, "__typing_unpacked_tuple_args__")?,
        };
        match inner.as_ref().and_then(Value::as_tuple) {
            Some(inner) if !inner.last().is_some_and(Value::is_ellipsis) => {
                flat.extend_from_slice(inner);
            }
            _ => flat.push(item),
        }
    }
    Ok(flat)
}

fn replace(
    thread: &Thread,
    args: &[Value],
    parameters: &[Value],
    given: &[Value],
) -> Res<Vec<Value>> {
    thread.check_stack("")?;
    let mut out = Vec::with_capacity(args.len());
    for arg in args {
        if arg.as_class().is_some() {
            out.push(arg.clone());
            continue;
        }
        if let Some(items) = arg.as_tuple() {
            let items = replace(thread, items, parameters, given)?;
            out.push(Tuple::from_vec(thread, items)?);
            continue;
        }
        if let Some(list) = arg.as_list() {
            let items = replace(thread, &list.to_vec(thread)?, parameters, given)?;
            out.push(crate::object::List::new_value(thread, items)?);
            continue;
        }
        let starred = is_unpacked_parameter(thread, arg)?;
        let new = match attribute(thread, arg, "__typing_subst__")? {
            Some(subst) if !subst.is_none() => {
                let place = parameters.iter().position(|parameter| parameter.is(arg));
                match place.and_then(|i| given.get(i)) {
                    Some(item) => call_positional(thread, &subst, std::slice::from_ref(item))?,
                    None => arg.clone(),
                }
            }
            _ => inner(thread, arg, parameters, given)?,
        };
        match new.as_tuple() {
            Some(items) if starred => out.extend_from_slice(items),
            _ => out.push(new),
        }
    }
    Ok(out)
}

/// Replaces parameters within an argument that is generic itself.
fn inner(thread: &Thread, arg: &Value, parameters: &[Value], given: &[Value]) -> Res {
    let own = attribute(thread, arg, "__parameters__")?;
    let own = own.as_ref().and_then(Value::as_tuple).unwrap_or(&[]);
    if own.is_empty() {
        return Ok(arg.clone());
    }
    let mut items = Vec::with_capacity(own.len());
    for parameter in own {
        let place = parameters.iter().position(|known| known.is(parameter));
        match place.and_then(|i| given.get(i)) {
            Some(item) => match item.as_tuple() {
                Some(flat) if crate::types::typing_params::is_tuple_parameter(parameter) => {
                    items.extend_from_slice(flat);
                }
                _ => items.push(item.clone()),
            },
            None => items.push(parameter.clone()),
        }
    }
    let key = Tuple::from_vec(thread, items)?;
    protocol::get_item(thread, arg, &key)
}

/// `*Ts` within arguments.
fn is_unpacked_parameter(thread: &Thread, arg: &Value) -> Res<bool> {
    if arg.payload::<GenericAlias>().is_some() {
        return Ok(false);
    }
    if crate::types::typing_params::is_tuple_parameter(arg) {
        return Ok(true);
    }
    match attribute(thread, arg, "__typing_is_unpacked_typevartuple__")? {
        Some(answer) => protocol::truth(thread, &answer),
        None => Ok(false),
    }
}
