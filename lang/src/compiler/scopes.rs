//! Scopes: for every function, class, comprehension and type-parameter list, which names it has and
//! where each of them lives. Filled by `scope_builder.rs`, resolved by `scope_analysis.rs`, read by
//! code generation.
#![forbid(unsafe_code)]

use rustc_hash::{FxHashMap, FxHashSet};

use super::symbols::Sym;
use crate::syntax::ast::{ClassId, ExprId, FunctionId, NameId, Span, StmtId};

/// Names one scope.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ScopeId(pub u32);

/// The node that a scope belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ScopeKey {
    /// The whole text.
    Root,
    /// The body of a `def`.
    Function(FunctionId),
    /// The body of a `class`.
    Class(ClassId),
    /// A lambda or comprehension.
    Expr(ExprId),
    /// The type parameters of a `def`.
    FunctionParams(FunctionId),
    /// The type parameters of a `class`.
    ClassParams(ClassId),
    /// The type parameters of a `type` statement.
    AliasParams(StmtId),
    /// The value of a `type` statement.
    AliasValue(StmtId),
    /// The bound, constraints or default of a type parameter.
    TypeVariable(ExprId),
    /// An annotation that is never evaluated.
    Annotation(ExprId),
}

/// The kinds of comprehensions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comprehension {
    /// `[…]`
    List,
    /// `{…}`
    Set,
    /// `{…: …}`
    Dict,
    /// `(…)`
    Generator,
}

impl Comprehension {
    /// What messages call it.
    pub fn description(self) -> &'static str {
        match self {
            Comprehension::List => "list comprehension",
            Comprehension::Set => "set comprehension",
            Comprehension::Dict => "dict comprehension",
            Comprehension::Generator => "generator expression",
        }
    }
}

/// The kinds of scopes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeKind {
    /// A module, or what `exec` and `eval` run.
    Module,
    /// A class body.
    Class,
    /// A `def`.
    Function,
    /// A lambda.
    Lambda,
    /// A comprehension.
    Comprehension(Comprehension),
    /// A list of type parameters.
    TypeParams,
    /// The value of a `type` statement.
    TypeAlias,
    /// Something lazily evaluated about a type parameter; what messages call it.
    TypeVariable(&'static str),
    /// An annotation under `from __future__ import annotations`.
    Annotation,
}

impl ScopeKind {
    /// Whether variables live in registers.
    pub fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }

    /// Whether CPython calls it a function block, as opposed to the scopes of type parameters.
    pub fn is_function(self) -> bool {
        matches!(
            self,
            ScopeKind::Function | ScopeKind::Lambda | ScopeKind::Comprehension(_)
        )
    }
}

/// What happens to a name in a scope.
pub mod uses {
    /// Declared `global`.
    pub const GLOBAL: u16 = 1;
    /// Declared `nonlocal`.
    pub const NONLOCAL: u16 = 2;
    /// Bound by assignment, `def`, `class`, `for`, …
    pub const ASSIGNED: u16 = 4;
    /// A parameter.
    pub const PARAM: u16 = 8;
    /// Read.
    pub const USED: u16 = 16;
    /// Annotated.
    pub const ANNOTATED: u16 = 32;
    /// Bound by an import.
    pub const IMPORTED: u16 = 64;
    /// The iteration variable of a comprehension.
    pub const ITERATION: u16 = 128;
    /// A type parameter.
    pub const TYPE_PARAM: u16 = 256;
    /// Bound by `:=`, so a borrowed operand could change under evaluation.
    pub const NAMED: u16 = 512;
    /// Unbound somewhere by `del` or at the end of `except … as`.
    pub const UNBOUND: u16 = 1024;
    /// Assigned at class level and also free in a function below it.
    pub const FREE_CLASS: u16 = 2048;

    /// All ways to be bound here.
    pub const BOUND: u16 = ASSIGNED | PARAM | IMPORTED | TYPE_PARAM;
}

/// Where a name lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Place {
    /// A variable of this scope that nothing else needs.
    Local,
    /// A variable of this scope that a function below captures.
    Cell,
    /// A variable of a function around this scope.
    Free,
    /// A global, declared.
    GlobalExplicit,
    /// A global or built-in, since nobody binds it.
    #[default]
    GlobalImplicit,
}

/// One name in one scope.
#[derive(Clone, Copy, Debug, Default)]
pub struct Symbol {
    /// Bits of [`uses`].
    pub uses: u16,
    /// Where it lives; known after the analysis.
    pub place: Place,
}

/// One scope.
#[derive(Debug)]
pub struct Scope {
    /// What it is.
    pub kind: ScopeKind,
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// The scopes directly in it, in source order.
    pub children: Vec<ScopeId>,
    /// Its names in the order of their first occurrence.
    pub order: Vec<Sym>,
    /// Its names.
    pub symbols: FxHashMap<Sym, Symbol>,
    /// Parameters in register order.
    pub params: Vec<Sym>,
    /// The class whose name mangles private names here.
    pub private: Option<NameId>,
    /// If present, only these names are mangled (type parameters of a class).
    pub mangled_only: Option<FxHashSet<NameId>>,
    /// Where names were declared `global` or `nonlocal`.
    pub directives: Vec<(Sym, Span)>,
    /// Contains `yield`.
    pub is_generator: bool,
    /// Is `async`, or a comprehension that awaits.
    pub is_coroutine: bool,
    /// Contains `return value`.
    pub returns_value: bool,
    /// Lies in a function.
    pub nested: bool,
    /// A comprehension whose code is part of the enclosing function's.
    pub inlined: bool,
    /// A method needs the `__class__` cell.
    pub needs_class_cell: bool,
    /// An annotation scope needs the class namespace.
    pub needs_class_dict: bool,
    /// An annotation scope directly in a class body.
    pub sees_class: bool,
    /// Depth of comprehension iterables being visited.
    pub iterable_depth: u32,
    /// Whether a comprehension target is being visited.
    pub in_target: bool,
}

impl Scope {
    /// A name's entry.
    pub fn symbol(&self, sym: Sym) -> Option<Symbol> {
        self.symbols.get(&sym).copied()
    }

    /// Whether calls of its code make a generator, a coroutine or an asynchronous generator.
    pub fn makes_generator(&self) -> bool {
        self.is_coroutine && self.kind == ScopeKind::Module
            || self.kind.is_function_like() && (self.is_generator || self.is_coroutine)
    }

    /// What happens to a name here.
    pub fn uses(&self, sym: Sym) -> u16 {
        self.symbols.get(&sym).map_or(0, |symbol| symbol.uses)
    }
}

/// All scopes of a text.
#[derive(Default)]
pub struct Scopes {
    scopes: Vec<Scope>,
    by_node: FxHashMap<ScopeKey, ScopeId>,
}

impl Scopes {
    /// The scope of a node. Every node that has one was visited by the builder.
    pub fn of(&self, key: ScopeKey) -> ScopeId {
        self.by_node[&key]
    }

    /// Adds a scope below its parent.
    pub fn add(&mut self, key: ScopeKey, scope: Scope) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        if let Some(parent) = scope.parent {
            self[parent].children.push(id);
        }
        self.scopes.push(scope);
        self.by_node.insert(key, id);
        id
    }
}

impl std::ops::Index<ScopeId> for Scopes {
    type Output = Scope;

    fn index(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }
}

impl std::ops::IndexMut<ScopeId> for Scopes {
    fn index_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }
}
