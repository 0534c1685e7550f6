//! Generators resumed: from the loop by pushing their frame, from native code by running it.

use super::enter::{self, Return};
use super::leave::exchange_handled;
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::Op;
use crate::object::value::Word;
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::code::Code;
use crate::runtime::frame::{Continuation, Frame, flag};
use crate::runtime::frame_object;
use crate::runtime::generator::{Generator, Resumed, Status};
use crate::runtime::raise;
use crate::runtime::state::{ThreadState, state};
use std::sync::atomic::Ordering::*;

fn what(thread: &Thread, value: &Value) -> String {
    let name = thread.class_of(value).name_text();
    if name == "async_generator" {
        "async generator".to_owned()
    } else {
        name
    }
}

/// Pushes the frame of a generator that is to receive `sent`; false if it is finished.
///
/// # Errors
/// ValueError if it is running, TypeError if a value is sent to one that has not started, RecursionError.
pub fn enter(
    ts: &ThreadState,
    value: &Value,
    generator: &Generator,
    sent: Value,
    ret: Return,
) -> Res<bool> {
    let thread = &ts.core;
    let status = match generator.status() {
        Status::Finished => return Ok(false),
        Status::Running => {
            return Err(thread.value_error(format!("{} already executing", what(thread, value))));
        }
        status => status,
    };
    if status == Status::Created && !sent.is_none() {
        return Err(thread.type_error(format!(
            "can't send non-None value to a just-started {}",
            what(thread, value)
        )));
    }
    push_frame(ts, value, generator, ret)?;
    // SAFETY: the frame was just pushed; its registers are the generator's.
    unsafe {
        let frame = ts.frame.get();
        let at = Instr((*(*frame).pc).load(Relaxed));
        if at.op() == Some(Op::Yield) {
            super::registers::Registers::of(frame).put(at.a(), sent);
        }
        (*frame).pc = (*frame).pc.add(1);
    }
    Ok(true)
}

/// Pushes the frame of a generator, standing at the instruction at which it is suspended.
fn push_frame(ts: &ThreadState, value: &Value, generator: &Generator, ret: Return) -> Res<()> {
    let thread = &ts.core;
    let Some(code) = generator.code.payload::<Code>() else {
        return Err(thread.type_error("generator without code"));
    };
    // SAFETY: the record after the newest one lies in the frame region; the generator, which the frame owns, keeps registers and code alive.
    unsafe {
        let below = ts.frame.get();
        let frame = below.add(1);
        if frame >= ts.frame_limit.get() {
            return Err(thread.recursion_error(""));
        }
        if generator.claim(thread).is_none() {
            return Err(thread.value_error(format!("{} already executing", what(thread, value))));
        }
        exchange_handled(ts, generator);
        frame.write(Frame {
            pc: code.words.as_ptr().add(generator.pc.load(Relaxed) as usize),
            base: generator.base(),
            top: (*below).top,
            code,
            callee: value.clone().into_word(),
            extra: std::ptr::null_mut(),
            continuation: ret.continuation,
            skip: ret.skip,
            dst: ret.dst,
            window: ret.window,
            flags: flag::ON_HEAP,
            object: crate::object::value::word::UNBOUND,
        });
        if frame_object::resumed(generator, frame) {
            (*frame).flags |= flag::HAS_OBJECT;
        }
        ts.frame.set(frame);
    }
    Ok(())
}

/// Resumes a generator with a value and runs it until it yields or returns; None if it was finished.
///
/// # Errors
/// What it raises.
pub fn send(
    thread: &Thread,
    value: &Value,
    generator: &Generator,
    sent: Value,
) -> Res<Option<Resumed>> {
    thread.check_stack("")?;
    let ts = state(thread);
    if !enter(
        ts,
        value,
        generator,
        sent,
        Return {
            continuation: Continuation::Native,
            ..Return::NATIVE
        },
    )? {
        return Ok(None);
    }
    let result = enter::run(ts)?;
    Ok(Some(outcome(ts, result)))
}

fn outcome(ts: &ThreadState, result: Value) -> Resumed {
    match ts.yielded.take() {
        true => Resumed::Yielded(result),
        false => Resumed::Returned(result),
    }
}

/// Raises `exception` at the point where a generator is suspended, and runs it until it yields or returns. One that has not started, or is finished,
/// raises it at once.
///
/// # Errors
/// What it raises.
pub fn throw(
    thread: &Thread,
    value: &Value,
    generator: &Generator,
    exception: Value,
) -> Res<Resumed> {
    thread.check_stack("")?;
    let ts = state(thread);
    match generator.status() {
        Status::Running => {
            return Err(thread.value_error(format!("{} already executing", what(thread, value))));
        }
        Status::Finished => return Err(thread.raise(exception)),
        Status::Created | Status::Suspended => {}
    }
    push_frame(ts, value, generator, Return::NATIVE)?;
    // What the generator's own handlers are handling is the context; what its resumer's are is not.
    if ts.handled.load().is_some() {
        raise::set_context(ts, &exception);
    }
    // The YIELD has consumed its operand, as the table says of one that raises. What is raised at the beginning passes through the frame, which has
    // no handler there.
    let raised = thread.raise(exception);
    let result = enter::run_raising(ts, raised)?;
    Ok(outcome(ts, result))
}

/// Where a generator that is suspended in `yield from` or `await` has its delegate.
fn delegate_place(generator: &Generator) -> Option<*mut Word> {
    if generator.status() != Status::Suspended {
        return None;
    }
    let code = generator.code.payload::<Code>()?;
    let at = Instr(
        code.words
            .get(generator.pc.load(Relaxed) as usize)?
            .load(Relaxed),
    );
    if at.op() != Some(Op::Yield) || at.x() & 1 == 0 {
        return None;
    }
    // SAFETY: the delegate lies below the operand of the YIELD, among the generator's registers.
    Some(unsafe { generator.base().add(at.b() as usize - 1) })
}

/// The delegate of a generator that is suspended in `yield from` or `await`.
pub fn delegate(generator: &Generator) -> Option<Value> {
    // SAFETY: the delegate is live while the generator is suspended.
    delegate_place(generator).map(|place| unsafe { Value::clone_word(*place) })
}

/// The delegate as scripts see it, or None: an object that has stood for its iterator gives way to that.
///
/// # Errors
/// MemoryError
pub fn shown_delegate(thread: &Thread, generator: &Generator) -> Res {
    let Some(delegate) = delegate(generator) else {
        return Ok(Value::NONE);
    };
    let class = thread.class_of(&delegate);
    let (Some(_), None, Some(iterator)) = (class.resume(), class.next(), class.await_()) else {
        return Ok(delegate);
    };
    let iterator = iterator(thread, &delegate)?;
    if let Some(place) = delegate_place(generator) {
        // SAFETY: the place holds the delegate, which is exchanged for what does the same.
        drop(unsafe { Value::from_word(std::ptr::replace(place, iterator.clone().into_word())) });
    }
    Ok(iterator)
}

/// Closes a generator: GeneratorExit at the point where it is suspended (and first in its delegate).
///
/// # Errors
/// RuntimeError if it yields again; what it raises besides GeneratorExit and StopIteration. The value it returned otherwise.
pub fn close(thread: &Thread, value: &Value, generator: &Generator) -> Res {
    match generator.status() {
        Status::Finished => return Ok(Value::NONE),
        Status::Created => {
            // Its arguments live as long as it does.
            generator.set_status(Status::Finished);
            return Ok(Value::NONE);
        }
        Status::Suspended if ends_quietly(generator) => {
            generator.set_status(Status::Finished);
            frame_object::end_generator(generator, false);
            generator.drop_temporaries();
            generator.drop_locals();
            return Ok(Value::NONE);
        }
        _ => {}
    }
    let mut exception = thread.new_exception(Builtin::GeneratorExit, "");
    if let Some(delegate) = delegate(generator)
        && let Err(raised) = close_delegate(thread, value, generator, &delegate)
    {
        exception = thread.take_raised(raised);
    }
    match throw(thread, value, generator, exception) {
        Ok(Resumed::Yielded(_)) => Err(thread.error(
            Builtin::RuntimeError,
            format!("{} ignored GeneratorExit", what(thread, value)),
        )),
        Ok(Resumed::Returned(value)) => Ok(value),
        Err(raised)
            if raise::raised_is(thread, Builtin::GeneratorExit)
                || raise::raised_is(thread, Builtin::StopIteration) =>
        {
            drop(thread.take_raised(raised));
            Ok(Value::NONE)
        }
        Err(raised) => Err(raised),
    }
}

/// Whether GeneratorExit at the point where a generator is suspended would meet no handler, and so need not be raised.
fn ends_quietly(generator: &Generator) -> bool {
    let at = generator.pc.load(Relaxed) as usize;
    let code = generator.code.payload::<Code>();
    code.is_some_and(|code| code.plain.handler(at).is_none()) && delegate(generator).is_none()
}

/// Does `f` on behalf of a suspended generator, which counts as running meanwhile and has its place among the frames.
fn on_behalf<R>(
    thread: &Thread,
    value: &Value,
    generator: &Generator,
    f: impl FnOnce() -> Res<R>,
) -> Res<R> {
    thread.check_stack("")?;
    let ts = state(thread);
    push_frame(ts, value, generator, Return::NATIVE)?;
    let result = f();
    // SAFETY: the newest record is again the one that was pushed; its registers are the generator's.
    unsafe {
        let frame = ts.frame.get();
        if (*frame).flags & flag::HAS_OBJECT != 0 {
            frame_object::suspended(generator);
        }
        exchange_handled(ts, generator);
        generator.set_status(Status::Suspended);
        super::unwind::pop_record(ts, frame);
    }
    result
}

/// Closes what a generator delegates to, if it can be closed.
fn close_delegate(
    thread: &Thread,
    value: &Value,
    generator: &Generator,
    delegate: &Value,
) -> Res<()> {
    on_behalf(thread, value, generator, || close_any(thread, delegate))
}

fn close_any(thread: &Thread, delegate: &Value) -> Res<()> {
    use crate::object::names;
    use crate::runtime::protocol;
    if let Some(generator) = delegate.payload::<Generator>() {
        thread.check_stack("")?;
        return close(thread, delegate, generator).map(drop);
    }
    if let Some(method) = protocol::get_attr_opt(thread, delegate, names::CLOSE.value())? {
        protocol::call_positional(thread, &method, &[])?;
    }
    Ok(())
}

/// `generator.throw(exception)`: in the delegate first, if there is one.
///
/// # Errors
/// What comes out of it.
pub fn throw_into(
    thread: &Thread,
    value: &Value,
    generator: &Generator,
    exception: Value,
) -> Res<Resumed> {
    use crate::object::names;
    use crate::runtime::protocol;
    let Some(delegate) = delegate(generator) else {
        return throw(thread, value, generator, exception);
    };
    thread.check_stack("")?;
    if thread
        .class_of(&exception)
        .is_subclass_of(Builtin::GeneratorExit.class())
    {
        return match close_delegate(thread, value, generator, &delegate) {
            Ok(()) => throw(thread, value, generator, exception),
            Err(raised) => {
                let exception = thread.take_raised(raised);
                throw(thread, value, generator, exception)
            }
        };
    }
    let method = match delegate.payload::<Generator>() {
        Some(_) => None,
        None => match protocol::get_attr_opt(thread, &delegate, names::THROW.value()) {
            Ok(Some(method)) => Some(method),
            Ok(None) => return throw(thread, value, generator, exception),
            Err(raised) => {
                let exception = thread.take_raised(raised);
                return throw(thread, value, generator, exception);
            }
        },
    };
    let answer = on_behalf(thread, value, generator, || {
        match (delegate.payload::<Generator>(), &method) {
            (Some(inner), _) => throw_into(thread, &delegate, inner, exception),
            (None, Some(method)) => {
                protocol::call_positional(thread, method, &[exception]).map(Resumed::Yielded)
            }
            (None, None) => Err(thread.raise(exception)),
        }
    });
    match answer {
        Ok(Resumed::Yielded(item)) => Ok(Resumed::Yielded(item)),
        Ok(Resumed::Returned(result)) => go_on(thread, value, generator, result),
        Err(raised) if raise::raised_is(thread, Builtin::StopIteration) => {
            // The delegate returned: raised at the YIELD, CLEANUP_THROW takes the value and goes on.
            let exception = thread.take_raised(raised);
            throw(thread, value, generator, exception)
        }
        Err(raised) => {
            let exception = thread.take_raised(raised);
            throw(thread, value, generator, exception)
        }
    }
}

/// The delegate of a suspended generator has returned `result`: goes on behind the delegation.
fn go_on(thread: &Thread, value: &Value, generator: &Generator, result: Value) -> Res<Resumed> {
    let exception = raise::stop_iteration(thread, result)?;
    throw(thread, value, generator, exception)
}
