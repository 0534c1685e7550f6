//! Values from Rust to Python and back.

use super::{Exception, Object, Py};
use crate::object::int::IntRef;
use crate::object::{List, Str, Value};
use num_traits::ToPrimitive;

/// Rust types that become Python objects.
pub trait IntoPython {
    /// The object.
    ///
    /// # Errors
    /// MemoryError
    fn into_python(self, py: Py<'_>) -> Result<Object, Exception>;
}

/// Rust types that Python objects can be turned into.
pub trait FromPython: Sized {
    /// The Rust value.
    ///
    /// # Errors
    /// TypeError for an object of another type, OverflowError where it does not fit.
    fn from_python(py: Py<'_>, object: &Object) -> Result<Self, Exception>;
}

fn wrong<T>(py: Py<'_>, object: &Object, expected: &str) -> Result<T, Exception> {
    let class = py.thread.class_of(&object.value).name_text();
    Err(py.exception(
        py.thread
            .type_error(format!("expected {expected}, got {class}")),
    ))
}

impl IntoPython for Object {
    fn into_python(self, _: Py<'_>) -> Result<Object, Exception> {
        Ok(self)
    }
}

impl FromPython for Object {
    fn from_python(_: Py<'_>, object: &Object) -> Result<Object, Exception> {
        Ok(object.clone())
    }
}

impl IntoPython for () {
    fn into_python(self, _: Py<'_>) -> Result<Object, Exception> {
        Ok(Object::new(Value::NONE))
    }
}

impl FromPython for () {
    fn from_python(py: Py<'_>, object: &Object) -> Result<(), Exception> {
        if object.value.is_none() {
            Ok(())
        } else {
            wrong(py, object, "None")
        }
    }
}

impl IntoPython for bool {
    fn into_python(self, _: Py<'_>) -> Result<Object, Exception> {
        Ok(Object::new(Value::from_bool(self)))
    }
}

impl FromPython for bool {
    fn from_python(py: Py<'_>, object: &Object) -> Result<bool, Exception> {
        match object.value.as_bool() {
            Some(b) => Ok(b),
            None => wrong(py, object, "bool"),
        }
    }
}

macro_rules! integers {
    ($($int:ty)*) => {$(
        impl IntoPython for $int {
            fn into_python(self, py: Py<'_>) -> Result<Object, Exception> {
                py.object(py.thread.int_from_big(self.into()))
            }
        }

        impl FromPython for $int {
            fn from_python(py: Py<'_>, object: &Object) -> Result<$int, Exception> {
                let Some(int) = object.value.as_int() else { return wrong(py, object, "int") };
                let fits = match int {
                    IntRef::Small(i) => <$int>::try_from(i).ok(),
                    IntRef::Big(b) => b.to_i128().and_then(|i| <$int>::try_from(i).ok()),
                };
                fits.ok_or_else(|| {
                    let message = concat!("Python int does not fit ", stringify!($int));
                    py.exception(py.thread.overflow_error(message))
                })
            }
        }
    )*};
}
integers!(i8 i16 i32 i64 u8 u16 u32 u64 usize isize);

impl IntoPython for f64 {
    fn into_python(self, py: Py<'_>) -> Result<Object, Exception> {
        py.object(py.thread.float(self))
    }
}

impl FromPython for f64 {
    fn from_python(py: Py<'_>, object: &Object) -> Result<f64, Exception> {
        if let Some(f) = object.value.as_float() {
            return Ok(f);
        }
        match object
            .value
            .as_int()
            .map(IntRef::to_big)
            .and_then(|b| b.to_f64())
        {
            Some(f) => Ok(f),
            None => wrong(py, object, "float"),
        }
    }
}

impl IntoPython for &str {
    fn into_python(self, py: Py<'_>) -> Result<Object, Exception> {
        py.object(Str::new_value(py.thread, self))
    }
}

impl IntoPython for String {
    fn into_python(self, py: Py<'_>) -> Result<Object, Exception> {
        self.as_str().into_python(py)
    }
}

impl FromPython for String {
    fn from_python(py: Py<'_>, object: &Object) -> Result<String, Exception> {
        match object.value.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => wrong(py, object, "str without surrogates"),
        }
    }
}

impl<T: IntoPython> IntoPython for Option<T> {
    fn into_python(self, py: Py<'_>) -> Result<Object, Exception> {
        match self {
            Some(value) => value.into_python(py),
            None => Ok(Object::new(Value::NONE)),
        }
    }
}

impl<T: FromPython> FromPython for Option<T> {
    fn from_python(py: Py<'_>, object: &Object) -> Result<Option<T>, Exception> {
        if object.value.is_none() {
            Ok(None)
        } else {
            T::from_python(py, object).map(Some)
        }
    }
}

impl<T: IntoPython> IntoPython for Vec<T> {
    fn into_python(self, py: Py<'_>) -> Result<Object, Exception> {
        let items = self
            .into_iter()
            .map(|item| Ok(item.into_python(py)?.into_value()))
            .collect::<Result<_, Exception>>()?;
        py.object(List::new_value(py.thread, items))
    }
}

impl<T: FromPython> FromPython for Vec<T> {
    fn from_python(py: Py<'_>, object: &Object) -> Result<Vec<T>, Exception> {
        let items = crate::runtime::protocol::collect(py.thread, &object.value)
            .map_err(|r| py.exception(r))?;
        items
            .into_iter()
            .map(|item| T::from_python(py, &Object::new(item)))
            .collect()
    }
}

/// The arguments of a call from Rust: a tuple of up to six values.
pub trait Arguments {
    /// The positional arguments.
    ///
    /// # Errors
    /// MemoryError
    fn into_arguments(self, py: Py<'_>) -> Result<Vec<Object>, Exception>;
}

macro_rules! arguments {
    ($($($name:ident)*;)*) => {$(
        impl<$($name: IntoPython),*> Arguments for ($($name,)*) {
            #[allow(non_snake_case, unused_variables)]
            fn into_arguments(self, py: Py<'_>) -> Result<Vec<Object>, Exception> {
                let ($($name,)*) = self;
                Ok(vec![$($name.into_python(py)?),*])
            }
        }
    )*};
}
arguments! { ; A; A B; A B C; A B C D; A B C D E; A B C D E F; }
