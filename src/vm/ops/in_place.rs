//! Calls of script functions whose arguments are bound where they lie, so that the called frame takes them over: with arguments by name and defaults, but
//! without `*` and `**` parameters. Everything else is bound by [`enter::bind`].

use super::call::{lift, on_heap};
use crate::bytecode::code::flags;
use crate::object::class::class_flag;
use crate::object::value::{Word, word};
use crate::object::{Builtin, Res, Str, Thread, Value, names};
use crate::runtime::code::Code;
use crate::runtime::frame::Frame;
use crate::runtime::function::{BoundMethod, Function};
use crate::runtime::protocol;
use crate::runtime::state::ThreadState;
use crate::vm::enter::{self, Return};
use crate::vm::registers::Registers;

/// The most parameters.
const MOST: usize = 16;

/// Enters a script function, that of a bound method, or the `__call__` of an instance, whose call's window begins with the
/// callee. `first`, `given`: where the arguments begin, and their number; `keywords`: the names of the last of them. None: nothing has changed, and the call
/// has to go the general way.
///
/// # Errors
/// RecursionError
#[inline]
pub fn enter(
    ts: &ThreadState,
    frame: *mut Frame,
    registers: Registers,
    (first, given): (u16, usize),
    keywords: &[Value],
    ret: Return,
) -> Option<Res<()>> {
    let window = ret.window;
    let callee = registers.get(window);
    if callee.is_exact(Builtin::Function) {
        // SAFETY: callee and arguments lie in the window, whose registers are dead when the frame has taken them over.
        return unsafe { enter_at(ts, frame, registers, first, callee, given, keywords, ret) };
    }
    let first = first - 1;
    if first == window {
        // There is a receiver already.
        return None;
    }
    let (function, receiver) = bound_function(&ts.core, callee)?;
    // SAFETY: the register is unbound. The receiver is taken over, or comes out again.
    unsafe {
        *registers.place(first) = receiver.into_word();
        let entered = enter_at(
            ts,
            frame,
            registers,
            first,
            &function,
            given + 1,
            keywords,
            ret,
        );
        match entered {
            Some(_) => {
                std::mem::forget(function);
                drop(registers.take(window));
            }
            None => drop(registers.replace(first, Value::UNBOUND)),
        }
        entered
    }
}

/// The script function that a call of a bound method, or of an instance of a script's class that is no class itself, enters, and its first argument.
#[inline]
pub fn bound_function(thread: &Thread, callee: &Value) -> Option<(Value, Value)> {
    let (function, receiver) = match callee.payload::<BoundMethod>() {
        Some(method) => (method.function.clone(), &method.receiver),
        None => {
            let class = thread.class_of(callee);
            if class.is_static()
                || class.has(class_flag::NATIVE_HEAP)
                || callee.as_class().is_some()
            {
                return None;
            }
            let function = protocol::lookup_class(thread, class, names::CALL.value())?;
            (function, callee)
        }
    };
    let is_script = function.is_exact(Builtin::Function);
    is_script.then(|| (function, receiver.clone()))
}

/// Enters a function whose arguments lie in registers from `first` on. The frame takes over both; None: nothing has changed.
///
/// # Safety
/// The words of `function` and of the arguments are not used again after a call.
#[allow(clippy::too_many_arguments)]
unsafe fn enter_at(
    ts: &ThreadState,
    frame: *mut Frame,
    registers: Registers,
    first: u16,
    function: &Value,
    given: usize,
    keywords: &[Value],
    ret: Return,
) -> Option<Res<()>> {
    // SAFETY: the caller's; the arguments of a generator's frame are moved to the register stack.
    unsafe {
        let mut base = registers.place(first);
        if on_heap(frame) && !lift(ts, frame, &mut base, given) {
            return None;
        }
        push(ts, function, base, given, keywords, ret)
    }
}

/// Pushes the frame of a function whose arguments are the `given` words at `base`. It takes over both; None: they are as they were.
///
/// # Errors
/// RecursionError; function and arguments are dropped.
///
/// # Safety
/// `base` points into the register stack at or above the caller's live registers, and the words of `function` and of the arguments are not used
/// again after a call.
pub unsafe fn push(
    ts: &ThreadState,
    function: &Value,
    base: *mut Word,
    given: usize,
    keywords: &[Value],
    ret: Return,
) -> Option<Res<()>> {
    let this = function.payload::<Function>()?;
    let code = this.code.word();
    // SAFETY: the function keeps its code; nothing that could change it runs before the frame is pushed.
    let code = unsafe { Value::borrow_word(&raw const code) };
    let code = code.payload::<Code>()?;
    if base >= ts.top_limit {
        return None;
    }
    // SAFETY: below the limit there is room for the largest frame.
    unsafe {
        let n = bind(&ts.core, this, code, base, given, keywords)?;
        let callee = function.word();
        Some(enter::push(
            ts,
            code,
            callee,
            base,
            n,
            std::ptr::null_mut(),
            ret,
        ))
    }
}

/// Makes of `given` arguments at `base` one for each parameter, whose number is the answer. None: nothing has changed.
///
/// # Safety
/// The words lie there, and there is room for [`MOST`] of them.
#[inline]
unsafe fn bind(
    thread: &Thread,
    function: &Function,
    code: &Code,
    base: *mut Word,
    given: usize,
    keywords: &[Value],
) -> Option<usize> {
    let plain = &code.plain;
    let positional = code.arg_count as usize;
    let named = positional + plain.kwonly_count as usize;
    let by_place = given - keywords.len();
    if plain.flags & (flags::VARARGS | flags::VARKEYWORDS) != 0
        || plain.deferral.is_some()
        || by_place > positional
        || named > MOST
    {
        return None;
    }
    let mut words = [word::UNBOUND; MOST];
    for (k, name) in keywords.iter().enumerate() {
        let name = name.payload::<Str>()?.as_bytes();
        let rest = &plain.locals[by_place..named];
        let place = rest
            .iter()
            .position(|local| local.name.as_bytes() == name)?;
        let i = by_place + place;
        if i < plain.posonly_count as usize || words[i] != word::UNBOUND {
            return None;
        }
        // SAFETY: one of the arguments.
        words[i] = unsafe { *base.add(by_place + k) };
    }
    let defaults = function.defaults.word();
    // SAFETY: the function keeps its defaults; nothing that could change them runs before the last use.
    let defaults = unsafe { Value::borrow_word(&raw const defaults) };
    let defaults = defaults.as_tuple().unwrap_or_default();
    let mut borrowed = 0u32;
    for (i, place) in words.iter_mut().enumerate().take(positional).skip(by_place) {
        if *place == word::UNBOUND {
            let default = (i + defaults.len()).checked_sub(positional)?;
            *place = defaults.get(default)?.word();
            borrowed |= 1 << i;
        }
    }
    if words[positional..named].contains(&word::UNBOUND)
        && !take_keyword_defaults(thread, function, code, &mut words[positional..named])
    {
        return None;
    }
    for (i, &word) in words.iter().enumerate().take(named).skip(by_place) {
        // SAFETY: there is room; an argument by name moves, a default gets a reference.
        unsafe {
            *base.add(i) = match borrowed >> i & 1 {
                1 => Value::clone_word(word).into_word(),
                _ => word,
            };
        }
    }
    Some(named)
}

/// Takes a reference to the default of each keyword-only parameter that has no argument. False, and nothing has changed: one has none, or that takes to
/// be alone.
fn take_keyword_defaults(
    thread: &Thread,
    function: &Function,
    code: &Code,
    words: &mut [Word],
) -> bool {
    let defaults = function.kwdefaults.word();
    // SAFETY: the function keeps its defaults; nothing that could change them runs before the last use.
    let defaults = unsafe { Value::borrow_word(&raw const defaults) };
    let Some(defaults) = defaults.as_dict().filter(|_| !thread.runs_together()) else {
        return false;
    };
    let mut taken = 0u32;
    for (i, name) in code.keyword_only.iter().enumerate() {
        if words[i] != word::UNBOUND {
            continue;
        }
        match defaults.get_str(thread, name) {
            Some(default) => {
                words[i] = default.into_word();
                taken |= 1 << i;
            }
            None => {
                for (k, place) in words.iter_mut().enumerate() {
                    if taken >> k & 1 == 1 {
                        // SAFETY: taken above.
                        drop(unsafe { Value::from_word(std::mem::replace(place, word::UNBOUND)) });
                    }
                }
                return false;
            }
        }
    }
    true
}
