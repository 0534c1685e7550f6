//! Assignment targets: names, attributes, subscripts and unpacking; and deletion.
#![forbid(unsafe_code)]

use super::{Compiler, Result};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::*;

/// Most targets before the star that CPython accepts.
const MAX_BEFORE_STAR: usize = 256;

impl Compiler<'_> {
    /// Stores a value in a target; a temporary is consumed.
    pub fn store_target(&mut self, target: ExprId, value: Reg) -> Result {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[target];
        let outside = self.at(span);
        let mark = self.unit.mark();
        match kind {
            ExprKind::Name(name) => {
                self.check_binding(name, span)?;
                let sym = self.mangle(name);
                self.store_name(sym, value);
            }
            ExprKind::Attribute {
                value: object,
                attr,
            } => {
                self.check_binding(attr, span)?;
                self.note_static_attribute(object, attr);
                let object = self.operand(object)?;
                self.at(self.attribute_span(target, span));
                let sym = self.mangle(attr);
                self.emit_named(Op::StoreAttr, object, value, sym);
            }
            ExprKind::Subscript {
                value: object,
                index,
            } => {
                let object = self.operand(object)?;
                self.store_subscript(object, index, value, span)?;
            }
            ExprKind::Tuple(elements) | ExprKind::List(elements) => self.unpack(elements, value)?,
            ExprKind::Starred(_) => {
                return Err(
                    self.error("starred assignment target must be in a list or tuple", span)
                );
            }
            _ => return Err(self.error("cannot assign to this expression", span)),
        }
        self.unit.release_to(mark);
        self.at(outside);
        Ok(())
    }

    fn store_subscript(&mut self, object: Reg, index: ExprId, value: Reg, span: Span) -> Result {
        if let Some(small) = self.small_int(index) {
            let instr = Instr::new(Op::StoreSubscrI, 0, object.0, small as u16, value.0);
            self.emit(instr);
            return Ok(());
        }
        if let Some(bounds) = self.slice_bounds(index)? {
            self.at(span);
            self.emit_abc(Op::StoreSlice, object, bounds, value);
            return Ok(());
        }
        let index = self.operand(index)?;
        self.at(span);
        self.emit_abc(Op::StoreSubscr, object, index, value);
        Ok(())
    }

    /// Unpacks a value into targets. The first item comes into the highest temporary, so the targets
    /// are served from the top down.
    fn unpack(&mut self, elements: List<ExprId>, value: Reg) -> Result {
        let ast = self.ast;
        let is_star = |element: &ExprId| matches!(ast[*element].kind, ExprKind::Starred(_));
        let star = ast[elements].iter().position(is_star);
        if let (None, &[one, two]) = (star, &ast[elements])
            && let Some(first) = self.local_target(one)
            && let Some(second) = self.local_target(two)
        {
            self.emit_abc(Op::Unpack2L, first, value, second);
            self.unit.bind(first);
            self.unit.bind(second);
            return Ok(());
        }
        let count = elements.len();
        // The items may take the place of the sequence if that is the topmost temporary.
        if self.unit.is_temporary(value)
            && value.plus(1) == self.unit.temporary_at(self.unit.mark())
        {
            let mark = self.unit.mark_at(value);
            self.unit.release_to(mark);
        }
        let bottom = self.unit.mark();
        let base = self.unit.take(count);
        match star {
            None => {
                let instr = Instr::new(Op::UnpackSequence, 0, base.0, value.0, count as u16);
                self.emit(instr);
            }
            Some(before) => {
                let after = count - before - 1;
                if ast[elements][before + 1..].iter().any(is_star) {
                    let message = "multiple starred expressions in assignment";
                    return Err(self.error(message, self.unit.asm.span));
                }
                if before >= MAX_BEFORE_STAR {
                    let message = "too many expressions in star-unpacking assignment";
                    return Err(self.error(message, self.unit.asm.span));
                }
                let instr = Instr::new(Op::UnpackEx, 0, base.0, value.0, before as u16);
                self.unit.asm.emit_data(instr, after as u32);
            }
        }
        for (index, &element) in ast[elements].iter().enumerate() {
            let element = match ast[element].kind {
                ExprKind::Starred(inner) => inner,
                _ => element,
            };
            let place = bottom.plus(count - 1 - index);
            let item = self.unit.temporary_at(place);
            self.unit.release_to(place.plus(1));
            self.store_target(element, item)?;
        }
        self.unit.release_to(bottom);
        Ok(())
    }

    /// Remembers an assignment to `self.name` in a method.
    fn note_static_attribute(&mut self, object: ExprId, attr: NameId) {
        let ExprKind::Name(name) = self.ast[object].kind else {
            return;
        };
        if self.ast.name(name) != "self" {
            return;
        }
        let sym = self.symbols.plain(attr);
        let units = [&mut self.unit];
        let units = units.into_iter().chain(self.outer.iter_mut().rev());
        for unit in units {
            if unit.kind == super::scopes::ScopeKind::Class {
                if !unit.static_attributes.contains(&sym) {
                    unit.static_attributes.push(sym);
                }
                return;
            }
        }
    }

    /// `del target`
    pub fn delete_target(&mut self, target: ExprId) -> Result {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[target];
        let outside = self.at(span);
        let mark = self.unit.mark();
        match kind {
            ExprKind::Name(name) => {
                self.check_deletion(name, span)?;
                let sym = self.mangle(name);
                self.delete_name(sym);
            }
            ExprKind::Attribute { value, attr } => {
                let object = self.operand(value)?;
                self.at(self.attribute_span(target, span));
                let sym = self.mangle(attr);
                self.emit_named(Op::DeleteAttr, object, Reg(0), sym);
            }
            ExprKind::Subscript { value, index } => {
                let object = self.operand(value)?;
                let index = self.operand(index)?;
                self.at(span);
                self.emit_ab(Op::DeleteSubscr, object, index);
            }
            ExprKind::Tuple(elements) | ExprKind::List(elements) => {
                for &element in &ast[elements] {
                    self.delete_target(element)?;
                }
            }
            _ => return Err(self.error("cannot delete this expression", span)),
        }
        self.unit.release_to(mark);
        self.at(outside);
        Ok(())
    }
}
