//! `IncrementalNewlineDecoder`: a script's decoder, or none, whose text has its line ends seen to.
#![forbid(unsafe_code)]

use super::super::base;
use super::super::{call, named};
use super::decode::Newlines;
use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Bytes, Dict, NativeDef, Payload, Res, Slot, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef, native_class, once};
use crate::runtime::protocol;
use crate::runtime::protocol::convert::index_i64;
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::copied;

/// The payload.
#[derive(Default)]
struct NewlineDecoder {
    /// Unbound before `__init__`; None: text is given as it is.
    decoder: Slot,
    newlines: Mutex<Newlines>,
}

impl Payload for NewlineDecoder {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.decoder.trace(visit);
    }
}

static ARGUMENTS: NativeDef = signature(
    "IncrementalNewlineDecoder",
    "(decoder, translate, errors='strict')",
);

fn construct(thread: &Thread, class: &Value, _: CallArgs<'_>) -> Res {
    thread.alloc_instance(class_argument(thread, class)?, NewlineDecoder::default())
}

fn initialise(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res<()> {
    let bound = arguments(thread, &ARGUMENTS, args)?;
    let translates = protocol::truth(thread, &bound[1])?;
    let this = payload(thread, value)?;
    thread.go_alone();
    let old = this.decoder.replace(bound[0].clone());
    *this.newlines.lock() = Newlines {
        translates,
        ..Newlines::default()
    };
    drop(old);
    Ok(())
}

fn payload<'v>(thread: &Thread, value: &'v Value) -> Res<&'v NewlineDecoder> {
    value
        .payload::<NewlineDecoder>()
        .ok_or_else(|| thread.type_error("an IncrementalNewlineDecoder was expected"))
}

fn this<'v>(thread: &Thread, value: &'v Value) -> Res<(&'v NewlineDecoder, Value)> {
    let this = payload(thread, value)?;
    match this.decoder.load() {
        Some(decoder) => Ok((this, decoder)),
        None => Err(thread.value_error("IncrementalNewlineDecoder.__init__() not called")),
    }
}

fn decode(thread: &Thread, args: &[Value]) -> Res {
    let (this, decoder) = this(thread, &args[0])?;
    let is_last = match args[2].bound() {
        Some(flag) => protocol::truth(thread, flag)?,
        None => false,
    };
    let text = match decoder.is_none() {
        true => args[1].clone(),
        false => {
            let values = [args[1].clone(), Value::from_bool(is_last)];
            call(thread, &decoder, "decode", &values)?
        }
    };
    let Some(bytes) = text.as_str_object().map(Str::as_bytes) else {
        return Err(thread.type_error(format!(
            "decoder should return a string result, not '{}'",
            thread.class_of(&text).name_text()
        )));
    };
    let bytes = copied(thread, bytes)?;
    let converted = this.newlines.lock().convert(bytes, is_last);
    match converted {
        Some(text) => Str::from_bytes(thread, &text),
        None => Err(thread.memory_error()),
    }
}

fn getstate(thread: &Thread, args: &[Value]) -> Res {
    let (this, decoder) = this(thread, &args[0])?;
    let (buffer, flag) = match decoder.is_none() {
        true => (Bytes::empty(), 0),
        false => {
            let state = call(thread, &decoder, "getstate", &[])?;
            let Some([buffer, flag]) = state.as_tuple() else {
                return Err(thread.type_error("illegal decoder state"));
            };
            (buffer.clone(), index_i64(thread, flag)?)
        }
    };
    let waits = this.newlines.lock().waits;
    let flag = flag.wrapping_shl(1) | i64::from(waits);
    Tuple::pair(thread, buffer, thread.int(flag)?)
}

fn setstate(thread: &Thread, args: &[Value]) -> Res {
    let (this, decoder) = this(thread, &args[0])?;
    let Some(state) = args[1].as_tuple() else {
        return Err(thread.type_error("state argument must be a tuple"));
    };
    let [buffer, flag] = state else {
        return Err(thread.type_error("illegal decoder state"));
    };
    let flag = index_i64(thread, flag)?;
    this.newlines.lock().waits = flag & 1 != 0;
    if decoder.is_none() {
        return Ok(Value::NONE);
    }
    let inner = Tuple::pair(thread, buffer.clone(), thread.int(flag >> 1)?)?;
    call(thread, &decoder, "setstate", &[inner])
}

fn reset(thread: &Thread, args: &[Value]) -> Res {
    let (this, decoder) = this(thread, &args[0])?;
    {
        let mut newlines = this.newlines.lock();
        newlines.waits = false;
        newlines.seen = 0;
    }
    match decoder.is_none() {
        true => Ok(Value::NONE),
        false => call(thread, &decoder, "reset", &[]),
    }
}

fn get_newlines(thread: &Thread, value: &Value) -> Res {
    let (this, _) = this(thread, value)?;
    let seen = this.newlines.lock().seen;
    Newlines::seen_value(thread, seen)
}

static CLASS: ClassDef = ClassDef {
    name: "_io.IncrementalNewlineDecoder",
    doc: "Text in pieces, whose line ends are noted, and become \\n if they are to be\n\
        translated.",
    signature: "(decoder, translate, errors='strict')",
    flags: class_flag::BASE | class_flag::IMMUTABLE,
    layout: Some(id_of::<NewlineDecoder>),
    methods: &[
        NativeDef::method("decode", "(self, /, input, final=False)", decode)
            .doc("The text of a piece; a carriage return at its end waits for the next one."),
        NativeDef::method("getstate", "(self, /)", getstate).doc("What waits."),
        NativeDef::method("setstate", "(self, state, /)", setstate)
            .doc("Takes over what getstate() gave."),
        NativeDef::method("reset", "(self, /)", reset).doc("Begins anew."),
    ],
    slots: &[SlotDef::New(construct), SlotDef::Init(initialise)],
    getset: &[GetSetDef::new("newlines", get_newlines).doc("The line ends that were seen.")],
    ..ClassDef::DEFAULT
};

/// Puts the classes of text among the names of a module.
///
/// # Errors
/// MemoryError
pub fn add(thread: &Thread, dict: &Dict) -> Res<()> {
    let decoder = once(thread, &CLASS, native_class)?;
    dict.set(thread, named(thread, "IncrementalNewlineDecoder")?, decoder)?;
    let wrapper = base::class(thread, &super::CLASS)?;
    dict.set(thread, named(thread, "TextIOWrapper")?, wrapper)
}
