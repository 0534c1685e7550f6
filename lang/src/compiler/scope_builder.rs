//! Walks the tree once and records every scope with the names that occur in it and how. Reports the
//! errors that need no more than that: conflicting declarations, duplicate parameters, forbidden
//! assignment expressions, `yield` in comprehensions.
#![forbid(unsafe_code)]

mod expressions;

use rustc_hash::{FxHashMap, FxHashSet};

use super::scopes::{Comprehension, Scope, ScopeId, ScopeKey, ScopeKind, Scopes, Symbol, uses};
use super::symbols::{Sym, Symbols};
use crate::syntax::SyntaxError;
use crate::syntax::ast::*;

type Result<T = ()> = std::result::Result<T, SyntaxError>;

/// Builds the scopes of a tree.
pub struct ScopeBuilder<'s, 'a> {
    ast: &'a Ast,
    symbols: &'s mut Symbols<'a>,
    scopes: Scopes,
    current: ScopeId,
    private: Option<NameId>,
    lazy_annotations: bool,
    /// Modules may await.
    top_level_await: bool,
    pattern_depth: u32,
}

/// Patterns nested deeper than this are refused.
const MAX_PATTERN_DEPTH: u32 = 200;

/// Expressions nested deeper than this are refused.
pub const MAX_EXPRESSION_DEPTH: u32 = 1000;

impl<'s, 'a> ScopeBuilder<'s, 'a> {
    /// Visits the whole tree.
    pub fn build(
        ast: &'a Ast,
        symbols: &'s mut Symbols<'a>,
        lazy_annotations: bool,
        top_level_await: bool,
    ) -> Result<Scopes> {
        let mut scopes = Scopes::default();
        let current = scopes.add(ScopeKey::Root, new_scope(ScopeKind::Module, None, None));
        let mut builder = ScopeBuilder {
            ast,
            symbols,
            scopes,
            current,
            private: None,
            lazy_annotations,
            top_level_await,
            pattern_depth: 0,
        };
        match ast.root {
            Root::Module(block) | Root::Interactive(block) => builder.block(block)?,
            Root::Expression(expr) => builder.expr(expr)?,
            Root::FunctionType { .. } => {}
        }
        Ok(builder.scopes)
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current]
    }

    fn enter(&mut self, key: ScopeKey, kind: ScopeKind) {
        let parent = &self.scopes[self.current];
        let mut scope = new_scope(kind, Some(self.current), self.private);
        scope.iterable_depth = parent.iterable_depth;
        scope.nested = parent.nested || parent.kind.is_function_like();
        scope.mangled_only.clone_from(&parent.mangled_only);
        let in_class = parent.kind == ScopeKind::Class || parent.sees_class;
        scope.sees_class = match kind {
            ScopeKind::TypeParams => parent.kind == ScopeKind::Class,
            ScopeKind::TypeAlias | ScopeKind::TypeVariable(_) => in_class,
            _ => false,
        };
        let sees_class = scope.sees_class;
        self.current = self.scopes.add(key, scope);
        if sees_class {
            let sym = self.symbols.intern("__classdict__");
            self.mark(sym, uses::USED);
        }
    }

    fn leave(&mut self) {
        if let Some(parent) = self.scopes[self.current].parent {
            self.current = parent;
        }
    }

    // ---- names -----------------------------------------------------------------------------------

    fn mangle(&mut self, name: NameId) -> Sym {
        let scope = &self.scopes[self.current];
        let private = match &scope.mangled_only {
            Some(only) if !only.contains(&name) => None,
            _ => self.private,
        };
        self.symbols.mangle(private, name)
    }

    fn mark(&mut self, sym: Sym, flags: u16) {
        mark_in(self.scope(), sym, flags);
    }

    fn name(&mut self, name: NameId, flags: u16, span: Span) -> Result {
        let sym = self.mangle(name);
        self.symbol(sym, flags, span)
    }

    fn symbol(&mut self, sym: Sym, flags: u16, span: Span) -> Result {
        let before = self.scopes[self.current].uses(sym);
        if flags & before & uses::PARAM != 0 {
            let name = self.symbols.text(sym);
            let message = format!("duplicate argument '{name}' in function definition");
            return Err(SyntaxError::new(message, span));
        }
        if flags & before & uses::TYPE_PARAM != 0 {
            let message = format!("duplicate type parameter '{}'", self.symbols.text(sym));
            return Err(SyntaxError::new(message, span));
        }
        self.mark(sym, flags);
        if self.scopes[self.current].in_target {
            if before & (uses::GLOBAL | uses::NONLOCAL) != 0 {
                let name = self.symbols.text(sym);
                let message = format!(
                    "comprehension inner loop cannot rebind assignment expression target '{name}'"
                );
                return Err(SyntaxError::new(message, span));
            }
            self.mark(sym, uses::ITERATION);
        }
        if flags & uses::PARAM != 0 {
            self.scope().params.push(sym);
        }
        Ok(())
    }

    // ---- statements ------------------------------------------------------------------------------

    fn block(&mut self, block: Block) -> Result {
        let ast = self.ast;
        ast[block].iter().try_for_each(|&stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, id: StmtId) -> Result {
        let ast = self.ast;
        let Stmt { kind, span } = ast[id];
        match kind {
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Assign { targets, value } => {
                for &target in &ast[targets] {
                    self.target(target)?;
                }
                self.expr(value)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.target(target)?;
                self.expr(value)
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.annotated(target, annotation, value, simple, span),
            StmtKind::Return(value) => {
                if let Some(value) = value {
                    self.expr(value)?;
                    self.scope().returns_value = true;
                }
                Ok(())
            }
            StmtKind::Delete(targets) => ast[targets]
                .iter()
                .try_for_each(|&target| self.deleted(target)),
            StmtKind::Raise { exc, cause } => exc
                .into_iter()
                .chain(cause)
                .try_for_each(|expr| self.expr(expr)),
            StmtKind::Assert { test, message } => {
                self.expr(test)?;
                message.map_or(Ok(()), |message| self.expr(message))
            }
            StmtKind::Import(aliases) => {
                ast[aliases].iter().try_for_each(|alias| self.alias(alias))
            }
            StmtKind::ImportFrom { names, .. } => {
                ast[names].iter().try_for_each(|alias| self.alias(alias))
            }
            StmtKind::Global(names) => self.declare(names, uses::GLOBAL, span),
            StmtKind::Nonlocal(names) => self.declare(names, uses::NONLOCAL, span),
            StmtKind::If { branches, orelse } => {
                for branch in &ast[branches] {
                    self.expr(branch.test)?;
                    self.block(branch.body)?;
                }
                self.block(orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.block(body)?;
                self.block(orelse)
            }
            StmtKind::For {
                is_async,
                target,
                iter,
                body,
                orelse,
            } => {
                if is_async {
                    self.outside_async("'async for' outside async function", span)?;
                }
                self.target(target)?;
                self.expr(iter)?;
                self.block(body)?;
                self.block(orelse)
            }
            StmtKind::With {
                is_async,
                items,
                body,
            } => {
                if is_async {
                    self.outside_async("'async with' outside async function", span)?;
                }
                for item in &ast[items] {
                    self.expr(item.context)?;
                    if let Some(target) = item.target {
                        self.target(target)?;
                    }
                }
                self.block(body)
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                self.block(body)?;
                for handler in &ast[handlers] {
                    if let Some(types) = handler.types {
                        self.expr(types)?;
                    }
                    if let Some(name) = handler.name {
                        self.name(name, uses::ASSIGNED | uses::UNBOUND, handler.span)?;
                    }
                    self.block(handler.body)?;
                }
                self.block(orelse)?;
                self.block(finalbody)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                for case in &ast[cases] {
                    self.pattern(case.pattern)?;
                    if let Some(guard) = case.guard {
                        self.expr(guard)?;
                    }
                    self.block(case.body)?;
                }
                Ok(())
            }
            StmtKind::FunctionDef(function) => self.function(function, span),
            StmtKind::ClassDef(class) => self.class(class, span),
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => self.type_alias(id, name, type_params, value),
        }
    }

    /// `async for` and `async with` are legal only in coroutines; nested scopes inherit nothing.
    fn outside_async(&mut self, message: &'static str, span: Span) -> Result {
        self.awaits_at_top();
        match self.scope().is_coroutine {
            true => Ok(()),
            false => Err(SyntaxError::new(message, span)),
        }
    }

    fn annotated(
        &mut self,
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        simple: bool,
        span: Span,
    ) -> Result {
        if let ExprKind::Name(name) = self.ast[target].kind {
            let sym = self.mangle(name);
            let before = self.scopes[self.current].uses(sym);
            let declared = before & (uses::GLOBAL | uses::NONLOCAL);
            if declared != 0 && simple && self.scopes[self.current].kind != ScopeKind::Module {
                let how = match declared & uses::GLOBAL != 0 {
                    true => "global",
                    false => "nonlocal",
                };
                let message = format!("annotated name '{}' can't be {how}", self.ast.name(name));
                return Err(SyntaxError::new(message, span));
            }
            if simple {
                self.symbol(sym, uses::ANNOTATED | uses::ASSIGNED, self.ast[target].span)?;
            } else if value.is_some() {
                self.symbol(sym, uses::ASSIGNED, self.ast[target].span)?;
            }
        } else {
            self.target(target)?;
        }
        self.annotation(annotation)?;
        value.map_or(Ok(()), |value| self.expr(value))
    }

    fn annotation(&mut self, annotation: ExprId) -> Result {
        if !self.lazy_annotations {
            return self.expr(annotation);
        }
        self.enter(ScopeKey::Annotation(annotation), ScopeKind::Annotation);
        self.expr(annotation)?;
        self.leave();
        Ok(())
    }

    fn alias(&mut self, alias: &Alias) -> Result {
        let text = self.ast.name(alias.name);
        if text == "*" {
            return match self.scopes[self.current].kind {
                ScopeKind::Module => Ok(()),
                _ => Err(SyntaxError::new(
                    "import * only allowed at module level",
                    alias.span,
                )),
            };
        }
        if let Some(name) = alias.as_name {
            return self.name(name, uses::IMPORTED, alias.span);
        }
        match text.split_once('.') {
            None => self.name(alias.name, uses::IMPORTED, alias.span),
            Some((package, _)) => {
                let sym = self.symbols.intern(package);
                let sym = self.symbols.mangle_text(self.private, sym);
                self.symbol(sym, uses::IMPORTED, alias.span)
            }
        }
    }

    fn declare(&mut self, names: List<NameId>, flag: u16, span: Span) -> Result {
        let ast = self.ast;
        let how = if flag == uses::GLOBAL {
            "global"
        } else {
            "nonlocal"
        };
        for &name in &ast[names] {
            let sym = self.mangle(name);
            let before = self.scopes[self.current].uses(sym);
            let text = ast.name(name);
            let message = if before & uses::PARAM != 0 {
                format!("name '{text}' is parameter and {how}")
            } else if before & uses::USED != 0 {
                format!("name '{text}' is used prior to {how} declaration")
            } else if before & uses::ANNOTATED != 0 {
                format!("annotated name '{text}' can't be {how}")
            } else if before & uses::ASSIGNED != 0 {
                format!("name '{text}' is assigned to before {how} declaration")
            } else {
                self.symbol(sym, flag, span)?;
                self.scope().directives.push((sym, span));
                if flag == uses::GLOBAL {
                    let root = self.scopes.of(ScopeKey::Root);
                    mark_in(&mut self.scopes[root], sym, flag);
                }
                continue;
            };
            return Err(SyntaxError::new(message, span));
        }
        Ok(())
    }

    // ---- functions and classes -------------------------------------------------------------------

    fn function(&mut self, id: FunctionId, span: Span) -> Result {
        let ast = self.ast;
        let function = ast[id];
        self.name(function.name, uses::ASSIGNED, span)?;
        self.defaults(function.params)?;
        for &decorator in &ast[function.decorators] {
            self.expr(decorator)?;
        }
        let generic = !function.type_params.is_empty();
        if generic {
            self.enter(ScopeKey::FunctionParams(id), ScopeKind::TypeParams);
            let (defaults, kw_defaults) = has_defaults(ast, function.params);
            for (name, present) in [(".defaults", defaults), (".kwdefaults", kw_defaults)] {
                if present {
                    let sym = self.symbols.intern(name);
                    self.symbol(sym, uses::PARAM | uses::USED, span)?;
                }
            }
            self.type_params(function.type_params)?;
        }
        let params = ast[function.params];
        for param in params.iter(ast) {
            if let Some(annotation) = param.annotation {
                self.annotation(annotation)?;
            }
        }
        if let Some(returns) = function.returns {
            self.annotation(returns)?;
        }
        self.enter(ScopeKey::Function(id), ScopeKind::Function);
        self.scope().is_coroutine = function.is_async;
        self.params(params)?;
        self.block(function.body)?;
        self.leave();
        if generic {
            self.leave();
        }
        Ok(())
    }

    fn defaults(&mut self, params: ParamsId) -> Result {
        let ast = self.ast;
        for param in ast[params].iter(ast) {
            if let Some(default) = param.default {
                self.expr(default)?;
            }
        }
        Ok(())
    }

    /// Parameters in the order of their registers.
    fn params(&mut self, params: Params) -> Result {
        let ast = self.ast;
        let positional = ast[params.positional_only]
            .iter()
            .chain(&ast[params.positional]);
        let all = positional
            .chain(&ast[params.keyword_only])
            .chain(&params.vararg)
            .chain(&params.kwarg);
        for param in all {
            self.name(param.name, uses::PARAM, param.span)?;
        }
        Ok(())
    }

    fn class(&mut self, id: ClassId, span: Span) -> Result {
        let ast = self.ast;
        let class = ast[id];
        self.name(class.name, uses::ASSIGNED, span)?;
        for &decorator in &ast[class.decorators] {
            self.expr(decorator)?;
        }
        let outside = self.private;
        let generic = !class.type_params.is_empty();
        if generic {
            self.enter(ScopeKey::ClassParams(id), ScopeKind::TypeParams);
            self.private = Some(class.name);
            let names = ast[class.type_params].iter().map(|param| param.name);
            let only: FxHashSet<NameId> = names.collect();
            self.scope().private = Some(class.name);
            self.scope().mangled_only = Some(only);
            self.type_params(class.type_params)?;
        }
        for &base in &ast[class.bases] {
            self.expr(base)?;
        }
        for keyword in &ast[class.keywords] {
            self.expr(keyword.value)?;
        }
        self.private = Some(class.name);
        self.enter(ScopeKey::Class(id), ScopeKind::Class);
        self.scope().mangled_only = None;
        if generic {
            let sym = self.symbols.intern("__type_params__");
            self.mark(sym, uses::ASSIGNED);
            let sym = self.symbols.intern(".type_params");
            self.mark(sym, uses::USED);
        }
        self.block(class.body)?;
        self.leave();
        if generic {
            for name in [".type_params", ".generic_base"] {
                let sym = self.symbols.intern(name);
                self.mark(sym, uses::ASSIGNED | uses::USED);
            }
            self.leave();
        }
        self.private = outside;
        Ok(())
    }

    fn type_alias(
        &mut self,
        id: StmtId,
        name: ExprId,
        type_params: List<TypeParam>,
        value: ExprId,
    ) -> Result {
        self.target(name)?;
        let generic = !type_params.is_empty();
        if generic {
            self.enter(ScopeKey::AliasParams(id), ScopeKind::TypeParams);
            self.type_params(type_params)?;
        }
        self.enter(ScopeKey::AliasValue(id), ScopeKind::TypeAlias);
        self.expr(value)?;
        self.leave();
        if generic {
            self.leave();
        }
        Ok(())
    }

    fn type_params(&mut self, params: List<TypeParam>) -> Result {
        let ast = self.ast;
        for param in &ast[params] {
            self.name(param.name, uses::TYPE_PARAM | uses::ASSIGNED, param.span)?;
            let default_of = match param.kind {
                TypeParamKind::TypeVar { bound } => {
                    if let Some(bound) = bound {
                        let is_tuple = matches!(ast[bound].kind, ExprKind::Tuple(_));
                        let what = match is_tuple {
                            true => "a TypeVar constraint",
                            false => "a TypeVar bound",
                        };
                        self.type_variable(bound, what)?;
                    }
                    "a TypeVar default"
                }
                TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
                TypeParamKind::ParamSpec => "a ParamSpec default",
            };
            if let Some(default) = param.default {
                self.type_variable(default, default_of)?;
            }
        }
        Ok(())
    }

    fn type_variable(&mut self, expr: ExprId, what: &'static str) -> Result {
        self.enter(ScopeKey::TypeVariable(expr), ScopeKind::TypeVariable(what));
        self.expr(expr)?;
        self.leave();
        Ok(())
    }

    // ---- targets and patterns --------------------------------------------------------------------

    fn target(&mut self, id: ExprId) -> Result {
        let ast = self.ast;
        match ast[id].kind {
            ExprKind::Name(name) => self.name(name, uses::ASSIGNED, ast[id].span),
            ExprKind::Tuple(elements) | ExprKind::List(elements) => ast[elements]
                .iter()
                .try_for_each(|&element| self.target(element)),
            ExprKind::Starred(inner) => self.target(inner),
            _ => self.expr(id),
        }
    }

    fn deleted(&mut self, id: ExprId) -> Result {
        let ast = self.ast;
        match ast[id].kind {
            ExprKind::Name(name) => self.name(name, uses::ASSIGNED | uses::UNBOUND, ast[id].span),
            ExprKind::Tuple(elements) | ExprKind::List(elements) => ast[elements]
                .iter()
                .try_for_each(|&element| self.deleted(element)),
            _ => self.expr(id),
        }
    }

    fn pattern(&mut self, id: PatternId) -> Result {
        self.pattern_depth += 1;
        if self.pattern_depth > MAX_PATTERN_DEPTH {
            return Err(too_deep(self.ast[id].span));
        }
        let result = self.pattern_parts(id);
        self.pattern_depth -= 1;
        result
    }

    fn pattern_parts(&mut self, id: PatternId) -> Result {
        let ast = self.ast;
        let Pattern { kind, span } = ast[id];
        match kind {
            PatternKind::Value(value) => self.expr(value),
            PatternKind::Singleton(_) | PatternKind::Wildcard => Ok(()),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => ast[patterns]
                .iter()
                .try_for_each(|&pattern| self.pattern(pattern)),
            PatternKind::Mapping { items, rest } => {
                for item in &ast[items] {
                    self.expr(item.key)?;
                    self.pattern(item.pattern)?;
                }
                rest.map_or(Ok(()), |rest| self.name(rest, uses::ASSIGNED, span))
            }
            PatternKind::Class {
                cls,
                positional,
                keywords,
            } => {
                self.expr(cls)?;
                for &pattern in &ast[positional] {
                    self.pattern(pattern)?;
                }
                for keyword in &ast[keywords] {
                    self.pattern(keyword.pattern)?;
                }
                Ok(())
            }
            PatternKind::Star(name) => {
                name.map_or(Ok(()), |name| self.name(name, uses::ASSIGNED, span))
            }
            PatternKind::Capture(name) => self.name(name, uses::ASSIGNED, span),
            PatternKind::As { pattern, name } => {
                self.pattern(pattern)?;
                self.name(name, uses::ASSIGNED, span)
            }
        }
    }

    // ---- expressions -----------------------------------------------------------------------------
}

impl Scope {
    /// `await` makes a comprehension a coroutine; in other scopes it is checked when code is made.
    fn awaits(&mut self) {
        if matches!(self.kind, ScopeKind::Comprehension(_)) {
            self.is_coroutine = true;
        }
    }
}

fn new_scope(kind: ScopeKind, parent: Option<ScopeId>, private: Option<NameId>) -> Scope {
    Scope {
        kind,
        parent,
        children: Vec::new(),
        order: Vec::new(),
        symbols: FxHashMap::default(),
        params: Vec::new(),
        private,
        mangled_only: None,
        directives: Vec::new(),
        is_generator: false,
        is_coroutine: false,
        returns_value: false,
        nested: false,
        inlined: false,
        needs_class_cell: false,
        needs_class_dict: false,
        sees_class: false,
        iterable_depth: 0,
        in_target: false,
    }
}

fn mark_in(scope: &mut Scope, sym: Sym, flags: u16) {
    match scope.symbols.get_mut(&sym) {
        Some(symbol) => symbol.uses |= flags,
        None => {
            scope.order.push(sym);
            let symbol = Symbol {
                uses: flags,
                ..Symbol::default()
            };
            scope.symbols.insert(sym, symbol);
        }
    }
}

/// Whether any positional and any keyword-only parameter has a default.
pub fn has_defaults(ast: &Ast, params: ParamsId) -> (bool, bool) {
    let params = ast[params];
    let any = |list: List<Param>| ast[list].iter().any(|param| param.default.is_some());
    (
        any(params.positional_only) || any(params.positional),
        any(params.keyword_only),
    )
}

/// The error for a tree that is nested deeper than the compiler follows.
#[cold]
pub fn too_deep(span: Span) -> SyntaxError {
    let mut error = SyntaxError::new("too many nested expressions", span);
    error.kind = crate::syntax::SyntaxErrorKind::TooComplex;
    error
}
