//! The text of sources, for the lines in tracebacks: of files as they are on disk, and of texts that never were files as they were
//! compiled.
#![forbid(unsafe_code)]

use crate::base::sync::Mutex;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Texts that are kept at most; older ones are forgotten first.
const MOST: usize = 256;

/// The sources of an interpreter.
#[derive(Default)]
pub struct Sources {
    texts: Mutex<Texts>,
}

#[derive(Default)]
struct Texts {
    by_name: FxHashMap<String, Text>,
    order: Vec<String>,
}

enum Text {
    /// The program has it, and nobody has asked for it yet.
    Own(&'static str),
    Kept(Arc<str>),
    /// There is none to be had.
    Missing,
}

impl Text {
    fn shared(&mut self) -> Option<Arc<str>> {
        if let Text::Own(text) = *self {
            *self = Text::Kept(text.into());
        }
        match self {
            Text::Kept(text) => Some(text.clone()),
            Text::Own(_) | Text::Missing => None,
        }
    }
}

impl Sources {
    /// Keeps the text of a source that is no file (`<string>`); files are read when their lines are wanted.
    pub fn remember(&self, name: &str, text: &str) {
        if name.starts_with('<') {
            self.keep(name, Text::Kept(text.into()));
        }
    }

    /// The same for a text of the program's own, which is not copied before somebody asks for it.
    pub fn remember_own(&self, name: &str, text: &'static str) {
        self.keep(name, Text::Own(text));
    }

    fn keep(&self, name: &str, text: Text) {
        let mut texts = self.texts.lock();
        if texts.by_name.insert(name.to_owned(), text).is_none() {
            texts.order.push(name.to_owned());
            if texts.order.len() > MOST {
                let oldest = texts.order.remove(0);
                texts.by_name.remove(&oldest);
            }
        }
    }

    /// The whole text, if it can be had.
    pub fn text(&self, name: &str) -> Option<Arc<str>> {
        if let Some(known) = self.texts.lock().by_name.get_mut(name) {
            return known.shared();
        }
        if name.starts_with('<') {
            return None;
        }
        let mut text = std::fs::read(name).map_or(Text::Missing, |bytes| {
            Text::Kept(String::from_utf8_lossy(&bytes).into())
        });
        let shared = text.shared();
        self.keep(name, text);
        shared
    }

    /// A line, counted from 1, without its line end.
    pub fn line(&self, name: &str, line: u32) -> Option<String> {
        let text = self.text(name)?;
        text.lines()
            .nth(line.checked_sub(1)? as usize)
            .map(str::to_owned)
    }
}
