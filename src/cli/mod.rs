//! The command: scripts, `dis`, `bench`, the prompt. Uses the embedding API alone.
#![forbid(unsafe_code)]

mod arguments;
mod bench;
mod child;
mod explore;
mod gil_report;
mod repl;
mod table;
mod watchdog;

use arguments::{Arguments, Program};
use gil_report::{Ticker, TraceTarget};
use std::io::Read;
use std::process::ExitCode;
use std::time::Duration;
use taipan::api::tooling::{self, Ending};
use taipan::api::{DeadlockDetection, GilMode, GilSpec, Interpreter};
use watchdog::Watchdog;

/// The exit code when the heap checker has found something.
const UNSOUND_HEAP: u8 = 70;

/// Runs the command.
pub fn main() -> ExitCode {
    // The allocator, which is to ask for no huge pages by itself, has switched them off for the whole process. Without them everything works.
    let _ = rustix::thread::disable_transparent_huge_pages(false);
    tooling::faults_end_the_process();
    let arguments = Arguments::read();
    if let Program::Explore(count) = arguments.program {
        return explore_seeds(count, &arguments);
    }
    if arguments.program == Program::Bench {
        let mode = arguments.gil_is_given.then_some(arguments.gil);
        return bench::run(&arguments.argv[1..], mode);
    }
    let mut builder = Interpreter::builder()
        .gil(arguments.gil)
        .deadlocks(deadlock_detection())
        .args(arguments.argv.iter().cloned());
    if let Ok(switches) = std::env::var("TAIPAN_DEBUG") {
        builder = builder.debug(&switches);
    }
    if let Some(seed) = std::env::var("TAIPANHASHSEED")
        .ok()
        .and_then(|text| text.parse().ok())
    {
        builder = builder.hash_seed(seed);
    }
    let target = match arguments.views.trace.as_deref().map(TraceTarget::open) {
        Some(Err(message)) => return fail(&message),
        Some(Ok(target)) => Some(target),
        None => None,
    };
    let interpreter = match builder.build() {
        Ok(interpreter) => interpreter,
        Err(error) => return fail(&error.to_string()),
    };
    let observer = interpreter.observer();
    if target.is_some() {
        observer.start_trace();
    }
    let every = arguments.views.line_every.map(Duration::from_millis);
    let ticker = every.and_then(|every| Ticker::start(observer.clone(), every));
    let limit = arguments.views.async_warn.map(Duration::from_millis);
    let watchdog = limit.and_then(|limit| Watchdog::start(observer.clone(), limit));
    repl::provide_editor();
    let ending = match &arguments.program {
        Program::Prompt => repl::run(&interpreter),
        Program::Code(code) => tooling::run_program(&interpreter, code.as_bytes(), "<string>", ""),
        Program::Module(name) => tooling::run_module(&interpreter, name),
        Program::StandardInput => {
            let mut source = Vec::new();
            if let Err(error) = std::io::stdin().read_to_end(&mut source) {
                return fail(&format!("can't read standard input: {error}"));
            }
            tooling::run_program(&interpreter, &source, "<stdin>", "")
        }
        Program::File(path) => match std::fs::read(path) {
            Ok(source) => {
                // The place of the script stays right when it changes its working directory.
                let whole = std::path::absolute(path);
                let whole = whole.as_ref().ok().and_then(|whole| whole.to_str());
                let path = whole.unwrap_or(path);
                let folder = std::path::Path::new(path).parent();
                let folder = folder.and_then(|folder| folder.to_str()).unwrap_or("");
                tooling::run_program(&interpreter, &source, path, folder)
            }
            Err(error) => return cannot_open(path, &error),
        },
        // Without an interpreter of its own.
        Program::Explore(_) | Program::Bench => Ending::Code(0),
        Program::Disassemble(path) => match std::fs::read(path) {
            Ok(source) => disassemble(&interpreter, &source, path),
            Err(error) => return cannot_open(path, &error),
        },
    };
    let closed = interpreter.close();
    if let Some(ticker) = ticker {
        ticker.finish();
    }
    if let Some(watchdog) = watchdog {
        watchdog.finish();
    }
    if arguments.views.tables {
        eprint!("{}", gil_report::tables(&closed));
    }
    if let (Some(target), Some(trace)) = (target, observer.stop_trace())
        && let Err(message) = target.write(&trace)
    {
        return fail(&message);
    }
    if !tooling::heap_is_sound() {
        return ExitCode::from(UNSOUND_HEAP);
    }
    match ending {
        Ending::Code(0) if closed.deadlocked => ExitCode::FAILURE,
        Ending::Code(code) => ExitCode::from(code),
        Ending::Interrupted => tooling::die_of_interrupt(),
    }
}

/// Runs a script with many seeds; without a specification, turns of a hundred instructions on average.
fn explore_seeds(count: u64, arguments: &Arguments) -> ExitCode {
    let spec = match arguments.gil_is_given {
        true => arguments.gil,
        false => GilSpec {
            mode: GilMode::Ticks(100),
            ..GilSpec::default()
        },
    };
    if spec.mode == GilMode::Off {
        return fail("run --explore needs a mode with a lock: --gil=ticks:N or --gil=interval:D");
    }
    let script = &arguments.argv[0];
    if let Err(error) = std::fs::File::open(script) {
        return cannot_open(script, &error);
    }
    explore::run(count, spec, &arguments.argv)
}

/// The command is the only one who uses its interpreter, so that all threads waiting is the end, unless `TAIPAN_DEADLOCK=off` says that it is not.
fn deadlock_detection() -> DeadlockDetection {
    match std::env::var("TAIPAN_DEADLOCK").as_deref() {
        Ok("off") => DeadlockDetection::Off,
        _ => DeadlockDetection::Always,
    }
}

fn disassemble(interpreter: &Interpreter, source: &[u8], path: &str) -> Ending {
    match tooling::disassemble(interpreter, source, path) {
        Ok(text) => {
            print!("{text}");
            Ending::Code(0)
        }
        Err(exception) => {
            eprint!("{}", interpreter.attach(|py| exception.report(py)));
            Ending::Code(1)
        }
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("taipan: {message}");
    ExitCode::from(2)
}

fn cannot_open(path: &str, error: &std::io::Error) -> ExitCode {
    let reason = error.to_string();
    let reason = reason.split(" (os error").next().unwrap_or(&reason);
    let number = error.raw_os_error().unwrap_or(0);
    fail(&format!(
        "can't open file '{path}': [Errno {number}] {reason}"
    ))
}
