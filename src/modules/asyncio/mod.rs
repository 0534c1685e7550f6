//! `_asyncio`: the native half of `asyncio`: futures (`future`; `awaiting`: what `await` gets of one; `calls`: what they ask of loops; `waiting`: for
//! other native modules), tasks (`task`; `step`: how they run; `gather`: waiting for many; `graph`, `tree`: who waits for whom; `slow`: who holds a
//! loop), event loops (`event_loop`, `loop_class`; `requests`, `handle`: what they are asked to call; `run`: how they do; `sleep`; `watching`, `selector`:
//! what they wait for; `own_methods`: unless scripts do it otherwise; `fields`: attributes that payloads hold), which loop runs what (`running`),
//! connections (`transport`, `streams`), and queues between tasks (`queue`). Policy and surface are in the library, `stdlib/asyncio/`.

mod awaiting;
mod calls;
mod event_loop;
mod fields;
mod future;
mod gather;
mod graph;
mod handle;
mod loop_class;
mod own_methods;
mod queue;
mod requests;
mod run;
mod running;
mod selector;
mod sleep;
mod slow;
mod step;
mod streams;
mod task;
mod transport;
mod tree;
pub mod waiting;
mod watching;

use crate::object::{Dict, Res, Thread};
use crate::runtime::classes::{native_class, once};
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
    let task = loop_class::task_class(thread)?;
    let handle = once(thread, &handle::CLASS, native_class)?;
    let timer_handle = loop_class::timer_class(thread)?;
    let event_loop = native_class(thread, &loop_class::CLASS)?;
    dict.set(thread, thread.intern(b"Handle")?, handle)?;
    dict.set(thread, thread.intern(b"TimerHandle")?, timer_handle)?;
    dict.set(thread, thread.intern(b"Future")?, future)?;
    dict.set(thread, thread.intern(b"Task")?, task)?;
    dict.set(thread, thread.intern(b"Loop")?, event_loop)?;
    let selector = native_class(thread, &selector::CLASS)?;
    dict.set(thread, thread.intern(b"Selector")?, selector)?;
    transport::add_classes(thread, dict)?;
    streams::add_classes(thread, dict)?;
    let queue = native_class(thread, &queue::CLASS)?;
    dict.set(thread, thread.intern(b"Queue")?, queue)?;
    graph::add_functions(thread, dict)?;
    whereabouts::show_tasks_with(TaskViews {
        in_short: tree::in_short,
        in_full: tree::in_full,
    });
    Ok(())
}
