//! Results as tables and as JSON.

use super::experiment::{Axis, Column, Of, Over, Point, Source, Unit, Value};
use super::experiments::EXPERIMENTS;
use super::json::Json;
use super::side::Side;
use super::statistics::{Summary, geometric_mean};
use super::{Made, Setting};
use crate::cli::table::Table;
use std::fmt::Write as _;
use taipan::api::tooling::duration;

/// The version of the JSON's fields.
const FORMAT: f64 = 1.0;
/// More processes than this that run before the first measurement disturb it.
const MOST_LOAD: f64 = 0.5;
/// Runs differ by more than this share of their median: the figure is marked.
const MOST_SPREAD: f64 = 0.1;
/// Columns of text.
const WIDTH: usize = 100;

/// What `--list` prints.
pub fn list() -> String {
    let mut out = String::new();
    for experiment in &EXPERIMENTS {
        let _ = writeln!(out, "{}", experiment.name);
        fold(experiment.measures, "    ", &mut out);
        fold(
            &format!("modes: {}", experiment.modes.join("  ")),
            "    ",
            &mut out,
        );
    }
    out
}

/// What stands above all tables.
pub fn heading<'s>(setting: &Setting, sides: impl Iterator<Item = &'s Vec<Side>>) -> String {
    let (machine, options) = (&setting.machine, &setting.options);
    let mut out = format!(
        "Taipan {}{} on {} processors ({}), {}, {}\n",
        env!("CARGO_PKG_VERSION"),
        match cfg!(debug_assertions) {
            true => " (a development build: its figures say little)",
            false => "",
        },
        machine.processors,
        machine.processor,
        machine.system,
        machine.date
    );
    let _ = writeln!(
        out,
        "each measurement: {}, {} time{}; ↑ more is better, ↓ less is better, ~ the runs differ by more than a tenth",
        duration(options.duration.as_nanos() as u64),
        options.repeat,
        if options.repeat == 1 { "" } else { "s" },
    );
    if let Some(load) = machine.load.filter(|load| *load > MOST_LOAD) {
        let _ = writeln!(
            out,
            "load {load}: something else runs on this machine, and the figures suffer from it"
        );
    }
    let mut shown: Vec<&str> = Vec::new();
    for side in sides.flatten().filter(|side| side.gil.is_none()) {
        let version = side.version.as_str();
        if !shown.contains(&version) {
            shown.push(version);
            let _ = writeln!(out, "versus {}: {version}", side.command.join(" "));
        }
    }
    out
}

/// The tables of an experiment.
pub fn experiment(made: &Made) -> String {
    let mut out = format!("\n== {} ==\n", made.experiment.name);
    fold(made.experiment.measures, "", &mut out);
    let layout = &made.experiment.layout;
    let in_table: Vec<&str> = [layout.rows, layout.groups]
        .into_iter()
        .filter_map(|over| match over {
            Over::Axis(name) => Some(name),
            Over::Sides | Over::Nothing => None,
        })
        .collect();
    // What is neither in rows nor in groups makes blocks.
    let rest = |point: &Point| {
        let rest = point.0.iter().filter(|(name, _)| !in_table.contains(name));
        Point(rest.cloned().collect())
    };
    let mut blocks: Vec<Point> = Vec::new();
    for point in &made.results.points {
        let rest = rest(point);
        if !blocks.contains(&rest) {
            blocks.push(rest);
        }
    }
    for block in &blocks {
        let points = made.results.points.iter().enumerate();
        let points: Vec<usize> = points
            .filter(|(_, point)| rest(point) == *block)
            .map(|(i, _)| i)
            .collect();
        let title: Vec<String> = block.0.iter().map(|(n, v)| label(n, v)).collect();
        let _ = writeln!(out);
        table(made, &points, &title.join(", ")).write(&mut out);
    }
    failures(made, &mut out);
    left_out(made, &mut out);
    out
}

/// A row or a group of columns: its label, and which point or side it stands for.
struct Line {
    label: String,
    point: Option<Value>,
    side: Option<usize>,
}

fn lines(made: &Made, points: &[usize], over: Over) -> Vec<Line> {
    match over {
        Over::Sides => {
            let sides = made.sides.iter().enumerate();
            sides
                .map(|(i, side)| Line {
                    label: side.name.clone(),
                    point: None,
                    side: Some(i),
                })
                .collect()
        }
        Over::Axis(name) => {
            let mut values: Vec<&Value> = Vec::new();
            for &point in points {
                if let Some(value) = made.results.points[point].get(name)
                    && !values.contains(&value)
                {
                    values.push(value);
                }
            }
            let line = |value: &Value| Line {
                label: label(name, value),
                point: Some(value.clone()),
                side: None,
            };
            values.into_iter().map(line).collect()
        }
        Over::Nothing => vec![Line {
            label: String::new(),
            point: None,
            side: None,
        }],
    }
}

fn table(made: &Made, points: &[usize], title: &str) -> Table {
    let layout = &made.experiment.layout;
    let rows = lines(made, points, layout.rows);
    let groups = lines(made, points, layout.groups);
    let mut table = Table::default();
    let mut titles = vec![title.to_owned()];
    if layout.groups != Over::Nothing {
        let title = std::mem::take(&mut titles[0]);
        let labels = groups.iter().map(|group| group.label.clone());
        let heads = std::iter::once(title).chain(labels);
        table.heads(heads.collect(), layout.columns.len());
    }
    for _ in &groups {
        titles.extend(layout.columns.iter().map(|column| {
            let mark = match (column.of, made.experiment.figure(column.figure)) {
                (Of::Count, _) | (_, None) => "",
                (_, Some(figure)) => figure.better.mark(),
            };
            format!("{}{mark}", column.title)
        }));
    }
    table.row(titles);
    let mut percents: Vec<Vec<f64>> = vec![Vec::new(); groups.len() * layout.columns.len()];
    for row in &rows {
        let mut cells = vec![row.label.clone()];
        for group in &groups {
            let side = row.side.or(group.side).unwrap_or(0);
            let point = points.iter().copied().find(|&point| {
                let has = |over: Over, line: &Line| match (over, &line.point) {
                    (Over::Axis(name), Some(value)) => {
                        made.results.points[point].get(name) == Some(value)
                    }
                    _ => true,
                };
                has(layout.rows, row) && has(layout.groups, group)
            });
            for column in layout.columns {
                let (text, value) = cell(made, point, side, column);
                if let Some(value) = value {
                    percents[cells.len() - 1].push(value);
                }
                cells.push(text);
            }
        }
        table.row(cells);
    }
    if layout.means {
        let mut cells = vec!["geometric mean".to_owned()];
        for (i, values) in percents.iter().enumerate() {
            let column = &layout.columns[i % layout.columns.len()];
            let figure = made.experiment.figure(column.figure);
            let is_percent = figure.is_some_and(|figure| figure.unit == Unit::Percent);
            let mean = geometric_mean(values).filter(|_| is_percent && values.len() == rows.len());
            cells.push(mean.map_or(String::new(), |mean| shown(mean, Unit::Percent)));
        }
        table.row(cells);
    }
    table
}

fn cell(made: &Made, point: Option<usize>, side: usize, column: &Column) -> (String, Option<f64>) {
    let (Some(point), Some(figure)) = (point, made.experiment.figure(column.figure)) else {
        return (String::new(), None);
    };
    let results = &made.results;
    match results.value(point, side, column.figure, column.of) {
        Some(value) => {
            let unit = match column.of {
                Of::Count => Unit::Count,
                _ => figure.unit,
            };
            let mark = match figure.source {
                Source::Run if varies(results.values(point, side, figure.name)) => "~",
                _ => "",
            };
            (format!("{mark}{}", shown(value, unit)), Some(value))
        }
        None if results.failures(point, side).is_empty() => ("-".to_owned(), None),
        None => ("failed".to_owned(), None),
    }
}

/// Whether the values of the runs are far from each other.
fn varies(values: &[f64]) -> bool {
    let summary = Summary::of(values.to_vec());
    summary.is_some_and(|all| all.max() - all.min() > MOST_SPREAD * all.quantile(0.5).abs())
}

/// A value for people.
fn shown(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Seconds => duration((value * 1e9).round().max(0.0) as u64),
        Unit::Percent => match value {
            v if v == 0.0 || v >= 99.95 => format!("{v:.0} %"),
            v if v >= 9.995 => format!("{v:.1} %"),
            v if v >= 0.095 => format!("{v:.2} %"),
            v => format!("{v:.1e} %"),
        },
        Unit::PerSecond => format!("{}/s", scaled(value)),
        Unit::Count => scaled(value).trim_end().to_owned(),
        Unit::Bytes => format!("{}B", scaled(value)),
    }
}

/// Three digits and a prefix. There is a blank before the unit.
fn scaled(value: f64) -> String {
    let (number, prefix) = match value.abs() {
        v if v < 999.5 => (value, ""),
        v if v < 999.5e3 => (value / 1e3, "k"),
        v if v < 999.5e6 => (value / 1e6, "M"),
        _ => (value / 1e9, "G"),
    };
    let decimals = match number.abs() {
        n if n.fract() == 0.0 && prefix.is_empty() => 0,
        n if n < 9.995 => 2,
        n if n < 99.95 => 1,
        _ => 0,
    };
    format!("{number:.decimals$} {prefix}")
}

/// A parameter for people.
fn label(name: &str, value: &Value) -> String {
    match (name, value) {
        ("threads", Value::Number(1)) => "1 thread".to_owned(),
        ("threads", value) => format!("{value} threads"),
        ("busy", Value::Number(0)) => "nobody computes".to_owned(),
        ("busy", Value::Number(1)) => "1 computes".to_owned(),
        ("busy", value) => format!("{value} compute"),
        ("connections" | "objects" | "loops", value) => format!("{value} {name}"),
        (_, value) => value.to_string(),
    }
}

/// Why runs failed: each reason of each side once.
fn failures(made: &Made, out: &mut String) {
    for (number, side) in made.sides.iter().enumerate() {
        let mut reasons: Vec<(&str, &Point, usize)> = Vec::new();
        for (i, point) in made.results.points.iter().enumerate() {
            for why in made.results.failures(i, number) {
                match reasons.iter_mut().find(|(known, ..)| known == why) {
                    Some((_, _, count)) => *count += 1,
                    None => reasons.push((why, point, 1)),
                }
            }
        }
        for (why, point, count) in reasons {
            let point: Vec<String> = point.words().collect();
            let runs = if count == 1 { "run" } else { "runs" };
            let _ = writeln!(
                out,
                "{count} {runs} of {} failed (first with {}): {why}",
                side.name,
                point.join(", ")
            );
        }
    }
}

/// What was not measured, and why.
fn left_out(made: &Made, out: &mut String) {
    for (i, point) in made.results.points.iter().enumerate() {
        let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
        for (number, side) in made.sides.iter().enumerate() {
            for why in made.results.left_out(i, number) {
                match reasons.iter_mut().find(|(known, _)| known == why) {
                    Some((_, sides)) => sides.push(&side.name),
                    None => reasons.push((why, vec![&side.name])),
                }
            }
        }
        let point: Vec<String> = point.words().collect();
        for (why, sides) in reasons {
            let (point, sides) = (point.join(", "), sides.join(", "));
            fold(&format!("left out with {point} ({sides}): {why}"), "", out);
        }
    }
}

/// Appends a text in lines that are not too long.
fn fold(text: &str, indent: &str, out: &mut String) {
    let mut line = indent.to_owned();
    for word in text.split(' ') {
        let is_empty = line.len() == indent.len();
        if !is_empty && line.chars().count() + word.chars().count() + 1 > WIDTH {
            let _ = writeln!(out, "{line}");
            line = indent.to_owned();
        } else if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(out, "{line}");
}

/// All figures.
pub fn json(setting: &Setting, made: &[Made]) -> String {
    let (machine, options) = (&setting.machine, &setting.options);
    Json::Object(vec![
        ("format", Json::Number(FORMAT)),
        ("taipan", Json::text(env!("CARGO_PKG_VERSION"))),
        ("development", Json::Bool(cfg!(debug_assertions))),
        ("date", Json::text(&machine.date)),
        (
            "machine",
            Json::Object(vec![
                ("processors", Json::count(machine.processors)),
                ("processor", Json::text(&machine.processor)),
                ("system", Json::text(&machine.system)),
                ("load", machine.load.map_or(Json::Null, Json::Number)),
            ]),
        ),
        (
            "options",
            Json::Object(vec![
                ("duration", Json::Number(options.duration.as_secs_f64())),
                ("repeat", Json::count(options.repeat)),
                ("quick", Json::Bool(options.quick)),
            ]),
        ),
        ("experiments", Json::list(made.iter().map(one))),
    ])
    .to_text()
}

fn one(made: &Made) -> Json {
    let experiment = made.experiment;
    let figures = experiment.figures.iter().map(|figure| {
        Json::Object(vec![
            ("name", Json::text(figure.name)),
            ("unit", Json::text(figure.unit.name())),
            ("better", Json::text(figure.better.name())),
            ("what", Json::text(figure.what)),
        ])
    });
    let sides = made.sides.iter().map(|side| {
        Json::Object(vec![
            ("name", Json::text(&side.name)),
            ("version", Json::text(&side.version)),
            (
                "gil",
                side.gil
                    .map_or(Json::Null, |gil| Json::text(gil.to_string())),
            ),
            ("command", Json::text(side.command.join(" "))),
        ])
    });
    let rows = made
        .results
        .points
        .iter()
        .enumerate()
        .flat_map(|(i, point)| {
            let sides = made.sides.iter().enumerate();
            sides.map(move |(number, side)| row(made, i, point, number, side))
        });
    Json::Object(vec![
        ("name", Json::text(experiment.name)),
        ("measures", Json::text(experiment.measures)),
        ("took", Json::Number(made.took.as_secs_f64())),
        (
            "parameters",
            Json::list(experiment.axes.iter().map(Axis::name).map(Json::text)),
        ),
        ("figures", Json::list(figures)),
        ("sides", Json::list(sides)),
        ("rows", Json::list(rows)),
    ])
}

fn row(made: &Made, i: usize, point: &Point, number: usize, side: &Side) -> Json {
    let parameters = point.0.iter().map(|(name, value)| {
        let value = match value {
            Value::Word(word) => Json::text(*word),
            Value::Number(number) => Json::count(*number),
        };
        (*name, value)
    });
    let figures = made.experiment.figures.iter().map(|figure| {
        let results = &made.results;
        let value = match figure.source {
            Source::Percent(..) => {
                let value = results.value(i, number, figure.name, Of::P50);
                value.map(|value| Json::Object(vec![("p50", Json::Number(value))]))
            }
            Source::Run | Source::Samples => {
                let values = match figure.source {
                    Source::Run => Some(results.values(i, number, figure.name)),
                    _ => None,
                };
                let summary = results.summary(i, number, figure.name);
                summary.map(|summary| summarized(&summary, values))
            }
        };
        (figure.name, value.unwrap_or(Json::Null))
    });
    let failures = made.results.failures(i, number);
    let left_out = made.results.left_out(i, number);
    Json::Object(vec![
        ("side", Json::text(&side.name)),
        ("parameters", Json::Object(parameters.collect())),
        ("figures", Json::Object(figures.collect())),
        ("failures", Json::list(failures.iter().map(Json::text))),
        ("left_out", Json::list(left_out.iter().map(Json::text))),
    ])
}

fn summarized(summary: &Summary, values: Option<&[f64]>) -> Json {
    let mut fields = vec![
        ("count", Json::count(summary.count())),
        ("min", Json::Number(summary.min())),
        ("p50", Json::Number(summary.quantile(0.5))),
        ("p95", Json::Number(summary.quantile(0.95))),
        ("p99", Json::Number(summary.quantile(0.99))),
        ("max", Json::Number(summary.max())),
        ("mean", Json::Number(summary.mean())),
        ("deviation", Json::Number(summary.deviation())),
    ];
    if let Some(values) = values {
        let values = values.iter().copied().map(Json::Number);
        fields.push(("values", Json::list(values)));
    }
    Json::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_with_three_digits() {
        for (value, unit, expected) in [
            (0.0, Unit::PerSecond, "0 /s"),
            (12.0, Unit::PerSecond, "12 /s"),
            (1234.0, Unit::PerSecond, "1.23 k/s"),
            (45.6e6, Unit::PerSecond, "45.6 M/s"),
            (999_900.0, Unit::Count, "1.00 M"),
            (0.0, Unit::Count, "0"),
            (12_345_678.0, Unit::Bytes, "12.3 MB"),
            (0.0000123, Unit::Seconds, "12.3 µs"),
            (0.0, Unit::Percent, "0 %"),
            (0.0001, Unit::Percent, "1.0e-4 %"),
            (0.5, Unit::Percent, "0.50 %"),
            (98.76, Unit::Percent, "98.8 %"),
            (198.7, Unit::Percent, "199 %"),
        ] {
            assert_eq!(shown(value, unit), expected);
        }
    }

    #[test]
    fn text_is_folded() {
        let mut out = String::new();
        fold(&"word ".repeat(30), "  ", &mut out);
        assert!(
            out.lines().all(|line| line.chars().count() <= WIDTH),
            "{out}"
        );
        assert_eq!(out.split_whitespace().count(), 30);
    }
}
