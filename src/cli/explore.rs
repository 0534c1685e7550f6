//! `taipan run --explore K SCRIPT`: runs a script with many seeds and shows which ones end differently.
//!
//! Each run is a process of its own, so that one that crashes or hangs is a result like any other.

use crate::cli::child::{self, Outcome};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};
use taipan::api::{GilModifiers, GilSpec};

/// A run that takes longer is killed. Sleeping takes no time in a replay.
const LIMIT: Duration = Duration::from_secs(60);
/// Bytes that are kept of each stream of a run.
const MOST_OUTPUT: u64 = 1 << 20;
/// Outcomes that are shown.
const MOST_OUTCOMES: usize = 10;
/// Seeds and lines that are shown of an outcome.
const MOST_SEEDS: usize = 8;
const MOST_LINES: usize = 12;

/// Runs the script with the seeds from 0 to `count - 1`. The exit code is 0 if all runs were alike, and 1 if not.
pub fn run(count: u64, spec: GilSpec, script: &[String]) -> ExitCode {
    let next = AtomicU64::new(0);
    let outcomes: Mutex<BTreeMap<Outcome, Vec<u64>>> = Mutex::new(BTreeMap::new());
    let failure: Mutex<Option<String>> = Mutex::new(None);
    let began = Instant::now();
    let work = || {
        loop {
            let seed = next.fetch_add(1, Relaxed);
            let failed = failure.lock().map_or(true, |failure| failure.is_some());
            if seed >= count || failed {
                return;
            }
            match one(with_seed(spec, seed), script) {
                Ok(outcome) => {
                    if let Ok(mut outcomes) = outcomes.lock() {
                        outcomes.entry(outcome).or_default().push(seed);
                    }
                }
                Err(error) => {
                    if let Ok(mut failure) = failure.lock() {
                        *failure = Some(format!("can't run the script: {error}"));
                    }
                }
            }
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
    if let Ok(Some(message)) = failure.into_inner() {
        eprintln!("taipan: {message}");
        return ExitCode::from(2);
    }
    let mut found: Vec<(Outcome, Vec<u64>)> = outcomes
        .into_inner()
        .unwrap_or_default()
        .into_iter()
        .collect();
    for (_, seeds) in &mut found {
        seeds.sort_unstable();
    }
    // The most frequent outcome first; of equally frequent ones, that of the smallest seed.
    found.sort_by_key(|(_, seeds)| (std::cmp::Reverse(seeds.len()), seeds.first().copied()));
    print!("{}", report(&found, count, spec, script, began.elapsed()));
    ExitCode::from(u8::from(found.len() > 1))
}

fn with_seed(spec: GilSpec, seed: u64) -> GilSpec {
    let modifiers = GilModifiers {
        seed: Some(seed),
        ..spec.modifiers
    };
    GilSpec { modifiers, ..spec }
}

/// One run in a process of its own.
fn one(spec: GilSpec, script: &[String]) -> std::io::Result<Outcome> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(format!("--gil={spec}")).args(script);
    child::run(&mut command, LIMIT, MOST_OUTPUT)
}

fn report(
    found: &[(Outcome, Vec<u64>)],
    count: u64,
    spec: GilSpec,
    script: &[String],
    took: Duration,
) -> String {
    let mut text = format!(
        "{count} seeds of '{spec}' in {:.1} s: {} different outcome{}\n",
        took.as_secs_f64(),
        found.len(),
        if found.len() == 1 { "" } else { "s" }
    );
    for (i, (outcome, seeds)) in found.iter().take(MOST_OUTCOMES).enumerate() {
        let shown: Vec<String> = seeds.iter().take(MOST_SEEDS).map(u64::to_string).collect();
        let more = if seeds.len() > MOST_SEEDS {
            ", …"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "\noutcome {}: {} of {count} seeds, {} (seeds {}{more})",
            i + 1,
            seeds.len(),
            outcome.end,
            shown.join(", "),
        );
        for (name, bytes) in [("", &outcome.output), ("! ", &outcome.errors)] {
            quote(bytes, name, &mut text);
        }
    }
    if found.len() > MOST_OUTCOMES {
        let _ = writeln!(
            text,
            "\n… and {} more outcomes",
            found.len() - MOST_OUTCOMES
        );
    }
    if let [_, (_, rare), ..] = found
        && let Some(seed) = rare.first()
    {
        let spec = with_seed(spec, *seed);
        let _ = writeln!(
            text,
            "\nto see outcome 2 again: taipan --gil={spec} {}",
            script.join(" ")
        );
    }
    text
}

/// The last lines of a stream: what an error is called stands at its end.
fn quote(bytes: &[u8], mark: &str, out: &mut String) {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.lines().collect();
    let skipped = lines.len().saturating_sub(MOST_LINES);
    if skipped > 0 {
        let _ = writeln!(out, "    {mark}… {skipped} lines");
    }
    for line in &lines[skipped..] {
        let _ = writeln!(out, "    {mark}{line}");
    }
}
