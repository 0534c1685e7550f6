//! Exceptions: BaseException, the classes with fields of their own, and groups. The payload is `object::exception`.
#![forbid(unsafe_code)]

pub mod base;
pub mod fields;
pub mod group;
pub mod os_error;
pub mod plain;
pub mod unicode;

pub use group::{group_match, prepare_reraise_star};

use crate::runtime::classes::ClassDef;

/// The tables of the exception classes that differ from their base.
pub const TABLES: &[&ClassDef] = &[
    &base::CLASS,
    &fields::STOP_ITERATION,
    &fields::SYSTEM_EXIT,
    &fields::NAME_ERROR,
    &fields::ATTRIBUTE_ERROR,
    &fields::IMPORT_ERROR,
    &fields::SYNTAX_ERROR,
    &fields::KEY_ERROR,
    &os_error::CLASS,
    &unicode::DECODE,
    &unicode::ENCODE,
    &unicode::TRANSLATE,
    &group::BASE_GROUP,
    &group::GROUP,
];
