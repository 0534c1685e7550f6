//! The embedding API: the only public face of the crate.
//!
//! An [`Interpreter`] is made by its [`Builder`]; a host thread works with it inside [`Interpreter::attach`], through the token [`Py`].
//! Objects are held by [`Object`] handles. Names follow pyo3: attach, detach, extract.
#![forbid(unsafe_code)]

pub mod boot;
mod convert;
mod error;
mod gil;
mod host;
pub mod tooling;

pub use convert::{Arguments, FromPython, IntoPython};
pub use error::{BuildError, Exception, Place};
pub use gil::{BadGilSpec, GilMode, GilModifiers, GilSpec};
pub use host::{HostClosure, HostResult};

use crate::base::sync::Mutex;
use crate::modules::compile::{self, How};
use crate::object::{Interp, Raised, Res, Thread, Value};
use crate::runtime::state::{Config, Debug, ThreadState};
use crate::runtime::{native_stack, protocol};
use crate::syntax::Mode;
use std::sync::Arc;

/// How an interpreter is to be.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    config: Config,
    gil: GilSpec,
}

impl Builder {
    /// How threads share the interpreter.
    pub fn gil(mut self, spec: GilSpec) -> Builder {
        self.gil = spec;
        self
    }

    /// Bytes that the interpreter may allocate; scripts get MemoryError beyond.
    pub fn memory_limit(mut self, bytes: usize) -> Builder {
        self.config.memory_limit = bytes;
        self
    }

    /// `sys.argv`
    pub fn args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Builder {
        self.config.argv = args.into_iter().map(Into::into).collect();
        self
    }

    /// The seed of the hashes of str and bytes, which is one for the whole process: the first interpreter's counts; random without.
    pub fn hash_seed(mut self, seed: u64) -> Builder {
        self.config.hash_seed = Some(seed);
        self
    }

    /// Debug switches by name, separated by commas: `no-specialise`, `breaker-always`. Unknown ones are ignored.
    pub fn debug(mut self, switches: &str) -> Builder {
        self.config.debug = Debug {
            no_specialise: switches.split(',').any(|word| word == "no-specialise"),
            breaker_always: switches.split(',').any(|word| word == "breaker-always"),
        };
        self
    }

    /// Makes the interpreter.
    ///
    /// # Errors
    /// When the system has no memory for its stacks.
    pub fn build(mut self) -> Result<Interpreter, BuildError> {
        self.config.kind = self.gil.loop_kind();
        let state = boot::interpreter_with(self.config).ok_or(BuildError::NoMemory)?;
        let interpreter = Interpreter {
            state: Mutex::new(state),
            gil: self.gil,
        };
        Ok(interpreter)
    }
}

/// A Python interpreter, independent of all others in the process.
pub struct Interpreter {
    /// The state of the thread that is attached; the lock is the interpreter's.
    state: Mutex<Box<ThreadState>>,
    gil: GilSpec,
}

impl Interpreter {
    /// How to make one.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// How its threads share it.
    pub fn gil(&self) -> GilSpec {
        self.gil
    }

    /// Runs `f` with this native thread attached. Waits while another one is.
    pub fn attach<R>(&self, f: impl FnOnce(Py<'_>) -> R) -> R {
        let state = self.state.lock();
        state.core.set_stack_limit(native_stack::limit());
        state.core.enter(|| {
            f(Py {
                thread: &state.core,
            })
        })
    }
}

impl Drop for Interpreter {
    fn drop(&mut self) {
        self.attach(|py| boot::shut_down(py.thread));
    }
}

/// Proof that this native thread is attached to an interpreter.
#[derive(Clone, Copy)]
pub struct Py<'py> {
    pub(crate) thread: &'py Thread,
}

impl<'py> Py<'py> {
    fn exception(self, raised: Raised) -> Exception {
        let value = self.thread.take_raised(raised);
        Exception::new(self.thread, value)
    }

    fn object(self, result: Res) -> Result<Object, Exception> {
        result
            .map(Object::new)
            .map_err(|raised| self.exception(raised))
    }

    fn main(self) -> Result<Value, Exception> {
        boot::main_namespace(self.thread).map_err(|raised| self.exception(raised))
    }

    /// Runs statements in the namespace of `__main__`.
    ///
    /// # Errors
    /// The exception that the statements leave unhandled, SyntaxError included.
    pub fn run(self, source: &str, filename: &str) -> Result<(), Exception> {
        let globals = self.main()?;
        let code = compile::compile(self.thread, source.as_bytes(), filename, How::MODULE);
        let result = code.and_then(|code| compile::run_module(self.thread, &code, globals));
        self.object(result).map(drop)
    }

    /// The value of an expression in the namespace of `__main__`.
    ///
    /// # Errors
    /// As [`Py::run`].
    pub fn eval(self, expression: &str) -> Result<Object, Exception> {
        let globals = self.main()?;
        let how = How {
            mode: Mode::Eval,
            ..How::MODULE
        };
        let code = compile::compile(self.thread, expression.as_bytes(), "<string>", how);
        let result = code.and_then(|code| compile::run_module(self.thread, &code, globals));
        self.object(result)
    }

    /// A global variable of `__main__`.
    ///
    /// # Errors
    /// NameError
    pub fn global(self, name: &str) -> Result<Object, Exception> {
        let globals = self.main()?;
        let find = || -> Res {
            let key = self.thread.intern(name.as_bytes())?;
            match globals
                .as_dict()
                .and_then(|dict| dict.get_str(self.thread, &key))
            {
                Some(value) => Ok(value),
                None => Err(self.thread.error(
                    crate::object::Builtin::NameError,
                    format!("name '{name}' is not defined"),
                )),
            }
        };
        self.object(find())
    }

    /// Sets a global variable of `__main__`.
    ///
    /// # Errors
    /// MemoryError
    pub fn set_global(self, name: &str, value: impl IntoPython) -> Result<(), Exception> {
        let value = value.into_python(self)?.value;
        let globals = self.main()?;
        let set = || -> Res {
            let key = self.thread.intern(name.as_bytes())?;
            if let Some(dict) = globals.as_dict() {
                dict.set(self.thread, key, value)?;
            }
            Ok(Value::NONE)
        };
        self.object(set()).map(drop)
    }

    /// Makes a Rust closure callable as the global `name` of `__main__`. Its arguments and result are converted; a panic in it becomes a
    /// RuntimeError.
    ///
    /// # Errors
    /// MemoryError
    pub fn register<M, F: HostClosure<M>>(self, name: &str, closure: F) -> Result<(), Exception> {
        let function = host::function(self, name, closure)?;
        self.set_global(name, function)
    }

    /// Runs `f` with this thread detached, so that it may block. `f` must not use objects of the interpreter.
    pub fn detach<R: Send>(self, f: impl FnOnce() -> R + Send) -> R {
        self.thread.leave(f)
    }
}

/// A handle of a Python object. It keeps the interpreter's heap alive. Dropped while its thread is attached it gives its reference back; dropped
/// elsewhere the object stays until the interpreter goes.
#[derive(Clone)]
pub struct Object {
    // Dropped before the heap that it lies in.
    pub(crate) value: Value,
    _heap: Option<Arc<Interp>>,
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Object").field(&self.value).finish()
    }
}

impl Object {
    /// Called while attached only, so that the heap is known.
    fn new(value: Value) -> Object {
        Object {
            value,
            _heap: Thread::with_current(|thread| thread.map(|thread| thread.interp.clone())),
        }
    }

    /// As a Rust value.
    ///
    /// # Errors
    /// TypeError for an object of another type, OverflowError where it does not fit.
    pub fn extract<T: FromPython>(&self, py: Py<'_>) -> Result<T, Exception> {
        T::from_python(py, self)
    }

    /// Calls it.
    ///
    /// # Errors
    /// What the call raises.
    pub fn call(&self, py: Py<'_>, args: impl Arguments) -> Result<Object, Exception> {
        let args: Vec<Value> = args
            .into_arguments(py)?
            .into_iter()
            .map(|object| object.value)
            .collect();
        py.object(protocol::call_positional(py.thread, &self.value, &args))
    }

    /// An attribute.
    ///
    /// # Errors
    /// AttributeError, and what descriptors raise.
    pub fn get_attr(&self, py: Py<'_>, name: &str) -> Result<Object, Exception> {
        py.object(protocol::get_attr_str(py.thread, &self.value, name))
    }

    /// `repr(object)`
    ///
    /// # Errors
    /// What `__repr__` raises.
    pub fn repr(&self, py: Py<'_>) -> Result<String, Exception> {
        let text = py.object(protocol::repr(py.thread, &self.value))?;
        Ok(text
            .value
            .as_str_object()
            .map_or_else(String::new, |s| s.to_text().into_owned()))
    }

    /// Whether it is None.
    pub fn is_none(&self) -> bool {
        self.value.is_none()
    }
}
