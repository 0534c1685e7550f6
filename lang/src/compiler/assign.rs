//! Assignment statements: plain, parallel, augmented and annotated.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::names::Access;
use super::scopes::ScopeKind;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Op, arith};
use crate::syntax::ast::*;

/// Parallel assignments of at most this many values go without a tuple.
const MAX_PARALLEL: usize = 32;

impl Compiler<'_> {
    /// `a = b = value`
    pub fn assign(&mut self, targets: List<ExprId>, value: ExprId) -> Result {
        let ast = self.ast;
        let mark = self.unit.mark();
        let (&last, others) = match ast[targets].split_last() {
            Some(split) => split,
            None => return Ok(()),
        };
        if others.is_empty() {
            return self.assign_one(last, value);
        }
        let value = self.push(value)?;
        for &target in others {
            if let Some(local) = self.local_target(target) {
                self.check_target_name(target)?;
                self.emit_ab(Op::CopyL, local, value);
                self.unit.bind(local);
            } else {
                let copy = self.unit.take(1);
                self.emit_ab(Op::Copy, copy, value);
                self.store_target(target, copy)?;
                self.unit.release_to(mark.plus(1));
            }
        }
        self.store_target(last, value)?;
        self.unit.release_to(mark);
        Ok(())
    }

    /// Refuses a target that is a name which may not be bound.
    pub fn check_target_name(&self, target: ExprId) -> Result {
        match self.ast[target].kind {
            ExprKind::Name(name) => self.check_binding(name, self.ast[target].span),
            _ => Ok(()),
        }
    }

    fn assign_one(&mut self, target: ExprId, value: ExprId) -> Result {
        let mark = self.unit.mark();
        if let Some(local) = self.local_target(target) {
            self.check_target_name(target)?;
            self.expr(value, Want::Local(local))?;
            self.unit.bind(local);
            return Ok(());
        }
        if self.assign_parallel(target, value)? {
            return Ok(());
        }
        let value = self.operand(value)?;
        self.store_target(target, value)?;
        self.unit.release_to(mark);
        Ok(())
    }

    /// `a, b = x, y` without a tuple: all values first, then all targets.
    fn assign_parallel(&mut self, target: ExprId, value: ExprId) -> Result<bool> {
        let ast = self.ast;
        let (targets, values) = match (ast[target].kind, ast[value].kind) {
            (
                ExprKind::Tuple(targets) | ExprKind::List(targets),
                ExprKind::Tuple(values) | ExprKind::List(values),
            ) => (targets, values),
            _ => return Ok(false),
        };
        let starred = |id: &ExprId| matches!(ast[*id].kind, ExprKind::Starred(_));
        if targets.len() != values.len()
            || targets.len() > MAX_PARALLEL
            || ast[targets].iter().any(starred)
            || ast[values].iter().any(starred)
        {
            return Ok(false);
        }
        if self.swap(targets, values) {
            return Ok(true);
        }
        let mark = self.unit.mark();
        let locals = self.different_locals(targets);
        let direct: Vec<Option<Reg>> = (0..targets.len())
            .map(|index| {
                let local = *locals.get(index)?;
                self.is_independent(local, values.skip(index + 1))
                    .then_some(local)
            })
            .collect();
        let mut waiting = Vec::new();
        for (&value, (&target, direct)) in ast[values].iter().zip(ast[targets].iter().zip(&direct))
        {
            match direct {
                Some(local) => {
                    self.check_target_name(target)?;
                    self.expr(value, Want::Local(*local))?;
                }
                None => waiting.push((target, self.push(value)?)),
            }
        }
        for (target, value) in waiting {
            self.store_target(target, value)?;
        }
        for local in locals {
            self.unit.bind(local);
        }
        self.unit.release_to(mark);
        Ok(true)
    }

    /// The targets if all are different locals: then the order of writing them does not matter.
    fn different_locals(&mut self, targets: List<ExprId>) -> Vec<Reg> {
        let mut locals = Vec::new();
        for &target in &self.ast[targets] {
            match self.local_target(target) {
                Some(local) if !locals.contains(&local) => locals.push(local),
                _ => return Vec::new(),
            }
        }
        locals
    }

    /// Whether a local may be written before these values are evaluated: they cannot raise and do not
    /// read it.
    fn is_independent(&mut self, local: Reg, values: List<ExprId>) -> bool {
        let ast = self.ast;
        ast[values].iter().all(|&value| {
            self.folded.is_constant(ast, value)
                || self.plain_local(value).is_some_and(|other| other != local)
        })
    }

    /// `a, b = b, a` for two bound locals.
    fn swap(&mut self, targets: List<ExprId>, values: List<ExprId>) -> bool {
        let ast = self.ast;
        let (&[one, two], &[first, second]) = (&ast[targets], &ast[values]) else {
            return false;
        };
        let (Some(one), Some(two)) = (self.local_target(one), self.local_target(two)) else {
            return false;
        };
        let first = self.plain_local(first);
        if one == two || first != Some(two) || self.plain_local(second) != Some(one) {
            return false;
        }
        self.emit_ab(Op::Swap, one, two);
        true
    }

    // ---- augmented -------------------------------------------------------------------------------

    /// `target op= value`; the target's parts are evaluated once.
    pub fn augmented(&mut self, target: ExprId, op: BinaryOp, value: ExprId, span: Span) -> Result {
        let ast = self.ast;
        let mark = self.unit.mark();
        let x = arith::IN_PLACE;
        match ast[target].kind {
            ExprKind::Name(name) => {
                self.check_binding(name, ast[target].span)?;
                let sym = self.mangle(name);
                self.at(ast[target].span);
                if let Access::Local(local) = self.access(sym) {
                    self.check_bound(local);
                    let left = match self.unit.is_named(local) {
                        true => self.move_to(Want::Temporary, local),
                        false => local,
                    };
                    self.at(span);
                    self.binary_with(mark, op, left, value, x, Want::Local(local))?;
                    return Ok(());
                }
                let left = self.load_name(sym, Want::Temporary);
                self.at(span);
                let result = self.binary_with(mark, op, left, value, x, Want::Temporary)?;
                self.at(ast[target].span);
                self.store_name(sym, result);
            }
            ExprKind::Attribute {
                value: object,
                attr,
            } => {
                self.check_binding(attr, ast[target].span)?;
                let object = self.operand(object)?;
                let sym = self.mangle(attr);
                self.at(self.attribute_span(target, ast[target].span));
                let inner = self.unit.mark();
                let again = self.copy_operand(object);
                let left = self.load_attribute(inner, again, sym, Want::Temporary);
                self.at(span);
                let result = self.binary_with(inner, op, left, value, x, Want::Temporary)?;
                self.at(self.attribute_span(target, ast[target].span));
                self.emit_named(Op::StoreAttr, object, result, sym);
            }
            ExprKind::Subscript {
                value: object,
                index,
            } => self.augmented_subscript(target, object, index, op, value, span)?,
            _ => return Err(self.error("illegal expression for augmented assignment", span)),
        }
        self.unit.release_to(mark);
        Ok(())
    }

    fn augmented_subscript(
        &mut self,
        target: ExprId,
        object: ExprId,
        index: ExprId,
        op: BinaryOp,
        value: ExprId,
        span: Span,
    ) -> Result {
        let x = arith::IN_PLACE;
        let whole = self.ast[target].span;
        let object = self.operand(object)?;
        if let Some(small) = self.small_int(index) {
            let inner = self.unit.mark();
            self.at(whole);
            let again = self.copy_operand(object);
            let left = self.result(inner, Want::Temporary);
            self.emit(Instr::new(
                Op::LoadSubscrI,
                0,
                left.0,
                again.0,
                small as u16,
            ));
            self.at(span);
            let result = self.binary_with(inner, op, left, value, x, Want::Temporary)?;
            self.at(whole);
            self.emit(Instr::new(
                Op::StoreSubscrI,
                0,
                object.0,
                small as u16,
                result.0,
            ));
            return Ok(());
        }
        let index = self.operand(index)?;
        let inner = self.unit.mark();
        self.at(whole);
        let again = self.copy_operand(object);
        let index_again = self.copy_operand(index);
        let left = self.result(inner, Want::Temporary);
        self.emit_abc(Op::LoadSubscr, left, again, index_again);
        self.at(span);
        let result = self.binary_with(inner, op, left, value, x, Want::Temporary)?;
        self.at(whole);
        self.emit_abc(Op::StoreSubscr, object, index, result);
        Ok(())
    }

    /// The operand again: a local as it is, a temporary copied.
    fn copy_operand(&mut self, operand: Reg) -> Reg {
        if !self.unit.is_temporary(operand) {
            return operand;
        }
        let copy = self.unit.take(1);
        self.emit_ab(Op::Copy, copy, operand);
        copy
    }

    // ---- annotated -------------------------------------------------------------------------------

    /// `target: annotation = value`
    pub fn annotated(
        &mut self,
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        simple: bool,
        span: Span,
    ) -> Result {
        let ast = self.ast;
        if let Some(value) = value {
            self.assign_one(target, value)?;
        }
        let stores = matches!(self.unit.kind, ScopeKind::Module | ScopeKind::Class);
        self.at(span);
        match ast[target].kind {
            ExprKind::Name(name) => {
                self.check_binding(name, span)?;
                if simple && stores {
                    let mark = self.unit.mark();
                    let annotation = self.annotation_value(annotation)?;
                    self.at(span);
                    let annotations = self.symbols.intern("__annotations__");
                    let dict = self.load_name(annotations, Want::Temporary);
                    let sym = self.mangle(name);
                    let key = Const::text(self.symbols.text(sym));
                    let key = self.load_const(key, Want::Temporary);
                    self.emit_abc(Op::StoreSubscr, dict, key, annotation);
                    self.unit.release_to(mark);
                }
            }
            ExprKind::Attribute {
                value: object,
                attr,
            } => {
                self.check_binding(attr, span)?;
                if value.is_none() {
                    self.discard(object)?;
                }
            }
            ExprKind::Subscript {
                value: object,
                index,
            } if value.is_none() => {
                self.discard(object)?;
                self.discard(index)?;
            }
            ExprKind::Subscript { .. } => {}
            _ => return Err(self.error("illegal target for annotation", span)),
        }
        if !simple && !self.lazy_annotations && stores {
            self.discard(annotation)?;
        }
        Ok(())
    }

    /// Evaluates an expression and drops its value.
    pub fn discard(&mut self, id: ExprId) -> Result {
        let mark = self.unit.mark();
        let value = self.operand(id)?;
        if self.unit.is_temporary(value) {
            self.emit_a(Op::Drop, value);
        }
        self.unit.release_to(mark);
        Ok(())
    }

    /// An annotation's value: evaluated, or as text if the source asked for that.
    pub fn annotation_value(&mut self, annotation: ExprId) -> Result<Reg> {
        if self.lazy_annotations {
            let text = crate::syntax::unparse_expression(self.ast, annotation);
            return Ok(self.load_const(Const::text(&text), Want::Temporary));
        }
        self.push(annotation)
    }
}
