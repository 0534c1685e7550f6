//! The dispatch loop: fetch, one big `match`, exit.
//!
//! An arm is a fast path of a few lines or one call; everything that can be slow is in `ops/`. The loop exists three times, one for each way of
//! locking ([`Mode`]). Instruction pointer, register base and frame stay in locals; `pc` is saved to the frame before anything that can raise,
//! run script code, or look at frames. Registers follow the rules of the opcode table, which the verifier has checked.
//!
//! Fast paths test operands by their tags; an operand that is an immediate needs no reference counting, so arms for ints and floats neither
//! take nor give back references.

use super::enter::{self, Return};
use super::leave;
use super::ops;
use super::registers::code_of;
use super::unwind::{self, Outcome};
use crate::bytecode::opcodes::Op;
use crate::object::builtin::Builtin;
use crate::object::header::Header;
use crate::object::layout::{Object, of_shape};
use crate::object::thread::Raised;
use crate::object::value::{Word, word};
use crate::object::{Class, List, Res, Tuple, Value};
use crate::runtime::code::Code;
use crate::runtime::frame::{Continuation, Frame, flag};
use crate::runtime::function::{Cell, Function};
use crate::runtime::safepoint;
use crate::runtime::state::ThreadState;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

/// How the lock is handed over while bytecode runs.
pub trait Mode {
    /// Whether instructions are counted.
    const COUNTS: bool;
    /// Whether several threads run at once, see `runtime/gil/together.rs`. An instruction runs alone unless it is known to use nothing but registers, what
    /// is the thread's own, and what is written by threads that are alone.
    const TOGETHER: bool;
}

/// A lock that is handed over on request.
pub struct Lock;
/// A lock that is handed over after an exact number of instructions.
pub struct Ticks;
/// No lock.
pub struct Free;

impl Mode for Lock {
    const COUNTS: bool = false;
    const TOGETHER: bool = false;
}
impl Mode for Ticks {
    const COUNTS: bool = true;
    const TOGETHER: bool = false;
}
impl Mode for Free {
    const COUNTS: bool = false;
    const TOGETHER: bool = true;
}

const FUNCTION_SHAPE: u32 = Builtin::Function.shape();
const LIST_SHAPE: u32 = Builtin::List.shape();
const TUPLE_SHAPE: u32 = Builtin::Tuple.shape();
const DICT_SHAPE: u32 = Builtin::Dict.shape();
const CLASS_LAYOUT: u8 = crate::object::layout::core::CLASS;

/// The shape of the heap object that `w` points to.
#[inline(always)]
unsafe fn shape_of(w: Word) -> u32 {
    // SAFETY: the caller knows that `w` is a pointer word.
    unsafe { (*(w as *const Header)).shape() }
}

/// Borrows the payload of the object that `w` points to.
#[inline(always)]
unsafe fn payload_of<'a, T>(w: Word) -> &'a T {
    // SAFETY: the caller has compared the shape.
    unsafe { &*((w as *const u8).add(std::mem::size_of::<Header>()) as *const T) }
}

const _: () = assert!(std::mem::size_of::<Object<u64>>() == 32);

/// Drops an owned word.
#[inline(always)]
unsafe fn drop_word(w: Word) {
    // SAFETY: the caller owns it.
    drop(unsafe { Value::from_word(w) });
}

/// A new reference as a word.
#[inline(always)]
unsafe fn clone_word(w: Word) -> Word {
    // SAFETY: the caller borrows a valid word.
    unsafe { Value::clone_word(w) }.into_word()
}

/// The comparison of two floats or ints of mixed kinds, if both are inline numbers.
#[inline(always)]
fn as_number(w: Word) -> Option<f64> {
    if word::is_float(w) {
        Some(word::to_float(w))
    } else if word::is_int(w) && word::to_int(w).unsigned_abs() < 1 << 53 {
        Some(word::to_int(w) as f64)
    } else {
        None
    }
}

/// Runs from the newest frame until the frame that was entered from native code (`Continuation::Native`) is left. With `raised`, the newest
/// frame begins by raising that exception. Answers unbound when the mode has changed: the caller is to go on in the loop that it asks for now.
///
/// # Errors
/// The exception that left the entry frame.
#[allow(clippy::cognitive_complexity)]
pub fn run<M: Mode>(ts: &ThreadState, raised: Option<Raised>) -> Res {
    // SAFETY (of the whole function): frames, registers and code are used as the opcode table describes; the verifier has checked that every register
    // an instruction names exists and holds what the table says. Each block that relies on something else says so.
    unsafe {
        let mut frame: *mut Frame = ts.frame.get();
        let mut pc: *const AtomicU64 = (*frame).pc;
        let mut base: *mut Word = (*frame).base;
        let mut w: u64;

        macro_rules! a {
            () => {
                (w >> 16) as u16 as usize
            };
        }
        macro_rules! b {
            () => {
                (w >> 32) as u16 as usize
            };
        }
        macro_rules! c {
            () => {
                (w >> 48) as usize
            };
        }
        macro_rules! x {
            () => {
                (w >> 8) as u8
            };
        }
        macro_rules! bc {
            () => {
                (w >> 32) as u32 as usize
            };
        }
        macro_rules! b_imm {
            () => {
                (w >> 32) as u16 as i16 as i64
            };
        }
        macro_rules! c_imm {
            () => {
                (w as i64) >> 48
            };
        }
        macro_rules! r {
            ($i:expr) => {
                *base.add($i)
            };
        }
        // Reads a source operand: moves a temporary, copies a local.
        macro_rules! read {
            ($i:expr) => {{
                let i = $i;
                let value = r!(i);
                if i >= (*(*frame).code).nlocals as usize {
                    value
                } else {
                    clone_word(value)
                }
            }};
        }
        macro_rules! next {
            ($n:expr) => {{
                pc = pc.add($n);
                continue;
            }};
        }
        // Jumps count from the instruction after this one.
        macro_rules! jump16 {
            ($offset:expr) => {{
                pc = pc.offset(1 + $offset as isize);
                continue;
            }};
        }
        macro_rules! jump32 {
            () => {{
                pc = pc.offset(1 + (w as i64 >> 32) as isize);
                continue;
            }};
        }
        macro_rules! reload {
            () => {{
                frame = ts.frame.get();
                base = (*frame).base;
                pc = (*frame).pc;
                continue;
            }};
        }
        // Waits until no other thread runs.
        macro_rules! alone {
            () => {
                if M::TOGETHER && ts.core.runs_together() {
                    (*frame).pc = pc;
                    ts.core.go_alone();
                }
            };
        }
        macro_rules! const_place {
            () => {
                std::ptr::from_ref(code_of(frame).consts.get_unchecked(bc!())).cast()
            };
        }
        // The word at a place that threads share, with a reference taken, which each thread counts apart from the others. If that is new, the
        // instruction begins again.
        macro_rules! take_shared {
            ($place:expr) => {{
                let place: *const Word = $place;
                // Others may exchange one immediate for another.
                let word = (*place.cast::<AtomicU64>()).load(Relaxed);
                if !M::TOGETHER {
                    clone_word(word)
                } else if !word::is_pointer(word)
                    || (*(word as *const Header)).increment_apart(ts.core.id())
                {
                    word
                } else {
                    (*frame).pc = pc;
                    if ops::beside::share(ts, place) {
                        continue;
                    }
                    clone_word(word)
                }
            }};
        }
        // Before the contents of a mutable object are read. If the thread had to wait for that, the instruction begins again: others may have
        // rewritten it, or its cache, meanwhile.
        macro_rules! reads {
            ($object:expr) => {
                if M::TOGETHER && !(*($object as *const Header)).is_own(ts.core.id()) {
                    (*frame).pc = pc;
                    if ops::beside::publish(ts, $object) {
                        continue;
                    }
                }
            };
        }
        // Before they are written.
        macro_rules! writes {
            ($object:expr) => {
                if M::TOGETHER && !(*($object as *const Header)).is_own(ts.core.id()) {
                    (*frame).pc = pc;
                    if ops::beside::take_over(ts, $object) {
                        continue;
                    }
                }
            };
        }
        macro_rules! serve {
            () => {
                if let Err(raised) = if M::TOGETHER {
                    safepoint::serve_together(&ts.core)
                } else {
                    safepoint::serve(&ts.core)
                } {
                    raise!(raised);
                }
            };
        }
        macro_rules! raise {
            ($raised:expr) => {{
                match unwind::unwind(ts, $raised) {
                    Outcome::Handler => reload!(),
                    Outcome::Leave(raised) => return Err(raised),
                }
            }};
        }
        // Calls an op body that writes registers itself.
        macro_rules! op {
            ($f:expr, $n:expr) => {{
                alone!();
                op_beside!($f, $n)
            }};
        }
        // One that can run beside other threads.
        macro_rules! op_beside {
            ($f:expr, $n:expr) => {{
                (*frame).pc = pc;
                match $f(ts, frame, w) {
                    Ok(()) => next!($n),
                    Err(raised) => raise!(raised),
                }
            }};
        }
        // An op body that may push a frame.
        macro_rules! op_enter {
            ($f:expr, $n:expr) => {{
                alone!();
                op_enter_beside!($f, $n)
            }};
        }
        macro_rules! op_enter_beside {
            ($f:expr, $n:expr) => {{
                (*frame).pc = pc;
                match $f(ts, frame, w) {
                    Ok(ops::Step::Next) => next!($n),
                    Ok(ops::Step::Enter) => {
                        frame = ts.frame.get();
                        base = (*frame).base;
                        pc = (*frame).pc;
                        if ts.core.breaker.load(Relaxed) != 0 {
                            serve!();
                            if ts.is_in_wrong_loop(M::COUNTS) {
                                return Ok(Value::UNBOUND);
                            }
                        }
                        continue;
                    }
                    Err(raised) => raise!(raised),
                }
            }};
        }
        // An op body that decides a branch on two operands.
        macro_rules! op_branch {
            ($f:expr, $offset:expr) => {{
                (*frame).pc = pc;
                match $f(ts, frame, w) {
                    Ok(ops::Branch::Jump) => jump16!($offset),
                    Ok(ops::Branch::Fall) => next!(1),
                    Ok(ops::Branch::Enter) => reload!(),
                    Err(raised) => raise!(raised),
                }
            }};
        }
        // As `op_branch`, on the operand `a`, with a jump held in two fields.
        macro_rules! op_branch32 {
            ($f:expr) => {{
                (*frame).pc = pc;
                match $f(ts, frame, w) {
                    Ok(ops::Branch::Jump) => jump32!(),
                    Ok(ops::Branch::Fall) => next!(1),
                    Ok(ops::Branch::Enter) => reload!(),
                    Err(raised) => raise!(raised),
                }
            }};
        }
        macro_rules! safepoint {
            () => {
                if ts.core.breaker.load(Relaxed) != 0 {
                    (*frame).pc = pc;
                    serve!();
                    if ts.is_in_wrong_loop(M::COUNTS) {
                        return Ok(Value::UNBOUND);
                    }
                }
            };
        }
        // Writes a local and drops its old value.
        macro_rules! store_local {
            ($i:expr, $value:expr) => {{
                let place = base.add($i);
                let old = *place;
                *place = $value;
                if word::is_pointer(old) {
                    (*frame).pc = pc;
                    drop_word(old);
                }
            }};
        }
        macro_rules! store_temp {
            ($i:expr, $value:expr) => {
                r!($i) = $value
            };
        }
        // Drops a source operand, whose value is `$value`, if it is a temporary.
        macro_rules! consume {
            ($i:expr, $value:expr) => {{
                let i = $i;
                if i >= (*(*frame).code).nlocals as usize {
                    (*frame).pc = pc;
                    r!(i) = word::UNBOUND;
                    drop_word($value);
                }
            }};
        }
        macro_rules! load_attr {
            ($store:ident) => {{
                let object = r!(b!());
                let cache = (*pc.add(1)).load(Relaxed);
                if word::is_pointer(object)
                    && {
                        reads!(object);
                        shape_of(object) == cache as u32
                    }
                    && (cache >> 32) < ops::attr::MAX_INLINE
                {
                    let value = *((object + (cache >> 32)) as *const Word);
                    if value != word::UNBOUND {
                        let value = clone_word(value);
                        consume!(b!(), object);
                        $store!(a!(), value);
                        next!(2)
                    }
                }
                op_enter_beside!(ops::attr::load, 2)
            }};
        }
        macro_rules! load_item {
            ($store:ident, $object:expr, $i:expr, $slow:path) => {{
                let object = $object;
                if shape_of(object) == LIST_SHAPE {
                    reads!(object);
                }
                if let Some(value) = subscript(object, $i) {
                    let value = clone_word(value);
                    consume!(b!(), object);
                    $store!(a!(), value);
                    next!(1)
                }
                op_enter_beside!($slow, 1)
            }};
        }
        macro_rules! load_subscr {
            ($store:ident) => {{
                let (object, key) = (r!(b!()), r!(c!()));
                if word::is_pointer(object) {
                    if word::is_int(key) {
                        load_item!($store, object, word::to_int(key), ops::subscript::load)
                    }
                    if shape_of(object) == DICT_SHAPE {
                        op_beside!(ops::subscript::load_dict, 1)
                    }
                }
                op_enter_beside!(ops::subscript::load, 1)
            }};
        }
        macro_rules! load_subscr_imm {
            ($store:ident) => {{
                let object = r!(b!());
                if word::is_pointer(object) {
                    load_item!($store, object, c_imm!(), ops::subscript::load_imm)
                }
                op_enter_beside!(ops::subscript::load_imm, 1)
            }};
        }
        macro_rules! for_iter {
            ($store:ident) => {{
                safepoint!();
                (*frame).pc = pc;
                match ops::iterate::step(ts, r!(b!()), w) {
                    ops::iterate::Stepped::Item(value) => {
                        $store!(a!(), value);
                        jump16!(c_imm!())
                    }
                    ops::iterate::Stepped::Exhausted => {
                        let iterator = r!(b!());
                        r!(b!()) = word::UNBOUND;
                        drop_word(iterator);
                        next!(1)
                    }
                    ops::iterate::Stepped::Enter => reload!(),
                    ops::iterate::Stepped::Raised(raised) => raise!(raised),
                }
            }};
        }
        macro_rules! int_float {
            ($store:ident, $int:expr, $float:expr, $slow:path) => {{
                let (left, right) = (r!(b!()), r!(c!()));
                if word::both_int(left, right) {
                    if let Some(result) = $int(left, right) {
                        $store!(a!(), result);
                        next!(1);
                    }
                } else if let (Some(x), Some(y)) = (as_number(left), as_number(right))
                    && let Some(result) = $float(x, y)
                {
                    $store!(a!(), result);
                    next!(1);
                }
                op_enter_beside!($slow, 1)
            }};
        }
        macro_rules! int_imm {
            ($store:ident, $int:expr, $float:expr, $slow:path) => {{
                let left = r!(b!());
                if word::is_int(left) {
                    if let Some(result) = $int(left, c_imm!()) {
                        $store!(a!(), result);
                        next!(1);
                    }
                } else if word::is_float(left)
                    && let Some(result) = $float(word::to_float(left), c_imm!() as f64)
                {
                    $store!(a!(), result);
                    next!(1);
                }
                op_enter_beside!($slow, 1)
            }};
        }
        macro_rules! bits {
            ($store:ident, $f:expr) => {{
                let (left, right) = (r!(b!()), r!(c!()));
                if word::both_int(left, right) {
                    $store!(a!(), $f(left, right));
                    next!(1);
                }
                op_enter_beside!(ops::arith::binary, 1)
            }};
        }
        macro_rules! compare_jump {
            // Jump unless the comparison holds (forward), or if it holds (backward).
            ($cmp:tt, $jump_if:expr, $slow:path) => {{
                let (left, right) = (r!(a!()), r!(b!()));
                if word::both_int(left, right) {
                    if ((left as i64) $cmp (right as i64)) == $jump_if { jump16!(c_imm!()) }
                    next!(1);
                }
                if let (Some(x), Some(y)) = (as_number(left), as_number(right)) {
                    if (x $cmp y) == $jump_if { jump16!(c_imm!()) }
                    next!(1);
                }
                op_branch!($slow, c_imm!())
            }};
        }
        macro_rules! compare_jump_imm {
            ($cmp:tt, $jump_if:expr, $slow:path) => {{
                let left = r!(a!());
                if word::is_int(left) {
                    if ((left as i64) $cmp ((b_imm!() << 2) | 3)) == $jump_if { jump16!(c_imm!()) }
                    next!(1);
                }
                if word::is_float(left) {
                    if (word::to_float(left) $cmp (b_imm!() as f64)) == $jump_if { jump16!(c_imm!()) }
                    next!(1);
                }
                op_branch!($slow, c_imm!())
            }};
        }
        // What a return does besides: for generators, and where there is a frame object.
        macro_rules! leave_specially {
            () => {
                if (*frame).flags != 0 {
                    leave::leave(ts, frame);
                }
            };
        }
        // Delivers the value that the newest frame returned, whose record is still there with its registers dropped.
        macro_rules! leave {
            ($value:expr) => {{
                let value: Word = $value;
                let callee = (*frame).callee;
                let (continuation, skip, dst) =
                    ((*frame).continuation, (*frame).skip, (*frame).dst);
                if !(*frame).extra.is_null() {
                    alone!();
                    ops::call::drop_extra(frame);
                }
                frame = frame.sub(1);
                ts.frame.set(frame);
                drop_word(callee);
                match continuation {
                    Continuation::Store => {
                        base = (*frame).base;
                        r!(dst as usize) = value;
                        pc = (*frame).pc.add(skip as usize);
                        continue;
                    }
                    Continuation::Native => return Ok(Value::from_word(value)),
                    _ => {
                        let window = (*frame.add(1)).window;
                        let value = Value::from_word(value);
                        match ops::call::returned(ts, frame, continuation, skip, dst, window, value)
                        {
                            Ok(()) => reload!(),
                            Err(raised) => raise!(raised),
                        }
                    }
                }
            }};
        }
        macro_rules! drop_frame_locals {
            () => {{
                let n = (*(*frame).code).nlocals as usize;
                for i in 0..n {
                    let old = r!(i);
                    if word::is_pointer(old) {
                        // A finaliser must not take this frame for one that still runs.
                        (*frame).flags = flag::LEAVING;
                        r!(i) = word::UNBOUND;
                        drop_word(old);
                    }
                }
            }};
        }

        if let Some(raised) = raised {
            match unwind::unwind(ts, raised) {
                Outcome::Handler => {
                    frame = ts.frame.get();
                    base = (*frame).base;
                    pc = (*frame).pc;
                }
                Outcome::Leave(raised) => return Err(raised),
            }
        }

        loop {
            if M::COUNTS {
                let left = ts.ticks.get();
                ts.ticks.set(left.wrapping_sub(1));
                if left == 0 {
                    (*frame).pc = pc;
                    ops::misc::turn_over(ts);
                }
            }
            w = (*pc).load(Relaxed);
            // SAFETY: the code's words hold opcodes at instruction boundaries only, and `pc` only ever stands there.
            match std::mem::transmute::<u8, Op>(w as u8) {
                Op::Nop => next!(1),
                Op::Move => {
                    r!(a!()) = read!(b!());
                    next!(1)
                }
                Op::MoveL => {
                    let i = b!();
                    let value = read!(i);
                    store_local!(a!(), value);
                    next!(1)
                }
                Op::Move2 => {
                    let (first, second) = (clone_word(r!(b!())), clone_word(r!(c!())));
                    r!(a!()) = first;
                    r!(a!() + 1) = second;
                    next!(1)
                }
                Op::Copy => {
                    r!(a!()) = clone_word(r!(b!()));
                    next!(1)
                }
                Op::CopyL => {
                    let value = clone_word(r!(b!()));
                    store_local!(a!(), value);
                    next!(1)
                }
                Op::Swap => {
                    std::ptr::swap(base.add(a!()), base.add(b!()));
                    next!(1)
                }
                Op::Drop => {
                    let old = r!(a!());
                    if word::is_pointer(old) {
                        (*frame).pc = pc;
                        r!(a!()) = word::UNBOUND;
                        drop_word(old);
                    }
                    next!(1)
                }
                Op::DropN => op_beside!(ops::misc::drop_n, 1),
                Op::CheckBound => {
                    if r!(a!()) == word::UNBOUND {
                        op!(ops::names::unbound_local, 1)
                    }
                    next!(1)
                }
                Op::Clear => {
                    store_local!(a!(), word::UNBOUND);
                    next!(1)
                }
                Op::LoadConst => {
                    r!(a!()) = take_shared!(const_place!());
                    next!(1)
                }
                Op::LoadConstL => {
                    let value = take_shared!(const_place!());
                    store_local!(a!(), value);
                    next!(1)
                }
                Op::LoadInt => {
                    r!(a!()) = word::from_small_int((w as i64) >> 32);
                    next!(1)
                }
                Op::LoadIntL => {
                    store_local!(a!(), word::from_small_int((w as i64) >> 32));
                    next!(1)
                }
                Op::LoadNone => {
                    r!(a!()) = word::NONE;
                    next!(1)
                }
                Op::LoadNoneL => {
                    store_local!(a!(), word::NONE);
                    next!(1)
                }
                Op::LoadBool => {
                    r!(a!()) = word::from_bool(x!() != 0);
                    next!(1)
                }
                Op::LoadBoolL => {
                    store_local!(a!(), word::from_bool(x!() != 0));
                    next!(1)
                }

                Op::CopyFree => op_beside!(ops::names::copy_free, 1),
                Op::MakeCell => op_beside!(ops::names::make_cell, 1),
                Op::LoadCell => {
                    reads!(r!(b!()));
                    let content = payload_of::<Cell>(r!(b!())).content.word();
                    if content != word::UNBOUND {
                        r!(a!()) = clone_word(content);
                        next!(1)
                    }
                    op!(ops::names::empty_cell, 1)
                }
                Op::StoreCell => {
                    let i = b!();
                    writes!(r!(a!()));
                    let value = read!(i);
                    (*frame).pc = pc;
                    payload_of::<Cell>(r!(a!()))
                        .content
                        .set(Value::from_word(value));
                    next!(1)
                }
                Op::DeleteCell => op!(ops::names::delete_cell, 1),

                Op::LoadGlobal => {
                    let cache = (*pc.add(1)).load(Relaxed);
                    if cache as u32 == ts.core.interp.namespace_version.load(Relaxed) {
                        let cell = ts.core.interp.cells.slot((cache >> 32) as u32);
                        r!(a!()) = take_shared!(cell.as_word());
                        next!(2)
                    }
                    op!(ops::names::load_global, 2)
                }
                Op::LoadGlobalL => {
                    let cache = (*pc.add(1)).load(Relaxed);
                    if cache as u32 == ts.core.interp.namespace_version.load(Relaxed) {
                        let cell = ts.core.interp.cells.slot((cache >> 32) as u32);
                        let value = take_shared!(cell.as_word());
                        store_local!(a!(), value);
                        next!(2)
                    }
                    op!(ops::names::load_global, 2)
                }
                Op::LoadGlobalCall => {
                    let cache = (*pc.add(1)).load(Relaxed);
                    if cache as u32 == ts.core.interp.namespace_version.load(Relaxed) {
                        let cell = ts.core.interp.cells.slot((cache >> 32) as u32);
                        r!(a!()) = take_shared!(cell.as_word());
                        r!(a!() + 1) = word::UNBOUND;
                        next!(2)
                    }
                    op!(ops::names::load_global_call, 2)
                }
                Op::StoreGlobal => {
                    let cache = (*pc.add(1)).load(Relaxed);
                    if cache as u32 == ts.core.interp.namespace_version.load(Relaxed) {
                        let i = a!();
                        let cell = ts.core.interp.cells.slot((cache >> 32) as u32);
                        // An immediate in place of another one needs no count.
                        if !word::is_pointer(r!(i)) && !word::is_pointer(cell.word()) {
                            cell.put_immediate(r!(i));
                            next!(2)
                        }
                        if M::TOGETHER && ts.core.runs_together() {
                            alone!();
                            // The cell may be another variable's by now.
                            continue;
                        }
                        let value = read!(i);
                        (*frame).pc = pc;
                        let old = cell.replace(Value::from_word(value));
                        if M::TOGETHER {
                            ts.core.leaves_namespace(&old);
                        }
                        drop(old);
                        next!(2)
                    }
                    op!(ops::names::store_global, 2)
                }
                Op::DeleteGlobal => op!(ops::names::delete_global, 1),
                Op::LoadName => op!(ops::names::load_name, 1),
                Op::StoreName => op!(ops::names::store_name, 1),
                Op::DeleteName => op!(ops::names::delete_name, 1),
                Op::LoadLocals => op!(ops::names::load_locals, 1),
                Op::LoadDictOrCell => op!(ops::names::load_dict_or_cell, 1),
                Op::LoadDictOrGlobal => op!(ops::names::load_dict_or_global, 1),
                Op::LoadBuildClass => op!(ops::names::load_build_class, 1),
                Op::LoadAssertionError => op!(ops::names::load_assertion_error, 1),
                Op::SetupAnnotations => op!(ops::names::setup_annotations, 1),

                Op::Add => int_float!(
                    store_temp,
                    add_ints,
                    |x, y| word::from_float(x + y),
                    ops::arith::binary
                ),
                Op::AddL => int_float!(
                    store_local,
                    add_ints,
                    |x, y| word::from_float(x + y),
                    ops::arith::binary
                ),
                Op::Sub => int_float!(
                    store_temp,
                    sub_ints,
                    |x, y| word::from_float(x - y),
                    ops::arith::binary
                ),
                Op::SubL => int_float!(
                    store_local,
                    sub_ints,
                    |x, y| word::from_float(x - y),
                    ops::arith::binary
                ),
                Op::Mul => int_float!(
                    store_temp,
                    mul_ints,
                    |x, y| word::from_float(x * y),
                    ops::arith::binary
                ),
                Op::MulL => int_float!(
                    store_local,
                    mul_ints,
                    |x, y| word::from_float(x * y),
                    ops::arith::binary
                ),
                Op::TrueDiv => {
                    int_float!(store_temp, true_div_ints, div_floats, ops::arith::binary)
                }
                Op::TrueDivL => {
                    int_float!(store_local, true_div_ints, div_floats, ops::arith::binary)
                }
                Op::FloorDiv => {
                    int_float!(store_temp, floor_div_ints, |_, _| None, ops::arith::binary)
                }
                Op::FloorDivL => {
                    int_float!(store_local, floor_div_ints, |_, _| None, ops::arith::binary)
                }
                Op::Mod => int_float!(store_temp, mod_ints, |_, _| None, ops::arith::binary),
                Op::ModL => int_float!(store_local, mod_ints, |_, _| None, ops::arith::binary),
                Op::LShift => int_float!(store_temp, shl_ints, |_, _| None, ops::arith::binary),
                Op::RShift => int_float!(store_temp, shr_ints, |_, _| None, ops::arith::binary),
                Op::And => bits!(store_temp, |l, r| l & r),
                Op::AndL => bits!(store_local, |l, r| l & r),
                Op::Or => bits!(store_temp, |l, r| l | r),
                Op::Xor => bits!(store_temp, |l, r| (l ^ r) | 3),
                Op::XorL => bits!(store_local, |l, r| (l ^ r) | 3),
                Op::Pow | Op::MatMul => op_enter_beside!(ops::arith::binary, 1),
                Op::AddI => int_imm!(
                    store_temp,
                    add_imm,
                    |x, y| word::from_float(x + y),
                    ops::arith::binary_imm
                ),
                Op::AddIL => int_imm!(
                    store_local,
                    add_imm,
                    |x, y| word::from_float(x + y),
                    ops::arith::binary_imm
                ),
                Op::SubI => int_imm!(
                    store_temp,
                    sub_imm,
                    |x, y| word::from_float(x - y),
                    ops::arith::binary_imm
                ),
                Op::SubIL => int_imm!(
                    store_local,
                    sub_imm,
                    |x, y| word::from_float(x - y),
                    ops::arith::binary_imm
                ),
                Op::RSubI => int_imm!(
                    store_temp,
                    rsub_imm,
                    |x, y| word::from_float(y - x),
                    ops::arith::binary_imm
                ),
                Op::MulI => int_imm!(
                    store_temp,
                    mul_imm,
                    |x, y| word::from_float(x * y),
                    ops::arith::binary_imm
                ),
                Op::MulIL => int_imm!(
                    store_local,
                    mul_imm,
                    |x, y| word::from_float(x * y),
                    ops::arith::binary_imm
                ),
                Op::TrueDivI => {
                    int_imm!(store_temp, true_div_imm, div_floats, ops::arith::binary_imm)
                }
                Op::FloorDivI => int_imm!(
                    store_temp,
                    floor_div_imm,
                    |_, _| None,
                    ops::arith::binary_imm
                ),
                Op::FloorDivIL => int_imm!(
                    store_local,
                    floor_div_imm,
                    |_, _| None,
                    ops::arith::binary_imm
                ),
                Op::ModI => int_imm!(store_temp, mod_imm, |_, _| None, ops::arith::binary_imm),
                Op::ModIL => int_imm!(store_local, mod_imm, |_, _| None, ops::arith::binary_imm),
                Op::LShiftI => int_imm!(store_temp, shl_imm, |_, _| None, ops::arith::binary_imm),
                Op::RShiftI => int_imm!(store_temp, shr_imm, |_, _| None, ops::arith::binary_imm),
                Op::AndI => int_imm!(store_temp, and_imm, |_, _| None, ops::arith::binary_imm),
                Op::AndIL => int_imm!(store_local, and_imm, |_, _| None, ops::arith::binary_imm),
                Op::PowI => op_enter_beside!(ops::arith::binary_imm, 1),
                Op::Neg => {
                    let value = r!(b!());
                    if word::is_int(value) && word::to_int(value) != word::INT_MIN {
                        r!(a!()) = word::from_small_int(-word::to_int(value));
                        next!(1)
                    }
                    op_enter_beside!(ops::arith::unary, 1)
                }
                Op::BitNot => op_enter_beside!(ops::arith::unary, 1),
                Op::Not => {
                    let value = r!(b!());
                    if word::is_bool(value) {
                        r!(a!()) = value ^ 8;
                        next!(1)
                    }
                    op_enter_beside!(ops::compare::not, 1)
                }

                Op::Compare | Op::CompareL => {
                    op_enter_beside!(ops::compare::compare, 1)
                }
                Op::Is => op_beside!(ops::compare::is, 1),
                Op::Contains => op_enter_beside!(ops::compare::contains, 1),

                Op::Jmp => jump32!(),
                Op::Loop => {
                    safepoint!();
                    jump32!()
                }
                Op::JT => {
                    let value = r!(a!());
                    if word::is_bool(value) {
                        if value == word::TRUE {
                            jump32!()
                        }
                        next!(1)
                    }
                    op_branch32!(ops::compare::truth_of_register)
                }
                Op::JF => {
                    let value = r!(a!());
                    if word::is_bool(value) {
                        if value == word::FALSE {
                            jump32!()
                        }
                        next!(1)
                    }
                    op_branch32!(ops::compare::truth_of_register)
                }
                Op::LoopT | Op::LoopF => {
                    safepoint!();
                    op_branch32!(ops::compare::truth_of_register)
                }
                Op::JTOrPop | Op::JFOrPop => {
                    op_branch32!(ops::compare::jump_or_pop)
                }
                Op::JNone => {
                    let i = a!();
                    let value = r!(i);
                    if value == word::NONE {
                        jump32!()
                    }
                    if i >= (*(*frame).code).nlocals as usize {
                        (*frame).pc = pc;
                        r!(i) = word::UNBOUND;
                        drop_word(value);
                    }
                    next!(1)
                }
                Op::JNotNone => {
                    let i = a!();
                    let value = r!(i);
                    if value == word::NONE {
                        next!(1)
                    }
                    if i >= (*(*frame).code).nlocals as usize {
                        (*frame).pc = pc;
                        r!(i) = word::UNBOUND;
                        drop_word(value);
                    }
                    jump32!()
                }
                Op::JIs | Op::JIsNot => {
                    let jump = (r!(a!()) == r!(b!())) == (w as u8 == Op::JIs as u8);
                    (*frame).pc = pc;
                    ops::compare::consume_two(frame, w);
                    if jump {
                        jump16!(c_imm!())
                    }
                    next!(1)
                }
                Op::JIn | Op::JNotIn => {
                    op_branch!(ops::compare::contains_branch, c_imm!())
                }
                Op::JNotLt => compare_jump!(<, false, ops::compare::branch),
                Op::JNotLe => compare_jump!(<=, false, ops::compare::branch),
                Op::JNotGt => compare_jump!(>, false, ops::compare::branch),
                Op::JNotGe => compare_jump!(>=, false, ops::compare::branch),
                Op::JNotEq => compare_jump!(==, false, ops::compare::branch),
                Op::JNotNe => compare_jump!(!=, false, ops::compare::branch),
                Op::JNotLtI => compare_jump_imm!(<, false, ops::compare::branch_imm),
                Op::JNotLeI => compare_jump_imm!(<=, false, ops::compare::branch_imm),
                Op::JNotGtI => compare_jump_imm!(>, false, ops::compare::branch_imm),
                Op::JNotGeI => compare_jump_imm!(>=, false, ops::compare::branch_imm),
                Op::JNotEqI => compare_jump_imm!(==, false, ops::compare::branch_imm),
                Op::JNotNeI => compare_jump_imm!(!=, false, ops::compare::branch_imm),
                Op::LoopLt => {
                    safepoint!();
                    compare_jump!(<, true, ops::compare::branch)
                }
                Op::LoopLe => {
                    safepoint!();
                    compare_jump!(<=, true, ops::compare::branch)
                }
                Op::LoopGt => {
                    safepoint!();
                    compare_jump!(>, true, ops::compare::branch)
                }
                Op::LoopGe => {
                    safepoint!();
                    compare_jump!(>=, true, ops::compare::branch)
                }
                Op::LoopNe => {
                    safepoint!();
                    compare_jump!(!=, true, ops::compare::branch)
                }
                Op::LoopLtI => {
                    safepoint!();
                    compare_jump_imm!(<, true, ops::compare::branch_imm)
                }
                Op::LoopLeI => {
                    safepoint!();
                    compare_jump_imm!(<=, true, ops::compare::branch_imm)
                }
                Op::LoopGtI => {
                    safepoint!();
                    compare_jump_imm!(>, true, ops::compare::branch_imm)
                }
                Op::LoopGeI => {
                    safepoint!();
                    compare_jump_imm!(>=, true, ops::compare::branch_imm)
                }
                Op::LoopNeI => {
                    safepoint!();
                    compare_jump_imm!(!=, true, ops::compare::branch_imm)
                }

                Op::LoadAttr => load_attr!(store_temp),
                Op::LoadAttrL => load_attr!(store_local),
                Op::LoadAttrClass => {
                    let object = r!(b!());
                    let cache = (*pc.add(1)).load(Relaxed);
                    if word::is_pointer(object)
                        && of_shape(shape_of(object)) == CLASS_LAYOUT
                        && payload_of::<Class>(object).identity() == cache as u32
                    {
                        let value = ts.core.interp.cells.slot((cache >> 32) as u32).word();
                        if value != word::UNBOUND
                            && ops::attr::stays_in_class(ts, Value::borrow_word(&raw const value))
                        {
                            let value = clone_word(value);
                            consume!(b!(), object);
                            r!(a!()) = value;
                            next!(2)
                        }
                    }
                    op_enter_beside!(ops::attr::load, 2)
                }
                Op::StoreAttr => {
                    let object = r!(a!());
                    let cache = (*pc.add(1)).load(Relaxed);
                    let nlocals = (*(*frame).code).nlocals as usize;
                    if word::is_pointer(object)
                        && {
                            writes!(object);
                            shape_of(object) == cache as u32
                        }
                        && (cache >> 32) < ops::attr::MAX_INLINE
                    {
                        let i = b!();
                        let value = r!(i);
                        let value = if i >= nlocals {
                            value
                        } else {
                            clone_word(value)
                        };
                        let place = (object + (cache >> 32)) as *mut Word;
                        let old = *place;
                        *place = value;
                        if word::is_pointer(old) {
                            (*frame).pc = pc;
                            drop_word(old);
                        }
                        consume!(a!(), object);
                        next!(2)
                    }
                    op_enter_beside!(ops::attr::store, 2)
                }
                Op::DeleteAttr => op_enter!(ops::attr::delete, 1),
                Op::LoadMethod => {
                    let i = b!();
                    let object = r!(i);
                    let cache = (*pc.add(1)).load(Relaxed);
                    if word::is_pointer(object) && shape_of(object) == cache as u32 {
                        let cell = ts.core.interp.cells.slot((cache >> 32) as u32);
                        let method = cell.word();
                        if word::is_pointer(method) && ops::attr::binds_as_method(shape_of(method))
                        {
                            let method = take_shared!(cell.as_word());
                            let receiver = if i >= (*(*frame).code).nlocals as usize {
                                object
                            } else {
                                clone_word(object)
                            };
                            r!(a!()) = method;
                            r!(a!() + 1) = receiver;
                            next!(3)
                        }
                    }
                    op_beside!(ops::attr::load_method, 3)
                }
                Op::LoadMethodClass => {
                    (*frame).pc = pc;
                    if ops::attr::load_method_class(ts, frame, w) {
                        next!(3)
                    }
                    op_beside!(ops::attr::load_method, 3)
                }
                Op::LoadSuperAttr => op_beside!(ops::super_attr::load_super_attr, 2),
                Op::LoadSuperMethod => op_beside!(ops::super_attr::load_super_method, 2),
                Op::LoadSubscr => load_subscr!(store_temp),
                Op::LoadSubscrL => load_subscr!(store_local),
                Op::LoadSubscrI => load_subscr_imm!(store_temp),
                Op::LoadSubscrIL => load_subscr_imm!(store_local),
                Op::StoreSubscr => {
                    let (object, key) = (r!(a!()), r!(b!()));
                    let nlocals = (*(*frame).code).nlocals as usize;
                    if word::is_int(key)
                        && word::is_pointer(object)
                        && shape_of(object) == LIST_SHAPE
                    {
                        writes!(object);
                        let list = payload_of::<List>(object);
                        let i = word::to_int(key);
                        let i = if i < 0 { i + list.len() as i64 } else { i } as usize;
                        if i < list.len() {
                            let k = c!();
                            let value = r!(k);
                            let value = if k >= nlocals {
                                value
                            } else {
                                clone_word(value)
                            };
                            (*frame).pc = pc;
                            drop(list.set(i, Value::from_word(value)));
                            consume!(a!(), object);
                            next!(1)
                        }
                    }
                    op_enter_beside!(ops::subscript::store, 1)
                }
                Op::StoreSubscrI => op_enter_beside!(ops::subscript::store_imm, 1),
                Op::DeleteSubscr => op_enter_beside!(ops::subscript::delete, 1),
                Op::LoadSlice => op_beside!(ops::subscript::load_slice, 1),
                Op::StoreSlice => op_beside!(ops::subscript::store_slice, 1),
                Op::BuildSlice => op_beside!(ops::build::slice, 1),

                Op::PrepCall => {
                    r!(a!()) = read!(b!());
                    r!(a!() + 1) = word::UNBOUND;
                    next!(1)
                }
                Op::Call => {
                    let window = b!();
                    let callee = r!(window);
                    if word::is_pointer(callee) && shape_of(callee) == FUNCTION_SHAPE {
                        let function = payload_of::<Function>(callee);
                        let code = payload_of::<Code>(function.code.word()) as *const Code;
                        let bound = (r!(window + 1) != word::UNBOUND) as usize;
                        let nargs = c!() + bound;
                        let mut registers = base.add(window + 2 - bound);
                        if (*code).plain_parameters
                            && (*code).arg_count as usize == nargs
                            && (!ops::call::on_heap(frame)
                                || ops::call::lift(ts, frame, &mut registers, nargs))
                        {
                            (*frame).pc = pc;
                            let ret = Return {
                                continuation: Continuation::Store,
                                skip: 2,
                                dst: a!() as u16,
                                window: window as u16,
                            };
                            match enter::push(
                                ts,
                                code,
                                callee,
                                registers,
                                nargs,
                                std::ptr::null_mut(),
                                ret,
                            ) {
                                Ok(()) => {
                                    frame = ts.frame.get();
                                    base = registers;
                                    pc = (*frame).pc;
                                    safepoint!();
                                    continue;
                                }
                                Err(raised) => raise!(raised),
                            }
                        }
                    }
                    if callee == word::UNBOUND {
                        op_beside!(ops::with::exit, 2)
                    }
                    op_enter_beside!(ops::call::call, 2)
                }
                Op::CallL => op_enter_beside!(ops::call::call, 2),
                Op::CallKw => op_enter_beside!(ops::call::call_kw, 3),
                Op::CallEx => op_enter_beside!(ops::call::call_ex, 1),
                Op::Return => {
                    let value = r!(a!());
                    r!(a!()) = word::UNBOUND;
                    (*frame).pc = pc;
                    if (*frame).flags != 0 {
                        leave::leave_with(ts, frame, a!(), value);
                    }
                    drop_frame_locals!();
                    leave!(value)
                }
                Op::ReturnConst => {
                    let value = take_shared!(const_place!());
                    (*frame).pc = pc;
                    leave_specially!();
                    drop_frame_locals!();
                    leave!(value)
                }
                Op::ReturnNone => {
                    (*frame).pc = pc;
                    leave_specially!();
                    drop_frame_locals!();
                    leave!(word::NONE)
                }
                Op::MakeFunction => op_beside!(ops::function::make_function, 2),

                Op::BuildTuple => op_beside!(ops::build::tuple, 1),
                Op::BuildList => op_beside!(ops::build::list, 1),
                Op::BuildSet => op_beside!(ops::build::set, 1),
                Op::BuildMap => op_beside!(ops::build::map, 1),
                Op::BuildString => op_beside!(ops::build::string, 1),
                Op::ListAppend => {
                    writes!(r!(a!()));
                    let i = b!();
                    let value = read!(i);
                    (*frame).pc = pc;
                    match payload_of::<List>(r!(a!())).push(&ts.core, Value::from_word(value)) {
                        Ok(()) => next!(1),
                        Err(raised) => {
                            // The operand is consumed though the table says it is not: leave a valid word in its place.
                            r!(i) = if i >= (*(*frame).code).nlocals as usize {
                                word::NONE
                            } else {
                                r!(i)
                            };
                            raise!(raised)
                        }
                    }
                }
                Op::SetAdd => {
                    writes!(r!(a!()));
                    op_beside!(ops::build::set_add, 1)
                }
                Op::MapAdd => {
                    writes!(r!(a!()));
                    op_beside!(ops::build::map_add, 1)
                }
                Op::ListExtend => op_beside!(ops::build::list_extend, 1),
                Op::SetUpdate => op_beside!(ops::build::set_update, 1),
                Op::DictUpdate => op_beside!(ops::build::dict_update, 1),
                Op::DictMerge => op_beside!(ops::build::dict_merge, 1),
                Op::FormatValue => op_beside!(ops::build::format_value, 1),
                Op::FormatSpec => op_beside!(ops::build::format_spec, 1),

                Op::GetIter => op_enter_beside!(ops::iterate::get_iter, 1),
                Op::ForIter => for_iter!(store_temp),
                Op::ForIterL => for_iter!(store_local),
                Op::UnpackSequence => op_beside!(ops::unpack::sequence, 1),
                Op::Unpack2L => op_beside!(ops::unpack::two_locals, 1),
                Op::UnpackEx => op_beside!(ops::unpack::ex, 2),

                Op::ReturnGenerator => {
                    if (*frame).flags & flag::HAS_OBJECT != 0 {
                        alone!();
                    }
                    (*frame).pc = pc;
                    match ops::generator::make(ts, frame) {
                        Ok(value) => match ops::generator::is_awaited_at_once(frame) {
                            true => {
                                ops::generator::begin(ts, frame, value);
                                base = (*frame).base;
                                next!(1)
                            }
                            false => leave!(value.into_word()),
                        },
                        Err(raised) => raise!(raised),
                    }
                }
                Op::Yield => {
                    if (*frame).flags & flag::HAS_OBJECT != 0 {
                        alone!();
                    }
                    (*frame).pc = pc;
                    let value = ops::generator::suspend(ts, frame, w);
                    leave!(value)
                }
                Op::GetYieldFromIter => op_beside!(ops::generator::get_yield_from_iter, 1),
                Op::GetAwaitable => op!(ops::generator::get_awaitable, 1),
                Op::Send => {
                    op_branch32!(ops::generator::send)
                }
                Op::CleanupThrow => {
                    alone!();
                    (*frame).pc = pc;
                    match ops::generator::cleanup_throw(ts, frame, w) {
                        Ok(()) => jump32!(),
                        Err(raised) => raise!(raised),
                    }
                }
                Op::GetAIter => op!(ops::generator::get_aiter, 1),
                Op::GetANext => op!(ops::generator::get_anext, 1),
                Op::EndAsyncFor => op!(ops::generator::end_async_for, 1),

                Op::PushExc => op_beside!(ops::exceptions::push_exc, 1),
                Op::PopExc => op_beside!(ops::exceptions::pop_exc, 1),
                Op::UnwindExc => op_beside!(ops::exceptions::unwind_exc, 1),
                Op::JNotExcMatch => {
                    (*frame).pc = pc;
                    match ops::exceptions::matches(ts, frame, w) {
                        Ok(true) => next!(1),
                        Ok(false) => jump16!(c_imm!()),
                        Err(raised) => raise!(raised),
                    }
                }
                Op::CheckEgMatch => op!(ops::exceptions::check_eg_match, 1),
                Op::Raise => op_beside!(ops::exceptions::raise, 1),
                Op::RaiseFrom => op_beside!(ops::exceptions::raise_from, 1),
                Op::RaiseAgain => op_beside!(ops::exceptions::raise_again, 1),
                Op::Reraise => op_beside!(ops::exceptions::reraise, 1),
                Op::BeforeWith => op_enter_beside!(ops::with::before_with, 1),
                Op::BeforeAsyncWith => op_enter!(ops::with::before_async_with, 1),
                Op::WithExceptStart => op_enter_beside!(ops::with::except_start, 1),

                Op::ImportName => op!(ops::import::import_name, 1),
                Op::ImportFrom => op!(ops::import::import_from, 1),
                Op::ImportStar => op!(ops::import::import_star, 1),
                Op::GetLen => op_beside!(ops::patterns::get_len, 1),
                Op::MatchSequence => op_beside!(ops::patterns::match_sequence, 1),
                Op::MatchMapping => op_beside!(ops::patterns::match_mapping, 1),
                Op::MatchKeys => op_beside!(ops::patterns::match_keys, 1),
                Op::MatchClass => op_beside!(ops::patterns::match_class, 2),
                Op::Intrinsic1 => op_beside!(ops::intrinsics::one, 1),
                Op::Intrinsic2 => op!(ops::intrinsics::two, 1),
            }
        }
    }
}

/// The word of item `i` of an exact list or tuple, borrowed.
#[inline(always)]
unsafe fn subscript(object: Word, i: i64) -> Option<Word> {
    // SAFETY: `object` is a pointer word; the shape tells the payload.
    unsafe {
        match shape_of(object) {
            LIST_SHAPE => {
                let list = payload_of::<List>(object);
                let i = if i < 0 { i + list.len() as i64 } else { i };
                list.word_at(i as usize)
            }
            TUPLE_SHAPE => {
                let items = payload_of::<Tuple>(object).as_slice();
                let i = if i < 0 { i + items.len() as i64 } else { i };
                items.get(i as usize).map(Value::word)
            }
            _ => None,
        }
    }
}

// Integer fast paths on words. None: overflow, or a case for the slow path.

#[inline(always)]
fn add_ints(l: Word, r: Word) -> Option<Word> {
    (l as i64)
        .checked_add((r & !3) as i64)
        .map(|sum| sum as u64)
}
#[inline(always)]
fn sub_ints(l: Word, r: Word) -> Option<Word> {
    (l as i64)
        .checked_sub((r & !3) as i64)
        .map(|difference| difference as u64)
}
#[inline(always)]
fn mul_ints(l: Word, r: Word) -> Option<Word> {
    word::to_int(l)
        .checked_mul((r & !3) as i64)
        .map(|product| product as u64 | 3)
}
#[inline(always)]
fn true_div_ints(l: Word, r: Word) -> Option<Word> {
    let (x, y) = (word::to_int(l), word::to_int(r));
    if y == 0 || x.unsigned_abs() >= 1 << 53 || y.unsigned_abs() >= 1 << 53 {
        return None;
    }
    word::from_float(x as f64 / y as f64)
}
#[inline(always)]
fn div_floats(x: f64, y: f64) -> Option<Word> {
    if y == 0.0 {
        None
    } else {
        word::from_float(x / y)
    }
}
#[inline(always)]
fn floor_div_ints(l: Word, r: Word) -> Option<Word> {
    let (x, y) = (word::to_int(l), word::to_int(r));
    if y == 0 {
        return None;
    }
    let quotient = x / y - ((x % y != 0 && (x ^ y) < 0) as i64);
    (quotient <= word::INT_MAX).then(|| word::from_small_int(quotient))
}
#[inline(always)]
fn mod_ints(l: Word, r: Word) -> Option<Word> {
    let (x, y) = (word::to_int(l), word::to_int(r));
    if y == 0 {
        return None;
    }
    let remainder = x % y;
    Some(word::from_small_int(
        if remainder != 0 && (remainder ^ y) < 0 {
            remainder + y
        } else {
            remainder
        },
    ))
}
#[inline(always)]
fn shl_ints(l: Word, r: Word) -> Option<Word> {
    let (x, n) = (word::to_int(l), word::to_int(r));
    if !(0..=61).contains(&n) {
        return None;
    }
    let shifted = x << n;
    (shifted >> n == x && (word::INT_MIN..=word::INT_MAX).contains(&shifted))
        .then(|| word::from_small_int(shifted))
}
#[inline(always)]
fn shr_ints(l: Word, r: Word) -> Option<Word> {
    let n = word::to_int(r);
    (n >= 0).then(|| word::from_small_int(word::to_int(l) >> n.min(63)))
}
#[inline(always)]
fn add_imm(l: Word, imm: i64) -> Option<Word> {
    (l as i64).checked_add(imm << 2).map(|sum| sum as u64)
}
#[inline(always)]
fn sub_imm(l: Word, imm: i64) -> Option<Word> {
    (l as i64)
        .checked_sub(imm << 2)
        .map(|difference| difference as u64)
}
#[inline(always)]
fn rsub_imm(l: Word, imm: i64) -> Option<Word> {
    Value::from_small_int(imm - word::to_int(l)).map(Value::into_word)
}
#[inline(always)]
fn mul_imm(l: Word, imm: i64) -> Option<Word> {
    word::to_int(l)
        .checked_mul(imm << 2)
        .map(|product| product as u64 | 3)
}
#[inline(always)]
fn true_div_imm(l: Word, imm: i64) -> Option<Word> {
    true_div_ints(l, word::from_small_int(imm))
}
#[inline(always)]
fn floor_div_imm(l: Word, imm: i64) -> Option<Word> {
    floor_div_ints(l, word::from_small_int(imm))
}
#[inline(always)]
fn mod_imm(l: Word, imm: i64) -> Option<Word> {
    mod_ints(l, word::from_small_int(imm))
}
#[inline(always)]
fn shl_imm(l: Word, imm: i64) -> Option<Word> {
    shl_ints(l, word::from_small_int(imm))
}
#[inline(always)]
fn shr_imm(l: Word, imm: i64) -> Option<Word> {
    shr_ints(l, word::from_small_int(imm))
}
#[inline(always)]
fn and_imm(l: Word, imm: i64) -> Option<Word> {
    Some(l & word::from_small_int(imm))
}
