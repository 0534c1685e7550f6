//! Parameters of functions and lambdas, and type parameters.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::*;

/// Whose parameters they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Def,
    Lambda,
}

impl Owner {
    /// What ends the parameters.
    fn close(self) -> Tok {
        match self {
            Owner::Def => Tok::RightParen,
            Owner::Lambda => Tok::Colon,
        }
    }
}

impl Diagnosis<'_> {
    /// The parameters of a `def`, if there are any.
    pub(super) fn params(&mut self) -> Option<()> {
        self.wrong(|p| p.wrong_parameters(Owner::Def));
        self.attempt(|p| p.parameters(Owner::Def));
        (!self.stopped).then_some(())
    }

    /// The parameters of a lambda, if there are any.
    pub(super) fn lambda_params(&mut self) -> Option<()> {
        self.wrong(|p| p.wrong_parameters(Owner::Lambda));
        self.attempt(|p| p.parameters(Owner::Lambda));
        (!self.stopped).then_some(())
    }

    fn parameters(&mut self, owner: Owner) -> Option<()> {
        let with_slash = self.attempt(|p| {
            p.slash_no_default(owner)?;
            p.many(|p| p.no_default(owner));
            p.many(|p| p.with_default(owner));
            p.attempt(|p| p.star_etc(owner));
            Some(())
        });
        if with_slash.is_some() {
            return with_slash;
        }
        let with_slash = self.attempt(|p| {
            p.slash_with_default(owner)?;
            p.many(|p| p.with_default(owner));
            p.attempt(|p| p.star_etc(owner));
            Some(())
        });
        if with_slash.is_some() {
            return with_slash;
        }
        let plain = self.many(|p| p.no_default(owner)).len();
        let defaults = self.many(|p| p.with_default(owner)).len();
        let star = self.attempt(|p| p.star_etc(owner));
        (plain + defaults > 0 || star.is_some()).then_some(())
    }

    fn slash_no_default(&mut self, owner: Owner) -> Option<()> {
        self.attempt(|p| {
            p.some(|p| p.no_default(owner))?;
            p.slash(owner)
        })
    }

    fn slash_with_default(&mut self, owner: Owner) -> Option<()> {
        self.attempt(|p| {
            p.many(|p| p.no_default(owner));
            p.some(|p| p.with_default(owner))?;
            p.slash(owner)
        })
    }

    fn slash(&mut self, owner: Owner) -> Option<()> {
        self.take(Tok::Slash)?;
        self.comma_or_end(owner)
    }

    fn comma_or_end(&mut self, owner: Owner) -> Option<()> {
        if self.take(Tok::Comma).is_some() {
            return Some(());
        }
        self.is_at(&[owner.close()])
    }

    /// A name with its annotation.
    fn param(&mut self, owner: Owner) -> Option<Span> {
        let start = self.here();
        self.name()?;
        if owner == Owner::Def {
            self.attempt(|p| {
                p.take(Tok::Colon)?;
                p.expression()
            });
        }
        if self.stopped {
            return None;
        }
        Some(Span::new(start, self.last_end()))
    }

    fn no_default(&mut self, owner: Owner) -> Option<Span> {
        self.attempt(|p| {
            let span = p.param(owner)?;
            p.comma_or_end(owner)?;
            Some(span)
        })
    }

    fn with_default(&mut self, owner: Owner) -> Option<()> {
        self.attempt(|p| {
            p.param(owner)?;
            p.default()?;
            p.comma_or_end(owner)
        })
    }

    fn maybe_default(&mut self, owner: Owner) -> Option<()> {
        self.attempt(|p| {
            p.param(owner)?;
            p.attempt(|p| p.default());
            p.comma_or_end(owner)
        })
    }

    fn default(&mut self) -> Option<()> {
        let matched = self.attempt(|p| {
            p.take(Tok::Equal)?;
            p.expression()
        });
        if matched.is_some() {
            return Some(());
        }
        self.wrong(|p| {
            let equal = p.take(Tok::Equal)?;
            p.is_at(&[Tok::RightParen, Tok::Comma])?;
            p.raise_at("expected default value expression", equal.span())
        });
        None
    }

    fn star_etc(&mut self, owner: Owner) -> Option<()> {
        self.wrong(|p| p.wrong_star_etc(owner));
        let named = self.attempt(|p| {
            p.take(Tok::Star)?;
            p.no_default(owner)?;
            p.after_star(owner)
        });
        if named.is_some() {
            return named;
        }
        if owner == Owner::Def {
            let starred = self.attempt(|p| {
                p.take(Tok::Star)?;
                p.name()?;
                p.take(Tok::Colon)?;
                p.star_expression()?;
                p.comma_or_end(owner)?;
                p.after_star(owner)
            });
            if starred.is_some() {
                return starred;
            }
        }
        let bare = self.attempt(|p| {
            p.take(Tok::Star)?;
            p.take(Tok::Comma)?;
            p.some(|p| p.maybe_default(owner))?;
            p.attempt(|p| p.keywords(owner));
            (!p.stopped).then_some(())
        });
        if bare.is_some() {
            return bare;
        }
        self.keywords(owner)
    }

    fn after_star(&mut self, owner: Owner) -> Option<()> {
        self.many(|p| p.maybe_default(owner));
        self.attempt(|p| p.keywords(owner));
        (!self.stopped).then_some(())
    }

    fn keywords(&mut self, owner: Owner) -> Option<()> {
        self.wrong(|p| {
            p.attempt(|p| {
                p.take(Tok::DoubleStar)?;
                p.param(owner)?;
                let equal = p.take(Tok::Equal)?;
                p.raise_at(
                    "var-keyword argument cannot have default value",
                    equal.span(),
                )
            });
            const AFTER: &str = "arguments cannot follow var-keyword argument";
            p.attempt(|p| {
                p.take(Tok::DoubleStar)?;
                p.param(owner)?;
                p.take(Tok::Comma)?;
                let param = p.param(owner)?;
                p.raise_at(AFTER, param)
            });
            p.take(Tok::DoubleStar)?;
            p.param(owner)?;
            p.take(Tok::Comma)?;
            let token = p.take_any(&[Tok::Star, Tok::DoubleStar, Tok::Slash])?;
            p.raise_at(AFTER, token.span())
        });
        self.take(Tok::DoubleStar)?;
        self.no_default(owner).map(drop)
    }

    fn wrong_star_etc(&mut self, owner: Owner) -> Option<NodeId> {
        self.attempt(|p| {
            let star = p.take(Tok::Star)?;
            if p.take(owner.close()).is_none() {
                p.take(Tok::Comma)?;
                p.take_any(&[owner.close(), Tok::DoubleStar])?;
            }
            let message = "named arguments must follow bare *";
            match owner {
                Owner::Def => p.raise_at(message, star.span()),
                Owner::Lambda => p.raise_last(message),
            }
        });
        self.attempt(|p| {
            p.take(Tok::Star)?;
            p.param(owner)?;
            let equal = p.take(Tok::Equal)?;
            p.raise_at(
                "var-positional argument cannot have default value",
                equal.span(),
            )
        });
        self.attempt(|p| {
            p.take(Tok::Star)?;
            p.no_default_or_comma(owner)?;
            p.many(|p| p.maybe_default(owner));
            let star = p.take(Tok::Star)?;
            p.no_default_or_comma(owner)?;
            p.raise_at("* argument may appear only once", star.span())
        })
    }

    fn no_default_or_comma(&mut self, owner: Owner) -> Option<()> {
        if self.no_default(owner).is_some() {
            return Some(());
        }
        self.take(Tok::Comma).map(drop)
    }

    fn wrong_parameters(&mut self, owner: Owner) -> Option<NodeId> {
        self.attempt(|p| {
            let slash = p.take(Tok::Slash)?;
            p.take(Tok::Comma)?;
            p.raise_at("at least one argument must precede /", slash.span())
        });
        self.attempt(|p| {
            p.any_slash(owner)?;
            p.many(|p| p.maybe_default(owner));
            let slash = p.take(Tok::Slash)?;
            p.raise_at("/ may appear only once", slash.span())
        });
        self.attempt(|p| {
            p.slash_no_default(owner);
            p.many(|p| p.no_default(owner));
            if p.slash_with_default(owner).is_none() {
                p.some(|p| p.with_default(owner))?;
            }
            let param = p.no_default(owner)?;
            let message = "parameter without a default follows parameter with a default";
            p.raise_at(message, param)
        });
        self.attempt(|p| {
            p.many(|p| p.no_default(owner));
            let open = p.take(Tok::LeftParen)?;
            match owner {
                Owner::Def => drop(p.some(|p| p.no_default(owner))?),
                Owner::Lambda => drop(p.separated(|p| p.param(owner))?),
            }
            p.take(Tok::Comma);
            let close = p.take(Tok::RightParen)?;
            let message = match owner {
                Owner::Def => "Function parameters cannot be parenthesized",
                Owner::Lambda => "Lambda expression parameters cannot be parenthesized",
            };
            p.raise_range(message, open.span(), close.span())
        });
        self.attempt(|p| {
            p.any_slash(owner);
            p.many(|p| p.maybe_default(owner));
            p.take(Tok::Star)?;
            if p.take(Tok::Comma).is_none() {
                p.no_default(owner)?;
            }
            p.many(|p| p.maybe_default(owner));
            let slash = p.take(Tok::Slash)?;
            p.raise_at("/ must be ahead of *", slash.span())
        });
        self.attempt(|p| {
            p.some(|p| p.maybe_default(owner))?;
            p.take(Tok::Slash)?;
            let star = p.take(Tok::Star)?;
            p.raise_at("expected comma between / and *", star.span())
        })
    }

    fn any_slash(&mut self, owner: Owner) -> Option<()> {
        match self.slash_no_default(owner) {
            Some(()) => Some(()),
            None => self.slash_with_default(owner),
        }
    }

    /// `[…]` behind the name of a function, class or alias, if it is there.
    pub(super) fn optional_type_params(&mut self) -> Option<()> {
        self.attempt(|p| {
            p.wrong(|p| {
                p.take(Tok::LeftBracket)?;
                let close = p.take(Tok::RightBracket)?;
                p.raise_from("Type parameter list cannot be empty", close.span())
            });
            p.take(Tok::LeftBracket)?;
            p.separated(Self::type_param)?;
            p.take(Tok::Comma);
            p.take(Tok::RightBracket)
        });
        (!self.stopped).then_some(())
    }

    fn type_param(&mut self) -> Option<NodeId> {
        self.memoised(Rule::TypeParam, |p| {
            let start = p.here();
            if p.name().is_some() {
                p.attempt(|p| {
                    p.take(Tok::Colon)?;
                    p.expression()
                });
                p.optional_type_default(Self::expression);
                return Some(p.node_from(Kind::Other, start, Vec::new()));
            }
            p.wrong(Self::wrong_type_param);
            let star = p.take_any(&[Tok::Star, Tok::DoubleStar])?;
            p.name()?;
            p.optional_type_default(match star.kind {
                Tok::Star => Self::star_expression,
                _ => Self::expression,
            });
            Some(p.node_from(Kind::Other, start, Vec::new()))
        })
    }

    fn optional_type_default(&mut self, value: fn(&mut Self) -> Option<NodeId>) {
        self.attempt(|p| {
            p.take(Tok::Equal)?;
            value(p)
        });
    }

    fn wrong_type_param(&mut self) -> Option<NodeId> {
        let star = self.take_any(&[Tok::Star, Tok::DoubleStar])?;
        self.name()?;
        let colon = self.take(Tok::Colon)?;
        let bound = self.expression()?;
        let kind = match star.kind {
            Tok::Star => "TypeVarTuple",
            _ => "ParamSpec",
        };
        let what = match self.kind(bound) {
            Kind::Tuple => "constraints",
            _ => "bound",
        };
        self.raise_from(format!("cannot use {what} with {kind}"), colon.span())
    }
}
