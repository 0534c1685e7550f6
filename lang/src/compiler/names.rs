//! Variables: where a name is found from the code being made, and the instructions that read, write
//! and delete it.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::scopes::{Place, ScopeKind};
use super::symbols::Sym;
use super::{Compiler, Result};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::{NameId, Span};

/// How code gets at a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// A register.
    Local(Reg),
    /// A cell in a register.
    Cell(Reg),
    /// The module's globals, then the built-ins.
    Global,
    /// The namespace mapping, then the globals, then the built-ins.
    Namespace,
    /// The class namespace, then a cell.
    ClassOrCell(Reg),
    /// The class namespace held in a cell, then another cell.
    DictOrCell(Reg, Reg),
    /// The class namespace held in a cell, then the globals.
    DictOrGlobal(Reg),
}

impl Compiler<'_> {
    /// A name as it is known here, mangled in classes.
    pub fn mangle(&mut self, name: NameId) -> Sym {
        let scope = &self.scopes[self.innermost_scope()];
        let private = match &scope.mangled_only {
            Some(only) if !only.contains(&name) => None,
            _ => scope.private,
        };
        self.symbols.mangle(private, name)
    }

    /// The scope that code is being made for: an inlined comprehension or the unit's own.
    pub fn innermost_scope(&self) -> super::scopes::ScopeId {
        *self.unit.inlined.last().unwrap_or(&self.unit.scope)
    }

    /// Where a name is found.
    pub fn access(&self, sym: Sym) -> Access {
        let in_comprehension = !self.unit.inlined.is_empty();
        let outer = self.unit.inlined.iter().rev();
        for &scope in outer {
            let Some(symbol) = self.scopes[scope].symbol(sym) else {
                continue;
            };
            let reg = self.unit.register(scope, sym);
            match (symbol.place, reg) {
                (Place::Local, Some(reg)) => return Access::Local(reg),
                (Place::Cell, Some(reg)) => return Access::Cell(reg),
                (Place::GlobalExplicit, _) => return Access::Global,
                (Place::GlobalImplicit, _) => {
                    return match self.unit.kind {
                        ScopeKind::Module if !self.options.namespace_is_globals => {
                            Access::Namespace
                        }
                        _ => Access::Global,
                    };
                }
                _ => {}
            }
        }
        let scope = &self.scopes[self.unit.scope];
        let place = scope.symbol(sym).unwrap_or_default().place;
        let reg = self.unit.register(self.unit.scope, sym);
        match (place, reg, scope.kind) {
            (Place::GlobalExplicit, ..) => Access::Global,
            (_, _, ScopeKind::Module) => match self.options.namespace_is_globals {
                true => Access::Global,
                false => Access::Namespace,
            },
            (_, Some(reg), ScopeKind::Class) if in_comprehension => Access::Cell(reg),
            (Place::Free, Some(reg), ScopeKind::Class) => Access::ClassOrCell(reg),
            (_, _, ScopeKind::Class) => Access::Namespace,
            (Place::Local, Some(reg), _) => Access::Local(reg),
            (Place::Cell, Some(reg), _) => Access::Cell(reg),
            (Place::Free, Some(reg), _) => match self.class_dict() {
                Some(dict) if dict != reg => Access::DictOrCell(dict, reg),
                _ => Access::Cell(reg),
            },
            _ => match self.class_dict() {
                Some(dict) => Access::DictOrGlobal(dict),
                None => Access::Global,
            },
        }
    }

    /// The register of the cell with the class namespace, in annotation scopes of a class.
    fn class_dict(&self) -> Option<Reg> {
        if !self.scopes[self.unit.scope].sees_class {
            return None;
        }
        let sym = self.symbols.find("__classdict__")?;
        self.unit.register(self.unit.scope, sym)
    }

    /// Makes sure that a local is bound before it is read.
    pub fn check_bound(&mut self, local: Reg) {
        if !self.unit.asm.is_bound(local) {
            self.emit_a(Op::CheckBound, local);
            self.unit.bind(local);
        }
    }

    /// The value of a variable.
    pub fn load_name(&mut self, sym: Sym, want: Want) -> Reg {
        let mark = self.unit.mark();
        match self.access(sym) {
            Access::Local(local) => {
                self.check_bound(local);
                match want {
                    Want::Any if !self.unit.is_named(local) => local,
                    _ => self.move_to(want, local),
                }
            }
            Access::Cell(cell) => {
                let dst = self.result(mark, Want::Temporary);
                self.emit_ab(Op::LoadCell, dst, cell);
                self.deliver(mark, want)
            }
            Access::Global => {
                let name = self.name_index(sym).0;
                if let Want::Local(local) = want {
                    self.emit(Instr::wide(Op::LoadGlobalL, 0, local.0, name));
                    return local;
                }
                let dst = self.result(mark, Want::Temporary);
                self.emit(Instr::wide(Op::LoadGlobal, 0, dst.0, name));
                dst
            }
            Access::Namespace => {
                let name = self.name_index(sym).0;
                let dst = self.result(mark, Want::Temporary);
                self.emit(Instr::wide(Op::LoadName, 0, dst.0, name));
                self.deliver(mark, want)
            }
            Access::ClassOrCell(cell) => {
                let dst = self.result(mark, Want::Temporary);
                self.emit_a(Op::LoadLocals, dst);
                self.emit_abc(Op::LoadDictOrCell, dst, dst, cell);
                self.deliver(mark, want)
            }
            Access::DictOrCell(dict, cell) => {
                let dst = self.result(mark, Want::Temporary);
                self.emit_ab(Op::LoadCell, dst, dict);
                self.emit_abc(Op::LoadDictOrCell, dst, dst, cell);
                self.deliver(mark, want)
            }
            Access::DictOrGlobal(dict) => {
                let dst = self.result(mark, Want::Temporary);
                self.emit_ab(Op::LoadCell, dst, dict);
                self.emit_named(Op::LoadDictOrGlobal, dst, dst, sym);
                self.deliver(mark, want)
            }
        }
    }

    /// Records an instruction whose name index is in `c` and `x`.
    pub fn emit_named(&mut self, op: Op, a: Reg, b: Reg, sym: Sym) {
        let name = self.name_index(sym).0;
        self.emit(Instr::new(op, (name >> 16) as u8, a.0, b.0, name as u16));
    }

    /// Writes a value to a variable; a temporary is consumed.
    pub fn store_name(&mut self, sym: Sym, value: Reg) {
        match self.access(sym) {
            Access::Local(local) => {
                if local != value {
                    self.emit_ab(Op::MoveL, local, value);
                }
                self.unit.bind(local);
            }
            Access::Cell(cell) | Access::ClassOrCell(cell) | Access::DictOrCell(_, cell) => {
                self.emit_ab(Op::StoreCell, cell, value);
            }
            Access::Global | Access::DictOrGlobal(_) => {
                let name = self.name_index(sym).0;
                self.emit(Instr::wide(Op::StoreGlobal, 0, value.0, name));
            }
            Access::Namespace => {
                let name = self.name_index(sym).0;
                self.emit(Instr::wide(Op::StoreName, 0, value.0, name));
            }
        }
    }

    /// Deletes a variable.
    pub fn delete_name(&mut self, sym: Sym) {
        match self.access(sym) {
            Access::Local(local) => {
                if !self.unit.asm.is_bound(local) {
                    self.emit_a(Op::CheckBound, local);
                }
                self.emit_a(Op::Clear, local);
                self.unit.forget(local);
            }
            Access::Cell(cell) | Access::ClassOrCell(cell) | Access::DictOrCell(_, cell) => {
                self.emit_a(Op::DeleteCell, cell);
            }
            Access::Global | Access::DictOrGlobal(_) => {
                let name = self.name_index(sym).0;
                self.emit(Instr::wide(Op::DeleteGlobal, 0, 0, name));
            }
            Access::Namespace => {
                let name = self.name_index(sym).0;
                self.emit(Instr::wide(Op::DeleteName, 0, 0, name));
            }
        }
    }

    /// Sets a variable to None and deletes it, as at the end of `except … as name`.
    pub fn unbind_name(&mut self, sym: Sym) {
        if let Access::Local(local) = self.access(sym) {
            self.emit_a(Op::Clear, local);
            self.unit.forget(local);
            return;
        }
        let mark = self.unit.mark();
        let none = self.unit.take(1);
        self.emit_a(Op::LoadNone, none);
        self.store_name(sym, none);
        self.unit.release_to(mark);
        self.delete_name(sym);
    }

    /// Refuses names that may not be bound.
    pub fn check_binding(&self, name: NameId, span: Span) -> Result {
        self.check_binding_text(self.ast.name(name), "assign to", span)
    }

    /// Refuses names that may not be deleted.
    pub fn check_deletion(&self, name: NameId, span: Span) -> Result {
        self.check_binding_text(self.ast.name(name), "delete", span)
    }

    /// Refuses a name that may not be changed in this way.
    pub fn check_binding_text(&self, name: &str, what: &str, span: Span) -> Result {
        match name {
            "__debug__" => Err(self.error(format!("cannot {what} __debug__"), span)),
            _ => Ok(()),
        }
    }
}
