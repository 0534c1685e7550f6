//! Instance layout of scripts' classes: `__slots__`, `__dict__`, `__weakref__`, and how many attributes lie in the instance itself.

use super::GetSetDef;
use crate::base::text::points::Points;
use crate::base::text::unicode::{is_identifier_continue, is_identifier_start};
use crate::object::class::{Class, class_flag};
use crate::object::instance::EXT_BEHIND_ITEMS;
use crate::object::layout::{self, core};
use crate::object::shape::InstanceLayout;
use crate::object::{Builtin, Dict, Res, Slot, Thread, Value, names};
use crate::runtime::descriptor::{GetSet, Member};
use crate::runtime::protocol;

/// Most attributes that lie in an instance itself; more go to its overflow array.
const MAX_INLINE: u32 = 40;

/// What a class body says of its instances.
pub(super) struct Plan {
    /// Names of the fields that `__slots__` adds, interned, sorted.
    pub fields: Vec<Value>,
    /// Instances get a `__dict__` that those of the base have not.
    pub add_dict: bool,
    /// Instances get weak references that those of the base have not.
    pub add_weakref: bool,
}

/// Reads `__slots__`.
///
/// # Errors
/// TypeError and ValueError for what cannot be a slot.
pub(super) fn plan(
    thread: &Thread,
    class_name: &str,
    bases: &[Value],
    base: &Class,
    namespace: &Dict,
) -> Res<Plan> {
    let fixed = is_fixed_item_size(base);
    let may_add_dict = !base.has(class_flag::HAS_DICT) && !keeps_own_dict(base);
    let may_add_weakref = !base.has(class_flag::WEAKREF) && !fixed;
    let Some(slots) = namespace.get_str(thread, names::SLOTS.value()) else {
        return Ok(Plan {
            fields: Vec::new(),
            add_dict: may_add_dict,
            add_weakref: may_add_weakref,
        });
    };
    let items = match slots.as_str_object() {
        Some(_) => vec![slots.clone()],
        None => protocol::collect(thread, &slots)?,
    };
    if !items.is_empty() && fixed {
        return Err(thread.type_error(format!(
            "nonempty __slots__ not supported for subtype of '{}'",
            base.name_text()
        )));
    }
    let mut plan = Plan {
        fields: Vec::new(),
        add_dict: false,
        add_weakref: false,
    };
    for item in &items {
        let Some(text) = item.as_str_object() else {
            return Err(thread.type_error(format!(
                "__slots__ items must be strings, not '{}'",
                thread.class_of(item).name_text()
            )));
        };
        if !is_identifier(text.as_bytes()) {
            return Err(thread.type_error("__slots__ must be identifiers"));
        }
        match text.as_str() {
            Some("__dict__") => {
                if !may_add_dict || plan.add_dict {
                    return Err(thread.type_error("__dict__ slot disallowed: we already got one"));
                }
                plan.add_dict = true;
            }
            Some("__weakref__") => {
                if !may_add_weakref || plan.add_weakref {
                    return Err(
                        thread.type_error("__weakref__ slot disallowed: we already got one")
                    );
                }
                plan.add_weakref = true;
            }
            _ => plan
                .fields
                .push(field_name(thread, class_name, item, namespace)?),
        }
    }
    plan.fields.sort_by(|a, b| text_of(a).cmp(text_of(b)));
    for other in bases.iter().filter_map(Value::as_class) {
        if may_add_dict && other.has(class_flag::HAS_DICT) {
            plan.add_dict = true;
        }
        if may_add_weakref && other.has(class_flag::WEAKREF) {
            plan.add_weakref = true;
        }
    }
    Ok(plan)
}

fn text_of(name: &Value) -> &[u8] {
    name.as_str_object().map_or(&[], |text| text.as_bytes())
}

fn field_name(thread: &Thread, class_name: &str, item: &Value, namespace: &Dict) -> Res {
    let name = thread.intern_value(item)?;
    let mangled = match name.as_str() {
        Some(text) => mangle(class_name, text),
        None => None,
    };
    let name = match mangled {
        Some(text) => thread.intern(text.as_bytes())?,
        None => name,
    };
    let reserved = ["__qualname__", "__classcell__", "__classdictcell__"];
    if namespace.get_str(thread, &name).is_some()
        && !name.as_str().is_some_and(|text| reserved.contains(&text))
    {
        let shown = protocol::repr(thread, &name)?;
        return Err(thread.value_error(format!(
            "{} in __slots__ conflicts with class variable",
            shown.as_str().unwrap_or("")
        )));
    }
    Ok(name)
}

/// A private name as it is called outside of the class; None if it stays as it is.
fn mangle(class_name: &str, name: &str) -> Option<String> {
    let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    let class = class_name.trim_start_matches('_');
    (private && !class.is_empty()).then(|| format!("_{class}{name}"))
}

fn is_identifier(bytes: &[u8]) -> bool {
    let mut points = Points::new(bytes);
    let starts = |c: u32| c == u32::from(b'_') || is_identifier_start(c);
    points.next().is_some_and(starts)
        && points.all(|c| c == u32::from(b'_') || is_identifier_continue(c))
}

/// Whether instances have a fixed number of bytes for each item behind them, so that there is no place for fields.
fn is_fixed_item_size(base: &Class) -> bool {
    matches!(
        base.layout,
        core::INT | core::TUPLE | core::BYTES | core::CLASS
    )
}

/// Whether the payload itself holds the instance's namespace.
fn keeps_own_dict(base: &Class) -> bool {
    matches!(base.layout, core::CLASS | core::MODULE | core::FUNCTION)
}

/// The flags and layout of instances of a class with this plan. `attributes`: how many attributes its methods assign.
pub(super) fn instance_layout(base: &Class, plan: &Plan, attributes: u32) -> (u32, InstanceLayout) {
    let has_dict = plan.add_dict || base.has(class_flag::HAS_DICT);
    let variable = matches!(base.layout, core::TUPLE | core::STR | core::BYTES);
    let mut flags = 0;
    if has_dict {
        flags |= class_flag::HAS_DICT;
    }
    if plan.add_weakref || base.has(class_flag::WEAKREF) {
        flags |= class_flag::WEAKREF;
    }
    if variable {
        let hidden =
            !has_dict && (!plan.fields.is_empty() || base.has(class_flag::HIDDEN_ATTRIBUTES));
        if hidden {
            flags |= class_flag::HIDDEN_ATTRIBUTES;
        }
        let ext_offset = if has_dict || hidden {
            EXT_BEHIND_ITEMS
        } else {
            0
        };
        let layout = InstanceLayout {
            ext_offset,
            ..InstanceLayout::default()
        };
        return (flags, layout);
    }
    let payload = layout::info(base.layout).map_or(16, |info| info.size) as u32;
    let start = payload.next_multiple_of(8);
    let count = base.instance_layout().fields.1 + plan.fields.len() as u32;
    let end = start + count * 8;
    let mut layout = InstanceLayout {
        ext_offset: 0,
        inline_cap: 0,
        fields: (start, count),
        size: end,
    };
    if has_dict && !keeps_own_dict(base) {
        let wanted = attributes
            .max(base.instance_layout().inline_cap)
            .min(MAX_INLINE);
        // Cells are multiples of 16 bytes: the rest of the last one is a slot for free.
        let size = (end + 8 + wanted * 8).next_multiple_of(16);
        layout.ext_offset = end;
        layout.inline_cap = (size - end - 8) / 8;
        layout.size = size;
    }
    (flags, layout)
}

/// Adds the descriptors of fields, `__dict__` and `__weakref__` to the namespace of a new class.
pub(super) fn add_descriptors(
    thread: &Thread,
    class: &Value,
    plan: &Plan,
    namespace: &Dict,
) -> Res<()> {
    let Some(payload) = class.as_class() else {
        return Ok(());
    };
    let layout = payload.instance_layout();
    let first = layout.fields.1 - (plan.fields.len() as u32).min(layout.fields.1);
    for (i, name) in plan.fields.iter().enumerate() {
        let hidden = payload.layout == core::STR;
        let offset = if hidden {
            0
        } else {
            layout.fields.0 + (first + i as u32) * 8
        };
        let member = Member {
            name: name.clone(),
            owner: Slot::new(class.clone()),
            offset,
            computed: None,
        };
        namespace.set_str(
            thread,
            name,
            thread.alloc(Builtin::MemberDescriptor, member)?,
        )?;
    }
    let add = |def: &'static GetSetDef| -> Res<()> {
        let name = thread.intern(def.name.as_bytes())?;
        if namespace.get_str(thread, &name).is_some() {
            return Ok(());
        }
        let descriptor = GetSet {
            def,
            owner: Slot::new(class.clone()),
        };
        namespace.set_str(
            thread,
            &name,
            thread.alloc(Builtin::GetSetDescriptor, descriptor)?,
        )
    };
    if plan.add_dict {
        add(&DICT)?;
    }
    if plan.add_weakref {
        add(&WEAKREF)?;
    }
    Ok(())
}

/// `__dict__` of instances of scripts' classes.
pub static DICT: GetSetDef = GetSetDef::new("__dict__", get_dict)
    .writable(set_dict)
    .doc("dictionary for instance variables");

/// `__dict__` of instances of built-in classes, which cannot be deleted.
pub static NATIVE_DICT: GetSetDef = GetSetDef::new("__dict__", get_dict).writable(set_native_dict);

fn set_native_dict(thread: &Thread, object: &Value, value: Option<&Value>) -> Res<()> {
    match value {
        Some(_) => set_dict(thread, object, value),
        None => Err(thread.type_error("cannot delete __dict__")),
    }
}

/// `__weakref__` of instances of scripts' classes.
static WEAKREF: GetSetDef =
    GetSetDef::new("__weakref__", get_weakref).doc("list of weak references to the object");

/// `object.__dict__`
///
/// # Errors
/// AttributeError if it can have none.
pub fn get_dict(thread: &Thread, object: &Value) -> Res {
    match thread.instance_dict(object)? {
        Some(dict) => Ok(dict),
        None => Err(protocol::attribute::no_attribute(
            thread,
            object,
            names::DICT.value(),
        )),
    }
}

/// `object.__dict__ = value`
///
/// # Errors
/// TypeError if it is no dict.
pub fn set_dict(thread: &Thread, object: &Value, value: Option<&Value>) -> Res<()> {
    let dict = match value {
        Some(value) if value.as_dict().is_some() => value.clone(),
        Some(value) => {
            return Err(thread.type_error(format!(
                "__dict__ must be set to a dictionary, not a '{}'",
                thread.class_of(value).name_text()
            )));
        }
        None => Dict::new_value(thread)?,
    };
    if thread.set_instance_dict(object, dict)? {
        return Ok(());
    }
    Err(protocol::attribute::no_attribute(
        thread,
        object,
        names::DICT.value(),
    ))
}

fn get_weakref(thread: &Thread, object: &Value) -> Res {
    let references = thread.weak_references(object);
    Ok(references.into_iter().next().unwrap_or(Value::NONE))
}

/// The names of the fields that a class added itself, in the order of their places.
pub(super) fn own_fields(thread: &Thread, class: &Class) -> Vec<u64> {
    let object = class.object();
    let mut members: Vec<(u32, u64)> = Vec::new();
    if let Some(dict) = class.namespace().as_dict() {
        for (_, entry) in dict.items(thread) {
            if let Some(member) = entry.payload::<Member>()
                && member.computed.is_none()
                && member.owner.word() == object.word()
            {
                members.push((member.offset, member.name.word()));
            }
        }
    }
    members.sort_unstable();
    members.into_iter().map(|(_, name)| name).collect()
}

/// The attributes that instances can be expected to have: those that methods of the class body assign to `self`, from `__static_attributes__`, and
/// those that it annotates, such as the fields of a data class, whose methods are made when the class is there already.
fn expected_attributes(thread: &Thread, namespace: &Dict) -> Vec<Value> {
    let names = namespace.get_str(thread, names::STATIC_ATTRIBUTES.value());
    let names = names.as_ref().and_then(Value::as_tuple);
    let mut all = names.map_or_else(Vec::new, <[Value]>::to_vec);
    let annotations = namespace.get_str(thread, names::ANNOTATIONS.value());
    if let Some(annotations) = annotations.as_ref().and_then(Value::as_dict) {
        let names = annotations.keys().into_iter();
        all.extend(names.filter(|name| name.is_exact(Builtin::Str)));
    }
    all
}

/// The names that count for inline slots: those of the class body and of the bases' bodies.
pub(super) fn count_attributes(thread: &Thread, bases: &[Value], namespace: &Dict) -> u32 {
    let mut all = expected_attributes(thread, namespace);
    for base in bases.iter().filter_map(Value::as_class) {
        let mro = base.mro.get();
        for class in mro
            .as_tuple()
            .unwrap_or(&[])
            .iter()
            .filter_map(Value::as_class)
        {
            if let Some(dict) = class.namespace().as_dict() {
                all.extend(expected_attributes(thread, dict));
            }
        }
    }
    // What the payload of a native base has a place for needs none.
    all.retain(|name| {
        !bases
            .iter()
            .any(|base| is_native_attribute(thread, base, name))
    });
    let mut words: Vec<u64> = all.iter().map(Value::word).collect();
    words.sort_unstable();
    words.dedup();
    words.len() as u32
}

/// Whether an attribute of a class's instances is computed by a native class among its bases.
fn is_native_attribute(thread: &Thread, class: &Value, name: &Value) -> bool {
    let mro = class
        .as_class()
        .map_or(Value::UNBOUND, |class| class.mro.get());
    let mut classes = mro
        .as_tuple()
        .unwrap_or(&[])
        .iter()
        .filter_map(Value::as_class);
    classes.any(|class| {
        class.has(class_flag::NATIVE_HEAP)
            && class
                .own_attribute(thread, name)
                .is_some_and(|found| found.payload::<GetSet>().is_some())
    })
}
