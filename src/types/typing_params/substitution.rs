//! Putting types in the place of type parameters, and laying subscripts out for that.

use super::parameter::{default, has_default_value, payload};
use crate::object::{Builtin, Res, Thread, Tuple, Value};
use crate::runtime::module::imported;
use crate::runtime::protocol::attribute::shown_name;
use crate::runtime::protocol::{self, get_attr_str};
use crate::types::generic_alias::value::new_value;
use crate::types::text::args::builtin;

/// None stands for its type.
fn as_type(value: &Value) -> Value {
    if value.is_none() {
        return Builtin::NoneType.class().clone();
    }
    value.clone()
}

/// `TypeVar.__typing_subst__`
pub(super) fn type_var(_: &Thread, args: &[Value]) -> Res {
    Ok(as_type(&args[1]))
}

/// `ParamSpec.__typing_subst__`
pub(super) fn param_spec(thread: &Thread, args: &[Value]) -> Res {
    let arg = &args[1];
    let items = match (arg.as_tuple(), arg.as_list()) {
        (Some(items), _) => items.to_vec(),
        (None, Some(list)) => list.to_vec(thread)?,
        (None, None) => {
            let known = arg.is_ellipsis() || arg.is_exact(Builtin::ParamSpec);
            if known {
                return Ok(arg.clone());
            }
            let shown = shown_name(&protocol::repr(thread, arg)?);
            return Err(thread.type_error(format!(
                "Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {shown}"
            )));
        }
    };
    Tuple::from_vec(thread, items.iter().map(as_type).collect())
}

/// `TypeVarTuple.__typing_subst__`
pub(super) fn type_var_tuple(thread: &Thread, args: &[Value]) -> Res {
    if args[1].as_tuple().is_some() {
        return Ok(args[1].clone());
    }
    Err(thread.type_error("Substitution of bare TypeVarTuple is not supported"))
}

/// `*Ts` as an argument: an alias of `typing.Unpack` where that is imported, else the parameter itself.
pub(super) fn unpacked(thread: &Thread, x: &Value) -> Res {
    match imported(thread, "typing")? {
        Some(typing) => {
            let unpack = get_attr_str(thread, &typing, "Unpack")?;
            protocol::get_item(thread, &unpack, x)
        }
        None => Ok(x.clone()),
    }
}

/// `T | type` and `type | T`: what `typing.Union` makes of them.
pub(super) fn union(thread: &Thread, left: &Value, right: &Value) -> Res {
    let import = builtin(thread, "__import__")?;
    let name = thread.intern(b"typing")?;
    let typing = protocol::call_positional(thread, &import, &[name])?;
    let union = get_attr_str(thread, &typing, "Union")?;
    let members = Tuple::from_slice(thread, &[left.clone(), right.clone()])?;
    protocol::get_item(thread, &union, &members)
}

/// The parameters of an alias and the place of this one among them.
fn place(thread: &Thread, args: &[Value]) -> Res<(Vec<Value>, usize)> {
    let parameters = get_attr_str(thread, &args[1], "__parameters__")?;
    let parameters = parameters.as_tuple().unwrap_or(&[]).to_vec();
    let place = parameters.iter().position(|p| p.is(&args[0])).unwrap_or(0);
    Ok((parameters, place))
}

fn items(args: &[Value]) -> Vec<Value> {
    args[2].as_tuple().unwrap_or(&[]).to_vec()
}

/// `TypeVar.__typing_prepare_subst__`: appends the default where an argument is missing.
pub(super) fn prepare_type_var(thread: &Thread, args: &[Value]) -> Res {
    let (_, place) = place(thread, args)?;
    let mut given = items(args);
    if place < given.len() {
        return Ok(args[2].clone());
    }
    if place == given.len() && has_default_value(payload(thread, &args[0])?) {
        given.push(default(thread, &args[0])?);
        return Tuple::from_vec(thread, given);
    }
    let shown = shown_name(&protocol::repr(thread, &args[1])?);
    Err(thread.type_error(format!("Too few arguments for {shown}")))
}

/// `ParamSpec.__typing_prepare_subst__`
pub(super) fn prepare_param_spec(thread: &Thread, args: &[Value]) -> Res {
    let (parameters, place) = place(thread, args)?;
    let mut given = items(args);
    if place == given.len() && has_default_value(payload(thread, &args[0])?) {
        given.push(default(thread, &args[0])?);
    }
    if place >= given.len() {
        let shown = shown_name(&protocol::repr(thread, &args[1])?);
        return Err(thread.type_error(format!("Too few arguments for {shown}")));
    }
    let is_list = |value: &Value| {
        value.as_list().is_some()
            || value.as_tuple().is_some()
            || value.is_ellipsis()
            || value.is_exact(Builtin::ParamSpec)
    };
    if parameters.len() == 1 && !is_list(&given[0]) {
        let all = Tuple::from_vec(thread, given)?;
        return Tuple::from_vec(thread, vec![all]);
    }
    if let Some(list) = given[place].as_list() {
        let list = list.to_vec(thread)?;
        given[place] = Tuple::from_vec(thread, list)?;
    }
    Tuple::from_vec(thread, given)
}

/// `TypeVarTuple.__typing_prepare_subst__`: gathers the arguments that are not the other parameters'.
pub(super) fn prepare_type_var_tuple(thread: &Thread, args: &[Value]) -> Res {
    let (parameters, left) = place(thread, args)?;
    let given = items(args);
    let right = parameters.len() - left - 1;
    if given.len() < left + right {
        let shown = shown_name(&protocol::repr(thread, &args[1])?);
        return Err(thread.type_error(format!(
            "Too few arguments for {shown}; actual {}, expected at least {}",
            given.len(),
            parameters.len() - 1
        )));
    }
    let end = given.len() - right;
    let own = if left == end && has_default_value(payload(thread, &args[0])?) {
        default(thread, &args[0])?
    } else {
        Tuple::from_slice(thread, &given[left..end])?
    };
    let mut out = given[..left].to_vec();
    out.push(own);
    out.extend_from_slice(&given[end..]);
    Tuple::from_vec(thread, out)
}

/// `origin[arguments]` with None as its type.
pub(super) fn alias_of(thread: &Thread, origin: &Value, arguments: &Value) -> Res {
    let items = match arguments.as_tuple() {
        Some(items) => items.iter().map(as_type).collect(),
        None => vec![as_type(arguments)],
    };
    new_value(
        thread,
        origin.clone(),
        Tuple::from_vec(thread, items)?,
        false,
    )
}

/// The name of a class or alias for messages.
pub(super) fn text(thread: &Thread, x: &Value) -> Res<String> {
    Ok(shown_name(&protocol::repr(thread, x)?))
}
