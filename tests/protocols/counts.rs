//! Biased reference counts: an object lives while somebody refers to it, and dies once when nobody does.

use crate::object::breaker::MERGE;
use crate::object::header::{Header, flag};
use crate::object::owners::Owners;
use crate::object::thread::attach;
use crate::object::value::Value;
use shuttle::rand::Rng;
use shuttle::sync::atomic::{AtomicU32, Ordering::*};
use shuttle::sync::{Arc, Mutex};
use shuttle::thread;

/// Names and programs.
pub const PROGRAMS: &[(&str, fn())] = &[
    (
        "counts::given_back_to_a_running_owner",
        given_back_to_a_running_owner,
    ),
    ("counts::both_drop", both_drop),
    ("counts::owner_goes_away", owner_goes_away),
    (
        "counts::owner_ends_and_its_id_is_reused",
        owner_ends_and_its_id_is_reused,
    ),
    ("counts::references_wander", references_wander),
];

/// An object, looked at from outside.
#[derive(Clone, Copy)]
struct Object(&'static Header);

impl Object {
    /// A new object of the thread with this id, and the reference to it.
    fn new(id: u16) -> (Object, Value) {
        let (header, value) = Value::new(id);
        (Object(header), value)
    }

    fn is_dead(self) -> bool {
        self.0.has(flag::FINALIZED)
    }
}

/// A thread that counts references while this lives.
struct Counter {
    id: u16,
    owners: Arc<Owners>,
    breaker: Box<AtomicU32>,
    /// Takes the references that come back in the moment when the thread goes away.
    leftover: Arc<Mutex<Vec<Value>>>,
}

impl Counter {
    fn arrive(owners: &Arc<Owners>, leftover: &Arc<Mutex<Vec<Value>>>) -> Counter {
        let counter = Counter {
            id: owners.take_id().unwrap(),
            owners: owners.clone(),
            breaker: Box::default(),
            leftover: leftover.clone(),
        };
        counter.come();
        counter
    }

    fn come(&self) {
        self.owners.arrive(self.id, &self.breaker);
        attach(self.id, &self.owners);
    }

    fn go(&self) {
        let leftover = self.owners.depart(self.id);
        self.leftover.lock().unwrap().extend(leftover);
        attach(0, &self.owners);
    }

    fn safepoint(&self) {
        if self.breaker.load(Relaxed) & MERGE != 0 {
            self.breaker.fetch_and(!MERGE, AcqRel);
            drop(self.owners.take_returned(self.id));
        }
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.go();
        self.owners.give_back(self.id);
    }
}

type World = (Arc<Owners>, Arc<Mutex<Vec<Value>>>);

fn world() -> World {
    (Arc::default(), Arc::default())
}

/// All threads have ended: what is left over is dropped, and the objects are dead.
fn end(world: &World, objects: &[Object]) {
    let last = Counter::arrive(&world.0, &world.1);
    loop {
        let leftover = std::mem::take(&mut *world.1.lock().unwrap());
        if leftover.is_empty() {
            break;
        }
        drop(leftover);
    }
    last.safepoint();
    for object in objects {
        assert!(object.is_dead(), "an object outlived its references");
    }
}

fn given_back_to_a_running_owner() {
    let world = world();
    let (owners, leftover) = world.clone();
    let owner = Counter::arrive(&owners, &leftover);
    let (object, value) = Object::new(owner.id);
    let other = thread::spawn(move || {
        let other = Counter::arrive(&owners, &leftover);
        drop(value);
        drop(other);
    });
    for _ in 0..3 {
        owner.safepoint();
        thread::yield_now();
    }
    other.join().unwrap();
    owner.safepoint();
    assert!(object.is_dead());
    drop(owner);
    end(&world, &[object]);
}

fn both_drop() {
    let world = world();
    let (owners, leftover) = world.clone();
    let owner = Counter::arrive(&owners, &leftover);
    let (object, value) = Object::new(owner.id);
    let copies: Vec<Value> = (0..2).map(|_| value.clone()).collect();
    let other = thread::spawn(move || {
        let other = Counter::arrive(&owners, &leftover);
        let more = copies[0].clone();
        drop(copies);
        drop(more);
        drop(other);
    });
    let mine = value.clone();
    drop(value);
    owner.safepoint();
    drop(mine);
    drop(owner);
    other.join().unwrap();
    end(&world, &[object]);
}

fn owner_goes_away() {
    let world = world();
    let (owners, leftover) = world.clone();
    let owner = Counter::arrive(&owners, &leftover);
    let (object, value) = Object::new(owner.id);
    let copy = value.clone();
    let other = thread::spawn(move || {
        let other = Counter::arrive(&owners, &leftover);
        drop(copy);
        other.safepoint();
        drop(other);
    });
    owner.go();
    thread::yield_now();
    owner.come();
    drop(value);
    owner.safepoint();
    owner.go();
    other.join().unwrap();
    owner.come();
    drop(owner);
    end(&world, &[object]);
}

fn owner_ends_and_its_id_is_reused() {
    let world = world();
    let box_: Arc<Mutex<Vec<Value>>> = Arc::default();
    let (owners, leftover) = world.clone();
    let first = Counter::arrive(&owners, &leftover);
    let (object, value) = Object::new(first.id);
    box_.lock()
        .unwrap()
        .extend([value.clone(), value.clone(), value]);
    drop(first);
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let (world, box_) = (world.clone(), box_.clone());
            thread::spawn(move || {
                let next = Counter::arrive(&world.0, &world.1);
                let value = box_.lock().unwrap().pop();
                let copy = value.clone();
                drop(value);
                next.safepoint();
                drop(copy);
                drop(next);
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert!(!object.is_dead());
    let last = Counter::arrive(&owners, &leftover);
    box_.lock().unwrap().clear();
    drop(last);
    end(&world, &[object]);
}

/// Threads make objects, copy references, give them to one another, drop them, go away and come back.
fn references_wander() {
    let world = world();
    let shared: Arc<Mutex<Vec<Value>>> = Arc::default();
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let (world, shared) = (world.clone(), shared.clone());
            thread::spawn(move || wander(&world, &shared))
        })
        .collect();
    let mut objects = Vec::new();
    for thread in threads {
        objects.extend(thread.join().unwrap());
    }
    let last = Counter::arrive(&world.0, &world.1);
    shared.lock().unwrap().clear();
    drop(last);
    end(&world, &objects);
}

fn wander(world: &World, shared: &Mutex<Vec<Value>>) -> Vec<Object> {
    let mut counter = Counter::arrive(&world.0, &world.1);
    let mut objects = Vec::new();
    let mut own: Vec<Value> = Vec::new();
    for _ in 0..12 {
        let choice = shuttle::rand::thread_rng().gen_range(0..7);
        match choice {
            0 => {
                let (object, value) = Object::new(counter.id);
                objects.push(object);
                own.push(value);
            }
            1 => own.extend(own.last().cloned()),
            2 => drop(own.pop()),
            3 => {
                let value = own.pop();
                shared.lock().unwrap().extend(value);
            }
            4 => {
                let taken = shared.lock().unwrap().pop();
                own.extend(taken);
            }
            5 => {
                counter.go();
                thread::yield_now();
                counter.come();
            }
            _ => {
                // The thread ends, and another goes on with its references.
                drop(counter);
                counter = Counter::arrive(&world.0, &world.1);
            }
        }
        counter.safepoint();
    }
    drop(own);
    drop(counter);
    objects
}
