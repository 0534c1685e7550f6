//! Sets against sorted sets; scripts print them sorted.

use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

use crate::{run_model, truth};

type Model = BTreeSet<i64>;

#[derive(Clone, Debug)]
enum Operation {
    Add(i64),
    Discard(i64),
    Remove(i64),
    Contains(i64),
    Algebra(&'static str, Model),
    InPlace(&'static str, Model),
    Compare(&'static str, Model),
    Rebuild,
}

fn element() -> impl Strategy<Value = i64> {
    prop_oneof![8 => -20i64..40, 1 => any::<i64>()]
}

fn operation() -> impl Strategy<Value = Operation> {
    let operator = prop_oneof![Just("|"), Just("&"), Just("-"), Just("^")];
    let comparison = prop_oneof![
        Just("<"),
        Just("<="),
        Just("=="),
        Just("!="),
        Just(">"),
        Just(">=")
    ];
    let other = || btree_set(element(), 0..25);
    prop_oneof![
        8 => element().prop_map(Operation::Add),
        4 => element().prop_map(Operation::Discard),
        3 => element().prop_map(Operation::Remove),
        3 => element().prop_map(Operation::Contains),
        2 => (operator.clone(), other()).prop_map(|(o, s)| Operation::Algebra(o, s)),
        1 => (operator, other()).prop_map(|(o, s)| Operation::InPlace(o, s)),
        2 => (comparison, other()).prop_map(|(o, s)| Operation::Compare(o, s)),
        1 => Just(Operation::Rebuild),
    ]
}

fn combine(operator: &str, a: &Model, b: &Model) -> Model {
    match operator {
        "|" => a | b,
        "&" => a & b,
        "-" => a - b,
        _ => a ^ b,
    }
}

fn compare(operator: &str, a: &Model, b: &Model) -> bool {
    match operator {
        "<" => a.is_subset(b) && a != b,
        "<=" => a.is_subset(b),
        "==" => a == b,
        "!=" => a != b,
        ">" => a.is_superset(b) && a != b,
        _ => a.is_superset(b),
    }
}

/// A set as scripts write it.
fn display(set: &Model) -> String {
    format!("set({})", sorted(set))
}

fn sorted(set: &Model) -> String {
    let items: Vec<String> = set.iter().map(i64::to_string).collect();
    format!("[{}]", items.join(", "))
}

#[test]
fn operations() {
    run_model(vec(operation(), 1..150), |operations, session| {
        let mut model = Model::new();
        session.run("s = set()");
        for operation in operations {
            match operation {
                Operation::Add(n) => {
                    session.run(format!("s.add({n})"));
                    model.insert(*n);
                }
                Operation::Discard(n) => {
                    session.run(format!("s.discard({n})"));
                    model.remove(n);
                }
                Operation::Remove(n) => {
                    let result = if model.remove(n) { "None" } else { "KeyError" };
                    session.check(format!("s.remove({n})"), result);
                }
                Operation::Contains(n) => {
                    session.check(format!("{n} in s"), truth(model.contains(n)));
                }
                Operation::Algebra(operator, other) => {
                    let result = combine(operator, &model, other);
                    session.check(
                        format!("sorted(s {operator} {})", display(other)),
                        sorted(&result),
                    );
                    let reflected = combine(operator, other, &model);
                    let expression = format!("sorted(frozenset({}) {operator} s)", sorted(other));
                    session.check(expression, sorted(&reflected));
                }
                Operation::InPlace(operator, other) => {
                    session.run(format!("s {operator}= {}", display(other)));
                    model = combine(operator, &model, other);
                }
                Operation::Compare(operator, other) => {
                    let result = compare(operator, &model, other);
                    session.check(format!("s {operator} {}", display(other)), truth(result));
                    let disjoint = model.is_disjoint(other);
                    session.check(format!("s.isdisjoint({})", sorted(other)), truth(disjoint));
                }
                Operation::Rebuild => session.run("s = {x for x in s}"),
            }
            session.check("len(s)", model.len().to_string());
        }
        session.check("sorted(s)", sorted(&model));
        session.check(
            "set(list(s)) == s == s.copy() and hash(frozenset(s)) == hash(frozenset(sorted(s)))",
            "True",
        );
    });
}
