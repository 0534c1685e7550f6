//! Encoding of instructions: one 64-bit word `{op u8, x u8, a u16, b u16, c u16}`, low bits first.
//!
//! There is no prefix for wide operands: every field is as wide as its use can need. Constants and
//! global names are 32 bits (`b`, `c`), attribute names 24 bits (`c` and `x`), plain jumps 32 bits.
//! The fused jumps have 16-bit offsets; one that does not reach is emitted as a short jump to an
//! island that holds a `JMP` or `LOOP`. Functions with more than 65,535 registers are refused by the
//! compiler.

use super::opcodes::Op;

/// A register of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reg(pub u16);

/// Index into `Code::consts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConstIdx(pub u32);

/// Index into `Code::names`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameIdx(pub u32);

impl Reg {
    /// The register `n` places up.
    pub const fn plus(self, n: u16) -> Reg {
        Reg(self.0 + n)
    }

    /// The register as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One instruction word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Instr(pub u64);

impl Instr {
    /// An instruction with all four fields.
    pub const fn new(op: Op, x: u8, a: u16, b: u16, c: u16) -> Instr {
        Instr(op as u64 | (x as u64) << 8 | (a as u64) << 16 | (b as u64) << 32 | (c as u64) << 48)
    }

    /// An instruction whose operands `b` and `c` form one 32-bit operand.
    pub const fn wide(op: Op, x: u8, a: u16, bc: u32) -> Instr {
        Instr::new(op, x, a, bc as u16, (bc >> 16) as u16)
    }

    /// The opcode's number.
    pub const fn op_number(self) -> u8 {
        self.0 as u8
    }

    /// The opcode, if the number is one.
    pub const fn op(self) -> Option<Op> {
        Op::from_number(self.op_number())
    }

    /// Field `x`.
    pub const fn x(self) -> u8 {
        (self.0 >> 8) as u8
    }

    /// Field `a`.
    pub const fn a(self) -> u16 {
        (self.0 >> 16) as u16
    }

    /// Field `b`.
    pub const fn b(self) -> u16 {
        (self.0 >> 32) as u16
    }

    /// Field `c`.
    pub const fn c(self) -> u16 {
        (self.0 >> 48) as u16
    }

    /// Fields `b` and `c` as one unsigned operand.
    pub const fn bc(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// Fields `b` and `c` as one signed operand: a 32-bit jump or integer.
    pub const fn bc_signed(self) -> i32 {
        (self.0 >> 32) as i32
    }

    /// Field `b` as a signed integer.
    pub const fn b_signed(self) -> i16 {
        self.b() as i16
    }

    /// Field `c` as a signed integer or 16-bit jump.
    pub const fn c_signed(self) -> i16 {
        self.c() as i16
    }

    /// The 24-bit name index in `c` and `x`.
    pub const fn name24(self) -> NameIdx {
        NameIdx(self.c() as u32 | (self.x() as u32) << 16)
    }

    /// The same instruction with another opcode.
    pub const fn with_op(self, op: Op) -> Instr {
        Instr(self.0 & !0xff | op as u64)
    }

    /// The same instruction with field `c` replaced.
    pub const fn with_c(self, c: u16) -> Instr {
        Instr(self.0 & 0x0000_ffff_ffff_ffff | (c as u64) << 48)
    }

    /// The same instruction with fields `b` and `c` replaced.
    pub const fn with_bc(self, bc: u32) -> Instr {
        Instr(self.0 & 0x0000_0000_ffff_ffff | (bc as u64) << 32)
    }
}
