//! What an experiment is: a workload, the points at which it is measured, the figures that it gives, and how they are laid out.

use crate::cli::bench::options::Options;

/// An experiment. All of them are in the table of `experiments.rs`.
pub struct Experiment {
    /// The word on the command line.
    pub name: &'static str,
    /// What is measured, in a sentence or two.
    pub measures: &'static str,
    /// The parts of its program.
    pub workload: &'static [&'static str],
    /// Parameters that are the same at all points.
    pub fixed: &'static [(&'static str, &'static str)],
    /// The parameters that make up the points: all combinations.
    pub axes: &'static [Axis],
    /// The modes that it is about.
    pub modes: &'static [&'static str],
    /// Those of `--quick`.
    pub quick_modes: &'static [&'static str],
    /// Whether the modes are the points of a sweep: then other Pythons are swept too.
    pub is_sweep: bool,
    /// What is measured, and what is computed from that.
    pub figures: &'static [Figure],
    /// How the table looks.
    pub layout: Layout,
}

/// A parameter and its values.
pub enum Axis {
    /// Kinds of something.
    Kind(&'static str, &'static [&'static str]),
    /// Sizes of something: those that are usual, and those of `--quick`.
    Size(&'static str, [&'static [usize]; 2]),
    /// Numbers of threads, as `--threads` says.
    Threads {
        /// What the workload calls it.
        name: &'static str,
        /// Smaller numbers make no sense here.
        least: usize,
        /// The number that others are compared with; it is always measured.
        reference: Option<usize>,
        /// The numbers without `--threads`, and then with `--quick`; empty for what is usual.
        usual: [&'static [usize]; 2],
    },
}

/// A value of a parameter.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A kind.
    Word(&'static str),
    /// A number of threads, or a size.
    Number(usize),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Word(word) => f.write_str(word),
            Value::Number(number) => write!(f, "{number}"),
        }
    }
}

/// One combination of parameters.
#[derive(Clone, PartialEq, Default)]
pub struct Point(pub Vec<(&'static str, Value)>);

impl Point {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let found = self.0.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| value)
    }

    /// The same point but for one parameter.
    pub fn with(&self, name: &str, value: Value) -> Point {
        let mut point = self.clone();
        for (own, old) in &mut point.0 {
            if *own == name {
                *old = value.clone();
            }
        }
        point
    }

    /// As a workload reads it.
    pub fn words(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(name, value)| format!("{name}={value}"))
    }
}

/// Something that is measured or computed.
pub struct Figure {
    /// What the workload calls it, and its name in JSON.
    pub name: &'static str,
    /// In what.
    pub unit: Unit,
    /// What is better.
    pub better: Better,
    /// Where it comes from.
    pub source: Source,
    /// What it is, for people.
    pub what: &'static str,
}

/// What a figure counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Things a second.
    PerSecond,
    /// Seconds.
    Seconds,
    /// Hundredths.
    Percent,
    /// Things.
    Count,
    /// Bytes.
    Bytes,
}

impl Unit {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Unit::PerSecond => "1/s",
            Unit::Seconds => "s",
            Unit::Percent => "%",
            Unit::Count => "1",
            Unit::Bytes => "B",
        }
    }
}

/// Which of two figures is the better one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// The larger one.
    More,
    /// The smaller one.
    Less,
    /// Neither.
    Neither,
}

impl Better {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Better::More => "more",
            Better::Less => "less",
            Better::Neither => "neither",
        }
    }

    /// Its mark in a table.
    pub fn mark(self) -> &'static str {
        match self {
            Better::More => " ↑",
            Better::Less => " ↓",
            Better::Neither => "",
        }
    }
}

/// Where a figure comes from.
#[derive(Clone, Copy)]
pub enum Source {
    /// A run gives one.
    Run,
    /// A run gives many; those of all runs are thrown together.
    Samples,
    /// The median of one figure in per cent of another median.
    Percent(&'static str, Base),
}

/// What a percentage is taken of.
#[derive(Clone, Copy)]
pub enum Base {
    /// Another figure of the same measurement.
    Figure(&'static str),
    /// The same figure where this parameter has this value.
    At(&'static str, usize),
    /// The same figure where this parameter is of this kind.
    AtKind(&'static str, &'static str),
    /// So many times that, as the parameter is larger.
    Proportional(&'static str, usize),
    /// The same figure of the first side.
    FirstSide,
}

/// How a table looks.
pub struct Layout {
    /// What a row stands for.
    pub rows: Over,
    /// What groups of columns stand for. A parameter that is in neither makes blocks.
    pub groups: Over,
    /// The columns of each group.
    pub columns: &'static [Column],
    /// Whether a last row has the geometric means of percentages.
    pub means: bool,
}

/// What rows or groups of columns stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The modes and other Pythons.
    Sides,
    /// The values of a parameter.
    Axis(&'static str),
    /// There is one group alone.
    Nothing,
}

/// A column.
pub struct Column {
    /// Over it.
    pub title: &'static str,
    /// The figure it shows.
    pub figure: &'static str,
    /// What of it.
    pub of: Of,
}

/// A property of many values.
#[derive(Clone, Copy)]
pub enum Of {
    /// The median.
    P50,
    /// One in twenty is larger.
    P95,
    /// Only one in a hundred is larger.
    P99,
    /// The largest.
    Max,
    /// The mean.
    Mean,
    /// The standard deviation.
    Deviation,
    /// How many there are.
    Count,
}

impl Experiment {
    /// The program, whole.
    pub fn program(&self) -> String {
        self.workload.join("\n\n")
    }

    /// All points, in the order in which they are measured and shown.
    pub fn points(&self, options: &Options) -> Vec<Point> {
        let mut points = vec![Point::default()];
        for axis in self.axes {
            let values = axis.values(options);
            points = points
                .iter()
                .flat_map(|point| {
                    values.iter().map(|value| {
                        let mut point = point.clone();
                        point.0.push((axis.name(), value.clone()));
                        point
                    })
                })
                .collect();
        }
        points
    }

    /// A figure by its name.
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }
}

impl Axis {
    /// What the workload calls the parameter.
    pub fn name(&self) -> &'static str {
        match self {
            Axis::Kind(name, _) | Axis::Size(name, _) | Axis::Threads { name, .. } => name,
        }
    }

    fn values(&self, options: &Options) -> Vec<Value> {
        match self {
            Axis::Kind(_, kinds) => kinds.iter().map(|kind| Value::Word(kind)).collect(),
            Axis::Size(_, usual) => {
                let sizes = usual[usize::from(options.quick)].iter();
                sizes.copied().map(Value::Number).collect()
            }
            Axis::Threads {
                least,
                reference,
                usual,
                ..
            } => {
                let usual = usual[usize::from(options.quick)];
                let numbers = match &options.threads {
                    Some(numbers) => numbers,
                    None if !usual.is_empty() => usual,
                    None if options.quick => &[1, 2],
                    None => &[1, 2, 4],
                };
                let mut numbers: Vec<usize> = numbers
                    .iter()
                    .copied()
                    .filter(|number| number >= least)
                    .chain(*reference)
                    .collect();
                if numbers.is_empty() {
                    numbers.push(*least);
                }
                numbers.sort_unstable();
                numbers.dedup();
                numbers.into_iter().map(Value::Number).collect()
            }
        }
    }
}
