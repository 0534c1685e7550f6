//! The embedding API as a host with several native threads uses it.

use std::sync::Barrier;
use std::time::{Duration, Instant};
use taipan::api::{Exception, Interpreter, Py};

const MODES: [&str; 5] = [
    "interval:1ms",
    "interval:1ms,fair",
    "interval:1ms,race,boost",
    "ticks:100",
    "ticks:10,fair",
];

fn interpreter(gil: &str) -> Interpreter {
    let spec = gil.parse().expect("a valid specification");
    Interpreter::builder().gil(spec).build().expect("memory")
}

fn number(py: Py<'_>, expression: &str) -> i64 {
    let value = py.eval(expression).expect("evaluates");
    value.extract(py).expect("an int")
}

#[test]
fn native_threads_take_turns_in_every_mode() {
    for mode in MODES {
        let interpreter = interpreter(mode);
        interpreter.attach(|py| {
            let source = "counts = [0, 0]\n\
                          def work(i):\n    \
                              while counts[i] < 100000 or min(counts) == 0:\n        \
                                  counts[i] += 1\n";
            py.run(source, "turns.py").expect("runs");
        });
        let start = Barrier::new(2);
        std::thread::scope(|scope| {
            for i in 0..2 {
                let (interpreter, start) = (&interpreter, &start);
                scope.spawn(move || {
                    start.wait();
                    interpreter.attach(|py| {
                        let work = py.global("work").expect("defined");
                        work.call(py, (i,)).expect("returns");
                    });
                });
            }
        });
        interpreter.attach(|py| {
            assert!(number(py, "min(counts)") >= 100_000, "{mode}");
        });
    }
}

#[test]
fn a_detached_thread_lets_others_in() {
    for mode in MODES {
        let interpreter = interpreter(mode);
        let inside = Barrier::new(2);
        let done = Barrier::new(2);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                interpreter.attach(|py| {
                    py.run("x = 1", "first.py").expect("runs");
                    py.detach(|| {
                        inside.wait();
                        done.wait();
                    });
                    assert_eq!(number(py, "x"), 2, "{mode}");
                });
            });
            inside.wait();
            interpreter.attach(|py| py.run("x += 1", "second.py").expect("runs"));
            done.wait();
        });
    }
}

#[test]
fn an_attached_thread_may_attach_again() {
    let interpreter = interpreter("interval");
    let x = interpreter.attach(|py| {
        py.run("x = 20", "outer.py").expect("runs");
        let inner = interpreter.attach(|py| number(py, "x + 1"));
        let back = py.detach(|| interpreter.attach(|py| number(py, "x + 1")));
        inner + back
    });
    assert_eq!(x, 42);
}

#[test]
fn a_panic_in_attach_leaves_the_lock_free() {
    let interpreter = interpreter("interval");
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        interpreter.attach(|py| py.detach(|| panic!("in the host")))
    }));
    assert!(panicked.is_err());
    std::thread::scope(|scope| {
        let value = scope.spawn(|| interpreter.attach(|py| number(py, "6 * 7")));
        assert_eq!(value.join().expect("attaches"), 42);
    });
}

#[test]
fn handles_dropped_outside_give_their_references_back() {
    let interpreter = interpreter("interval");
    let handle = interpreter.attach(|py| {
        let source = "gone = []\n\
                      class Noisy:\n    \
                          def __del__(self): gone.append(1)\n";
        py.run(source, "noisy.py").expect("runs");
        py.eval("Noisy()").expect("evaluates")
    });
    let copy = handle.clone();
    drop(handle);
    interpreter.attach(|py| assert_eq!(number(py, "len(gone)"), 0));
    drop(copy);
    interpreter.attach(|py| assert_eq!(number(py, "len(gone)"), 1));
    // While another thread is busy in the interpreter, its next safepoint takes the reference.
    let handle = interpreter.attach(|py| py.eval("Noisy()").expect("evaluates"));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            interpreter.attach(|py| {
                py.run("while len(gone) < 2: pass", "busy.py")
                    .expect("runs");
            });
        });
        std::thread::sleep(Duration::from_millis(20));
        drop(handle);
    });
}

#[test]
fn host_functions_raise_exceptions_of_their_choice() {
    let interpreter = interpreter("interval");
    interpreter.attach(|py| {
        py.register("check", |n: i64| -> Result<i64, Exception> { Ok(n) })
            .expect("registers");
        let failing = |py: Py<'_>, kind: &str| py.new_exception(kind, "from the host");
        let exception = failing(py, "ValueError");
        assert_eq!(exception.to_string(), "ValueError: from the host");
        assert_eq!(failing(py, "Nonsense").kind, "NameError");
        assert_eq!(failing(py, "int").kind, "NameError");
        let own = "class Own(LookupError): pass\nown = Own('mine')";
        py.run(own, "own.py").expect("runs");
        let own = py.global("own").expect("defined");
        let raised = py.exception_from(&own).expect("an exception");
        assert_eq!(raised.to_string(), "Own: mine");
        let one = py.eval("1").expect("evaluates");
        let refused = py.exception_from(&one).expect_err("no exception");
        assert_eq!(refused.kind, "TypeError");
    });
}

#[test]
fn a_waiting_thread_gets_its_turn_after_the_interval() {
    let interpreter = interpreter("interval:2ms");
    let start = Barrier::new(2);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            interpreter.attach(|py| {
                py.run("stop = False", "busy.py").expect("runs");
                py.detach(|| start.wait());
                py.run("while not stop: pass", "busy.py").expect("runs");
            });
        });
        start.wait();
        std::thread::sleep(Duration::from_millis(20));
        let began = Instant::now();
        interpreter.attach(|py| py.run("stop = True", "stop.py").expect("runs"));
        // An interval, and what a loaded machine takes to wake a thread.
        assert!(began.elapsed() < Duration::from_secs(2));
    });
}

#[test]
fn hosts_see_what_the_collector_does() {
    let interpreter = interpreter("interval");
    interpreter.attach(|py| {
        py.run(
            "class Node: pass\nfor _ in range(5000):\n    node = Node()\n    node.me = node\n",
            "cycles.py",
        )
        .expect("the script runs");
        let before = py.collector_statistics();
        assert!(before[0].collections > 0 && before[0].collected > 1000);
        assert_eq!(before[0].pauses.count(), before[0].collections);
        assert!(before[0].pauses.quantile(0.5) <= before[0].pauses.longest());
        assert!(before[0].pauses.total() >= before[0].pauses.longest());
        py.run("node = None", "cycles.py").expect("the script runs");
        assert!(py.collect() > 0);
        assert_eq!(py.collect(), 0);
        let after = py.collector_statistics();
        assert_eq!(after[2].collections, before[2].collections + 2);
    });
}

/// What the process does about a signal.
fn action(signal: i32) -> usize {
    // SAFETY: the structure is plain data that the call fills.
    unsafe {
        let mut action = std::mem::zeroed::<libc::sigaction>();
        assert_eq!(
            libc::sigaction(signal, std::ptr::null(), &raw mut action),
            0
        );
        action.sa_sigaction
    }
}

#[test]
fn signals_are_the_hosts_until_a_script_asks_for_them() {
    let before = [libc::SIGINT, libc::SIGUSR2].map(action);
    let interpreter = interpreter("interval");
    interpreter.attach(|py| {
        py.run(
            "import signal\nold = signal.getsignal(signal.SIGUSR2)",
            "a.py",
        )
        .expect("runs");
        assert_eq!([libc::SIGINT, libc::SIGUSR2].map(action), before);
        let source = "seen = []\n\
                      signal.signal(signal.SIGUSR2, lambda *args: seen.append(args[0]))\n\
                      signal.raise_signal(signal.SIGUSR2)";
        py.run(source, "b.py").expect("runs");
        assert_eq!(number(py, "len(seen)"), 1);
    });
    assert_ne!(action(libc::SIGUSR2), before[1]);
    assert_eq!(action(libc::SIGINT), before[0]);
    // Another interpreter of the process cannot have them at the same time.
    let other = self::interpreter("interval");
    other.attach(|py| {
        let error = py
            .run(
                "import signal\nsignal.signal(signal.SIGTERM, print)",
                "c.py",
            )
            .expect_err("the signals are taken");
        assert!(error.report(py).contains("main interpreter"));
    });
    drop(interpreter);
    assert_eq!([libc::SIGINT, libc::SIGUSR2].map(action), before);
    other.attach(|py| {
        py.run("signal.signal(signal.SIGUSR2, print)", "d.py")
            .expect("they are free again");
    });
    drop(other);
    assert_eq!(action(libc::SIGUSR2), before[1]);
}
