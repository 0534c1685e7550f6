//! Calls other than of plain script functions, and what happens when a frame returns to anything but a temporary.

use super::{Step, beside, in_place, special};
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Op, Role};
use crate::object::class::{CallArgs, SlotId, class_flag};
use crate::object::native::NativeKind;
use crate::object::value::{Word, word};
use crate::object::{Builtin, Res, Value, names};
use crate::runtime::frame::{Continuation, Frame, flag};
use crate::runtime::function::{BoundMethod, BuiltinFunction};
use crate::runtime::protocol;
use crate::runtime::safepoint;
use crate::runtime::slots;
use crate::runtime::state::ThreadState;
use crate::vm::enter::{self, Return};
use crate::vm::registers::{Registers, code_of};
use std::sync::atomic::Ordering::*;

/// Whether the frame's registers lie in a generator's heap window.
#[inline(always)]
pub fn on_heap(frame: *const Frame) -> bool {
    // SAFETY: the loop passes the newest frame.
    unsafe { (*frame).flags & flag::ON_HEAP != 0 }
}

/// Moves the arguments of a call from the heap window of a generator's frame to the register stack, where the called frame takes them over; false if
/// there is no room.
///
/// # Safety
/// `frame` is the newest frame, and `n` owned words lie at `registers`, which nobody looks at afterwards if the answer is yes.
#[inline(never)]
pub unsafe fn lift(
    ts: &ThreadState,
    frame: *mut Frame,
    registers: &mut *mut Word,
    n: usize,
) -> bool {
    // SAFETY: above the newest frame's top nothing is live, and below the limit there is room for the largest frame.
    unsafe {
        let top = (*frame).top;
        if top >= ts.top_limit {
            return false;
        }
        std::ptr::copy_nonoverlapping(*registers, top, n);
        *registers = top;
        true
    }
}

/// Drops a frame's further parts.
///
/// # Safety
/// The frame is being left.
pub unsafe fn drop_extra(frame: *mut Frame) {
    // SAFETY: the record owns the box.
    unsafe {
        let extra = std::ptr::replace(&raw mut (*frame).extra, std::ptr::null_mut());
        drop(Box::from_raw(extra));
    }
}

/// The continuation of a call instruction.
fn call_return(instr: Instr, skip: u8, window: u16) -> Return {
    let continuation = if instr.op() == Some(Op::CallL) {
        Continuation::StoreLocal
    } else {
        Continuation::Store
    };
    Return {
        continuation,
        skip,
        dst: instr.a(),
        window,
    }
}

/// `CALL` of anything.
#[inline(never)]
pub fn call(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let window = instr.b();
    let callee = registers.get(window);
    if let Some(builtin) = callee.payload::<BuiltinFunction>()
        && let Some(result) = call_builtin(ts, frame, registers, instr, builtin)
    {
        return answer(ts, registers, instr.a(), result?);
    }
    call_script(ts, frame, registers, instr, &[], 2)
}

/// Where the arguments in a call's window begin, and how many they are: the receiver, if there is one, is the first.
fn window_arguments(registers: Registers, instr: Instr) -> (u16, usize) {
    let bound = !registers.get(instr.b() + 1).is_unbound();
    let first = instr.b() + 2 - bound as u16;
    (first, instr.c() as usize + bound as usize)
}

/// Drops the arguments and the callee of a call that has borrowed them.
fn drop_call(registers: Registers, instr: Instr, (first, n): (u16, usize)) {
    registers.drop_window(first, n);
    drop(registers.take(instr.b()));
}

/// The result of a call that has entered nothing.
fn answer(ts: &ThreadState, registers: Registers, dst: u16, result: Value) -> Res<Step> {
    registers.put(dst, result);
    safepoint::poll_after_call(&ts.core)?;
    Ok(Step::Next)
}

/// A call that no native function answers in place: `keywords` are the names of the last arguments, `skip` the words of the instruction.
fn call_script(
    ts: &ThreadState,
    frame: *mut Frame,
    registers: Registers,
    instr: Instr,
    keywords: &[Value],
    skip: u8,
) -> Res<Step> {
    let callee = registers.get(instr.b());
    if callee.as_class().is_some() {
        if construct(ts, registers, instr, keywords, skip)? {
            return Ok(Step::Enter);
        }
    } else {
        let arguments = window_arguments(registers, instr);
        let ret = call_return(instr, skip, instr.b());
        if let Some(entered) = in_place::enter(ts, frame, registers, arguments, keywords, ret) {
            return entered.map(|()| Step::Enter);
        }
    }
    match call_in_place(ts, registers, instr, keywords) {
        Some(result) => answer(ts, registers, instr.a(), result?),
        None => call_general(ts, frame, instr, keywords, skip),
    }
}

/// Calls what native code answers for with the window's values in place; None if that may be a matter of entering a script function.
#[inline]
fn call_in_place(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    keywords: &[Value],
) -> Option<Res> {
    let thread = &ts.core;
    let callee = registers.get(instr.b());
    let class = thread.class_of(callee);
    let enters = match callee.payload::<BoundMethod>() {
        Some(method) => method.function.is_exact(Builtin::Function),
        None => callee.is_exact(Builtin::Function),
    };
    if enters || !class.is_static() && !class.has(class_flag::NATIVE_HEAP) {
        return None;
    }
    let (first, n) = window_arguments(registers, instr);
    let args = CallArgs {
        values: registers.window(first, n),
        names: keywords,
    };
    thread.mark_direct(args.values.as_ptr() as u64);
    let result = protocol::call(thread, callee, args);
    thread.mark_direct(0);
    drop_call(registers, instr, (first, n));
    Some(result)
}

/// Calls a native function with the window's values in place; None if its signature needs binding.
#[inline(always)]
fn call_builtin(
    ts: &ThreadState,
    frame: *mut Frame,
    registers: Registers,
    instr: Instr,
    builtin: &BuiltinFunction,
) -> Option<Res> {
    let thread = &ts.core;
    let arity = &builtin.def.arity;
    let (first, given) = window_arguments(registers, instr);
    if arity.keyword_only != 0
        || arity.double_star
        || given < arity.required as usize
        || (given > arity.positional as usize && !arity.star)
        || !builtin.receiver.get().is_unbound()
        || matches!(builtin.def.kind, NativeKind::ClassMethod)
    {
        return None;
    }
    if builtin.def.kind == NativeKind::Method && given == instr.c() as usize {
        // Called through the class: the first argument has to be an instance.
        return None;
    }
    let missing = (arity.positional as usize).saturating_sub(given);
    if missing > 0 && on_heap(frame) {
        return call_with_copies(ts, registers, instr, builtin, first, given, missing);
    }
    if missing > 0 {
        // SAFETY: nothing is live above the window of a call, and the register stack goes on behind the frame.
        unsafe { registers.mark_unbound(first + given as u16, missing) };
    }
    let values = registers.window(first, given + missing);
    // SAFETY: the newest frame, which stays so until the body has returned.
    let top = unsafe { (*frame).top };
    if missing > 0 {
        // Frames that the body enters begin behind the markers, which may lie beyond this frame's registers.
        let end = registers.place(first + (given + missing) as u16);
        // SAFETY: as above.
        unsafe { (*frame).top = top.max(end) };
    }
    thread.before_direct_native(builtin, builtin.def, values);
    let result = (builtin.def.body)(thread, values);
    // SAFETY: as above.
    unsafe { (*frame).top = top };
    thread.mark_direct(0);
    drop_call(registers, instr, (first, given));
    Some(result)
}

/// As [`call_builtin`], where there is no room behind the window: the registers of a generator.
fn call_with_copies(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    builtin: &BuiltinFunction,
    first: u16,
    given: usize,
    missing: usize,
) -> Option<Res> {
    const MOST: usize = 8;
    let thread = &ts.core;
    let mut words = [word::UNBOUND; MOST];
    let words = words.get_mut(..given + missing)?;
    for (copy, value) in words.iter_mut().zip(registers.window(first, given)) {
        *copy = value.word();
    }
    // SAFETY: `Value` is a transparent word, and the registers keep what these refer to, as they do where the body gets the window itself; nothing
    // drops the copies.
    let values = unsafe { std::slice::from_raw_parts(words.as_ptr() as *const Value, words.len()) };
    thread.before_direct_native(builtin, builtin.def, values);
    let result = (builtin.def.body)(thread, values);
    thread.mark_direct(0);
    drop_call(registers, instr, (first, given));
    Some(result)
}

/// Enters `__init__` for a class whose instances are made by `object.__new__`; false if the call has to go the general way.
fn construct(
    ts: &ThreadState,
    registers: Registers,
    instr: Instr,
    keywords: &[Value],
    skip: u8,
) -> Res<bool> {
    let thread = &ts.core;
    let window = instr.b();
    let callee = registers.get(window);
    let Some(class) = callee.as_class() else {
        return Ok(false);
    };
    if class.is_static()
        || !registers.get(window + 1).is_unbound()
        || !class.same_slot(SlotId::New, Builtin::Object.get())
        || class.has(class_flag::ABSTRACT)
        || !thread
            .class_of(callee)
            .same_slot(SlotId::Call, Builtin::Type.get())
    {
        return Ok(false);
    }
    let Some(init) = protocol::lookup_class(thread, class, names::INIT.value()) else {
        return Ok(false);
    };
    if !init.is_exact(Builtin::Function) {
        return Ok(false);
    }
    beside::share_function(ts, &init);
    let instance = thread.alloc_instance(class, crate::object::instance::Plain)?;
    let n = instr.c() as usize;
    // The window becomes: instance (for the caller), instance as self, arguments.
    let ret = Return {
        continuation: Continuation::Construct,
        skip,
        dst: instr.a(),
        window,
    };
    drop(registers.replace(window, instance.clone()));
    if !on_heap(ts.frame.get()) {
        // SAFETY: self and arguments lie in place; the frame takes them and the function over.
        let pushed = unsafe {
            let base = registers.place(window + 1);
            *base = instance.word();
            in_place::push(ts, &init, base, n + 1, keywords, ret)
        };
        if let Some(pushed) = pushed {
            std::mem::forget((init, instance));
            if pushed.is_err() {
                drop(registers.take(window));
            }
            return pushed.map(|()| true);
        }
    }
    let mut arguments = vec![instance];
    arguments.extend(registers.take_window(window + 2, n));
    let args = CallArgs {
        values: &arguments,
        names: keywords,
    };
    match enter::push_function(ts, &init, args, None, ret) {
        Ok(()) => Ok(true),
        Err(raised) => {
            drop(registers.take(window));
            Err(raised)
        }
    }
}

/// Any call: `keywords` are the names of the last arguments.
fn call_general(
    ts: &ThreadState,
    frame: *mut Frame,
    instr: Instr,
    keywords: &[Value],
    skip: u8,
) -> Res<Step> {
    let registers = Registers::newest(frame);
    let window = instr.b();
    let (first, n) = window_arguments(registers, instr);
    let callee = registers.take(window);
    let values = registers.take_window(first, n);
    let args = CallArgs {
        values: &values,
        names: keywords,
    };
    finish_call(ts, frame, &callee, args, call_return(instr, skip, window))
}

/// Calls `callee`: enters a script function or bound method, or calls anything else and writes the result.
fn finish_call(
    ts: &ThreadState,
    frame: *mut Frame,
    callee: &Value,
    args: CallArgs<'_>,
    ret: Return,
) -> Res<Step> {
    let thread = &ts.core;
    if callee.is_exact(Builtin::Function) {
        enter::push_function(ts, callee, args, None, ret)?;
        return Ok(Step::Enter);
    }
    // A script's `__call__` is entered rather than called, so that callable objects may recurse deeply.
    if let Some((function, receiver)) = in_place::bound_function(thread, callee) {
        let mut values = Vec::with_capacity(args.values.len() + 1);
        values.push(receiver);
        values.extend_from_slice(args.values);
        let args = CallArgs {
            values: &values,
            names: args.names,
        };
        enter::push_function(ts, &function, args, None, ret)?;
        return Ok(Step::Enter);
    }
    thread.mark_direct(args.values.as_ptr() as u64);
    let result = protocol::call(thread, callee, args);
    thread.mark_direct(0);
    answer(ts, Registers::newest(frame), ret.dst, result?)
}

/// `CALL_KW`
pub fn call_kw(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    // SAFETY: the newest frame; the instruction has an operand word.
    let names =
        unsafe { code_of(frame).consts[(*(*frame).pc.add(1)).load(Relaxed) as usize].clone() };
    let names = names.as_tuple().unwrap_or(&[]);
    call_script(ts, frame, Registers::newest(frame), Instr(w), names, 3)
}

/// `CALL_EX`
pub fn call_ex(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Step> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let window = instr.b();
    let callee = registers.take(window);
    drop(registers.take(window + 1));
    let arguments = registers.take(window + 2);
    let keywords = if instr.x() & 1 != 0 {
        registers.take(window + 3)
    } else {
        Value::UNBOUND
    };
    let collected;
    let values = match arguments.as_tuple() {
        // A subclass of tuple may have an `__iter__` of its own.
        Some(items) if arguments.is_exact(Builtin::Tuple) => items,
        _ => {
            if !protocol::iterate::is_iterable(thread, &arguments) {
                let class = thread.class_of(&arguments).name_text();
                return Err(thread.type_error(format!(
                    "{} argument after * must be an iterable, not {class}",
                    super::build::callable_text(ts, &callee)
                )));
            }
            collected = protocol::collect(thread, &arguments)?;
            &collected[..]
        }
    };
    let ret = Return {
        continuation: Continuation::Store,
        skip: 1,
        dst: instr.a(),
        window,
    };
    thread.before_read(&keywords);
    let Some(dict) = keywords.as_dict().filter(|dict| !dict.is_empty()) else {
        let args = CallArgs::positional_only(values);
        return finish_call(ts, frame, &callee, args, ret);
    };
    let mut values = values.to_vec();
    let mut names = Vec::with_capacity(dict.len());
    for (name, value) in dict.items(thread) {
        names.push(name);
        values.push(value);
    }
    let args = CallArgs {
        values: &values,
        names: &names,
    };
    finish_call(ts, frame, &callee, args, ret)
}

/// Delivers a frame's value to the instruction of `frame` (the newest one again) that entered it, and brings `pc` up to date.
///
/// # Errors
/// What the rest of the instruction raises.
#[inline(never)]
pub fn returned(
    ts: &ThreadState,
    frame: *mut Frame,
    continuation: Continuation,
    skip: u8,
    dst: u16,
    window: u16,
    value: Value,
) -> Res<()> {
    let thread = &ts.core;
    let registers = Registers::newest(frame);
    let advance = |words: isize| {
        // SAFETY: within the code's words: past the instruction, or to its jump target.
        unsafe { (*frame).pc = (*frame).pc.offset(words) };
    };
    // SAFETY: `pc` stands at the instruction that entered the frame.
    let instr = Instr(unsafe { (*(*frame).pc).load(Relaxed) });
    match continuation {
        Continuation::Store | Continuation::StoreLocal | Continuation::Native => {
            registers.put(dst, value);
            advance(skip as isize);
        }
        Continuation::Construct => {
            let instance = registers.take(window);
            slots::script::check_init(thread, &value)?;
            registers.put(dst, instance);
            advance(skip as isize);
        }
        Continuation::Operator => {
            special::answered(ts, registers, instr, window, value)?;
            advance(skip as isize);
        }
        Continuation::Branch => {
            let jump = special::branch_answered(ts, registers, instr, window, &value)?;
            let far = instr
                .op()
                .is_some_and(|op| op.info().a == Role::Jump32 || op.info().b == Role::Jump32);
            let offset = if far {
                instr.bc_signed() as isize
            } else {
                instr.c_signed() as isize
            };
            advance(if jump { 1 + offset } else { 1 });
        }
        Continuation::Next => {
            registers.put(dst, value);
            advance(1 + instr.c_signed() as isize);
        }
        Continuation::ForIter => {
            if ts.yielded.take() {
                registers.put(dst, value);
                advance(1 + instr.c_signed() as isize);
            } else {
                drop(value);
                drop(registers.clear(instr.b()));
                advance(1);
            }
        }
        Continuation::Send => {
            if ts.yielded.take() {
                registers.put(instr.a() + 1, value);
                advance(1);
            } else {
                drop(registers.take(instr.a()));
                registers.put(instr.a(), value);
                advance(1 + instr.bc_signed() as isize);
            }
        }
        Continuation::Discard => {
            special::discarded(registers, instr);
            advance(skip as isize);
        }
    }
    Ok(())
}
