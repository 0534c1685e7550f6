//! `super().name` and `super(C, self).name` without making the super object, when `super` cannot be
//! anything but the built-in, as far as can be seen.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::names::Access;
use super::scopes::{Place, ScopeKey, ScopeKind};
use super::{Compiler, Result};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::*;

/// Name indices beyond this do not fit the instructions.
const MAX_NAME: u32 = u16::MAX as u32;

impl Compiler<'_> {
    /// Whether an expression is an attribute of a `super` call that needs no super object.
    pub fn is_super_attribute(&self, id: ExprId) -> bool {
        let ast = self.ast;
        let ExprKind::Attribute { value, attr } = ast[id].kind else {
            return false;
        };
        let ExprKind::Call {
            func,
            args,
            keywords,
        } = ast[value].kind
        else {
            return false;
        };
        let ExprKind::Name(name) = ast[func].kind else {
            return false;
        };
        if ast.name(name) != "super"
            || ast.name(attr) == "__class__"
            || !keywords.is_empty()
            || !self.is_builtin_super(name)
            || self.unit.names.list.len() as u32 > MAX_NAME - 2
        {
            return false;
        }
        match &ast[args] {
            [] => self.has_implicit_arguments(),
            [one, two] => [one, two]
                .iter()
                .all(|&&arg| !matches!(ast[arg].kind, ExprKind::Starred(_))),
            _ => false,
        }
    }

    fn is_builtin_super(&self, name: NameId) -> bool {
        let sym = self.symbols.plain(name);
        let root = self.scopes.of(ScopeKey::Root);
        self.access(sym) == Access::Global
            && self.unit.kind.is_function_like()
            && self.scopes[root].symbol(sym).is_none()
            && self.scopes[self.innermost_scope()]
                .symbol(sym)
                .is_none_or(|symbol| symbol.place == Place::GlobalImplicit)
    }

    /// Whether there is a first argument and a `__class__` cell.
    fn has_implicit_arguments(&self) -> bool {
        let is_function = matches!(self.unit.kind, ScopeKind::Function | ScopeKind::Lambda);
        let cell = self.symbols.find("__class__").map(|sym| self.access(sym));
        is_function && self.unit.arg_counts[0] > 0 && matches!(cell, Some(Access::Cell(_)))
    }

    /// Loads `super`, the class and the object into three temporaries.
    fn super_operands(&mut self, call: ExprId) -> Result<(Reg, bool)> {
        let ast = self.ast;
        let base = self.unit.temporary_at(self.unit.mark());
        let ExprKind::Call { func, args, .. } = ast[call].kind else {
            return Ok((base, false));
        };
        self.push(func)?;
        let outside = self.at(ast[call].span);
        if let [class, object] = ast[args] {
            self.push(class)?;
            self.push(object)?;
            self.at(outside);
            return Ok((base, false));
        }
        if let Some(class) = self.symbols.find("__class__") {
            self.load_name(class, Want::Temporary);
        }
        let first = self.scopes[self.unit.scope].params.first().copied();
        if let Some(first) = first {
            self.load_name(first, Want::Temporary);
        }
        self.at(outside);
        Ok((base, true))
    }

    fn super_instr(&mut self, op: Op, id: ExprId) -> Result<Instr> {
        let ExprKind::Attribute { value, attr } = self.ast[id].kind else {
            return Ok(Instr::new(Op::Nop, 0, 0, 0, 0));
        };
        let (base, zero) = self.super_operands(value)?;
        let sym = self.mangle(attr);
        let name = self.name_index(sym).0;
        Ok(Instr::new(op, u8::from(zero), 0, base.0, name as u16))
    }

    /// `super().name`
    pub fn super_attribute(&mut self, id: ExprId, want: Want) -> Result<Reg> {
        let mark = self.unit.mark();
        let instr = self.super_instr(Op::LoadSuperAttr, id)?;
        self.at(self.attribute_span(id, self.ast[id].span));
        Ok(self.emit_result(mark, want, Op::LoadSuperAttr, None, instr, &[]))
    }

    /// Puts the method and self of `super().name` into two temporaries.
    pub fn super_method(&mut self, id: ExprId) -> Result {
        let mark = self.unit.mark();
        let outside = self.at(self.ast[id].span);
        let instr = self.super_instr(Op::LoadSuperMethod, id)?;
        self.at(self.attribute_span(id, self.ast[id].span));
        self.unit.release_to(mark);
        let base = self.unit.take(2);
        self.emit(Instr(instr.0 | u64::from(base.0) << 16));
        self.at(outside);
        Ok(())
    }
}
