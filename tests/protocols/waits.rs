//! Waiting for locks of scripts: no wake-up is lost, and a deadlock is found where there is one, and only there.

use crate::lock::{interpreter, run, safepoint};
use crate::runtime::clock;
use crate::runtime::gate::Gate;
use crate::runtime::gil::{Reason, Target, WaitQueue};
use crate::runtime::state::{Interpreter, ThreadState};
use crate::runtime::threads;
use shuttle::sync::Arc;
use shuttle::sync::atomic::{AtomicU32, Ordering::*};

/// Names and programs.
pub const PROGRAMS: &[(&str, fn())] = &[
    ("waits::gate_excludes", || gate_excludes("interval")),
    ("waits::gate_excludes_off", || gate_excludes("off")),
    ("waits::gate_excludes_race", || {
        gate_excludes("ticks:100,race")
    }),
    ("waits::two_hand_over", || ring("interval", 2, 3)),
    ("waits::two_hand_over_fair", || ring("interval,fair", 2, 3)),
    ("waits::two_hand_over_off", || ring("off", 2, 3)),
    ("waits::three_hand_over_off", || ring("off", 3, 2)),
    ("waits::two_hand_over_soon", || ring_soon("interval", 2, 3)),
    ("waits::two_hand_over_soon_fair", || {
        ring_soon("interval,fair", 2, 3)
    }),
    ("waits::three_hand_over_soon_race", || {
        ring_soon("ticks:100,race", 3, 2)
    }),
    (
        "waits::gates_taken_in_opposite_order",
        gates_taken_in_opposite_order,
    ),
    (
        "waits::a_thread_ends_without_opening_its_gate",
        a_thread_ends_without_opening_its_gate,
    ),
    ("waits::time_limits", time_limits),
];

fn detecting(spec: &str) -> Arc<Interpreter> {
    let interpreter = interpreter(spec);
    interpreter.gil.detect_deadlocks(true);
    interpreter
}

/// Takes the gate; false: as a script, the thread would have got DeadlockError.
fn take(gate: &Gate, ts: &ThreadState) -> bool {
    gate.take(&ts.core, None).is_ok()
}

fn gate_excludes(spec: &str) {
    let (gate, inside) = (Gate::default(), AtomicU32::new(0));
    run(&detecting(spec), 3, move |ts| {
        for _ in 0..2 {
            assert!(take(&gate, ts), "a deadlock that is none");
            assert_eq!(inside.fetch_add(1, SeqCst), 0);
            // Another thread comes while this one has the gate.
            ts.interpreter.gil.turn_over(ts);
            safepoint(ts);
            inside.fetch_sub(1, SeqCst);
            gate.release();
        }
    });
}

/// Threads around a table: each waits at its own gate and opens the next one's. All but one of them always wait.
fn ring(spec: &str, count: usize, rounds: usize) {
    let interpreter = detecting(spec);
    let gates: Vec<Gate> = (0..count).map(|_| Gate::default()).collect();
    let closer = ThreadState::new(&interpreter, count as u64);
    for gate in &gates[1..] {
        assert!(gate.try_take(&closer.core));
    }
    drop(closer);
    run(&interpreter, count, move |ts| {
        let i = ts.number as usize;
        for _ in 0..rounds {
            assert!(take(&gates[i], ts), "a deadlock that is none");
            gates[(i + 1) % gates.len()].release();
        }
    });
}

/// Under every schedule both threads end, one of them by DeadlockError if it has to.
fn gates_taken_in_opposite_order() {
    let gates = [Gate::default(), Gate::default()];
    run(&detecting("off"), 2, move |ts| {
        let i = ts.number as usize;
        assert!(take(&gates[i], ts), "a deadlock that is none");
        ts.interpreter.gil.turn_over(ts);
        if take(&gates[1 - i], ts) {
            gates[1 - i].release();
        }
        gates[i].release();
    });
}

/// One thread goes without opening the gate; of the other two, one gets DeadlockError and opens it for the last.
fn a_thread_ends_without_opening_its_gate() {
    let (gate, errors) = (Gate::default(), Arc::new(AtomicU32::new(0)));
    let counted = errors.clone();
    run(&detecting("interval"), 3, move |ts| {
        if take(&gate, ts) {
            ts.interpreter.gil.turn_over(ts);
        } else {
            counted.fetch_add(1, SeqCst);
            gate.release();
        }
    });
    assert_eq!(errors.load(SeqCst), 1);
}

/// Waits that end by time lose no wake-up of others.
fn time_limits() {
    let gate = Gate::default();
    run(&detecting("off"), 3, move |ts| {
        let deadline = (ts.number == 1).then(|| clock::monotonic() + 20_000);
        let taken = gate.take(&ts.core, deadline);
        assert!(taken.is_ok(), "a deadlock that is none");
        if taken.is_ok_and(|taken| taken) {
            ts.interpreter.gil.turn_over(ts);
            gate.release();
        }
    });
}

/// As [`ring`], of those who owe each other the wake-up until they wait themselves.
fn ring_soon(spec: &str, count: usize, rounds: usize) {
    let interpreter = detecting(spec);
    let tokens: Vec<AtomicU32> = (0..count)
        .map(|i| AtomicU32::new((i == 0) as u32))
        .collect();
    let queues: Vec<WaitQueue> = (0..count).map(|_| WaitQueue::default()).collect();
    run(&interpreter, count, move |ts| {
        let i = ts.number as usize;
        for _ in 0..rounds {
            let mut ready = || tokens[i].compare_exchange(1, 0, SeqCst, SeqCst).is_ok();
            let target = Target::Said("for its turn");
            let waited =
                threads::wait(&ts.core, Reason::Lock, &queues[i], target, None, &mut ready);
            assert!(waited.is_ok(), "a deadlock that is none");
            let next = (i + 1) % count;
            tokens[next].store(1, SeqCst);
            if !queues[next].is_empty() {
                ts.interpreter.gil.wake_one_soon(ts, &queues[next]);
            }
            safepoint(ts);
        }
    });
}
