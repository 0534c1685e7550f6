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
    NativeDef::function("collect", "(generation=2)", collect).doc(
        "Looks for cycles of garbage in the generation and all younger ones, and\n\
        frees them.\n\n\
        Gives the number of unreachable objects found.",
    ),
    NativeDef::function("disable", "()", disable).doc("Ends automatic collections."),
    NativeDef::function("enable", "()", enable).doc("Resumes automatic collections."),
    NativeDef::function("freeze", "()", freeze)
        .doc("Moves all objects into a permanent generation, which collections pass over."),
    NativeDef::function("get_count", "()", get_count).doc(
        "The numbers that the thresholds are compared with, for the generations 0, 1\n\
        and 2.",
    ),
    NativeDef::function("get_debug", "()", get_debug).doc("The debugging flags."),
    NativeDef::function("get_freeze_count", "()", get_freeze_count)
        .doc("How many objects the permanent generation has."),
    NativeDef::function("get_objects", "(generation=None)", get_objects)
        .doc("Objects that the collector knows: all of them, or those of one generation."),
    NativeDef::function("get_referents", "(*objs)", get_referents)
        .doc("Objects that these objects refer to directly."),
    NativeDef::function("get_referrers", "(*objs)", get_referrers)
        .doc("Objects that refer directly to any of these."),
    NativeDef::function("get_stats", "()", get_stats).doc(
        "For each generation a dictionary of counts: collections, collected,\n\
        uncollectable, and the pauses.",
    ),
    NativeDef::function("get_threshold", "()", get_threshold)
        .doc("The thresholds of the generations 0, 1 and 2."),
    NativeDef::function("is_finalized", "(obj, /)", is_finalized)
        .doc("Whether the object's finaliser has run."),
    NativeDef::function("is_tracked", "(obj, /)", is_tracked).doc(
        "Whether the collector looks at this object. It does not look at numbers and\n\
        strings, for example.",
    ),
    NativeDef::function("isenabled", "()", is_enabled)
        .doc("Whether collections start by themselves."),
    NativeDef::function("set_debug", "(flags, /)", set_debug).doc(
        "Sets debugging flags: any of DEBUG_STATS, DEBUG_COLLECTABLE,\n\
        DEBUG_UNCOLLECTABLE and DEBUG_SAVEALL, joined by |.\n\n\
        DEBUG_LEAK is all of them but the first.",
    ),
    NativeDef::function(
        "set_threshold",
        "(threshold0, threshold1=<unrepresentable>, threshold2=<unrepresentable>, /)",
        set_threshold,
    )
    .doc(
        "set_threshold(threshold0[, threshold1[, threshold2]])\n\n\
        Sets after how many allocations the youngest generation is collected, and\n\
        after how many collections of a generation the next older one is. 0 turns\n\
        automatic collections off.",
    )
    .unsigned(),
    NativeDef::function("unfreeze", "()", unfreeze)
        .doc("Moves the objects of the permanent generation into the oldest one."),
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
