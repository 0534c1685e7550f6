//! The expressions of a scope: names read and bound in them, lambdas and comprehensions as scopes of their own.

use super::*;

/// `for` clauses of a comprehension behind the first one; each nests one deeper in the code.
const MAX_CLAUSES: usize = 500;

impl ScopeBuilder<'_, '_> {
    /// Follows the spine of an expression with a loop, then visits what hangs off it in source order.
    pub(super) fn expr(&mut self, id: ExprId) -> Result {
        let ast = self.ast;
        if ast[id].depth > MAX_EXPRESSION_DEPTH {
            return Err(too_deep(ast[id].span));
        }
        let Some(mut next) = ast.spine_child(id) else {
            return self.leaf(id);
        };
        let mut spine = vec![id];
        while let Some(child) = ast.spine_child(next) {
            spine.push(next);
            next = child;
        }
        self.leaf(next)?;
        while let Some(id) = spine.pop() {
            self.off_spine(id)?;
        }
        Ok(())
    }

    /// Visits the children of a spine expression except the spine itself.
    pub(super) fn off_spine(&mut self, id: ExprId) -> Result {
        let ast = self.ast;
        match ast[id].kind {
            ExprKind::BinOp { right, .. } => self.expr(right),
            ExprKind::Subscript { index, .. } => self.expr(index),
            ExprKind::Call { args, keywords, .. } => {
                for &arg in &ast[args] {
                    self.expr(arg)?;
                }
                for keyword in &ast[keywords] {
                    self.expr(keyword.value)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn leaf(&mut self, id: ExprId) -> Result {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        match kind {
            ExprKind::Name(name) => self.load(name, span),
            ExprKind::Lambda { params, body } => {
                self.defaults(params)?;
                self.enter(ScopeKey::Expr(id), ScopeKind::Lambda);
                self.params(ast[params])?;
                self.expr(body)?;
                self.leave();
                Ok(())
            }
            ExprKind::Named { target, value } => self.named(target, value, span),
            ExprKind::ListComp {
                element,
                generators,
            } => self.comprehension(id, Comprehension::List, element, None, generators),
            ExprKind::SetComp {
                element,
                generators,
            } => self.comprehension(id, Comprehension::Set, element, None, generators),
            ExprKind::GeneratorExp {
                element,
                generators,
            } => self.comprehension(id, Comprehension::Generator, element, None, generators),
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => self.comprehension(id, Comprehension::Dict, key, Some(value), generators),
            ExprKind::Yield(value) => {
                self.not_in_annotation("yield expression", span)?;
                if let Some(value) = value {
                    self.expr(value)?;
                }
                self.scope().is_generator = true;
                self.not_in_comprehension(span)
            }
            ExprKind::YieldFrom(value) => {
                self.not_in_annotation("yield expression", span)?;
                self.expr(value)?;
                self.scope().is_generator = true;
                self.not_in_comprehension(span)
            }
            ExprKind::Await(value) => {
                self.not_in_annotation("await expression", span)?;
                self.expr(value)?;
                self.scope().awaits();
                self.awaits_at_top();
                Ok(())
            }
            _ => {
                let mut children = Vec::new();
                ast.for_each_child(id, &mut |child| children.push(child));
                children.into_iter().try_for_each(|child| self.expr(child))
            }
        }
    }

    pub(super) fn load(&mut self, name: NameId, span: Span) -> Result {
        self.name(name, uses::USED, span)?;
        if self.ast.name(name) == "super" && self.scopes[self.current].kind.is_function() {
            let sym = self.symbols.intern("__class__");
            self.mark(sym, uses::USED);
        }
        Ok(())
    }

    pub(super) fn named(&mut self, target: ExprId, value: ExprId, span: Span) -> Result {
        self.not_in_annotation("named expression", span)?;
        let ExprKind::Name(name) = self.ast[target].kind else {
            return Err(SyntaxError::new(
                "cannot use assignment expressions with this target",
                span,
            ));
        };
        if self.scope().iterable_depth > 0 {
            return Err(SyntaxError::new(
                "assignment expression cannot be used in a comprehension iterable expression",
                span,
            ));
        }
        if matches!(self.scope().kind, ScopeKind::Comprehension(_)) {
            self.extend_named_scope(name, self.ast[target].span)?;
        }
        self.expr(value)?;
        self.name(name, uses::ASSIGNED | uses::NAMED, self.ast[target].span)
    }

    /// `:=` in a comprehension binds in the nearest scope around that is none.
    pub(super) fn extend_named_scope(&mut self, name: NameId, span: Span) -> Result {
        let sym = self.mangle(name);
        let mut at = Some(self.current);
        while let Some(id) = at {
            let scope = &self.scopes[id];
            let before = scope.uses(sym);
            let refuse = |message: &'static str| Err(SyntaxError::new(message, span));
            match scope.kind {
                ScopeKind::Comprehension(_) => {
                    if before & uses::ITERATION != 0 && before & uses::ASSIGNED != 0 {
                        let text = self.ast.name(name);
                        let message = format!(
                            "assignment expression cannot rebind comprehension iteration variable '{text}'"
                        );
                        return Err(SyntaxError::new(message, span));
                    }
                }
                ScopeKind::Function | ScopeKind::Lambda => {
                    let flag = match before & uses::GLOBAL != 0 {
                        true => uses::GLOBAL,
                        false => uses::NONLOCAL,
                    };
                    self.symbol(sym, flag, span)?;
                    self.scope().directives.push((sym, span));
                    mark_in(&mut self.scopes[id], sym, uses::ASSIGNED | uses::NAMED);
                    return Ok(());
                }
                ScopeKind::Module => {
                    self.symbol(sym, uses::GLOBAL, span)?;
                    self.scope().directives.push((sym, span));
                    mark_in(&mut self.scopes[id], sym, uses::GLOBAL);
                    return Ok(());
                }
                ScopeKind::Class => {
                    return refuse(
                        "assignment expression within a comprehension cannot be used in a class body",
                    );
                }
                ScopeKind::TypeVariable(_) => {
                    return refuse(
                        "assignment expression within a comprehension cannot be used in a TypeVar bound",
                    );
                }
                ScopeKind::TypeAlias => {
                    return refuse(
                        "assignment expression within a comprehension cannot be used in a type alias",
                    );
                }
                ScopeKind::TypeParams => {
                    return refuse(
                        "assignment expression within a comprehension cannot be used within the definition of a generic",
                    );
                }
                ScopeKind::Annotation => {}
            }
            at = self.scopes[id].parent;
        }
        Ok(())
    }

    pub(super) fn comprehension(
        &mut self,
        id: ExprId,
        kind: Comprehension,
        element: ExprId,
        value: Option<ExprId>,
        generators: List<Generator>,
    ) -> Result {
        let ast = self.ast;
        let Some((first, others)) = ast[generators].split_first() else {
            return Ok(());
        };
        if others.len() > MAX_CLAUSES {
            return Err(too_deep(ast[id].span));
        }
        self.scope().iterable_depth += 1;
        self.expr(first.iter)?;
        self.scope().iterable_depth -= 1;
        let separate = kind == Comprehension::Generator || self.scope().sees_class;
        self.enter(ScopeKey::Expr(id), ScopeKind::Comprehension(kind));
        self.scope().is_coroutine = first.is_async;
        if separate {
            let sym = self.symbols.intern(".0");
            self.symbol(sym, uses::PARAM, ast[id].span)?;
        }
        self.comprehension_clause(first)?;
        for generator in others {
            self.scope().iterable_depth += 1;
            self.expr(generator.iter)?;
            self.scope().iterable_depth -= 1;
            self.comprehension_clause(generator)?;
            if generator.is_async {
                self.scope().is_coroutine = true;
            }
        }
        if let Some(value) = value {
            self.expr(value)?;
        }
        self.expr(element)?;
        if kind == Comprehension::Generator {
            self.scope().is_generator = true;
        }
        let is_coroutine = self.scope().is_coroutine;
        self.leave();
        if is_coroutine {
            if kind != Comprehension::Generator {
                self.scope().awaits();
            }
            // Also for a generator expression, which awaits nothing before it is used.
            self.awaits_at_top();
        }
        Ok(())
    }

    /// The present scope awaits something: a module that may becomes a coroutine.
    pub(super) fn awaits_at_top(&mut self) {
        if self.top_level_await && self.scope().kind == ScopeKind::Module {
            self.scope().is_coroutine = true;
        }
    }

    pub(super) fn comprehension_clause(&mut self, generator: &Generator) -> Result {
        self.scope().in_target = true;
        let result = self.target(generator.target);
        self.scope().in_target = false;
        result?;
        let ast = self.ast;
        ast[generator.conditions]
            .iter()
            .try_for_each(|&condition| self.expr(condition))
    }

    pub(super) fn not_in_comprehension(&self, span: Span) -> Result {
        match self.scopes[self.current].kind {
            ScopeKind::Comprehension(kind) => {
                let message = format!("'yield' inside {}", kind.description());
                Err(SyntaxError::new(message, span))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn not_in_annotation(&self, what: &str, span: Span) -> Result {
        let within = match self.scopes[self.current].kind {
            ScopeKind::Annotation => "an annotation",
            ScopeKind::TypeVariable(which) => which,
            ScopeKind::TypeAlias => "a type alias",
            ScopeKind::TypeParams => "the definition of a generic",
            _ => return Ok(()),
        };
        let message = format!("{what} cannot be used within {within}");
        Err(SyntaxError::new(message, span))
    }
}
