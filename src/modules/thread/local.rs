//! `_thread._local`: attributes that each thread has for itself.
//!
//! Every thread has a dictionary in the object's table, made when the thread first uses the object; `__init__` of a subclass runs then, with the
//! arguments that the object was made with. When a thread ends, the interpreter takes its dictionaries out of all tables.

use crate::base::sync::Arc;
use crate::object::class::{CallArgs, SlotDef, SlotId, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, Payload, Res, Slot, Thread, Tuple, Value, names};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::attribute::{attribute_name, no_attribute, shown_name};
use crate::runtime::protocol::{self};
use crate::runtime::state::state;
use crate::runtime::threads::LocalTable;
use crate::types::shared::class_argument;

/// The payload.
struct Local {
    table: Arc<LocalTable>,
    /// What the object was made with.
    args: Slot,
    keywords: Slot,
}

impl Payload for Local {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.table.lock().values().for_each(&mut *visit);
        self.args.trace(visit);
        self.keywords.trace(visit);
    }
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "_thread._local",
    doc: "An object whose attributes each thread has for itself.",
    signature: "()",
    flags: class_flag::BASE | class_flag::WEAKREF | class_flag::IMMUTABLE,
    layout: Some(id_of::<Local>),
    slots: &[
        SlotDef::New(construct),
        SlotDef::GetAttr(get_attr),
        SlotDef::SetAttr(set_attr),
    ],
    getset: &[GetSetDef::new("__dict__", dict)],
    ..ClassDef::DEFAULT
};

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let payload = class_argument(thread, class)?;
    let plain = payload.same_slot(SlotId::Init, Builtin::Object.get());
    if plain && !args.values.is_empty() {
        return Err(thread.type_error("Initialization arguments are not supported"));
    }
    let keywords = Dict::new_value(thread)?;
    if let Some(dict) = keywords.as_dict() {
        for (name, value) in args.keywords() {
            dict.set(thread, name.clone(), value.clone())?;
        }
    }
    let table = state(thread).interpreter.threads.new_local_table();
    // The thread that makes the object runs `__init__` as for any other.
    table
        .lock()
        .insert(state(thread).number, Dict::new_value(thread)?);
    let local = Local {
        table,
        args: Slot::new(Tuple::from_slice(thread, args.positional())?),
        keywords: Slot::new(keywords),
    };
    thread.alloc_instance(payload, local)
}

/// The running thread's dictionary.
fn dict(thread: &Thread, value: &Value) -> Res {
    let Some(local) = value.payload::<Local>() else {
        return Err(thread.type_error("a _thread._local was expected"));
    };
    let number = state(thread).number;
    let known = local.table.lock().get(&number).cloned();
    if let Some(dict) = known {
        return Ok(dict);
    }
    let dict = Dict::new_value(thread)?;
    let none = local.table.lock().insert(number, dict.clone());
    drop(none);
    let class = thread.class_of(value);
    if let Some(init) = class.init()
        && !class.same_slot(SlotId::Init, Builtin::Object.get())
    {
        let (args, keywords) = (local.args.get(), local.keywords.get());
        let mut values = args.as_tuple().unwrap_or_default().to_vec();
        let mut names = Vec::new();
        for (name, value) in keywords
            .as_dict()
            .map_or_else(Vec::new, |d| d.items(thread))
        {
            names.push(name);
            values.push(value);
        }
        let args = CallArgs {
            values: &values,
            names: &names,
        };
        if let Err(raised) = init(thread, value, args) {
            let unfinished = local.table.lock().remove(&number);
            drop(unfinished);
            return Err(raised);
        }
    }
    Ok(dict)
}

/// As `object.__getattribute__`, with the thread's dictionary for the instance's attributes.
fn get_attr(thread: &Thread, value: &Value, name: &Value) -> Res {
    let name = &attribute_name(thread, name)?;
    let own = dict(thread, value)?;
    if name.is(names::DICT.value()) {
        return Ok(own);
    }
    let class = thread.class_of(value);
    let found = protocol::lookup_class(thread, class, name);
    let get = found.as_ref().and_then(|f| thread.class_of(f).descr_get());
    let is_data = |found: &Value| thread.class_of(found).descr_set().is_some();
    if let (Some(found), Some(get)) = (&found, get)
        && is_data(found)
    {
        return get(thread, found, Some(value), &class.object());
    }
    if let Some(attribute) = own.as_dict().and_then(|dict| dict.get_str(thread, name)) {
        return Ok(attribute);
    }
    match (found, get) {
        (Some(found), Some(get)) => get(thread, &found, Some(value), &class.object()),
        (Some(found), None) => Ok(found),
        (None, _) => Err(no_attribute(thread, value, name)),
    }
}

fn set_attr(thread: &Thread, value: &Value, name: &Value, new: Option<&Value>) -> Res<()> {
    let name = &attribute_name(thread, name)?;
    let own = dict(thread, value)?;
    let class = thread.class_of(value);
    if name.is(names::DICT.value()) {
        let text = class.name_text();
        let message = format!("'{text}' object attribute '__dict__' is read-only");
        return Err(thread.error(Builtin::AttributeError, message));
    }
    if let Some(found) = protocol::lookup_class(thread, class, name)
        && let Some(set) = thread.class_of(&found).descr_set()
    {
        return set(thread, &found, value, new);
    }
    let Some(own) = own.as_dict() else {
        return Ok(());
    };
    match new {
        Some(new) => own.set_str(thread, name, new.clone()),
        None => match own.remove_str(thread, name) {
            Some(_) => Ok(()),
            None => {
                let (text, shown) = (class.name_text(), shown_name(name));
                let message = format!("'{text}' object has no attribute '{shown}'");
                Err(thread.error(Builtin::AttributeError, message))
            }
        },
    }
}
