//! `Unpickler`, and what `u.memo` shows.
//!
//! **Invariant**: while `load` runs, memo and unused bytes are the decoder's alone, and another `load` of the same unpickler is refused.

use super::decoder::{Decoder, Options};
use super::input::{File, Input, bytes_of};
use super::memo::Read;
use super::pickler::is_native;
use super::{build, errors};
use crate::base::sync::{Mutex, MutexGuard};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Builtin, Dict, NativeDef, Payload, Raised, Res, Slot, Thread, Tuple, Value, names,
};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::native_call::short_name;
use crate::runtime::protocol::{self, get_attr_opt, get_attr_str};
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::optional_text;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering::Relaxed};

/// The payload of unpicklers.
#[derive(Default)]
struct Unpickler {
    /// The file's `read`; unbound before `__init__`.
    read: Slot,
    readline: Slot,
    buffers: Slot,
    fix_imports: AtomicBool,
    /// The protocol of what was read last, which `find_class` goes by.
    protocol: AtomicU8,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    encoding: String,
    errors: String,
    memo: Read,
    /// Bytes that were taken from the file and not used.
    rest: Vec<u8>,
    is_taken: bool,
}

impl Payload for Unpickler {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [&self.read, &self.readline, &self.buffers] {
            slot.trace(visit);
        }
        if let Some(state) = self.state.try_lock() {
            state.memo.entries().for_each(|(_, value)| visit(value));
        }
    }
}

/// The payload of `u.memo`.
struct MemoProxy {
    unpickler: Value,
}

impl Payload for MemoProxy {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.unpickler);
    }
}

fn unpickler<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Unpickler> {
    value
        .payload::<Unpickler>()
        .ok_or_else(|| thread.type_error("an Unpickler was expected"))
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Unpickler::default())
}

static ARGUMENTS: NativeDef = signature(
    "Unpickler",
    "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
);

/// The options that arguments of a call ask for, in the order `fix_imports`, `encoding`, `errors`, `buffers`.
fn options_of_call(thread: &Thread, function: &str, args: &[Value]) -> Res<Options> {
    let fix_imports = match args[0].bound() {
        Some(value) => protocol::truth(thread, value)?,
        None => true,
    };
    let text = |value: &Value, name: &str, default: &str| -> Res<String> {
        let what = format!("{function}() argument '{name}'");
        let text = optional_text(thread, value, &what)?;
        Ok(text.unwrap_or(default).to_owned())
    };
    let buffers = match args[3].bound().filter(|value| !value.is_none()) {
        Some(buffers) if buffers.as_tuple().is_some_and(<[Value]>::is_empty) => None,
        Some(buffers) => Some(protocol::iter(thread, buffers)?),
        None => None,
    };
    Ok(Options {
        fix_imports,
        encoding: text(&args[1], "encoding", "ASCII")?,
        errors: text(&args[2], "errors", "strict")?,
        buffers,
        finder: None,
        persistent_load: None,
    })
}

fn file_of(thread: &Thread, file: &Value) -> Res<File> {
    let read = get_attr_opt(thread, file, names::READ.value())?;
    let readline = get_attr_opt(thread, file, names::READLINE.value())?;
    match (read, readline) {
        (Some(read), Some(readline)) => Ok(File { read, readline }),
        _ => Err(thread.type_error("file must have 'read' and 'readline' attributes")),
    }
}

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let file = file_of(thread, &bound[0])?;
    let options = options_of_call(thread, "Unpickler", &bound[1..])?;
    thread.go_alone();
    let this = unpickler(thread, value)?;
    this.fix_imports.store(options.fix_imports, Relaxed);
    this.protocol.store(0, Relaxed);
    this.buffers.set(options.buffers.unwrap_or(Value::UNBOUND));
    this.readline.set(file.readline);
    this.read.set(file.read);
    let mut state = this.state.lock();
    state.encoding = options.encoding;
    state.errors = options.errors;
    state.rest = Vec::new();
    let old = std::mem::take(&mut state.memo);
    drop(state);
    drop(old);
    Ok(())
}

#[cold]
fn not_initialised(thread: &Thread, value: &Value) -> Raised {
    let name = short_name(thread.class_of(value));
    errors::reading(
        thread,
        format!("Unpickler.__init__() was not called by {name}.__init__()"),
    )
}

/// What `load` works with, unless one has it.
fn unused<'u>(thread: &Thread, this: &'u Unpickler) -> Res<MutexGuard<'u, State>> {
    let state = this.state.lock();
    if state.is_taken {
        drop(state);
        return Err(thread.error(Builtin::RuntimeError, "the unpickler is in use"));
    }
    Ok(state)
}

fn load(thread: &Thread, args: &[Value]) -> Res {
    let value = &args[0];
    let this = unpickler(thread, value)?;
    let (Some(read), Some(readline)) = (this.read.load(), this.readline.load()) else {
        return Err(not_initialised(thread, value));
    };
    let persistent_load = get_attr_str(thread, value, "persistent_load")?;
    let finder = get_attr_str(thread, value, "find_class")?;
    let mut options = Options {
        fix_imports: this.fix_imports.load(Relaxed),
        encoding: String::new(),
        errors: String::new(),
        buffers: this.buffers.load(),
        finder: (!is_native(&finder, &METHODS[1])).then(|| value.clone()),
        persistent_load: (!is_native(&persistent_load, &METHODS[2])).then_some(persistent_load),
    };
    let (memo, rest) = {
        let mut state = unused(thread, this)?;
        state.is_taken = true;
        options.encoding = state.encoding.clone();
        options.errors = state.errors.clone();
        (
            std::mem::take(&mut state.memo),
            std::mem::take(&mut state.rest),
        )
    };
    let input = Input::of_file(rest, File { read, readline });
    let mut decoder = Decoder::new(thread, input, memo, options);
    decoder.on_protocol = Some(&this.protocol);
    let loaded = decoder.load();
    let Decoder { memo, input, .. } = decoder;
    let rest = input.into_rest();
    let mut state = this.state.lock();
    state.is_taken = false;
    state.memo = memo;
    state.rest = rest;
    drop(state);
    loaded
}

fn find_class(thread: &Thread, args: &[Value]) -> Res {
    let this = unpickler(thread, &args[0])?;
    build::find_global(
        thread,
        &args[1],
        &args[2],
        this.protocol.load(Relaxed),
        this.fix_imports.load(Relaxed),
    )
}

fn default_persistent_load(thread: &Thread, _: &[Value]) -> Res {
    Err(build::no_persistent_load(thread))
}

fn get_memo(thread: &Thread, value: &Value) -> Res {
    let class = once(thread, &PROXY, native_class)?;
    let proxy = MemoProxy {
        unpickler: value.clone(),
    };
    thread.alloc_instance(class_argument(thread, &class)?, proxy)
}

fn replace_memo(thread: &Thread, this: &Unpickler, memo: Read) -> Res<()> {
    let mut state = unused(thread, this)?;
    let old = std::mem::replace(&mut state.memo, memo);
    drop(state);
    drop(old);
    Ok(())
}

/// A copy of the memo.
fn memo_of(thread: &Thread, this: &Unpickler) -> Res<Read> {
    let entries: Vec<(u64, Value)> = {
        let state = unused(thread, this)?;
        let entries = state.memo.entries();
        entries
            .map(|(number, value)| (number, value.clone()))
            .collect()
    };
    let mut copy = Read::default();
    for (number, value) in entries {
        copy.put(thread, number, value)?;
    }
    Ok(copy)
}

fn set_memo(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let this = unpickler(thread, value)?;
    let Some(new) = new else {
        return Err(thread.type_error("attribute deletion is not supported"));
    };
    if let Some(proxy) = new.payload::<MemoProxy>() {
        let memo = memo_of(thread, unpickler(thread, &proxy.unpickler)?)?;
        return replace_memo(thread, this, memo);
    }
    thread.before_read(new);
    let Some(dict) = new.as_dict() else {
        return Err(thread.type_error(format!(
            "'memo' attribute must be an UnpicklerMemoProxy object or dict, not {}",
            thread.class_of(new).name_text()
        )));
    };
    let mut memo = Read::default();
    for (number, value) in dict.items(thread) {
        if number.as_int().is_none() {
            return Err(thread.type_error("memo key must be integers"));
        }
        let number = protocol::convert::index_ssize(thread, &number)?;
        let Ok(number) = u64::try_from(number) else {
            return Err(thread.value_error("memo key must be positive integers."));
        };
        memo.put(thread, number, value)?;
    }
    replace_memo(thread, this, memo)
}

fn proxied<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Unpickler> {
    match value.payload::<MemoProxy>() {
        Some(proxy) => unpickler(thread, &proxy.unpickler),
        None => Err(thread.type_error("an UnpicklerMemoProxy was expected")),
    }
}

fn proxy_clear(thread: &Thread, args: &[Value]) -> Res {
    replace_memo(thread, proxied(thread, &args[0])?, Read::default())?;
    Ok(Value::NONE)
}

/// A dictionary from numbers to objects.
fn proxy_copy(thread: &Thread, args: &[Value]) -> Res {
    let copy = Dict::new_value(thread)?;
    for (number, value) in memo_of(thread, proxied(thread, &args[0])?)?.entries() {
        let number = thread.int_from_usize(number as usize)?;
        if let Some(copy) = copy.as_dict() {
            copy.set(thread, number, value.clone())?;
        }
    }
    Ok(copy)
}

fn proxy_reduce(thread: &Thread, args: &[Value]) -> Res {
    let contents = proxy_copy(thread, args)?;
    let arguments = Tuple::from_vec(thread, vec![contents])?;
    Tuple::pair(thread, Builtin::Dict.class().clone(), arguments)
}

/// `loads`: the object that bytes stand for.
///
/// # Errors
/// What the decoder raises.
pub fn loads(thread: &Thread, args: &[Value]) -> Res {
    let options = options_of_call(thread, "loads", &args[1..])?;
    let data = args[0].clone();
    let input = Input::of_bytes(bytes_of(thread, &data)?);
    Decoder::new(thread, input, Read::default(), options).load()
}

/// `load`: the next object of a file.
///
/// # Errors
/// What the decoder and the file raise.
pub fn load_from_file(thread: &Thread, args: &[Value]) -> Res {
    let file = file_of(thread, &args[0])?;
    let options = options_of_call(thread, "load", &args[1..])?;
    let input = Input::of_file(Vec::new(), file);
    Decoder::new(thread, input, Read::default(), options).load()
}

static PROXY: ClassDef = ClassDef {
    name: "_pickle.UnpicklerMemoProxy",
    layout: Some(id_of::<MemoProxy>),
    methods: &[
        NativeDef::method("clear", "(self, /)", proxy_clear).doc("Forgets all objects."),
        NativeDef::method("copy", "(self, /)", proxy_copy)
            .doc("A dictionary from numbers to objects."),
        NativeDef::method("__reduce__", "(self, /)", proxy_reduce)
            .doc("What copies are made from."),
    ],
    ..ClassDef::DEFAULT
};

static METHODS: [NativeDef; 3] = [
    NativeDef::method("load", "(self, /)", load)
        .doc("Reads the next pickle of the file; the object that it stands for."),
    NativeDef::method(
        "find_class",
        "(self, module_name, global_name, /)",
        find_class,
    )
    .doc(
        "The object that a module has under a name. Overridden, it decides which\n\
        objects a pickle can refer to.",
    ),
    NativeDef::method("persistent_load", "(self, pid, /)", default_persistent_load)
        .doc("The object of a persistent id; UnpicklingError unless it is overridden."),
];

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "_pickle.Unpickler",
    doc: "Reads objects from a file that is a stream of pickles.\n\n\
        A pickle can call any function: read none that somebody else may have made.",
    signature: "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
    flags: class_flag::BASE,
    layout: Some(id_of::<Unpickler>),
    methods: &METHODS,
    slots: &[SlotDef::New(construct), SlotDef::Init(initialise)],
    getset: &[GetSetDef::new("memo", get_memo)
        .writable(set_memo)
        .doc("The objects that have numbers.")],
    ..ClassDef::DEFAULT
};
