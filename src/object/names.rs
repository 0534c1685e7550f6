//! The names that the runtime itself uses, as immortal interned strings, and the strings of one code point below 256.

use super::header::{Header, flag, owner};
use super::layout::{Object, Payload};
use super::str::Str;
use super::value::Value;
use rustc_hash::FxHashMap;
use std::ptr::NonNull;
use std::sync::OnceLock;

/// A name known when this crate is compiled.
#[derive(Clone, Copy)]
pub struct Name(u16);

macro_rules! names {
    ($($ident:ident $text:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u16)]
        enum Index { $($ident,)* Count }
        $(#[doc = concat!("`", $text, "`")] pub const $ident: Name = Name(Index::$ident as u16);)*
        const TEXTS: [&str; Index::Count as usize] = [$($text,)*];
    };
}

names! {
    EMPTY ""
    INIT "__init__" NEW "__new__" DEL "__del__" REPR "__repr__" STR "__str__" BYTES "__bytes__" FORMAT "__format__"
    LT "__lt__" LE "__le__" EQ "__eq__" NE "__ne__" GT "__gt__" GE "__ge__" HASH "__hash__" BOOL "__bool__"
    GETATTR "__getattr__" GETATTRIBUTE "__getattribute__" SETATTR "__setattr__" DELATTR "__delattr__" DIR "__dir__"
    GET "__get__" SET "__set__" DELETE "__delete__" SET_NAME "__set_name__" SLOTS "__slots__"
    INIT_SUBCLASS "__init_subclass__" PREPARE "__prepare__" INSTANCECHECK "__instancecheck__"
    SUBCLASSCHECK "__subclasscheck__" CLASS_GETITEM "__class_getitem__" MRO_ENTRIES "__mro_entries__" CALL "__call__"
    LEN "__len__" LENGTH_HINT "__length_hint__" GETITEM "__getitem__" SETITEM "__setitem__" DELITEM "__delitem__"
    MISSING "__missing__" ITER "__iter__" NEXT "__next__" REVERSED "__reversed__" CONTAINS "__contains__"
    ADD "__add__" SUB "__sub__" MUL "__mul__" MATMUL "__matmul__" TRUEDIV "__truediv__" FLOORDIV "__floordiv__"
    MOD "__mod__" DIVMOD "__divmod__" POW "__pow__" LSHIFT "__lshift__" RSHIFT "__rshift__" AND "__and__" XOR "__xor__"
    OR "__or__" RADD "__radd__" RSUB "__rsub__" RMUL "__rmul__" RMATMUL "__rmatmul__" RTRUEDIV "__rtruediv__"
    RFLOORDIV "__rfloordiv__" RMOD "__rmod__" RDIVMOD "__rdivmod__" RPOW "__rpow__" RLSHIFT "__rlshift__"
    RRSHIFT "__rrshift__" RAND "__rand__" RXOR "__rxor__" ROR "__ror__" IADD "__iadd__" ISUB "__isub__" IMUL "__imul__"
    IMATMUL "__imatmul__" ITRUEDIV "__itruediv__" IFLOORDIV "__ifloordiv__" IMOD "__imod__" IPOW "__ipow__"
    ILSHIFT "__ilshift__" IRSHIFT "__irshift__" IAND "__iand__" IXOR "__ixor__" IOR "__ior__" NEG "__neg__" POS "__pos__"
    ABS "__abs__" INVERT "__invert__" COMPLEX "__complex__" INT "__int__" FLOAT "__float__" INDEX "__index__"
    ROUND "__round__" TRUNC "__trunc__" FLOOR "__floor__" CEIL "__ceil__" ENTER "__enter__" EXIT "__exit__" AWAIT "__await__"
    AITER "__aiter__" ANEXT "__anext__" AENTER "__aenter__" AEXIT "__aexit__" NAME "__name__" QUALNAME "__qualname__"
    MODULE "__module__" DOC "__doc__" DICT "__dict__" CLASS "__class__" BASES "__bases__" MRO "__mro__" BASE "__base__"
    WEAKREF "__weakref__" CLASSCELL "__classcell__" CLASSDICTCELL "__classdictcell__" CLASSDICT "__classdict__"
    STATIC_ATTRIBUTES "__static_attributes__" FIRSTLINENO "__firstlineno__" ANNOTATIONS "__annotations__"
    TYPE_PARAMS "__type_params__" ORIG_BASES "__orig_bases__" MATCH_ARGS "__match_args__" DEFAULTS "__defaults__"
    KWDEFAULTS "__kwdefaults__" CODE "__code__" GLOBALS "__globals__" CLOSURE "__closure__" FUNC "__func__" SELF "__self__"
    WRAPPED "__wrapped__" ISABSTRACT "__isabstractmethod__" ABSTRACTMETHODS "__abstractmethods__" FILE "__file__" SPEC "__spec__"
    LOADER "__loader__" PACKAGE "__package__" PATH "__path__" ALL "__all__" BUILTINS "__builtins__" MAIN "__main__"
    BUILD_CLASS "__build_class__" IMPORT "__import__" DEBUG "__debug__" CAUSE "__cause__" CONTEXT "__context__"
    TRACEBACK "__traceback__" SUPPRESS_CONTEXT "__suppress_context__" NOTES "__notes__" ARGS "args" COPY "__copy__"
    DEEPCOPY "__deepcopy__" REDUCE "__reduce__" REDUCE_EX "__reduce_ex__" GETSTATE "__getstate__" SETSTATE "__setstate__"
    GETNEWARGS "__getnewargs__" SIZEOF "__sizeof__" TEXT_SIGNATURE "__text_signature__" OBJCLASS "__objclass__"
    FSPATH "__fspath__" BUFFER "__buffer__" RELEASE_BUFFER "__release_buffer__" TYPING_SUBST "__typing_subst__"
    MRO_METHOD "mro" SEND "send" THROW "throw" CLOSE "close" KEYS "keys" VALUES "values" ITEMS "items" GET_METHOD "get"
    APPEND "append" EXTEND "extend" UPDATE "update" SORT "sort" READ "read" READLINE "readline" WRITE "write" FLUSH "flush" VALUE "value" CODE_ATTR "code"
    KEY "key" REVERSE "reverse" DEFAULT "default" START "start" STOP "stop" STEP "step" REAL "real" IMAG "imag" SUPER "super"
    PRINT "print" UNDERSCORE "_" STDOUT "stdout" STDERR "stderr" STDIN "stdin" MODULES "modules" SYS "sys" BUILTINS_MODULE "builtins"
    METACLASS "metaclass" LAMBDA "<lambda>" MODULE_NAME "<module>" LISTCOMP "<listcomp>" GENEXPR "<genexpr>" DISPLAYHOOK "displayhook" EXCEPTHOOK "excepthook"
    SEP "sep" END "end" LOCALS "locals" N_FIELDS "n_fields" MSG "msg" FILENAME "filename" LINENO "lineno" OFFSET "offset" TEXT "text" END_LINENO "end_lineno"
    END_OFFSET "end_offset" PRINT_FILE_AND_LINE "print_file_and_line" NAME_ATTR "name" OBJ "obj" PATH_ATTR "path" NAME_FROM "name_from" ERRNO "errno"
    STRERROR "strerror" FILENAME2 "filename2" ENCODING "encoding" OBJECT "object" REASON "reason" MESSAGE "message" EXCEPTIONS "exceptions"
    DATA_RECEIVED "data_received" MAX_SIZE "max_size" STREAM_READER "_stream_reader"
}

struct Table {
    names: Vec<Value>,
    /// The strings of the code points below 256.
    chars: Vec<Value>,
    by_text: FxHashMap<&'static [u8], Value>,
}

static TABLE: OnceLock<Table> = OnceLock::new();
/// The code points below 256 in UTF-8: 128 of one byte, 128 of two.
static LATIN1: [u8; 384] = {
    let mut bytes = [0; 384];
    let mut i = 0;
    while i < 128 {
        bytes[i] = i as u8;
        bytes[128 + 2 * i] = 0xC2 | (i >> 6) as u8;
        bytes[129 + 2 * i] = 0x80 | (i & 0x3F) as u8;
        i += 1;
    }
    bytes
};

fn table() -> &'static Table {
    TABLE.get_or_init(|| {
        super::layout::id_of::<Str>();
        let mut by_text: FxHashMap<&'static [u8], Value> = FxHashMap::default();
        let mut make = |bytes: &'static [u8]| {
            by_text
                .entry(bytes)
                .or_insert_with(|| interned(bytes))
                .clone()
        };
        let ascii = (0..128)
            .map(|i| make(&LATIN1[i..i + 1]))
            .collect::<Vec<_>>();
        let wide = (64..192).map(|i| make(&LATIN1[2 * i..2 * i + 2]));
        let chars = ascii.into_iter().chain(wide).collect();
        let names = TEXTS.iter().map(|text| make(text.as_bytes())).collect();
        Table {
            names,
            chars,
            by_text,
        }
    })
}

fn interned(bytes: &'static [u8]) -> Value {
    let value = Str::immortal(bytes);
    if let Some(header) = value.header() {
        header.set(flag::INTERNED);
    }
    value
}

impl Name {
    /// The interned string.
    #[inline]
    pub fn value(self) -> &'static Value {
        &table().names[self.0 as usize]
    }

    /// The text.
    pub fn text(self) -> &'static str {
        TEXTS[self.0 as usize]
    }
}

/// The one-character string of an ASCII byte.
#[inline]
pub fn ascii(byte: u8) -> &'static Value {
    &table().chars[byte as usize & 127]
}

/// The one-character string of a code point below 256.
#[inline]
pub fn latin1(c: u8) -> &'static Value {
    &table().chars[c as usize]
}

/// Names of the static classes' attributes beyond those above; complete before the first interpreter is made.
static FURTHER: OnceLock<FxHashMap<&'static [u8], Value>> = OnceLock::new();

/// Makes these texts interned strings of the whole process, once, before the first interpreter is made.
pub fn install(texts: &[&'static str]) {
    FURTHER.get_or_init(|| {
        let mut further: FxHashMap<&'static [u8], Value> = FxHashMap::default();
        for text in texts {
            let bytes = text.as_bytes();
            if !table().by_text.contains_key(bytes) {
                further.entry(bytes).or_insert_with(|| interned(bytes));
            }
        }
        further
    });
}

/// The process-wide interned string with this text.
pub fn lookup(bytes: &[u8]) -> Option<&'static Value> {
    table()
        .by_text
        .get(bytes)
        .or_else(|| FURTHER.get().and_then(|further| further.get(bytes)))
}

/// A process-wide string that is never freed.
pub fn immortal_text(text: &'static str) -> Value {
    match lookup(text.as_bytes()) {
        Some(known) => known.clone(),
        None => Str::immortal(text.as_bytes()),
    }
}

/// A process-wide direct instance of a built-in class that is never freed. What the payload refers to must be immortal too.
pub fn immortal_object<T: Payload>(class: super::Builtin, payload: T) -> Value {
    let layout = super::layout::id_of::<T>();
    // Room for the attribute storage that the class's instances may have; it stays empty.
    immortal_with_tail(
        super::layout::shape_word(layout, class as u32),
        payload,
        &[0; 8],
    )
}

/// A process-wide object that is never freed.
pub(super) fn immortal<T: Payload>(shape: u32, payload: T) -> Value {
    immortal_with_tail(shape, payload, &[])
}

/// A process-wide object that is never freed, with `tail` behind its payload.
pub(super) fn immortal_with_tail<T: Payload>(shape: u32, payload: T, tail: &[u8]) -> Value {
    super::layout::id_of::<T>();
    // The object is aligned to 16 bytes as a whole, its payload is not: the tail follows the payload without a gap.
    let end = std::mem::offset_of!(Object<T>, payload) + size_of::<T>();
    let size = size_of::<Object<T>>().max(end + tail.len());
    let Ok(layout) = std::alloc::Layout::from_size_align(size, 16) else {
        unreachable!("sizes of built-in objects")
    };
    // SAFETY: the layout is not empty; header, payload and tail are written before the value is made.
    unsafe {
        let object = std::alloc::alloc(layout) as *mut Object<T>;
        let Some(header) = NonNull::new(object as *mut Header) else {
            std::alloc::handle_alloc_error(layout)
        };
        header
            .as_ptr()
            .write(Header::new(shape, owner::IMMORTAL, 0));
        (&raw mut (*object).payload).write(payload);
        std::ptr::copy_nonoverlapping(tail.as_ptr(), (object as *mut u8).add(end), tail.len());
        Value::from_header(header)
    }
}
