//! f-strings: each field is formatted into a temporary, then all pieces are joined.
#![forbid(unsafe_code)]

use super::expr::Want;
use super::{Compiler, Result};
use crate::bytecode::code::Const;
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::ast::*;

/// More pieces than this are joined in several steps.
const MAX_PIECES: usize = 500;

impl Compiler<'_> {
    /// The value of an f-string or of a format specification.
    pub fn joined_str(&mut self, parts: List<FStringPart>, want: Want) -> Result<Reg> {
        let ast = self.ast;
        let mark = self.unit.mark();
        let span = self.unit.asm.span;
        if parts.is_empty() {
            return Ok(self.load_const(Const::text(""), want));
        }
        let base = self.unit.temporary_at(mark);
        let mut count = 0;
        for part in &ast[parts] {
            if count == MAX_PIECES {
                self.join(mark, base, count);
                count = 1;
            }
            self.part(*part)?;
            count += 1;
        }
        self.at(span);
        if count > 1 {
            self.join(mark, base, count);
        }
        Ok(self.deliver(mark, want))
    }

    fn join(&mut self, mark: super::unit::Mark, base: Reg, count: usize) {
        let dst = self.result(mark, Want::Temporary);
        self.emit(Instr::new(Op::BuildString, 0, dst.0, base.0, count as u16));
    }

    fn part(&mut self, part: FStringPart) -> Result {
        match part {
            FStringPart::Literal { value, .. } => {
                let value = super::fold::literal(&self.ast[value]);
                self.load_const(value, Want::Temporary);
            }
            FStringPart::Field(field) => {
                self.formatted(field)?;
            }
        }
        Ok(())
    }

    fn formatted(&mut self, field: FormattedValue) -> Result<Reg> {
        let mark = self.unit.mark();
        let outside = self.at(field.span);
        let value = self.operand(field.expr)?;
        let conversion = match field.conversion {
            None => 0,
            Some(Conversion::Str) => 1,
            Some(Conversion::Repr) => 2,
            Some(Conversion::Ascii) => 3,
        };
        let instr = match field.spec {
            None => Instr::new(Op::FormatValue, conversion, 0, value.0, 0),
            Some(spec) => {
                let spec = self.joined_str(spec, Want::Any)?;
                self.at(field.span);
                Instr::new(Op::FormatSpec, conversion, 0, value.0, spec.0)
            }
        };
        let dst = self.result(mark, Want::Temporary);
        self.emit(Instr(instr.0 | u64::from(dst.0) << 16));
        self.at(outside);
        Ok(dst)
    }
}
