//! From source text to code objects, with syntax errors as exceptions and warnings issued.

use crate::base::source::{Source, SourceError};
use crate::compiler::{self, Options};
use crate::object::{Builtin, Exception, Raised, Res, Str, Thread, Tuple, Value};
use crate::runtime::code::Code;
use crate::runtime::raise;
use crate::runtime::state::{interpreter, state};
use crate::syntax::{self, Mode, SyntaxError, SyntaxErrorKind};

/// How source is compiled.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// What kind of text it is.
    pub mode: Mode,
    /// Names are globals (a module), not looked up in a namespace mapping first.
    pub namespace_is_globals: bool,
    /// Annotations become text.
    pub future_annotations: bool,
    /// See `compiler::Options`.
    pub optimize: u8,
    /// The text is kept for reports even if it is no file; what `exec`, `eval` and `compile` get is not.
    pub keeps_source: bool,
}

impl How {
    /// A module.
    pub const MODULE: How = How {
        mode: Mode::Module,
        namespace_is_globals: true,
        future_annotations: false,
        optimize: 0,
        keeps_source: true,
    };
}

/// A code object for source bytes.
///
/// # Errors
/// SyntaxError and its subclasses, MemoryError for source that nests too deep.
pub fn compile(thread: &Thread, bytes: &[u8], filename: &str, how: How) -> Res {
    if bytes.contains(&0) {
        return Err(raise_plain(
            thread,
            Builtin::SyntaxError,
            "source code string cannot contain null bytes",
        ));
    }
    let source = Source::from_bytes(filename, bytes)
        .map_err(|error| source_error(thread, &error, filename))?;
    if how.keeps_source {
        interpreter(thread)
            .sources
            .remember(filename, source.text());
    }
    let options = Options {
        filename,
        optimize: how.optimize,
        future_annotations: how.future_annotations,
        namespace_is_globals: how.namespace_is_globals,
        sourceless: !how.keeps_source && filename.starts_with('<'),
    };
    let compiled = syntax::parse(&source, how.mode)
        .and_then(|ast| compiler::compile(&ast, &source, &options))
        .map_err(|error| syntax_error(thread, &source, &error))?;
    for warning in &compiled.warnings {
        raise::warn_at(
            thread,
            Builtin::SyntaxWarning,
            &warning.message,
            filename,
            source.line_of(warning.span.start),
        )?;
    }
    Code::load(thread, compiled.code)
}

fn raise_plain(thread: &Thread, class: Builtin, message: &str) -> Raised {
    let exception = thread.new_exception(class, message);
    if let Some(field) = exception.as_exception().and_then(|e| e.fields.first())
        && let Ok(text) = Str::new_value(thread, message)
    {
        field.set(text);
    }
    raise::raise_in_context(state(thread), exception)
}

fn source_error(thread: &Thread, error: &SourceError, _filename: &str) -> Raised {
    raise_plain(thread, Builtin::SyntaxError, &error.to_string())
}

/// The exception for a syntax error, in flight.
pub fn syntax_error(thread: &Thread, source: &Source, error: &SyntaxError) -> Raised {
    let class = match error.kind {
        SyntaxErrorKind::Syntax => Builtin::SyntaxError,
        SyntaxErrorKind::Indentation => Builtin::IndentationError,
        SyntaxErrorKind::Tab => Builtin::TabError,
        SyntaxErrorKind::TooComplex => return thread.error(Builtin::MemoryError, &*error.message),
    };
    let make = || -> Res {
        let place = error.location(source);
        let line = source.line_text(place.line);
        let text = if line.is_empty() {
            String::new()
        } else {
            format!("{line}\n")
        };
        let fields = [
            Str::new_value(thread, source.name())?,
            thread.int(place.line as i64)?,
            thread.int(place.offset)?,
            Str::new_value(thread, &text)?,
            thread.int(place.end_line as i64)?,
            thread.int(place.end_offset)?,
        ];
        let message = Str::new_value(thread, &error.message)?;
        let details = Tuple::from_slice(thread, &fields)?;
        let args = Tuple::from_vec(thread, vec![message.clone(), details])?;
        let exception = Exception::new_value(thread, class.get(), args)?;
        if let Some(payload) = exception.as_exception() {
            for (slot, value) in payload
                .fields
                .iter()
                .zip(std::iter::once(&message).chain(&fields))
            {
                slot.set(value.clone());
            }
        }
        Ok(exception)
    };
    match make() {
        Ok(exception) => raise::raise_in_context(state(thread), exception),
        Err(raised) => raised,
    }
}

/// Runs module code in a namespace.
pub fn run_module(thread: &Thread, code: &Value, globals: Value) -> Res {
    (crate::runtime::hooks::vm(thread)?.run_code)(
        thread,
        code,
        globals.clone(),
        globals,
        Value::UNBOUND,
    )
}
