//! What `--gil-stats`, `--gil-stat` and `--gil-trace` print.

use crate::cli::table::Table;
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;
use taipan::api::tooling::duration;
use taipan::api::{
    Closed, CollectorStatistics, GilActivity, GilFigures, GilObserver, GilReason, GilShared,
    GilStatistics, GilStops, GilTrace, GilTransfer,
};

/// Threads that are listed; of more, those that ran longest.
const MOST_THREADS: usize = 40;
/// Causes and classes that are listed; of more, those that cost most.
const MOST_CAUSES: usize = 15;
/// Columns of a bar of the histogram.
const BAR: usize = 20;

/// A thread of the tables.
struct Row<'s> {
    name: String,
    figures: &'s GilFigures,
}

fn percent(part: f64, whole: f64) -> String {
    if whole <= 0.0 {
        return "-".to_owned();
    }
    format!("{:.1} %", part * 100.0 / whole)
}

fn count(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(c);
    }
    text
}

fn name_of(name: &str) -> String {
    cut(name, 28)
}

fn cut(name: &str, length: usize) -> String {
    match name.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// The tables that `--gil-stats` prints at exit.
pub fn tables(closed: &Closed) -> String {
    let statistics = &closed.statistics;
    let mut threads: Vec<_> = statistics.threads.iter().collect();
    let mut left_out = statistics.forgotten_threads;
    if threads.len() > MOST_THREADS {
        threads.sort_by_key(|thread| std::cmp::Reverse(thread.figures.holding()));
        left_out += (threads.len() - MOST_THREADS) as u64;
        threads.truncate(MOST_THREADS);
        threads.sort_by_key(|thread| thread.number);
    }
    let mut rows: Vec<Row<'_>> = threads
        .iter()
        .map(|thread| Row {
            name: name_of(&thread.name),
            figures: &thread.figures,
        })
        .collect();
    if rows.len() > 1 {
        rows.push(Row {
            name: "all threads".to_owned(),
            figures: &statistics.total,
        });
    }
    let mut out = String::new();
    heading(statistics, left_out, &mut out);
    times(&rows, &mut out);
    lock(&rows, &mut out);
    lengths(&rows, &mut out);
    histogram(&statistics.total, &mut out);
    contention(&rows, &mut out);
    stops(statistics, &mut out);
    shared(statistics, &mut out);
    collections(&closed.collections, &mut out);
    out
}

fn heading(statistics: &GilStatistics, left_out: u64, out: &mut String) {
    let elapsed = statistics.elapsed.as_nanos() as u64;
    let total = &statistics.total;
    let _ = writeln!(
        out,
        "GIL statistics: {}, {} in all, {} threads",
        statistics.spec,
        duration(elapsed),
        statistics.threads.len() as u64 + statistics.forgotten_threads,
    );
    let _ = writeln!(
        out,
        "lock held {} of the time; {} switches between threads, {} forced; {} handed over but not yet taken up",
        percent(total.holding() as f64, elapsed as f64),
        count(statistics.switches),
        count(total.dropped(GilReason::Forced)),
        duration(total.handover),
    );
    if let Some(replay) = &statistics.replay {
        let inputs = match replay.inputs.as_slice() {
            [] => "none, so it is the same each time".to_owned(),
            inputs => format!("{}, so it may differ", inputs.join(", ")),
        };
        let _ = writeln!(
            out,
            "replay of seed {}: {} instructions, all times but pauses are virtual; input from outside: {inputs}",
            replay.seed,
            count(replay.instructions),
        );
    }
    if left_out > 0 {
        let _ = writeln!(out, "{left_out} more threads are in the sums only");
    }
}

/// What each thread's time went to: wall = the sum of the other columns.
fn times(rows: &[Row<'_>], out: &mut String) {
    let columns: Vec<GilActivity> = GilActivity::ALL
        .into_iter()
        .filter(|a| *a != GilActivity::Outside)
        .filter(|a| {
            matches!(a, GilActivity::Running | GilActivity::Waiting)
                || rows.iter().any(|row| row.figures.time(*a) > 0)
        })
        .collect();
    let mut table = Table::default();
    let mut head = vec!["time".to_owned(), "wall".to_owned()];
    head.extend(columns.iter().map(|a| {
        let blocked = GilActivity::BLOCKED.contains(a);
        format!("{}{}", if blocked { "in " } else { "" }, a.name())
    }));
    table.row(head);
    for row in rows {
        let mut cells = vec![row.name.clone(), duration(row.figures.wall())];
        cells.extend(columns.iter().map(|a| duration(row.figures.time(*a))));
        table.row(cells);
    }
    out.push('\n');
    table.write(out);
}

/// How often each thread took the lock, and why it gave it up.
fn lock(rows: &[Row<'_>], out: &mut String) {
    let reasons: Vec<GilReason> = GilReason::ALL
        .into_iter()
        .filter(|r| *r == GilReason::Forced || rows.iter().any(|row| row.figures.dropped(*r) > 0))
        .collect();
    let mut table = Table::default();
    let mut head: Vec<String> = ["lock", "taken", "contended", "switches"]
        .map(str::to_owned)
        .into();
    head.extend(reasons.iter().map(|r| match r {
        GilReason::Forced => "forced".to_owned(),
        reason => format!("for {}", reason.name()),
    }));
    head.extend(["requests", "safepoints"].map(str::to_owned));
    table.row(head);
    for row in rows {
        let figures = row.figures;
        let mut cells = vec![
            row.name.clone(),
            count(figures.acquisitions),
            count(figures.contended),
            count(figures.switches),
        ];
        cells.extend(reasons.iter().map(|r| count(figures.dropped(*r))));
        cells.extend([count(figures.requests), count(figures.safepoints)]);
        table.row(cells);
    }
    out.push('\n');
    table.write(out);
}

/// How long the lock was held and waited for at a time.
fn lengths(rows: &[Row<'_>], out: &mut String) {
    let mut table = Table::default();
    let head = [
        "at a time",
        "hold p50",
        "p95",
        "p99",
        "longest",
        "wait p50",
        "p95",
        "p99",
        "longest",
        "hand-over",
    ];
    table.row(head.map(str::to_owned).into());
    for row in rows {
        let f = row.figures;
        let mut cells = vec![row.name.clone()];
        for (durations, longest) in [(&f.holds, f.longest_hold), (&f.waits, f.longest_wait)] {
            for fraction in [0.5, 0.95, 0.99] {
                cells.push(duration(durations.quantile(fraction, longest)));
            }
            cells.push(duration(longest));
        }
        let mean = f.handover.checked_div(f.contended).unwrap_or(0);
        cells.push(duration(mean));
        table.row(cells);
    }
    out.push('\n');
    table.write(out);
}

/// Holds and waits of all threads, by factors of four.
fn histogram(total: &GilFigures, out: &mut String) {
    let pairs = |octaves: Vec<u64>| -> Vec<u64> {
        octaves.chunks(2).map(|pair| pair.iter().sum()).collect()
    };
    let (holds, waits) = (pairs(total.holds.octaves()), pairs(total.waits.octaves()));
    let at = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
    let length = holds.len().max(waits.len());
    let used = |i: &usize| at(&holds, *i) + at(&waits, *i) > 0;
    let (Some(first), Some(last)) = ((0..length).find(used), (0..length).rfind(used)) else {
        return;
    };
    let most = |counts: &[u64]| counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |n: u64, most: u64| {
        let filled = (n * BAR as u64).div_ceil(most) as usize;
        format!("{:BAR$}", "█".repeat(filled))
    };
    let mut table = Table::default();
    table.row(["from", "holds", "", "waits", ""].map(str::to_owned).into());
    for i in first..=last {
        let from = if i == 0 { 0 } else { 1u64 << (2 * i) };
        let (h, w) = (at(&holds, i), at(&waits, i));
        table.row(vec![
            duration(from),
            count(h),
            bar(h, most(&holds)),
            count(w),
            bar(w, most(&waits)),
        ]);
    }
    out.push('\n');
    table.write(out);
}

/// How often each thread stopped others, and what it had to do about objects that others use as well.
fn contention(rows: &[Row<'_>], out: &mut String) {
    let kinds: Vec<GilTransfer> = GilTransfer::ALL
        .into_iter()
        .filter(|kind| rows.iter().any(|row| row.figures.transferred(*kind) > 0))
        .collect();
    if kinds.is_empty() && rows.iter().all(|row| row.figures.stops == 0) {
        return;
    }
    let mut table = Table::default();
    let mut head: Vec<String> = ["contention", "stops", "waited"].map(str::to_owned).into();
    head.extend(kinds.iter().map(|kind| kind.name().replace('_', " ")));
    table.row(head);
    for row in rows {
        let figures = row.figures;
        let mut cells = vec![
            row.name.clone(),
            count(figures.stops),
            duration(figures.stop_time),
        ];
        cells.extend(kinds.iter().map(|kind| count(figures.transferred(*kind))));
        table.row(cells);
    }
    out.push('\n');
    table.write(out);
}

/// What threads stopped one another for.
fn stops(statistics: &GilStatistics, out: &mut String) {
    if statistics.stops.is_empty() {
        return;
    }
    let (listed, others) = statistics
        .stops
        .split_at(statistics.stops.len().min(MOST_CAUSES));
    let mut table = Table::default();
    let head = [
        "stopped for",
        "times",
        "waited",
        "longest",
        "alone",
        "longest",
    ];
    table.row(head.map(str::to_owned).into());
    let mut row = |name: String, rows: &[GilStops]| {
        table.row(vec![
            name,
            count(rows.iter().map(|row| row.count).sum()),
            duration(rows.iter().map(|row| row.waited).sum()),
            duration(rows.iter().map(|row| row.longest_wait).max().unwrap_or(0)),
            duration(rows.iter().map(|row| row.alone).sum()),
            duration(rows.iter().map(|row| row.longest_alone).max().unwrap_or(0)),
        ]);
    };
    for one in listed {
        row(cut(&one.cause, 48), std::slice::from_ref(one));
    }
    if !others.is_empty() {
        row(format!("{} other causes", others.len()), others);
    }
    out.push('\n');
    table.write(out);
}

/// The objects of which classes threads shared.
fn shared(statistics: &GilStatistics, out: &mut String) {
    if statistics.shared.is_empty() {
        return;
    }
    let (listed, others) = statistics
        .shared
        .split_at(statistics.shared.len().min(MOST_CAUSES));
    let mut table = Table::default();
    let mut head = vec!["shared objects".to_owned()];
    head.extend(GilTransfer::BY_CLASS.map(|kind| kind.name().replace('_', " ")));
    table.row(head);
    let mut row = |name: String, rows: &[GilShared]| {
        let sum = |kind| count(rows.iter().map(|row| row.count(kind)).sum());
        let mut cells = vec![name];
        cells.extend(GilTransfer::BY_CLASS.map(sum));
        table.row(cells);
    };
    for one in listed {
        row(cut(&one.class, 48), std::slice::from_ref(one));
    }
    if !others.is_empty() {
        row(format!("{} other classes", others.len()), others);
    }
    out.push('\n');
    table.write(out);
}

fn collections(generations: &[CollectorStatistics; 3], out: &mut String) {
    if generations.iter().all(|g| g.collections == 0) {
        return;
    }
    let mut table = Table::default();
    let head = [
        "collections",
        "count",
        "seen",
        "freed",
        "pauses",
        "p50",
        "p95",
        "p99",
        "longest",
    ];
    table.row(head.map(str::to_owned).into());
    for (name, g) in ["young", "middle", "old"].into_iter().zip(generations) {
        let time = |time: Duration| duration(time.as_nanos() as u64);
        table.row(vec![
            name.to_owned(),
            count(g.collections),
            count(g.seen),
            count(g.collected),
            time(g.pauses.total()),
            time(g.pauses.quantile(0.5)),
            time(g.pauses.quantile(0.95)),
            time(g.pauses.quantile(0.99)),
            time(g.pauses.longest()),
        ]);
    }
    out.push('\n');
    table.write(out);
}

/// Prints a line at regular intervals while the program runs.
pub struct Ticker {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Ticker {
    /// Begins; None when the system has no thread for it.
    pub fn start(observer: GilObserver, every: Duration) -> Option<Ticker> {
        let (stop, stopped) = channel();
        let thread = std::thread::Builder::new()
            .name("gil-stat".to_owned())
            .spawn(move || tick(&observer, every, &stopped))
            .ok()?;
        Some(Ticker { stop, thread })
    }

    /// Prints the last line and ends.
    pub fn finish(self) {
        // The thread ends by itself if it is gone already.
        let _ = self.stop.send(());
        let _ = self.thread.join();
    }
}

const TICK_HEAD: &str = "    time  threads  waiting  held %  switches  forced  taken  contended  requests   hold p50   hold p99   wait p50   wait p99";
/// Lines after which the heading comes again.
const TICK_PAGE: u64 = 20;

fn tick(observer: &GilObserver, every: Duration, stopped: &Receiver<()>) {
    let mut last = observer.statistics();
    let began = last.elapsed;
    let mut line = 0;
    loop {
        let ends = !matches!(stopped.recv_timeout(every), Err(RecvTimeoutError::Timeout));
        let now = observer.statistics();
        let mut text = String::new();
        if line % TICK_PAGE == 0 {
            let _ = writeln!(text, "{TICK_HEAD}");
        }
        line += 1;
        text.push_str(&tick_line(&last, &now, began));
        // Nobody to tell: the program goes on.
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
        if ends {
            return;
        }
        last = now;
    }
}

fn tick_line(last: &GilStatistics, now: &GilStatistics, began: Duration) -> String {
    let (a, b) = (&last.total, &now.total);
    let span = (now.elapsed - last.elapsed).as_nanos() as f64;
    let alive = now.threads.iter();
    let alive = alive.filter(|t| !matches!(t.activity, GilActivity::Outside));
    let held = b.holding().saturating_sub(a.holding()) as f64 * 100.0 / span.max(1.0);
    let (holds, waits) = (b.holds.since(&a.holds), b.waits.since(&a.waits));
    let forced = |f: &GilFigures| f.dropped(GilReason::Forced);
    let mut line = format!(
        "{:>8}  {:>7}  {:>7}  {held:>6.1}  {:>8}  {:>6}  {:>5}  {:>9}  {:>8}",
        format!("{:.2}", (now.elapsed - began).as_secs_f64()),
        alive.count(),
        now.waiting,
        now.switches - last.switches,
        forced(b).saturating_sub(forced(a)),
        b.acquisitions.saturating_sub(a.acquisitions),
        b.contended.saturating_sub(a.contended),
        b.requests.saturating_sub(a.requests),
    );
    for (durations, longest) in [(holds, b.longest_hold), (waits, b.longest_wait)] {
        for fraction in [0.5, 0.99] {
            let text = match durations.count() {
                0 => "-".to_owned(),
                _ => duration(durations.quantile(fraction, longest)),
            };
            let _ = write!(line, "  {text:>9}");
        }
    }
    line.push('\n');
    line
}

/// Where `--gil-trace` goes.
pub enum TraceTarget {
    /// Lanes in the terminal.
    Terminal,
    /// A file, which is open already.
    File(String, std::fs::File),
}

impl TraceTarget {
    /// Opens the target that the option names.
    ///
    /// # Errors
    /// A message, when the file cannot be written.
    pub fn open(name: &str) -> Result<TraceTarget, String> {
        if name == "text" {
            return Ok(TraceTarget::Terminal);
        }
        match std::fs::File::create(name) {
            Ok(file) => Ok(TraceTarget::File(name.to_owned(), file)),
            Err(error) => Err(format!("can't write the trace '{name}': {error}")),
        }
    }

    /// Writes a trace, and says so.
    ///
    /// # Errors
    /// A message, when the file cannot be written.
    pub fn write(self, trace: &GilTrace) -> Result<(), String> {
        let (name, file) = match self {
            TraceTarget::Terminal => {
                let width = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
                let text = trace.to_text(width.unwrap_or(120));
                let _ = std::io::stderr().lock().write_all(text.as_bytes());
                return Ok(());
            }
            TraceTarget::File(name, file) => (name, file),
        };
        let mut out = std::io::BufWriter::new(file);
        let written = trace.write_json(&mut out).and_then(|()| out.flush());
        written.map_err(|error| format!("can't write the trace '{name}': {error}"))?;
        let forgotten = match trace.forgotten() {
            0 => String::new(),
            n => format!(" ({n} older ones were forgotten)"),
        };
        eprintln!(
            "taipan: trace of {} events{forgotten} in '{name}'; recording took {}",
            trace.events(),
            duration(trace.cost())
        );
        Ok(())
    }
}
