//! Functions that run text: compile, eval, exec; and input.

use super::inspect::{current_globals, current_locals};
use crate::base::source::Origin;
use crate::bytecode::code::{LocalKind, flags};
use crate::modules::compile::{self, How};
use crate::modules::sys;
use crate::object::{Builtin, NativeDef, Raised, Res, Str, Thread, Value, names};
use crate::runtime::code::Code;
use crate::runtime::function::Cell;
use crate::runtime::protocol::{self, convert::index, truth};
use crate::runtime::state::interpreter;
use crate::runtime::{frames, hooks, raise};
use crate::syntax::Mode;
use crate::types::text::{args::type_name, buffer, codec};

/// The flag of `compile` for a syntax tree, which there is none of.
const ONLY_TREE: i64 = 0x400;
/// The flag of `compile` with which `await` may stand outside functions.
const TOP_LEVEL_AWAIT: i64 = 0x2000;
/// The flag of `compile` with which a text that only lacks its end is told apart.
const TELLS_INCOMPLETE: i64 = 0x4000;
/// Flags that `compile` knows: the above, those of future statements, and some that ask for nothing that is not done anyway: nested scopes, no line
/// end at the end of the text, comments about types, a folded tree.
const KNOWN_FLAGS: i64 = 0x1FE_0010 | ONLY_TREE | TOP_LEVEL_AWAIT | TELLS_INCOMPLETE | 0x9200;

/// Whether the running code was compiled with annotations as text, which compiling inherits.
fn inherited_annotations(thread: &Thread) -> bool {
    frames::code_at(thread, 0).is_some_and(|(code, _)| {
        code.payload::<Code>()
            .is_some_and(|code| code.plain.flags & flags::FUTURE_ANNOTATIONS != 0)
    })
}

/// The bytes of source text; `function` and `what` are for the message.
fn source_bytes(
    thread: &Thread,
    source: &Value,
    function: &str,
    what: &str,
) -> Res<(Vec<u8>, Origin)> {
    if let Some(text) = source.as_str_object() {
        if text.as_str().is_none() {
            return Err(codec::surrogates_error(thread, source));
        }
        return Ok((text.as_bytes().to_vec(), Origin::Text));
    }
    match buffer::get(source) {
        Some(bytes) => Ok((bytes.into_vec(), Origin::Bytes)),
        None => Err(thread.type_error(format!(
            "{function}() arg 1 must be a string, bytes or {what} object"
        ))),
    }
}

/// A path as text: str, bytes, or what `__fspath__` answers.
///
/// # Errors
/// TypeError, and what `__fspath__` raises.
pub fn path_text(thread: &Thread, path: &Value) -> Res<String> {
    let text = |value: &Value| match (value.as_str_object(), value.as_bytes()) {
        (Some(text), _) => Some(text.to_text().into_owned()),
        (None, Some(bytes)) => Some(String::from_utf8_lossy(bytes).into_owned()),
        (None, None) => None,
    };
    if let Some(text) = text(path) {
        return Ok(text);
    }
    let answer = protocol::call::call_special(thread, path, names::FSPATH.value(), &[])?;
    answer.as_ref().and_then(text).ok_or_else(|| {
        thread.type_error(format!(
            "expected str, bytes or os.PathLike object, not {}",
            thread.class_of(path).name_text()
        ))
    })
}

fn compile_function(thread: &Thread, args: &[Value]) -> Res {
    let filename = path_text(thread, &args[1])?;
    if filename.contains('\0') {
        return Err(thread.value_error("embedded null character"));
    }
    let Some(mode) = args[2].as_str() else {
        return Err(thread.type_error(format!(
            "compile() argument 'mode' must be str, not {}",
            type_name(thread, &args[2])
        )));
    };
    let int = |value: &Value, default: i64| -> Res<i64> {
        match value.bound() {
            Some(value) => {
                let int = index(thread, value)?;
                let int = int.as_int().and_then(|int| int.to_i64());
                int.filter(|int| i32::try_from(*int).is_ok())
                    .ok_or_else(|| {
                        thread.overflow_error("Python int too large to convert to C int")
                    })
            }
            None => Ok(default),
        }
    };
    let given = int(&args[3], 0)?;
    let dont_inherit = match args[4].bound() {
        Some(value) => truth(thread, value)?,
        None => false,
    };
    let optimize = int(&args[5], -1)?;
    if given & !KNOWN_FLAGS != 0 {
        return Err(thread.value_error("compile(): unrecognised flags"));
    }
    if !(-1..=2).contains(&optimize) {
        return Err(thread.value_error("compile(): invalid optimize value"));
    }
    let mode = match mode {
        "exec" => Mode::Module,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        "func_type" => {
            return Err(
                thread.value_error("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
            );
        }
        _ => {
            return Err(thread.value_error("compile() mode must be 'exec', 'eval' or 'single'"));
        }
    };
    if args[0].payload::<Code>().is_some() {
        return Err(thread.type_error("compile() arg 1 must be a string, bytes or AST object"));
    }
    if given & ONLY_TREE != 0 {
        return Err(thread.value_error("compile() gives no syntax trees, only code"));
    }
    let (source, origin) = source_bytes(thread, &args[0], "compile", "AST")?;
    let how = How {
        mode,
        top_level_await: given & TOP_LEVEL_AWAIT != 0,
        tells_incomplete: given & TELLS_INCOMPLETE != 0,
        namespace_is_globals: false,
        future_annotations: given & i64::from(flags::FUTURE_ANNOTATIONS) != 0
            || !dont_inherit && inherited_annotations(thread),
        optimize: optimize.max(0) as u8,
        keeps_source: false,
        origin,
    };
    compile::compile(thread, &source, &filename, how)
}

fn is_mapping(thread: &Thread, value: &Value) -> bool {
    thread.class_of(value).get_item().is_some()
}

/// Gives a namespace the built-ins of the running code, unless it has some.
fn add_builtins(thread: &Thread, globals: &Value) -> Res<()> {
    if let Some(dict) = globals.as_dict()
        && dict.get_str(thread, names::BUILTINS.value()).is_none()
    {
        let builtins = match frames::current_globals(thread) {
            Some(current) => crate::runtime::builtins_of(thread, &current)?,
            None => interpreter(thread).builtins.get(),
        };
        dict.set_str(thread, names::BUILTINS.value(), builtins)?;
    }
    Ok(())
}

fn free_variables(code: &Code) -> usize {
    let locals = code.plain.locals.iter();
    locals.filter(|local| local.kind == LocalKind::Free).count()
}

fn given(value: &Value) -> Option<&Value> {
    value.bound().filter(|value| !value.is_none())
}

fn eval(thread: &Thread, args: &[Value]) -> Res {
    let (globals, locals) = (given(&args[1]), given(&args[2]));
    if let Some(locals) = locals
        && !is_mapping(thread, locals)
    {
        return Err(thread.type_error("locals must be a mapping"));
    }
    if let Some(globals) = globals
        && globals.as_dict().is_none()
    {
        return Err(thread.type_error(if is_mapping(thread, globals) {
            "globals must be a real dict; try eval(code, {}, mapping)"
        } else {
            "globals must be a dict"
        }));
    }
    let (globals, locals) = namespaces(thread, globals, locals)?;
    add_builtins(thread, &globals)?;
    let code = match args[0].payload::<Code>() {
        Some(code) => {
            if free_variables(code) > 0 {
                return Err(thread
                    .type_error("code object passed to eval() may not contain free variables"));
            }
            args[0].clone()
        }
        None => {
            let (source, origin) = source_bytes(thread, &args[0], "eval", "code")?;
            let blank = |byte: &u8| *byte == b' ' || *byte == b'\t';
            let start = source.iter().take_while(|byte| blank(byte)).count();
            let how = how(thread, Mode::Eval, &globals, &locals, origin);
            compile::compile(thread, &source[start..], "<string>", how)?
        }
    };
    (hooks::vm(thread)?.run_code)(thread, &code, globals, locals, Value::UNBOUND)
}

fn how(thread: &Thread, mode: Mode, globals: &Value, locals: &Value, origin: Origin) -> How {
    How {
        mode,
        // Names in an instance of a subclass of dict are looked up by its own `__getitem__`.
        namespace_is_globals: globals.is(locals) && globals.is_exact(Builtin::Dict),
        future_annotations: inherited_annotations(thread),
        optimize: 0,
        keeps_source: false,
        origin,
        top_level_await: false,
        tells_incomplete: false,
    }
}

/// The namespaces that code runs in: those given, or those of the caller.
fn namespaces(
    thread: &Thread,
    globals: Option<&Value>,
    locals: Option<&Value>,
) -> Res<(Value, Value)> {
    Ok(match (globals, locals) {
        (None, None) => (current_globals(thread)?, current_locals(thread)?),
        (None, Some(locals)) => (current_globals(thread)?, locals.clone()),
        (Some(globals), None) => (globals.clone(), globals.clone()),
        (Some(globals), Some(locals)) => (globals.clone(), locals.clone()),
    })
}

fn exec(thread: &Thread, args: &[Value]) -> Res {
    let (globals, locals) = (given(&args[1]), given(&args[2]));
    let (globals, locals) = namespaces(thread, globals, locals)?;
    if globals.as_dict().is_none() {
        return Err(thread.type_error(format!(
            "exec() globals must be a dict, not {}",
            thread.class_of(&globals).name_text()
        )));
    }
    if !is_mapping(thread, &locals) {
        return Err(thread.type_error(format!(
            "locals must be a mapping or None, not {}",
            thread.class_of(&locals).name_text()
        )));
    }
    add_builtins(thread, &globals)?;
    let closure = given(&args[3]);
    let code = match args[0].payload::<Code>() {
        Some(code) => {
            check_closure(thread, free_variables(code), closure)?;
            args[0].clone()
        }
        None => {
            if closure.is_some() {
                return Err(
                    thread.type_error("closure can only be used when source is a code object")
                );
            }
            let (source, origin) = source_bytes(thread, &args[0], "exec", "code")?;
            let how = how(thread, Mode::Module, &globals, &locals, origin);
            compile::compile(thread, &source, "<string>", how)?
        }
    };
    let closure = closure.cloned().unwrap_or(Value::UNBOUND);
    (hooks::vm(thread)?.run_code)(thread, &code, globals, locals, closure)?;
    Ok(Value::NONE)
}

fn check_closure(thread: &Thread, free: usize, closure: Option<&Value>) -> Res<()> {
    if free == 0 {
        return match closure {
            Some(_) => Err(thread.type_error("cannot use a closure with this code object")),
            None => Ok(()),
        };
    }
    let fits = closure.and_then(Value::as_tuple).is_some_and(|cells| {
        cells.len() == free && cells.iter().all(|cell| cell.payload::<Cell>().is_some())
    });
    if fits {
        return Ok(());
    }
    Err(thread.type_error(format!(
        "code object requires a closure of exactly length {free}"
    )))
}

fn input(thread: &Thread, args: &[Value]) -> Res {
    let stream = |name: names::Name| -> Res {
        match sys::get(thread, name.value()) {
            Some(stream) if !stream.is_none() => Ok(stream),
            _ => Err(thread.error(
                Builtin::RuntimeError,
                format!("input(): lost sys.{}", name.text()),
            )),
        }
    };
    let stdin = stream(names::STDIN)?;
    let stdout = stream(names::STDOUT)?;
    if let Some(prompt) = args[0].bound() {
        let text = protocol::str_of(thread, prompt)?;
        protocol::call_method(thread, &stdout, names::WRITE.value(), &[text])?;
    }
    protocol::call_method(thread, &stdout, names::FLUSH.value(), &[])?;
    let line = protocol::call_method(thread, &stdin, names::READLINE.value(), &[])?;
    let Some(text) = line.as_str_object() else {
        return Err(thread.type_error("object.readline() returned non-string"));
    };
    match text.as_bytes() {
        [] => Err(thread.error(Builtin::EOFError, "EOF when reading a line")),
        [rest @ .., b'\n'] => Str::from_bytes(thread, rest),
        _ => Ok(line.clone()),
    }
}

fn breakpoint(thread: &Thread, args: &[Value]) -> Res {
    let name = thread.intern(b"breakpointhook")?;
    let Some(hook) = sys::get(thread, &name) else {
        return Err(thread.error(Builtin::RuntimeError, "lost sys.breakpointhook"));
    };
    let (mut names, mut values) = (Vec::new(), args[1..].to_vec());
    if let Some(keywords) = args[0].as_dict() {
        for (name, value) in keywords.items(thread) {
            names.push(name);
            values.push(value);
        }
    }
    let args = crate::object::class::CallArgs {
        values: &values,
        names: &names,
    };
    protocol::call(thread, &hook, args)
}

/// SystemExit with these arguments, in flight.
pub fn system_exit(thread: &Thread, args: &[Value]) -> Raised {
    raise::raise_made(
        thread,
        protocol::call_positional(thread, Builtin::SystemExit.class(), args),
    )
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function(
        "compile",
        "(source, filename, mode, flags=0,\n\
        \x20       dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        compile_function,
    )
    .doc(
        "Compiles source text to a code object, for exec() or eval().\n\n\
        The mode is 'exec' for a module, 'eval' for one expression, 'single' for one\n\
        interactive statement. The filename is for messages. Flags ask for features\n\
        of the language; the caller's hold too unless dont_inherit is true.",
    ),
    NativeDef::function("eval", "(source, /, globals=None, locals=None)", eval).doc(
        "The value of an expression, given as text or code.\n\n\
        globals is a dictionary, locals any mapping; the default is the caller's\n\
        variables.",
    ),
    NativeDef::function(
        "exec",
        "(source, /, globals=None, locals=None, *, closure=None)",
        exec,
    )
    .doc(
        "Executes statements, given as text or code.\n\n\
        globals is a dictionary, locals any mapping; the default is the caller's\n\
        variables. closure is a tuple of cells for code that has free variables.",
    ),
    NativeDef::function("breakpoint", "(*args, **kws)", breakpoint)
        .doc("Calls sys.breakpointhook() with these arguments."),
    NativeDef::function("input", "(prompt='', /)", input).doc(
        "One line of standard input, without its end.\n\n\
        The prompt, if given, is written first. EOFError if there is no line.",
    ),
];
