//! `_functools`: the native half of `functools`: `partial`, `cmp_to_key` (`key`), cached functions (`lru`) and `reduce`.

mod key;
mod lru;
mod partial;

use crate::object::{Beside, Builtin, Dict, NativeDef, Res, Thread, Value};
use crate::runtime::classes::native_class;
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::{self, call_positional, next};
use crate::runtime::raise::catch;
use crate::runtime::safepoint::poll;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_functools",
    doc: "Native functions of the functools module.",
    functions: &[
        NativeDef::function("reduce", "(function, iterable, initial=None, /)", reduce)
            .beside(Beside::PROTOCOLS)
            .doc(
                "reduce(function, iterable[, initial], /) -> value\n\n\
                Joins the items from left to right by a function of two arguments: reduce(f,\n\
                [a, b, c]) is f(f(a, b), c). The initial value stands before the items, and\n\
                is the result if there are none.",
            )
            .unsigned(),
    ],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let partial = native_class(thread, &partial::CLASS)?;
    dict.set(thread, thread.intern(b"partial")?, partial)?;
    let cached = native_class(thread, &lru::CLASS)?;
    dict.set(thread, thread.intern(b"_lru_cache_wrapper")?, cached)?;
    let key = native_class(thread, &key::CLASS)?;
    let function = protocol::get_attr_str(thread, &key, "cmp_to_key")?;
    dict.set(thread, thread.intern(b"cmp_to_key")?, function)
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let iterator = match catch(thread, Builtin::TypeError, protocol::iter(thread, &args[1]))? {
        Some(iterator) => iterator,
        None => return Err(thread.type_error("reduce() arg 2 must support iteration")),
    };
    let mut total = match args[2].bound() {
        Some(initial) => initial.clone(),
        None => match next(thread, &iterator)? {
            Some(first) => first,
            None => {
                return Err(thread.type_error("reduce() of empty iterable with no initial value"));
            }
        },
    };
    while let Some(item) = next(thread, &iterator)? {
        total = call_positional(thread, &args[0], &[total, item])?;
        poll(thread)?;
    }
    Ok(total)
}
