//! Actions that build patterns.
#![forbid(unsafe_code)]

use super::*;

/// An entry of a mapping pattern.
pub enum KeyedPattern {
    /// `key: pattern`
    Item(ExprId, PatternId),
    /// `**name`
    Rest(NameId, u32, u32),
}

/// An argument of a class pattern.
pub enum PatternArgument {
    /// `pattern`
    Positional(PatternId, u32, u32),
    /// `name=pattern`
    Keyword(NameId, PatternId, u32, u32),
}

impl Builder<'_> {
    fn pattern(&mut self, kind: PatternKind, start: u32, end: u32) -> PatternId {
        self.ast.add_pattern(kind, Span::new(start, end))
    }

    /// A literal or dotted name; `None`, `True` and `False` are patterns of their own.
    pub fn value_pattern(&mut self, value: ExprId, start: u32, end: u32) -> PatternId {
        if let ExprKind::Constant(constant) = self.ast[value].kind
            && let Constant::None | Constant::True | Constant::False = self.ast[constant]
        {
            return self.pattern(PatternKind::Singleton(constant), start, end);
        }
        self.refuse_wildcard(value);
        self.pattern(PatternKind::Value(value), start, end)
    }

    /// A lone `_` has been taken for the wildcard, so no dotted name or class begins with it.
    fn refuse_wildcard(&mut self, mut value: ExprId) {
        while let ExprKind::Attribute { value: inner, .. } = self.ast[value].kind {
            value = inner;
        }
        if let ExprKind::Name(name) = self.ast[value].kind
            && self.is_underscore(name)
        {
            let end = self.ast[value].span.end;
            self.violation(Span::new(end, end));
        }
    }

    /// A name, or the wildcard.
    pub fn capture_pattern(&mut self, name: NameId, start: u32, end: u32) -> PatternId {
        let kind = if self.is_underscore(name) {
            PatternKind::Wildcard
        } else {
            PatternKind::Capture(name)
        };
        self.pattern(kind, start, end)
    }

    /// `*name` or `*_`
    pub fn star_pattern(&mut self, name: NameId, start: u32, end: u32) -> PatternId {
        let name = (!self.is_underscore(name)).then_some(name);
        self.pattern(PatternKind::Star(name), start, end)
    }

    /// `pattern as name`
    pub fn as_pattern(
        &mut self,
        pattern: PatternId,
        name: NameId,
        start: u32,
        name_start: u32,
        end: u32,
    ) -> PatternId {
        if self.is_underscore(name) {
            self.violation(Span::new(name_start, end));
        }
        self.pattern(PatternKind::As { pattern, name }, start, end)
    }

    /// `a | b`
    pub fn or_pattern(&mut self, alternatives: Vec<PatternId>, start: u32, end: u32) -> PatternId {
        let alternatives = self.list(alternatives);
        self.pattern(PatternKind::Or(alternatives), start, end)
    }

    /// `[a, b]` and its other spellings.
    pub fn sequence_pattern(
        &mut self,
        patterns: Vec<PatternId>,
        start: u32,
        end: u32,
    ) -> PatternId {
        let patterns = self.list(patterns);
        self.pattern(PatternKind::Sequence(patterns), start, end)
    }

    /// `{key: pattern, **rest}`
    pub fn mapping_pattern(
        &mut self,
        entries: Vec<KeyedPattern>,
        start: u32,
        end: u32,
    ) -> PatternId {
        let mut items = Vec::with_capacity(entries.len());
        let mut rest = None;
        for entry in entries {
            match entry {
                KeyedPattern::Item(key, pattern) => {
                    if rest.is_some() {
                        self.violation(self.ast[key].span);
                    }
                    items.push(MappingPattern { key, pattern });
                }
                KeyedPattern::Rest(name, start, end) => {
                    if rest.is_some() || self.is_underscore(name) {
                        self.violation(Span::new(start, end));
                    }
                    rest = Some(name);
                }
            }
        }
        let items = self.list(items);
        self.pattern(PatternKind::Mapping { items, rest }, start, end)
    }

    /// `cls(a, name=b)`
    pub fn class_pattern(
        &mut self,
        cls: ExprId,
        arguments: Vec<PatternArgument>,
        start: u32,
        end: u32,
    ) -> PatternId {
        self.refuse_wildcard(cls);
        let mut positional = Vec::new();
        let mut keywords = Vec::new();
        for argument in arguments {
            match argument {
                PatternArgument::Positional(pattern, start, end) => {
                    if !keywords.is_empty() {
                        self.violation(Span::new(start, end));
                    }
                    positional.push(pattern);
                }
                PatternArgument::Keyword(name, pattern, start, end) => {
                    let span = Span::new(start, end);
                    keywords.push(KeywordPattern {
                        name,
                        pattern,
                        span,
                    });
                }
            }
        }
        let positional = self.list(positional);
        let keywords = self.list(keywords);
        self.pattern(
            PatternKind::Class {
                cls,
                positional,
                keywords,
            },
            start,
            end,
        )
    }

    /// `real + imaginary`, the only sum that a pattern can be.
    pub fn complex_pattern(
        &mut self,
        real: ExprId,
        op: BinaryOp,
        imaginary: ExprId,
        start: u32,
        end: u32,
    ) -> ExprId {
        let number = match self.ast[real].kind {
            ExprKind::UnaryOp { operand, .. } => operand,
            _ => real,
        };
        if self.is_imaginary(number) {
            let span = self.ast[number].span;
            self.error(SyntaxError::new(
                "real number required in complex literal",
                span,
            ));
        }
        if !self.is_imaginary(imaginary) {
            let span = self.ast[imaginary].span;
            self.error(SyntaxError::new(
                "imaginary number required in complex literal",
                span,
            ));
        }
        self.binary(op, real, imaginary, start, end)
    }

    fn is_imaginary(&self, number: ExprId) -> bool {
        match self.ast[number].kind {
            ExprKind::Constant(constant) => matches!(self.ast[constant], Constant::Imaginary(_)),
            _ => false,
        }
    }
}
