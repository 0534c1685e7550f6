//! From source text to a syntax tree: tokens, indentation, f-strings, grammar, syntax errors.
//!
//! No I/O, no objects. The entry point is [`parse`]; everything the tree consists of is in [`ast`].
#![forbid(unsafe_code)]

mod actions;
mod arena;
pub mod ast;
mod error;
mod lexer;
mod parser;
mod token;
mod unparse;

pub use error::{ErrorLocation, Extent, SyntaxError, SyntaxErrorKind};
pub use unparse::{unparse, unparse_expression};

use self::ast::{Ast, Span};
use self::parser::Outcome;
use self::token::Tok;
use crate::base::source::Source;

/// How deep expressions nest at most, counted as by [`ast::Expr::depth`].
pub const MAX_EXPRESSION_DEPTH: u32 = 2000;

/// What kind of text is parsed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mode {
    /// A file, or the text given to `exec`.
    Module,
    /// One input at a prompt; an open block ends with a blank line.
    Interactive,
    /// The text of a single statement, as given to `compile` with mode `single`.
    Single,
    /// The text given to `eval`.
    Eval,
    /// A signature comment.
    FunctionType,
}

/// Parses source text.
pub fn parse(source: &Source, mode: Mode) -> Result<Ast, SyntaxError> {
    let text = source.text();
    let lexed = lexer::lex(text);
    let start = match mode {
        Mode::Module => Tok::StartModule,
        Mode::Interactive | Mode::Single => Tok::StartInteractive,
        Mode::Eval => Tok::StartEval,
        Mode::FunctionType => Tok::StartFunctionType,
    };
    match parser::run(text, &lexed.tokens, start) {
        Outcome::Tree(mut ast) => {
            ast.warnings.extend(lexed.warnings);
            ast.warnings.sort_by_key(|warning| warning.span.start);
            Ok(ast)
        }
        Outcome::Failed { token, failure } => {
            if let Some(e) = lexed.error {
                return Err(e.error);
            }
            let span = match failure {
                Some(actions::Failure::Error(e)) => return Err(*e),
                Some(actions::Failure::Violation(span)) => span,
                None => lexed
                    .tokens
                    .get(token)
                    .map_or(Span::default(), |t| t.span()),
            };
            Err(SyntaxError::new("invalid syntax", span))
        }
    }
}
