//! From a syntax tree back to source text that parses to the same tree.
//!
//! Expressions and patterns are written by a loop over a stack of pending pieces, so neither depth nor
//! length matters; statements recurse, and blocks nest at most a hundred deep. Spacing, parentheses
//! and quotes are those of `ast.unparse`, so that an annotation kept as a string looks as it does there.
#![forbid(unsafe_code)]

mod expressions;
mod literals;
mod statements;

use super::ast::*;

/// The source text of a tree.
pub fn unparse(ast: &Ast) -> String {
    let mut writer = Writer::new(ast);
    match ast.root {
        Root::Module(block) | Root::Interactive(block) => writer.block(block),
        Root::Expression(expr) => writer.expression(expr, Level::Test),
        Root::FunctionType { args, returns } => {
            writer.out.push('(');
            for (index, &arg) in ast[args].iter().enumerate() {
                writer.out.push_str(if index > 0 { ", " } else { "" });
                writer.expression(arg, Level::Test);
            }
            writer.out.push_str(") -> ");
            writer.expression(returns, Level::Test);
        }
    }
    writer.out
}

/// The source text of one expression.
pub fn unparse_expression(ast: &Ast, expr: ExprId) -> String {
    let mut writer = Writer::new(ast);
    writer.expression(expr, Level::Test);
    writer.out
}

/// How tightly a place binds: what binds less needs parentheses there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Level {
    Named,
    Tuple,
    Yield,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    fn next(self) -> Level {
        match self {
            Level::Named => Level::Tuple,
            Level::Tuple => Level::Yield,
            Level::Yield => Level::Test,
            Level::Test => Level::Or,
            Level::Or => Level::And,
            Level::And => Level::Not,
            Level::Not => Level::Compare,
            Level::Compare => Level::BitOr,
            Level::BitOr => Level::BitXor,
            Level::BitXor => Level::BitAnd,
            Level::BitAnd => Level::Shift,
            Level::Shift => Level::Sum,
            Level::Sum => Level::Term,
            Level::Term => Level::Factor,
            Level::Factor => Level::Power,
            Level::Power => Level::Await,
            Level::Await | Level::Atom => Level::Atom,
        }
    }
}

/// A piece that is still to be written.
enum Piece {
    Expr(ExprId, Level),
    Pattern(PatternId, PatternLevel),
    Text(&'static str),
    Name(NameId),
    /// A literal part of an f-string: its text and whether it stands in a format specification.
    Literal(ConstId, bool),
    /// The brace that opens a replacement field; a display right behind it needs a space.
    FieldOpen,
}

/// How tightly a place in a pattern binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum PatternLevel {
    Open,
    Or,
    Closed,
}

struct Writer<'a> {
    ast: &'a Ast,
    out: String,
    indent: usize,
    after_field_open: bool,
    /// Pieces in reverse order: the next one is at the end.
    pending: Vec<Piece>,
}

impl<'a> Writer<'a> {
    fn new(ast: &'a Ast) -> Writer<'a> {
        Writer {
            ast,
            out: String::new(),
            indent: 0,
            after_field_open: false,
            pending: Vec::new(),
        }
    }

    fn write(&mut self, text: &str) {
        if self.after_field_open && text.starts_with('{') {
            self.out.push(' ');
        }
        self.after_field_open &= text.is_empty();
        self.out.push_str(text);
    }
}
