//! Conditions as jumps, and comparisons and boolean operators as values.
#![forbid(unsafe_code)]

use super::asm::Label;
use super::expr::Want;
use super::unit::Mark;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Compare, Op};
use crate::syntax::ast::*;

/// The fused jumps of a comparison that has them, as (forward if false, backward if true), each with
/// its immediate form.
struct FusedOps {
    unless: Op,
    unless_immediate: Op,
    repeat: Option<(Op, Op)>,
}

fn fused(op: Compare) -> FusedOps {
    let (unless, unless_immediate, repeat) = match op {
        Compare::Lt => (Op::JNotLt, Op::JNotLtI, Some((Op::LoopLt, Op::LoopLtI))),
        Compare::Le => (Op::JNotLe, Op::JNotLeI, Some((Op::LoopLe, Op::LoopLeI))),
        Compare::Gt => (Op::JNotGt, Op::JNotGtI, Some((Op::LoopGt, Op::LoopGtI))),
        Compare::Ge => (Op::JNotGe, Op::JNotGeI, Some((Op::LoopGe, Op::LoopGeI))),
        Compare::Ne => (Op::JNotNe, Op::JNotNeI, Some((Op::LoopNe, Op::LoopNeI))),
        Compare::Eq => (Op::JNotEq, Op::JNotEqI, None),
    };
    FusedOps {
        unless,
        unless_immediate,
        repeat,
    }
}

/// The rich comparison that an operator means, if it is one.
fn rich(op: CompareOp) -> Option<Compare> {
    Some(match op {
        CompareOp::Eq => Compare::Eq,
        CompareOp::NotEq => Compare::Ne,
        CompareOp::Lt => Compare::Lt,
        CompareOp::LtE => Compare::Le,
        CompareOp::Gt => Compare::Gt,
        CompareOp::GtE => Compare::Ge,
        CompareOp::Is | CompareOp::IsNot | CompareOp::In | CompareOp::NotIn => return None,
    })
}

impl Compiler<'_> {
    /// Jumps to the label if the condition is as `sense` says; otherwise falls through.
    pub fn jump_if(&mut self, id: ExprId, target: Label, sense: bool) -> Result {
        let ast = self.ast;
        let outside = self.at(ast[id].span);
        if let Some(value) = self.folded.constant(ast, id) {
            if super::fold::truth(&value) == sense {
                self.unit.asm.jump(target);
            }
            self.at(outside);
            return Ok(());
        }
        match ast[id].kind {
            ExprKind::UnaryOp {
                op: UnaryOp::Not,
                operand,
            } => self.jump_if(operand, target, !sense)?,
            ExprKind::BoolOp { op, values } => {
                let decides = op == BoolOp::Or;
                if decides == sense {
                    for &value in &ast[values] {
                        self.jump_if(value, target, sense)?;
                    }
                } else {
                    let skip = self.unit.asm.label();
                    let count = values.len();
                    for (index, &value) in ast[values].iter().enumerate() {
                        if index + 1 < count {
                            self.jump_if(value, skip, decides)?;
                        } else {
                            self.jump_if(value, target, sense)?;
                        }
                    }
                    self.unit.asm.place(skip);
                }
            }
            ExprKind::IfExp { test, body, orelse } => {
                let (otherwise, end) = (self.unit.asm.label(), self.unit.asm.label());
                self.jump_if(test, otherwise, false)?;
                self.jump_if(body, target, sense)?;
                self.unit.asm.jump(end);
                self.unit.asm.place(otherwise);
                self.jump_if(orelse, target, sense)?;
                self.unit.asm.place(end);
            }
            ExprKind::Compare { left, rest } => {
                self.check_identity(left, rest);
                match ast[rest] {
                    [Comparison { op, right }] => {
                        let mark = self.unit.mark();
                        let left = self.operand(left)?;
                        self.compare_jump(left, op, right, target, sense)?;
                        self.unit.release_to(mark);
                    }
                    _ => self.chained_jump(left, rest, target, sense)?,
                }
            }
            _ => {
                let mark = self.unit.mark();
                let value = self.operand(id)?;
                self.at(ast[id].span);
                self.truth_jump(value, target, sense);
                self.unit.release_to(mark);
            }
        }
        self.at(outside);
        Ok(())
    }

    /// Jumps by the truth of a value, which is consumed if it is a temporary.
    pub fn truth_jump(&mut self, value: Reg, target: Label, sense: bool) {
        let op = match (self.unit.asm.is_placed(target), sense) {
            (false, true) => Op::JT,
            (false, false) => Op::JF,
            (true, true) => Op::LoopT,
            (true, false) => Op::LoopF,
        };
        self.unit
            .asm
            .emit_jump(Instr::new(op, 0, value.0, 0, 0), target);
    }

    /// Jumps with `forward` if the target is ahead; else around a backward jump with its inverse.
    fn either_jump(&mut self, forward: Instr, inverse: Instr, target: Label) {
        if self.unit.asm.is_placed(target) {
            let skip = self.unit.asm.label();
            self.unit.asm.emit_jump(inverse, skip);
            self.unit.asm.jump(target);
            self.unit.asm.place(skip);
        } else {
            self.unit.asm.emit_jump(forward, target);
        }
    }

    /// Jumps if `left op right` is as `sense` says.
    fn compare_jump(
        &mut self,
        left: Reg,
        op: CompareOp,
        right: ExprId,
        target: Label,
        sense: bool,
    ) -> Result {
        let span = self.unit.asm.span;
        if let Some(compare) = rich(op) {
            if let Some(small) = self.small_int(right) {
                self.rich_jump(left, compare, small as u16, true, target, sense);
            } else {
                let right = self.operand(right)?;
                self.at(span);
                self.rich_jump(left, compare, right.0, false, target, sense);
            }
            return Ok(());
        }
        let positive = matches!(op, CompareOp::Is | CompareOp::In) == sense;
        if matches!(op, CompareOp::Is | CompareOp::IsNot) {
            if matches!(self.folded.constant(self.ast, right), Some(Const::None)) {
                let forms = [Op::JNotNone, Op::JNone];
                let make = |op| Instr::new(op, 0, left.0, 0, 0);
                let (forward, inverse) = pick(forms, positive);
                self.either_jump(make(forward), make(inverse), target);
                return Ok(());
            }
            let right = self.operand(right)?;
            self.at(span);
            let make = |op| Instr::new(op, 0, left.0, right.0, 0);
            let (forward, inverse) = pick([Op::JIsNot, Op::JIs], positive);
            self.either_jump(make(forward), make(inverse), target);
            return Ok(());
        }
        let right = self.container(right)?;
        self.at(span);
        let make = |op| Instr::new(op, 0, left.0, right.0, 0);
        let (forward, inverse) = pick([Op::JNotIn, Op::JIn], positive);
        self.either_jump(make(forward), make(inverse), target);
        Ok(())
    }

    fn rich_jump(
        &mut self,
        left: Reg,
        compare: Compare,
        right: u16,
        immediate: bool,
        target: Label,
        sense: bool,
    ) {
        let ops = fused(compare);
        let unless = if immediate {
            ops.unless_immediate
        } else {
            ops.unless
        };
        let unless = Instr::new(unless, 0, left.0, right, 0);
        match (self.unit.asm.is_placed(target), sense) {
            (false, false) => self.unit.asm.emit_jump(unless, target),
            (true, true) if ops.repeat.is_some() => {
                let (register, with_immediate) = ops.repeat.unwrap_or((Op::Nop, Op::Nop));
                let op = if immediate { with_immediate } else { register };
                let instr = Instr::new(op, 0, left.0, right, 0);
                self.unit.asm.emit_jump(instr, target);
            }
            (_, true) => {
                let skip = self.unit.asm.label();
                self.unit.asm.emit_jump(unless, skip);
                self.unit.asm.jump(target);
                self.unit.asm.place(skip);
            }
            (true, false) => {
                let (skip, again) = (self.unit.asm.label(), self.unit.asm.label());
                self.unit.asm.emit_jump(unless, again);
                self.unit.asm.jump(skip);
                self.unit.asm.place(again);
                self.unit.asm.jump(target);
                self.unit.asm.place(skip);
            }
        }
    }

    /// The right operand of `in`: displays of constants become constants.
    pub fn container(&mut self, id: ExprId) -> Result<Reg> {
        let ast = self.ast;
        let constant = match ast[id].kind {
            ExprKind::List(elements) => self
                .folded
                .constants(ast, elements)
                .map(|items| Const::Tuple(items.into())),
            ExprKind::Set(elements) => self
                .folded
                .constants(ast, elements)
                .map(|items| Const::FrozenSet(items.into())),
            _ => None,
        };
        match constant {
            Some(constant) => Ok(self.load_const(constant, Want::Any)),
            None => self.operand(id),
        }
    }

    /// `a < b < c` as a condition. A middle operand in a temporary is kept for the next comparison.
    fn chained_jump(
        &mut self,
        left: ExprId,
        rest: List<Comparison>,
        target: Label,
        sense: bool,
    ) -> Result {
        let ast = self.ast;
        let span = self.unit.asm.span;
        let mark = self.unit.mark();
        let mut left = self.operand(left)?;
        let skip = self.unit.asm.label();
        let when_false = if sense { skip } else { target };
        // Failures that leave a middle operand behind, each with the register to drop.
        let mut failures: Vec<(Label, Reg)> = Vec::new();
        let (last, links) = ast[rest].split_last().unwrap_or((&ast[rest][0], &[]));
        for (index, link) in links.iter().enumerate() {
            let middle = self.operand(link.right)?;
            self.at(span);
            if !self.unit.is_temporary(middle) {
                self.plain_compare_jump(left, link.op, middle, when_false);
                left = middle;
                continue;
            }
            let copy = self.unit.take(1);
            self.emit_ab(Op::Copy, copy, middle);
            let fail = self.link_failure(&mut failures, middle);
            self.plain_compare_jump(left, link.op, copy, fail);
            left = self.keep_middle(mark, middle, index + 1 == links.len());
        }
        self.compare_jump(left, last.op, last.right, target, sense)?;
        self.unit.release_to(mark);
        if !failures.is_empty() {
            self.unit.asm.jump(skip);
            for (fail, middle) in failures {
                self.unit.asm.place(fail);
                self.emit_a(Op::Drop, middle);
                self.unit.asm.jump(when_false);
            }
        }
        self.unit.asm.place(skip);
        Ok(())
    }

    /// Where a comparison in a chain goes when it fails and leaves a middle operand behind in this register.
    fn link_failure(&mut self, failures: &mut Vec<(Label, Reg)>, middle: Reg) -> Label {
        if let Some((label, _)) = failures.iter().find(|(_, register)| *register == middle) {
            return *label;
        }
        let label = self.unit.asm.label();
        failures.push((label, middle));
        label
    }

    /// After a comparison in a chain, which has consumed the temporaries from `floor` up but for the middle operand: moves that down, so that a long
    /// chain needs no more registers than a short one. Before the last comparison it may as well stay.
    fn keep_middle(&mut self, floor: Mark, middle: Reg, last_follows: bool) -> Reg {
        if last_follows {
            self.unit.release_to(self.unit.mark_at(middle.plus(1)));
            return middle;
        }
        self.unit.release_to(floor);
        let place = self.unit.take(1);
        if place != middle {
            self.emit_ab(Op::Move, place, middle);
        }
        place
    }

    /// Jumps forward or backward if `left op right` is false, both in registers.
    fn plain_compare_jump(&mut self, left: Reg, op: CompareOp, right: Reg, target: Label) {
        if let Some(compare) = rich(op) {
            self.rich_jump(left, compare, right.0, false, target, false);
            return;
        }
        let (forms, positive) = match op {
            CompareOp::Is => ([Op::JIsNot, Op::JIs], false),
            CompareOp::IsNot => ([Op::JIsNot, Op::JIs], true),
            CompareOp::In => ([Op::JNotIn, Op::JIn], false),
            _ => ([Op::JNotIn, Op::JIn], true),
        };
        let (forward, inverse) = pick(forms, positive);
        let make = |op| Instr::new(op, 0, left.0, right.0, 0);
        self.either_jump(make(forward), make(inverse), target);
    }

    /// A comparison as a value.
    pub fn comparison(&mut self, left: ExprId, rest: List<Comparison>, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let span = self.unit.asm.span;
        self.check_identity(left, rest);
        let mark = self.unit.mark();
        if let [Comparison { op, right }] = ast[rest] {
            let left = self.operand(left)?;
            let right = match op {
                CompareOp::In | CompareOp::NotIn => self.container(right)?,
                _ => self.operand(right)?,
            };
            self.at(span);
            let (instr, local) = compare_value(op, left, right);
            let plain = instr.op().unwrap_or(Op::Nop);
            return Ok(self.emit_result(mark, want, plain, local, instr, &[left, right]));
        }
        // The result has the lowest temporary, operands lie above it.
        let result = self.unit.take(1);
        let floor = self.unit.mark();
        let mut left = self.operand(left)?;
        let end = self.unit.asm.label();
        let mut failures: Vec<(Label, Reg)> = Vec::new();
        let count = rest.len();
        for (index, link) in ast[rest].iter().enumerate() {
            let is_last = index + 1 == count;
            let right = match link.op {
                CompareOp::In | CompareOp::NotIn if is_last => self.container(link.right)?,
                _ => self.operand(link.right)?,
            };
            self.at(span);
            let keep = !is_last && self.unit.is_temporary(right);
            let compared = match keep {
                true => {
                    let copy = self.unit.take(1);
                    self.emit_ab(Op::Copy, copy, right);
                    copy
                }
                false => right,
            };
            let (instr, _) = compare_value(link.op, left, compared);
            self.emit(Instr(instr.0 | u64::from(result.0) << 16));
            if !is_last {
                let target = match keep {
                    true => self.link_failure(&mut failures, right),
                    false => end,
                };
                let instr = Instr::new(Op::JFOrPop, 0, result.0, 0, 0);
                self.unit.asm.emit_jump(instr, target);
            }
            left = if keep {
                self.keep_middle(floor, right, index + 2 == count)
            } else {
                right
            };
        }
        if !failures.is_empty() {
            self.unit.asm.jump(end);
        }
        for (fail, middle) in failures {
            self.unit.asm.place(fail);
            self.emit_a(Op::Drop, middle);
            self.unit.asm.jump(end);
        }
        self.unit.asm.place(end);
        self.unit.release_to(mark.plus(1));
        Ok(self.deliver(mark, want))
    }

    /// `a and b` or `a or b` as a value.
    pub fn bool_op(&mut self, op: BoolOp, values: List<ExprId>, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let span = self.unit.asm.span;
        let mark = self.unit.mark();
        let end = self.unit.asm.label();
        let jump = match op {
            BoolOp::And => Op::JFOrPop,
            BoolOp::Or => Op::JTOrPop,
        };
        let count = values.len();
        for (index, &value) in ast[values].iter().enumerate() {
            self.unit.release_to(mark);
            let value = self.push(value)?;
            self.at(span);
            if index + 1 < count {
                self.unit
                    .asm
                    .emit_jump(Instr::new(jump, 0, value.0, 0, 0), end);
            }
        }
        self.unit.asm.place(end);
        Ok(self.deliver(mark, want))
    }
}

/// The jump for "if so" or "unless", and its inverse, out of [unless, if].
fn pick(forms: [Op; 2], positive: bool) -> (Op, Op) {
    match positive {
        true => (forms[1], forms[0]),
        false => (forms[0], forms[1]),
    }
}

/// The instruction of a comparison as a value, without destination, and its form for locals.
fn compare_value(op: CompareOp, left: Reg, right: Reg) -> (Instr, Option<Op>) {
    let make = |op, x| Instr::new(op, x, 0, left.0, right.0);
    match (rich(op), op) {
        (Some(compare), _) => (make(Op::Compare, compare as u8), Some(Op::CompareL)),
        (None, CompareOp::Is) => (make(Op::Is, 0), None),
        (None, CompareOp::IsNot) => (make(Op::Is, 1), None),
        (None, CompareOp::In) => (make(Op::Contains, 0), None),
        (None, _) => (make(Op::Contains, 1), None),
    }
}
