//! The functions of `sys`.

use super::info::has_lock;
use crate::object::class::class_flag;
use crate::object::{Builtin, Dict, NativeDef, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol;
use crate::runtime::state::{interpreter, set_recursion_limit, state};
use crate::runtime::{frames, report};
use crate::struct_sequence;
use crate::types::float::convert::real_argument;
use crate::types::struct_sequence::{class, instance};
use crate::types::text::args::{c_int, type_name};
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

fn exc_info(thread: &Thread, _: &[Value]) -> Res {
    let Some(exception) = state(thread).handled_exception() else {
        return Tuple::from_vec(thread, vec![Value::NONE; 3]);
    };
    let traceback = exception.as_exception().and_then(|e| e.traceback.load());
    let class = thread.class_object(&exception);
    Tuple::from_vec(
        thread,
        vec![class, exception, traceback.unwrap_or(Value::NONE)],
    )
}

fn exception(thread: &Thread, _: &[Value]) -> Res {
    Ok(state(thread).handled_exception().unwrap_or(Value::NONE))
}

fn exit(thread: &Thread, args: &[Value]) -> Res {
    use crate::modules::builtins::run::system_exit;
    let status = args[0].bound().filter(|status| !status.is_none());
    Err(match status.map(|status| (status, status.as_tuple())) {
        None => system_exit(thread, &[]),
        Some((_, Some(items))) => system_exit(thread, items),
        Some((status, None)) => system_exit(thread, std::slice::from_ref(status)),
    })
}

fn get_recursion_limit(thread: &Thread, _: &[Value]) -> Res {
    thread.int(i64::from(interpreter(thread).recursion_limit.load(Relaxed)))
}

fn change_recursion_limit(thread: &Thread, args: &[Value]) -> Res {
    let limit = c_int(thread, &args[0])?;
    match u32::try_from(limit) {
        Ok(limit) if limit > 0 => set_recursion_limit(thread, limit)?,
        _ => {
            return Err(thread.value_error("recursion limit must be greater or equal than 1"));
        }
    }
    Ok(Value::NONE)
}

fn get_ref_count(thread: &Thread, args: &[Value]) -> Res {
    match args[0].header() {
        Some(header) => thread.int_from_usize(header.reference_count()),
        None => thread.int(i64::from(u32::MAX)),
    }
}

fn intern(thread: &Thread, args: &[Value]) -> Res {
    if args[0].is_exact(Builtin::Str) {
        return thread.intern_value(&args[0]);
    }
    if args[0].as_str_object().is_some() {
        let name = thread.class_of(&args[0]).name_text();
        return Err(thread.type_error(format!("can't intern {name}")));
    }
    Err(thread.type_error(format!(
        "intern() argument must be str, not {}",
        type_name(thread, &args[0])
    )))
}

fn is_interned(thread: &Thread, args: &[Value]) -> Res {
    if args[0].as_str_object().is_none() {
        return Err(thread.type_error(format!(
            "_is_interned() argument must be str, not {}",
            type_name(thread, &args[0])
        )));
    }
    Ok(Value::from_bool(crate::object::intern::is_interned(
        &args[0],
    )))
}

fn get_size_of(thread: &Thread, args: &[Value]) -> Res {
    let method = protocol::lookup_special(thread, &args[0], names::SIZEOF.value())?;
    let measured = match method {
        Some(method) => protocol::call_positional(thread, &method, &[]).and_then(|size| {
            let Some(int) = size.as_int() else {
                return Err(thread.type_error("an integer is required"));
            };
            match int.to_i64() {
                Some(size) if size >= 0 => Ok(size),
                Some(_) => Err(thread.value_error("__sizeof__() should return >= 0")),
                None => Err(thread.error(
                    Builtin::OverflowError,
                    "Python int too large to convert to C ssize_t",
                )),
            }
        }),
        None => Err(thread.type_error(format!(
            "Type {} doesn't define __sizeof__",
            thread.class_of(&args[0]).name_text()
        ))),
    };
    match (measured, args[1].bound()) {
        (Ok(size), _) => thread.int(size + before_header(thread, &args[0])),
        (Err(raised), Some(default))
            if crate::runtime::raise::raised_is(thread, Builtin::TypeError) =>
        {
            drop(thread.take_raised(raised));
            Ok(default.clone())
        }
        (Err(raised), _) => Err(raised),
    }
}

/// What CPython keeps before an object: two words for its collector, and two for a `__dict__` and weak references.
fn before_header(thread: &Thread, value: &Value) -> i64 {
    let class = thread.class_of(value);
    let own = class_flag::HAS_DICT | class_flag::WEAKREF;
    let managed = !class.is_static() && class.has(own);
    i64::from(is_collected(value)) * 16 + i64::from(managed) * 16
}

/// Whether the value can be part of a reference cycle.
fn is_collected(value: &Value) -> bool {
    value.header().is_some()
        && value.as_str_object().is_none()
        && value.as_bytes().is_none()
        && value.as_int().is_none()
        && value.as_float().is_none()
}

fn get_max_digits(thread: &Thread, _: &[Value]) -> Res {
    thread.int(i64::from(
        interpreter(thread).int_max_str_digits.load(Relaxed),
    ))
}

fn set_max_digits(thread: &Thread, args: &[Value]) -> Res {
    let digits = c_int(thread, &args[0])?;
    match u32::try_from(digits) {
        Ok(digits) if digits == 0 || digits >= 640 => {
            interpreter(thread)
                .int_max_str_digits
                .store(digits, Relaxed);
            Ok(Value::NONE)
        }
        _ => Err(thread.value_error("maxdigits must be 0 or larger than 640")),
    }
}

/// What `getswitchinterval` answers where instructions are counted.
const DEFAULT_INTERVAL: Duration = Duration::from_millis(5);

fn get_switch_interval(thread: &Thread, _: &[Value]) -> Res {
    let interval = interpreter(thread).gil.policy().interval;
    thread.float(interval.unwrap_or(DEFAULT_INTERVAL).as_secs_f64())
}

fn set_switch_interval(thread: &Thread, args: &[Value]) -> Res {
    let interval = real_argument(thread, &args[0])?;
    if interval <= 0.0 || interval.is_nan() {
        return Err(thread.value_error("switch interval must be strictly positive"));
    }
    let interval = Duration::try_from_secs_f64(interval).unwrap_or(Duration::MAX);
    // Where instructions are counted, time plays no part, and nothing changes.
    let gil = &interpreter(thread).gil;
    gil.set_interval(interval.max(Duration::from_micros(1)));
    Ok(Value::NONE)
}

fn gil_enabled(thread: &Thread, _: &[Value]) -> Res {
    Ok(Value::from_bool(has_lock(thread)))
}

fn is_finalizing(thread: &Thread, _: &[Value]) -> Res {
    let interpreter = crate::runtime::state::interpreter(thread);
    Ok(Value::from_bool(
        interpreter
            .finalizing
            .load(std::sync::atomic::Ordering::Acquire),
    ))
}

fn nothing(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

fn zero(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::from_i32(0))
}

fn encoding(thread: &Thread, _: &[Value]) -> Res {
    Str::new_value(thread, "utf-8")
}

fn encode_errors(thread: &Thread, _: &[Value]) -> Res {
    Str::new_value(thread, "surrogateescape")
}

fn display_hook(thread: &Thread, args: &[Value]) -> Res {
    let value = &args[0];
    if value.is_none() {
        return Ok(Value::NONE);
    }
    let builtins = interpreter(thread).builtins.get();
    let remember = |value: Value| match builtins.as_dict() {
        Some(dict) => dict.set_str(thread, names::UNDERSCORE.value(), value),
        None => Ok(()),
    };
    remember(Value::NONE)?;
    let stdout = match super::get(thread, names::STDOUT.value()) {
        Some(stdout) if !stdout.is_none() => stdout,
        _ => return Err(thread.error(Builtin::RuntimeError, "lost sys.stdout")),
    };
    let text = protocol::repr(thread, value)?;
    protocol::call_method(thread, &stdout, names::WRITE.value(), &[text])?;
    let end = Str::new_value(thread, "\n")?;
    protocol::call_method(thread, &stdout, names::WRITE.value(), &[end])?;
    remember(value.clone())?;
    Ok(Value::NONE)
}

fn except_hook(thread: &Thread, args: &[Value]) -> Res {
    let text = report::exception_text(thread, &args[1]);
    report::write_error(thread, &text);
    Ok(Value::NONE)
}

fn module_name(thread: &Thread, args: &[Value]) -> Res {
    let depth = match args[0].bound() {
        Some(depth) => c_int(thread, depth)?,
        None => 0,
    };
    let globals = frames::globals_at(thread, depth.max(0) as usize);
    let name = globals
        .as_ref()
        .and_then(Value::as_dict)
        .and_then(|globals| globals.get_str(thread, names::NAME.value()));
    Ok(name.unwrap_or(Value::NONE))
}

fn breakpoint_hook(thread: &Thread, _: &[Value]) -> Res {
    let wanted = std::env::var("PYTHONBREAKPOINT").unwrap_or_default();
    if wanted != "0" {
        crate::runtime::warnings::warn(
            thread,
            Builtin::RuntimeWarning,
            "Ignoring unimportable $PYTHONBREAKPOINT: \"pdb.set_trace\"",
        )?;
    }
    Ok(Value::NONE)
}

fn unraisable_hook(thread: &Thread, args: &[Value]) -> Res {
    let exception = protocol::get_attr_str(thread, &args[0], "exc_value")?;
    let object = protocol::get_attr_str(thread, &args[0], "object")?;
    let message = protocol::get_attr_str(thread, &args[0], "err_msg")?;
    report::report_unraisable(thread, &exception, message.as_str(), &object);
    Ok(Value::NONE)
}

fn get_frame(thread: &Thread, args: &[Value]) -> Res {
    let depth = match args[0].bound() {
        Some(depth) => c_int(thread, depth)?.max(0),
        None => 0,
    };
    match crate::runtime::frame_object::at_depth(thread, depth as usize)? {
        Some(frame) => Ok(frame),
        None => Err(thread.value_error("call stack is not deep enough")),
    }
}

static HOOKS: ClassDef = struct_sequence!("asyncgen_hooks", "The hooks for asynchronous generators.", 0, [
    0 "firstiter" "What is called with a generator before its first item is asked for.",
    1 "finalizer" "What is called with a generator that nobody refers to any more.",
]);

fn asyncgen_hooks(thread: &Thread, _: &[Value]) -> Res {
    let hooks = &state(thread).generator_hooks;
    let items: Vec<_> = hooks
        .iter()
        .map(|hook| hook.load().unwrap_or(Value::NONE))
        .collect();
    instance(thread, &class(thread, &HOOKS)?, &items)
}

fn set_asyncgen_hooks(thread: &Thread, args: &[Value]) -> Res {
    let hooks = &state(thread).generator_hooks;
    for (value, name) in args.iter().zip(["firstiter", "finalizer"]) {
        if !value.is_unbound() && !value.is_none() && thread.class_of(value).call().is_none() {
            let class = type_name(thread, value);
            return Err(thread.type_error(format!("callable {name} expected, got {class}")));
        }
    }
    for (hook, value) in hooks.iter().zip(args) {
        if value.is_none() {
            drop(hook.take());
        } else if !value.is_unbound() {
            hook.set(value.clone());
        }
    }
    Ok(Value::NONE)
}

fn origin_depth(thread: &Thread, _: &[Value]) -> Res {
    thread.int(i64::from(state(thread).origin_depth.get()))
}

fn set_origin_depth(thread: &Thread, args: &[Value]) -> Res {
    let depth = c_int(thread, &args[0])?;
    let Ok(depth) = u32::try_from(depth) else {
        return Err(thread.value_error("depth must be >= 0"));
    };
    state(thread).origin_depth.set(depth);
    Ok(Value::NONE)
}

/// Copies the hooks under the names that programs restore them from.
///
/// # Errors
/// MemoryError
pub fn add_originals(thread: &Thread, dict: &Dict) -> Res<()> {
    for name in [
        "breakpointhook",
        "displayhook",
        "excepthook",
        "unraisablehook",
    ] {
        let key = thread.intern(name.as_bytes())?;
        if let Some(hook) = dict.get_str(thread, &key) {
            dict.set(
                thread,
                thread.intern(format!("__{name}__").as_bytes())?,
                hook,
            )?;
        }
    }
    Ok(())
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("exc_info", "()", exc_info).doc(
        "Type, value and traceback of the exception that is being handled; three\n\
        times None if there is none.",
    ),
    NativeDef::function("exception", "()", exception)
        .doc("The exception that is being handled, or None."),
    NativeDef::function("exit", "(status=None, /)", exit).doc(
        "Ends the program by raising SystemExit with this status.\n\n\
        None and 0 mean success, another number is the exit code, anything else is\n\
        printed and the exit code is 1.",
    ),
    NativeDef::function("getrecursionlimit", "()", get_recursion_limit)
        .doc("How many calls may be nested."),
    NativeDef::function("setrecursionlimit", "(limit, /)", change_recursion_limit)
        .doc("Sets how many calls may be nested; further ones raise RecursionError."),
    NativeDef::function("getrefcount", "(object, /)", get_ref_count)
        .doc("How many references the object has; the argument is one of them."),
    NativeDef::function("intern", "(string, /)", intern)
        .doc("The one string of this text that all interned equal strings share."),
    NativeDef::function("_is_interned", "(string, /)", is_interned)
        .doc("Whether the string is an interned one."),
    NativeDef::function(
        "getsizeof",
        "(object, default=<unrepresentable>)",
        get_size_of,
    )
    .doc(
        "getsizeof(object [, default]) -> int\n\n\
        How many bytes the object occupies, without what it refers to.",
    )
    .unsigned(),
    NativeDef::function("get_int_max_str_digits", "()", get_max_digits).doc(
        "Beyond how many digits ints are not converted from or to decimal text; 0 if\n\
        there is no bound.",
    ),
    NativeDef::function("set_int_max_str_digits", "(maxdigits)", set_max_digits)
        .doc("Sets beyond how many digits ints are not converted from or to decimal text."),
    NativeDef::function("getswitchinterval", "()", get_switch_interval)
        .doc("After how many seconds a running thread is asked to let another one run."),
    NativeDef::function("setswitchinterval", "(interval, /)", set_switch_interval)
        .doc("Sets after how many seconds a running thread is asked to let another one run."),
    NativeDef::function("_is_gil_enabled", "()", gil_enabled)
        .doc("Whether the interpreter has a global lock."),
    NativeDef::function("is_finalizing", "()", is_finalizing)
        .doc("Whether the interpreter is shutting down."),
    NativeDef::function("gettrace", "()", nothing)
        .doc("The trace function of this thread, or None."),
    NativeDef::function("settrace", "(function, /)", nothing)
        .doc("Sets the trace function of this thread. None removes it."),
    NativeDef::function("getprofile", "()", nothing)
        .doc("The profile function of this thread, or None."),
    NativeDef::function("setprofile", "(function, /)", nothing)
        .doc("Sets the profile function of this thread. None removes it."),
    NativeDef::function("audit", "(event, /, *args)", nothing)
        .doc("Reports an event with its arguments to all audit hooks."),
    NativeDef::function("addaudithook", "(hook)", nothing).doc(
        "Adds a function that is called with the name and the arguments of each\n\
        audited event.",
    ),
    NativeDef::function("getallocatedblocks", "()", zero).doc("How many memory blocks are in use."),
    NativeDef::function("get_coroutine_origin_tracking_depth", "()", origin_depth)
        .doc("How many frames new coroutines record as their origin."),
    NativeDef::function(
        "set_coroutine_origin_tracking_depth",
        "(depth)",
        set_origin_depth,
    )
    .doc("Sets how many frames new coroutines of this thread record as their origin."),
    NativeDef::function(
        "set_asyncgen_hooks",
        "(firstiter=None, finalizer=None)",
        set_asyncgen_hooks,
    )
    .doc("Sets the hooks for asynchronous generators of this thread; None removes one.")
    .shown_as("([firstiter] [, finalizer])"),
    NativeDef::function("get_asyncgen_hooks", "()", asyncgen_hooks)
        .doc("The hooks for asynchronous generators of this thread: (firstiter, finalizer)."),
    NativeDef::function("_clear_type_cache", "()", nothing)
        .doc("Empties the cache of attributes found in types."),
    NativeDef::function("_clear_internal_caches", "()", nothing)
        .doc("Empties the caches of the interpreter."),
    NativeDef::function("getdefaultencoding", "()", encoding)
        .doc("The encoding that str.encode() and bytes.decode() take by default."),
    NativeDef::function("getfilesystemencoding", "()", encoding).doc("The encoding of file names."),
    NativeDef::function("getfilesystemencodeerrors", "()", encode_errors)
        .doc("What is done with file names that cannot be encoded or decoded."),
    NativeDef::function("displayhook", "(object, /)", display_hook).doc(
        "Prints the repr of an object to sys.stdout and keeps the object as\n\
        builtins._; does nothing for None.",
    ),
    NativeDef::function("excepthook", "(exctype, value, traceback, /)", except_hook)
        .doc("Prints an exception and its traceback to sys.stderr."),
    NativeDef::function("breakpointhook", "(*args, **kws)", breakpoint_hook)
        .doc(
            "What breakpoint() calls; PYTHONBREAKPOINT names the function that gets the\n\
            arguments.",
        )
        .shown_as("($module, /, *args, **kwargs)"),
    NativeDef::function("unraisablehook", "(unraisable, /)", unraisable_hook)
        .doc("Reports an exception that nobody can catch, such as one from a finaliser."),
    NativeDef::function("_getframe", "(depth=0, /)", get_frame)
        .doc("The frame of the caller, or of one that lies depth calls further out."),
    NativeDef::function("_getframemodulename", "(depth=0)", module_name).doc(
        "The name of the module of the frame that lies depth calls further out, or\n\
        None.",
    ),
];
