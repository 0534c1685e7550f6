//! The one error type of this layer: which exception the caller is to raise, and its message.
//!
//! `Error` is the size of a few words and carries no objects. The layers above turn it into an exception in one
//! `match`; messages are CPython's, word for word.
#![forbid(unsafe_code)]

use std::borrow::Cow;
use std::collections::TryReserveError;

use super::Interrupted;

/// Message of an [`Error`]: always valid UTF-8 (what a message quotes went through `repr`).
pub type Message = Cow<'static, str>;

/// What this layer's functions return.
pub type Result<T> = std::result::Result<T, Error>;

/// Why an operation on plain data failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The poll asked to stop; the caller knows the exception.
    #[error("interrupted")]
    Interrupted,
    /// The result passes the caller's limit or the machine's memory: MemoryError.
    #[error("out of memory")]
    Memory,
    /// TypeError.
    #[error("{0}")]
    Type(Message),
    /// ValueError.
    #[error("{0}")]
    Value(Message),
    /// OverflowError.
    #[error("{0}")]
    Overflow(Message),
    /// OverflowError whose arguments are 34 (ERANGE) and this text.
    #[error("Numerical result out of range")]
    Range,
    /// ZeroDivisionError.
    #[error("{0}")]
    ZeroDivision(Message),
    /// IndexError.
    #[error("{0}")]
    Index(Message),
    /// LookupError.
    #[error("{0}")]
    Lookup(Message),
}

impl Error {
    /// A ValueError.
    #[cold]
    pub fn value(message: impl Into<Message>) -> Error {
        Error::Value(message.into())
    }

    /// A TypeError.
    #[cold]
    pub fn type_error(message: impl Into<Message>) -> Error {
        Error::Type(message.into())
    }

    /// An OverflowError.
    #[cold]
    pub fn overflow(message: impl Into<Message>) -> Error {
        Error::Overflow(message.into())
    }

    /// A ZeroDivisionError.
    #[cold]
    pub fn zero_division(message: impl Into<Message>) -> Error {
        Error::ZeroDivision(message.into())
    }
}

/// What the system calls an error.
pub fn system_message(errno: i32) -> String {
    let text = std::io::Error::from_raw_os_error(errno).to_string();
    text.split(" (os error").next().unwrap_or("").to_owned()
}

impl From<Interrupted> for Error {
    fn from(_: Interrupted) -> Error {
        Error::Interrupted
    }
}

impl From<TryReserveError> for Error {
    fn from(_: TryReserveError) -> Error {
        Error::Memory
    }
}
