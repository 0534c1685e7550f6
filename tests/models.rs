//! Operations of the built-in types against models in Rust.
//!
//! Each test generates sequences of operations, writes them as a script and lets a model compute what
//! the script has to print: `num-bigint` for int, `f64` for float, a list of pairs for dict, a sorted set
//! for set, `Vec` for list and str, counts and marks for graphs of objects, a list of what waits for channels, a loop with futures for tasks, the values themselves for pickles. The built command runs the script; one process runs a whole sequence.
//! `TAIPAN_ORACLE=python3.13` in the environment runs the scripts with that command instead, which
//! checks the models themselves.

#[path = "models/channel.rs"]
mod channel;
#[path = "models/dict.rs"]
mod dict;
#[path = "models/event_loop.rs"]
mod event_loop;
#[path = "models/float.rs"]
mod float;
#[path = "models/graph.rs"]
mod graph;
#[path = "models/int.rs"]
mod int;
#[path = "models/list.rs"]
mod list;
#[path = "models/pickle.rs"]
mod pickle;
#[path = "models/set.rs"]
mod set;
#[path = "models/task_steps.rs"]
mod task_steps;
#[path = "models/tasks.rs"]
mod tasks;
#[path = "models/text.rs"]
mod text;

use std::fmt::{Debug, Write as _};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

/// How many scripts each test generates.
const CASES: u32 = 24;

/// What scripts begin with: `show` prints a result, or the name of the exception.
const PRELUDE: &str = "\
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__)

";

/// A script under construction, and what it has to print.
#[derive(Debug)]
pub struct Session {
    script: String,
    expected: String,
}

impl Session {
    fn new() -> Session {
        Session {
            script: PRELUDE.to_owned(),
            expected: String::new(),
        }
    }

    /// A statement that prints nothing.
    pub fn run(&mut self, statement: impl AsRef<str>) {
        self.script.push_str(statement.as_ref());
        self.script.push('\n');
    }

    /// An expression and its repr, or the name of the exception that it raises.
    pub fn check(&mut self, expression: impl AsRef<str>, result: impl AsRef<str>) {
        let _ = writeln!(self.script, "show(lambda: ({}))", expression.as_ref());
        self.expected.push_str(result.as_ref());
        self.expected.push('\n');
    }
}

/// Runs `CASES` scripts made of generated inputs.
pub fn run_model<S>(strategy: S, build: impl Fn(&S::Value, &mut Session))
where
    S: Strategy,
    S::Value: Debug,
{
    let mut runner = TestRunner::new(Config {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    });
    let outcome = runner.run(&strategy, |input| {
        let mut session = Session::new();
        build(&input, &mut session);
        compare(&session).map_err(TestCaseError::fail)
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

fn compare(session: &Session) -> Result<(), String> {
    let path = script_path();
    fs::write(&path, &session.script).map_err(|error| error.to_string())?;
    let command = std::env::var("TAIPAN_ORACLE");
    let output = Command::new(command.as_deref().unwrap_or(env!("CARGO_BIN_EXE_taipan")))
        .arg(&path)
        .env("TAIPAN_DEBUG", "check-heap")
        .output()
        .map_err(|error| error.to_string())?;
    let _ = fs::remove_file(&path);
    let found = String::from_utf8_lossy(&output.stdout);
    if found == session.expected && output.status.success() {
        return Ok(());
    }
    let difference = session
        .expected
        .lines()
        .zip(found.lines().chain(std::iter::repeat("(nothing)")))
        .enumerate()
        .find(|(_, (expected, found))| expected != found);
    let errors = String::from_utf8_lossy(&output.stderr);
    let mut report = format!("{}; {}", output.status, errors.trim_end());
    if let Some((index, (expected, found))) = difference {
        let checks = session
            .script
            .lines()
            .filter(|line| line.starts_with("show("));
        let check = checks.clone().nth(index).unwrap_or_default();
        let _ = write!(report, "\n{check}\nexpected {expected}\nfound    {found}");
    }
    Err(report)
}

/// A file name that no other thread or process of the tests uses.
fn script_path() -> PathBuf {
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    let name = format!("model-{}-{number}.py", std::process::id());
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// How scripts write a truth value.
pub fn truth(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}
