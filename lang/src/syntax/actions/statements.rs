//! Actions that build statements.
#![forbid(unsafe_code)]

use super::expressions::SortedArguments;
use super::*;

/// `context as target` in a `with` statement.
#[derive(Clone, Copy)]
pub struct WithElement {
    /// The context manager.
    pub context: ExprId,
    /// What the entered value is assigned to.
    pub target: Option<ExprId>,
    /// The place of the context with all its parentheses.
    pub span: Span,
}

impl Builder<'_> {
    /// `(args) -> returns`
    pub fn function_type(&mut self, args: Vec<ExprId>, returns: ExprId) -> Root {
        Root::FunctionType {
            args: self.list(args),
            returns,
        }
    }

    /// Adds the statements of a line to those before it.
    pub fn append(&mut self, mut all: Vec<StmtId>, more: Vec<StmtId>) -> Vec<StmtId> {
        all.extend(more);
        all
    }

    /// A statement.
    pub fn stmt(&mut self, kind: StmtKind, start: u32, end: u32) -> StmtId {
        self.ast.add_stmt(kind, Span::new(start, end))
    }

    fn block_end(&self, block: Block) -> u32 {
        self.ast[block]
            .last()
            .map_or(0, |&last| self.ast[last].span.end)
    }

    /// `a = b = value`, the value last.
    pub fn assign(&mut self, mut parts: Vec<ExprId>) -> StmtKind {
        let value = parts
            .pop()
            .expect("the grammar collects a target and a value");
        for &target in &parts {
            self.check_target(target);
        }
        StmtKind::Assign {
            targets: self.list(parts),
            value,
        }
    }

    /// `target op= value`
    pub fn augmented_assign(&mut self, target: ExprId, op: BinaryOp, value: ExprId) -> StmtKind {
        self.check_single_target(target);
        StmtKind::AugAssign { target, op, value }
    }

    /// `target: annotation = value`
    pub fn annotated_assign(
        &mut self,
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
    ) -> StmtKind {
        self.check_single_target(target);
        let expr = self.ast[target];
        let simple = matches!(expr.kind, ExprKind::Name(_)) && !expr.parenthesised;
        StmtKind::AnnAssign {
            target,
            annotation,
            value,
            simple,
        }
    }

    /// `del targets`
    pub fn delete(&mut self, targets: ExprId) -> StmtKind {
        self.check_deletable(targets);
        let expr = self.ast[targets];
        let targets = match expr.kind {
            ExprKind::Tuple(elements) if !expr.parenthesised => elements,
            _ => self.list(vec![targets]),
        };
        StmtKind::Delete(targets)
    }

    /// `from module import names`
    pub fn import_from(
        &mut self,
        level: Option<u32>,
        module: Option<NameId>,
        names: Vec<Alias>,
    ) -> StmtKind {
        StmtKind::ImportFrom {
            module,
            names: self.list(names),
            level: level.unwrap_or(0),
        }
    }

    /// `name as other`
    pub fn alias(&mut self, name: NameId, as_name: Option<NameId>, start: u32, end: u32) -> Alias {
        Alias {
            name,
            as_name,
            span: Span::new(start, end),
        }
    }

    /// The `*` of an import.
    pub fn star_alias(&mut self, start: u32, end: u32) -> Alias {
        let name = self.ast.intern("*");
        self.alias(name, None, start, end)
    }

    /// `type name[params] = value`
    pub fn type_alias(
        &mut self,
        name: NameId,
        start: u32,
        end: u32,
        type_params: Option<List<TypeParam>>,
        value: ExprId,
    ) -> StmtKind {
        let name = self.name_expr(name, start, end);
        let type_params = type_params.unwrap_or_default();
        StmtKind::TypeAlias {
            name,
            type_params,
            value,
        }
    }

    /// The entries of a type parameter list.
    pub fn type_params(&mut self, params: Vec<TypeParam>) -> List<TypeParam> {
        self.list(params)
    }

    /// One type parameter.
    pub fn type_param(
        &mut self,
        name: NameId,
        kind: TypeParamKind,
        default: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> TypeParam {
        TypeParam {
            name,
            kind,
            default,
            span: Span::new(start, end),
        }
    }

    /// `if … elif … else`
    pub fn if_statement(
        &mut self,
        start: u32,
        test: ExprId,
        body: Block,
        elifs: Option<Vec<(u32, ExprId, Block)>>,
        orelse: Option<Block>,
    ) -> StmtId {
        let elifs = elifs.unwrap_or_default();
        let last = orelse.unwrap_or(elifs.last().map_or(body, |&(_, _, body)| body));
        let end = self.block_end(last);
        let branches: Vec<IfBranch> = std::iter::once((start, test, body))
            .chain(elifs)
            .map(|(start, test, body)| IfBranch {
                test,
                body,
                span: Span::new(start, end),
            })
            .collect();
        let branches = self.list(branches);
        let orelse = orelse.unwrap_or_default();
        self.stmt(StmtKind::If { branches, orelse }, start, end)
    }

    /// `while test: body else: orelse`
    pub fn while_statement(
        &mut self,
        start: u32,
        test: ExprId,
        body: Block,
        orelse: Option<Block>,
    ) -> StmtId {
        let end = self.block_end(orelse.unwrap_or(body));
        let orelse = orelse.unwrap_or_default();
        self.stmt(StmtKind::While { test, body, orelse }, start, end)
    }

    /// `for target in iter: body else: orelse`
    pub fn for_statement(
        &mut self,
        start: u32,
        is_async: bool,
        target: ExprId,
        iter: ExprId,
        body: Block,
        orelse: Option<Block>,
    ) -> StmtId {
        self.check_target(target);
        let end = self.block_end(orelse.unwrap_or(body));
        let orelse = orelse.unwrap_or_default();
        self.stmt(
            StmtKind::For {
                is_async,
                target,
                iter,
                body,
                orelse,
            },
            start,
            end,
        )
    }

    /// `context as target`
    pub fn with_element(
        &mut self,
        context: ExprId,
        target: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> WithElement {
        WithElement {
            context,
            target,
            span: Span::new(start, end),
        }
    }

    /// `with items: body`
    pub fn with_statement(
        &mut self,
        start: u32,
        is_async: bool,
        elements: Vec<WithElement>,
        body: Block,
    ) -> StmtId {
        let elements = match elements[..] {
            [only] if only.target.is_none() => self.unwrap_with(only),
            _ => elements,
        };
        let mut items = Vec::with_capacity(elements.len());
        for WithElement {
            context, target, ..
        } in elements
        {
            if let Some(target) = target {
                self.check_target(target);
            }
            items.push(WithItem { context, target });
        }
        let items = self.list(items);
        let end = self.block_end(body);
        self.stmt(
            StmtKind::With {
                is_async,
                items,
                body,
            },
            start,
            end,
        )
    }

    /// Parentheses directly around all items of a `with` statement group them; they make no tuple, unless
    /// an element cannot be an item.
    fn unwrap_with(&mut self, only: WithElement) -> Vec<WithElement> {
        let parts = match self.with_covers.remove(&only.context) {
            Some(parts) => parts,
            None => {
                let expr = self.ast[only.context];
                match expr.kind {
                    ExprKind::Tuple(elements) if expr.span == only.span && !elements.is_empty() => {
                        let part = |&context: &ExprId| WithElement {
                            context,
                            target: None,
                            span: self.ast[context].span,
                        };
                        let parts: Vec<WithElement> = self.ast[elements].iter().map(part).collect();
                        if parts.iter().any(|part| !self.can_be_item(part.context)) {
                            return vec![only];
                        }
                        parts
                    }
                    _ => return vec![only],
                }
            }
        };
        for part in &parts {
            if !self.can_be_item(part.context) {
                self.violation(part.span);
            }
        }
        parts
    }

    fn can_be_item(&self, context: ExprId) -> bool {
        let expr = self.ast[context];
        match expr.kind {
            ExprKind::Starred(_) => false,
            ExprKind::Named { .. } => expr.parenthesised,
            _ => true,
        }
    }

    /// `except types as name: body`, and whether it is `except*`.
    pub fn handler(
        &mut self,
        start: u32,
        is_star: bool,
        types: Option<ExprId>,
        name: Option<NameId>,
        body: Block,
    ) -> (bool, ExceptHandler) {
        let span = Span::new(start, self.block_end(body));
        (
            is_star,
            ExceptHandler {
                types,
                name,
                body,
                span,
            },
        )
    }

    /// `try … except … else … finally`
    pub fn try_statement(
        &mut self,
        start: u32,
        body: Block,
        handlers: Vec<(bool, ExceptHandler)>,
        orelse: Option<Block>,
        finalbody: Option<Block>,
    ) -> StmtId {
        let is_star = handlers.first().is_some_and(|&(is_star, _)| is_star);
        for &(other, handler) in &handlers {
            if other != is_star {
                self.violation(handler.span);
            }
        }
        let handlers: Vec<ExceptHandler> =
            handlers.into_iter().map(|(_, handler)| handler).collect();
        let last = handlers.last().map_or(body, |handler| handler.body);
        let end = self.block_end(finalbody.or(orelse).unwrap_or(last));
        let handlers = self.list(handlers);
        let kind = StmtKind::Try {
            is_star,
            body,
            handlers,
            orelse: orelse.unwrap_or_default(),
            finalbody: finalbody.unwrap_or_default(),
        };
        self.stmt(kind, start, end)
    }

    /// `match subject: cases`
    pub fn match_statement(
        &mut self,
        start: u32,
        subject: ExprId,
        cases: Vec<MatchCase>,
    ) -> StmtId {
        let end = cases.last().map_or(start, |case| case.span.end);
        let cases = self.list(cases);
        self.stmt(StmtKind::Match { subject, cases }, start, end)
    }

    /// `case pattern if guard: body`
    pub fn case(
        &mut self,
        start: u32,
        pattern: PatternId,
        guard: Option<ExprId>,
        body: Block,
    ) -> MatchCase {
        let span = Span::new(start, self.block_end(body));
        MatchCase {
            pattern,
            guard,
            body,
            span,
        }
    }

    /// A `def` without its decorators.
    pub fn function(
        &mut self,
        is_async: bool,
        name: NameId,
        type_params: Option<List<TypeParam>>,
        parameters: Option<Vec<Parameter>>,
        returns: Option<ExprId>,
        body: Block,
    ) -> Function {
        Function {
            is_async,
            name,
            decorators: List::EMPTY,
            type_params: type_params.unwrap_or_default(),
            params: self.params(parameters),
            returns,
            body,
        }
    }

    /// A `def` with its decorators.
    pub fn function_statement(
        &mut self,
        start: u32,
        decorators: Option<Vec<ExprId>>,
        mut function: Function,
    ) -> StmtId {
        function.decorators = self.list(decorators.unwrap_or_default());
        let end = self.block_end(function.body);
        let function = self.ast.add_function(function);
        self.stmt(StmtKind::FunctionDef(function), start, end)
    }

    /// A `class` without its decorators.
    pub fn class(
        &mut self,
        name: NameId,
        type_params: Option<List<TypeParam>>,
        arguments: Option<(Vec<Argument>, bool)>,
        body: Block,
    ) -> Class {
        let (arguments, _) = arguments.unwrap_or_default();
        let SortedArguments {
            positional: bases,
            keywords,
        } = self.sort_arguments(arguments);
        Class {
            name,
            decorators: List::EMPTY,
            type_params: type_params.unwrap_or_default(),
            bases,
            keywords,
            body,
        }
    }

    /// A `class` with its decorators.
    pub fn class_statement(
        &mut self,
        start: u32,
        decorators: Option<Vec<ExprId>>,
        mut class: Class,
    ) -> StmtId {
        class.decorators = self.list(decorators.unwrap_or_default());
        let end = self.block_end(class.body);
        let class = self.ast.add_class(class);
        self.stmt(StmtKind::ClassDef(class), start, end)
    }
}
