//! From source text to a syntax tree: tokens, indentation, f-strings, grammar, syntax errors.
//!
//! No I/O, no objects. The entry point is [`parse`]; everything the tree consists of is in [`ast`].
#![forbid(unsafe_code)]

mod actions;
mod arena;
pub mod ast;
mod diagnose;
mod error;
mod lexer;
mod parser;
mod token;
mod unended;
mod unparse;

pub use self::ast::Ast;
pub use error::{ErrorLocation, Extent, SyntaxError, SyntaxErrorKind};
pub use unparse::{unparse, unparse_expression};

use self::actions::Failure;
use self::ast::{Root, Span};
use self::diagnose::diagnose;
use self::lexer::Lexed;
use self::parser::Outcome;
use self::token::{Tok, Token};
use crate::base::source::Source;

/// How deep expressions nest at most, counted as by [`ast::Expr::depth`].
pub const MAX_EXPRESSION_DEPTH: u32 = 1000;

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
    let parsed = parse_tokens(text, &lexed, mode);
    let parsed = match mode {
        Mode::Eval | Mode::Single => unended::review(source, &lexed.tokens, mode, parsed),
        _ => parsed,
    };
    let mut ast = parsed?;
    ast.warnings.extend(lexed.warnings);
    ast.warnings.sort_by_key(|warning| warning.span.start);
    Ok(ast)
}

fn parse_tokens(text: &str, lexed: &Lexed, mode: Mode) -> Result<Ast, SyntaxError> {
    let start = match mode {
        Mode::Module => Tok::StartModule,
        Mode::Interactive | Mode::Single => Tok::StartInteractive,
        Mode::Eval => Tok::StartEval,
        Mode::FunctionType => Tok::StartFunctionType,
    };
    match parser::run(text, &lexed.tokens, start) {
        Outcome::Tree(ast) => {
            if ast.max_depth() > MAX_EXPRESSION_DEPTH {
                return Err(too_complex());
            }
            if mode == Mode::Interactive && is_open_block(&ast, text) {
                return Err(incomplete(text));
            }
            Ok(*ast)
        }
        Outcome::Failed { token, failure } => Err(explain(text, lexed, token, failure, mode)),
    }
}

#[cold]
fn too_complex() -> SyntaxError {
    let message = "Parser stack overflowed - Python source too complex to parse";
    let mut error = SyntaxError::new(message, Span::default());
    error.kind = SyntaxErrorKind::TooComplex;
    error
}

/// Whether an interactive input ends in a block that a blank line has yet to close.
fn is_open_block(ast: &Ast, text: &str) -> bool {
    let Root::Interactive(block) = ast.root else {
        return false;
    };
    let is_compound = ast[block]
        .first()
        .is_some_and(|&stmt| ast[stmt].kind.is_compound());
    is_compound && !text.trim_end_matches([' ', '\t', '\x0c']).ends_with('\n')
}

#[cold]
fn incomplete(text: &str) -> SyntaxError {
    let end = text.len() as u32;
    let mut error = SyntaxError::new("incomplete input", Span::new(end, end));
    error.needs_more_input = true;
    error
}

/// The error for a text that the parser does not take.
#[cold]
fn explain(
    text: &str,
    lexed: &Lexed,
    token: usize,
    failure: Option<Failure>,
    mode: Mode,
) -> SyntaxError {
    match failure {
        // The rest of the text may have an error of its own, which goes first, unless it is in an f-string.
        Some(Failure::Error(error)) => match &lexed.error {
            Some(lex_error) if lex_error.error.extent == Extent::Range && !lex_error.in_fstring => {
                lex_error.error.clone()
            }
            _ => *error,
        },
        Some(Failure::Violation(span)) => {
            let index = lexed
                .tokens
                .partition_point(|token| token.start < span.start);
            diagnose(text, lexed, index + 1, mode)
        }
        None if mode == Mode::Single && is_second_statement(&lexed.tokens, token) => {
            let message = "multiple statements found while compiling a single statement";
            SyntaxError::new(message, lexed.tokens[token - 1].span())
        }
        None => match &lexed.error {
            Some(lex_error) if token >= lexed.tokens.len() => lex_error.error.clone(),
            _ => diagnose(text, lexed, token, mode),
        },
    }
}

/// Whether a token begins a line behind a finished statement.
fn is_second_statement(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    let begins_line =
        before.is_some_and(|before| matches!(before.kind, Tok::Newline | Tok::Dedent));
    let token = tokens.get(index).map(|token| token.kind);
    begins_line && !matches!(token, Some(Tok::Indent | Tok::EndMarker) | None)
}
