//! Arguments of calls and classes.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::*;

const GENERATOR: &str = "Generator expression must be parenthesized";
const COMPARE: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

/// What the rules need to know of some arguments.
#[derive(Default)]
struct Arguments {
    positional: Vec<NodeId>,
    unpacks: bool,
}

/// One keyword argument or `*value` among keyword arguments.
enum KeywordArgument {
    Starred(NodeId),
    Named,
    Unpacked,
}

impl Diagnosis<'_> {
    pub(super) fn arguments(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Arguments, |p| {
            let start = p.here();
            let matched = p.attempt(|p| {
                p.args()?;
                p.take(Tok::Comma);
                p.is_at(&[Tok::RightParen])
            });
            if matched.is_some() {
                return Some(p.node_from(Kind::Other, start, Vec::new()));
            }
            p.wrong(Self::wrong_arguments);
            None
        })
    }

    fn args(&mut self) -> Option<Arguments> {
        let positional_first = self.attempt(|p| {
            let positional = p.positional_args()?;
            let more = p.attempt(|p| {
                p.take(Tok::Comma)?;
                p.kwargs()
            });
            let mut arguments = more.unwrap_or_default();
            arguments.positional.splice(0..0, positional);
            Some(arguments)
        });
        if positional_first.is_some() {
            return positional_first;
        }
        self.attempt(Self::kwargs)
    }

    fn positional_args(&mut self) -> Option<Vec<NodeId>> {
        self.separated(|p| {
            if let Some(starred) = p.attempt(Self::starred_expression) {
                return Some(starred);
            }
            let value = p.argument_value()?;
            p.not_at(&[Tok::Equal])?;
            Some(value)
        })
    }

    fn kwargs(&mut self) -> Option<Arguments> {
        let mut arguments = Arguments::default();
        let both = self.attempt(|p| {
            let first = p.separated(Self::keyword_or_starred)?;
            p.take(Tok::Comma)?;
            let second = p.separated(Self::keyword_or_unpacked)?;
            Some((first, second))
        });
        let (first, second) = match both {
            Some(both) => both,
            None => match self.attempt(|p| p.separated(Self::keyword_or_starred)) {
                Some(first) => (first, Vec::new()),
                None => (Vec::new(), self.separated(Self::keyword_or_unpacked)?),
            },
        };
        for argument in first.into_iter().chain(second) {
            match argument {
                KeywordArgument::Starred(node) => arguments.positional.push(node),
                KeywordArgument::Named => {}
                KeywordArgument::Unpacked => arguments.unpacks = true,
            }
        }
        Some(arguments)
    }

    pub(super) fn starred_expression(&mut self) -> Option<NodeId> {
        self.wrong(|p| {
            let star = p.take(Tok::Star)?;
            p.expression()?;
            p.take(Tok::Equal)?;
            let value = p.expression()?;
            let message = "cannot assign to iterable argument unpacking";
            p.raise_range(message, star.span(), p.span(value))
        });
        let start = self.here();
        let matched = self.attempt(|p| {
            p.take(Tok::Star)?;
            p.expression()
        });
        if let Some(value) = matched {
            return Some(self.node_from(Kind::Starred, start, vec![value]));
        }
        self.wrong(|p| {
            p.take(Tok::Star)?;
            p.raise_last("Invalid star expression")
        });
        None
    }

    fn keyword(&mut self) -> Option<()> {
        self.attempt(|p| {
            p.name()?;
            p.take(Tok::Equal)?;
            p.expression().map(drop)
        })
    }

    fn keyword_or_starred(&mut self) -> Option<KeywordArgument> {
        self.wrong(Self::wrong_keyword);
        if self.keyword().is_some() {
            return Some(KeywordArgument::Named);
        }
        self.starred_expression().map(KeywordArgument::Starred)
    }

    fn keyword_or_unpacked(&mut self) -> Option<KeywordArgument> {
        self.wrong(Self::wrong_keyword);
        if self.keyword().is_some() {
            return Some(KeywordArgument::Named);
        }
        self.take(Tok::DoubleStar)?;
        self.expression()?;
        Some(KeywordArgument::Unpacked)
    }

    fn wrong_keyword(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            let word = p.take_any(&[Tok::True, Tok::False, Tok::None])?;
            let equal = p.take(Tok::Equal)?;
            let message = format!("cannot assign to {}", p.token_text(word));
            p.raise_range(message, word.span(), equal.span())
        });
        self.attempt(Self::wrong_keyword_generator);
        self.attempt(|p| {
            p.not_ahead(|p| {
                p.name()?;
                p.take(Tok::Equal)
            })?;
            let value = p.expression()?;
            let equal = p.take(Tok::Equal)?;
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            p.raise_range(message, p.span(value), equal.span())
        });
        self.attempt(|p| {
            let stars = p.take(Tok::DoubleStar)?;
            p.expression()?;
            p.take(Tok::Equal)?;
            let value = p.expression()?;
            let message = "cannot assign to keyword argument unpacking";
            p.raise_range(message, stars.span(), p.span(value))
        })
    }

    fn wrong_keyword_generator(&mut self) -> Option<NodeId> {
        let name = self.name()?;
        let equal = self.take(Tok::Equal)?;
        self.expression()?;
        self.for_if_clauses()?;
        self.raise_range(COMPARE, self.span(name), equal.span())
    }

    fn wrong_arguments(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            let with_keywords = p.attempt(|p| {
                p.positional_args()?;
                p.take(Tok::Comma)?;
                p.kwargs()
            });
            if with_keywords.is_none() {
                p.attempt(Self::kwargs)?;
            }
            let comma = p.take(Tok::Comma)?;
            p.separated(|p| {
                p.starred_expression()?;
                p.not_at(&[Tok::Equal])
            })?;
            let message = "iterable argument unpacking follows keyword argument unpacking";
            p.raise_from(message, comma.span())
        });
        self.attempt(|p| {
            let element = p.expression()?;
            let clauses = p.for_if_clauses()?;
            p.take(Tok::Comma)?;
            let with_args = p.attempt(Self::args);
            if with_args.is_none() {
                p.attempt(|p| {
                    p.expression()?;
                    p.for_if_clauses()
                });
            }
            let (_, last) = *clauses.last()?;
            p.raise_range(GENERATOR, p.span(element), p.span(last))
        });
        self.attempt(Self::wrong_keyword_generator);
        self.attempt(|p| {
            p.attempt(|p| {
                p.args()?;
                p.take(Tok::Comma)
            });
            let name = p.name()?;
            let equal = p.take(Tok::Equal)?;
            p.is_at(&[Tok::Comma, Tok::RightParen])?;
            let message = "expected argument value expression";
            p.raise_range(message, p.span(name), equal.span())
        });
        self.attempt(|p| {
            let arguments = p.args()?;
            let clauses = p.for_if_clauses()?;
            if arguments.positional.len() <= 1 {
                return None;
            }
            let element = *arguments.positional.last()?;
            let (_, last) = *clauses.last()?;
            p.raise_range(GENERATOR, p.span(element), p.span(last))
        });
        self.attempt(|p| {
            p.args()?;
            p.take(Tok::Comma)?;
            let element = p.expression()?;
            let clauses = p.for_if_clauses()?;
            let (_, last) = *clauses.last()?;
            p.raise_range(GENERATOR, p.span(element), p.span(last))
        });
        self.attempt(|p| {
            let arguments = p.args()?;
            p.take(Tok::Comma)?;
            p.args()?;
            p.raise_last(if arguments.unpacks {
                "positional argument follows keyword argument unpacking"
            } else {
                "positional argument follows keyword argument"
            })
        })
    }
}
