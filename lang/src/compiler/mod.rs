//! From syntax tree to bytecode: scopes, registers, code.
//!
//! Three passes over the tree: `fold.rs` evaluates constant expressions, `scope_builder.rs` and
//! `scope_analysis.rs` decide where names live, the rest generates code, one `Unit` per function,
//! class body or module. `asm.rs` keeps account of live temporaries and surely bound locals while
//! instructions are recorded; `assemble.rs` lays them out. No objects, no I/O.
//!
//! Invariant: recursion follows the nesting that the parser bounds (blocks, brackets) or that
//! `scope_builder.rs` refuses beyond a limit; chains (`a+b+c…`, `a.b.c…`, `f()()…`) are walked with loops.
#![forbid(unsafe_code)]

mod asm;
mod assemble;
mod assign;
mod bits;
mod calls;
mod class;
mod comprehensions;
mod conditions;
mod control;
mod expr;
mod fold;
mod fold_ops;
mod fstring;
mod function;
mod future;
mod generators;
mod imports;
mod names;
mod operators;
mod patterns;
mod pool;
mod questionable;
mod scope_analysis;
mod scope_builder;
mod scopes;
mod stmt;
mod super_;
mod symbols;
mod targets;
mod try_;
mod try_star;
mod type_params;
mod unit;
mod with_;

use crate::base::source::Source;
use crate::bytecode::code::Code;
use crate::syntax::ast::{Ast, Root, Span, SyntaxWarning};
use crate::syntax::{Extent, SyntaxError};
use scope_builder::ScopeBuilder;
use scopes::{ScopeId, ScopeKey, Scopes};
use symbols::Symbols;
use unit::Unit;

/// How to compile.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// What tracebacks call the source.
    pub filename: &'a str,
    /// 1 leaves out `assert` and `if __debug__`, 2 also docstrings.
    pub optimize: u8,
    /// Annotations become text, as if the source asked for it.
    pub future_annotations: bool,
    /// The code runs with a namespace that is the globals (a module): names are compiled as globals.
    /// Otherwise they go through the namespace mapping first, as `exec` and `eval` need.
    pub namespace_is_globals: bool,
    /// The code is marked as one whose source text nobody keeps.
    pub sourceless: bool,
    /// `await`, `async for` and `async with` may stand outside functions; they make a coroutine of the module's code.
    pub top_level_await: bool,
}

impl<'a> Options<'a> {
    /// The options for a module.
    pub fn module(filename: &'a str) -> Options<'a> {
        Options {
            filename,
            optimize: 0,
            future_annotations: false,
            namespace_is_globals: true,
            sourceless: false,
            top_level_await: false,
        }
    }
}

/// What compiling gives.
#[derive(Debug)]
pub struct Compiled {
    /// The code.
    pub code: Code,
    /// Legal but questionable pieces of the source.
    pub warnings: Vec<SyntaxWarning>,
    /// Whether the source asked for annotations as text.
    pub future_annotations: bool,
}

type Result<T = ()> = std::result::Result<T, SyntaxError>;

/// Compiles a whole tree.
pub fn compile(ast: &Ast, source: &Source, options: &Options<'_>) -> Result<Compiled> {
    compile_tree(ast, source, options).map_err(|mut error| {
        error.extent = Extent::Bytes;
        error
    })
}

fn compile_tree(ast: &Ast, source: &Source, options: &Options<'_>) -> Result<Compiled> {
    let future = future::find(ast)?;
    let lazy_annotations = options.future_annotations || future.annotations;
    let mut symbols = Symbols::new(ast);
    let mut scopes =
        ScopeBuilder::build(ast, &mut symbols, lazy_annotations, options.top_level_await)?;
    let root = scopes.of(ScopeKey::Root);
    scope_analysis::resolve(&mut scopes, &symbols, root)?;
    let folded = fold::Folded::of(ast, options.optimize == 0);
    let unit = Unit::new(&scopes, &mut symbols, root, "<module>", String::new())?;
    let mut compiler = Compiler {
        ast,
        source,
        options,
        lazy_annotations,
        interactive: false,
        future_end: future.end,
        symbols,
        scopes,
        folded,
        unit,
        outer: Vec::new(),
        warnings: ast.warnings.clone(),
    };
    let code = compiler.root()?;
    debug_assert_eq!(
        crate::bytecode::verify::verify(&code),
        Ok(()),
        "the compiler makes sound code"
    );
    Ok(Compiled {
        code,
        warnings: compiler.warnings,
        future_annotations: lazy_annotations,
    })
}

/// The state of one compilation. Its methods are spread over the files of this folder, by idea.
struct Compiler<'a> {
    ast: &'a Ast,
    source: &'a Source,
    options: &'a Options<'a>,
    lazy_annotations: bool,
    /// Expression statements of the module show their values.
    interactive: bool,
    /// Offset after the last `from __future__ import` that stands where it may.
    future_end: u32,
    symbols: Symbols<'a>,
    scopes: Scopes,
    folded: fold::Folded,
    /// The code object being made.
    unit: Unit,
    /// The ones around it.
    outer: Vec<Unit>,
    warnings: Vec<SyntaxWarning>,
}

impl Compiler<'_> {
    fn root(&mut self) -> Result<Code> {
        self.unit.first_line = 1;
        match self.ast.root {
            Root::Module(block) => self.module_body(block, false)?,
            Root::Interactive(block) => self.module_body(block, true)?,
            Root::Expression(expr) => {
                let value = self.operand(expr)?;
                self.emit_return(value);
            }
            Root::FunctionType { returns, .. } => {
                return Err(self.error("a signature comment has no code", self.ast[returns].span));
            }
        }
        self.finish_unit()
    }

    /// A `SyntaxError` at a place.
    #[cold]
    fn error(&self, message: impl Into<std::borrow::Cow<'static, str>>, span: Span) -> SyntaxError {
        SyntaxError::new(message, span)
    }

    fn scope_of(&self, key: ScopeKey) -> ScopeId {
        self.scopes.of(key)
    }
}
