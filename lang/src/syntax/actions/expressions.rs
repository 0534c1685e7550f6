//! Actions that build expressions.
#![forbid(unsafe_code)]

use super::*;

/// An element of parentheses: `target` only in a parenthesised `with`.
pub struct Element {
    /// The element.
    pub expr: ExprId,
    /// What follows `as`.
    pub target: Option<ExprId>,
}

/// An argument of a call or class.
pub enum Argument {
    /// `value` or `*value`
    Positional(ExprId),
    /// `name=value` or `**value`
    Keyword(Keyword),
    /// A generator expression without parentheses of its own.
    Generator(ExprId),
}

/// An entry of a parameter list.
pub enum Parameter {
    /// `name: annotation = default`
    Plain(Param),
    /// A lone `*`
    Star(u32, u32),
    /// `*name`
    StarName(Param),
    /// `**name`
    DoubleStar(Param),
    /// `/`
    Slash(u32, u32),
}

impl Parameter {
    fn span(&self) -> Span {
        match *self {
            Parameter::Plain(param) | Parameter::StarName(param) | Parameter::DoubleStar(param) => {
                param.span
            }
            Parameter::Star(start, end) | Parameter::Slash(start, end) => Span::new(start, end),
        }
    }
}

/// The arguments of a call, sorted.
pub(super) struct SortedArguments {
    pub(super) positional: List<ExprId>,
    pub(super) keywords: List<Keyword>,
}

impl Builder<'_> {
    /// A name.
    pub fn name_expr(&mut self, name: NameId, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::Name(name), start, end)
    }

    /// A constant.
    pub fn constant(&mut self, constant: Constant, start: u32, end: u32) -> ExprId {
        let constant = self.ast.add_constant(constant);
        self.expr(ExprKind::Constant(constant), start, end)
    }

    /// `*value`
    pub fn starred(&mut self, value: ExprId, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::Starred(value), start, end)
    }

    /// `left op right`
    pub fn binary(
        &mut self,
        op: BinaryOp,
        left: ExprId,
        right: ExprId,
        start: u32,
        end: u32,
    ) -> ExprId {
        self.expr(ExprKind::BinOp { op, left, right }, start, end)
    }

    /// `op operand`
    pub fn unary(&mut self, op: UnaryOp, operand: ExprId, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::UnaryOp { op, operand }, start, end)
    }

    /// `a and b and c` or the same with `or`.
    pub fn bool_op(&mut self, op: BoolOp, values: Vec<ExprId>, start: u32, end: u32) -> ExprId {
        let values = self.list(values);
        self.expr(ExprKind::BoolOp { op, values }, start, end)
    }

    /// A chain of comparisons.
    pub fn compare(&mut self, left: ExprId, rest: Vec<Comparison>, start: u32, end: u32) -> ExprId {
        let rest = self.list(rest);
        self.expr(ExprKind::Compare { left, rest }, start, end)
    }

    /// `body if test else orelse`
    pub fn if_exp(
        &mut self,
        test: ExprId,
        body: ExprId,
        orelse: ExprId,
        start: u32,
        end: u32,
    ) -> ExprId {
        self.expr(ExprKind::IfExp { test, body, orelse }, start, end)
    }

    /// `await value`
    pub fn await_expr(&mut self, value: ExprId, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::Await(value), start, end)
    }

    /// `yield` or `yield value`
    pub fn yield_expr(&mut self, value: Option<ExprId>, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::Yield(value), start, end)
    }

    /// `yield from value`
    pub fn yield_from(&mut self, value: ExprId, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::YieldFrom(value), start, end)
    }

    /// `name := value`; the name ends at `name_end`.
    pub fn named(
        &mut self,
        name: NameId,
        name_end: u32,
        value: ExprId,
        start: u32,
        end: u32,
    ) -> ExprId {
        let target = self.name_expr(name, start, name_end);
        self.expr(ExprKind::Named { target, value }, start, end)
    }

    /// `value.attr`
    pub fn attribute(&mut self, value: ExprId, attr: NameId, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::Attribute { value, attr }, start, end)
    }

    /// `value[index]`
    pub fn subscript(&mut self, value: ExprId, index: ExprId, start: u32, end: u32) -> ExprId {
        self.expr(ExprKind::Subscript { value, index }, start, end)
    }

    /// `lower:upper:step`
    pub fn slice(
        &mut self,
        lower: Option<ExprId>,
        upper: Option<ExprId>,
        step: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> ExprId {
        self.expr(ExprKind::Slice { lower, upper, step }, start, end)
    }

    /// A tuple without parentheses.
    pub fn bare_tuple(&mut self, elements: Vec<ExprId>, start: u32, end: u32) -> ExprId {
        let elements = self.list(elements);
        self.expr(ExprKind::Tuple(elements), start, end)
    }

    /// A tuple with parentheses.
    pub fn tuple(&mut self, elements: Vec<ExprId>, start: u32, end: u32) -> ExprId {
        let tuple = self.bare_tuple(elements, start, end);
        self.parenthesised(tuple)
    }

    /// Parentheses around one element.
    pub fn group(&mut self, element: Element, start: u32, end: u32) -> ExprId {
        let Element { expr, target } = element;
        if let ExprKind::Starred(_) = self.ast[expr].kind {
            self.violation(self.ast[expr].span);
        }
        if target.is_some() {
            // The group is a node of its own, so that it cannot be taken for its element.
            let cover = self.tuple(vec![expr], start, end);
            self.with_covers
                .insert(cover, vec![self.with_part(element)]);
            return cover;
        }
        self.parenthesised(expr)
    }

    /// Parentheses around several elements, or one with a comma.
    pub fn elements(&mut self, elements: Vec<Element>, start: u32, end: u32) -> ExprId {
        let tuple = self.tuple(
            elements.iter().map(|element| element.expr).collect(),
            start,
            end,
        );
        if elements.iter().any(|element| element.target.is_some()) {
            let parts = elements
                .into_iter()
                .map(|element| self.with_part(element))
                .collect();
            self.with_covers.insert(tuple, parts);
        }
        tuple
    }

    fn with_part(&self, element: Element) -> WithElement {
        WithElement {
            context: element.expr,
            target: element.target,
            span: self.ast[element.expr].span,
        }
    }

    /// Notes that parentheses enclose an expression.
    pub fn parenthesised(&mut self, expr: ExprId) -> ExprId {
        self.ast[expr].parenthesised = true;
        expr
    }

    /// `[a, b]`
    pub fn list_display(&mut self, elements: Option<Vec<ExprId>>, start: u32, end: u32) -> ExprId {
        let elements = self.list(elements.unwrap_or_default());
        self.expr(ExprKind::List(elements), start, end)
    }

    /// `{a, b}`
    pub fn set_display(&mut self, elements: Vec<ExprId>, start: u32, end: u32) -> ExprId {
        let elements = self.list(elements);
        self.expr(ExprKind::Set(elements), start, end)
    }

    /// `{a: b, **c}` or `{}`
    pub fn dict_display(&mut self, items: Option<Vec<DictItem>>, start: u32, end: u32) -> ExprId {
        let items = self.list(items.unwrap_or_default());
        self.expr(ExprKind::Dict(items), start, end)
    }

    /// `for target in iter if …`
    pub fn for_clause(
        &mut self,
        is_async: bool,
        target: ExprId,
        iter: ExprId,
        conditions: Option<Vec<ExprId>>,
    ) -> Generator {
        self.check_target(target);
        Generator {
            is_async,
            target,
            iter,
            conditions: self.list(conditions.unwrap_or_default()),
        }
    }

    /// `(element for …)`
    pub fn generator(
        &mut self,
        element: ExprId,
        clauses: Vec<Generator>,
        start: u32,
        end: u32,
    ) -> ExprId {
        let generators = self.list(clauses);
        self.expr(
            ExprKind::GeneratorExp {
                element,
                generators,
            },
            start,
            end,
        )
    }

    /// `[element for …]`
    pub fn list_comp(
        &mut self,
        element: ExprId,
        clauses: Vec<Generator>,
        start: u32,
        end: u32,
    ) -> ExprId {
        let generators = self.list(clauses);
        self.expr(
            ExprKind::ListComp {
                element,
                generators,
            },
            start,
            end,
        )
    }

    /// `{element for …}`
    pub fn set_comp(
        &mut self,
        element: ExprId,
        clauses: Vec<Generator>,
        start: u32,
        end: u32,
    ) -> ExprId {
        let generators = self.list(clauses);
        self.expr(
            ExprKind::SetComp {
                element,
                generators,
            },
            start,
            end,
        )
    }

    /// `{key: value for …}`
    pub fn dict_comp(
        &mut self,
        key: ExprId,
        value: ExprId,
        clauses: Vec<Generator>,
        start: u32,
        end: u32,
    ) -> ExprId {
        let generators = self.list(clauses);
        self.expr(
            ExprKind::DictComp {
                key,
                value,
                generators,
            },
            start,
            end,
        )
    }

    /// `name=value` or `**value`
    pub fn keyword(
        &mut self,
        name: Option<NameId>,
        value: ExprId,
        start: u32,
        end: u32,
    ) -> Keyword {
        Keyword {
            name,
            value,
            span: Span::new(start, end),
        }
    }

    /// A generator expression as an argument, without parentheses of its own.
    pub fn argument_generator(
        &mut self,
        element: ExprId,
        clauses: Vec<Generator>,
        start: u32,
        end: u32,
    ) -> Argument {
        Argument::Generator(self.generator(element, clauses, start, end))
    }

    /// A call; `open` is the place of its parenthesis.
    pub fn call(
        &mut self,
        func: ExprId,
        (arguments, trailing_comma): (Vec<Argument>, bool),
        open: u32,
        start: u32,
        end: u32,
    ) -> ExprId {
        if let [Argument::Generator(generator)] = arguments[..]
            && !trailing_comma
        {
            // A generator that is the only argument shares the parentheses of the call.
            self.ast[generator].span = Span::new(open, end);
            let args = self.list(vec![generator]);
            let keywords = List::EMPTY;
            return self.expr(
                ExprKind::Call {
                    func,
                    args,
                    keywords,
                },
                start,
                end,
            );
        }
        let SortedArguments {
            positional: args,
            keywords,
        } = self.sort_arguments(arguments);
        self.expr(
            ExprKind::Call {
                func,
                args,
                keywords,
            },
            start,
            end,
        )
    }

    /// Separates positional and keyword arguments and checks their order.
    pub(super) fn sort_arguments(&mut self, arguments: Vec<Argument>) -> SortedArguments {
        let mut positional = Vec::new();
        let mut keywords: Vec<Keyword> = Vec::new();
        let mut unpacked = false;
        for argument in arguments {
            match argument {
                Argument::Positional(expr) => {
                    let starred = matches!(self.ast[expr].kind, ExprKind::Starred(_));
                    if unpacked || (!keywords.is_empty() && !starred) {
                        self.violation(self.ast[expr].span);
                    }
                    positional.push(expr);
                }
                Argument::Keyword(keyword) => {
                    unpacked |= keyword.name.is_none();
                    keywords.push(keyword);
                }
                Argument::Generator(expr) => {
                    self.violation(self.ast[expr].span);
                    positional.push(expr);
                }
            }
        }
        SortedArguments {
            positional: self.list(positional),
            keywords: self.list(keywords),
        }
    }

    /// `name: annotation = default`
    pub fn parameter(
        &mut self,
        name: NameId,
        annotation: Option<ExprId>,
        default: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> Parameter {
        Parameter::Plain(Param {
            name,
            annotation,
            default,
            span: Span::new(start, end),
        })
    }

    /// `*name: annotation`
    pub fn star_parameter(
        &mut self,
        name: NameId,
        annotation: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> Parameter {
        Parameter::StarName(Param {
            name,
            annotation,
            default: None,
            span: Span::new(start, end),
        })
    }

    /// `**name: annotation`
    pub fn double_star_parameter(
        &mut self,
        name: NameId,
        annotation: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> Parameter {
        Parameter::DoubleStar(Param {
            name,
            annotation,
            default: None,
            span: Span::new(start, end),
        })
    }

    /// Sorts parameters and checks their order.
    pub(super) fn params(&mut self, parameters: Option<Vec<Parameter>>) -> ParamsId {
        let mut params = Params::default();
        let mut positional: Vec<Param> = Vec::new();
        let mut keyword_only: Vec<Param> = Vec::new();
        let mut star: Option<Span> = None;
        let mut lone_star: Option<Span> = None;
        let mut slash = false;
        let mut seen_default = false;
        for parameter in parameters.unwrap_or_default() {
            let span = parameter.span();
            if params.kwarg.is_some() {
                self.violation(span);
            }
            match parameter {
                Parameter::Plain(param) if star.is_some() => {
                    lone_star = None;
                    keyword_only.push(param);
                }
                Parameter::Plain(param) => {
                    if seen_default && param.default.is_none() {
                        self.violation(span);
                    }
                    seen_default |= param.default.is_some();
                    positional.push(param);
                }
                Parameter::Slash(..) => {
                    if slash || star.is_some() || positional.is_empty() {
                        self.violation(span);
                    }
                    slash = true;
                    params.positional_only = self.list(std::mem::take(&mut positional));
                }
                Parameter::Star(..) | Parameter::StarName(_) => {
                    if star.is_some() {
                        self.violation(span);
                    }
                    star = Some(span);
                    match parameter {
                        Parameter::StarName(param) => params.vararg = Some(param),
                        _ => lone_star = Some(span),
                    }
                }
                Parameter::DoubleStar(param) => params.kwarg = Some(param),
            }
        }
        if let Some(span) = lone_star {
            self.violation(span);
        }
        params.positional = self.list(positional);
        params.keyword_only = self.list(keyword_only);
        self.ast.add_params(params)
    }

    /// `lambda parameters: body`
    pub fn lambda(
        &mut self,
        parameters: Option<Vec<Parameter>>,
        body: ExprId,
        start: u32,
        end: u32,
    ) -> ExprId {
        let params = self.params(parameters);
        self.expr(ExprKind::Lambda { params, body }, start, end)
    }
}
