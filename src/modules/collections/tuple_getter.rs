//! `_tuplegetter`: what reads one item of a named tuple as an attribute.

use crate::object::class::{CallArgs, SlotDef};
use crate::object::layout::id_of;
use crate::object::{
    Builtin, NativeDef, Payload, Raised, Res, Sharing, Slot, Str, Thread, Tuple, Value,
};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::protocol::{convert, repr as repr_of};
use crate::types::shared::class_argument;

struct TupleGetter {
    index: i64,
    doc: Slot,
}

impl Payload for TupleGetter {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.doc.trace(visit);
    }
}

/// A getter, which the thread owns now.
fn own<'v>(thread: &Thread, value: &'v Value) -> Res<&'v TupleGetter> {
    thread.own(value).ok_or_else(|| wrong(thread))
}

#[cold]
fn wrong(thread: &Thread) -> Raised {
    thread.type_error("a _tuplegetter object was expected")
}

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    if !args.names.is_empty() {
        return Err(thread.type_error("_tuplegetter() takes no keyword arguments"));
    }
    let [index, doc] = args.values else {
        let given = args.values.len();
        let message = format!("_tuplegetter expected 2 arguments, got {given}");
        return Err(thread.type_error(message));
    };
    let getter = TupleGetter {
        index: convert::index_ssize(thread, index)?,
        doc: Slot::new(doc.clone()),
    };
    thread.alloc_instance(class_argument(thread, class)?, getter)
}

fn get(thread: &Thread, value: &Value, instance: Option<&Value>, _: &Value) -> Res {
    let getter = value
        .payload::<TupleGetter>()
        .ok_or_else(|| wrong(thread))?;
    let Some(instance) = instance else {
        return Ok(value.clone());
    };
    let Some(items) = instance.as_tuple() else {
        if instance.is_none() {
            return Ok(value.clone());
        }
        return Err(thread.type_error(format!(
            "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object",
            getter.index,
            thread.class_of(instance).name_text()
        )));
    };
    let item = usize::try_from(getter.index)
        .ok()
        .and_then(|i| items.get(i));
    match item {
        Some(item) => Ok(item.clone()),
        None => Err(thread.error(Builtin::IndexError, "tuple index out of range")),
    }
}

fn set(thread: &Thread, _: &Value, _: &Value, value: Option<&Value>) -> Res<()> {
    let message = match value {
        Some(_) => "can't set attribute",
        None => "can't delete attribute",
    };
    Err(thread.error(Builtin::AttributeError, message))
}

fn doc(thread: &Thread, value: &Value) -> Res {
    Ok(own(thread, value)?.doc.get())
}

fn set_doc(thread: &Thread, value: &Value, doc: Option<&Value>) -> Res<()> {
    let doc = doc.cloned().unwrap_or(Value::NONE);
    own(thread, value)?.doc.set(doc);
    Ok(())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let getter = own(thread, &args[0])?;
    let parts = Tuple::pair(thread, thread.int(getter.index)?, getter.doc.get())?;
    Tuple::pair(thread, thread.class_object(&args[0]), parts)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let getter = own(thread, value)?;
    let (index, doc) = (getter.index, getter.doc.get());
    let doc = repr_of(thread, &doc)?;
    let doc = doc.as_str_object().map(|text| text.to_text().into_owned());
    let text = format!("_tuplegetter({index}, {})", doc.unwrap_or_default());
    Str::new_value(thread, &text)
}

/// `_tuplegetter`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "collections._tuplegetter",
    layout: Some(id_of::<TupleGetter>),
    methods: &[NativeDef::method("__reduce__", "(self, /)", reduce).unsigned()],
    slots: &[
        SlotDef::New(construct),
        SlotDef::DescrGet(get),
        SlotDef::DescrSet(set),
        SlotDef::Repr(repr),
    ],
    members: &["__doc__"],
    getset: &[GetSetDef::new("__doc__", doc).writable(set_doc)],
    ..ClassDef::DEFAULT
};
