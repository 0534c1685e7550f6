//! `time`.
#![forbid(unsafe_code)]

pub mod calendar;
pub mod parse;

use crate::object::{Beside, Dict, NativeDef, Raised, Res, Str, Thread, Tuple, Value};
use crate::runtime::clock;
use crate::runtime::module::{ModuleDef, native_function};
use crate::runtime::protocol::convert::index;
use crate::runtime::state::{interpreter, state};
use crate::runtime::{safepoint, threads};
use crate::types::exception::os_error::from_errno;
use crate::types::float::convert::real;
use crate::types::text::args::c_int;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "time",
    doc: "Clocks, waiting, and times of the calendar.",
    functions: FUNCTIONS,
    init: Some(init),
};

const CLOCKS: &[(&str, i32)] = &[
    ("CLOCK_REALTIME", libc::CLOCK_REALTIME),
    ("CLOCK_MONOTONIC", libc::CLOCK_MONOTONIC),
    ("CLOCK_MONOTONIC_RAW", libc::CLOCK_MONOTONIC_RAW),
    ("CLOCK_PROCESS_CPUTIME_ID", libc::CLOCK_PROCESS_CPUTIME_ID),
    ("CLOCK_THREAD_CPUTIME_ID", libc::CLOCK_THREAD_CPUTIME_ID),
    ("CLOCK_BOOTTIME", libc::CLOCK_BOOTTIME),
    ("CLOCK_TAI", libc::CLOCK_TAI),
];

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let set = |name: &str, value: Value| dict.set(thread, thread.intern(name.as_bytes())?, value);
    let module = thread.intern(b"time")?;
    for def in calendar::FUNCTIONS {
        set(def.name, native_function(thread, def, Some(&module))?)?;
    }
    for (name, id) in CLOCKS {
        set(name, thread.int(i64::from(*id))?)?;
    }
    set("struct_time", calendar::class(thread)?)?;
    let zone = calendar::zone();
    set("timezone", thread.int(zone.standard)?)?;
    set("altzone", thread.int(zone.summer)?)?;
    set("daylight", thread.int(i64::from(zone.has_summer))?)?;
    let names = Tuple::pair(
        thread,
        Str::new_value(thread, &zone.names.0)?,
        Str::new_value(thread, &zone.names.1)?,
    )?;
    set("tzname", names)
}

/// The reading of a clock that is always there.
///
/// # Errors
/// OSError if there is no such clock.
pub(super) fn reading(thread: &Thread, id: i32) -> Res<i64> {
    if let Some(time) = virtual_reading(thread, id) {
        return Ok(time);
    }
    clock::read(id).ok_or_else(|| last_error(thread))
}

/// The reading of a clock in a replay, where time is virtual. The calendar begins at a round number of seconds.
fn virtual_reading(thread: &Thread, id: i32) -> Option<i64> {
    const BEGINNING: i64 = 1_700_000_000_000_000_000;
    let gil = &interpreter(thread).gil;
    let work = gil.virtual_work()?;
    let time = match id {
        libc::CLOCK_REALTIME | libc::CLOCK_TAI => BEGINNING + gil.now() as i64,
        libc::CLOCK_PROCESS_CPUTIME_ID => work as i64,
        libc::CLOCK_THREAD_CPUTIME_ID => {
            let figures = state(thread).ticket.stats.figures(gil.now());
            figures.holding() as i64
        }
        _ => gil.now() as i64,
    };
    Some(time)
}

fn last_error(thread: &Thread) -> Raised {
    let errno = std::io::Error::last_os_error().raw_os_error();
    from_errno(thread, errno.unwrap_or(libc::EINVAL), &[])
}

fn seconds(thread: &Thread, nanoseconds: i64) -> Res {
    thread.float(nanoseconds as f64 / 1e9)
}

macro_rules! clocks {
    ($($name:ident $name_ns:ident $id:ident;)*) => {
        $(fn $name(thread: &Thread, _: &[Value]) -> Res {
            seconds(thread, reading(thread, libc::$id)?)
        }
        fn $name_ns(thread: &Thread, _: &[Value]) -> Res {
            thread.int(reading(thread, libc::$id)?)
        })*
    };
}
clocks! {
    time time_ns CLOCK_REALTIME;
    monotonic monotonic_ns CLOCK_MONOTONIC;
    process_time process_time_ns CLOCK_PROCESS_CPUTIME_ID;
    thread_time thread_time_ns CLOCK_THREAD_CPUTIME_ID;
}

fn clock_gettime(thread: &Thread, args: &[Value]) -> Res {
    let id = c_int(thread, &args[0])?;
    seconds(thread, reading(thread, id)?)
}

fn clock_gettime_ns(thread: &Thread, args: &[Value]) -> Res {
    let id = c_int(thread, &args[0])?;
    thread.int(reading(thread, id)?)
}

fn clock_getres(thread: &Thread, args: &[Value]) -> Res {
    let id = c_int(thread, &args[0])?;
    match clock::resolution(id) {
        Some(step) => seconds(thread, step),
        None => Err(last_error(thread)),
    }
}

fn get_clock_info(thread: &Thread, args: &[Value]) -> Res {
    let (id, function, is_monotonic) = match args[0].as_str() {
        Some("time") => (libc::CLOCK_REALTIME, "CLOCK_REALTIME", false),
        Some("monotonic" | "perf_counter") => (libc::CLOCK_MONOTONIC, "CLOCK_MONOTONIC", true),
        Some("process_time") => (
            libc::CLOCK_PROCESS_CPUTIME_ID,
            "CLOCK_PROCESS_CPUTIME_ID",
            true,
        ),
        Some("thread_time") => (
            libc::CLOCK_THREAD_CPUTIME_ID,
            "CLOCK_THREAD_CPUTIME_ID",
            true,
        ),
        Some(_) => return Err(thread.value_error("unknown clock")),
        None => {
            return Err(thread.type_error(format!(
                "get_clock_info() argument 1 must be str, not {}",
                crate::types::text::args::type_name(thread, &args[0])
            )));
        }
    };
    let class = crate::object::Builtin::SimpleNamespace;
    let info = thread.alloc_instance(class.get(), crate::object::instance::Plain)?;
    let step = clock::resolution(id).unwrap_or(1);
    for (name, value) in [
        (
            "implementation",
            Str::new_value(thread, &format!("clock_gettime({function})"))?,
        ),
        ("monotonic", Value::from_bool(is_monotonic)),
        ("adjustable", Value::from_bool(!is_monotonic)),
        ("resolution", seconds(thread, step)?),
    ] {
        let name = thread.intern(name.as_bytes())?;
        thread.set_instance_attribute(&info, &name, value)?;
    }
    Ok(info)
}

fn sleep(thread: &Thread, args: &[Value]) -> Res {
    let value = &args[0];
    let duration = if value.as_float().is_some() || value.as_int().is_none() {
        let Some(float) = real(thread, value)? else {
            let name = thread.class_of(value).name_text();
            return Err(thread.type_error(format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        };
        if float.is_nan() {
            return Err(thread.value_error("Invalid value NaN (not a number)"));
        }
        float
    } else {
        let int = index(thread, value)?;
        int.as_int()
            .and_then(|int| int.to_i64())
            .unwrap_or(i64::MAX) as f64
    };
    if duration < 0.0 {
        return Err(thread.value_error("sleep length must be non-negative"));
    }
    if duration > i64::MAX as f64 / 1e9 {
        return Err(thread.overflow_error("timestamp too large to convert to C PyTime_t"));
    }
    safepoint::poll(thread)?;
    let nanoseconds = (duration * 1e9).ceil() as u64;
    let end = interpreter(thread).gil.now().saturating_add(nanoseconds);
    thread.coming_back_beside(args, || threads::sleep_until(thread, end))?;
    Ok(Value::NONE)
}

/// The table lines; those about dates are in `calendar`.
const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("time", "()", time)
        .beside(Beside::PROTOCOLS)
        .doc(
            "time() -> float\n\n\
            Seconds since the epoch.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("time_ns", "()", time_ns)
        .beside(Beside::PROTOCOLS)
        .doc(
            "time_ns() -> int\n\n\
            Nanoseconds since the epoch.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("monotonic", "()", monotonic)
        .beside(Beside::PROTOCOLS)
        .doc(
            "monotonic() -> float\n\n\
            Seconds of a clock that never goes backward.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("monotonic_ns", "()", monotonic_ns)
        .beside(Beside::PROTOCOLS)
        .doc(
            "monotonic_ns() -> int\n\n\
            Nanoseconds of a clock that never goes backward.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("perf_counter", "()", monotonic)
        .beside(Beside::PROTOCOLS)
        .doc(
            "perf_counter() -> float\n\n\
            Seconds of the clock with the finest resolution, for measuring.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("perf_counter_ns", "()", monotonic_ns)
        .beside(Beside::PROTOCOLS)
        .doc(
            "perf_counter_ns() -> int\n\n\
            Nanoseconds of the clock with the finest resolution, for measuring.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("process_time", "()", process_time)
        .beside(Beside::PROTOCOLS)
        .doc(
            "process_time() -> float\n\n\
            Seconds of processor time that this process has used.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("process_time_ns", "()", process_time_ns)
        .beside(Beside::PROTOCOLS)
        .doc(
            "process_time_ns() -> int\n\n\
            Nanoseconds of processor time that this process has used.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("thread_time", "()", thread_time)
        .beside(Beside::PROTOCOLS)
        .doc(
            "thread_time() -> float\n\n\
            Seconds of processor time that this thread has used.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("thread_time_ns", "()", thread_time_ns)
        .beside(Beside::PROTOCOLS)
        .doc(
            "thread_time_ns() -> int\n\n\
            Nanoseconds of processor time that this thread has used.",
        )
        .shown_as("($self, /)"),
    NativeDef::function("clock_gettime", "(clk_id, /)", clock_gettime)
        .doc("The time of a system clock in seconds."),
    NativeDef::function("clock_gettime_ns", "(clk_id, /)", clock_gettime_ns)
        .doc("The time of a system clock in nanoseconds."),
    NativeDef::function("clock_getres", "(clk_id, /)", clock_getres)
        .doc(
            "clock_getres(clk_id) -> float\n\n\
            The resolution of a system clock in seconds.",
        )
        .unsigned(),
    NativeDef::function("get_clock_info", "(name, /)", get_clock_info)
        .doc(
            "get_clock_info(name) -> namespace\n\n\
            What is known of a clock: implementation, monotonic, adjustable and\n\
            resolution.",
        )
        .unsigned(),
    NativeDef::function("sleep", "(seconds, /)", sleep)
        .beside(Beside::PROTOCOLS)
        .doc(
            "sleep(seconds)\n\n\
            Waits so many seconds, which may have a fraction.",
        )
        .shown_as("($self, object, /)"),
];
