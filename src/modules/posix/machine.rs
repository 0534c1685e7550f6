//! The machine: processors, load, terminals.

use super::call::{error, set_of};
use super::descriptors::at_once;
use crate::object::class::class_flag::BASE;
use crate::object::{Builtin, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::gil::{self, Input, Reason};
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::state::interpreter;
use crate::runtime::{protocol, system};
use crate::struct_sequence;
use crate::types::struct_sequence::{class, instance};
use crate::types::text::args::c_int;
use rustix::io::Errno;

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("cpu_count", "()", cpu_count)
        .doc("How many processors the machine has at work; None if that is not known."),
    NativeDef::function("sched_yield", "()", sched_yield).doc("Lets other threads run."),
    NativeDef::function("sched_getaffinity", "(pid, /)", sched_getaffinity)
        .doc("The numbers of the processors that a process may use, as a set; 0 is this one."),
    NativeDef::function("sched_setaffinity", "(pid, mask, /)", sched_setaffinity)
        .doc("Sets which processors a process may use."),
    NativeDef::function("getloadavg", "()", getloadavg).doc(
        "How many processes wanted a processor in the last minute, five and fifteen\n\
        minutes, on average.",
    ),
    NativeDef::function("get_terminal_size", "(fd=1, /)", get_terminal_size)
        .doc("The columns and lines of a terminal."),
    NativeDef::function("tcgetpgrp", "(fd, /)", tcgetpgrp)
        .doc("The group of processes that a terminal talks to."),
    NativeDef::function("tcsetpgrp", "(fd, pgid, /)", tcsetpgrp)
        .doc("Sets the group of processes that a terminal talks to."),
];

fn cpu_count(thread: &Thread, _: &[Value]) -> Res {
    match system::processors() {
        Some(count) => thread.int_from_usize(count),
        None => Ok(Value::NONE),
    }
}

fn sched_yield(thread: &Thread, _: &[Value]) -> Res {
    gil::blocking(thread, Reason::Sleep, std::thread::yield_now);
    Ok(Value::NONE)
}

fn sched_getaffinity(thread: &Thread, args: &[Value]) -> Res {
    let processors = at_once(thread, system::affinity(c_int(thread, &args[0])?))?;
    set_of(thread, processors)
}

fn sched_setaffinity(thread: &Thread, args: &[Value]) -> Res {
    let process = c_int(thread, &args[0])?;
    let mut processors = Vec::new();
    protocol::for_each(thread, &args[1], &mut |value| {
        match usize::try_from(index_ssize(thread, &value)?) {
            Ok(processor) => processors.push(processor),
            Err(_) => return Err(thread.value_error("negative CPU number")),
        }
        Ok(true)
    })?;
    at_once(thread, system::set_affinity(process, &processors))?;
    Ok(Value::NONE)
}

fn getloadavg(thread: &Thread, _: &[Value]) -> Res {
    interpreter(thread).gil.note_input(Input::Outside);
    let Some(averages) = system::load_average() else {
        return Err(thread.error(Builtin::OSError, "Load averages are unobtainable"));
    };
    let items = averages.iter().map(|average| thread.float(*average));
    Tuple::from_vec(thread, items.collect::<Res<Vec<_>>>()?)
}

static TERMINAL_SIZE: ClassDef = struct_sequence!("os.terminal_size", "What os.get_terminal_size() returns.", BASE, [
    0 "columns" "Its width in characters.",
    1 "lines" "Its height in characters.",
]);

/// The class of what `get_terminal_size` returns.
pub fn terminal_size_class(thread: &Thread) -> Res {
    class(thread, &TERMINAL_SIZE)
}

fn get_terminal_size(thread: &Thread, args: &[Value]) -> Res {
    let terminal = args[0].bound().map_or(Ok(1), |fd| c_int(thread, fd))?;
    let (columns, lines) = at_once(thread, system::terminal_size(terminal))?;
    let items = [
        thread.int(i64::from(columns))?,
        thread.int(i64::from(lines))?,
    ];
    instance(thread, &terminal_size_class(thread)?, &items)
}

fn tcgetpgrp(thread: &Thread, args: &[Value]) -> Res {
    let group = system::terminal_group(c_int(thread, &args[0])?);
    thread.int(i64::from(at_once(thread, group)?))
}

fn tcsetpgrp(thread: &Thread, args: &[Value]) -> Res {
    let (terminal, group) = (c_int(thread, &args[0])?, c_int(thread, &args[1])?);
    if group <= 0 {
        return Err(error(thread, Errno::INVAL));
    }
    at_once(thread, system::set_terminal_group(terminal, group))?;
    Ok(Value::NONE)
}
