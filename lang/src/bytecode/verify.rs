//! The verifier: proves of a code object what the VM relies on without checking.
//!
//! * Every word is part of an instruction; registers, constants, names and jump targets exist, and
//!   have the kind that the operand's role asks for.
//! * On every path, handlers included, each temporary is written while dead and consumed exactly once;
//!   frames are left without live temporaries; nothing is live above a call's window.
//! * The liveness table says exactly what the code does.
//! * Only loop instructions jump backward.
#![forbid(unsafe_code)]

use std::collections::VecDeque;

use super::code::{Code, Const, LiveSet};
use super::effects::{Effects, Windows, jump_offset};
use super::instr::Instr;
use super::opcodes::{Flow, Op, Raise, Role};

/// What is wrong with a code object.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code} at word {word}: {message}")]
pub struct VerifyError {
    /// Qualified name of the code object.
    pub code: String,
    /// The instruction.
    pub word: usize,
    /// What it does wrong.
    pub message: String,
}

/// Checks a code object and all code among its constants.
pub fn verify(code: &Code) -> Result<(), VerifyError> {
    let mut pending = vec![code];
    while let Some(code) = pending.pop() {
        Verifier::new(code)?.run()?;
        for constant in &code.consts {
            if let Const::Code(inner) = constant {
                pending.push(inner);
            }
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct Decoded {
    op: Op,
    instr: Instr,
    data: u32,
    next: usize,
    target: Option<usize>,
}

type Live = Vec<u64>;

struct Verifier<'a> {
    code: &'a Code,
    /// The instruction that begins at each word, if one does.
    decoded: Vec<Option<Decoded>>,
    /// Live temporaries before each instruction that was reached.
    live: Vec<Option<LiveSet>>,
    queue: VecDeque<usize>,
}

impl<'a> Verifier<'a> {
    fn new(code: &'a Code) -> Result<Verifier<'a>, VerifyError> {
        let mut verifier = Verifier {
            code,
            decoded: vec![None; code.words.len()],
            live: vec![None; code.words.len()],
            queue: VecDeque::new(),
        };
        if code.nregs < code.nlocals || code.locals.len() != usize::from(code.nlocals) {
            return Err(verifier.error(0, "the register counts disagree"));
        }
        let mut word = 0;
        while word < code.words.len() {
            word = verifier.decode(word)?;
        }
        Ok(verifier)
    }

    #[cold]
    fn error(&self, word: usize, message: impl Into<String>) -> VerifyError {
        VerifyError {
            code: self.code.qualname.to_string(),
            word,
            message: message.into(),
        }
    }

    fn decode(&mut self, word: usize) -> Result<usize, VerifyError> {
        let instr = Instr(self.code.words[word]);
        let Some(op) = instr.op() else {
            return Err(self.error(word, format!("no opcode {}", instr.op_number())));
        };
        let info = op.info();
        let next = word + 1 + op.extra_words();
        if next > self.code.words.len() {
            return Err(self.error(word, "the instruction is cut off"));
        }
        let data = match info.data_words {
            0 => 0,
            _ => u32::try_from(self.code.words[word + 1]).unwrap_or(u32::MAX),
        };
        let target = match jump_offset(info, instr) {
            None => None,
            Some(offset) => match usize::try_from(next as i64 + offset) {
                Ok(target) if target < self.code.words.len() => Some(target),
                _ => return Err(self.error(word, "the jump leaves the code")),
            },
        };
        self.decoded[word] = Some(Decoded {
            op,
            instr,
            data,
            next,
            target,
        });
        self.check_indices(word)?;
        Ok(next)
    }

    fn check_indices(&self, word: usize) -> Result<(), VerifyError> {
        let Some(decoded) = self.decoded[word] else {
            return Ok(());
        };
        let Decoded {
            op, instr, data, ..
        } = decoded;
        let info = op.info();
        let fail = |what: &str| Err(self.error(word, format!("{}: {what}", info.name)));
        for role in [info.b, info.c] {
            let (index, count) = match role {
                Role::Const32 => (instr.bc(), self.code.consts.len()),
                Role::Name32 => (instr.bc(), self.code.names.len()),
                Role::Name24 => (instr.name24().0, self.code.names.len()),
                Role::Name16 => (instr.c().into(), self.code.names.len()),
                _ => continue,
            };
            if index as usize >= count {
                return fail("there is no such constant or name");
            }
        }
        let constant = self.code.consts.get(data as usize);
        match op.original() {
            Op::MakeFunction if !matches!(constant, Some(Const::Code(_))) => {
                return fail("the operand word names no code");
            }
            Op::CallKw => match constant {
                Some(Const::Tuple(names)) if names.len() <= usize::from(instr.c()) => {}
                _ => return fail("the operand word names no keywords"),
            },
            _ => {}
        }
        let loops = matches!(info.op.name().split('_').next(), Some("LOOP"))
            || matches!(op.original(), Op::ForIter | Op::ForIterL | Op::Loop);
        let backward = decoded.target.is_some_and(|target| target <= word);
        if backward && !loops {
            return fail("only loops jump backward");
        }
        self.check_registers(word, decoded)
    }

    fn check_registers(&self, word: usize, decoded: Decoded) -> Result<(), VerifyError> {
        let Decoded {
            op, instr, data, ..
        } = decoded;
        let info = op.info();
        let (nlocals, nregs) = (u32::from(self.code.nlocals), u32::from(self.code.nregs));
        let fail = |what: &str| Err(self.error(word, format!("{}: {what}", info.name)));
        let effects = Effects::of(op, instr, data, self.code.nlocals);
        let all = [
            &effects.reads,
            &effects.writes,
            &effects.writes_on_jump,
            &effects.locals,
            &effects.temporaries,
        ];
        for windows in all {
            if windows.ranges().any(|(start, count)| start + count > nregs) {
                return fail("there is no such register");
            }
        }
        if effects.locals.registers().any(|reg| reg >= nlocals) {
            return fail("a temporary where a local belongs");
        }
        if effects.temporaries.registers().any(|reg| reg < nlocals) {
            return fail("a local where a temporary belongs");
        }
        if info.a == Role::Dst && u32::from(instr.a()) < nlocals {
            let is_source = effects
                .reads
                .registers()
                .any(|reg| reg == u32::from(instr.a()));
            if !is_source {
                return fail("the destination is a local that is no source");
            }
        }
        Ok(())
    }

    fn run(mut self) -> Result<(), VerifyError> {
        self.reach(0, 0, Live::new())?;
        while let Some(word) = self.queue.pop_front() {
            self.step(word)?;
        }
        Ok(())
    }

    /// Control gets from `from` to `word` with these temporaries live.
    fn reach(&mut self, from: usize, word: usize, live: Live) -> Result<(), VerifyError> {
        let live = LiveSet::of_words(&trimmed(live));
        if self.decoded.get(word).is_none_or(Option::is_none) {
            return Err(self.error(from, "control gets to no instruction"));
        }
        match &self.live[word] {
            None => {
                let recorded = self.code.live_before(word);
                if recorded != Some(&live) {
                    let message = format!("live are {live:x?}, the table says {recorded:x?}");
                    return Err(self.error(word, message));
                }
                self.live[word] = Some(live);
                self.queue.push_back(word);
                Ok(())
            }
            Some(known) if *known == live => Ok(()),
            Some(known) => {
                let message = format!("live are {known:x?} or, from word {from}, {live:x?}");
                Err(self.error(word, message))
            }
        }
    }

    fn step(&mut self, word: usize) -> Result<(), VerifyError> {
        let Some(decoded) = self.decoded[word] else {
            return Ok(());
        };
        let Some(mut live) = self.live[word].as_ref().map(LiveSet::to_words) else {
            return Ok(());
        };
        let Decoded {
            op, instr, data, ..
        } = decoded;
        let info = op.info();
        let effects = Effects::of(op, instr, data, self.code.nlocals);
        for reg in effects.reads.registers() {
            if reg >= u32::from(self.code.nlocals) && !self.is_live(&live, reg) {
                return Err(self.error(word, format!("{} reads dead register {reg}", info.name)));
            }
        }
        if info.raises != Raise::No
            && let Some(handler) = self.code.handler(word).copied()
        {
            let mut kept = live.clone();
            truncate(&mut kept, handler.depth.into());
            self.reach(word, handler.target as usize, kept)?;
        }
        self.consume(&mut live, &effects.consumes);
        if let Some(base) = effects.call_base {
            let above = self.temporary(base.0.into());
            if highest(&live).is_some_and(|highest| highest >= above) {
                return Err(self.error(word, "a temporary is live above the call"));
            }
        }
        if let Some(target) = decoded.target {
            let mut there = live.clone();
            self.consume(&mut there, &effects.consumes_on_jump);
            self.produce(word, &mut there, &effects.writes)?;
            self.produce(word, &mut there, &effects.writes_on_jump)?;
            self.reach(word, target, there)?;
        }
        if matches!(info.flow, Flow::Next | Flow::Branch) {
            self.consume(&mut live, &effects.consumes_on_fall);
            self.produce(word, &mut live, &effects.writes)?;
            return self.reach(word, decoded.next, live);
        }
        let leaves = matches!(op, Op::Return | Op::ReturnConst | Op::ReturnNone);
        if leaves && highest(&live).is_some() {
            return Err(self.error(word, "the frame is left with live temporaries"));
        }
        Ok(())
    }

    fn temporary(&self, reg: u32) -> usize {
        (reg - u32::from(self.code.nlocals)) as usize
    }

    fn is_live(&self, live: &Live, reg: u32) -> bool {
        let temporary = self.temporary(reg);
        let word = live.get(temporary / 64);
        word.is_some_and(|word| word >> (temporary % 64) & 1 != 0)
    }

    fn consume(&self, live: &mut Live, windows: &Windows) {
        for reg in windows.registers() {
            let temporary = self.temporary(reg);
            if let Some(word) = live.get_mut(temporary / 64) {
                *word &= !(1 << (temporary % 64));
            }
        }
    }

    fn produce(&self, word: usize, live: &mut Live, windows: &Windows) -> Result<(), VerifyError> {
        for reg in windows.registers() {
            if reg < u32::from(self.code.nlocals) {
                continue;
            }
            if self.is_live(live, reg) {
                return Err(self.error(word, format!("register {reg} is overwritten while live")));
            }
            let temporary = self.temporary(reg);
            if live.len() <= temporary / 64 {
                live.resize(temporary / 64 + 1, 0);
            }
            live[temporary / 64] |= 1 << (temporary % 64);
        }
        Ok(())
    }
}

fn trimmed(mut live: Live) -> Live {
    while live.last() == Some(&0) {
        live.pop();
    }
    live
}

fn highest(live: &Live) -> Option<usize> {
    let word = live.iter().rposition(|&word| word != 0)?;
    Some(word * 64 + 63 - live[word].leading_zeros() as usize)
}

fn truncate(live: &mut Live, limit: usize) {
    live.truncate(limit.div_ceil(64));
    if !limit.is_multiple_of(64) && live.len() > limit / 64 {
        live[limit / 64] &= (1 << (limit % 64)) - 1;
    }
}
