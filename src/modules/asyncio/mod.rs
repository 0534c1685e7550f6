//! `_asyncio`: the native half of `asyncio`: futures (`future`; `awaiting`: what `await` gets of one; `calls`: what they ask of loops), tasks (`task`; `step`: how they run), and which loop runs
//! what (`running`). Policy and surface are in the library, `stdlib/asyncio/`.

mod awaiting;
mod calls;
mod future;
mod graph;
mod running;
mod step;
mod task;
mod tree;
pub mod waiting;

use crate::object::{Dict, Res, Thread};
use crate::runtime::classes::{native_class, native_class_with_base, once};
use crate::runtime::module::ModuleDef;
use crate::runtime::whereabouts::{self, TaskViews};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_asyncio",
    doc: "Native futures and tasks of the asyncio module.",
    functions: running::FUNCTIONS,
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let future = once(thread, &future::CLASS, native_class)?;
    let task = native_class_with_base(thread, &task::CLASS, &future)?;
    let event_loop = native_class(thread, &running::CLASS)?;
    dict.set(thread, thread.intern(b"Future")?, future)?;
    dict.set(thread, thread.intern(b"Task")?, task)?;
    dict.set(thread, thread.intern(b"Loop")?, event_loop)?;
    graph::add_functions(thread, dict)?;
    whereabouts::show_tasks_with(TaskViews {
        in_short: tree::in_short,
        in_full: tree::in_full,
    });
    Ok(())
}
