//! Lists against vectors.

use crate::object::{List, Thread, Value};
use crate::types::testing::with_thread;
use proptest::prelude::*;

fn numbers(thread: &Thread, list: &List) -> Vec<i32> {
    let items = list.to_vec(thread).unwrap_or_default();
    let items = items.iter();
    items
        .filter_map(|item| item.as_small_int().map(|i| i as i32))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_list_does_what_a_vector_does(
        steps in prop::collection::vec((0..9u8, 0..40usize, 0..40usize, 1..5usize), 0..120)
    ) {
        with_thread(|thread| {
            let (list, mut model) = (List::default(), Vec::<i32>::new());
            let mut next = 0;
            for (kind, a, b, c) in steps {
                let len = model.len();
                next += 1;
                match kind {
                    0 | 1 => {
                        assert_eq!(list.push(thread, Value::from_i32(next)), Ok(()));
                        model.push(next);
                    }
                    2 => {
                        assert_eq!(list.insert(thread, a, Value::from_i32(next)), Ok(()));
                        model.insert(a.min(len), next);
                    }
                    3 => {
                        assert_eq!(list.remove(a).is_some(), a < len);
                        if a < len {
                            model.remove(a);
                        }
                    }
                    4 => {
                        let with: Vec<i32> = (0..c as i32).collect();
                        let values = with.iter().map(|i| Value::from_i32(*i)).collect();
                        let (start, end) = (a.min(len), b.min(len).max(a.min(len)));
                        let old = list.splice(thread, a, b, values).map(|old| old.len());
                        assert_eq!(old, Ok(end - start));
                        model.splice(start..end, with);
                    }
                    5 if a < len => {
                        let count = (len - a).div_ceil(c).min(b);
                        assert_eq!(list.remove_positions(a, c, count).len(), count);
                        for i in (0..count).rev() {
                            model.remove(a + i * c);
                        }
                    }
                    6 if len < 200 => {
                        assert_eq!(list.repeat(thread, c), Ok(()));
                        model = model.repeat(c);
                    }
                    7 => {
                        list.reverse();
                        model.reverse();
                    }
                    _ => {
                        let found = list.find_candidate(0, len, &Value::from_i32(a as i32));
                        let expected = model.iter().position(|i| *i == a as i32);
                        assert_eq!(found, expected.map(|i| (i, true)));
                    }
                }
                assert_eq!(numbers(thread, &list), model);
            }
        });
    }
}
