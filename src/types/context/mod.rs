//! Contexts (PEP 567): what a thread's context variables hold, and which values they have there.
//!
//! Every thread has a current context (`ThreadState::context`), made when something is first set. [`enter`] makes another one current until [`exit`],
//! which is what `Context.run` does, and what native code does that runs callbacks or steps of tasks: none of these functions needs a frame.
//! [`copy_current`] takes a snapshot in constant time, since what a context holds is a tree of tuples that never change (`map.rs`).
//! Generators have no context of their own: they see that of the thread that resumes them.
//!
//! **Invariant**: a context is entered at most once at a time. Only the thread that has entered it changes what it holds, so that thread reads
//! it without asking; other threads ask as for any object that changes (`object/beside.rs`).
#![forbid(unsafe_code)]

mod iter;
mod map;
mod token;
mod value;
mod variable;

pub use value::{copy, copy_current, current, enter, exit, run};
pub use variable::{ContextVar, get, reset, set};

use crate::runtime::classes::ClassDef;

/// The tables of the classes.
pub const TABLES: [&ClassDef; 7] = [
    &value::CLASS,
    &variable::CLASS,
    &token::CLASS,
    &token::MISSING_CLASS,
    &iter::KEYS,
    &iter::VALUES,
    &iter::ITEMS,
];
