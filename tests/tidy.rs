//! Holds the source tree to its rules: layers, file headers, where `unsafe` may stand, lengths.
//!
//! The rules are the tables below. Source is read as text with comments and literals blanked
//! out, which is enough for `crate::` paths and keywords and needs no parser.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Layers from the bottom up. A folder imports from lower layers and from itself alone, never
/// from another folder of its own layer.
const LAYERS: [&[&str]; 7] = [
    &["base"],
    &["syntax", "bytecode", "object"],
    &["compiler", "runtime"],
    &["types"],
    &["vm", "modules"],
    &["api"],
    &["cli"],
];

/// The crates' sources.
const CRATES: [&str; 2] = ["src", "lang/src"];

/// Where `unsafe` may stand: files, or folders if the entry ends with a slash.
const UNSAFE_ALLOWED: [&str; 15] = [
    "object/",
    "runtime/clock.rs",
    "runtime/frame.rs",
    "runtime/frame_object/",
    "runtime/frames.rs",
    "runtime/generator.rs",
    "runtime/libm.rs",
    "runtime/native_thread.rs",
    "runtime/signals.rs",
    "runtime/state.rs",
    "runtime/system/",
    "runtime/whereabouts.rs",
    "runtime/variables.rs",
    "runtime/gil/",
    "vm/",
];

/// Longest file, in lines, not counting the unit tests at its end.
const LONGEST_FILE: usize = 700;

/// Declarative tables, which may be longer, and the one dispatch function, whose arms are a table.
const LONG_TABLES: [&str; 4] = [
    "base/text/tables.rs",
    "bytecode/opcodes.rs",
    "syntax/ast.rs",
    "vm/dispatch.rs",
];

/// Words that mark unfinished work. They are put together here so that this file passes itself.
const UNFINISHED: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("dbg", "!("),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
];

/// Folders of somebody's machine, which mean nothing elsewhere.
const MACHINE_PATHS: [&str; 3] = [
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
];

struct Source {
    /// Relative to the `src/` of its crate, with `/` between the parts.
    name: String,
    /// Relative to the project's folder.
    path: String,
    text: String,
    /// `text` with comments and literals blanked out, line by line the same.
    code: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_below(&path, extensions, found);
        } else if path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| extensions.contains(&extension))
        {
            found.push(path);
        }
    }
    found.sort();
}

fn sources() -> Vec<Source> {
    CRATES
        .iter()
        .flat_map(|folder| sources_of(folder))
        .collect()
}

fn sources_of(folder: &str) -> Vec<Source> {
    let crate_folder = root().join(folder);
    let mut paths = Vec::new();
    files_below(&crate_folder, &["rs"], &mut paths);
    assert!(!paths.is_empty(), "no source files below {folder:?}");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("source files are readable UTF-8");
        let name = path
            .strip_prefix(&crate_folder)
            .expect("it was found there");
        let name = name.display().to_string();
        Source {
            path: format!("{folder}/{name}"),
            name,
            code: blank_out(&text),
            text,
        }
    };
    paths.into_iter().map(read).collect()
}

/// Fails with all complaints at once, so that one run shows everything there is to mend.
fn report(rule: &str, complaints: &[String]) {
    if complaints.is_empty() {
        return;
    }
    let mut message = format!("{rule}\n");
    for complaint in complaints {
        let _ = writeln!(message, "  {complaint}");
    }
    panic!("{message}");
}

#[test]
fn imports_go_down_the_layers() {
    let mut complaints = Vec::new();
    for source in sources() {
        let Some(own) = top_folder(&source.name) else {
            continue;
        };
        let Some(own_layer) = layer(own) else {
            complaints.push(format!(
                "{}: the folder `{own}` is in no layer",
                source.path
            ));
            continue;
        };
        for (line, target) in crate_paths(&source) {
            if target == own {
                continue;
            }
            let Some(target_layer) = layer(&target) else {
                continue;
            };
            if target_layer >= own_layer {
                let relation = if target_layer == own_layer {
                    "a sibling in its layer"
                } else {
                    "a layer above it"
                };
                complaints.push(format!(
                    "{}:{line}: `{own}` (layer {own_layer}) names `crate::{target}` \
                     (layer {target_layer}), {relation}",
                    source.path
                ));
            }
        }
    }
    report(
        "Imports go downward only, and siblings never import each other:",
        &complaints,
    );
}

#[test]
fn files_open_with_their_purpose() {
    let complaints: Vec<String> = sources()
        .iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path.clone())
        .collect();
    report(
        "Every file opens with `//! `, what it owns and its invariants:",
        &complaints,
    );
}

#[test]
fn unsafe_stands_in_its_few_places() {
    let mut complaints = Vec::new();
    for source in sources() {
        if unsafe_allowed(&source.name) {
            continue;
        }
        for (line, _) in words(&source.code).filter(|(_, word)| *word == "unsafe") {
            complaints.push(format!("{}:{line}", source.path));
        }
    }
    report(
        &format!("`unsafe` stands below {UNSAFE_ALLOWED:?} alone:"),
        &complaints,
    );
}

#[test]
fn unsafe_is_argued() {
    let mut complaints = Vec::new();
    for source in sources() {
        let code: Vec<&str> = source.code.lines().collect();
        let text: Vec<&str> = source.text.lines().collect();
        for (index, line) in code.iter().enumerate() {
            if uses_unsafe(line, code.get(index + 1).copied()) && !has_argument(&text, &code, index)
            {
                complaints.push(format!(
                    "{}:{}: {}",
                    source.path,
                    index + 1,
                    text[index].trim()
                ));
            }
        }
    }
    report(
        "Every `unsafe` block and impl has a comment above it that starts with `SAFETY`:",
        &complaints,
    );
}

#[test]
fn other_modules_forbid_unsafe() {
    let sources = sources();
    let forbids: BTreeMap<&str, bool> = sources
        .iter()
        .map(|source| {
            let says = source.code.contains("#![forbid(unsafe_code)]");
            (source.name.as_str(), says)
        })
        .collect();
    let complaints: Vec<String> = sources
        .iter()
        .filter(|source| source.name != "lib.rs" && !unsafe_allowed(&source.name))
        // A folder with an allowed file in it cannot forbid what that file needs.
        .filter(|source| !module_holds_unsafe(&source.name))
        .filter(|source| {
            !ancestors(&source.name)
                .iter()
                .any(|name| forbids.get(name.as_str()).copied().unwrap_or(false))
        })
        .map(|source| source.path.clone())
        .collect();
    report(
        "These files neither say `#![forbid(unsafe_code)]` at their top nor inherit it from a parent module:",
        &complaints,
    );
}

#[test]
fn files_are_about_one_idea() {
    let complaints: Vec<String> = sources()
        .iter()
        .filter(|source| !LONG_TABLES.contains(&source.name.as_str()))
        // Unit tests in a file of their own.
        .filter(|source| !source.name.ends_with("/tests.rs"))
        .filter_map(|source| {
            let lines = source
                .text
                .lines()
                .take_while(|line| *line != "#[cfg(test)]")
                .count();
            (lines > LONGEST_FILE).then(|| format!("{}: {lines} lines", source.path))
        })
        .collect();
    report(
        &format!("Files have at most {LONGEST_FILE} lines, but for declarative tables:"),
        &complaints,
    );
}

#[test]
fn nothing_is_left_unfinished() {
    let mut complaints = Vec::new();
    each_line(
        &["rs", "lalrpop", "py", "md", "toml"],
        |name, line, text| {
            for word in UNFINISHED {
                if contains_word(text, word) {
                    complaints.push(format!("{name}:{line}: {word}"));
                }
            }
        },
    );
    report(
        "Unfinished work has no place in the tree, nor have debugging prints:",
        &complaints,
    );
}

#[test]
fn no_paths_of_one_machine() {
    let mut complaints = Vec::new();
    each_line(
        &[
            "rs", "lalrpop", "py", "md", "toml", "out", "err", "json", "sh",
        ],
        |name, line, text| {
            for path in MACHINE_PATHS {
                if contains_word(text, path) {
                    complaints.push(format!("{name}:{line}: {path}"));
                }
            }
        },
    );
    report("Paths of one machine mean nothing elsewhere:", &complaints);
}

#[test]
fn blanking_out_keeps_lines_and_code() {
    let text = "let a = 'x'; // unsafe\nlet b: &'static str = r#\"unsafe \"\n\"#; /* unsafe\n*/ unsafe {}\n";
    let code = blank_out(text);
    assert_eq!(code.lines().count(), text.lines().count());
    let found: Vec<(usize, &str)> = words(&code).filter(|(_, word)| *word == "unsafe").collect();
    assert_eq!(found, [(4, "unsafe")]);
    assert!(code.contains("'static str"));
}

#[test]
fn crate_paths_are_found() {
    let text = "use crate::{base::text, vm::{ops, frame}};\nfn f() { super::super::types::g() }\n";
    let source = Source {
        name: "object/class/mro.rs".to_owned(),
        path: "src/object/class/mro.rs".to_owned(),
        text: text.to_owned(),
        code: blank_out(text),
    };
    let found = crate_paths(&source);
    let expected = [(1, "base"), (1, "vm"), (2, "object")];
    assert_eq!(
        found,
        expected.map(|(line, name)| (line, name.to_owned())),
        "two `super` from object/class/mro.rs lead to `object`"
    );
}

fn top_folder(name: &str) -> Option<&str> {
    let (first, rest) = name.split_once('/').unwrap_or((name, ""));
    if rest.is_empty() {
        first
            .strip_suffix(".rs")
            .filter(|module| layer(module).is_some())
    } else {
        Some(first)
    }
}

fn layer(folder: &str) -> Option<usize> {
    LAYERS.iter().position(|names| names.contains(&folder))
}

fn allowed_by(entry: &str, name: &str) -> bool {
    if entry.ends_with('/') {
        name.starts_with(entry)
            || Some(name)
                == entry
                    .strip_suffix('/')
                    .map(|e| format!("{e}.rs"))
                    .as_deref()
    } else {
        name == entry
    }
}

fn unsafe_allowed(name: &str) -> bool {
    UNSAFE_ALLOWED.iter().any(|entry| allowed_by(entry, name))
}

/// Whether `name` is a module file that has a file with `unsafe` below it.
fn module_holds_unsafe(name: &str) -> bool {
    let folder = name
        .strip_suffix("mod.rs")
        .map(str::to_owned)
        .unwrap_or_else(|| format!("{}/", name.trim_end_matches(".rs")));
    UNSAFE_ALLOWED
        .iter()
        .any(|entry| entry.starts_with(&folder))
}

/// The file itself and the files of its parent modules.
fn ancestors(name: &str) -> Vec<String> {
    let mut result = vec![name.to_owned()];
    let mut folder = name;
    while let Some((parent, _)) = folder.rsplit_once('/') {
        result.push(format!("{parent}/mod.rs"));
        result.push(format!("{parent}.rs"));
        folder = parent;
    }
    result
}

/// The first names after `crate::` (also inside braces), and what `super` chains that leave the
/// folder lead to, each with its line.
fn crate_paths(source: &Source) -> Vec<(usize, String)> {
    let code = source.code.as_str();
    let depth = source.name.trim_end_matches("/mod.rs").split('/').count();
    let mut found = Vec::new();
    for (start, _) in code.match_indices("crate::") {
        let before = code[..start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let line = line_of(code, start);
        let rest = &code[start + "crate::".len()..];
        if let Some(group) = rest.trim_start().strip_prefix('{') {
            found.extend(first_names(group).into_iter().map(|name| (line, name)));
        } else if let Some(name) = identifier(rest) {
            found.push((line, name));
        }
    }
    for (start, _) in code.match_indices("super::") {
        if code[..start].ends_with("super::") {
            continue;
        }
        let mut rest = &code[start..];
        let mut levels = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            rest = next;
            levels += 1;
        }
        let line = line_of(code, start);
        if levels >= depth {
            if let Some(group) = rest.trim_start().strip_prefix('{') {
                found.extend(first_names(group).into_iter().map(|name| (line, name)));
            } else if let Some(name) = identifier(rest) {
                found.push((line, name));
            }
        } else if let Some(own) = top_folder(&source.name) {
            found.push((line, own.to_owned()));
        }
    }
    found
}

/// The first name of each path in a brace group that has just been opened.
fn first_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut nesting = 0;
    let mut at_start = true;
    for (index, character) in group.char_indices() {
        match character {
            '{' => nesting += 1,
            '}' if nesting == 0 => break,
            '}' => nesting -= 1,
            ',' if nesting == 0 => at_start = true,
            c if at_start && (c.is_alphabetic() || c == '_') => {
                names.extend(identifier(&group[index..]));
                at_start = false;
            }
            _ => {}
        }
    }
    names
}

fn identifier(text: &str) -> Option<String> {
    let text = text.trim_start();
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

fn line_of(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

/// Every word with its line.
fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    code.lines().enumerate().flat_map(|(index, line)| {
        line.split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty())
            .map(move |word| (index + 1, word))
    })
}

/// Whether an unsafe block or impl opens on this line; `unsafe fn` promises nothing itself.
fn uses_unsafe(line: &str, next: Option<&str>) -> bool {
    line.match_indices("unsafe").any(|(start, word)| {
        let before = line[..start].chars().next_back();
        let rest = &line[start + word.len()..];
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            return false;
        }
        let rest = rest.trim_start();
        rest.starts_with('{')
            || rest.starts_with("impl")
            || (rest.is_empty() && next.is_some_and(|next| next.trim_start().starts_with('{')))
    })
}

/// Whether a SAFETY comment stands on the line, or above it with nothing between but the rest
/// of the statement, attributes, comments, or another `unsafe` that the comment also covers.
fn has_argument(text: &[&str], code: &[&str], index: usize) -> bool {
    if text[index].contains("SAFETY") {
        return true;
    }
    // An argument may also be the first comment inside the block.
    if text
        .get(index + 1)
        .is_some_and(|line| line.trim_start().starts_with("// SAFETY"))
    {
        return true;
    }
    let mut statement_lines = 0;
    for above in (0..index).rev() {
        let line = text[above].trim();
        if line.contains("SAFETY") {
            return true;
        }
        if line.is_empty() {
            return false;
        }
        let is_comment = code[above].trim().is_empty();
        let is_attribute = line.starts_with("#[");
        let is_unsafe_impl = line.starts_with("unsafe impl");
        if is_comment || is_attribute || is_unsafe_impl {
            continue;
        }
        statement_lines += 1;
        if statement_lines > 4 || line.ends_with(';') {
            return false;
        }
    }
    false
}

/// Calls `visit` with name, line number and text of every line below the folders that are ours.
fn each_line(extensions: &[&str], mut visit: impl FnMut(&str, usize, &str)) {
    let root = root();
    let mut paths = Vec::new();
    for folder in ["src", "lang", "stdlib", "tests", "docs"] {
        files_below(&root.join(folder), extensions, &mut paths);
    }
    for name in ["README.md", "CHANGELOG.md", "Cargo.toml"] {
        paths.push(root.join(name));
    }
    for path in paths {
        let Ok(text) = fs::read(&path) else {
            continue;
        };
        let name = path.strip_prefix(&root).unwrap_or(&path).display();
        let name = name.to_string();
        for (index, line) in String::from_utf8_lossy(&text).lines().enumerate() {
            visit(&name, index + 1, line);
        }
    }
}

/// Whether `word` occurs where no identifier continues it on either side.
fn contains_word(text: &str, word: &str) -> bool {
    let continues = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + word.len()..].chars().next();
        let ends_open = word.ends_with(|c: char| !continues(c));
        !before.is_some_and(continues) && (ends_open || !after.is_some_and(continues))
    })
}

/// Replaces comments and the insides of string and character literals by blanks.
fn blank_out(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        let end = literal_end(&characters, at);
        if end == at {
            result.push(characters[at]);
            at += 1;
            continue;
        }
        for &character in &characters[at..end] {
            result.push(if character == '\n' { '\n' } else { ' ' });
        }
        at = end;
    }
    result
}

/// Where the comment or literal that starts at `at` ends; `at` itself if none starts there.
fn literal_end(text: &[char], at: usize) -> usize {
    let next = text.get(at + 1).copied();
    let in_word = at > 0 && (text[at - 1].is_alphanumeric() || text[at - 1] == '_');
    match text[at] {
        '/' if next == Some('/') => find(text, at, |rest| rest[0] == '\n').unwrap_or(text.len()),
        '/' if next == Some('*') => block_comment_end(text, at),
        '"' => quoted_end(text, at + 1, '"'),
        'r' if !in_word => raw_end(text, at, at + 1),
        'b' | 'c' if !in_word && next == Some('r') => raw_end(text, at, at + 2),
        '\'' if next == Some('\\') => quoted_end(text, at + 1, '\''),
        '\'' if text.get(at + 2) == Some(&'\'') => at + 3,
        _ => at,
    }
}

fn find(text: &[char], from: usize, matches: impl Fn(&[char]) -> bool) -> Option<usize> {
    (from..text.len()).find(|&index| matches(&text[index..]))
}

fn block_comment_end(text: &[char], start: usize) -> usize {
    let mut nesting = 0;
    let mut at = start;
    while at < text.len() {
        if text[at..].starts_with(&['/', '*']) {
            nesting += 1;
            at += 2;
        } else if text[at..].starts_with(&['*', '/']) {
            nesting -= 1;
            at += 2;
            if nesting == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn quoted_end(text: &[char], from: usize, quote: char) -> usize {
    let mut at = from;
    while at < text.len() && text[at] != quote {
        at += if text[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(text.len())
}

/// `r"…"` or `r#"…"#`, where `start` is the first letter and `hashes` follows the `r`.
fn raw_end(text: &[char], start: usize, hashes: usize) -> usize {
    let count = text[hashes..].iter().take_while(|c| **c == '#').count();
    if text.get(hashes + count) != Some(&'"') {
        return start;
    }
    let close: Vec<char> = std::iter::once('"')
        .chain(std::iter::repeat_n('#', count))
        .collect();
    find(text, hashes + count + 1, |rest| rest.starts_with(&close))
        .map_or(text.len(), |end| end + close.len())
}
