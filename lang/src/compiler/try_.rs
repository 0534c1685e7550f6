//! `try` with `except`, `else` and `finally`.
//!
//! A handler begins with `PUSH_EXC`, which saves the previously handled exception in a temporary.
//! While the handler runs, a cleanup region restores it if another exception leaves. A `finally` block
//! is compiled once for each way into it.
#![forbid(unsafe_code)]

use super::asm::{Label, Region};
use super::control::Block;
use super::{Compiler, Result};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::{self, ExceptHandler, List, Span};

/// The parts of a `try` statement.
#[derive(Clone, Copy, Debug)]
pub struct Try {
    /// Whether the handlers are `except*`.
    pub is_star: bool,
    /// The body.
    pub body: ast::Block,
    /// The handlers.
    pub handlers: List<ExceptHandler>,
    /// The `else` block.
    pub orelse: ast::Block,
    /// The `finally` block.
    pub finalbody: ast::Block,
    /// The whole statement.
    pub span: Span,
}

impl Compiler<'_> {
    /// A `try` statement.
    pub fn try_stmt(&mut self, parts: Try) -> Result {
        match parts.finalbody.is_empty() {
            true => self.try_except(parts),
            false => self.try_finally(parts),
        }
    }

    fn try_finally(&mut self, parts: Try) -> Result {
        let mark = self.unit.mark();
        let (handler, end) = (self.unit.asm.label(), self.unit.asm.label());
        let depth = self.unit.depth();
        let region = self.unit.asm.enter_region(handler, depth);
        let body = parts.finalbody;
        self.push_block(Block::Finally { body, region }, parts.span)?;
        if parts.handlers.is_empty() {
            self.block(parts.body)?;
        } else {
            self.try_except(parts)?;
        }
        self.unit.blocks.pop();
        self.unit.asm.leave_region(region);
        self.block(body)?;
        self.jump_behind(body, end);

        self.unit.asm.place(handler);
        let saved = self.unit.take(2);
        self.emit_a(Op::PushExc, saved);
        let cleanup = self.unit.asm.label();
        let depth = self.unit.depth_of(saved) + 1;
        let region = self.unit.asm.enter_region(cleanup, depth);
        self.push_block(Block::FinallyHandler { saved, region }, parts.span)?;
        self.block(body)?;
        self.unit.blocks.pop();
        self.emit_a(Op::Reraise, saved.plus(1));
        self.unit.asm.leave_region(region);
        self.unit.asm.place(cleanup);
        self.emit_a(Op::UnwindExc, saved);
        self.unit.release_to(mark);
        self.unit.asm.place(end);
        Ok(())
    }

    fn try_except(&mut self, parts: Try) -> Result {
        let mark = self.unit.mark();
        let (handler, end) = (self.unit.asm.label(), self.unit.asm.label());
        let depth = self.unit.depth();
        let region = self.unit.asm.enter_region(handler, depth);
        self.push_block(Block::Try { region }, parts.span)?;
        self.block(parts.body)?;
        self.unit.blocks.pop();
        self.unit.asm.leave_region(region);
        self.block(parts.orelse)?;
        match parts.orelse.is_empty() {
            true => self.jump_behind(parts.body, end),
            false => self.jump_behind(parts.orelse, end),
        }
        self.unit.asm.place(handler);
        if parts.is_star {
            self.star_handlers(parts.handlers, end)?;
        } else {
            self.handlers(parts.handlers, end)?;
        }
        self.unit.release_to(mark);
        self.unit.asm.place(end);
        Ok(())
    }

    fn handlers(&mut self, handlers: List<ExceptHandler>, end: Label) -> Result {
        let ast = self.ast;
        let saved = self.unit.take(2);
        let exception = saved.plus(1);
        self.emit_a(Op::PushExc, saved);
        let cleanup = self.unit.asm.label();
        let depth = self.unit.depth_of(saved) + 1;
        let outer = self.unit.asm.enter_region(cleanup, depth);
        let mark = self.unit.mark();
        let count = handlers.len();
        for (index, handler) in ast[handlers].iter().enumerate() {
            let next = self.unit.asm.label();
            self.at(handler.span);
            match handler.types {
                Some(types) => {
                    let types_reg = self.operand(types)?;
                    self.at(handler.span);
                    let instr = Instr::new(Op::JNotExcMatch, 0, exception.0, types_reg.0, 0);
                    self.unit.asm.emit_jump(instr, next);
                    self.unit.release_to(mark);
                }
                None if index + 1 < count => {
                    return Err(self.error("default 'except:' must be last", handler.span));
                }
                None => {}
            }
            self.at(handler.span);
            self.handler(handler, saved, end, outer)?;
            self.unit.asm.place(next);
        }
        self.emit_a(Op::Reraise, exception);
        self.unit.asm.leave_region(outer);
        self.unit.asm.place(cleanup);
        self.emit_a(Op::UnwindExc, saved);
        Ok(())
    }

    /// The body of an `except` clause that matches. The region in force restores the previously
    /// handled exception; `outside` is the one around the whole statement.
    fn handler(
        &mut self,
        handler: &ExceptHandler,
        saved: Reg,
        end: Label,
        outside: Option<Region>,
    ) -> Result {
        let exception = saved.plus(1);
        let mark = self.unit.mark();
        let span = handler.span;
        let Some(name) = handler.name else {
            self.emit_a(Op::Drop, exception);
            let block = Block::Handler {
                saved,
                name: None,
                region: outside,
            };
            self.push_block(block, span)?;
            self.block(handler.body)?;
            self.unit.blocks.pop();
            let cleanup = self.unit.asm.leave_region(outside);
            self.emit_a(Op::PopExc, saved);
            self.jump_behind(handler.body, end);
            self.unit.asm.leave_region(cleanup);
            return Ok(());
        };
        self.check_binding(name, span)?;
        let sym = self.mangle(name);
        self.store_name(sym, exception);
        let unbind = self.unit.asm.label();
        let depth = self.unit.depth_of(saved) + 1;
        let cleanup = self.unit.asm.enter_region(unbind, depth);
        let block = Block::Handler {
            saved,
            name: Some(sym),
            region: outside,
        };
        self.push_block(block, span)?;
        self.block(handler.body)?;
        self.unit.blocks.pop();
        self.unit.asm.leave_region(outside);
        self.emit_a(Op::PopExc, saved);
        self.unbind_name(sym);
        self.jump_behind(handler.body, end);
        self.unit.asm.leave_region(cleanup);

        // Another exception leaves the body: the variable is unbound all the same.
        self.unit.asm.place(unbind);
        self.unit.release_to(mark);
        self.unbind_and_reraise(saved.plus(1), sym);
        self.unit.release_to(mark);
        Ok(())
    }

    /// In a handler: unbinds a variable, then lets the pending exception go on. `saved` and the next
    /// temporary are free for use.
    fn unbind_and_reraise(&mut self, saved: Reg, sym: super::symbols::Sym) {
        let mark = self.unit.mark();
        while self.unit.temporary_at(self.unit.mark()).0 < saved.0 + 2 {
            self.unit.take(1);
        }
        self.emit_a(Op::PushExc, saved);
        let cleanup = self.unit.asm.label();
        let depth = self.unit.depth_of(saved) + 1;
        let outer = self.unit.asm.enter_region(cleanup, depth);
        self.unbind_name(sym);
        self.emit_a(Op::Reraise, saved.plus(1));
        self.unit.asm.leave_region(outer);
        self.unit.asm.place(cleanup);
        self.emit_a(Op::UnwindExc, saved);
        self.unit.release_to(mark);
    }
}
