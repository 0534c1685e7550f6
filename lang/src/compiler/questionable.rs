//! Warnings about code that is legal and almost surely wrong.
#![forbid(unsafe_code)]

use super::Compiler;
use crate::bytecode::code::Const;
use crate::syntax::ast::*;

impl Compiler<'_> {
    fn warn(&mut self, message: String, span: Span) {
        let warning = SyntaxWarning {
            category: WarningCategory::Syntax,
            message,
            span,
        };
        // Code that is compiled more than once is reported once.
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// `x is 1`
    pub fn check_identity(&mut self, left: ExprId, rest: List<Comparison>) {
        let ast = self.ast;
        let mut left = left;
        for comparison in &ast[rest] {
            let negated = match comparison.op {
                CompareOp::Is => false,
                CompareOp::IsNot => true,
                _ => {
                    left = comparison.right;
                    continue;
                }
            };
            let literal = [left, comparison.right]
                .into_iter()
                .find_map(|side| self.literal_type(side));
            if let Some(name) = literal {
                let (wrong, right) = match negated {
                    true => ("is not", "!="),
                    false => ("is", "=="),
                };
                let message =
                    format!("\"{wrong}\" with '{name}' literal. Did you mean \"{right}\"?");
                self.warn(message, self.unit.asm.span);
                return;
            }
            left = comparison.right;
        }
    }

    /// The type of a constant that has no identity to speak of.
    fn literal_type(&self, id: ExprId) -> Option<&'static str> {
        // The folded text of an f-string is none: it was not written as a constant.
        if matches!(self.ast[id].kind, ExprKind::JoinedStr(_)) {
            return None;
        }
        match self.folded.constant(self.ast, id)? {
            Const::None | Const::Bool(_) | Const::Ellipsis => None,
            value => Some(type_name(&value)),
        }
    }

    /// The type of an expression that surely makes a new object, or of a constant.
    fn known_type(&self, id: ExprId) -> Option<&'static str> {
        Some(match self.ast[id].kind {
            ExprKind::Tuple(_) => "tuple",
            ExprKind::List(_) | ExprKind::ListComp { .. } => "list",
            ExprKind::Dict(_) | ExprKind::DictComp { .. } => "dict",
            ExprKind::Set(_) | ExprKind::SetComp { .. } => "set",
            ExprKind::GeneratorExp { .. } => "generator",
            ExprKind::Lambda { .. } => "function",
            ExprKind::JoinedStr(_) => "str",
            ExprKind::Constant(_) => type_name(&self.folded.constant(self.ast, id)?),
            _ => return None,
        })
    }

    /// `(1, 2)(3)`
    pub fn check_callee(&mut self, func: ExprId) {
        if matches!(self.ast[func].kind, ExprKind::Lambda { .. }) {
            return;
        }
        if let Some(name) = self.known_type(func) {
            let message = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.warn(message, self.unit.asm.span);
        }
    }

    /// `1[2]`, `[1]["x"]`
    pub fn check_subscript(&mut self, value: ExprId, index: ExprId) {
        let Some(container) = self.known_type(value) else {
            return;
        };
        match container {
            "dict" => {}
            "tuple" | "list" | "str" | "bytes" => {
                if matches!(self.ast[index].kind, ExprKind::Constant(_))
                    && matches!(
                        self.folded.constant(self.ast, index),
                        Some(Const::Int(_) | Const::BigInt(_) | Const::Bool(_))
                    )
                {
                    return;
                }
                let Some(index) = self.known_type(index) else {
                    return;
                };
                if index == "int" || index == "bool" {
                    return;
                }
                let message = format!(
                    "{container} indices must be integers or slices, not {index}; perhaps you missed a comma?"
                );
                self.warn(message, self.unit.asm.span);
            }
            _ => {
                let message = format!(
                    "'{container}' object is not subscriptable; perhaps you missed a comma?"
                );
                self.warn(message, self.unit.asm.span);
            }
        }
    }

    /// `assert (test, message)`
    pub fn check_assertion(&mut self, test: ExprId, span: Span) {
        let is_tuple = match self.ast[test].kind {
            ExprKind::Tuple(elements) => !elements.is_empty(),
            _ => false,
        };
        if is_tuple {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(message.to_owned(), span);
        }
    }
}

fn type_name(value: &Const) -> &'static str {
    match value {
        Const::None => "NoneType",
        Const::Bool(_) => "bool",
        Const::Ellipsis => "ellipsis",
        Const::Int(_) | Const::BigInt(_) => "int",
        Const::Float(_) => "float",
        Const::Complex(..) => "complex",
        Const::Str(_) => "str",
        Const::Bytes(_) => "bytes",
        Const::Tuple(_) => "tuple",
        Const::FrozenSet(_) => "frozenset",
        Const::Code(_) => "code",
    }
}
