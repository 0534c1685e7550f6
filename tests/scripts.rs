//! Runs the script tests: every `tests/{lang,types,hostile,stress}/**/*.py` is one trial.
//!
//! A script's expectation stands beside it (`NAME.out`, `NAME.err`) or in its leading comment
//! lines; `tests/README.md` gives the rules. Each trial runs its script through the built
//! command once per [`CONFIGURATIONS`] entry (programs of `stress/`: per [`STRESS_MODES`] entry), one after the other, and reports the
//! configurations that differ. One trial per script keeps the process count low under
//! cargo-nextest, which starts this program anew for every trial.
//!
//! With `TAIPAN_REGENERATE=COMMAND` in the environment nothing is tested: COMMAND, a CPython
//! 3.13, runs every script twice with different hash seeds, and what it printed becomes the
//! expectation. A script whose two runs differ is refused, since its output is not determined.
//! With `TAIPAN_STRESS_MINUTES=N` the programs of `stress/` run for so long instead.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};

#[path = "scripts/stress.rs"]
mod stress;

/// The folders below `tests/` that hold scripts.
const FOLDERS: [&str; 4] = ["lang", "types", "hostile", STRESS];

/// How every script is run: the command's arguments and the debug switches.
const CONFIGURATIONS: [(&str, &str); 6] = [
    ("--gil=interval", ""),
    ("--gil=ticks:100", ""),
    ("--gil=off", ""),
    ("--gil=interval", "no-specialise"),
    ("--gil=interval", "breaker-always"),
    ("--gil=interval", COLLECTOR_STRESS),
];

/// The folder of the programs with many threads, which are run in these modes.
const STRESS: &str = "stress";

const STRESS_MODES: [(&str, &str); 4] = [
    ("--gil=interval", ""),
    ("--gil=ticks:1", ""),
    ("--gil=ticks:100,race", ""),
    ("--gil=off", ""),
];

const COLLECTOR_STRESS: &str = "gc-stress,check-heap";

/// What stands for the stress in this folder, whose scripts work at the limits of time: the heap alone is checked.
const WITHOUT_STRESS: (&str, &str) = ("hostile", "check-heap");

/// Whether AddressSanitizer watches (`tests/sanitize`): it slows scripts down, and maps its shadow of the whole address space.
const SANITIZED: bool = cfg!(any(taipan_asan, taipan_tsan));

/// A script that runs longer is killed and has failed.
const TIME_LIMIT: Duration = Duration::from_secs(if SANITIZED { 300 } else { 20 });

/// Address space of a script, so that a runaway allocation fails in the script alone.
const ADDRESS_SPACE: u64 = if SANITIZED {
    libc::RLIM_INFINITY
} else {
    4 << 30
};

/// How long a script with `# interrupt` runs before SIGINT is sent.
const BEFORE_INTERRUPT: Duration = Duration::from_millis(300);

/// How soon after SIGINT it has to be gone. Development builds are many times slower.
const INTERRUPT_LIMIT: Duration = if SANITIZED {
    Duration::from_secs(2)
} else if cfg!(debug_assertions) {
    Duration::from_millis(300)
} else {
    Duration::from_millis(100)
};

/// A late exit is judged by the best of this many attempts: a busy machine can only delay it.
const INTERRUPT_ATTEMPTS: usize = 3;

/// More output than this from one stream is not kept.
const OUTPUT_LIMIT: u64 = 16 << 20;

/// Lines of a difference that a report shows around the first one that differs.
const REPORT_LINES: usize = 6;

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut scripts = Vec::new();
    for folder in FOLDERS {
        collect_scripts(&root.join(folder), &mut scripts);
    }
    scripts.sort();
    if let Some(command) = std::env::var_os("TAIPAN_REGENERATE") {
        regenerate_all(&command, &scripts, arguments.filter.as_deref());
        return;
    }
    let pending = pending(&root);
    if let Some(minutes) = stress::minutes() {
        let filter = arguments.filter.as_deref().unwrap_or_default();
        scripts.retain(|script| {
            let name = trial_name(&root, script);
            is_below(script, STRESS) && name.contains(filter) && !pending.contains(&name)
        });
        let passed = stress::run_for(minutes, &scripts);
        std::process::exit(i32::from(!passed));
    }
    let trials = scripts
        .into_iter()
        .map(|script| {
            let name = trial_name(&root, &script);
            let is_pending = pending.contains(&name);
            Trial::test(name, move || run_trial(&script)).with_ignored_flag(is_pending)
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

/// The trials that are known to fail, `tests/pending.txt`: skipped unless ignored tests are asked for, and counted as skipped in the
/// summary.
fn pending(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("pending.txt")).unwrap_or_default();
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

fn collect_scripts(folder: &Path, scripts: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect_scripts(&path, scripts);
        } else if path.extension() == Some(OsStr::new("py")) {
            scripts.push(path);
        }
    }
}

/// `lang/functions/name` for `tests/lang/functions/name.py`.
fn trial_name(root: &Path, script: &Path) -> String {
    let relative = script.strip_prefix(root).unwrap_or(script);
    relative.with_extension("").display().to_string()
}

/// What a script promises, read from its leading comments and the files beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Promise {
    /// Exactly this standard output, standard error and exit code.
    Exact {
        stdout: Vec<u8>,
        stderr: Vec<u8>,
        code: i32,
    },
    /// `# expect: EXC`: ends with an uncaught exception of this name (or of one of the names, if
    /// several stand with `|` between them; `answer` among them also allows a normal end). What
    /// was printed is free, unless a `.out` file says it.
    Raises {
        name: String,
        stdout: Option<Vec<u8>>,
    },
    /// `# any`: ends by itself, with an answer or an exception.
    Any,
    /// `# interrupt`: ends with KeyboardInterrupt soon after SIGINT.
    Interrupted,
}

/// The leading comment lines that this program understands.
#[derive(Debug, Default)]
struct Header {
    code: i32,
    raises: Option<String>,
    any: bool,
    interrupt: bool,
    /// The expectation was written by a person and is never regenerated.
    by_hand: bool,
}

fn read_header(script: &Path) -> Result<Header, Failed> {
    let source = fs::read(script)?;
    let mut header = Header::default();
    for line in source.split(|&byte| byte == b'\n') {
        let line = String::from_utf8_lossy(line);
        let Some(comment) = line.strip_prefix('#') else {
            break;
        };
        let comment = comment.trim();
        if let Some(code) = comment.strip_prefix("exit:") {
            header.code = code
                .trim()
                .parse()
                .map_err(|_| format!("the header `{comment}` names no exit code"))?;
        } else if let Some(name) = comment.strip_prefix("expect:") {
            header.raises = Some(name.trim().to_owned());
        } else if comment == "any" {
            header.any = true;
        } else if comment == "interrupt" {
            header.interrupt = true;
        } else if comment == "by hand" {
            header.by_hand = true;
        }
    }
    Ok(header)
}

fn read_promise(script: &Path) -> Result<Promise, Failed> {
    let header = read_header(script)?;
    if header.interrupt {
        return Ok(Promise::Interrupted);
    }
    if header.any {
        return Ok(Promise::Any);
    }
    let stdout = read_if_present(&script.with_extension("out"))?;
    if let Some(name) = header.raises {
        return Ok(Promise::Raises { name, stdout });
    }
    let stderr = read_if_present(&script.with_extension("err"))?;
    let Some(stdout) = stdout else {
        return Err(format!(
            "{} has neither an expectation beside it nor one in its header",
            script.display()
        )
        .into());
    };
    Ok(Promise::Exact {
        stdout,
        stderr: stderr.unwrap_or_default(),
        code: header.code,
    })
}

fn read_if_present(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn run_trial(script: &Path) -> Result<(), Failed> {
    let promise = read_promise(script)?;
    let mut report = String::new();
    let mut failed = 0;
    let configurations = if is_below(script, STRESS) {
        &STRESS_MODES[..]
    } else {
        &CONFIGURATIONS[..]
    };
    for &(gil, mut debug) in configurations {
        let (folder, alternative) = WITHOUT_STRESS;
        if debug == COLLECTOR_STRESS && is_below(script, folder) {
            debug = alternative;
        }
        let complaint = match &promise {
            Promise::Interrupted => check_interrupt(script, gil, debug)?,
            _ => judge(&promise, &run(taipan(script, gil, debug), script, None)?),
        };
        if let Some(complaint) = complaint {
            failed += 1;
            let switches = if debug.is_empty() {
                String::new()
            } else {
                format!("TAIPAN_DEBUG={debug} ")
            };
            let _ = writeln!(report, "== {switches}taipan {gil} {}", base_name(script));
            let _ = writeln!(report, "{}", complaint.trim_end());
        }
    }
    if failed == 0 {
        return Ok(());
    }
    let count = configurations.len();
    Err(format!("{failed} of {count} configurations failed\n{report}").into())
}

/// Whether the script is in this folder of the tests.
fn is_below(script: &Path, folder: &str) -> bool {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    script.starts_with(tests.join(folder))
}

fn base_name(script: &Path) -> String {
    script
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The command under test, in one configuration.
fn taipan(script: &Path, gil: &str, debug: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.arg(gil).arg(base_name(script));
    for name in ["TAIPAN_DEBUG", "TAIPANPATH", "TAIPANHASHSEED"] {
        command.env_remove(name);
    }
    if !debug.is_empty() {
        command.env("TAIPAN_DEBUG", debug);
    }
    command
}

/// How a run ended.
struct Outcome {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
    /// None: it was killed at the time limit.
    status: Option<ExitStatus>,
    limit: Duration,
    /// From the interrupt to the exit.
    latency: Duration,
}

impl Outcome {
    /// Describes an end that is wrong whatever the script promises.
    fn crash(&self) -> Option<String> {
        let stderr = String::from_utf8_lossy(&self.stderr);
        let Some(status) = self.status else {
            return Some(format!(
                "still running after {:?}, killed\n{}",
                self.limit,
                tail(&stderr)
            ));
        };
        if let Some(signal) = status.signal() {
            return Some(format!("killed by signal {signal}\n{}", tail(&stderr)));
        }
        if stderr.contains("panicked at") {
            return Some(format!("the interpreter panicked\n{}", tail(&stderr)));
        }
        None
    }

    fn code(&self) -> Option<i32> {
        self.status.and_then(|status| status.code())
    }
}

/// Runs `command` in the script's folder; `interrupt` asks for SIGINT after that time.
fn run(command: Command, script: &Path, interrupt: Option<Duration>) -> Result<Outcome, Failed> {
    run_within(command, script, interrupt, TIME_LIMIT)
}

/// As `run`, with another limit of time.
fn run_within(
    mut command: Command,
    script: &Path,
    interrupt: Option<Duration>,
    limit: Duration,
) -> Result<Outcome, Failed> {
    let folder = script
        .parent()
        .ok_or("a script without a folder")?
        .canonicalize()?;
    command
        .current_dir(&folder)
        .env_remove("COLUMNS")
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    // SAFETY: between fork and exec the closure calls setrlimit and signal alone, both of them
    // async-signal-safe, and touches no memory but its own stack.
    unsafe {
        command.pre_exec(|| {
            let limit = libc::rlimit {
                rlim_cur: ADDRESS_SPACE,
                rlim_max: ADDRESS_SPACE,
            };
            if libc::setrlimit(libc::RLIMIT_AS, &limit) != 0 {
                return Err(io::Error::last_os_error());
            }
            // A runner in the background may have handed down an ignored SIGINT.
            libc::signal(libc::SIGINT, libc::SIG_DFL);
            Ok(())
        });
    }
    let mut child = command.spawn()?;
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    let mut latency = Duration::ZERO;
    let status = match interrupt {
        None => wait(&mut child, limit)?,
        Some(delay) => match await_handler(&mut child).and_then(|()| wait(&mut child, delay))? {
            Some(status) => Some(status),
            None => {
                send_interrupt(&child);
                let sent = Instant::now();
                let status = wait(&mut child, limit)?;
                latency = sent.elapsed();
                status
            }
        },
    };
    if status.is_none() {
        // The second interrupt makes the interpreter say where its threads are.
        for _ in 0..2 {
            send_interrupt(&child);
            if wait(&mut child, BEFORE_INTERRUPT)?.is_some() {
                break;
            }
        }
        // What it has started would keep its pipes open.
        signal_group(&child, libc::SIGKILL);
        child.kill()?;
        child.wait()?;
    }
    let folder = format!("{}/", folder.display());
    Ok(Outcome {
        stdout: stdout.join().unwrap_or_default(),
        stderr: without_folder(&stderr.join().unwrap_or_default(), &folder),
        status,
        limit,
        latency,
    })
}

/// Waits until the child handles SIGINT: before that it dies of it without a word. Where the system does not tell, that is at once.
fn await_handler(child: &mut Child) -> io::Result<()> {
    let start = Instant::now();
    while start.elapsed() < TIME_LIMIT {
        let told = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let caught = told.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        let caught = caught.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        let handles = caught.is_none_or(|mask| mask & (1 << (libc::SIGINT - 1)) != 0);
        if handles || wait(child, Duration::from_millis(5))?.is_some() {
            break;
        }
    }
    Ok(())
}

fn send_interrupt(child: &Child) {
    if let Ok(id) = libc::pid_t::try_from(child.id()) {
        // SAFETY: kill reads no memory of ours, and the child has not been waited for, so its
        // id cannot have been given to another process.
        unsafe { libc::kill(id, libc::SIGINT) };
    }
}

/// Sends a signal to the child, which leads a group of its own, and to its children.
fn signal_group(child: &Child, signal: i32) {
    if let Ok(id) = libc::pid_t::try_from(child.id()) {
        // SAFETY: as above; the group has the child's number.
        unsafe { libc::kill(-id, signal) };
    }
}

/// Reads a pipe to its end in the background; a reader that stops would block the script.
fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut kept = Vec::new();
        if let Some(mut pipe) = pipe {
            // An error here means that the script is gone: what came so far is its output.
            let _ = pipe.by_ref().take(OUTPUT_LIMIT).read_to_end(&mut kept);
            let _ = io::copy(&mut pipe, &mut io::sink());
        }
        kept
    })
}

fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        let left = limit.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Ok(None);
        }
        thread::sleep(pause.min(left));
        pause = (pause * 2).min(Duration::from_millis(5));
    }
}

/// Tracebacks and warnings name a script by its path; expectations hold the base name.
fn without_folder(text: &[u8], folder: &str) -> Vec<u8> {
    let mut result = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(position) = rest
        .windows(folder.len())
        .position(|window| window == folder.as_bytes())
    {
        result.extend_from_slice(&rest[..position]);
        rest = &rest[position + folder.len()..];
    }
    result.extend_from_slice(rest);
    result
}

/// None if `outcome` keeps the promise.
fn judge(promise: &Promise, outcome: &Outcome) -> Option<String> {
    if let Some(crash) = outcome.crash() {
        return Some(crash);
    }
    let code = outcome.code();
    let mut report = String::new();
    match promise {
        Promise::Exact {
            stdout,
            stderr,
            code: expected,
        } => {
            compare("standard output", stdout, &outcome.stdout, &mut report);
            compare("standard error", stderr, &outcome.stderr, &mut report);
            if code != Some(*expected) {
                let _ = writeln!(report, "exit code {code:?}, expected {expected}");
            }
        }
        Promise::Raises { name, stdout } => {
            if let Some(stdout) = stdout {
                compare("standard output", stdout, &outcome.stdout, &mut report);
            }
            let answered = code == Some(0) && name.split('|').any(|name| name.trim() == "answer");
            if !answered && (!raised(&outcome.stderr, name) || code != Some(1)) {
                let _ = writeln!(
                    report,
                    "expected {name} and exit code 1, got exit code {code:?} and\n{}",
                    tail(&String::from_utf8_lossy(&outcome.stderr))
                );
            }
        }
        Promise::Any => {
            if !matches!(code, Some(0 | 1)) {
                let _ = writeln!(report, "exit code {code:?}, expected 0 or 1");
            }
        }
        Promise::Interrupted => {}
    }
    (!report.is_empty()).then_some(report)
}

/// Whether the traceback's last line tells of the exception `name`. Several names may stand
/// with `|` between them.
fn raised(stderr: &[u8], names: &str) -> bool {
    let stderr = String::from_utf8_lossy(stderr);
    let Some(last) = stderr.lines().rev().find(|line| !line.trim().is_empty()) else {
        return false;
    };
    names.split('|').any(|name| {
        last.strip_prefix(name.trim())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    })
}

fn check_interrupt(script: &Path, gil: &str, debug: &str) -> Result<Option<String>, Failed> {
    let mut latency = Duration::MAX;
    for _ in 0..INTERRUPT_ATTEMPTS {
        let outcome = run(taipan(script, gil, debug), script, Some(BEFORE_INTERRUPT))?;
        if outcome.latency.is_zero() && outcome.status.is_some() {
            return Ok(Some(format!(
                "ended by itself within {BEFORE_INTERRUPT:?}\n{}",
                tail(&String::from_utf8_lossy(&outcome.stderr))
            )));
        }
        let by_signal = outcome
            .status
            .is_some_and(|status| status.signal() == Some(libc::SIGINT));
        if !by_signal && let Some(crash) = outcome.crash() {
            return Ok(Some(crash));
        }
        let reported = raised(&outcome.stderr, "KeyboardInterrupt");
        if !reported || !(by_signal || matches!(outcome.code(), Some(1 | 130))) {
            return Ok(Some(format!(
                "expected KeyboardInterrupt, got {:?} and\n{}",
                outcome.status,
                tail(&String::from_utf8_lossy(&outcome.stderr))
            )));
        }
        latency = latency.min(outcome.latency);
        if latency <= INTERRUPT_LIMIT {
            return Ok(None);
        }
    }
    Ok(Some(format!(
        "ended {latency:?} after the interrupt; the limit is {INTERRUPT_LIMIT:?}"
    )))
}

/// Reports the first lines in which two texts differ.
fn compare(what: &str, expected: &[u8], actual: &[u8], report: &mut String) {
    if expected == actual {
        return;
    }
    let expected = String::from_utf8_lossy(expected);
    let actual = String::from_utf8_lossy(actual);
    let expected: Vec<&str> = expected.split('\n').collect();
    let actual: Vec<&str> = actual.split('\n').collect();
    let first = expected
        .iter()
        .zip(&actual)
        .take_while(|(left, right)| left == right)
        .count();
    let _ = writeln!(report, "{what} differs from line {}:", first + 1);
    for (sign, lines) in [('-', &expected), ('+', &actual)] {
        for line in lines.iter().skip(first).take(REPORT_LINES) {
            let _ = writeln!(report, "{sign} {}", shortened(line));
        }
        if lines.len() > first + REPORT_LINES {
            let _ = writeln!(report, "{sign} ({} lines in all)", lines.len());
        }
    }
}

fn shortened(line: &str) -> String {
    const LONGEST: usize = 300;
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// The last lines of a text.
fn tail(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(shortened).collect();
    lines[lines.len().saturating_sub(REPORT_LINES)..].join("\n")
}

fn regenerate_all(interpreter: &OsStr, scripts: &[PathBuf], filter: Option<&str>) {
    let mut failed = 0;
    for script in scripts {
        if filter.is_some_and(|text| !script.to_string_lossy().contains(text)) {
            continue;
        }
        if let Err(error) = regenerate(interpreter, script) {
            failed += 1;
            let message = error.message().unwrap_or("no reason given");
            eprintln!("{}: {message}", script.display());
        }
    }
    if failed > 0 {
        eprintln!("{failed} scripts have no new expectation");
        std::process::exit(1);
    }
}

fn regenerate(interpreter: &OsStr, script: &Path) -> Result<(), Failed> {
    let header = read_header(script)?;
    if header.interrupt || header.any || header.by_hand || header.raises.is_some() {
        return Ok(());
    }
    let mut outcomes = Vec::new();
    for seed in ["1", "2"] {
        let mut command = Command::new(interpreter);
        command
            .arg(base_name(script))
            .env("PYTHONHASHSEED", seed)
            .env("PYTHONDONTWRITEBYTECODE", "1");
        outcomes.push(run(command, script, None)?);
    }
    let [first, second] = &outcomes[..] else {
        return Err("it did not run twice".into());
    };
    if let Some(crash) = first.crash() {
        return Err(crash.into());
    }
    if first.code() != Some(header.code) {
        let stderr = String::from_utf8_lossy(&first.stderr);
        return Err(format!(
            "exit code {:?}, the header says {}\n{}",
            first.code(),
            header.code,
            tail(&stderr)
        )
        .into());
    }
    let mut report = String::new();
    compare("stdout", &first.stdout, &second.stdout, &mut report);
    compare("stderr", &first.stderr, &second.stderr, &mut report);
    if !report.is_empty() {
        return Err(format!("the output depends on the hash seed\n{report}").into());
    }
    fs::write(script.with_extension("out"), &first.stdout)?;
    let errors = script.with_extension("err");
    if first.stderr.is_empty() {
        match fs::remove_file(&errors) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    } else {
        fs::write(errors, &first.stderr)?;
    }
    Ok(())
}
