//! What was measured of an experiment, and what is computed from that.

use super::experiment::{Base, Experiment, Of, Point, Source, Value};
use super::side::Run;
use super::statistics::Summary;
use std::collections::BTreeMap;

/// Everything measured, by point and side.
pub struct Results {
    /// The points.
    pub points: Vec<Point>,
    experiment: &'static Experiment,
    sides: usize,
    cells: Vec<Cell>,
}

/// What one side did at one point.
#[derive(Default)]
struct Cell {
    /// The values of all runs.
    values: BTreeMap<String, Vec<f64>>,
    failures: Vec<String>,
    left_out: Vec<String>,
}

impl Results {
    /// Nothing is measured yet.
    pub fn new(experiment: &'static Experiment, sides: usize, points: Vec<Point>) -> Results {
        let count = points.len() * sides;
        Results {
            points,
            experiment,
            sides,
            cells: std::iter::repeat_with(Cell::default).take(count).collect(),
        }
    }

    /// A run was made.
    pub fn add(&mut self, point: usize, side: usize, run: Run) {
        let cell = &mut self.cells[point * self.sides + side];
        match run {
            Ok(measured) => {
                for (name, values) in measured.figures {
                    cell.values.entry(name).or_default().extend(values);
                }
                let new = measured.left_out.into_iter();
                let new: Vec<String> = new.filter(|why| !cell.left_out.contains(why)).collect();
                cell.left_out.extend(new);
            }
            Err(why) => cell.failures.push(why),
        }
    }

    fn cell(&self, point: usize, side: usize) -> &Cell {
        &self.cells[point * self.sides + side]
    }

    /// Whether any run failed.
    pub fn failed(&self) -> bool {
        self.cells.iter().any(|cell| !cell.failures.is_empty())
    }

    /// Why runs failed.
    pub fn failures(&self, point: usize, side: usize) -> &[String] {
        &self.cell(point, side).failures
    }

    /// Why something was not measured, each reason once.
    pub fn left_out(&self, point: usize, side: usize) -> &[String] {
        &self.cell(point, side).left_out
    }

    /// The values of a figure, in the order of the runs.
    pub fn values(&self, point: usize, side: usize, figure: &str) -> &[f64] {
        let values = self.cell(point, side).values.get(figure);
        values.map_or(&[], Vec::as_slice)
    }

    /// The values of a figure that was measured.
    pub fn summary(&self, point: usize, side: usize, figure: &str) -> Option<Summary> {
        Summary::of(self.values(point, side, figure).to_vec())
    }

    /// A property of a figure, measured or computed; none if there was no measurement.
    pub fn value(&self, point: usize, side: usize, figure: &str, of: Of) -> Option<f64> {
        let known = self.experiment.figure(figure)?;
        if let Source::Percent(part, base) = known.source {
            return self.percent(point, side, part, base);
        }
        let summary = self.summary(point, side, figure)?;
        Some(match of {
            Of::P50 => summary.quantile(0.5),
            Of::P95 => summary.quantile(0.95),
            Of::P99 => summary.quantile(0.99),
            Of::Max => summary.max(),
            Of::Mean => summary.mean(),
            Of::Deviation => summary.deviation(),
            Of::Count => summary.count() as f64,
        })
    }

    fn percent(&self, point: usize, side: usize, part: &str, base: Base) -> Option<f64> {
        let median = |point, side, figure| {
            let summary = self.summary(point, side, figure)?;
            Some(summary.quantile(0.5))
        };
        let at = |name, value| {
            let wanted = self.points[point].with(name, value);
            let found = self.points.iter().position(|point| *point == wanted)?;
            median(found, side, part)
        };
        let whole = match base {
            Base::Figure(name) => median(point, side, name),
            Base::At(name, number) => at(name, Value::Number(number)),
            Base::AtKind(name, kind) => at(name, Value::Word(kind)),
            Base::Proportional(name, number) => {
                let Some(Value::Number(own)) = self.points[point].get(name) else {
                    return None;
                };
                at(name, Value::Number(number)).map(|one| one * *own as f64 / number as f64)
            }
            Base::FirstSide => median(point, 0, part),
        }?;
        let percent = median(point, side, part)? * 100.0 / whole;
        percent.is_finite().then_some(percent)
    }
}
