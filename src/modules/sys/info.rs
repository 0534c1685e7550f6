//! What `sys` says about the interpreter and the machine: versions, limits, flags, paths.

use crate::object::class::class_flag::NO_NEW;
use crate::object::{Builtin, Dict, List, Res, Set, Str, Thread, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::state::interpreter;
use crate::struct_sequence;
use crate::types::struct_sequence::{class, instance};

static VERSION: ClassDef = struct_sequence!("sys.version_info", "Version information as a named tuple.", NO_NEW, [
    0 "major" "The major version.",
    1 "minor" "The minor version.",
    2 "micro" "The patch.",
    3 "releaselevel" "One of 'alpha', 'beta', 'candidate' and 'final'.",
    4 "serial" "The number of the alpha, beta or candidate.",
]);

static FLOAT: ClassDef = struct_sequence!("sys.float_info", "The limits and precision of float.", NO_NEW, [
    0 "max" "The largest finite float.",
    1 "max_exp" "The largest e for which radix ** (e - 1) is finite.",
    2 "max_10_exp" "The largest e for which 10 ** e is finite.",
    3 "min" "The least positive normal float.",
    4 "min_exp" "The least e for which radix ** (e - 1) is normal.",
    5 "min_10_exp" "The least e for which 10 ** e is normal.",
    6 "dig" "How many decimal digits any float keeps.",
    7 "mant_dig" "How many digits the mantissa has.",
    8 "epsilon" "The distance from 1.0 to the next float.",
    9 "radix" "The base of the exponent.",
    10 "rounds" "How results are rounded; 1 is to the nearest.",
]);

static INT: ClassDef = struct_sequence!("sys.int_info", "How ints are held, and the limits of converting them to text.", NO_NEW, [
    0 "bits_per_digit" "How many bits a digit has.",
    1 "sizeof_digit" "How many bytes a digit occupies.",
    2 "default_max_str_digits" "The default bound for decimal text.",
    3 "str_digits_check_threshold" "The least bound that can be set.",
]);

static HASH: ClassDef = struct_sequence!("sys.hash_info", "The parameters of hashing.", NO_NEW, [
    0 "width" "How many bits a hash has.",
    1 "modulus" "The prime by which numbers are reduced.",
    2 "inf" "The hash of infinity.",
    3 "nan" "The hash of a NaN; no longer used.",
    4 "imag" "The factor of imaginary parts.",
    5 "algorithm" "The algorithm for text and bytes.",
    6 "hash_bits" "How many bits the algorithm gives.",
    7 "seed_bits" "How many bits its key has.",
    8 "cutoff" "Below what length another algorithm is used; 0 for never.",
]);

static THREAD: ClassDef = struct_sequence!("sys.thread_info", "How threads are made.", NO_NEW, [
    0 "name" "What threads are made with.",
    1 "lock" "What locks are made with.",
    2 "version" "Its version, where it is known.",
]);

static FLAGS: ClassDef = struct_sequence!("sys.flags", "The flags of the command line.", NO_NEW, [
    0 "debug" "-d",
    1 "inspect" "-i",
    2 "interactive" "-i",
    3 "optimize" "-O or -OO",
    4 "dont_write_bytecode" "-B",
    5 "no_user_site" "-s",
    6 "no_site" "-S",
    7 "ignore_environment" "-E",
    8 "verbose" "-v",
    9 "bytes_warning" "-b",
    10 "quiet" "-q",
    11 "hash_randomization" "-R",
    12 "isolated" "-I",
    13 "dev_mode" "-X dev",
    14 "utf8_mode" "-X utf8",
    15 "warn_default_encoding" "-X warn_default_encoding",
    16 "safe_path" "-P",
    17 "int_max_str_digits" "-X int_max_str_digits",
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
    interpreter(thread).has_lock()
}
