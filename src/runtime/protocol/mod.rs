//! The protocols: one function per operation that a program can ask of a value.
#![forbid(unsafe_code)]

pub mod attribute;
pub mod call;
pub mod compare;
pub mod convert;
pub mod format;
pub mod instance;
pub mod iterate;
pub mod number;
pub mod sequence;
pub mod slice;

pub use attribute::{get_attr, get_attr_opt, get_attr_str, lookup_class, lookup_special, set_attr};
pub use call::{call, call_method, call_method_str, call_positional};
pub use compare::{compare, compare_bool, compares_by_identity, equal};
pub use convert::{
    ascii, format, hash, index, index_i64, index_saturating, index_size, length, repr, str_of,
    truth,
};
pub use format::{build_string, format_value};
pub use instance::{is_instance, is_subclass};
pub use iterate::{
    collect, collect_of, for_each, for_each_of, iter, length_hint, next, unpack_ex, unpack_sequence,
};
pub use number::{BinaryOp, binary, in_place, power, unary_negative};
pub use sequence::{contains, delete_item, get_item, set_item, slice_get, slice_set};
pub use slice::{SliceBounds, SliceRange};
