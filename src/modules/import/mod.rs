//! Importing: `__import__`, what it means by a name, and the order of things while a module is imported.
//!
//! **Invariant**: a module is in `sys.modules` before its code runs, and taken out if that raises.
#![forbid(unsafe_code)]

pub mod find;
pub mod library;
pub mod spec;

use crate::object::{Builtin, NativeDef, Raised, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::function::Module;
use crate::runtime::module::{ModuleDef, imported};
use crate::runtime::protocol::{self, convert::index, truth};
use crate::runtime::raise;
use crate::runtime::state::interpreter;
use crate::runtime::warnings;
use find::{Unrun, missing};

/// The table line of `__import__`.
pub const IMPORT: NativeDef = NativeDef::function(
    "__import__",
    "(name, globals=None, locals=None, fromlist=(),\n           level=0)",
    import_function,
)
.doc(
    "Imports a module; the import statement calls this.\n\n\
    Without a fromlist the result is the top-level package of a dotted name,\n\
    else the module itself. A level above 0 counts the packages to go up.\n\
    importlib.import_module() is easier to use.",
);

/// `_imp`, what the library's `importlib` and `linecache` build upon.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_imp",
    doc: "The import system's own functions.",
    functions: &[
        NativeDef::function("find_code", "(name, path=None, /)", find_code)
            .doc("The spec of a module and its code, None for a package; None if there is no such module."),
        NativeDef::function("run_again", "(name, module, /)", run_again)
            .doc("Runs a module's code once more in its namespace."),
        NativeDef::function("source_text", "(filename, /)", source_text)
            .doc("The text of a source file or library module; None if it cannot be had."),
    ],
    init: None,
};

fn import_function(thread: &Thread, args: &[Value]) -> Res {
    let Some(name) = args[0].as_str_object() else {
        return Err(thread.type_error("module name must be a string"));
    };
    let name = name.to_text().into_owned();
    let level = match args[4].bound() {
        Some(level) => {
            let level = index(thread, level)?;
            level
                .as_int()
                .and_then(|level| level.to_i64())
                .unwrap_or(i64::MAX)
        }
        None => 0,
    };
    if level < 0 {
        return Err(thread.value_error("level must be >= 0"));
    }
    let full = if level > 0 {
        let globals = args[1].bound().filter(|globals| !globals.is_none());
        absolute(thread, &name, globals, level as usize)?
    } else if name.is_empty() {
        return Err(thread.value_error("Empty module name"));
    } else {
        name.clone()
    };
    let module = import_module(thread, &full)?;
    let from = args[3].bound().filter(|list| !list.is_none());
    let wants_names = match from {
        Some(list) => truth(thread, list)?,
        None => false,
    };
    if let Some(list) = from.filter(|_| wants_names) {
        if protocol::get_attr_opt(thread, &module, names::PATH.value())?.is_some() {
            import_names(thread, &module, list, false)?;
        }
        return Ok(module);
    }
    if level > 0 && name.is_empty() {
        return Ok(module);
    }
    let Some((front, _)) = name.split_once('.') else {
        return Ok(module);
    };
    if level == 0 {
        return import_module(thread, front);
    }
    let outer = &full[..full.len() - (name.len() - front.len())];
    match imported(thread, outer)? {
        Some(module) => Ok(module),
        None => {
            let shown = format!("'{outer}' not in sys.modules as expected");
            Err(thread.error(Builtin::KeyError, shown))
        }
    }
}

/// The name that a relative import means.
fn absolute(thread: &Thread, name: &str, globals: Option<&Value>, level: usize) -> Res<String> {
    let package = package_of(thread, globals)?;
    if package.is_empty() {
        return Err(import_error(
            thread,
            "attempted relative import with no known parent package",
        ));
    }
    let mut base = package.as_str();
    for _ in 1..level {
        match base.rsplit_once('.') {
            Some((outer, _)) => base = outer,
            None => {
                return Err(import_error(
                    thread,
                    "attempted relative import beyond top-level package",
                ));
            }
        }
    }
    Ok(if name.is_empty() {
        base.to_owned()
    } else {
        format!("{base}.{name}")
    })
}

fn import_error(thread: &Thread, message: &str) -> Raised {
    match Str::new_value(thread, message) {
        Ok(text) => raise::raise_made(
            thread,
            protocol::call_positional(
                thread,
                Builtin::ImportError.class(),
                std::slice::from_ref(&text),
            ),
        ),
        Err(raised) => raised,
    }
}

/// The package that relative imports in a namespace start from.
fn package_of(thread: &Thread, globals: Option<&Value>) -> Res<String> {
    let Some(globals) = globals else {
        return Err(thread.error(Builtin::KeyError, "'__name__' not in globals"));
    };
    let Some(globals) = globals.as_dict() else {
        return Err(thread.type_error("globals must be a dict"));
    };
    let entry = |name: names::Name| {
        globals
            .get_str(thread, name.value())
            .filter(|value| !value.is_none())
    };
    if let Some(package) = entry(names::PACKAGE) {
        return match package.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(thread.type_error("package must be a string")),
        };
    }
    if let Some(spec) = entry(names::SPEC) {
        let parent = protocol::get_attr_str(thread, &spec, "parent")?;
        return match parent.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(thread.type_error("__spec__.parent must be a string")),
        };
    }
    warnings::warn(
        thread,
        Builtin::ImportWarning,
        "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
    )?;
    let Some(name) = globals.get_str(thread, names::NAME.value()) else {
        return Err(thread.error(Builtin::KeyError, "'__name__' not in globals"));
    };
    let Some(name) = name.as_str() else {
        return Err(thread.type_error("__name__ must be a string"));
    };
    if entry(names::PATH).is_some() {
        return Ok(name.to_owned());
    }
    Ok(name
        .rsplit_once('.')
        .map_or("", |(parent, _)| parent)
        .to_owned())
}

/// The module of an absolute name, imported unless it was before.
///
/// # Errors
/// ModuleNotFoundError, and what the module's code raises.
pub fn import_module(thread: &Thread, name: &str) -> Res {
    match imported(thread, name)? {
        Some(module) if module.is_none() => {
            let message = format!("import of {name} halted; None in sys.modules");
            Err(missing(thread, &message, name))
        }
        Some(module) => match interpreter(thread).import_locks.wait(thread, name)? {
            true => import_module(thread, name),
            false => Ok(module),
        },
        None => {
            thread.check_stack(" while importing a module")?;
            find_and_run(thread, name)
        }
    }
}

fn find_and_run(thread: &Thread, name: &str) -> Res {
    let mut path = None;
    let mut package = None;
    if let Some((parent, child)) = name.rsplit_once('.') {
        import_module(thread, parent)?;
        if let Some(module) = imported(thread, name)? {
            return Ok(module);
        }
        let Some(module) = imported(thread, parent)? else {
            return Err(thread.error(Builtin::KeyError, parent));
        };
        match protocol::get_attr_opt(thread, &module, names::PATH.value())? {
            Some(folders) => path = Some(folders),
            None => {
                let message = format!("No module named '{name}'; '{parent}' is not a package");
                return Err(missing(thread, &message, name));
            }
        }
        package = Some((module, child));
    }
    let _importing = interpreter(thread).import_locks.begin(thread, name)?;
    if let Some(module) = imported(thread, name)? {
        return Ok(module);
    }
    let Some(found) = find::find(thread, name, path.as_ref())? else {
        return Err(missing(thread, &format!("No module named '{name}'"), name));
    };
    let unrun = find::make(thread, name, &found)?;
    let module = run(thread, name, unrun)?;
    if let Some((package, child)) = package {
        let child = thread.intern(child.as_bytes())?;
        let set = protocol::set_attr(thread, &package, &child, Some(&module));
        raise::catch(thread, Builtin::AttributeError, set)?;
    }
    Ok(module)
}

/// Registers a module, runs its code, and answers what is registered under its name afterwards.
fn run(thread: &Thread, name: &str, unrun: Unrun) -> Res {
    let Unrun { module, spec, code } = unrun;
    let key = thread.intern(name.as_bytes())?;
    let modules = interpreter(thread).modules.get();
    let Some(dict) = modules.as_dict() else {
        return Err(thread.error(Builtin::RuntimeError, "unable to get sys.modules"));
    };
    dict.set(thread, key.clone(), module.clone())?;
    let Some(code) = code else {
        return Ok(module);
    };
    spec::set_initialising(thread, &spec, true)?;
    let globals = module
        .payload::<Module>()
        .map_or(Value::NONE, |module| module.dict.clone());
    if let Err(raised) = crate::modules::compile::run_module(thread, &code, globals) {
        // The exception is set aside: taking the module out may run finalisers.
        let exception = thread.take_raised(raised);
        let removed = dict.remove(thread, &key);
        if let Err(raised) = removed {
            drop(thread.take_raised(raised));
        }
        if let Err(raised) = spec::set_initialising(thread, &spec, false) {
            drop(thread.take_raised(raised));
        }
        return Err(thread.raise(exception));
    }
    spec::set_initialising(thread, &spec, false)?;
    match dict.get(thread, &key)? {
        Some(module) => Ok(module),
        None => Err(raise::raise_with(thread, Builtin::KeyError, key)),
    }
}

/// Imports the submodules among the names of `from package import …`.
fn import_names(thread: &Thread, package: &Value, list: &Value, is_all: bool) -> Res<()> {
    let package_name = protocol::get_attr(thread, package, names::NAME.value())?;
    let package_name = protocol::attribute::shown_name(&package_name);
    for name in protocol::collect(thread, list)? {
        let Some(text) = name.as_str() else {
            let list = if is_all {
                format!("{package_name}.__all__")
            } else {
                "``from list''".to_owned()
            };
            return Err(thread.type_error(format!(
                "Item in {list} must be str, not {}",
                thread.class_of(&name).name_text()
            )));
        };
        if text == "*" {
            if !is_all
                && let Some(all) = protocol::get_attr_opt(thread, package, names::ALL.value())?
            {
                import_names(thread, package, &all, true)?;
            }
            continue;
        }
        if protocol::get_attr_opt(thread, package, &name)?.is_some() {
            continue;
        }
        let full = format!("{package_name}.{text}");
        if let Err(raised) = import_module(thread, &full) {
            if !raise::raised_is(thread, Builtin::ModuleNotFoundError) {
                return Err(raised);
            }
            let exception = thread.take_raised(raised);
            let missing = protocol::get_attr_str(thread, &exception, "name")?;
            let is_blocked = imported(thread, &full)?.is_some_and(|module| module.is_none());
            if missing.as_str() != Some(&*full) || is_blocked {
                return Err(thread.raise(exception));
            }
        }
    }
    Ok(())
}

/// A name of a module of the library, which is imported if need be.
///
/// # Errors
/// What importing and the look-up raise.
pub fn library_attribute(thread: &Thread, module: &str, name: &str) -> Res {
    let module = import_module(thread, module)?;
    protocol::get_attr_str(thread, &module, name)
}

/// The text of a file that a code object names, None if it is no file or cannot be read.
fn source_text(thread: &Thread, args: &[Value]) -> Res {
    let Some(name) = args[0].as_str_object() else {
        return Err(thread.type_error("file name must be a string"));
    };
    let name = name.to_text();
    if let Some(path) = name.strip_prefix(library::FOLDER) {
        return match library::LIBRARY.iter().find(|source| source.path == path) {
            Some(source) => Str::new_value(thread, source.text),
            None => Ok(Value::NONE),
        };
    }
    if name.starts_with('<') {
        return Ok(Value::NONE);
    }
    match interpreter(thread).sources.text(&name) {
        Some(text) => Str::new_value(thread, &text),
        None => Ok(Value::NONE),
    }
}

/// What a name stands for, without importing it.
fn find_code(thread: &Thread, args: &[Value]) -> Res {
    let Some(name) = args[0].as_str_object() else {
        return Err(thread.type_error("module name must be a string"));
    };
    let name = name.to_text().into_owned();
    let path = args[1].bound().filter(|path| !path.is_none());
    let Some(found) = find::find(thread, &name, path)? else {
        return Ok(Value::NONE);
    };
    let (spec, code) = find::describe(thread, &name, &found)?;
    Tuple::from_vec(thread, vec![spec, code.unwrap_or(Value::NONE)])
}

/// Runs the code of a module again in its namespace.
fn run_again(thread: &Thread, args: &[Value]) -> Res {
    let name = protocol::attribute::shown_name(&args[0]);
    let mut path = None;
    if let Some((parent, _)) = name.rsplit_once('.') {
        let package = import_module(thread, parent)?;
        path = protocol::get_attr_opt(thread, &package, names::PATH.value())?;
    }
    let Some(found) = find::find(thread, &name, path.as_ref())? else {
        let message = format!("spec not found for the module '{name}'");
        return Err(missing(thread, &message, &name));
    };
    let globals = args[1]
        .payload::<Module>()
        .map(|module| module.dict.clone());
    if let (Some(code), Some(globals)) = (find::code_again(thread, &found)?, globals) {
        crate::modules::compile::run_module(thread, &code, globals)?;
    }
    Ok(Value::NONE)
}
