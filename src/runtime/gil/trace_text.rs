//! A trace as lanes of characters, for the terminal.
#![forbid(unsafe_code)]

use super::stats::{ACTIVITIES, Activity};
use super::trace::{Kind, Lane, Trace};
use std::fmt::Write;

/// Columns of a thread's name.
const NAME: usize = 18;
/// Lanes that are drawn at most.
const MOST_LANES: usize = 60;

/// What an activity is drawn as.
fn symbol(activity: Activity) -> char {
    match activity {
        Activity::Outside => ' ',
        Activity::Running => '█',
        Activity::Collecting => 'G',
        Activity::Waiting => '░',
        Activity::Stopped => 'x',
        Activity::Sleep => '·',
        Activity::Lock => 'l',
        Activity::Join => 'j',
        Activity::Io => 'i',
        Activity::Host => 'h',
    }
}

/// A duration for people: three digits and a unit.
pub fn duration(ns: u64) -> String {
    let (number, unit) = match ns {
        0 => return "0".to_owned(),
        1..1_000 => return format!("{ns} ns"),
        1_000..1_000_000 => (ns as f64 / 1e3, "µs"),
        1_000_000..1_000_000_000 => (ns as f64 / 1e6, "ms"),
        _ => (ns as f64 / 1e9, "s"),
    };
    let decimals = match number {
        n if n < 9.995 => 2,
        n if n < 99.95 => 1,
        _ => 0,
    };
    format!("{number:.decimals$} {unit}")
}

/// A name cut to the width of its column.
fn cut(name: &str, width: usize) -> String {
    if name.chars().count() <= width {
        return name.to_owned();
    }
    name.chars().take(width - 1).chain(['…']).collect()
}

/// The columns of a lane: in each, what the thread did most; a thread that had any part in running shows at least once.
fn columns(lane: &Lane, began: u64, step: f64, width: usize) -> String {
    let mut shares = vec![[0f64; ACTIVITIES]; width];
    for event in &lane.events {
        let Kind::Slice(activity) = event.kind else {
            continue;
        };
        let start = (event.start - began) as f64 / step;
        let end = (event.end - began) as f64 / step;
        let last = (end as usize).min(width - 1);
        for (i, share) in shares
            .iter_mut()
            .enumerate()
            .take(last + 1)
            .skip(start as usize)
        {
            let part = end.min((i + 1) as f64) - start.max(i as f64);
            share[activity as usize] += part.max(0.0);
        }
    }
    let most = |share: &[f64; ACTIVITIES]| {
        let largest = Activity::ALL
            .into_iter()
            .max_by(|a, b| share[*a as usize].total_cmp(&share[*b as usize]));
        match largest {
            Some(activity) if share[activity as usize] > 0.0 => symbol(activity),
            _ => ' ',
        }
    };
    shares.iter().map(most).collect()
}

/// The columns of a task's lane: full where its steps took most of the time, half where they took some.
fn step_columns(trace: &Trace, task: usize, step: f64, width: usize) -> String {
    let mut shares = vec![0f64; width];
    for event in trace.lanes.iter().flat_map(|lane| &lane.events) {
        if event.kind != Kind::Step(task as u32) {
            continue;
        }
        let start = (event.start - trace.began) as f64 / step;
        let end = (event.end - trace.began) as f64 / step;
        let last = (end as usize).min(width - 1);
        let parts = shares.iter_mut().enumerate().take(last + 1);
        for (i, share) in parts.skip(start as usize) {
            *share += (end.min((i + 1) as f64) - start.max(i as f64)).max(f64::MIN_POSITIVE);
        }
    }
    let drawn = shares.into_iter().map(|share| match share {
        0.0 => ' ',
        share if share < 0.5 => '▄',
        _ => '█',
    });
    drawn.collect()
}

impl Trace {
    /// Draws the lanes, `width` columns wide.
    pub fn to_text(&self, width: usize) -> String {
        let total = (self.ended - self.began).max(1);
        let width = width.saturating_sub(NAME + 15).clamp(20, 400);
        let step = total as f64 / width as f64;
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{}: {} in {width} columns of {}",
            self.spec,
            duration(total),
            duration(step as u64)
        );
        let mut used = [false; ACTIVITIES];
        let _ = writeln!(text, "{:NAME$} {:width$}  runs  waits", "", "");
        for lane in self.lanes.iter().take(MOST_LANES) {
            let mut times = [0u64; ACTIVITIES];
            for event in &lane.events {
                if let Kind::Slice(activity) = event.kind {
                    times[activity as usize] += event.end - event.start;
                    used[activity as usize] = true;
                }
            }
            let percent = |time: u64| time as f64 * 100.0 / total as f64;
            let running = times[Activity::Running as usize] + times[Activity::Collecting as usize];
            let name = cut(&lane.name, NAME);
            let _ = writeln!(
                text,
                "{name:NAME$} {} {:4.0} % {:4.0} %",
                columns(lane, self.began, step, width),
                percent(running),
                percent(times[Activity::Waiting as usize]),
            );
        }
        if self.lanes.len() > MOST_LANES {
            let _ = writeln!(text, "… and {} more threads", self.lanes.len() - MOST_LANES);
        }
        if !self.tasks.is_empty() {
            let _ = writeln!(text, "tasks (█ ▄ steps)");
        }
        for (i, name) in self.tasks.iter().enumerate().take(MOST_LANES) {
            let name = cut(name, NAME);
            let drawn = step_columns(self, i, step, width);
            let _ = writeln!(text, "{name:NAME$} {}", drawn.trim_end());
        }
        if self.tasks.len() > MOST_LANES {
            let _ = writeln!(text, "… and {} more tasks", self.tasks.len() - MOST_LANES);
        }
        let legend: Vec<String> = Activity::ALL
            .into_iter()
            .filter(|activity| used[*activity as usize])
            .map(|a| format!("{} {}", symbol(a), super::trace_json::slice_name(a)))
            .collect();
        let _ = writeln!(text, "{}", legend.join("   "));
        let _ = writeln!(
            text,
            "{} events, {} forgotten; recording took {}",
            self.events(),
            self.forgotten(),
            duration(self.cost())
        );
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::gil::trace::Event;

    #[test]
    fn durations_have_three_digits() {
        let shown = [0, 7, 1_234, 99_960, 5_000_000, 123_456_789, 61_000_000_000].map(duration);
        let wanted = [
            "0", "7 ns", "1.23 µs", "100 µs", "5.00 ms", "123 ms", "61.0 s",
        ];
        assert_eq!(shown, wanted);
    }

    #[test]
    fn a_column_shows_what_took_most_of_it() {
        let slice = |activity, start, end| Event {
            start,
            end,
            kind: Kind::Slice(activity),
        };
        let lane = Lane {
            number: 0,
            name: "a".to_owned(),
            native_id: 0,
            events: vec![
                slice(Activity::Running, 100, 115),
                slice(Activity::Waiting, 115, 130),
            ],
            forgotten: 0,
            cost: 0,
        };
        assert_eq!(columns(&lane, 100, 10.0, 4), "█░░ ");
    }
}
