//! `stats()`: figures as dictionaries. Times are seconds.

use crate::object::Tuple;
use crate::object::gc::Statistics;
use crate::object::traffic::Transfer;
use crate::object::{Dict, List, Res, Str, Thread, Value};
use crate::runtime::gil::{Activity, Durations, Figures, Reason, Shared, Stops, ThreadReport};
use crate::runtime::state::interpreter;

/// A dictionary that is being filled.
struct Table<'t> {
    thread: &'t Thread,
    value: Value,
}

impl<'t> Table<'t> {
    fn new(thread: &'t Thread) -> Res<Table<'t>> {
        let value = Dict::new_value(thread)?;
        Ok(Table { thread, value })
    }

    fn set(&self, name: &str, value: Value) -> Res<()> {
        let key = self.thread.intern(name.as_bytes())?;
        match self.value.as_dict() {
            Some(dict) => dict.set(self.thread, key, value),
            None => Ok(()),
        }
    }

    fn count(&self, name: &str, count: u64) -> Res<()> {
        self.set(name, self.thread.int(count as i64)?)
    }

    fn time(&self, name: &str, ns: u64) -> Res<()> {
        self.set(name, seconds(self.thread, ns)?)
    }

    fn text(&self, name: &str, text: &str) -> Res<()> {
        self.set(name, Str::new_value(self.thread, text)?)
    }
}

fn seconds(thread: &Thread, ns: u64) -> Res {
    thread.float(ns as f64 / 1e9)
}

/// `stats()`
pub(super) fn stats(thread: &Thread, _: &[Value]) -> Res {
    let report = interpreter(thread).gil.report();
    let table = Table::new(thread)?;
    table.text("mode", &report.spec.to_string())?;
    table.time("elapsed", report.elapsed)?;
    table.count("switches", report.switches)?;
    table.count("waiting_threads", report.waiting.into())?;
    let replay = match &report.replay {
        Some(replay) => {
            let table = Table::new(thread)?;
            table.count("seed", replay.seed)?;
            table.count("instructions", replay.instructions)?;
            let inputs = replay
                .inputs
                .iter()
                .map(|name| Str::new_value(thread, name));
            let inputs: Vec<Value> = inputs.collect::<Res<_>>()?;
            table.set("inputs", List::new_value(thread, inputs)?)?;
            table.value
        }
        None => Value::NONE,
    };
    table.set("replay", replay)?;
    let mut threads = Vec::new();
    for one in &report.everybody.threads {
        threads.push(of_thread(thread, one)?);
    }
    table.set("threads", List::new_value(thread, threads)?)?;
    table.count("forgotten_threads", report.everybody.forgotten_threads)?;
    let total = Table::new(thread)?;
    put_figures(&total, &report.everybody.total)?;
    table.set("total", total.value)?;
    table.set("stops", stops(thread, &report.stops)?)?;
    table.set("shared", shared(thread, &report.shared)?)?;
    let mut generations = Vec::new();
    for statistics in thread.collector_statistics() {
        generations.push(of_generation(thread, &statistics)?);
    }
    table.set("collections", List::new_value(thread, generations)?)?;
    Ok(table.value)
}

fn of_thread(thread: &Thread, report: &ThreadReport) -> Res {
    let table = Table::new(thread)?;
    table.text("name", &report.name)?;
    table.count("number", report.number)?;
    table.set("ident", thread.int_from_usize(report.ident as usize)?)?;
    table.set("native_id", thread.int(report.native_id)?)?;
    table.text("state", report.activity.name())?;
    put_figures(&table, &report.figures)?;
    Ok(table.value)
}

fn put_figures(table: &Table<'_>, figures: &Figures) -> Res<()> {
    let thread = table.thread;
    table.time("wall", figures.wall())?;
    table.time("holding", figures.holding())?;
    for activity in [
        Activity::Running,
        Activity::Collecting,
        Activity::Waiting,
        Activity::Stopped,
    ] {
        table.time(activity.name(), figures.time(activity))?;
    }
    let blocked = Table::new(thread)?;
    for activity in Activity::BLOCKED {
        blocked.time(activity.name(), figures.time(activity))?;
    }
    table.time("blocked", figures.blocked())?;
    table.set("blocked_in", blocked.value)?;
    table.count("acquisitions", figures.acquisitions)?;
    table.count("contended", figures.contended)?;
    table.count("switches", figures.switches)?;
    table.count("forced_drops", figures.dropped(Reason::Forced))?;
    let drops = Table::new(thread)?;
    for reason in Reason::ALL {
        if reason != Reason::Forced {
            drops.count(reason.name(), figures.dropped(reason))?;
        }
    }
    table.set("voluntary_drops", drops.value)?;
    table.count("requests", figures.requests)?;
    table.count("safepoints", figures.safepoints)?;
    table.time("handover", figures.handover)?;
    let holds = durations(thread, &figures.holds, figures.longest_hold)?;
    table.set("holds", holds)?;
    let waits = durations(thread, &figures.waits, figures.longest_wait)?;
    table.set("waits", waits)?;
    table.count("stops", figures.stops)?;
    table.time("stop_time", figures.stop_time)?;
    for what in Transfer::ALL {
        table.count(what.name(), figures.transferred(what))?;
    }
    Ok(())
}

/// What threads stopped one another for: dictionaries by cause.
fn stops(thread: &Thread, rows: &[Stops]) -> Res {
    let table = Table::new(thread)?;
    for row in rows {
        let cause = Table::new(thread)?;
        cause.count("count", row.count)?;
        cause.time("waited", row.waited)?;
        cause.time("longest_wait", row.longest_wait)?;
        cause.time("alone", row.alone)?;
        cause.time("longest_alone", row.longest_alone)?;
        table.set(&row.cause, cause.value)?;
    }
    Ok(table.value)
}

/// What was shared: dictionaries by class.
fn shared(thread: &Thread, rows: &[Shared]) -> Res {
    let table = Table::new(thread)?;
    for row in rows {
        let class = Table::new(thread)?;
        for what in Transfer::BY_CLASS {
            class.count(what.name(), row.count(what))?;
        }
        table.set(&row.class, class.value)?;
    }
    Ok(table.value)
}

/// Percentiles, and a histogram: pairs of the time from which a bucket reaches to its double, and a count.
fn durations(thread: &Thread, durations: &Durations, longest: u64) -> Res {
    let table = Table::new(thread)?;
    table.count("count", durations.count())?;
    for (name, fraction) in [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)] {
        table.time(name, durations.quantile(fraction, longest))?;
    }
    table.time("longest", longest)?;
    let mut buckets = Vec::new();
    for (octave, count) in durations.octaves().into_iter().enumerate() {
        if count > 0 {
            let pair = vec![seconds(thread, 1 << octave)?, thread.int(count as i64)?];
            buckets.push(Tuple::from_vec(thread, pair)?);
        }
    }
    table.set("histogram", List::new_value(thread, buckets)?)?;
    Ok(table.value)
}

fn of_generation(thread: &Thread, statistics: &Statistics) -> Res {
    let table = Table::new(thread)?;
    table.count("collections", statistics.collections)?;
    table.count("seen", statistics.seen)?;
    table.count("collected", statistics.collected)?;
    table.count("uncollectable", statistics.uncollectable)?;
    let pauses = &statistics.pauses;
    for (name, time) in [
        ("pause_total", pauses.total()),
        ("pause_p50", pauses.quantile(0.5)),
        ("pause_p95", pauses.quantile(0.95)),
        ("pause_p99", pauses.quantile(0.99)),
        ("pause_longest", pauses.longest()),
    ] {
        table.set(name, thread.float(time.as_secs_f64())?)?;
    }
    Ok(table.value)
}
