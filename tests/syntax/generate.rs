//! Makes trees from a list of numbers: each decision takes the next number, and when they run out
//! everything is as small as it can be. So the numbers shrink, and with them the tree.

use num_bigint::BigInt;
use taipan::syntax::ast::*;

const NAMES: [&str; 12] = [
    "a", "b", "x1", "_private", "match", "case", "type", "print", "é", "Ω", "变量", "self",
];
const TEXTS: [&str; 12] = [
    "",
    "abc",
    "it's",
    "\"",
    "'\"",
    "line\nnext",
    "{}",
    "\\",
    "\u{1f600}",
    "\0\x7f",
    "\u{a0}é",
    "{{x}}",
];

/// The tree that the numbers stand for.
pub fn module(choices: &[u32]) -> Ast {
    let mut maker = Maker {
        ast: Ast::new(),
        choices,
        position: 0,
    };
    let block = maker.block(3);
    maker.ast.root = Root::Module(block);
    maker.ast
}

struct Maker<'c> {
    ast: Ast,
    choices: &'c [u32],
    position: usize,
}

impl Maker<'_> {
    /// A number below `limit`; zero when the choices have run out.
    fn below(&mut self, limit: u32) -> u32 {
        let choice = self.choices.get(self.position).copied().unwrap_or(0);
        self.position += 1;
        choice % limit
    }

    fn chance(&mut self) -> bool {
        self.below(2) == 1
    }

    fn expr_of(&mut self, kind: ExprKind) -> ExprId {
        self.ast.add_expr(kind, Span::default())
    }

    fn name(&mut self) -> NameId {
        let name = NAMES[self.below(NAMES.len() as u32) as usize];
        self.ast.intern(name)
    }

    fn list<T: Listed>(
        &mut self,
        least: u32,
        most: u32,
        mut item: impl FnMut(&mut Self) -> T,
    ) -> List<T> {
        let count = least + self.below(most - least + 1);
        let items: Vec<T> = (0..count).map(|_| item(self)).collect();
        self.ast.add_list(&items)
    }

    fn maybe<T>(&mut self, item: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance().then(|| item(self))
    }

    fn text(&mut self) -> Box<[u8]> {
        match self.below(14) {
            // A lone surrogate.
            12 => vec![0xed, 0xa0, 0x80].into(),
            13 => b"a\xed\xb3\xbf'".to_vec().into(),
            index => TEXTS[index as usize].as_bytes().to_vec().into(),
        }
    }

    fn constant(&mut self) -> Constant {
        match self.below(12) {
            0 => Constant::Int(i64::from(self.below(1000))),
            1 => Constant::None,
            2 => Constant::True,
            3 => Constant::False,
            4 => Constant::Ellipsis,
            5 => Constant::BigInt(Box::new(BigInt::from(10).pow(25) + self.below(1000))),
            6 => Constant::Float(f64::from(self.below(10_000)) / 64.0),
            7 => Constant::Float(1e300 * f64::from(self.below(3)) + 1e-7),
            8 => Constant::Imaginary(f64::from(self.below(100)) / 4.0),
            9 => Constant::Bytes((0..self.below(6)).map(|index| (index * 51) as u8).collect()),
            _ => Constant::Str(self.text()),
        }
    }

    fn constant_expr(&mut self) -> ExprId {
        let constant = self.constant();
        let constant = self.ast.add_constant(constant);
        self.expr_of(ExprKind::Constant(constant))
    }

    fn name_expr(&mut self) -> ExprId {
        let name = self.name();
        self.expr_of(ExprKind::Name(name))
    }

    fn expr(&mut self, depth: u32) -> ExprId {
        if depth == 0 {
            return if self.chance() {
                self.constant_expr()
            } else {
                self.name_expr()
            };
        }
        let depth = depth - 1;
        let kind = match self.below(26) {
            0 => return self.name_expr(),
            1 => return self.constant_expr(),
            2 => return self.place(depth),
            3 => ExprKind::Call {
                func: self.expr(depth),
                args: self.list(0, 3, |m| m.maybe_starred(depth)),
                keywords: self.keywords(depth),
            },
            4..=7 => ExprKind::BinOp {
                op: self.binary_op(),
                left: self.expr(depth),
                right: self.expr(depth),
            },
            8 | 9 => {
                let ops = [UnaryOp::Minus, UnaryOp::Not, UnaryOp::Invert, UnaryOp::Plus];
                let op = ops[self.below(4) as usize];
                ExprKind::UnaryOp {
                    op,
                    operand: self.expr(depth),
                }
            }
            10 => {
                let op = if self.chance() {
                    BoolOp::And
                } else {
                    BoolOp::Or
                };
                ExprKind::BoolOp {
                    op,
                    values: self.list(2, 4, |m| m.expr(depth)),
                }
            }
            11 => ExprKind::Compare {
                left: self.expr(depth),
                rest: self.list(1, 3, |m| Comparison {
                    op: m.compare_op(),
                    right: m.expr(depth),
                }),
            },
            12 => ExprKind::IfExp {
                test: self.expr(depth),
                body: self.expr(depth),
                orelse: self.expr(depth),
            },
            13 => ExprKind::Lambda {
                params: self.params(depth, false),
                body: self.expr(depth),
            },
            14 => ExprKind::Named {
                target: self.name_expr(),
                value: self.expr(depth),
            },
            15 => ExprKind::Tuple(self.list(0, 3, |m| m.maybe_starred(depth))),
            16 => ExprKind::List(self.list(0, 3, |m| m.maybe_starred(depth))),
            17 => ExprKind::Set(self.list(1, 3, |m| m.maybe_starred(depth))),
            18 => ExprKind::Dict(self.list(0, 3, |m| DictItem {
                key: m.maybe(|m| m.expr(depth)),
                value: m.expr(depth),
            })),
            19 => ExprKind::ListComp {
                element: self.expr(depth),
                generators: self.generators(depth),
            },
            20 => ExprKind::SetComp {
                element: self.expr(depth),
                generators: self.generators(depth),
            },
            21 => ExprKind::GeneratorExp {
                element: self.expr(depth),
                generators: self.generators(depth),
            },
            22 => ExprKind::DictComp {
                key: self.expr(depth),
                value: self.expr(depth),
                generators: self.generators(depth),
            },
            23 => match self.below(3) {
                0 => ExprKind::Await(self.expr(depth)),
                1 => ExprKind::Yield(self.maybe(|m| m.expr(depth))),
                _ => ExprKind::YieldFrom(self.expr(depth)),
            },
            _ => ExprKind::JoinedStr(self.parts(depth, true)),
        };
        self.expr_of(kind)
    }

    fn maybe_starred(&mut self, depth: u32) -> ExprId {
        let value = self.expr(depth);
        if self.below(4) == 1 {
            self.expr_of(ExprKind::Starred(value))
        } else {
            value
        }
    }

    /// An attribute, an item, or a slice of something.
    fn place(&mut self, depth: u32) -> ExprId {
        let value = self.expr(depth);
        let kind = if self.chance() {
            ExprKind::Attribute {
                value,
                attr: self.name(),
            }
        } else {
            ExprKind::Subscript {
                value,
                index: self.index(depth),
            }
        };
        self.expr_of(kind)
    }

    fn index(&mut self, depth: u32) -> ExprId {
        match self.below(4) {
            0 => self.expr(depth),
            1 => self.slice(depth),
            _ => {
                let elements = self.list(1, 3, |m| match m.below(3) {
                    0 => m.slice(depth),
                    _ => m.maybe_starred(depth),
                });
                self.expr_of(ExprKind::Tuple(elements))
            }
        }
    }

    fn slice(&mut self, depth: u32) -> ExprId {
        let kind = ExprKind::Slice {
            lower: self.maybe(|m| m.expr(depth)),
            upper: self.maybe(|m| m.expr(depth)),
            step: self.maybe(|m| m.expr(depth)),
        };
        self.expr_of(kind)
    }

    fn keywords(&mut self, depth: u32) -> List<Keyword> {
        // A starred argument cannot follow `**`; positional ones are written first.
        self.list(0, 2, |m| Keyword {
            name: m.maybe(Self::name),
            value: m.expr(depth),
            span: Span::default(),
        })
    }

    fn binary_op(&mut self) -> BinaryOp {
        let ops = [
            BinaryOp::Add,
            BinaryOp::Sub,
            BinaryOp::Mult,
            BinaryOp::MatMult,
            BinaryOp::Div,
            BinaryOp::Mod,
            BinaryOp::Pow,
            BinaryOp::LShift,
            BinaryOp::RShift,
            BinaryOp::BitOr,
            BinaryOp::BitXor,
            BinaryOp::BitAnd,
            BinaryOp::FloorDiv,
        ];
        ops[self.below(13) as usize]
    }

    fn compare_op(&mut self) -> CompareOp {
        let ops = [
            CompareOp::Eq,
            CompareOp::NotEq,
            CompareOp::Lt,
            CompareOp::LtE,
            CompareOp::Gt,
            CompareOp::GtE,
            CompareOp::Is,
            CompareOp::IsNot,
            CompareOp::In,
            CompareOp::NotIn,
        ];
        ops[self.below(10) as usize]
    }

    fn generators(&mut self, depth: u32) -> List<Generator> {
        self.list(1, 2, |m| Generator {
            is_async: m.chance(),
            target: m.target(depth.min(1)),
            iter: m.expr(depth),
            conditions: m.list(0, 2, |m| m.expr(depth)),
        })
    }

    fn parts(&mut self, depth: u32, may_nest: bool) -> List<FStringPart> {
        let count = self.below(4);
        let mut parts = Vec::new();
        for _ in 0..count {
            let text = self.text();
            let after_text = matches!(parts.last(), Some(FStringPart::Literal { .. }));
            if self.chance() && !text.is_empty() && !after_text {
                let value = self.ast.add_constant(Constant::Str(text));
                parts.push(FStringPart::Literal {
                    value,
                    span: Span::default(),
                });
                continue;
            }
            let conversions = [
                None,
                Some(Conversion::Repr),
                Some(Conversion::Str),
                Some(Conversion::Ascii),
            ];
            parts.push(FStringPart::Field(FormattedValue {
                expr: self.expr(depth),
                conversion: conversions[self.below(4) as usize],
                spec: if may_nest {
                    self.maybe(|m| m.parts(0, false))
                } else {
                    None
                },
                span: Span::default(),
            }));
        }
        self.ast.add_list(&parts)
    }

    fn target(&mut self, depth: u32) -> ExprId {
        if depth == 0 {
            return self.name_expr();
        }
        let depth = depth - 1;
        let kind = match self.below(5) {
            0 | 1 => return self.name_expr(),
            2 => return self.place(depth),
            3 => ExprKind::Tuple(self.list(0, 3, |m| m.maybe_starred_target(depth))),
            _ => ExprKind::List(self.list(0, 3, |m| m.maybe_starred_target(depth))),
        };
        self.expr_of(kind)
    }

    fn maybe_starred_target(&mut self, depth: u32) -> ExprId {
        let target = self.target(depth);
        if self.below(4) == 1 {
            self.expr_of(ExprKind::Starred(target))
        } else {
            target
        }
    }

    fn single_target(&mut self, depth: u32) -> ExprId {
        if self.chance() {
            self.place(depth)
        } else {
            self.name_expr()
        }
    }

    fn deletable(&mut self, depth: u32) -> ExprId {
        if depth > 0 && self.below(4) == 1 {
            let elements = self.list(0, 3, |m| m.deletable(depth - 1));
            return self.expr_of(ExprKind::Tuple(elements));
        }
        self.single_target(depth)
    }

    fn params(&mut self, depth: u32, annotated: bool) -> ParamsId {
        // Once a parameter has a default, all positional ones after it have one.
        let mut defaults = false;
        let mut positional = |m: &mut Self| {
            let mut param = m.param(depth, annotated);
            defaults |= m.chance();
            param.default = defaults.then(|| m.expr(depth));
            param
        };
        let positional_only = self.list(0, 2, &mut positional);
        let positional = self.list(0, 2, positional);
        let vararg = self.maybe(|m| m.param(depth, annotated));
        let keyword_only = self.list(0, 2, |m| {
            let mut param = m.param(depth, annotated);
            param.default = m.maybe(|m| m.expr(depth));
            param
        });
        let kwarg = self.maybe(|m| m.param(depth, annotated));
        self.ast.add_params(Params {
            positional_only,
            positional,
            vararg,
            keyword_only,
            kwarg,
        })
    }

    fn param(&mut self, depth: u32, annotated: bool) -> Param {
        Param {
            name: self.name(),
            annotation: if annotated {
                self.maybe(|m| m.expr(depth))
            } else {
                None
            },
            default: None,
            span: Span::default(),
        }
    }

    fn type_params(&mut self, depth: u32) -> List<TypeParam> {
        self.list(0, 2, |m| {
            let name = m.name();
            let kind = match m.below(3) {
                0 => TypeParamKind::TypeVar {
                    bound: m.maybe(|m| m.expr(depth)),
                },
                1 => TypeParamKind::TypeVarTuple,
                _ => TypeParamKind::ParamSpec,
            };
            TypeParam {
                name,
                kind,
                default: m.maybe(|m| m.expr(depth)),
                span: Span::default(),
            }
        })
    }

    fn pattern_of(&mut self, kind: PatternKind) -> PatternId {
        self.ast.add_pattern(kind, Span::default())
    }

    fn capture(&mut self) -> PatternId {
        let name = self.name();
        self.pattern_of(PatternKind::Capture(name))
    }

    fn literal_pattern(&mut self) -> ExprId {
        let constant = match self.constant() {
            Constant::None | Constant::True | Constant::False | Constant::Ellipsis => {
                Constant::Int(7)
            }
            other => other,
        };
        let constant = self.ast.add_constant(constant);
        self.expr_of(ExprKind::Constant(constant))
    }

    fn dotted(&mut self) -> ExprId {
        let value = self.name_expr();
        let attr = self.name();
        self.expr_of(ExprKind::Attribute { value, attr })
    }

    fn pattern(&mut self, depth: u32) -> PatternId {
        if depth == 0 {
            return self.capture();
        }
        let depth = depth - 1;
        let kind = match self.below(10) {
            0 => return self.capture(),
            1 => PatternKind::Wildcard,
            2 => PatternKind::Value(self.literal_pattern()),
            3 => PatternKind::Value(self.dotted()),
            4 => {
                let constants = [Constant::None, Constant::True, Constant::False];
                let constant = constants[self.below(3) as usize].clone();
                PatternKind::Singleton(self.ast.add_constant(constant))
            }
            5 => PatternKind::Sequence(self.list(0, 3, |m| {
                if m.below(4) == 1 {
                    let name = m.maybe(Self::name);
                    return m.pattern_of(PatternKind::Star(name));
                }
                m.pattern(depth)
            })),
            6 => PatternKind::Mapping {
                items: self.list(0, 2, |m| MappingPattern {
                    key: if m.chance() {
                        m.dotted()
                    } else {
                        m.literal_pattern()
                    },
                    pattern: m.pattern(depth),
                }),
                rest: self.maybe(Self::name),
            },
            7 => PatternKind::Class {
                cls: if self.chance() {
                    self.dotted()
                } else {
                    self.name_expr()
                },
                positional: self.list(0, 2, |m| m.pattern(depth)),
                keywords: self.list(0, 2, |m| KeywordPattern {
                    name: m.name(),
                    pattern: m.pattern(depth),
                    span: Span::default(),
                }),
            },
            8 => PatternKind::As {
                pattern: self.pattern(depth),
                name: self.name(),
            },
            _ => PatternKind::Or(self.list(2, 3, |m| m.pattern(depth))),
        };
        self.pattern_of(kind)
    }

    fn block(&mut self, depth: u32) -> Block {
        self.list(1, 3, |m| m.stmt(depth))
    }

    fn optional_block(&mut self, depth: u32) -> Block {
        if self.chance() {
            self.block(depth)
        } else {
            Block::EMPTY
        }
    }

    fn stmt(&mut self, depth: u32) -> StmtId {
        let kind = if depth > 0 && self.chance() {
            self.compound(depth - 1)
        } else {
            self.simple()
        };
        self.ast.add_stmt(kind, Span::default())
    }

    fn simple(&mut self) -> StmtKind {
        match self.below(18) {
            0 => StmtKind::Pass,
            1 => StmtKind::Break,
            2 => StmtKind::Continue,
            3 => StmtKind::Return(self.maybe(|m| m.expr(3))),
            4 => StmtKind::Delete(self.list(1, 2, |m| m.deletable(2))),
            5 => {
                let exc = self.maybe(|m| m.expr(2));
                let cause = exc.and_then(|_| self.maybe(|m| m.expr(2)));
                StmtKind::Raise { exc, cause }
            }
            6 => StmtKind::Assert {
                test: self.expr(3),
                message: self.maybe(|m| m.expr(2)),
            },
            7 => StmtKind::Import(self.list(1, 2, Self::alias)),
            8 => {
                let module = self.maybe(Self::name);
                let level = self.below(4) + u32::from(module.is_none());
                StmtKind::ImportFrom {
                    module,
                    names: self.list(1, 2, Self::alias),
                    level,
                }
            }
            9 => StmtKind::Global(self.list(1, 2, Self::name)),
            10 => StmtKind::Nonlocal(self.list(1, 2, Self::name)),
            11 => StmtKind::AugAssign {
                target: self.single_target(2),
                op: self.binary_op(),
                value: self.expr(3),
            },
            12 => {
                let target = self.single_target(2);
                let is_name = matches!(self.ast[target].kind, ExprKind::Name(_));
                StmtKind::AnnAssign {
                    target,
                    annotation: self.expr(2),
                    value: self.maybe(|m| m.expr(3)),
                    simple: is_name && self.chance(),
                }
            }
            13 => StmtKind::TypeAlias {
                name: self.name_expr(),
                type_params: self.type_params(1),
                value: self.expr(2),
            },
            14 | 15 => StmtKind::Assign {
                targets: self.list(1, 2, |m| m.target(2)),
                value: self.expr(4),
            },
            _ => StmtKind::Expr(self.expr(5)),
        }
    }

    fn alias(&mut self) -> Alias {
        Alias {
            name: self.name(),
            as_name: self.maybe(Self::name),
            span: Span::default(),
        }
    }

    fn compound(&mut self, depth: u32) -> StmtKind {
        match self.below(9) {
            0 => StmtKind::If {
                branches: self.list(1, 3, |m| IfBranch {
                    test: m.expr(2),
                    body: m.block(depth),
                    span: Span::default(),
                }),
                orelse: self.optional_block(depth),
            },
            1 => StmtKind::While {
                test: self.expr(2),
                body: self.block(depth),
                orelse: self.optional_block(depth),
            },
            2 => StmtKind::For {
                is_async: self.chance(),
                target: self.target(2),
                iter: self.expr(2),
                body: self.block(depth),
                orelse: self.optional_block(depth),
            },
            3 => StmtKind::With {
                is_async: self.chance(),
                items: self.list(1, 3, |m| WithItem {
                    context: m.expr(2),
                    target: m.maybe(|m| m.target(2)),
                }),
                body: self.block(depth),
            },
            4 => {
                let is_star = self.chance();
                let handlers = self.list(0, 2, |m| {
                    let types = if is_star || m.chance() {
                        Some(m.expr(2))
                    } else {
                        None
                    };
                    ExceptHandler {
                        types,
                        name: types.and_then(|_| m.maybe(Self::name)),
                        body: m.block(depth),
                        span: Span::default(),
                    }
                });
                let none = handlers.is_empty();
                StmtKind::Try {
                    is_star: is_star && !none,
                    body: self.block(depth),
                    handlers,
                    orelse: if none {
                        Block::EMPTY
                    } else {
                        self.optional_block(depth)
                    },
                    finalbody: if none {
                        self.block(depth)
                    } else {
                        self.optional_block(depth)
                    },
                }
            }
            5 => StmtKind::Match {
                subject: self.expr(2),
                cases: self.list(1, 3, |m| MatchCase {
                    pattern: m.pattern(3),
                    guard: m.maybe(|m| m.expr(2)),
                    body: m.block(depth),
                    span: Span::default(),
                }),
            },
            6 => {
                let class = Class {
                    name: self.name(),
                    decorators: self.list(0, 2, |m| m.expr(2)),
                    type_params: self.type_params(1),
                    bases: self.list(0, 2, |m| m.maybe_starred(2)),
                    keywords: self.keywords(1),
                    body: self.block(depth),
                };
                StmtKind::ClassDef(self.ast.add_class(class))
            }
            _ => {
                let function = Function {
                    is_async: self.chance(),
                    name: self.name(),
                    decorators: self.list(0, 2, |m| m.expr(2)),
                    type_params: self.type_params(1),
                    params: self.params(2, true),
                    returns: self.maybe(|m| m.expr(2)),
                    body: self.block(depth),
                };
                StmtKind::FunctionDef(self.ast.add_function(function))
            }
        }
    }
}
