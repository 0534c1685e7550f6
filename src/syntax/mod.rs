//! From source text to a syntax tree: tokens, indentation, f-strings, grammar, syntax errors.
//!
//! No I/O, no objects. Everything the tree consists of is in [`ast`].
#![forbid(unsafe_code)]

mod arena;
pub mod ast;
mod error;

pub use error::{ErrorLocation, Extent, SyntaxError, SyntaxErrorKind};

/// What kind of text is parsed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mode {
    /// A file, or the text given to `exec`.
    Module,
    /// One interactive input.
    Interactive,
    /// The text given to `eval`.
    Eval,
    /// A signature comment.
    FunctionType,
}
