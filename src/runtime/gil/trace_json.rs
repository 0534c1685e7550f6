//! A trace as Trace Event JSON, which Perfetto and chrome://tracing open.
//!
//! Each thread is a lane. What it did are complete events (`X`), which follow each other and never nest; requests and marks are instants (`i`),
//! the number of waiting threads is a counter (`C`). Each task of an event loop is a lane too, behind those of the threads, with an event for each of its steps. Times are microseconds with three decimals, so no nanosecond is lost.
#![forbid(unsafe_code)]

use super::stats::Activity;
use super::trace::{Kind, Trace};
use std::io::{self, Write};

/// The number of the first task's lane, beyond those of threads.
const FIRST_TASK: u64 = 1 << 30;

/// What a slice is called.
pub(super) fn slice_name(activity: Activity) -> &'static str {
    match activity {
        Activity::Outside => "outside",
        Activity::Running => "running",
        Activity::Collecting => "collecting",
        Activity::Waiting => "waiting for the lock",
        Activity::Stopped => "stopped",
        Activity::Sleep => "blocked in sleep",
        Activity::Lock => "blocked in lock",
        Activity::Join => "blocked in join",
        Activity::Io => "blocked in I/O",
        Activity::Host => "blocked in the host",
    }
}

/// A string as JSON.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Microseconds with the nanoseconds as decimals.
fn microseconds(ns: u64) -> String {
    format!("{}.{:03}", ns / 1000, ns % 1000)
}

impl Trace {
    /// Writes the trace.
    ///
    /// # Errors
    /// What writing fails with.
    pub fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        let process = quoted(&format!("taipan --gil={}", self.spec));
        writeln!(out, "{{\"displayTimeUnit\":\"ns\",\"traceEvents\":[")?;
        write!(
            out,
            "{{\"ph\":\"M\",\"pid\":1,\"tid\":0,\"name\":\"process_name\",\"args\":{{\"name\":{process}}}}}"
        )?;
        for lane in &self.lanes {
            let (tid, name) = (lane.number + 1, quoted(&lane.name));
            write!(
                out,
                ",\n{{\"ph\":\"M\",\"pid\":1,\"tid\":{tid},\"name\":\"thread_name\",\"args\":{{\"name\":{name}}}}}"
            )?;
            write!(
                out,
                ",\n{{\"ph\":\"M\",\"pid\":1,\"tid\":{tid},\"name\":\"thread_sort_index\",\"args\":{{\"sort_index\":{tid}}}}}"
            )?;
            for event in &lane.events {
                let ts = microseconds(event.start.saturating_sub(self.began));
                let head = format!("\"pid\":1,\"tid\":{tid},\"ts\":{ts}");
                match event.kind {
                    Kind::Slice(activity) => {
                        let dur = microseconds(event.end - event.start);
                        let name = slice_name(activity);
                        write!(
                            out,
                            ",\n{{\"ph\":\"X\",{head},\"dur\":{dur},\"cat\":\"gil\",\"name\":\"{name}\"}}"
                        )?;
                    }
                    Kind::Request(holder) => {
                        let holder = u64::from(holder) + 1;
                        write!(
                            out,
                            ",\n{{\"ph\":\"i\",\"s\":\"t\",{head},\"cat\":\"gil\",\"name\":\"drop request\",\"args\":{{\"holder\":{holder}}}}}"
                        )?;
                    }
                    Kind::Waiters(count) => {
                        write!(
                            out,
                            ",\n{{\"ph\":\"C\",{head},\"name\":\"threads waiting for the lock\",\"args\":{{\"threads\":{count}}}}}"
                        )?;
                    }
                    Kind::Step(task) => {
                        let dur = microseconds(event.end - event.start);
                        let tid = FIRST_TASK + u64::from(task);
                        let thread = lane.number + 1;
                        write!(
                            out,
                            ",\n{{\"ph\":\"X\",\"pid\":1,\"tid\":{tid},\"ts\":{ts},\"dur\":{dur},\"cat\":\"task\",\"name\":\"step\",\"args\":{{\"thread\":{thread}}}}}"
                        )?;
                    }
                    Kind::Mark(mark) => {
                        let text = self.marks.get(mark as usize).map_or("", String::as_str);
                        let name = quoted(text);
                        write!(
                            out,
                            ",\n{{\"ph\":\"i\",\"s\":\"p\",{head},\"cat\":\"mark\",\"name\":{name}}}"
                        )?;
                    }
                }
            }
        }
        for (i, name) in self.tasks.iter().enumerate() {
            let (tid, name) = (FIRST_TASK + i as u64, quoted(name));
            write!(
                out,
                ",\n{{\"ph\":\"M\",\"pid\":1,\"tid\":{tid},\"name\":\"thread_name\",\"args\":{{\"name\":{name}}}}}"
            )?;
            write!(
                out,
                ",\n{{\"ph\":\"M\",\"pid\":1,\"tid\":{tid},\"name\":\"thread_sort_index\",\"args\":{{\"sort_index\":{tid}}}}}"
            )?;
        }
        write!(
            out,
            "\n],\"otherData\":{{\"gil\":{},\"duration_us\":{},\"events\":{},\"forgotten_events\":{},\"tracing_cost_us\":{}}}}}\n",
            quoted(&self.spec),
            microseconds(self.ended - self.began),
            self.events(),
            self.forgotten(),
            microseconds(self.cost())
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a\"b\\c\nd"), "\"a\\\"b\\\\c\\u000ad\"");
        assert_eq!(microseconds(1_234_567), "1234.567");
    }
}
