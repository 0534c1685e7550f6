//! The embedding API: the only public face of the crate.
//!
//! An [`Interpreter`] is made by its [`Builder`]; a host thread works with it inside [`Interpreter::attach`], through the token [`Py`].
//! Objects are held by [`Object`] handles. Names follow pyo3: attach, detach, extract.
#![forbid(unsafe_code)]

pub mod boot;
mod convert;
mod error;
mod host;
mod shutdown;
mod statistics;
pub mod tooling;

pub use crate::object::gc::{Pauses, Statistics as CollectorStatistics};
pub use crate::object::traffic::Transfer as GilTransfer;
pub use crate::runtime::gil::{
    Activity as GilActivity, Durations, Event as GilEvent, Figures as GilFigures,
    Kind as GilEventKind, Lane as GilLane, Reason as GilReason, ReplayReport, Shared as GilShared,
    Stops as GilStops, ThreadReport, Trace as GilTrace,
};
pub use crate::runtime::gil::{BadGilSpec, DeadlockDetection, GilMode, GilModifiers, GilSpec};
pub use convert::{Arguments, FromPython, IntoPython};
pub use error::{BuildError, Exception, Place};
pub use host::{HostClosure, HostResult};
pub use statistics::{Closed, GilObserver, GilStatistics};

use crate::base::source::Origin;
use crate::base::sync::Mutex;
use crate::base::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use crate::modules::compile::{self, How};
use crate::object::breaker;
use crate::object::{Builtin, Raised, Res, Str, Thread, Value};
use crate::runtime::gil::{self, Reason};
use crate::runtime::state::{self, Config, Debug, ThreadState};
use crate::runtime::{native_thread, protocol};
use crate::syntax::Mode;
use std::sync::Arc;

/// How an interpreter is to be.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    config: Config,
}

impl Builder {
    /// How threads share the interpreter.
    pub fn gil(mut self, spec: GilSpec) -> Builder {
        self.config.gil = spec;
        self
    }

    /// Whether and when it counts as deadlock that all threads wait for one another; without this, while the interpreter shuts down.
    pub fn deadlocks(mut self, detection: DeadlockDetection) -> Builder {
        self.config.deadlocks = detection;
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

    /// Debug switches by name, separated by commas: `no-specialise`, `breaker-always`, `gc-stress`, `check-heap`. Unknown ones are ignored.
    pub fn debug(mut self, switches: &str) -> Builder {
        let has = |name: &str| switches.split(',').any(|word| word == name);
        self.config.debug = Debug {
            no_specialise: has("no-specialise"),
            breaker_always: has("breaker-always"),
            gc_stress: has("gc-stress"),
            check_heap: has("check-heap"),
        };
        self
    }

    /// Makes the interpreter.
    ///
    /// # Errors
    /// When the system has no memory for its stacks.
    pub fn build(self) -> Result<Interpreter, BuildError> {
        let state = boot::interpreter_with(self.config).ok_or(BuildError::NoMemory)?;
        state.interpreter.gil.arrive();
        Ok(Interpreter {
            state: state.interpreter.clone(),
            idle: Mutex::new(vec![state]),
            finished: false,
            attached: AtomicUsize::new(0),
        })
    }
}

/// A Python interpreter, independent of all others in the process. Any number of native threads may attach to it.
pub struct Interpreter {
    state: Arc<state::Interpreter>,
    /// Thread states that no native thread uses; the first one made is the main thread's.
    // Boxed, since frames and the lock point to parts of a state.
    #[allow(clippy::vec_box)]
    idle: Mutex<Vec<Box<ThreadState>>>,
    finished: bool,
    /// Native threads of the host that are attached. The handle itself counts as a living thread while there is none, since one may come.
    attached: AtomicUsize,
}

impl Interpreter {
    /// How to make one.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// How its threads share it now.
    pub fn gil(&self) -> GilSpec {
        self.state.gil.spec()
    }

    /// Runs `f` with this native thread attached: with a stack of its own and, in the modes with a lock, holding the lock. A thread that is attached
    /// already stays so.
    ///
    /// # Panics
    /// When the system has no address space for the stacks of another thread; panics of `f` go through, with the lock given up.
    pub fn attach<R>(&self, f: impl FnOnce(Py<'_>) -> R) -> R {
        Thread::with_current(|thread| match thread {
            Some(thread) if Arc::ptr_eq(&thread.interp, &self.state.core) => f(Py { thread }),
            _ => self.attach_anew(f),
        })
    }

    fn attach_anew<R>(&self, f: impl FnOnce(Py<'_>) -> R) -> R {
        let idle = self.idle.lock().pop();
        let state = idle.or_else(|| ThreadState::new(self.state.clone()));
        let attachment = Attachment {
            interpreter: self,
            state,
        };
        let Some(state) = attachment.state.as_deref() else {
            panic!("no address space for the stacks of another thread");
        };
        if self.attached.fetch_add(1, SeqCst) > 0 {
            self.state.gil.arrive();
        }
        state
            .ticket
            .identify(native_thread::ident(), native_thread::native_id());
        self.state.gil.take(state, false);
        state.core.set_stack_limit(native_thread::stack_limit());
        state.core.enter(|| {
            self.state.core.drop_abandoned();
            f(Py {
                thread: &state.core,
            })
        })
    }
}

/// The time during which a native thread uses a thread state and, unless it is detached, holds the lock.
struct Attachment<'i> {
    interpreter: &'i Interpreter,
    state: Option<Box<ThreadState>>,
}

impl Drop for Attachment<'_> {
    fn drop(&mut self) {
        if let Some(state) = self.state.take() {
            if !state.is_main.get() {
                // The next thread to use the state begins without a context.
                state.core.enter(|| state.forget_settings());
            }
            self.interpreter.state.gil.release(&state, Reason::Exit);
            if self.interpreter.attached.fetch_sub(1, SeqCst) > 1 {
                self.interpreter.state.gil.depart();
            }
            self.interpreter.idle.lock().push(state);
        }
    }
}

impl Drop for Interpreter {
    fn drop(&mut self) {
        self.finish();
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

    /// An exception of a built-in class with a message, for a host function to return. If there is no such class, a NameError that says so.
    pub fn new_exception(self, class: &str, message: &str) -> Exception {
        let thread = self.thread;
        let builtins = state::interpreter(thread).builtins.get();
        let make = || -> Res {
            let name = thread.intern(class.as_bytes())?;
            let found = builtins.as_dict().and_then(|d| d.get_str(thread, &name));
            let base = Builtin::BaseException.class();
            match found {
                Some(found) if found.as_class().is_some_and(|c| c.is_subclass_of(base)) => {
                    let message = Str::new_value(thread, message)?;
                    protocol::call_positional(thread, &found, &[message])
                }
                _ => Err(thread.error(
                    Builtin::NameError,
                    format!("'{class}' is no built-in exception"),
                )),
            }
        };
        match make() {
            Ok(value) => Exception::new(thread, value),
            Err(raised) => self.exception(raised),
        }
    }

    /// An exception object as the error that a host function returns.
    ///
    /// # Errors
    /// TypeError if the object is no exception.
    pub fn exception_from(self, object: &Object) -> Result<Exception, Exception> {
        if object.value.as_exception().is_some() {
            return Ok(Exception::new(self.thread, object.value.clone()));
        }
        let class = self.thread.class_of(&object.value).name_text();
        let message = format!("an exception was expected, not '{class}'");
        Err(self.exception(self.thread.type_error(message)))
    }

    /// Runs statements in the namespace of `__main__`.
    ///
    /// # Errors
    /// The exception that the statements leave unhandled, SyntaxError included.
    pub fn run(self, source: &str, filename: &str) -> Result<(), Exception> {
        let globals = self.main()?;
        let how = How {
            origin: Origin::Text,
            ..How::MODULE
        };
        let code = compile::compile(self.thread, source.as_bytes(), filename, how);
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
            origin: Origin::Text,
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
        let value = value.into_python(self)?.into_value();
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

    /// What the cycle collector has done so far, for each of its three generations, the youngest first.
    pub fn collector_statistics(self) -> [CollectorStatistics; 3] {
        self.thread.collector_statistics()
    }

    /// Collects cyclic garbage now; the number of objects found.
    pub fn collect(self) -> usize {
        crate::runtime::collector::collect(self.thread, crate::object::gc::OLDEST).collected
    }

    /// Runs `f` with this thread detached, so that it may block while other threads run. `f` cannot use the interpreter, unless it attaches again.
    pub fn detach<R: Send>(self, f: impl FnOnce() -> R + Send) -> R {
        gil::blocking(self.thread, Reason::Host, f)
    }
}

/// A handle of a Python object. It keeps the interpreter's heap alive. Dropped by a thread that is not attached, its reference is given back by the
/// next one that is.
pub struct Object {
    // Dropped before the heap that it lies in.
    pub(crate) value: Value,
    interpreter: Option<Arc<state::Interpreter>>,
}

impl Clone for Object {
    fn clone(&self) -> Object {
        Object {
            value: self.value.clone(),
            interpreter: self.interpreter.clone(),
        }
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        let Some(interpreter) = &self.interpreter else {
            return;
        };
        let value = std::mem::replace(&mut self.value, Value::NONE);
        let here = Thread::with_current(|thread| {
            thread.is_some_and(|thread| Arc::ptr_eq(&thread.interp, &interpreter.core))
        });
        if here {
            drop(value);
        } else {
            interpreter.core.abandon(value);
            interpreter.gil.signal_runner(breaker::ABANDONED);
        }
    }
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Object").field(&self.value).finish()
    }
}

impl Object {
    /// Called while attached only, so that the interpreter is known.
    fn new(value: Value) -> Object {
        let interpreter =
            Thread::with_current(|thread| thread.map(|t| state::state(t).interpreter.clone()));
        Object { value, interpreter }
    }

    fn into_value(mut self) -> Value {
        std::mem::replace(&mut self.value, Value::NONE)
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
            .map(Object::into_value)
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
