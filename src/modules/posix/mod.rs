//! `posix`: descriptors, processes and files as the system has them. What of `os` needs no system call is in the library.
#![forbid(unsafe_code)]

mod attributes;
pub mod call;
mod descriptors;
pub use descriptors::{close_number, dup, make_blocking};
mod files;
mod fork;
mod machine;
mod processes;
mod spawn;

use crate::object::{Bytes, Dict, Res, Thread, Value};
use crate::runtime::module::{ModuleDef, native_function, set_numbers};
use std::os::unix::ffi::OsStrExt;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "posix",
    doc: "Calls of the operating system. The module os has them all.",
    functions: descriptors::FUNCTIONS,
    init: Some(init),
};

const NUMBERS: &[(&str, i32)] = &[
    ("O_RDONLY", libc::O_RDONLY),
    ("O_WRONLY", libc::O_WRONLY),
    ("O_RDWR", libc::O_RDWR),
    ("O_CREAT", libc::O_CREAT),
    ("O_EXCL", libc::O_EXCL),
    ("O_TRUNC", libc::O_TRUNC),
    ("O_APPEND", libc::O_APPEND),
    ("O_NONBLOCK", libc::O_NONBLOCK),
    ("O_CLOEXEC", libc::O_CLOEXEC),
    ("O_NOFOLLOW", libc::O_NOFOLLOW),
    ("O_DIRECTORY", libc::O_DIRECTORY),
    ("O_SYNC", libc::O_SYNC),
    ("O_DSYNC", libc::O_DSYNC),
    ("O_ACCMODE", libc::O_ACCMODE),
    ("O_NDELAY", libc::O_NDELAY),
    ("O_NOCTTY", libc::O_NOCTTY),
    ("O_PATH", libc::O_PATH),
    ("O_TMPFILE", libc::O_TMPFILE),
    ("F_OK", libc::F_OK),
    ("R_OK", libc::R_OK),
    ("W_OK", libc::W_OK),
    ("X_OK", libc::X_OK),
    ("WNOHANG", libc::WNOHANG),
    ("WUNTRACED", libc::WUNTRACED),
    ("WCONTINUED", libc::WCONTINUED),
    ("WEXITED", libc::WEXITED),
    ("WSTOPPED", libc::WSTOPPED),
    ("WNOWAIT", libc::WNOWAIT),
    ("EX_OK", 0),
];

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let set = |name: &str, value: Value| dict.set(thread, thread.intern(name.as_bytes())?, value);
    let module = thread.intern(b"posix")?;
    let tables = [
        processes::FUNCTIONS,
        fork::FUNCTIONS,
        files::FUNCTIONS,
        attributes::FUNCTIONS,
        machine::FUNCTIONS,
        spawn::FUNCTIONS,
    ];
    for def in tables.into_iter().flatten() {
        set(def.name, native_function(thread, def, Some(&module))?)?;
    }
    set_numbers(thread, dict, NUMBERS)?;
    set_numbers(thread, dict, spawn::NUMBERS)?;
    set("error", crate::object::Builtin::OSError.class().clone())?;
    set("stat_result", files::stat_class(thread)?)?;
    set("statvfs_result", attributes::statvfs_class(thread)?)?;
    set("times_result", processes::times_class(thread)?)?;
    set("terminal_size", machine::terminal_size_class(thread)?)?;
    set("uname_result", processes::uname_class(thread)?)?;
    let environment = Dict::new_value(thread)?;
    if let Some(variables) = environment.as_dict() {
        for (name, value) in std::env::vars_os() {
            let name = Bytes::new_value(thread, name.as_bytes())?;
            let value = Bytes::new_value(thread, value.as_bytes())?;
            variables.set(thread, name, value)?;
        }
    }
    set("environ", environment)
}
