//! Constant expressions, evaluated before code is made.
//!
//! The tree stores children before their parents, so one pass over all expressions in the order of
//! their creation evaluates everything without recursion. What would raise, or grow beyond the limits
//! of `fold_ops.rs`, is left to run time.
#![forbid(unsafe_code)]

use num_traits::Zero;
use rustc_hash::FxHashMap;

use super::fold_ops;
use crate::bytecode::code::Const;
use crate::syntax::ast::*;

/// The values of the expressions that are constant without being literals.
pub struct Folded {
    values: FxHashMap<ExprId, Const>,
    debug: bool,
}

impl Folded {
    /// Evaluates all constant expressions of a tree.
    pub fn of(ast: &Ast, debug: bool) -> Folded {
        let mut folded = Folded {
            values: FxHashMap::default(),
            debug,
        };
        for id in ast.expr_ids() {
            if let Some(value) = folded.evaluate(ast, id) {
                // Nobody looks at the parts of a constant expression.
                ast.for_each_child(id, &mut |child| {
                    folded.values.remove(&child);
                });
                folded.values.insert(id, value);
            }
        }
        folded
    }

    /// The expression's value if it is constant.
    pub fn constant(&self, ast: &Ast, id: ExprId) -> Option<Const> {
        match ast[id].kind {
            ExprKind::Constant(constant) => Some(literal(&ast[constant])),
            ExprKind::Name(name) if ast.name(name) == "__debug__" => Some(Const::Bool(self.debug)),
            _ => self.values.get(&id).cloned(),
        }
    }

    /// Whether the expression is constant.
    pub fn is_constant(&self, ast: &Ast, id: ExprId) -> bool {
        match ast[id].kind {
            ExprKind::Constant(_) => true,
            ExprKind::Name(name) => ast.name(name) == "__debug__",
            _ => self.values.contains_key(&id),
        }
    }

    /// The expression's value if it is an integer constant of 64 bits.
    pub fn int(&self, ast: &Ast, id: ExprId) -> Option<i64> {
        match ast[id].kind {
            ExprKind::Constant(constant) => match ast[constant] {
                Constant::Int(value) => Some(value),
                _ => None,
            },
            _ => match self.values.get(&id) {
                Some(Const::Int(value)) => Some(*value),
                _ => None,
            },
        }
    }

    /// The values of a list of expressions if all are constant.
    pub fn constants(&self, ast: &Ast, elements: List<ExprId>) -> Option<Vec<Const>> {
        if !ast[elements]
            .iter()
            .all(|&element| self.is_constant(ast, element))
        {
            return None;
        }
        ast[elements]
            .iter()
            .map(|&element| self.constant(ast, element))
            .collect()
    }

    fn evaluate(&self, ast: &Ast, id: ExprId) -> Option<Const> {
        match ast[id].kind {
            ExprKind::UnaryOp { op, operand } => fold_ops::unary(op, &self.constant(ast, operand)?),
            ExprKind::BinOp { op, left, right } => {
                if !self.is_constant(ast, left) || !self.is_constant(ast, right) {
                    return None;
                }
                fold_ops::binary(op, &self.constant(ast, left)?, &self.constant(ast, right)?)
            }
            ExprKind::Tuple(elements) => Some(Const::Tuple(self.constants(ast, elements)?.into())),
            ExprKind::Subscript { value, index } => {
                if !self.is_constant(ast, value) || !self.is_constant(ast, index) {
                    return None;
                }
                fold_ops::subscript(&self.constant(ast, value)?, &self.constant(ast, index)?)
            }
            ExprKind::JoinedStr(parts) => match ast[parts] {
                [] => Some(Const::text("")),
                [FStringPart::Literal { value, .. }] => Some(literal(&ast[value])),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The value of a literal.
pub fn literal(constant: &Constant) -> Const {
    match constant {
        Constant::None => Const::None,
        Constant::True => Const::Bool(true),
        Constant::False => Const::Bool(false),
        Constant::Ellipsis => Const::Ellipsis,
        Constant::Int(value) => Const::Int(*value),
        Constant::BigInt(value) => Const::BigInt((**value).clone()),
        Constant::Float(value) => Const::Float(*value),
        Constant::Imaginary(value) => Const::Complex(0.0, *value),
        Constant::Str(text) => Const::Str(text.clone()),
        Constant::Bytes(bytes) => Const::Bytes(bytes.clone()),
    }
}

/// The truth of a constant.
pub fn truth(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Ellipsis | Const::Code(_) => true,
        Const::Int(value) => *value != 0,
        Const::BigInt(value) => !value.is_zero(),
        Const::Float(value) => *value != 0.0,
        Const::Complex(re, im) => *re != 0.0 || *im != 0.0,
        Const::Str(bytes) | Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
    }
}

/// A constant that has the same key as every other constant equal to it, numbers of different types
/// included.
pub fn comparable(value: &Const) -> Const {
    match value {
        Const::Bool(value) => Const::Int((*value).into()),
        Const::Float(value) if value.fract() == 0.0 && value.abs() < 9e15 => {
            Const::Int(*value as i64)
        }
        Const::Complex(re, im) if *im == 0.0 => comparable(&Const::Float(*re)),
        other => other.clone(),
    }
}
