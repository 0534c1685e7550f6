//! `Code`: one compiled function, class body or module as plain data. The compiler fills it, the
//! verifier checks it, the VM turns it into a heap object when it loads it.

use super::image::Deferral;
use crate::base::sync::Arc;
use num_bigint::BigInt;

/// Flag bits of [`Code::flags`]; the values are those that `co_flags` shows.
pub mod flags {
    /// Locals live in registers.
    pub const OPTIMIZED: u32 = 0x1;
    /// A call makes a new namespace.
    pub const NEWLOCALS: u32 = 0x2;
    /// Has a `*args` parameter.
    pub const VARARGS: u32 = 0x4;
    /// Has a `**kwargs` parameter.
    pub const VARKEYWORDS: u32 = 0x8;
    /// Nested in a function.
    pub const NESTED: u32 = 0x10;
    /// A call makes a generator.
    pub const GENERATOR: u32 = 0x20;
    /// A call makes a coroutine.
    pub const COROUTINE: u32 = 0x80;
    /// A generator that may be awaited.
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    /// A call makes an asynchronous generator.
    pub const ASYNC_GENERATOR: u32 = 0x200;
    /// Compiled under `from __future__ import annotations`.
    pub const FUTURE_ANNOTATIONS: u32 = 0x100_0000;
    /// The first constant is the docstring.
    pub const HAS_DOCSTRING: u32 = 0x400_0000;
    /// Defined directly in a class body.
    pub const METHOD: u32 = 0x800_0000;
    /// The flags that programs do not see.
    pub const OWN: u32 = HAS_DOCSTRING | METHOD;
}

/// A constant.
#[derive(Clone, Debug)]
pub enum Const {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// An integer of at most 64 bits.
    Int(i64),
    /// A larger integer.
    BigInt(BigInt),
    /// A float.
    Float(f64),
    /// A complex number: real and imaginary part.
    Complex(f64, f64),
    /// Text in UTF-8 that may hold encoded lone surrogates.
    Str(Box<[u8]>),
    /// Bytes.
    Bytes(Box<[u8]>),
    /// A tuple.
    Tuple(Box<[Const]>),
    /// A frozenset, made from a set display after `in`.
    FrozenSet(Box<[Const]>),
    /// The code of a nested function or class body.
    Code(Arc<Code>),
}

impl Const {
    /// A text constant.
    pub fn text(text: &str) -> Const {
        Const::Str(text.as_bytes().into())
    }
}

/// What a local register holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalKind {
    /// A parameter or other local variable, as a plain value.
    Plain,
    /// A variable in a cell that this function makes (`MAKE_CELL`); a parameter may be one.
    Cell,
    /// A cell that comes from the function's closure (`COPY_FREE`).
    Free,
    /// A variable of an inlined comprehension, as a plain value.
    Inlined,
    /// A variable of an inlined comprehension, in a cell.
    InlinedCell,
}

/// The variable in one local register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local {
    /// Its name (mangled in classes).
    pub name: Box<str>,
    /// How the register holds it.
    pub kind: LocalKind,
}

/// One region of instruction words and its handler. Regions are listed innermost first: the first
/// entry that contains the raising word is the one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First word of the region.
    pub start: u32,
    /// First word after it.
    pub end: u32,
    /// Word index of the handler.
    pub target: u32,
    /// Temporaries from `nlocals + depth` on are dropped before the handler runs.
    pub depth: u16,
}

/// Live temporaries before each instruction of a region. Regions are sorted by `start`, each lasts
/// until the next begins; lookup is a binary search by the raising instruction's own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Liveness {
    /// First word of the region.
    pub start: u32,
    /// Index into `Code::live_sets`.
    pub set: u32,
}

/// A set of temporaries, counted from register `nlocals`. Mostly a prefix (all below some depth), but not always: the words of the prefix are
/// only counted, so that the sets of an expression as deep as a function may be take little memory.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct LiveSet {
    /// How many times 64 temporaries, from the first one, are all in the set.
    full_words: u32,
    /// The bits of the others.
    rest: Box<[u64]>,
}

impl LiveSet {
    /// The set in which bit `i` of the words stands for temporary `i`.
    pub fn of_words(words: &[u64]) -> LiveSet {
        let full = words.iter().take_while(|word| **word == u64::MAX).count();
        LiveSet {
            full_words: full as u32,
            rest: words[full..].into(),
        }
    }

    /// The set as [`LiveSet::of_words`] takes it.
    pub fn to_words(&self) -> Vec<u64> {
        let mut words = vec![u64::MAX; self.full_words as usize];
        words.extend_from_slice(&self.rest);
        words
    }

    /// The temporaries in the set, in ascending order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u16> + '_ {
        let full = self.full_words as usize * 64;
        let rest = self.rest.iter().enumerate();
        let rest = rest.flat_map(move |(i, &word)| Bits(word).map(move |bit| full + i * 64 + bit));
        (0..full).chain(rest).map(|i| i as u16)
    }

    /// Whether temporary number `i` is in the set.
    pub fn contains(&self, i: u16) -> bool {
        match (i as usize / 64).checked_sub(self.full_words as usize) {
            None => true,
            Some(word) => self
                .rest
                .get(word)
                .is_some_and(|word| word >> (i % 64) & 1 != 0),
        }
    }
}

/// The numbers of the bits that are set in a word.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;
    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros();
        self.0 &= self.0 - 1;
        Some(bit as usize)
    }
}

impl DoubleEndedIterator for Bits {
    fn next_back(&mut self) -> Option<usize> {
        let bit = self.0.checked_ilog2()?;
        self.0 &= !(1 << bit);
        Some(bit as usize)
    }
}

/// A source range: lines count from 1, columns are byte offsets in the line. Line 0 means that the
/// instruction belongs to no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct Position {
    /// First line.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// Column in the first line.
    pub column: u32,
    /// Column after the end in the last line.
    pub end_column: u32,
}

/// The position of all words from `start` to the next entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineEntry {
    /// First word.
    pub start: u32,
    /// Where it comes from.
    pub position: Position,
}

/// One compiled function, class body or module.
#[derive(Clone, Debug, Default)]
pub struct Code {
    /// Name.
    pub name: Box<str>,
    /// Qualified name.
    pub qualname: Box<str>,
    /// Name of the source file.
    pub filename: Box<str>,
    /// Line of the definition.
    pub first_line: u32,
    /// The body is still to be read from an image; this code has none.
    pub deferral: Option<Deferral>,
    /// The source text is not kept, and `filename` names no file: reports show no lines.
    pub sourceless: bool,
    /// See [`flags`].
    pub flags: u32,
    /// Number of positional parameters, positional-only ones included.
    pub arg_count: u32,
    /// Number of positional-only parameters.
    pub posonly_count: u32,
    /// Number of keyword-only parameters.
    pub kwonly_count: u32,
    /// Number of local registers: the parameters (positional, keyword-only, `*args`, `**kwargs`),
    /// other variables, cells, and last the free variables.
    pub nlocals: u16,
    /// Number of registers, temporaries included.
    pub nregs: u16,
    /// Variables of the registers below `nlocals`.
    pub locals: Vec<Local>,
    /// Number of free variables; they are the last locals, in the order of the closure tuple.
    pub free_count: u16,
    /// Names of globals, attributes and imports.
    pub names: Vec<Box<str>>,
    /// Constants.
    pub consts: Vec<Const>,
    /// Instruction, operand and cache words.
    pub words: Vec<u64>,
    /// Exception table.
    pub handlers: Vec<Handler>,
    /// Liveness table.
    pub liveness: Vec<Liveness>,
    /// The distinct sets of the liveness table.
    pub live_sets: Vec<LiveSet>,
    /// Line table, sorted by `start`.
    pub lines: Vec<LineEntry>,
}

impl Code {
    /// The source position of the instruction at `word`.
    pub fn position(&self, word: usize) -> Position {
        let after = self
            .lines
            .partition_point(|entry| entry.start as usize <= word);
        after
            .checked_sub(1)
            .map_or_else(Position::default, |i| self.lines[i].position)
    }

    /// The temporaries that are live before the instruction at `word`.
    pub fn live_before(&self, word: usize) -> Option<&LiveSet> {
        let after = self
            .liveness
            .partition_point(|entry| entry.start as usize <= word);
        after
            .checked_sub(1)
            .and_then(|i| self.live_sets.get(self.liveness[i].set as usize))
    }

    /// The innermost handler of the instruction at `word`.
    pub fn handler(&self, word: usize) -> Option<&Handler> {
        self.handlers
            .iter()
            .find(|h| (h.start as usize..h.end as usize).contains(&word))
    }

    /// Number of parameter registers.
    pub fn param_count(&self) -> u32 {
        self.arg_count
            + self.kwonly_count
            + u32::from(self.flags & flags::VARARGS != 0)
            + u32::from(self.flags & flags::VARKEYWORDS != 0)
    }
}
