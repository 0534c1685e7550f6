//! Slots and dunder methods: which slot stands for which method (`table`), how a native slot is called by name (`wrapper`), the slot functions
//! that call a script's method (`script`), and filling the slots of scripts' classes (`update`).
#![forbid(unsafe_code)]

pub mod script;
mod script_number;
pub mod table;
pub mod update;
pub mod wrapper;

pub use table::{METHODS, SlotMethod};
pub use wrapper::Kind;
