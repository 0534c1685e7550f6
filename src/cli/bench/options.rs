//! The command line of `taipan bench`. What is wrong with it is said in one sentence.

use super::experiment::Experiment;
use super::experiments::EXPERIMENTS;
use clap::Parser;
use std::time::Duration;
use taipan::api::GilSpec;

/// More threads are a mistake.
const MOST_THREADS: usize = 1000;
const MOST_REPEAT: usize = 1000;
const LONGEST: Duration = Duration::from_secs(600);

/// What is to be done with the experiments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// They are made.
    Measure,
    /// They are named.
    List,
    /// Their programs are printed.
    Program,
}

/// What is to be measured, and how.
pub struct Options {
    /// In the order in which they were named.
    pub experiments: Vec<&'static Experiment>,
    /// The modes; none for those of each experiment.
    pub modes: Vec<GilSpec>,
    /// Commands that start other Pythons.
    pub versus: Vec<String>,
    /// Numbers of threads; none for those of each experiment.
    pub threads: Option<Vec<usize>>,
    /// How long a measurement takes.
    pub duration: Duration,
    /// How often it is made.
    pub repeat: usize,
    /// Whether less is measured.
    pub quick: bool,
    /// What is to be done with the experiments.
    pub task: Task,
    /// Where figures are written.
    pub json: Option<String>,
}

#[derive(Parser)]
#[command(
    name = "taipan bench",
    about = "Measures how threads share the interpreter, and what that costs",
    override_usage = "taipan bench [OPTIONS] [EXPERIMENT]...",
    after_help = "Experiments: single, throughput, io, latency, bandwidth, convoy, switch, races, contention, longcall, gc, async, hybrid, switchcost. Without a name, all are made.\n\
                  `--list` says what they measure, docs/bench.md how to read the tables."
)]
struct Line {
    /// The experiments to make, in this order
    #[arg(value_name = "EXPERIMENT")]
    experiments: Vec<String>,

    /// A mode to measure: interval[:5ms], ticks[:100] or off, with modifiers; may be repeated. Without it, each experiment has its own
    #[arg(long, value_name = "SPEC")]
    gil: Vec<String>,

    /// The command of another Python that is measured beside Taipan; may be repeated
    #[arg(long, value_name = "COMMAND")]
    versus: Vec<String>,

    /// Numbers of threads, as in 1,2,4
    #[arg(long, value_name = "N,...")]
    threads: Option<String>,

    /// How long one measurement takes, as in 500ms or 2s [default: 500ms, 50ms with --quick]
    #[arg(long, value_name = "TIME")]
    duration: Option<String>,

    /// How often each measurement is made [default: 3, 1 with --quick]
    #[arg(long, value_name = "N")]
    repeat: Option<String>,

    /// Short measurements, made once: to see that all works, not to compare figures
    #[arg(long)]
    quick: bool,

    /// Say what the experiments measure, and measure nothing
    #[arg(long)]
    list: bool,

    /// Print the programs of the experiments, and measure nothing
    #[arg(long)]
    program: bool,

    /// Write all figures to a file, or to standard output with `-` (tables go to standard error then)
    #[arg(long, value_name = "FILE")]
    json: Option<String>,
}

/// Reads the words after `bench`. A mode that was given before that word counts as one given after it.
pub fn read(words: &[String], mode: Option<GilSpec>) -> Result<Options, String> {
    let line = Line::parse_from(["bench".to_owned()].iter().chain(words));
    let mut modes: Vec<GilSpec> = mode.into_iter().collect();
    for spec in &line.gil {
        let spec: GilSpec = spec.parse().map_err(|error| format!("{error}"))?;
        if !modes.contains(&spec) {
            modes.push(spec);
        }
    }
    if modes.iter().any(|mode| mode.modifiers.seed.is_some()) {
        return Err("bench measures time, which is virtual with seed=N".to_owned());
    }
    let seconds = |text: &str| {
        duration(text).ok_or_else(|| {
            format!("--duration needs a time from 1ms to 600s, as in 500ms or 2s, not '{text}'")
        })
    };
    Ok(Options {
        experiments: experiments(&line.experiments)?,
        modes,
        versus: line.versus,
        threads: line.threads.as_deref().map(threads).transpose()?,
        duration: match line.duration.as_deref() {
            Some(text) => seconds(text)?,
            None if line.quick => Duration::from_millis(50),
            None => Duration::from_millis(500),
        },
        repeat: match line.repeat.as_deref() {
            Some(text) => number(text, MOST_REPEAT).ok_or_else(|| {
                format!("--repeat needs a number from 1 to {MOST_REPEAT}, not '{text}'")
            })?,
            None if line.quick => 1,
            None => 3,
        },
        quick: line.quick,
        task: match (line.list, line.program) {
            (true, _) => Task::List,
            (_, true) => Task::Program,
            _ => Task::Measure,
        },
        json: line.json,
    })
}

impl Options {
    /// The modes in which an experiment is made.
    pub fn modes_of(&self, experiment: &Experiment) -> Vec<GilSpec> {
        if !self.modes.is_empty() {
            return self.modes.clone();
        }
        let modes = match self.quick {
            true => experiment.quick_modes,
            false => experiment.modes,
        };
        modes.iter().filter_map(|mode| mode.parse().ok()).collect()
    }
}

fn experiments(names: &[String]) -> Result<Vec<&'static Experiment>, String> {
    if names.is_empty() {
        return Ok(EXPERIMENTS.iter().collect());
    }
    let mut chosen: Vec<&'static Experiment> = Vec::new();
    for name in names {
        let Some(experiment) = EXPERIMENTS.iter().find(|known| known.name == name) else {
            let known: Vec<&str> = EXPERIMENTS.iter().map(|known| known.name).collect();
            return Err(format!(
                "there is no experiment '{name}'; there are: {}",
                known.join(", ")
            ));
        };
        if !chosen.iter().any(|known| known.name == name) {
            chosen.push(experiment);
        }
    }
    Ok(chosen)
}

fn threads(text: &str) -> Result<Vec<usize>, String> {
    let numbers = text
        .split(',')
        .map(|word| number(word.trim(), MOST_THREADS));
    let numbers: Option<Vec<usize>> = numbers.collect();
    numbers.ok_or_else(|| {
        format!("--threads needs numbers from 1 to {MOST_THREADS}, as in 1,2,4, not '{text}'")
    })
}

fn number(text: &str, most: usize) -> Option<usize> {
    let number = text.parse().ok()?;
    (1..=most).contains(&number).then_some(number)
}

/// A number and its unit; seconds without one.
fn duration(text: &str) -> Option<Duration> {
    let digits = text
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
        .count();
    let (number, unit) = text.split_at(digits);
    let number: f64 = number.parse().ok()?;
    let seconds = match unit {
        "ms" => number / 1e3,
        "s" | "" => number,
        _ => return None,
    };
    let duration = Duration::try_from_secs_f64(seconds).ok()?;
    (Duration::from_millis(1)..=LONGEST)
        .contains(&duration)
        .then_some(duration)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read() {
        let good = [("500ms", 500), ("2s", 2000), ("0.5", 500), ("1ms", 1)];
        for (text, ms) in good {
            assert_eq!(duration(text), Some(Duration::from_millis(ms)), "{text}");
        }
        for text in [
            "", "s", "0", "0.1ms", "-1s", "1h", "1e3", "nan", "601s", "1..2",
        ] {
            assert_eq!(duration(text), None, "{text}");
        }
    }

    #[test]
    fn every_mode_of_the_experiments_can_be_read() {
        for experiment in &EXPERIMENTS {
            for mode in experiment.modes.iter().chain(experiment.quick_modes) {
                assert!(mode.parse::<GilSpec>().is_ok(), "{mode}");
            }
        }
    }
}
