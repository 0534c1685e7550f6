//! Classes: the body is a function that `__build_class__` calls with a namespace.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::scopes::ScopeKey;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Intrinsic1, Op};
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// A `class` statement.
    pub fn class_def(&mut self, id: ClassId, span: Span) -> Result {
        let ast = self.ast;
        let class = ast[id];
        self.check_binding(class.name, span)?;
        let mark = self.unit.mark();
        let decorators = self.decorators(class.decorators)?;
        let at = self.definition_span(class.decorators, span);
        self.at(span);
        if class.type_params.is_empty() {
            let base = self.unit.mark();
            self.class_callable(id, at, span)?;
            let name = self.unit.temporary_at(base.plus(3));
            let body = self.unit.temporary_at(base.plus(2));
            let first = [body, name];
            self.call_prepared(
                base,
                class.bases,
                class.keywords,
                &first,
                span,
                Want::Temporary,
            )?;
        } else {
            self.generic_class(id, at, span)?;
        }
        self.apply_decorators(class.decorators, &decorators);
        self.at(span);
        let value = self.unit.temporary_at(mark);
        let sym = self.mangle(class.name);
        self.store_name(sym, value);
        self.unit.release_to(mark);
        Ok(())
    }

    /// Loads `__build_class__` and its first two arguments: the body and the name.
    fn class_callable(&mut self, id: ClassId, at: Span, span: Span) -> Result {
        let name = self.ast.name(self.ast[id].name);
        let base = self.unit.take(2);
        self.emit_a(Op::LoadBuildClass, base);
        self.class_body(id, at, span)?;
        self.load_const(Const::text(name), Want::Temporary);
        Ok(())
    }

    /// A class with type parameters is made by a function that makes those.
    fn generic_class(&mut self, id: ClassId, at: Span, span: Span) -> Result {
        let ast = self.ast;
        let class = ast[id];
        let mark = self.unit.mark();
        let name = format!("<generic parameters of {}>", ast.name(class.name));
        let scope = self.scope_of(ScopeKey::ClassParams(id));
        self.begin_unit(scope, &name, at)?;
        let start = self.unit.mark();
        let params = self.type_params(class.type_params)?;
        let type_params = self.symbols.intern(".type_params");
        self.store_name(type_params, params);
        self.unit.release_to(start);
        self.class_callable(id, at, span)?;
        let above = self.unit.mark();
        let params = self.load_name(type_params, Want::Temporary);
        let subscript = Intrinsic1::SubscriptGeneric as u8;
        self.emit(Instr::new(Op::Intrinsic1, subscript, params.0, params.0, 0));
        let generic_base = self.symbols.intern(".generic_base");
        self.store_name(generic_base, params);
        self.unit.release_to(above);
        self.generic_class_call(start, class, span)?;
        let made = self.unit.temporary_at(start);
        self.emit_return(made);
        let (code, free) = self.end_unit()?;
        let made = self.make_function(code, &free, 0, mark, Want::Temporary);
        self.prepare(mark, super::expr::Head::Value(made));
        self.emit_call(mark, 0, Vec::new(), Want::Temporary);
        Ok(())
    }

    /// Calls `__build_class__` with the bases and, after them, the generic base.
    fn generic_class_call(&mut self, mark: super::unit::Mark, class: Class, span: Span) -> Result {
        let ast = self.ast;
        let generic_base = self.symbols.intern(".generic_base");
        let starred = |&base: &ExprId| matches!(ast[base].kind, ExprKind::Starred(_));
        let plain = !ast[class.bases].iter().any(starred)
            && ast[class.keywords]
                .iter()
                .all(|keyword| keyword.name.is_some());
        let body = self.unit.temporary_at(mark.plus(2));
        if plain {
            let mut first = vec![body, body.plus(1)];
            for &base in &ast[class.bases] {
                first.push(self.push(base)?);
            }
            first.push(self.load_name(generic_base, Want::Temporary));
            let none = List::EMPTY;
            self.call_prepared(mark, none, class.keywords, &first, span, Want::Temporary)?;
            return Ok(());
        }
        // Collected by hand: the generic base follows starred bases.
        let first = [body, body.plus(1)];
        self.collect_arguments(mark.plus(2), &first, class.bases)?;
        let list = self.unit.temporary_at(mark.plus(2));
        let base = self.load_name(generic_base, Want::Temporary);
        self.emit_ab(Op::ListAppend, list, base);
        self.unit.release_to(mark.plus(3));
        self.call_with_list(mark, class.keywords, span)
    }

    /// The function of a class body, in the next temporary.
    fn class_body(&mut self, id: ClassId, at: Span, span: Span) -> Result {
        let ast = self.ast;
        let class = ast[id];
        let name = ast.name(class.name);
        let mark = self.unit.mark();
        let scope = self.scope_of(ScopeKey::Class(id));
        self.begin_unit(scope, name, at)?;
        self.unit.asm.span = span;
        self.class_prologue(scope, !class.type_params.is_empty());
        if self.has_annotations(class.body) {
            self.emit(Instr::new(Op::SetupAnnotations, 0, 0, 0, 0));
        }
        let body = self.store_docstring(class.body)?;
        self.block(body)?;
        self.class_epilogue(scope);
        let (code, free) = self.end_unit()?;
        self.at(span);
        self.make_function(code, &free, 0, mark, Want::Temporary);
        Ok(())
    }

    /// What stands in the namespace before the body runs.
    fn class_prologue(&mut self, scope: super::scopes::ScopeId, is_generic: bool) {
        let mark = self.unit.mark();
        if self.scopes[scope].needs_class_dict {
            let sym = self.symbols.intern("__classdict__");
            if let Some(cell) = self.unit.register(scope, sym) {
                let namespace = self.unit.take(1);
                self.emit_a(Op::LoadLocals, namespace);
                self.emit_ab(Op::StoreCell, cell, namespace);
                self.unit.release_to(mark);
            }
        }
        let outside = self.unit.asm.span;
        self.at(Span::new(outside.start, outside.start));
        let module = self.symbols.intern("__name__");
        let value = self.load_name(module, Want::Temporary);
        self.store_class_name("__module__", value);
        let qualname = Const::text(&self.unit.qualname);
        let value = self.load_const(qualname, Want::Temporary);
        self.store_class_name("__qualname__", value);
        let line = Const::Int(self.unit.first_line.into());
        let value = self.load_const(line, Want::Temporary);
        self.store_class_name("__firstlineno__", value);
        if is_generic {
            let params = self.symbols.intern(".type_params");
            let value = self.load_name(params, Want::Temporary);
            self.store_class_name("__type_params__", value);
        }
        self.at(outside);
        self.unit.release_to(mark);
    }

    fn store_class_name(&mut self, name: &str, value: Reg) {
        let sym = self.symbols.intern(name);
        self.store_name(sym, value);
        let mark = self.unit.mark_at(value);
        self.unit.release_to(mark);
    }

    /// What is added to the namespace after the body, and the cell that the class goes to.
    fn class_epilogue(&mut self, scope: super::scopes::ScopeId) {
        let attributes = std::mem::take(&mut self.unit.static_attributes);
        let names = attributes
            .iter()
            .map(|&sym| Const::text(self.symbols.text(sym)));
        let names = Const::Tuple(names.collect());
        let value = self.load_const(names, Want::Temporary);
        self.store_class_name("__static_attributes__", value);
        let mark = self.unit.mark();
        for (cell_name, stored_as, needed) in [
            (
                "__classdict__",
                "__classdictcell__",
                self.scopes[scope].needs_class_dict,
            ),
            (
                "__class__",
                "__classcell__",
                self.scopes[scope].needs_class_cell,
            ),
        ] {
            let sym = self.symbols.intern(cell_name);
            let Some(cell) = self.unit.register(scope, sym).filter(|_| needed) else {
                continue;
            };
            let value = self.unit.take(1);
            self.emit_ab(Op::Move, value, cell);
            self.store_class_name(stored_as, value);
            if cell_name == "__class__" {
                let value = self.unit.take(1);
                self.emit_ab(Op::Move, value, cell);
                self.emit_return(value);
            }
            self.unit.release_to(mark);
        }
    }
}
