//! `gc`: the cycle collector as programs control and ask it.
#![forbid(unsafe_code)]

use crate::object::gc::{OLDEST, Statistics, debug};
use crate::object::{Dict, List, NativeDef, Res, Thread, Tuple, Value};
use crate::runtime::collector;
use crate::runtime::module::ModuleDef;
use crate::types::text::args::c_int;

fn generation_argument(thread: &Thread, value: &Value) -> Res<u8> {
    match value.bound() {
        None => Ok(OLDEST),
        Some(value) => match c_int(thread, value)? {
            generation @ 0..=2 => Ok(generation as u8),
            _ => Err(thread.value_error("invalid generation")),
        },
    }
}

fn collect(thread: &Thread, args: &[Value]) -> Res {
    let generation = generation_argument(thread, &args[0])?;
    let outcome = collector::collect(thread, generation);
    thread.int((outcome.collected + outcome.uncollectable) as i64)
}

fn enable(thread: &Thread, _: &[Value]) -> Res {
    thread.enable_collector(true);
    Ok(Value::NONE)
}

fn disable(thread: &Thread, _: &[Value]) -> Res {
    thread.enable_collector(false);
    Ok(Value::NONE)
}

fn is_enabled(thread: &Thread, _: &[Value]) -> Res {
    Ok(Value::from_bool(thread.collector_is_enabled()))
}

fn three(thread: &Thread, numbers: [i64; 3]) -> Res {
    Tuple::build(thread, 3, |i| thread.int(numbers[i]))
}

fn get_threshold(thread: &Thread, _: &[Value]) -> Res {
    three(thread, thread.collector_thresholds())
}

fn set_threshold(thread: &Thread, args: &[Value]) -> Res {
    for (generation, value) in args.iter().enumerate() {
        if let Some(value) = value.bound() {
            let threshold = c_int(thread, value)?;
            thread.set_collector_threshold(generation, threshold as i64);
        }
    }
    Ok(Value::NONE)
}

fn get_count(thread: &Thread, _: &[Value]) -> Res {
    three(thread, thread.collector_counts())
}

fn set_debug(thread: &Thread, args: &[Value]) -> Res {
    thread.set_collector_debug(c_int(thread, &args[0])? as u32);
    Ok(Value::NONE)
}

fn get_debug(thread: &Thread, _: &[Value]) -> Res {
    thread.int(thread.collector_debug() as i64)
}

fn get_stats(thread: &Thread, _: &[Value]) -> Res {
    let mut all = Vec::new();
    for statistics in thread.collector_statistics() {
        all.push(statistics_of(thread, &statistics)?);
    }
    List::new_value(thread, all)
}

fn statistics_of(thread: &Thread, statistics: &Statistics) -> Res {
    let value = Dict::new_value(thread)?;
    let pauses = Dict::new_value(thread)?;
    if let (Some(dict), Some(times)) = (value.as_dict(), pauses.as_dict()) {
        for (key, number) in [
            ("collections", statistics.collections),
            ("collected", statistics.collected),
            ("uncollectable", statistics.uncollectable),
        ] {
            let key = thread.intern(key.as_bytes())?;
            dict.set(thread, key, thread.int(number as i64)?)?;
        }
        let measured = &statistics.pauses;
        let count = thread.int(measured.count() as i64)?;
        times.set(thread, thread.intern(b"count")?, count)?;
        for (key, time) in [
            ("total", measured.total()),
            ("p50", measured.quantile(0.5)),
            ("p95", measured.quantile(0.95)),
            ("p99", measured.quantile(0.99)),
            ("longest", measured.longest()),
        ] {
            let key = thread.intern(key.as_bytes())?;
            times.set(thread, key, thread.float(time.as_secs_f64())?)?;
        }
        dict.set(thread, thread.intern(b"pauses")?, pauses.clone())?;
    }
    Ok(value)
}

fn generation_number(thread: &Thread, value: &Value) -> Res<i32> {
    let class = thread.class_of(value);
    if class.index().is_none() {
        let message = format!(
            "argument should be integer or None, not '{}'",
            class.name_text()
        );
        return Err(thread.type_error(message));
    }
    c_int(thread, value)
}

fn get_objects(thread: &Thread, args: &[Value]) -> Res {
    let generation = match args[0].bound() {
        Some(value) if !value.is_none() => match generation_number(thread, value)? {
            -1 => None,
            generation @ 0..=2 => Some(generation as u8),
            generation if generation < 0 => {
                return Err(thread.value_error("generation parameter cannot be negative"));
            }
            _ => {
                return Err(thread.value_error(
                    "generation parameter must be less than the number of available generations (3)",
                ));
            }
        },
        _ => None,
    };
    List::new_value(thread, thread.containers(generation)?)
}

fn get_referrers(thread: &Thread, args: &[Value]) -> Res {
    List::new_value(thread, thread.referrers(args)?)
}

fn get_referents(thread: &Thread, args: &[Value]) -> Res {
    let mut all = Vec::new();
    for value in args {
        all.extend(thread.referents(value));
    }
    List::new_value(thread, all)
}

fn is_tracked(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(thread.is_collected(&args[0])))
}

fn is_finalized(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(thread.is_finalized(&args[0])))
}

fn freeze(thread: &Thread, _: &[Value]) -> Res {
    thread.freeze_containers()?;
    Ok(Value::NONE)
}

fn unfreeze(thread: &Thread, _: &[Value]) -> Res {
    thread.unfreeze_containers();
    Ok(Value::NONE)
}

fn get_freeze_count(thread: &Thread, _: &[Value]) -> Res {
    thread.int(thread.frozen_count() as i64)
}

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("collect", "(generation=2)", collect),
    NativeDef::function("disable", "()", disable),
    NativeDef::function("enable", "()", enable),
    NativeDef::function("freeze", "()", freeze),
    NativeDef::function("get_count", "()", get_count),
    NativeDef::function("get_debug", "()", get_debug),
    NativeDef::function("get_freeze_count", "()", get_freeze_count),
    NativeDef::function("get_objects", "(generation=None)", get_objects),
    NativeDef::function("get_referents", "(*objs)", get_referents),
    NativeDef::function("get_referrers", "(*objs)", get_referrers),
    NativeDef::function("get_stats", "()", get_stats),
    NativeDef::function("get_threshold", "()", get_threshold),
    NativeDef::function("is_finalized", "(obj, /)", is_finalized),
    NativeDef::function("is_tracked", "(obj, /)", is_tracked),
    NativeDef::function("isenabled", "()", is_enabled),
    NativeDef::function("set_debug", "(flags, /)", set_debug),
    NativeDef::function(
        "set_threshold",
        "(threshold0, threshold1=<unrepresentable>, threshold2=<unrepresentable>, /)",
        set_threshold,
    ),
    NativeDef::function("unfreeze", "()", unfreeze),
];

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "gc",
    doc: "Control of the collector of cyclic garbage.",
    functions: FUNCTIONS,
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let collector = &thread.interp.collector;
    for (name, slot) in [
        ("garbage", &collector.garbage),
        ("callbacks", &collector.callbacks),
    ] {
        // Imported once more, the module goes on with the lists that it had.
        let list = match slot.load() {
            Some(list) => list,
            None => List::new_value(thread, Vec::new())?,
        };
        slot.set(list.clone());
        dict.set(thread, thread.intern(name.as_bytes())?, list)?;
    }
    for (name, bits) in [
        ("DEBUG_STATS", debug::STATS),
        ("DEBUG_COLLECTABLE", debug::COLLECTABLE),
        ("DEBUG_UNCOLLECTABLE", debug::UNCOLLECTABLE),
        ("DEBUG_SAVEALL", debug::SAVEALL),
        ("DEBUG_LEAK", debug::LEAK),
    ] {
        let bits = thread.int(bits as i64)?;
        dict.set(thread, thread.intern(name.as_bytes())?, bits)?;
    }
    Ok(())
}
