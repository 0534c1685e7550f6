//! Dictionaries against a list of pairs.

use crate::object::equality::quick_equal;
use crate::object::{Dict, Str, Thread, Value};
use crate::types::testing::with_thread;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Set(i64, i32),
    Get(i64),
    Remove(i64),
    Default(i64, i32),
    Pop,
    Clear,
    Copy,
    Reserve(u8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    // Few keys, so that they meet; multiples of large powers of two collide in every table.
    let key = prop_oneof![-2..40i64, (0..8i64).prop_map(|k| k << 40)];
    let step = prop_oneof![
        12 => (key.clone(), any::<i32>()).prop_map(|(k, v)| Step::Set(k, v)),
        4 => key.clone().prop_map(Step::Get),
        8 => key.clone().prop_map(Step::Remove),
        2 => (key, any::<i32>()).prop_map(|(k, v)| Step::Default(k, v)),
        2 => Just(Step::Pop),
        1 => Just(Step::Copy),
        1 => any::<u8>().prop_map(Step::Reserve),
        1 => Just(Step::Clear),
    ];
    prop::collection::vec(step, 0..400)
}

/// A key: small numbers as ints, the rest as their texts, so that both kinds are in the table.
fn key_value(thread: &Thread, key: i64) -> Value {
    if key % 3 == 0 {
        Str::new_value(thread, &key.to_string()).unwrap_or(Value::NONE)
    } else {
        Value::from_small_int(key).unwrap_or(Value::NONE)
    }
}

fn check(thread: &Thread, steps: Vec<Step>) {
    let value = Dict::new_value(thread).unwrap_or(Value::NONE);
    let mut holder = value;
    let mut model: Vec<(i64, i32)> = vec![];
    let number = |value: Option<Value>| value.and_then(|v| v.as_small_int()).map(|v| v as i32);
    for step in steps {
        let Some(dict) = holder.as_dict() else { return };
        match step {
            Step::Set(k, v) => {
                let set = dict.set(thread, key_value(thread, k), Value::from_i32(v));
                assert!(set.is_ok());
                match model.iter_mut().find(|(known, _)| *known == k) {
                    Some(entry) => entry.1 = v,
                    None => model.push((k, v)),
                }
            }
            Step::Default(k, v) => {
                let got = dict
                    .set_default(thread, key_value(thread, k), Value::from_i32(v))
                    .ok();
                let known = model.iter().find(|(known, _)| *known == k).copied();
                if known.is_none() {
                    model.push((k, v));
                }
                assert_eq!(number(got), known.map(|(_, v)| v).or(Some(v)));
            }
            Step::Get(k) => {
                let got = dict.get(thread, &key_value(thread, k)).ok().flatten();
                let known = model.iter().find(|(known, _)| *known == k);
                assert_eq!(number(got), known.map(|(_, v)| *v));
            }
            Step::Remove(k) => {
                let got = dict.remove(thread, &key_value(thread, k)).ok().flatten();
                let known = model.iter().position(|(known, _)| *known == k);
                let known = known.map(|i| model.remove(i).1);
                assert_eq!(number(got.map(|(_, v)| v)), known);
            }
            Step::Pop => {
                let got = dict.pop_last(thread).map(|(_, v)| v);
                assert_eq!(number(got), model.pop().map(|(_, v)| v));
            }
            Step::Clear => {
                assert_eq!(dict.take_all(thread).len(), model.len());
                model.clear();
            }
            Step::Copy => {
                let copy = dict.copy_value(thread).unwrap_or(Value::NONE);
                holder = copy;
                continue;
            }
            Step::Reserve(n) => assert!(dict.reserve_for(thread, n.into()).is_ok()),
        }
        assert_eq!(dict.len(), model.len());
        let items: Vec<(Value, Value)> = dict.items(thread);
        assert_eq!(items.len(), model.len());
        for ((key, value), (k, v)) in items.iter().zip(&model) {
            assert_eq!(quick_equal(key, &key_value(thread, *k)), Some(true));
            assert_eq!(value.as_small_int(), Some(i64::from(*v)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn a_dictionary_is_a_list_of_pairs_with_distinct_keys(steps in steps()) {
        with_thread(|thread| check(thread, steps));
    }
}

#[test]
fn tables_of_every_index_width_hold_their_keys() {
    with_thread(|thread| {
        let value = Dict::new_value(thread).unwrap_or(Value::NONE);
        let Some(dict) = value.as_dict() else { return };
        let key = |i: i32| Value::from_i32(i);
        for i in 0..100_000 {
            assert!(dict.set(thread, key(i), key(-i)).is_ok());
            if i % 2 == 0 {
                assert!(dict.remove(thread, &key(i / 2)).is_ok());
            }
        }
        for i in 0..100_000 {
            let found = dict.get(thread, &key(i)).ok().flatten();
            let expected = (i >= 50_000).then(|| i64::from(-i));
            assert_eq!(found.and_then(|v| v.as_small_int()), expected, "{i}");
        }
        assert_eq!(dict.len(), 50_000);
        assert_eq!(dict.take_all(thread).len(), 50_000);
        assert_eq!(dict.table_bytes(), 0);
    });
}
