//! Compound statements and their blocks.
#![forbid(unsafe_code)]

use super::engine::Rule;
use super::targets::Purpose;
use super::*;

const COLON: &str = "expected ':'";

impl Diagnosis<'_> {
    pub(super) fn compound_statement(&mut self) -> Option<()> {
        let rules: &[fn(&mut Self) -> Option<()>] = match self.peek()? {
            Tok::Def => &[Self::function_def],
            Tok::At => &[Self::function_def, Self::class_def],
            Tok::Async => &[
                Self::function_def,
                Self::with_statement,
                Self::for_statement,
            ],
            Tok::If => &[Self::if_statement],
            Tok::Class => &[Self::class_def],
            Tok::With => &[Self::with_statement],
            Tok::For => &[Self::for_statement],
            Tok::Try => &[Self::try_statement],
            Tok::While => &[Self::while_statement],
            Tok::Name | Tok::Match | Tok::Case | Tok::Type => &[Self::match_statement],
            _ => &[],
        };
        rules.iter().find_map(|rule| self.attempt(rule))
    }

    fn block(&mut self) -> Option<NodeId> {
        self.memoised(Rule::Block, |p| {
            let start = p.here();
            let indented = p.attempt(|p| {
                p.take(Tok::Newline)?;
                p.take(Tok::Indent)?;
                p.some(Self::statement)?;
                p.take(Tok::Dedent)
            });
            if indented.is_some() || p.attempt(Self::simple_statements).is_some() {
                return Some(p.node_from(Kind::Other, start, Vec::new()));
            }
            p.wrong(|p| {
                p.no_indent()?;
                p.raise_indentation("expected an indented block")
            });
            None
        })
    }

    /// A line end that no block follows.
    fn no_indent(&mut self) -> Option<()> {
        self.take(Tok::Newline)?;
        self.not_at(&[Tok::Indent])
    }

    /// The rest of a header whose block is missing.
    fn wrong_block_after(&mut self, what: &str, keyword: Token) -> Option<NodeId> {
        self.take(Tok::Colon)?;
        self.no_indent()?;
        let line = self.line_of(keyword.start);
        self.raise_indentation(format!(
            "expected an indented block after {what} on line {line}"
        ))
    }

    /// What is wrong at the end of a header: no colon, or no block behind it.
    fn wrong_end_of_header(&mut self, what: &str, keyword: Token) -> Option<NodeId> {
        self.attempt(|p| {
            p.take(Tok::Newline)?;
            p.raise_last(COLON)
        });
        self.wrong_block_after(what, keyword)
    }

    fn decorators(&mut self) {
        self.many(|p| {
            p.take(Tok::At)?;
            p.named_expression()?;
            p.take(Tok::Newline)
        });
    }

    fn function_def(&mut self) -> Option<()> {
        self.decorators();
        self.wrong(|p| {
            p.take(Tok::Async);
            let def = p.take(Tok::Def)?;
            p.name()?;
            p.optional_type_params()?;
            p.take(Tok::LeftParen)?;
            p.params()?;
            p.take(Tok::RightParen)?;
            p.optional_returns()?;
            p.wrong_block_after("function definition", def)
        });
        self.take(Tok::Async);
        self.take(Tok::Def)?;
        self.name()?;
        self.optional_type_params()?;
        self.force(Tok::LeftParen, "(")?;
        self.params()?;
        self.take(Tok::RightParen)?;
        self.optional_returns()?;
        self.force(Tok::Colon, ":")?;
        self.block().map(drop)
    }

    fn optional_returns(&mut self) -> Option<()> {
        self.attempt(|p| {
            p.take(Tok::Arrow)?;
            p.expression()
        });
        (!self.stopped).then_some(())
    }

    fn class_header(&mut self) -> Option<Token> {
        let class = self.take(Tok::Class)?;
        self.name()?;
        self.optional_type_params()?;
        self.attempt(|p| {
            p.take(Tok::LeftParen)?;
            p.attempt(Self::arguments);
            p.take(Tok::RightParen)
        });
        (!self.stopped).then_some(class)
    }

    fn class_def(&mut self) -> Option<()> {
        self.decorators();
        self.wrong(|p| {
            let class = p.class_header()?;
            p.wrong_end_of_header("class definition", class)
        });
        self.class_header()?;
        self.take(Tok::Colon)?;
        self.block().map(drop)
    }

    fn if_statement(&mut self) -> Option<()> {
        self.wrong(|p| p.wrong_conditional(Tok::If, "'if' statement"));
        self.take(Tok::If)?;
        self.named_expression()?;
        self.take(Tok::Colon)?;
        self.block()?;
        while self.attempt(Self::elif_clause).is_some() {}
        self.optional_else()
    }

    fn elif_clause(&mut self) -> Option<()> {
        if !self.at(Tok::Elif) {
            return None;
        }
        self.wrong(|p| p.wrong_conditional(Tok::Elif, "'elif' statement"));
        self.take(Tok::Elif)?;
        self.named_expression()?;
        self.take(Tok::Colon)?;
        self.block().map(drop)
    }

    fn wrong_conditional(&mut self, keyword: Tok, what: &str) -> Option<NodeId> {
        let keyword = self.take(keyword)?;
        self.named_expression()?;
        self.wrong_end_of_header(what, keyword)
    }

    fn optional_else(&mut self) -> Option<()> {
        self.attempt(|p| p.plain_clause(Tok::Else, "'else' statement"));
        (!self.stopped).then_some(())
    }

    /// `else` or `finally`.
    fn plain_clause(&mut self, keyword: Tok, what: &str) -> Option<()> {
        self.wrong(|p| {
            let keyword = p.take(keyword)?;
            p.wrong_block_after(what, keyword)
        });
        self.take(keyword)?;
        self.force(Tok::Colon, ":")?;
        self.block().map(drop)
    }

    fn while_statement(&mut self) -> Option<()> {
        self.wrong(|p| p.wrong_conditional(Tok::While, "'while' statement"));
        self.take(Tok::While)?;
        self.named_expression()?;
        self.take(Tok::Colon)?;
        self.block()?;
        self.optional_else()
    }

    fn for_statement(&mut self) -> Option<()> {
        self.wrong(|p| {
            p.take(Tok::Async);
            let keyword = p.take(Tok::For)?;
            p.star_targets()?;
            p.take(Tok::In)?;
            p.star_expressions()?;
            p.wrong_end_of_header("'for' statement", keyword)
        });
        let mut committed = false;
        let matched = self.attempt(|p| {
            p.take(Tok::Async);
            p.take(Tok::For)?;
            p.star_targets()?;
            p.take(Tok::In)?;
            committed = true;
            p.star_expressions()?;
            p.take(Tok::Colon)?;
            p.block()?;
            p.optional_else()
        });
        if matched.is_none() && !committed {
            self.wrong(Self::wrong_for_target);
        }
        matched
    }

    fn with_statement(&mut self) -> Option<()> {
        self.wrong(|p| p.wrong_with(false));
        let enclosed = self.attempt(|p| {
            p.take(Tok::Async);
            p.take(Tok::With)?;
            p.take(Tok::LeftParen)?;
            p.separated(Self::with_item)?;
            p.take(Tok::Comma);
            p.take(Tok::RightParen)?;
            p.take(Tok::Colon)?;
            p.block()
        });
        if enclosed.is_some() {
            return Some(());
        }
        let bare = self.attempt(|p| {
            p.take(Tok::Async);
            p.take(Tok::With)?;
            p.separated(Self::with_item)?;
            p.take(Tok::Colon)?;
            p.block()
        });
        if bare.is_none() {
            self.wrong(|p| p.wrong_with(true));
        }
        bare.map(drop)
    }

    /// A `with` header without its colon or without its block.
    fn wrong_with(&mut self, colon: bool) -> Option<NodeId> {
        let end = |p: &mut Self, keyword: Token| {
            if colon {
                p.take(Tok::Newline)?;
                p.raise_last(COLON)
            } else {
                p.wrong_block_after("'with' statement", keyword)
            }
        };
        self.attempt(|p| {
            p.take(Tok::Async);
            let keyword = p.take(Tok::With)?;
            p.separated(|p| {
                p.expression()?;
                p.optional_target()
            })?;
            end(p, keyword)
        });
        self.attempt(|p| {
            p.take(Tok::Async);
            let keyword = p.take(Tok::With)?;
            p.take(Tok::LeftParen)?;
            p.separated(|p| {
                p.expressions()?;
                p.optional_target()
            })?;
            p.take(Tok::Comma);
            p.take(Tok::RightParen)?;
            end(p, keyword)
        })
    }

    fn optional_target(&mut self) -> Option<()> {
        self.attempt(|p| {
            p.take(Tok::As)?;
            p.star_target()
        });
        (!self.stopped).then_some(())
    }

    fn with_item(&mut self) -> Option<()> {
        const AFTER_ITEM: &[Tok] = &[Tok::Comma, Tok::RightParen, Tok::Colon];
        let with_target = self.attempt(|p| {
            p.expression()?;
            p.take(Tok::As)?;
            p.star_target()?;
            p.is_at(AFTER_ITEM)
        });
        if with_target.is_some() {
            return with_target;
        }
        self.wrong(|p| {
            p.expression()?;
            p.take(Tok::As)?;
            let target = p.expression()?;
            p.is_at(AFTER_ITEM)?;
            p.raise_invalid_target(Purpose::Assign, target)
        });
        self.expression().map(drop)
    }

    fn try_statement(&mut self) -> Option<()> {
        self.wrong(Self::wrong_try);
        let finally = self.attempt(|p| {
            p.try_block()?;
            p.finally_clause()
        });
        if finally.is_some() {
            return finally;
        }
        let plain = self.attempt(|p| {
            p.try_block()?;
            p.some(Self::except_clause)?;
            p.after_handlers()
        });
        if plain.is_some() {
            return plain;
        }
        self.try_block()?;
        self.some(Self::except_star_clause)?;
        self.after_handlers()
    }

    fn try_block(&mut self) -> Option<()> {
        self.take(Tok::Try)?;
        self.force(Tok::Colon, ":")?;
        self.block().map(drop)
    }

    fn after_handlers(&mut self) -> Option<()> {
        self.optional_else()?;
        self.attempt(Self::finally_clause);
        (!self.stopped).then_some(())
    }

    fn finally_clause(&mut self) -> Option<()> {
        self.plain_clause(Tok::Finally, "'finally' statement")
    }

    fn wrong_try(&mut self) -> Option<NodeId> {
        const BOTH: &str = "cannot have both 'except' and 'except*' on the same 'try'";
        self.attempt(|p| {
            let keyword = p.take(Tok::Try)?;
            p.wrong_block_after("'try' statement", keyword)
        });
        self.attempt(|p| {
            p.take(Tok::Try)?;
            p.take(Tok::Colon)?;
            p.block()?;
            p.not_at(&[Tok::Except, Tok::Finally])?;
            p.raise_last("expected 'except' or 'finally' block")
        });
        self.attempt(|p| {
            p.take(Tok::Try)?;
            p.take(Tok::Colon)?;
            p.many(Self::block);
            p.some(Self::except_clause)?;
            let except = p.take(Tok::Except)?;
            let star = p.take(Tok::Star)?;
            p.expression()?;
            p.optional_name()?;
            p.take(Tok::Colon)?;
            p.raise_range(BOTH, except.span(), star.span())
        });
        self.attempt(|p| {
            p.take(Tok::Try)?;
            p.take(Tok::Colon)?;
            p.many(Self::block);
            p.some(Self::except_star_clause)?;
            let except = p.take(Tok::Except)?;
            p.attempt(|p| {
                p.expression()?;
                p.optional_name()
            });
            p.take(Tok::Colon)?;
            p.raise_at(BOTH, except.span())
        })
    }

    fn optional_name(&mut self) -> Option<()> {
        self.attempt(|p| {
            p.take(Tok::As)?;
            p.name()
        });
        (!self.stopped).then_some(())
    }

    fn except_clause(&mut self) -> Option<()> {
        self.wrong(|p| {
            p.attempt(|p| {
                let keyword = p.take(Tok::Except)?;
                p.expression()?;
                p.optional_name()?;
                p.wrong_block_after("'except' statement", keyword)
            });
            let keyword = p.take(Tok::Except)?;
            p.wrong_block_after("'except' statement", keyword)
        });
        let typed = self.attempt(|p| {
            p.take(Tok::Except)?;
            p.expression()?;
            p.optional_name()?;
            p.take(Tok::Colon)?;
            p.block()
        });
        if typed.is_some() {
            return Some(());
        }
        let bare = self.attempt(|p| {
            p.take(Tok::Except)?;
            p.take(Tok::Colon)?;
            p.block()
        });
        if bare.is_none() {
            self.wrong(Self::wrong_except);
        }
        bare.map(drop)
    }

    fn except_star_clause(&mut self) -> Option<()> {
        self.wrong(|p| {
            let keyword = p.take(Tok::Except)?;
            p.take(Tok::Star)?;
            p.expression()?;
            p.optional_name()?;
            p.wrong_block_after("'except*' statement", keyword)
        });
        let matched = self.attempt(|p| {
            p.take(Tok::Except)?;
            p.take(Tok::Star)?;
            p.expression()?;
            p.optional_name()?;
            p.take(Tok::Colon)?;
            p.block()
        });
        if matched.is_none() {
            self.wrong(Self::wrong_except);
        }
        matched.map(drop)
    }

    fn wrong_except(&mut self) -> Option<NodeId> {
        self.attempt(|p| {
            p.take(Tok::Except)?;
            p.take(Tok::Star);
            let first = p.expression()?;
            p.take(Tok::Comma)?;
            p.expressions()?;
            p.optional_name()?;
            p.take(Tok::Colon)?;
            p.raise_from(
                "multiple exception types must be parenthesized",
                p.span(first),
            )
        });
        self.attempt(|p| {
            p.take(Tok::Except)?;
            p.take(Tok::Star);
            p.expression()?;
            p.optional_name()?;
            p.take(Tok::Newline)?;
            p.raise_last(COLON)
        });
        self.attempt(|p| {
            p.take(Tok::Except)?;
            p.take(Tok::Newline)?;
            p.raise_last(COLON)
        });
        self.attempt(|p| {
            p.take(Tok::Except)?;
            p.take(Tok::Star)?;
            p.take_any(&[Tok::Newline, Tok::Colon])?;
            p.raise_last("expected one or more exception types")
        })
    }

    fn match_statement(&mut self) -> Option<()> {
        let matched = self.attempt(|p| {
            p.soft("match")?;
            p.subject()?;
            p.take(Tok::Colon)?;
            p.take(Tok::Newline)?;
            p.take(Tok::Indent)?;
            p.some(Self::case_block)?;
            p.take(Tok::Dedent)
        });
        if matched.is_none() {
            self.wrong(|p| {
                let keyword = p.soft("match")?;
                p.subject()?;
                p.wrong_end_of_header("'match' statement", keyword)
            });
        }
        matched.map(drop)
    }

    fn subject(&mut self) -> Option<()> {
        let several = self.attempt(|p| {
            p.star_named_expression()?;
            p.take(Tok::Comma)?;
            p.attempt(Self::star_named_expressions);
            Some(())
        });
        if several.is_some() {
            return several;
        }
        self.named_expression().map(drop)
    }

    fn case_block(&mut self) -> Option<()> {
        self.wrong(|p| {
            let keyword = p.case_header()?;
            p.wrong_end_of_header("'case' statement", keyword)
        });
        self.case_header()?;
        self.take(Tok::Colon)?;
        self.block().map(drop)
    }

    fn case_header(&mut self) -> Option<Token> {
        let keyword = self.soft("case")?;
        self.patterns()?;
        self.attempt(|p| {
            p.take(Tok::If)?;
            p.named_expression()
        });
        (!self.stopped).then_some(keyword)
    }
}
