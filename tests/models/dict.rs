//! Dicts against a list of pairs in the order of insertion.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::{run_model, truth};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Int(i64),
    Text(String),
    Pair(i64, i64),
}

impl Key {
    fn repr(&self) -> String {
        match self {
            Key::Int(n) => n.to_string(),
            Key::Text(text) => format!("'{text}'"),
            Key::Pair(a, b) => format!("({a}, {b})"),
        }
    }
}

#[derive(Clone, Debug)]
enum Operation {
    Set(Key, i64),
    Get(Key),
    Delete(Key),
    Pop(Key),
    PopDefault(Key),
    SetDefault(Key, i64),
    PopItem,
    Contains(Key),
    Update(Vec<(Key, i64)>),
    Merge(Vec<(Key, i64)>),
    Rebuild,
    Clear,
}

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        3 => (-8i64..24).prop_map(Key::Int),
        3 => "[a-d]{0,2}".prop_map(Key::Text),
        1 => (0i64..3, 0i64..3).prop_map(|(a, b)| Key::Pair(a, b)),
    ]
}

fn operation() -> impl Strategy<Value = Operation> {
    let pairs = || vec((key(), 0i64..100), 0..12);
    prop_oneof![
        8 => (key(), 0i64..100).prop_map(|(k, v)| Operation::Set(k, v)),
        3 => key().prop_map(Operation::Get),
        4 => key().prop_map(Operation::Delete),
        3 => key().prop_map(Operation::Pop),
        2 => key().prop_map(Operation::PopDefault),
        2 => (key(), 0i64..100).prop_map(|(k, v)| Operation::SetDefault(k, v)),
        2 => Just(Operation::PopItem),
        2 => key().prop_map(Operation::Contains),
        2 => pairs().prop_map(Operation::Update),
        1 => pairs().prop_map(Operation::Merge),
        1 => Just(Operation::Rebuild),
        1 => Just(Operation::Clear),
    ]
}

/// The model: pairs in the order of insertion.
#[derive(Default)]
struct Model(Vec<(Key, i64)>);

impl Model {
    fn position(&self, key: &Key) -> Option<usize> {
        self.0.iter().position(|(found, _)| found == key)
    }

    fn get(&self, key: &Key) -> Option<i64> {
        self.position(key).map(|index| self.0[index].1)
    }

    fn set(&mut self, key: &Key, value: i64) {
        match self.position(key) {
            Some(index) => self.0[index].1 = value,
            None => self.0.push((key.clone(), value)),
        }
    }

    fn remove(&mut self, key: &Key) -> Option<i64> {
        self.position(key).map(|index| self.0.remove(index).1)
    }
}

fn repr(pairs: &[(Key, i64)]) -> String {
    let items: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{}: {value}", key.repr()))
        .collect();
    format!("{{{}}}", items.join(", "))
}

/// A display of pairs as scripts write it; later pairs win.
fn list(pairs: &[(Key, i64)]) -> String {
    let items: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("({}, {value})", key.repr()))
        .collect();
    format!("[{}]", items.join(", "))
}

fn or_key_error(value: Option<i64>) -> String {
    value.map_or_else(|| "KeyError".to_owned(), |value| value.to_string())
}

#[test]
fn operations() {
    run_model(vec(operation(), 1..150), |operations, session| {
        let mut model = Model::default();
        session.run("def delete(k): del d[k]");
        session.run("d = {}");
        for operation in operations {
            match operation {
                Operation::Set(key, value) => {
                    session.run(format!("d[{}] = {value}", key.repr()));
                    model.set(key, *value);
                }
                Operation::Get(key) => {
                    session.check(format!("d[{}]", key.repr()), or_key_error(model.get(key)));
                    let value = model
                        .get(key)
                        .map_or_else(|| "None".to_owned(), |v| v.to_string());
                    session.check(format!("d.get({})", key.repr()), value);
                }
                Operation::Delete(key) => {
                    let result = model.remove(key).map_or("KeyError", |_| "None");
                    session.check(format!("delete({})", key.repr()), result);
                }
                Operation::Pop(key) => {
                    session.check(
                        format!("d.pop({})", key.repr()),
                        or_key_error(model.remove(key)),
                    );
                }
                Operation::PopDefault(key) => {
                    let value = model.remove(key).unwrap_or(-1);
                    session.check(format!("d.pop({}, -1)", key.repr()), value.to_string());
                }
                Operation::SetDefault(key, value) => {
                    let result = model.get(key).unwrap_or(*value);
                    model.set(key, result);
                    session.check(
                        format!("d.setdefault({}, {value})", key.repr()),
                        result.to_string(),
                    );
                }
                Operation::PopItem => {
                    let result = model.0.pop().map_or_else(
                        || "KeyError".to_owned(),
                        |(key, value)| format!("({}, {value})", key.repr()),
                    );
                    session.check("d.popitem()", result);
                }
                Operation::Contains(key) => {
                    session.check(
                        format!("{} in d", key.repr()),
                        truth(model.get(key).is_some()),
                    );
                }
                Operation::Update(pairs) => {
                    session.run(format!("d.update({})", list(pairs)));
                    pairs.iter().for_each(|(key, value)| model.set(key, *value));
                }
                Operation::Merge(pairs) => {
                    session.run(format!("d |= dict({})", list(pairs)));
                    pairs.iter().for_each(|(key, value)| model.set(key, *value));
                }
                Operation::Rebuild => session.run("d = dict(list(d.items()))"),
                Operation::Clear => {
                    session.run("d.clear()");
                    model.0.clear();
                }
            }
            session.check("len(d)", model.0.len().to_string());
        }
        session.check("d", repr(&model.0));
        let keys: Vec<String> = model.0.iter().map(|(key, _)| key.repr()).collect();
        session.check("list(d)", format!("[{}]", keys.join(", ")));
        let values: Vec<String> = model
            .0
            .iter()
            .rev()
            .map(|(_, value)| value.to_string())
            .collect();
        session.check(
            "list(reversed(d.values()))",
            format!("[{}]", values.join(", ")),
        );
        session.check("dict(d) == d == {**d} and d.copy() == d", "True");
    });
}
