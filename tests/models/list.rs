//! Lists against `Vec`, slices of every shape included.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::{run_model, truth};

#[derive(Clone, Debug)]
struct Slice {
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
}

impl Slice {
    fn text(&self) -> String {
        let part = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
        format!(
            "{}:{}:{}",
            part(self.start),
            part(self.stop),
            part(self.step)
        )
    }

    /// Start, and the indices that the slice picks from a sequence of this length; None: step zero.
    fn indices(&self, length: usize) -> Option<(i64, Vec<usize>)> {
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        let step = self.step.unwrap_or(1);
        if step == 0 {
            return None;
        }
        let (lowest, highest) = if step > 0 {
            (0, length)
        } else {
            (-1, length - 1)
        };
        let clamp = |n: i64| (if n < 0 { n + length } else { n }).clamp(lowest, highest);
        let start = self
            .start
            .map_or(if step > 0 { lowest } else { highest }, clamp);
        let stop = self
            .stop
            .map_or(if step > 0 { highest } else { lowest }, clamp);
        let mut picked = Vec::new();
        let mut index = start;
        while if step > 0 { index < stop } else { index > stop } {
            picked.push(usize::try_from(index).unwrap_or_default());
            index += step;
        }
        Some((start, picked))
    }
}

#[derive(Clone, Debug)]
enum Operation {
    Append(i64),
    Insert(i64, i64),
    Pop(i64),
    Set(i64, i64),
    Delete(i64),
    Get(Slice),
    SetSlice(Slice, Vec<i64>),
    DeleteSlice(Slice),
    Extend(Vec<i64>),
    Remove(i64),
    Index(i64),
    Sort(bool),
    Reverse,
    Repeat(usize),
}

fn slice() -> impl Strategy<Value = Slice> {
    let bound = || option::of(-12i64..12);
    let step = prop_oneof![4 => Just(None), 3 => (-3i64..4).prop_map(Some)];
    (bound(), bound(), step).prop_map(|(start, stop, step)| Slice { start, stop, step })
}

fn operation() -> impl Strategy<Value = Operation> {
    let index = || -10i64..10;
    let value = || 0i64..30;
    let values = || vec(0i64..30, 0..6);
    prop_oneof![
        6 => value().prop_map(Operation::Append),
        3 => (index(), value()).prop_map(|(i, v)| Operation::Insert(i, v)),
        2 => index().prop_map(Operation::Pop),
        2 => (index(), value()).prop_map(|(i, v)| Operation::Set(i, v)),
        2 => index().prop_map(Operation::Delete),
        4 => slice().prop_map(Operation::Get),
        4 => (slice(), values()).prop_map(|(s, v)| Operation::SetSlice(s, v)),
        2 => slice().prop_map(Operation::DeleteSlice),
        3 => values().prop_map(Operation::Extend),
        2 => value().prop_map(Operation::Remove),
        2 => value().prop_map(Operation::Index),
        1 => any::<bool>().prop_map(Operation::Sort),
        1 => Just(Operation::Reverse),
        1 => (0usize..3).prop_map(Operation::Repeat),
    ]
}

fn repr(list: &[i64]) -> String {
    let items: Vec<String> = list.iter().map(i64::to_string).collect();
    format!("[{}]", items.join(", "))
}

/// The position that an index means, if it is within the list.
fn resolve(index: i64, length: usize) -> Option<usize> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let index = if index < 0 { index + length } else { index };
    usize::try_from(index).ok().filter(|_| index < length)
}

/// Assigns to a slice; false: the lengths do not agree, or the step is zero.
fn assign(list: &mut Vec<i64>, slice: &Slice, values: &[i64]) -> bool {
    let Some((start, picked)) = slice.indices(list.len()) else {
        return false;
    };
    if slice.step.unwrap_or(1) == 1 {
        let start = usize::try_from(start).unwrap_or_default();
        list.splice(start..start + picked.len(), values.iter().copied());
        return true;
    }
    if picked.len() != values.len() {
        return false;
    }
    for (index, value) in picked.into_iter().zip(values) {
        list[index] = *value;
    }
    true
}

const HELPERS: &str = "\
def put(i, v): l[i] = v
def delete(i): del l[i]
";

#[test]
fn operations() {
    run_model(vec(operation(), 1..120), |operations, session| {
        let mut model: Vec<i64> = Vec::new();
        session.run(HELPERS);
        session.run("l = []");
        for operation in operations {
            match operation {
                Operation::Append(value) => {
                    session.run(format!("l.append({value})"));
                    model.push(*value);
                }
                Operation::Insert(index, value) => {
                    session.run(format!("l.insert({index}, {value})"));
                    let length = i64::try_from(model.len()).unwrap_or(i64::MAX);
                    let index = (if *index < 0 { index + length } else { *index }).clamp(0, length);
                    model.insert(usize::try_from(index).unwrap_or_default(), *value);
                }
                Operation::Pop(index) => {
                    let result = resolve(*index, model.len()).map(|i| model.remove(i).to_string());
                    session.check(
                        format!("l.pop({index})"),
                        result.as_deref().unwrap_or("IndexError"),
                    );
                }
                Operation::Set(index, value) => {
                    let result = resolve(*index, model.len()).map(|i| model[i] = *value);
                    session.check(
                        format!("put({index}, {value})"),
                        result.map_or("IndexError", |()| "None"),
                    );
                }
                Operation::Delete(index) => {
                    let result = resolve(*index, model.len()).map(|i| model.remove(i));
                    session.check(
                        format!("delete({index})"),
                        result.map_or("IndexError", |_| "None"),
                    );
                }
                Operation::Get(slice) => {
                    let result = slice.indices(model.len()).map_or_else(
                        || "ValueError".to_owned(),
                        |(_, picked)| repr(&picked.iter().map(|&i| model[i]).collect::<Vec<_>>()),
                    );
                    session.check(format!("l[{}]", slice.text()), &result);
                    session.check(format!("list(tuple(l)[{}])", slice.text()), result);
                }
                Operation::SetSlice(slice, values) => {
                    let done = assign(&mut model, slice, values);
                    let parts = [slice.start, slice.stop, slice.step];
                    let [start, stop, step] =
                        parts.map(|n| n.map_or_else(|| "None".to_owned(), |n| n.to_string()));
                    let call = format!("put(slice({start}, {stop}, {step}), {})", repr(values));
                    session.check(call, if done { "None" } else { "ValueError" });
                }
                Operation::DeleteSlice(slice) => {
                    if let Some((_, picked)) = slice.indices(model.len()) {
                        session.run(format!("del l[{}]", slice.text()));
                        let mut index = 0;
                        model.retain(|_| {
                            index += 1;
                            !picked.contains(&(index - 1))
                        });
                    }
                }
                Operation::Extend(values) => {
                    session.run(format!("l += {}", repr(values)));
                    model.extend(values);
                }
                Operation::Remove(value) => {
                    let position = model.iter().position(|x| x == value);
                    let result = position.map(|i| model.remove(i));
                    session.check(
                        format!("l.remove({value})"),
                        result.map_or("ValueError", |_| "None"),
                    );
                }
                Operation::Index(value) => {
                    let position = model.iter().position(|x| x == value).map(|i| i.to_string());
                    session.check(
                        format!("l.index({value})"),
                        position.as_deref().unwrap_or("ValueError"),
                    );
                    let count = model.iter().filter(|x| *x == value).count();
                    session.check(format!("l.count({value}), {value} in l"), {
                        format!("({count}, {})", truth(count > 0))
                    });
                }
                Operation::Sort(reverse) => {
                    session.run(format!("l.sort(reverse={})", truth(*reverse)));
                    model.sort_unstable();
                    if *reverse {
                        model.reverse();
                    }
                }
                Operation::Reverse => {
                    session.run("l.reverse()");
                    model.reverse();
                }
                Operation::Repeat(times) => {
                    if model.len() * times < 200 {
                        session.run(format!("l *= {times}"));
                        model = model.repeat(*times);
                    }
                }
            }
            session.check("l", repr(&model));
        }
    });
}
