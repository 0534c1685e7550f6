//! The interactive prompt, on rustyline; and the same editor for the prompts of the library.

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, Helper};
use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use taipan::api::Interpreter;
use taipan::api::tooling::{self, Completeness, Ending, Line, LineEditor};

/// Completes names: `lookup` gives those that begin with a prefix.
struct Names<F> {
    lookup: F,
}

impl<F: Fn(&str) -> Vec<String>> Completer for Names<F> {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let before = line.get(..position).unwrap_or("");
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric() || *c == '_')
            .last()
            .map_or(before.len(), |(i, _)| i);
        let prefix = &before[start..];
        if prefix.is_empty() {
            let indent = if before.trim().is_empty() {
                vec!["    ".to_owned()]
            } else {
                Vec::new()
            };
            return Ok((position, indent));
        }
        Ok((start, (self.lookup)(prefix)))
    }
}

impl<F> Hinter for Names<F> {
    type Hint = String;
}
impl<F> Highlighter for Names<F> {}
impl<F> Validator for Names<F> {}
impl<F: Fn(&str) -> Vec<String>> Helper for Names<F> {}

/// An editor that remembers lines between sessions.
struct Session<F: Fn(&str) -> Vec<String>> {
    editor: Editor<Names<F>, DefaultHistory>,
    history: Option<PathBuf>,
}

impl<F: Fn(&str) -> Vec<String>> Session<F> {
    fn new() -> Option<Session<F>> {
        let mut editor = Editor::new().ok()?;
        let history = history_file();
        if let Some(path) = &history {
            // A first session has no history yet.
            let _ = editor.load_history(path);
        }
        Some(Session { editor, history })
    }

    fn read(&mut self, prompt: &str) -> Line {
        match self.editor.readline(prompt) {
            Ok(line) => {
                // The history may be full or refuse repeated lines, and without a writable home none is kept; none of it matters here.
                let _ = self.editor.add_history_entry(line.as_str());
                if let Some(path) = &self.history {
                    let _ = self.editor.append_history(path);
                }
                Line::Text(line)
            }
            Err(ReadlineError::Interrupted) => Line::Interrupted,
            Err(_) => Line::End,
        }
    }
}

/// Where the history is kept between sessions.
fn history_file() -> Option<PathBuf> {
    let home = std::env::var_os("HOME")?;
    Some(PathBuf::from(home).join(".taipan_history"))
}

/// The editor for prompts of the library, made when the first line is read.
#[derive(Default)]
struct Terminal {
    session: Mutex<Option<Session<Box<Lookup>>>>,
}

type Lookup = dyn Fn(&str) -> Vec<String> + Send;

impl LineEditor for Terminal {
    fn read_line(&self, prompt: &str, names: Vec<String>) -> Line {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        if session.is_none() {
            *session = Session::new();
        }
        let Some(session) = session.as_mut() else {
            return Line::End;
        };
        let starts = move |prefix: &str| {
            let found = names.iter().filter(|name| name.starts_with(prefix));
            found.cloned().collect()
        };
        let lookup: Box<Lookup> = Box::new(starts);
        session.editor.set_helper(Some(Names { lookup }));
        session.read(prompt)
    }
}

/// Lets prompts of the library read lines with the editor, if there is a terminal.
pub fn provide_editor() {
    if std::io::stdin().is_terminal() {
        tooling::provide_line_editor(Box::new(Terminal::default()));
    }
}

/// Runs the prompt until the end of the input, or until the session exits.
pub fn run(interpreter: &Interpreter) -> Ending {
    if !std::io::stdin().is_terminal() {
        return piped(interpreter);
    }
    let Some(mut session) = Session::new() else {
        return piped(interpreter);
    };
    println!("Taipan {} (Python 3.13)", env!("CARGO_PKG_VERSION"));
    let lookup = |prefix: &str| tooling::completions(interpreter, prefix);
    session.editor.set_helper(Some(Names { lookup }));
    let mut input = String::new();
    let mut count = 0;
    loop {
        match session.read(if input.is_empty() { ">>> " } else { "... " }) {
            Line::Text(line) => {
                if !input.is_empty() {
                    input.push('\n');
                }
                input.push_str(&line);
                if input.trim().is_empty() {
                    input.clear();
                    continue;
                }
                if tooling::completeness(&input) == Completeness::NeedsMore {
                    continue;
                }
                let text = std::mem::take(&mut input);
                let name = format!("<python-input-{count}>");
                count += 1;
                if let Some(ending) = tooling::run_input(interpreter, &text, &name) {
                    return ending;
                }
            }
            Line::Interrupted => {
                input.clear();
                println!("KeyboardInterrupt");
            }
            Line::End => return Ending::Code(0),
        }
    }
}

/// The input comes from a pipe: the whole of it is one program.
fn piped(interpreter: &Interpreter) -> Ending {
    let mut source = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut source) {
        eprintln!("taipan: can't read standard input: {error}");
        return Ending::Code(2);
    }
    tooling::run_program(interpreter, &source, "<stdin>", "")
}
