//! `with` and `async with`. `__exit__` and its self lie in two temporaries while the body runs.
#![forbid(unsafe_code)]

use super::control::Block;
use super::generators::Awaiting;
use super::{Compiler, Result};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::{self, List, Span, WithItem};

impl Compiler<'_> {
    /// `with items: body`
    pub fn with_stmt(
        &mut self,
        is_async: bool,
        items: List<WithItem>,
        body: ast::Block,
        span: Span,
    ) -> Result {
        let ast = self.ast;
        let Some(&item) = ast[items].first() else {
            return self.block(body);
        };
        if is_async && !self.in_async_function() {
            return Err(self.error("'async with' outside async function", span));
        }
        let context = ast[item.context].span;
        let mark = self.unit.mark();
        let manager = self.operand(item.context)?;
        self.at(context);
        self.unit.release_to(mark);
        let base = self.unit.take(3);
        let entered = base.plus(2);
        if is_async {
            self.emit_ab(Op::BeforeAsyncWith, base, manager);
            self.emit_await(entered, entered, Awaiting::Enter);
        } else {
            self.emit_ab(Op::BeforeWith, base, manager);
        }
        let (handler, end) = (self.unit.asm.label(), self.unit.asm.label());
        let depth = self.unit.depth_of(entered);
        let region = self.unit.asm.enter_region(handler, depth);
        let block = Block::With {
            base,
            is_async,
            span: context,
            region,
        };
        self.push_block(block, context)?;
        match item.target {
            Some(target) => {
                self.at(ast[target].span);
                self.store_target(target, entered)?;
            }
            None => self.emit_a(Op::Drop, entered),
        }
        self.unit.release_to(mark.plus(2));
        self.with_stmt(is_async, items.skip(1), body, span)?;
        self.unit.blocks.pop();
        self.unit.asm.leave_region(region);
        self.at(context);
        self.exit_with(base, is_async);
        self.unit.asm.jump(end);
        self.unit.asm.place(handler);
        self.with_handler(base, is_async);
        self.unit.asm.place(end);
        self.unit.release_to(mark);
        self.at(span);
        Ok(())
    }

    /// Calls `__exit__(None, None, None)`, which lies in two temporaries, and drops the result.
    /// Temporaries above may be live: the call is made on top of them.
    pub fn exit_with(&mut self, base: Reg, is_async: bool) {
        let mark = self.unit.mark();
        let on_top = self.unit.temporary_at(mark) == base.plus(2);
        let callable = match on_top {
            true => base,
            false => {
                let callable = self.unit.take(2);
                self.emit_ab(Op::Move, callable, base);
                self.emit_ab(Op::Move, callable.plus(1), base.plus(1));
                callable
            }
        };
        for _ in 0..3 {
            let none = self.unit.take(1);
            self.emit_a(Op::LoadNone, none);
        }
        self.emit(Instr::new(Op::Call, 0, callable.0, callable.0, 3));
        if is_async {
            self.unit.release_to(self.unit.mark_at(callable).plus(1));
            self.emit_await(callable, callable, Awaiting::Exit);
        }
        self.emit_a(Op::Drop, callable);
        self.unit.release_to(mark);
    }

    /// An exception left the body: `__exit__` is told and may swallow it.
    fn with_handler(&mut self, base: Reg, is_async: bool) {
        let mark = self.unit.mark();
        let saved = self.unit.take(2);
        let exception = saved.plus(1);
        self.emit_a(Op::PushExc, saved);
        let cleanup = self.unit.asm.label();
        let depth = self.unit.depth_of(exception);
        let outer = self.unit.asm.enter_region(cleanup, depth);
        let answer = self.unit.take(1);
        self.emit_abc(Op::WithExceptStart, answer, base, exception);
        if is_async {
            self.emit_await(answer, answer, Awaiting::Exit);
        }
        let swallowed = self.unit.asm.label();
        self.truth_jump(answer, swallowed, true);
        self.emit_a(Op::Reraise, exception);
        self.unit.asm.place(swallowed);
        self.emit_a(Op::Drop, exception);
        self.unit.asm.leave_region(outer);
        self.emit_a(Op::PopExc, saved);
        self.emit(Instr::new(Op::DropN, 0, base.0, 0, 2));
        let end = self.unit.asm.label();
        self.unit.asm.jump(end);
        self.unit.asm.place(cleanup);
        self.emit_a(Op::UnwindExc, saved);
        self.unit.asm.place(end);
        self.unit.release_to(mark);
    }
}
