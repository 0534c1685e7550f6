//! `isalpha` and its kin.
#![forbid(unsafe_code)]

use super::value::this;
use crate::base::text::classify;
use crate::object::{Res, Thread, Value};

macro_rules! predicates {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $($(#[$doc])*
        pub fn $name(_: &Thread, args: &[Value]) -> Res {
            Ok(Value::from_bool(classify::$name(this(&args[0]).as_bytes())))
        })*
    };
}

predicates! {
    /// `self.isalnum()`
    is_alnum;
    /// `self.isalpha()`
    is_alpha;
    /// `self.isdecimal()`
    is_decimal;
    /// `self.isdigit()`
    is_digit;
    /// `self.isidentifier()`
    is_identifier;
    /// `self.islower()`
    is_lower;
    /// `self.isnumeric()`
    is_numeric;
    /// `self.isprintable()`
    is_printable;
    /// `self.isspace()`
    is_space;
    /// `self.istitle()`
    is_title;
    /// `self.isupper()`
    is_upper;
}

/// `self.isascii()`
pub fn is_ascii(_: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(this(&args[0]).is_ascii()))
}
