//! Bodies of functions that are left out of a tree, for a compiler that makes their code when they are first called: most functions of an imported module
//! never are. What decides what a function is (its parameters, its docstring, whether it yields) stays in the tree.
//!
//! Only functions at the top of a module and in classes there are cut: they close over nothing but `__class__`, and those that may use that stay.
#![forbid(unsafe_code)]

use super::lexer::{self, Lexed};
use super::token::{Tok, Token};
use crate::base::source::{Definition, Span};

/// Bodies with fewer tokens are compiled at once.
const FEW: usize = 10;

/// A body that was left out; a `pass` stands in its place.
#[derive(Clone, Debug)]
pub struct Deferred {
    /// Where the `pass` stands.
    pub place: u32,
    /// What is compiled later.
    pub definition: Definition,
    /// The attributes that the body assigns to on `self`, in a class.
    pub attributes: Vec<Span>,
}

/// What the statement that begins is, as far as it has been looked at.
#[derive(Default)]
struct Statement {
    /// Where it begins, decorators included; none before its first token.
    start: Option<u32>,
    /// The name, if it is a class without type parameters.
    class: Option<Span>,
    /// Decorators end in lines of their own.
    is_decorator: bool,
}

/// Takes bodies out of the tokens of a module.
pub fn cut(text: &str, tokens: &[Token]) -> (Vec<Token>, Vec<Deferred>) {
    let mut cutter = Cutter {
        text,
        tokens,
        kept: Vec::with_capacity(tokens.len() / 2),
        deferred: Vec::new(),
        blocks: Vec::new(),
        statement: Statement::default(),
    };
    let mut i = 0;
    while i < tokens.len() {
        i = cutter.take(i);
    }
    (cutter.kept, cutter.deferred)
}

struct Cutter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    kept: Vec<Token>,
    deferred: Vec<Deferred>,
    /// The open blocks, each with the class whose body it is.
    blocks: Vec<Option<Span>>,
    statement: Statement,
}

impl Cutter<'_> {
    /// Takes the token at `i`, or the definition that it begins; the index of what follows.
    fn take(&mut self, i: usize) -> usize {
        let token = self.tokens[i];
        match token.kind {
            Tok::Indent => self.blocks.push(self.statement.class.take()),
            Tok::Dedent => {
                self.blocks.pop();
            }
            Tok::Newline => self.end_line(i),
            _ if token.level == 0 || self.statement.start.is_none() => {
                if let Some(next) = self.look_at(i) {
                    return next;
                }
            }
            _ => {}
        }
        self.kept.push(token);
        i + 1
    }

    fn end_line(&mut self, i: usize) {
        if std::mem::take(&mut self.statement.is_decorator) {
            return;
        }
        let opens = self.tokens.get(i + 1).map(|next| next.kind) == Some(Tok::Indent);
        self.statement = Statement {
            class: self.statement.class.filter(|_| opens),
            ..Statement::default()
        };
    }

    /// Looks at a token outside of brackets. If a definition begins there whose body can be left out: the index of what follows it.
    fn look_at(&mut self, i: usize) -> Option<usize> {
        let token = self.tokens[i];
        let before = i.checked_sub(1).map(|before| self.tokens[before].kind);
        let begins = self.statement.start.is_none() || before == Some(Tok::Newline);
        let start = *self.statement.start.get_or_insert(token.start);
        match token.kind {
            Tok::At if begins => self.statement.is_decorator = true,
            Tok::Class if begins => self.statement.class = class_name(self.tokens, i),
            Tok::Def if begins || before == Some(Tok::Async) => return self.leave_out(i, start),
            _ => {}
        }
        None
    }

    /// Leaves out the body of the function whose `def` is the token at `at`, if it can be; `start` is where the definition begins.
    fn leave_out(&mut self, at: usize, start: u32) -> Option<usize> {
        let class = match self.blocks.as_slice() {
            [] => None,
            [class @ Some(_)] => *class,
            _ => return None,
        };
        let found = find(self.text, self.tokens, at, class)?;
        let (body, end) = found.range;
        let place = Span::new(self.tokens[body].start, found.end);
        let stands = |kind, start| Token {
            kind,
            level: 0,
            start,
            end: place.end,
        };
        let instead = [
            stands(Tok::Pass, place.start),
            stands(Tok::Newline, place.end),
            self.tokens[end],
        ];
        self.kept.extend_from_slice(&self.tokens[at..body]);
        self.kept.extend(instead);
        let span = Span::new(line_start(self.text, start), self.tokens[end].start);
        self.deferred.push(Deferred {
            place: place.start,
            definition: Definition { span, class },
            attributes: found.attributes,
        });
        self.statement = Statement::default();
        Some(end + 1)
    }
}

fn line_start(text: &str, offset: u32) -> u32 {
    let before = &text[..offset as usize];
    before.rfind('\n').map_or(0, |end| end as u32 + 1)
}

fn class_name(tokens: &[Token], at: usize) -> Option<Span> {
    let name = tokens.get(at + 1)?;
    let next = tokens.get(at + 2)?;
    matches!(next.kind, Tok::Colon | Tok::LeftParen).then(|| name.span())
}

/// A body that can be left out.
struct Found {
    /// The index of its first token behind the docstring, and that of the `Dedent` behind it.
    range: (usize, usize),
    /// Where its last statement ends.
    end: u32,
    attributes: Vec<Span>,
}

/// The body of the function whose `def` is the token at `at`, if it can be left out.
fn find(text: &str, tokens: &[Token], at: usize, class: Option<Span>) -> Option<Found> {
    if tokens.get(at + 2)?.kind != Tok::LeftParen {
        return None;
    }
    let is_end = |token: &Token| token.kind == Tok::Colon && token.level == 0;
    let colon = at + tokens[at..].iter().position(is_end)?;
    let [newline, indent, first, second] = tokens.get(colon + 1..colon + 5)? else {
        return None;
    };
    if newline.kind != Tok::Newline || indent.kind != Tok::Indent {
        return None;
    }
    let body = match (first.kind, second.kind) {
        (Tok::String, Tok::Newline) => colon + 5,
        (Tok::String, _) => return None,
        _ => colon + 3,
    };
    let mut depth = 1;
    let mut attributes = Vec::new();
    let mut i = body;
    loop {
        let token = tokens.get(i)?;
        match token.kind {
            Tok::Indent => depth += 1,
            Tok::Dedent if depth == 1 => break,
            Tok::Dedent => depth -= 1,
            Tok::Yield | Tok::Class => return None,
            Tok::Name => match &text[token.start as usize..token.end as usize] {
                "super" | "__class__" => return None,
                "self" if class.is_some() => match assigned(tokens, i) {
                    Assigned::No => {}
                    Assigned::Yes(name) => attributes.push(name),
                    Assigned::Unclear => return None,
                },
                _ => {}
            },
            _ => {}
        }
        i += 1;
    }
    let is_last = |token: &&Token| !matches!(token.kind, Tok::Newline | Tok::Dedent);
    let last = tokens[body..i].iter().rev().find(is_last)?;
    (i - body >= FEW).then_some(Found {
        range: (body, i),
        end: last.end,
        attributes,
    })
}

/// Whether an attribute of `self` is assigned to.
enum Assigned {
    No,
    Yes(Span),
    /// It takes a parser to know.
    Unclear,
}

/// Whether what begins with the `self` at `at` is an attribute that is assigned to.
fn assigned(tokens: &[Token], at: usize) -> Assigned {
    let Some([_, dot, name, next]) = tokens.get(at..at + 4) else {
        return Assigned::No;
    };
    if dot.kind != Tok::Dot || name.kind != Tok::Name || tokens[at - 1].kind == Tok::Dot {
        return Assigned::No;
    }
    let before = tokens[at - 1].kind;
    let begins = matches!(
        before,
        Tok::Newline | Tok::Indent | Tok::Dedent | Tok::Colon | Tok::Semicolon
    );
    match next.kind {
        Tok::Equal => Assigned::Yes(name.span()),
        Tok::Colon if begins => Assigned::Yes(name.span()),
        Tok::Comma if begins => Assigned::Unclear,
        _ if matches!(before, Tok::For | Tok::As) => Assigned::Unclear,
        _ => Assigned::No,
    }
}

/// The tokens of a definition, in a class of the same name as the one that it is from.
pub fn tokens_of(text: &str, definition: Definition) -> Lexed {
    let Span { start, end } = definition.span;
    let mut lexed = lexer::lex(&text[start as usize..end as usize]);
    for token in &mut lexed.tokens {
        token.start += start;
        token.end += start;
    }
    if let Some(name) = definition.class {
        let header = [
            (Tok::Class, Span::new(name.start, name.start)),
            (Tok::Name, name),
            (Tok::Colon, Span::new(name.end, name.end)),
            (Tok::Newline, Span::new(name.end, name.end)),
        ];
        let header = header.map(|(kind, span)| Token {
            kind,
            level: 0,
            start: span.start,
            end: span.end,
        });
        lexed.tokens.splice(0..0, header);
    }
    lexed
}
