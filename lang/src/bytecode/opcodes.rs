//! THE opcode table. One line per opcode states its mnemonic, what each operand field means, how
//! many extra words follow, whether it can raise, where control goes, and its effect in register
//! notation. The enum, the names, the disassembler, the verifier and `docs/bytecode.md` all come
//! from here.
//!
//! Notation of effects: `a`, `b`, `c` are the registers (or operands) in those fields, `x` the small
//! field, `[b..b+n]` is the window of `n` consecutive temporaries that begins at register `b`.
//!
//! **Registers.** Registers below `Code::nlocals` are locals; the others are temporaries. A `Src`
//! operand that is a local is borrowed; one that is a temporary is *consumed*: dead afterwards. A
//! `Peek` operand is never consumed. Windows (`Take`) always lie in temporaries and are consumed.
//!
//! **Destinations.** `Dst` is a temporary that is dead before the instruction or consumed by it, or
//! a local that is also a source operand of the same instruction (`x = x + 1`); `DstL` is any local,
//! whose old value is dropped after the result is known. No destination is written when the
//! instruction raises.
//!
//! **Raising.** An instruction that raises has consumed nothing (`Raise::Yes`), except those marked
//! `Raise::Consumed`, whose temporaries are gone whatever happens.
//!
//! **Jumps** count words from the instruction after this one, that is, after its operand and cache
//! words. Only `LOOP*`, `FOR_ITER*` jump backward; each begins with the safepoint, before it has done
//! anything, so a cold path may serve the safepoint and run the instruction afresh.
//!
//! **Extra words.** Operand words come first, then cache words.
//!
//! **Calls and windows.** A callee's registers may overlap the caller's above the call's base, so at
//! an instruction whose operand is a `Take` window with `Callee` extent no temporary above the window
//! is live. The verifier checks this.

/// What one operand field of an instruction means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The field is unused and zero. In specialisable instructions the VM may keep a counter in `x`.
    No,
    /// Register written: a dead or just consumed temporary, or a local that is also a source.
    Dst,
    /// Local register written; its old value is dropped.
    DstL,
    /// Register read: a local is borrowed, a temporary consumed.
    Src,
    /// Register read and not consumed.
    Peek,
    /// A local register, used in place (a cell, or a variable to check or unbind).
    Local,
    /// First register of a window of temporaries that is consumed.
    Take(Extent),
    /// First register of a window of temporaries that is written.
    Give(Extent),
    /// Temporary written only when the jump is taken.
    DstOnJump,
    /// Local written only when the jump is taken; its old value is dropped.
    DstLOnJump,
    /// Temporary read; consumed only when control falls through.
    TakeOnFall,
    /// A delegated iterator in this register and the value to send in the next one: see `SEND`.
    SendPair,
    /// Temporary read and rewritten in place.
    Update,
    /// Signed 16-bit jump, in words from the next instruction.
    Jump16,
    /// Signed 32-bit jump held in `b` (low half) and `c` (high half).
    Jump32,
    /// Signed 16-bit integer.
    Imm16,
    /// Signed 32-bit integer held in `b` and `c`.
    Imm32,
    /// Index of a constant, held in `b` and `c`.
    Const32,
    /// Index of a name, held in `b` and `c`.
    Name32,
    /// Index of a name: low 16 bits here in `c`, high 8 bits in `x`.
    Name24,
    /// Index of a name, 16 bits.
    Name16,
    /// A count.
    Count,
    /// The high half of a wide operand that begins in another field.
    High,
    /// Bit 0: in-place operator (`+=`). Bit 1: the immediate is the left operand.
    Arith,
    /// A comparison operator, see [`Compare`].
    Compare,
    /// 1 inverts the answer.
    Invert,
    /// f-string conversion: 0 none, 1 `!s`, 2 `!r`, 3 `!a`.
    Conversion,
    /// Which parts a function has, see [`make_function`].
    FunctionParts,
    /// 1 when the suspension delegates (`yield from`, `await`).
    Delegates,
    /// Why an awaitable is needed: 0 `await`, 1 `__aenter__`, 2 `__aexit__`.
    AwaitReason,
    /// 1 for `super()` without arguments.
    ZeroArgument,
    /// 1 for True, 0 for False.
    Truth,
    /// 1 when a keyword dictionary is present.
    HasKeywords,
    /// A one-operand intrinsic, see [`Intrinsic1`].
    Intrinsic1,
    /// A two-operand intrinsic, see [`Intrinsic2`].
    Intrinsic2,
}

/// How many registers a window has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A fixed number.
    Fixed(u16),
    /// As many as operand `c` says.
    C,
    /// Twice as many as operand `c` says.
    TwiceC,
    /// Callable, self and `c` arguments.
    Callee,
    /// Callable, self, argument tuple, and the keyword dictionary if `x` is 1.
    CalleeEx,
    /// As many as operand `x` says.
    X,
    /// One for each part flagged in `x`.
    PartsOfX,
    /// `c` targets before the star, the starred one, and as many after it as the operand word says.
    Star,
}

/// Whether an instruction can raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raise {
    /// Never.
    No,
    /// It can; then nothing was consumed or written.
    Yes,
    /// It can; then all `Take` windows and `Src` temporaries are consumed already.
    Consumed,
}

/// Where control goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the next instruction.
    Next,
    /// To the jump target, always.
    Jump,
    /// To the jump target or the next instruction.
    Branch,
    /// Nowhere: the frame is left or an exception raised.
    Stop,
}

/// One line of the opcode table.
#[derive(Debug)]
pub struct OpInfo {
    /// The opcode itself.
    pub op: Op,
    /// Its name in disassembly.
    pub name: &'static str,
    /// Roles of the fields `x`, `a`, `b`, `c`.
    pub x: Role,
    /// Role of field `a`.
    pub a: Role,
    /// Role of field `b`.
    pub b: Role,
    /// Role of field `c`.
    pub c: Role,
    /// Operand words that follow the instruction and never change.
    pub data_words: u8,
    /// Inline-cache words that follow, zero when compiled.
    pub cache_words: u8,
    /// Whether it can raise.
    pub raises: Raise,
    /// Where control goes.
    pub flow: Flow,
    /// Its effect in register notation.
    pub effect: &'static str,
    /// The opcode as the compiler emitted it, if this is a run-time specialisation.
    pub specialised_of: Option<Op>,
}

macro_rules! opcodes {
    (
        emitted {
            $( $name:ident $text:literal [$x:expr, $a:expr, $b:expr, $c:expr] $data:literal + $cache:literal
               $raises:ident $flow:ident $effect:literal; )*
        }
        specialised {
            $( $sname:ident = $number:literal $stext:literal of $base:ident $seffect:literal; )*
        }
    ) => {
        /// An operation code. Numbers from 200 on are run-time specialisations, which the compiler
        /// never emits.
        #[repr(u8)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Op {
            $( #[doc = $effect] $name, )*
            $( #[doc = $seffect] $sname = $number, )*
        }

        impl Op {
            /// The opcodes that the compiler emits, in the order of their numbers.
            pub const EMITTED: &'static [Op] = &[ $( Op::$name ),* ];
            /// The run-time specialisations.
            pub const SPECIALISED: &'static [Op] = &[ $( Op::$sname ),* ];

            /// This opcode's line of the table.
            pub const fn info(self) -> &'static OpInfo {
                match self {
                    $( Op::$sname => const {
                        let base = Op::$base.emitted_info();
                        &OpInfo {
                            op: Op::$sname, name: $stext, x: base.x, a: base.a, b: base.b, c: base.c,
                            data_words: base.data_words, cache_words: base.cache_words,
                            raises: base.raises, flow: base.flow,
                            effect: $seffect, specialised_of: Some(Op::$base),
                        }
                    }, )*
                    _ => self.emitted_info(),
                }
            }

            const fn emitted_info(self) -> &'static OpInfo {
                use Role::*;
                use Extent::{CalleeEx, Callee, Fixed, PartsOfX, Star, TwiceC};
                match self {
                    $( Op::$name => &OpInfo {
                        op: Op::$name, name: $text, x: $x, a: $a, b: $b, c: $c,
                        data_words: $data, cache_words: $cache,
                        raises: Raise::$raises, flow: Flow::$flow, effect: $effect, specialised_of: None,
                    }, )*
                    #[allow(unreachable_patterns)]
                    _ => panic!("a specialisation of a specialisation"),
                }
            }
        }
    };
}

opcodes! {
    emitted {
    // ---- moves and constants -------------------------------------------------------------------
    Nop "NOP" [No, No, No, No] 0+0 No Next "nothing";
    Move "MOVE" [No, Dst, Src, No] 0+0 No Next "a := b (a local source is copied, a temporary moved)";
    MoveL "MOVE_L" [No, DstL, Src, No] 0+0 No Next "a := b, a local";
    Move2 "MOVE2" [No, Give(Fixed(2)), Local, Local] 0+0 No Next "a := local b; a+1 := local c";
    Copy "COPY" [No, Dst, Peek, No] 0+0 No Next "a := b, b stays";
    CopyL "COPY_L" [No, DstL, Peek, No] 0+0 No Next "a := b, a local; b stays";
    Swap "SWAP" [No, Local, Local, No] 0+0 No Next "a, b := b, a (two bound locals)";
    Drop "DROP" [No, Src, No, No] 0+0 No Next "drop temporary a (may run a finaliser)";
    DropN "DROP_N" [No, Take(Extent::C), No, Count] 0+0 No Next "drop [a..a+c], last first";
    CheckBound "CHECK_BOUND" [No, Local, No, No] 0+0 Yes Next "raise UnboundLocalError if local a is unbound";
    Clear "CLEAR" [No, Local, No, No] 0+0 No Next "a := UNBOUND, dropping the old value if any";
    LoadConst "LOAD_CONST" [No, Dst, Const32, High] 0+0 No Next "a := constant";
    LoadConstL "LOAD_CONST_L" [No, DstL, Const32, High] 0+0 No Next "a := constant, a local";
    LoadInt "LOAD_INT" [No, Dst, Imm32, High] 0+0 No Next "a := integer";
    LoadIntL "LOAD_INT_L" [No, DstL, Imm32, High] 0+0 No Next "a := integer, a local";
    LoadNone "LOAD_NONE" [No, Dst, No, No] 0+0 No Next "a := None";
    LoadNoneL "LOAD_NONE_L" [No, DstL, No, No] 0+0 No Next "a := None, a local";
    LoadBool "LOAD_BOOL" [Truth, Dst, No, No] 0+0 No Next "a := True if x else False";
    LoadBoolL "LOAD_BOOL_L" [Truth, DstL, No, No] 0+0 No Next "a := True if x else False, a local";

    // ---- cells and closures --------------------------------------------------------------------
    CopyFree "COPY_FREE" [No, Local, No, Count] 0+0 No Next "locals [a..a+c] := the cells of the running function's closure, in order";
    MakeCell "MAKE_CELL" [No, Local, No, No] 0+0 No Next "a := new cell with the present value of a (or empty if a is unbound)";
    LoadCell "LOAD_CELL" [No, Dst, Local, No] 0+0 Yes Next "a := content of cell b; NameError or UnboundLocalError if empty";
    StoreCell "STORE_CELL" [No, Local, Src, No] 0+0 No Next "content of cell a := b";
    DeleteCell "DELETE_CELL" [No, Local, No, No] 0+0 Yes Next "empty cell a; error if it is empty";

    // ---- names ---------------------------------------------------------------------------------
    LoadGlobal "LOAD_GLOBAL" [No, Dst, Name32, High] 0+1 Yes Next "a := global or built-in name";
    LoadGlobalL "LOAD_GLOBAL_L" [No, DstL, Name32, High] 0+1 Yes Next "a := global or built-in name, a local";
    LoadGlobalCall "LOAD_GLOBAL_CALL" [No, Give(Fixed(2)), Name32, High] 0+1 Yes Next "a := global or built-in name; a+1 := UNBOUND";
    StoreGlobal "STORE_GLOBAL" [No, Src, Name32, High] 0+1 Yes Next "global name := a";
    DeleteGlobal "DELETE_GLOBAL" [No, No, Name32, High] 0+0 Yes Next "delete global name";
    LoadName "LOAD_NAME" [No, Dst, Name32, High] 0+0 Yes Next "a := name from the namespace mapping, else global, else built-in";
    StoreName "STORE_NAME" [No, Src, Name32, High] 0+0 Yes Next "namespace[name] := a";
    DeleteName "DELETE_NAME" [No, No, Name32, High] 0+0 Yes Next "delete namespace[name]";
    LoadLocals "LOAD_LOCALS" [No, Dst, No, No] 0+0 Yes Next "a := the namespace mapping of the running class body or exec";
    LoadDictOrCell "LOAD_DICT_OR_CELL" [No, Dst, Src, Local] 0+0 Yes Next "a := b[name of cell c] if present, else content of cell c";
    LoadDictOrGlobal "LOAD_DICT_OR_GLOBAL" [Role::High, Dst, Src, Name24] 0+0 Yes Next "a := b[name] if present, else global or built-in name";
    LoadBuildClass "LOAD_BUILD_CLASS" [No, Give(Fixed(2)), No, No] 0+0 Yes Next "a := builtins.__build_class__; a+1 := UNBOUND";
    LoadAssertionError "LOAD_ASSERTION_ERROR" [No, Dst, No, No] 0+0 No Next "a := the class AssertionError";
    SetupAnnotations "SETUP_ANNOTATIONS" [No, No, No, No] 0+0 Yes Next "namespace['__annotations__'] := {} unless present";

    // ---- arithmetic ----------------------------------------------------------------------------
    Add "ADD" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b + c";
    AddL "ADD_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b + c, a local";
    Sub "SUB" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b - c";
    SubL "SUB_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b - c, a local";
    Mul "MUL" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b * c";
    MulL "MUL_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b * c, a local";
    TrueDiv "TRUE_DIV" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b / c";
    TrueDivL "TRUE_DIV_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b / c, a local";
    FloorDiv "FLOOR_DIV" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b // c";
    FloorDivL "FLOOR_DIV_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b // c, a local";
    Mod "MOD" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b % c";
    ModL "MOD_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b % c, a local";
    LShift "LSHIFT" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b << c";
    RShift "RSHIFT" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b >> c";
    And "AND" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b & c";
    AndL "AND_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b & c, a local";
    Or "OR" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b | c";
    Xor "XOR" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b ^ c";
    XorL "XOR_L" [Arith, DstL, Src, Src] 0+0 Yes Next "a := b ^ c, a local";
    Pow "POW" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b ** c";
    MatMul "MAT_MUL" [Arith, Dst, Src, Src] 0+0 Yes Next "a := b @ c";
    AddI "ADD_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b + imm (imm + b if swapped)";
    AddIL "ADD_I_L" [Arith, DstL, Src, Imm16] 0+0 Yes Next "a := b + imm (imm + b if swapped), a local";
    SubI "SUB_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b - imm";
    SubIL "SUB_I_L" [Arith, DstL, Src, Imm16] 0+0 Yes Next "a := b - imm, a local";
    RSubI "RSUB_I" [No, Dst, Src, Imm16] 0+0 Yes Next "a := imm - b";
    MulI "MUL_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b * imm (imm * b if swapped)";
    MulIL "MUL_I_L" [Arith, DstL, Src, Imm16] 0+0 Yes Next "a := b * imm (imm * b if swapped), a local";
    TrueDivI "TRUE_DIV_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b / imm";
    FloorDivI "FLOOR_DIV_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b // imm";
    FloorDivIL "FLOOR_DIV_I_L" [Arith, DstL, Src, Imm16] 0+0 Yes Next "a := b // imm, a local";
    ModI "MOD_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b % imm";
    ModIL "MOD_I_L" [Arith, DstL, Src, Imm16] 0+0 Yes Next "a := b % imm, a local";
    LShiftI "LSHIFT_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b << imm";
    RShiftI "RSHIFT_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b >> imm";
    AndI "AND_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b & imm (imm & b if swapped)";
    AndIL "AND_I_L" [Arith, DstL, Src, Imm16] 0+0 Yes Next "a := b & imm (imm & b if swapped), a local";
    PowI "POW_I" [Arith, Dst, Src, Imm16] 0+0 Yes Next "a := b ** imm";
    Neg "NEG" [No, Dst, Src, No] 0+0 Yes Next "a := -b";
    BitNot "BIT_NOT" [No, Dst, Src, No] 0+0 Yes Next "a := ~b";
    Not "NOT" [No, Dst, Src, No] 0+0 Yes Next "a := not b";

    // ---- comparison as a value -----------------------------------------------------------------
    Compare "COMPARE" [Compare, Dst, Src, Src] 0+0 Yes Next "a := b <op x> c (whatever the rich comparison returns)";
    CompareL "COMPARE_L" [Compare, DstL, Src, Src] 0+0 Yes Next "a := b <op x> c, a local";
    Is "IS" [Invert, Dst, Src, Src] 0+0 No Next "a := b is c (is not, if x)";
    Contains "CONTAINS" [Invert, Dst, Src, Src] 0+0 Yes Next "a := b in c (not in, if x)";

    // ---- jumps ---------------------------------------------------------------------------------
    Jmp "JMP" [No, No, Jump32, High] 0+0 No Jump "jump forward";
    Loop "LOOP" [No, No, Jump32, High] 0+0 Yes Jump "safepoint; jump backward";
    JT "JT" [No, Src, Jump32, High] 0+0 Yes Branch "jump if a is true";
    JF "JF" [No, Src, Jump32, High] 0+0 Yes Branch "jump if a is false";
    JTOrPop "JT_OR_POP" [No, TakeOnFall, Jump32, High] 0+0 Yes Branch "if a is true jump and keep it, else drop it";
    JFOrPop "JF_OR_POP" [No, TakeOnFall, Jump32, High] 0+0 Yes Branch "if a is false jump and keep it, else drop it";
    JNone "JNONE" [No, Src, Jump32, High] 0+0 No Branch "jump if a is None";
    JNotNone "JNOT_NONE" [No, Src, Jump32, High] 0+0 No Branch "jump if a is not None";
    JIs "JIS" [No, Src, Src, Jump16] 0+0 No Branch "jump if a is b";
    JIsNot "JIS_NOT" [No, Src, Src, Jump16] 0+0 No Branch "jump if a is not b";
    JIn "JIN" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a in b";
    JNotIn "JNOT_IN" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a not in b";
    JNotLt "JNOT_LT" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a < b is false";
    JNotLe "JNOT_LE" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a <= b is false";
    JNotGt "JNOT_GT" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a > b is false";
    JNotGe "JNOT_GE" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a >= b is false";
    JNotEq "JNOT_EQ" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a == b is false";
    JNotNe "JNOT_NE" [No, Src, Src, Jump16] 0+0 Yes Branch "jump if a != b is false";
    JNotLtI "JNOT_LT_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "jump if a < imm is false";
    JNotLeI "JNOT_LE_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "jump if a <= imm is false";
    JNotGtI "JNOT_GT_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "jump if a > imm is false";
    JNotGeI "JNOT_GE_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "jump if a >= imm is false";
    JNotEqI "JNOT_EQ_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "jump if a == imm is false";
    JNotNeI "JNOT_NE_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "jump if a != imm is false";

    // ---- backward jumps: the safepoint comes first, before anything has happened ----------------
    LoopT "LOOP_T" [No, Src, Jump32, High] 0+0 Yes Branch "safepoint; jump backward if a is true";
    LoopF "LOOP_F" [No, Src, Jump32, High] 0+0 Yes Branch "safepoint; jump backward if a is false";
    LoopLt "LOOP_LT" [No, Src, Src, Jump16] 0+0 Yes Branch "safepoint; jump backward if a < b";
    LoopLe "LOOP_LE" [No, Src, Src, Jump16] 0+0 Yes Branch "safepoint; jump backward if a <= b";
    LoopGt "LOOP_GT" [No, Src, Src, Jump16] 0+0 Yes Branch "safepoint; jump backward if a > b";
    LoopGe "LOOP_GE" [No, Src, Src, Jump16] 0+0 Yes Branch "safepoint; jump backward if a >= b";
    LoopNe "LOOP_NE" [No, Src, Src, Jump16] 0+0 Yes Branch "safepoint; jump backward if a != b";
    LoopLtI "LOOP_LT_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "safepoint; jump backward if a < imm";
    LoopLeI "LOOP_LE_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "safepoint; jump backward if a <= imm";
    LoopGtI "LOOP_GT_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "safepoint; jump backward if a > imm";
    LoopGeI "LOOP_GE_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "safepoint; jump backward if a >= imm";
    LoopNeI "LOOP_NE_I" [No, Src, Imm16, Jump16] 0+0 Yes Branch "safepoint; jump backward if a != imm";

    // ---- attributes and items ------------------------------------------------------------------
    LoadAttr "LOAD_ATTR" [Role::High, Dst, Src, Name24] 0+1 Yes Next "a := b.name";
    LoadAttrL "LOAD_ATTR_L" [Role::High, DstL, Src, Name24] 0+1 Yes Next "a := b.name, a local";
    StoreAttr "STORE_ATTR" [Role::High, Src, Src, Name24] 0+1 Yes Next "a.name := b";
    DeleteAttr "DELETE_ATTR" [Role::High, Src, No, Name24] 0+0 Yes Next "del a.name";
    LoadMethod "LOAD_METHOD" [Role::High, Give(Fixed(2)), Src, Name24] 0+2 Yes Next "a, a+1 := function of method b.name and b; or attribute b.name and UNBOUND (b may be register a)";
    LoadSuperAttr "LOAD_SUPER_ATTR" [ZeroArgument, Dst, Take(Fixed(3)), Name16] 0+1 Yes Next "b, b+1, b+2 are the global `super`, a class and an object: a := super(b+1, b+2).name";
    LoadSuperMethod "LOAD_SUPER_METHOD" [ZeroArgument, Give(Fixed(2)), Take(Fixed(3)), Name16] 0+1 Yes Next "as LOAD_SUPER_ATTR: a, a+1 := function and self; or attribute and UNBOUND (a is b)";
    LoadSubscr "LOAD_SUBSCR" [No, Dst, Src, Src] 0+0 Yes Next "a := b[c]";
    LoadSubscrL "LOAD_SUBSCR_L" [No, DstL, Src, Src] 0+0 Yes Next "a := b[c], a local";
    LoadSubscrI "LOAD_SUBSCR_I" [No, Dst, Src, Imm16] 0+0 Yes Next "a := b[imm]";
    LoadSubscrIL "LOAD_SUBSCR_I_L" [No, DstL, Src, Imm16] 0+0 Yes Next "a := b[imm], a local";
    StoreSubscr "STORE_SUBSCR" [No, Src, Src, Src] 0+0 Yes Next "a[b] := c";
    StoreSubscrI "STORE_SUBSCR_I" [No, Src, Imm16, Src] 0+0 Yes Next "a[imm] := c";
    DeleteSubscr "DELETE_SUBSCR" [No, Src, Src, No] 0+0 Yes Next "del a[b]";
    LoadSlice "LOAD_SLICE" [No, Dst, Src, Take(Fixed(2))] 0+0 Yes Next "a := b[c : c+1]";
    StoreSlice "STORE_SLICE" [No, Src, Take(Fixed(2)), Src] 0+0 Yes Next "a[b : b+1] := c";
    BuildSlice "BUILD_SLICE" [Count, Dst, Take(Extent::X), No] 0+0 Yes Next "a := slice(b, b+1[, b+2]) with x = 2 or 3 operands";

    // ---- calls ---------------------------------------------------------------------------------
    PrepCall "PREP_CALL" [No, Give(Fixed(2)), Src, No] 0+0 No Next "a := b; a+1 := UNBOUND (b may be register a)";
    Call "CALL" [No, Dst, Take(Callee), Count] 0+1 Consumed Next "a := call b with self b+1 (unless UNBOUND) and c arguments from b+2";
    CallL "CALL_L" [No, DstL, Take(Callee), Count] 0+1 Consumed Next "as CALL, a local";
    CallKw "CALL_KW" [No, Dst, Take(Callee), Count] 1+1 Consumed Next "as CALL; the operand word is the constant index of the tuple that names the last arguments";
    CallEx "CALL_EX" [HasKeywords, Dst, Take(CalleeEx), No] 0+0 Consumed Next "a := call b (b+1 is UNBOUND) with argument tuple b+2 and, if x, keyword dict b+3";
    Return "RETURN" [No, Src, No, No] 0+0 No Stop "leave the frame with value a; no other temporary is live";
    ReturnConst "RETURN_CONST" [No, No, Const32, High] 0+0 No Stop "leave the frame with a constant";
    ReturnNone "RETURN_NONE" [No, No, No, No] 0+0 No Stop "leave the frame with None";
    MakeFunction "MAKE_FUNCTION" [FunctionParts, Dst, Take(PartsOfX), No] 1+0 No Next "a := function of the code constant in the operand word, with the parts flagged in x taken from b upwards in the order of their bits";

    // ---- building ------------------------------------------------------------------------------
    BuildTuple "BUILD_TUPLE" [No, Dst, Take(Extent::C), Count] 0+0 Yes Next "a := tuple of [b..b+c]";
    BuildList "BUILD_LIST" [No, Dst, Take(Extent::C), Count] 0+0 Yes Next "a := list of [b..b+c]";
    BuildSet "BUILD_SET" [No, Dst, Take(Extent::C), Count] 0+0 Yes Next "a := set of [b..b+c]";
    BuildMap "BUILD_MAP" [No, Dst, Take(TwiceC), Count] 0+0 Yes Next "a := dict of c pairs key, value from b";
    BuildString "BUILD_STRING" [No, Dst, Take(Extent::C), Count] 0+0 Yes Next "a := concatenation of the strings [b..b+c]";
    ListAppend "LIST_APPEND" [No, Peek, Src, No] 0+0 Yes Next "append b to list a";
    SetAdd "SET_ADD" [No, Peek, Src, No] 0+0 Yes Next "add b to set a";
    MapAdd "MAP_ADD" [No, Peek, Src, Src] 0+0 Yes Next "a[b] := c in dict a";
    ListExtend "LIST_EXTEND" [No, Peek, Src, No] 0+0 Yes Next "extend list a by iterable b";
    SetUpdate "SET_UPDATE" [No, Peek, Src, No] 0+0 Yes Next "add all of iterable b to set a";
    DictUpdate "DICT_UPDATE" [No, Peek, Src, No] 0+0 Yes Next "update dict a from mapping b (`{**b}`)";
    DictMerge "DICT_MERGE" [No, Peek, Src, Peek] 0+0 Yes Next "as DICT_UPDATE for the call of c (`f(**b)`): duplicate keys are an error";
    FormatValue "FORMAT_VALUE" [Conversion, Dst, Src, No] 0+0 Yes Next "a := format(converted b, '')";
    FormatSpec "FORMAT_SPEC" [Conversion, Dst, Src, Src] 0+0 Yes Next "a := format(converted b, c)";

    // ---- iteration and unpacking ---------------------------------------------------------------
    GetIter "GET_ITER" [No, Dst, Src, No] 0+0 Yes Next "a := iter(b)";
    ForIter "FOR_ITER" [No, DstOnJump, TakeOnFall, Jump16] 0+0 Yes Branch "safepoint; next item of b: a := item, jump backward to the loop body; exhausted: drop b, fall through";
    ForIterL "FOR_ITER_L" [No, DstLOnJump, TakeOnFall, Jump16] 0+0 Yes Branch "as FOR_ITER, a local";
    UnpackSequence "UNPACK_SEQUENCE" [No, Give(Extent::C), Src, Count] 0+0 Yes Next "a+c-1 ... a := the c items of b, the first one in the last register (b may be register a)";
    Unpack2L "UNPACK2_L" [No, DstL, Src, DstL] 0+0 Yes Next "locals a, c := the two items of b";
    UnpackEx "UNPACK_EX" [No, Give(Star), Src, Count] 1+0 Yes Next "as UNPACK_SEQUENCE: c items, then a list of the middle ones, then as many as the operand word says";

    // ---- generators and coroutines -------------------------------------------------------------
    ReturnGenerator "RETURN_GENERATOR" [No, No, No, No] 0+0 Yes Next "make the generator, coroutine or asynchronous generator of this frame and return it; execution resumes at the next instruction";
    Yield "YIELD" [Delegates, Dst, Src, No] 0+0 Consumed Next "suspend with value b; on resumption a := the value sent in. If x: the delegate iterator is in register b-1";
    GetYieldFromIter "GET_YIELD_FROM_ITER" [No, Dst, Src, No] 0+0 Yes Next "a := iterator of b for `yield from`";
    GetAwaitable "GET_AWAITABLE" [AwaitReason, Dst, Src, No] 0+0 Yes Next "a := awaitable iterator of b";
    Send "SEND" [No, SendPair, Jump32, High] 0+0 Yes Branch "send a+1 to iterator a: yielded: a+1 := value, fall through; returned: a := result, a+1 consumed, jump";
    CleanupThrow "CLEANUP_THROW" [No, Update, Jump32, High] 0+0 Yes Jump "handler of a delegating YIELD, a is the delegate: if the pending exception is StopIteration, a := its value and jump; else it propagates on";
    GetAIter "GET_AITER" [No, Dst, Src, No] 0+0 Yes Next "a := aiter(b), checked";
    GetANext "GET_ANEXT" [No, Dst, Peek, No] 0+0 Yes Next "a := awaitable iterator of b.__anext__()";
    EndAsyncFor "END_ASYNC_FOR" [No, Src, No, No] 0+0 Yes Next "handler: if the pending exception is StopAsyncIteration, clear it and drop a; else it propagates on";

    // ---- exceptions ----------------------------------------------------------------------------
    PushExc "PUSH_EXC" [No, Give(Fixed(2)), No, No] 0+0 No Next "handler: a := the previously handled exception (or None), a+1 := the pending exception, which becomes the handled one";
    PopExc "POP_EXC" [No, Src, No, No] 0+0 No Next "the handled exception := a (saved by PUSH_EXC)";
    UnwindExc "UNWIND_EXC" [No, Src, No, No] 0+0 Consumed Stop "handler: the handled exception := a; the pending exception propagates on";
    JNotExcMatch "JNOT_EXC_MATCH" [No, Peek, Src, Jump16] 0+0 Yes Branch "jump unless exception a matches class or tuple b";
    CheckEgMatch "CHECK_EG_MATCH" [No, Update, Src, Dst] 0+0 Yes Next "split exception a by class or tuple b: c := matching part or None, a := rest or None; a matching part becomes the handled exception";
    Raise "RAISE" [No, Src, No, No] 0+0 Consumed Stop "raise a";
    RaiseFrom "RAISE_FROM" [No, Src, Src, No] 0+0 Consumed Stop "raise a from b";
    RaiseAgain "RAISE_AGAIN" [No, No, No, No] 0+0 Consumed Stop "raise the handled exception again (bare `raise`)";
    Reraise "RERAISE" [No, Src, No, No] 0+0 Consumed Stop "raise a as it is: no new traceback entry for this frame, no context";
    BeforeWith "BEFORE_WITH" [No, Give(Fixed(3)), Src, No] 0+0 Yes Next "a, a+1 := b's __exit__ as callable and self; a+2 := b.__enter__() (b may be register a)";
    BeforeAsyncWith "BEFORE_ASYNC_WITH" [No, Give(Fixed(3)), Src, No] 0+0 Yes Next "a, a+1 := b's __aexit__ as callable and self; a+2 := b.__aenter__() (b may be register a)";
    WithExceptStart "WITH_EXCEPT_START" [No, Dst, Peek, Peek] 0+0 Yes Next "a := call b with self b+1 and (type, value, traceback) of exception c; b, b+1 stay";

    // ---- imports, matching, intrinsics ---------------------------------------------------------
    ImportName "IMPORT_NAME" [Role::High, Dst, Take(Fixed(2)), Name24] 0+0 Yes Next "a := import of name with level b and fromlist b+1";
    ImportFrom "IMPORT_FROM" [Role::High, Dst, Peek, Name24] 0+0 Yes Next "a := b.name, or the submodule";
    ImportStar "IMPORT_STAR" [No, Src, No, No] 0+0 Yes Next "copy the public names of module a into the namespace";
    GetLen "GET_LEN" [No, Dst, Peek, No] 0+0 Yes Next "a := len(b)";
    MatchSequence "MATCH_SEQUENCE" [No, Dst, Peek, No] 0+0 No Next "a := whether b is a sequence for patterns";
    MatchMapping "MATCH_MAPPING" [No, Dst, Peek, No] 0+0 No Next "a := whether b is a mapping for patterns";
    MatchKeys "MATCH_KEYS" [No, Dst, Peek, Peek] 0+0 Yes Next "a := tuple of b's values for the keys in tuple c; or None";
    MatchClass "MATCH_CLASS" [No, Dst, Peek, Take(Fixed(2))] 1+0 Yes Next "c, c+1 are a class and a tuple of names: a := tuple of the attributes that the pattern needs, or None; the operand word counts the positional ones";
    Intrinsic1 "INTRINSIC_1" [Intrinsic1, Dst, Src, No] 0+0 Yes Next "a := intrinsic x of b";
    Intrinsic2 "INTRINSIC_2" [Intrinsic2, Dst, Src, Src] 0+0 Yes Next "a := intrinsic x of b and c";
    }
    specialised {
    LoadAttrClass = 200 "LOAD_ATTR_CLASS" of LoadAttr "a := attribute of class b, from the cell it is resolved in";
    LoadMethodClass = 201 "LOAD_METHOD_CLASS" of LoadMethod "a, a+1 := attribute of class b to call, from the cell it is resolved in";
    }
}

/// The comparison operators in the `x` field of `COMPARE`.
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// `<`
    Lt = 0,
    /// `<=`
    Le = 1,
    /// `==`
    Eq = 2,
    /// `!=`
    Ne = 3,
    /// `>`
    Gt = 4,
    /// `>=`
    Ge = 5,
}

impl Compare {
    /// All operators, in the order of their numbers.
    pub const ALL: [Compare; 6] = [
        Compare::Lt,
        Compare::Le,
        Compare::Eq,
        Compare::Ne,
        Compare::Gt,
        Compare::Ge,
    ];

    /// The operator as written in source.
    pub const fn symbol(self) -> &'static str {
        match self {
            Compare::Lt => "<",
            Compare::Le => "<=",
            Compare::Eq => "==",
            Compare::Ne => "!=",
            Compare::Gt => ">",
            Compare::Ge => ">=",
        }
    }
}

/// Bits of the `x` field of arithmetic instructions.
pub mod arith {
    /// The operator is in-place (`+=`).
    pub const IN_PLACE: u8 = 1;
    /// The immediate is the left operand.
    pub const SWAPPED: u8 = 2;
}

/// Bits of the `x` field of `MAKE_FUNCTION`: which parts lie in the window, in this order.
pub mod make_function {
    /// A tuple of default values.
    pub const DEFAULTS: u8 = 1;
    /// A dict of keyword-only defaults.
    pub const KW_DEFAULTS: u8 = 2;
    /// A tuple of alternating annotation names and values.
    pub const ANNOTATIONS: u8 = 4;
    /// A tuple of cells.
    pub const CLOSURE: u8 = 8;
}

macro_rules! intrinsics {
    ($(#[$meta:meta])* $kind:ident { $( $(#[$doc:meta])* $name:ident $text:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[repr(u8)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $kind { $( $(#[$doc])* $name ),* }

        impl $kind {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [$kind] = &[ $( $kind::$name ),* ];

            /// The name in disassembly.
            pub const fn name(self) -> &'static str {
                match self { $( $kind::$name => $text ),* }
            }
        }
    };
}

intrinsics! {
    /// Rare operations with one operand.
    Intrinsic1 {
        /// Show the value of an expression statement at the prompt; gives None.
        PrintExpr "PRINT_EXPR",
        /// `+x`.
        Positive "POSITIVE",
        /// The tuple of a list's items (the list is never seen by anyone else).
        ListToTuple "LIST_TO_TUPLE",
        /// Wrap a value that an asynchronous generator yields.
        AsyncGenWrap "ASYNC_GEN_WRAP",
        /// `TypeVar(name)` of a type parameter.
        TypeVar "TYPE_VAR",
        /// `ParamSpec(name)` of a type parameter.
        ParamSpec "PARAM_SPEC",
        /// `TypeVarTuple(name)` of a type parameter.
        TypeVarTuple "TYPE_VAR_TUPLE",
        /// `Generic[*parameters]` for the bases of a generic class.
        SubscriptGeneric "SUBSCRIPT_GENERIC",
        /// A type alias from the tuple (name, type parameters or None, function of the value).
        TypeAlias "TYPE_ALIAS",
    }
}

intrinsics! {
    /// Rare operations with two operands.
    Intrinsic2 {
        /// `TypeVar` with a lazily evaluated bound: name, function.
        TypeVarWithBound "TYPE_VAR_WITH_BOUND",
        /// `TypeVar` with lazily evaluated constraints: name, function.
        TypeVarWithConstraints "TYPE_VAR_WITH_CONSTRAINTS",
        /// The exception to raise after `except*` clauses, or None: original exception b, list c of
        /// what the clauses raised and left over.
        PrepReraiseStar "PREP_RERAISE_STAR",
        /// Set `__type_params__` of function b to tuple c; gives the function.
        SetFunctionTypeParams "SET_FUNCTION_TYPE_PARAMS",
        /// Set the lazily evaluated default c of type parameter b; gives the parameter.
        SetTypeParamDefault "SET_TYPE_PARAM_DEFAULT",
    }
}

const BY_NUMBER: [Option<Op>; 256] = {
    let mut table = [None; 256];
    let mut i = 0;
    while i < Op::EMITTED.len() {
        table[Op::EMITTED[i] as usize] = Some(Op::EMITTED[i]);
        i += 1;
    }
    let mut i = 0;
    while i < Op::SPECIALISED.len() {
        table[Op::SPECIALISED[i] as usize] = Some(Op::SPECIALISED[i]);
        i += 1;
    }
    table
};

const _: () = assert!(
    Op::EMITTED.len() <= 200,
    "numbers from 200 on belong to specialised opcodes"
);

impl Op {
    /// The opcode with this number.
    pub const fn from_number(number: u8) -> Option<Op> {
        BY_NUMBER[number as usize]
    }

    /// Its name in disassembly.
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// Operand and cache words that follow the instruction.
    pub const fn extra_words(self) -> usize {
        let info = self.info();
        info.data_words as usize + info.cache_words as usize
    }

    /// The opcode as the compiler emitted it.
    pub const fn original(self) -> Op {
        match self.info().specialised_of {
            Some(op) => op,
            None => self,
        }
    }
}
