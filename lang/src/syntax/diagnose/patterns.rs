//! Patterns.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::*;

const AFTER_NAME: &[Tok] = &[Tok::Dot, Tok::LeftParen, Tok::Equal];

impl Diagnosis<'_> {
    pub(super) fn patterns(&mut self) -> Option<()> {
        if let Some(()) = self.attempt(Self::open_sequence) {
            return Some(());
        }
        self.pattern().map(drop)
    }

    fn open_sequence(&mut self) -> Option<()> {
        self.maybe_star_pattern()?;
        self.take(Tok::Comma)?;
        self.attempt(Self::maybe_sequence);
        (!self.stopped).then_some(())
    }

    fn maybe_sequence(&mut self) -> Option<()> {
        self.separated(Self::maybe_star_pattern)?;
        self.take(Tok::Comma);
        Some(())
    }

    fn maybe_star_pattern(&mut self) -> Option<Span> {
        let start = self.here();
        if self.star_pattern().is_some() {
            return Some(Span::new(start, self.last_end()));
        }
        self.pattern()
    }

    fn star_pattern(&mut self) -> Option<NodeId> {
        self.memoised(Rule::StarPattern, |p| {
            let start = p.here();
            p.take(Tok::Star)?;
            if p.capture_target().is_none() {
                p.soft("_")?;
            }
            Some(p.node_from(Kind::Other, start, Vec::new()))
        })
    }

    fn capture_target(&mut self) -> Option<()> {
        self.attempt(|p| {
            let name = p.name_token()?;
            if p.token_text(name) == "_" {
                return None;
            }
            p.not_at(AFTER_NAME)
        })
    }

    fn pattern(&mut self) -> Option<Span> {
        let start = self.here();
        self.nested(|p| {
            let bound = p.attempt(|p| {
                p.or_pattern()?;
                p.take(Tok::As)?;
                p.capture_target()
            });
            if bound.is_some() {
                return Some(());
            }
            p.wrong(Self::wrong_as_pattern);
            p.or_pattern()
        })?;
        Some(Span::new(start, self.last_end()))
    }

    fn wrong_as_pattern(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            p.or_pattern()?;
            p.take(Tok::As)?;
            let wildcard = p.soft("_")?;
            p.raise_at("cannot use '_' as a target", wildcard.span())
        });
        self.attempt(|p| {
            p.or_pattern()?;
            p.take(Tok::As)?;
            if p.at_name() {
                return None;
            }
            let target = p.expression()?;
            p.raise_node("invalid pattern target", target)
        })
    }

    fn or_pattern(&mut self) -> Option<()> {
        self.closed_pattern()?;
        self.many(|p| {
            p.take(Tok::Bar)?;
            p.closed_pattern()
        });
        (!self.stopped).then_some(())
    }

    fn closed_pattern(&mut self) -> Option<NodeId> {
        self.memoised(Rule::ClosedPattern, |p| {
            let start = p.here();
            let rules: [fn(&mut Self) -> Option<()>; 8] = [
                Self::literal_pattern,
                Self::capture_target,
                |p| p.soft("_").map(drop),
                Self::value_pattern,
                Self::group_pattern,
                Self::sequence_pattern,
                Self::mapping_pattern,
                Self::class_pattern,
            ];
            rules.iter().find_map(|rule| p.attempt(rule))?;
            Some(p.node_from(Kind::Other, start, Vec::new()))
        })
    }

    fn literal_pattern(&mut self) -> Option<()> {
        let number = self.attempt(|p| {
            p.signed_number()?;
            p.not_at(&[Tok::Plus, Tok::Minus])
        });
        if number.is_some() {
            return number;
        }
        let complex = self.attempt(|p| {
            p.signed_number()?;
            p.take_any(&[Tok::Plus, Tok::Minus])?;
            p.take(Tok::Number)
        });
        if complex.is_some() {
            return Some(());
        }
        if self.at_any(&[Tok::String, Tok::FStringStart]) {
            return self.atom().map(drop);
        }
        self.take_any(&[Tok::None, Tok::True, Tok::False]).map(drop)
    }

    fn signed_number(&mut self) -> Option<()> {
        self.take(Tok::Minus);
        self.take(Tok::Number).map(drop)
    }

    /// A dotted name with at least one dot.
    fn dotted_pattern_name(&mut self) -> Option<()> {
        self.name()?;
        self.some(|p| {
            p.take(Tok::Dot)?;
            p.name()
        })
        .map(drop)
    }

    fn value_pattern(&mut self) -> Option<()> {
        self.dotted_pattern_name()?;
        self.not_at(AFTER_NAME)
    }

    fn group_pattern(&mut self) -> Option<()> {
        self.take(Tok::LeftParen)?;
        self.pattern()?;
        self.take(Tok::RightParen).map(drop)
    }

    fn sequence_pattern(&mut self) -> Option<()> {
        if self.take(Tok::LeftBracket).is_some() {
            self.attempt(Self::maybe_sequence);
            return self.take(Tok::RightBracket).map(drop);
        }
        self.take(Tok::LeftParen)?;
        self.attempt(Self::open_sequence);
        self.take(Tok::RightParen).map(drop)
    }

    fn mapping_pattern(&mut self) -> Option<()> {
        self.take(Tok::LeftBrace)?;
        let rest = |p: &mut Self| {
            p.take(Tok::DoubleStar)?;
            p.capture_target()
        };
        let may_have_rest = match self.separated(Self::mapping_item) {
            Some(_) => self.take(Tok::Comma).is_some(),
            None => true,
        };
        if may_have_rest && self.attempt(rest).is_some() {
            self.take(Tok::Comma);
        }
        self.take(Tok::RightBrace).map(drop)
    }

    fn mapping_item(&mut self) -> Option<()> {
        if self.attempt(Self::literal_pattern).is_none() {
            self.dotted_pattern_name()?;
        }
        self.take(Tok::Colon)?;
        self.pattern().map(drop)
    }

    fn class_name(&mut self) -> Option<()> {
        self.name()?;
        self.many(|p| {
            p.take(Tok::Dot)?;
            p.name()
        });
        self.take(Tok::LeftParen).map(drop)
    }

    fn class_pattern(&mut self) -> Option<()> {
        let matched = self.attempt(|p| {
            p.class_name()?;
            let positional = p.separated(Self::positional_pattern);
            let more = positional.is_none() || p.take(Tok::Comma).is_some();
            if more && p.separated(Self::keyword_pattern).is_some() {
                p.take(Tok::Comma);
            }
            p.take(Tok::RightParen)
        });
        if matched.is_none() {
            self.wrong(Self::wrong_class_pattern);
        }
        matched.map(drop)
    }

    fn positional_pattern(&mut self) -> Option<Span> {
        self.pattern()
    }

    fn keyword_pattern(&mut self) -> Option<()> {
        self.name()?;
        self.take(Tok::Equal)?;
        self.pattern().map(drop)
    }

    fn wrong_class_pattern(&mut self) -> Option<NodeId> {
        self.class_name()?;
        self.attempt(|p| {
            p.separated(Self::positional_pattern)?;
            p.take(Tok::Comma)
        });
        self.separated(Self::keyword_pattern)?;
        self.take(Tok::Comma)?;
        let late = self.separated(Self::positional_pattern)?;
        let (first, last) = (*late.first()?, *late.last()?);
        self.raise_range("positional patterns follow keyword patterns", first, last)
    }
}
