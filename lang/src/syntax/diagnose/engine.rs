//! The parts that rules are made of: looking at tokens, alternatives, lookahead, memoisation, reporting.
#![forbid(unsafe_code)]

use super::*;

/// The memoised rules.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Rule {
    SimpleStatement,
    Block,
    Expression,
    StarExpression,
    Disjunction,
    Conjunction,
    Inversion,
    BitOr,
    Factor,
    AwaitPrimary,
    Primary,
    Strings,
    Arguments,
    StarTarget,
    TargetWithStarAtom,
    TargetPrimary,
    DelTarget,
    ClosedPattern,
    StarPattern,
    TypeParam,
    WrongNamedExpression,
}

impl Diagnosis<'_> {
    /// The kind of the next token; `None` once nothing matches any more.
    pub(super) fn peek(&mut self) -> Option<Tok> {
        if self.stopped {
            return None;
        }
        match self.tokens.get(self.position) {
            Some(token) => {
                self.furthest = self.furthest.max(self.position);
                Some(token.kind)
            }
            None => {
                self.furthest = self.tokens.len().saturating_sub(1);
                self.stopped = true;
                self.found = self.lex_error.map(|lex_error| lex_error.error.clone());
                None
            }
        }
    }

    pub(super) fn at(&mut self, kind: Tok) -> bool {
        self.peek() == Some(kind)
    }

    pub(super) fn at_any(&mut self, kinds: &[Tok]) -> bool {
        self.peek().is_some_and(|kind| kinds.contains(&kind))
    }

    /// Takes a token of this kind.
    pub(super) fn take(&mut self, kind: Tok) -> Option<Token> {
        if !self.at(kind) {
            return None;
        }
        let token = self.tokens[self.position];
        self.position += 1;
        Some(token)
    }

    pub(super) fn take_any(&mut self, kinds: &[Tok]) -> Option<Token> {
        let kind = self.peek()?;
        if kinds.contains(&kind) {
            self.take(kind)
        } else {
            None
        }
    }

    /// Takes a token that must be there.
    pub(super) fn force(&mut self, kind: Tok, spelling: &str) -> Option<Token> {
        let found = self.peek()?;
        if found == kind {
            return self.take(kind);
        }
        if self.with_wrong {
            let token = self.tokens[self.position];
            self.raise_at_token(format!("expected '{spelling}'"), token);
        }
        None
    }

    pub(super) fn at_name(&mut self) -> bool {
        self.at_any(&[Tok::Name, Tok::Match, Tok::Case, Tok::Type])
    }

    /// Takes an identifier, soft keywords included.
    pub(super) fn name_token(&mut self) -> Option<Token> {
        self.take_any(&[Tok::Name, Tok::Match, Tok::Case, Tok::Type])
    }

    pub(super) fn name(&mut self) -> Option<NodeId> {
        let token = self.name_token()?;
        Some(self.node(Kind::Name, token.span(), Vec::new()))
    }

    /// Takes the identifier `word`.
    pub(super) fn soft(&mut self, word: &str) -> Option<Token> {
        self.attempt(|p| p.name_token().filter(|token| p.token_text(*token) == word))
    }

    pub(super) fn token_text(&self, token: Token) -> &str {
        self.text
            .get(token.start as usize..token.end as usize)
            .unwrap_or("")
    }

    /// Runs an alternative; if it does not match, goes back to where it began.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.position;
        let result = if self.stopped { None } else { rule(self) };
        if result.is_none() || self.stopped {
            self.position = start;
            return None;
        }
        result
    }

    /// Whether a rule would match here.
    pub(super) fn ahead<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<()> {
        let start = self.position;
        let matched = rule(self).is_some();
        self.position = start;
        (matched && !self.stopped).then_some(())
    }

    /// Whether a rule would not match here.
    pub(super) fn not_ahead<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<()> {
        let start = self.position;
        let matched = rule(self).is_some();
        self.position = start;
        (!matched && !self.stopped).then_some(())
    }

    pub(super) fn not_at(&mut self, kinds: &[Tok]) -> Option<()> {
        let matched = self.at_any(kinds);
        (!matched && !self.stopped).then_some(())
    }

    pub(super) fn is_at(&mut self, kinds: &[Tok]) -> Option<()> {
        self.at_any(kinds).then_some(())
    }

    /// As many matches as there are.
    pub(super) fn many<T>(&mut self, mut rule: impl FnMut(&mut Self) -> Option<T>) -> Vec<T> {
        let mut matches = Vec::new();
        while let Some(item) = self.attempt(&mut rule) {
            matches.push(item);
        }
        matches
    }

    /// At least one match.
    pub(super) fn some<T>(&mut self, rule: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let matches = self.many(rule);
        (!matches.is_empty()).then_some(matches)
    }

    /// At least one match, with commas between; a trailing comma is left.
    pub(super) fn separated<T>(
        &mut self,
        mut rule: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut matches = vec![self.attempt(&mut rule)?];
        while let Some(item) = self.attempt(|p| {
            p.take(Tok::Comma)?;
            rule(p)
        }) {
            matches.push(item);
        }
        Some(matches)
    }

    /// Runs a rule with the depth counted.
    pub(super) fn nested<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth >= MAX_DEPTH {
            self.stopped = true;
            return None;
        }
        self.depth += 1;
        let result = rule(self);
        self.depth -= 1;
        result
    }

    pub(super) fn memoised(
        &mut self,
        rule: Rule,
        body: impl FnOnce(&mut Self) -> Option<NodeId>,
    ) -> Option<NodeId> {
        if self.stopped {
            return None;
        }
        let start = self.position;
        if let Some(&(result, end)) = self.memo.get(&(rule, start)) {
            self.position = end;
            return result;
        }
        let result = self.nested(|p| p.attempt(body));
        if !self.stopped {
            self.memo.insert((rule, start), (result, self.position));
        }
        result
    }

    /// Runs a rule for wrong programs, if they take part.
    pub(super) fn wrong<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) {
        if self.with_wrong && !self.stopped {
            let start = self.position;
            rule(self);
            self.position = start;
        }
    }

    pub(super) fn node(&mut self, kind: Kind, span: Span, children: Vec<NodeId>) -> NodeId {
        self.nodes.push(Node {
            kind,
            span,
            children,
        });
        self.nodes.len() as NodeId - 1
    }

    /// A node from a token's start to the last token taken.
    pub(super) fn node_from(&mut self, kind: Kind, start: u32, children: Vec<NodeId>) -> NodeId {
        let end = self.last_end();
        self.node(kind, Span::new(start, end), children)
    }

    /// The start of the next token.
    pub(super) fn here(&self) -> u32 {
        self.tokens
            .get(self.position)
            .map_or(self.text.len() as u32, |token| token.start)
    }

    /// The end of the last token taken.
    pub(super) fn last_end(&self) -> u32 {
        match self.position.checked_sub(1) {
            Some(index) => self.tokens[index].end,
            None => 0,
        }
    }

    pub(super) fn kind(&self, node: NodeId) -> Kind {
        self.nodes[node as usize].kind
    }

    pub(super) fn span(&self, node: NodeId) -> Span {
        self.nodes[node as usize].span
    }

    pub(super) fn line_of(&self, offset: u32) -> usize {
        let end = (offset as usize).min(self.text.len());
        memchr::memchr_iter(b'\n', &self.text.as_bytes()[..end]).count() + 1
    }

    pub(super) fn line_of_token(&self, index: usize) -> usize {
        self.tokens
            .get(index)
            .map_or(1, |token| self.line_of(token.start))
    }

    // Reporting. All of these return `None`, so that the rule they end does not match.

    pub(super) fn report(&mut self, error: SyntaxError) -> Option<NodeId> {
        if !self.stopped {
            self.stopped = true;
            self.found = Some(error);
        }
        None
    }

    /// Marks from one place to the end of another.
    pub(super) fn raise_range(
        &mut self,
        message: impl Into<String>,
        from: Span,
        to: Span,
    ) -> Option<NodeId> {
        self.report(SyntaxError::new(
            message.into(),
            Span::new(from.start, to.end),
        ))
    }

    pub(super) fn raise_at(&mut self, message: impl Into<String>, place: Span) -> Option<NodeId> {
        self.raise_range(message, place, place)
    }

    pub(super) fn raise_node(
        &mut self,
        message: impl Into<String>,
        node: NodeId,
    ) -> Option<NodeId> {
        self.raise_at(message, self.span(node))
    }

    pub(super) fn raise_at_token(
        &mut self,
        message: impl Into<String>,
        token: Token,
    ) -> Option<NodeId> {
        self.report(self.token_error(message.into(), token))
    }

    /// Marks the furthest token looked at.
    pub(super) fn raise_last(&mut self, message: impl Into<String>) -> Option<NodeId> {
        let token = *self.tokens.get(self.furthest)?;
        self.report(self.standing_error(message.into(), token))
    }

    /// Marks the next token.
    pub(super) fn raise_next(&mut self, message: impl Into<String>) -> Option<NodeId> {
        self.peek()?;
        let token = self.tokens[self.position];
        self.report(self.standing_error(message.into(), token))
    }

    /// Marks from a place to the last character of the furthest token looked at, which stays unmarked.
    pub(super) fn raise_from(&mut self, message: impl Into<String>, from: Span) -> Option<NodeId> {
        let last = self.tokens.get(self.furthest)?.span();
        let end = last.end.saturating_sub(1).max(from.start);
        self.report(SyntaxError::new(message.into(), Span::new(from.start, end)))
    }

    /// Reports a missing block at the furthest token looked at.
    pub(super) fn raise_indentation(&mut self, message: impl Into<String>) -> Option<NodeId> {
        let token = *self.tokens.get(self.furthest)?;
        let mut error = self.standing_error(message.into(), token);
        error.kind = SyntaxErrorKind::Indentation;
        self.report(error)
    }

    /// An error at a token; a token without text has only a line.
    pub(super) fn token_error(&self, message: String, token: Token) -> SyntaxError {
        if !matches!(token.kind, Tok::Indent | Tok::Dedent | Tok::EndMarker) {
            return SyntaxError::new(message, token.span());
        }
        let anchor = self.layout_error("", token).anchor;
        let mut error = SyntaxError::new(message, Span::new(anchor, anchor));
        error.extent = Extent::Line;
        error
    }

    /// An error at a token; for one without text, where the lexer stood.
    fn standing_error(&self, message: String, token: Token) -> SyntaxError {
        if !matches!(token.kind, Tok::Indent | Tok::Dedent | Tok::EndMarker) {
            return SyntaxError::new(message, token.span());
        }
        let mut error = self.layout_error(message, token);
        error.kind = SyntaxErrorKind::Syntax;
        error
    }

    /// An error at a token that has no text. Its place is where the lexer stood when it made the token.
    pub(super) fn layout_error(&self, message: impl Into<String>, token: Token) -> SyntaxError {
        let text = self.text.as_bytes();
        let mut place = token.start as usize;
        let mut line_end = place.min(text.len());
        if place >= text.len() {
            // At the end of the text it stands behind the last line end, present or not.
            let closed = text.ends_with(b"\n");
            place = text.len() + usize::from(!closed && !text.is_empty());
            line_end = text.len() - usize::from(closed);
        }
        let anchor = memchr::memrchr(b'\n', &text[..line_end]).map_or(0, |end| end + 1);
        let mut error = SyntaxError::new(message.into(), Span::new(place as u32, place as u32));
        error.kind = SyntaxErrorKind::Indentation;
        error.extent = Extent::Layout;
        error.anchor = anchor as u32;
        error
    }
}
