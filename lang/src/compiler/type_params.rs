//! Type parameters and `type` statements. Bounds, constraints, defaults and alias values are
//! functions without parameters that are called when somebody asks.
#![forbid(unsafe_code)]

use super::expr::{Head, Want};
use super::scopes::ScopeKey;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Intrinsic1, Intrinsic2, Op};
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// Makes and binds the type parameters; their tuple comes into the next temporary.
    pub fn type_params(&mut self, params: List<TypeParam>) -> Result<Reg> {
        let ast = self.ast;
        let mark = self.unit.mark();
        let base = self.unit.temporary_at(mark);
        let mut seen_default = false;
        for param in &ast[params] {
            let outside = self.at(param.span);
            self.check_binding(param.name, param.span)?;
            let value = self.type_param(param)?;
            if param.default.is_some() {
                seen_default = true;
            } else if seen_default {
                let name = ast.name(param.name);
                let message =
                    format!("non-default type parameter '{name}' follows default type parameter");
                return Err(self.error(message, param.span));
            }
            let copy = self.unit.take(1);
            self.emit_ab(Op::Copy, copy, value);
            let sym = self.mangle(param.name);
            self.store_name(sym, copy);
            let above = self.unit.mark_at(copy);
            self.unit.release_to(above);
            self.at(outside);
        }
        let dst = self.result(mark, Want::Temporary);
        let count = params.len() as u16;
        self.emit(Instr::new(Op::BuildTuple, 0, dst.0, base.0, count));
        Ok(dst)
    }

    /// Makes one type parameter in the next temporary.
    fn type_param(&mut self, param: &TypeParam) -> Result<Reg> {
        let ast = self.ast;
        let name = ast.name(param.name);
        let mark = self.unit.mark();
        let value = self.load_const(Const::text(name), Want::Temporary);
        let plain = match param.kind {
            TypeParamKind::TypeVar { bound: Some(bound) } => {
                let is_tuple = matches!(ast[bound].kind, ExprKind::Tuple(_));
                let intrinsic = match is_tuple {
                    true => Intrinsic2::TypeVarWithConstraints,
                    false => Intrinsic2::TypeVarWithBound,
                };
                let bound = self.lazily(bound, name)?;
                self.emit(Instr::new(
                    Op::Intrinsic2,
                    intrinsic as u8,
                    value.0,
                    value.0,
                    bound.0,
                ));
                None
            }
            TypeParamKind::TypeVar { bound: None } => Some(Intrinsic1::TypeVar),
            TypeParamKind::TypeVarTuple => Some(Intrinsic1::TypeVarTuple),
            TypeParamKind::ParamSpec => Some(Intrinsic1::ParamSpec),
        };
        if let Some(intrinsic) = plain {
            self.emit(Instr::new(
                Op::Intrinsic1,
                intrinsic as u8,
                value.0,
                value.0,
                0,
            ));
        }
        self.unit.release_to(mark.plus(1));
        if let Some(default) = param.default {
            let default = self.lazily(default, name)?;
            let set = Intrinsic2::SetTypeParamDefault as u8;
            self.emit(Instr::new(Op::Intrinsic2, set, value.0, value.0, default.0));
        }
        self.unit.release_to(mark.plus(1));
        Ok(value)
    }

    /// A function that evaluates an expression of a type parameter.
    fn lazily(&mut self, expr: ExprId, name: &str) -> Result<Reg> {
        let scope = self.scope_of(ScopeKey::TypeVariable(expr));
        let span = self.ast[expr].span;
        self.thunk(scope, name, span, |compiler| {
            match compiler.ast[expr].kind {
                ExprKind::Starred(inner) => {
                    let value = compiler.push(inner)?;
                    compiler.emit(Instr::new(Op::UnpackSequence, 0, value.0, value.0, 1));
                    Ok(value)
                }
                _ => compiler.operand(expr),
            }
        })
    }

    /// `type name[params] = value`
    pub fn type_alias(
        &mut self,
        id: StmtId,
        target: ExprId,
        type_params: List<TypeParam>,
        value: ExprId,
        span: Span,
    ) -> Result {
        let ast = self.ast;
        let ExprKind::Name(target_name) = ast[target].kind else {
            return Err(self.error("cannot assign to this expression", span));
        };
        self.check_binding(target_name, span)?;
        let name = ast.name(target_name);
        let mark = self.unit.mark();
        if type_params.is_empty() {
            self.alias_object(id, name, List::EMPTY, value, span)?;
        } else {
            let scope = self.scope_of(ScopeKey::AliasParams(id));
            let function = format!("<generic parameters of {name}>");
            let made = self.thunk(scope, &function, span, |compiler| {
                compiler.alias_object(id, name, type_params, value, span)
            })?;
            self.prepare(mark, Head::Value(made));
            self.emit_call(mark, 0, Vec::new(), Want::Temporary);
        }
        self.at(span);
        let alias = self.unit.temporary_at(mark);
        self.store_target(target, alias)?;
        self.unit.release_to(mark);
        Ok(())
    }

    /// The alias made of its name, parameters and lazily evaluated value, in the next temporary.
    fn alias_object(
        &mut self,
        id: StmtId,
        name: &str,
        type_params: List<TypeParam>,
        value: ExprId,
        span: Span,
    ) -> Result<Reg> {
        let mark = self.unit.mark();
        let base = self.load_const(Const::text(name), Want::Temporary);
        match type_params.is_empty() {
            true => self.load_const(Const::None, Want::Temporary),
            false => self.type_params(type_params)?,
        };
        let scope = self.scope_of(ScopeKey::AliasValue(id));
        self.thunk(scope, name, span, |compiler| compiler.operand(value))?;
        let dst = self.result(mark, Want::Temporary);
        self.emit(Instr::new(Op::BuildTuple, 0, dst.0, base.0, 3));
        let make = Intrinsic1::TypeAlias as u8;
        self.emit(Instr::new(Op::Intrinsic1, make, dst.0, dst.0, 0));
        Ok(dst)
    }
}
