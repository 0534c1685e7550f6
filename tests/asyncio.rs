//! What can be seen of event loops from outside: the tree of tasks after a second Ctrl-C and in reports of deadlocks.

use std::io::Read;
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
             * Task-1 waits, to be cancelled",
            "\n    * gathering waits",
            "\n      File \"<string>\", line 5, in gathering\n      * Task-",
            " and gathered wait\n",
            "\n    * worker 0 and 3 others wait\n      \
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
            "\n  * Task-1 runs\n",
            "\n  * a waits for b\n    File \"<string>\", line 3, in a\n",
            "\n    * b waits\n      File \"<string>\", line 5, in b\n      \
             * a (shown above)\n",
            "\n  * Task-2 and 299 others wait\n",
            "\n    ... 61 more calls\n",
            "\n  * new has not begun\n    File \"<string>\", line 10, in not_begun\n",
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
