//! Finds out why a text is no program: the message and the range to mark.
//!
//! The generated parser only knows the token it cannot take. What CPython says depends on how its parser, one
//! with ordered alternatives and unlimited lookahead, went through the statement, so this is such a parser too,
//! over the tokens of the failing statement. It runs twice: first the language alone, which yields the
//! furthest token looked at; then with the rules for wrong programs, named `wrong_*` here, each of which knows
//! one mistake and its message. The first mistake found wins; without any it is "invalid syntax" at that token.
//!
//! Invariants: it only reads tokens; recursion is bounded by [`MAX_DEPTH`]; time stays near linear because the
//! rules that alternatives share are memoised.
#![forbid(unsafe_code)]

mod arguments;
mod atoms;
mod compound;
mod engine;
mod expressions;
mod fstrings;
mod parameters;
mod patterns;
mod statements;
mod targets;

use rustc_hash::FxHashMap;

use self::engine::Rule;
use super::Mode;
use super::ast::Span;
use super::error::{Extent, SyntaxError, SyntaxErrorKind};
use super::lexer::{LexError, Lexed, unclosed};
use super::token::{Tok, Token};

/// How deep the rules recurse; deeper nesting gets the general message.
const MAX_DEPTH: u32 = 1500;

/// Says what is wrong with a text whose token at index `failed` is not accepted.
pub fn diagnose(text: &str, lexed: &Lexed, failed: usize, mode: Mode) -> SyntaxError {
    let start = match mode {
        Mode::Module => statement_start(&lexed.tokens, failed),
        _ => 0,
    };
    let mut diagnosis = Diagnosis {
        text,
        tokens: &lexed.tokens,
        lex_error: lexed.error.as_ref(),
        position: start,
        furthest: start,
        with_wrong: false,
        found: None,
        stopped: false,
        at_wrong_indent: false,
        depth: 0,
        nodes: Vec::new(),
        memo: FxHashMap::default(),
    };
    let mut error = diagnosis.run(start, failed, mode);
    let current_line = diagnosis.line_of_token(diagnosis.furthest);
    if let Some(lex_error) = &lexed.error
        && !diagnosis.at_wrong_indent
        && !lex_error.in_fstring
    {
        // The rest of the text has an error of its own, which goes first, unless it is in an f-string.
        if lex_error.error.extent == Extent::Range {
            error = lex_error.error.clone();
        } else if let Some((bracket, offset)) = lex_error.open_bracket
            && current_line > diagnosis.line_of(offset)
        {
            error = unclosed(bracket, offset);
        }
    }
    error.needs_more_input |= at_end(&lexed.tokens, failed);
    error
}

/// Whether the parser stopped only because the text did.
fn at_end(tokens: &[Token], failed: usize) -> bool {
    let rest = tokens.get(failed..).unwrap_or_default();
    !rest.is_empty()
        && rest
            .iter()
            .all(|token| matches!(token.kind, Tok::Dedent | Tok::EndMarker))
}

/// The index of the first token of the outermost statement that holds the failing one or ends before it.
fn statement_start(tokens: &[Token], failed: usize) -> usize {
    let mut start = 0;
    let mut blocks = 0;
    let mut fresh = true;
    for (index, token) in tokens.iter().enumerate().take(failed) {
        match token.kind {
            Tok::Indent => blocks += 1,
            Tok::Dedent => blocks -= 1,
            Tok::Newline => {
                fresh = true;
                continue;
            }
            Tok::Elif | Tok::Else | Tok::Except | Tok::Finally => fresh = false,
            _ if fresh && blocks == 0 => {
                start = index;
                fresh = false;
            }
            _ => fresh = false,
        }
    }
    start
}

/// Names a node of [`Diagnosis::nodes`].
type NodeId = u32;

/// What the rules need to know of an expression.
struct Node {
    kind: Kind,
    span: Span,
    children: Vec<NodeId>,
}

/// The kinds of expressions, as messages tell them apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Name,
    Attribute,
    Subscript,
    Starred,
    List,
    Tuple,
    Lambda,
    Call,
    Operation,
    Generator,
    Yield,
    Await,
    ListComp,
    SetComp,
    DictComp,
    Dict,
    Set,
    FString,
    None,
    True,
    False,
    Ellipsis,
    Literal,
    /// Whether its first operator is `in`.
    Compare(bool),
    Conditional,
    Named,
    /// Something that no message names.
    Other,
}

impl Kind {
    /// What messages call it.
    fn name(self) -> &'static str {
        match self {
            Kind::Name => "name",
            Kind::Attribute => "attribute",
            Kind::Subscript => "subscript",
            Kind::Starred => "starred",
            Kind::List => "list",
            Kind::Tuple => "tuple",
            Kind::Lambda => "lambda",
            Kind::Call => "function call",
            Kind::Operation => "expression",
            Kind::Generator => "generator expression",
            Kind::Yield => "yield expression",
            Kind::Await => "await expression",
            Kind::ListComp => "list comprehension",
            Kind::SetComp => "set comprehension",
            Kind::DictComp => "dict comprehension",
            Kind::Dict => "dict literal",
            Kind::Set => "set display",
            Kind::FString => "f-string expression",
            Kind::None => "None",
            Kind::True => "True",
            Kind::False => "False",
            Kind::Ellipsis => "ellipsis",
            Kind::Literal | Kind::Other => "literal",
            Kind::Compare(_) => "comparison",
            Kind::Conditional => "conditional expression",
            Kind::Named => "named expression",
        }
    }
}

/// The parser with ordered alternatives.
struct Diagnosis<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lex_error: Option<&'a LexError>,
    /// Index of the token to be looked at next.
    position: usize,
    /// The greatest index of a token that was looked at.
    furthest: usize,
    /// Whether the rules for wrong programs take part.
    with_wrong: bool,
    /// The mistake that was found.
    found: Option<SyntaxError>,
    /// Whether nothing matches any more: something was found, or nesting is too deep.
    stopped: bool,
    /// Whether a block begins or ends where none can.
    at_wrong_indent: bool,
    depth: u32,
    nodes: Vec<Node>,
    memo: FxHashMap<(Rule, usize), (Option<NodeId>, usize)>,
}

impl Diagnosis<'_> {
    fn run(&mut self, start: usize, failed: usize, mode: Mode) -> SyntaxError {
        let accepted = self.whole(mode);
        if let Some(error) = self.found.take() {
            return error;
        }
        let last = if accepted { failed } else { self.furthest };
        self.position = start;
        self.with_wrong = true;
        self.stopped = false;
        self.depth = 0;
        self.memo.clear();
        self.whole(mode);
        if let Some(error) = self.found.take() {
            return error;
        }
        let Some(&token) = self
            .tokens
            .get(last.min(self.tokens.len().saturating_sub(1)))
        else {
            return SyntaxError::new("invalid syntax", Span::default());
        };
        match token.kind {
            Tok::Indent | Tok::Dedent => {
                self.at_wrong_indent = true;
                let what = if token.kind == Tok::Indent {
                    "indent"
                } else {
                    "unindent"
                };
                self.layout_error(format!("unexpected {what}"), token)
            }
            _ => self.token_error("invalid syntax".to_owned(), token),
        }
    }

    /// Whether the rules accept the whole text.
    fn whole(&mut self, mode: Mode) -> bool {
        match mode {
            Mode::Module => while self.statement().is_some() {},
            Mode::Interactive | Mode::Single => {
                self.statement();
            }
            Mode::Eval => {
                self.expressions();
                self.take(Tok::Newline);
            }
            Mode::FunctionType => return true,
        }
        self.take(Tok::EndMarker).is_some()
    }
}
