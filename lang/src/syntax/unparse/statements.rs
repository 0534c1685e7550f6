//! Statements.
#![forbid(unsafe_code)]

use super::expressions::binary_op;
use super::*;

impl Writer<'_> {
    /// Writes statements, each on lines of its own.
    pub(super) fn block(&mut self, block: Block) {
        for &id in &self.ast[block] {
            self.statement(id);
        }
    }

    fn line(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.extend(std::iter::repeat_n("    ", self.indent));
    }

    fn suite(&mut self, block: Block) {
        self.out.push(':');
        self.indent += 1;
        self.block(block);
        self.indent -= 1;
    }

    fn optional_suite(&mut self, word: &str, block: Block) {
        if !block.is_empty() {
            self.line();
            self.out.push_str(word);
            self.suite(block);
        }
    }

    fn word(&mut self, word: &str) {
        self.line();
        self.out.push_str(word);
    }

    fn after(&mut self, word: &str, expr: Option<ExprId>) {
        if let Some(expr) = expr {
            self.out.push_str(word);
            self.expression(expr, Level::Test);
        }
    }

    fn names(&mut self, names: List<NameId>) {
        for (index, &name) in self.ast[names].iter().enumerate() {
            self.out.push_str(if index > 0 { ", " } else { " " });
            self.out.push_str(self.ast.name(name));
        }
    }

    fn aliases(&mut self, aliases: List<Alias>) {
        for (index, alias) in self.ast[aliases].iter().enumerate() {
            self.out.push_str(if index > 0 { ", " } else { " " });
            self.out.push_str(self.ast.name(alias.name));
            if let Some(as_name) = alias.as_name {
                self.out.push_str(" as ");
                self.out.push_str(self.ast.name(as_name));
            }
        }
    }

    fn type_params(&mut self, params: List<TypeParam>) {
        if params.is_empty() {
            return;
        }
        self.out.push('[');
        for (index, param) in self.ast[params].iter().enumerate() {
            self.out.push_str(if index > 0 { ", " } else { "" });
            self.out.push_str(match param.kind {
                TypeParamKind::TypeVar { .. } => "",
                TypeParamKind::TypeVarTuple => "*",
                TypeParamKind::ParamSpec => "**",
            });
            self.out.push_str(self.ast.name(param.name));
            if let TypeParamKind::TypeVar { bound } = param.kind {
                self.after(": ", bound);
            }
            self.after(" = ", param.default);
        }
        self.out.push(']');
    }

    fn decorators(&mut self, decorators: List<ExprId>) {
        for &decorator in &self.ast[decorators] {
            self.word("@");
            self.expression(decorator, Level::Test);
        }
    }

    fn async_word(&mut self, is_async: bool, word: &str) {
        self.word(if is_async { "async " } else { "" });
        self.out.push_str(word);
    }

    fn statement(&mut self, id: StmtId) {
        match self.ast[id].kind {
            StmtKind::Expr(expr) => {
                self.line();
                self.expression(expr, Level::Yield);
            }
            StmtKind::Assign { targets, value } => {
                self.line();
                for &target in &self.ast[targets] {
                    self.expression(target, Level::Tuple);
                    self.out.push_str(" = ");
                }
                self.expression(value, Level::Test);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.line();
                self.expression(target, Level::Test);
                self.out.push(' ');
                self.out.push_str(binary_op(op));
                self.out.push_str("= ");
                self.expression(value, Level::Test);
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.line();
                let enclosed = !simple && matches!(self.ast[target].kind, ExprKind::Name(_));
                self.out.push_str(if enclosed { "(" } else { "" });
                self.expression(target, Level::Test);
                self.out.push_str(if enclosed { ")" } else { "" });
                self.after(": ", Some(annotation));
                self.after(" = ", value);
            }
            StmtKind::Return(value) => {
                self.word("return");
                self.after(" ", value);
            }
            StmtKind::Delete(targets) => {
                self.word("del");
                for (index, &target) in self.ast[targets].iter().enumerate() {
                    self.after(if index > 0 { ", " } else { " " }, Some(target));
                }
            }
            StmtKind::Pass => self.word("pass"),
            StmtKind::Break => self.word("break"),
            StmtKind::Continue => self.word("continue"),
            StmtKind::Raise { exc, cause } => {
                self.word("raise");
                self.after(" ", exc);
                self.after(" from ", cause);
            }
            StmtKind::Assert { test, message } => {
                self.word("assert");
                self.after(" ", Some(test));
                self.after(", ", message);
            }
            StmtKind::Import(names) => {
                self.word("import");
                self.aliases(names);
            }
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                self.word("from ");
                self.out.extend(std::iter::repeat_n('.', level as usize));
                self.out
                    .push_str(module.map_or("", |module| self.ast.name(module)));
                self.out.push_str(" import");
                self.aliases(names);
            }
            StmtKind::Global(names) => {
                self.word("global");
                self.names(names);
            }
            StmtKind::Nonlocal(names) => {
                self.word("nonlocal");
                self.names(names);
            }
            StmtKind::If { branches, orelse } => {
                for (index, branch) in self.ast[branches].iter().enumerate() {
                    self.word(if index > 0 { "elif " } else { "if " });
                    self.expression(branch.test, Level::Test);
                    self.suite(branch.body);
                }
                self.optional_suite("else", orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.word("while ");
                self.expression(test, Level::Test);
                self.suite(body);
                self.optional_suite("else", orelse);
            }
            StmtKind::For {
                is_async,
                target,
                iter,
                body,
                orelse,
            } => {
                self.async_word(is_async, "for ");
                self.expression(target, Level::Tuple);
                self.after(" in ", Some(iter));
                self.suite(body);
                self.optional_suite("else", orelse);
            }
            StmtKind::With {
                is_async,
                items,
                body,
            } => self.with(is_async, items, body),
            StmtKind::Try {
                is_star,
                body,
                handlers,
                orelse,
                finalbody,
            } => {
                self.word("try");
                self.suite(body);
                for handler in &self.ast[handlers] {
                    self.word(if is_star { "except*" } else { "except" });
                    self.after(" ", handler.types);
                    if let Some(name) = handler.name {
                        self.out.push_str(" as ");
                        self.out.push_str(self.ast.name(name));
                    }
                    self.suite(handler.body);
                }
                self.optional_suite("else", orelse);
                self.optional_suite("finally", finalbody);
            }
            StmtKind::Match { subject, cases } => {
                self.word("match ");
                self.expression(subject, Level::Test);
                self.out.push(':');
                self.indent += 1;
                for case in &self.ast[cases] {
                    self.word("case ");
                    self.pattern(case.pattern);
                    self.after(" if ", case.guard);
                    self.suite(case.body);
                }
                self.indent -= 1;
            }
            StmtKind::FunctionDef(function) => self.function(function),
            StmtKind::ClassDef(class) => self.class(class),
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => {
                self.word("type ");
                self.expression(name, Level::Test);
                self.type_params(type_params);
                self.after(" = ", Some(value));
            }
        }
    }

    fn with(&mut self, is_async: bool, items: List<WithItem>, body: Block) {
        self.async_word(is_async, "with ");
        let items = &self.ast[items];
        // A single tuple in parentheses would be taken for several items.
        let is_tuple = |item: &WithItem| {
            item.target.is_none() && matches!(self.ast[item.context].kind, ExprKind::Tuple(_))
        };
        let enclosed = items.len() == 1 && is_tuple(&items[0]);
        self.out.push_str(if enclosed { "(" } else { "" });
        for (index, item) in items.iter().enumerate() {
            self.after(if index > 0 { ", " } else { "" }, Some(item.context));
            self.after(" as ", item.target);
        }
        self.out.push_str(if enclosed { ")" } else { "" });
        self.suite(body);
    }

    fn function(&mut self, function: FunctionId) {
        let function = self.ast[function];
        self.decorators(function.decorators);
        self.async_word(function.is_async, "def ");
        self.out.push_str(self.ast.name(function.name));
        self.type_params(function.type_params);
        self.out.push('(');
        self.params(function.params);
        self.out.push(')');
        self.after(" -> ", function.returns);
        self.suite(function.body);
    }

    fn class(&mut self, class: ClassId) {
        let class = self.ast[class];
        self.decorators(class.decorators);
        self.word("class ");
        self.out.push_str(self.ast.name(class.name));
        self.type_params(class.type_params);
        if !class.bases.is_empty() || !class.keywords.is_empty() {
            self.out.push('(');
            self.arguments(class.bases, class.keywords);
            self.out.push(')');
        }
        self.suite(class.body);
    }
}
