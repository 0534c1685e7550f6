//! Native halves of the standard modules. Never sees the VM: running code goes through `runtime::hooks`.
#![forbid(unsafe_code)]

pub mod abc;
pub mod asyncio;
pub mod atexit;
pub mod builtins;
pub mod channel;
pub mod codecs;
pub mod collections;
pub mod compile;
pub mod contextvars;
pub mod errno;
pub mod functools;
pub mod gc;
pub mod gil;
pub mod heapq;
pub mod import;
pub mod io;
pub mod itertools;
pub mod math;
pub mod multiprocessing;
pub mod operator;
pub mod pickle;
pub mod posix;
pub mod prompt;
pub mod random;
pub mod select;
pub mod signal;
pub mod socket;
pub mod string;
pub mod struct_;
pub mod subprocess;
pub mod sys;
pub mod thread;
pub mod time;
pub mod traceback;
pub mod weakref;

use crate::runtime::module::ModuleDef;

/// The native modules, in the order of their names.
pub const MODULES: &[&ModuleDef] = &[
    &abc::MODULE,
    &asyncio::MODULE,
    &atexit::MODULE,
    &channel::MODULE,
    &codecs::MODULE,
    &collections::MODULE,
    &contextvars::MODULE,
    &errno::MODULE,
    &functools::MODULE,
    &gc::MODULE,
    &gil::MODULE,
    &heapq::MODULE,
    &import::spec::MODULE,
    &import::MODULE,
    &builtins::MODULE,
    &io::MODULE,
    &itertools::MODULE,
    &math::MODULE,
    &multiprocessing::MODULE,
    &operator::MODULE,
    &pickle::MODULE,
    &posix::MODULE,
    &prompt::MODULE,
    &random::MODULE,
    &select::MODULE,
    &signal::MODULE,
    &socket::MODULE,
    &string::MODULE,
    &struct_::MODULE,
    &subprocess::MODULE,
    &sys::MODULE,
    &thread::MODULE,
    &time::MODULE,
    &traceback::MODULE,
    &weakref::MODULE,
];

/// The native module of this name.
pub fn find(name: &str) -> Option<&'static ModuleDef> {
    MODULES.iter().find(|def| def.name == name).copied()
}
