//! Generators, coroutines and asynchronous generators: made, suspended, delegated to.

use super::Branch;
use crate::bytecode::code::flags;
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::Op;
use crate::object::class::{ResumeFn, class_flag};
use crate::object::ordered::StoreOrdered;
use crate::object::value::{Word, word};
use crate::object::{Builtin, Class, Raised, Res, Tuple, Value, names};
use crate::runtime::frame::{Continuation, Frame, flag};
use crate::runtime::frame_object;
use crate::runtime::frames;
use crate::runtime::function::Function;
use crate::runtime::generator::{Generator, Part, Resumed, Status};
use crate::runtime::protocol;
use crate::runtime::raise;
use crate::runtime::state::ThreadState;
use crate::vm::enter::Return;
use crate::vm::registers::{Registers, code_of};
use crate::vm::{leave, resume, unwind};
use std::sync::atomic::Ordering::*;

/// `RETURN_GENERATOR`: moves the frame's registers into a new generator.
pub fn make(ts: &ThreadState, frame: *mut Frame) -> Res {
    let thread = &ts.core;
    // SAFETY: the newest frame; its locals are moved word by word to where the generator has its registers, and left unbound.
    unsafe {
        let code = code_of(frame);
        let class = match code.plain.flags {
            f if f & flags::COROUTINE != 0 => Builtin::Coroutine,
            f if f & flags::ASYNC_GENERATOR != 0 => Builtin::AsyncGenerator,
            _ => Builtin::Generator,
        };
        let origin = match ts.origin_depth.get() != 0 && class == Builtin::Coroutine {
            true => note_origin(ts)?,
            false => Value::UNBOUND,
        };
        let value = thread.alloc_with_words(class, code.nregs as usize, |registers| {
            for i in 0..code.nlocals as usize {
                *registers.add(i) = std::ptr::replace((*frame).base.add(i), word::UNBOUND);
            }
            Generator::new(
                Value::clone_word((*frame).callee),
                unwind::code_value(frame),
                (*frame).word_index() as u32,
            )
        })?;
        let is_usual = |function: &Function| {
            function.name.word() == code.name.word()
                && function.qualname.word() == code.qualname.word()
        };
        let renamed = (*frame).function().filter(|function| !is_usual(function));
        if renamed.is_some() || !origin.is_unbound() {
            add_parts(ts, &value, renamed, origin)?;
        }
        if (*frame).flags & flag::HAS_OBJECT != 0
            && let Some(generator) = value.payload::<Generator>()
        {
            frame_object::pass_to_generator(frame, generator);
        }
        if (!code.plain.handlers.is_empty() || class != Builtin::Generator)
            && let Some(header) = value.header()
        {
            // Its `finally` blocks have to run when it dies suspended; a coroutine says that it was never awaited.
            header.set(crate::object::header::flag::HAS_FINALIZER);
        }
        Ok(value)
    }
}

/// Gives a new generator the names of a function that are not the code's, and the place where it was made.
#[cold]
fn add_parts(
    ts: &ThreadState,
    value: &Value,
    renamed: Option<&Function>,
    origin: Value,
) -> Res<()> {
    let thread = &ts.core;
    let Some(generator) = value.payload::<Generator>() else {
        return Ok(());
    };
    if let Some(function) = renamed {
        generator.set_part(thread, Part::Name, function.name.get())?;
        generator.set_part(thread, Part::Qualname, function.qualname.get())?;
    }
    if !origin.is_unbound() {
        generator.set_part(thread, Part::Origin, origin)?;
    }
    Ok(())
}

/// Whether the frame, whose registers have moved into a new generator, is that of a coroutine that its caller awaits with the next instructions:
/// `GET_AWAITABLE`, `LOAD_NONE` and `SEND`, of the register that the call answers in.
///
/// # Safety
/// `frame` is the newest frame, and not the first of its thread.
#[inline]
pub unsafe fn is_awaited_at_once(frame: *mut Frame) -> bool {
    // SAFETY: a frame whose result a caller's instruction stores has that caller below it; the verifier has seen that instructions that go on are followed by
    // another.
    unsafe {
        if (*frame).continuation != Continuation::Store
            || (*frame).flags != 0
            || !(*frame).extra.is_null()
            || code_of(frame).plain.flags & flags::COROUTINE == 0
        {
            return false;
        }
        let next = (*frame.sub(1)).pc.add((*frame).skip as usize);
        let get = Instr((*next).load(Relaxed));
        if get.op() != Some(Op::GetAwaitable) || get.a() != (*frame).dst || get.b() != get.a() {
            return false;
        }
        let (none, send) = (next.add(1), next.add(2));
        Instr((*none).load(Relaxed)).op() == Some(Op::LoadNone) && {
            let send = Instr((*send).load(Relaxed));
            send.op() == Some(Op::Send) && send.a() == get.a()
        }
    }
}

/// Makes the frame that has made a coroutine the coroutine's own, as if the caller had come to its `SEND` and that had resumed it.
///
/// # Safety
/// [`is_awaited_at_once`] has said yes, and `value` is the coroutine that the frame has made.
pub unsafe fn begin(ts: &ThreadState, frame: *mut Frame, value: Value) {
    // SAFETY: the caller's instructions are as the caller of this function has found them, and so its two registers exist and are dead. The function
    // lives on in the generator, which the frame owns now, and with it the code.
    unsafe {
        let Some(generator) = value.payload::<Generator>() else {
            return;
        };
        let caller = frame.sub(1);
        let delegate = (*frame).dst;
        (*caller).pc = (*caller).pc.add((*frame).skip as usize + 2);
        let registers = Registers::of(caller);
        registers.put(delegate, value.clone());
        registers.put(delegate + 1, Value::UNBOUND);
        generator.set_status(Status::Running);
        leave::exchange_handled(ts, generator);
        (*frame).base = generator.base();
        (*frame).top = (*caller).top;
        (*frame).flags = flag::ON_HEAP;
        (*frame).continuation = Continuation::Send;
        (*frame).skip = 1;
        (*frame).window = 0;
        let function = std::ptr::replace(&raw mut (*frame).callee, value.into_word());
        drop(Value::from_word(function));
    }
}

/// Where a coroutine is made: the frames below its own.
#[cold]
fn note_origin(ts: &ThreadState) -> Res {
    let all = frames::places(&ts.core, ts.origin_depth.get().saturating_add(1))?;
    Tuple::from_slice(
        &ts.core,
        all.as_tuple().and_then(|all| all.get(1..)).unwrap_or(&[]),
    )
}

/// `YIELD`: saves the generator's state and gives the value for its resumer.
pub fn suspend(ts: &ThreadState, frame: *mut Frame, w: u64) -> Word {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let value = if registers.is_temporary(instr.b()) {
        registers.clear(instr.b())
    } else {
        registers.get(instr.b()).clone()
    };
    // SAFETY: the newest frame is a generator's.
    unsafe {
        if let Some(generator) = (*frame).generator() {
            generator
                .pc
                .store_ordered((*frame).word_index() as u32, Relaxed);
            if (*frame).flags & flag::HAS_OBJECT != 0 {
                frame_object::suspended(generator);
            }
            leave::exchange_handled(ts, generator);
            generator.set_status(Status::Suspended);
            ts.yielded.set(true);
        }
    }
    value.into_word()
}

/// `GET_YIELD_FROM_ITER`
pub fn get_yield_from_iter(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let iterable = registers.get(instr.b());
    let value = if iterable.is_exact(Builtin::Coroutine) {
        // SAFETY: the newest frame.
        let own = unsafe { code_of(frame) }.plain.flags;
        if own & (flags::COROUTINE | flags::ITERABLE_COROUTINE) == 0 {
            return Err(thread.type_error(
                "cannot 'yield from' a coroutine object in a non-coroutine generator",
            ));
        }
        iterable.clone()
    } else if iterable.is_exact(Builtin::Generator) {
        iterable.clone()
    } else {
        protocol::iter(thread, iterable)?
    };
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(())
}

/// The iterator behind an awaitable.
pub fn awaitable_iterator(ts: &ThreadState, value: &Value, reason: u8) -> Res {
    let thread = &ts.core;
    if value.is_exact(Builtin::Coroutine) {
        return Ok(value.clone());
    }
    let class = thread.class_of(value);
    if native_resume(class).is_some() {
        return Ok(value.clone());
    }
    if let Some(generator) = value.payload::<Generator>()
        && value.is_exact(Builtin::Generator)
        && let Some(code) = generator.code.payload::<crate::runtime::code::Code>()
        && code.plain.flags & flags::ITERABLE_COROUTINE != 0
    {
        return Ok(value.clone());
    }
    let Some(f) = class.await_() else {
        let name = class.name_text();
        let message = match reason {
            1 => format!(
                "'async with' received an object from __aenter__ that does not implement __await__: {name}"
            ),
            2 => format!(
                "'async with' received an object from __aexit__ that does not implement __await__: {name}"
            ),
            _ => format!("object {name} can't be used in 'await' expression"),
        };
        return Err(thread.type_error(message));
    };
    let iterator = f(thread, value)?;
    if iterator.is_exact(Builtin::Coroutine) {
        return Err(thread.type_error("__await__() returned a coroutine"));
    }
    if thread.class_of(&iterator).next().is_none() {
        let name = thread.class_of(&iterator).name_text();
        return Err(thread.type_error(format!(
            "__await__() returned non-iterator of type '{name}'"
        )));
    }
    Ok(iterator)
}

/// How objects of a native class that stand for what `await` gets of them are resumed. A script's class may do it otherwise than its native base.
fn native_resume(class: &Class) -> Option<ResumeFn> {
    class
        .resume()
        .filter(|_| class.has(class_flag::NATIVE_HEAP))
}

/// `GET_AWAITABLE`
pub fn get_awaitable(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let value = registers.get(instr.b());
    if let Some(coroutine) = value.payload::<Generator>()
        && value.is_exact(Builtin::Coroutine)
        && coroutine.status() == Status::Created
    {
        let coroutine = registers.read(instr.b());
        registers.put(instr.a(), coroutine);
        return Ok(());
    }
    let iterator = awaitable_iterator(ts, value, instr.x())?;
    if iterator.is_exact(Builtin::Coroutine)
        && let Some(coroutine) = iterator.payload::<Generator>()
        && resume::delegate(coroutine).is_some()
    {
        return Err(ts
            .core
            .error(Builtin::RuntimeError, "coroutine is being awaited already"));
    }
    registers.consume(instr.b());
    registers.put(instr.a(), iterator);
    Ok(())
}

/// `SEND`
pub fn send(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<Branch> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (a, value_register) = (instr.a(), instr.a() + 1);
    let delegate = registers.get(a);
    thread.before_step(delegate);
    let sent = registers.get(value_register).clone();
    if let Some(generator) = delegate.payload::<Generator>()
        && (delegate.is_exact(Builtin::Generator) || delegate.is_exact(Builtin::Coroutine))
    {
        let ret = Return {
            continuation: Continuation::Send,
            skip: 1,
            dst: a,
            window: 0,
        };
        if generator.status() == Status::Finished && delegate.is_exact(Builtin::Coroutine) {
            return Err(thread.error(
                Builtin::RuntimeError,
                "cannot reuse already awaited coroutine",
            ));
        }
        if !resume::enter(ts, delegate, generator, sent, ret)? {
            // Finished already: its answer is None.
            drop(registers.take(value_register));
            drop(registers.replace(a, Value::NONE));
            return Ok(Branch::Jump);
        }
        // The value has been given; what comes back takes its place.
        drop(registers.replace(value_register, Value::UNBOUND));
        return Ok(Branch::Enter);
    }
    let class = thread.class_of(delegate);
    let answer = if let Some(resume) = native_resume(class) {
        // None of them uses what is sent.
        match resume(thread, delegate) {
            Ok(Resumed::Yielded(item)) => Ok(item),
            Ok(Resumed::Returned(result)) => {
                drop(registers.take(value_register));
                drop(registers.replace(a, result));
                return Ok(Branch::Jump);
            }
            Err(raised) => Err(raised),
        }
    } else if sent.is_none() {
        match class.next() {
            Some(next) => match next(thread, delegate) {
                Ok(Some(item)) => Ok(item),
                Ok(None) => {
                    drop(registers.take(value_register));
                    drop(registers.replace(a, Value::NONE));
                    return Ok(Branch::Jump);
                }
                Err(raised) => Err(raised),
            },
            None => {
                Err(thread.type_error(format!("'{}' object is not an iterator", class.name_text())))
            }
        }
    } else {
        protocol::call_method(thread, delegate, names::SEND.value(), &[sent])
    };
    match answer {
        Ok(item) => {
            drop(registers.replace(value_register, item));
            Ok(Branch::Fall)
        }
        Err(raised) if raise::raised_is(thread, Builtin::StopIteration) => {
            let exception = thread.take_raised(raised);
            let result = raise::stop_value(&exception);
            drop(registers.take(value_register));
            drop(registers.replace(a, result));
            Ok(Branch::Jump)
        }
        Err(raised) => Err(raised),
    }
}

/// `CLEANUP_THROW`
pub fn cleanup_throw(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    if !raise::raised_is(thread, Builtin::StopIteration) {
        return Err(raise::again(thread));
    }
    let exception = thread.take_raised(raise::again(thread));
    drop(Registers::newest(frame).replace(instr.a(), raise::stop_value(&exception)));
    Ok(())
}

/// `GET_AITER`
pub fn get_aiter(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let iterable = registers.get(instr.b());
    let class = thread.class_of(iterable);
    let Some(f) = class.async_iter() else {
        let name = class.name_text();
        return Err(thread.type_error(format!(
            "'async for' requires an object with __aiter__ method, got {name}"
        )));
    };
    let iterator = f(thread, iterable)?;
    if thread.class_of(&iterator).async_next().is_none() {
        let name = thread.class_of(&iterator).name_text();
        return Err(thread.type_error(format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
        )));
    }
    registers.consume(instr.b());
    registers.put(instr.a(), iterator);
    Ok(())
}

/// `GET_ANEXT`
pub fn get_anext(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let iterator = registers.get(instr.b());
    let class = thread.class_of(iterator);
    let Some(f) = class.async_next() else {
        return Err(thread.type_error(format!(
            "'async for' requires an iterator with __anext__ method, got {}",
            class.name_text()
        )));
    };
    let awaitable = f(thread, iterator)?;
    if iterator.is_exact(Builtin::AsyncGenerator) {
        registers.put(instr.a(), awaitable);
        return Ok(());
    }
    let inner = match awaitable_iterator(ts, &awaitable, 0) {
        Ok(inner) => inner,
        Err(raised) => {
            let cause = thread.take_raised(raised);
            let name = thread.class_of(&awaitable).name_text();
            let error = thread.new_exception(
                Builtin::TypeError,
                &format!("'async for' received an invalid object from __anext__: {name}"),
            );
            if let Some(payload) = error.as_exception() {
                payload.cause.set(cause.clone());
                payload.context.set(cause);
                payload.suppress_context.store(true, Relaxed);
            }
            return Err(thread.raise(error));
        }
    };
    registers.put(instr.a(), inner);
    Ok(())
}

/// `END_ASYNC_FOR`
pub fn end_async_for(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let pending: Raised = raise::again(thread);
    if !raise::raised_is(thread, Builtin::StopAsyncIteration) {
        return Err(pending);
    }
    drop(thread.take_raised(pending));
    Registers::newest(frame).consume(Instr(w).a());
    Ok(())
}
