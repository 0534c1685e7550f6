//! Prompts and `-m`: what is typed, what is piped, and modules that are programs.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{FromRawFd, OwnedFd};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const MODES: [&str; 3] = ["interval:1ms", "ticks:100", "off"];

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    for name in ["TAIPAN_GIL", "TAIPAN_DEBUG", "TAIPAN_DEADLOCK"] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn run_in(folder: &str, arguments: &[&str]) -> Output {
    let output = command(arguments).current_dir(folder).output();
    output.expect("the command was built")
}

fn piped(arguments: &[&str], input: &str) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built");
    let mut pipe = child.stdin.take().expect("a pipe");
    pipe.write_all(input.as_bytes()).expect("it reads");
    drop(pipe);
    child.wait_with_output().expect("it ends")
}

/// The command at a terminal.
struct Terminal {
    child: Child,
    screen: File,
    shown: String,
    home: PathBuf,
}

impl Terminal {
    fn new(arguments: &[&str]) -> Terminal {
        let (mut outer, mut inner) = (0, 0);
        // SAFETY: the call fills in two descriptors, which nothing else owns.
        let (outer, inner) = unsafe {
            let null = std::ptr::null_mut();
            let opened = libc::openpty(
                &raw mut outer,
                &raw mut inner,
                null,
                null.cast(),
                null.cast(),
            );
            assert_eq!(opened, 0, "there are pseudo-terminals");
            (OwnedFd::from_raw_fd(outer), OwnedFd::from_raw_fd(inner))
        };
        let name = format!("taipan-prompt-{}-{:?}", std::process::id(), Instant::now());
        let home = std::env::temp_dir().join(name.replace(|c: char| !c.is_alphanumeric(), "-"));
        std::fs::create_dir(&home).expect("there is a folder for temporary files");
        let mut command = command(arguments);
        command.env("HOME", &home).env("TERM", "xterm");
        let end = || Stdio::from(inner.try_clone().expect("descriptors are left"));
        command.stdin(end()).stdout(end()).stderr(end());
        // SAFETY: only calls that are safe between fork and exec: the terminal becomes the child's own, so that Ctrl-C interrupts it.
        unsafe {
            std::os::unix::process::CommandExt::pre_exec(&mut command, || {
                libc::setsid();
                libc::ioctl(0, libc::TIOCSCTTY, 0);
                Ok(())
            });
        }
        let child = command.spawn().expect("the command was built");
        Terminal {
            child,
            screen: File::from(outer),
            shown: String::new(),
            home,
        }
    }

    fn press(&mut self, keys: &str) {
        self.screen.write_all(keys.as_bytes()).expect("it reads");
    }

    /// Waits until a text is shown, and forgets what has been shown up to its end.
    fn wait_for(&mut self, expected: &str) {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(at) = self.shown.find(expected) {
                self.shown.drain(..at + expected.len());
                return;
            }
            assert!(
                Instant::now() < deadline,
                "no {expected:?} in\n{}",
                self.shown
            );
            if !self.read() {
                panic!("it ended without {expected:?}:\n{}", self.shown);
            }
        }
    }

    /// Reads what there is; false if nothing more comes.
    fn read(&mut self) -> bool {
        let mut bytes = [0; 4096];
        match self.screen.read(&mut bytes) {
            Ok(count) if count > 0 => {
                self.shown
                    .push_str(&without_controls(&text(&bytes[..count])));
                true
            }
            _ => false,
        }
    }

    /// Types a line.
    fn line(&mut self, line: &str) {
        self.press(line);
        self.press("\r");
    }

    fn end(mut self) -> (Option<i32>, String) {
        while self.read() {}
        let status = self.child.wait().expect("it ends");
        std::fs::remove_dir_all(&self.home).expect("it is there");
        (status.code(), self.shown)
    }
}

/// Text without the sequences that move the cursor.
fn without_controls(shown: &str) -> String {
    let mut rest = shown.chars();
    let mut kept = String::new();
    while let Some(c) = rest.next() {
        match c {
            '\x1b' => {
                rest.find(|c| c.is_ascii_alphabetic());
            }
            '\r' => {}
            c => kept.push(c),
        }
    }
    kept
}

const BANNER: &str = "\
Use \"await\" directly instead of \"asyncio.run()\".
Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.
>>> import asyncio
";

#[test]
fn commands_from_a_pipe_run_in_a_loop() {
    let input = "\
1 + 1
await asyncio.sleep(0.01, 'slept')
async def wait_long():
    try:
        await asyncio.sleep(100)
    finally:
        print('cancelled')

async with asyncio.timeout(5):
    print('within')

task = asyncio.create_task(wait_long())
import contextvars
variable = contextvars.ContextVar('variable')
token = variable.set('kept')
await asyncio.sleep(0, variable.get())
raise ValueError(3)
1 +
await task.nothing
";
    for mode in MODES {
        let output = piped(&[&format!("--gil={mode}"), "-m", "asyncio"], input);
        let (shown, errors) = (text(&output.stdout), text(&output.stderr));
        let answers = shown.replace(">>> ", "").replace("... ", "");
        let expected = "2\n'slept'\nwithin\n'kept'\ncancelled\n";
        assert_eq!(answers, expected, "{mode}: {errors}");
        assert!(
            errors.starts_with("asyncio REPL 3.13.0 "),
            "{mode}: {errors}"
        );
        let expected = format!(
            "{BANNER}\
Traceback (most recent call last):
  File \"<stdin>\", line 1, in <module>
ValueError: 3
  File \"<stdin>\", line 1
    1 +
       ^
SyntaxError: invalid syntax
Traceback (most recent call last):
  File \"<stdin>\", line 1, in <module>
AttributeError: '_asyncio.Task' object has no attribute 'nothing'

exiting asyncio REPL...
"
        );
        let (_, errors) = errors.split_once('\n').expect("a first line");
        assert_eq!(errors, expected, "{mode}");
        assert_eq!(output.status.code(), Some(0), "{mode}");
    }
}

#[test]
fn an_asyncio_prompt_ends_with_the_code_that_it_is_given() {
    let raises = "async def leave():\n    raise SystemExit(7)\n\nawait leave()\n";
    for (input, code) in [
        ("import sys\nsys.exit(4)\n", 4),
        ("exit(3)\n", 3),
        (raises, 7),
        ("1/0\n", 0),
    ] {
        let output = piped(&["-m", "asyncio"], input);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{input}: {}",
            text(&output.stderr)
        );
    }
}

#[test]
fn tasks_go_on_between_prompts() {
    for mode in MODES {
        let mut terminal = Terminal::new(&[&format!("--gil={mode}"), "-m", "asyncio"]);
        terminal.wait_for(">>> import asyncio\n>>> ");
        terminal.line("async def tick():");
        terminal.wait_for("... ");
        terminal.line("    while await asyncio.sleep(0.05, True): print('tick', flush=True)");
        terminal.wait_for("... ");
        terminal.line("");
        terminal.wait_for(">>> ");
        terminal.line("task = asyncio.create_task(tick())");
        for _ in 0..3 {
            terminal.wait_for("\ntick\n");
        }
        terminal.line("task.cancel()");
        terminal.wait_for("True\n>>> ");
        terminal.line("await asyncio.sleep(1000)");
        terminal.wait_for("sleep(1000)\n");
        std::thread::sleep(Duration::from_millis(200));
        terminal.press("\x03");
        terminal.wait_for("\nKeyboardInterrupt\n>>> ");
        terminal.line("while True: pass");
        terminal.wait_for("... ");
        terminal.line("");
        std::thread::sleep(Duration::from_millis(200));
        terminal.press("\x03");
        terminal.wait_for("\nKeyboardInterrupt\n>>> ");
        terminal.line("1/0");
        terminal.wait_for(
            "File \"<python-input-5>\", line 1, in <module>\n    1/0\n    ~^~\nZeroDivisionError",
        );
        terminal.wait_for(">>> ");
        terminal.line("async_variable = 'completed'");
        terminal.wait_for(">>> ");
        terminal.press("async_v\t\r");
        terminal.wait_for("'completed'\n>>> ");
        terminal.press("\x04");
        terminal.wait_for("exiting asyncio REPL...\n");
        assert_eq!(terminal.end().0, Some(0), "{mode}");
    }
}

#[test]
fn a_block_at_the_prompt_ends_with_a_blank_line() {
    let mut terminal = Terminal::new(&[]);
    terminal.wait_for(">>> ");
    for line in ["def double(x):", "    y = 2 * x", "    return y"] {
        terminal.line(line);
        terminal.wait_for("... ");
    }
    terminal.line("");
    terminal.wait_for(">>> ");
    terminal.line("double(21)");
    terminal.wait_for("\n42\n>>> ");
    terminal.press("\x04");
    assert_eq!(terminal.end().0, Some(0));
}

#[test]
fn modules_are_programs() {
    let name = format!("taipan-modules-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let folder = folder.to_str().expect("a name in UTF-8").to_owned();
    let shows = "import sys\nprint(__name__, __package__, __spec__.name, sys.argv[0] == __file__, sys.argv[1:])\n";
    for (name, content) in [
        ("single.py", shows),
        ("package/__init__.py", "value = 5\n"),
        (
            "package/__main__.py",
            &format!("from . import value\n{shows}"),
        ),
        (
            "package/inner.py",
            &format!("from .__init__ import value\n{shows}"),
        ),
        ("fails.py", "def f():\n    1/0\nf()\n"),
        ("leaves.py", "raise SystemExit(9)\n"),
        ("wrong.py", "x = (\n"),
        ("bare/__init__.py", ""),
    ] {
        let path = PathBuf::from(&folder).join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(path, content).expect("it can be written");
    }
    let output = |arguments: &[&str]| {
        let output = run_in(&folder, arguments);
        let shown = text(&output.stdout)
            + &text(&output.stderr).replace(env!("CARGO_BIN_EXE_taipan"), "taipan");
        (output.status.code(), shown.replace(&folder, "FOLDER"))
    };
    for (arguments, code, expected) in [
        (
            &["-m", "single", "-m", "x", "--gil=off"][..],
            0,
            "__main__  single True ['-m', 'x', '--gil=off']\n",
        ),
        (
            &["--gil", "off", "-m", "package"],
            0,
            "__main__ package package.__main__ True []\n",
        ),
        (
            &["-mpackage.inner", "1"],
            0,
            "__main__ package package.inner True ['1']\n",
        ),
        (&["-cprint(2)"], 0, "2\n"),
        (&["-m", "leaves"], 9, ""),
        (&["-m", "nothing"], 1, "taipan: No module named nothing\n"),
        (
            &["-m", "sys"],
            1,
            "taipan: No code object available for sys\n",
        ),
        (
            &["-m", "bare"],
            1,
            "taipan: No module named bare.__main__; 'bare' is a package and cannot be directly executed\n",
        ),
        (
            &["-m", "fails"],
            1,
            "Traceback (most recent call last):\n  \
               File \"FOLDER/fails.py\", line 3, in <module>\n    f()\n    ~^^\n  \
               File \"FOLDER/fails.py\", line 2, in f\n    1/0\n    ~^~\n\
             ZeroDivisionError: division by zero\n",
        ),
    ] {
        assert_eq!(
            output(arguments),
            (Some(code), expected.to_owned()),
            "{arguments:?}"
        );
    }
    let (code, shown) = output(&["-m", "wrong"]);
    assert!(
        code == Some(1) && shown.contains("SyntaxError: '(' was never closed"),
        "{shown}"
    );
    std::fs::remove_dir_all(&folder).expect("it is there");
}
