//! One line on standard error that says what is measured now and how long it will take yet. Only for a terminal.

use super::experiment::{Experiment, Point};
use super::side::Side;
use std::io::{IsTerminal, Write};
use std::time::Instant;

/// Columns that the line may have: a longer one would wrap in a narrow terminal, and could not be taken back.
const WIDTH: usize = 79;

/// How far the work is.
pub struct Progress {
    is_shown: bool,
    began: Instant,
    done: usize,
    all: usize,
}

impl Progress {
    /// Nothing of so many runs is done.
    pub fn new(all: usize) -> Progress {
        Progress {
            is_shown: std::io::stderr().is_terminal(),
            began: Instant::now(),
            done: 0,
            all,
        }
    }

    /// Says what is being measured.
    pub fn show(&self, experiment: &Experiment, point: &Point, side: &Side) {
        if !self.is_shown {
            return;
        }
        let mut what: Vec<String> = point.words().collect();
        what.push(side.name.clone());
        let left = match self.done {
            0 => String::new(),
            done => {
                let each = self.began.elapsed().as_secs_f64() / done as f64;
                time(each * (self.all - done) as f64)
            }
        };
        let (now, all, name) = (self.done + 1, self.all, experiment.name);
        let line = format!("[{now}/{all}{left}] {name}: {}", what.join(", "));
        let line: String = line.chars().take(WIDTH).collect();
        // Nobody is there any more if it cannot be shown.
        let mut stderr = std::io::stderr();
        let _ = write!(stderr, "\r\x1b[K{line}").and_then(|()| stderr.flush());
    }

    /// One more run is done.
    pub fn step(&mut self) {
        self.done += 1;
    }

    /// Makes room for a table.
    pub fn hide(&self) {
        if self.is_shown {
            eprint!("\r\x1b[K");
        }
    }
}

fn time(seconds: f64) -> String {
    match seconds {
        s if s < 90.0 => format!(", {s:.0} s left"),
        s => format!(", {:.0} min left", s / 60.0),
    }
}
