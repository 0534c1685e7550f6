//! The command: scripts, `dis`, the prompt. Uses the embedding API alone.
#![forbid(unsafe_code)]

mod arguments;
mod repl;

use arguments::{Arguments, Program};
use std::io::Read;
use std::process::ExitCode;
use taipan::api::Interpreter;
use taipan::api::tooling::{self, Ending};

/// The exit code when the heap checker has found something.
const UNSOUND_HEAP: u8 = 70;

/// Runs the command.
pub fn main() -> ExitCode {
    let arguments = Arguments::read();
    let mut builder = Interpreter::builder()
        .gil(arguments.gil)
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
    let interpreter = match builder.build() {
        Ok(interpreter) => interpreter,
        Err(error) => return fail(&error.to_string()),
    };
    let ending = match &arguments.program {
        Program::Prompt => repl::run(&interpreter),
        Program::Code(code) => tooling::run_program(&interpreter, code.as_bytes(), "<string>", ""),
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
        Program::Disassemble(path) => match std::fs::read(path) {
            Ok(source) => disassemble(&interpreter, &source, path),
            Err(error) => return cannot_open(path, &error),
        },
    };
    drop(interpreter);
    if !tooling::heap_is_sound() {
        return ExitCode::from(UNSOUND_HEAP);
    }
    match ending {
        Ending::Code(code) => ExitCode::from(code),
        Ending::Interrupted => tooling::die_of_interrupt(),
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
