//! `import` and `from … import`.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::Reg;
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// `import a.b, c as d`
    pub fn import(&mut self, aliases: List<Alias>, span: Span) -> Result {
        let ast = self.ast;
        let mark = self.unit.mark();
        for alias in &ast[aliases] {
            let module = self.import_module(alias.name, 0, Const::None);
            let text = ast.name(alias.name);
            let parts = text.split_once('.');
            match (alias.as_name, parts) {
                (Some(name), Some((_, rest))) => {
                    self.check_binding(name, span)?;
                    // The import gave the outermost package: go down to the last part.
                    let part = self.unit.take(1);
                    for name in rest.split('.') {
                        let sym = self.symbols.intern(name);
                        self.emit_named(Op::ImportFrom, part, module, sym);
                        self.emit_a(Op::Drop, module);
                        self.emit_ab(Op::Move, module, part);
                    }
                    self.unit.release_to(mark.plus(1));
                    let sym = self.mangle(name);
                    self.store_name(sym, module);
                }
                (None, Some((package, _))) => {
                    self.check_binding_text(package, "assign to", span)?;
                    let sym = self.symbols.intern(package);
                    let private = self.scopes[self.innermost_scope()].private;
                    let sym = self.symbols.mangle_text(private, sym);
                    self.store_name(sym, module);
                }
                (name, None) => {
                    let name = name.unwrap_or(alias.name);
                    self.check_binding(name, span)?;
                    let sym = self.mangle(name);
                    self.store_name(sym, module);
                }
            }
            self.unit.release_to(mark);
        }
        Ok(())
    }

    /// `from module import names`
    pub fn import_from(
        &mut self,
        module: Option<NameId>,
        names: List<Alias>,
        level: u32,
        span: Span,
    ) -> Result {
        let ast = self.ast;
        if level == 0
            && module.is_some_and(|module| ast.name(module) == "__future__")
            && span.start >= self.future_end
        {
            return Err(self.error(
                "from __future__ imports must occur at the beginning of the file",
                span,
            ));
        }
        let mark = self.unit.mark();
        let list = ast[names]
            .iter()
            .map(|alias| Const::text(ast.name(alias.name)));
        let list = Const::Tuple(list.collect());
        let module = match module {
            Some(module) => self.import_module(module, level, list),
            None => self.import_text("", level, list),
        };
        if let [alias] = ast[names]
            && ast.name(alias.name) == "*"
        {
            self.emit_a(Op::ImportStar, module);
            self.unit.release_to(mark);
            return Ok(());
        }
        for alias in &ast[names] {
            let value = self.unit.take(1);
            let sym = self.mangle(alias.name);
            self.emit_named(Op::ImportFrom, value, module, sym);
            let name = alias.as_name.unwrap_or(alias.name);
            self.check_binding(name, span)?;
            let sym = self.mangle(name);
            self.store_name(sym, value);
            self.unit.release_to(mark.plus(1));
        }
        self.emit_a(Op::Drop, module);
        self.unit.release_to(mark);
        Ok(())
    }

    fn import_module(&mut self, name: NameId, level: u32, list: Const) -> Reg {
        let ast = self.ast;
        self.import_text(ast.name(name), level, list)
    }

    fn import_text(&mut self, name: &str, level: u32, list: Const) -> Reg {
        let mark = self.unit.mark();
        let sym = self.symbols.intern(name);
        let private = self.scopes[self.innermost_scope()].private;
        let sym = self.symbols.mangle_text(private, sym);
        let base = self.load_const(Const::Int(level.into()), Want::Temporary);
        self.load_const(list, Want::Temporary);
        let module = self.result(mark, Want::Temporary);
        self.emit_named(Op::ImportName, module, base, sym);
        module
    }
}
