//! Atoms: names, literals, displays, comprehensions.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::targets::Purpose;
use super::*;

impl Diagnosis<'_> {
    pub(super) fn atom(&mut self) -> Option<NodeId> {
        if self.at_name() {
            return self.name();
        }
        let token = {
            self.peek()?;
            self.tokens[self.position]
        };
        let kind = match token.kind {
            Tok::True => Kind::True,
            Tok::False => Kind::False,
            Tok::None => Kind::None,
            Tok::Number => Kind::Literal,
            Tok::Ellipsis => Kind::Ellipsis,
            Tok::String | Tok::FStringStart => return self.strings(),
            Tok::LeftParen => {
                return self.first_of(&[Self::tuple, Self::group, Self::generator]);
            }
            Tok::LeftBracket => return self.first_of(&[Self::list, Self::list_comp]),
            Tok::LeftBrace => {
                return self.first_of(&[Self::dict, Self::set, Self::dict_comp, Self::set_comp]);
            }
            _ => return None,
        };
        self.position += 1;
        Some(self.node(kind, token.span(), Vec::new()))
    }

    fn first_of(&mut self, rules: &[fn(&mut Self) -> Option<NodeId>]) -> Option<NodeId> {
        rules
            .iter()
            .find_map(|rule| self.nested(|p| p.attempt(rule)))
    }

    fn strings(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Strings, |p| {
            let start = p.here();
            let formatted = p.some(|p| {
                if p.take(Tok::String).is_some() {
                    return Some(false);
                }
                p.nested(Self::fstring)?;
                Some(true)
            })?;
            if p.stopped {
                return None;
            }
            let kind = if formatted.contains(&true) {
                Kind::FString
            } else {
                Kind::Literal
            };
            Some(p.node_from(kind, start, Vec::new()))
        })
    }

    pub(super) fn tuple(&mut self) -> Option<NodeId> {
        let start = self.here();
        self.take(Tok::LeftParen)?;
        let elements = self.attempt(|p| {
            let first = p.star_named_expression()?;
            p.take(Tok::Comma)?;
            let mut elements = vec![first];
            elements.extend(p.attempt(Self::star_named_expressions).unwrap_or_default());
            Some(elements)
        });
        self.take(Tok::RightParen)?;
        Some(self.node_from(Kind::Tuple, start, elements.unwrap_or_default()))
    }

    fn group(&mut self) -> Option<NodeId> {
        let matched = self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            let inner = match p.attempt(Self::yield_expr) {
                Some(inner) => inner,
                None => p.named_expression()?,
            };
            p.take(Tok::RightParen)?;
            Some(inner)
        });
        if matched.is_some() {
            return matched;
        }
        self.wrong(|p| {
            p.attempt(|p| {
                p.take(Tok::LeftParen)?;
                let starred = p.starred_expression()?;
                p.take(Tok::RightParen)?;
                p.raise_node("cannot use starred expression here", starred)
            });
            p.take(Tok::LeftParen)?;
            let stars = p.take(Tok::DoubleStar)?;
            p.expression()?;
            p.take(Tok::RightParen)?;
            p.raise_at("cannot use double starred expression here", stars.span())
        });
        None
    }

    pub(super) fn generator(&mut self) -> Option<NodeId> {
        let start = self.here();
        let matched = self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            p.argument_value()?;
            p.for_if_clauses()?;
            p.take(Tok::RightParen)
        });
        if matched.is_some() {
            return Some(self.node_from(Kind::Generator, start, Vec::new()));
        }
        self.wrong(Self::wrong_comprehension);
        None
    }

    /// An expression that is not the name of a keyword argument or followed by `:=`.
    pub(super) fn argument_value(&mut self) -> Option<NodeId> {
        if let Some(node) = self.assignment_expression() {
            return Some(node);
        }
        let node = self.expression()?;
        self.not_at(&[Tok::ColonEqual])?;
        Some(node)
    }

    pub(super) fn list(&mut self) -> Option<NodeId> {
        let start = self.here();
        self.take(Tok::LeftBracket)?;
        let elements = self.attempt(Self::star_named_expressions);
        self.take(Tok::RightBracket)?;
        Some(self.node_from(Kind::List, start, elements.unwrap_or_default()))
    }

    fn list_comp(&mut self) -> Option<NodeId> {
        self.comprehension(Tok::LeftBracket, Tok::RightBracket, Kind::ListComp)
    }

    fn set_comp(&mut self) -> Option<NodeId> {
        self.comprehension(Tok::LeftBrace, Tok::RightBrace, Kind::SetComp)
    }

    fn comprehension(&mut self, open: Tok, close: Tok, kind: Kind) -> Option<NodeId> {
        let start = self.here();
        let matched = self.attempt(|p| {
            p.take(open)?;
            p.named_expression()?;
            p.for_if_clauses()?;
            p.take(close)
        });
        if matched.is_some() {
            return Some(self.node_from(kind, start, Vec::new()));
        }
        self.wrong(Self::wrong_comprehension);
        None
    }

    fn wrong_comprehension(&mut self) -> Option<NodeId> {
        const PLACE: &str = "did you forget parentheses around the comprehension target?";
        self.attempt(|p| {
            p.take_any(&[Tok::LeftBracket, Tok::LeftParen, Tok::LeftBrace])?;
            let starred = p.starred_expression()?;
            p.for_if_clauses()?;
            p.raise_node(
                "iterable unpacking cannot be used in comprehension",
                starred,
            )
        });
        self.attempt(|p| {
            p.take_any(&[Tok::LeftBracket, Tok::LeftBrace])?;
            let first = p.star_named_expression()?;
            p.take(Tok::Comma)?;
            let rest = p.star_named_expressions()?;
            p.for_if_clauses()?;
            let last = *rest.last()?;
            p.raise_range(PLACE, p.span(first), p.span(last))
        });
        self.attempt(|p| {
            p.take_any(&[Tok::LeftBracket, Tok::LeftBrace])?;
            let first = p.star_named_expression()?;
            let comma = p.take(Tok::Comma)?;
            p.for_if_clauses()?;
            p.raise_range(PLACE, p.span(first), comma.span())
        })
    }

    fn set(&mut self) -> Option<NodeId> {
        let start = self.here();
        self.take(Tok::LeftBrace)?;
        self.star_named_expressions()?;
        self.take(Tok::RightBrace)?;
        Some(self.node_from(Kind::Set, start, Vec::new()))
    }

    fn dict(&mut self) -> Option<NodeId> {
        let start = self.here();
        let matched = self.attempt(|p| {
            p.take(Tok::LeftBrace)?;
            if p.separated(Self::dict_item).is_some() {
                p.take(Tok::Comma);
            }
            p.take(Tok::RightBrace)
        });
        if matched.is_some() {
            return Some(self.node_from(Kind::Dict, start, Vec::new()));
        }
        // Also without the rules for wrong programs: nothing else begins like this.
        self.ahead(|p| {
            p.take(Tok::LeftBrace)?;
            p.wrong_dict_items()
        });
        None
    }

    fn dict_item(&mut self) -> Option<()> {
        let unpacked = self.attempt(|p| {
            p.take(Tok::DoubleStar)?;
            p.bit_or()
        });
        if unpacked.is_some() {
            return Some(());
        }
        self.key_and_value()
    }

    fn key_and_value(&mut self) -> Option<()> {
        self.expression()?;
        self.take(Tok::Colon)?;
        self.expression().map(drop)
    }

    fn wrong_dict_items(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            p.separated(Self::dict_item)?;
            p.take(Tok::Comma)?;
            p.attempt(|p| {
                let key = p.expression()?;
                p.not_at(&[Tok::Colon])?;
                let span = p.span(key);
                let before = p.text[..span.end as usize].char_indices().next_back();
                let last = before.map_or(span.start, |(offset, _)| offset as u32);
                let mut error =
                    SyntaxError::new("':' expected after dictionary key", Span::new(last, last));
                error.extent = Extent::Zero;
                p.report(error)
            });
            p.wrong_dict_value()
        });
        self.wrong_dict_value()
    }

    fn wrong_dict_value(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            p.expression()?;
            p.take(Tok::Colon)?;
            let star = p.take(Tok::Star)?;
            p.bit_or()?;
            p.raise_from(
                "cannot use a starred expression in a dictionary value",
                star.span(),
            )
        });
        self.attempt(|p| {
            p.expression()?;
            let colon = p.take(Tok::Colon)?;
            p.is_at(&[Tok::RightBrace, Tok::Comma])?;
            p.raise_at(
                "expression expected after dictionary key and ':'",
                colon.span(),
            )
        })
    }

    fn dict_comp(&mut self) -> Option<NodeId> {
        let start = self.here();
        let matched = self.attempt(|p| {
            p.take(Tok::LeftBrace)?;
            p.key_and_value()?;
            p.for_if_clauses()?;
            p.take(Tok::RightBrace)
        });
        if matched.is_some() {
            return Some(self.node_from(Kind::DictComp, start, Vec::new()));
        }
        self.wrong(|p| {
            p.take(Tok::LeftBrace)?;
            let stars = p.take(Tok::DoubleStar)?;
            p.bit_or()?;
            p.for_if_clauses()?;
            p.take(Tok::RightBrace)?;
            p.raise_at(
                "dict unpacking cannot be used in dict comprehension",
                stars.span(),
            )
        });
        None
    }

    /// At least one `for … in … if …`; for each its target and its last part.
    pub(super) fn for_if_clauses(&mut self) -> Option<Vec<(NodeId, NodeId)>> {
        self.some(Self::for_if_clause)
    }

    fn for_if_clause(&mut self) -> Option<(NodeId, NodeId)> {
        let mut committed = false;
        let matched = self.attempt(|p| {
            p.take(Tok::Async);
            p.take(Tok::For)?;
            let target = p.star_targets()?;
            p.take(Tok::In)?;
            committed = true;
            let iter = p.disjunction()?;
            let conditions = p.many(|p| {
                p.take(Tok::If)?;
                p.disjunction()
            });
            Some((target, conditions.last().copied().unwrap_or(iter)))
        });
        if matched.is_some() || committed {
            return matched;
        }
        self.wrong(|p| {
            p.take(Tok::Async);
            p.take(Tok::For)?;
            p.separated(Self::bit_or)?;
            p.take(Tok::Comma);
            p.not_at(&[Tok::In])?;
            p.raise_last("'in' expected after for-loop variables")
        });
        self.wrong(Self::wrong_for_target);
        None
    }

    pub(super) fn wrong_for_target(&mut self) -> Option<NodeId> {
        self.take(Tok::Async);
        self.take(Tok::For)?;
        let target = self.star_expressions()?;
        self.raise_invalid_target(Purpose::Loop, target)
    }
}
