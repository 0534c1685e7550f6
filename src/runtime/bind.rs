//! Binding arguments to the parameters of native functions, with CPython's messages.
#![forbid(unsafe_code)]

use crate::base::suggest::closest;
use crate::object::class::CallArgs;
use crate::object::native::NativeDef;
use crate::object::{Dict, Res, Thread, Value};

/// Arguments in the flat form that a native function takes.
pub type Bound = Vec<Value>;

/// Binds `args` to the parameters of `def`. `name` is what messages call the function.
///
/// # Errors
/// TypeError for too few, too many, unknown or repeated arguments.
pub fn bind(thread: &Thread, name: &str, def: &NativeDef, args: CallArgs<'_>) -> Res<Bound> {
    bind_as(thread, &|| name.to_owned(), def, args)
}

/// As [`bind`], for a name that is made when a message needs it.
///
/// # Errors
/// As `bind`.
pub fn bind_as(
    thread: &Thread,
    name: &dyn Fn() -> String,
    def: &NativeDef,
    args: CallArgs<'_>,
) -> Res<Bound> {
    let arity = &def.arity;
    let positional = args.positional();
    let (most, fixed) = (arity.positional as usize, arity.fixed());
    let names_any = arity.keyword_only > 0 || arity.positional_only < arity.positional;
    if !names_any && !arity.double_star && args.keywords().next().is_some() {
        return Err(thread.type_error(format!("{}() takes no keyword arguments", name())));
    }
    // Functions whose parameters can be named count all of their arguments first.
    let by_name = names_any && !arity.star && !arity.double_star;
    let given = positional.len() + args.keywords().count();
    if by_name && given > fixed {
        return Err(beyond(thread, &name(), def, positional.len(), given));
    }
    if positional.len() > most && !arity.star {
        return Err(too_many(thread, &name(), def, positional.len()));
    }
    let least = arity.required.min(arity.positional_only) as usize;
    if positional.len() < least && (arity.star || names_any) {
        return Err(too_few(
            thread,
            &name(),
            def,
            positional.len(),
            positional.len(),
        ));
    }
    let mut bound = Vec::with_capacity(fixed + positional.len().saturating_sub(most));
    bound.extend(positional.iter().take(most).cloned());
    bound.resize(fixed, Value::UNBOUND);
    let mut extra = None;
    let mut unknown = None;
    for (keyword, value) in args.keywords() {
        let text = keyword.as_str().unwrap_or("");
        let place = def
            .parameters()
            .position(|(parameter, _)| parameter == text);
        match place {
            Some(i) if i >= arity.positional_only as usize => {
                if !bound[i].is_unbound() {
                    let name = name();
                    let bare = bare(&name);
                    let message = if i < positional.len() {
                        format!(
                            "argument for {bare}() given by name ('{text}') and position ({})",
                            i + 1
                        )
                    } else {
                        format!("{bare}() got multiple values for keyword argument '{text}'")
                    };
                    return Err(thread.type_error(message));
                }
                bound[i] = value.clone();
            }
            _ if arity.double_star => {
                let dict = match &extra {
                    Some(dict) => dict,
                    None => extra.insert(Dict::new_value(thread)?),
                };
                if let Some(dict) = dict.as_dict() {
                    dict.set(thread, keyword.clone(), value.clone())?;
                }
            }
            // A missing argument is reported before an unknown one.
            _ => unknown = unknown.or(Some(text.to_owned())),
        }
    }
    if arity.double_star
        && let Some(dict) = extra
    {
        bound[fixed - 1] = dict;
    }
    for (i, argument) in bound.iter().enumerate().take(arity.required as usize) {
        if argument.is_unbound() {
            return Err(too_few(thread, &name(), def, positional.len(), i));
        }
    }
    if arity.keyword_required > 0 && bound.iter().skip(most).any(Value::is_unbound) {
        for (i, (parameter, has_default)) in def.parameters().enumerate().skip(most) {
            if !has_default && i < fixed && bound[i].is_unbound() {
                return Err(thread.type_error(format!(
                    "{}() missing required keyword-only argument: '{parameter}'",
                    bare(&name())
                )));
            }
        }
    }
    if let Some(keyword) = unknown {
        return Err(unexpected_keyword(thread, bare(&name()), def, &keyword));
    }
    if positional.len() > most {
        bound.extend_from_slice(&positional[most..]);
    }
    Ok(bound)
}

/// More arguments, by position and by name together, than there are parameters.
#[cold]
fn beyond(
    thread: &Thread,
    name: &str,
    def: &NativeDef,
    positional: usize,
    given: usize,
) -> crate::object::Raised {
    let hidden = hidden(def);
    let all = def.arity.fixed() - hidden;
    let kind = if positional == hidden { "keyword " } else { "" };
    thread.type_error(format!(
        "{}() takes at most {all} {kind}argument{} ({} given)",
        bare(name),
        plural(all),
        given - hidden
    ))
}

#[cold]
fn unexpected_keyword(
    thread: &Thread,
    bare: &str,
    def: &NativeDef,
    keyword: &str,
) -> crate::object::Raised {
    let known = def.parameters().map(|(parameter, _)| parameter);
    let known: Vec<&str> = known.skip(def.arity.positional_only as usize).collect();
    let mut message = format!("{bare}() got an unexpected keyword argument '{keyword}'");
    if let Some(i) = closest(keyword.as_bytes(), &known) {
        message.push_str(&format!(". Did you mean '{}'?", known[i]));
    }
    thread.type_error(message)
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// A method's name without its class: counting messages have the qualified name, those about single arguments the bare one.
fn bare(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Methods count their arguments without `self`.
fn hidden(def: &NativeDef) -> usize {
    use crate::object::native::NativeKind::*;
    (matches!(def.kind, Method | ClassMethod) && def.arity.positional > 0) as usize
}

#[cold]
fn too_many(thread: &Thread, name: &str, def: &NativeDef, given: usize) -> crate::object::Raised {
    let (hidden, bare) = (hidden(def), bare(name));
    let (least, most) = (
        def.arity.required as usize - hidden.min(def.arity.required as usize),
        def.arity.positional as usize - hidden,
    );
    let given = given - hidden;
    let message = if most == 0 && def.arity.keyword_only > 0 {
        format!("{bare}() takes no positional arguments")
    } else if most == 0 {
        format!("{name}() takes no arguments ({given} given)")
    } else if def.arity.positional_only == def.arity.positional {
        if least == most {
            if most == 1 {
                format!("{name}() takes exactly one argument ({given} given)")
            } else {
                format!(
                    "{bare} expected {most} argument{}, got {given}",
                    plural(most)
                )
            }
        } else {
            format!(
                "{bare} expected at most {most} argument{}, got {given}",
                plural(most)
            )
        }
    } else if least == most && def.arity.keyword_only == 0 {
        format!(
            "{bare}() takes exactly {most} argument{} ({given} given)",
            plural(most)
        )
    } else if def.arity.keyword_only > 0 {
        format!(
            "{bare}() takes {} {most} positional argument{} ({given} given)",
            if least == most { "exactly" } else { "at most" },
            plural(most)
        )
    } else {
        format!(
            "{bare}() takes at most {most} argument{} ({given} given)",
            plural(most)
        )
    };
    thread.type_error(message)
}

#[cold]
fn too_few(
    thread: &Thread,
    name: &str,
    def: &NativeDef,
    given: usize,
    missing: usize,
) -> crate::object::Raised {
    let (hidden, bare) = (hidden(def), bare(name));
    let (least, most) = (
        def.arity.required as usize - hidden,
        def.arity.positional as usize - hidden,
    );
    let given = given.saturating_sub(hidden);
    let positional_only = def.arity.positional_only == def.arity.positional;
    let message = if positional_only && !def.arity.star && def.arity.keyword_only == 0 {
        if least == most {
            if most == 1 {
                format!("{name}() takes exactly one argument ({given} given)")
            } else {
                format!(
                    "{bare} expected {most} argument{}, got {given}",
                    plural(most)
                )
            }
        } else {
            format!(
                "{bare} expected at least {least} argument{}, got {given}",
                plural(least)
            )
        }
    } else if def.arity.star && def.arity.positional_only == def.arity.positional {
        format!(
            "{bare} expected at least {least} argument{}, got {given}",
            plural(least)
        )
    } else if missing < def.arity.positional_only as usize {
        let least = (def.arity.positional_only as usize - hidden).min(least);
        let bound = if least < most { "at least" } else { "exactly" };
        format!(
            "{bare}() takes {bound} {least} positional argument{} ({given} given)",
            plural(least)
        )
    } else {
        let parameter = def
            .parameters()
            .nth(missing)
            .map_or("", |(parameter, _)| parameter);
        format!(
            "{bare}() missing required argument '{parameter}' (pos {})",
            missing + 1 - hidden
        )
    };
    thread.type_error(message)
}
