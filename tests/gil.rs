//! What can be seen of the lock: figures, traces, deadlocks, and where the threads are after a second Ctrl-C.

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use taipan::api::{DeadlockDetection, GilActivity, GilReason, GilTransfer, Interpreter};

const MODES: [&str; 6] = [
    "interval:1ms",
    "interval:1ms,fair",
    "interval:1ms,race,boost",
    "ticks:100",
    "ticks:10,fair",
    "off",
];

/// Three threads that run, sleep, wait for a lock and collect garbage.
const BUSY: &str = "\
import gc, threading, time
lock = threading.Lock()
def work():
    for _ in range(5):
        with lock:
            sum(range(3000))
            time.sleep(0.001)
        gc.collect()
        for i in range(3000):
            pass
threads = [threading.Thread(target=work, name=f'worker {i}') for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    for name in ["TAIPAN_GIL", "TAIPAN_DEBUG", "TAIPAN_DEADLOCK", "COLUMNS"] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the command was built")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A file of this test in the folder for temporary files.
fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("taipan-{}-{name}", std::process::id()))
}

/// Runs a program that reads the trace from standard input.
fn judge(trace: &[u8], program: &str) -> Output {
    let mut child = command(&["-c", program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(trace).expect("it reads");
    drop(input);
    child.wait_with_output().expect("it ends")
}

#[test]
fn slices_of_a_trace_are_the_times_of_the_statistics() {
    for mode in MODES {
        let spec = mode.parse().expect("a valid specification");
        let builder = Interpreter::builder().gil(spec);
        let interpreter = builder.build().expect("memory");
        let observer = interpreter.observer();
        assert!(observer.start_trace(), "{mode}");
        interpreter
            .attach(|py| py.run(BUSY, "busy.py").map_err(|e| e.report(py)))
            .expect("runs");
        let closed = interpreter.close();
        let trace = observer.stop_trace().expect("a trace was recorded");
        assert_eq!(trace.forgotten(), 0, "{mode}");
        let mut by_number = HashMap::new();
        for lane in &trace.lanes {
            let mut times = [0u64; 10];
            let mut last_end = 0;
            for event in &lane.events {
                if let taipan::api::GilEventKind::Slice(activity) = event.kind {
                    assert!(event.start >= last_end, "{mode}: slices overlap");
                    assert!(event.end > event.start, "{mode}: an empty slice");
                    last_end = event.end;
                    times[activity as usize] += event.end - event.start;
                }
            }
            by_number.insert(lane.number, times);
        }
        let threads = &closed.statistics.threads;
        assert_eq!(threads.len(), 4, "{mode}");
        for thread in threads {
            let figures = &thread.figures;
            let times = by_number[&thread.number];
            for activity in GilActivity::ALL {
                if activity != GilActivity::Outside {
                    let (traced, counted) = (times[activity as usize], figures.time(activity));
                    assert_eq!(traced, counted, "{mode}: {} {activity:?}", thread.name);
                }
            }
            assert_eq!(
                figures.wall(),
                figures.holding()
                    + figures.time(GilActivity::Waiting)
                    + figures.time(GilActivity::Stopped)
                    + figures.blocked(),
                "{mode}"
            );
            assert_eq!(
                figures.drops.iter().sum::<u64>(),
                figures.acquisitions,
                "{mode}"
            );
            assert_eq!(figures.holds.count(), figures.acquisitions, "{mode}");
        }
        let total = &closed.statistics.total;
        assert!(total.time(GilActivity::Collecting) > 0, "{mode}");
        assert!(total.dropped(GilReason::Sleep) >= 15, "{mode}");
        if mode != "off" {
            let held = Duration::from_nanos(total.holding());
            assert!(
                held <= closed.statistics.elapsed,
                "{mode}: more than one held the lock"
            );
        }
        assert!(closed.collections[2].seen > 0, "{mode}");
    }
}

/// Two threads with 200 turns each, of which both know that the other one runs.
const TURNS: &str = "\
import gil, threading
ready = [False, False]
def work(i):
    ready[i] = True
    while not (ready[0] and ready[1]):
        pass
    for _ in range(20000):
        pass
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(gil.stats()['total']['switches'])
";

#[test]
fn fair_turns_alternate_whenever_the_system_wakes_a_thread() {
    for _ in 0..5 {
        let output = run(&["--gil=ticks:100,fair", "-c", TURNS]);
        let switches = text(&output.stdout);
        let count: u32 = switches.trim().parse().expect("a number");
        assert!(count >= 390, "{count} switches");
    }
}

#[test]
fn a_trace_file_has_the_trace_event_format() {
    let path = temporary("trace.json");
    let name = path.to_str().expect("a name in UTF-8");
    let output = run(&["--gil=interval:1ms", "--gil-trace", name, "-c", BUSY]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("recording took"));
    let trace = std::fs::read(&path).expect("the trace was written");
    std::fs::remove_file(&path).expect("it is there");
    let program = r#"
import json, sys
trace = json.loads(sys.stdin.read())
assert trace["displayTimeUnit"] == "ns"
other = trace["otherData"]
assert other["gil"] == "interval:1ms" and other["forgotten_events"] == 0
assert 0 < other["tracing_cost_us"] < other["duration_us"]
names, lanes, counters, requests = {}, {}, [], 0
for event in trace["traceEvents"]:
    assert event["pid"] == 1
    if event["ph"] == "M":
        if event["name"] == "thread_name":
            names[event["tid"]] = event["args"]["name"]
        continue
    assert 0 <= event["ts"] <= other["duration_us"]
    if event["ph"] == "X":
        assert event["dur"] > 0
        lanes.setdefault(event["tid"], []).append((event["ts"], event["dur"], event["name"]))
    elif event["ph"] == "C":
        counters.append(event["args"]["threads"])
    else:
        assert event["ph"] == "i" and event["name"] == "drop request"
        assert event["args"]["holder"] in names
        requests += 1
for slices in lanes.values():
    for (start, length, _), (following, _, _) in zip(slices, slices[1:]):
        assert start + length <= following + 0.0005, (start, length, following)
assert set(lanes) == set(names)
assert not counters or min(counters) == 0
print(sorted(names.values()))
activities = {name for slices in lanes.values() for _, _, name in slices}
assert {"running", "collecting", "blocked in join", "blocked in sleep"} <= activities, activities
assert all(name in ("running", "collecting", "waiting for the lock") or name.startswith("blocked in ") for name in activities)
"#;
    let judged = judge(&trace, program);
    assert_eq!(
        text(&judged.stdout),
        "['MainThread', 'worker 0', 'worker 1', 'worker 2']\n",
        "{}",
        text(&judged.stderr)
    );
}

#[test]
fn lanes_are_drawn_in_the_terminal() {
    let output = run(&["--gil-trace=text", "-c", BUSY]);
    let shown = text(&output.stderr);
    assert!(output.status.success(), "{shown}");
    for word in [
        "MainThread",
        "worker 2",
        "█ running",
        "· blocked in sleep",
        "0 forgotten",
    ] {
        assert!(shown.contains(word), "no {word} in\n{shown}");
    }
    let program = "import gil, time\n\
                   with gil.trace(width=80) as trace:\n    gil.mark('here')\n    time.sleep(0.01)\n\
                   print(trace.text.count('\\n'), '·····' in trace.text, gil.stop_trace())";
    assert_eq!(text(&run(&["-c", program]).stdout), "5 True None\n");
}

#[test]
fn tables_are_printed_at_exit() {
    for mode in MODES {
        let option = format!("--gil={mode}");
        let output = run(&[&option, "--gil-stats", "-c", BUSY]);
        let shown = text(&output.stderr);
        assert!(output.status.success(), "{shown}");
        assert!(
            shown.starts_with(&format!("GIL statistics: {mode}")),
            "{shown}"
        );
        for start in [
            "time ",
            "lock ",
            "at a time ",
            "from ",
            "collections ",
            "MainThread ",
            "worker 0 ",
            "all threads ",
        ] {
            assert!(
                shown.lines().any(|line| line.starts_with(start)),
                "no {start}\n{shown}"
            );
        }
        for line in shown.lines() {
            assert!(line.chars().count() <= 130, "too long: {line}");
        }
    }
}

/// Two threads that write to one dictionary, until one has had to stop the other for it if there is no lock.
const CONTENTION: &str = "\
import gil, sys, threading, time
totals = {}
over = False
def work():
    while not over:
        for i in range(100):
            totals[i] = i
threads = [threading.Thread(target=work) for i in range(2)]
for thread in threads:
    thread.start()
while not sys._is_gil_enabled() and 'taking over dict' not in gil.stats()['stops']:
    time.sleep(0.001)
over = True
for thread in threads:
    thread.join()
";

#[test]
fn what_threads_stop_one_another_for_is_shown_without_a_lock() {
    for mode in MODES {
        let option = format!("--gil={mode}");
        let output = run(&[&option, "--gil-stats", "-c", CONTENTION]);
        let shown = text(&output.stderr);
        assert!(output.status.success(), "{shown}");
        for start in [
            "contention ",
            "stopped for ",
            "taking over dict ",
            "shared objects ",
            "dict ",
        ] {
            let is_shown = shown.lines().any(|line| line.starts_with(start));
            assert_eq!(is_shown, mode == "off", "{start}\n{shown}");
        }
        for line in shown.lines() {
            assert!(line.chars().count() <= 130, "too long: {line}");
        }
    }
}

#[test]
fn a_host_sees_what_threads_stop_one_another_for() {
    for mode in MODES {
        let spec = mode.parse().expect("a valid specification");
        let builder = Interpreter::builder().gil(spec);
        let interpreter = builder.build().expect("memory");
        interpreter
            .attach(|py| {
                py.run(CONTENTION, "contention.py")
                    .map_err(|e| e.report(py))
            })
            .expect("runs");
        let statistics = interpreter.close().statistics;
        let total = &statistics.total;
        let count: u64 = statistics.stops.iter().map(|stops| stops.count).sum();
        let waited: u64 = statistics.stops.iter().map(|stops| stops.waited).sum();
        assert_eq!((count, waited), (total.stops, total.stop_time), "{mode}");
        for kind in GilTransfer::BY_CLASS {
            let count: u64 = statistics.shared.iter().map(|row| row.count(kind)).sum();
            assert_eq!(count, total.transferred(kind), "{mode}: {kind:?}");
        }
        let of_dict = |kind| {
            let dict = statistics.shared.iter().find(|row| row.class == "dict");
            dict.map_or(0, |row| row.count(kind))
        };
        let is_free = mode == "off";
        assert_eq!(of_dict(GilTransfer::TakenOver) > 0, is_free, "{mode}");
        assert_eq!(total.stops > 0, is_free, "{mode}");
    }
}

#[test]
fn a_line_is_printed_at_intervals() {
    let output = run(&["--gil-stat=20", "-c", "import time; time.sleep(0.3)"]);
    let shown = text(&output.stderr);
    assert!(output.status.success(), "{shown}");
    assert!(
        shown
            .lines()
            .next()
            .is_some_and(|head| head.contains("switches")),
        "{shown}"
    );
    let lines = shown.lines().count();
    assert!((5..=20).contains(&lines), "{lines} lines\n{shown}");
}

#[test]
fn words_behind_the_program_are_its_own() {
    let program = "import sys; print(sys.argv[1:])";
    let arguments = [
        "--gil",
        "ticks:7",
        "--gil-stat",
        "9999",
        "-c",
        program,
        "--gil-stats",
        "-c",
    ];
    let output = run(&arguments);
    assert_eq!(
        text(&output.stdout),
        "['--gil-stats', '-c']\n",
        "{}",
        text(&output.stderr)
    );
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/primes.py");
    assert!(run(&["run", script, "--explore", "3"]).status.success());
}

#[test]
fn wrong_options_are_refused() {
    for (arguments, message) in [
        (["--gil-stat=0", "-c", "1"], "--gil-stat"),
        (["--gil-stat=soon", "-c", "1"], "--gil-stat"),
        (
            ["--gil-trace=/no/such/folder/trace", "-c", "1"],
            "can't write the trace",
        ),
        (["--gil=off,seed=1", "-c", "1"], "accepted:"),
        (["--gil=", "-c", "1"], "accepted:"),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            text(&output.stderr).contains(message),
            "{}",
            text(&output.stderr)
        );
    }
}

const DEADLOCK: &str = "\
import threading
first, second = threading.Lock(), threading.Lock()
ready = threading.Barrier(2)
def other():
    with second:
        ready.wait()
        with first:
            pass
threading.Thread(target=other, name='Other').start()
with first:
    ready.wait()
    with second:
        pass
";

#[test]
fn a_deadlock_is_reported_in_every_mode() {
    for mode in MODES.into_iter().chain(["ticks:1"]) {
        let option = format!("--gil={mode}");
        let output = run(&[&option, "-c", DEADLOCK]);
        let shown = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{mode}: {shown}");
        for line in [
            "gil.DeadlockError: all threads wait for one another:",
            "  MainThread waits for a lock that Other has taken, at <string>:12 in <module>",
            "  Other waits for a lock that MainThread has taken, at <string>:7 in other",
        ] {
            assert!(
                shown.lines().any(|shown| shown == line),
                "{mode}: no {line}\n{shown}"
            );
        }
    }
}

#[test]
fn a_deadlock_at_the_end_is_reported() {
    let program = "import threading\n\
                   threading.Thread(target=threading.Event().wait, name='Forgotten').start()";
    for mode in MODES {
        let option = format!("--gil={mode}");
        let output = run(&[&option, "-c", program]);
        let shown = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{mode}: {shown}");
        assert!(
            shown.contains("\n  Forgotten waits in Event.wait()\n"),
            "{mode}: {shown}"
        );
    }
}

#[test]
fn deadlock_detection_can_be_switched_off() {
    let mut child = command(&["-c", DEADLOCK])
        .env("TAIPAN_DEADLOCK", "off")
        .stderr(Stdio::null())
        .spawn()
        .expect("the command was built");
    std::thread::sleep(Duration::from_millis(500));
    let status = child.try_wait().expect("it can be asked");
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    assert!(status.is_none(), "it ended: {status:?}");
}

#[test]
fn a_host_that_may_come_back_is_no_deadlock() {
    let interpreter = Interpreter::builder().build().expect("memory");
    let run =
        |source: &str| interpreter.attach(|py| py.run(source, "host.py").map_err(|e| e.report(py)));
    run("import threading\nevent = threading.Event()\n\
         def wait():\n    event.wait()\n    print('')\n\
         thread = threading.Thread(target=wait)\nthread.start()")
    .expect("runs");
    std::thread::sleep(Duration::from_millis(50));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(50));
            run("event.set()").expect("runs");
        });
        run("thread.join()").expect("ends");
    });
    assert!(!interpreter.close().deadlocked);
}

#[test]
fn a_host_can_have_deadlocks_detected() {
    let builder = Interpreter::builder().deadlocks(DeadlockDetection::Always);
    let interpreter = builder.build().expect("memory");
    let error = interpreter.attach(|py| {
        let error = py.run(
            "import _thread\nlock = _thread.allocate_lock()\nlock.acquire()\nlock.acquire()",
            "d.py",
        );
        error.expect_err("it deadlocks").report(py)
    });
    assert!(
        error.contains("a lock that it has taken itself, at d.py:4"),
        "{error}"
    );
}

fn interrupt(child: &Child) {
    // SAFETY: sends a signal to a child that has not been waited for.
    unsafe { libc::kill(child.id() as i32, libc::SIGINT) };
}

#[test]
fn a_second_interrupt_shows_where_the_threads_are() {
    let program = "import threading, time\n\
                   def spin():\n    while True:\n        pass\n\
                   threading.Thread(target=spin, name='Spinner').start()\n\
                   threading.Thread(target=lambda: time.sleep(100), name='Sleeper').start()\n\
                   print('ready', flush=True)\n\
                   time.sleep(100)";
    for mode in MODES {
        let option = format!("--gil={mode}");
        let mut child = command(&[&option, "-c", program])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command was built");
        let mut line = [0; 6];
        let mut output = child.stdout.take().expect("a pipe");
        std::io::Read::read_exact(&mut output, &mut line).expect("it is ready");
        std::thread::sleep(Duration::from_millis(100));
        interrupt(&child);
        std::thread::sleep(Duration::from_millis(400));
        interrupt(&child);
        let second = Instant::now();
        let output = child.wait_with_output().expect("it ends");
        assert!(second.elapsed() < Duration::from_secs(2), "{mode}");
        let shown = text(&output.stderr);
        for part in [
            "KeyboardInterrupt\nThreads, each with its most recent call last:\n",
            "MainThread waits for the end of",
            "\nSpinner ",
            ", in spin\n",
            "\nSleeper sleeps\n",
            "line 6, in <lambda>\n",
        ] {
            assert!(shown.contains(part), "{mode}: no {part:?} in\n{shown}");
        }
    }
}
