//! `Pickler`, and what `p.memo` shows.
//!
//! **Invariant**: while `dump` runs, the memo is the encoder's alone, and another `dump` of the same pickler is refused.

use super::encoder::{Encoder, Options};
use super::memo::Written;
use super::{errors, opcodes};
use crate::base::sync::{Mutex, MutexGuard};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{
    Builtin, Bytes, Dict, NativeDef, Payload, Raised, Res, Slot, Thread, Tuple, Value, names,
};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::function::BuiltinFunction;
use crate::runtime::native_call::short_name;
use crate::runtime::protocol::{self, get_attr_opt, get_attr_str};
use crate::types::shared::{arguments, class_argument, signature};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU8, Ordering::Relaxed};

/// The payload of picklers.
#[derive(Default)]
struct Pickler {
    /// The file's `write`; unbound before `__init__`.
    write: Slot,
    protocol: AtomicU8,
    fix_imports: AtomicBool,
    binary: AtomicI64,
    fast: AtomicI64,
    buffer_callback: Slot,
    dispatch_table: Slot,
    memo: Mutex<Memo>,
}

#[derive(Default)]
struct Memo {
    /// The memo, empty while `dump` has it.
    memo: Written,
    is_taken: bool,
}

impl Payload for Pickler {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [&self.write, &self.buffer_callback, &self.dispatch_table] {
            slot.trace(visit);
        }
        if let Some(memo) = self.memo.try_lock() {
            memo.memo
                .entries()
                .iter()
                .for_each(|(_, object)| visit(object));
        }
    }
}

/// The payload of `p.memo`.
struct MemoProxy {
    pickler: Value,
}

impl Payload for MemoProxy {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.pickler);
    }
}

fn pickler<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Pickler> {
    value
        .payload::<Pickler>()
        .ok_or_else(|| thread.type_error("a Pickler was expected"))
}

/// The protocol that an argument asks for.
///
/// # Errors
/// ValueError if there is no such protocol.
pub fn protocol_argument(thread: &Thread, value: &Value) -> Res<u8> {
    let Some(value) = value.bound().filter(|value| !value.is_none()) else {
        return Ok(opcodes::DEFAULT);
    };
    let wanted = i64::from(crate::types::text::args::c_int(thread, value)?);
    match u8::try_from(wanted) {
        Ok(protocol) if protocol <= opcodes::HIGHEST => Ok(protocol),
        Err(_) if wanted < 0 => Ok(opcodes::HIGHEST),
        _ => {
            let message = format!("pickle protocol must be <= {}", opcodes::HIGHEST);
            Err(thread.value_error(message))
        }
    }
}

/// The callback for buffers that an argument gives.
///
/// # Errors
/// ValueError if the protocol has no buffers.
pub fn buffer_callback_argument(
    thread: &Thread,
    value: &Value,
    protocol: u8,
) -> Res<Option<Value>> {
    let callback = value.bound().filter(|value| !value.is_none()).cloned();
    match callback {
        Some(_) if protocol < 5 => Err(thread.value_error("buffer_callback needs protocol >= 5")),
        callback => Ok(callback),
    }
}

/// The `write` of a file.
///
/// # Errors
/// TypeError if it has none.
pub fn write_of(thread: &Thread, file: &Value) -> Res {
    match get_attr_opt(thread, file, names::WRITE.value())? {
        Some(write) => Ok(write),
        None => Err(thread.type_error("file must have a 'write' attribute")),
    }
}

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, Pickler::default())
}

static ARGUMENTS: NativeDef = signature(
    "Pickler",
    "(file, protocol=None, fix_imports=True, buffer_callback=None)",
);

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let protocol = protocol_argument(thread, &bound[1])?;
    let write = write_of(thread, &bound[0])?;
    let fix_imports = match bound[2].bound() {
        Some(value) => protocol::truth(thread, value)?,
        None => true,
    };
    let callback = buffer_callback_argument(thread, &bound[3], protocol)?;
    let name = thread.intern(b"dispatch_table")?;
    let table = get_attr_opt(thread, value, &name)?;
    thread.go_alone();
    let this = pickler(thread, value)?;
    this.protocol.store(protocol, Relaxed);
    this.binary.store(i64::from(protocol > 0), Relaxed);
    this.fast.store(0, Relaxed);
    this.fix_imports.store(fix_imports && protocol < 3, Relaxed);
    this.buffer_callback.set(callback.unwrap_or(Value::UNBOUND));
    this.dispatch_table.set(table.unwrap_or(Value::UNBOUND));
    this.write.set(write);
    let old = std::mem::take(&mut this.memo.lock().memo);
    drop(old);
    Ok(())
}

#[cold]
fn not_initialised(thread: &Thread, value: &Value) -> Raised {
    let name = short_name(thread.class_of(value));
    errors::writing(
        thread,
        format!("Pickler.__init__() was not called by {name}.__init__()"),
    )
}

/// The memo, unless `dump` has it.
fn unused<'p>(thread: &Thread, this: &'p Pickler) -> Res<MutexGuard<'p, Memo>> {
    let memo = this.memo.lock();
    if memo.is_taken {
        drop(memo);
        return Err(thread.error(Builtin::RuntimeError, "the pickler is in use"));
    }
    Ok(memo)
}

/// Whether a method is the native one of this definition, which need not be called by name.
pub fn is_native(function: &Value, def: &'static NativeDef) -> bool {
    function
        .payload::<BuiltinFunction>()
        .is_some_and(|function| std::ptr::eq(function.def, def))
}

/// The function that gives persistent ids, unless it is the native one, which gives none.
fn persistent_id_of(thread: &Thread, value: &Value) -> Res<Option<Value>> {
    let function = get_attr_str(thread, value, "persistent_id")?;
    Ok((!is_native(&function, &METHODS[0])).then_some(function))
}

fn dump(thread: &Thread, args: &[Value]) -> Res {
    let value = &args[0];
    let this = pickler(thread, value)?;
    let Some(write) = this.write.load() else {
        return Err(not_initialised(thread, value));
    };
    let name = thread.intern(b"reducer_override")?;
    let options = Options {
        persistent_id: persistent_id_of(thread, value)?,
        reducer_override: get_attr_opt(thread, value, &name)?,
        protocol: this.protocol.load(Relaxed),
        fix_imports: this.fix_imports.load(Relaxed),
        fast: this.fast.load(Relaxed) != 0,
        dispatch_table: this.dispatch_table.load(),
        buffer_callback: this.buffer_callback.load(),
    };
    let memo = {
        let mut guard = unused(thread, this)?;
        guard.is_taken = true;
        std::mem::take(&mut guard.memo)
    };
    let mut encoder = Encoder::new(thread, options, memo, Some(write));
    let written = encoder.dump(&args[1]);
    let Encoder { memo, out, .. } = encoder;
    {
        let mut guard = this.memo.lock();
        guard.is_taken = false;
        guard.memo = memo;
    }
    written?;
    out.finish(thread)?;
    Ok(Value::NONE)
}

fn clear_memo(thread: &Thread, args: &[Value]) -> Res {
    replace_memo(thread, pickler(thread, &args[0])?, Written::default())?;
    Ok(Value::NONE)
}

fn replace_memo(thread: &Thread, this: &Pickler, memo: Written) -> Res<()> {
    let mut guard = unused(thread, this)?;
    let old = std::mem::replace(&mut guard.memo, memo);
    drop(guard);
    drop(old);
    Ok(())
}

/// Numbers and objects of the memo.
fn entries(thread: &Thread, this: &Pickler) -> Res<Vec<(u32, Value)>> {
    Ok(unused(thread, this)?.memo.entries().to_vec())
}

fn default_persistent_id(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn get_dispatch_table(thread: &Thread, value: &Value) -> Res {
    match pickler(thread, value)?.dispatch_table.load() {
        Some(table) => Ok(table),
        None => Err(protocol::attribute::no_attribute(
            thread,
            value,
            &thread.intern(b"dispatch_table")?,
        )),
    }
}

fn set_dispatch_table(thread: &Thread, value: &Value, table: Option<&Value>) -> Res<()> {
    thread.go_alone();
    let this = pickler(thread, value)?;
    this.dispatch_table
        .set(table.cloned().unwrap_or(Value::UNBOUND));
    Ok(())
}

fn get_binary(thread: &Thread, value: &Value) -> Res {
    thread.int(pickler(thread, value)?.binary.load(Relaxed))
}

fn set_binary(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let int = number(thread, new)?;
    pickler(thread, value)?.binary.store(int, Relaxed);
    Ok(())
}

fn get_fast(thread: &Thread, value: &Value) -> Res {
    thread.int(pickler(thread, value)?.fast.load(Relaxed))
}

fn set_fast(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let int = number(thread, new)?;
    pickler(thread, value)?.fast.store(int, Relaxed);
    Ok(())
}

fn number(thread: &Thread, value: Option<&Value>) -> Res<i64> {
    match value {
        Some(value) => Ok(crate::types::text::args::c_int(thread, value)?.into()),
        None => Err(thread.type_error("can't delete numeric/char attribute")),
    }
}

fn get_memo(thread: &Thread, value: &Value) -> Res {
    let class = once(thread, &PROXY, native_class)?;
    let proxy = MemoProxy {
        pickler: value.clone(),
    };
    thread.alloc_instance(class_argument(thread, &class)?, proxy)
}

fn set_memo(thread: &Thread, value: &Value, new: Option<&Value>) -> Res<()> {
    let this = pickler(thread, value)?;
    let Some(new) = new else {
        return Err(thread.type_error("attribute deletion is not supported"));
    };
    if let Some(proxy) = new.payload::<MemoProxy>() {
        let from = pickler(thread, &proxy.pickler)?;
        let memo = from.memo.lock().memo.copy(thread)?;
        return replace_memo(thread, this, memo);
    }
    thread.before_read(new);
    let Some(dict) = new.as_dict() else {
        return Err(thread.type_error(format!(
            "'memo' attribute must be a PicklerMemoProxy object or dict, not {}",
            thread.class_of(new).name_text()
        )));
    };
    let mut memo = Written::default();
    for (_, entry) in dict.items(thread) {
        let Some([number, object]) = entry.as_tuple() else {
            return Err(thread.type_error("'memo' values must be 2-item tuples"));
        };
        if number.as_int().is_none() {
            return Err(thread.type_error("an integer is required"));
        }
        let number = protocol::convert::index_i64(thread, number)?;
        let Ok(number) = u32::try_from(number) else {
            return Err(errors::writing(thread, "memo id too large for LONG_BINGET"));
        };
        memo.put_at(thread, number, object)?;
    }
    replace_memo(thread, this, memo)
}

fn proxied<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Pickler> {
    match value.payload::<MemoProxy>() {
        Some(proxy) => pickler(thread, &proxy.pickler),
        None => Err(thread.type_error("a PicklerMemoProxy was expected")),
    }
}

fn proxy_clear(thread: &Thread, args: &[Value]) -> Res {
    replace_memo(thread, proxied(thread, &args[0])?, Written::default())?;
    Ok(Value::NONE)
}

/// A dictionary from identities to pairs of number and object.
fn proxy_copy(thread: &Thread, args: &[Value]) -> Res {
    let copy = Dict::new_value(thread)?;
    for (number, object) in entries(thread, proxied(thread, &args[0])?)? {
        let identity = thread.int_from_usize(thread.identity(&object) as usize)?;
        let pair = Tuple::pair(thread, thread.int(number.into())?, object)?;
        if let Some(copy) = copy.as_dict() {
            copy.set(thread, identity, pair)?;
        }
    }
    Ok(copy)
}

fn proxy_reduce(thread: &Thread, args: &[Value]) -> Res {
    let contents = proxy_copy(thread, args)?;
    let arguments = Tuple::from_vec(thread, vec![contents])?;
    Tuple::pair(thread, Builtin::Dict.class().clone(), arguments)
}

/// `dumps`: the bytes of an object.
///
/// # Errors
/// What the encoder raises.
pub fn dumps(thread: &Thread, args: &[Value]) -> Res {
    let options = options_of_call(thread, &args[1], &args[2], &args[3])?;
    let mut encoder = Encoder::new(thread, options, Written::default(), None);
    encoder.dump(&args[0])?;
    let bytes = encoder.out.finish(thread)?;
    Bytes::new_value(thread, &bytes)
}

/// `dump`: into a file.
///
/// # Errors
/// What the encoder and the file raise.
pub fn dump_to_file(thread: &Thread, args: &[Value]) -> Res {
    let options = options_of_call(thread, &args[2], &args[3], &args[4])?;
    let write = write_of(thread, &args[1])?;
    let mut encoder = Encoder::new(thread, options, Written::default(), Some(write));
    encoder.dump(&args[0])?;
    encoder.out.finish(thread)?;
    Ok(Value::NONE)
}

fn options_of_call(
    thread: &Thread,
    protocol: &Value,
    fix_imports: &Value,
    buffer_callback: &Value,
) -> Res<Options> {
    let protocol = protocol_argument(thread, protocol)?;
    let fix_imports = match fix_imports.bound() {
        Some(value) => protocol::truth(thread, value)?,
        None => true,
    };
    Ok(Options {
        protocol,
        fix_imports: fix_imports && protocol < 3,
        buffer_callback: buffer_callback_argument(thread, buffer_callback, protocol)?,
        ..Options::default()
    })
}

static PROXY: ClassDef = ClassDef {
    name: "_pickle.PicklerMemoProxy",
    layout: Some(id_of::<MemoProxy>),
    methods: &[
        NativeDef::method("clear", "(self, /)", proxy_clear).doc("Forgets all objects."),
        NativeDef::method("copy", "(self, /)", proxy_copy)
            .doc("A dictionary from the identities of the objects to numbers and objects."),
        NativeDef::method("__reduce__", "(self, /)", proxy_reduce)
            .doc("What copies are made from."),
    ],
    ..ClassDef::DEFAULT
};

static METHODS: [NativeDef; 3] = [
    NativeDef::method("persistent_id", "(self, obj, /)", default_persistent_id)
        .doc("The id of an object that is not to be written itself; None for all."),
    NativeDef::method("dump", "(self, obj, /)", dump).doc("Writes an object into the file."),
    NativeDef::method("clear_memo", "(self, /)", clear_memo)
        .doc("Forgets which objects have been written."),
];

/// The class.
pub static CLASS: ClassDef = ClassDef {
    name: "_pickle.Pickler",
    doc: "Writes objects into a file as a stream of pickles.\n\n\
        Objects that have been written are known to later pickles of the same stream.",
    signature: "(file, protocol=None, fix_imports=True, buffer_callback=None)",
    flags: class_flag::BASE,
    layout: Some(id_of::<Pickler>),
    methods: &METHODS,
    slots: &[SlotDef::New(construct), SlotDef::Init(initialise)],
    getset: &[
        GetSetDef::new("memo", get_memo)
            .writable(set_memo)
            .doc("The objects that have been written."),
        GetSetDef::new("dispatch_table", get_dispatch_table)
            .writable(set_dispatch_table)
            .doc("Functions that take instances of classes apart, in place of copyreg's."),
        GetSetDef::new("bin", get_binary)
            .writable(set_binary)
            .doc("Whether the protocol is one of bytes."),
        GetSetDef::new("fast", get_fast)
            .writable(set_fast)
            .doc("Whether the memo is left alone."),
    ],
    ..ClassDef::DEFAULT
};
