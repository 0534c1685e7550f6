//! Patterns that look into their subject: sequences, mappings, classes.

use super::*;

impl Compiler<'_> {
    pub(super) fn sequence_pattern(
        &mut self,
        patterns: List<PatternId>,
        subject: Subject,
        span: Span,
        matching: &mut Matching,
    ) -> Result {
        let ast = self.ast;
        let is_star = |id: &PatternId| matches!(ast[*id].kind, PatternKind::Star(_));
        let is_wildcard = |id: &PatternId| {
            matches!(
                ast[*id].kind,
                PatternKind::Wildcard | PatternKind::Star(None)
            )
        };
        let count = patterns.len();
        let star = ast[patterns].iter().position(is_star);
        if ast[patterns].iter().filter(|id| is_star(id)).count() > 1 {
            return Err(self.error("multiple starred names in sequence pattern", span));
        }
        let mark = self.unit.mark();
        let test = self.unit.take(1);
        self.emit_ab(Op::MatchSequence, test, subject.reg);
        self.require(test, matching);
        self.unit.release_to(mark);
        let required = count - usize::from(star.is_some());
        self.require_length(subject, required, star.is_none(), matching);
        if ast[patterns].iter().all(is_wildcard) {
            self.finish_subject(subject);
            return Ok(());
        }
        if let Some(star) = star
            && is_wildcard(&ast[patterns][star])
        {
            return self.sequence_by_index(patterns, star, subject, matching);
        }
        let source = self.consumable(subject);
        if self.unit.temporary_at(self.unit.mark()) == source.plus(1) {
            let mark = self.unit.mark_at(source);
            self.unit.release_to(mark);
        }
        let base = self.unit.take(count);
        match star {
            None => {
                let instr = Instr::new(Op::UnpackSequence, 0, base.0, source.0, count as u16);
                self.emit(instr);
            }
            Some(star) => {
                if star >= 256 {
                    return Err(self.error(
                        "too many expressions in star-unpacking sequence pattern",
                        span,
                    ));
                }
                let instr = Instr::new(Op::UnpackEx, 0, base.0, source.0, star as u16);
                self.unit.asm.emit_data(instr, (count - star - 1) as u32);
            }
        }
        self.items(ast[patterns].iter().copied(), base, count, matching)
    }

    /// Fails unless the subject has exactly or at least so many items.
    pub(super) fn require_length(
        &mut self,
        subject: Subject,
        required: usize,
        exactly: bool,
        matching: &mut Matching,
    ) {
        if required == 0 && !exactly {
            return;
        }
        let mark = self.unit.mark();
        let length = self.unit.take(1);
        self.emit_ab(Op::GetLen, length, subject.reg);
        let label = self.failure(matching, &[length]);
        let (immediate, register) = match exactly {
            true => (Op::JNotEqI, Op::JNotEq),
            false => (Op::JNotGeI, Op::JNotGe),
        };
        let instr = match i16::try_from(required) {
            Ok(small) => Instr::new(immediate, 0, length.0, small as u16, 0),
            Err(_) => {
                let number = self.load_const(Const::Int(required as i64), Want::Temporary);
                Instr::new(register, 0, length.0, number.0, 0)
            }
        };
        self.unit.asm.emit_jump(instr, label);
        self.unit.release_to(mark);
    }

    /// Matches unpacked items, the first of which lies in the highest of `count` temporaries.
    pub(super) fn items(
        &mut self,
        patterns: impl Iterator<Item = PatternId>,
        base: Reg,
        count: usize,
        matching: &mut Matching,
    ) -> Result {
        for (index, pattern) in patterns.enumerate() {
            let item = Subject {
                reg: base.plus((count - 1 - index) as u16),
                owned: true,
            };
            self.inner(pattern, item, matching)?;
        }
        Ok(())
    }

    /// `reg := reg op number`: with the number in the instruction, or else in a register.
    fn with_number(&mut self, immediate: Op, register: Op, reg: Reg, number: usize) {
        match i16::try_from(number) {
            Ok(small) => {
                self.emit(Instr::new(immediate, 0, reg.0, reg.0, small as u16));
            }
            Err(_) => {
                let mark = self.unit.mark();
                let number = self.load_const(Const::Int(number as i64), Want::Temporary);
                self.emit_abc(register, reg, reg, number);
                self.unit.release_to(mark);
            }
        }
    }

    /// A sequence with `*_`: only the items that matter are asked for.
    pub(super) fn sequence_by_index(
        &mut self,
        patterns: List<PatternId>,
        star: usize,
        subject: Subject,
        matching: &mut Matching,
    ) -> Result {
        let ast = self.ast;
        let count = patterns.len();
        for (index, &pattern) in ast[patterns].iter().enumerate() {
            if index == star || matches!(ast[pattern].kind, PatternKind::Wildcard) {
                continue;
            }
            let item = self.unit.take(1);
            self.emit_ab(Op::Copy, item, subject.reg);
            if index < star {
                self.with_number(Op::LoadSubscrI, Op::LoadSubscr, item, index);
            } else {
                // A sequence of the program's own need not know places before 0.
                let mark = self.unit.mark();
                let place = self.unit.take(1);
                self.emit_ab(Op::GetLen, place, subject.reg);
                self.with_number(Op::SubI, Op::Sub, place, count - index);
                self.emit_abc(Op::LoadSubscr, item, item, place);
                self.unit.release_to(mark);
            }
            let item = Subject {
                reg: item,
                owned: true,
            };
            self.inner(pattern, item, matching)?;
        }
        self.finish_subject(subject);
        Ok(())
    }

    // ---- mappings --------------------------------------------------------------------------------

    pub(super) fn mapping_pattern(
        &mut self,
        items: List<MappingPattern>,
        rest: Option<NameId>,
        subject: Subject,
        span: Span,
        matching: &mut Matching,
    ) -> Result {
        let ast = self.ast;
        let mark = self.unit.mark();
        let test = self.unit.take(1);
        self.emit_ab(Op::MatchMapping, test, subject.reg);
        self.require(test, matching);
        self.unit.release_to(mark);
        if items.is_empty() && rest.is_none() {
            self.finish_subject(subject);
            return Ok(());
        }
        self.require_length(subject, items.len(), false, matching);
        // From below: the rest if it is wanted, the keys, the values.
        let dict = rest.map(|_| self.unit.take(1));
        let keys = self.mapping_keys(items)?;
        self.at(span);
        let values = self.unit.take(1);
        self.emit_abc(Op::MatchKeys, values, subject.reg, keys);
        let test = self.unit.take(1);
        self.emit_ab(Op::Copy, test, values);
        let label = self.failure(matching, &[test]);
        self.unit
            .asm
            .emit_jump(Instr::new(Op::JNone, 0, test.0, 0, 0), label);
        if let Some(dict) = dict {
            self.mapping_rest(dict, keys, subject.reg, items.len());
        } else {
            self.emit_a(Op::Drop, keys);
        }
        let count = items.len();
        let below = self.unit.mark_at(values);
        self.unit.release_to(below);
        let base = self.unit.take(count);
        self.emit(Instr::new(
            Op::UnpackSequence,
            0,
            base.0,
            values.0,
            count as u16,
        ));
        self.items(
            ast[items].iter().map(|item| item.pattern),
            base,
            count,
            matching,
        )?;
        self.at(span);
        if let (Some(name), Some(dict)) = (rest, dict) {
            let dict = Subject {
                reg: dict,
                owned: true,
            };
            self.capture(name, dict, span, matching)?;
        }
        self.finish_subject(subject);
        Ok(())
    }

    /// The tuple of the keys in the next temporary.
    pub(super) fn mapping_keys(&mut self, items: List<MappingPattern>) -> Result<Reg> {
        let ast = self.ast;
        let mark = self.unit.mark();
        let base = self.unit.temporary_at(mark);
        let mut seen = FxHashSet::default();
        for item in &ast[items] {
            if !self.is_pattern_value(item.key) {
                return Err(self.error(
                    "mapping pattern keys may only match literals and attribute lookups",
                    self.unit.asm.span,
                ));
            }
            if let Some(constant) = self.folded.constant(ast, item.key) {
                let mut key = Vec::new();
                write_key(&crate::compiler::fold::comparable(&constant), &mut key);
                if !seen.insert(key) {
                    let shown = crate::syntax::unparse_expression(ast, item.key);
                    let message = format!("mapping pattern checks duplicate key ({shown})");
                    return Err(self.error(message, self.unit.asm.span));
                }
            }
            self.push(item.key)?;
        }
        let keys = self.result(mark, Want::Temporary);
        self.emit(Instr::new(
            Op::BuildTuple,
            0,
            keys.0,
            base.0,
            items.len() as u16,
        ));
        Ok(keys)
    }

    /// A copy of the mapping in `dict`, without the keys, whose tuple is consumed.
    pub(super) fn mapping_rest(&mut self, dict: Reg, keys: Reg, subject: Reg, count: usize) {
        let mark = self.unit.mark();
        self.emit(Instr::new(Op::BuildMap, 0, dict.0, dict.0, 0));
        let copy = self.unit.take(1);
        self.emit_ab(Op::Copy, copy, subject);
        self.emit_ab(Op::DictUpdate, dict, copy);
        self.unit.release_to(mark);
        let base = self.unit.take(count);
        self.emit(Instr::new(
            Op::UnpackSequence,
            0,
            base.0,
            keys.0,
            count as u16,
        ));
        for index in (0..count).rev() {
            let container = self.unit.take(1);
            self.emit_ab(Op::Copy, container, dict);
            self.emit_ab(Op::DeleteSubscr, container, base.plus(index as u16));
            let above = self.unit.mark_at(container);
            self.unit.release_to(above);
        }
        self.unit.release_to(mark);
    }

    // ---- classes ---------------------------------------------------------------------------------

    pub(super) fn class_pattern(
        &mut self,
        cls: ExprId,
        positional: List<PatternId>,
        keywords: List<KeywordPattern>,
        subject: Subject,
        span: Span,
        matching: &mut Matching,
    ) -> Result {
        let ast = self.ast;
        let mut seen = FxHashSet::default();
        for keyword in &ast[keywords] {
            self.check_binding(keyword.name, ast[keyword.pattern].span)?;
            if !seen.insert(keyword.name) {
                let name = ast.name(keyword.name);
                let message = format!("attribute name repeated in class pattern: {name}");
                return Err(self.error(message, ast[keyword.pattern].span));
            }
        }
        let mark = self.unit.mark();
        let class = self.push(cls)?;
        self.at(span);
        let names = ast[keywords]
            .iter()
            .map(|keyword| Const::text(ast.name(keyword.name)));
        let names = Const::Tuple(names.collect());
        self.load_const(names, Want::Temporary);
        let values = self.result(mark, Want::Temporary);
        let instr = Instr::new(Op::MatchClass, 0, values.0, subject.reg.0, class.0);
        self.unit.asm.emit_data(instr, positional.len() as u32);
        let test = self.unit.take(1);
        self.emit_ab(Op::Copy, test, values);
        let label = self.failure(matching, &[test]);
        self.unit
            .asm
            .emit_jump(Instr::new(Op::JNone, 0, test.0, 0, 0), label);
        self.unit.release_to(mark);
        let count = positional.len() + keywords.len();
        let base = self.unit.take(count);
        self.emit(Instr::new(
            Op::UnpackSequence,
            0,
            base.0,
            values.0,
            count as u16,
        ));
        let patterns = ast[positional].iter().copied();
        let patterns = patterns.chain(ast[keywords].iter().map(|keyword| keyword.pattern));
        self.items(patterns, base, count, matching)?;
        self.finish_subject(subject);
        Ok(())
    }
}
