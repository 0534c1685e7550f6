//! What can be assigned to or deleted.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::*;

/// What a target is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Assign,
    Delete,
    Loop,
}

const AFTER_PRIMARY: &[Tok] = &[Tok::LeftParen, Tok::LeftBracket, Tok::Dot];

impl Diagnosis<'_> {
    /// Reports the first part of an expression that cannot be a target.
    pub(super) fn raise_invalid_target(
        &mut self,
        purpose: Purpose,
        target: NodeId,
    ) -> Option<NodeId> {
        let invalid = self.invalid_target(purpose, target)?;
        let verb = match purpose {
            Purpose::Delete => "delete",
            Purpose::Assign | Purpose::Loop => "assign to",
        };
        let name = self.kind(invalid).name();
        self.raise_node(format!("cannot {verb} {name}"), invalid)
    }

    fn invalid_target(&self, purpose: Purpose, target: NodeId) -> Option<NodeId> {
        let mut pending = vec![target];
        while let Some(id) = pending.pop() {
            let node = &self.nodes[id as usize];
            match node.kind {
                Kind::Name | Kind::Subscript | Kind::Attribute => {}
                Kind::List | Kind::Tuple => pending.extend(node.children.iter().rev()),
                Kind::Starred if purpose == Purpose::Delete => return Some(id),
                Kind::Starred => pending.extend(&node.children),
                Kind::Compare(is_in) if purpose == Purpose::Loop => {
                    if is_in {
                        pending.extend(node.children.first());
                    }
                }
                _ => return Some(id),
            }
        }
        None
    }

    pub(super) fn star_targets(&mut self) -> Option<NodeId> {
        let start = self.here();
        let single = self.attempt(|p| {
            let target = p.star_target()?;
            p.not_at(&[Tok::Comma])?;
            Some(target)
        });
        if single.is_some() {
            return single;
        }
        let targets = self.separated(Self::star_target)?;
        self.take(Tok::Comma);
        Some(self.node_from(Kind::Tuple, start, targets))
    }

    pub(super) fn star_target(&mut self) -> Option<NodeId> {
        self.memoised(Rule::StarTarget, |p| {
            let start = p.here();
            let starred = p.attempt(|p| {
                p.take(Tok::Star)?;
                p.not_at(&[Tok::Star])?;
                p.star_target()
            });
            if let Some(target) = starred {
                return Some(p.node_from(Kind::Starred, start, vec![target]));
            }
            p.target_with_star_atom()
        })
    }

    fn target_with_star_atom(&mut self) -> Option<NodeId> {
        self.memoised(Rule::TargetWithStarAtom, |p| {
            if let Some(target) = p.attempt(Self::attribute_or_item_target) {
                return Some(target);
            }
            p.star_atom()
        })
    }

    fn attribute_or_item_target(&mut self) -> Option<NodeId> {
        let start = self.here();
        let attribute = self.attempt(|p| {
            p.target_primary()?;
            p.take(Tok::Dot)?;
            p.name()?;
            p.not_at(AFTER_PRIMARY)
        });
        if attribute.is_some() {
            return Some(self.node_from(Kind::Attribute, start, Vec::new()));
        }
        self.attempt(|p| {
            p.target_primary()?;
            p.take(Tok::LeftBracket)?;
            p.slices()?;
            p.take(Tok::RightBracket)?;
            p.not_at(AFTER_PRIMARY)
        })?;
        Some(self.node_from(Kind::Subscript, start, Vec::new()))
    }

    fn star_atom(&mut self) -> Option<NodeId> {
        if let Some(name) = self.name() {
            return Some(name);
        }
        let start = self.here();
        let group = self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            let target = p.target_with_star_atom()?;
            p.take(Tok::RightParen)?;
            Some(target)
        });
        if group.is_some() {
            return group;
        }
        let tuple = self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            p.attempt(|p| {
                p.star_target()?;
                p.take(Tok::Comma)?;
                if p.separated(Self::star_target).is_some() {
                    p.take(Tok::Comma);
                }
                (!p.stopped).then_some(())
            });
            p.take(Tok::RightParen)
        });
        if tuple.is_some() {
            return Some(self.node_from(Kind::Tuple, start, Vec::new()));
        }
        self.attempt(|p| {
            p.take(Tok::LeftBracket)?;
            if p.separated(Self::star_target).is_some() {
                p.take(Tok::Comma);
            }
            p.take(Tok::RightBracket)
        })?;
        Some(self.node_from(Kind::List, start, Vec::new()))
    }

    pub(super) fn single_target(&mut self) -> Option<NodeId> {
        if let Some(target) = self.attempt(Self::single_subscript_attribute_target) {
            return Some(target);
        }
        if let Some(name) = self.name() {
            return Some(name);
        }
        self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            let target = p.nested(Self::single_target)?;
            p.take(Tok::RightParen)?;
            Some(target)
        })
    }

    pub(super) fn single_subscript_attribute_target(&mut self) -> Option<NodeId> {
        self.attribute_or_item_target()
    }

    /// A primary that goes on with a bracket or dot.
    fn target_primary(&mut self) -> Option<NodeId> {
        self.memoised(Rule::TargetPrimary, |p| {
            let start = p.here();
            let mut node = p.atom()?;
            p.is_at(AFTER_PRIMARY)?;
            while let Some(next) = p.attempt(|p| {
                let next = p.primary_suffix(start, node)?;
                p.is_at(AFTER_PRIMARY)?;
                Some(next)
            }) {
                node = next;
            }
            Some(node)
        })
    }

    pub(super) fn del_targets(&mut self) -> Option<()> {
        self.separated(Self::del_target)?;
        self.take(Tok::Comma);
        Some(())
    }

    fn del_target(&mut self) -> Option<NodeId> {
        self.memoised(Rule::DelTarget, |p| {
            if let Some(target) = p.attempt(Self::attribute_or_item_target) {
                return Some(target);
            }
            if let Some(name) = p.name() {
                return Some(name);
            }
            let group = p.attempt(|p| {
                p.take(Tok::LeftParen)?;
                let target = p.del_target()?;
                p.take(Tok::RightParen)?;
                Some(target)
            });
            if group.is_some() {
                return group;
            }
            let start = p.here();
            let brackets = [
                (Tok::LeftParen, Tok::RightParen),
                (Tok::LeftBracket, Tok::RightBracket),
            ];
            for (open, close) in brackets {
                let matched = p.attempt(|p| {
                    p.take(open)?;
                    p.attempt(Self::del_targets);
                    p.take(close)
                });
                if matched.is_some() {
                    return Some(p.node_from(Kind::Tuple, start, Vec::new()));
                }
            }
            None
        })
    }
}
