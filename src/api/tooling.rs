//! What the command needs beyond the embedding API; outside of semantic versioning.

use super::{Exception, Interpreter, Py, boot};
use crate::base::source::{Origin, Source};
use crate::modules::compile::{self, How};
use crate::modules::import::library_attribute;
pub use crate::modules::prompt::{Line, LineEditor};
pub use crate::object::heap::Allocator;
use crate::object::int::IntRef;
use crate::object::{Builtin, Raised, Res, Str, Value, names};
use crate::runtime::code::Code;
pub use crate::runtime::gil::duration;
pub use crate::runtime::signals::faults_end_the_process;
use crate::runtime::state::interpreter;
use crate::runtime::{protocol, report, signals};
use crate::syntax::{self, Mode};

/// How a program ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// With this exit code.
    Code(u8),
    /// Interrupted by Ctrl-C.
    Interrupted,
}

/// Whether the heap checker (debug switch `check-heap`) has found nothing wrong in this process.
pub fn heap_is_sound() -> bool {
    crate::runtime::collector::heap_is_sound()
}

/// Runs a program as `__main__`; an exception it leaves unhandled is reported on `sys.stderr`.
///
/// `folder` becomes the first entry of `sys.path`.
pub fn run_program(
    interpreter: &Interpreter,
    source: &[u8],
    filename: &str,
    folder: &str,
) -> Ending {
    interpreter.attach(|py| {
        let thread = py.thread;
        let state = crate::runtime::state::state(thread);
        signals::interrupts(state);
        let run = || -> Res {
            let globals = boot::main_namespace(thread)?;
            if let Some(dict) = globals.as_dict() {
                if !filename.starts_with('<') {
                    dict.set(
                        thread,
                        names::FILE.value().clone(),
                        Str::new_value(thread, filename)?,
                    )?;
                }
                dict.set(
                    thread,
                    thread.intern(b"__annotations__")?,
                    crate::object::Dict::new_value(thread)?,
                )?;
            }
            put_on_path(py, folder)?;
            let code = compile::compile(thread, source, filename, FILE)?;
            compile::run_module(thread, &code, globals)
        };
        let outcome = run();
        let ending = match outcome {
            Ok(_) => Ending::Code(0),
            Err(raised) => unhandled(py, raised),
        };
        crate::modules::sys::flush_streams(thread);
        ending
    })
}

/// Runs a module as `__main__`, found by its name from the working directory on; an exception it leaves unhandled is reported on `sys.stderr`.
pub fn run_module(interpreter: &Interpreter, name: &str) -> Ending {
    interpreter.attach(|py| {
        let thread = py.thread;
        signals::interrupts(crate::runtime::state::state(thread));
        let run = || -> Res {
            let globals = boot::main_namespace(thread)?;
            let folder = std::env::current_dir().unwrap_or_default();
            put_on_path(py, &folder.to_string_lossy())?;
            let prepare = library_attribute(thread, "runpy", "_prepare_main")?;
            let name = Str::new_value(thread, name)?;
            let code = protocol::call_positional(thread, &prepare, &[name])?;
            compile::run_module(thread, &code, globals)
        };
        let ending = match run() {
            Ok(_) => Ending::Code(0),
            Err(raised) => unhandled(py, raised),
        };
        crate::modules::sys::flush_streams(thread);
        ending
    })
}

/// Names what reads lines at the terminal, for the library's prompts; the first one of the process stays.
pub fn provide_line_editor(editor: Box<dyn LineEditor>) {
    crate::modules::prompt::provide(editor);
}

/// How a program's file is compiled.
const FILE: How = How {
    origin: Origin::File,
    ..How::MODULE
};

fn put_on_path(py: Py<'_>, folder: &str) -> Res<()> {
    let path = crate::modules::sys::get(py.thread, &py.thread.intern(b"path")?);
    if let Some(list) = path.as_ref().and_then(Value::as_list) {
        list.insert(py.thread, 0, Str::new_value(py.thread, folder)?)?;
    }
    Ok(())
}

/// Reports an exception that nobody handled, and says how the program ends.
fn unhandled(py: Py<'_>, raised: Raised) -> Ending {
    let thread = py.thread;
    let exception = thread.take_raised(raised);
    let class = thread.class_of(&exception);
    if class.is_subclass_of(Builtin::SystemExit.class()) {
        return exit_code(py, &exception);
    }
    let interrupted = class.is_subclass_of(Builtin::KeyboardInterrupt.class());
    crate::modules::sys::flush_streams(thread);
    let hook = crate::modules::sys::get(thread, names::EXCEPTHOOK.value());
    let native = hook
        .as_ref()
        .is_none_or(|hook| report::is_native(hook, "excepthook"));
    let text = report::exception_text(thread, &exception);
    match hook {
        Some(hook) if !native => {
            let traceback = exception
                .as_exception()
                .and_then(|e| e.traceback.load())
                .unwrap_or(Value::NONE);
            let args = [
                thread.class_object(&exception),
                exception.clone(),
                traceback,
            ];
            if let Err(raised) = protocol::call_positional(thread, &hook, &args) {
                let second = thread.take_raised(raised);
                if thread
                    .class_of(&second)
                    .is_subclass_of(Builtin::SystemExit.class())
                {
                    return exit_code(py, &second);
                }
                let mut all = b"Error in sys.excepthook:\n".to_vec();
                all.extend(report::exception_text(thread, &second));
                all.extend_from_slice(b"\nOriginal exception was:\n");
                all.extend(text);
                report::write_error(thread, &all);
            }
        }
        _ => report::write_error(thread, &text),
    }
    if interrupted {
        Ending::Interrupted
    } else {
        Ending::Code(1)
    }
}

/// The exit code of a SystemExit; text is printed first.
fn exit_code(py: Py<'_>, exception: &Value) -> Ending {
    let thread = py.thread;
    let code = exception
        .as_exception()
        .and_then(|e| e.fields.first())
        .and_then(|slot| slot.load());
    let code = code.unwrap_or(Value::NONE);
    if code.is_none() {
        return Ending::Code(0);
    }
    if let Some(int) = code.as_int() {
        return Ending::Code(match int {
            IntRef::Small(i) => i as u8,
            IntRef::Big(_) => 255,
        });
    }
    crate::modules::sys::flush_streams(thread);
    match protocol::str_of(thread, &code) {
        Ok(text) => {
            let mut text = text
                .as_str_object()
                .map_or_else(Vec::new, |s| s.as_bytes().to_vec());
            text.push(b'\n');
            report::write_error(thread, &text);
        }
        Err(raised) => drop(thread.take_raised(raised)),
    }
    Ending::Code(1)
}

/// Ends the process as an unhandled Ctrl-C does.
pub fn die_of_interrupt() -> ! {
    signals::die_of_interrupt()
}

/// The bytecode of a program as text.
///
/// # Errors
/// SyntaxError
pub fn disassemble(
    interpreter: &Interpreter,
    source: &[u8],
    filename: &str,
) -> Result<String, Exception> {
    interpreter.attach(|py| {
        let code =
            compile::compile(py.thread, source, filename, FILE).map_err(|r| py.exception(r))?;
        Ok(code.payload::<Code>().map_or_else(String::new, |code| {
            crate::bytecode::disassemble::disassemble(&code.plain)
        }))
    })
}

/// What an input at the prompt is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Completeness {
    /// A program, or an error that more text cannot mend.
    Complete,
    /// The beginning of a program.
    NeedsMore,
}

/// Whether the text of an input at the prompt is complete, by the parser's own word.
pub fn completeness(text: &str) -> Completeness {
    let Ok(source) = Source::new("<stdin>", text) else {
        return Completeness::Complete;
    };
    match syntax::parse(&source, Mode::Interactive) {
        Err(error) if error.needs_more_input => Completeness::NeedsMore,
        _ => Completeness::Complete,
    }
}

/// Runs one input of the prompt: values of expression statements are shown. Exceptions are reported; `Some` when the session is to end.
pub fn run_input(interpreter_handle: &Interpreter, text: &str, filename: &str) -> Option<Ending> {
    interpreter_handle.attach(|py| {
        let thread = py.thread;
        signals::interrupts(crate::runtime::state::state(thread));
        let run = || -> Res {
            let globals = boot::main_namespace(thread)?;
            let how = How {
                mode: Mode::Interactive,
                origin: Origin::Text,
                ..How::MODULE
            };
            let code = compile::compile(thread, text.as_bytes(), filename, how)?;
            compile::run_module(thread, &code, globals)
        };
        let outcome = run();
        let ending = match outcome {
            Ok(_) => None,
            Err(raised) => {
                let exit = crate::runtime::raise::raised_is(thread, Builtin::SystemExit);
                let ending = unhandled(py, raised);
                exit.then_some(ending)
            }
        };
        crate::modules::sys::flush_streams(thread);
        ending
    })
}

/// The names that complete `prefix` in the namespace of `__main__` and the built-ins.
pub fn completions(interpreter_handle: &Interpreter, prefix: &str) -> Vec<String> {
    interpreter_handle.attach(|py| {
        let thread = py.thread;
        let mut names = Vec::new();
        let builtins = interpreter(thread).builtins.get();
        let main = match boot::main_namespace(thread) {
            Ok(main) => main,
            Err(raised) => {
                drop(thread.take_raised(raised));
                return names;
            }
        };
        for namespace in [main, builtins] {
            for key in namespace
                .as_dict()
                .map_or_else(Vec::new, |dict| dict.keys())
            {
                if let Some(name) = key.as_str()
                    && name.starts_with(prefix)
                {
                    names.push(name.to_owned());
                }
            }
        }
        names.sort();
        names.dedup();
        names
    })
}
