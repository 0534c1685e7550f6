//! Expressions: the entry points that all other code uses, chains along the spine, constants and
//! displays.
//!
//! A value is delivered as the caller wants it ([`Want`]): in whatever register it is in already, in
//! the next temporary, or in a given local. What an expression takes of temporaries while it is
//! evaluated it gives back, so a delivered temporary is always the one at the height where evaluation
//! began.
#![forbid(unsafe_code)]

use super::calls::is_simple_call;
use super::unit::Mark;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Intrinsic1, Op};
use crate::syntax::ast::*;

/// Where an expression's value is to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Want {
    /// Anywhere: a local that already holds it, or the next temporary.
    Any,
    /// In the next temporary.
    Temporary,
    /// In this local, which is written last of all.
    Local(Reg),
}

/// The part of a chain evaluated so far.
#[derive(Clone, Copy, Debug)]
pub enum Head {
    /// Its value.
    Value(Reg),
    /// A small integer that has not been loaded: the left operand of an immediate form.
    Small(i16),
    /// Callable and self lie in the first two temporaries.
    Prepared,
}

/// Displays with more elements are built piece by piece.
const MAX_WINDOW: usize = 1000;

/// Displays of at least this many constants are copied from a tuple.
const MIN_CONSTANT_DISPLAY: usize = 3;

impl Compiler<'_> {
    /// The value of an expression, as the caller wants it.
    pub fn expr(&mut self, id: ExprId, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let outside = self.at(ast[id].span);
        let result = if let Some(value) = self.folded.constant(ast, id) {
            Ok(self.load_const(value, want))
        } else if ast.spine_child(id).is_some() && !self.is_super_attribute(id) {
            self.spine(id, want)
        } else {
            self.leaf(id, want)
        };
        self.at(outside);
        result
    }

    /// The value of an expression in any register: a local is borrowed.
    pub fn operand(&mut self, id: ExprId) -> Result<Reg> {
        self.expr(id, Want::Any)
    }

    /// The value of an expression in the next temporary.
    pub fn push(&mut self, id: ExprId) -> Result<Reg> {
        self.expr(id, Want::Temporary)
    }

    // ---- delivering ------------------------------------------------------------------------------

    /// Gives temporaries above the mark back and names the register for the result.
    pub fn result(&mut self, mark: Mark, want: Want) -> Reg {
        self.unit.release_to(mark);
        match want {
            Want::Local(local) => local,
            Want::Any | Want::Temporary => self.unit.take(1),
        }
    }

    /// Moves a value from the temporary at the mark to where it is wanted.
    pub fn deliver(&mut self, mark: Mark, want: Want) -> Reg {
        let temporary = self.unit.temporary_at(mark);
        match want {
            Want::Local(local) => {
                self.emit_ab(Op::MoveL, local, temporary);
                self.unit.release_to(mark);
                local
            }
            Want::Any | Want::Temporary => temporary,
        }
    }

    /// Copies a local to where its value is wanted.
    pub fn move_to(&mut self, want: Want, local: Reg) -> Reg {
        match want {
            Want::Local(dst) => {
                if dst != local {
                    self.emit_ab(Op::MoveL, dst, local);
                }
                dst
            }
            Want::Any | Want::Temporary => {
                let dst = self.unit.take(1);
                self.emit_ab(Op::Move, dst, local);
                dst
            }
        }
    }

    /// Records an instruction with a destination: `plain` for temporaries and for locals among `sources`, `local` (if there is
    /// such a form) for other locals.
    ///
    /// The fast path of a plain form drops nothing. So `sources` are those whose value needs no dropping where that path is
    /// taken, such as the operands of a sum; an object whose attribute or item is loaded is none of them.
    pub fn emit_result(
        &mut self,
        mark: Mark,
        want: Want,
        plain: Op,
        local: Option<Op>,
        instr: Instr,
        sources: &[Reg],
    ) -> Reg {
        let with_dst = |op: Op, dst: Reg| Instr((instr.with_op(op)).0 | u64::from(dst.0) << 16);
        if let Want::Local(dst) = want {
            let op = match sources.contains(&dst) {
                true => Some(plain),
                false => local,
            };
            if let Some(op) = op {
                self.unit.release_to(mark);
                self.emit(with_dst(op, dst));
                return dst;
            }
        }
        let dst = self.result(mark, Want::Temporary);
        self.emit(with_dst(plain, dst));
        self.deliver(mark, want)
    }

    /// A constant, as the caller wants it.
    pub fn load_const(&mut self, value: Const, want: Want) -> Reg {
        let mark = self.unit.mark();
        let dst = self.result(mark, want);
        let is_local = matches!(want, Want::Local(_));
        let pick = |plain, local| if is_local { local } else { plain };
        let instr = match value {
            Const::None => Instr::new(pick(Op::LoadNone, Op::LoadNoneL), 0, dst.0, 0, 0),
            Const::Bool(value) => {
                let op = pick(Op::LoadBool, Op::LoadBoolL);
                Instr::new(op, u8::from(value), dst.0, 0, 0)
            }
            Const::Int(value) if i32::try_from(value).is_ok() => {
                let op = pick(Op::LoadInt, Op::LoadIntL);
                Instr::wide(op, 0, dst.0, value as i32 as u32)
            }
            value => {
                let index = self.const_index(value).0;
                Instr::wide(pick(Op::LoadConst, Op::LoadConstL), 0, dst.0, index)
            }
        };
        self.emit(instr);
        dst
    }

    // ---- chains ----------------------------------------------------------------------------------

    /// A chain of operators, attributes, subscripts and calls, from its innermost part outwards.
    fn spine(&mut self, id: ExprId, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let mark = self.unit.mark();
        let mut chain = vec![id];
        let mut innermost = ast.spine_child(id).unwrap_or(id);
        while !self.folded.is_constant(ast, innermost)
            && !self.is_super_attribute(innermost)
            && let Some(child) = ast.spine_child(innermost)
        {
            chain.push(innermost);
            innermost = child;
        }
        let mut head = self.chain_head(innermost, chain[chain.len() - 1])?;
        while let Some(link) = chain.pop() {
            let want = if chain.is_empty() { want } else { Want::Any };
            let outer = chain.last().copied();
            self.at(ast[link].span);
            head = self.link(mark, link, outer, head, want)?;
        }
        match head {
            Head::Value(reg) => Ok(reg),
            Head::Small(_) | Head::Prepared => Ok(self.unit.temporary_at(mark)),
        }
    }

    /// The innermost part of a chain, prepared for what follows it.
    fn chain_head(&mut self, innermost: ExprId, outer: ExprId) -> Result<Head> {
        let ast = self.ast;
        match ast[outer].kind {
            ExprKind::BinOp { op, .. } => {
                if let Some(small) = self.small_int(innermost)
                    && super::operators::takes_left_immediate(op)
                {
                    return Ok(Head::Small(small));
                }
            }
            ExprKind::Call { .. } if is_simple_call(ast, outer) => {
                if self.is_super_attribute(innermost) {
                    self.super_method(innermost)?;
                    return Ok(Head::Prepared);
                }
                if let ExprKind::Name(name) = ast[innermost].kind
                    && !self.folded.is_constant(ast, innermost)
                {
                    let sym = self.mangle(name);
                    if self.access(sym) == super::names::Access::Global {
                        let outside = self.at(ast[innermost].span);
                        let name = self.name_index(sym).0;
                        let base = self.unit.take(2);
                        self.emit(Instr::wide(Op::LoadGlobalCall, 0, base.0, name));
                        self.at(outside);
                        return Ok(Head::Prepared);
                    }
                }
            }
            _ => {}
        }
        Ok(Head::Value(self.operand(innermost)?))
    }

    fn link(
        &mut self,
        mark: Mark,
        id: ExprId,
        outer: Option<ExprId>,
        head: Head,
        want: Want,
    ) -> Result<Head> {
        let ast = self.ast;
        match (ast[id].kind, head) {
            (ExprKind::BinOp { op, right, .. }, head) => {
                self.binary(mark, op, head, right, want).map(Head::Value)
            }
            (ExprKind::Attribute { attr, .. }, Head::Value(object)) => {
                let is_method = outer.is_some_and(|outer| is_simple_call(ast, outer));
                self.at(self.attribute_span(id, ast[id].span));
                let sym = self.mangle(attr);
                if is_method {
                    self.unit.release_to(mark);
                    let base = self.unit.take(2);
                    self.emit_named(Op::LoadMethod, base, object, sym);
                    return Ok(Head::Prepared);
                }
                Ok(Head::Value(self.load_attribute(mark, object, sym, want)))
            }
            (ExprKind::Subscript { value, index }, Head::Value(object)) => {
                self.check_subscript(value, index);
                self.load_subscript(mark, object, index, want)
                    .map(Head::Value)
            }
            (ExprKind::Call { .. }, head) => self.call(mark, id, head, want).map(Head::Value),
            _ => Ok(head),
        }
    }

    /// The source of `whole` from an attribute's name on, if that stands on another line than the
    /// beginning.
    pub fn attribute_span(&self, attribute: ExprId, whole: Span) -> Span {
        let ExprKind::Attribute { attr, .. } = self.ast[attribute].kind else {
            return whole;
        };
        let end = self.ast[attribute].span.end;
        if self.source.line_of(whole.start) == self.source.line_of(end) {
            return whole;
        }
        let length = self.ast.name(attr).len() as u32;
        Span::new(end.saturating_sub(length), whole.end)
    }

    /// `object.name`
    pub fn load_attribute(
        &mut self,
        mark: Mark,
        object: Reg,
        sym: super::symbols::Sym,
        want: Want,
    ) -> Reg {
        let name = self.name_index(sym).0;
        let instr = Instr::new(Op::LoadAttr, (name >> 16) as u8, 0, object.0, name as u16);
        self.emit_result(mark, want, Op::LoadAttr, Some(Op::LoadAttrL), instr, &[])
    }

    /// `object[index]`
    fn load_subscript(
        &mut self,
        mark: Mark,
        object: Reg,
        index: ExprId,
        want: Want,
    ) -> Result<Reg> {
        let span = self.unit.asm.span;
        if let Some(small) = self.small_int(index) {
            let instr = Instr::new(Op::LoadSubscrI, 0, 0, object.0, small as u16);
            let local = Some(Op::LoadSubscrIL);
            return Ok(self.emit_result(mark, want, Op::LoadSubscrI, local, instr, &[]));
        }
        if let Some(bounds) = self.slice_bounds(index)? {
            self.at(span);
            let instr = Instr::new(Op::LoadSlice, 0, 0, object.0, bounds.0);
            return Ok(self.emit_result(mark, want, Op::LoadSlice, None, instr, &[object]));
        }
        let index = self.operand(index)?;
        let instr = Instr::new(Op::LoadSubscr, 0, 0, object.0, index.0);
        Ok(self.emit_result(
            mark,
            want,
            Op::LoadSubscr,
            Some(Op::LoadSubscrL),
            instr,
            &[],
        ))
    }

    /// Start and stop of a slice without step in two temporaries, if the index is one.
    pub fn slice_bounds(&mut self, index: ExprId) -> Result<Option<Reg>> {
        let ExprKind::Slice {
            lower,
            upper,
            step: None,
        } = self.ast[index].kind
        else {
            return Ok(None);
        };
        let start = self.push_or_none(lower)?;
        self.push_or_none(upper)?;
        Ok(Some(start))
    }

    fn push_or_none(&mut self, expr: Option<ExprId>) -> Result<Reg> {
        match expr {
            Some(expr) => self.push(expr),
            None => Ok(self.load_const(Const::None, Want::Temporary)),
        }
    }

    /// The expression's value if it is an integer constant of 16 bits.
    pub fn small_int(&self, id: ExprId) -> Option<i16> {
        self.folded
            .int(self.ast, id)
            .and_then(|value| i16::try_from(value).ok())
    }

    // ---- the rest --------------------------------------------------------------------------------

    fn leaf(&mut self, id: ExprId, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        let mark = self.unit.mark();
        match kind {
            ExprKind::Name(name) => {
                let sym = self.mangle(name);
                Ok(self.load_name(sym, want))
            }
            ExprKind::Attribute { .. } => self.super_attribute(id, want),
            ExprKind::UnaryOp { op, operand } => self.unary(op, operand, want),
            ExprKind::BoolOp { op, values } => self.bool_op(op, values, want),
            ExprKind::Compare { left, rest } => self.comparison(left, rest, want),
            ExprKind::IfExp { test, body, orelse } => self.conditional(test, body, orelse, want),
            ExprKind::Named { target, value } => self.named_expr(target, value, want),
            ExprKind::Lambda { params, body } => self.lambda(id, params, body, want),
            ExprKind::Tuple(elements) => self.display(Display::Tuple, elements, want),
            ExprKind::List(elements) => self.display(Display::List, elements, want),
            ExprKind::Set(elements) => self.display(Display::Set, elements, want),
            ExprKind::Dict(items) => self.dict(items, want),
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. }
            | ExprKind::GeneratorExp { .. } => self.comprehension(id, want),
            ExprKind::Await(value) => self.await_expr(value, span, want),
            ExprKind::Yield(value) => self.yield_expr(value, span, want),
            ExprKind::YieldFrom(value) => self.yield_from(value, span, want),
            ExprKind::JoinedStr(parts) => self.joined_str(parts, want),
            ExprKind::Slice { lower, upper, step } => {
                let first = self.push_or_none(lower)?;
                self.push_or_none(upper)?;
                if let Some(step) = step {
                    self.push(step)?;
                }
                let count = 2 + u8::from(step.is_some());
                let dst = self.result(mark, Want::Temporary);
                self.emit(Instr::new(Op::BuildSlice, count, dst.0, first.0, 0));
                Ok(self.deliver(mark, want))
            }
            ExprKind::Starred(_) => Err(self.error("can't use starred expression here", span)),
            ExprKind::Constant(_)
            | ExprKind::BinOp { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::Call { .. } => self.spine(id, want),
        }
    }

    fn conditional(
        &mut self,
        test: ExprId,
        body: ExprId,
        orelse: ExprId,
        want: Want,
    ) -> Result<Reg> {
        let want = match want {
            Want::Any => Want::Temporary,
            want => want,
        };
        let mark = self.unit.mark();
        let (otherwise, end) = (self.unit.asm.label(), self.unit.asm.label());
        self.jump_if(test, otherwise, false)?;
        self.expr(body, want)?;
        self.unit.asm.jump(end);
        self.unit.asm.place(otherwise);
        self.unit.release_to(mark);
        let result = self.expr(orelse, want)?;
        self.unit.asm.place(end);
        Ok(result)
    }

    fn named_expr(&mut self, target: ExprId, value: ExprId, want: Want) -> Result<Reg> {
        let ExprKind::Name(name) = self.ast[target].kind else {
            return Err(self.error(
                "cannot use assignment expressions with this target",
                self.ast[target].span,
            ));
        };
        self.check_binding(name, self.ast[target].span)?;
        let sym = self.mangle(name);
        let mark = self.unit.mark();
        let value = self.push(value)?;
        if let super::names::Access::Local(local) = self.access(sym) {
            self.emit_ab(Op::CopyL, local, value);
            self.unit.bind(local);
        } else {
            let copy = self.unit.take(1);
            self.emit_ab(Op::Copy, copy, value);
            let outside = self.at(self.ast[target].span);
            self.store_name(sym, copy);
            self.at(outside);
            self.unit.release_to(mark.plus(1));
        }
        Ok(self.deliver(mark, want))
    }

    // ---- displays --------------------------------------------------------------------------------

    /// `(a, b)`, `[a, b]` or `{a, b}`, with starred elements if any.
    pub fn display(&mut self, kind: Display, elements: List<ExprId>, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let mark = self.unit.mark();
        let span = self.unit.asm.span;
        let starred = ast[elements]
            .iter()
            .any(|&element| matches!(ast[element].kind, ExprKind::Starred(_)));
        if kind != Display::Tuple
            && elements.len() >= MIN_CONSTANT_DISPLAY
            && let Some(constants) = self.folded.constants(ast, elements)
        {
            let container = self.unit.take(1);
            self.emit(Instr::new(kind.build(), 0, container.0, container.0, 0));
            let items = constants.into();
            let all = match kind {
                Display::Set => Const::FrozenSet(items),
                _ => Const::Tuple(items),
            };
            let all = self.load_const(all, Want::Temporary);
            self.emit_ab(kind.extend(), container, all);
            self.unit.release_to(mark.plus(1));
            return Ok(self.deliver(mark, want));
        }
        if !starred && elements.len() <= MAX_WINDOW {
            let base = self.push_all(elements)?;
            self.at(span);
            let dst = self.result(mark, Want::Temporary);
            let count = elements.len() as u16;
            self.emit(Instr::new(kind.build(), 0, dst.0, base.0, count));
            return Ok(self.deliver(mark, want));
        }
        let collector = match kind {
            Display::Tuple => Display::List,
            other => other,
        };
        self.collect(collector, elements)?;
        self.at(span);
        if kind == Display::Tuple {
            self.list_to_tuple(mark);
        }
        Ok(self.deliver(mark, want))
    }

    /// Makes the list in the temporary at the mark a tuple.
    pub fn list_to_tuple(&mut self, mark: Mark) {
        let list = self.unit.temporary_at(mark);
        self.emit(Instr::new(
            Op::Intrinsic1,
            Intrinsic1::ListToTuple as u8,
            list.0,
            list.0,
            0,
        ));
    }

    /// Pushes elements, none of which is starred; gives the first temporary.
    pub fn push_all(&mut self, elements: List<ExprId>) -> Result<Reg> {
        let first = self.unit.temporary_at(self.unit.mark());
        let mut rest = elements;
        while let Some(&element) = self.ast[rest].first() {
            let next = self.ast[rest].get(1).copied();
            if let Some(one) = self.plain_local(element)
                && let Some(two) = next.and_then(|next| self.plain_local(next))
            {
                let base = self.unit.take(2);
                self.emit_abc(Op::Move2, base, one, two);
                rest = rest.skip(2);
            } else {
                self.push(element)?;
                rest = rest.skip(1);
            }
        }
        Ok(first)
    }

    /// The register of an expression that is just a surely bound local.
    pub fn plain_local(&mut self, id: ExprId) -> Option<Reg> {
        let ExprKind::Name(name) = self.ast[id].kind else {
            return None;
        };
        let sym = self.mangle(name);
        match self.access(sym) {
            super::names::Access::Local(local)
                if self.unit.asm.is_bound(local) && !self.folded.is_constant(self.ast, id) =>
            {
                Some(local)
            }
            _ => None,
        }
    }

    /// Builds a list or set one element at a time, in the next temporary.
    pub fn collect(&mut self, kind: Display, elements: List<ExprId>) -> Result<Reg> {
        let ast = self.ast;
        let container = self.unit.take(1);
        self.emit(Instr::new(kind.build(), 0, container.0, container.0, 0));
        let mark = self.unit.mark();
        for &element in &ast[elements] {
            if let ExprKind::Starred(inner) = ast[element].kind {
                let value = self.operand(inner)?;
                self.emit_ab(kind.extend(), container, value);
            } else {
                let value = self.operand(element)?;
                self.emit_ab(kind.add(), container, value);
            }
            self.unit.release_to(mark);
        }
        Ok(container)
    }

    fn dict(&mut self, items: List<DictItem>, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let mark = self.unit.mark();
        let plain = ast[items].iter().all(|item| item.key.is_some());
        let first = self.unit.temporary_at(mark);
        if plain && items.len() <= MAX_WINDOW / 2 {
            for item in &ast[items] {
                if let Some(key) = item.key {
                    self.push(key)?;
                }
                self.push(item.value)?;
            }
            let dst = self.result(mark, Want::Temporary);
            let count = items.len() as u16;
            self.emit(Instr::new(Op::BuildMap, 0, dst.0, first.0, count));
            return Ok(self.deliver(mark, want));
        }
        let dict = self.unit.take(1);
        self.emit(Instr::new(Op::BuildMap, 0, dict.0, dict.0, 0));
        for item in &ast[items] {
            match item.key {
                Some(key) => {
                    let key = self.operand(key)?;
                    let value = self.operand(item.value)?;
                    self.emit_abc(Op::MapAdd, dict, key, value);
                }
                None => {
                    let value = self.operand(item.value)?;
                    self.emit_ab(Op::DictUpdate, dict, value);
                }
            }
            self.unit.release_to(mark.plus(1));
        }
        Ok(self.deliver(mark, want))
    }
}

/// The displays with plain elements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Display {
    /// `(a, b)`
    Tuple,
    /// `[a, b]`
    List,
    /// `{a, b}`
    Set,
}

impl Display {
    fn build(self) -> Op {
        match self {
            Display::Tuple => Op::BuildTuple,
            Display::List => Op::BuildList,
            Display::Set => Op::BuildSet,
        }
    }

    fn extend(self) -> Op {
        match self {
            Display::Set => Op::SetUpdate,
            _ => Op::ListExtend,
        }
    }

    fn add(self) -> Op {
        match self {
            Display::Set => Op::SetAdd,
            _ => Op::ListAppend,
        }
    }
}
