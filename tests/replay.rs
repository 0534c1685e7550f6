//! Replay: one seed, one interleaving; and seeds that show what other interleavings do.

use proptest::prelude::*;
use std::fmt::Write as _;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    for name in [
        "TAIPAN_GIL",
        "TAIPAN_DEBUG",
        "TAIPAN_DEADLOCK",
        "TAIPANHASHSEED",
    ] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).args(arguments);
    command.output().expect("the command was built")
}

/// What a run with statistics showed, without the pauses of collections, which are real time.
fn shown(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let errors = text(&output.stderr);
    let errors = errors.split("\ncollections ").next().unwrap_or_default();
    (
        output.status.code(),
        text(&output.stdout),
        errors.to_owned(),
    )
}

/// One step of a thread of a generated program.
#[derive(Clone, Debug)]
enum Step {
    Add(u8),
    AddLocked(u8),
    Sleep(u16),
    Put,
    Get(u16),
    Identities,
    Cycle,
    Print,
    Clock,
    Wait(u16),
    Notify,
    Start(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1..30u8).prop_map(Step::Add),
        (1..10u8).prop_map(Step::AddLocked),
        (0..500u16).prop_map(Step::Sleep),
        Just(Step::Put),
        (0..500u16).prop_map(Step::Get),
        Just(Step::Identities),
        Just(Step::Cycle),
        Just(Step::Print),
        Just(Step::Clock),
        (0..500u16).prop_map(Step::Wait),
        Just(Step::Notify),
        (1..4u8).prop_map(Step::Start),
    ]
}

impl Step {
    fn write(&self, out: &mut String) {
        let _ = match self {
            Step::Add(n) => writeln!(out, "    for _ in range({n}): counter += 1"),
            Step::AddLocked(n) => writeln!(
                out,
                "    for _ in range({n}):\n        with lock: counter += 1"
            ),
            Step::Sleep(us) => writeln!(out, "    time.sleep({us}e-6)"),
            Step::Put => writeln!(out, "    items.put((me, counter))"),
            Step::Get(us) => writeln!(
                out,
                "    try: log.append(items.get(timeout={us}e-6))\n    except queue.Empty: log.append('empty')"
            ),
            Step::Identities => writeln!(
                out,
                "    some = [Thing() for _ in range(3)]\n    things.update(some)\n    log.append((id(some), hash(some[0]), repr(some[1]), [*things][:3]))"
            ),
            Step::Cycle => writeln!(out, "    for _ in range(300): Cycle()"),
            Step::Print => writeln!(
                out,
                "    print(me, counter, threading.active_count(), threading.get_ident())"
            ),
            Step::Clock => writeln!(
                out,
                "    log.append((time.time(), time.monotonic(), time.process_time(), time.thread_time()))"
            ),
            Step::Wait(us) => writeln!(out, "    with changed: log.append(changed.wait({us}e-6))"),
            Step::Notify => writeln!(out, "    with changed: changed.notify()"),
            Step::Start(n) => writeln!(
                out,
                "    late = threading.Thread(target=lambda: [log.append(counter) for _ in range({n})])\n    late.start()\n    late.join()"
            ),
        };
    }
}

fn program(threads: &[Vec<Step>]) -> String {
    let mut text = String::from(
        "import gc, queue, threading, time\n\
         counter, log, things = 0, [], set()\n\
         items, lock, changed = queue.Queue(), threading.Lock(), threading.Condition()\n\
         class Thing: pass\n\
         class Cycle:\n    def __init__(self): self.me = self\n    def __del__(self): log.append(('gone', counter))\n",
    );
    for (me, steps) in threads.iter().enumerate() {
        let _ = writeln!(text, "def work{me}():\n    global counter\n    me = {me}");
        steps.iter().for_each(|step| step.write(&mut text));
    }
    let _ = writeln!(
        text,
        "threads = [threading.Thread(target=work) for work in ({},)]",
        (0..threads.len())
            .map(|me| format!("work{me}"))
            .collect::<Vec<_>>()
            .join(", ")
    );
    text.push_str(
        "for thread in threads: thread.start()\n\
         for thread in threads: thread.join()\n\
         gc.collect()\n\
         print(counter, len(log))\n\
         for entry in log: print(entry)\n\
         print(things, threads, lock, {print, len, work0, Thing, int})\n",
    );
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_seed_run_twice_is_the_same(
        threads in prop::collection::vec(prop::collection::vec(step(), 1..8), 1..5),
        seed in any::<u64>(),
        mode in prop::sample::select(vec!["ticks:1", "ticks:20", "ticks:100,fair", "interval:20us", "interval:50us,race"]),
    ) {
        let text = program(&threads);
        let option = format!("--gil={mode},seed={seed}");
        let [first, second] = [(); 2].map(|()| shown(&run(&[&option, "--gil-stats", "-c", &text])));
        prop_assert_eq!(first.0, Some(0), "{}", first.2);
        prop_assert!(first.2.contains("input from outside: none"), "{}", first.2);
        prop_assert_eq!(first, second);
    }
}

#[test]
fn exploring_finds_what_the_examples_show() {
    for (name, usual, other) in [
        ("lost_update", "    balance: 200\n", "    balance: 1"),
        (
            "lock_order",
            "    savings: 100 checking: 100\n",
            "! gil.DeadlockError: all threads wait",
        ),
        (
            "check_then_act",
            "    opened: 10 in use: 10\n",
            "    opened: 11 in use: 10\n",
        ),
    ] {
        let script = format!("{}/docs/examples/{name}.py", env!("CARGO_MANIFEST_DIR"));
        let output = run(&["run", "--explore", "100", &script]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {text}");
        assert!(
            text.starts_with("100 seeds of 'ticks:100' in "),
            "{name}: {text}"
        );
        assert!(text.contains(usual), "{name}: {text}");
        assert!(text.contains(other), "{name}: {text}");
        // The seed that is named shows the outcome again.
        let again = text.lines().last().expect("a last line");
        let option = again
            .split(' ')
            .find(|word| word.starts_with("--gil="))
            .expect("an option");
        let (first, second) = (
            shown(&run(&[option, &script])),
            shown(&run(&[option, &script])),
        );
        assert_eq!(first, second, "{name}");
        assert!(!first.1.contains(usual.trim()), "{name}: {}", first.1);
    }
}

#[test]
fn a_program_without_races_has_one_outcome() {
    let script = format!("{}/docs/examples/primes.py", env!("CARGO_MANIFEST_DIR"));
    let output = run(&["--gil=ticks:7,fair", "run", "--explore=3", &script]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}");
    assert!(
        text.starts_with("3 seeds of 'ticks:7,fair' in ")
            && text.contains(": 1 different outcome\n"),
        "{text}"
    );
}

#[test]
fn wrong_ways_to_explore_are_refused() {
    for (arguments, message) in [
        (vec!["run", "--explore"], "needs a number of seeds"),
        (
            vec!["run", "--explore", "0", "x.py"],
            "needs a number of seeds",
        ),
        (
            vec!["run", "--explore=many", "x.py"],
            "needs a number of seeds",
        ),
        (
            vec!["run", "--explore", "2", "/no/such/script.py"],
            "can't open file",
        ),
        (
            vec!["--gil=off", "run", "--explore", "2", "x.py"],
            "needs a mode with a lock",
        ),
    ] {
        let output = run(&arguments);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {text}");
        assert!(text.contains(message), "{arguments:?}: {text}");
    }
}

#[test]
fn time_passes_in_a_replay_without_being_waited_for() {
    let program = "import time\n\
                   start = time.monotonic()\n\
                   time.sleep(3600)\n\
                   end = time.monotonic() + 0.01\n\
                   while time.monotonic() < end: pass\n\
                   print(3600.01 <= time.monotonic() - start < 3600.02)";
    let began = std::time::Instant::now();
    let output = run(&["--gil=ticks:100,seed=1", "-c", program]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "True\n");
    assert!(began.elapsed().as_secs() < 60);
}

#[test]
fn a_replay_reads_standard_input_and_says_so() {
    let program = "import sys; print(len(sys.stdin.read()))";
    let output = run(&["--gil=ticks:100,seed=1", "--gil-stats", "-c", program]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "0\n");
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("input from outside: standard input, so it may differ")
    );
}

#[test]
fn a_replay_says_what_of_the_process_and_its_environment_was_used() {
    for (program, used) in [
        ("import os; os.urandom(4)", "randomness of the system"),
        ("import os; os.getpid()", "the process's numbers"),
        ("import os; os.getenv('HOME')", "the environment"),
        (
            "import signal\nsignal.signal(10, print)\nsignal.raise_signal(10)",
            "outside events",
        ),
    ] {
        let output = run(&["--gil=ticks:100,seed=1", "--gil-stats", "-c", program]);
        let shown = String::from_utf8_lossy(&output.stderr);
        let inputs = shown.split("input from outside: ").nth(1).unwrap_or("");
        let inputs = inputs.split(", so it may differ").next().unwrap_or("");
        assert!(
            inputs.split(", ").any(|input| input == used),
            "{program}: {inputs}"
        );
    }
    let output = run(&["--gil=ticks:100,seed=1", "--gil-stats", "-c", "import os"]);
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("input from outside: none, so it is the same each time")
    );
}
