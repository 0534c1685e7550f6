//! Expressions and patterns, by a loop.
#![forbid(unsafe_code)]

use super::literals::{constant, fstring_text};
use super::*;

/// Pieces in the order of the text.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn text(&mut self, text: &'static str) -> &mut Pieces {
        self.0.push(Piece::Text(text));
        self
    }

    fn expr(&mut self, expr: ExprId, level: Level) -> &mut Pieces {
        self.0.push(Piece::Expr(expr, level));
        self
    }

    fn name(&mut self, name: NameId) -> &mut Pieces {
        self.0.push(Piece::Name(name));
        self
    }

    fn pattern(&mut self, pattern: PatternId, level: PatternLevel) -> &mut Pieces {
        self.0.push(Piece::Pattern(pattern, level));
        self
    }

    fn separator(&mut self, index: usize) -> &mut Pieces {
        self.text(if index > 0 { ", " } else { "" })
    }

    fn exprs(&mut self, exprs: &[ExprId], level: Level) -> &mut Pieces {
        for (index, &expr) in exprs.iter().enumerate() {
            self.separator(index).expr(expr, level);
        }
        self
    }
}

impl Writer<'_> {
    /// Writes an expression at a place that binds as tightly as `level`.
    pub(super) fn expression(&mut self, expr: ExprId, level: Level) {
        self.pending.push(Piece::Expr(expr, level));
        self.drain();
    }

    /// Writes a pattern.
    pub(super) fn pattern(&mut self, pattern: PatternId) {
        self.pending
            .push(Piece::Pattern(pattern, PatternLevel::Open));
        self.drain();
    }

    fn drain(&mut self) {
        while let Some(piece) = self.pending.pop() {
            match piece {
                Piece::Text(text) => self.write(text),
                Piece::Name(name) => self.write(self.ast.name(name)),
                Piece::Literal(value, in_spec) => {
                    if let Constant::Str(text) = &self.ast[value] {
                        self.write(&fstring_text(text, in_spec));
                    }
                }
                Piece::FieldOpen => {
                    self.write("{");
                    self.after_field_open = true;
                }
                Piece::Expr(expr, level) => {
                    let mut pieces = Pieces::default();
                    self.expr_pieces(expr, level, &mut pieces);
                    self.pending.extend(pieces.0.into_iter().rev());
                }
                Piece::Pattern(pattern, level) => {
                    let mut pieces = Pieces::default();
                    self.pattern_pieces(pattern, level, &mut pieces);
                    self.pending.extend(pieces.0.into_iter().rev());
                }
            }
        }
    }

    fn expr_pieces(&mut self, id: ExprId, level: Level, out: &mut Pieces) {
        let ast = self.ast;
        let kind = ast[id].kind;
        let own = own_level(&kind);
        let is_empty_tuple = matches!(kind, ExprKind::Tuple(elements) if elements.is_empty());
        let enclosed = own < level || is_empty_tuple;
        if enclosed {
            out.text("(");
        }
        match kind {
            ExprKind::Constant(value) => self.write(&constant(&ast[value])),
            ExprKind::Name(name) => self.write(ast.name(name)),
            ExprKind::Attribute { value, attr } => {
                out.expr(value, Level::Atom);
                if let ExprKind::Constant(value) = ast[value].kind
                    && let Constant::Int(_) | Constant::BigInt(_) = ast[value]
                {
                    out.text(" ");
                }
                out.text(".").name(attr);
            }
            ExprKind::Subscript { value, index } => {
                out.expr(value, Level::Atom).text("[");
                match ast[index].kind {
                    ExprKind::Tuple(elements) if !elements.is_empty() => {
                        self.tuple_pieces(elements, out);
                    }
                    _ => {
                        out.expr(index, Level::Test);
                    }
                }
                out.text("]");
            }
            ExprKind::Slice { lower, upper, step } => {
                lower.map(|lower| out.expr(lower, Level::Test));
                out.text(":");
                upper.map(|upper| out.expr(upper, Level::Test));
                step.map(|step| out.text(":").expr(step, Level::Test));
            }
            ExprKind::Starred(value) => {
                out.text("*").expr(value, Level::BitOr);
            }
            ExprKind::Call {
                func,
                args,
                keywords,
            } => {
                out.expr(func, Level::Atom).text("(");
                self.argument_pieces(args, keywords, out);
                out.text(")");
            }
            ExprKind::BinOp { op, left, right } => {
                let (left_level, right_level) = match op {
                    BinaryOp::Pow => (own.next(), own),
                    _ => (own, own.next()),
                };
                out.expr(left, left_level);
                out.text(" ")
                    .text(binary_op(op))
                    .text(" ")
                    .expr(right, right_level);
            }
            ExprKind::UnaryOp { op, operand } => {
                let sign = match op {
                    UnaryOp::Invert => "~",
                    UnaryOp::Not => "not ",
                    UnaryOp::Plus => "+",
                    UnaryOp::Minus => "-",
                };
                out.text(sign).expr(operand, own);
            }
            ExprKind::BoolOp { op, values } => {
                let word = match op {
                    BoolOp::And => " and ",
                    BoolOp::Or => " or ",
                };
                for (index, &value) in ast[values].iter().enumerate() {
                    out.text(if index > 0 { word } else { "" });
                    out.expr(value, own.next());
                }
            }
            ExprKind::Compare { left, rest } => {
                out.expr(left, own.next());
                for &Comparison { op, right } in &ast[rest] {
                    out.text(compare_op(op)).expr(right, own.next());
                }
            }
            ExprKind::IfExp { test, body, orelse } => {
                out.expr(body, own.next())
                    .text(" if ")
                    .expr(test, own.next());
                out.text(" else ").expr(orelse, own);
            }
            ExprKind::Lambda { params, body } => {
                out.text("lambda");
                if ast[params] != Params::default() {
                    out.text(" ");
                }
                self.param_pieces(params, out);
                out.text(": ").expr(body, own);
            }
            ExprKind::Named { target, value } => {
                out.expr(target, Level::Atom)
                    .text(" := ")
                    .expr(value, Level::Test);
            }
            ExprKind::Tuple(elements) => self.tuple_pieces(elements, out),
            ExprKind::List(elements) => {
                out.text("[").exprs(&ast[elements], Level::Test).text("]");
            }
            ExprKind::Set(elements) => {
                out.text("{").exprs(&ast[elements], Level::Test).text("}");
            }
            ExprKind::Dict(items) => {
                out.text("{");
                for (index, item) in ast[items].iter().enumerate() {
                    out.separator(index);
                    match item.key {
                        Some(key) => out
                            .expr(key, Level::Test)
                            .text(": ")
                            .expr(item.value, Level::Test),
                        None => out.text("**").expr(item.value, Level::BitOr),
                    };
                }
                out.text("}");
            }
            ExprKind::ListComp {
                element,
                generators,
            } => {
                out.text("[").expr(element, Level::Test);
                self.generator_pieces(generators, out);
                out.text("]");
            }
            ExprKind::SetComp {
                element,
                generators,
            } => {
                out.text("{").expr(element, Level::Test);
                self.generator_pieces(generators, out);
                out.text("}");
            }
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => {
                out.text("{")
                    .expr(key, Level::Test)
                    .text(": ")
                    .expr(value, Level::Test);
                self.generator_pieces(generators, out);
                out.text("}");
            }
            ExprKind::GeneratorExp {
                element,
                generators,
            } => {
                out.text("(").expr(element, Level::Test);
                self.generator_pieces(generators, out);
                out.text(")");
            }
            ExprKind::Await(value) => {
                out.text("await ").expr(value, Level::Atom);
            }
            ExprKind::Yield(value) => {
                out.text("yield");
                value.map(|value| out.text(" ").expr(value, Level::Atom));
            }
            ExprKind::YieldFrom(value) => {
                out.text("yield from ").expr(value, Level::Atom);
            }
            ExprKind::JoinedStr(parts) => {
                out.text("f'");
                self.part_pieces(parts, false, out);
                out.text("'");
            }
        }
        if enclosed {
            out.text(")");
        }
    }

    fn tuple_pieces(&self, elements: List<ExprId>, out: &mut Pieces) {
        out.exprs(&self.ast[elements], Level::Test);
        if elements.len() == 1 {
            out.text(",");
        }
    }

    fn argument_pieces(&self, args: List<ExprId>, keywords: List<Keyword>, out: &mut Pieces) {
        out.exprs(&self.ast[args], Level::Test);
        for (index, keyword) in self.ast[keywords].iter().enumerate() {
            out.separator(index + args.len());
            match keyword.name {
                Some(name) => out.name(name).text("="),
                None => out.text("**"),
            };
            out.expr(keyword.value, Level::Test);
        }
    }

    fn generator_pieces(&self, generators: List<Generator>, out: &mut Pieces) {
        for generator in &self.ast[generators] {
            out.text(if generator.is_async {
                " async for "
            } else {
                " for "
            });
            out.expr(generator.target, Level::Tuple);
            out.text(" in ").expr(generator.iter, Level::Test.next());
            for &condition in &self.ast[generator.conditions] {
                out.text(" if ").expr(condition, Level::Test.next());
            }
        }
    }

    /// Format specifications nest at most as deep as the lexer allows.
    fn part_pieces(&self, parts: List<FStringPart>, in_spec: bool, out: &mut Pieces) {
        for part in &self.ast[parts] {
            match *part {
                FStringPart::Literal { value, .. } => out.0.push(Piece::Literal(value, in_spec)),
                FStringPart::Field(field) => {
                    out.0.push(Piece::FieldOpen);
                    out.expr(field.expr, Level::Test.next());
                    out.text(match field.conversion {
                        None => "",
                        Some(Conversion::Str) => "!s",
                        Some(Conversion::Repr) => "!r",
                        Some(Conversion::Ascii) => "!a",
                    });
                    if let Some(spec) = field.spec {
                        out.text(":");
                        self.part_pieces(spec, true, out);
                    }
                    out.text("}");
                }
            }
        }
    }

    fn param_pieces(&self, params: ParamsId, out: &mut Pieces) {
        let params = &self.ast[params];
        let mut index = 0;
        for &param in &self.ast[params.positional_only] {
            self.one_param(param, "", index, out);
            index += 1;
        }
        if index > 0 {
            out.text(", /");
        }
        for &param in &self.ast[params.positional] {
            self.one_param(param, "", index, out);
            index += 1;
        }
        if let Some(param) = params.vararg {
            self.one_param(param, "*", index, out);
            index += 1;
        } else if !params.keyword_only.is_empty() {
            out.separator(index).text("*");
            index += 1;
        }
        for &param in &self.ast[params.keyword_only] {
            self.one_param(param, "", index, out);
            index += 1;
        }
        if let Some(param) = params.kwarg {
            self.one_param(param, "**", index, out);
        }
    }

    fn one_param(&self, param: Param, stars: &'static str, index: usize, out: &mut Pieces) {
        out.separator(index).text(stars).name(param.name);
        if let Some(annotation) = param.annotation {
            out.text(": ").expr(annotation, Level::Test);
        }
        if let Some(default) = param.default {
            out.text("=").expr(default, Level::Test);
        }
    }

    /// Writes the parameters of a `def`.
    pub(super) fn params(&mut self, params: ParamsId) {
        let mut pieces = Pieces::default();
        self.param_pieces(params, &mut pieces);
        self.pending.extend(pieces.0.into_iter().rev());
        self.drain();
    }

    /// Writes the arguments of a `class`.
    pub(super) fn arguments(&mut self, args: List<ExprId>, keywords: List<Keyword>) {
        let mut pieces = Pieces::default();
        self.argument_pieces(args, keywords, &mut pieces);
        self.pending.extend(pieces.0.into_iter().rev());
        self.drain();
    }

    fn pattern_pieces(&mut self, id: PatternId, level: PatternLevel, out: &mut Pieces) {
        let ast = self.ast;
        let kind = ast[id].kind;
        let own = match kind {
            PatternKind::As { .. } => PatternLevel::Open,
            PatternKind::Or(_) => PatternLevel::Or,
            _ => PatternLevel::Closed,
        };
        if own < level {
            out.text("(");
        }
        match kind {
            PatternKind::Value(value) => {
                out.expr(value, Level::Named);
            }
            PatternKind::Singleton(value) => self.write(&constant(&ast[value])),
            PatternKind::Sequence(patterns) => {
                out.text("[");
                for (index, &pattern) in ast[patterns].iter().enumerate() {
                    out.separator(index).pattern(pattern, PatternLevel::Open);
                }
                out.text("]");
            }
            PatternKind::Mapping { items, rest } => {
                out.text("{");
                for (index, item) in ast[items].iter().enumerate() {
                    out.separator(index).expr(item.key, Level::Named);
                    out.text(": ").pattern(item.pattern, PatternLevel::Open);
                }
                if let Some(rest) = rest {
                    out.separator(items.len()).text("**").name(rest);
                }
                out.text("}");
            }
            PatternKind::Class {
                cls,
                positional,
                keywords,
            } => {
                out.expr(cls, Level::Atom).text("(");
                for (index, &pattern) in ast[positional].iter().enumerate() {
                    out.separator(index).pattern(pattern, PatternLevel::Open);
                }
                for (index, keyword) in ast[keywords].iter().enumerate() {
                    out.separator(index + positional.len()).name(keyword.name);
                    out.text("=").pattern(keyword.pattern, PatternLevel::Open);
                }
                out.text(")");
            }
            PatternKind::Star(None) => {
                out.text("*_");
            }
            PatternKind::Star(Some(name)) => {
                out.text("*").name(name);
            }
            PatternKind::Capture(name) => {
                out.name(name);
            }
            PatternKind::Wildcard => {
                out.text("_");
            }
            PatternKind::As { pattern, name } => {
                out.pattern(pattern, PatternLevel::Or)
                    .text(" as ")
                    .name(name);
            }
            PatternKind::Or(patterns) => {
                for (index, &pattern) in ast[patterns].iter().enumerate() {
                    out.text(if index > 0 { " | " } else { "" });
                    out.pattern(pattern, PatternLevel::Closed);
                }
            }
        }
        if own < level {
            out.text(")");
        }
    }
}

/// How tightly an expression holds together.
fn own_level(kind: &ExprKind) -> Level {
    match *kind {
        ExprKind::Named { .. } => Level::Named,
        ExprKind::Tuple(_) => Level::Tuple,
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => Level::Yield,
        ExprKind::IfExp { .. } | ExprKind::Lambda { .. } => Level::Test,
        ExprKind::BoolOp { op: BoolOp::Or, .. } => Level::Or,
        ExprKind::BoolOp {
            op: BoolOp::And, ..
        } => Level::And,
        ExprKind::UnaryOp {
            op: UnaryOp::Not, ..
        } => Level::Not,
        ExprKind::UnaryOp { .. } => Level::Factor,
        ExprKind::Compare { .. } => Level::Compare,
        ExprKind::BinOp { op, .. } => match op {
            BinaryOp::BitOr => Level::BitOr,
            BinaryOp::BitXor => Level::BitXor,
            BinaryOp::BitAnd => Level::BitAnd,
            BinaryOp::LShift | BinaryOp::RShift => Level::Shift,
            BinaryOp::Add | BinaryOp::Sub => Level::Sum,
            BinaryOp::Pow => Level::Power,
            _ => Level::Term,
        },
        ExprKind::Await(_) => Level::Await,
        _ => Level::Atom,
    }
}

/// The spelling of a binary operator.
pub(super) fn binary_op(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mult => "*",
        BinaryOp::MatMult => "@",
        BinaryOp::Div => "/",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "**",
        BinaryOp::LShift => "<<",
        BinaryOp::RShift => ">>",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
        BinaryOp::BitAnd => "&",
        BinaryOp::FloorDiv => "//",
    }
}

fn compare_op(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => " == ",
        CompareOp::NotEq => " != ",
        CompareOp::Lt => " < ",
        CompareOp::LtE => " <= ",
        CompareOp::Gt => " > ",
        CompareOp::GtE => " >= ",
        CompareOp::Is => " is ",
        CompareOp::IsNot => " is not ",
        CompareOp::In => " in ",
        CompareOp::NotIn => " not in ",
    }
}
