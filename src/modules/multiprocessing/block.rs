//! `_multiprocessing.Block`: shared memory, as bytes and as words of 64 bits.

use super::{asleep_at, deadline, system_error, wait_until};
use crate::base::sync::atomic::{AtomicU64, Ordering::*};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::int::IntRef;
use crate::object::layout::{Sharing, id_of};
use crate::object::native::Beside;
use crate::object::{Bytes, NativeDef, Payload, Res, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::convert::{index, index_ssize};
use crate::runtime::system::{self, SharedMemory, WORD};
use crate::types::float::convert::real;
use crate::types::shared::{arguments, class_argument, signature};
use crate::types::text::args::{buffer, c_int};
use crate::types::text::buffer as bytes_like;
use num_bigint::Sign;

/// The payload, which never changes; what it leads to does.
pub struct Block(SharedMemory);

impl Payload for Block {
    const LEAF: bool = true;
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    name: "_multiprocessing.Block",
    doc: "Memory that processes share: a new block of so many bytes, or that of a descriptor.",
    signature: "(size=0, fd=-1)",
    flags: class_flag::WEAKREF | class_flag::IMMUTABLE,
    layout: Some(id_of::<Block>),
    methods: &NativeDef::all_beside(
        Beside::READS_ALL,
        [
            NativeDef::method("fileno", "(self, /)", fileno).doc("The descriptor."),
            NativeDef::method("read", "(self, start, length, /)", read)
                .doc("A copy of so many bytes."),
            NativeDef::method("write", "(self, start, data, /)", write).doc("Writes bytes."),
            NativeDef::method("get", "(self, start, code, /)", get)
                .doc("The number at a place; the code is that of its type in C."),
            NativeDef::method("set", "(self, start, code, value, /)", set)
                .doc("Writes a number at a place. An integer is cut to the size of the type."),
            NativeDef::method("load", "(self, index, /)", load).doc("A word, as an int."),
            NativeDef::method("store", "(self, index, value, /)", store).doc("Sets a word."),
            NativeDef::method("add", "(self, index, value, /)", add)
                .doc("Adds to a word. Returns what it is now."),
            NativeDef::method("replace", "(self, index, old, new, /)", replace)
                .doc("Sets a word if it has the old value; whether it had."),
            NativeDef::method("wait", "(self, index, value, timeout=None, /)", wait).doc(
                "Waits until a word does not have this value any more; False if it had for so\n\
                many seconds. It has to be woken, and only the lower 32 bits count.",
            ),
            NativeDef::method("wake", "(self, index, count=2147483647, /)", wake)
                .doc("Wakes those who wait for a word, at most so many."),
        ],
    ),
    slots: &[SlotDef::New(construct)],
    ..ClassDef::DEFAULT
};

const NEW: NativeDef = signature("Block", "(size=0, fd=-1)");

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let bound = arguments(thread, &NEW, args)?;
    let number = match bound[1].bound() {
        Some(value) => c_int(thread, value)?,
        None => -1,
    };
    let memory = if number >= 0 {
        SharedMemory::open(number)
    } else {
        let size = match bound[0].bound() {
            Some(value) => index_ssize(thread, value)?,
            None => 0,
        };
        let Ok(size) = usize::try_from(size) else {
            return Err(thread.value_error("the size is negative"));
        };
        thread.check_memory(size)?;
        SharedMemory::new(size)
    };
    let memory = memory.map_err(|errno| system_error(thread, errno))?;
    thread.alloc_instance(class_argument(thread, class)?, Block(memory))
}

/// The memory of a block.
///
/// # Errors
/// TypeError
pub fn memory<'v>(thread: &Thread, value: &'v Value) -> Res<&'v SharedMemory> {
    match value.payload::<Block>() {
        Some(block) => Ok(&block.0),
        None => Err(thread.type_error("a Block was expected")),
    }
}

/// The word of a block that has this number.
///
/// # Errors
/// TypeError, IndexError
pub fn word<'v>(thread: &Thread, block: &'v Value, number: &Value) -> Res<&'v AtomicU64> {
    let words = memory(thread, block)?.words();
    let number = index_ssize(thread, number)?;
    let word = usize::try_from(number).ok().and_then(|at| words.get(at));
    word.ok_or_else(|| out_of_range(thread))
}

#[cold]
fn out_of_range(thread: &Thread) -> crate::object::Raised {
    thread.error(
        crate::object::Builtin::IndexError,
        "block index out of range",
    )
}

/// The lower 64 bits of an int.
fn bits(thread: &Thread, value: &Value) -> Res<u64> {
    let number = index(thread, value)?;
    match number.as_int().and_then(|int| int.to_i64()) {
        Some(number) => Ok(number as u64),
        None => Err(thread.overflow_error("int too large for a word")),
    }
}

fn fileno(thread: &Thread, args: &[Value]) -> Res {
    thread.int(memory(thread, &args[0])?.number().into())
}

fn place(thread: &Thread, value: &Value) -> Res<usize> {
    usize::try_from(index_ssize(thread, value)?).map_err(|_| out_of_range(thread))
}

fn read(thread: &Thread, args: &[Value]) -> Res {
    let memory = memory(thread, &args[0])?;
    let (start, length) = (place(thread, &args[1])?, place(thread, &args[2])?);
    if length > memory.words().len() * WORD {
        return Err(out_of_range(thread));
    }
    let mut bytes = buffer(thread, length)?;
    bytes.resize(length, 0);
    match memory.read(start, &mut bytes) {
        Some(()) => Bytes::new_value(thread, &bytes),
        None => Err(out_of_range(thread)),
    }
}

fn write(thread: &Thread, args: &[Value]) -> Res {
    let start = place(thread, &args[1])?;
    let bytes = bytes_like::require(thread, &args[2])?.unlocked();
    let written = memory(thread, &args[0])?.write(start, &bytes);
    written.map_or_else(|| Err(out_of_range(thread)), |()| Ok(Value::NONE))
}

/// What the code of a type in C says.
#[derive(Clone, Copy)]
enum Kind {
    Signed(usize),
    Unsigned(usize),
    Single,
    Double,
}

impl Kind {
    fn of(thread: &Thread, code: &Value) -> Res<Kind> {
        Ok(match code.as_str() {
            Some("b") => Kind::Signed(1),
            Some("B") => Kind::Unsigned(1),
            Some("h") => Kind::Signed(2),
            Some("H") => Kind::Unsigned(2),
            Some("i") => Kind::Signed(4),
            Some("I") => Kind::Unsigned(4),
            Some("l" | "q") => Kind::Signed(8),
            Some("L" | "Q") => Kind::Unsigned(8),
            Some("f") => Kind::Single,
            Some("d") => Kind::Double,
            _ => return Err(thread.value_error("there is no such type")),
        })
    }

    fn size(self) -> usize {
        match self {
            Kind::Signed(size) | Kind::Unsigned(size) => size,
            Kind::Single => 4,
            Kind::Double => 8,
        }
    }
}

fn get(thread: &Thread, args: &[Value]) -> Res {
    let start = place(thread, &args[1])?;
    let kind = Kind::of(thread, &args[2])?;
    let mut bytes = [0; 8];
    let read = memory(thread, &args[0])?.read(start, &mut bytes[..kind.size()]);
    if read.is_none() {
        return Err(out_of_range(thread));
    }
    // The missing bytes are zero.
    let bits = u64::from_le_bytes(bytes);
    match kind {
        Kind::Signed(size) => {
            let unused = 64 - 8 * size as u32;
            thread.int((bits << unused) as i64 >> unused)
        }
        Kind::Unsigned(_) => thread.int_from_usize(bits as usize),
        Kind::Single => thread.float(f32::from_bits(bits as u32).into()),
        Kind::Double => thread.float(f64::from_bits(bits)),
    }
}

/// The lower 64 bits of an int of any size, in two's complement.
fn lowest_bits(int: IntRef<'_>) -> u64 {
    match int {
        IntRef::Small(small) => small as u64,
        IntRef::Big(big) => {
            let lowest = big.iter_u64_digits().next().unwrap_or(0);
            match big.sign() {
                Sign::Minus => lowest.wrapping_neg(),
                _ => lowest,
            }
        }
    }
}

fn set(thread: &Thread, args: &[Value]) -> Res {
    let start = place(thread, &args[1])?;
    let kind = Kind::of(thread, &args[2])?;
    let bits = match kind {
        Kind::Signed(_) | Kind::Unsigned(_) => {
            index(thread, &args[3])?.as_int().map_or(0, lowest_bits)
        }
        Kind::Single | Kind::Double => {
            let Some(value) = real(thread, &args[3])? else {
                let class = thread.class_of(&args[3]).name_text();
                return Err(thread.type_error(format!("must be real number, not {class}")));
            };
            match kind {
                Kind::Single => u64::from((value as f32).to_bits()),
                _ => value.to_bits(),
            }
        }
    };
    let bytes = bits.to_le_bytes();
    let written = memory(thread, &args[0])?.write(start, &bytes[..kind.size()]);
    written.map_or_else(|| Err(out_of_range(thread)), |()| Ok(Value::NONE))
}

fn load(thread: &Thread, args: &[Value]) -> Res {
    thread.int(word(thread, &args[0], &args[1])?.load(SeqCst) as i64)
}

fn store(thread: &Thread, args: &[Value]) -> Res {
    let value = bits(thread, &args[2])?;
    word(thread, &args[0], &args[1])?.store(value, SeqCst);
    Ok(Value::NONE)
}

fn add(thread: &Thread, args: &[Value]) -> Res {
    let value = bits(thread, &args[2])?;
    let old = word(thread, &args[0], &args[1])?.fetch_add(value, SeqCst);
    thread.int(old.wrapping_add(value) as i64)
}

fn replace(thread: &Thread, args: &[Value]) -> Res {
    let (old, new) = (bits(thread, &args[2])?, bits(thread, &args[3])?);
    let word = word(thread, &args[0], &args[1])?;
    let replaced = word.compare_exchange(old, new, SeqCst, SeqCst);
    Ok(Value::from_bool(replaced.is_ok()))
}

fn wait(thread: &Thread, args: &[Value]) -> Res {
    let expected = bits(thread, &args[2])? as u32;
    let deadline = deadline(thread, &args[3])?;
    let word = word(thread, &args[0], &args[1])?;
    let changed = || word.load(SeqCst) as u32 != expected;
    let waited = wait_until(thread, deadline, changed, asleep_at(word, expected))?;
    Ok(Value::from_bool(waited))
}

fn wake(thread: &Thread, args: &[Value]) -> Res {
    let count = match args[2].bound() {
        Some(count) => c_int(thread, count)?,
        None => i32::MAX,
    };
    system::wake(word(thread, &args[0], &args[1])?, count);
    Ok(Value::NONE)
}
