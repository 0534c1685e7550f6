//! The opcodes of pickles, as data. Each is one byte; what follows it in the stream, and what it does to the stack, stands beside it.

/// The newest protocol.
pub const HIGHEST: u8 = 5;
/// What is written unless a protocol is asked for.
pub const DEFAULT: u8 = 4;

macro_rules! opcodes {
    ($($name:ident $byte:literal $($doc:literal)+;)*) => {
        $($(#[doc = $doc])+ pub const $name: u8 = $byte;)*
        /// Every opcode with its name.
        pub const TABLE: &[(&str, u8)] = &[$((stringify!($name), $name)),*];
    };
}

opcodes! {
    MARK b'(' "Marks the place on the stack where the items of a container begin.";
    STOP b'.' "Ends the pickle; the item on top is the result.";
    POP b'0' "Drops the item on top, or the mark if that is on top.";
    POP_MARK b'1' "Drops everything down to the mark, and the mark.";
    DUP b'2' "Doubles the item on top.";
    FLOAT b'F' "Line: a float in decimal digits.";
    INT b'I' "Line: an int in decimal digits, or a bool as 00 or 01.";
    BININT b'J' "Four bytes: a signed int.";
    BININT1 b'K' "One byte: an unsigned int.";
    LONG b'L' "Line: an int in decimal digits with an L behind them.";
    BININT2 b'M' "Two bytes: an unsigned int.";
    NONE b'N' "None.";
    PERSID b'P' "Line: the text of a persistent id.";
    BINPERSID b'Q' "The item on top is a persistent id; it gives way to the object.";
    REDUCE b'R' "Callable and tuple of arguments give way to what the call answers.";
    STRING b'S' "Line: a quoted byte string of Python 2.";
    BINSTRING b'T' "Four bytes of length: a byte string of Python 2.";
    SHORT_BINSTRING b'U' "One byte of length: a byte string of Python 2.";
    UNICODE b'V' "Line: a str with raw-unicode-escapes.";
    BINUNICODE b'X' "Four bytes of length: a str in UTF-8.";
    APPEND b'a' "Adds the item on top to the list below.";
    BUILD b'b' "Gives the state on top to the object below.";
    GLOBAL b'c' "Two lines: module and name of a global object.";
    DICT b'd' "Makes a dictionary of the keys and values behind the mark.";
    EMPTY_DICT b'}' "An empty dictionary.";
    APPENDS b'e' "Adds the items behind the mark to the list before it.";
    GET b'g' "Line: the number of an object in the memo.";
    BINGET b'h' "One byte: the number of an object in the memo.";
    INST b'i' "Two lines name a class, which is called with the items behind the mark.";
    LONG_BINGET b'j' "Four bytes: the number of an object in the memo.";
    LIST b'l' "Makes a list of the items behind the mark.";
    EMPTY_LIST b']' "An empty list.";
    OBJ b'o' "The first item behind the mark is a class, which is called with the others.";
    PUT b'p' "Line: the number under which the item on top goes into the memo.";
    BINPUT b'q' "One byte: the number under which the item on top goes into the memo.";
    LONG_BINPUT b'r' "Four bytes: the number under which the item on top goes into the memo.";
    SETITEM b's' "Sets key and value on top in the dictionary below.";
    TUPLE b't' "Makes a tuple of the items behind the mark.";
    EMPTY_TUPLE b')' "The empty tuple.";
    SETITEMS b'u' "Sets the keys and values behind the mark in the dictionary before it.";
    BINFLOAT b'G' "Eight bytes, most significant first: a float.";
    PROTO 0x80 "One byte: the protocol.";
    NEWOBJ 0x81 "Class and tuple of arguments give way to what the class's __new__ answers.";
    EXT1 0x82 "One byte: the code of a global object that copyreg knows.";
    EXT2 0x83 "Two bytes: the code of a global object that copyreg knows.";
    EXT4 0x84 "Four bytes: the code of a global object that copyreg knows.";
    TUPLE1 0x85 "Makes a tuple of the item on top.";
    TUPLE2 0x86 "Makes a tuple of the two items on top.";
    TUPLE3 0x87 "Makes a tuple of the three items on top.";
    NEWTRUE 0x88 "True.";
    NEWFALSE 0x89 "False.";
    LONG1 0x8A "One byte of length: an int, least significant byte first, in two's complement.";
    LONG4 0x8B "Four bytes of length: an int, least significant byte first, in two's complement.";
    BINBYTES b'B' "Four bytes of length: bytes.";
    SHORT_BINBYTES b'C' "One byte of length: bytes.";
    SHORT_BINUNICODE 0x8C "One byte of length: a str in UTF-8.";
    BINUNICODE8 0x8D "Eight bytes of length: a str in UTF-8.";
    BINBYTES8 0x8E "Eight bytes of length: bytes.";
    EMPTY_SET 0x8F "An empty set.";
    ADDITEMS 0x90 "Adds the items behind the mark to the set before it.";
    FROZENSET 0x91 "Makes a frozenset of the items behind the mark.";
    NEWOBJ_EX 0x92 "Class, tuple and dictionary of arguments give way to what the class's __new__ answers.";
    STACK_GLOBAL 0x93 "Module and name, both on top, give way to the global object.";
    MEMOIZE 0x94 "Puts the item on top into the memo under the next number.";
    FRAME 0x95 "Eight bytes: the number of bytes that follow and belong together.";
    BYTEARRAY8 0x96 "Eight bytes of length: a bytearray.";
    NEXT_BUFFER 0x97 "The next of the buffers that were handed over beside the pickle.";
    READONLY_BUFFER 0x98 "Makes the buffer on top read-only.";
}

/// How many items share one mark.
pub const BATCH: usize = 1000;
