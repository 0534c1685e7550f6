//! A tree as nested parentheses, without places: two trees are equal if their dumps are.

use std::fmt::Write as _;

use taipan::syntax::ast::*;

/// The dump of a whole tree.
pub fn dump(ast: &Ast) -> String {
    let mut dumper = Dumper {
        ast,
        out: String::new(),
    };
    match ast.root {
        Root::Module(block) => dumper.block("module", block),
        Root::Interactive(block) => dumper.block("interactive", block),
        Root::Expression(expr) => dumper.expr(expr),
        Root::FunctionType { args, returns } => {
            dumper.exprs("args", args);
            dumper.expr(returns);
        }
    }
    dumper.out
}

struct Dumper<'a> {
    ast: &'a Ast,
    out: String,
}

impl Dumper<'_> {
    fn text(&mut self, text: impl std::fmt::Debug) {
        write!(self.out, " {text:?}").expect("strings take everything");
    }

    fn open(&mut self, name: &str) {
        self.out.push_str(" (");
        self.out.push_str(name);
    }

    fn close(&mut self) {
        self.out.push(')');
    }

    fn name(&mut self, name: NameId) {
        self.out.push(' ');
        self.out.push_str(self.ast.name(name));
    }

    fn names(&mut self, names: List<NameId>) {
        for &name in &self.ast[names] {
            self.name(name);
        }
    }

    fn optional_name(&mut self, name: Option<NameId>) {
        match name {
            Some(name) => self.name(name),
            None => self.out.push_str(" -"),
        }
    }

    fn block(&mut self, name: &str, block: Block) {
        self.open(name);
        for &stmt in &self.ast[block] {
            self.stmt(stmt);
        }
        self.close();
    }

    fn exprs(&mut self, name: &str, exprs: List<ExprId>) {
        self.open(name);
        for &expr in &self.ast[exprs] {
            self.expr(expr);
        }
        self.close();
    }

    fn optional(&mut self, expr: Option<ExprId>) {
        match expr {
            Some(expr) => self.expr(expr),
            None => self.out.push_str(" -"),
        }
    }

    fn keywords(&mut self, keywords: List<Keyword>) {
        for keyword in &self.ast[keywords] {
            self.open("keyword");
            self.optional_name(keyword.name);
            self.expr(keyword.value);
            self.close();
        }
    }

    fn generators(&mut self, generators: List<Generator>) {
        for generator in &self.ast[generators] {
            self.open(if generator.is_async {
                "async-for"
            } else {
                "for"
            });
            self.expr(generator.target);
            self.expr(generator.iter);
            self.exprs("if", generator.conditions);
            self.close();
        }
    }

    fn params(&mut self, params: ParamsId) {
        let ast = self.ast;
        let params = &ast[params];
        self.open("params");
        let lists = [
            params.positional_only,
            params.positional,
            params.keyword_only,
        ];
        for list in lists {
            self.open("list");
            for &param in &ast[list] {
                self.param(Some(param));
            }
            self.close();
        }
        self.param(params.vararg);
        self.param(params.kwarg);
        self.close();
    }

    fn param(&mut self, param: Option<Param>) {
        self.open("param");
        if let Some(param) = param {
            self.name(param.name);
            self.optional(param.annotation);
            self.optional(param.default);
        }
        self.close();
    }

    fn parts(&mut self, parts: List<FStringPart>) {
        let ast = self.ast;
        for part in &ast[parts] {
            match part {
                FStringPart::Literal { value, .. } => self.text(&ast[*value]),
                FStringPart::Field(field) => {
                    self.open("field");
                    self.expr(field.expr);
                    self.text(field.conversion);
                    if let Some(spec) = field.spec {
                        self.open("spec");
                        self.parts(spec);
                        self.close();
                    }
                    self.close();
                }
            }
        }
    }

    fn expr(&mut self, id: ExprId) {
        let ast = self.ast;
        let kind = ast[id].kind;
        let debug = format!("{kind:?}");
        let name: String = debug
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        self.open(&name);
        match kind {
            ExprKind::Constant(constant) => self.text(&ast[constant]),
            ExprKind::Name(name) => self.name(name),
            ExprKind::Attribute { value, attr } => {
                self.expr(value);
                self.name(attr);
            }
            ExprKind::Slice { lower, upper, step } => {
                for part in [lower, upper, step] {
                    self.optional(part);
                }
            }
            ExprKind::Call {
                func,
                args,
                keywords,
            } => {
                self.expr(func);
                self.exprs("args", args);
                self.keywords(keywords);
            }
            ExprKind::Compare { left, rest } => {
                self.expr(left);
                for comparison in &ast[rest] {
                    self.text(comparison.op);
                    self.expr(comparison.right);
                }
            }
            ExprKind::Lambda { params, body } => {
                self.params(params);
                self.expr(body);
            }
            ExprKind::Dict(items) => {
                for item in &ast[items] {
                    self.optional(item.key);
                    self.expr(item.value);
                }
            }
            ExprKind::ListComp {
                element,
                generators,
            }
            | ExprKind::SetComp {
                element,
                generators,
            }
            | ExprKind::GeneratorExp {
                element,
                generators,
            } => {
                self.expr(element);
                self.generators(generators);
            }
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => {
                self.expr(key);
                self.expr(value);
                self.generators(generators);
            }
            ExprKind::JoinedStr(parts) => self.parts(parts),
            ExprKind::BinOp { op, .. } => {
                self.text(op);
                self.children(id);
            }
            ExprKind::UnaryOp { op, .. } => {
                self.text(op);
                self.children(id);
            }
            ExprKind::BoolOp { op, .. } => {
                self.text(op);
                self.children(id);
            }
            _ => self.children(id),
        }
        self.close();
    }

    fn children(&mut self, id: ExprId) {
        let mut children = Vec::new();
        self.ast
            .for_each_child(id, &mut |child| children.push(child));
        for child in children {
            self.expr(child);
        }
    }

    fn pattern(&mut self, id: PatternId) {
        let ast = self.ast;
        self.open("pattern");
        match ast[id].kind {
            PatternKind::Value(value) => self.expr(value),
            PatternKind::Singleton(constant) => self.text(&ast[constant]),
            PatternKind::Sequence(patterns) => self.pattern_list("sequence", patterns),
            PatternKind::Mapping { items, rest } => {
                self.open("mapping");
                for item in &ast[items] {
                    self.expr(item.key);
                    self.pattern(item.pattern);
                }
                self.optional_name(rest);
                self.close();
            }
            PatternKind::Class {
                cls,
                positional,
                keywords,
            } => {
                self.expr(cls);
                self.pattern_list("class", positional);
                for keyword in &ast[keywords] {
                    self.name(keyword.name);
                    self.pattern(keyword.pattern);
                }
            }
            PatternKind::Star(name) => {
                self.open("star");
                self.optional_name(name);
                self.close();
            }
            PatternKind::Capture(name) => self.name(name),
            PatternKind::Wildcard => self.out.push_str(" _"),
            PatternKind::As { pattern, name } => {
                self.open("as");
                self.pattern(pattern);
                self.name(name);
                self.close();
            }
            PatternKind::Or(patterns) => self.pattern_list("or", patterns),
        }
        self.close();
    }

    fn pattern_list(&mut self, name: &str, patterns: List<PatternId>) {
        self.open(name);
        for &pattern in &self.ast[patterns] {
            self.pattern(pattern);
        }
        self.close();
    }

    fn type_params(&mut self, params: List<TypeParam>) {
        for param in &self.ast[params] {
            self.open("type-param");
            self.name(param.name);
            match param.kind {
                TypeParamKind::TypeVar { bound } => self.optional(bound),
                TypeParamKind::TypeVarTuple => self.out.push('*'),
                TypeParamKind::ParamSpec => self.out.push_str("**"),
            }
            self.optional(param.default);
            self.close();
        }
    }

    fn aliases(&mut self, aliases: List<Alias>) {
        for alias in &self.ast[aliases] {
            self.name(alias.name);
            self.optional_name(alias.as_name);
        }
    }

    fn stmt(&mut self, id: StmtId) {
        let ast = self.ast;
        let kind = ast[id].kind;
        let debug = format!("{kind:?}");
        let name: String = debug
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        self.open(&name);
        match kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Assign { targets, value } => {
                self.exprs("targets", targets);
                self.expr(value);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.expr(target);
                self.text(op);
                self.expr(value);
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.expr(target);
                self.expr(annotation);
                self.optional(value);
                self.text(simple);
            }
            StmtKind::Return(value) => self.optional(value),
            StmtKind::Delete(targets) => self.exprs("targets", targets),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => {}
            StmtKind::Raise { exc, cause } => {
                self.optional(exc);
                self.optional(cause);
            }
            StmtKind::Assert { test, message } => {
                self.expr(test);
                self.optional(message);
            }
            StmtKind::Import(names) => self.aliases(names),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                self.optional_name(module);
                self.aliases(names);
                self.text(level);
            }
            StmtKind::Global(names) | StmtKind::Nonlocal(names) => self.names(names),
            StmtKind::If { branches, orelse } => {
                for branch in &ast[branches] {
                    self.expr(branch.test);
                    self.block("then", branch.body);
                }
                self.block("else", orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test);
                self.block("body", body);
                self.block("else", orelse);
            }
            StmtKind::For {
                is_async,
                target,
                iter,
                body,
                orelse,
            } => {
                self.text(is_async);
                self.expr(target);
                self.expr(iter);
                self.block("body", body);
                self.block("else", orelse);
            }
            StmtKind::With {
                is_async,
                items,
                body,
            } => {
                self.text(is_async);
                for item in &ast[items] {
                    self.expr(item.context);
                    self.optional(item.target);
                }
                self.block("body", body);
            }
            StmtKind::Try {
                is_star,
                body,
                handlers,
                orelse,
                finalbody,
            } => {
                self.text(is_star);
                self.block("body", body);
                for handler in &ast[handlers] {
                    self.optional(handler.types);
                    self.optional_name(handler.name);
                    self.block("handler", handler.body);
                }
                self.block("else", orelse);
                self.block("finally", finalbody);
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject);
                for case in &ast[cases] {
                    self.pattern(case.pattern);
                    self.optional(case.guard);
                    self.block("case", case.body);
                }
            }
            StmtKind::FunctionDef(function) => {
                let function = ast[function];
                self.text(function.is_async);
                self.name(function.name);
                self.exprs("decorators", function.decorators);
                self.type_params(function.type_params);
                self.params(function.params);
                self.optional(function.returns);
                self.block("body", function.body);
            }
            StmtKind::ClassDef(class) => {
                let class = ast[class];
                self.name(class.name);
                self.exprs("decorators", class.decorators);
                self.type_params(class.type_params);
                self.exprs("bases", class.bases);
                self.keywords(class.keywords);
                self.block("body", class.body);
            }
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
            } => {
                self.expr(name);
                self.type_params(type_params);
                self.expr(value);
            }
        }
        self.close();
    }
}
