//! Calls. Callable and self come first, then the arguments, all in consecutive temporaries; calls
//! with `*` or `**`, or with very many arguments, collect a tuple and a dict first.
#![forbid(unsafe_code)]

use rustc_hash::FxHashSet;

use super::expr::{Display, Head, Want};
use super::unit::Mark;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::*;

/// More arguments than this are collected in a tuple.
const MAX_ARGUMENTS: usize = 255;

/// Whether arguments can be put one by one where the callee wants them.
fn are_simple(ast: &Ast, args: List<ExprId>, keywords: List<Keyword>) -> bool {
    let starred = |&arg: &ExprId| matches!(ast[arg].kind, ExprKind::Starred(_));
    args.len() + keywords.len() <= MAX_ARGUMENTS
        && !ast[args].iter().any(starred)
        && ast[keywords].iter().all(|keyword| keyword.name.is_some())
}

/// Whether an expression is a call whose arguments can be put one by one.
pub fn is_simple_call(ast: &Ast, id: ExprId) -> bool {
    match ast[id].kind {
        ExprKind::Call { args, keywords, .. } => are_simple(ast, args, keywords),
        _ => false,
    }
}

impl Compiler<'_> {
    /// The call that is the link `id` of a chain, its callable being the head.
    pub fn call(&mut self, mark: Mark, id: ExprId, head: Head, want: Want) -> Result<Reg> {
        let ExprKind::Call {
            func,
            args,
            keywords,
        } = self.ast[id].kind
        else {
            return Ok(self.unit.temporary_at(mark));
        };
        self.check_callee(func);
        self.prepare(mark, head);
        let whole = self.ast[id].span;
        let span = match head {
            Head::Prepared => self.attribute_span(func, whole),
            _ => whole,
        };
        self.call_prepared(mark, args, keywords, &[], span, want)
    }

    /// Puts the callable into the temporary at the mark, with no self.
    pub fn prepare(&mut self, mark: Mark, head: Head) {
        self.unit.release_to(mark);
        let base = self.unit.take(2);
        if let Head::Value(callable) = head {
            self.emit_ab(Op::PrepCall, base, callable);
        }
    }

    /// Calls what lies at the mark with `first` arguments that lie above it already, then the given
    /// ones; `extra` are keyword arguments in source order.
    pub fn call_prepared(
        &mut self,
        mark: Mark,
        args: List<ExprId>,
        keywords: List<Keyword>,
        first: &[Reg],
        span: Span,
        want: Want,
    ) -> Result<Reg> {
        self.check_keywords(keywords)?;
        let ast = self.ast;
        if !are_simple(ast, args, keywords) {
            return self.call_collected(mark, args, keywords, first, span, want);
        }
        self.push_all(args)?;
        for keyword in &ast[keywords] {
            self.push(keyword.value)?;
        }
        self.at(span);
        let names = ast[keywords].iter().filter_map(|keyword| keyword.name);
        let names: Vec<Const> = names.map(|name| Const::text(ast.name(name))).collect();
        let count = first.len() + args.len() + keywords.len();
        Ok(self.emit_call(mark, count, names, want))
    }

    /// Records the call of what lies at the mark with `count` arguments.
    pub fn emit_call(&mut self, mark: Mark, count: usize, names: Vec<Const>, want: Want) -> Reg {
        let base = self.unit.temporary_at(mark);
        let count = count as u16;
        if names.is_empty() {
            let instr = Instr::new(Op::Call, 0, 0, base.0, count);
            return self.emit_result(mark, want, Op::Call, Some(Op::CallL), instr, &[]);
        }
        let names = self.const_index(Const::Tuple(names.into())).0;
        let dst = self.result(mark, Want::Temporary);
        let instr = Instr::new(Op::CallKw, 0, dst.0, base.0, count);
        self.unit.asm.emit_data(instr, names);
        self.deliver(mark, want)
    }

    fn call_collected(
        &mut self,
        mark: Mark,
        args: List<ExprId>,
        keywords: List<Keyword>,
        first: &[Reg],
        span: Span,
        want: Want,
    ) -> Result<Reg> {
        let ast = self.ast;
        match (first, &ast[args]) {
            // A lone `*args` goes to the callee as it is.
            ([], &[only]) if matches!(ast[only].kind, ExprKind::Starred(_)) => {
                if let ExprKind::Starred(inner) = ast[only].kind {
                    self.push(inner)?;
                }
            }
            _ => {
                self.collect_arguments(mark.plus(2), first, args)?;
                self.at(span);
                self.list_to_tuple(mark.plus(2));
            }
        }
        self.call_tuple(mark, keywords, span, want)
    }

    /// Calls what lies at the mark with the tuple above it and these keyword arguments.
    fn call_tuple(
        &mut self,
        mark: Mark,
        keywords: List<Keyword>,
        span: Span,
        want: Want,
    ) -> Result<Reg> {
        let base = self.unit.temporary_at(mark);
        if !keywords.is_empty() {
            self.collect_keywords(base, keywords)?;
        }
        self.at(span);
        let dst = self.result(mark, Want::Temporary);
        let x = u8::from(!keywords.is_empty());
        self.emit(Instr::new(Op::CallEx, x, dst.0, base.0, 0));
        Ok(self.deliver(mark, want))
    }

    /// Calls what lies at the mark with the list of arguments above it.
    pub fn call_with_list(&mut self, mark: Mark, keywords: List<Keyword>, span: Span) -> Result {
        self.check_keywords(keywords)?;
        self.list_to_tuple(mark.plus(2));
        self.call_tuple(mark, keywords, span, Want::Temporary)?;
        Ok(())
    }

    /// Makes a list of the arguments in the temporary at the mark.
    pub fn collect_arguments(&mut self, mark: Mark, first: &[Reg], args: List<ExprId>) -> Result {
        self.unit.release_to(mark);
        if first.is_empty() {
            self.collect(Display::List, args)?;
            return Ok(());
        }
        let list = self.unit.take(1);
        let count = first.len() as u16;
        self.emit(Instr::new(Op::BuildList, 0, list.0, list.0, count));
        let rest = self.collect(Display::List, args)?;
        self.emit_ab(Op::ListExtend, list, rest);
        self.unit.release_to(mark.plus(1));
        Ok(())
    }

    /// Makes a dict of the keyword arguments in the next temporary. Runs of plain ones come in one
    /// piece, each `**` is merged.
    fn collect_keywords(&mut self, callable: Reg, keywords: List<Keyword>) -> Result {
        let ast = self.ast;
        let mark = self.unit.mark();
        let dict = self.unit.take(1);
        self.emit(Instr::new(Op::BuildMap, 0, dict.0, dict.0, 0));
        let mut rest = &ast[keywords];
        while let Some((keyword, tail)) = rest.split_first() {
            match keyword.name {
                None => {
                    let value = self.operand(keyword.value)?;
                    self.emit_abc(Op::DictMerge, dict, value, callable);
                    rest = tail;
                }
                Some(_) => {
                    let run = rest
                        .iter()
                        .take_while(|keyword| keyword.name.is_some())
                        .count();
                    let run = run.min(MAX_ARGUMENTS);
                    let base = self.unit.temporary_at(self.unit.mark());
                    for keyword in &rest[..run] {
                        let name = keyword.name.map_or("", |name| ast.name(name));
                        self.load_const(Const::text(name), Want::Temporary);
                        self.push(keyword.value)?;
                    }
                    self.emit(Instr::new(Op::BuildMap, 0, base.0, base.0, run as u16));
                    self.emit_abc(Op::DictMerge, dict, base, callable);
                    rest = &rest[run..];
                }
            }
            self.unit.release_to(mark.plus(1));
        }
        Ok(())
    }

    /// Refuses keyword arguments that occur twice.
    fn check_keywords(&self, keywords: List<Keyword>) -> Result {
        let mut seen = FxHashSet::default();
        for keyword in &self.ast[keywords] {
            let Some(name) = keyword.name else { continue };
            self.check_binding(name, keyword.span)?;
            if !seen.insert(name) {
                let message = format!("keyword argument repeated: {}", self.ast.name(name));
                return Err(self.error(message, keyword.span));
            }
        }
        Ok(())
    }
}
