//! The actions of the grammar: they build the tree and check what the grammar covers too widely.
//!
//! Actions never stop the parser. The first thing that is wrong is kept in [`Builder`] and looked at when
//! the parser is done or has failed: a [`Failure::Error`] is final, a [`Failure::Violation`] only says
//! where the program leaves the language, and the diagnosis finds the message.
#![forbid(unsafe_code)]

mod expressions;
mod literals;
mod patterns;
mod statements;
mod strings;
mod targets;

use std::cell::Cell;

use rustc_hash::FxHashMap;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::ast::*;
use super::error::SyntaxError;

pub use self::expressions::{Argument, Element, Parameter};
pub use self::patterns::{KeyedPattern, PatternArgument};
pub use self::statements::WithElement;
pub use self::strings::{FStringPiece, StringPiece};

/// What went wrong first.
#[derive(Debug)]
pub enum Failure {
    /// The message is known.
    Error(Box<SyntaxError>),
    /// The program is wrong here.
    Violation(Span),
}

impl Failure {
    fn start(&self) -> u32 {
        match self {
            Failure::Error(error) => error.span.start,
            Failure::Violation(span) => span.start,
        }
    }
}

/// Builds a tree while the parser runs.
pub struct Builder<'s> {
    text: &'s str,
    /// The tree so far.
    pub ast: Ast,
    failure: Option<Failure>,
    /// Tuples and groups that hold `context as target`; a `with` statement takes them out.
    with_covers: FxHashMap<ExprId, Vec<WithElement>>,
    /// The place of the token that the parser looks at.
    lookahead: &'s Cell<Span>,
}

impl<'s> Builder<'s> {
    /// A builder for a parse of `text`; the token source keeps `lookahead` up to date.
    pub fn new(text: &'s str, lookahead: &'s Cell<Span>) -> Builder<'s> {
        Builder {
            text,
            ast: Ast::new(),
            failure: None,
            with_covers: FxHashMap::default(),
            lookahead,
        }
    }

    /// The tree, and what is wrong with it.
    pub fn finish(mut self) -> (Ast, Option<Failure>) {
        let covers = std::mem::take(&mut self.with_covers);
        for elements in covers.values() {
            for element in elements {
                if let Some(target) = element.target {
                    self.violation(self.ast[target].span);
                }
            }
        }
        (self.ast, self.failure)
    }

    /// Records that the program leaves the language at `span`.
    #[cold]
    fn violation(&mut self, span: Span) {
        self.fail(Failure::Violation(span));
    }

    #[cold]
    fn error(&mut self, error: SyntaxError) {
        self.fail(Failure::Error(Box::new(error)));
    }

    fn fail(&mut self, failure: Failure) {
        let earlier = |known: &Failure| known.start() <= failure.start();
        if !self.failure.as_ref().is_some_and(earlier) {
            self.failure = Some(failure);
        }
    }

    /// Interns the identifier at a place, normalised.
    pub fn name(&mut self, start: u32, end: u32) -> NameId {
        let text = &self.text[start as usize..end as usize];
        if text.is_ascii() || is_nfkc_quick(text.chars()) == IsNormalized::Yes {
            return self.ast.intern(text);
        }
        let normal: String = text.nfkc().collect();
        self.ast.intern(&normal)
    }

    /// Interns `module.name`.
    pub fn dotted(&mut self, module: NameId, name: NameId) -> NameId {
        let dotted = format!("{}.{}", self.ast.name(module), self.ast.name(name));
        self.ast.intern(&dotted)
    }

    fn is_underscore(&self, name: NameId) -> bool {
        self.ast.name(name) == "_"
    }

    /// Puts collected elements into the tree.
    pub fn list<T: Listed>(&mut self, elements: Vec<T>) -> List<T> {
        self.ast.add_list(&elements)
    }

    fn expr(&mut self, kind: ExprKind, start: u32, end: u32) -> ExprId {
        self.ast.add_expr(kind, Span::new(start, end))
    }
}
