//! Expressions, from loose to tight.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::*;

impl Diagnosis<'_> {
    pub(super) fn expressions(&mut self) -> Option<NodeId> {
        self.comma_expressions(Self::expression)
    }

    pub(super) fn star_expressions(&mut self) -> Option<NodeId> {
        self.comma_expressions(Self::star_expression)
    }

    fn comma_expressions(&mut self, element: fn(&mut Self) -> Option<NodeId>) -> Option<NodeId> {
        let start = self.here();
        let first = element(self)?;
        let mut elements = vec![first];
        elements.extend(self.many(|p| {
            p.take(Tok::Comma)?;
            element(p)
        }));
        let trailing = self.take(Tok::Comma).is_some();
        if self.stopped {
            return None;
        }
        if elements.len() == 1 && !trailing {
            return Some(first);
        }
        Some(self.node_from(Kind::Tuple, start, elements))
    }

    pub(super) fn star_expression(&mut self) -> Option<NodeId> {
        self.memoised(Rule::StarExpression, |p| {
            if let Some(starred) = p.starred_bit_or() {
                return Some(starred);
            }
            p.expression()
        })
    }

    fn starred_bit_or(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            let start = p.here();
            p.take(Tok::Star)?;
            let value = p.bit_or()?;
            Some(p.node_from(Kind::Starred, start, vec![value]))
        })
    }

    pub(super) fn star_named_expressions(&mut self) -> Option<Vec<NodeId>> {
        let elements = self.separated(Self::star_named_expression)?;
        self.take(Tok::Comma);
        Some(elements)
    }

    pub(super) fn star_named_expression(&mut self) -> Option<NodeId> {
        if let Some(starred) = self.starred_bit_or() {
            return Some(starred);
        }
        self.named_expression()
    }

    pub(super) fn yield_expr(&mut self) -> Option<NodeId> {
        let start = self.here();
        self.take(Tok::Yield)?;
        let from = self.attempt(|p| {
            p.take(Tok::From)?;
            p.expression()
        });
        if from.is_none() {
            self.attempt(Self::star_expressions);
        }
        if self.stopped {
            return None;
        }
        Some(self.node_from(Kind::Yield, start, Vec::new()))
    }

    /// `name := value`, and whether it got as far as the operator.
    fn assignment_expression_or_commit(&mut self) -> (Option<NodeId>, bool) {
        let start = self.here();
        let mut committed = false;
        let node = self.attempt(|p| {
            let name = p.name()?;
            p.take(Tok::ColonEqual)?;
            committed = true;
            let value = p.expression()?;
            Some(p.node_from(Kind::Named, start, vec![name, value]))
        });
        (node, committed)
    }

    pub(super) fn assignment_expression(&mut self) -> Option<NodeId> {
        self.assignment_expression_or_commit().0
    }

    pub(super) fn named_expression(&mut self) -> Option<NodeId> {
        if let Some(node) = self.assignment_expression() {
            return Some(node);
        }
        self.wrong_named_expression();
        self.attempt(|p| {
            let node = p.expression()?;
            p.not_at(&[Tok::ColonEqual])?;
            Some(node)
        })
    }

    fn wrong_named_expression(&mut self) {
        if !self.with_wrong {
            return;
        }
        let start = self.position;
        self.memoised(Rule::WrongNamedExpression, |p| {
            p.attempt(|p| {
                let target = p.expression()?;
                p.take(Tok::ColonEqual)?;
                p.expression()?;
                let name = p.kind(target).name();
                p.raise_node(
                    format!("cannot use assignment expressions with {name}"),
                    target,
                )
            });
            p.attempt(|p| {
                let name = p.name()?;
                p.take(Tok::Equal)?;
                let value = p.bit_or()?;
                p.not_at(&[Tok::Equal, Tok::ColonEqual])?;
                let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
                p.raise_range(message, p.span(name), p.span(value))
            });
            p.attempt(|p| {
                p.not_ahead(Self::list)?;
                p.not_ahead(Self::tuple)?;
                p.not_ahead(Self::generator)?;
                p.not_at(&[Tok::True, Tok::None, Tok::False])?;
                let target = p.bit_or()?;
                p.take(Tok::Equal)?;
                p.bit_or()?;
                p.not_at(&[Tok::Equal, Tok::ColonEqual])?;
                let name = p.kind(target).name();
                p.raise_node(
                    format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?"),
                    target,
                )
            })
        });
        self.position = start;
    }

    pub(super) fn expression(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Expression, |p| {
            p.wrong(Self::wrong_expression);
            p.wrong(Self::wrong_legacy_expression);
            p.right_expression()
        })
    }

    fn right_expression(&mut self) -> Option<NodeId> {
        let start = self.here();
        let conditional = self.attempt(|p| {
            p.disjunction()?;
            p.take(Tok::If)?;
            p.disjunction()?;
            p.take(Tok::Else)?;
            p.expression()
        });
        if conditional.is_some() {
            return Some(self.node_from(Kind::Conditional, start, Vec::new()));
        }
        if let Some(node) = self.disjunction() {
            return Some(node);
        }
        self.lambda()
    }

    fn lambda(&mut self) -> Option<NodeId> {
        let start = self.here();
        self.take(Tok::Lambda)?;
        self.lambda_params()?;
        self.take(Tok::Colon)?;
        self.expression()?;
        Some(self.node_from(Kind::Lambda, start, Vec::new()))
    }

    fn wrong_expression(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            p.not_ahead(|p| {
                let name = p.name_token()?;
                // The beginnings of soft keywords count as such.
                let word = p.token_text(name);
                let soft = ["_", "case", "match", "type"]
                    .iter()
                    .any(|soft| soft.starts_with(word));
                if soft {
                    Some(())
                } else {
                    p.is_at(&[Tok::String])
                }
            })?;
            let left = p.disjunction()?;
            let right = p.without_wrong(Self::right_expression)?;
            if p.is_legacy(left) || p.tokens[p.position - 1].level == 0 {
                return None;
            }
            let message = "invalid syntax. Perhaps you forgot a comma?";
            p.raise_range(message, p.span(left), p.span(right))
        });
        self.attempt(|p| {
            let body = p.disjunction()?;
            p.take(Tok::If)?;
            let test = p.disjunction()?;
            p.not_at(&[Tok::Else, Tok::Colon])?;
            let message = "expected 'else' after 'if' expression";
            p.raise_range(message, p.span(body), p.span(test))
        });
        self.attempt(|p| {
            let lambda = p.take(Tok::Lambda)?;
            p.lambda_params()?;
            let colon = p.take(Tok::Colon)?;
            p.ahead(|p| {
                if p.take(Tok::FStringMiddle).is_some() {
                    return Some(());
                }
                p.replacement_field()
            })?;
            let message = "f-string: lambda expressions are not allowed without parentheses";
            p.raise_range(message, lambda.span(), colon.span())
        })
    }

    /// Runs a rule without the rules for wrong programs.
    fn without_wrong<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = std::mem::replace(&mut self.with_wrong, false);
        let result = rule(self);
        self.with_wrong = before;
        result
    }

    fn is_legacy(&self, node: NodeId) -> bool {
        let span = self.span(node);
        let text = self.text.get(span.start as usize..span.end as usize);
        self.kind(node) == Kind::Name && matches!(text, Some("print" | "exec"))
    }

    fn wrong_legacy_expression(&mut self) -> Option<NodeId> {
        let name = self.name()?;
        self.not_at(&[Tok::LeftParen])?;
        let rest = self.star_expressions()?;
        if !self.is_legacy(name) {
            return None;
        }
        let span = self.span(name);
        let word = &self.text[span.start as usize..span.end as usize];
        let message = format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
        self.raise_range(message, span, self.span(rest))
    }

    pub(super) fn disjunction(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Disjunction, |p| {
            p.operands(Tok::Or, Self::conjunction)
        })
    }

    fn conjunction(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Conjunction, |p| p.operands(Tok::And, Self::inversion))
    }

    fn operands(
        &mut self,
        operator: Tok,
        operand: fn(&mut Self) -> Option<NodeId>,
    ) -> Option<NodeId> {
        let start = self.here();
        let first = operand(self)?;
        let more = self.many(|p| {
            p.take(operator)?;
            operand(p)
        });
        if self.stopped {
            return None;
        }
        if more.is_empty() {
            return Some(first);
        }
        Some(self.node_from(Kind::Operation, start, Vec::new()))
    }

    fn inversion(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Inversion, |p| {
            let start = p.here();
            if p.take(Tok::Not).is_some() {
                p.inversion()?;
                return Some(p.node_from(Kind::Operation, start, Vec::new()));
            }
            p.comparison()
        })
    }

    fn comparison(&mut self) -> Option<NodeId> {
        let start = self.here();
        let left = self.bit_or()?;
        let operators = self.many(|p| {
            let operator = p.comparison_operator()?;
            p.bit_or()?;
            Some(operator)
        });
        if self.stopped {
            return None;
        }
        match operators.first() {
            None => Some(left),
            Some(&first) => {
                Some(self.node_from(Kind::Compare(first == Tok::In), start, vec![left]))
            }
        }
    }

    fn comparison_operator(&mut self) -> Option<Tok> {
        let operator = self.take_any(&[
            Tok::EqualEqual,
            Tok::NotEqual,
            Tok::LessEqual,
            Tok::Less,
            Tok::GreaterEqual,
            Tok::Greater,
            Tok::Not,
            Tok::In,
            Tok::Is,
        ])?;
        match operator.kind {
            Tok::Not => drop(self.take(Tok::In)?),
            Tok::Is => drop(self.take(Tok::Not)),
            _ => {}
        }
        Some(operator.kind)
    }

    pub(super) fn bit_or(&mut self) -> Option<NodeId> {
        self.memoised(Rule::BitOr, |p| p.binary(0))
    }

    /// Operators that bind at least as tightly as `level`.
    fn binary(&mut self, level: u8) -> Option<NodeId> {
        let start = self.here();
        let mut left = self.factor()?;
        while let Some(node) = self.attempt(|p| {
            let binding = binding(p.peek()?).filter(|&binding| binding >= level)?;
            p.position += 1;
            if binding >= SUM {
                p.wrong(Self::wrong_not);
            }
            p.nested(|p| p.binary(binding + 1))?;
            Some(p.node_from(Kind::Operation, start, Vec::new()))
        }) {
            left = node;
        }
        if self.stopped { None } else { Some(left) }
    }

    fn wrong_not(&mut self) -> Option<NodeId> {
        let not = self.take(Tok::Not)?;
        let operand = self.inversion()?;
        let message = "'not' after an operator must be parenthesized";
        self.raise_range(message, not.span(), self.span(operand))
    }

    fn factor(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Factor, |p| {
            let start = p.here();
            if p.take_any(&[Tok::Plus, Tok::Minus, Tok::Tilde]).is_some() {
                p.wrong(Self::wrong_not);
                p.factor()?;
                return Some(p.node_from(Kind::Operation, start, Vec::new()));
            }
            let base = p.await_primary()?;
            let power = p.attempt(|p| {
                p.take(Tok::DoubleStar)?;
                p.factor()
            });
            if p.stopped {
                return None;
            }
            match power {
                Some(_) => Some(p.node_from(Kind::Operation, start, Vec::new())),
                None => Some(base),
            }
        })
    }

    fn await_primary(&mut self) -> Option<NodeId> {
        self.memoised(Rule::AwaitPrimary, |p| {
            let start = p.here();
            if p.take(Tok::Await).is_some() {
                p.primary()?;
                return Some(p.node_from(Kind::Await, start, Vec::new()));
            }
            p.primary()
        })
    }

    fn primary(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Primary, |p| {
            let start = p.here();
            let mut node = p.atom()?;
            while let Some(next) = p.attempt(|p| p.primary_suffix(start, node)) {
                node = next;
            }
            if p.stopped { None } else { Some(node) }
        })
    }

    /// `.name`, a call, or an index behind the primary that began at `start`.
    pub(super) fn primary_suffix(&mut self, start: u32, _of: NodeId) -> Option<NodeId> {
        match self.peek()? {
            Tok::Dot => {
                self.position += 1;
                self.name()?;
                Some(self.node_from(Kind::Attribute, start, Vec::new()))
            }
            Tok::LeftParen => {
                if self.attempt(Self::generator).is_none() {
                    self.take(Tok::LeftParen)?;
                    self.attempt(Self::arguments);
                    self.take(Tok::RightParen)?;
                }
                Some(self.node_from(Kind::Call, start, Vec::new()))
            }
            Tok::LeftBracket => {
                self.position += 1;
                self.slices()?;
                self.take(Tok::RightBracket)?;
                Some(self.node_from(Kind::Subscript, start, Vec::new()))
            }
            _ => None,
        }
    }

    pub(super) fn slices(&mut self) -> Option<()> {
        let single = self.attempt(|p| {
            p.slice()?;
            p.not_at(&[Tok::Comma])
        });
        if single.is_some() {
            return Some(());
        }
        self.separated(|p| {
            if let Some(()) = p.attempt(Self::slice) {
                return Some(());
            }
            p.starred_expression().map(drop)
        })?;
        self.take(Tok::Comma);
        Some(())
    }

    fn slice(&mut self) -> Option<()> {
        let range = self.attempt(|p| {
            p.attempt(Self::expression);
            p.take(Tok::Colon)?;
            p.attempt(Self::expression);
            p.attempt(|p| {
                p.take(Tok::Colon)?;
                p.attempt(Self::expression);
                (!p.stopped).then_some(())
            });
            (!p.stopped).then_some(())
        });
        if range.is_some() {
            return Some(());
        }
        self.named_expression().map(drop)
    }
}

/// How tightly `+` and `-` bind.
const SUM: u8 = 4;

/// How tightly a binary operator binds.
fn binding(operator: Tok) -> Option<u8> {
    Some(match operator {
        Tok::Bar => 0,
        Tok::Caret => 1,
        Tok::Ampersand => 2,
        Tok::LeftShift | Tok::RightShift => 3,
        Tok::Plus | Tok::Minus => SUM,
        Tok::Star | Tok::Slash | Tok::DoubleSlash | Tok::Percent | Tok::At => 5,
        _ => return None,
    })
}
