//! Native threads that allocate from one heap and free each other's cells.

use super::*;
use crate::object::builtin::Builtin;
use crate::object::header::owner;
use crate::object::layout::{core, shape_word};
use crate::object::thread::TOGETHER;
use std::collections::HashSet;
use std::sync::Barrier;

/// An object whose payload nobody looks at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Object(NonNull<Header>);

// SAFETY: a test uses an object in one thread at a time.
unsafe impl Send for Object {}

/// A heap that threads share.
struct World(Box<Heap>);

// SAFETY: the tests keep to the rules of the heap.
unsafe impl Sync for World {}

impl Deref for World {
    type Target = Heap;

    fn deref(&self) -> &Heap {
        &self.0
    }
}

fn world(limit: usize) -> World {
    World(Heap::new(limit))
}

/// Runs `f` in a thread with this id, with nobody beside it.
fn alone<R>(world: &World, id: u16, f: impl FnOnce(&Nursery) -> R) -> R {
    // SAFETY: nurseries live as long as the heap.
    let nursery = unsafe { world.nursery(id).as_ref() };
    thread::with_id(id, || f(nursery))
}

/// Runs `f` in a thread with this id that may have others beside it.
fn together<R>(world: &World, id: u16, f: impl FnOnce(&Nursery) -> R) -> R {
    alone(world, id, |nursery| {
        thread::set_nesting(thread::nesting() | TOGETHER);
        let result = f(nursery);
        thread::set_nesting(thread::nesting() & !TOGETHER);
        result
    })
}

fn make(nursery: &Nursery, size: usize, leaf: bool) -> Option<Object> {
    let shape = shape_word(core::FLOAT, Builtin::Float as u32);
    nursery.allocate(size, shape, leaf, 0).map(Object)
}

fn make_many(nursery: &Nursery, n: usize, size: usize) -> Vec<Object> {
    (0..n)
        .map(|_| make(nursery, size, false).expect("there is memory"))
        .collect()
}

fn destroy(object: Object) {
    // SAFETY: made by `make`, and each test destroys an object once.
    unsafe { free(object.0.as_ptr()) };
}

fn block_of(object: Object) -> *const Block {
    // SAFETY: the tests ask for small objects only.
    unsafe { Block::of(object.0.as_ptr()) }
}

/// Checks lists and counters of all blocks, and answers the number of small objects.
fn inspect(world: &World) -> u32 {
    let mut live = 0;
    world.inspect_blocks(&mut |block| {
        let here = block.walk(&mut |_| {});
        assert_eq!(here, block.used);
        assert_eq!(
            block.count_free().expect("a sound freelist") + here,
            block.carved
        );
        assert!(block.carved <= block.capacity);
        live += here;
    });
    live
}

/// Nothing is left: all blocks can go.
fn assert_empty(world: &World, nurseries: usize) {
    assert_eq!(inspect(world), 0);
    world.begin_epoch(2);
    world.trim();
    // Blocks that leaves are allocated from stay.
    let mut blocks = 0;
    world.inspect_blocks(&mut |block| {
        assert!(!block.containers);
        blocks += 1;
    });
    assert_eq!(world.growth(), 0);
    assert!(!world.has_young());
    assert_eq!(
        world.bytes_in_use(),
        blocks * BLOCK + nurseries * size_of::<Nursery>()
    );
}

/// Numbers that look random.
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 11) as usize
}

#[test]
fn cells_freed_beside_their_owner_are_allocated_again() {
    const N: usize = 5000;
    let world = world(usize::MAX);
    let objects = together(&world, 1, |nursery| make_many(nursery, N, 48));
    let places: HashSet<Object> = objects.iter().copied().collect();
    let in_use = world.bytes_in_use();
    std::thread::scope(|scope| {
        for (i, part) in objects.chunks(N / 4).enumerate() {
            let (world, part) = (&world, part.to_vec());
            scope.spawn(move || {
                together(world, i as u16 + 2, |_| part.into_iter().for_each(destroy));
            });
        }
    });
    let again = together(&world, 1, |nursery| make_many(nursery, N, 48));
    let reused = again
        .iter()
        .filter(|object| places.contains(object))
        .count();
    assert!(reused >= N - N / 8, "{reused} of {N} cells");
    assert_eq!(world.bytes_in_use(), in_use + 4 * size_of::<Nursery>());
    assert_eq!(inspect(&world) as usize, N);
    alone(&world, 3, |_| again.into_iter().for_each(destroy));
    assert_empty(&world, 5);
}

#[test]
fn who_runs_alone_frees_into_blocks_of_others() {
    let world = world(usize::MAX);
    let objects = alone(&world, 1, |nursery| make_many(nursery, 20_000, 32));
    alone(&world, 2, |_| objects.iter().copied().for_each(destroy));
    world.each_nursery(|nursery| {
        assert!(!nursery.settle(), "a cell took the way through the inbox");
    });
    assert_eq!(inspect(&world), 0);
    let mine = alone(&world, 2, |nursery| make_many(nursery, 1, 32));
    let theirs: HashSet<_> = objects.iter().map(|&object| block_of(object)).collect();
    assert!(!theirs.contains(&block_of(mine[0])));
    let again = alone(&world, 1, |nursery| make_many(nursery, 1, 32));
    assert!(theirs.contains(&block_of(again[0])));
    alone(&world, 1, |_| {
        mine.into_iter().chain(again).for_each(destroy)
    });
    assert_empty(&world, 2);
}

#[test]
fn threads_allocate_and_free_together() {
    const THREADS: usize = 4;
    let world = world(usize::MAX);
    let exchange: std::sync::Mutex<Vec<Object>> = std::sync::Mutex::default();
    let start = Barrier::new(THREADS);
    for round in 0..4 {
        std::thread::scope(|scope| {
            for i in 0..THREADS {
                let (world, exchange, start) = (&world, &exchange, &start);
                // Ids go round: each thread adopts the nursery of another one.
                let id = owner::FIRST + ((i + round) % THREADS) as u16;
                scope.spawn(move || {
                    start.wait();
                    together(world, id, |nursery| {
                        let mut random = (round * THREADS + i) as u64 * 0x9e37_79b9 + 12345;
                        let mut own = Vec::new();
                        for _ in 0..30_000 {
                            let size = match next(&mut random) % 50 {
                                0 => 513 + next(&mut random) % 3000,
                                n if n < 40 => 16 + 16 * (n % 4),
                                _ => 16 + next(&mut random) % 496,
                            };
                            let leaf = next(&mut random).is_multiple_of(2);
                            own.push(make(nursery, size, leaf).expect("there is memory"));
                            if own.len() > 500 {
                                let mut exchange = exchange.lock().expect("nobody panics");
                                let from = own.len() - next(&mut random) % 500;
                                exchange.extend(own.drain(from..));
                                let most = exchange.len();
                                let from = most - (next(&mut random) % 700).min(most);
                                let gone: Vec<Object> = exchange.drain(from..).collect();
                                drop(exchange);
                                gone.into_iter().for_each(destroy);
                            }
                        }
                        exchange.lock().expect("nobody panics").extend(own);
                    });
                });
            }
        });
        let mut left = exchange.lock().expect("nobody panics");
        // SAFETY: the objects are alive.
        let small = |object: &&Object| unsafe { !object.0.as_ref().has(flag::LARGE) };
        assert_eq!(inspect(&world) as usize, left.iter().filter(small).count());
        assert!(
            left.iter().collect::<HashSet<_>>().len() == left.len(),
            "a cell was handed out twice"
        );
        if round % 2 == 1 {
            world.begin_epoch(0);
            world.trim();
            let kept = left.len() / 3;
            left.drain(kept..).for_each(|object| {
                alone(&world, 9, |_| destroy(object));
            });
        }
    }
    let left = std::mem::take(&mut *exchange.lock().expect("nobody panics"));
    alone(&world, 9, |_| left.into_iter().for_each(destroy));
    assert_empty(&world, THREADS + 1);
}

#[test]
fn leaves_grow_while_others_come_and_go() {
    let world = world(usize::MAX);
    std::thread::scope(|scope| {
        for id in 1..4 {
            let world = &world;
            scope.spawn(move || {
                together(world, id, |nursery| {
                    for i in 0..300 {
                        let other = make(nursery, 600, true).expect("there is memory");
                        let mut object = make(nursery, 1000, true).expect("there is memory").0;
                        for size in (1..8).map(|n| n * 1500) {
                            // SAFETY: a large leaf that nobody else knows of.
                            object = unsafe { Heap::resize_large(object, size + i) }
                                .expect("there is memory");
                        }
                        destroy(other);
                        destroy(Object(object));
                    }
                });
            });
        }
    });
    assert_empty(&world, 3);
}

#[test]
fn the_limit_holds_for_threads_together() {
    const LIMIT: usize = 8 << 20;
    let world = world(LIMIT);
    // Nurseries are accounted for, but never refused.
    (1..4).for_each(|id| alone(&world, id, |_| ()));
    let all = std::thread::scope(|scope| {
        let fill = |id| {
            let world = &world;
            scope.spawn(move || {
                together(world, id, |nursery| {
                    let mut objects = Vec::new();
                    for size in [300, 48, 100_000, 1000] {
                        while let Some(object) = make(nursery, size, false) {
                            assert!(world.bytes_in_use() <= LIMIT);
                            objects.push(object);
                        }
                    }
                    objects
                })
            })
        };
        let threads: Vec<_> = (1..4).map(fill).collect();
        let objects = threads
            .into_iter()
            .map(|t| t.join().expect("nobody panics"));
        objects.flatten().collect::<Vec<_>>()
    });
    assert!(world.available() < 2000);
    alone(&world, 1, |_| all.into_iter().for_each(destroy));
    assert_empty(&world, 3);
}

#[test]
fn allocation_goes_on_after_a_refusal() {
    let world = world(10 * BLOCK);
    alone(&world, 1, |nursery| {
        let mut objects = Vec::new();
        while let Some(object) = make(nursery, 64, false) {
            objects.push(object);
        }
        // The block that was the current one when memory ended gets free cells, and a collection puts it down.
        let all = objects.len();
        objects.drain(all - 500..).for_each(destroy);
        world.begin_epoch(2);
        while let Some(object) = make(nursery, 64, false) {
            objects.push(object);
        }
        assert_eq!(objects.len(), all);
        objects.into_iter().for_each(destroy);
    });
    assert_empty(&world, 1);
}
