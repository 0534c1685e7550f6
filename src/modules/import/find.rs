//! Finding a module: among the native ones, in folders, in the library; and making the module object.
//!
//! Natives that CPython compiles in come first, then the folders of `sys.path`, so that a script's neighbours hide the rest of the library.

use super::{library, spec};
use crate::base::source::Origin;
use crate::modules::compile::{self, How};
use crate::object::{Dict, List, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::function::Module;
use crate::runtime::module::{ModuleDef, native_module, new_module};
use crate::runtime::raise;
use crate::runtime::state::interpreter;
use std::path::{Path, PathBuf};

/// What a name stands for.
pub enum Found {
    /// A native module.
    Native(&'static ModuleDef),
    /// A module of the library.
    Library(&'static library::Source),
    /// A source file, and whether it is a package's `__init__.py`.
    File(PathBuf, bool),
    /// Folders without an `__init__.py`.
    Namespace(Vec<PathBuf>),
}

/// Native modules that no file hides.
const COMPILED_IN: &[&str] = &[
    "builtins",
    "sys",
    "time",
    "itertools",
    "gc",
    "atexit",
    "errno",
    "marshal",
    "posix",
    "_thread",
];

/// Finds a module. `path` is its package's `__path__`; None for modules in no package.
///
/// # Errors
/// What iterating over a path raises.
pub fn find(thread: &Thread, name: &str, path: Option<&Value>) -> Res<Option<Found>> {
    let native = crate::modules::find(name);
    if let Some(def) = native
        && (COMPILED_IN.contains(&name) || name.starts_with('_'))
    {
        return Ok(Some(Found::Native(def)));
    }
    let tail = name.rsplit('.').next().unwrap_or(name);
    let folders = match path {
        Some(path) => path.clone(),
        None => {
            let key = thread.intern(b"path")?;
            crate::modules::sys::get(thread, &key).unwrap_or(Value::NONE)
        }
    };
    if (folders.as_list().is_some() || !folders.is_none())
        && let Some(found) = in_folders(thread, &folders, tail)?
    {
        return Ok(Some(found));
    }
    if let Some(def) = native {
        return Ok(Some(Found::Native(def)));
    }
    Ok(library::find(name).map(Found::Library))
}

fn in_folders(thread: &Thread, folders: &Value, tail: &str) -> Res<Option<Found>> {
    if tail.is_empty() || tail.contains(['/', '\0']) {
        return Ok(None);
    }
    let mut portions = Vec::new();
    for folder in crate::runtime::protocol::collect(thread, folders)? {
        let Some(folder) = folder.as_str() else {
            continue;
        };
        let folder = if folder.is_empty() {
            std::env::current_dir().unwrap_or_default()
        } else {
            PathBuf::from(folder)
        };
        let package = folder.join(tail);
        let init = package.join("__init__.py");
        if init.is_file() {
            return Ok(Some(Found::File(init, true)));
        }
        let file = folder.join(format!("{tail}.py"));
        if file.is_file() {
            return Ok(Some(Found::File(file, false)));
        }
        if package.is_dir() {
            portions.push(package);
        }
    }
    Ok((!portions.is_empty()).then_some(Found::Namespace(portions)))
}

fn text(thread: &Thread, path: &Path) -> Res {
    Str::new_value(thread, &path.to_string_lossy())
}

/// A module that has yet to be run.
pub struct Unrun {
    /// The module object.
    pub module: Value,
    /// Its spec.
    pub spec: Value,
    /// Its code, unless there is none to run.
    pub code: Option<Value>,
}

/// What the code of a module is made of.
enum Source {
    Library(&'static library::Source),
    Text(Vec<u8>),
}

impl Source {
    fn code(&self, thread: &Thread, place: &str, origin: Origin) -> Res {
        let how = How {
            origin,
            ..How::MODULE
        };
        match self {
            Source::Library(source) => compile::library_module(thread, source, place),
            Source::Text(bytes) => compile::compile(thread, bytes, place, how),
        }
    }
}

/// The source of a found module, and what it is called; None if it has none.
fn read(thread: &Thread, found: &Found) -> Res<Option<(Source, String)>> {
    match found {
        Found::Native(_) | Found::Namespace(_) => Ok(None),
        Found::Library(source) => Ok(Some((Source::Library(source), place(source)))),
        Found::File(path, _) => match std::fs::read(path) {
            Ok(bytes) => Ok(Some((
                Source::Text(bytes),
                path.to_string_lossy().into_owned(),
            ))),
            Err(error) => {
                let name = text(thread, path)?;
                let errno = error.raw_os_error().unwrap_or(libc::EIO);
                Err(crate::types::exception::os_error::from_errno(
                    thread,
                    errno,
                    &[&name],
                ))
            }
        },
    }
}

fn place(source: &library::Source) -> String {
    format!("{}{}", library::FOLDER, source.path)
}

/// The folders that submodules are looked for in; None if it is no package.
fn locations(thread: &Thread, found: &Found) -> Res<Option<Value>> {
    let folders = match found {
        Found::File(init, true) => vec![text(thread, init.parent().unwrap_or(init))?],
        Found::Library(source) if source.is_package => {
            vec![Str::new_value(
                thread,
                &format!("{}{}", library::FOLDER, source.name.replace('.', "/")),
            )?]
        }
        Found::Namespace(portions) => portions
            .iter()
            .map(|portion| text(thread, portion))
            .collect::<Res<Vec<_>>>()?,
        _ => return Ok(None),
    };
    List::new_value(thread, folders).map(Some)
}

/// Makes the module object, with the names that importing sets.
///
/// # Errors
/// OSError, SyntaxError
pub fn make(thread: &Thread, name: &str, found: &Found) -> Res<Unrun> {
    let source = read(thread, found)?;
    let locations = locations(thread, found)?;
    let module = match found {
        Found::Native(def) => native_module(thread, def)?,
        _ => new_module(thread, name, None)?,
    };
    let origin = match (found, &source) {
        (Found::Native(_), _) => Str::new_value(thread, "built-in")?,
        (_, Some((_, place))) => Str::new_value(thread, place)?,
        _ => Value::NONE,
    };
    let path = locations.clone().unwrap_or(Value::NONE);
    let spec = spec::new_spec(thread, name, origin.clone(), path)?;
    if let Some(dict) = module.payload::<Module>().and_then(|m| m.dict.as_dict()) {
        let package = match &locations {
            Some(_) => name,
            None => name.rsplit_once('.').map_or("", |(parent, _)| parent),
        };
        let package = Str::new_value(thread, package)?;
        dict.set_str(thread, names::PACKAGE.value(), package)?;
        dict.set_str(thread, names::SPEC.value(), spec.clone())?;
        if let Some(locations) = locations {
            dict.set_str(thread, names::PATH.value(), locations)?;
        }
        if source.is_some() {
            dict.set_str(thread, names::FILE.value(), origin)?;
            add_builtins(thread, dict)?;
        }
    }
    let code = source
        .map(|(source, place)| source.code(thread, &place, Origin::Bytes))
        .transpose()?;
    Ok(Unrun { module, spec, code })
}

fn add_builtins(thread: &Thread, dict: &Dict) -> Res<()> {
    let builtins = interpreter(thread).builtins.get();
    dict.set_str(thread, names::BUILTINS.value(), builtins)
}

/// The spec of a found module, and its code unless it is a package or has none.
///
/// # Errors
/// OSError, SyntaxError
pub fn describe(thread: &Thread, name: &str, found: &Found) -> Res<(Value, Option<Value>)> {
    let source = read(thread, found)?;
    let locations = locations(thread, found)?;
    let origin = match (found, &source) {
        (Found::Native(_), _) => Str::new_value(thread, "built-in")?,
        (_, Some((_, place))) => Str::new_value(thread, place)?,
        _ => Value::NONE,
    };
    let is_package = locations.is_some();
    let spec = spec::new_spec(thread, name, origin, locations.unwrap_or(Value::NONE))?;
    let code = source
        .filter(|_| !is_package)
        .map(|(source, place)| source.code(thread, &place, Origin::File))
        .transpose()?;
    Ok((spec, code))
}

/// The code of a module that is there already, from its source as it is now; None if it has none.
///
/// # Errors
/// OSError, SyntaxError
pub fn code_again(thread: &Thread, found: &Found) -> Res<Option<Value>> {
    read(thread, found)?
        .map(|(source, place)| source.code(thread, &place, Origin::Bytes))
        .transpose()
}

/// The names of all native modules, as `sys.builtin_module_names` has them.
///
/// # Errors
/// MemoryError
pub fn native_names(thread: &Thread) -> Res {
    let mut known: Vec<&str> = crate::modules::MODULES.iter().map(|def| def.name).collect();
    known.sort_unstable();
    let values = known
        .iter()
        .map(|name| Str::new_value(thread, name))
        .collect::<Res<Vec<_>>>()?;
    Tuple::from_vec(thread, values)
}

/// ModuleNotFoundError with a message of its own.
pub fn missing(thread: &Thread, message: &str, name: &str) -> crate::object::Raised {
    let error = thread.new_exception(crate::object::Builtin::ModuleNotFoundError, message);
    if let (Some(fields), Ok(text), Ok(name)) = (
        error.as_exception().map(|e| &e.fields),
        Str::new_value(thread, message),
        Str::new_value(thread, name),
    ) {
        if let Some(field) = fields.first() {
            field.set(text);
        }
        if let Some(field) = fields.get(1) {
            field.set(name);
        }
    }
    raise::raise_in_context(thread, error)
}
