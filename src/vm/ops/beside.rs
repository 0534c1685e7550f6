//! What an instruction asks before it runs beside other threads (`runtime/gil/together.rs`, `object/access.rs`).
//!
//! Each function makes sure that what follows may be done: it comes back at once where the thread runs alone, or where the operands are known to be safe
//! to use beside others, and else has the thread go alone first. An operand may be used if it is immutable, or the thread's own, or published (to be
//! read), and of a built-in class, whose operations call no script code. What can go wrong or needs script code after all goes alone by itself: making
//! an exception, looking an attribute up that no cache has, asking hashes and equality.

use crate::bytecode::instr::Instr;
use crate::object::builtin::{self, Builtin};
use crate::object::header::Header;
use crate::object::iters::{DictIter, ListIter};
use crate::object::layout::{core, index_of_shape, of_shape};
use crate::object::purpose::Purpose;
use crate::object::traffic::Transfer;
use crate::object::value::{Word, word};
use crate::object::{Beside, Dict, Value};
use crate::runtime::code::Code;
use crate::runtime::function::{BoundMethod, BuiltinFunction, Function};
use crate::runtime::state::ThreadState;
use crate::vm::registers::Registers;

/// The header of the object that a register refers to.
fn header<'a>(object: Word) -> &'a Header {
    // SAFETY: the callers give pointer words that a register of the running frame holds for the whole instruction.
    unsafe { &*(object as *const Header) }
}

/// Makes sure that the contents of an object can be read: it is the thread's own, or published, or the thread is alone.
pub fn read(ts: &ThreadState, object: &Value) {
    if let Some(header) = object.header()
        && !header.is_own(ts.core.id())
    {
        publish(ts, object.word());
    }
}

/// [`read`] for an object that is not the thread's own.
#[cold]
#[inline(never)]
pub fn publish(ts: &ThreadState, object: Word) {
    let header = header(object);
    if ts.core.runs_together() && !header.is_published() {
        ts.core.go_alone_for(Purpose::Of("publishing", header));
        header.publish();
        ts.core.note_shared(header, Transfer::Published);
    }
}

/// Makes sure that the contents of an object that is not the thread's own can be written, which it is afterwards, or that the thread is alone.
#[cold]
#[inline(never)]
pub fn take_over(ts: &ThreadState, object: Word) {
    if ts.core.runs_together() {
        let header = header(object);
        ts.core.go_alone_for(Purpose::Of("taking over", header));
        ts.core.gather_count(header);
        header.take_over(ts.core.id());
        ts.core.note_shared(header, Transfer::TakenOver);
    }
}

/// What a thread is alone for that has references counted apart.
const APART: Purpose<'_> = Purpose::Word("counting references apart");

/// Has each thread count its references to the object at `place` by itself; the thread is alone afterwards.
#[cold]
#[inline(never)]
pub fn share(ts: &ThreadState, place: *const Word) {
    ts.core.go_alone_for(APART);
    // SAFETY: cells of namespaces and constants of running code stay where they are; the object is alive as long as nobody else runs.
    let word = unsafe { *place };
    if word::is_pointer(word) {
        ts.core.shard(header(word));
    }
}

/// Has each thread count its references to a method that many may call by itself.
pub fn share_function(ts: &ThreadState, function: &Value) {
    if ts.core.runs_together()
        && let Some(header) = function.header()
        && !header.is_counted_apart(ts.core.id())
    {
        ts.core.go_alone_for(APART);
        ts.core.shard(header);
    }
}

/// Before a dictionary is written.
pub fn write_dict(ts: &ThreadState, object: &Value, dict: &Dict) {
    if !ts.core.runs_together() {
        return;
    }
    if dict.is_namespace() {
        ts.core.go_alone();
    } else if !header(object.word()).is_own(ts.core.id()) {
        take_over(ts, object.word());
    }
}

/// Before a step of an iterator.
pub fn iterate(ts: &ThreadState, iterator: Word) {
    let iterator_header = header(iterator);
    if !iterator_header.is_own(ts.core.id()) {
        return take_over(ts, iterator);
    }
    // SAFETY: the register holds the word for the whole instruction.
    let value = unsafe { Value::borrow_word(&raw const iterator) };
    let container = match of_shape(iterator_header.shape()) {
        core::RANGE_ITER | core::TUPLE_ITER | core::STR_ITER | core::GENERATOR => return,
        core::LIST_ITER => value.payload::<ListIter>().map(|iter| iter.list.word()),
        core::DICT_ITER => value.payload::<DictIter>().map(|iter| iter.dict.word()),
        _ => None,
    };
    match container {
        Some(container) if word::is_pointer(container) => {
            if !header(container).is_own(ts.core.id()) {
                publish(ts, container);
            }
        }
        Some(_) => {}
        None => ts.core.go_alone_for(Purpose::Operand(value)),
    }
}

const INT: u32 = Builtin::Int.shape();
const FLOAT: u32 = Builtin::Float.shape();
const STR: u32 = Builtin::Str.shape();
const BYTES: u32 = Builtin::Bytes.shape();

/// Whether a value is an immediate, or a number of a built-in class: arithmetic uses nothing but the operands.
pub fn is_number(value: Word) -> bool {
    !word::is_pointer(value) || matches!(header(value).shape(), INT | FLOAT)
}

/// Whether both are strings, of which sums are made without more; a format (`%`) asks what is to be formatted.
pub fn are_texts(left: Word, right: Word) -> bool {
    let is_text = |value: Word| word::is_pointer(value) && header(value).shape() == STR;
    is_text(left) && is_text(right)
}

/// Whether a value is a number, a string or bytes: so do comparisons.
pub fn is_plain(value: Word) -> bool {
    is_number(value) || matches!(header(value).shape(), STR | BYTES)
}

/// Whether this is an object of one of the built-in containers, not of a subclass.
fn is_container(object: &Value) -> bool {
    object.header().is_some_and(|header| {
        index_of_shape(header.shape()) < builtin::COUNT
            && matches!(
                of_shape(header.shape()),
                core::LIST | core::TUPLE | core::DICT | core::SET | core::RANGE
            )
    })
}

/// Before a plain value or a built-in container is read; alone if it is neither.
fn read_contents(ts: &ThreadState, object: &Value) {
    if is_plain(object.word()) {
        return;
    }
    if is_container(object) {
        read_container(ts, object);
    } else {
        ts.core.go_alone_for(Purpose::Operand(object));
    }
}

/// Before a container is read; tuples and ranges never change.
fn read_container(ts: &ThreadState, object: &Value) {
    if !matches!(object.layout(), core::TUPLE | core::RANGE) {
        read(ts, object);
    }
}

/// Before an object is asked for its truth.
pub fn ask_truth(ts: &ThreadState, object: &Value) {
    if ts.core.runs_together() {
        read_contents(ts, object);
    }
}

/// Before an object is subscribed with an int.
pub fn subscribe(ts: &ThreadState, object: &Value) {
    if ts.core.runs_together() {
        read_contents(ts, object);
    }
}

/// Before a slice is read.
pub fn slice(ts: &ThreadState, object: &Value, bounds: &[Value]) {
    if !ts.core.runs_together() {
        return;
    }
    if bounds.iter().all(|bound| is_plain(bound.word())) && object.layout() != core::DICT {
        read_contents(ts, object);
    } else {
        ts.core.go_alone_for(Purpose::Operand(object));
    }
}

/// Before `item in container`.
pub fn search(ts: &ThreadState, container: &Value, item: &Value) {
    if !ts.core.runs_together() {
        return;
    }
    // Lists and tuples compare with whatever they hold.
    let is_hashed = matches!(container.layout(), core::DICT | core::SET | core::RANGE);
    if is_plain(item.word()) && (is_plain(container.word()) || is_hashed && is_container(container))
    {
        read_contents(ts, container);
    } else {
        ts.core.go_alone_for(Purpose::Operand(container));
    }
}

/// Before a sequence is unpacked.
pub fn unpack(ts: &ThreadState, object: &Value) {
    if !ts.core.runs_together() {
        return;
    }
    if is_container(object) && matches!(object.layout(), core::LIST | core::TUPLE) {
        read_container(ts, object);
    } else {
        ts.core.go_alone_for(Purpose::Operand(object));
    }
}

/// Before an iterator is asked for.
pub fn begin_iteration(ts: &ThreadState, object: &Value) {
    if !ts.core.runs_together() || object.is_exact(Builtin::Generator) {
        return;
    }
    if is_container(object) && object.layout() != core::SET {
        read_container(ts, object);
    } else {
        ts.core.go_alone_for(Purpose::Operand(object));
    }
}

/// Whether binding arguments to a script function needs nothing but these.
fn binds_beside(function: &Value) -> bool {
    let Some(function) = function.payload::<Function>() else {
        return false;
    };
    let code = function.code.word();
    // SAFETY: the function keeps its code meanwhile.
    let code = unsafe { Value::borrow_word(&raw const code) };
    code.payload::<Code>()
        .is_some_and(|code| code.plain.kwonly_count == 0)
}

/// Before a call with positional arguments: of a script function or class, or of a native function that can run beside others.
pub fn call(ts: &ThreadState, registers: Registers, instr: Instr, callee: &Value) {
    if !ts.core.runs_together() {
        return;
    }
    let bound = !registers.get(instr.b() + 1).is_unbound() as u16;
    let arguments = registers.window(instr.b() + 2 - bound, (instr.c() + bound) as usize);
    let may = match callee.layout() {
        core::BUILTIN => match callee.payload::<BuiltinFunction>() {
            Some(function) => call_native(ts, function, arguments),
            None => false,
        },
        core::CLASS => match callee.as_class() {
            Some(class) if class.is_static() => {
                const PURE: [Builtin; 6] = [
                    Builtin::Range,
                    Builtin::Int,
                    Builtin::Float,
                    Builtin::Bool,
                    Builtin::List,
                    Builtin::Dict,
                ];
                PURE.iter().any(|&class| callee.is(class.class()))
                    && arguments.iter().all(|argument| is_plain(argument.word()))
            }
            // `call_otherwise` comes where its instances are not made in the usual way.
            class => class.is_some(),
        },
        core::FUNCTION => binds_beside(callee),
        core::BOUND_METHOD => callee
            .payload::<BoundMethod>()
            .is_some_and(|method| binds_beside(&method.function)),
        _ => false,
    };
    if !may {
        ts.core.go_alone_for(Purpose::Call(callee));
    }
}

/// Whether a native function may be called with these arguments, which are readable or writable as it needs them afterwards.
fn call_native(ts: &ThreadState, function: &BuiltinFunction, arguments: &[Value]) -> bool {
    let (count, writes) = match function.def.beside {
        Beside::No => return false,
        Beside::Reads(count) => (count as usize, false),
        Beside::Writes(count) => (count as usize, true),
    };
    let used = &arguments[..count.min(arguments.len())];
    let is_known = |value: &Value| is_plain(value.word()) || is_container(value);
    if !function.receiver.get().is_unbound() || !used.iter().all(is_known) {
        return false;
    }
    for (i, argument) in used.iter().enumerate() {
        if writes && i == 0 {
            if !header(argument.word()).is_own(ts.core.id()) {
                take_over(ts, argument.word());
            }
        } else if !is_plain(argument.word()) {
            read_container(ts, argument);
        }
    }
    true
}

/// Before a call in which [`call`] saw a class whose instances are made in another way than the usual one.
pub fn call_otherwise(ts: &ThreadState, callee: &Value) {
    if callee.as_class().is_some_and(|class| !class.is_static()) {
        ts.core.go_alone_for(Purpose::Call(callee));
    }
}
