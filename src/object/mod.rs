//! The object core: values, headers and reference counts, the heap, layouts of the central types, classes and shapes.
//!
//! Sees neither code nor frames; what it needs from above (finalisers, equality, new exceptions) comes through `thread::Hooks`.
//! This is the layer that `unsafe` is for: everything above it works on values and payloads through safe functions.

mod access;
pub mod attribute_cache;
mod beside;
pub mod breaker;
pub mod builtin;
pub mod bytes;
pub mod cells;
pub mod class;
pub mod class_parts;
pub mod dict;
mod dict_table;
pub mod equality;
pub mod exception;
pub mod gc;
pub mod header;
pub mod heap;
pub mod identity;
pub mod instance;
pub mod int;
pub mod intern;
pub mod iters;
pub mod layout;
pub mod list;
pub mod lookup;
pub mod names;
pub mod native;
pub mod ordered;
pub mod owners;
pub mod purpose;
pub mod range;
pub mod set;
pub mod shape;
mod sharded;
pub mod slot;
pub mod str;
mod str_join;
pub mod thread;
pub mod traffic;
pub mod tuple;
pub mod value;
pub mod varsize;
pub mod weak;

pub use builtin::Builtin;
pub use bytes::Bytes;
pub use class::Class;
pub use dict::Dict;
pub use exception::Exception;
pub use layout::{Payload, Sharing};
pub use list::List;
pub use native::{Beside, NativeDef, NativeFn};
pub use range::{Range, Slice};
pub use set::Set;
pub use slot::Slot;
pub use str::Str;
pub use thread::{Interp, Raised, Res, Thread};
pub use tuple::Tuple;
pub use value::Value;
