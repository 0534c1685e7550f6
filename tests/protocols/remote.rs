//! Cells freed beside their owner: each comes home once, none is lost.

use crate::object::heap::{Cell, Nursery};
use crate::object::owners::Owners;
use shuttle::rand::Rng;
use shuttle::sync::atomic::{AtomicUsize, Ordering::*};
use shuttle::sync::{Arc, Mutex};
use shuttle::thread::{self, JoinHandle};

/// Names and programs.
pub const PROGRAMS: &[(&str, fn())] = &[
    ("remote::cells_come_home_once", cells_come_home_once),
    ("remote::cells_are_used_again", cells_are_used_again),
    (
        "remote::owner_ends_and_its_id_is_adopted",
        owner_ends_and_its_id_is_adopted,
    ),
];

fn join(threads: impl IntoIterator<Item = JoinHandle<()>>) {
    for thread in threads {
        thread.join().unwrap();
    }
}

/// The owner looks again and again while others free cells of the same blocks.
fn cells_come_home_once() {
    let nursery = Arc::new(Nursery::new(2, 3));
    let cells = nursery.cells(3);
    let free = |first: usize| {
        let nursery = nursery.clone();
        let mine: Vec<Cell> = cells.iter().copied().skip(first).step_by(3).collect();
        thread::spawn(move || mine.into_iter().for_each(|cell| nursery.put(cell)))
    };
    let threads: Vec<_> = (0..3).map(free).collect();
    for _ in 0..3 {
        nursery.settle();
        thread::yield_now();
    }
    join(threads);
    nursery.settle();
    assert_eq!(nursery.count_free(), cells.len(), "a cell was lost");
}

/// Cells that came home are handed out and freed again, so that blocks are queued many times.
fn cells_are_used_again() {
    let nursery = Arc::new(Nursery::new(2, 2));
    let cells = nursery.cells(2);
    let total = cells.len();
    let out = Arc::new(Mutex::new(cells));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let (nursery, out) = (nursery.clone(), out.clone());
            thread::spawn(move || free_some(&nursery, &out, 6))
        })
        .collect();
    work(&nursery, &out, 8);
    join(threads);
    free_some(&nursery, &out, total);
    nursery.settle();
    assert_eq!(nursery.count_free(), total, "a cell was lost");
}

fn free_some(nursery: &Nursery, out: &Mutex<Vec<Cell>>, times: usize) {
    for _ in 0..times {
        let cell = out.lock().unwrap().pop();
        match cell {
            Some(cell) => nursery.put(cell),
            None => thread::yield_now(),
        }
    }
}

/// What a thread with the nursery's id does.
fn work(nursery: &Nursery, out: &Mutex<Vec<Cell>>, times: usize) {
    for _ in 0..times {
        if shuttle::rand::thread_rng().gen_bool(0.5) {
            nursery.settle();
        }
        if let Some(cell) = nursery.allocate() {
            out.lock().unwrap().push(cell);
        }
    }
}

/// Threads follow one another under an id, and under other ids free what was handed out.
fn owner_ends_and_its_id_is_adopted() {
    let nursery = Arc::new(Nursery::new(2, 2));
    let owners = Arc::new(Owners::default());
    let cells = nursery.cells(2);
    let total = cells.len();
    let out = Arc::new(Mutex::new(cells));
    let adopted = Arc::new(AtomicUsize::new(0));
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let (nursery, out) = (nursery.clone(), out.clone());
            let (owners, adopted) = (owners.clone(), adopted.clone());
            thread::spawn(move || {
                for _ in 0..3 {
                    let id = owners.take_id().unwrap();
                    if id == crate::object::header::owner::FIRST {
                        assert_eq!(adopted.fetch_add(1, SeqCst), 0, "two threads have one id");
                        work(&nursery, &out, 3);
                        adopted.fetch_sub(1, SeqCst);
                    } else {
                        free_some(&nursery, &out, 2);
                    }
                    owners.give_back(id);
                }
            })
        })
        .collect();
    join(threads);
    free_some(&nursery, &out, total);
    nursery.settle();
    assert_eq!(nursery.count_free(), total, "a cell was lost");
}
