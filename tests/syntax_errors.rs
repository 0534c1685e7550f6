//! Runs the wrong programs of `tests/syntax_errors`: parser or compiler has to refuse each of them with
//! the exception, message, line and caret range that stand beside it.
//!
//! One trial is one group, that is one text file; its report names every case that differs.
//! `tests/syntax_errors/regenerate.py` documents the format and rewrites the expectations.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use taipan::base::source::{Source, SourceError};
use taipan::compiler::{Options, compile};
use taipan::syntax::{Mode, SyntaxError, SyntaxErrorKind, parse};

/// What separates the cases of a group.
const CASE_SEPARATOR: &str = "=====\n";

/// What separates a program from its expectation.
const EXPECTATION_SEPARATOR: &str = "-----\n";

/// The suffix of an expectation that a stage after the parser raises.
const LATER_STAGE: &str = " compiler";

fn main() {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax_errors");
    let mut groups: Vec<PathBuf> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    groups.sort();
    let trials = groups
        .into_iter()
        .map(|group| {
            let name = group.file_stem().unwrap_or_default().to_string_lossy();
            Trial::test(name.into_owned(), move || run_group(&group))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

/// A program and what has to be said about it.
struct Case {
    program: String,
    /// `SyntaxError: message`, or `ok`.
    verdict: String,
    /// `line:offset-end_line:end_offset`, and [`LATER_STAGE`] if the text parses; empty for a right
    /// program.
    place: String,
}

fn run_group(path: &Path) -> Result<(), Failed> {
    let text = fs::read_to_string(path)?;
    let mut report = String::new();
    let (mut failed, mut count) = (0, 0);
    for text in text.split(CASE_SEPARATOR).skip(1) {
        let case = read_case(text)?;
        count += 1;
        if let Some(complaint) = judge(&case) {
            failed += 1;
            let _ = write!(report, "== case {count}\n{}\n{complaint}", case.program);
        }
    }
    if count == 0 {
        return Err("the group holds no case".into());
    }
    if failed > 0 {
        return Err(format!("{failed} of {count} cases differ\n{report}").into());
    }
    Ok(())
}

fn read_case(text: &str) -> Result<Case, Failed> {
    let (source, expectation) = text
        .split_once(EXPECTATION_SEPARATOR)
        .ok_or_else(|| format!("a case without an expectation: {text}"))?;
    let (verdict, place) = expectation
        .trim_end()
        .split_once('\n')
        .unwrap_or((expectation.trim_end(), ""));
    Ok(Case {
        program: program_of(source)?,
        verdict: verdict.to_owned(),
        place: place.to_owned(),
    })
}

/// The program that the source part of a case stands for.
fn program_of(source: &str) -> Result<String, Failed> {
    let (first, rest) = source.split_once('\n').unwrap_or((source, ""));
    if first == "%escaped" {
        return unescape(rest.trim_end_matches('\n'));
    }
    if let Some(repeated) = first.strip_prefix("%repeat ") {
        let (text, times) = repeated.rsplit_once('*').ok_or("%repeat without a count")?;
        return Ok(text.repeat(times.parse()?) + "\n");
    }
    Ok(source.to_owned())
}

fn unescape(text: &str) -> Result<String, Failed> {
    let mut result = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            result.push(c);
            continue;
        }
        let digits = match rest.next() {
            Some('n') => {
                result.push('\n');
                continue;
            }
            Some('r') => {
                result.push('\r');
                continue;
            }
            Some('t') => {
                result.push('\t');
                continue;
            }
            Some('f') => {
                result.push('\u{c}');
                continue;
            }
            Some('\\') => {
                result.push('\\');
                continue;
            }
            Some('x') => 2,
            Some('u') => 4,
            other => return Err(format!("an unknown escape {other:?} in {text}").into()),
        };
        let code: String = rest.by_ref().take(digits).collect();
        let code = u32::from_str_radix(&code, 16)?;
        result.push(char::from_u32(code).ok_or("an escape that is no character")?);
    }
    Ok(result)
}

/// None if the parser says what is expected.
fn judge(case: &Case) -> Option<String> {
    let (verdict, place) = match diagnose(&case.program) {
        None => ("ok".to_owned(), String::new()),
        Some(found) => found,
    };
    if verdict == case.verdict && same_place(&case.place, &place) {
        return None;
    }
    Some(format!(
        "   expected: {} at {}\n   found:    {verdict} at {place}\n",
        case.verdict, case.place
    ))
}

/// The exception that a program raises, and its place.
fn diagnose(program: &str) -> Option<(String, String)> {
    let source = match Source::new("<case>", program) {
        Ok(source) => source,
        Err(SourceError { message, .. }) => {
            return Some((format!("SyntaxError: {message}"), "?:?-?:?".to_owned()));
        }
    };
    let error = match parse(&source, Mode::Module) {
        Ok(ast) => (
            compile(&ast, &source, &Options::module("<case>")).err()?,
            LATER_STAGE,
        ),
        Err(error) => (error, ""),
    };
    Some(describe(&error.0, &source, error.1))
}

fn describe(error: &SyntaxError, source: &Source, stage: &str) -> (String, String) {
    let name = match error.kind {
        SyntaxErrorKind::Syntax => "SyntaxError",
        SyntaxErrorKind::Indentation => "IndentationError",
        SyntaxErrorKind::Tab => "TabError",
        SyntaxErrorKind::TooComplex => "MemoryError",
        SyntaxErrorKind::Incomplete => "_IncompleteInputError",
    };
    let place = error.location(source);
    (
        format!("{name}: {}", error.message),
        format!(
            "{}:{}-{}:{}{stage}",
            place.line, place.offset, place.end_line, place.end_offset
        ),
    )
}

/// Compares places; a `?` in the expectation stands for a number that the exception does not tell.
///
/// Which stage refuses a program is told, not compared: it is no part of the behaviour.
fn same_place(expected: &str, found: &str) -> bool {
    let expected = expected.trim_end_matches(LATER_STAGE);
    let found = found.trim_end_matches(LATER_STAGE);
    let numbers = |place: &str| -> Vec<String> {
        let (start, end) = place.split_once('-').unwrap_or((place, ""));
        start
            .split(':')
            .chain(end.split(':'))
            .map(str::to_owned)
            .collect()
    };
    let (expected, found) = (numbers(expected), numbers(found));
    expected.len() == found.len() && expected.iter().zip(&found).all(|(a, b)| a == "?" || a == b)
}
