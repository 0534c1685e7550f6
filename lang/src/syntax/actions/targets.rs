//! Checks of what was parsed as an expression but is assigned to or deleted.
#![forbid(unsafe_code)]

use super::*;

impl Builder<'_> {
    /// Requires that something can be assigned to.
    pub(super) fn check_target(&mut self, target: ExprId) {
        self.check(target, true, &mut |_| {});
    }

    /// Requires that something can be deleted.
    pub(super) fn check_deletable(&mut self, target: ExprId) {
        self.check(target, false, &mut |_| {});
    }

    /// Walks the tuples and lists of a target with a stack of its own.
    fn check(&mut self, target: ExprId, allow_star: bool, visit: &mut dyn FnMut(ExprId)) {
        let mut pending = vec![target];
        while let Some(id) = pending.pop() {
            visit(id);
            let expr = self.ast[id];
            match expr.kind {
                ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
                ExprKind::Tuple(elements) | ExprKind::List(elements) => {
                    if self.with_covers.contains_key(&id) {
                        self.violation(expr.span);
                    }
                    pending.extend_from_slice(&self.ast[elements]);
                }
                ExprKind::Starred(value) if allow_star && !expr.parenthesised => {
                    if let ExprKind::Starred(_) = self.ast[value].kind {
                        self.violation(expr.span);
                    }
                    pending.push(value);
                }
                _ => self.violation(expr.span),
            }
        }
    }

    /// Requires a single name, attribute or item.
    pub(super) fn check_single_target(&mut self, target: ExprId) {
        let expr = self.ast[target];
        if !matches!(
            expr.kind,
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
        ) {
            self.violation(expr.span);
        }
    }
}
