//! `_heapq`: priority queues in lists (Williams 1964). No item goes after those at twice its position plus one and plus two.
//!
//! The list holds all its items at any time: comparisons may be script code, which may look at it. If that changes the list's length, the operation ends
//! with RuntimeError; the list is whole then, though no heap.
#![forbid(unsafe_code)]

use crate::object::class::Compare;
use crate::object::{Beside, Builtin, List, NativeDef, Raised, Res, Thread, Value};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::compare_bool;
use crate::runtime::safepoint::Steps;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_heapq",
    doc: "Native functions of the heapq module.",
    functions: &NativeDef::all_beside(
        Beside::Writes(1),
        [
            NativeDef::function("heappush", "(heap, item, /)", push).doc("Adds an item to a heap."),
            NativeDef::function("heappop", "(heap, /)", pop::<SMALLEST>)
                .doc("Takes the smallest item out of a heap."),
            NativeDef::function("heapreplace", "(heap, item, /)", replace::<SMALLEST>)
                .doc("Takes the smallest item out of a heap, then adds another."),
            NativeDef::function("heappushpop", "(heap, item, /)", push_pop)
                .doc("Adds an item to a heap, then takes the smallest out."),
            NativeDef::function("heapify", "(heap, /)", heapify::<SMALLEST>)
                .doc("Makes a heap of a list, in place and in linear time."),
            NativeDef::function("_heappop_max", "(heap, /)", pop::<LARGEST>)
                .doc("As heappop(), with the largest item first."),
            NativeDef::function("_heapreplace_max", "(heap, item, /)", replace::<LARGEST>)
                .doc("As heapreplace(), with the largest item first."),
            NativeDef::function("_heapify_max", "(heap, /)", heapify::<LARGEST>)
                .doc("As heapify(), with the largest item first."),
        ],
    ),
    init: None,
};

/// Which items come first.
const SMALLEST: bool = true;
const LARGEST: bool = false;

struct Heap<'a, const FIRST: bool> {
    thread: &'a Thread,
    value: &'a Value,
    list: &'a List,
    /// The length that the list has to keep.
    len: usize,
    steps: Steps<'a>,
}

impl<'a, const FIRST: bool> Heap<'a, FIRST> {
    fn of(thread: &'a Thread, value: &'a Value, list: &'a List) -> Heap<'a, FIRST> {
        Heap {
            thread,
            value,
            list,
            len: list.len(),
            steps: Steps::begin(thread),
        }
    }

    /// Whether the item at `i` goes before the one at `j`.
    fn precedes(&self, i: usize, j: usize) -> Res<bool> {
        let (Some(x), Some(y)) = (self.list.get(i), self.list.get(j)) else {
            return Err(changed(self.thread));
        };
        let (x, y) = if FIRST == SMALLEST { (x, y) } else { (y, x) };
        let answer = compare_bool(self.thread, &x, &y, Compare::Lt)?;
        self.steps.poll()?;
        // Script code may have run, and other threads.
        self.thread.before_write(self.value);
        match self.list.len() == self.len {
            true => Ok(answer),
            false => Err(changed(self.thread)),
        }
    }

    /// Moves an item up to its place, not beyond `start`.
    fn rise(&self, start: usize, mut i: usize) -> Res<()> {
        while i > start {
            let parent = (i - 1) / 2;
            if !self.precedes(i, parent)? {
                break;
            }
            self.list.swap(i, parent);
            i = parent;
        }
        Ok(())
    }

    /// Moves an item down to a leaf along the children that go first, then up to its place: most items belong near the leaves, and so
    /// are compared once for each level instead of twice (Knuth, volume 3, 5.2.3, exercise 18).
    fn sink(&self, start: usize) -> Res<()> {
        let mut i = start;
        loop {
            let (left, right) = (2 * i + 1, 2 * i + 2);
            if left >= self.len {
                break;
            }
            let child = match right < self.len && !self.precedes(left, right)? {
                true => right,
                false => left,
            };
            self.list.swap(i, child);
            i = child;
        }
        self.rise(start, i)
    }
}

fn changed(thread: &Thread) -> Raised {
    thread.error(Builtin::RuntimeError, "list changed size during iteration")
}

fn empty(thread: &Thread) -> Raised {
    thread.error(Builtin::IndexError, "index out of range")
}

/// The list that is the first argument: `wanted` says of which function.
fn list<'v>(thread: &Thread, wanted: &str, value: &'v Value) -> Res<&'v List> {
    value.as_list().ok_or_else(|| {
        let class = thread.class_of(value).name_text();
        thread.type_error(format!("{wanted} must be list, not {class}"))
    })
}

fn push(thread: &Thread, args: &[Value]) -> Res {
    let list = list(thread, "heappush() argument 1", &args[0])?;
    list.push(thread, args[1].clone())?;
    let heap: Heap<'_, SMALLEST> = Heap::of(thread, &args[0], list);
    heap.rise(0, heap.len - 1)?;
    Ok(Value::NONE)
}

/// Puts an item in the place of the first, which is the answer.
fn exchange<const FIRST: bool>(thread: &Thread, value: &Value, list: &List, item: Value) -> Res {
    let first = list.set(0, item).map_err(|_| empty(thread))?;
    Heap::<FIRST>::of(thread, value, list).sink(0)?;
    Ok(first)
}

fn pop<const FIRST: bool>(thread: &Thread, args: &[Value]) -> Res {
    let wanted = if FIRST == SMALLEST {
        "heappop() argument"
    } else {
        "_heappop_max() argument"
    };
    let list = list(thread, wanted, &args[0])?;
    let last = list.pop().ok_or_else(|| empty(thread))?;
    match list.is_empty() {
        true => Ok(last),
        false => exchange::<FIRST>(thread, &args[0], list, last),
    }
}

fn replace<const FIRST: bool>(thread: &Thread, args: &[Value]) -> Res {
    let wanted = if FIRST == SMALLEST {
        "heapreplace() argument 1"
    } else {
        "_heapreplace_max() argument 1"
    };
    let list = list(thread, wanted, &args[0])?;
    exchange::<FIRST>(thread, &args[0], list, args[1].clone())
}

fn push_pop(thread: &Thread, args: &[Value]) -> Res {
    let list = list(thread, "heappushpop() argument 1", &args[0])?;
    let Some(first) = list.get(0) else {
        return Ok(args[1].clone());
    };
    if !compare_bool(thread, &first, &args[1], Compare::Lt)? {
        return Ok(args[1].clone());
    }
    thread.before_write(&args[0]);
    exchange::<SMALLEST>(thread, &args[0], list, args[1].clone())
}

fn heapify<const FIRST: bool>(thread: &Thread, args: &[Value]) -> Res {
    let wanted = if FIRST == SMALLEST {
        "heapify() argument"
    } else {
        "_heapify_max() argument"
    };
    let list = list(thread, wanted, &args[0])?;
    let heap: Heap<'_, FIRST> = Heap::of(thread, &args[0], list);
    for i in (0..heap.len / 2).rev() {
        heap.sink(i)?;
    }
    Ok(Value::NONE)
}
