//! `yield`, `yield from` and `await`.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::scopes::{Comprehension, ScopeKind};
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Intrinsic1, Op};
use crate::syntax::ast::{ExprId, Span};

/// Why an awaitable is needed, as `GET_AWAITABLE` tells it in errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Awaiting {
    /// `await x`
    Expression = 0,
    /// `__aenter__` of `async with`.
    Enter = 1,
    /// `__aexit__` of `async with`.
    Exit = 2,
}

impl Compiler<'_> {
    /// Whether the present unit is a coroutine or asynchronous generator: of a function, or of a module that may await.
    pub fn in_async_function(&self) -> bool {
        matches!(self.unit.kind, ScopeKind::Function | ScopeKind::Module)
            && self.scopes[self.unit.scope].is_coroutine
    }

    /// `yield value`
    pub fn yield_expr(&mut self, value: Option<ExprId>, span: Span, want: Want) -> Result<Reg> {
        self.check_yield("'yield' outside function", span)?;
        let mark = self.unit.mark();
        let value = match value {
            Some(value) => self.operand(value)?,
            None => self.load_const(Const::None, Want::Any),
        };
        self.at(span);
        Ok(self.emit_yield(mark, value, want))
    }

    /// Yields a value, wrapped if this is an asynchronous generator.
    pub fn emit_yield(&mut self, mark: super::unit::Mark, value: Reg, want: Want) -> Reg {
        let scope = &self.scopes[self.unit.scope];
        let mut value = value;
        if scope.is_coroutine {
            let wrapped = self.result(mark, Want::Temporary);
            let wrap = Intrinsic1::AsyncGenWrap as u8;
            self.emit(Instr::new(Op::Intrinsic1, wrap, wrapped.0, value.0, 0));
            value = wrapped;
        }
        let dst = self.result(mark, Want::Temporary);
        self.emit_ab(Op::Yield, dst, value);
        self.deliver(mark, want)
    }

    fn check_yield(&self, message: &'static str, span: Span) -> Result {
        match self.unit.kind.is_function_like() {
            true => Ok(()),
            false => Err(self.error(message, span)),
        }
    }

    /// `yield from value`
    pub fn yield_from(&mut self, value: ExprId, span: Span, want: Want) -> Result<Reg> {
        self.check_yield("'yield from' outside function", span)?;
        if self.in_async_function() {
            return Err(self.error("'yield from' inside async function", span));
        }
        let mark = self.unit.mark();
        let value = self.operand(value)?;
        self.at(span);
        let iter = self.result(mark, Want::Temporary);
        self.emit_ab(Op::GetYieldFromIter, iter, value);
        self.delegate(iter);
        Ok(self.deliver(mark, want))
    }

    /// `await value`
    pub fn await_expr(&mut self, value: ExprId, span: Span, want: Want) -> Result<Reg> {
        let is_module = self.unit.kind == ScopeKind::Module && self.options.top_level_await;
        if !self.unit.kind.is_function_like() && !is_module {
            return Err(self.error("'await' outside function", span));
        }
        let generator = ScopeKind::Comprehension(Comprehension::Generator);
        if !self.in_async_function() && self.unit.kind != generator {
            return Err(self.error("'await' outside async function", span));
        }
        let mark = self.unit.mark();
        let value = self.operand(value)?;
        self.at(span);
        let iter = self.result(mark, Want::Temporary);
        self.emit_await(iter, value, Awaiting::Expression);
        Ok(self.deliver(mark, want))
    }

    /// Awaits a value; the result comes into the temporary `dst`, which is the topmost one taken.
    pub fn emit_await(&mut self, dst: Reg, value: Reg, why: Awaiting) {
        self.emit(Instr::new(Op::GetAwaitable, why as u8, dst.0, value.0, 0));
        self.delegate(dst);
    }

    /// Lets the iterator in the topmost temporary run to its end, passing on what it yields and what
    /// is sent; its result replaces it.
    pub fn delegate(&mut self, iter: Reg) {
        let mark = self.unit.mark();
        let sent = self.unit.take(1);
        debug_assert_eq!(sent, iter.plus(1), "SEND works on a pair");
        self.emit_a(Op::LoadNone, sent);
        let (again, done) = (self.unit.asm.label(), self.unit.asm.label());
        let thrown = self.unit.asm.label();
        self.unit.asm.place(again);
        self.unit
            .asm
            .emit_jump(Instr::wide(Op::Send, 0, iter.0, 0), done);
        let depth = self.unit.depth_of(sent);
        let outer = self.unit.asm.enter_region(thrown, depth);
        self.emit(Instr::new(Op::Yield, 1, sent.0, sent.0, 0));
        self.unit.asm.leave_region(outer);
        self.unit.asm.jump(again);
        self.unit.asm.place(thrown);
        self.unit
            .asm
            .emit_jump(Instr::wide(Op::CleanupThrow, 0, iter.0, 0), done);
        self.unit.asm.place(done);
        self.unit.release_to(mark);
    }
}
