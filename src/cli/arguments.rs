//! The command line.

use clap::{Args, Parser};
use taipan::api::GilSpec;

/// What is to run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Program {
    /// The prompt.
    Prompt,
    /// The text of `-c`.
    Code(String),
    /// Standard input.
    StandardInput,
    /// A script.
    File(String),
    /// The module of `-m`.
    Module(String),
    /// A script is run with so many seeds, and the outcomes are compared.
    Explore(u64),
    /// Experiments are made; the words of the command line after `bench` say which.
    Bench,
    /// The bytecode of a script is shown.
    Disassemble(String),
}

/// The command line, read.
pub struct Arguments {
    /// What is to run.
    pub program: Program,
    /// `sys.argv`
    pub argv: Vec<String>,
    /// The `--gil` option, else the environment's `TAIPAN_GIL`.
    pub gil: GilSpec,
    /// Whether one of them was given.
    pub gil_is_given: bool,
    /// What is to be seen of the lock.
    pub views: Views,
}

/// What is to be seen of how threads share the interpreter.
#[derive(Clone, Default, Args)]
pub struct Views {
    /// Print tables of the lock and the threads at exit
    #[arg(long = "gil-stats")]
    pub tables: bool,

    /// Print a line about the lock every MS milliseconds
    #[arg(long = "gil-stat", value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub line_every: Option<u64>,

    /// Record what threads do: Trace Event JSON for Perfetto, or lanes in the terminal with `text`
    #[arg(long = "gil-trace", value_name = "FILE|text")]
    pub trace: Option<String>,

    /// Tell of callbacks and steps of tasks that hold an event loop longer than MS milliseconds, with the line
    #[arg(long = "async-warn", value_name = "MS", env = "TAIPAN_ASYNC_WARN", value_parser = clap::value_parser!(u64).range(1..))]
    pub async_warn: Option<u64>,
}

#[derive(Parser)]
#[command(
    name = "taipan",
    version,
    about = "Runs Python 3.13 programs, with the global interpreter lock as a policy",
    override_usage = "taipan [OPTIONS] [FILE | - | -c CODE | -m MODULE | run [--explore K] FILE | dis FILE | bench [EXPERIMENT]...] [ARGS]...",
    after_help = "Without a program, an interactive prompt starts."
)]
struct CommandLine {
    /// How threads share the interpreter: interval[:5ms], ticks[:100] or off
    #[arg(long, value_name = "SPEC", env = "TAIPAN_GIL")]
    gil: Option<String>,

    #[command(flatten)]
    views: Views,

    /// Run this text
    #[arg(short = 'c', value_name = "CODE", allow_hyphen_values = true)]
    code: Option<String>,

    /// Run this module, or the `__main__` of this package, as a program; `-m asyncio` is a prompt with an event loop
    #[arg(short = 'm', value_name = "MODULE", allow_hyphen_values = true)]
    module: Option<String>,

    /// The script, `-` for standard input, `run` and a script (`run --explore K` runs it with K seeds), `dis` and a script, or
    /// `bench` and experiments (`bench --help` says more); then the script's own arguments
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILE"
    )]
    rest: Vec<String>,
}

impl Arguments {
    /// Reads the process's arguments; prints help, version or an error and ends the process where that is asked for.
    pub fn read() -> Arguments {
        let (words, own) = split_program(std::env::args().collect());
        let line = CommandLine::parse_from(words);
        let gil_is_given = line.gil.is_some();
        let gil = match line.gil.as_deref().map(str::parse).transpose() {
            Ok(gil) => gil.unwrap_or_default(),
            Err(error) => {
                eprintln!("taipan: {error}");
                std::process::exit(2);
            }
        };
        let mut rest = line.rest;
        rest.extend(own);
        let given = match (line.code, line.module) {
            (Some(code), _) => Some((Program::Code(code), "-c")),
            (None, Some(module)) => Some((Program::Module(module), "-m")),
            (None, None) => None,
        };
        if let Some((program, option)) = given {
            let argv = std::iter::once(option.to_owned()).chain(rest).collect();
            return Arguments {
                program,
                argv,
                gil,
                gil_is_given,
                views: line.views,
            };
        }
        let program = match rest.first().map(String::as_str) {
            None => Program::Prompt,
            Some("-") => Program::StandardInput,
            Some("run") if rest.len() > 1 => run(&mut rest),
            Some("bench") => Program::Bench,
            Some("dis") if rest.len() > 1 => Program::Disassemble(rest.remove(1)),
            Some(path) => Program::File(path.to_owned()),
        };
        if rest.is_empty() {
            rest.push(String::new());
        }
        Arguments {
            program,
            argv: rest,
            gil,
            gil_is_given,
            views: line.views,
        }
    }
}

/// What follows `run`: a script, perhaps after `--explore K`. The words of `run` itself are taken out.
fn run(rest: &mut Vec<String>) -> Program {
    rest.remove(0);
    let first = rest[0].clone();
    let count = match first.strip_prefix("--explore") {
        Some("") if rest.len() > 1 => {
            rest.remove(0);
            Some(rest.remove(0))
        }
        Some("") => Some(String::new()),
        Some(value) if value.starts_with('=') => {
            rest.remove(0);
            Some(value[1..].to_owned())
        }
        _ => None,
    };
    let Some(count) = count else {
        return Program::File(first);
    };
    match count.parse() {
        Ok(count) if count > 0 && !rest.is_empty() => Program::Explore(count),
        _ => {
            eprintln!(
                "taipan: run --explore needs a number of seeds and a script, as in: taipan run --explore 200 script.py"
            );
            std::process::exit(2);
        }
    }
}

/// Splits the words behind `-c CODE` and `-m MODULE` off: they belong to the program, even if they look like options.
fn split_program(mut words: Vec<String>) -> (Vec<String>, Vec<String>) {
    let is_program = |word: &String| word.starts_with("-c") || word.starts_with("-m");
    let Some(i) = words.iter().position(is_program) else {
        return (words, Vec::new());
    };
    if i == 0 || !are_options(&words[1..i]) {
        return (words, Vec::new());
    }
    if words[i].len() > 2 {
        let value = words[i].split_off(2);
        words.insert(i + 1, value);
    }
    let end = words.len().min(i + 2);
    let own = words.split_off(end);
    (words, own)
}

/// Whether all words are Taipan's options or their values.
fn are_options(words: &[String]) -> bool {
    const WITH_VALUE: [&str; 4] = ["--gil", "--gil-stat", "--gil-trace", "--async-warn"];
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if WITH_VALUE.contains(&word.as_str()) {
            words.next();
        } else if !word.starts_with("--") {
            return false;
        }
    }
    true
}
