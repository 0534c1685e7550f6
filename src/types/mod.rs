//! The built-in types: one folder each, with `value.rs` (construction and payload), `methods.rs` (the method table), `iter.rs`, …
#![forbid(unsafe_code)]

pub mod bool;
pub mod builtin_function;
pub mod bytearray;
pub mod bytes;
pub mod cell;
pub mod classmethod;
pub mod code;
pub mod complex;
pub mod context;
pub mod descriptors;
pub mod float;
pub mod frame;
pub mod function;
pub mod generic_alias;
pub mod int;
pub mod mappingproxy;
pub mod memoryview;
pub mod method;
pub mod module;
pub mod none;
pub mod object;
pub mod property;
pub mod staticmethod;
pub mod str;
pub mod super_;
pub mod text;
pub mod traceback;
pub mod type_;
pub mod union;

pub mod callable_iterator;
pub mod dict;
pub mod dict_views;
pub mod enumerate;
pub mod filter;
pub mod list;
pub mod map;
pub mod ordered_dict;
pub mod range;
pub mod reversed;
pub mod sequence_iterator;
pub mod set;
pub mod shared;
pub mod simple_namespace;
pub mod slice;
pub mod struct_sequence;
#[cfg(test)]
mod testing;
pub mod tuple;
pub mod zip;

pub mod async_generator;
pub mod exception;
pub mod generator;
pub mod typing_params;

use crate::runtime::classes::ClassDef;

/// The tables of all built-in classes.
pub fn tables() -> Vec<&'static ClassDef> {
    memoryview::register();
    complex::register();
    let mut tables = exception::TABLES.to_vec();
    tables.extend(exception::plain::TABLES);
    tables.extend_from_slice(typing_params::TABLES);
    tables.extend(context::TABLES);
    tables.extend([
        &async_generator::CLASS,
        &async_generator::ASEND,
        &async_generator::ATHROW,
        &async_generator::WRAPPED,
        &generator::GENERATOR,
        &generator::COROUTINE,
        &generator::WRAPPER,
        &object::CLASS,
        &type_::CLASS,
        &frame::CLASS,
        &frame::locals::CLASS,
        &simple_namespace::CLASS,
        &int::CLASS,
        &bool::CLASS,
        &float::CLASS,
        &complex::CLASS,
        &none::NONE,
        &none::NOT_IMPLEMENTED,
        &none::ELLIPSIS,
        &function::CLASS,
        &method::CLASS,
        &method::WRAPPER,
        &builtin_function::CLASS,
        &builtin_function::METHOD_DESCRIPTOR,
        &builtin_function::CLASS_METHOD_DESCRIPTOR,
        &descriptors::GETSET,
        &descriptors::MEMBER,
        &descriptors::WRAPPER,
        &staticmethod::CLASS,
        &classmethod::CLASS,
        &property::CLASS,
        &super_::CLASS,
        &module::CLASS,
        &mappingproxy::CLASS,
        &cell::CLASS,
        &code::CLASS,
        &traceback::CLASS,
        &generic_alias::CLASS,
        &union::CLASS,
        &bytearray::CLASS,
        &bytes::CLASS,
        &bytes::iter::BYTES_ITERATOR,
        &bytes::iter::BYTEARRAY_ITERATOR,
        &memoryview::CLASS,
        &memoryview::iter::ITERATOR,
        &str::CLASS,
        &str::iter::ITERATOR,
        &str::iter::ASCII_ITERATOR,
        &tuple::CLASS,
        &tuple::ITERATOR,
        &list::CLASS,
        &list::ITERATOR,
        &list::REVERSE_ITERATOR,
        &dict::CLASS,
        &dict::KEY_ITERATOR,
        &dict::VALUE_ITERATOR,
        &dict::ITEM_ITERATOR,
        &dict::REVERSE_KEY_ITERATOR,
        &dict::REVERSE_VALUE_ITERATOR,
        &dict::REVERSE_ITEM_ITERATOR,
        &dict_views::KEYS,
        &dict_views::VALUES,
        &dict_views::ITEMS,
        &ordered_dict::CLASS,
        &ordered_dict::KEYS,
        &ordered_dict::VALUES,
        &ordered_dict::ITEMS,
        &ordered_dict::ITERATOR,
        &set::SET_CLASS,
        &set::FROZEN_CLASS,
        &set::ITERATOR,
        &range::CLASS,
        &range::ITERATOR,
        &range::LONG_ITERATOR,
        &slice::CLASS,
        &enumerate::CLASS,
        &zip::CLASS,
        &map::CLASS,
        &filter::CLASS,
        &reversed::CLASS,
        &sequence_iterator::CLASS,
        &callable_iterator::CLASS,
    ]);
    tables
}
