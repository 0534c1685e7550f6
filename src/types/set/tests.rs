//! Sets against ordered sets, and the places of elements against those in CPython.

use crate::object::{Set, Value};
use crate::types::testing::with_thread;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn int(i: i64) -> Value {
    Value::from_small_int(i).unwrap_or(Value::NONE)
}

fn order(set: &Set) -> Vec<i64> {
    let elements = set.elements().into_iter();
    elements.filter_map(|(key, _)| key.as_small_int()).collect()
}

#[test]
fn elements_stand_where_cpython_puts_them() {
    with_thread(|thread| {
        let set = Set::default();
        for i in [100, 7, 3, 15, 8, 23, -1, -2, 64, 1000] {
            assert_eq!(set.add(thread, int(i)), Ok(true));
        }
        assert_eq!(order(&set), [64, 3, 100, 7, 8, 1000, 15, -2, 23, -1]);
        assert!(matches!(set.remove(thread, &int(100)), Ok(Some(_))));
        assert_eq!(set.add(thread, int(36)), Ok(true));
        assert_eq!(order(&set), [64, 3, 36, 7, 8, 1000, 15, -2, 23, -1]);
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_set_has_what_was_added_and_not_removed(
        steps in prop::collection::vec((0..5u8, -3..60i64), 0..400)
    ) {
        with_thread(|thread| {
            let (set, mut model) = (Set::default(), BTreeSet::new());
            for (kind, i) in steps {
                match kind {
                    0..=2 => assert_eq!(set.add(thread, int(i)), Ok(model.insert(i))),
                    3 => {
                        let removed = set.remove(thread, &int(i)).ok().flatten();
                        assert_eq!(removed.is_some(), model.remove(&i));
                    }
                    _ if i == 0 => {
                        set.take_all(thread);
                        model.clear();
                    }
                    _ if i < 10 => assert_eq!(set.drop_dummies(thread), Ok(())),
                    _ if i < 20 => {
                        let popped = set.pop().and_then(|v| v.as_small_int());
                        assert_eq!(popped.is_some(), !model.is_empty());
                        popped.map(|i| model.remove(&i));
                    }
                    _ => assert_eq!(set.contains(thread, &int(i)), Ok(model.contains(&i))),
                }
                assert_eq!(set.len(), model.len());
                let mut elements = order(&set);
                elements.sort_unstable();
                assert!(elements.iter().eq(model.iter()));
            }
            let copy = Set::default();
            assert_eq!(copy.merge(thread, &set), Ok(()));
            assert_eq!(copy.len(), model.len());
        });
    }
}
