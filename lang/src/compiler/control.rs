//! Blocks and the ways out of them: loops, `break`, `continue`, `return`, and the unwinding of what
//! lies between.
#![forbid(unsafe_code)]

use super::asm::{Label, Region};
use super::expr::Want;
use super::symbols::Sym;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::{self, BoolOp, ExprId, ExprKind, Span};

/// Blocks nest at most this deep in one function, counted by [`Block::levels`].
const MAX_BLOCKS: usize = 21;

/// A block that code is being made in, and what leaving it takes.
#[derive(Clone, Debug)]
pub enum Block {
    /// A loop.
    Loop {
        /// Where `break` goes.
        on_break: Label,
        /// Where `continue` goes.
        on_continue: Label,
        /// The iterator to drop on the way out.
        iter: Option<Reg>,
    },
    /// The body of a `try` with handlers.
    Try {
        /// The region outside.
        region: Option<Region>,
    },
    /// The body of a `try` with `finally`.
    Finally {
        /// What has to run on the way out.
        body: ast::Block,
        /// The region outside.
        region: Option<Region>,
    },
    /// A `finally` block that runs because of an exception.
    FinallyHandler {
        /// The previously handled exception; the present one is in the next temporary.
        saved: Reg,
        /// The region outside.
        region: Option<Region>,
    },
    /// An `except` clause.
    Handler {
        /// The previously handled exception.
        saved: Reg,
        /// The variable to unbind.
        name: Option<Sym>,
        /// The region outside.
        region: Option<Region>,
    },
    /// A `finally` block that runs on the way out of the frame with this value in a temporary.
    Returning {
        /// The value.
        value: Reg,
    },
    /// An `except*` clause, which nothing may leave early.
    StarHandler,
    /// The body of a `with`.
    With {
        /// `__exit__` and self.
        base: Reg,
        /// Whether it is `async with`.
        is_async: bool,
        /// The context expression.
        span: Span,
        /// The region outside.
        region: Option<Region>,
    },
}

impl Block {
    /// What it counts for in the limit. A handler also guards what it handles.
    fn levels(&self) -> usize {
        match self {
            Block::Handler { .. } | Block::StarHandler => 2,
            _ => 1,
        }
    }
}

/// A loop over an iterator, between its beginning and its end.
#[derive(Clone, Copy, Debug)]
pub struct ForLoop {
    /// The first instruction of the body.
    pub body: Label,
    /// Where the next item is asked for.
    pub next: Label,
    /// Where items come.
    item: Item,
}

#[derive(Clone, Copy, Debug)]
enum Item {
    Local(Reg),
    Temporary(Reg),
}

impl Compiler<'_> {
    /// Enters a block.
    pub fn push_block(&mut self, block: Block, span: Span) -> Result {
        let scope = &self.scopes[self.unit.scope];
        let body = usize::from(scope.is_generator || scope.is_coroutine);
        let open: usize = self.unit.blocks.iter().map(Block::levels).sum();
        if body + open + block.levels() > MAX_BLOCKS {
            return Err(self.error("too many statically nested blocks", span));
        }
        self.unit.blocks.push(block);
        Ok(())
    }

    // ---- for -------------------------------------------------------------------------------------

    /// Begins a loop whose iterator is in `iter`: the body follows, each item already in its target.
    pub fn begin_for(&mut self, target: ExprId, iter: Reg) -> Result<ForLoop> {
        let (body, next) = (self.unit.asm.label(), self.unit.asm.label());
        debug_assert_eq!(self.unit.temporary_at(self.unit.mark()), iter.plus(1));
        let local = self.local_target(target);
        self.check_target_name(target)?;
        let entry = self.unit.asm.state.clone();
        self.unit.asm.jump(next);
        self.unit.asm.state = entry;
        let item = match local {
            Some(local) => Item::Local(local),
            None => {
                let item = self.unit.take(1);
                let depth = self.unit.depth_of(item);
                self.unit.asm.state.live.insert(depth.into());
                Item::Temporary(item)
            }
        };
        self.unit.asm.place_loop(body);
        match item {
            Item::Local(local) => self.unit.bind(local),
            Item::Temporary(item) => {
                let outside = self.at(self.ast[target].span);
                let mark = self.unit.mark();
                self.store_target(target, item)?;
                self.unit.release_to(mark);
                self.at(outside);
            }
        }
        Ok(ForLoop { body, next, item })
    }

    /// Ends the loop: asks for the next item; falls through without the iterator when there is none.
    pub fn end_for(&mut self, looping: ForLoop, iter: Reg) {
        self.unit.asm.place(looping.next);
        let (op, item) = match looping.item {
            Item::Local(local) => (Op::ForIterL, local),
            Item::Temporary(item) => (Op::ForIter, item),
        };
        let instr = Instr::new(op, 0, item.0, iter.0, 0);
        self.unit.asm.emit_jump(instr, looping.body);
    }

    /// Begins an asynchronous loop at `again`; gives the label of its `END_ASYNC_FOR`.
    pub fn begin_async_for(
        &mut self,
        again: Label,
        target: ExprId,
        whole: Span,
        iter: Reg,
    ) -> Result<Label> {
        let exhausted = self.unit.asm.label();
        let outside = self.at(whole);
        self.unit.asm.place_loop(again);
        let mark = self.unit.mark();
        let depth = self.unit.depth_of(iter) + 1;
        let outer = self.unit.asm.enter_region(exhausted, depth);
        let item = self.unit.take(1);
        self.emit_ab(Op::GetANext, item, iter);
        self.delegate(item);
        self.unit.asm.leave_region(outer);
        self.at(self.ast[target].span);
        self.store_target(target, item)?;
        self.unit.release_to(mark);
        self.at(outside);
        Ok(exhausted)
    }

    /// `for target in iterable: body else: orelse`
    pub fn for_stmt(
        &mut self,
        target: ExprId,
        iterable: ExprId,
        body: ast::Block,
        orelse: ast::Block,
        span: Span,
    ) -> Result {
        let mark = self.unit.mark();
        let on_break = self.unit.asm.label();
        let iter = self.iterator(iterable, false)?;
        self.at(self.ast[iterable].span);
        let looping = self.begin_for(target, iter)?;
        let block = Block::Loop {
            on_break,
            on_continue: looping.next,
            iter: Some(iter),
        };
        self.push_block(block, span)?;
        self.block(body)?;
        self.unit.blocks.pop();
        self.at(self.ast[iterable].span);
        self.end_for(looping, iter);
        self.unit.release_to(mark);
        self.block(orelse)?;
        self.unit.asm.place(on_break);
        Ok(())
    }

    /// `async for target in iterable: body else: orelse`
    pub fn async_for_stmt(
        &mut self,
        target: ExprId,
        iterable: ExprId,
        body: ast::Block,
        orelse: ast::Block,
        span: Span,
    ) -> Result {
        let mark = self.unit.mark();
        let (again, on_break) = (self.unit.asm.label(), self.unit.asm.label());
        let iter = self.iterator(iterable, true)?;
        self.at(self.ast[iterable].span);
        let exhausted = self.begin_async_for(again, target, span, iter)?;
        let block = Block::Loop {
            on_break,
            on_continue: again,
            iter: Some(iter),
        };
        self.push_block(block, span)?;
        self.block(body)?;
        self.unit.blocks.pop();
        self.unit.asm.jump(again);
        self.unit.asm.place(exhausted);
        self.at(self.ast[iterable].span);
        self.emit_a(Op::EndAsyncFor, iter);
        self.unit.release_to(mark);
        self.block(orelse)?;
        self.unit.asm.place(on_break);
        Ok(())
    }

    // ---- while -----------------------------------------------------------------------------------

    /// `while test: body else: orelse`. The test stands at the end, so a round takes one jump.
    pub fn while_stmt(
        &mut self,
        test: ExprId,
        body: ast::Block,
        orelse: ast::Block,
        span: Span,
    ) -> Result {
        let constant = self.folded.constant(self.ast, test);
        let constant = constant.map(|value| super::fold::truth(&value));
        let (top, next) = (self.unit.asm.label(), self.unit.asm.label());
        let on_break = self.unit.asm.label();
        let entry = self.unit.asm.state.clone();
        let outside = self.at(self.ast[test].span);
        let on_continue = match constant {
            Some(true) => top,
            _ => next,
        };
        match constant {
            Some(true) => {}
            Some(false) => self.unit.asm.state.reachable = false,
            None => {
                self.unit.asm.jump(next);
                self.unit.asm.state = entry.clone();
                self.bind_named(test);
            }
        }
        self.unit.asm.place_loop(top);
        self.at(outside);
        let block = Block::Loop {
            on_break,
            on_continue,
            iter: None,
        };
        self.push_block(block, span)?;
        self.block(body)?;
        self.unit.blocks.pop();
        self.at(self.ast[test].span);
        match constant {
            Some(true) => self.unit.asm.jump(top),
            Some(false) => self.unit.asm.state = entry,
            None => {
                self.unit.asm.place(next);
                self.jump_if(test, top, true)?;
            }
        }
        self.at(outside);
        self.block(orelse)?;
        self.unit.asm.place(on_break);
        Ok(())
    }

    /// Counts variables as bound that `:=` surely binds before the condition can be true.
    fn bind_named(&mut self, test: ExprId) {
        let ast = self.ast;
        match ast[test].kind {
            ExprKind::Named { target, .. } => {
                if let Some(local) = self.local_target(target) {
                    self.unit.bind(local);
                }
            }
            ExprKind::Compare { left, .. } => self.bind_named(left),
            ExprKind::BoolOp { op, values } => {
                let sure = if op == BoolOp::And { values.len() } else { 1 };
                for &value in &ast[values][..sure] {
                    self.bind_named(value);
                }
            }
            _ => {}
        }
    }

    // ---- leaving ---------------------------------------------------------------------------------

    /// Leaves the frame with a value, which is consumed if it is a temporary.
    pub fn emit_return(&mut self, value: Reg) {
        self.emit_a(Op::Return, value);
    }

    /// `return value`
    pub fn return_stmt(&mut self, value: Option<ExprId>, span: Span) -> Result {
        if !self.unit.kind.is_function_like() {
            return Err(self.error("'return' outside function", span));
        }
        let scope = &self.scopes[self.unit.scope];
        if value.is_some() && scope.is_coroutine && scope.is_generator {
            return Err(self.error("'return' with value in async generator", span));
        }
        // A literal on the line of the statement is what an error marks.
        let marked = match value {
            Some(value)
                if matches!(self.ast[value].kind, ExprKind::Constant(_))
                    && self.source.line_of(self.ast[value].span.start)
                        == self.source.line_of(span.start) =>
            {
                self.ast[value].span
            }
            _ => span,
        };
        self.check_star_handler(0, marked)?;
        let mark = self.unit.mark();
        let constant = match value {
            None => Some(Const::None),
            Some(value) => self.folded.constant(self.ast, value),
        };
        if let Some(constant) = constant {
            let instr = match constant {
                Const::None => Instr::new(Op::ReturnNone, 0, 0, 0, 0),
                constant => {
                    let index = self.const_index(constant).0;
                    Instr::wide(Op::ReturnConst, 0, 0, index)
                }
            };
            return self.leave_to(0, None, |compiler| {
                compiler.at(span);
                compiler.emit(instr);
            });
        }
        let Some(value) = value else { return Ok(()) };
        let may_change = self.unit.blocks.iter().any(|block| {
            matches!(
                block,
                Block::Finally { .. } | Block::Handler { name: Some(_), .. }
            )
        });
        let want = if may_change {
            Want::Temporary
        } else {
            Want::Any
        };
        let value = self.expr(value, want)?;
        let kept = self.unit.is_temporary(value).then_some(value);
        self.leave_to(0, kept, |compiler| {
            compiler.at(span);
            compiler.emit_return(value);
        })?;
        self.unit.release_to(mark);
        Ok(())
    }

    /// `break`
    pub fn break_stmt(&mut self, span: Span) -> Result {
        let Some((height, on_break, _, iter)) = self.innermost_loop(span)? else {
            return Err(self.error("'break' outside loop", span));
        };
        self.leave_to(height + 1, None, |compiler| {
            if let Some(iter) = iter {
                compiler.emit_a(Op::Drop, iter);
            }
            compiler.unit.asm.jump(on_break);
        })
    }

    /// `continue`
    pub fn continue_stmt(&mut self, span: Span) -> Result {
        let Some((height, _, on_continue, _)) = self.innermost_loop(span)? else {
            return Err(self.error("'continue' not properly in loop", span));
        };
        self.leave_to(height + 1, None, |compiler| {
            compiler.unit.asm.jump(on_continue)
        })
    }

    /// Where a `continue` goes that is the only statement here, if it needs no unwinding.
    pub fn direct_continue(&self) -> Option<Label> {
        match self.unit.blocks.last() {
            Some(Block::Loop { on_continue, .. }) => Some(*on_continue),
            _ => None,
        }
    }

    #[expect(clippy::type_complexity, reason = "read where it is returned")]
    fn innermost_loop(&self, span: Span) -> Result<Option<(usize, Label, Label, Option<Reg>)>> {
        for (height, block) in self.unit.blocks.iter().enumerate().rev() {
            match *block {
                Block::Loop {
                    on_break,
                    on_continue,
                    iter,
                } => return Ok(Some((height, on_break, on_continue, iter))),
                Block::StarHandler => self.check_star_handler(height, span)?,
                _ => {}
            }
        }
        Ok(None)
    }

    fn check_star_handler(&self, height: usize, span: Span) -> Result {
        let inside = self.unit.blocks[height..]
            .iter()
            .any(|block| matches!(block, Block::StarHandler));
        match inside {
            false => Ok(()),
            true => Err(self.error(
                "'break', 'continue' and 'return' cannot appear in an except* block",
                span,
            )),
        }
    }

    /// Records what leaving all blocks above `height` takes, then the instructions of `end`, which
    /// belong to the region outside. The temporary `kept` stays live. The blocks stay, for the code
    /// after.
    fn leave_to(
        &mut self,
        height: usize,
        kept: Option<Reg>,
        end: impl FnOnce(&mut Self),
    ) -> Result {
        let here = self.unit.asm.region();
        let mut left = Vec::new();
        let mut result = Ok(());
        while result.is_ok()
            && self.unit.blocks.len() > height
            && let Some(block) = self.unit.blocks.pop()
        {
            result = self.unwind(&block, kept);
            left.push(block);
        }
        end(self);
        self.unit.blocks.extend(left.into_iter().rev());
        self.unit.asm.leave_region(here);
        result
    }

    fn unwind(&mut self, block: &Block, kept: Option<Reg>) -> Result {
        match *block {
            Block::StarHandler => {}
            Block::Returning { value } => self.emit_a(Op::Drop, value),
            Block::Loop { iter, .. } => {
                if let Some(iter) = iter {
                    self.emit_a(Op::Drop, iter);
                }
            }
            Block::Try { region } => {
                self.unit.asm.leave_region(region);
            }
            Block::Finally { body, region } => {
                self.unit.asm.leave_region(region);
                let height = self.unit.blocks.len();
                self.unit
                    .blocks
                    .extend(kept.map(|value| Block::Returning { value }));
                self.block(body)?;
                self.unit.blocks.truncate(height);
            }
            Block::FinallyHandler { saved, region } => {
                self.emit_a(Op::Drop, saved.plus(1));
                self.unit.asm.leave_region(region);
                self.emit_a(Op::PopExc, saved);
            }
            Block::Handler {
                saved,
                name,
                region,
            } => {
                self.unit.asm.leave_region(region);
                self.emit_a(Op::PopExc, saved);
                if let Some(name) = name {
                    self.unbind_name(name);
                }
            }
            Block::With {
                base,
                is_async,
                span,
                region,
            } => {
                self.unit.asm.leave_region(region);
                let outside = self.at(span);
                self.exit_with(base, is_async);
                self.at(outside);
            }
        }
        Ok(())
    }
}
