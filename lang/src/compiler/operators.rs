//! Unary and binary operators, with their immediate forms and forms that write a local.
#![forbid(unsafe_code)]

use super::expr::{Head, Want};
use super::unit::Mark;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Intrinsic1, Op, arith};
use crate::syntax::ast::{BinaryOp, ExprId, UnaryOp};

/// The instructions of a binary operator: for temporaries and sources, and for other locals.
fn register_forms(op: BinaryOp) -> (Op, Option<Op>) {
    match op {
        BinaryOp::Add => (Op::Add, Some(Op::AddL)),
        BinaryOp::Sub => (Op::Sub, Some(Op::SubL)),
        BinaryOp::Mult => (Op::Mul, Some(Op::MulL)),
        BinaryOp::MatMult => (Op::MatMul, None),
        BinaryOp::Div => (Op::TrueDiv, Some(Op::TrueDivL)),
        BinaryOp::Mod => (Op::Mod, Some(Op::ModL)),
        BinaryOp::Pow => (Op::Pow, None),
        BinaryOp::LShift => (Op::LShift, None),
        BinaryOp::RShift => (Op::RShift, None),
        BinaryOp::BitOr => (Op::Or, None),
        BinaryOp::BitXor => (Op::Xor, Some(Op::XorL)),
        BinaryOp::BitAnd => (Op::And, Some(Op::AndL)),
        BinaryOp::FloorDiv => (Op::FloorDiv, Some(Op::FloorDivL)),
    }
}

/// The same with a small integer as right operand.
fn immediate_forms(op: BinaryOp) -> Option<(Op, Option<Op>)> {
    Some(match op {
        BinaryOp::Add => (Op::AddI, Some(Op::AddIL)),
        BinaryOp::Sub => (Op::SubI, Some(Op::SubIL)),
        BinaryOp::Mult => (Op::MulI, Some(Op::MulIL)),
        BinaryOp::Div => (Op::TrueDivI, None),
        BinaryOp::FloorDiv => (Op::FloorDivI, Some(Op::FloorDivIL)),
        BinaryOp::Mod => (Op::ModI, Some(Op::ModIL)),
        BinaryOp::LShift => (Op::LShiftI, None),
        BinaryOp::RShift => (Op::RShiftI, None),
        BinaryOp::BitAnd => (Op::AndI, Some(Op::AndIL)),
        BinaryOp::Pow => (Op::PowI, None),
        BinaryOp::MatMult | BinaryOp::BitOr | BinaryOp::BitXor => return None,
    })
}

/// The same with a small integer as left operand.
fn left_immediate_forms(op: BinaryOp) -> Option<(Op, Option<Op>, u8)> {
    Some(match op {
        BinaryOp::Add => (Op::AddI, Some(Op::AddIL), arith::SWAPPED),
        BinaryOp::Mult => (Op::MulI, Some(Op::MulIL), arith::SWAPPED),
        BinaryOp::BitAnd => (Op::AndI, Some(Op::AndIL), arith::SWAPPED),
        BinaryOp::Sub => (Op::RSubI, None, 0),
        _ => return None,
    })
}

/// Whether the operator has a form with a small integer on its left.
pub fn takes_left_immediate(op: BinaryOp) -> bool {
    left_immediate_forms(op).is_some()
}

impl Compiler<'_> {
    /// `head op right`, where temporaries above the mark belong to the head.
    pub fn binary(
        &mut self,
        mark: Mark,
        op: BinaryOp,
        head: Head,
        right: ExprId,
        want: Want,
    ) -> Result<Reg> {
        match head {
            Head::Small(left) => {
                let right = self.operand(right)?;
                Ok(self.left_immediate(mark, op, left, right, want))
            }
            Head::Value(left) => self.binary_with(mark, op, left, right, 0, want),
            Head::Prepared => Ok(self.unit.temporary_at(mark)),
        }
    }

    /// `left op right`, or `left op= right` by the flag in `x`.
    pub fn binary_with(
        &mut self,
        mark: Mark,
        op: BinaryOp,
        left: Reg,
        right: ExprId,
        x: u8,
        want: Want,
    ) -> Result<Reg> {
        if let Some(small) = self.small_int(right)
            && let Some((plain, local)) = immediate_forms(op)
        {
            let instr = Instr::new(plain, x, 0, left.0, small as u16);
            return Ok(self.emit_result(mark, want, plain, local, instr, &[left]));
        }
        let right = self.operand(right)?;
        let (plain, local) = register_forms(op);
        let instr = Instr::new(plain, x, 0, left.0, right.0);
        Ok(self.emit_result(mark, want, plain, local, instr, &[left, right]))
    }

    fn left_immediate(
        &mut self,
        mark: Mark,
        op: BinaryOp,
        left: i16,
        right: Reg,
        want: Want,
    ) -> Reg {
        let Some((plain, local, x)) = left_immediate_forms(op) else {
            return self.load_const(Const::Int(left.into()), want);
        };
        let instr = Instr::new(plain, x, 0, right.0, left as u16);
        self.emit_result(mark, want, plain, local, instr, &[right])
    }

    /// `op operand`
    pub fn unary(&mut self, op: UnaryOp, operand: ExprId, want: Want) -> Result<Reg> {
        let mark = self.unit.mark();
        let span = self.unit.asm.span;
        let operand = self.operand(operand)?;
        self.at(span);
        let (op, x) = match op {
            UnaryOp::Invert => (Op::BitNot, 0),
            UnaryOp::Not => (Op::Not, 0),
            UnaryOp::Minus => (Op::Neg, 0),
            UnaryOp::Plus => (Op::Intrinsic1, Intrinsic1::Positive as u8),
        };
        let instr = Instr::new(op, x, 0, operand.0, 0);
        Ok(self.emit_result(mark, want, op, None, instr, &[operand]))
    }
}
