//! `operator`: the operators as functions (`functions`), and callables that read items, attributes and methods (`getters`).

mod functions;
mod getters;

use crate::object::{Dict, List, Res, Thread};
use crate::runtime::classes::native_class;
use crate::runtime::module::ModuleDef;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_operator",
    doc: "The operators of the language as functions.",
    functions: functions::FUNCTIONS,
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let mut public = Vec::new();
    for function in functions::FUNCTIONS {
        public.push(function.name);
        // Most functions go by the name of the method too that a class defines for the operator.
        if let Some(special) = special_name(function.name)
            && let Some(value) = dict.get_str(thread, &thread.intern(function.name.as_bytes())?)
        {
            dict.set(thread, thread.intern(special.as_bytes())?, value)?;
        }
    }
    for def in [
        &getters::ITEMGETTER,
        &getters::ATTRGETTER,
        &getters::METHODCALLER,
    ] {
        let name = def.name.rsplit('.').next().unwrap_or(def.name);
        let class = native_class(thread, def)?;
        dict.set(thread, thread.intern(name.as_bytes())?, class)?;
        public.push(name);
    }
    public.retain(|name| !name.starts_with('_'));
    public.sort_unstable();
    let public = public.into_iter();
    let public = public
        .map(|name| thread.intern(name.as_bytes()))
        .collect::<Res<Vec<_>>>()?;
    dict.set(
        thread,
        thread.intern(b"__all__")?,
        List::new_value(thread, public)?,
    )
}

fn special_name(name: &str) -> Option<String> {
    const NONE: &[&str] = &[
        "countOf",
        "indexOf",
        "is_",
        "is_not",
        "length_hint",
        "truth",
        "_compare_digest",
    ];
    if NONE.contains(&name) {
        return None;
    }
    Some(format!("__{}__", name.trim_end_matches('_')))
}
