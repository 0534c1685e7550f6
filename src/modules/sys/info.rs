//! What `sys` says about the interpreter and the machine: versions, limits, flags, paths.

use crate::object::class::class_flag::NO_NEW;
use crate::object::{Builtin, Dict, List, Res, Set, Str, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::state::{LoopKind, interpreter};
use crate::struct_sequence;
use crate::types::struct_sequence::{class, instance};

static VERSION: ClassDef = struct_sequence!("sys.version_info", "Version information as a named tuple.", NO_NEW, [
    0 "major", 1 "minor", 2 "micro", 3 "releaselevel", 4 "serial",
]);

static FLOAT: ClassDef = struct_sequence!("sys.float_info", "The limits and precision of float.", NO_NEW, [
    0 "max", 1 "max_exp", 2 "max_10_exp", 3 "min", 4 "min_exp", 5 "min_10_exp", 6 "dig", 7 "mant_dig", 8 "epsilon", 9 "radix", 10 "rounds",
]);

static INT: ClassDef = struct_sequence!("sys.int_info", "How ints are held, and the limits of converting them to text.", NO_NEW, [
    0 "bits_per_digit", 1 "sizeof_digit", 2 "default_max_str_digits", 3 "str_digits_check_threshold",
]);

static HASH: ClassDef = struct_sequence!("sys.hash_info", "The parameters of hashing.", NO_NEW, [
    0 "width", 1 "modulus", 2 "inf", 3 "nan", 4 "imag", 5 "algorithm", 6 "hash_bits", 7 "seed_bits", 8 "cutoff",
]);

static THREAD: ClassDef = struct_sequence!("sys.thread_info", "How threads are made.", NO_NEW, [
    0 "name", 1 "lock", 2 "version",
]);

static FLAGS: ClassDef = struct_sequence!("sys.flags", "The flags of the command line.", NO_NEW, [
    0 "debug", 1 "inspect", 2 "interactive", 3 "optimize", 4 "dont_write_bytecode", 5 "no_user_site", 6 "no_site", 7 "ignore_environment",
    8 "verbose", 9 "bytes_warning", 10 "quiet", 11 "hash_randomization", 12 "isolated", 13 "dev_mode", 14 "utf8_mode",
    15 "warn_default_encoding", 16 "safe_path", 17 "int_max_str_digits",
]);

/// The first names of all native halves and library modules of CPython that scripts ask `sys.stdlib_module_names` for.
const LIBRARY_NAMES: &str = "__future__ _thread abc argparse array ast asyncio atexit base64 bisect builtins cmath cmd code codecs collections concurrent configparser contextlib contextvars copy copyreg csv ctypes dataclasses datetime decimal difflib dis email enum errno fcntl fnmatch fractions functools gc getopt getpass glob graphlib gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json keyword linecache locale logging lzma math mimetypes multiprocessing numbers operator os pathlib pdb pickle pkgutil platform pprint profile queue random re readline reprlib runpy sched secrets select selectors shelve shlex shutil signal socket sqlite3 ssl stat statistics string struct subprocess symtable sys sysconfig tempfile textwrap threading time timeit token tokenize tomllib traceback types typing unicodedata unittest urllib uuid venv warnings wave weakref xml zipfile zipimport zlib zoneinfo";

/// Adds everything that is no function.
///
/// # Errors
/// MemoryError
pub fn add(thread: &Thread, dict: &Dict) -> Res<()> {
    let set = |name: &str, value: Value| dict.set(thread, thread.intern(name.as_bytes())?, value);
    let text = |text: &str| Str::new_value(thread, text);
    let int = |int: i64| thread.int(int);
    let config = &interpreter(thread).config;
    let version = class(thread, &VERSION)?;
    let numbers = [int(3)?, int(13)?, int(0)?, text("final")?, int(0)?];
    let version_info = instance(thread, &version, &numbers)?;
    set("version_info", version_info.clone())?;
    set(
        "version",
        text(concat!(
            "3.13.0 (Taipan ",
            env!("CARGO_PKG_VERSION"),
            ") [Rust]"
        ))?,
    )?;
    set("hexversion", int(0x030d_00f0)?)?;
    set("api_version", int(1013)?)?;
    set("copyright", text("Copyright (c) the Taipan authors.")?)?;
    set("platform", text(std::env::consts::OS)?)?;
    let order = if cfg!(target_endian = "little") {
        "little"
    } else {
        "big"
    };
    set("byteorder", text(order)?)?;
    set("maxsize", int(i64::MAX)?)?;
    set("maxunicode", int(0x10_FFFF)?)?;
    set("float_repr_style", text("short")?)?;
    set("abiflags", text("")?)?;
    set("platlibdir", text("lib")?)?;
    set("dont_write_bytecode", Value::TRUE)?;
    set("pycache_prefix", Value::NONE)?;
    set(
        "_git",
        crate::object::Tuple::from_vec(thread, vec![text("Taipan")?, text("")?, text("")?])?,
    )?;
    let executable = std::env::current_exe().unwrap_or_default();
    set("executable", text(&executable.to_string_lossy())?)?;
    set("_base_executable", text(&executable.to_string_lossy())?)?;
    let prefix = executable.parent().and_then(|folder| folder.parent());
    let prefix = prefix.map_or_else(String::new, |folder| folder.to_string_lossy().into_owned());
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        set(name, text(&prefix)?)?;
    }
    let floats = [
        thread.float(f64::MAX)?,
        int(i64::from(f64::MAX_EXP))?,
        int(i64::from(f64::MAX_10_EXP))?,
        thread.float(f64::MIN_POSITIVE)?,
        int(i64::from(f64::MIN_EXP))?,
        int(i64::from(f64::MIN_10_EXP))?,
        int(i64::from(f64::DIGITS))?,
        int(i64::from(f64::MANTISSA_DIGITS))?,
        thread.float(f64::EPSILON)?,
        int(i64::from(f64::RADIX))?,
        int(1)?,
    ];
    set(
        "float_info",
        instance(thread, &class(thread, &FLOAT)?, &floats)?,
    )?;
    let ints = [int(30)?, int(4)?, int(4300)?, int(640)?];
    set("int_info", instance(thread, &class(thread, &INT)?, &ints)?)?;
    let hashes = [
        int(64)?,
        int(crate::base::hash::HASH_MODULUS as i64)?,
        int(crate::base::hash::HASH_INFINITY)?,
        int(0)?,
        int(crate::base::hash::HASH_IMAGINARY)?,
        text("siphash13")?,
        int(64)?,
        int(128)?,
        int(0)?,
    ];
    set(
        "hash_info",
        instance(thread, &class(thread, &HASH)?, &hashes)?,
    )?;
    let threads = [text("pthread")?, text("semaphore")?, Value::NONE];
    set(
        "thread_info",
        instance(thread, &class(thread, &THREAD)?, &threads)?,
    )?;
    let zero = Value::from_i32(0);
    let mut flags = vec![zero.clone(); 18];
    flags[4] = int(1)?;
    flags[11] = int(i64::from(config.hash_seed.is_none()))?;
    flags[13] = Value::FALSE;
    flags[14] = int(1)?;
    flags[16] = Value::FALSE;
    flags[17] = int(4300)?;
    set("flags", instance(thread, &class(thread, &FLAGS)?, &flags)?)?;
    set("implementation", implementation(thread, version_info)?)?;
    let strings = |items: &[String]| -> Res {
        let values = items
            .iter()
            .map(|item| text(item))
            .collect::<Res<Vec<_>>>()?;
        List::new_value(thread, values)
    };
    set("argv", strings(&config.argv)?)?;
    let original: Vec<String> = std::env::args_os()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    set("orig_argv", strings(&original)?)?;
    let path: Vec<String> = std::env::var("TAIPANPATH")
        .unwrap_or_default()
        .split(':')
        .filter(|folder| !folder.is_empty())
        .map(str::to_owned)
        .collect();
    set("path", strings(&path)?)?;
    for name in ["meta_path", "path_hooks", "warnoptions"] {
        set(name, List::new_value(thread, Vec::new())?)?;
    }
    for name in ["path_importer_cache", "_xoptions"] {
        set(name, Dict::new_value(thread)?)?;
    }
    set(
        "builtin_module_names",
        crate::modules::import::find::native_names(thread)?,
    )?;
    let names = Set::new_value(thread, Builtin::FrozenSet)?;
    if let Some(set) = names.payload::<Set>() {
        for name in LIBRARY_NAMES.split(' ') {
            set.add(thread, text(name)?)?;
        }
    }
    set("stdlib_module_names", names)
}

fn implementation(thread: &Thread, version: Value) -> Res {
    let value = thread.alloc_instance(
        Builtin::SimpleNamespace.get(),
        crate::object::instance::Plain,
    )?;
    for (name, entry) in [
        ("name", Str::new_value(thread, "taipan")?),
        ("cache_tag", Str::new_value(thread, "taipan-313")?),
        ("version", version),
        ("hexversion", thread.int(0x030d_00f0)?),
    ] {
        let name = thread.intern(name.as_bytes())?;
        thread.set_instance_attribute(&value, &name, entry)?;
    }
    Ok(value)
}

/// Whether the interpreter runs one thread at a time.
pub fn has_lock(thread: &Thread) -> bool {
    interpreter(thread).config.kind != LoopKind::Free
}
