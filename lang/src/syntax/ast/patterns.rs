//! The nodes of `match` statements.
#![forbid(unsafe_code)]

use super::{Block, ConstId, ExprId, List, NameId, PatternId, Span};

/// `case pattern if guard: body`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: PatternId,
    /// The guard.
    pub guard: Option<ExprId>,
    /// The block.
    pub body: Block,
    /// From `case` to the end of the block.
    pub span: Span,
}

/// A pattern with its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it is.
    pub span: Span,
}

/// The forms of patterns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PatternKind {
    /// A literal (also `-1`, `1+2j`, an f-string-less string) or a dotted name; compared with `==`.
    Value(ExprId),
    /// `None`, `True` or `False`, compared with `is`; the constant is one of these three.
    Singleton(ConstId),
    /// `[a, *b]`, `(a, b)` or `a, b`
    Sequence(List<PatternId>),
    /// `{key: pattern, **rest}`
    Mapping {
        /// The items.
        items: List<MappingPattern>,
        /// The variable of `**rest`.
        rest: Option<NameId>,
    },
    /// `cls(positional, name=pattern)`
    Class {
        /// A `Name` or `Attribute`.
        cls: ExprId,
        /// The positional patterns.
        positional: List<PatternId>,
        /// The keyword patterns.
        keywords: List<KeywordPattern>,
    },
    /// `*name`, or `*_` without a name; only within `Sequence`.
    Star(Option<NameId>),
    /// `name`
    Capture(NameId),
    /// `_`
    Wildcard,
    /// `pattern as name`
    As {
        /// What must match.
        pattern: PatternId,
        /// The variable.
        name: NameId,
    },
    /// `a | b`, flattened; at least two.
    Or(List<PatternId>),
}

/// One item of a mapping pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MappingPattern {
    /// A literal or dotted name.
    pub key: ExprId,
    /// What the value must match.
    pub pattern: PatternId,
}

/// One keyword of a class pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeywordPattern {
    /// The attribute.
    pub name: NameId,
    /// What it must match.
    pub pattern: PatternId,
    /// From the name to the end of the pattern.
    pub span: Span,
}
