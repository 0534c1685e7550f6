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
use options::Options;
use progress::Progress;
use results::Results;
use side::Side;
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

/// Runs the command; `words` are those after `bench`, `mode` is what was given as `--gil` before it, or in the environment.
pub fn run(words: &[String], mode: Option<GilSpec>) -> ExitCode {
    let options = match options::read(words, mode) {
        Ok(options) => options,
        Err(message) => return fail(&message),
    };
    if options.list {
        print!("{}", report::list());
        return ExitCode::SUCCESS;
    }
    let others = match side::others(&options.versus) {
        Ok(others) => others,
        Err(message) => return fail(&message),
    };
    let chosen: Vec<(&'static Experiment, Vec<Side>, Vec<Point>)> = options
        .experiments
        .iter()
        .map(|&experiment| {
            let modes = options.modes_of(experiment);
            let sides = side::all(&modes, &others, experiment.is_sweep);
            (experiment, sides, experiment.points(&options))
        })
        .collect();
    let runs = chosen
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
    if let Err(message) = out.save(&setting, &[]) {
        return fail(&message);
    }
    out.show(&report::heading(
        &setting,
        chosen.iter().map(|(_, sides, _)| sides),
    ));
    let mut made = Vec::new();
    for (experiment, sides, points) in chosen {
        let began = Instant::now();
        let results = measure(experiment, &sides, points, &setting.options, &mut progress);
        made.push(Made {
            experiment,
            sides,
            results,
            took: began.elapsed(),
        });
        progress.hide();
        if let Some(made) = made.last() {
            out.show(&report::experiment(made));
        }
        if let Err(message) = out.save(&setting, &made) {
            return fail(&message);
        }
    }
    out.finish(&setting, &made);
    ExitCode::from(u8::from(made.iter().any(|made| made.results.failed())))
}

/// Where tables and figures go. With `--json -`, the figures go to standard output and the tables to standard error.
struct Out<'o> {
    json: Option<&'o str>,
}

impl Out<'_> {
    fn show(&self, text: &str) {
        match self.json {
            Some("-") => eprint!("{text}"),
            _ => print!("{text}"),
        }
        // A table is seen when it is there, also through a pipe.
        let _ = std::io::Write::flush(&mut std::io::stdout());
    }

    /// Writes the file with what is there so far, so that an interruption costs no more than one experiment.
    fn save(&self, setting: &Setting, made: &[Made]) -> Result<(), String> {
        let Some(path) = self.json.filter(|&path| path != "-") else {
            return Ok(());
        };
        std::fs::write(path, report::json(setting, made))
            .map_err(|error| format!("can't write '{path}': {error}"))
    }

    fn finish(&self, setting: &Setting, made: &[Made]) {
        if self.json == Some("-") {
            print!("{}", report::json(setting, made));
        }
    }
}

fn measure(
    experiment: &'static Experiment,
    sides: &[Side],
    points: Vec<Point>,
    options: &Options,
    progress: &mut Progress,
) -> Results {
    let mut results = Results::new(experiment, sides.len(), points);
    for _ in 0..options.repeat {
        for point in 0..results.points.len() {
            for (number, side) in sides.iter().enumerate() {
                let parameters = &results.points[point];
                progress.show(experiment, parameters, side);
                let mut words: Vec<String> = parameters.words().collect();
                words.push(format!("seconds={}", options.duration.as_secs_f64()));
                let fixed = experiment.fixed.iter();
                words.extend(fixed.map(|(name, value)| format!("{name}={value}")));
                let limit = PATIENCE + options.duration * 20;
                let run = side.run(&experiment.program(), &words, limit, MOST_OUTPUT);
                results.add(point, number, run);
                progress.step();
            }
        }
    }
    results
}

fn fail(message: &str) -> ExitCode {
    eprintln!("taipan: {message}");
    ExitCode::from(2)
}
