//! Who waits for whom: what a coroutine awaits, and which tasks and futures wait for a future.
//!
//! Nothing is recorded for that while tasks run. What a coroutine awaits is found in its frame, and who waits for a future among the callbacks that the
//! future calls at its end: a task stands there for itself. Callbacks of the library that pass on the end to another future are closures over that
//! (`RELAYS`), and those of a task group refer to the task that the group belongs to. Programs may name others (`future_add_to_awaited_by`).

use super::future::{own_if, own_ready, waiters};
use super::gather;
use super::task::WAKEUP;
use crate::bytecode::code::LocalKind;
use crate::modules::import::library::FOLDER;
use crate::object::{Builtin, Dict, List, NativeDef, Res, Thread, Value};
use crate::runtime::code::Code;
use crate::runtime::frame_object;
use crate::runtime::function::{BoundMethod, BuiltinFunction, Cell, Function};
use crate::runtime::generator::Generator;
use crate::runtime::hooks::vm;
use crate::runtime::protocol;
use crate::types::{async_generator, generator};
use rustc_hash::FxHashSet;

/// The variables of the library's callbacks that hold the future which ends with the one that is waited for; and whether that future only stands for
/// those who wait for it (`gather`, `shield`, `wait`), if there are any.
const RELAYS: [(&str, bool); 3] = [("outer", true), ("waiter", true), ("destination", false)];
/// The attribute of a task group that is the task which waits for its tasks.
const PARENT: &str = "_parent_task";
/// The attribute of a future for those who were named by programs: a list.
const NAMED: &str = "_named_awaiters";
/// Coroutines of one chain at most; chains have no cycles.
const LONGEST_CHAIN: usize = 1_000_000;

/// A coroutine and what it awaits, directly and indirectly, as far as that has a frame: the outermost first.
pub(super) fn chain(thread: &Thread, coroutine: Value) -> Vec<Value> {
    let mut chain = Vec::new();
    let mut next = Some(coroutine);
    while let Some(value) = next
        && chain.len() < LONGEST_CHAIN
    {
        next = match value.payload::<Generator>() {
            Some(generator) => {
                let awaited = vm(thread).map_or(None, |vm| (vm.delegate)(generator));
                chain.push(value);
                awaited
            }
            None => async_generator::stepped(&value).or_else(|| generator::iterated(&value)),
        };
    }
    chain
}

/// The tasks and futures that wait for a future, each once, in the order in which they began to.
///
/// # Errors
/// MemoryError
pub(super) fn awaiters(thread: &Thread, future: &Value) -> Res<Vec<Value>> {
    let mut all = Vec::new();
    // Futures that only stand for those who wait for them.
    let mut relays = vec![future.clone()];
    let mut known = FxHashSet::default();
    let mut note = |list: &mut Vec<Value>, found: Value| {
        if own_if(thread, &found).is_some() && known.insert(found.word()) {
            list.push(found);
        }
    };
    let mut next = 0;
    while let Some(relay) = relays.get(next).cloned() {
        let before = all.len() + relays.len();
        for callback in waiters(thread, &relay)? {
            match awaiter(thread, &callback) {
                Some((found, true)) => note(&mut relays, found),
                Some((found, false)) => note(&mut all, found),
                None => {}
            }
        }
        for found in named(thread, &relay)? {
            note(&mut all, found);
        }
        if next > 0 && before == all.len() + relays.len() {
            // Nobody waits for it yet.
            all.push(relay);
        }
        next += 1;
    }
    Ok(all)
}

/// Those who were named by programs as waiting for a future.
fn named(thread: &Thread, future: &Value) -> Res<Vec<Value>> {
    let name = thread.intern(NAMED.as_bytes())?;
    match thread.instance_attribute(future, &name) {
        Some(named) => protocol::collect(thread, &named),
        None => Ok(Vec::new()),
    }
}

/// The task or future in whose name a callback was given to a future, and whether that only stands for others.
fn awaiter(thread: &Thread, callback: &Value) -> Option<(Value, bool)> {
    if own_if(thread, callback).is_some() {
        return Some((callback.clone(), false));
    }
    if let Some(outer) = gather::outer(thread, callback) {
        return Some((outer, true));
    }
    if let Some(native) = callback.payload::<BuiltinFunction>() {
        return match std::ptr::eq(native.def, &WAKEUP) {
            true => Some((native.receiver.load()?, false)),
            false => None,
        };
    }
    if let Some(method) = callback.payload::<BoundMethod>() {
        is_ours(method.function.payload()?).then_some(())?;
        let name = thread.intern(PARENT.as_bytes()).ok()?;
        thread.before_read(&method.receiver);
        let parent = thread.instance_attribute(&method.receiver, &name)?;
        return Some((parent, false));
    }
    let function = callback.payload::<Function>()?;
    is_ours(function).then_some(())?;
    let code = function.code.get();
    let locals = code.payload::<Code>()?.plain.locals.iter();
    let closure = function.closure.load()?;
    let free = locals.filter(|local| local.kind == LocalKind::Free);
    for (local, cell) in free.zip(closure.as_tuple()?) {
        if let Some((_, is_relay)) = RELAYS.iter().find(|(name, _)| *name == &*local.name) {
            thread.before_read(cell);
            return Some((cell.payload::<Cell>()?.content.load()?, *is_relay));
        }
    }
    None
}

/// Whether a function is one of this package.
fn is_ours(function: &Function) -> bool {
    let code = function.code.get();
    let path = code
        .payload::<Code>()
        .and_then(|code| code.plain.filename.strip_prefix(FOLDER));
    path.is_some_and(|path| path.starts_with("asyncio/"))
}

/// The frames of a coroutine and of what it awaits, the outermost first.
fn call_chain(thread: &Thread, args: &[Value]) -> Res {
    let mut frames = Vec::new();
    for value in chain(thread, args[0].clone()) {
        if let Some(generator) = value.payload::<Generator>()
            && let Some(frame) = frame_object::of_generator(thread, generator)?
        {
            frames.push(frame);
        }
    }
    List::new_value(thread, frames)
}

fn list_awaiters(thread: &Thread, args: &[Value]) -> Res {
    own_ready(thread, &args[0])?;
    let all = awaiters(thread, &args[0])?;
    List::new_value(thread, all)
}

/// `future._asyncio_awaited_by`: a frozenset, or None for an empty one.
pub(super) fn awaited_by(thread: &Thread, future: &Value) -> Res {
    if own_ready(thread, future).is_err() {
        return Ok(Value::NONE);
    }
    let all = awaiters(thread, future)?;
    if all.is_empty() {
        return Ok(Value::NONE);
    }
    let all = List::new_value(thread, all)?;
    protocol::call_positional(thread, Builtin::FrozenSet.class(), &[all])
}

/// The two of `future_add_to_awaited_by` and its opposite, if both are futures; for other objects nothing is known.
fn both<'v>(thread: &Thread, args: &'v [Value]) -> Option<[&'v Value; 2]> {
    let [future, waiter, ..] = args else {
        return None;
    };
    own_if(thread, waiter)?;
    own_if(thread, future)?;
    Some([future, waiter])
}

/// Those who were named as waiting for a future, but for one, which is added at the end if it is to be.
fn rename(thread: &Thread, args: &[Value], is_added: bool) -> Res {
    let Some([future, waiter]) = both(thread, args) else {
        return Ok(Value::NONE);
    };
    let name = thread.intern(NAMED.as_bytes())?;
    let mut all = named(thread, future)?;
    all.retain(|known| !known.is(waiter));
    if is_added {
        all.push(waiter.clone());
    }
    let all = List::new_value(thread, all)?;
    thread.before_write(future);
    thread.set_instance_attribute(future, &name, all)?;
    Ok(Value::NONE)
}

fn add(thread: &Thread, args: &[Value]) -> Res {
    rename(thread, args, true)
}

fn discard(thread: &Thread, args: &[Value]) -> Res {
    rename(thread, args, false)
}

static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_call_chain", "(coroutine, /)", call_chain)
        .doc("The frames of a coroutine and of what it awaits, the outermost first."),
    NativeDef::function("_awaiters", "(future, /)", list_awaiters)
        .doc("The tasks and futures that wait for a future."),
    NativeDef::function("future_add_to_awaited_by", "(fut, waiter, /)", add)
        .doc("Notes that a task or future waits for a future."),
    NativeDef::function(
        "future_discard_from_awaited_by",
        "(fut, waiter, /)",
        discard,
    )
    .doc("Notes that a task or future waits for a future no longer."),
];

/// Adds the functions to the module.
pub(super) fn add_functions(thread: &Thread, dict: &Dict) -> Res<()> {
    let module = thread.intern(b"_asyncio")?;
    for def in FUNCTIONS {
        let function = crate::runtime::module::native_function(thread, def, Some(&module))?;
        dict.set(thread, thread.intern(def.name.as_bytes())?, function)?;
    }
    Ok(())
}
