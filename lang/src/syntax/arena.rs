//! The arena that owns a whole syntax tree: typed ids, list ranges, pools, names and constants.
//!
//! Nodes refer to each other by four-byte ids and to their lists of children by ranges into one
//! pool per element type, so a tree is a few dozen vectors: building it never recurses, dropping it
//! never recurses, and an id is `Copy`. Ids and ranges are only meaningful with the [`Ast`] that made
//! them.
//!
//! Invariant: a node is added after its children, so a child's id is smaller than its parent's and
//! every depth is known when the parent is made.
#![forbid(unsafe_code)]

use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::{Index, IndexMut};

use rustc_hash::FxHashMap;

use super::ast::*;
use crate::base::source::Span;

macro_rules! define_ids {
    ($($(#[$doc:meta])* $name:ident => $pool:ident : $node:ty;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
            pub struct $name(NonZeroU32);

            impl $name {
                /// Position of the node in its pool, from zero, in the order of creation.
                pub fn index(self) -> usize {
                    self.0.get() as usize - 1
                }

                fn from_length(length: usize) -> $name {
                    let number = u32::try_from(length).expect("source text is shorter than 4 GiB");
                    $name(NonZeroU32::new(number).expect("called after the node was pushed"))
                }
            }

            impl Index<$name> for Ast {
                type Output = $node;

                fn index(&self, id: $name) -> &$node {
                    &self.$pool[id.index()]
                }
            }

            impl IndexMut<$name> for Ast {
                fn index_mut(&mut self, id: $name) -> &mut $node {
                    &mut self.$pool[id.index()]
                }
            }
        )*
    };
}

define_ids! {
    /// Names one expression.
    ExprId => exprs: Expr;
    /// Names one statement.
    StmtId => stmts: Stmt;
    /// Names one pattern of a `match` statement.
    PatternId => patterns: Pattern;
    /// Names one constant.
    ConstId => constants: Constant;
    /// Names the parameters of one function or lambda.
    ParamsId => parameters: Params;
    /// Names the body of one `def`.
    FunctionId => functions: Function;
    /// Names the body of one `class`.
    ClassId => classes: Class;
}

/// Names one interned identifier (or dotted module name); equal text, equal id.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct NameId(NonZeroU32);

impl NameId {
    /// Position of the name in the table of names, from zero: dense, so it can index a vector.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A list of children: a range of the pool that holds elements of type `T`.
///
/// `&ast[list]` is the slice.
pub struct List<T> {
    start: u32,
    length: u32,
    element: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    /// The list without elements.
    pub const EMPTY: List<T> = List {
        start: 0,
        length: 0,
        element: PhantomData,
    };

    /// How many elements the list has.
    pub fn len(self) -> usize {
        self.length as usize
    }

    /// Whether the list has no elements.
    pub fn is_empty(self) -> bool {
        self.length == 0
    }

    /// The list without its first `count` elements.
    pub fn skip(self, count: usize) -> List<T> {
        let count = count.min(self.len()) as u32;
        List {
            start: self.start + count,
            length: self.length - count,
            element: PhantomData,
        }
    }

    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> List<T> {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List::EMPTY
    }
}

impl<T> PartialEq for List<T> {
    fn eq(&self, other: &List<T>) -> bool {
        self.length == other.length && (self.start == other.start || self.length == 0)
    }
}

impl<T> Eq for List<T> {}

impl<T> std::fmt::Debug for List<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "List({}..{})", self.start, self.start + self.length)
    }
}

/// Something that can stand in a [`List`].
pub trait Listed: Copy + Sized {
    /// The pool of the tree that holds lists of this type.
    fn pool(lists: &Lists) -> &Vec<Self>;
    /// The same pool, to add to it.
    fn pool_mut(lists: &mut Lists) -> &mut Vec<Self>;
}

macro_rules! define_lists {
    ($($field:ident: $element:ty,)*) => {
        /// One pool of list elements per element type.
        #[derive(Default, Debug, Clone)]
        pub struct Lists {
            $($field: Vec<$element>,)*
        }

        $(
            impl Listed for $element {
                fn pool(lists: &Lists) -> &Vec<$element> {
                    &lists.$field
                }

                fn pool_mut(lists: &mut Lists) -> &mut Vec<$element> {
                    &mut lists.$field
                }
            }
        )*
    };
}

define_lists! {
    exprs: ExprId,
    stmts: StmtId,
    patterns: PatternId,
    names: NameId,
    keywords: Keyword,
    comparisons: Comparison,
    dict_items: DictItem,
    generators: Generator,
    fstring_parts: FStringPart,
    params: Param,
    aliases: Alias,
    with_items: WithItem,
    branches: IfBranch,
    handlers: ExceptHandler,
    cases: MatchCase,
    mapping_patterns: MappingPattern,
    keyword_patterns: KeywordPattern,
    type_params: TypeParam,
}

impl<T: Listed> Index<List<T>> for Ast {
    type Output = [T];

    fn index(&self, list: List<T>) -> &[T] {
        &T::pool(&self.lists)[list.range()]
    }
}

/// A whole syntax tree and everything it owns.
#[derive(Clone)]
pub struct Ast {
    /// What the tree is a tree of.
    pub root: Root,
    /// What the lexer found questionable though legal, in source order.
    pub warnings: Vec<SyntaxWarning>,
    max_depth: u32,
    exprs: Vec<Expr>,
    stmts: Vec<Stmt>,
    patterns: Vec<Pattern>,
    constants: Vec<Constant>,
    parameters: Vec<Params>,
    functions: Vec<Function>,
    classes: Vec<Class>,
    lists: Lists,
    names: Vec<Box<str>>,
    name_ids: FxHashMap<Box<str>, NameId>,
}

impl std::fmt::Debug for Ast {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (stmts, exprs) = (self.stmts.len(), self.exprs.len());
        write!(
            f,
            "Ast({:?}, {stmts} statements, {exprs} expressions)",
            self.root
        )
    }
}

impl Default for Ast {
    fn default() -> Ast {
        Ast::new()
    }
}

impl Ast {
    /// An empty module.
    pub fn new() -> Ast {
        Ast {
            root: Root::Module(Block::EMPTY),
            warnings: Vec::new(),
            max_depth: 0,
            exprs: Vec::new(),
            stmts: Vec::new(),
            patterns: Vec::new(),
            constants: Vec::new(),
            parameters: Vec::new(),
            functions: Vec::new(),
            classes: Vec::new(),
            lists: Lists::default(),
            names: Vec::new(),
            name_ids: FxHashMap::default(),
        }
    }

    /// The text of a name.
    pub fn name(&self, id: NameId) -> &str {
        &self.names[id.index()]
    }

    /// The text of the name at this position in the table of names.
    pub fn name_at(&self, index: usize) -> &str {
        &self.names[index]
    }

    /// The number of different names, so that a vector can be indexed by [`NameId::index`].
    pub fn name_count(&self) -> usize {
        self.names.len()
    }

    /// The id of a name that occurs in the tree.
    pub fn find_name(&self, text: &str) -> Option<NameId> {
        self.name_ids.get(text).copied()
    }

    /// Interns a name. The caller has normalised it.
    pub fn intern(&mut self, text: &str) -> NameId {
        if let Some(&id) = self.name_ids.get(text) {
            return id;
        }
        self.names.push(text.into());
        let number = u32::try_from(self.names.len()).expect("source text is shorter than 4 GiB");
        let id = NameId(NonZeroU32::new(number).expect("a name was pushed"));
        self.name_ids.insert(text.into(), id);
        id
    }

    /// The number of expressions, so that a vector can be indexed by [`ExprId::index`].
    pub fn expr_count(&self) -> usize {
        self.exprs.len()
    }

    /// The ids of all expressions in the order of their creation: children before parents.
    pub fn expr_ids(&self) -> impl Iterator<Item = ExprId> + use<> {
        (1..=self.exprs.len()).map(ExprId::from_length)
    }

    /// The number of statements, so that a vector can be indexed by [`StmtId::index`].
    pub fn stmt_count(&self) -> usize {
        self.stmts.len()
    }

    /// The depth of the deepest expression.
    pub fn max_depth(&self) -> u32 {
        self.max_depth
    }

    /// All expressions, children before their parents. Besides those of the tree there may be a few that
    /// the parser took apart again.
    pub fn exprs(&self) -> &[Expr] {
        &self.exprs
    }

    /// All statements, those of a block before the statement that holds it.
    pub fn stmts(&self) -> &[Stmt] {
        &self.stmts
    }

    /// All patterns, children before their parents.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// Adds an expression; its depth follows from its children, which are already there.
    pub fn add_expr(&mut self, kind: ExprKind, span: Span) -> ExprId {
        let depth = self.depth_of(&kind);
        self.max_depth = self.max_depth.max(depth);
        self.exprs.push(Expr {
            kind,
            span,
            depth,
            parenthesised: false,
        });
        ExprId::from_length(self.exprs.len())
    }

    /// Adds a statement.
    pub fn add_stmt(&mut self, kind: StmtKind, span: Span) -> StmtId {
        self.stmts.push(Stmt { kind, span });
        StmtId::from_length(self.stmts.len())
    }

    /// Adds a pattern.
    pub fn add_pattern(&mut self, kind: PatternKind, span: Span) -> PatternId {
        self.patterns.push(Pattern { kind, span });
        PatternId::from_length(self.patterns.len())
    }

    /// Adds a constant.
    pub fn add_constant(&mut self, constant: Constant) -> ConstId {
        self.constants.push(constant);
        ConstId::from_length(self.constants.len())
    }

    /// Adds the parameters of a function or lambda.
    pub fn add_params(&mut self, params: Params) -> ParamsId {
        self.parameters.push(params);
        ParamsId::from_length(self.parameters.len())
    }

    /// Adds the body of a `def`.
    pub fn add_function(&mut self, function: Function) -> FunctionId {
        self.functions.push(function);
        FunctionId::from_length(self.functions.len())
    }

    /// Adds the body of a `class`.
    pub fn add_class(&mut self, class: Class) -> ClassId {
        self.classes.push(class);
        ClassId::from_length(self.classes.len())
    }

    /// Copies elements into their pool.
    pub fn add_list<T: Listed>(&mut self, elements: &[T]) -> List<T> {
        let pool = T::pool_mut(&mut self.lists);
        let start = u32::try_from(pool.len()).expect("source text is shorter than 4 GiB");
        pool.extend_from_slice(elements);
        List {
            start,
            length: elements.len() as u32,
            element: PhantomData,
        }
    }

    /// The child along which trees grow long rather than deep: what stands left of an operator, a
    /// `.name`, a `[…]` or a `(…)`. A walker follows it with a loop; [`Expr::depth`] does not count it.
    pub fn spine_child(&self, id: ExprId) -> Option<ExprId> {
        match self[id].kind {
            ExprKind::BinOp { left, .. } => Some(left),
            ExprKind::Attribute { value, .. } => Some(value),
            ExprKind::Subscript { value, .. } => Some(value),
            ExprKind::Call { func, .. } => Some(func),
            _ => None,
        }
    }

    /// Calls `visit` for each direct child expression, in source order. Does not enter the bodies of
    /// lambdas' parameters other than their defaults.
    pub fn for_each_child(&self, id: ExprId, visit: &mut dyn FnMut(ExprId)) {
        self.for_each_child_of(&self[id].kind, visit);
    }

    fn for_each_child_of(&self, kind: &ExprKind, visit: &mut dyn FnMut(ExprId)) {
        match *kind {
            ExprKind::Constant(_) | ExprKind::Name(_) => {}
            ExprKind::Attribute { value, .. }
            | ExprKind::Starred(value)
            | ExprKind::Await(value)
            | ExprKind::YieldFrom(value)
            | ExprKind::UnaryOp { operand: value, .. } => visit(value),
            ExprKind::Yield(value) => value.into_iter().for_each(visit),
            ExprKind::Subscript { value, index } => [value, index].into_iter().for_each(visit),
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().flatten().for_each(visit);
            }
            ExprKind::Call {
                func,
                args,
                keywords,
            } => {
                visit(func);
                self[args].iter().copied().for_each(&mut *visit);
                self[keywords]
                    .iter()
                    .for_each(|keyword| visit(keyword.value));
            }
            ExprKind::BinOp { left, right, .. } => [left, right].into_iter().for_each(visit),
            ExprKind::BoolOp { values, .. } => self[values].iter().copied().for_each(visit),
            ExprKind::Compare { left, rest } => {
                visit(left);
                self[rest]
                    .iter()
                    .for_each(|comparison| visit(comparison.right));
            }
            ExprKind::IfExp { test, body, orelse } => {
                [body, test, orelse].into_iter().for_each(visit);
            }
            ExprKind::Lambda { params, body } => {
                let params = &self[params];
                for param in params.iter(self) {
                    param.default.into_iter().for_each(&mut *visit);
                }
                visit(body);
            }
            ExprKind::Named { target, value } => [target, value].into_iter().for_each(visit),
            ExprKind::Tuple(elements) | ExprKind::List(elements) | ExprKind::Set(elements) => {
                self[elements].iter().copied().for_each(visit);
            }
            ExprKind::Dict(items) => {
                for item in &self[items] {
                    item.key.into_iter().for_each(&mut *visit);
                    visit(item.value);
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
                visit(element);
                self.for_each_in_generators(generators, visit);
            }
            ExprKind::DictComp {
                key,
                value,
                generators,
            } => {
                visit(key);
                visit(value);
                self.for_each_in_generators(generators, visit);
            }
            ExprKind::JoinedStr(parts) => self.for_each_in_parts(parts, visit),
        }
    }

    fn for_each_in_generators(&self, list: List<Generator>, visit: &mut dyn FnMut(ExprId)) {
        for generator in &self[list] {
            visit(generator.target);
            visit(generator.iter);
            self[generator.conditions]
                .iter()
                .copied()
                .for_each(&mut *visit);
        }
    }

    /// Recurses into nested format specifications, whose nesting the lexer bounds.
    fn for_each_in_parts(&self, parts: List<FStringPart>, visit: &mut dyn FnMut(ExprId)) {
        for part in &self[parts] {
            if let FStringPart::Field(field) = part {
                visit(field.expr);
                if let Some(spec) = field.spec {
                    self.for_each_in_parts(spec, visit);
                }
            }
        }
    }

    fn depth_of(&self, kind: &ExprKind) -> u32 {
        let spine = match *kind {
            ExprKind::BinOp { left, .. } => Some(left),
            ExprKind::Attribute { value, .. } => Some(value),
            ExprKind::Subscript { value, .. } => Some(value),
            ExprKind::Call { func, .. } => Some(func),
            _ => None,
        };
        let mut depth = 1;
        self.for_each_child_of(kind, &mut |child| {
            let own = self[child].depth;
            depth = depth.max(if Some(child) == spine {
                own
            } else {
                own.saturating_add(1)
            });
        });
        depth
    }
}
