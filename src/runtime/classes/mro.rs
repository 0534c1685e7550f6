//! Bases of a class: the metaclass they ask for, the order in which attributes are looked up (C3), and the base whose instance layout is extended.

use crate::object::class::{Class, class_flag};
use crate::object::{Builtin, Exception, Raised, Res, Thread, Tuple, Value, names};
use crate::runtime::protocol::{self, get_attr_opt};
use crate::runtime::slots::script;

/// The most derived metaclass of `metaclass` and those of the bases; TypeError on a conflict.
///
/// # Errors
/// TypeError
pub fn calculate_metaclass(thread: &Thread, metaclass: &Value, bases: &[Value]) -> Res {
    let mut winner = metaclass.clone();
    for base in bases {
        let candidate = thread.class_object(base);
        let derives = |a: &Value, b: &Value| a.as_class().is_some_and(|a| a.is_subclass_of(b));
        if derives(&winner, &candidate) {
            continue;
        }
        if !derives(&candidate, &winner) {
            return Err(thread.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            ));
        }
        winner = candidate;
    }
    Ok(winner)
}

/// The bases of a class statement with those that are no classes replaced by what their `__mro_entries__` gives; None: there were none such.
///
/// # Errors
/// TypeError for an answer that is no tuple, and what `__mro_entries__` raises.
pub fn resolve_bases(thread: &Thread, bases: &[Value]) -> Res<Option<Vec<Value>>> {
    let mut resolved: Option<Vec<Value>> = None;
    let mut original: Option<Value> = None;
    for (i, base) in bases.iter().enumerate() {
        let entries = match base.as_class() {
            Some(_) => None,
            None => get_attr_opt(thread, base, names::MRO_ENTRIES.value())?,
        };
        let Some(entries) = entries else {
            if let Some(resolved) = &mut resolved {
                resolved.push(base.clone());
            }
            continue;
        };
        let tuple = match &original {
            Some(tuple) => tuple.clone(),
            None => original.insert(Tuple::from_slice(thread, bases)?).clone(),
        };
        let answer = protocol::call_positional(thread, &entries, &[tuple])?;
        let Some(items) = answer.as_tuple() else {
            return Err(thread.type_error("__mro_entries__ must return a tuple"));
        };
        resolved
            .get_or_insert_with(|| bases[..i].to_vec())
            .extend_from_slice(items);
    }
    Ok(resolved)
}

/// The base whose instance layout the class extends.
///
/// # Errors
/// TypeError for a base that may not be one, and for bases whose layouts do not go together.
pub fn best_base(thread: &Thread, bases: &[Value]) -> Res {
    let mut best: Option<(Value, Value)> = None;
    for base in bases {
        let Some(class) = base.as_class() else {
            return Err(thread.type_error("bases must be types"));
        };
        if !class.has(class_flag::BASE) {
            return Err(thread.type_error(format!(
                "type '{}' is not an acceptable base type",
                class.name_text()
            )));
        }
        let candidate = solid_base(base);
        best = match best {
            None => Some((base.clone(), candidate)),
            Some((base, winner)) if is_subclass(&winner, &candidate) => Some((base, winner)),
            Some((_, winner)) if is_subclass(&candidate, &winner) => {
                Some((base.clone(), candidate))
            }
            Some(_) => {
                return Err(thread.type_error("multiple bases have instance lay-out conflict"));
            }
        };
    }
    Ok(best.map_or_else(|| Builtin::Object.class().clone(), |(base, _)| base))
}

fn is_subclass(class: &Value, of: &Value) -> bool {
    class
        .as_class()
        .is_some_and(|class| class.is_subclass_of(of))
}

/// The class along the `__base__` chain that last added to the layout.
pub fn solid_base(class: &Value) -> Value {
    let mut value = class.clone();
    loop {
        let next = match value.as_class() {
            Some(class) => match class.base.load() {
                Some(base) if base.as_class().is_some_and(|base| !extends(class, base)) => base,
                _ => return value,
            },
            None => return value,
        };
        value = next;
    }
}

/// Whether instances of `class` have a payload or fields that those of its base have not.
fn extends(class: &Class, base: &Class) -> bool {
    let fields = |class: &Class| Exception::field_count(class.native_base());
    class.layout != base.layout
        || class.instance_layout().fields.1 != base.instance_layout().fields.1
        || class.has(class_flag::HIDDEN_ATTRIBUTES) != base.has(class_flag::HIDDEN_ATTRIBUTES)
        || class.is_static() && class.has(class_flag::HAS_DICT) != base.has(class_flag::HAS_DICT)
        || class.native_base().layout() == crate::object::layout::core::EXCEPTION
            && class.is_static()
            && fields(class) != fields(base)
}

/// The MRO of a class with these bases, the class itself first, as the metaclass's `mro()` gives it.
///
/// # Errors
/// TypeError if there is no consistent order, and what the metaclass's `mro` raises.
pub fn compute_mro(thread: &Thread, class: &Value) -> Res {
    let metaclass = thread.class_of(class);
    let name = names::MRO_METHOD.value();
    let custom = thread.lookup_in_class(metaclass, name);
    let native = Builtin::Type.get().own_attribute(thread, name);
    let overridden = match (&custom, &native) {
        (Some(custom), Some(native)) => !custom.is(native),
        _ => false,
    };
    if !overridden {
        return Tuple::from_vec(thread, c3(thread, class)?);
    }
    let answer = script::invoke(thread, class, names::MRO_METHOD, &[])?;
    let items = protocol::collect(thread, &answer)?;
    if items.is_empty() {
        return Err(thread.type_error("type MRO must not be empty"));
    }
    let solid = solid_base(class);
    for item in &items {
        let Some(_) = item.as_class() else {
            return Err(thread.type_error(format!(
                "mro() returned a non-class ('{}')",
                thread.class_of(item).name_text()
            )));
        };
        if !is_subclass(&solid, &solid_base(item)) {
            return Err(thread.type_error(format!(
                "mro() returned base with unsuitable layout ('{}')",
                item.as_class().map_or_else(String::new, Class::name_text)
            )));
        }
    }
    Tuple::from_vec(thread, items)
}

/// The C3 linearisation of a class from its bases' MROs.
///
/// # Errors
/// TypeError if there is no consistent order, or a base stands twice.
pub fn c3(thread: &Thread, class: &Value) -> Res<Vec<Value>> {
    let bases = class
        .as_class()
        .map_or(Value::UNBOUND, |class| class.bases.get());
    let bases = bases.as_tuple().unwrap_or(&[]);
    let mut lists: Vec<Vec<Value>> = Vec::with_capacity(bases.len() + 1);
    for (i, base) in bases.iter().enumerate() {
        if bases[..i].iter().any(|other| other.is(base)) {
            let name = base.as_class().map_or_else(String::new, Class::name_text);
            return Err(thread.type_error(format!("duplicate base class {name}")));
        }
        let mro = base
            .as_class()
            .map_or(Value::UNBOUND, |base| base.mro.get());
        match mro.as_tuple() {
            Some(mro) => lists.push(mro.to_vec()),
            None => {
                let name = base.as_class().map_or_else(String::new, Class::name_text);
                return Err(thread.type_error(format!("Cannot extend an incomplete type '{name}'")));
            }
        }
    }
    lists.push(bases.to_vec());
    merge(thread, class, &lists)
}

fn merge(thread: &Thread, class: &Value, lists: &[Vec<Value>]) -> Res<Vec<Value>> {
    let mut result = vec![class.clone()];
    let mut heads = vec![0; lists.len()];
    loop {
        let mut finished = true;
        let mut next = None;
        for (list, head) in lists.iter().zip(&heads) {
            let Some(candidate) = list.get(*head) else {
                continue;
            };
            finished = false;
            let in_a_tail = lists
                .iter()
                .zip(&heads)
                .any(|(list, head)| list.iter().skip(head + 1).any(|class| class.is(candidate)));
            if !in_a_tail {
                next = Some(candidate.clone());
                break;
            }
        }
        if finished {
            return Ok(result);
        }
        let Some(next) = next else {
            return Err(inconsistent(thread, lists, &heads));
        };
        for (list, head) in lists.iter().zip(&mut heads) {
            if list.get(*head).is_some_and(|class| class.is(&next)) {
                *head += 1;
            }
        }
        result.push(next);
    }
}

#[cold]
fn inconsistent(thread: &Thread, lists: &[Vec<Value>], heads: &[usize]) -> Raised {
    let mut left: Vec<&Value> = Vec::new();
    for (list, head) in lists.iter().zip(heads) {
        if let Some(class) = list.get(*head)
            && !left.iter().any(|known| known.is(class))
        {
            left.push(class);
        }
    }
    let shown: Vec<String> = left
        .iter()
        .map(|class| class.as_class().map_or_else(String::new, Class::name_text))
        .collect();
    thread.type_error(format!(
        "Cannot create a consistent method resolution order (MRO) for bases {}",
        shown.join(", ")
    ))
}

/// The metaclass's `__prepare__` as a class statement calls it; None if it has none.
///
/// # Errors
/// What the look-up raises.
pub fn prepare_method(thread: &Thread, metaclass: &Value) -> Res<Option<Value>> {
    if metaclass
        .as_class()
        .is_some_and(|class| class.is_exact(Builtin::Type))
    {
        return Ok(None);
    }
    get_attr_opt(thread, metaclass, names::PREPARE.value())
}
