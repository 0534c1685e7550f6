//! `_abc`: what abstract base classes tell the interpreter about classes, namely whether patterns take their
//! instances for sequences or mappings.
#![forbid(unsafe_code)]

use crate::object::class::class_flag;
use crate::object::{NativeDef, Res, Thread, Value};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::convert::index;
use crate::types::shared::class_argument;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_abc",
    doc: "What abstract base classes tell the interpreter.",
    functions: FUNCTIONS,
    init: None,
};

/// The bits in `__flags__` that say sequence and mapping.
const BITS: [(u32, i64); 2] = [
    (class_flag::SEQUENCE, 1 << 5),
    (class_flag::MAPPING, 1 << 6),
];

fn collection_flags(thread: &Thread, args: &[Value]) -> Res {
    let class = class_argument(thread, &args[0])?;
    let bits = BITS.iter().filter(|(flag, _)| class.has(*flag));
    thread.int(bits.map(|(_, bit)| bit).sum())
}

/// Whether the class changed. Built-in classes never do.
fn set_collection_flags(thread: &Thread, args: &[Value]) -> Res {
    let class = class_argument(thread, &args[0])?;
    let wanted = index(thread, &args[1])?;
    let wanted = wanted.as_int().and_then(|int| int.to_i64()).unwrap_or(0);
    if BITS.iter().all(|(_, bit)| wanted & bit != 0) {
        return Err(thread.type_error(
            "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING",
        ));
    }
    let differs = |&(flag, bit): &(u32, i64)| class.has(flag) != (wanted & bit != 0);
    if class.is_static() || !BITS.iter().any(differs) {
        return Ok(Value::FALSE);
    }
    for (flag, bit) in BITS {
        match wanted & bit != 0 {
            true => class.set_flags(flag),
            false => class.clear_flags(flag),
        }
    }
    Ok(Value::TRUE)
}

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("collection_flags", "(cls, /)", collection_flags)
        .doc("The pattern-matching flags of a class: 32 for a sequence, 64 for a mapping."),
    NativeDef::function(
        "set_collection_flags",
        "(cls, flags, /)",
        set_collection_flags,
    )
    .doc("Makes a class match as a sequence (32) or as a mapping (64)."),
];
