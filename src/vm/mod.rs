//! Executes bytecode: the dispatch loop, op bodies, frames entered and left, generators resumed.

pub mod dispatch;
pub mod enter;
pub mod ops;
pub mod registers;
pub mod resume;
pub mod unwind;
