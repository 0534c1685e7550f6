//! The assembler's back: lays out the recorded instructions, resolves labels to offsets, widens
//! fused jumps that do not reach, and makes the tables of handlers, liveness and lines.
#![forbid(unsafe_code)]

use super::asm::{Asm, Item, Label};
use crate::base::source::Source;
use crate::bytecode::code::{Code, Handler, LineEntry, Liveness, Position};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Flow, Op, Raise, Role};
use crate::syntax::ast::Span;

/// Jumps and lengths beyond this many words are refused.
const MAX_WORDS: usize = i32::MAX as usize;

/// Jumps to jumps are followed at most this often.
const MAX_HOPS: usize = 8;

/// The code is too long to be addressed.
#[derive(Debug)]
pub struct TooLong;

struct Layout<'a> {
    asm: &'a Asm,
    /// Whether the item becomes code at all: not if only jumps that are followed to their end led
    /// there, nor if it jumps to what comes next anyway.
    kept: Vec<bool>,
    /// Whether the item's fused jump goes through an island.
    far: Vec<bool>,
    /// First word of each item, and the end.
    offsets: Vec<u32>,
}

/// Lays out the code into `code`, whose registers and names are filled in already.
pub fn assemble(asm: &Asm, source: &Source, code: &mut Code) -> Result<(), TooLong> {
    let mut layout = Layout {
        asm,
        kept: vec![false; asm.items.len()],
        far: vec![false; asm.items.len()],
        offsets: Vec::new(),
    };
    layout.keep_reachable();
    layout.measure()?;
    layout.write_words(code);
    layout.write_handlers(code);
    layout.write_liveness(code);
    layout.write_lines(source, code);
    code.live_sets.clone_from(&asm.live_sets);
    Ok(())
}

impl Layout<'_> {
    /// Finds the items that control gets to.
    fn keep_reachable(&mut self) {
        let mut pending = vec![0];
        while let Some(index) = pending.pop() {
            let Some(item) = self.asm.items.get(index) else {
                continue;
            };
            if std::mem::replace(&mut self.kept[index], true) {
                continue;
            }
            if matches!(item.op.info().flow, Flow::Next | Flow::Branch) {
                pending.push(index + 1);
            }
            pending.extend(item.target.map(|label| self.item_at(label)));
            if item.op.info().raises != Raise::No
                && let Some(region) = item.region
            {
                let handler = self.asm.regions[region.index()].target;
                pending.push(self.item_at(handler));
            }
        }
        for index in (0..self.asm.items.len()).rev() {
            let item = &self.asm.items[index];
            if item.op == Op::Jmp
                && let Some(target) = item.target
            {
                let target = self.item_at(target);
                let next = (index + 1..target).find(|&between| self.kept[between]);
                if target > index && next.is_none() {
                    self.kept[index] = false;
                }
            }
        }
    }

    /// The items that become code.
    fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        let items = self.asm.items.iter().enumerate();
        items.filter(|(index, _)| self.kept[*index])
    }

    /// The first item from `index` on that becomes code.
    fn kept_from(&self, index: usize) -> Option<&Item> {
        let at = (index..self.asm.items.len()).find(|&at| self.kept[at])?;
        self.asm.items.get(at)
    }

    /// Finds offsets at which every fused jump reaches its target or goes through an island.
    fn measure(&mut self) -> Result<(), TooLong> {
        loop {
            let mut offset = 0usize;
            self.offsets.clear();
            for (index, item) in self.asm.items.iter().enumerate() {
                self.offsets.push(offset as u32);
                if self.kept[index] {
                    offset += size(item, self.far[index]);
                }
            }
            self.offsets.push(offset as u32);
            if offset > MAX_WORDS {
                return Err(TooLong);
            }
            let mut changed = false;
            for index in 0..self.asm.items.len() {
                if self.kept[index] && self.has_short_jump(index) && !self.far[index] {
                    let distance = self.distance(index, self.offsets[index] + 1);
                    if i16::try_from(distance).is_err() {
                        self.far[index] = true;
                        changed = true;
                    }
                }
            }
            if !changed {
                return Ok(());
            }
        }
    }

    fn has_short_jump(&self, index: usize) -> bool {
        self.asm.items[index].op.info().c == Role::Jump16
    }

    fn target(&self, label: Label) -> u32 {
        self.offsets[self.item_at(label)]
    }

    /// The item that the label stands at, beyond jumps that only lead on.
    fn item_at(&self, label: Label) -> usize {
        let place = |label: Label| {
            let at = self.asm.labels[label.index()].at;
            at.unwrap_or(self.asm.items.len())
        };
        let mut at = place(label);
        for _ in 0..MAX_HOPS {
            match self.asm.items.get(at) {
                Some(Item {
                    op: Op::Jmp,
                    target: Some(next),
                    ..
                }) => at = place(*next),
                _ => break,
            }
        }
        at
    }

    /// From the word `next` to the target of the item's jump.
    fn distance(&self, index: usize, next: u32) -> i64 {
        match self.asm.items[index].target {
            Some(label) => i64::from(self.target(label)) - i64::from(next),
            None => 0,
        }
    }

    fn write_words(&self, code: &mut Code) {
        for (index, item) in self.items() {
            let at = self.offsets[index];
            if self.far[index] {
                // The jump goes one word further to the island, the other way around it.
                code.words.push(item.instr.with_c(1).0);
                code.words.push(Instr::wide(Op::Jmp, 0, 0, 1).0);
                let distance = self.distance(index, at + 3);
                let op = if distance < 0 { Op::Loop } else { Op::Jmp };
                code.words
                    .push(Instr::wide(op, 0, 0, distance as i32 as u32).0);
                continue;
            }
            let info = item.op.info();
            let next = at + 1 + u32::from(info.data_words) + u32::from(info.cache_words);
            let mut instr = item.instr;
            if info.c == Role::Jump16 {
                instr = instr.with_c(self.distance(index, next) as i16 as u16);
            } else if info.b == Role::Jump32 {
                instr = instr.with_bc(self.distance(index, next) as i32 as u32);
            }
            code.words.push(instr.0);
            if info.data_words > 0 {
                code.words.push(u64::from(item.data));
            }
            code.words
                .resize(code.words.len() + usize::from(info.cache_words), 0);
        }
    }

    fn write_handlers(&self, code: &mut Code) {
        for (index, item) in self.items() {
            let Some(region) = item.region else { continue };
            let region = &self.asm.regions[region.index()];
            let handler = Handler {
                start: self.offsets[index],
                end: self.offsets[index + 1],
                target: self.target(region.target),
                depth: region.depth,
            };
            match code.handlers.last_mut() {
                Some(last)
                    if last.end == handler.start
                        && last.target == handler.target
                        && last.depth == handler.depth =>
                {
                    last.end = handler.end;
                }
                _ => code.handlers.push(handler),
            }
        }
    }

    fn write_liveness(&self, code: &mut Code) {
        let mut push = |start: u32, set: u32| {
            if code.liveness.last().is_none_or(|last| last.set != set) {
                code.liveness.push(Liveness { start, set });
            }
        };
        for (index, item) in self.items() {
            let at = self.offsets[index];
            push(at, item.live);
            if self.far[index] {
                let fallen = self.kept_from(index + 1);
                let fallen = fallen.map_or(item.live, |next| next.live);
                push(at + 1, fallen);
                let jumped = item
                    .target
                    .and_then(|label| self.kept_from(self.item_at(label)));
                push(at + 2, jumped.map_or(item.live, |item| item.live));
            }
        }
    }

    fn write_lines(&self, source: &Source, code: &mut Code) {
        let mut last: Option<Span> = None;
        for (index, item) in self.items() {
            if last != Some(item.span) {
                last = Some(item.span);
                code.lines.push(LineEntry {
                    start: self.offsets[index],
                    position: position(source, item.span),
                });
            }
        }
    }
}

fn size(item: &Item, far: bool) -> usize {
    match far {
        true => 3,
        false => 1 + item.op.extra_words(),
    }
}

/// Lines and byte columns of a span.
fn position(source: &Source, span: Span) -> Position {
    if span == Span::default() {
        return Position::default();
    }
    let line = source.line_of(span.start);
    let end_line = source.line_of(span.end);
    Position {
        line,
        end_line,
        column: span.start - source.line_start(line),
        end_column: span.end - source.line_start(end_line),
    }
}
