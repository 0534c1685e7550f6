//! What executing code needs below the types: thread and interpreter states, register stacks and frames, raising, argument binding,
//! and the protocols (attributes, calls, numbers, comparison, iteration) that types implement and everybody uses.

pub mod classes;
pub mod function;
pub mod protocol;
pub mod raise;
pub mod repr_guard;
pub mod safepoint;
pub mod slots;
pub mod state;
