//! The exception classes that have nothing of their own but a docstring.
//!
//! As in CPython, their namespaces have the `__init__` that they inherit, and those that add no fields the `__new__`, too.
#![forbid(unsafe_code)]

use super::{base, fields, os_error};
use crate::object::Builtin;
use crate::object::class::SlotDef;
use crate::runtime::classes::ClassDef;

macro_rules! plain {
    ($($slots:tt { $($class:ident $doc:literal;)* })*) => {
        /// Their tables.
        pub const TABLES: &[&ClassDef] = &[$($({
            static CLASS: ClassDef = ClassDef {
                class: Builtin::$class,
                doc: $doc,
                slots: &$slots,
                ..ClassDef::DEFAULT
            };
            &CLASS
        },)*)*];
    };
}

plain! {
    [SlotDef::New(base::construct), SlotDef::Init(base::init)] {
        ArithmeticError "A computation has no result. The base of OverflowError, ZeroDivisionError and FloatingPointError.";
        AssertionError "The condition of an assert statement was false.";
        BufferError "A buffer cannot be used in this way, such as resized while somebody looks at it.";
        EOFError "The input ended where more was expected.";
        LookupError "A container has nothing at this place. The base of IndexError and KeyError.";
        IndexError "A sequence has no item at this index.";
        MemoryError "There is no more memory.";
        ReferenceError "A weak proxy is used whose object is gone.";
        RuntimeError "An error of no other kind.";
        NotImplementedError "A method that subclasses have to define, or something still to be written.";
        PythonFinalizationError "The interpreter is shutting down and cannot do this any more.";
        RecursionError "Calls are nested too deep.";
        Exception "The base of all exceptions that programs usually handle.";
        GeneratorExit "Raised in a generator that is asked to end.";
        KeyboardInterrupt "The user asked the program to stop.";
        StopAsyncIteration "An asynchronous iterator has no more items.";
        SystemError "Something is wrong inside the interpreter.";
        TypeError "An operation does not know an operand of this type.";
        ValueError "An argument has the right type and an impossible value.";
        UnicodeError "Text cannot be encoded or decoded. The base of the errors for each direction.";
        FloatingPointError "Floating-point arithmetic went wrong. Nothing here raises it.";
        OverflowError "A number is too large for its type or purpose.";
        ZeroDivisionError "A division, or remainder, by zero.";
        Warning "The base of all categories of warnings.";
        BytesWarning "Bytes are compared with strings or turned into one.";
        DeprecationWarning "Something is going to be removed; for programmers.";
        EncodingWarning "An encoding is left to the default.";
        FutureWarning "Something is going to change its meaning; for users.";
        ImportWarning "An import that is probably a mistake.";
        PendingDeprecationWarning "Something is going to be deprecated.";
        ResourceWarning "A resource was not closed.";
        RuntimeWarning "Something suspicious while the program runs.";
        SyntaxWarning "Suspicious syntax.";
        UnicodeWarning "Something suspicious about Unicode.";
        UserWarning "The category of warnings that name none.";
    }
    [SlotDef::Init(os_error::init)] {
        BlockingIOError "An operation would have to wait, which it was told not to.";
        ChildProcessError "An operation on a child process failed.";
        ConnectionError "Something is wrong with a connection. The base of the errors for each case.";
        BrokenPipeError "The other end of a pipe or connection is closed for writing.";
        ConnectionAbortedError "The other end has given up the connection while it was being made.";
        ConnectionRefusedError "The other end does not accept the connection.";
        ConnectionResetError "The other end has ended the connection.";
        FileExistsError "There is already a file of this name.";
        FileNotFoundError "There is no file or folder of this name.";
        InterruptedError "A signal interrupted a call of the system.";
        IsADirectoryError "A file was expected, and this is a folder.";
        NotADirectoryError "A folder was expected, and this is none.";
        PermissionError "This is not allowed.";
        ProcessLookupError "There is no such process.";
        TimeoutError "The time for an operation is over.";
    }
    [SlotDef::Init(fields::init_import)] {
        ModuleNotFoundError "There is no module of this name.";
    }
    [SlotDef::Init(fields::init_name)] {
        UnboundLocalError "A local variable is read that has no value yet.";
    }
    [SlotDef::Init(fields::init_syntax)] {
        IndentationError "A line is indented wrongly.";
        TabError "Lines are indented by different mixtures of tabs and spaces.";
    }
}
