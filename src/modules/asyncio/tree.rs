//! The tasks of an event loop as people read them: what each does and where, above those that it waits for. Shown after a second Ctrl-C, by
//! `gil.threads()`, and in reports of deadlocks.
//!
//! Runs no code of scripts: whoever asks may be in the middle of anything.

use super::future::{State, own_if};
use super::graph;
use super::running;
use super::task::shown_name;
use crate::modules::import::library::FOLDER;
use crate::object::{Res, Thread, Value};
use crate::runtime::code::Code;
use crate::runtime::generator::{Generator, Status};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt::Write;
use std::sync::atomic::Ordering::Relaxed;

/// Tasks that are shown at most, counting those that are alike as one.
const MOST_TASKS: usize = 100;
/// Tasks that are looked at at most.
const MOST_KNOWN: usize = 10_000;
/// Calls of a task that are shown at most, from both ends.
const MOST_CALLS: usize = 20;

/// A call of a coroutine.
struct Call {
    file: String,
    line: u32,
    function: String,
}

/// A task as it is shown.
struct Shown {
    name: String,
    /// A clause that follows the name.
    doing: String,
    /// Where it was made, if that is known, as words behind the clause.
    made: String,
    /// The oldest call first.
    calls: Vec<Call>,
    /// The tasks that it waits for, by their places in the list of all.
    waits_for: Vec<usize>,
}

/// What a task does.
fn doing(thread: &Thread, task: &Value, event_loop: &Value) -> Option<String> {
    if running::current(thread, event_loop).is(task) {
        return Some("runs".to_owned());
    }
    let part = own_if(thread, task)?.task.as_deref()?;
    let coroutine = part.coroutine.load()?;
    let is_new = coroutine
        .payload::<Generator>()
        .is_some_and(|generator| generator.status() == Status::Created);
    let mut text = match part.waiter.load() {
        Some(waiter) => match own_if(thread, &waiter) {
            Some(future) if future.state() != State::Pending => "is about to go on".to_owned(),
            Some(future) if future.task.is_some() => {
                format!("waits for {}", shown_name(thread, &waiter))
            }
            _ => "waits".to_owned(),
        },
        None if is_new => "has not begun".to_owned(),
        None => "is about to go on".to_owned(),
    };
    if part.must_cancel.load(Relaxed) || part.cancel_requests.load(Relaxed) > 0 {
        text.push_str(", to be cancelled");
    }
    Some(text)
}

/// Where a task was made, if that is known, as words behind what it does.
fn made(thread: &Thread, task: &Value) -> String {
    let part = own_if(thread, task).and_then(|future| future.task.as_deref());
    let Some((part, maker)) = part.and_then(|part| Some((part, part.maker.load()?))) else {
        return String::new();
    };
    let Some(code) = maker.payload::<Code>() else {
        return String::new();
    };
    let file = &*code.plain.filename;
    let file = file.rsplit('/').next().unwrap_or(file);
    let line = code
        .plain
        .position(part.made_at.load(Relaxed) as usize)
        .line;
    format!(", made at {file}:{line} in {}", code.plain.qualname)
}

/// The calls of a task that does not run.
fn calls(thread: &Thread, task: &Value) -> Vec<Call> {
    let coroutine = own_if(thread, task)
        .and_then(|future| future.task.as_deref())
        .and_then(|part| part.coroutine.load());
    let Some(coroutine) = coroutine else {
        return Vec::new();
    };
    let chain = graph::chain(thread, coroutine);
    let call = |value: &Value| {
        let generator = value.payload::<Generator>()?;
        let plain = &generator.code.payload::<Code>()?.plain;
        let line = match generator.status() {
            Status::Created => plain.first_line,
            Status::Suspended => plain.position(generator.pc.load(Relaxed) as usize).line,
            Status::Running | Status::Finished => return None,
        };
        Some(Call {
            file: plain.filename.to_string(),
            line,
            function: plain.qualname.to_string(),
        })
    };
    chain.iter().filter_map(call).collect()
}

/// The tasks of a loop that are not over, ordered by their names, numbers in these counting as numbers.
fn tasks_of(thread: &Thread, event_loop: &Value) -> Vec<Value> {
    let all = running::each_task(thread, event_loop);
    let is_pending = |task: &Value| {
        own_if(thread, task)
            .is_some_and(|future| future.task.is_some() && future.state() == State::Pending)
    };
    let mut all: Vec<(String, u64, Value)> = all
        .into_iter()
        .filter(is_pending)
        .map(|task| {
            let name = shown_name(thread, &task);
            let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let number = name[name.len() - digits..].parse().unwrap_or(0);
            (name[..name.len() - digits].to_owned(), number, task)
        })
        .collect();
    all.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    all.into_iter().map(|(_, _, task)| task).collect()
}

fn shown(thread: &Thread, tasks: &[Value], event_loop: &Value) -> Res<Vec<Shown>> {
    let places: FxHashMap<u64, usize> = tasks
        .iter()
        .enumerate()
        .map(|(i, t)| (t.word(), i))
        .collect();
    let mut all: Vec<Shown> = Vec::with_capacity(tasks.len());
    for task in tasks {
        let doing = doing(thread, task, event_loop).unwrap_or_default();
        all.push(Shown {
            name: shown_name(thread, task),
            calls: calls(thread, task),
            made: made(thread, task),
            doing,
            waits_for: Vec::new(),
        });
    }
    for (i, task) in tasks.iter().enumerate() {
        for waiter in graph::awaiters(thread, task)? {
            if let Some(&place) = places.get(&waiter.word()) {
                all[place].waits_for.push(i);
            }
        }
    }
    Ok(all)
}

/// The tree of a loop's tasks, with each task's calls; empty without tasks.
pub(super) fn in_full(thread: &Thread, name: &str, event_loop: &Value) -> String {
    let mut tasks = tasks_of(thread, event_loop);
    let count = tasks.len();
    tasks.truncate(MOST_KNOWN);
    let all = match shown(thread, &tasks, event_loop) {
        Ok(all) => all,
        Err(raised) => {
            drop(thread.take_raised(raised));
            return String::new();
        }
    };
    let mut text = String::new();
    if all.is_empty() {
        return text;
    }
    let _ = writeln!(
        text,
        "Tasks of the event loop of {name}, each above those that it waits for:"
    );
    let mut tree = Tree {
        all: &all,
        seen: FxHashSet::default(),
        text,
        lines: 0,
    };
    let awaited: FxHashSet<usize> = all
        .iter()
        .flat_map(|task| task.waits_for.iter().copied())
        .collect();
    let roots: Vec<usize> = (0..all.len()).filter(|i| !awaited.contains(i)).collect();
    tree.show(&roots);
    // What is left waits for itself in the end.
    for i in 0..all.len() {
        if !tree.seen.contains(&i) {
            tree.show(&[i]);
        }
    }
    let left = count - tree.seen.len().min(count);
    let mut text = tree.text;
    if left > 0 {
        let _ = writeln!(text, "  ... {left} more tasks");
    }
    text
}

/// What tasks have in common that are shown as one: what they do, where they were made, and their calls.
type Likeness<'a> = (&'a str, &'a str, Vec<(&'a str, u32)>);

/// A tree that is being written.
struct Tree<'a> {
    all: &'a [Shown],
    /// Tasks that are shown.
    seen: FxHashSet<usize>,
    text: String,
    /// Tasks that have lines of their own.
    lines: usize,
}

impl Tree<'_> {
    /// Shows tasks and all below them.
    fn show(&mut self, tasks: &[usize]) {
        let mut work: Vec<(Vec<usize>, usize)> = Vec::new();
        self.push_alike(&mut work, tasks, 1);
        while let Some((alike, depth)) = work.pop() {
            let task = &self.all[alike[0]];
            let indent = "  ".repeat(depth.min(40));
            if alike.len() == 1 && self.seen.contains(&alike[0]) {
                let _ = writeln!(self.text, "{indent}* {} (shown above)", task.name);
                continue;
            }
            if self.lines == MOST_TASKS {
                continue;
            }
            self.lines += 1;
            self.seen.extend(&alike);
            let others = match alike.len() {
                1 => String::new(),
                2 => format!(" and {}", self.all[alike[1]].name),
                more => format!(" and {} others", more - 1),
            };
            let doing = match others.is_empty() {
                true => task.doing.clone(),
                false => task
                    .doing
                    .replacen("waits", "wait", 1)
                    .replacen("is ", "are ", 1)
                    .replacen("has ", "have ", 1),
            };
            let _ = writeln!(
                self.text,
                "{indent}* {}{others} {doing}{}",
                task.name, task.made
            );
            let count = task.calls.len();
            for (i, call) in task.calls.iter().enumerate() {
                if count > MOST_CALLS && (MOST_CALLS / 2..count - MOST_CALLS / 2).contains(&i) {
                    if i == MOST_CALLS / 2 {
                        let _ =
                            writeln!(self.text, "{indent}  ... {} more calls", count - MOST_CALLS);
                    }
                    continue;
                }
                let (file, line, function) = (&call.file, call.line, &call.function);
                let _ = writeln!(
                    self.text,
                    "{indent}  File \"{file}\", line {line}, in {function}"
                );
            }
            self.push_alike(&mut work, &task.waits_for, depth + 1);
        }
    }

    /// Puts tasks on the stack of what is to be shown, the first on top; those that are alike and wait for no task together.
    fn push_alike(&self, work: &mut Vec<(Vec<usize>, usize)>, tasks: &[usize], depth: usize) {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut known: FxHashMap<Likeness<'_>, usize> = FxHashMap::default();
        for &i in tasks {
            let task = &self.all[i];
            if !task.waits_for.is_empty() || self.seen.contains(&i) {
                groups.push(vec![i]);
                continue;
            }
            let calls = task.calls.iter().map(|call| (&*call.file, call.line));
            let key = (&*task.doing, &*task.made, calls.collect());
            let place = *known.entry(key).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(i),
                None => groups.push(vec![i]),
            }
        }
        work.extend(groups.into_iter().rev().map(|group| (group, depth)));
    }
}

/// Tasks of one line each at most in reports of deadlocks.
const MOST_IN_SHORT: usize = 20;

/// One line for each task of a loop: what it does, and the newest place in the program.
pub(super) fn in_short(thread: &Thread, event_loop: &Value) -> String {
    let tasks = tasks_of(thread, event_loop);
    let mut text = String::new();
    for task in tasks.iter().take(MOST_IN_SHORT) {
        let doing = doing(thread, task, event_loop).unwrap_or_default();
        let _ = write!(text, "\n    {} {doing}", shown_name(thread, task));
        let calls = calls(thread, task);
        if let Some(call) = calls.iter().rfind(|call| !call.file.starts_with(FOLDER)) {
            let file = call.file.rsplit('/').next().unwrap_or(&call.file);
            let _ = write!(text, ", at {file}:{} in {}", call.line, call.function);
        }
    }
    if tasks.len() > MOST_IN_SHORT {
        let _ = write!(text, "\n    ... {} more tasks", tasks.len() - MOST_IN_SHORT);
    }
    text
}
