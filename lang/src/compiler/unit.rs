//! One code object in the making: its registers, constants, names and enclosing blocks.
//!
//! Registers: parameters, other variables, variables of inlined comprehensions, free variables, and
//! above them the temporaries, handed out like a stack. All locals are known before code is made, so
//! the first temporary has a fixed number.
#![forbid(unsafe_code)]

use rustc_hash::FxHashMap;

use super::asm::Asm;
use super::assemble;
use super::bits::BitSet;
use super::control::Block;
use super::pool::{Constants, Names};
use super::scopes::{Comprehension, Place, ScopeId, ScopeKind, Scopes, uses};
use super::symbols::{Sym, Symbols};
use super::{Compiler, Result};
use crate::bytecode::code::{Code, Const, Local, LocalKind, flags};
use crate::bytecode::instr::{ConstIdx, Instr, NameIdx, Reg};
use crate::bytecode::opcodes::Op;
use crate::syntax::SyntaxError;
use crate::syntax::ast::Span;

/// Registers are numbered with 16 bits; some are kept free for calls.
pub(super) const MAX_REGISTERS: usize = 65_000;

/// A code object in the making.
pub struct Unit {
    /// The scope it belongs to.
    pub scope: ScopeId,
    /// What kind of scope that is.
    pub kind: ScopeKind,
    /// Its name.
    pub name: String,
    /// Its qualified name.
    pub qualname: String,
    /// Line of the definition.
    pub first_line: u32,
    /// Counts of parameters: positional, positional-only, keyword-only.
    pub arg_counts: [u32; 3],
    /// Further bits of `Code::flags`.
    pub flags: u32,
    /// The instructions.
    pub asm: Asm,
    /// The constants.
    pub consts: Constants,
    /// The names.
    pub names: Names,
    /// The inlined comprehensions that code is being made in, innermost last.
    pub inlined: Vec<ScopeId>,
    /// The enclosing blocks, innermost last.
    pub blocks: Vec<Block>,
    /// Attributes that methods assign on `self`, if this is a class.
    pub static_attributes: Vec<Sym>,
    /// Registers whose variables `:=` may change in the middle of an expression.
    named: BitSet,
    registers: FxHashMap<(ScopeId, Sym), Reg>,
    locals: Vec<Local>,
    free: Vec<Sym>,
    /// Number of temporaries handed out now, and at most.
    top: usize,
    max_top: usize,
}

impl Unit {
    /// A unit without instructions, with registers for all variables of the scope.
    pub fn new(
        scopes: &Scopes,
        symbols: &mut Symbols<'_>,
        scope: ScopeId,
        name: &str,
        qualname: String,
    ) -> Result<Unit> {
        let mut unit = Unit {
            scope,
            kind: scopes[scope].kind,
            name: name.to_owned(),
            qualname: if qualname.is_empty() {
                name.to_owned()
            } else {
                qualname
            },
            first_line: 0,
            arg_counts: [0; 3],
            flags: 0,
            asm: Asm::new(0, BitSet::default()),
            consts: Constants::default(),
            names: Names::default(),
            inlined: Vec::new(),
            blocks: Vec::new(),
            static_attributes: Vec::new(),
            named: BitSet::default(),
            registers: FxHashMap::default(),
            locals: Vec::new(),
            free: Vec::new(),
            top: 0,
            max_top: 0,
        };
        let mut unbindable = BitSet::default();
        unit.add_variables(scopes, symbols, scope, &mut unbindable);
        let mut shared = FxHashMap::default();
        unit.add_inlined(scopes, symbols, scope, 0, &mut shared);
        unit.add_free(scopes, symbols, scope);
        if unit.locals.len() > MAX_REGISTERS {
            let message = format!("too many local variables in '{name}'");
            return Err(SyntaxError::new(message, Span::default()));
        }
        unit.asm = Asm::new(unit.locals.len() as u16, unbindable);
        for index in 0..scopes[scope].params.len() {
            unit.bind(Reg(index as u16));
        }
        unit.prologue(scopes);
        Ok(unit)
    }

    fn add_local(&mut self, symbols: &Symbols<'_>, scope: ScopeId, sym: Sym, kind: LocalKind) {
        let reg = Reg(self.locals.len() as u16);
        self.registers.insert((scope, sym), reg);
        self.locals.push(Local {
            name: symbols.text(sym).into(),
            kind,
        });
    }

    fn add_variables(
        &mut self,
        scopes: &Scopes,
        symbols: &mut Symbols<'_>,
        id: ScopeId,
        unbindable: &mut BitSet,
    ) {
        let scope = &scopes[id];
        if scope.kind == ScopeKind::Class {
            for (name, needed) in [
                ("__class__", scope.needs_class_cell),
                ("__classdict__", scope.needs_class_dict),
            ] {
                if needed {
                    let sym = symbols.intern(name);
                    self.add_local(symbols, id, sym, LocalKind::Cell);
                }
            }
        }
        if !scope.kind.is_function_like() {
            return;
        }
        let others = scope.order.iter().filter(|sym| !scope.params.contains(sym));
        for &sym in scope.params.iter().chain(others) {
            let Some(symbol) = scope.symbol(sym) else {
                continue;
            };
            let kind = match symbol.place {
                Place::Local => LocalKind::Plain,
                Place::Cell => LocalKind::Cell,
                _ => continue,
            };
            let index = self.locals.len();
            if symbol.uses & uses::UNBOUND != 0 {
                unbindable.insert(index);
            }
            if symbol.uses & uses::NAMED != 0 {
                self.named.insert(index);
            }
            self.add_local(symbols, id, sym, kind);
        }
    }

    /// Variables of inlined comprehensions. Two that cannot be alive together share a register if
    /// they have the same name and kind.
    fn add_inlined(
        &mut self,
        scopes: &Scopes,
        symbols: &Symbols<'_>,
        id: ScopeId,
        level: usize,
        shared: &mut FxHashMap<(Sym, usize, bool), Reg>,
    ) {
        for &child in &scopes[id].children {
            if !scopes[child].inlined {
                continue;
            }
            for &sym in &scopes[child].order {
                let kind = match scopes[child].symbol(sym).map(|symbol| symbol.place) {
                    Some(Place::Local) => LocalKind::Inlined,
                    Some(Place::Cell) => LocalKind::InlinedCell,
                    _ => continue,
                };
                let key = (sym, level, kind == LocalKind::InlinedCell);
                match shared.get(&key) {
                    Some(&reg) => {
                        self.registers.insert((child, sym), reg);
                    }
                    None => {
                        let reg = Reg(self.locals.len() as u16);
                        shared.insert(key, reg);
                        self.add_local(symbols, child, sym, kind);
                    }
                }
            }
            self.add_inlined(scopes, symbols, child, level + 1, shared);
        }
    }

    fn add_free(&mut self, scopes: &Scopes, symbols: &Symbols<'_>, id: ScopeId) {
        let scope = &scopes[id];
        let is_free = |sym: &&Sym| {
            let symbol = scope.symbol(**sym).unwrap_or_default();
            symbol.place == Place::Free || symbol.uses & uses::FREE_CLASS != 0
        };
        self.free = scope.order.iter().filter(is_free).copied().collect();
        self.free
            .sort_by(|a, b| symbols.text(*a).cmp(symbols.text(*b)));
        for sym in self.free.clone() {
            self.add_local(symbols, id, sym, LocalKind::Free);
        }
    }

    /// The instructions that fill cells and free variables.
    fn prologue(&mut self, scopes: &Scopes) {
        let free = self.free.len();
        let first = self.locals.len() - free;
        if free > 0 {
            self.asm
                .emit(Instr::new(Op::CopyFree, 0, first as u16, 0, free as u16));
        }
        for (index, local) in self.locals.iter().enumerate() {
            if local.kind == LocalKind::Cell {
                self.asm
                    .emit(Instr::new(Op::MakeCell, 0, index as u16, 0, 0));
            }
        }
        if scopes[self.scope].makes_generator() {
            self.asm.emit(Instr::new(Op::ReturnGenerator, 0, 0, 0, 0));
        }
    }

    /// The register of a variable of a scope whose code is in this unit.
    pub fn register(&self, scope: ScopeId, sym: Sym) -> Option<Reg> {
        self.registers.get(&(scope, sym)).copied()
    }

    /// The names of the free variables in the order of the closure tuple.
    pub fn free_names(&self) -> &[Sym] {
        &self.free
    }

    /// Counts a local as bound.
    pub fn bind(&mut self, local: Reg) {
        self.asm.bind(local);
    }

    /// Counts a local as perhaps unbound.
    pub fn forget(&mut self, local: Reg) {
        self.asm.state.bound.remove(local.index());
    }

    /// Whether `:=` may change the local while an expression that reads it is evaluated.
    pub fn is_named(&self, local: Reg) -> bool {
        self.named.contains(local.index())
    }

    /// Whether a register is a temporary.
    pub fn is_temporary(&self, reg: Reg) -> bool {
        reg.index() >= self.locals.len()
    }

    /// Number of temporaries in use, to come back to with [`Unit::release_to`].
    pub fn mark(&self) -> Mark {
        Mark(self.top)
    }

    /// Gives temporaries above the mark back.
    pub fn release_to(&mut self, mark: Mark) {
        self.top = mark.0;
    }

    /// The temporary that is handed out next after `mark`.
    pub fn temporary_at(&self, mark: Mark) -> Reg {
        let index = self.locals.len() + mark.0;
        Reg(index.min(usize::from(u16::MAX)) as u16)
    }

    /// The height at which this temporary is the next one.
    pub fn mark_at(&self, temporary: Reg) -> Mark {
        Mark(usize::from(self.depth_of(temporary)))
    }

    /// Number of the temporary, counted from the first one.
    pub fn depth_of(&self, temporary: Reg) -> u16 {
        temporary.0 - self.locals.len() as u16
    }

    /// Hands out `count` temporaries with consecutive numbers.
    pub fn take(&mut self, count: usize) -> Reg {
        let first = self.temporary_at(Mark(self.top));
        self.top += count;
        self.max_top = self.max_top.max(self.top);
        if self.locals.len() + self.top > MAX_REGISTERS {
            self.asm.abandon();
            self.top -= count;
        }
        first
    }

    /// The temporaries handed out, counted from the first one, as the depth of a handler.
    pub fn depth(&self) -> u16 {
        self.top as u16
    }
}

/// A height of the stack of temporaries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark(usize);

impl Mark {
    /// The height `n` temporaries up.
    pub fn plus(self, n: usize) -> Mark {
        Mark(self.0 + n)
    }
}

impl Compiler<'_> {
    /// Starts a unit for the scope of a node.
    pub fn begin_unit(&mut self, scope: ScopeId, name: &str, span: Span) -> Result {
        let qualname = self.qualified_name(scope, name);
        let mut unit = Unit::new(&self.scopes, &mut self.symbols, scope, name, qualname).map_err(
            |mut error| {
                error.span = span;
                error
            },
        )?;
        unit.first_line = self.source.line_of(span.start);
        unit.asm.span = span;
        self.outer.push(std::mem::replace(&mut self.unit, unit));
        Ok(())
    }

    /// Ends the innermost unit; gives its code and the cells that its closure needs.
    pub fn end_unit(&mut self) -> Result<(Code, Vec<Sym>)> {
        let free = self.unit.free_names().to_vec();
        let code = self.finish_unit()?;
        if let Some(outer) = self.outer.pop() {
            self.unit = outer;
        }
        Ok((code, free))
    }

    /// Makes the code of the present unit.
    pub fn finish_unit(&mut self) -> Result<Code> {
        let end = self.unit.asm.len();
        self.emit(Instr::new(Op::ReturnNone, 0, 0, 0, 0));
        let falls_off = self.unit.asm.len() > end;
        if self.unit.asm.is_abandoned() {
            return Err(self.error("too many temporaries in one function", self.unit.asm.span));
        }
        let unit = &mut self.unit;
        let scope = &self.scopes[unit.scope];
        let mut code = Code {
            name: unit.name.as_str().into(),
            qualname: unit.qualname.as_str().into(),
            filename: self.options.filename.into(),
            first_line: unit.first_line,
            deferral: None,
            sourceless: self.options.sourceless,
            flags: unit.flags,
            arg_count: unit.arg_counts[0],
            posonly_count: unit.arg_counts[1],
            kwonly_count: unit.arg_counts[2],
            nlocals: unit.locals.len() as u16,
            nregs: (unit.locals.len() + unit.max_top) as u16,
            locals: std::mem::take(&mut unit.locals),
            free_count: unit.free.len() as u16,
            ..Code::default()
        };
        if scope.kind.is_function_like() {
            code.flags |= flags::OPTIMIZED | flags::NEWLOCALS;
            code.flags |= match (scope.is_generator, scope.is_coroutine) {
                (true, true) => flags::ASYNC_GENERATOR,
                (true, false) => flags::GENERATOR,
                (false, true) => flags::COROUTINE,
                (false, false) => 0,
            };
        } else if scope.makes_generator() {
            code.flags |= flags::COROUTINE;
        }
        if scope.nested {
            code.flags |= flags::NESTED;
        }
        if self.lazy_annotations {
            code.flags |= flags::FUTURE_ANNOTATIONS;
        }
        if falls_off && scope.kind.is_function() {
            let source = self.source;
            unit.asm.split_exit(|span| source.line_of(span.start));
        }
        let names = std::mem::take(&mut unit.names.list);
        code.names = names
            .iter()
            .map(|&sym| self.symbols.text(sym).into())
            .collect();
        code.consts = std::mem::take(&mut unit.consts).into_list();
        let assembled = assemble::assemble(&self.unit.asm, self.source, &mut code);
        if assembled.is_err() {
            return Err(self.error("the code is too long", self.unit.asm.span));
        }
        Ok(code)
    }

    fn qualified_name(&mut self, scope: ScopeId, name: &str) -> String {
        let units = self.outer.iter().chain([&self.unit]).rev();
        let mut units = units.skip_while(|unit| unit.kind == ScopeKind::TypeParams);
        let Some(parent) = units.next() else {
            return name.to_owned();
        };
        if parent.kind == ScopeKind::Module {
            return name.to_owned();
        }
        let (parent_scope, parent_kind) = (parent.scope, parent.kind);
        let prefix = parent.qualname.clone();
        if matches!(
            self.scopes[scope].kind,
            ScopeKind::Function | ScopeKind::Class
        ) {
            let private = self.scopes[parent_scope].private;
            let sym = self.symbols.intern(name);
            let sym = self.symbols.mangle_text(private, sym);
            let place = self.scopes[parent_scope]
                .symbol(sym)
                .map(|symbol| symbol.place);
            if place == Some(Place::GlobalExplicit) {
                return name.to_owned();
            }
        }
        match parent_kind {
            ScopeKind::Function | ScopeKind::Lambda => format!("{prefix}.<locals>.{name}"),
            ScopeKind::Comprehension(Comprehension::Generator) => {
                format!("{prefix}.<locals>.{name}")
            }
            _ => format!("{prefix}.{name}"),
        }
    }

    /// Records an instruction.
    pub fn emit(&mut self, instr: Instr) {
        self.unit.asm.emit(instr);
    }

    /// Records an instruction with register operands.
    pub fn emit_abc(&mut self, op: Op, a: Reg, b: Reg, c: Reg) {
        self.emit(Instr::new(op, 0, a.0, b.0, c.0));
    }

    /// Records an instruction with two register operands.
    pub fn emit_ab(&mut self, op: Op, a: Reg, b: Reg) {
        self.emit(Instr::new(op, 0, a.0, b.0, 0));
    }

    /// Records an instruction with one register operand.
    pub fn emit_a(&mut self, op: Op, a: Reg) {
        self.emit(Instr::new(op, 0, a.0, 0, 0));
    }

    /// Sets the source of the instructions that follow; gives what it was.
    pub fn at(&mut self, span: Span) -> Span {
        std::mem::replace(&mut self.unit.asm.span, span)
    }

    /// The index of a name.
    pub fn name_index(&mut self, sym: Sym) -> NameIdx {
        self.unit.names.add(sym)
    }

    /// The index of a constant.
    pub fn const_index(&mut self, value: Const) -> ConstIdx {
        self.unit.consts.add(value)
    }
}
