//! F-strings.
#![forbid(unsafe_code)]

use super::*;

impl Diagnosis<'_> {
    pub(super) fn fstring(&mut self) -> Option<()> {
        self.take(Tok::FStringStart)?;
        self.many(|p| {
            if let Some(()) = p.attempt(Self::replacement_field) {
                return Some(());
            }
            p.take(Tok::FStringMiddle).map(drop)
        });
        self.take(Tok::FStringEnd).map(drop)
    }

    pub(super) fn replacement_field(&mut self) -> Option<()> {
        let matched = self.attempt(|p| {
            p.take(Tok::LeftBrace)?;
            p.annotated_right_side()?;
            p.take(Tok::Equal);
            p.optional_conversion();
            p.attempt(|p| {
                p.take(Tok::Colon)?;
                p.format_specs();
                (!p.stopped).then_some(())
            });
            p.take(Tok::RightBrace)
        });
        if matched.is_some() {
            return Some(());
        }
        self.wrong(Self::wrong_replacement_field);
        None
    }

    fn optional_conversion(&mut self) {
        self.attempt(|p| {
            p.take(Tok::Exclamation)?;
            p.name()
        });
    }

    fn format_specs(&mut self) {
        self.many(|p| {
            if p.take(Tok::FStringMiddle).is_some() {
                return Some(());
            }
            p.nested(Self::replacement_field)
        });
    }

    fn wrong_replacement_field(&mut self) -> Option<NodeId> {
        self.take(Tok::LeftBrace)?;
        let start = self.position;
        for kind in [Tok::Equal, Tok::Exclamation, Tok::Colon, Tok::RightBrace] {
            if let Some(token) = self.take(kind) {
                let spelling = self.token_text(token);
                let message = format!("f-string: valid expression required before '{spelling}'");
                return self.raise_at(message, token.span());
            }
        }
        if self.attempt(Self::annotated_right_side).is_none() {
            return self.raise_next("f-string: expecting a valid expression after '{'");
        }
        let after_value = [Tok::Equal, Tok::Exclamation, Tok::Colon, Tok::RightBrace];
        if self.not_at(&after_value).is_some() {
            return self.raise_next("f-string: expecting '=', or '!', or ':', or '}'");
        }
        if self.take(Tok::Equal).is_some() && self.not_at(&after_value[1..]).is_some() {
            return self.raise_next("f-string: expecting '!', or ':', or '}'");
        }
        self.attempt(|p| {
            p.take(Tok::Exclamation)?;
            if p.is_at(&[Tok::Colon, Tok::RightBrace]).is_some() {
                return p.raise_next("f-string: missing conversion character");
            }
            if !p.at_name() {
                return p.raise_next("f-string: invalid conversion character");
            }
            None
        });
        self.optional_conversion();
        if self.not_at(&[Tok::Colon, Tok::RightBrace]).is_some() {
            return self.raise_next("f-string: expecting ':' or '}'");
        }
        let after_conversion = self.position;
        if self.take(Tok::Colon).is_some() {
            self.format_specs();
            if self.not_at(&[Tok::RightBrace]).is_some() {
                return self.raise_next("f-string: expecting '}', or format specs");
            }
        }
        self.position = after_conversion;
        if self.not_at(&[Tok::RightBrace]).is_some() {
            return self.raise_next("f-string: expecting '}'");
        }
        self.position = start;
        None
    }
}
