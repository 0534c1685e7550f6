//! The long run of the stress programs: `TAIPAN_STRESS_MINUTES=10` in the environment of `cargo test --release --test scripts`.
//!
//! Every program of `tests/stress` is paired with every entry of [`CONFIGURATIONS`]; the pairs come in a random order, each for a random
//! time and with a random seed, as many at once as there are processors, until the minutes are over. A run that fails is reported with the
//! command that repeats it, and the others go on.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::{Promise, base_name, judge, run_within, tail, taipan};

/// How the programs are run; `off`, where threads truly run together, more often than the modes of the lock.
const CONFIGURATIONS: [(&str, &str); 14] = [
    ("--gil=interval", ""),
    ("--gil=interval:1ms,race,boost", ""),
    ("--gil=interval", "breaker-always"),
    ("--gil=ticks:1", ""),
    ("--gil=ticks:100,race", ""),
    ("--gil=ticks:10,fair", ""),
    ("--gil=off", ""),
    ("--gil=off", ""),
    ("--gil=off", ""),
    ("--gil=off", "no-specialise"),
    ("--gil=off", "breaker-always"),
    ("--gil=off", "check-heap"),
    ("--gil=off", "gc-stress"),
    ("--gil=off", "gc-stress,check-heap"),
];

/// The longest time that a program is told to run. Short runs are better than long ones: each starts with empty caches.
const LONGEST: u64 = 6;

/// A program that runs so long beyond the time that it was told hangs. A round ends when it is complete, and collections at every
/// safepoint slow it down a hundredfold.
const GRACE: Duration = Duration::from_secs(120);

/// What is to be run, and what was seen so far.
struct Plan {
    random: Random,
    open: VecDeque<(usize, usize)>,
    runs: usize,
    failures: usize,
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }
}

/// One run of one program.
struct Task {
    script: usize,
    gil: &'static str,
    debug: &'static str,
    seconds: u64,
    seed: u64,
}

impl Plan {
    fn next(&mut self, scripts: usize) -> Task {
        if self.open.is_empty() {
            let mut pairs: Vec<(usize, usize)> = (0..scripts)
                .flat_map(|script| (0..CONFIGURATIONS.len()).map(move |mode| (script, mode)))
                .collect();
            for last in (1..pairs.len()).rev() {
                let other = usize::try_from(self.random.below(last as u64 + 1)).unwrap_or(0);
                pairs.swap(last, other);
            }
            self.open = pairs.into();
        }
        let (script, mode) = self.open.pop_front().unwrap_or_default();
        let (gil, debug) = CONFIGURATIONS[mode];
        Task {
            script,
            gil,
            debug,
            seconds: 1 + self.random.below(LONGEST),
            seed: 1 + self.random.below(1_000_000),
        }
    }
}

/// The minutes that the environment asks for.
pub fn minutes() -> Option<f64> {
    let text = std::env::var("TAIPAN_STRESS_MINUTES").ok()?;
    let minutes = text.trim().parse().ok();
    let minutes = minutes.filter(|minutes: &f64| minutes.is_finite() && *minutes > 0.0);
    if minutes.is_none() {
        eprintln!("TAIPAN_STRESS_MINUTES={text}: a number of minutes is expected");
        std::process::exit(2);
    }
    minutes
}

/// Runs the programs among `scripts` for so many minutes. Whether all of them kept their promise.
pub fn run_for(minutes: f64, scripts: &[PathBuf]) -> bool {
    if scripts.is_empty() {
        eprintln!("no stress program has such a name");
        return false;
    }
    let clock = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let clock = clock.map_or(1, |since| since.as_secs());
    let plan = Mutex::new(Plan {
        random: Random(clock),
        open: VecDeque::new(),
        runs: 0,
        failures: 0,
    });
    let end = Instant::now() + Duration::from_secs_f64(minutes * 60.0);
    let processors = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..processors {
            scope.spawn(|| {
                while Instant::now() < end {
                    let task = locked(&plan).next(scripts.len());
                    let complaint = attempt(&task, &scripts[task.script]);
                    let mut plan = locked(&plan);
                    plan.runs += 1;
                    if let Some(complaint) = complaint {
                        plan.failures += 1;
                        println!("{complaint}");
                    }
                    if plan.runs.is_multiple_of(50) {
                        println!("{} runs, {} failed", plan.runs, plan.failures);
                    }
                }
            });
        }
    });
    let plan = locked(&plan);
    println!("{} runs, {} failed", plan.runs, plan.failures);
    plan.failures == 0
}

fn locked(plan: &Mutex<Plan>) -> std::sync::MutexGuard<'_, Plan> {
    plan.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// What is wrong with this run, and how to repeat it.
fn attempt(task: &Task, script: &Path) -> Option<String> {
    let mut command = taipan(script, task.gil, task.debug);
    let settings = [
        ("TAIPAN_STRESS_SECONDS", task.seconds.to_string()),
        ("TAIPAN_STRESS_SEED", task.seed.to_string()),
    ];
    let mut line = format!("cd {} && ", script.parent().unwrap_or(script).display());
    if !task.debug.is_empty() {
        line += &format!("TAIPAN_DEBUG={} ", task.debug);
    }
    for (name, value) in settings {
        line += &format!("{name}={value} ");
        command.env(name, value);
    }
    line += &format!(
        "{} {} {}",
        env!("CARGO_BIN_EXE_taipan"),
        task.gil,
        base_name(script)
    );
    let limit = Duration::from_secs(task.seconds) + GRACE;
    let promise = Promise::Exact {
        stdout: b"ok\n".to_vec(),
        stderr: Vec::new(),
        code: 0,
    };
    let complaint = match run_within(command, script, None, limit) {
        // The end of a traceback says more than its beginning.
        Ok(outcome) => {
            judge(&promise, &outcome)? + &tail(&String::from_utf8_lossy(&outcome.stderr))
        }
        Err(failed) => failed.message().unwrap_or("not started").to_owned(),
    };
    Some(format!("FAILED {line}\n{}", complaint.trim_end()))
}
