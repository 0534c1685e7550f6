//! Reading text: from memory where that is enough, else with the turn.
#![forbid(unsafe_code)]

use super::super::buffered::{self, done_with, scratch};
use super::super::descriptor::reserve;
use super::super::{base, count, unsupported};
use super::decode::Decoder;
use super::{Inside, LineEnd, State, Text, this};
use crate::base::text::points;
use crate::object::class::class_flag;
use crate::object::{Builtin, List, Raised, Res, Str, Thread, Value, names};
use crate::runtime::{protocol, safepoint};
use crate::types::text::args::copied;
use crate::types::text::buffer as bytes_like;

/// Where a line ends in a text.
#[inline]
fn line_end(text: &[u8], kind: LineEnd) -> Option<usize> {
    match kind {
        LineEnd::Lf => memchr::memchr(b'\n', text).map(|at| at + 1),
        LineEnd::Cr => memchr::memchr(b'\r', text).map(|at| at + 1),
        LineEnd::CrLf => memchr::memmem::find(text, b"\r\n").map(|at| at + 2),
        LineEnd::Any => memchr::memchr2(b'\n', b'\r', text).map(|at| {
            if text[at] == b'\r' && text.get(at + 1) == Some(&b'\n') {
                at + 2
            } else {
                at + 1
            }
        }),
    }
}

/// The number of code points that a limit leaves, in bytes of `text`, at most `end`; and how many code points that is.
fn limited(text: &[u8], end: usize, limit: usize) -> (usize, usize) {
    if limit == usize::MAX {
        return (end, 0);
    }
    let end = points::advance(&text[..end], 0, limit).min(end);
    (end, points::count(&text[..end]))
}

impl Inside<'_> {
    /// UnsupportedOperation unless the file below can be read.
    fn check_readable(&self) -> Res<()> {
        match self.state().can_read {
            true => Ok(()),
            false => Err(unsupported(self.thread, "not readable")),
        }
    }

    /// Has the decoder decode a piece.
    pub(super) fn decode(&self, input: &[u8], is_last: bool) -> Res<Vec<u8>> {
        self.with_decoder(|thread, decoder| decoder.decode(thread, input, is_last))
    }

    fn with_decoder<R>(&self, f: impl FnOnce(&Thread, &mut Decoder) -> Res<R>) -> Res<R> {
        let taken = self.state().decoder.take();
        let Some(mut decoder) = taken else {
            return Err(unsupported(self.thread, "not readable"));
        };
        let result = f(self.thread, &mut decoder);
        let mut state = self.state();
        state.seen = decoder.seen();
        state.decoder = Some(decoder);
        drop(state);
        result
    }

    /// Bytes of the file below, by one call of its.
    fn read_below(&self, most: usize) -> Res<Vec<u8>> {
        let thread = self.thread;
        let has_read1 = self.state().has_read1;
        let mut bytes = crate::types::text::args::buffer(thread, most)?;
        if has_read1 && buffered::read_some(thread, &self.below, &mut bytes, most)?.is_some() {
            return Ok(bytes);
        }
        let method = if has_read1 { "read1" } else { "read" };
        let answer = self.ask(method, &[thread.int_from_usize(most)?])?;
        match bytes_like::get(&answer) {
            Some(given) => copied(thread, &given.unlocked()),
            None => Err(not_bytes(thread, method, &answer)),
        }
    }

    /// Reads and decodes once, in place of what was decoded before; false at the end of the file. `wanted` says how many characters are wanted, 0 if
    /// that is not known.
    fn read_chunk(&self, wanted: usize) -> Res<bool> {
        self.check_readable()?;
        let (before, most) = {
            let state = self.state();
            let before = match &state.decoder {
                Some(decoder) if state.telling => Some((decoder.flags(), decoder.kept().to_vec())),
                _ => None,
            };
            let wanted = (wanted as f64 * state.ratio) as usize;
            (before, state.chunk.max(wanted))
        };
        let input = self.read_below(most)?;
        let at_end = input.is_empty();
        let text = self.decode(&input, at_end)?;
        let has_text = !text.is_empty();
        // Whoever iterates over lines does not ask for it.
        let ratio = match before.is_some() || wanted > 0 {
            true if has_text => Some(input.len() as f64 / points::count(&text) as f64),
            true => Some(0.0),
            false => None,
        };
        let snapshot = match before {
            Some((flags, kept)) if kept.is_empty() => Some((flags, input)),
            Some((flags, mut kept)) => {
                reserve(self.thread, &mut kept, input.len())?;
                kept.extend_from_slice(&input);
                Some((flags, kept))
            }
            None => None,
        };
        let mut state = self.state();
        state.ratio = ratio.unwrap_or(state.ratio);
        state.decoded = text;
        state.used = 0;
        if snapshot.is_some() {
            state.snapshot = snapshot;
        }
        Ok(!at_end || has_text)
    }

    /// Takes text that lies in memory, at most so many code points, behind what `into` has: how many were taken.
    fn take(&self, into: &mut Vec<u8>, most: usize) -> Res<usize> {
        let ahead = self.state().ahead().len();
        reserve(self.thread, into, ahead)?;
        let mut state = self.state();
        let ahead = state.ahead().len().min(ahead);
        let end = points::advance(&state.ahead()[..ahead], 0, most).min(ahead);
        let part = &state.ahead()[..end];
        let chars = points::count(part);
        into.extend_from_slice(part);
        state.used += end;
        Ok(chars)
    }

    /// The next line, of at most so many code points, behind what `into` has.
    fn read_line(&self, into: &mut Vec<u8>, limit: usize) -> Res<()> {
        self.check_readable()?;
        self.flush_pending()?;
        let mut left = limit;
        loop {
            let ahead = self.state().ahead().len();
            reserve(self.thread, into, ahead)?;
            let found = {
                let mut state = self.state();
                let ahead = ahead.min(state.ahead().len());
                let text = &state.ahead()[..ahead];
                let is_split = state.line_end == LineEnd::CrLf
                    && into.ends_with(b"\r")
                    && text.starts_with(b"\n");
                let end = match is_split {
                    true => Some(1),
                    false => line_end(text, state.line_end),
                };
                let (end_at, chars) = limited(text, end.unwrap_or(ahead), left);
                into.extend_from_slice(&text[..end_at]);
                state.used += end_at;
                if left != usize::MAX {
                    left -= chars;
                }
                end.is_some()
            };
            if found || left == 0 {
                return Ok(());
            }
            if !self.read_chunk(0)? {
                let mut state = self.state();
                state.forget_decoded();
                state.snapshot = None;
                return Ok(());
            }
            safepoint::poll(self.thread)?;
        }
    }

    fn read(&self, wanted: usize) -> Res<Vec<u8>> {
        self.check_readable()?;
        self.flush_pending()?;
        let mut text = Vec::new();
        let mut left = wanted - self.take(&mut text, wanted)?;
        while left > 0 && self.read_chunk(left)? {
            left -= self.take(&mut text, left)?;
            safepoint::poll(self.thread)?;
        }
        Ok(text)
    }

    fn read_rest(&self) -> Res<Vec<u8>> {
        self.check_readable()?;
        self.flush_pending()?;
        let thread = self.thread;
        let mut bytes = Vec::new();
        if buffered::read_rest(thread, &self.below, &mut bytes)?.is_none() {
            let answer = protocol::call_method(thread, &self.below, names::READ.value(), &[])?;
            bytes = match bytes_like::get(&answer) {
                Some(given) => copied(thread, &given.unlocked())?,
                None => return Err(not_bytes(thread, "read", &answer)),
            };
        }
        let text = self.with_decoder(|thread, decoder| decoder.decode_last(thread, bytes))?;
        let mut all = Vec::new();
        self.take(&mut all, usize::MAX)?;
        {
            let mut state = self.state();
            state.forget_decoded();
            state.snapshot = None;
        }
        if all.is_empty() {
            return Ok(text);
        }
        reserve(thread, &mut all, text.len())?;
        all.extend_from_slice(&text);
        Ok(all)
    }
}

#[cold]
fn not_bytes(thread: &Thread, method: &str, answer: &Value) -> Raised {
    thread.type_error(format!(
        "underlying {method}() should have returned a bytes-like object, not '{}'",
        thread.class_of(answer).name_text()
    ))
}

/// Pieces up to this length are copied to the native stack while the file is locked.
const SHORT: usize = 128;

impl State {
    /// Copies a short line that lies in memory; how long it is, None if there is none.
    #[inline]
    fn short_line(&mut self, into: &mut [u8; SHORT]) -> Option<usize> {
        if !self.gives() {
            return None;
        }
        let text = self.decoded.get(self.used..)?;
        let end = line_end(text, self.line_end)?;
        into.get_mut(..end)?.copy_from_slice(&text[..end]);
        self.used += end;
        Some(end)
    }

    /// Copies so many characters that lie in memory, if they are few and all of them ASCII; whether they are.
    #[inline]
    fn short_text(&mut self, into: &mut [u8]) -> bool {
        if !self.gives() || !self.can_read {
            return false;
        }
        match self.ahead().get(..into.len()) {
            Some(text) if text.is_ascii() => {
                into.copy_from_slice(text);
                self.used += into.len();
                true
            }
            _ => false,
        }
    }

    /// Copies a line that lies in memory; whether there is one.
    #[inline]
    fn line_in_memory(&mut self, into: &mut Vec<u8>, limit: usize) -> bool {
        if !self.gives() {
            return false;
        }
        let text = self.ahead();
        let Some(end) = line_end(text, self.line_end) else {
            return false;
        };
        let (end, _) = limited(text, end, limit);
        if into.try_reserve(end).is_err() {
            return false;
        }
        into.extend_from_slice(&text[..end]);
        self.used += end;
        true
    }
}

/// The next line; empty at the end.
fn line(thread: &Thread, file: &Value, this: &Text, limit: usize, iterates: bool) -> Res {
    if limit == usize::MAX {
        let mut short = [0; SHORT];
        let found = {
            let mut state = this.state.lock();
            state.telling &= !iterates;
            state.short_line(&mut short)
        };
        if let Some(end) = found {
            return Str::from_bytes(thread, &short[..end]);
        }
    }
    let mut text = scratch();
    let in_memory = this.state.lock().line_in_memory(&mut text, limit);
    if !in_memory {
        this.below(thread)?;
        this.check_open(thread)?;
        this.begin(thread, file)?.read_line(&mut text, limit)?;
    }
    let line = Str::from_bytes(thread, &text);
    done_with(text);
    line
}

pub(super) fn readline(thread: &Thread, args: &[Value]) -> Res {
    let limit = match args[1].bound() {
        Some(limit) => protocol::convert::index_ssize(thread, limit)?,
        None => -1,
    };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    line(thread, &args[0], this(thread, &args[0])?, limit, false)
}

pub(super) fn read(thread: &Thread, args: &[Value]) -> Res {
    let wanted = count(thread, &args[1])?;
    let this = this(thread, &args[0])?;
    let mut short = [0; SHORT];
    if let Some(place) = wanted.and_then(|wanted| short.get_mut(..wanted))
        && !place.is_empty()
        && this.state.lock().short_text(place)
    {
        return Str::from_bytes(thread, place);
    }
    this.below(thread)?;
    this.check_open(thread)?;
    let inside = this.begin(thread, &args[0])?;
    let text = match wanted {
        Some(wanted) => inside.read(wanted)?,
        None => inside.read_rest()?,
    };
    drop(inside);
    Str::from_bytes(thread, &text)
}

pub(super) fn next(thread: &Thread, file: &Value) -> Res<Option<Value>> {
    let this = this(thread, file)?;
    let line = if thread.class_of(file).has(class_flag::NATIVE_HEAP) {
        line(thread, file, this, usize::MAX, true)?
    } else {
        this.state.lock().telling = false;
        // A class of a script may have a `readline` of its own.
        let line = protocol::call_method(thread, file, names::READLINE.value(), &[])?;
        if line.as_str_object().is_none() {
            return Err(thread.error(
                Builtin::OSError,
                format!(
                    "readline() should have returned a str object, not '{}'",
                    thread.class_of(&line).name_text()
                ),
            ));
        }
        line
    };
    if line.as_str_object().is_some_and(|line| !line.is_empty()) {
        return Ok(Some(line));
    }
    let mut state = this.state.lock();
    state.snapshot = None;
    state.telling = state.seekable;
    Ok(None)
}

pub(super) fn readlines(thread: &Thread, args: &[Value]) -> Res {
    if !thread.class_of(&args[0]).has(class_flag::NATIVE_HEAP) {
        return base::readlines(thread, args);
    }
    base::check_open(thread, &args[0])?;
    let hint = count(thread, &args[1])?.filter(|hint| *hint > 0);
    let lines = List::new_value(thread, Vec::new())?;
    let mut total = 0usize;
    while let Some(line) = next(thread, &args[0])? {
        total = total.saturating_add(line.as_str_object().map_or(0, Str::len));
        if let Some(lines) = lines.as_list() {
            lines.push(thread, line)?;
        }
        if hint.is_some_and(|hint| total > hint) {
            break;
        }
        safepoint::poll(thread)?;
    }
    Ok(lines)
}
