//! From source text to code objects, with syntax errors as exceptions and warnings issued.

use crate::base::source::{Origin, Source, SourceError, SourcePlace};
use crate::bytecode::image;
use crate::compiler::{self, Options};
use crate::modules::import::library;
use crate::object::{Builtin, Exception, Raised, Res, Str, Thread, Tuple, Value};
use crate::runtime::code::Code;
use crate::runtime::raise;
use crate::runtime::state::interpreter;
use crate::runtime::warnings;
use crate::syntax::ast::SyntaxWarning;
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
    /// Where the bytes come from.
    pub origin: Origin,
    /// See `compiler::Options`.
    pub top_level_await: bool,
    /// Text that only lacks its end raises `_IncompleteInputError`.
    pub tells_incomplete: bool,
}

impl How {
    /// A module.
    pub const MODULE: How = How {
        mode: Mode::Module,
        namespace_is_globals: true,
        future_annotations: false,
        optimize: 0,
        keeps_source: true,
        origin: Origin::Bytes,
        top_level_await: false,
        tells_incomplete: false,
    };
}

/// A code object for source bytes.
///
/// # Errors
/// SyntaxError and its subclasses, MemoryError for source that nests too deep.
pub fn compile(thread: &Thread, bytes: &[u8], filename: &str, how: How) -> Res {
    let source = Source::from_bytes(filename, bytes, how.origin)
        .map_err(|error| source_error(thread, &error, filename))?;
    if how.keeps_source {
        interpreter(thread)
            .sources
            .remember(filename, source.text());
    }
    if how.tells_incomplete
        && let Some(error) = incomplete(&source, how.mode)
    {
        return Err(syntax_error(thread, &source, &error, false));
    }
    let ast = syntax::parse(&source, how.mode).map_err(|error| {
        let gets_line_end = !matches!(how.mode, Mode::Eval | Mode::Single) && !error.bare_line;
        syntax_error(thread, &source, &error, gets_line_end)
    })?;
    let options = Options {
        filename,
        optimize: how.optimize,
        future_annotations: how.future_annotations,
        namespace_is_globals: how.namespace_is_globals,
        sourceless: !how.keeps_source && filename.starts_with('<'),
        top_level_await: how.top_level_await,
    };
    let compiled = compiler::compile(&ast, &source, &options)
        .map_err(|error| compiler_error(thread, &source, &error, how.keeps_source))?;
    for warning in &compiled.warnings {
        issue(thread, &source, warning, how.keeps_source)?;
    }
    Code::load(thread, compiled.code)
}

/// The code of a module of the library.
///
/// # Errors
/// MemoryError
pub fn library_module(thread: &Thread, module: &library::Source, filename: &str) -> Res {
    interpreter(thread)
        .sources
        .remember_own(filename, module.text);
    let code = image::read(module.image, filename)
        .ok_or_else(|| thread.error(Builtin::SystemError, "a module of the library is damaged"))?;
    Code::load(thread, code)
}

/// The error for a text that lacks nothing but its end, if it is one. A single statement counts as an input at a prompt, where a blank line ends a block.
fn incomplete(source: &Source, mode: Mode) -> Option<SyntaxError> {
    let mode = match mode {
        Mode::Single => Mode::Interactive,
        mode => mode,
    };
    let mut error = syntax::parse(source, mode).err()?;
    if !error.needs_more_input {
        return None;
    }
    error.kind = SyntaxErrorKind::Incomplete;
    error.message = "incomplete input".into();
    Some(error)
}

/// Issues a warning about a piece of source; filters that make exceptions of such warnings make syntax
/// errors.
fn issue(thread: &Thread, source: &Source, warning: &SyntaxWarning, keeps_source: bool) -> Res<()> {
    let line = source.line_of(warning.span.start);
    let issued = warnings::warn_source(
        thread,
        Builtin::SyntaxWarning,
        &warning.message,
        source.name(),
        line,
    );
    match issued {
        Err(raised) if raise::raised_is(thread, Builtin::SyntaxWarning) => {
            drop(thread.take_raised(raised));
            let error = SyntaxError::new(warning.message.clone(), warning.span);
            Err(compiler_error(thread, source, &error, keeps_source))
        }
        issued => issued,
    }
}

fn raise_plain(thread: &Thread, class: Builtin, message: &str) -> Raised {
    let exception = thread.new_exception(class, message);
    if let Some(field) = exception.as_exception().and_then(|e| e.fields.first())
        && let Ok(text) = Str::new_value(thread, message)
    {
        field.set(text);
    }
    raise::raise_in_context(thread, exception)
}

fn source_error(thread: &Thread, error: &SourceError, filename: &str) -> Raised {
    let details = || -> Res<Option<Vec<Value>>> {
        let name = Str::new_value(thread, filename)?;
        Ok(match &error.place {
            SourcePlace::None => None,
            SourcePlace::File => Some(vec![
                name,
                Value::from_i32(0),
                Value::from_i32(-1),
                Value::NONE,
            ]),
            SourcePlace::Character {
                line,
                column,
                end_column,
                text,
            } => Some(vec![
                name,
                thread.int(i64::from(*line))?,
                thread.int(i64::from(*column))?,
                Str::new_value(thread, &format!("{text}\n"))?,
                thread.int(i64::from(*line))?,
                thread.int(*end_column)?,
            ]),
        })
    };
    match details() {
        Ok(Some(details)) => raise_detailed(thread, Builtin::SyntaxError, &error.message, &details),
        Ok(None) => raise_plain(thread, Builtin::SyntaxError, &error.message),
        Err(raised) => raised,
    }
}

/// The exception for a syntax error, in flight. `gets_line_end` says that the text counts as ending with
/// a line end.
pub fn syntax_error(
    thread: &Thread,
    source: &Source,
    error: &SyntaxError,
    gets_line_end: bool,
) -> Raised {
    let line = error.location(source).line;
    let mut text = source.line_text(line).to_owned();
    let ends = !error.bare_line && (gets_line_end || line < source.line_count());
    let ended = !error.bare_line && line == source.line_count() && source.text().ends_with('\n');
    if line > 0 && (ends || ended) && (!text.is_empty() || line <= source.line_count()) {
        text.push('\n');
    }
    if line == 0 {
        text.clear();
    }
    raise_placed(thread, source, error, Some(&text))
}

/// The exception for an error found after parsing: it shows lines of files, and of texts that are kept.
fn compiler_error(
    thread: &Thread,
    source: &Source,
    error: &SyntaxError,
    keeps_source: bool,
) -> Raised {
    let line = error.location(source).line;
    let is_known = keeps_source || std::path::Path::new(source.name()).is_file();
    let text = is_known.then(|| format!("{}\n", source.line_text(line)));
    raise_placed(thread, source, error, text.as_deref())
}

fn raise_placed(
    thread: &Thread,
    source: &Source,
    error: &SyntaxError,
    text: Option<&str>,
) -> Raised {
    let class = match error.kind {
        SyntaxErrorKind::Syntax => Builtin::SyntaxError,
        SyntaxErrorKind::Indentation => Builtin::IndentationError,
        SyntaxErrorKind::Tab => Builtin::TabError,
        SyntaxErrorKind::Incomplete => Builtin::IncompleteInputError,
        SyntaxErrorKind::TooComplex => return thread.error(Builtin::MemoryError, &*error.message),
    };
    let details = || -> Res<[Value; 6]> {
        let place = error.location(source);
        Ok([
            Str::new_value(thread, source.name())?,
            thread.int(i64::from(place.line))?,
            thread.int(place.offset)?,
            match text {
                Some(text) => Str::new_value(thread, text)?,
                None => Value::NONE,
            },
            thread.int(i64::from(place.end_line))?,
            thread.int(place.end_offset)?,
        ])
    };
    match details() {
        Ok(details) => raise_detailed(thread, class, &error.message, &details),
        Err(raised) => raised,
    }
}

/// An exception with the details that `SyntaxError` has beside its message, in flight.
fn raise_detailed(thread: &Thread, class: Builtin, message: &str, details: &[Value]) -> Raised {
    let make = || -> Res {
        let message = Str::new_value(thread, message)?;
        let tuple = Tuple::from_slice(thread, details)?;
        let args = Tuple::from_vec(thread, vec![message.clone(), tuple])?;
        let exception = Exception::new_value(thread, class.get(), args)?;
        if let Some(payload) = exception.as_exception() {
            let values = std::iter::once(&message).chain(details);
            for (slot, value) in payload.fields.iter().zip(values) {
                slot.set(value.clone());
            }
        }
        Ok(exception)
    };
    raise::raise_made(thread, make())
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
