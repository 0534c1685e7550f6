//! Tuples whose items have names too, as `sys` and `time` give them.
#![forbid(unsafe_code)]

use crate::object::class::{CallArgs, Class};
use crate::object::{NativeDef, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{self, ClassDef};
use crate::runtime::protocol;
use crate::types::shared::{arguments, class_argument, signature};

/// Item `N`, as an attribute.
pub fn item<const N: usize>(_: &Thread, value: &Value) -> Res {
    let items = value.as_tuple().unwrap_or(&[]);
    Ok(items.get(N).cloned().unwrap_or(Value::NONE))
}

/// The table of a class of named tuples.
#[macro_export]
macro_rules! struct_sequence {
    ($name:literal, $doc:literal, $flags:expr, [$($place:literal $field:literal $field_doc:literal,)*]) => {
        $crate::runtime::classes::ClassDef {
            class: $crate::object::Builtin::Tuple,
            name: $name,
            doc: $doc,
            flags: $flags,
            slots: &[
                $crate::object::class::SlotDef::New($crate::types::struct_sequence::construct),
                $crate::object::class::SlotDef::Repr($crate::types::struct_sequence::repr),
            ],
            getset: &[$(
                $crate::runtime::classes::GetSetDef::new($field, $crate::types::struct_sequence::item::<$place>)
                    .doc($field_doc),
            )*],
            members: &[$($field,)*],
            methods: $crate::types::struct_sequence::METHODS,
            ..$crate::runtime::classes::ClassDef::DEFAULT
        }
    };
}

/// The class object of a table.
///
/// # Errors
/// MemoryError
pub fn class(thread: &Thread, def: &'static ClassDef) -> Res {
    classes::once(thread, def, new_class)
}

/// A new class of a table of fields.
///
/// # Errors
/// MemoryError
pub fn new_class(thread: &Thread, def: &'static ClassDef) -> Res {
    let value = classes::native_class(thread, def)?;
    let namespace = value.as_class().map(|class| class.dict.get());
    if let Some(dict) = namespace.as_ref().and_then(Value::as_dict) {
        let count = thread.int_from_usize(def.getset.len())?;
        let fields = def
            .getset
            .iter()
            .map(|field| Str::new_value(thread, field.name));
        let fields = Tuple::from_vec(thread, fields.collect::<Res<Vec<_>>>()?)?;
        for (name, entry) in [
            ("n_fields", count.clone()),
            ("n_sequence_fields", count),
            ("n_unnamed_fields", Value::from_i32(0)),
            ("__match_args__", fields),
        ] {
            dict.set(thread, thread.intern(name.as_bytes())?, entry)?;
        }
    }
    Ok(value)
}

/// An instance of a class that [`class`] made.
///
/// # Errors
/// MemoryError
pub fn instance(thread: &Thread, class: &Value, items: &[Value]) -> Res {
    match class.as_class() {
        Some(class) => Tuple::instance_of(thread, class, items),
        None => Tuple::from_slice(thread, items),
    }
}

fn fields(thread: &Thread, class: &Class) -> Res<Vec<Value>> {
    let names = protocol::get_attr_str(thread, &class.object(), "__match_args__")?;
    Ok(names.as_tuple().map_or_else(Vec::new, <[Value]>::to_vec))
}

const SIGNATURE: NativeDef = signature("structseq", "(sequence, dict=None)");

/// `class(sequence)`
pub fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let payload = class_argument(thread, class)?;
    let args = arguments(thread, &SIGNATURE, args)?;
    if !protocol::iterate::is_iterable(thread, &args[0]) {
        return Err(thread.type_error("constructor requires a sequence"));
    }
    let items = protocol::collect(thread, &args[0])?;
    let (wanted, given) = (fields(thread, payload)?.len(), items.len());
    let all = protocol::get_attr_str(thread, class, "n_fields")?;
    let most = all.as_small_int().map_or(wanted, |all| all as usize);
    if given < wanted || given > most {
        let name = payload.native_name().unwrap_or("structseq");
        let (bound, size) = match (most > wanted, given < wanted) {
            (false, _) => ("a", wanted),
            (true, true) => ("an at least", wanted),
            (true, false) => ("an at most", most),
        };
        return Err(thread.type_error(format!(
            "{name}() takes {bound} {size}-sequence ({given}-sequence given)"
        )));
    }
    Tuple::instance_of(thread, payload, &items[..wanted])
}

/// `name(field=item, …)`
pub fn repr(thread: &Thread, value: &Value) -> Res {
    let class = thread.class_of(value);
    let items = value.as_tuple().unwrap_or(&[]);
    let name = class
        .native_name()
        .map_or_else(|| class.name_text(), str::to_owned);
    let mut out = format!("{name}(").into_bytes();
    for (i, (field, item)) in fields(thread, class)?.iter().zip(items).enumerate() {
        if i > 0 {
            out.extend_from_slice(b", ");
        }
        out.extend_from_slice(field.as_str().unwrap_or("").as_bytes());
        out.push(b'=');
        let shown = protocol::repr(thread, item)?;
        out.extend_from_slice(shown.as_str_object().map_or(&[][..], Str::as_bytes));
    }
    out.push(b')');
    Str::from_bytes(thread, &out)
}

fn own_items(value: &Value) -> &[Value] {
    value.as_tuple().unwrap_or(&[])
}

/// `(class, (items, {}))`: what copying makes it of.
fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let items = Tuple::from_slice(thread, own_items(&args[0]))?;
    let rest = crate::object::Dict::new_value(thread)?;
    let arguments = Tuple::from_vec(thread, vec![items, rest])?;
    let class = thread.class_of(&args[0]).object();
    Tuple::from_vec(thread, vec![class, arguments])
}

/// A copy with other values for some fields.
fn replace(thread: &Thread, args: &[Value]) -> Res {
    let class = thread.class_of(&args[0]);
    let mut items = own_items(&args[0]).to_vec();
    let names = fields(thread, class)?;
    let mut unknown = Vec::new();
    if let Some(given) = args[1].as_dict() {
        for (name, value) in given.items(thread) {
            let place = names
                .iter()
                .position(|known| known.as_str() == name.as_str());
            match place.and_then(|place| items.get_mut(place)) {
                Some(item) => *item = value,
                None => unknown.push(name),
            }
        }
    }
    if !unknown.is_empty() {
        let unknown = protocol::repr(thread, &crate::object::List::new_value(thread, unknown)?)?;
        return Err(thread.type_error(format!(
            "Got unexpected field name(s): {}",
            unknown.as_str().unwrap_or("")
        )));
    }
    Tuple::instance_of(thread, class, &items)
}

/// The table lines that all of these classes share.
pub const METHODS: &[NativeDef] = &[
    NativeDef::method("__reduce__", "(self, /)", reduce),
    NativeDef::method("__replace__", "(self, /, **changes)", replace),
];
