//! Comprehensions. List, set and dict comprehensions become part of the enclosing code, with their
//! own registers for their variables; generator expressions are functions of one argument.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::generators::Awaiting;
use super::names::Access;
use super::scopes::{Comprehension, Place, ScopeId, ScopeKey};
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::*;

/// A comprehension's parts.
#[derive(Clone, Copy)]
struct Parts {
    kind: Comprehension,
    element: ExprId,
    /// The value of a dict comprehension.
    value: Option<ExprId>,
    generators: List<Generator>,
    /// The whole comprehension.
    span: Span,
    /// What the elements are added to.
    container: Reg,
}

impl Compiler<'_> {
    /// The value of a comprehension or generator expression.
    pub fn comprehension(&mut self, id: ExprId, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let span = ast[id].span;
        let (kind, element, value, generators) = match ast[id].kind {
            ExprKind::ListComp {
                element,
                generators,
            } => (Comprehension::List, element, None, generators),
            ExprKind::SetComp {
                element,
                generators,
            } => (Comprehension::Set, element, None, generators),
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => (Comprehension::Dict, key, Some(value), generators),
            ExprKind::GeneratorExp {
                element,
                generators,
            } => (Comprehension::Generator, element, None, generators),
            _ => return self.operand(id),
        };
        let scope = self.scope_of(ScopeKey::Expr(id));
        let parts = Parts {
            kind,
            element,
            value,
            generators,
            span,
            container: self.unit.temporary_at(self.unit.mark()),
        };
        if kind != Comprehension::Generator
            && self.scopes[scope].is_coroutine
            && !self.in_async_function()
            && self.unit.kind != super::scopes::ScopeKind::Comprehension(Comprehension::Generator)
        {
            return Err(self.error(
                "asynchronous comprehension outside of an asynchronous function",
                span,
            ));
        }
        match self.scopes[scope].inlined {
            true => self.inlined(scope, parts, span, want),
            false => self.separate(scope, parts, span, want),
        }
    }

    /// A comprehension as part of the present unit.
    fn inlined(&mut self, scope: ScopeId, mut parts: Parts, span: Span, want: Want) -> Result<Reg> {
        let mark = self.unit.mark();
        parts.container = self.unit.take(1);
        let iter = self.first_iter(parts.generators)?;
        self.at(span);
        self.build_container(parts);
        self.unit.inlined.push(scope);
        let variables = self.own_variables(scope);
        for &(reg, place) in &variables {
            if place == Place::Cell {
                self.emit_a(Op::Clear, reg);
                self.emit_a(Op::MakeCell, reg);
            }
            self.unit.forget(reg);
        }
        let result = self.clauses(parts, parts.generators, iter);
        self.unit.inlined.pop();
        result?;
        self.at(span);
        for &(reg, _) in &variables {
            self.emit_a(Op::Clear, reg);
            self.unit.forget(reg);
        }
        self.unit.release_to(mark.plus(1));
        Ok(self.deliver(mark, want))
    }

    /// Registers of the variables that the comprehension binds.
    fn own_variables(&self, scope: ScopeId) -> Vec<(Reg, Place)> {
        let symbols = self.scopes[scope].order.iter();
        symbols
            .filter_map(|&sym| {
                let place = self.scopes[scope].symbol(sym)?.place;
                Some((self.unit.register(scope, sym)?, place))
            })
            .collect()
    }

    /// A comprehension as a function that is called at once.
    fn separate(
        &mut self,
        scope: ScopeId,
        mut parts: Parts,
        span: Span,
        want: Want,
    ) -> Result<Reg> {
        let mark = self.unit.mark();
        let name = match parts.kind {
            Comprehension::List => "<listcomp>",
            Comprehension::Set => "<setcomp>",
            Comprehension::Dict => "<dictcomp>",
            Comprehension::Generator => "<genexpr>",
        };
        self.begin_unit(scope, name, span)?;
        self.unit.arg_counts[0] = 1;
        let body_mark = self.unit.mark();
        if parts.kind != Comprehension::Generator {
            parts.container = self.unit.take(1);
            self.build_container(parts);
        }
        let iter = self.unit.take(1);
        self.emit_ab(Op::Move, iter, Reg(0));
        self.clauses(parts, parts.generators, iter)?;
        self.at(span);
        if parts.kind != Comprehension::Generator {
            let container = self.unit.temporary_at(body_mark);
            self.emit_return(container);
        }
        let (code, free) = self.end_unit()?;
        let function = self.make_function(code, &free, 0, mark, Want::Temporary);
        self.prepare(mark, super::expr::Head::Value(function));
        self.first_iter(parts.generators)?;
        self.at(span);
        let result = self.emit_call(mark, 1, Vec::new(), want);
        if parts.kind != Comprehension::Generator && self.scopes[scope].is_coroutine {
            let iter = self.result(mark, Want::Temporary);
            self.emit_await(iter, result, Awaiting::Expression);
        }
        Ok(result)
    }

    fn build_container(&mut self, parts: Parts) {
        let op = match parts.kind {
            Comprehension::List => Op::BuildList,
            Comprehension::Set => Op::BuildSet,
            Comprehension::Dict => Op::BuildMap,
            Comprehension::Generator => return,
        };
        self.emit(Instr::new(op, 0, parts.container.0, parts.container.0, 0));
    }

    /// The iterator of the outermost clause, which belongs to the enclosing scope.
    fn first_iter(&mut self, generators: List<Generator>) -> Result<Reg> {
        let first = self.ast[generators][0];
        self.iterator(first.iter, first.is_async)
    }

    /// An iterator of an expression in the next temporary.
    pub fn iterator(&mut self, iterable: ExprId, is_async: bool) -> Result<Reg> {
        let mark = self.unit.mark();
        let iterable_value = if is_async {
            self.operand(iterable)?
        } else {
            self.iterable(iterable)?
        };
        let outside = self.at(self.ast[iterable].span);
        let dst = self.result(mark, Want::Temporary);
        let op = if is_async { Op::GetAIter } else { Op::GetIter };
        self.emit_ab(op, dst, iterable_value);
        self.at(outside);
        Ok(dst)
    }

    /// What a loop runs over: displays of constants become constants.
    fn iterable(&mut self, iterable: ExprId) -> Result<Reg> {
        let ast = self.ast;
        let constant = match ast[iterable].kind {
            ExprKind::List(elements) => self.folded.constants(ast, elements),
            _ => None,
        };
        match constant {
            Some(items) => Ok(self.load_const(Const::Tuple(items.into()), Want::Any)),
            None => self.operand(iterable),
        }
    }

    /// The loops from the first of these clauses inwards; its iterator is the topmost temporary.
    fn clauses(&mut self, parts: Parts, generators: List<Generator>, iter: Reg) -> Result {
        let clause = self.ast[generators][0];
        if clause.is_async {
            return self.async_clause(parts, generators, iter);
        }
        let after = self.unit.mark();
        let looping = self.begin_for(clause.target, iter)?;
        self.clause_body(parts, generators, looping.next)?;
        let outside = self.at(self.ast[clause.iter].span);
        self.end_for(looping, iter);
        self.at(outside);
        self.unit.release_to(after);
        Ok(())
    }

    fn async_clause(&mut self, parts: Parts, generators: List<Generator>, iter: Reg) -> Result {
        let clause = self.ast[generators][0];
        let after = self.unit.mark();
        let again = self.unit.asm.label();
        let exhausted = self.begin_async_for(again, clause.target, parts.span, iter)?;
        self.clause_body(parts, generators, again)?;
        self.unit.asm.jump(again);
        self.unit.asm.place(exhausted);
        let outside = self.at(self.ast[clause.iter].span);
        self.emit_a(Op::EndAsyncFor, iter);
        self.at(outside);
        self.unit.release_to(after);
        Ok(())
    }

    /// The conditions of the first clause, then the further clauses or the element.
    fn clause_body(
        &mut self,
        parts: Parts,
        generators: List<Generator>,
        next: super::asm::Label,
    ) -> Result {
        let ast = self.ast;
        for &condition in &ast[ast[generators][0].conditions] {
            self.jump_if(condition, next, false)?;
        }
        let inner = generators.skip(1);
        let Some(clause) = ast[inner].first() else {
            return self.add_element(parts);
        };
        let mark = self.unit.mark();
        let iter = self.iterator(clause.iter, clause.is_async)?;
        self.clauses(parts, inner, iter)?;
        self.unit.release_to(mark);
        Ok(())
    }

    fn add_element(&mut self, parts: Parts) -> Result {
        let mark = self.unit.mark();
        let element_span = self.ast[parts.element].span;
        let outside = self.at(element_span);
        match (parts.kind, parts.value) {
            (Comprehension::Generator, _) => {
                let value = self.operand(parts.element)?;
                self.at(element_span);
                let sent = self.emit_yield(mark, value, Want::Temporary);
                self.emit_a(Op::Drop, sent);
            }
            (Comprehension::Dict, Some(value)) => {
                let key = self.operand(parts.element)?;
                let value_reg = self.operand(value)?;
                self.at(element_span.to(self.ast[value].span));
                self.emit_abc(Op::MapAdd, parts.container, key, value_reg);
            }
            (kind, _) => {
                let value = self.operand(parts.element)?;
                self.at(element_span);
                let op = match kind {
                    Comprehension::Set => Op::SetAdd,
                    _ => Op::ListAppend,
                };
                self.emit_ab(op, parts.container, value);
            }
        }
        self.at(outside);
        self.unit.release_to(mark);
        Ok(())
    }

    /// The register of a name that is a plain local here.
    pub fn local_target(&mut self, target: ExprId) -> Option<Reg> {
        let ExprKind::Name(name) = self.ast[target].kind else {
            return None;
        };
        let sym = self.mangle(name);
        match self.access(sym) {
            Access::Local(local) => Some(local),
            _ => None,
        }
    }
}
