//! `_asyncio`: the native half of `asyncio`: futures (`future`; `awaiting`: what `await` gets of one; `calls`: what they ask of loops; `waiting`: for other
//! native modules), tasks (`task`; `step`: how they run; `gather`: waiting for many; `graph`: who waits for whom; `tree`: all of a loop, for people), event loops (`event_loop`; `handle`: what
//! they are asked to call; `run`: how they do; `slow`: what takes too long), and which loop runs what (`running`). Policy and surface are in the library, `stdlib/asyncio/`.

mod awaiting;
mod calls;
mod event_loop;
mod future;
mod gather;
mod graph;
mod handle;
mod run;
mod running;
mod slow;
mod step;
mod task;
mod tree;
pub mod waiting;

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
    let task = event_loop::task_class(thread)?;
    let handle = once(thread, &handle::CLASS, native_class)?;
    let timer_handle = event_loop::timer_class(thread)?;
    let event_loop = native_class(thread, &event_loop::CLASS)?;
    dict.set(thread, thread.intern(b"Handle")?, handle)?;
    dict.set(thread, thread.intern(b"TimerHandle")?, timer_handle)?;
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
