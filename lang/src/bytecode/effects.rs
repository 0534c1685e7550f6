//! What an instruction does to registers, derived from the roles of its operands. The compiler keeps
//! its account of live temporaries with it, the verifier checks that account.
#![forbid(unsafe_code)]

use super::instr::{Instr, Reg};
use super::opcodes::{Extent, Op, OpInfo, Role};

/// A few windows of registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Windows {
    windows: [(u16, u32); 4],
    len: usize,
}

impl Windows {
    fn push(&mut self, start: Reg, count: u32) {
        if count > 0 {
            self.windows[self.len] = (start.0, count);
            self.len += 1;
        }
    }

    /// The windows as first register and number of registers.
    pub fn ranges(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let windows = self.windows[..self.len].iter();
        windows.map(|&(start, count)| (u32::from(start), count))
    }

    /// All registers of all windows, as numbers that may lie beyond any frame.
    pub fn registers(&self) -> impl Iterator<Item = u32> + '_ {
        self.ranges()
            .flat_map(|(start, count)| start..start + count)
    }
}

/// The effect of one instruction on registers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Effects {
    /// Registers whose value is read.
    pub reads: Windows,
    /// Temporaries dead afterwards.
    pub consumes: Windows,
    /// Temporaries dead if control falls through.
    pub consumes_on_fall: Windows,
    /// Temporaries dead if the jump is taken.
    pub consumes_on_jump: Windows,
    /// Registers written.
    pub writes: Windows,
    /// Registers written if the jump is taken.
    pub writes_on_jump: Windows,
    /// Registers that must be locals.
    pub locals: Windows,
    /// Registers that must be temporaries.
    pub temporaries: Windows,
    /// The first register above which nothing may be live, for calls.
    pub call_base: Option<Reg>,
}

impl Effects {
    /// The effects of an instruction in a frame with this many locals.
    pub fn of(op: Op, instr: Instr, data: u32, nlocals: u16) -> Effects {
        let info = op.info();
        let mut effects = Effects::default();
        let fields = [
            (info.a, instr.a()),
            (info.b, instr.b()),
            (info.c, instr.c()),
        ];
        for (role, field) in fields {
            effects.field(role, Reg(field), instr, data, nlocals);
        }
        effects
    }

    fn field(&mut self, role: Role, reg: Reg, instr: Instr, data: u32, nlocals: u16) {
        match role {
            Role::Dst => self.writes.push(reg, 1),
            Role::DstL => {
                self.writes.push(reg, 1);
                self.locals.push(reg, 1);
            }
            Role::Src => {
                self.reads.push(reg, 1);
                if reg.0 >= nlocals {
                    self.consumes.push(reg, 1);
                }
            }
            Role::Peek => self.reads.push(reg, 1),
            Role::Local => self.locals.push(reg, 1),
            Role::Take(extent) => {
                let count = extent_of(extent, instr, data);
                self.reads.push(reg, count);
                self.consumes.push(reg, count);
                self.temporaries.push(reg, count);
                if matches!(extent, Extent::Callee | Extent::CalleeEx) {
                    self.call_base = Some(reg);
                }
            }
            Role::Give(extent) => {
                let count = extent_of(extent, instr, data);
                self.writes.push(reg, count);
                self.temporaries.push(reg, count);
            }
            Role::DstOnJump => {
                self.writes_on_jump.push(reg, 1);
                self.temporaries.push(reg, 1);
            }
            Role::DstLOnJump => {
                self.writes_on_jump.push(reg, 1);
                self.locals.push(reg, 1);
            }
            Role::TakeOnFall => {
                self.reads.push(reg, 1);
                self.consumes_on_fall.push(reg, 1);
                self.temporaries.push(reg, 1);
            }
            Role::SendPair => {
                self.reads.push(reg, 2);
                self.consumes_on_jump.push(reg.plus(1), 1);
                self.temporaries.push(reg, 2);
            }
            Role::Update => {
                self.reads.push(reg, 1);
                self.temporaries.push(reg, 1);
            }
            _ => {}
        }
    }
}

fn extent_of(extent: Extent, instr: Instr, data: u32) -> u32 {
    match extent {
        Extent::Fixed(count) => u32::from(count),
        Extent::C => u32::from(instr.c()),
        Extent::TwiceC => 2 * u32::from(instr.c()),
        Extent::Callee => 2 + u32::from(instr.c()),
        Extent::CalleeEx => 3 + u32::from(instr.x() != 0),
        Extent::X => u32::from(instr.x()),
        Extent::PartsOfX => instr.x().count_ones(),
        Extent::Star => u32::from(instr.c()).saturating_add(1).saturating_add(data),
    }
}

/// Where an instruction's jump target stands, as an offset from the next instruction.
pub fn jump_offset(info: &OpInfo, instr: Instr) -> Option<i64> {
    if info.b == Role::Jump32 {
        Some(i64::from(instr.bc_signed()))
    } else if info.c == Role::Jump16 {
        Some(i64::from(instr.c_signed()))
    } else {
        None
    }
}
