//! `match` statements.
//!
//! The subject lies in a temporary until a case is taken. Captured values stay in temporaries until
//! the whole pattern has matched; only then are the variables bound, in the order of the captures. A
//! pattern that fails jumps to a label for exactly the temporaries that are live there, and the code
//! at that label drops them.
#![forbid(unsafe_code)]

mod collections;

use rustc_hash::FxHashSet;

use super::asm::Label;
use super::bits::BitSet;
use super::expr::Want;
use super::pool::write_key;
use super::symbols::Sym;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::*;

/// What a pattern looks at.
#[derive(Clone, Copy, Debug)]
struct Subject {
    reg: Reg,
    /// Whether the pattern has to consume it.
    owned: bool,
}

/// A case being compiled.
#[derive(Default)]
struct Matching {
    /// Values to bind, in order.
    captures: Vec<(Sym, Reg)>,
    /// Where failures go, by the temporaries live there.
    failures: Vec<(BitSet, Label)>,
    /// Whether a pattern that always matches is allowed here.
    allow_irrefutable: bool,
}

impl Compiler<'_> {
    /// `match subject: cases`
    pub fn match_stmt(&mut self, subject: ExprId, cases: List<MatchCase>) -> Result {
        let ast = self.ast;
        let mark = self.unit.mark();
        let subject = self.push(subject)?;
        let end = self.unit.asm.label();
        let count = cases.len();
        for (index, case) in ast[cases].iter().enumerate() {
            let next = self.unit.asm.label();
            let mut matching = Matching {
                allow_irrefutable: case.guard.is_some() || index + 1 == count,
                ..Matching::default()
            };
            self.at(ast[case.pattern].span);
            let whole = Subject {
                reg: subject,
                owned: false,
            };
            self.pattern(case.pattern, whole, &mut matching)?;
            for (sym, reg) in std::mem::take(&mut matching.captures) {
                self.store_name(sym, reg);
            }
            self.unit.release_to(mark.plus(1));
            if let Some(guard) = case.guard {
                self.jump_if(guard, next, false)?;
            }
            self.emit_a(Op::Drop, subject);
            self.unit.release_to(mark);
            self.block(case.body)?;
            self.jump_behind(case.body, end);
            self.drop_failed(matching.failures, subject, next);
            self.unit.asm.place(next);
            self.unit.release_to(mark.plus(1));
        }
        self.emit_a(Op::Drop, subject);
        self.unit.release_to(mark);
        self.unit.asm.place(end);
        Ok(())
    }

    /// Drops what failed patterns left above the subject, then goes to `next`.
    fn drop_failed(&mut self, mut failures: Vec<(BitSet, Label)>, subject: Reg, next: Label) {
        let floor = usize::from(self.unit.depth_of(subject)) + 1;
        failures.sort_by_key(|(live, _)| live.count());
        while let Some((mut live, label)) = failures.pop() {
            self.unit.asm.place(label);
            // The larger set falls through to the smaller ones as far as they are subsets.
            while let Some(top) = live.highest().filter(|&top| top >= floor) {
                let reg = Reg(self.unit.asm.first_temporary().0 + top as u16);
                self.emit_a(Op::Drop, reg);
                live.remove(top);
                if let Some(at) = failures.iter().position(|(other, _)| *other == live) {
                    let (_, label) = failures.swap_remove(at);
                    self.unit.asm.place(label);
                    failures.sort_by_key(|(live, _)| live.count());
                }
            }
            self.unit.asm.jump(next);
        }
    }

    /// The label for failing here. An owned subject that is still live is dropped there.
    fn failure(&mut self, matching: &mut Matching, consumed: &[Reg]) -> Label {
        let mut live = self.unit.asm.state.live.clone();
        for &reg in consumed {
            if self.unit.is_temporary(reg) {
                live.remove(self.unit.depth_of(reg).into());
            }
        }
        if let Some((_, label)) = matching.failures.iter().find(|(other, _)| *other == live) {
            return *label;
        }
        let label = self.unit.asm.label();
        if self.unit.asm.state.reachable {
            matching.failures.push((live, label));
        }
        label
    }

    /// Fails unless a value in a temporary is true.
    fn require(&mut self, truth: Reg, matching: &mut Matching) {
        let label = self.failure(matching, &[truth]);
        self.truth_jump(truth, label, false);
    }

    /// The subject as an operand that is consumed: itself if owned, else a copy.
    fn consumable(&mut self, subject: Subject) -> Reg {
        if subject.owned {
            return subject.reg;
        }
        let copy = self.unit.take(1);
        self.emit_ab(Op::Copy, copy, subject.reg);
        copy
    }

    fn finish_subject(&mut self, subject: Subject) {
        if subject.owned {
            self.emit_a(Op::Drop, subject.reg);
        }
    }

    fn pattern(&mut self, id: PatternId, subject: Subject, matching: &mut Matching) -> Result {
        let ast = self.ast;
        let Pattern { kind, span } = ast[id];
        let outside = self.at(span);
        match kind {
            PatternKind::Value(value) => self.value_pattern(value, subject, matching)?,
            PatternKind::Singleton(value) => {
                self.singleton_pattern(&ast[value], subject, matching);
            }
            PatternKind::Wildcard => {
                if !matching.allow_irrefutable {
                    return Err(self.error("wildcard makes remaining patterns unreachable", span));
                }
                self.finish_subject(subject);
            }
            PatternKind::Capture(name) => {
                if !matching.allow_irrefutable {
                    let message = format!(
                        "name capture '{}' makes remaining patterns unreachable",
                        ast.name(name)
                    );
                    return Err(self.error(message, span));
                }
                self.capture(name, subject, span, matching)?;
            }
            PatternKind::Star(Some(name)) => self.capture(name, subject, span, matching)?,
            PatternKind::Star(None) => self.finish_subject(subject),
            PatternKind::As { pattern, name } => {
                let inner = Subject {
                    owned: false,
                    ..subject
                };
                self.pattern(pattern, inner, matching)?;
                self.at(span);
                self.capture(name, subject, span, matching)?;
            }
            PatternKind::Or(alternatives) => {
                self.or_pattern(alternatives, subject, span, matching)?;
            }
            PatternKind::Sequence(patterns) => {
                self.sequence_pattern(patterns, subject, span, matching)?;
            }
            PatternKind::Mapping { items, rest } => {
                self.mapping_pattern(items, rest, subject, span, matching)?;
            }
            PatternKind::Class {
                cls,
                positional,
                keywords,
            } => self.class_pattern(cls, positional, keywords, subject, span, matching)?,
        }
        self.at(outside);
        Ok(())
    }

    /// A pattern within another one: it may always match.
    fn inner(&mut self, id: PatternId, subject: Subject, matching: &mut Matching) -> Result {
        let outside = std::mem::replace(&mut matching.allow_irrefutable, true);
        let result = self.pattern(id, subject, matching);
        matching.allow_irrefutable = outside;
        result
    }

    fn value_pattern(
        &mut self,
        value: ExprId,
        subject: Subject,
        matching: &mut Matching,
    ) -> Result {
        if !self.is_pattern_value(value) {
            return Err(self.error(
                "patterns may only match literals and attribute lookups",
                self.unit.asm.span,
            ));
        }
        let mark = self.unit.mark();
        let left = self.consumable(subject);
        if let Some(small) = self.small_int(value) {
            let label = self.failure(matching, &[left]);
            let instr = Instr::new(Op::JNotEqI, 0, left.0, small as u16, 0);
            self.unit.asm.emit_jump(instr, label);
        } else {
            let right = self.operand(value)?;
            let label = self.failure(matching, &[left, right]);
            let instr = Instr::new(Op::JNotEq, 0, left.0, right.0, 0);
            self.unit.asm.emit_jump(instr, label);
        }
        self.unit.release_to(mark);
        Ok(())
    }

    /// Whether a pattern may compare with this: a literal or a dotted name.
    fn is_pattern_value(&self, value: ExprId) -> bool {
        match self.ast[value].kind {
            ExprKind::Attribute { .. } => true,
            ExprKind::JoinedStr(_) => false,
            _ => self.folded.is_constant(self.ast, value),
        }
    }

    fn singleton_pattern(&mut self, value: &Constant, subject: Subject, matching: &mut Matching) {
        let mark = self.unit.mark();
        let left = self.consumable(subject);
        let (instr, label) = match value {
            Constant::None => {
                let label = self.failure(matching, &[left]);
                (Instr::new(Op::JNotNone, 0, left.0, 0, 0), label)
            }
            value => {
                let value = super::fold::literal(value);
                let right = self.load_const(value, Want::Temporary);
                let label = self.failure(matching, &[left, right]);
                (Instr::new(Op::JIsNot, 0, left.0, right.0, 0), label)
            }
        };
        self.unit.asm.emit_jump(instr, label);
        self.unit.release_to(mark);
    }

    fn capture(
        &mut self,
        name: NameId,
        subject: Subject,
        span: Span,
        matching: &mut Matching,
    ) -> Result {
        self.check_binding(name, span)?;
        let sym = self.mangle(name);
        if matching.captures.iter().any(|(other, _)| *other == sym) {
            let message = format!(
                "multiple assignments to name '{}' in pattern",
                self.ast.name(name)
            );
            return Err(self.error(message, span));
        }
        // An owned subject stays where it is, above or below whatever else is live.
        let reg = self.consumable(subject);
        matching.captures.push((sym, reg));
        Ok(())
    }

    // ---- alternatives ----------------------------------------------------------------------------

    fn or_pattern(
        &mut self,
        alternatives: List<PatternId>,
        subject: Subject,
        span: Span,
        matching: &mut Matching,
    ) -> Result {
        let ast = self.ast;
        let outer = std::mem::take(&mut matching.captures);
        let outer_irrefutable = matching.allow_irrefutable;
        let end = self.unit.asm.label();
        let count = alternatives.len();
        // What the alternatives capture comes into the same temporaries, whichever matches.
        let mut slots: Vec<(Sym, Reg)> = Vec::new();
        let first = ast[alternatives].first().copied();
        let names = first.map_or(0, |first| self.capture_count(first));
        let mark = self.unit.mark();
        let slots_base = self.unit.take(names);
        for (index, &alternative) in ast[alternatives].iter().enumerate() {
            let above = self.unit.mark();
            let is_last = index + 1 == count;
            let mut inner = Matching {
                allow_irrefutable: outer_irrefutable && is_last,
                ..Matching::default()
            };
            let looked_at = Subject {
                owned: false,
                ..subject
            };
            self.at(ast[alternative].span);
            self.pattern(alternative, looked_at, &mut inner)?;
            if index == 0 {
                let captures = inner.captures.iter().enumerate();
                slots = captures
                    .map(|(slot, &(sym, _))| (sym, slots_base.plus(slot as u16)))
                    .collect();
            }
            if inner.captures.len() != slots.len() {
                return Err(self.error("alternative patterns bind different names", span));
            }
            for &(sym, slot) in &slots {
                let Some(&(_, reg)) = inner.captures.iter().find(|(other, _)| *other == sym) else {
                    return Err(self.error("alternative patterns bind different names", span));
                };
                self.emit_ab(Op::Move, slot, reg);
            }
            self.finish_subject(subject);
            self.unit.asm.jump(end);
            let next = self.unit.asm.label();
            let floor = self.unit.temporary_at(above);
            self.drop_failed_above(inner.failures, floor, next);
            self.unit.asm.place(next);
            self.unit.release_to(above);
        }
        // No alternative matched.
        let label = self.failure(matching, &[]);
        self.unit.asm.jump(label);
        self.unit.asm.place(end);
        self.unit.release_to(mark.plus(names));
        matching.captures = outer;
        matching.allow_irrefutable = outer_irrefutable;
        for (sym, slot) in slots {
            if matching.captures.iter().any(|(other, _)| *other == sym) {
                let message = format!(
                    "multiple assignments to name '{}' in pattern",
                    self.symbols.text(sym)
                );
                return Err(self.error(message, span));
            }
            matching.captures.push((sym, slot));
        }
        Ok(())
    }

    fn drop_failed_above(&mut self, failures: Vec<(BitSet, Label)>, floor: Reg, next: Label) {
        // The registers of an alternative lie at `floor` and above.
        let subject = Reg(floor.0.saturating_sub(1));
        self.drop_failed(failures, subject, next);
    }

    /// How many names a pattern captures.
    fn capture_count(&self, id: PatternId) -> usize {
        let ast = self.ast;
        let all = |patterns: List<PatternId>| -> usize {
            ast[patterns]
                .iter()
                .map(|&pattern| self.capture_count(pattern))
                .sum()
        };
        match ast[id].kind {
            PatternKind::Capture(_) | PatternKind::Star(Some(_)) => 1,
            PatternKind::As { pattern, .. } => 1 + self.capture_count(pattern),
            PatternKind::Or(patterns) => {
                let first = ast[patterns].first();
                first.map_or(0, |&first| self.capture_count(first))
            }
            PatternKind::Sequence(patterns) => all(patterns),
            PatternKind::Mapping { items, rest } => {
                let items = ast[items].iter();
                let inner: usize = items.map(|item| self.capture_count(item.pattern)).sum();
                inner + usize::from(rest.is_some())
            }
            PatternKind::Class {
                positional,
                keywords,
                ..
            } => {
                let keywords = ast[keywords].iter();
                let inner: usize = keywords
                    .map(|keyword| self.capture_count(keyword.pattern))
                    .sum();
                inner + all(positional)
            }
            _ => 0,
        }
    }

    // ---- sequences -------------------------------------------------------------------------------
}
