//! `taipan bench`: experiments on how threads share an interpreter, over modes, numbers of threads, and other Pythons.
//!
//! An experiment is a Python program that measures, prints its figures and knows nothing of tables. It runs unchanged under any Python.
//! Each measurement is a process of its own, and repetitions go around all sides, so that what happens to the machine in the meantime
//! happens to all of them.

mod experiment;
mod experiments;
mod json;
mod machine;
mod options;
mod progress;
mod report;
mod results;
mod side;
mod statistics;

use experiment::{Experiment, Point};
use machine::Machine;
use options::{Options, Task};
use progress::Progress;
use results::Results;
use side::Side;
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use taipan::api::GilSpec;

/// What a run may take besides its measurements: preparation, other things that the machine does, a development build.
const PATIENCE: Duration = Duration::from_secs(60);
/// Bytes that are kept of what a run prints.
const MOST_OUTPUT: u64 = 1 << 28;

/// Everything that the figures depend on.
pub struct Setting {
    options: Options,
    machine: Machine,
}

/// An experiment that was made.
struct Made {
    experiment: &'static Experiment,
    sides: Vec<Side>,
    results: Results,
    took: Duration,
}

/// Runs the command; `words` are those after `bench`, `mode` is what was given as `--gil` before it, or in the environment. The exit code is
/// 0, or 1 if a run failed, or 2 if the options are wrong or the output cannot be written.
pub fn run(words: &[String], mode: Option<GilSpec>) -> ExitCode {
    let ended = options::read(words, mode).and_then(|options| match options.task {
        Task::List => write(std::io::stdout(), &report::list()).map(|()| true),
        Task::Program => {
            let programs = options.experiments.iter().map(|chosen| chosen.program());
            let programs: Vec<String> = programs.collect();
            write(std::io::stdout(), &programs.join("\n")).map(|()| true)
        }
        Task::Measure => measure_all(options),
    });
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("taipan: {message}");
            ExitCode::from(2)
        }
    }
}

/// Makes the experiments, and says whether all runs succeeded.
fn measure_all(options: Options) -> Result<bool, String> {
    let descriptors = machine::allow_descriptors();
    let others = side::others(&options.versus)?;
    let plan = options.experiments.iter().map(|&experiment| {
        let modes = options.modes_of(experiment);
        let sides = side::all(&modes, &others, experiment.is_sweep);
        (experiment, sides, experiment.points(&options))
    });
    let plan: Vec<(&'static Experiment, Vec<Side>, Vec<Point>)> = plan.collect();
    let runs = plan
        .iter()
        .map(|(_, sides, points)| sides.len() * points.len());
    let mut progress = Progress::new(runs.sum::<usize>() * options.repeat);
    let setting = Setting {
        options,
        machine: Machine::look(),
    };
    let out = Out {
        json: setting.options.json.as_deref(),
    };
    // Whether it can be written is known before the work is done.
    out.save(&setting, &[])?;
    out.show(&report::heading(
        &setting,
        plan.iter().map(|(_, sides, _)| sides),
    ))?;
    let mut all_made = Vec::new();
    for (experiment, sides, points) in plan {
        let began = Instant::now();
        let mut words = vec![format!(
            "seconds={}",
            setting.options.duration.as_secs_f64()
        )];
        words.extend(descriptors.map(|count| format!("descriptors={count}")));
        let fixed = experiment.fixed.iter();
        words.extend(fixed.map(|(name, value)| format!("{name}={value}")));
        let results = measure(
            experiment,
            &sides,
            points,
            &words,
            &setting.options,
            &mut progress,
        );
        let made = Made {
            experiment,
            sides,
            results,
            took: began.elapsed(),
        };
        progress.hide();
        let shown = report::experiment(&made);
        all_made.push(made);
        out.save(&setting, &all_made)?;
        out.show(&shown)?;
    }
    out.finish(&setting, &all_made)?;
    Ok(!all_made.iter().any(|made| made.results.failed()))
}

/// Where tables and figures go. With `--json -`, the figures go to standard output and the tables to standard error.
struct Out<'o> {
    json: Option<&'o str>,
}

impl Out<'_> {
    fn show(&self, text: &str) -> Result<(), String> {
        match self.json {
            Some("-") => write(std::io::stderr(), text),
            _ => write(std::io::stdout(), text),
        }
    }

    /// Writes the file with what is there so far, so that an interruption costs no more than one experiment.
    fn save(&self, setting: &Setting, made: &[Made]) -> Result<(), String> {
        let Some(path) = self.json.filter(|&path| path != "-") else {
            return Ok(());
        };
        std::fs::write(path, report::json(setting, made))
            .map_err(|error| format!("can't write '{path}': {error}"))
    }

    fn finish(&self, setting: &Setting, made: &[Made]) -> Result<(), String> {
        match self.json {
            Some("-") => write(std::io::stdout(), &report::json(setting, made)),
            _ => Ok(()),
        }
    }
}

/// Writes all of a text at once. A reader that has gone away is an error like any other.
fn write(mut stream: impl Write, text: &str) -> Result<(), String> {
    stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush())
        .map_err(|error| format!("can't write the output: {error}"))
}

fn measure(
    experiment: &'static Experiment,
    sides: &[Side],
    points: Vec<Point>,
    fixed: &[String],
    options: &Options,
    progress: &mut Progress,
) -> Results {
    let mut results = Results::new(experiment, sides.len(), points);
    for _ in 0..options.repeat {
        for point in 0..results.points.len() {
            for (number, side) in sides.iter().enumerate() {
                // What was left out once would be left out again.
                if !results.left_out(point, number).is_empty() {
                    progress.step();
                    continue;
                }
                let parameters = &results.points[point];
                progress.show(experiment, parameters, side);
                let words = parameters.words().chain(fixed.iter().cloned());
                let words: Vec<String> = words.collect();
                let limit = PATIENCE + options.duration * 20;
                let run = side.run(&experiment.program(), &words, limit, MOST_OUTPUT);
                results.add(point, number, run);
                progress.step();
            }
        }
    }
    results
}
