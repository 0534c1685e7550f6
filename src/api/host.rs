//! Rust closures as Python functions.

use super::convert::{FromPython, IntoPython};
use super::{Exception, Object, Py};
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::{Builtin, Payload, Res, Str, Thread, Value};
use crate::runtime::classes::{self, ClassDef};
use std::panic::{AssertUnwindSafe, catch_unwind};

type Body = dyn Fn(Py<'_>, &[Object]) -> Result<Object, Exception> + Send + Sync;

/// A host's function.
struct HostFunction {
    name: String,
    arity: usize,
    body: Box<Body>,
}

impl Payload for HostFunction {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

fn call(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    let Some(function) = value.payload::<HostFunction>() else {
        return Err(thread.type_error("a host function was expected"));
    };
    let name = &function.name;
    if !args.names.is_empty() {
        return Err(thread.type_error(format!("{name}() takes no keyword arguments")));
    }
    if args.values.len() != function.arity {
        let plural = if function.arity == 1 { "" } else { "s" };
        let (arity, given) = (function.arity, args.values.len());
        return Err(thread.type_error(format!(
            "{name}() takes {arity} argument{plural} ({given} given)"
        )));
    }
    let arguments: Vec<Object> = args.values.iter().cloned().map(Object::new).collect();
    // A panic in the host's code becomes an exception of the script.
    match catch_unwind(AssertUnwindSafe(|| {
        (function.body)(Py { thread }, &arguments)
    })) {
        Ok(Ok(result)) => Ok(result.into_value()),
        Ok(Err(exception)) => Err(thread.raise(exception.value().value.clone())),
        Err(panic) => {
            let text = panic
                .downcast_ref::<&str>()
                .map(|s| (*s).to_owned())
                .or_else(|| panic.downcast_ref::<String>().cloned())
                .unwrap_or_default();
            Err(thread.error(
                Builtin::RuntimeError,
                format!("panic in host function {name}(): {text}"),
            ))
        }
    }
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let name = value
        .payload::<HostFunction>()
        .map_or("", |function| &function.name);
    Str::new_value(thread, &format!("<host function {name}>"))
}

static CLASS: ClassDef = ClassDef {
    name: "taipan.host_function",
    doc: "A function of the program that embeds the interpreter.",
    flags: class_flag::NO_NEW,
    layout: Some(crate::object::layout::id_of::<HostFunction>),
    slots: &[SlotDef::Call(call), SlotDef::Repr(repr)],
    ..ClassDef::DEFAULT
};

/// What a host closure may return.
pub trait HostResult {
    /// As an object or an exception.
    ///
    /// # Errors
    /// The closure's own error, or MemoryError.
    fn into_result(self, py: Py<'_>) -> Result<Object, Exception>;
}

impl<T: IntoPython> HostResult for T {
    fn into_result(self, py: Py<'_>) -> Result<Object, Exception> {
        self.into_python(py)
    }
}

impl<T: IntoPython> HostResult for Result<T, Exception> {
    fn into_result(self, py: Py<'_>) -> Result<Object, Exception> {
        self?.into_python(py)
    }
}

/// Closures that can be registered: of up to four typed arguments.
pub trait HostClosure<Marker>: Send + Sync + 'static {
    /// The number of arguments.
    const ARITY: usize;
    /// Converts the arguments, runs the closure, converts the result.
    ///
    /// # Errors
    /// As the conversions, or the closure's own.
    fn run(&self, py: Py<'_>, args: &[Object]) -> Result<Object, Exception>;
}

macro_rules! closures {
    ($($count:literal $($name:ident $index:literal)*;)*) => {$(
        impl<F, R, $($name),*> HostClosure<(R, $($name,)*)> for F
        where
            F: Fn($($name),*) -> R + Send + Sync + 'static,
            R: HostResult,
            $($name: FromPython,)*
        {
            const ARITY: usize = $count;
            #[allow(unused_variables)]
            fn run(&self, py: Py<'_>, args: &[Object]) -> Result<Object, Exception> {
                self($($name::from_python(py, &args[$index])?),*).into_result(py)
            }
        }
    )*};
}
closures! { 0; 1 A 0; 2 A 0 B 1; 3 A 0 B 1 C 2; 4 A 0 B 1 C 2 D 3; }

/// A function object for a closure.
pub(super) fn function<M, F: HostClosure<M>>(
    py: Py<'_>,
    name: &str,
    closure: F,
) -> Result<Object, Exception> {
    let make = || -> Res {
        let class = classes::native_class(py.thread, &CLASS)?;
        let Some(class) = class.as_class() else {
            return Err(py.thread.type_error("a class was expected"));
        };
        let body: Box<Body> = Box::new(move |py, args| closure.run(py, args));
        py.thread.alloc_instance(
            class,
            HostFunction {
                name: name.to_owned(),
                arity: F::ARITY,
                body,
            },
        )
    };
    py.object(make())
}
