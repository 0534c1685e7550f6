//! Reading: from memory where that is enough, else with the turn.
#![forbid(unsafe_code)]

use super::super::descriptor::reserve;
use super::super::{base, call, count};
use super::{Buffered, Inside, Kind, done_with, plain, scratch, this};
use crate::object::class::class_flag;
use crate::object::{Builtin, Bytes, List, Res, Thread, Value, names};
use crate::runtime::protocol;
use crate::runtime::protocol::convert::index_ssize;
use crate::runtime::safepoint;
use crate::types::text::args::buffer;

impl Inside<'_> {
    /// Before reading: what is to be written goes first.
    fn before_reading(&self) -> Res<()> {
        if self.this.kind == Kind::Random {
            self.flush_pending()?;
        }
        Ok(())
    }

    /// Reads ahead once; how many bytes came, None if there are none yet. Nothing is left in memory before.
    fn fill(&self) -> Res<Option<usize>> {
        let (mut data, size) = {
            let mut state = self.state();
            state.at = 0;
            (std::mem::take(&mut state.data), state.size)
        };
        data.clear();
        let got = reserve(self.thread, &mut data, size).and_then(|()| self.raw_read(&mut data));
        let mut state = self.state();
        state.data = data;
        state.at = 0;
        drop(state);
        got
    }

    /// Takes what is in memory, at most so many bytes, behind what `into` has.
    fn take(&self, into: &mut Vec<u8>, most: usize) -> Res<()> {
        let ahead = self.state().ahead().len().min(most);
        reserve(self.thread, into, ahead)?;
        let mut state = self.state();
        let ahead = state.ahead().len().min(ahead);
        let at = state.at;
        into.extend_from_slice(&state.data[at..at + ahead]);
        state.at += ahead;
        Ok(())
    }

    /// At most so many bytes; None if there are none yet. Whole blocks come without a copy.
    fn read(&self, wanted: usize) -> Res<Option<[Vec<u8>; 2]>> {
        self.before_reading()?;
        let (ahead, size) = {
            let state = self.state();
            (state.ahead().len().min(wanted), state.size.max(1))
        };
        let rest = wanted - ahead;
        let mut blocks = buffer(self.thread, ahead + (rest - rest % size))?;
        self.take(&mut blocks, wanted)?;
        let mut tail = Vec::new();
        loop {
            let rest = wanted.saturating_sub(blocks.len());
            let whole = rest - rest % size;
            if whole == 0 {
                break;
            }
            match self.raw_read_most(&mut blocks, whole)? {
                Some(0) => return Ok(Some([blocks, tail])),
                Some(_) => {}
                None if blocks.is_empty() => return Ok(None),
                None => return Ok(Some([blocks, tail])),
            }
            safepoint::poll(self.thread)?;
        }
        while blocks.len() + tail.len() < wanted {
            let before = tail.len();
            self.take(&mut tail, wanted - blocks.len() - before)?;
            if blocks.len() + tail.len() >= wanted {
                break;
            }
            match self.fill()? {
                Some(0) => break,
                Some(_) => {}
                None if blocks.is_empty() && tail.is_empty() => return Ok(None),
                None => break,
            }
            safepoint::poll(self.thread)?;
        }
        Ok(Some([blocks, tail]))
    }

    /// What is left, behind what `into` has; false if there is nothing yet.
    fn read_rest(&self, into: &mut Vec<u8>) -> Res<bool> {
        self.before_reading()?;
        let thread = self.thread;
        self.take(into, usize::MAX)?;
        self.state().forget_ahead();
        let begin = into.len();
        if let Some(file) = &self.file {
            let came = file.read_all(thread, into)?;
            self.state().advance(into.len() - begin);
            return Ok(came || begin > 0);
        }
        self.state().position = None;
        if let Some(readall) =
            protocol::get_attr_opt(thread, &self.raw, &super::super::named(thread, "readall")?)?
        {
            let all = protocol::call_positional(thread, &readall, &[])?;
            let Some(bytes) = all.as_bytes() else {
                return match all.is_none() {
                    true => Ok(begin > 0),
                    false => Err(thread.type_error("readall() should return bytes")),
                };
            };
            reserve(thread, into, bytes.len())?;
            into.extend_from_slice(bytes);
            return Ok(true);
        }
        loop {
            let part = call(thread, &self.raw, "read", &[])?;
            let Some(bytes) = part.as_bytes() else {
                return match part.is_none() {
                    true => Ok(!into.is_empty()),
                    false => Err(thread.type_error("read() should return bytes")),
                };
            };
            if bytes.is_empty() {
                return Ok(true);
            }
            reserve(thread, into, bytes.len())?;
            into.extend_from_slice(bytes);
            safepoint::poll(thread)?;
        }
    }

    /// What is in memory, or else one call of the raw file gives, at most so many bytes, behind what `into` has.
    fn read_once(&self, into: &mut Vec<u8>, most: usize) -> Res<Option<usize>> {
        if most == 0 {
            return Ok(Some(0));
        }
        let before = into.len();
        self.take(into, most)?;
        if into.len() > before {
            return Ok(Some(into.len() - before));
        }
        self.before_reading()?;
        self.state().forget_ahead();
        self.raw_read_most(into, most)
    }

    /// Reads once, at most so many bytes, behind what `into` has.
    fn raw_read_most(&self, into: &mut Vec<u8>, most: usize) -> Res<Option<usize>> {
        if into.capacity() - into.len() == most {
            return self.raw_read(into);
        }
        // The capacity says how much the call reads.
        let mut exact = buffer(self.thread, most)?;
        let got = self.raw_read(&mut exact)?;
        reserve(self.thread, into, exact.len())?;
        into.extend_from_slice(&exact);
        Ok(got)
    }

    /// The next line, behind what `into` has; of at most so many bytes.
    fn read_line(&self, into: &mut Vec<u8>, most: usize) -> Res<()> {
        loop {
            let (step, found) = {
                let state = self.state();
                let ahead = state.ahead();
                let end = memchr::memchr(b'\n', ahead);
                (end.map_or(ahead.len(), |end| end + 1), end.is_some())
            };
            let left = most - into.len();
            self.take(into, step.min(left))?;
            if found || into.len() >= most {
                return Ok(());
            }
            self.before_reading()?;
            if self.fill()?.unwrap_or(0) == 0 {
                return Ok(());
            }
            safepoint::poll(self.thread)?;
        }
    }
}

impl Buffered {
    /// A line that lies in memory: copied to `into`. Whether there is one.
    fn line_in_memory(&self, into: &mut Vec<u8>, most: usize) -> bool {
        let mut state = self.state.lock();
        if state.has_operation {
            return false;
        }
        let ahead = state.ahead();
        let end = match memchr::memchr(b'\n', ahead) {
            Some(end) => (end + 1).min(most),
            None if ahead.len() >= most => most,
            None => return false,
        };
        if into.try_reserve(end).is_err() {
            return false;
        }
        into.extend_from_slice(&ahead[..end]);
        state.at += end;
        true
    }

    /// So many bytes that lie in memory: copied to `into`. Whether there are as many.
    fn bytes_in_memory(&self, into: &mut Vec<u8>, wanted: usize) -> bool {
        let mut state = self.state.lock();
        if state.has_operation {
            return false;
        }
        let Some(ahead) = state.ahead().get(..wanted) else {
            return false;
        };
        if into.try_reserve(wanted).is_err() {
            return false;
        }
        into.extend_from_slice(ahead);
        state.at += wanted;
        true
    }
}

fn line(thread: &Thread, file: &Value, most: usize) -> Res {
    let this = this(thread, file)?;
    let mut bytes = scratch();
    if !this.line_in_memory(&mut bytes, most) {
        this.check_open(thread, "readline of")?;
        this.begin(thread, file)?.read_line(&mut bytes, most)?;
    }
    let line = Bytes::new_value(thread, &bytes);
    done_with(bytes);
    line
}

/// The size that a script wants to read, where all negative ones but -1 are refused.
fn size(thread: &Thread, value: &Value) -> Res<Option<usize>> {
    let wanted = count(thread, value)?;
    if wanted.is_none()
        && let Some(value) = value.bound().filter(|value| !value.is_none())
        && index_ssize(thread, value)? < -1
    {
        return Err(thread.value_error("read length must be non-negative or -1"));
    }
    Ok(wanted)
}

pub(super) fn read(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    let Some(wanted) = size(thread, &args[1])? else {
        this.check_open(thread, "read of")?;
        let mut bytes = Vec::new();
        let inside = this.begin(thread, &args[0])?;
        let came = inside.read_rest(&mut bytes)?;
        drop(inside);
        return match came {
            true => Bytes::new_value(thread, &bytes),
            false => Ok(Value::NONE),
        };
    };
    let mut bytes = scratch();
    if wanted > 0 && this.bytes_in_memory(&mut bytes, wanted) {
        let result = Bytes::new_value(thread, &bytes);
        done_with(bytes);
        return result;
    }
    done_with(bytes);
    this.check_open(thread, "read of")?;
    let inside = this.begin(thread, &args[0])?;
    let read = inside.read(wanted)?;
    drop(inside);
    match read {
        Some([blocks, tail]) => Bytes::concat_all(thread, &[&blocks, &tail]),
        None => Ok(Value::NONE),
    }
}

pub(super) fn read1(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    let wanted = match args[1].bound() {
        Some(wanted) => index_ssize(thread, wanted)?,
        None => -1,
    };
    this.check_open(thread, "read of")?;
    let inside = this.begin(thread, &args[0])?;
    let most = usize::try_from(wanted).unwrap_or(inside.state().size);
    let mut bytes = Vec::new();
    inside.read_once(&mut bytes, most)?;
    drop(inside);
    Bytes::new_value(thread, &bytes)
}

pub(super) fn readinto(thread: &Thread, args: &[Value]) -> Res {
    let room = base::room(thread, &args[1], "readinto")?;
    let this = this(thread, &args[0])?;
    this.check_open(thread, "readinto of")?;
    let inside = this.begin(thread, &args[0])?;
    let read = inside.read(room)?;
    drop(inside);
    let Some([blocks, tail]) = read else {
        return Ok(Value::NONE);
    };
    let mut all = blocks;
    reserve(thread, &mut all, tail.len())?;
    all.extend_from_slice(&tail);
    base::fill(thread, &args[1], &all);
    thread.int_from_usize(all.len())
}

pub(super) fn readinto1(thread: &Thread, args: &[Value]) -> Res {
    let room = base::room(thread, &args[1], "readinto1")?;
    let this = this(thread, &args[0])?;
    this.check_open(thread, "readinto of")?;
    let inside = this.begin(thread, &args[0])?;
    let size = inside.state().size;
    let mut bytes = Vec::new();
    inside.take(&mut bytes, room)?;
    let rest = room - bytes.len();
    if rest > size {
        inside.before_reading()?;
        inside.state().forget_ahead();
        let mut more = buffer(thread, rest)?;
        if inside.raw_read(&mut more)?.is_none() && bytes.is_empty() {
            return Ok(Value::NONE);
        }
        reserve(thread, &mut bytes, more.len())?;
        bytes.extend_from_slice(&more);
    } else if bytes.is_empty() && room > 0 {
        inside.before_reading()?;
        if inside.fill()?.is_none() {
            return Ok(Value::NONE);
        }
        inside.take(&mut bytes, room)?;
    }
    drop(inside);
    base::fill(thread, &args[1], &bytes);
    thread.int_from_usize(bytes.len())
}

pub(super) fn peek(thread: &Thread, args: &[Value]) -> Res {
    if let Some(size) = args[1].bound() {
        index_ssize(thread, size)?;
    }
    let this = this(thread, &args[0])?;
    this.check_open(thread, "peek of")?;
    let inside = this.begin(thread, &args[0])?;
    if inside.state().ahead().is_empty() {
        inside.before_reading()?;
        inside.fill()?;
    }
    let mut bytes = buffer(thread, inside.state().ahead().len())?;
    bytes.extend_from_slice(inside.state().ahead());
    drop(inside);
    Bytes::new_value(thread, &bytes)
}

pub(super) fn readline(thread: &Thread, args: &[Value]) -> Res {
    let most = count(thread, &args[1])?.unwrap_or(usize::MAX);
    line(thread, &args[0], most)
}

pub(super) fn next(thread: &Thread, file: &Value) -> Res<Option<Value>> {
    let line = if thread.class_of(file).has(class_flag::NATIVE_HEAP) {
        line(thread, file, usize::MAX)?
    } else {
        // A class of a script may have a `readline` of its own.
        let line = protocol::call_method(thread, file, names::READLINE.value(), &[])?;
        if line.as_bytes().is_none() {
            return Err(thread.error(
                Builtin::OSError,
                format!(
                    "readline() should have returned a bytes object, not '{}'",
                    thread.class_of(&line).name_text()
                ),
            ));
        }
        line
    };
    Ok(line
        .as_bytes()
        .is_some_and(|line| !line.is_empty())
        .then_some(line))
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
        total = total.saturating_add(line.as_bytes().map_or(0, <[u8]>::len));
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

/// What is in memory, or else one call of the raw file gives: for a file of text over this one. False if this is no native file that reads; None within if
/// there is nothing yet.
///
/// # Errors
/// Those of `read1`.
pub fn read_some(
    thread: &Thread,
    file: &Value,
    into: &mut Vec<u8>,
    most: usize,
) -> Res<Option<Option<usize>>> {
    let Some(this) = plain(thread, file).filter(|this| this.kind != Kind::Writer) else {
        return Ok(None);
    };
    this.check_open(thread, "read of")?;
    this.begin(thread, file)?.read_once(into, most).map(Some)
}

/// All that is left: for a file of text over this one. None if this is no native file that reads.
///
/// # Errors
/// Those of `read`.
pub fn read_rest(thread: &Thread, file: &Value, into: &mut Vec<u8>) -> Res<Option<bool>> {
    let Some(this) = plain(thread, file).filter(|this| this.kind != Kind::Writer) else {
        return Ok(None);
    };
    this.check_open(thread, "read of")?;
    this.begin(thread, file)?.read_rest(into).map(Some)
}
