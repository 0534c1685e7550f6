//! What is measured side by side: Taipan in a mode, or another Python.

use crate::cli::child;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use taipan::api::GilSpec;

/// Prints what another Python is, and by what name its turns are set.
const WHO: &str = "\
import sys
name = sys.implementation.name if hasattr(sys, 'implementation') else 'cpython'
print(name)
print(sys.version.split()[0])
print(' '.join(sys.version.split()))
print(getattr(sys, '_is_gil_enabled', lambda: True)())
print('switchinterval' if hasattr(sys, 'setswitchinterval') else 'checkinterval')
";

/// Intervals in seconds, and numbers of instructions, over which other Pythons are swept.
const INTERVALS: [(&str, &str); 5] = [
    ("100us", "0.0001"),
    ("1ms", "0.001"),
    ("5ms", "0.005"),
    ("20ms", "0.02"),
    ("100ms", "0.1"),
];
const TICKS: [(&str, &str); 5] = [
    ("10", "10"),
    ("100", "100"),
    ("1000", "1000"),
    ("10000", "10000"),
    ("100000", "100000"),
];

/// One of the things that are compared.
#[derive(Clone)]
pub struct Side {
    /// In tables.
    pub name: String,
    /// The words that start it.
    pub command: Vec<String>,
    /// What it says of itself.
    pub version: String,
    /// Its mode, if it is Taipan's own.
    pub gil: Option<GilSpec>,
    /// Parameters that workloads get on this side.
    settings: Vec<String>,
}

/// Another Python.
pub struct Other {
    side: Side,
    has_lock: bool,
    knob: String,
}

/// What a run has measured.
#[derive(Default)]
pub struct Measured {
    /// The values of the figures.
    pub figures: BTreeMap<String, Vec<f64>>,
    /// Why some were not measured.
    pub left_out: Vec<String>,
}

/// What a run has measured; or why it failed.
pub type Run = Result<Measured, String>;

impl Side {
    /// Runs a program with these words as its arguments.
    pub fn run(&self, program: &str, words: &[String], limit: Duration, most: u64) -> Run {
        let mut command = Command::new(&self.command[0]);
        command.args(&self.command[1..]).arg("-c").arg(program);
        command.args(words).args(&self.settings);
        // The same hashes on each run.
        command
            .env("TAIPANHASHSEED", "0")
            .env("PYTHONHASHSEED", "0");
        let outcome = child::run(&mut command, limit, most).map_err(|error| error.to_string())?;
        if !outcome.succeeded {
            let errors = String::from_utf8_lossy(&outcome.errors);
            let last = errors.lines().rfind(|line| !line.trim().is_empty());
            return Err(format!("{}: {}", outcome.end, last.unwrap_or("no message")));
        }
        measured(&String::from_utf8_lossy(&outcome.output))
    }
}

fn measured(output: &str) -> Run {
    let mut all = Measured::default();
    for line in output.lines() {
        if let Some(why) = line.strip_prefix("! ") {
            all.left_out.push(why.to_owned());
            continue;
        }
        let mut words = line.split(' ');
        let name = words.next().unwrap_or_default();
        let values: Result<Vec<f64>, _> = words.map(str::parse).collect();
        match values {
            Ok(values) => all.figures.insert(name.to_owned(), values),
            Err(_) => return Err(format!("it printed what is no figure: {line}")),
        };
    }
    Ok(all)
}

/// All sides: the modes, then the other Pythons; in a sweep, these with their turns set to several lengths.
pub fn all(modes: &[GilSpec], others: &[Other], is_sweep: bool) -> Vec<Side> {
    let own = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("taipan"));
    let own = own.to_string_lossy().into_owned();
    let mut sides: Vec<Side> = modes
        .iter()
        .map(|mode| Side {
            name: mode.to_string(),
            command: vec![own.clone(), format!("--gil={mode}")],
            version: format!("Taipan {}", env!("CARGO_PKG_VERSION")),
            gil: Some(*mode),
            settings: Vec::new(),
        })
        .collect();
    for other in others {
        if !is_sweep || !other.has_lock {
            sides.push(other.side.clone());
            continue;
        }
        let values = match other.knob.as_str() {
            "checkinterval" => TICKS,
            _ => INTERVALS,
        };
        for (shown, value) in values {
            let mut side = other.side.clone();
            side.name = format!("{} {shown}", side.name);
            side.settings.push(format!("{}={value}", other.knob));
            sides.push(side);
        }
    }
    sides
}

/// Asks other Pythons who they are.
pub fn others(commands: &[String]) -> Result<Vec<Other>, String> {
    let mut others: Vec<Other> = Vec::new();
    for text in commands {
        let mut other = ask(text)?;
        let name = other.side.name.clone();
        let mut number = 2;
        while others
            .iter()
            .any(|known| known.side.name == other.side.name)
        {
            other.side.name = format!("{name} #{number}");
            number += 1;
        }
        others.push(other);
    }
    Ok(others)
}

fn ask(text: &str) -> Result<Other, String> {
    let bad = |why: &str| format!("--versus '{text}': {why}");
    let words = split(text).ok_or_else(|| bad("a quotation mark is not closed"))?;
    let Some(program) = words.first() else {
        return Err(bad("there is no command"));
    };
    let mut command = Command::new(program);
    command.args(&words[1..]).args(["-c", WHO]);
    let outcome = child::run(&mut command, Duration::from_secs(60), 1 << 16)
        .map_err(|error| bad(&format!("can't start {program}: {error}")))?;
    let output = String::from_utf8_lossy(&outcome.output);
    let lines: Vec<&str> = output.lines().collect();
    let [name, number, version, has_lock, knob] = lines[..] else {
        return Err(bad(&format!("this is no Python ({})", outcome.end)));
    };
    let name = match name {
        "cpython" => "CPython",
        "pypy" => "PyPy",
        "taipan" => "Taipan",
        name => name,
    };
    let has_lock = has_lock == "True";
    Ok(Other {
        side: Side {
            name: match has_lock {
                true => format!("{name} {number}"),
                false => format!("{name} {number} without lock"),
            },
            command: words,
            version: format!("{name} {version}"),
            gil: None,
            settings: Vec::new(),
        },
        has_lock,
        knob: knob.to_owned(),
    })
}

/// The words of a command line; quotation marks hold blanks together. None if one is not closed.
fn split(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in text.chars() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_split_into_words() {
        let words = |text| split(text).map(|words| words.join("|"));
        assert_eq!(words(" a  b ").as_deref(), Some("a|b"));
        assert_eq!(words("'a b'\"c d\" ''").as_deref(), Some("a bc d|"));
        assert_eq!(words("").as_deref(), Some(""));
        assert_eq!(words("a 'b"), None);
    }

    #[test]
    fn figures_are_read() {
        let read = measured("rate 1.5\ndelay 1e-06 2\n! too few descriptors\nnone\n");
        let read = read.expect("figures");
        assert_eq!(read.figures["rate"], [1.5]);
        assert_eq!(read.figures["delay"], [1e-6, 2.0]);
        assert!(read.figures["none"].is_empty());
        assert_eq!(read.left_out, ["too few descriptors"]);
        assert!(measured("hello world\n").is_err());
    }
}
