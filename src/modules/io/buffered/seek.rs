//! Positions of buffered files.
#![forbid(unsafe_code)]

use super::super::{base, call, unsupported};
use super::{Inside, Kind, this};
use crate::object::{Res, Thread, Value};
use crate::runtime::protocol::convert::index;
use crate::types::text::args::c_int;

impl Inside<'_> {
    /// Where this file is, if the raw one is at `raw`.
    fn logical(&self, raw: i64) -> i64 {
        let state = self.state();
        raw.saturating_sub(state.ahead().len() as i64)
            .saturating_add(state.pending.len() as i64)
    }

    /// Goes to a place among the bytes that are in memory; where that is, None if it is not among them.
    fn seek_in_memory(&self, to: i64, whence: i32) -> Res<Option<i64>> {
        if self.state().ahead().is_empty() {
            return Ok(None);
        }
        let raw = self.known_position()?;
        let mut state = self.state();
        let ahead = state.ahead().len() as i64;
        let here = raw.saturating_sub(ahead);
        let Some(offset) = (match whence {
            0 => to.checked_sub(here),
            _ => Some(to),
        }) else {
            return Ok(None);
        };
        if offset < -(state.at as i64) || offset > ahead {
            return Ok(None);
        }
        state.at = (state.at as i64 + offset) as usize;
        // A device may have bytes and no positions.
        Ok(Some(here.saturating_add(offset).max(0)))
    }

    fn seek(&self, to: i64, whence: i32) -> Res<i64> {
        if whence <= 1
            && self.this.kind != Kind::Writer
            && let Some(at) = self.seek_in_memory(to, whence)?
        {
            return Ok(at);
        }
        self.flush_pending()?;
        let unread = self.state().ahead().len() as i64;
        let to = match whence {
            1 => to.saturating_sub(unread),
            _ => to,
        };
        let at = self.raw_seek(to, whence)?;
        self.state().forget_ahead();
        Ok(at)
    }
}

pub(super) fn tell(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    let inside = this.begin(thread, &args[0])?;
    let raw = inside.raw_tell()?;
    let at = inside.logical(raw);
    drop(inside);
    // A device may have bytes and no positions.
    thread.int(at.max(0))
}

/// An offset in a file.
fn offset(thread: &Thread, value: &Value) -> Res<i64> {
    let int = index(thread, value)?;
    int.as_int().and_then(|int| int.to_i64()).ok_or_else(|| {
        thread.value_error(format!(
            "cannot fit '{}' into an offset-sized integer",
            thread.class_of(value).name_text()
        ))
    })
}

pub(super) fn seek(thread: &Thread, args: &[Value]) -> Res {
    let whence = args[2]
        .bound()
        .map_or(Ok(0), |whence| c_int(thread, whence))?;
    let this = this(thread, &args[0])?;
    let raw = this.raw(thread)?;
    if !(0..=4).contains(&whence) {
        return Err(thread.value_error(format!("whence value {whence} unsupported")));
    }
    this.check_open(thread, "seek of")?;
    base::check_able(thread, &raw, "seekable")?;
    let to = offset(thread, &args[1])?;
    let at = this.begin(thread, &args[0])?.seek(to, whence)?;
    thread.int(at)
}

pub(super) fn truncate(thread: &Thread, args: &[Value]) -> Res {
    let this = this(thread, &args[0])?;
    this.raw(thread)?;
    this.check_open(thread, "truncate of")?;
    if this.kind == Kind::Reader {
        return Err(unsupported(thread, "truncate"));
    }
    let inside = this.begin(thread, &args[0])?;
    inside.flush_pending()?;
    inside.rewind()?;
    let size = match args[1].bound() {
        Some(size) => size.clone(),
        None => Value::NONE,
    };
    let answer = call(thread, &inside.raw, "truncate", &[size])?;
    // A raw file of a script may have moved.
    inside.state().position = None;
    drop(inside);
    Ok(answer)
}
