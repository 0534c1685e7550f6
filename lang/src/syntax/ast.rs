//! The syntax tree: every node of the language, as plain `Copy` data over the arena in `arena.rs`.
//!
//! `ast[id]` is a node, `&ast[list]` a slice of children. Expression contexts (load, store, delete)
//! are not recorded: the position in the parent tells them, and the parser has checked that targets
//! are legal ones. Spans are byte offsets into the source text and cover what CPython's positions
//! cover: parentheses around an expression do not belong to its own span but do to its parent's.
//!
//! The tree knows nothing of the grammar that makes it.
#![forbid(unsafe_code)]

use num_bigint::BigInt;

mod patterns;

pub use self::patterns::{KeywordPattern, MappingPattern, MatchCase, Pattern, PatternKind};
pub use super::arena::{
    Ast, ClassId, ConstId, ExprId, FunctionId, List, Listed, NameId, ParamsId, PatternId, StmtId,
};
pub use crate::base::source::Span;

/// What a tree is a tree of, by the mode it was parsed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Root {
    /// A file, or the text given to `exec`.
    Module(Block),
    /// One interactive input; expression statements print their value.
    Interactive(Block),
    /// The text given to `eval`.
    Expression(ExprId),
    /// A signature comment, `(int, str) -> bool`.
    FunctionType {
        /// The argument types.
        args: List<ExprId>,
        /// The type of the result.
        returns: ExprId,
    },
}

/// The statements of a suite, in order.
pub type Block = List<StmtId>;

/// A legal but questionable piece of source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxWarning {
    /// Which warning class reports it.
    pub category: WarningCategory,
    /// What is said about it.
    pub message: String,
    /// Where it is.
    pub span: Span,
}

/// The class of a warning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WarningCategory {
    /// `SyntaxWarning`, shown by default.
    Syntax,
    /// `DeprecationWarning`, shown for `__main__` only.
    Deprecation,
}

/// A constant as the source spells it.
#[derive(Clone, PartialEq, Debug)]
pub enum Constant {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An integer that fits.
    Int(i64),
    /// An integer outside of the range of `i64`.
    BigInt(Box<BigInt>),
    /// A float; never negative or NaN, infinite when the literal overflows.
    Float(f64),
    /// The imaginary part of a literal like `2j`.
    Imaginary(f64),
    /// Text as generalised UTF-8: an escape may have made a lone surrogate (three bytes `ED Ax/Bx xx`).
    /// Surrogate pairs written as two escapes stay two surrogates.
    Str(Box<[u8]>),
    /// A bytes literal.
    Bytes(Box<[u8]>),
}

/// An expression with its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it is, without enclosing parentheses (but with a tuple's or generator's own).
    pub span: Span,
    /// How deep a walker recurses here if it follows [`Ast::spine_child`] with a loop; a leaf is 1.
    pub depth: u32,
    /// Whether parentheses enclose it that are not part of it, or it is a tuple with parentheses.
    pub parenthesised: bool,
}

/// The forms of expressions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExprKind {
    /// A literal.
    Constant(ConstId),
    /// An identifier.
    Name(NameId),
    /// `value.attr`
    Attribute {
        /// The object.
        value: ExprId,
        /// The attribute's name (not mangled).
        attr: NameId,
    },
    /// `value[index]`; several indices are a `Tuple`, which may hold `Slice` and `Starred`.
    Subscript {
        /// The container.
        value: ExprId,
        /// What stands between the brackets.
        index: ExprId,
    },
    /// `lower:upper:step`, only as (part of) an index.
    Slice {
        /// Before the first colon.
        lower: Option<ExprId>,
        /// Between the colons.
        upper: Option<ExprId>,
        /// After the second colon.
        step: Option<ExprId>,
    },
    /// `*value` in displays, calls, targets and indices.
    Starred(ExprId),
    /// `func(args, keywords)`
    Call {
        /// What is called.
        func: ExprId,
        /// Positional arguments; `*x` is a `Starred`.
        args: List<ExprId>,
        /// Keyword arguments and `**x`, in source order.
        keywords: List<Keyword>,
    },
    /// `left op right`
    BinOp {
        /// The operator.
        op: BinaryOp,
        /// Left operand; long chains nest here.
        left: ExprId,
        /// Right operand.
        right: ExprId,
    },
    /// `op operand`
    UnaryOp {
        /// The operator.
        op: UnaryOp,
        /// The operand.
        operand: ExprId,
    },
    /// `a and b and c`, flattened; at least two values.
    BoolOp {
        /// The operator.
        op: BoolOp,
        /// The operands.
        values: List<ExprId>,
    },
    /// `left op right op right…`; at least one comparison.
    Compare {
        /// The first operand.
        left: ExprId,
        /// The operators with the operands on their right.
        rest: List<Comparison>,
    },
    /// `body if test else orelse`
    IfExp {
        /// The condition.
        test: ExprId,
        /// The value if it holds.
        body: ExprId,
        /// The value if not.
        orelse: ExprId,
    },
    /// `lambda params: body`
    Lambda {
        /// The parameters, without annotations.
        params: ParamsId,
        /// The result.
        body: ExprId,
    },
    /// `target := value`; the target is a `Name`.
    Named {
        /// The variable.
        target: ExprId,
        /// The value.
        value: ExprId,
    },
    /// `(a, b)` or `a, b`
    Tuple(List<ExprId>),
    /// `[a, b]`
    List(List<ExprId>),
    /// `{a, b}`
    Set(List<ExprId>),
    /// `{a: b, **c}`
    Dict(List<DictItem>),
    /// `[element for …]`
    ListComp {
        /// The element.
        element: ExprId,
        /// The clauses; at least one.
        generators: List<Generator>,
    },
    /// `{element for …}`
    SetComp {
        /// The element.
        element: ExprId,
        /// The clauses; at least one.
        generators: List<Generator>,
    },
    /// `{key: value for …}`
    DictComp {
        /// The key.
        key: ExprId,
        /// The value.
        value: ExprId,
        /// The clauses; at least one.
        generators: List<Generator>,
    },
    /// `(element for …)`
    GeneratorExp {
        /// The element.
        element: ExprId,
        /// The clauses; at least one.
        generators: List<Generator>,
    },
    /// `await value`
    Await(ExprId),
    /// `yield` or `yield value`
    Yield(Option<ExprId>),
    /// `yield from value`
    YieldFrom(ExprId),
    /// A string with at least one f-string piece; neighbouring literals are merged. May have no parts.
    JoinedStr(List<FStringPart>),
}

/// A binary operator, also of an augmented assignment.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// A unary operator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    Invert,
    Not,
    Plus,
    Minus,
}

/// `and` or `or`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BoolOp {
    And,
    Or,
}

/// A comparison operator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CompareOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// One link of a chained comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Comparison {
    /// The operator.
    pub op: CompareOp,
    /// The operand on its right.
    pub right: ExprId,
}

/// `name=value` or `**value` in a call or a class header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keyword {
    /// The name; absent for `**value`.
    pub name: Option<NameId>,
    /// The value.
    pub value: ExprId,
    /// From the name or the stars to the end of the value.
    pub span: Span,
}

/// `key: value` or `**value` in a dict display.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DictItem {
    /// The key; absent for `**value`.
    pub key: Option<ExprId>,
    /// The value.
    pub value: ExprId,
}

/// `for target in iter if conditions…` in a comprehension.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Generator {
    /// Whether it is `async for`.
    pub is_async: bool,
    /// What is assigned to.
    pub target: ExprId,
    /// What is iterated over.
    pub iter: ExprId,
    /// The `if` clauses.
    pub conditions: List<ExprId>,
}

/// A piece of an f-string.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FStringPart {
    /// Text; never empty, and no two are neighbours. The text that `{x=}` shows stands here too.
    Literal {
        /// A `Constant::Str`.
        value: ConstId,
        /// Where it is.
        span: Span,
    },
    /// A replacement field.
    Field(FormattedValue),
}

/// `{expr!conversion:spec}`. For `{expr=}` without conversion and specification, the conversion is
/// `Repr` and the literal before it ends with the text of the expression and the `=`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FormattedValue {
    /// What is formatted.
    pub expr: ExprId,
    /// What is applied to the value before formatting.
    pub conversion: Option<Conversion>,
    /// The format specification, which may have fields of its own. `{x:}` has one without parts.
    pub spec: Option<List<FStringPart>>,
    /// From the opening to the closing brace.
    pub span: Span,
}

/// `!s`, `!r` or `!a`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    Str,
    Repr,
    Ascii,
}

/// The parameters of a function or lambda.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Params {
    /// Before the `/`.
    pub positional_only: List<Param>,
    /// Ordinary ones.
    pub positional: List<Param>,
    /// `*args`
    pub vararg: Option<Param>,
    /// After `*` or `*args`; a missing default means required.
    pub keyword_only: List<Param>,
    /// `**kwargs`
    pub kwarg: Option<Param>,
}

impl Params {
    /// All parameters in source order.
    pub fn iter<'a>(&self, ast: &'a Ast) -> impl Iterator<Item = Param> + use<'a> {
        let positional_only = ast[self.positional_only].iter().copied();
        let positional = ast[self.positional].iter().copied();
        let keyword_only = ast[self.keyword_only].iter().copied();
        positional_only
            .chain(positional)
            .chain(self.vararg)
            .chain(keyword_only)
            .chain(self.kwarg)
    }
}

/// One parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Param {
    /// Its name (not mangled).
    pub name: NameId,
    /// Its annotation; for `*args: *Ts` a `Starred`.
    pub annotation: Option<ExprId>,
    /// Its default value.
    pub default: Option<ExprId>,
    /// The name and the annotation.
    pub span: Span,
}

/// A statement with its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Where it is, bodies included, decorators not.
    pub span: Span,
}

/// The forms of statements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StmtKind {
    /// An expression on its own.
    Expr(ExprId),
    /// `a = b = value`
    Assign {
        /// From left to right; at least one.
        targets: List<ExprId>,
        /// The value.
        value: ExprId,
    },
    /// `target op= value`
    AugAssign {
        /// A name, attribute or subscript.
        target: ExprId,
        /// The operator.
        op: BinaryOp,
        /// The right operand.
        value: ExprId,
    },
    /// `target: annotation = value`
    AnnAssign {
        /// A name, attribute or subscript.
        target: ExprId,
        /// The annotation.
        annotation: ExprId,
        /// The value, if it is assigned too.
        value: Option<ExprId>,
        /// Whether the target is a name without parentheses.
        simple: bool,
    },
    /// `return value`
    Return(Option<ExprId>),
    /// `del targets`
    Delete(List<ExprId>),
    /// `pass`
    Pass,
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `raise exc from cause`
    Raise {
        /// What is raised.
        exc: Option<ExprId>,
        /// What it is raised from.
        cause: Option<ExprId>,
    },
    /// `assert test, message`
    Assert {
        /// The condition.
        test: ExprId,
        /// The argument of the exception.
        message: Option<ExprId>,
    },
    /// `import a.b as c`
    Import(List<Alias>),
    /// `from ..module import name as other`
    ImportFrom {
        /// The dotted name; absent for `from . import x`.
        module: Option<NameId>,
        /// What is imported; a single alias `*` means everything.
        names: List<Alias>,
        /// The number of leading dots.
        level: u32,
    },
    /// `global names`
    Global(List<NameId>),
    /// `nonlocal names`
    Nonlocal(List<NameId>),
    /// `if … elif … else`
    If {
        /// The `if` and every `elif`; at least one.
        branches: List<IfBranch>,
        /// The `else` block, empty if absent.
        orelse: Block,
    },
    /// `while test: body else: orelse`
    While {
        /// The condition.
        test: ExprId,
        /// The loop's body.
        body: Block,
        /// The `else` block, empty if absent.
        orelse: Block,
    },
    /// `for target in iter: body else: orelse`
    For {
        /// Whether it is `async for`.
        is_async: bool,
        /// What is assigned to.
        target: ExprId,
        /// What is iterated over.
        iter: ExprId,
        /// The loop's body.
        body: Block,
        /// The `else` block, empty if absent.
        orelse: Block,
    },
    /// `with items: body`
    With {
        /// Whether it is `async with`.
        is_async: bool,
        /// The managers; at least one.
        items: List<WithItem>,
        /// The body.
        body: Block,
    },
    /// `try … except … else … finally`
    Try {
        /// Whether the handlers are `except*`.
        is_star: bool,
        /// The body.
        body: Block,
        /// The handlers.
        handlers: List<ExceptHandler>,
        /// The `else` block, empty if absent.
        orelse: Block,
        /// The `finally` block, empty if absent.
        finalbody: Block,
    },
    /// `match subject: cases`
    Match {
        /// What is matched.
        subject: ExprId,
        /// The cases; at least one.
        cases: List<MatchCase>,
    },
    /// `def` or `async def`
    FunctionDef(FunctionId),
    /// `class`
    ClassDef(ClassId),
    /// `type name[params] = value`
    TypeAlias {
        /// A `Name`.
        name: ExprId,
        /// The type parameters.
        type_params: List<TypeParam>,
        /// The value, evaluated lazily.
        value: ExprId,
    },
}

impl StmtKind {
    /// Whether it has blocks of its own.
    pub fn is_compound(&self) -> bool {
        matches!(
            self,
            StmtKind::If { .. }
                | StmtKind::While { .. }
                | StmtKind::For { .. }
                | StmtKind::With { .. }
                | StmtKind::Try { .. }
                | StmtKind::Match { .. }
                | StmtKind::FunctionDef(_)
                | StmtKind::ClassDef(_)
        )
    }
}

/// The `if` or an `elif` of an `if` statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct IfBranch {
    /// The condition.
    pub test: ExprId,
    /// The block.
    pub body: Block,
    /// From the keyword to the end of the whole statement.
    pub span: Span,
}

/// `name as other` in an import.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Alias {
    /// The imported name; dotted in `import`, `*` in `from m import *`.
    pub name: NameId,
    /// What it is bound to, if that is another name.
    pub as_name: Option<NameId>,
    /// Where it is.
    pub span: Span,
}

/// `context as target` in a `with` statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WithItem {
    /// The context manager.
    pub context: ExprId,
    /// What the entered value is assigned to.
    pub target: Option<ExprId>,
}

/// `except types as name: body`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExceptHandler {
    /// The class or classes; absent in a bare `except:`.
    pub types: Option<ExprId>,
    /// The variable.
    pub name: Option<NameId>,
    /// The block.
    pub body: Block,
    /// From `except` to the end of the block.
    pub span: Span,
}

/// The parts of a `def` statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Function {
    /// Whether it is `async def`.
    pub is_async: bool,
    /// The name (not mangled).
    pub name: NameId,
    /// The decorators, from top to bottom.
    pub decorators: List<ExprId>,
    /// The type parameters.
    pub type_params: List<TypeParam>,
    /// The parameters.
    pub params: ParamsId,
    /// The annotation of the result.
    pub returns: Option<ExprId>,
    /// The body.
    pub body: Block,
}

/// The parts of a `class` statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Class {
    /// The name (not mangled).
    pub name: NameId,
    /// The decorators, from top to bottom.
    pub decorators: List<ExprId>,
    /// The type parameters.
    pub type_params: List<TypeParam>,
    /// The base classes; `*x` is a `Starred`.
    pub bases: List<ExprId>,
    /// The keyword arguments.
    pub keywords: List<Keyword>,
    /// The body.
    pub body: Block,
}

/// One entry of a type parameter list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TypeParam {
    /// Its name (not mangled).
    pub name: NameId,
    /// Which kind it is.
    pub kind: TypeParamKind,
    /// The default; for a `TypeVarTuple` it may be a `Starred`.
    pub default: Option<ExprId>,
    /// Where it is.
    pub span: Span,
}

/// The kinds of type parameters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TypeParamKind {
    /// `T` or `T: bound`; a `Tuple` as bound means constraints.
    TypeVar {
        /// The bound or constraints.
        bound: Option<ExprId>,
    },
    /// `*Ts`
    TypeVarTuple,
    /// `**P`
    ParamSpec,
}
