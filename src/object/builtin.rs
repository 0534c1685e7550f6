//! The built-in classes, by index. Their class objects are immortal and shared by all interpreters of the process.
//!
//! A built-in class's root shape has the class's own index, so "is exactly a list" is a comparison with a constant.

use super::class::Class;
use super::layout::{core, shape_word};
use super::value::Value;
use std::sync::OnceLock;

macro_rules! builtin_classes {
    ($($variant:ident $name:literal $base:ident $layout:ident;)*) => {
        /// A built-in class.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[repr(u16)]
        #[allow(missing_docs)]
        pub enum Builtin { $($variant,)* }

        /// Every built-in class, in the order of their indices; bases come before their subclasses.
        pub const ALL: &[Builtin] = &[$(Builtin::$variant,)*];

        impl Builtin {
            /// The class's `__name__`.
            pub const fn name(self) -> &'static str {
                match self { $(Builtin::$variant => $name,)* }
            }
            /// The class it derives from (`object` names itself).
            pub const fn base(self) -> Builtin {
                match self { $(Builtin::$variant => Builtin::$base,)* }
            }
            /// The core layout of its instances; 0 where the payload is registered by its type.
            pub const fn layout(self) -> u8 {
                match self { $(Builtin::$variant => builtin_classes!(@layout $layout),)* }
            }
        }
    };
    (@layout NONE) => { 0 };
    (@layout $layout:ident) => { core::$layout };
}

builtin_classes! {
    Object "object" Object INSTANCE;
    Type "type" Object CLASS;
    Int "int" Object INT;
    Bool "bool" Int INT;
    Float "float" Object FLOAT;
    Complex "complex" Object NONE;
    Str "str" Object STR;
    Bytes "bytes" Object BYTES;
    ByteArray "bytearray" Object NONE;
    Tuple "tuple" Object TUPLE;
    List "list" Object LIST;
    Dict "dict" Object DICT;
    Set "set" Object SET;
    FrozenSet "frozenset" Object SET;
    Range "range" Object RANGE;
    Slice "slice" Object NONE;
    NoneType "NoneType" Object INSTANCE;
    NotImplementedType "NotImplementedType" Object INSTANCE;
    EllipsisType "ellipsis" Object INSTANCE;
    Function "function" Object FUNCTION;
    BuiltinFunction "builtin_function_or_method" Object BUILTIN;
    MethodDescriptor "method_descriptor" Object BUILTIN;
    ClassMethodDescriptor "classmethod_descriptor" Object BUILTIN;
    WrapperDescriptor "wrapper_descriptor" Object NONE;
    MethodWrapper "method-wrapper" Object BOUND_METHOD;
    BoundBuiltin "builtin_method" Object BOUND_METHOD;
    GetSetDescriptor "getset_descriptor" Object NONE;
    MemberDescriptor "member_descriptor" Object NONE;
    BoundMethod "method" Object BOUND_METHOD;
    Code "code" Object CODE;
    Cell "cell" Object CELL;
    Frame "frame" Object FRAME;
    FrameLocalsProxy "FrameLocalsProxy" Object NONE;
    Traceback "traceback" Object TRACEBACK;
    Module "module" Object MODULE;
    Property "property" Object PROPERTY;
    StaticMethod "staticmethod" Object STATIC_METHOD;
    ClassMethod "classmethod" Object CLASS_METHOD;
    Super "super" Object NONE;
    MappingProxy "mappingproxy" Object NONE;
    Generator "generator" Object GENERATOR;
    Coroutine "coroutine" Object GENERATOR;
    AsyncGenerator "async_generator" Object GENERATOR;
    CoroutineWrapper "coroutine_wrapper" Object NONE;
    AsyncGenASend "async_generator_asend" Object NONE;
    AsyncGenAThrow "async_generator_athrow" Object NONE;
    AsyncGenWrapped "async_generator_wrapped_value" Object NONE;
    AnextAwaitable "anext_awaitable" Object NONE;
    GenericAlias "types.GenericAlias" Object NONE;
    UnionType "types.UnionType" Object NONE;
    TypeVar "typing.TypeVar" Object NONE;
    ParamSpec "typing.ParamSpec" Object NONE;
    TypeVarTuple "typing.TypeVarTuple" Object NONE;
    TypeAlias "typing.TypeAliasType" Object NONE;
    ParamSpecArgs "typing.ParamSpecArgs" Object NONE;
    ParamSpecKwargs "typing.ParamSpecKwargs" Object NONE;
    NoDefaultType "NoDefaultType" Object INSTANCE;
    Generic "typing.Generic" Object INSTANCE;
    MemoryView "memoryview" Object NONE;
    RangeIterator "range_iterator" Object RANGE_ITER;
    LongRangeIterator "longrange_iterator" Object NONE;
    ListIterator "list_iterator" Object LIST_ITER;
    ListReverseIterator "list_reverseiterator" Object NONE;
    TupleIterator "tuple_iterator" Object TUPLE_ITER;
    StrIterator "str_iterator" Object STR_ITER;
    StrAsciiIterator "str_ascii_iterator" Object STR_ITER;
    BytesIterator "bytes_iterator" Object NONE;
    ByteArrayIterator "bytearray_iterator" Object NONE;
    MemoryIterator "memory_iterator" Object NONE;
    SetIterator "set_iterator" Object NONE;
    DictKeys "dict_keys" Object NONE;
    DictValues "dict_values" Object NONE;
    DictItems "dict_items" Object NONE;
    DictKeyIterator "dict_keyiterator" Object DICT_ITER;
    DictValueIterator "dict_valueiterator" Object DICT_ITER;
    DictItemIterator "dict_itemiterator" Object DICT_ITER;
    DictReverseKeyIterator "dict_reversekeyiterator" Object NONE;
    DictReverseValueIterator "dict_reversevalueiterator" Object NONE;
    DictReverseItemIterator "dict_reverseitemiterator" Object NONE;
    OrderedDict "collections.OrderedDict" Dict DICT;
    OrderedKeys "odict_keys" DictKeys NONE;
    OrderedValues "odict_values" DictValues NONE;
    OrderedItems "odict_items" DictItems NONE;
    OrderedIterator "odict_iterator" Object NONE;
    SequenceIterator "iterator" Object NONE;
    CallableIterator "callable_iterator" Object NONE;
    Enumerate "enumerate" Object NONE;
    Reversed "reversed" Object NONE;
    Zip "zip" Object NONE;
    Map "map" Object NONE;
    Filter "filter" Object NONE;
    SimpleNamespace "types.SimpleNamespace" Object INSTANCE;
    Context "_contextvars.Context" Object NONE;
    ContextVar "_contextvars.ContextVar" Object NONE;
    ContextToken "_contextvars.Token" Object NONE;
    MissingToken "Token.MISSING" Object INSTANCE;
    ContextKeys "keys" Object NONE;
    ContextValues "values" Object NONE;
    ContextItems "items" Object NONE;

    BaseException "BaseException" Object EXCEPTION;
    BaseExceptionGroup "BaseExceptionGroup" BaseException EXCEPTION;
    GeneratorExit "GeneratorExit" BaseException EXCEPTION;
    KeyboardInterrupt "KeyboardInterrupt" BaseException EXCEPTION;
    SystemExit "SystemExit" BaseException EXCEPTION;
    Exception "Exception" BaseException EXCEPTION;
    ExceptionGroup "ExceptionGroup" BaseExceptionGroup EXCEPTION;
    ArithmeticError "ArithmeticError" Exception EXCEPTION;
    FloatingPointError "FloatingPointError" ArithmeticError EXCEPTION;
    OverflowError "OverflowError" ArithmeticError EXCEPTION;
    ZeroDivisionError "ZeroDivisionError" ArithmeticError EXCEPTION;
    AssertionError "AssertionError" Exception EXCEPTION;
    AttributeError "AttributeError" Exception EXCEPTION;
    BufferError "BufferError" Exception EXCEPTION;
    EOFError "EOFError" Exception EXCEPTION;
    ImportError "ImportError" Exception EXCEPTION;
    ModuleNotFoundError "ModuleNotFoundError" ImportError EXCEPTION;
    LookupError "LookupError" Exception EXCEPTION;
    IndexError "IndexError" LookupError EXCEPTION;
    KeyError "KeyError" LookupError EXCEPTION;
    MemoryError "MemoryError" Exception EXCEPTION;
    NameError "NameError" Exception EXCEPTION;
    UnboundLocalError "UnboundLocalError" NameError EXCEPTION;
    OSError "OSError" Exception EXCEPTION;
    BlockingIOError "BlockingIOError" OSError EXCEPTION;
    ChildProcessError "ChildProcessError" OSError EXCEPTION;
    ConnectionError "ConnectionError" OSError EXCEPTION;
    BrokenPipeError "BrokenPipeError" ConnectionError EXCEPTION;
    ConnectionAbortedError "ConnectionAbortedError" ConnectionError EXCEPTION;
    ConnectionRefusedError "ConnectionRefusedError" ConnectionError EXCEPTION;
    ConnectionResetError "ConnectionResetError" ConnectionError EXCEPTION;
    FileExistsError "FileExistsError" OSError EXCEPTION;
    FileNotFoundError "FileNotFoundError" OSError EXCEPTION;
    InterruptedError "InterruptedError" OSError EXCEPTION;
    IsADirectoryError "IsADirectoryError" OSError EXCEPTION;
    NotADirectoryError "NotADirectoryError" OSError EXCEPTION;
    PermissionError "PermissionError" OSError EXCEPTION;
    ProcessLookupError "ProcessLookupError" OSError EXCEPTION;
    TimeoutError "TimeoutError" OSError EXCEPTION;
    ReferenceError "ReferenceError" Exception EXCEPTION;
    RuntimeError "RuntimeError" Exception EXCEPTION;
    NotImplementedError "NotImplementedError" RuntimeError EXCEPTION;
    PythonFinalizationError "PythonFinalizationError" RuntimeError EXCEPTION;
    RecursionError "RecursionError" RuntimeError EXCEPTION;
    StopAsyncIteration "StopAsyncIteration" Exception EXCEPTION;
    StopIteration "StopIteration" Exception EXCEPTION;
    SyntaxError "SyntaxError" Exception EXCEPTION;
    IndentationError "IndentationError" SyntaxError EXCEPTION;
    TabError "TabError" IndentationError EXCEPTION;
    IncompleteInputError "_IncompleteInputError" SyntaxError EXCEPTION;
    SystemError "SystemError" Exception EXCEPTION;
    TypeError "TypeError" Exception EXCEPTION;
    ValueError "ValueError" Exception EXCEPTION;
    UnicodeError "UnicodeError" ValueError EXCEPTION;
    UnicodeDecodeError "UnicodeDecodeError" UnicodeError EXCEPTION;
    UnicodeEncodeError "UnicodeEncodeError" UnicodeError EXCEPTION;
    UnicodeTranslateError "UnicodeTranslateError" UnicodeError EXCEPTION;
    Warning "Warning" Exception EXCEPTION;
    BytesWarning "BytesWarning" Warning EXCEPTION;
    DeprecationWarning "DeprecationWarning" Warning EXCEPTION;
    EncodingWarning "EncodingWarning" Warning EXCEPTION;
    FutureWarning "FutureWarning" Warning EXCEPTION;
    ImportWarning "ImportWarning" Warning EXCEPTION;
    PendingDeprecationWarning "PendingDeprecationWarning" Warning EXCEPTION;
    ResourceWarning "ResourceWarning" Warning EXCEPTION;
    RuntimeWarning "RuntimeWarning" Warning EXCEPTION;
    SyntaxWarning "SyntaxWarning" Warning EXCEPTION;
    UnicodeWarning "UnicodeWarning" Warning EXCEPTION;
    UserWarning "UserWarning" Warning EXCEPTION;
}

/// How many built-in classes there are; shapes above this index belong to scripts' classes.
pub const COUNT: usize = ALL.len();

static CLASSES: [OnceLock<Value>; COUNT] = [const { OnceLock::new() }; COUNT];

impl Builtin {
    /// The class object.
    ///
    /// # Panics
    /// Before the process-wide initialisation, which every way to an interpreter runs first.
    #[inline]
    pub fn class(self) -> &'static Value {
        match CLASSES[self as usize].get() {
            Some(class) => class,
            None => unreachable!("built-in class {} before initialisation", self.name()),
        }
    }

    /// The class's payload.
    #[inline]
    pub fn get(self) -> &'static Class {
        match self.class().payload::<Class>() {
            Some(class) => class,
            None => unreachable!("built-in classes are classes"),
        }
    }

    /// The shape of a direct instance whose layout is fixed in the table.
    #[inline(always)]
    pub const fn shape(self) -> u32 {
        shape_word(self.layout(), self as u32)
    }

    pub(super) fn install(self, class: Value) {
        let _ = CLASSES[self as usize].set(class);
    }

    /// The built-in class with this index.
    pub fn from_index(index: usize) -> Option<Builtin> {
        ALL.get(index).copied()
    }
}

impl Value {
    /// Whether this is a direct instance of a built-in class (not of a subclass).
    #[inline(always)]
    pub fn is_exact(&self, class: Builtin) -> bool {
        match self.header() {
            Some(header) => super::layout::index_of_shape(header.shape()) == class as usize,
            None => match class {
                Builtin::Int => self.as_small_int().is_some(),
                Builtin::Float => self.as_inline_float().is_some(),
                Builtin::Bool => self.as_bool().is_some(),
                Builtin::NoneType => self.is_none(),
                Builtin::NotImplementedType => self.is_not_implemented(),
                Builtin::EllipsisType => self.is_ellipsis(),
                _ => false,
            },
        }
    }
}
