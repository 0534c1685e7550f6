//! Functions and lambdas: their defaults, annotations and closures, and the code of their bodies.
#![forbid(unsafe_code)]

use super::expr::{Head, Want};
use super::scope_builder::has_defaults;
use super::scopes::{ScopeId, ScopeKey, ScopeKind};
use super::symbols::Sym;
use super::unit::Mark;
use super::{Compiler, Result};
use crate::base::sync::Arc;
use crate::bytecode::code::{Code, Const, flags};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Intrinsic2, Op, make_function};
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// A `def` statement.
    pub fn function_def(&mut self, id: FunctionId, span: Span) -> Result {
        let ast = self.ast;
        let function = ast[id];
        self.check_binding(function.name, span)?;
        self.check_params(function.params)?;
        let mark = self.unit.mark();
        let decorators = self.decorators(function.decorators)?;
        let at = self.definition_span(function.decorators, span);
        self.at(span);
        if function.type_params.is_empty() {
            self.plain_function(id, at, span)?;
        } else {
            self.generic_function(id, at, span)?;
        }
        self.apply_decorators(function.decorators, &decorators);
        self.at(span);
        let value = self.unit.temporary_at(mark);
        let sym = self.mangle(function.name);
        self.store_name(sym, value);
        self.unit.release_to(mark);
        Ok(())
    }

    /// The source of a definition's first line: its first decorator if there is one.
    pub fn definition_span(&self, decorators: List<ExprId>, span: Span) -> Span {
        let first = self.ast[decorators].first();
        first.map_or(span, |&first| self.ast[first].span.to(span))
    }

    /// Pushes the decorators, each ready to be called; gives the marks where they lie.
    pub fn decorators(&mut self, decorators: List<ExprId>) -> Result<Vec<Mark>> {
        let ast = self.ast;
        let mut marks = Vec::new();
        for &decorator in &ast[decorators] {
            let mark = self.unit.mark();
            let value = self.operand(decorator)?;
            self.prepare(mark, Head::Value(value));
            marks.push(mark);
        }
        Ok(marks)
    }

    /// Calls the decorators from the last to the first with what lies above the last.
    pub fn apply_decorators(&mut self, decorators: List<ExprId>, marks: &[Mark]) {
        let ast = self.ast;
        for (&mark, &decorator) in marks.iter().zip(&ast[decorators]).rev() {
            self.at(ast[decorator].span);
            self.emit_call(mark, 1, Vec::new(), Want::Temporary);
        }
    }

    fn plain_function(&mut self, id: FunctionId, at: Span, span: Span) -> Result {
        let mark = self.unit.mark();
        let parts = self.push_defaults(self.ast[id].params)?;
        self.function_object(id, mark, parts, at, span)
    }

    /// A function with type parameters is made by a function that makes those.
    fn generic_function(&mut self, id: FunctionId, at: Span, span: Span) -> Result {
        let ast = self.ast;
        let function = ast[id];
        let mark = self.unit.mark();
        self.unit.take(2);
        let first = self.unit.mark();
        self.push_defaults(function.params)?;
        let (defaults, kw_defaults) = has_defaults(ast, function.params);
        let count = usize::from(defaults) + usize::from(kw_defaults);
        let name = format!("<generic parameters of {}>", ast.name(function.name));
        let scope = self.scope_of(ScopeKey::FunctionParams(id));
        self.begin_unit(scope, &name, at)?;
        self.unit.arg_counts[0] = count as u32;
        let type_params = self.type_params(function.type_params)?;
        let inner = self.unit.mark();
        let mut parts = 0;
        for (name, present, part) in [
            (".defaults", defaults, make_function::DEFAULTS),
            (".kwdefaults", kw_defaults, make_function::KW_DEFAULTS),
        ] {
            if present {
                let sym = self.symbols.intern(name);
                self.load_name(sym, Want::Temporary);
                parts |= part;
            }
        }
        self.function_object(id, inner, parts, at, span)?;
        let made = self.unit.temporary_at(inner);
        let set = Intrinsic2::SetFunctionTypeParams as u8;
        let result = type_params;
        self.emit(Instr::new(
            Op::Intrinsic2,
            set,
            result.0,
            made.0,
            type_params.0,
        ));
        self.emit_return(result);
        let (code, free) = self.end_unit()?;
        // The callable goes below the defaults, which are its arguments.
        let above = self.unit.mark();
        let made = self.make_function(code, &free, 0, above, Want::Temporary);
        self.unit.release_to(mark);
        let base = self.unit.take(2);
        self.emit_ab(Op::PrepCall, base, made);
        self.unit.release_to(first);
        self.emit_call(mark, count, Vec::new(), Want::Temporary);
        Ok(())
    }

    /// Makes the function whose defaults lie above the mark already.
    fn function_object(
        &mut self,
        id: FunctionId,
        mark: Mark,
        parts: u8,
        at: Span,
        span: Span,
    ) -> Result {
        let ast = self.ast;
        let function = ast[id];
        let annotations = self.annotations(function)?;
        let parts = parts | annotations;
        let scope = self.scope_of(ScopeKey::Function(id));
        self.begin_unit(scope, ast.name(function.name), at)?;
        self.unit.asm.span = span;
        self.set_params(function.params);
        if self
            .outer
            .last()
            .is_some_and(|unit| unit.kind == ScopeKind::Class)
        {
            self.unit.flags |= flags::METHOD;
        }
        let mut body = function.body;
        if let Some((text, _)) = self.docstring(body) {
            body = body.skip(1);
            if self.options.optimize < 2 {
                self.unit.flags |= flags::HAS_DOCSTRING;
                self.const_index(text);
            }
        }
        self.block(body)?;
        if let Some(last) = self.last_span(body) {
            self.at(last);
        }
        let (code, free) = self.end_unit()?;
        self.at(span);
        self.make_function(code, &free, parts, mark, Want::Temporary);
        Ok(())
    }

    /// `lambda params: body`
    pub fn lambda(
        &mut self,
        id: ExprId,
        params: ParamsId,
        body: ExprId,
        want: Want,
    ) -> Result<Reg> {
        self.check_params(params)?;
        let mark = self.unit.mark();
        let span = self.ast[id].span;
        let parts = self.push_defaults(params)?;
        let scope = self.scope_of(ScopeKey::Expr(id));
        self.begin_unit(scope, "<lambda>", span)?;
        self.set_params(params);
        self.unit.asm.span = self.ast[body].span;
        let value = self.operand(body)?;
        self.emit_return(value);
        let (code, free) = self.end_unit()?;
        self.at(span);
        Ok(self.make_function(code, &free, parts, mark, want))
    }

    fn set_params(&mut self, params: ParamsId) {
        let params = self.ast[params];
        let positional_only = params.positional_only.len() as u32;
        self.unit.arg_counts = [
            positional_only + params.positional.len() as u32,
            positional_only,
            params.keyword_only.len() as u32,
        ];
        if params.vararg.is_some() {
            self.unit.flags |= flags::VARARGS;
        }
        if params.kwarg.is_some() {
            self.unit.flags |= flags::VARKEYWORDS;
        }
    }

    fn check_params(&self, params: ParamsId) -> Result {
        let ast = self.ast;
        ast[params]
            .iter(ast)
            .try_for_each(|param| self.check_binding(param.name, param.span))
    }

    /// Pushes the defaults, a tuple and a dict; gives which of the two there are.
    fn push_defaults(&mut self, params: ParamsId) -> Result<u8> {
        let ast = self.ast;
        let params = ast[params];
        let mut parts = 0;
        let positional = ast[params.positional_only]
            .iter()
            .chain(&ast[params.positional]);
        let defaults: Vec<ExprId> = positional.filter_map(|param| param.default).collect();
        if !defaults.is_empty() {
            parts |= make_function::DEFAULTS;
            self.push_tuple(&defaults)?;
        }
        let keyword_only = ast[params.keyword_only].iter();
        let with_default: Vec<Param> = keyword_only
            .filter(|param| param.default.is_some())
            .copied()
            .collect();
        if !with_default.is_empty() {
            parts |= make_function::KW_DEFAULTS;
            let mark = self.unit.mark();
            let base = self.unit.temporary_at(mark);
            for param in &with_default {
                let sym = self.mangle(param.name);
                let name = Const::text(self.symbols.text(sym));
                self.load_const(name, Want::Temporary);
                if let Some(default) = param.default {
                    self.push(default)?;
                }
            }
            let dict = self.result(mark, Want::Temporary);
            let count = with_default.len() as u16;
            self.emit(Instr::new(Op::BuildMap, 0, dict.0, base.0, count));
        }
        Ok(parts)
    }

    fn push_tuple(&mut self, elements: &[ExprId]) -> Result {
        let ast = self.ast;
        let constants: Option<Vec<Const>> = elements
            .iter()
            .map(|&element| self.folded.constant(ast, element))
            .collect();
        if let Some(constants) = constants {
            self.load_const(Const::Tuple(constants.into()), Want::Temporary);
            return Ok(());
        }
        let mark = self.unit.mark();
        let base = self.unit.temporary_at(mark);
        for &element in elements {
            self.push(element)?;
        }
        let dst = self.result(mark, Want::Temporary);
        let count = elements.len() as u16;
        self.emit(Instr::new(Op::BuildTuple, 0, dst.0, base.0, count));
        Ok(())
    }

    /// Pushes the tuple of annotation names and values, if there are any.
    fn annotations(&mut self, function: Function) -> Result<u8> {
        let ast = self.ast;
        let params = ast[function.params];
        let mark = self.unit.mark();
        let base = self.unit.temporary_at(mark);
        // Not the order in which they are written: that is what programs see.
        let plain = ast[params.positional]
            .iter()
            .chain(&ast[params.positional_only]);
        let all = plain
            .chain(&params.vararg)
            .chain(&ast[params.keyword_only])
            .chain(&params.kwarg);
        let mut count = 0;
        for param in all {
            if let Some(annotation) = param.annotation {
                let sym = self.mangle(param.name);
                let name = Const::text(self.symbols.text(sym));
                self.load_const(name, Want::Temporary);
                self.param_annotation(annotation)?;
                count += 2;
            }
        }
        if let Some(returns) = function.returns {
            self.load_const(Const::text("return"), Want::Temporary);
            self.annotation_value(returns)?;
            count += 2;
        }
        if count == 0 {
            return Ok(0);
        }
        let dst = self.result(mark, Want::Temporary);
        self.emit(Instr::new(Op::BuildTuple, 0, dst.0, base.0, count));
        Ok(make_function::ANNOTATIONS)
    }

    /// `*args: *Ts` has the single item of the unpacked annotation.
    fn param_annotation(&mut self, annotation: ExprId) -> Result {
        match self.ast[annotation].kind {
            ExprKind::Starred(inner) if !self.lazy_annotations => {
                let value = self.push(inner)?;
                self.emit(Instr::new(Op::UnpackSequence, 0, value.0, value.0, 1));
            }
            _ => {
                self.annotation_value(annotation)?;
            }
        }
        Ok(())
    }

    /// Makes a function of code whose parts lie above the mark; adds the closure.
    pub fn make_function(
        &mut self,
        code: Code,
        free: &[Sym],
        parts: u8,
        mark: Mark,
        want: Want,
    ) -> Reg {
        let mut parts = parts;
        if !free.is_empty() {
            parts |= make_function::CLOSURE;
            let cells = self.unit.mark();
            let base = self.unit.temporary_at(cells);
            for &sym in free {
                let dst = self.unit.take(1);
                if let Some(cell) = self.cell_of(sym) {
                    self.emit_ab(Op::Move, dst, cell);
                }
            }
            let tuple = self.result(cells, Want::Temporary);
            let count = free.len() as u16;
            self.emit(Instr::new(Op::BuildTuple, 0, tuple.0, base.0, count));
        }
        let base = self.unit.temporary_at(mark);
        let code = self.const_index(Const::Code(Arc::new(code))).0;
        let dst = self.result(mark, Want::Temporary);
        let instr = Instr::new(Op::MakeFunction, parts, dst.0, base.0, 0);
        self.unit.asm.emit_data(instr, code);
        self.deliver(mark, want)
    }

    /// The register with the cell of a variable that a function below needs.
    fn cell_of(&self, sym: Sym) -> Option<Reg> {
        for &scope in self.unit.inlined.iter().rev() {
            if let Some(reg) = self.unit.register(scope, sym) {
                return Some(reg);
            }
        }
        self.unit.register(self.unit.scope, sym)
    }

    /// Makes a function without parameters of a scope whose value is an expression, in the next
    /// temporary.
    pub fn thunk(
        &mut self,
        scope: ScopeId,
        name: &str,
        span: Span,
        body: impl FnOnce(&mut Self) -> Result<Reg>,
    ) -> Result<Reg> {
        let mark = self.unit.mark();
        self.begin_unit(scope, name, span)?;
        let value = body(self)?;
        self.emit_return(value);
        let (code, free) = self.end_unit()?;
        Ok(self.make_function(code, &free, 0, mark, Want::Temporary))
    }
}
