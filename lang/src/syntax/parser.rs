//! Runs the generated parser over the tokens of a text.
#![forbid(unsafe_code)]

use std::cell::Cell;

use lalrpop_util::{ParseError, lalrpop_mod};

use super::actions::{Builder, Failure};
use super::ast::{Ast, Span};
use super::token::{Tok, Token};

lalrpop_mod!(
    #[allow(clippy::all, clippy::pedantic, missing_docs, unused_imports, unused_parens, dead_code)]
    #[rustfmt::skip]
    python
);

/// How a parse ended.
pub enum Outcome {
    /// A tree.
    Tree(Box<Ast>),
    /// The grammar takes no token at this index (`tokens.len()` if they ended too early), or an action
    /// found something before.
    Failed {
        /// The index of the token.
        token: usize,
        /// What an action found.
        failure: Option<Failure>,
    },
}

/// Parses tokens; `start` is the marker of the mode.
pub fn run(text: &str, tokens: &[Token], start: Tok) -> Outcome {
    let lookahead = Cell::new(Span::default());
    let position = Cell::new(0usize);
    let mut builder = Builder::new(text, &lookahead);
    let marker = (0, start, 0);
    let stream = std::iter::once(marker).chain(tokens.iter().enumerate().map(|(index, token)| {
        position.set(index);
        lookahead.set(token.span());
        (token.start, token.kind, token.end)
    }));
    let result = python::TopParser::new().parse(&mut builder, stream.map(Ok::<_, ()>));
    let (mut ast, failure) = builder.finish();
    match (result, failure) {
        (Ok(root), None) => {
            ast.root = root;
            Outcome::Tree(Box::new(ast))
        }
        (Ok(_), failure) => Outcome::Failed {
            token: position.get(),
            failure,
        },
        (Err(ParseError::UnrecognizedEof { .. }), failure) => Outcome::Failed {
            token: tokens.len(),
            failure,
        },
        (Err(_), failure) => Outcome::Failed {
            token: position.get(),
            failure,
        },
    }
}
