//! The interactive prompt, on rustyline.

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, Helper};
use std::io::{IsTerminal, Read};
use taipan::api::Interpreter;
use taipan::api::tooling::{self, Completeness, Ending};

/// Completes names from the session.
struct Session<'i> {
    interpreter: &'i Interpreter,
}

impl Completer for Session<'_> {
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
        Ok((start, tooling::completions(self.interpreter, prefix)))
    }
}

impl Hinter for Session<'_> {
    type Hint = String;
}
impl Highlighter for Session<'_> {}
impl Validator for Session<'_> {}
impl Helper for Session<'_> {}

/// Where the history is kept between sessions.
fn history_file() -> Option<std::path::PathBuf> {
    let home = std::env::var_os("HOME")?;
    Some(std::path::Path::new(&home).join(".taipan_history"))
}

/// Runs the prompt until the end of the input, or until the session exits.
pub fn run(interpreter: &Interpreter) -> Ending {
    if !std::io::stdin().is_terminal() {
        return piped(interpreter);
    }
    let Ok(mut editor) = Editor::<Session<'_>, DefaultHistory>::new() else {
        return piped(interpreter);
    };
    println!("Taipan {} (Python 3.13)", env!("CARGO_PKG_VERSION"));
    editor.set_helper(Some(Session { interpreter }));
    let history = history_file();
    if let Some(path) = &history {
        // A first session has no history yet.
        let _ = editor.load_history(path);
    }
    let ending = lines(interpreter, &mut editor);
    if let Some(path) = &history {
        // Without a writable home there is no history to keep.
        let _ = editor.save_history(path);
    }
    ending
}

/// Reads inputs line by line until each is complete, and runs them.
fn lines(interpreter: &Interpreter, editor: &mut Editor<Session<'_>, DefaultHistory>) -> Ending {
    let mut input = String::new();
    let mut count = 0;
    loop {
        match editor.readline(if input.is_empty() { ">>> " } else { "... " }) {
            Ok(line) => {
                // The history may be full or refuse repeated lines; neither matters here.
                let _ = editor.add_history_entry(line.as_str());
                input.push_str(&line);
                input.push('\n');
                if tooling::completeness(&input) == Completeness::NeedsMore {
                    continue;
                }
                let text = std::mem::take(&mut input);
                if text.trim().is_empty() {
                    continue;
                }
                let name = format!("<python-input-{count}>");
                count += 1;
                if let Some(ending) = tooling::run_input(interpreter, &text, &name) {
                    return ending;
                }
            }
            Err(ReadlineError::Interrupted) => {
                input.clear();
                println!("KeyboardInterrupt");
            }
            Err(_) => return Ending::Code(0),
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
