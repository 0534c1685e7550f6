//! Statements: the dispatch, and those that need only a few instructions.
#![forbid(unsafe_code)]

use super::asm::Label;
use super::expr::Want;
use super::scopes::ScopeKind;
use super::try_::Try;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Intrinsic1, Op};
use crate::syntax::ast::*;

/// Recorded instructions beyond which a function is refused: copies of nested `finally` blocks can
/// grow without bound.
const MAX_ITEMS: usize = 8_000_000;

impl Compiler<'_> {
    /// A module's statements.
    pub fn module_body(&mut self, block: Block, interactive: bool) -> Result {
        if self.has_annotations(block) {
            self.emit(Instr::new(Op::SetupAnnotations, 0, 0, 0, 0));
        }
        self.interactive = interactive;
        match interactive {
            true => self.block(block),
            false => {
                let rest = self.store_docstring(block)?;
                self.block(rest)
            }
        }
    }

    /// Stores the docstring of a module or class in its namespace; gives the other statements.
    pub fn store_docstring(&mut self, block: Block) -> Result<Block> {
        let Some((text, span)) = self.docstring(block) else {
            return Ok(block);
        };
        if self.options.optimize < 2 {
            let outside = self.at(span);
            let mark = self.unit.mark();
            let text = self.load_const(text, Want::Temporary);
            let sym = self.symbols.intern("__doc__");
            self.store_name(sym, text);
            self.unit.release_to(mark);
            self.at(outside);
        }
        Ok(block.skip(1))
    }

    /// The docstring that a block begins with, without its indentation.
    pub fn docstring(&self, block: Block) -> Option<(Const, Span)> {
        let first = *self.ast[block].first()?;
        let StmtKind::Expr(value) = self.ast[first].kind else {
            return None;
        };
        let ExprKind::Constant(constant) = self.ast[value].kind else {
            return None;
        };
        let Constant::Str(text) = &self.ast[constant] else {
            return None;
        };
        Some((
            Const::Str(clean_docstring(text).into()),
            self.ast[value].span,
        ))
    }

    /// Statements in order.
    pub fn block(&mut self, block: Block) -> Result {
        let ast = self.ast;
        ast[block].iter().try_for_each(|&stmt| self.stmt(stmt))
    }

    /// The statement whose line the implicit return behind a block has: the last one, in what runs last of it. Loops and `with` end at their head.
    pub fn last_span(&self, block: Block) -> Option<Span> {
        let ast = self.ast;
        let mut last = *ast[block].last()?;
        loop {
            let inner = match ast[last].kind {
                StmtKind::If { orelse, .. } if !orelse.is_empty() => Some(orelse),
                StmtKind::If { branches, .. } => ast[branches].last().map(|branch| branch.body),
                StmtKind::While { orelse, .. } | StmtKind::For { orelse, .. } => Some(orelse),
                StmtKind::Try {
                    body,
                    orelse,
                    finalbody,
                    ..
                } => [finalbody, orelse, body]
                    .into_iter()
                    .find(|block| !block.is_empty()),
                StmtKind::Match { cases, .. } => ast[cases].last().map(|case| case.body),
                _ => None,
            };
            match inner.and_then(|block| ast[block].last()) {
                Some(inner) => last = *inner,
                None => return Some(ast[last].span),
            }
        }
    }

    /// Jumps from the end of a block, on the line that is run last in it, to behind the statement that the block is part of.
    pub fn jump_behind(&mut self, block: Block, end: Label) {
        let outside = self.unit.asm.span;
        if let Some(last) = self.last_span(block) {
            self.at(last);
        }
        self.unit.asm.jump(end);
        self.at(outside);
    }

    fn stmt(&mut self, id: StmtId) -> Result {
        let Stmt { kind, span } = self.ast[id];
        if self.unit.asm.len() > MAX_ITEMS {
            return Err(self.error("the code is too long", span));
        }
        let outside = self.at(span);
        self.stmt_kind(id, kind, span)?;
        self.at(outside);
        Ok(())
    }

    fn stmt_kind(&mut self, id: StmtId, kind: StmtKind, span: Span) -> Result {
        let ast = self.ast;
        match kind {
            StmtKind::Expr(value) if self.interactive && self.unit.kind == ScopeKind::Module => {
                self.show(value, span)
            }
            StmtKind::Expr(value) => match self.folded.is_constant(ast, value) {
                true => Ok(()),
                false => self.discard(value),
            },
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.augmented(target, op, value, span),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.annotated(target, annotation, value, simple, span),
            StmtKind::Return(value) => self.return_stmt(value, span),
            StmtKind::Delete(targets) => ast[targets]
                .iter()
                .try_for_each(|&target| self.delete_target(target)),
            StmtKind::Pass | StmtKind::Global(_) | StmtKind::Nonlocal(_) => Ok(()),
            StmtKind::Break => self.break_stmt(span),
            StmtKind::Continue => self.continue_stmt(span),
            StmtKind::Raise { exc, cause } => self.raise(exc, cause, span),
            StmtKind::Assert { test, message } => self.assert(test, message, span),
            StmtKind::Import(aliases) => self.import(aliases, span),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => self.import_from(module, names, level, span),
            StmtKind::If { branches, orelse } => self.if_stmt(branches, orelse),
            StmtKind::While { test, body, orelse } => self.while_stmt(test, body, orelse, span),
            StmtKind::For {
                is_async: false,
                target,
                iter,
                body,
                orelse,
            } => self.for_stmt(target, iter, body, orelse, span),
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                ..
            } => self.async_for_stmt(target, iter, body, orelse, span),
            StmtKind::With {
                is_async,
                items,
                body,
            } => self.with_stmt(is_async, items, body, span),
            StmtKind::Try {
                is_star,
                body,
                handlers,
                orelse,
                finalbody,
            } => self.try_stmt(Try {
                is_star,
                body,
                handlers,
                orelse,
                finalbody,
                span,
            }),
            StmtKind::Match { subject, cases } => self.match_stmt(subject, cases),
            StmtKind::FunctionDef(function) => self.function_def(function, span),
            StmtKind::ClassDef(class) => self.class_def(class, span),
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => self.type_alias(id, name, type_params, value, span),
        }
    }

    /// An expression statement at the prompt.
    fn show(&mut self, value: ExprId, span: Span) -> Result {
        let outside = self.at(span);
        let mark = self.unit.mark();
        let value = self.operand(value)?;
        self.at(span);
        let dst = self.result(mark, Want::Temporary);
        let show = Intrinsic1::PrintExpr as u8;
        self.emit(Instr::new(Op::Intrinsic1, show, dst.0, value.0, 0));
        self.emit_a(Op::Drop, dst);
        self.unit.release_to(mark);
        self.at(outside);
        Ok(())
    }

    fn if_stmt(&mut self, branches: List<IfBranch>, orelse: Block) -> Result {
        let ast = self.ast;
        let end = self.unit.asm.label();
        let count = branches.len();
        for (index, branch) in ast[branches].iter().enumerate() {
            if let [only] = ast[branch.body]
                && matches!(ast[only].kind, StmtKind::Continue)
                && let Some(target) = self.direct_continue()
            {
                self.jump_if(branch.test, target, true)?;
                continue;
            }
            let next = self.unit.asm.label();
            self.jump_if(branch.test, next, false)?;
            self.block(branch.body)?;
            if index + 1 < count || !orelse.is_empty() {
                self.jump_behind(branch.body, end);
            }
            self.unit.asm.place(next);
        }
        self.block(orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }

    fn raise(&mut self, exc: Option<ExprId>, cause: Option<ExprId>, span: Span) -> Result {
        let mark = self.unit.mark();
        let Some(exc) = exc else {
            self.emit(Instr::new(Op::RaiseAgain, 0, 0, 0, 0));
            return Ok(());
        };
        let exc = self.operand(exc)?;
        match cause {
            None => {
                self.at(span);
                self.emit_a(Op::Raise, exc);
            }
            Some(cause) => {
                let cause = self.operand(cause)?;
                self.at(span);
                self.emit_ab(Op::RaiseFrom, exc, cause);
            }
        }
        self.unit.release_to(mark);
        Ok(())
    }

    fn assert(&mut self, test: ExprId, message: Option<ExprId>, span: Span) -> Result {
        self.check_assertion(test, span);
        if self.options.optimize > 0 {
            return Ok(());
        }
        let mark = self.unit.mark();
        let end = self.unit.asm.label();
        self.jump_if(test, end, true)?;
        self.at(self.ast[test].span);
        let error = self.unit.take(1);
        self.emit_a(Op::LoadAssertionError, error);
        if let Some(message) = message {
            self.unit.release_to(mark);
            self.unit.take(2);
            self.emit_ab(Op::PrepCall, error, error);
            self.push(message)?;
            self.at(span);
            self.emit_call(mark, 1, Vec::new(), Want::Temporary);
            self.at(self.ast[test].span);
        }
        self.emit_a(Op::Raise, error);
        self.unit.release_to(mark);
        self.unit.asm.place(end);
        Ok(())
    }

    /// Whether a block annotates variables, outside of nested functions and classes.
    pub fn has_annotations(&self, block: Block) -> bool {
        let ast = self.ast;
        let any = |blocks: &[Block]| blocks.iter().any(|&block| self.has_annotations(block));
        ast[block].iter().any(|&stmt| match ast[stmt].kind {
            StmtKind::AnnAssign { .. } => true,
            StmtKind::For { body, orelse, .. } | StmtKind::While { body, orelse, .. } => {
                any(&[body, orelse])
            }
            StmtKind::If { branches, orelse } => {
                any(&[orelse]) || ast[branches].iter().any(|branch| any(&[branch.body]))
            }
            StmtKind::Match { cases, .. } => ast[cases].iter().any(|case| any(&[case.body])),
            StmtKind::With { body, .. } => any(&[body]),
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                any(&[body, orelse, finalbody])
                    || ast[handlers].iter().any(|handler| any(&[handler.body]))
            }
            _ => false,
        })
    }
}

/// A docstring without the indentation that its lines after the first have in common, with tabs
/// expanded, without blanks at the start of the first line.
fn clean_docstring(text: &[u8]) -> Vec<u8> {
    let expanded = expand_tabs(text);
    let lines: Vec<&[u8]> = expanded.split(|&byte| byte == b'\n').collect();
    let indent = |line: &[u8]| line.iter().take_while(|&&byte| byte == b' ').count();
    let margin = lines[1..]
        .iter()
        .filter(|line| indent(line) < line.len())
        .map(|line| indent(line))
        .min()
        .unwrap_or(0);
    let mut clean = lines[0][indent(lines[0])..].to_vec();
    for line in &lines[1..] {
        clean.push(b'\n');
        clean.extend_from_slice(&line[margin.min(line.len())..]);
    }
    clean
}

fn expand_tabs(text: &[u8]) -> Vec<u8> {
    let mut expanded = Vec::with_capacity(text.len());
    let mut column = 0;
    for &byte in text {
        match byte {
            b'\t' => {
                let width = 8 - column % 8;
                expanded.resize(expanded.len() + width, b' ');
                column += width;
            }
            b'\n' | b'\r' => {
                expanded.push(byte);
                column = 0;
            }
            _ => {
                expanded.push(byte);
                // Bytes that continue a code point take no column of their own.
                column += usize::from(byte & 0xc0 != 0x80);
            }
        }
    }
    expanded
}
