//! Simple statements.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::targets::Purpose;
use super::*;

const NO_NAMES: &str = "Expected one or more names after 'import'";

impl Diagnosis<'_> {
    pub(super) fn statement(&mut self) -> Option<()> {
        if self.stopped {
            return None;
        }
        if self.nested(Self::compound_statement).is_some() {
            return Some(());
        }
        self.attempt(Self::simple_statements)
    }

    pub(super) fn simple_statements(&mut self) -> Option<()> {
        let single = self.attempt(|p| {
            p.simple_statement()?;
            p.not_at(&[Tok::Semicolon])?;
            p.take(Tok::Newline)
        });
        if single.is_some() {
            return Some(());
        }
        self.simple_statement()?;
        self.many(|p| {
            p.take(Tok::Semicolon)?;
            p.simple_statement()
        });
        self.take(Tok::Semicolon);
        self.take(Tok::Newline).map(drop)
    }

    fn simple_statement(&mut self) -> Option<NodeId> {
        self.memoised(Rule::SimpleStatement, |p| {
            if let Some(node) = p.attempt(Self::assignment) {
                return Some(node);
            }
            let start = p.here();
            if let Some(()) = p.attempt(Self::type_alias) {
                return Some(p.node_from(Kind::Other, start, Vec::new()));
            }
            if let Some(node) = p.attempt(Self::star_expressions) {
                return Some(node);
            }
            match p.peek()? {
                Tok::Return => {
                    p.take(Tok::Return)?;
                    p.attempt(Self::star_expressions);
                }
                Tok::Import | Tok::From => p.import_statement()?,
                Tok::Raise => p.raise_statement()?,
                Tok::Pass | Tok::Break | Tok::Continue => p.position += 1,
                Tok::Del => p.del_statement()?,
                Tok::Yield => drop(p.yield_expr()?),
                Tok::Assert => {
                    p.take(Tok::Assert)?;
                    p.expression()?;
                    p.attempt(|p| {
                        p.take(Tok::Comma)?;
                        p.expression()
                    });
                }
                Tok::Global | Tok::Nonlocal => {
                    p.position += 1;
                    p.separated(Self::name)?;
                }
                _ => return None,
            }
            Some(p.node_from(Kind::Other, start, Vec::new()))
        })
    }

    fn raise_statement(&mut self) -> Option<()> {
        self.take(Tok::Raise)?;
        let with_cause = self.attempt(|p| {
            p.expression()?;
            p.attempt(|p| {
                p.take(Tok::From)?;
                p.expression()
            });
            Some(())
        });
        if with_cause.is_none() && self.stopped {
            return None;
        }
        Some(())
    }

    fn del_statement(&mut self) -> Option<()> {
        let matched = self.attempt(|p| {
            p.take(Tok::Del)?;
            p.del_targets()?;
            p.is_at(&[Tok::Semicolon, Tok::Newline])
        });
        if matched.is_some() {
            return Some(());
        }
        self.wrong(|p| {
            p.take(Tok::Del)?;
            let targets = p.star_expressions()?;
            p.raise_invalid_target(Purpose::Delete, targets)
        });
        None
    }

    fn assignment(&mut self) -> Option<NodeId> {
        let start = self.here();
        let annotated = self.attempt(|p| {
            p.name()?;
            p.annotation_of_assignment()
        });
        if annotated.is_some() {
            return Some(self.node_from(Kind::Other, start, Vec::new()));
        }
        let annotated = self.attempt(|p| {
            let enclosed = p.attempt(|p| {
                p.take(Tok::LeftParen)?;
                p.single_target()?;
                p.take(Tok::RightParen)
            });
            if enclosed.is_none() {
                p.single_subscript_attribute_target()?;
            }
            p.annotation_of_assignment()
        });
        if annotated.is_some() {
            return Some(self.node_from(Kind::Other, start, Vec::new()));
        }
        let assigned = self.attempt(|p| {
            p.some(Self::target_and_equal)?;
            p.annotated_right_side()?;
            p.not_at(&[Tok::Equal])
        });
        if assigned.is_some() {
            return Some(self.node_from(Kind::Other, start, Vec::new()));
        }
        let mut committed = false;
        let augmented = self.attempt(|p| {
            p.single_target()?;
            p.augmented_operator()?;
            committed = true;
            p.annotated_right_side()
        });
        if augmented.is_some() {
            return Some(self.node_from(Kind::Other, start, Vec::new()));
        }
        if !committed {
            self.wrong(Self::wrong_assignment);
        }
        None
    }

    fn target_and_equal(&mut self) -> Option<()> {
        self.star_targets()?;
        self.take(Tok::Equal).map(drop)
    }

    fn augmented_operator(&mut self) -> Option<()> {
        if !self.peek()?.is_augmented_assign() {
            return None;
        }
        self.position += 1;
        Some(())
    }

    fn annotation_of_assignment(&mut self) -> Option<()> {
        self.take(Tok::Colon)?;
        self.expression()?;
        self.attempt(|p| {
            p.take(Tok::Equal)?;
            p.annotated_right_side()
        });
        Some(())
    }

    /// A value: `yield` or expressions.
    pub(super) fn annotated_right_side(&mut self) -> Option<NodeId> {
        if let Some(node) = self.attempt(Self::yield_expr) {
            return Some(node);
        }
        self.star_expressions()
    }

    fn wrong_assignment(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            let target = p.wrong_annotation_target()?;
            p.take(Tok::Colon)?;
            p.expression()?;
            let name = p.kind(target).name();
            p.raise_node(
                format!("only single target (not {name}) can be annotated"),
                target,
            )
        });
        self.attempt(|p| {
            let first = p.star_named_expression()?;
            p.take(Tok::Comma)?;
            p.many(Self::star_named_expressions);
            p.take(Tok::Colon)?;
            p.expression()?;
            p.raise_node("only single target (not tuple) can be annotated", first)
        });
        self.attempt(|p| {
            let target = p.expression()?;
            p.take(Tok::Colon)?;
            p.expression()?;
            p.raise_node("illegal target for annotation", target)
        });
        self.attempt(|p| {
            p.many(Self::target_and_equal);
            let target = p.star_expressions()?;
            p.take(Tok::Equal)?;
            p.raise_invalid_target(Purpose::Assign, target)
        });
        self.attempt(|p| {
            p.many(Self::target_and_equal);
            let target = p.yield_expr()?;
            p.take(Tok::Equal)?;
            p.raise_node("assignment to yield expression not possible", target)
        });
        self.attempt(|p| {
            let target = p.star_expressions()?;
            p.augmented_operator()?;
            p.annotated_right_side()?;
            let name = p.kind(target).name();
            p.raise_node(
                format!("'{name}' is an illegal expression for augmented assignment"),
                target,
            )
        })
    }

    fn wrong_annotation_target(&mut self) -> Option<NodeId> {
        if let Some(list) = self.attempt(Self::list) {
            return Some(list);
        }
        if let Some(tuple) = self.attempt(Self::tuple) {
            return Some(tuple);
        }
        self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            let target = p.nested(Self::wrong_annotation_target)?;
            p.take(Tok::RightParen)?;
            Some(target)
        })
    }

    fn type_alias(&mut self) -> Option<()> {
        self.soft("type")?;
        self.name()?;
        self.optional_type_params()?;
        self.take(Tok::Equal)?;
        self.expression().map(drop)
    }

    fn import_statement(&mut self) -> Option<()> {
        self.wrong(|p| {
            let import = p.take(Tok::Import)?;
            p.separated(Self::dotted_name)?;
            p.take(Tok::From)?;
            p.dotted_name()?;
            p.raise_from(
                "Did you mean to use 'from ... import ...' instead?",
                import.span(),
            )
        });
        self.wrong(|p| {
            p.take(Tok::Import)?;
            let newline = p.take(Tok::Newline)?;
            p.raise_from(NO_NAMES, newline.span())
        });
        if self.take(Tok::Import).is_some() {
            self.separated(|p| {
                p.dotted_name()?;
                p.optional_as_name()
            })?;
            return Some(());
        }
        let absolute = self.attempt(|p| {
            p.take(Tok::From)?;
            p.many(|p| p.take_any(&[Tok::Dot, Tok::Ellipsis]));
            p.dotted_name()?;
            p.take(Tok::Import)?;
            p.import_from_targets()
        });
        if absolute.is_some() {
            return Some(());
        }
        self.take(Tok::From)?;
        self.some(|p| p.take_any(&[Tok::Dot, Tok::Ellipsis]))?;
        self.take(Tok::Import)?;
        self.import_from_targets()
    }

    fn import_from_targets(&mut self) -> Option<()> {
        let enclosed = self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            p.imported_names()?;
            p.take(Tok::Comma);
            p.take(Tok::RightParen)
        });
        if enclosed.is_some() {
            return Some(());
        }
        let bare = self.attempt(|p| {
            p.imported_names()?;
            p.not_at(&[Tok::Comma])
        });
        if bare.is_some() || self.take(Tok::Star).is_some() {
            return Some(());
        }
        self.wrong(|p| {
            p.attempt(|p| {
                p.imported_names()?;
                p.take(Tok::Comma)?;
                p.take(Tok::Newline)?;
                p.raise_last("trailing comma not allowed without surrounding parentheses")
            });
            let newline = p.take(Tok::Newline)?;
            p.raise_from(NO_NAMES, newline.span())
        });
        None
    }

    fn imported_names(&mut self) -> Option<()> {
        self.separated(|p| {
            p.name()?;
            p.optional_as_name()
        })
        .map(drop)
    }

    fn optional_as_name(&mut self) -> Option<()> {
        self.attempt(|p| {
            p.take(Tok::As)?;
            p.name()
        });
        (!self.stopped).then_some(())
    }

    fn dotted_name(&mut self) -> Option<()> {
        self.name()?;
        self.many(|p| {
            p.take(Tok::Dot)?;
            p.name()
        });
        Some(())
    }
}
