//! What can be seen of event loops from outside: the tree of tasks after a second Ctrl-C and in reports of deadlocks, lanes of tasks in traces, and
//! what is told of calls that take too long; and a server that curl talks to.

use std::io::{BufRead, Read};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

const MODES: [&str; 4] = ["interval:1ms", "ticks:100", "ticks:10,race", "off"];

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    for name in [
        "TAIPAN_GIL",
        "TAIPAN_DEBUG",
        "TAIPAN_DEADLOCK",
        "TAIPAN_ASYNC_WARN",
        "COLUMNS",
    ] {
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

/// Starts a program and waits until it has written a line.
fn start(arguments: &[&str]) -> Child {
    let mut child = command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built");
    let mut byte = [0];
    let output = child.stdout.as_mut().expect("a pipe");
    while byte != [b'\n'] {
        output.read_exact(&mut byte).expect("it is ready");
    }
    child
}

fn interrupt(child: &Child) {
    // SAFETY: sends a signal to a child that has not been waited for.
    unsafe { libc::kill(child.id() as i32, libc::SIGINT) };
}

/// The main thread's loop has a task that Ctrl-C ends only at the second attempt, a group and a gathering; another thread has a loop of its own.
const BUSY_LOOPS: &str = "\
import asyncio, threading
async def sleeper():
    await asyncio.sleep(1000)
async def gathering():
    await asyncio.gather(sleeper(), asyncio.create_task(sleeper(), name='gathered'))
async def other():
    print('ready', flush=True)
    await asyncio.Event().wait()
async def main():
    tasks = [asyncio.create_task(sleeper(), name=f'worker {i}') for i in range(4)]
    tasks.append(asyncio.create_task(gathering(), name='gathering'))
    for _ in range(2):
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError:
            threading.Thread(target=lambda: asyncio.run(other()), name='Second', daemon=True).start()
asyncio.run(main())
";

#[test]
fn a_second_interrupt_shows_the_tree_of_tasks() {
    for mode in MODES {
        let program = BUSY_LOOPS.replace(
            "async def main():\n",
            "async def main():\n    print('ready', flush=True)\n",
        );
        let mut child = start(&[&format!("--gil={mode}"), "-c", &program]);
        std::thread::sleep(Duration::from_millis(300));
        interrupt(&child);
        let mut line = [0; 6];
        let output = child.stdout.as_mut().expect("a pipe");
        output
            .read_exact(&mut line)
            .expect("the second loop begins");
        std::thread::sleep(Duration::from_millis(200));
        interrupt(&child);
        let output = child.wait_with_output().expect("it ends");
        let shown = text(&output.stderr);
        for part in [
            "Threads, each with its most recent call last:\nMainThread ",
            "\nTasks of the event loop of MainThread, each above those that it waits for:\n  \
             * Task-1 waits, to be cancelled, made at <string>:",
            "\n    * gathering waits, made at <string>:12 in main\n",
            "\n      File \"<string>\", line 5, in gathering\n      * Task-",
            " and gathered wait, made at <string>:5 in gathering\n",
            "\n    * worker 0 and 3 others wait, made at <string>:11 in main\n      \
             File \"<string>\", line 3, in sleeper\n      File \"<library>/asyncio/_waiting.py\", line ",
            "Tasks of the event loop of Second, each above those that it waits for:\n  * Task-",
            "in Event.wait\n",
        ] {
            assert!(shown.contains(part), "{mode}: no {part:?} in\n{shown}");
        }
        assert!(shown.ends_with("KeyboardInterrupt\n"), "{mode}: {shown}");
    }
}

#[test]
fn programs_can_ask_for_the_tree_of_tasks() {
    let program = "\
import asyncio, gil
async def a():
    await tasks['b']
async def b():
    await asyncio.shield(tasks['a'])
async def wait(event):
    await event.wait()
async def deep(n, event):
    await (deep(n - 1, event) if n else event.wait())
async def not_begun():
    pass
async def main():
    global tasks
    event = asyncio.Event()
    tasks = {function.__name__: asyncio.create_task(function(), name=function.__name__) for function in (a, b)}
    many = [asyncio.create_task(wait(event)) for _ in range(300)]
    different = [asyncio.create_task(deep(n, event), name=f'deep {n}') for n in range(80)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    new = asyncio.create_task(not_begun(), name='new')
    print(gil.threads())
    tasks['a'].cancel()
    event.set()
asyncio.run(main())
";
    for mode in MODES {
        let output = run(&[&format!("--gil={mode}"), "-c", program]);
        let shown = text(&output.stdout);
        for part in [
            "\n  * Task-1 runs, made at <string>:24 in <module>\n",
            "\n  * a waits for b, made at <string>:15 in main\n    File \"<string>\", line 3, in a\n",
            "\n    * b waits, made at <string>:15 in main\n      File \"<string>\", line 5, in b\n      \
             * a (shown above)\n",
            "\n  * Task-2 and 299 others wait, made at <string>:16 in main\n",
            "\n    ... 61 more calls\n",
            "\n  * new has not begun, made at <string>:20 in main\n    File \"<string>\", line 10, in not_begun\n",
        ] {
            assert!(
                shown.contains(part),
                "{mode}: no {part:?} in\n{shown}{}",
                text(&output.stderr)
            );
        }
        let more = program.replace("range(80)", "range(150)");
        let shown = text(&run(&[&format!("--gil={mode}"), "-c", &more]).stdout);
        assert!(shown.contains(" more tasks\n"), "{mode}: {shown}");
    }
}

#[test]
fn a_deadlock_within_a_loop_names_its_tasks() {
    let program = "\
import asyncio, threading
lock = threading.Lock()
async def worker():
    with lock:
        await asyncio.sleep(1000)
async def main():
    task = asyncio.create_task(worker(), name='worker')
    await asyncio.sleep(0)
    with lock:
        pass
asyncio.run(main())
";
    for mode in MODES {
        let output = run(&[&format!("--gil={mode}"), "-c", program]);
        let shown = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{mode}: {shown}");
        let part = "gil.DeadlockError: all threads wait for one another:\n  \
                    MainThread waits for a lock that it has taken itself, at <string>:9 in main\n    \
                    Task-1 runs\n    \
                    worker waits, at <string>:5 in worker\n";
        assert!(shown.contains(part), "{mode}: {shown}");
    }
}

/// Tasks that begin eagerly, that are cancelled and that have odd names, in loops of two threads.
const TRACED: &str = "\
import asyncio, threading, time
async def work(n):
    for _ in range(n):
        await asyncio.sleep(0)
        time.sleep(0.001)
async def main(name):
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(work(5), name=f'{name} {i}') for i in range(3)]
    loop.set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        group.create_task(work(3), name=f'{name} \\\"eager\\\"')
    await asyncio.gather(*tasks)
    del tasks
    await asyncio.gather(*[work(1) for _ in range(10)])
thread = threading.Thread(target=lambda: asyncio.run(main('second')))
thread.start()
asyncio.run(main('first'))
thread.join()
";

#[test]
fn a_trace_has_a_lane_for_each_task() {
    for mode in MODES {
        let name = format!("taipan-tasks-{}-{mode}.json", std::process::id());
        let path = std::env::temp_dir().join(name.replace([':', ','], "-"));
        let name = path.to_str().expect("a name in UTF-8");
        let output = run(&[&format!("--gil={mode}"), "--gil-trace", name, "-c", TRACED]);
        assert!(output.status.success(), "{mode}: {}", text(&output.stderr));
        let program = r#"
import json, os, sys
descriptor = os.open(sys.argv[1], os.O_RDONLY)
parts = []
while part := os.read(descriptor, 1 << 20):
    parts.append(part)
trace = json.loads(b"".join(parts).decode())
names, steps, running = {}, {}, {}
for event in trace["traceEvents"]:
    if event["ph"] == "M" and event["name"] == "thread_name":
        names[event["tid"]] = event["args"]["name"]
    elif event["ph"] == "X" and event["cat"] == "task":
        assert event["name"] == "step" and event["dur"] > 0
        steps.setdefault(event["tid"], []).append((event["ts"], event["ts"] + event["dur"], event["args"]["thread"]))
    elif event["ph"] == "X":
        assert event["cat"] == "gil"
        running.setdefault(event["tid"], []).append((event["ts"], event["ts"] + event["dur"]))
for lane in steps.values():
    for (_, end, _), (start, _, _) in zip(lane, lane[1:]):
        assert end <= start + 0.0005, (end, start)
    assert len({thread for _, _, thread in lane}) == 1
    for start, end, thread in lane:
        # A step lies within what its thread did.
        assert any(s <= start + 0.0005 for s, _ in running[thread]) and any(end <= e + 0.0005 for _, e in running[thread])
count = {names[tid]: len(lane) for tid, lane in steps.items()}
shown = sorted(name for name in count if " " in name)
print(shown, [count[name] for name in shown])
print(len(steps), sum(len(lane) for lane in steps.values()) >= 70)
"#;
        let judged = run(&["-c", program, name]);
        std::fs::remove_file(&path).expect("the trace was written");
        let expected = "['first \"eager\"', 'first 0', 'first 1', 'first 2', \
                        'second \"eager\"', 'second 0', 'second 1', 'second 2'] [4, 6, 6, 6, 4, 6, 6, 6]\n34 True\n";
        assert_eq!(
            text(&judged.stdout),
            expected,
            "{mode}: {}",
            text(&judged.stderr)
        );
    }
}

#[test]
fn lanes_of_tasks_are_drawn_in_the_terminal() {
    let program = "import asyncio, time\n\
                   async def work():\n    time.sleep(0.05)\n    await asyncio.sleep(0.05)\n    time.sleep(0.05)\n\
                   async def main():\n    await asyncio.create_task(work(), name='worker')\n\
                   asyncio.run(main())";
    let shown = text(&run(&["--gil-trace=text", "-c", program]).stderr);
    let lane = shown.lines().find(|line| line.starts_with("worker"));
    let lane = lane.unwrap_or_else(|| panic!("no lane in\n{shown}"));
    let steps: Vec<&str> = lane.split(' ').filter(|part| part.contains('█')).collect();
    assert_eq!(steps.len(), 2, "{shown}");
    assert!(shown.contains("\ntasks (█ ▄ steps)\nTask-1"), "{shown}");
    // A second trace knows nothing of the lanes of the first.
    let program = "import asyncio, gil\n\
                   async def main():\n    for _ in range(2):\n        with gil.trace() as trace:\n            await asyncio.sleep(0)\n            await asyncio.sleep(0)\n\
                   \x20       print(trace.text.count('\\nTask-1'))\n\
                   asyncio.run(main())";
    assert_eq!(text(&run(&["-c", program]).stdout), "1\n1\n");
}

/// What holds the loop: a step that sleeps, one that computes in native code, a callback that spins, a native callback; a sleep that is none.
const SLOW: &str = "\
import asyncio, time
async def fetch(n):
    await asyncio.sleep(0.01)
    time.sleep(0.25)
    x = n + 1
    await asyncio.sleep(0)
    return x
def spin():
    end = time.monotonic() + 0.25
    while time.monotonic() < end:
        pass
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(spin)
    loop.call_soon(time.sleep, 0.25)
    await asyncio.sleep(0.4)
    await asyncio.create_task(fetch(1), name='fetcher')
    end = time.monotonic() + 0.25
    while time.monotonic() < end: sum(range(10**5))
    await asyncio.sleep(0.3)
    for _ in range(3):
        await fetch(2)
asyncio.run(main())
";

#[test]
fn what_holds_the_loop_is_told_with_its_line() {
    let path = std::env::temp_dir().join(format!("taipan-slow-{}.py", std::process::id()));
    std::fs::write(&path, SLOW).expect("it can be written");
    let script = path.to_str().expect("a name in UTF-8");
    for mode in MODES.into_iter().chain(["interval:5ms,fair"]) {
        let output = run(&[&format!("--gil={mode}"), "--async-warn", "150", script]);
        let shown = text(&output.stderr).replace(script, "slow.py");
        assert!(output.status.success(), "{mode}: {shown}");
        let lines: Vec<&str> = shown.lines().collect();
        let told = |start: &str, end: &str, source: Option<&str>| {
            let found = lines.iter().position(|line| {
                line.starts_with(start)
                    && line.ends_with(end)
                    && line.contains(" held the event loop for ")
            });
            let Some(found) = found else {
                panic!("{mode}: no {start} … {end} in\n{shown}");
            };
            if let Some(source) = source {
                assert_eq!(lines[found + 1].trim(), source, "{mode}: {shown}");
            }
        };
        told(
            "slow.py:4: task 'fetcher' held",
            ", in fetch",
            Some("time.sleep(0.25)"),
        );
        told(
            "slow.py:10: spin() held",
            ", in spin",
            Some("while time.monotonic() < end:"),
        );
        told("time.sleep() held", " ms", None);
        told(
            "slow.py:19: task 'Task-1' held",
            ", in main",
            Some("while time.monotonic() < end: sum(range(10**5))"),
        );
        // The same line is told of once a second.
        let count = lines
            .iter()
            .filter(|line| line.starts_with("slow.py:4:"))
            .count();
        assert!((1..=2).contains(&count), "{mode}: {shown}");
        let quiet = run(&[&format!("--gil={mode}"), "--async-warn=5000", script]);
        assert_eq!(text(&quiet.stderr), "", "{mode}");
    }
    // The environment says it too. Time passes at once in a replay, and nobody is asked where he is.
    let program = "import asyncio, time\n\
                   async def main():\n    time.sleep(0.25)\n\
                   asyncio.run(main())";
    let mut command = command(&["--gil=ticks:100,seed=3", "-c", program]);
    let output = command.env("TAIPAN_ASYNC_WARN", "150").output();
    let shown = text(&output.expect("it runs").stderr);
    assert_eq!(shown, "task 'Task-1' held the event loop for 250 ms\n");
    std::fs::remove_file(&path).expect("it is there");
    for wrong in ["0", "soon", "-1"] {
        let output = run(&[&format!("--async-warn={wrong}"), "-c", "1"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains("--async-warn"));
    }
}

/// Runs curl without its own settings. Standard output, standard error, and the exit code.
fn curl(arguments: &[&str]) -> (Vec<u8>, String, Option<i32>) {
    let mut command = Command::new("curl");
    // A proxy would be in between.
    let fixed = ["-q", "-s", "-S", "--noproxy", "*", "--max-time", "60"];
    let output = command.args(fixed).args(arguments).output();
    let output = output.expect("curl, which .ci/run installs");
    (output.stdout, text(&output.stderr), output.status.code())
}

fn has_curl() -> bool {
    Command::new("curl").arg("-V").output().is_ok()
}

#[test]
fn curl_talks_to_a_server_of_streams() {
    if !has_curl() && Command::new("apt-get").arg("-v").output().is_err() {
        eprintln!("skipped: there is no curl here, and no apt-get to install it");
        return;
    }
    let server = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asyncio/http_server.py");
    let bytes: Vec<u8> = (0..6_000_000u64).map(|i| ((i * i) >> 7) as u8).collect();
    let sum: u64 = bytes.iter().map(|byte| u64::from(*byte)).sum();
    let path = std::env::temp_dir().join(format!("taipan-curl-{}", std::process::id()));
    std::fs::write(&path, &bytes).expect("it can be written");
    let file = path.to_str().expect("a name in UTF-8");
    let posted = format!("@{file}");
    for mode in MODES {
        let mut child = command(&[&format!("--gil={mode}"), server])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command was built");
        let mut output = std::io::BufReader::new(child.stdout.take().expect("a pipe"));
        let mut port = String::new();
        output.read_line(&mut port).expect("its port");
        let url = |path: &str| format!("http://127.0.0.1:{}/{path}", port.trim());
        let get = |arguments: &[&str], path: &str| {
            let url = url(path);
            let (body, errors, code) = curl(&[arguments, &[url.as_str()]].concat());
            assert_eq!(
                (errors.as_str(), code),
                ("", Some(0)),
                "{mode}: {path}: {}",
                text(&body)
            );
            body
        };

        // One connection for all of them: only the first makes one.
        let urls = [url("hello/1"), url("nothing"), url("slowly"), url("count")];
        let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
        let shown = curl(&[&["-w", "%{http_code} %{num_connects}\n"], &urls[..]].concat());
        let expected = "hello from /hello/1\n200 1\nthere is nothing here\n404 0\nabc200 0\n0 bytes, sum 0\n200 0\n";
        assert_eq!(text(&shown.0), expected, "{mode}: {}", shown.1);
        let head = text(&get(&["-I"], "bytes/12345"));
        assert!(head.contains("Content-Length: 12345\r\n"), "{mode}: {head}");
        let closed = get(
            &["-H", "Connection: close", "-w", "%{num_connects}"],
            "hello",
        );
        assert_eq!(text(&closed), "hello from /hello\n1", "{mode}");

        // Bodies in both directions: with a length, after `Expect: 100-continue`, in chunks, both at once.
        let counted = format!("{} bytes, sum {sum}\n", bytes.len());
        for arguments in [
            &["--data-binary", &posted][..],
            &[
                "--data-binary",
                &posted,
                "-H",
                "Expect: 100-continue",
                "--expect100-timeout",
                "50",
            ],
            &["-T", file],
            &["-T", file, "-H", "Transfer-Encoding: chunked"],
        ] {
            assert_eq!(
                text(&get(arguments, "count")),
                counted,
                "{mode}: {arguments:?}"
            );
        }
        assert!(get(&["-T", file], "echo") == bytes, "{mode}");
        let chunked = ["-T", file, "-H", "Transfer-Encoding: chunked"];
        assert!(get(&chunked, "echo") == bytes, "{mode}");
        let got = get(&[], "bytes/5000000");
        assert!(
            got.len() == 5_000_000 && got.chunks(256).all(|part| part[1] == 1),
            "{mode}"
        );

        // Several at once, the slow ones among them.
        let many = url("slowly/[1-20]");
        let (body, errors, code) =
            curl(&["-Z", "--parallel-max", "20", &many, "-w", "%{http_code}"]);
        assert_eq!(code, Some(0), "{mode}: {errors}");
        assert_eq!(text(&body).matches("200").count(), 20, "{mode}");

        // Clients that go away in the middle: of an answer, of a body, of a pause.
        let away = |arguments: &[&str], path: &str| {
            let url = url(path);
            let (_, errors, code) = curl(&[arguments, &["--max-time", "0.2", &url]].concat());
            assert_eq!(code, Some(28), "{mode}: {path}: {errors}");
        };
        away(&[], "forever");
        away(&["--limit-rate", "50K"], "forever");
        away(&["--limit-rate", "50K", "-T", file], "count");
        assert_eq!(text(&get(&[], "hello")), "hello from /hello\n", "{mode}");
        assert_eq!(text(&get(&[], "quit")), "goodbye\n", "{mode}");

        let mut rest = String::new();
        output.read_to_string(&mut rest).expect("text");
        let ended = child.wait_with_output().expect("it ends");
        assert_eq!(text(&ended.stderr), "", "{mode}");
        assert!(ended.status.success(), "{mode}");
        assert!(
            rest.starts_with("tasks 1, descriptors +0, gone 3, connections "),
            "{mode}: {rest}"
        );
    }
    std::fs::remove_file(&path).expect("it is there");
}
