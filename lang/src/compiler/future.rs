//! `from __future__ import …` at the beginning of a module.
#![forbid(unsafe_code)]

use super::Result;
use crate::syntax::SyntaxError;
use crate::syntax::ast::*;

/// The features that exist; all but `annotations` are always on by now.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "generator_stop",
    "annotations",
    "barry_as_FLUFL",
];

/// What a module asks for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Future {
    /// Annotations become text.
    pub annotations: bool,
    /// Offset after the last statement that may be such an import.
    pub end: u32,
}

/// Reads the imports that stand at the beginning, after the docstring.
pub fn find(ast: &Ast) -> Result<Future> {
    let mut future = Future::default();
    let (Root::Module(block) | Root::Interactive(block)) = ast.root else {
        return Ok(future);
    };
    for (index, &id) in ast[block].iter().enumerate() {
        let Stmt { kind, span } = ast[id];
        match kind {
            StmtKind::ImportFrom {
                module: Some(module),
                names,
                level: 0,
            } if ast.name(module) == "__future__" => {
                for alias in &ast[names] {
                    check(ast, alias, span)?;
                    future.annotations |= ast.name(alias.name) == "annotations";
                }
                future.end = span.end;
            }
            StmtKind::Expr(value) if index == 0 && is_text(ast, value) => {}
            _ => break,
        }
    }
    Ok(future)
}

fn is_text(ast: &Ast, id: ExprId) -> bool {
    match ast[id].kind {
        ExprKind::Constant(constant) => matches!(ast[constant], Constant::Str(_)),
        _ => false,
    }
}

fn check(ast: &Ast, alias: &Alias, span: Span) -> Result {
    let name = ast.name(alias.name);
    if FEATURES.contains(&name) {
        return Ok(());
    }
    let message = match name {
        "braces" => "not a chance".to_owned(),
        name => format!("future feature {name} is not defined"),
    };
    Err(SyntaxError::new(message, span))
}
