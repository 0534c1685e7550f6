//! `except*`. Four temporaries hold, from below: the previously handled exception, the original
//! exception, the list of what the clauses raised and left over, and what is still unhandled.
#![forbid(unsafe_code)]

use super::asm::Label;
use super::control::Block;
use super::symbols::Sym;
use super::{Compiler, Result};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Intrinsic2, Op};
use crate::syntax::ast::{ExceptHandler, List};

/// The temporaries of an `except*` statement above the saved exception.
#[derive(Clone, Copy)]
struct Group {
    original: Reg,
    list: Reg,
    rest: Reg,
}

impl Compiler<'_> {
    /// All clauses, beginning where the handler begins.
    pub fn star_handlers(&mut self, handlers: List<ExceptHandler>, end: Label) -> Result {
        let ast = self.ast;
        let saved = self.unit.take(4);
        let group = Group {
            original: saved.plus(1),
            list: saved.plus(2),
            rest: saved.plus(3),
        };
        self.emit_a(Op::PushExc, saved);
        let cleanup = self.unit.asm.label();
        let depth = self.unit.depth_of(saved) + 1;
        let outer = self.unit.asm.enter_region(cleanup, depth);
        self.emit(Instr::new(Op::BuildList, 0, group.list.0, group.list.0, 0));
        self.emit_ab(Op::Copy, group.rest, group.original);
        for handler in &ast[handlers] {
            self.at(handler.span);
            self.star_handler(handler, group)?;
        }
        self.emit_ab(Op::ListAppend, group.list, group.rest);
        let prepare = Intrinsic2::PrepReraiseStar as u8;
        let result = group.original;
        self.emit(Instr::new(
            Op::Intrinsic2,
            prepare,
            result.0,
            group.original.0,
            group.list.0,
        ));
        let (raise, done) = (self.unit.asm.label(), self.unit.asm.label());
        self.emit_ab(Op::Copy, group.list, result);
        let instr = Instr::new(Op::JNotNone, 0, group.list.0, 0, 0);
        self.unit.asm.emit_jump(instr, raise);
        self.emit_a(Op::Drop, result);
        self.unit.asm.jump(done);
        self.unit.asm.place(raise);
        self.emit_a(Op::Reraise, result);
        self.unit.asm.leave_region(outer);
        self.unit.asm.place(cleanup);
        self.emit_a(Op::UnwindExc, saved);
        self.unit.asm.place(done);
        self.emit_a(Op::PopExc, saved);
        self.unit.asm.jump(end);
        Ok(())
    }

    fn star_handler(&mut self, handler: &ExceptHandler, group: Group) -> Result {
        let mark = self.unit.mark();
        let Some(types) = handler.types else {
            return Err(self.error("expected one or more exception types", handler.span));
        };
        let types_reg = self.operand(types)?;
        self.at(handler.span);
        self.unit.release_to(mark);
        let matched = self.unit.take(1);
        self.emit_abc(Op::CheckEgMatch, group.rest, types_reg, matched);
        let test = self.unit.take(1);
        let (unmatched, next) = (self.unit.asm.label(), self.unit.asm.label());
        self.emit_ab(Op::Copy, test, matched);
        self.unit
            .asm
            .emit_jump(Instr::new(Op::JNone, 0, test.0, 0, 0), unmatched);
        self.unit.release_to(mark);
        self.at(handler.span);
        let sym = match handler.name {
            Some(name) => {
                self.check_binding(name, handler.span)?;
                let sym = self.mangle(name);
                self.store_name(sym, matched);
                Some(sym)
            }
            None => {
                self.emit_a(Op::Drop, matched);
                None
            }
        };
        let raised = self.unit.asm.label();
        let depth = self.unit.depth_of(group.rest) + 1;
        let outer = self.unit.asm.enter_region(raised, depth);
        self.push_block(Block::StarHandler, handler.span)?;
        self.block(handler.body)?;
        self.unit.blocks.pop();
        self.unit.asm.leave_region(outer);
        self.unbind(sym);
        self.unit.asm.jump(next);

        // The clause raised: that is kept for the end.
        self.unit.asm.place(raised);
        let saved = self.unit.take(2);
        self.emit_a(Op::PushExc, saved);
        let cleanup = self.unit.asm.label();
        let depth = self.unit.depth_of(saved) + 1;
        let outer = self.unit.asm.enter_region(cleanup, depth);
        self.unbind(sym);
        self.emit_ab(Op::ListAppend, group.list, saved.plus(1));
        self.unit.asm.leave_region(outer);
        self.emit_a(Op::PopExc, saved);
        self.unit.asm.jump(next);
        self.unit.asm.place(cleanup);
        self.emit_a(Op::UnwindExc, saved);
        self.unit.release_to(mark);

        self.unit.asm.place(unmatched);
        self.emit_a(Op::Drop, matched);
        self.unit.asm.place(next);
        Ok(())
    }

    fn unbind(&mut self, sym: Option<Sym>) {
        if let Some(sym) = sym {
            self.unbind_name(sym);
        }
    }
}
