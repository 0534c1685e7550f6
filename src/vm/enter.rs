//! Entering code: pushing frames for script functions, binding their arguments, and running the loop from native code.

use super::dispatch;
use crate::bytecode::code::flags;
use crate::object::class::CallArgs;
use crate::object::purpose::Purpose;
use crate::object::value::{Word, word};
use crate::object::{Dict, Res, Thread, Tuple, Value};
use crate::runtime::code::Code;
use crate::runtime::frame::{Continuation, FrameExtra};
use crate::runtime::function::{self, Function};
use crate::runtime::protocol;
use crate::runtime::safepoint;
use crate::runtime::state::{LoopKind, ThreadState, state};
use std::sync::atomic::Ordering::Relaxed;

/// What a new frame is to do with its result, and for which of the caller's registers.
#[derive(Clone, Copy)]
pub struct Return {
    /// What happens with the result.
    pub continuation: Continuation,
    /// Words of the caller's instruction.
    pub skip: u8,
    /// Destination register.
    pub dst: u16,
    /// First register of the call's window.
    pub window: u16,
}

impl Return {
    /// To native code.
    pub const NATIVE: Return = Return {
        continuation: Continuation::Native,
        skip: 0,
        dst: 0,
        window: 0,
    };

    /// To the instruction of `skip` words that a special method stands in for, with the result going to register `dst`.
    pub const fn operator(skip: u8, dst: u16) -> Return {
        Return {
            continuation: Continuation::Operator,
            skip,
            dst,
            window: 0,
        }
    }
}

/// Pushes a frame for `code` whose first `nargs` registers at `base` are filled. The frame takes over `callee`, and the registers.
///
/// # Errors
/// RecursionError; registers and callee are dropped.
///
/// # Safety
/// `base` points into the register stack at or above the caller's live registers, `nargs` owned words lie there, and `callee` (an owned
/// word) keeps `code` alive.
#[inline(always)]
pub unsafe fn push(
    ts: &ThreadState,
    code: *const Code,
    callee: Word,
    base: *mut Word,
    nargs: usize,
    extra: *mut FrameExtra,
    ret: Return,
) -> Res<()> {
    // SAFETY: the record after the newest one lies in the frame region, since the limit was checked; the registers lie in the register
    // region, whose limit leaves room for the largest frame.
    unsafe {
        let frame = ts.frame.get().add(1);
        if frame >= ts.frame_limit.get() || base >= ts.top_limit {
            return Err(too_deep(ts, callee, base, nargs, extra));
        }
        let nlocals = (*code).nlocals as usize;
        for i in nargs..nlocals {
            *base.add(i) = word::UNBOUND;
        }
        (*frame).pc = (*code).words.as_ptr();
        (*frame).base = base;
        (*frame).top = base.add((*code).nregs as usize);
        (*frame).code = code;
        (*frame).callee = callee;
        (*frame).extra = extra;
        (*frame).continuation = ret.continuation;
        (*frame).skip = ret.skip;
        (*frame).dst = ret.dst;
        (*frame).window = ret.window;
        (*frame).flags = 0;
        ts.frame.set(frame);
        Ok(())
    }
}

#[cold]
#[inline(never)]
unsafe fn too_deep(
    ts: &ThreadState,
    callee: Word,
    base: *mut Word,
    nargs: usize,
    extra: *mut FrameExtra,
) -> crate::object::Raised {
    // SAFETY: the caller gave these up.
    unsafe {
        for i in 0..nargs {
            drop(Value::from_word(*base.add(i)));
        }
        drop(Value::from_word(callee));
        if !extra.is_null() {
            drop(Box::from_raw(extra));
        }
    }
    ts.core.recursion_error("")
}

/// Binds arguments to the parameters of a script function, as registers in order.
///
/// # Errors
/// TypeError with CPython's message.
pub fn bind(
    thread: &Thread,
    function: &Function,
    code: &Code,
    args: CallArgs<'_>,
) -> Res<Vec<Value>> {
    let plain = &code.plain;
    let (positional, keyword_only) = (plain.arg_count as usize, plain.kwonly_count as usize);
    let named = positional + keyword_only;
    let has_star = plain.flags & flags::VARARGS != 0;
    let has_double_star = plain.flags & flags::VARKEYWORDS != 0;
    let given = args.positional();
    let mut registers = Vec::with_capacity(named + 2);
    registers.extend(given.iter().take(positional).cloned());
    registers.resize(named, Value::UNBOUND);
    if has_star {
        registers.push(Tuple::from_slice(
            thread,
            given.get(positional..).unwrap_or(&[]),
        )?);
    }
    let rest = if has_double_star {
        Some(Dict::new_value(thread)?)
    } else {
        None
    };
    let qualname = || function.qualname.get().as_str().unwrap_or("").to_owned();
    let mut posonly_by_name = Vec::new();
    for (name, value) in args.keywords() {
        let text = name.payload::<crate::object::Str>();
        let Some(text) = text else {
            return Err(thread.type_error(format!("{}() keywords must be strings", qualname())));
        };
        let place = plain.locals[..named]
            .iter()
            .position(|local| local.name.as_bytes() == text.as_bytes());
        match place {
            Some(i) if i >= plain.posonly_count as usize => {
                if !registers[i].is_unbound() {
                    let text = text.to_text();
                    return Err(thread.type_error(format!(
                        "{}() got multiple values for argument '{text}'",
                        qualname()
                    )));
                }
                registers[i] = value.clone();
            }
            place => match rest.as_ref().and_then(Value::as_dict) {
                Some(dict) => dict.set(thread, name.clone(), value.clone())?,
                None if place.is_some() => posonly_by_name.push(text.to_text().into_owned()),
                None => {
                    let text = text.to_text();
                    let names: Vec<&str> = plain.locals[plain.posonly_count as usize..named]
                        .iter()
                        .map(|local| &*local.name)
                        .collect();
                    let hint = crate::base::suggest::closest(text.as_bytes(), &names)
                        .map_or(String::new(), |i| format!(". Did you mean '{}'?", names[i]));
                    return Err(thread.type_error(format!(
                        "{}() got an unexpected keyword argument '{text}'{hint}",
                        qualname()
                    )));
                }
            },
        }
    }
    if !posonly_by_name.is_empty() {
        return Err(thread.type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            qualname(),
            posonly_by_name.join(", ")
        )));
    }
    let defaults = function.defaults.get();
    let defaults = defaults.as_tuple().unwrap_or(&[]);
    if given.len() > positional && !has_star {
        return Err(too_many_positional(
            thread,
            &qualname(),
            plain,
            defaults.len(),
            given.len(),
            &registers,
        ));
    }
    let mut missing = Vec::new();
    for (i, register) in registers.iter_mut().enumerate().take(positional) {
        if register.is_unbound() {
            match (i + defaults.len())
                .checked_sub(positional)
                .and_then(|d| defaults.get(d))
            {
                Some(default) => *register = default.clone(),
                None => missing.push(i),
            }
        }
    }
    if !missing.is_empty() {
        return Err(missing_arguments(
            thread,
            &qualname(),
            plain,
            &missing,
            "positional",
        ));
    }
    let kwdefaults = function.kwdefaults.get();
    thread.before_read(&kwdefaults);
    for (i, register) in registers
        .iter_mut()
        .enumerate()
        .take(named)
        .skip(positional)
    {
        if register.is_unbound() {
            let name = thread.intern(plain.locals[i].name.as_bytes())?;
            match kwdefaults
                .as_dict()
                .and_then(|dict| dict.get_str(thread, &name))
            {
                Some(default) => *register = default,
                None => missing.push(i),
            }
        }
    }
    if !missing.is_empty() {
        return Err(missing_arguments(
            thread,
            &qualname(),
            plain,
            &missing,
            "keyword-only",
        ));
    }
    registers.extend(rest);
    Ok(registers)
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

#[cold]
fn missing_arguments(
    thread: &Thread,
    qualname: &str,
    plain: &crate::bytecode::code::Code,
    missing: &[usize],
    kind: &str,
) -> crate::object::Raised {
    let names: Vec<String> = missing
        .iter()
        .map(|i| format!("'{}'", plain.locals[*i].name))
        .collect();
    let list = match names.as_slice() {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [init @ .., last] => format!("{}, and {last}", init.join(", ")),
        [] => String::new(),
    };
    let n = names.len();
    thread.type_error(format!(
        "{qualname}() missing {n} required {kind} argument{}: {list}",
        plural(n)
    ))
}

#[cold]
fn too_many_positional(
    thread: &Thread,
    qualname: &str,
    plain: &crate::bytecode::code::Code,
    defaults: usize,
    given: usize,
    registers: &[Value],
) -> crate::object::Raised {
    let positional = plain.arg_count as usize;
    let takes = if defaults > 0 {
        format!(
            "from {} to {positional}",
            positional - defaults.min(positional)
        )
    } else {
        positional.to_string()
    };
    let many = if defaults > 0 {
        "s"
    } else {
        plural(positional)
    };
    let kwonly_given = registers[positional..]
        .iter()
        .filter(|v| !v.is_unbound())
        .count();
    let given_text = if kwonly_given > 0 {
        format!(
            "{given} positional argument{} (and {kwonly_given} keyword-only argument{})",
            plural(given),
            plural(kwonly_given)
        )
    } else {
        given.to_string()
    };
    let verb = if given == 1 && kwonly_given == 0 {
        "was"
    } else {
        "were"
    };
    thread.type_error(format!(
        "{qualname}() takes {takes} positional argument{many} but {given_text} {verb} given"
    ))
}

/// Pushes a frame for a script function with any arguments, above the newest frame.
///
/// # Errors
/// What binding raises, or RecursionError.
pub fn push_function(
    ts: &ThreadState,
    callee: &Value,
    args: CallArgs<'_>,
    extra: Option<FrameExtra>,
    ret: Return,
) -> Res<()> {
    let Some(function) = callee.payload::<Function>() else {
        return Err(ts.core.type_error("a function was expected"));
    };
    let code_word = function.code.word();
    // SAFETY: the function keeps its code; where binding may run something that replaces it, there is a reference of its own.
    let code_value = unsafe { Value::borrow_word(&raw const code_word) };
    let Some(code) = code_value.payload::<Code>() else {
        return Err(ts.core.type_error("a code object was expected"));
    };
    let fits = code.plain_parameters
        && args.names.is_empty()
        && args.values.len() == code.arg_count as usize;
    if !fits && code.plain.deferral.is_some() {
        function::complete(&ts.core, callee)?;
        return push_function(ts, callee, args, extra, ret);
    }
    let _kept = (!fits).then(|| code_value.clone());
    // SAFETY: above the newest frame's top nothing is live; the words are given up to the frame; the function, which the frame owns, keeps the
    // code alive.
    unsafe {
        let base = (*ts.frame.get()).top;
        if base >= ts.top_limit {
            return Err(ts.core.recursion_error(""));
        }
        let nargs;
        if fits {
            nargs = args.values.len();
            for (i, value) in args.values.iter().enumerate() {
                *base.add(i) = value.clone().into_word();
            }
        } else {
            let registers = bind(&ts.core, function, code, args)?;
            nargs = registers.len();
            for (i, value) in registers.into_iter().enumerate() {
                *base.add(i) = value.into_word();
            }
        }
        let extra = extra.map_or(std::ptr::null_mut(), |extra| Box::into_raw(Box::new(extra)));
        push(
            ts,
            code,
            callee.clone().into_word(),
            base,
            nargs,
            extra,
            ret,
        )
    }
}

/// Runs the loop from the newest frame, which was entered from native code, until it is left.
///
/// # Errors
/// What the code raises; RecursionError when the native stack is nearly used up.
pub fn run(ts: &ThreadState) -> Res {
    run_loop(ts, None)
}

/// As [`run`], but the newest frame begins by raising the exception in flight at its saved instruction.
pub fn run_raising(ts: &ThreadState, raised: crate::object::Raised) -> Res {
    run_loop(ts, Some(raised))
}

/// Runs the copy of the loop that the mode asks for, and goes on in another one when that changes.
#[inline]
fn run_loop(ts: &ThreadState, mut raised: Option<crate::object::Raised>) -> Res {
    let below = ts.running.get();
    let stays = ts.core.takes_stay();
    let mut kind = ts.interpreter.loop_kind();
    loop {
        ts.running.set(Some(kind));
        let result = match kind {
            LoopKind::Lock => dispatch::run::<dispatch::Lock>(ts, raised.take()),
            LoopKind::Ticks => dispatch::run::<dispatch::Ticks>(ts, raised.take()),
            LoopKind::Free => {
                let result = dispatch::run::<dispatch::Free>(ts, raised.take());
                // Native code goes on.
                if !stays {
                    ts.core.go_alone_for(Purpose::Word("return to native code"));
                }
                result
            }
        };
        if !matches!(&result, Ok(value) if value.is_unbound()) {
            ts.running.set(below);
            if below.is_some_and(|below| below != ts.interpreter.loop_kind()) {
                // This loop has served the request that was the other one's too.
                let change = crate::object::breaker::CHANGE_LOOP;
                ts.core.breaker.fetch_or(change, Relaxed);
            }
            return result;
        }
        kind = ts.interpreter.loop_kind();
        if kind == LoopKind::Ticks {
            // What is left of the last turn that was counted says nothing about this one.
            ts.ticks.set(0);
        }
    }
}

/// The call slot of script functions.
pub fn call_function(thread: &Thread, callee: &Value, args: CallArgs<'_>) -> Res {
    thread.check_stack("")?;
    let ts = state(thread);
    push_function(ts, callee, args, None, Return::NATIVE)?;
    if let Err(raised) = safepoint::poll(thread) {
        return run_raising(ts, raised);
    }
    run(ts)
}

/// Runs a function (a class body) with its own namespace mapping.
pub fn call_with_namespace(thread: &Thread, callee: &Value, namespace: Value) -> Res {
    thread.check_stack("")?;
    let ts = state(thread);
    let extra = FrameExtra {
        namespace,
        globals: Value::UNBOUND,
        builtins: Value::UNBOUND,
        closure: Value::UNBOUND,
    };
    push_function(
        ts,
        callee,
        CallArgs::positional_only(&[]),
        Some(extra),
        Return::NATIVE,
    )?;
    run(ts)
}

/// Runs module or executed code with these namespaces.
///
/// # Errors
/// What the code raises.
pub fn run_code(
    thread: &Thread,
    code: &Value,
    globals: Value,
    namespace: Value,
    closure: Value,
) -> Res {
    thread.check_stack("")?;
    let ts = state(thread);
    let code = Code::for_globals(thread, code, &globals)?;
    let Some(payload) = code.payload::<Code>() else {
        return Err(thread.type_error("a code object was expected"));
    };
    let builtins = crate::runtime::builtins_of(thread, &globals)?;
    if payload.plain.flags & (flags::OPTIMIZED | flags::COROUTINE) == flags::COROUTINE {
        // The coroutine of a module that awaits outlives this call, as the function it is made by does; that refers to the namespace.
        let own = !namespace.is(&globals);
        let function = super::ops::function::new_function(thread, &code, globals, builtins)?;
        if let Some(made) = function.payload::<Function>()
            && own
        {
            made.closure
                .set(Tuple::from_slice(thread, std::slice::from_ref(&namespace))?);
        }
        return protocol::call_positional(thread, &function, &[]);
    }
    if payload.plain.flags & flags::OPTIMIZED != 0 {
        // The code of a function runs as one that is called without arguments.
        let function = super::ops::function::new_function(thread, &code, globals, builtins)?;
        if let Some(made) = function.payload::<Function>()
            && !closure.is_unbound()
        {
            made.closure.set(closure);
        }
        return protocol::call_positional(thread, &function, &[]);
    }
    let extra = Box::into_raw(Box::new(FrameExtra {
        namespace,
        globals,
        builtins,
        closure,
    }));
    // SAFETY: above the newest frame's top nothing is live; the frame owns the code object.
    unsafe {
        let base = (*ts.frame.get()).top;
        push(
            ts,
            payload,
            code.clone().into_word(),
            base,
            0,
            extra,
            Return::NATIVE,
        )?;
    }
    run(ts)
}
