//! Positions in files of text: numbers that say where in the file below decoding begins, in which state, and how many characters come before the place.
//!
//! A position is as near as possible to a place at which nothing waits in the decoder; where that is the place itself and the state is 0, it is the
//! position in the file below. The parts of the number lie where CPython has them, so that both give the same ones.
#![forbid(unsafe_code)]

use super::super::{named, unsupported};
use super::decode::Decoder;
use super::{Inside, State, this};
use crate::base::text::points;
use crate::object::{Builtin, Res, Thread, Value, names};
use crate::runtime::protocol;
use crate::types::text::args::c_int;
use num_bigint::{BigInt, BigUint};

/// The parts of a position.
#[derive(Clone, Copy, Default)]
struct Cookie {
    /// Where decoding begins.
    start: u64,
    /// The decoder's number there.
    flags: u32,
    /// How many bytes it has to be fed.
    feed: u32,
    /// How many characters of those come before the place.
    skip: u32,
    /// Whether it has to be told of the end.
    needs_end: bool,
}

impl Cookie {
    fn value(&self, thread: &Thread) -> Res {
        if self.flags == 0 && self.feed == 0 && self.skip == 0 && !self.needs_end {
            return thread.int(self.start as i64);
        }
        let mut bytes = Vec::with_capacity(21);
        bytes.extend_from_slice(&self.start.to_le_bytes());
        for part in [self.flags, self.feed, self.skip] {
            bytes.extend_from_slice(&part.to_le_bytes());
        }
        bytes.push(u8::from(self.needs_end));
        thread.int_from_big(BigInt::from(BigUint::from_bytes_le(&bytes)))
    }

    fn read(thread: &Thread, value: &Value) -> Res<Cookie> {
        let int = protocol::convert::index(thread, value)?;
        let bytes = match int.as_int() {
            Some(int) => match int.to_i64() {
                Some(small) => small.to_le_bytes().to_vec(),
                None => int.to_big().magnitude().to_bytes_le(),
            },
            None => Vec::new(),
        };
        if bytes.len() > 21 {
            return Err(thread.overflow_error("int too big to convert"));
        }
        let mut all = [0; 21];
        all[..bytes.len()].copy_from_slice(&bytes);
        let part = |at: usize| {
            let mut four = [0; 4];
            four.copy_from_slice(&all[at..at + 4]);
            u32::from_le_bytes(four)
        };
        Ok(Cookie {
            start: u64::from(part(0)) | u64::from(part(4)) << 32,
            flags: part(8),
            feed: part(12),
            skip: part(16),
            needs_end: all[20] != 0,
        })
    }
}

/// Puts a decoder into the state in which decoding begins.
fn set_up(decoder: &mut Decoder, cookie: &Cookie) {
    if cookie.start == 0 && cookie.flags == 0 {
        decoder.reset();
    } else {
        decoder.set_state(Vec::new(), u64::from(cookie.flags));
    }
}

/// How many characters a piece has.
fn decoded(thread: &Thread, decoder: &mut Decoder, input: &[u8], is_last: bool) -> Res<usize> {
    Ok(points::count(&decoder.decode(thread, input, is_last)?))
}

/// Finds the position behind so many characters of what `input` decodes to.
fn find(
    thread: &Thread,
    decoder: &mut Decoder,
    mut cookie: Cookie,
    input: &[u8],
    mut chars: usize,
    ratio: f64,
) -> Res<Cookie> {
    let begin = cookie;
    // A guess by the number of bytes for a character, then back until the place is not overshot and nothing waits.
    let mut skipped = ((ratio * chars as f64) as usize).min(input.len());
    let mut back = 1;
    while skipped > 0 {
        set_up(decoder, &begin);
        let count = decoded(thread, decoder, &input[..skipped], false)?;
        if count > chars {
            skipped = skipped.saturating_sub(back);
            back *= 2;
            continue;
        }
        let waiting = decoder.kept().len();
        if waiting == 0 {
            cookie.flags = decoder.flags() as u32;
            chars -= count;
            break;
        }
        skipped = skipped.saturating_sub(waiting);
        back = 1;
    }
    if skipped == 0 {
        set_up(decoder, &begin);
    }
    cookie.start = cookie.start.wrapping_add(skipped as u64);
    cookie.skip = chars as u32;
    if chars == 0 {
        return Ok(cookie);
    }
    // From there byte by byte; each place at which nothing waits is a better beginning.
    let mut count = 0;
    for byte in &input[skipped..] {
        count += decoded(thread, decoder, std::slice::from_ref(byte), false)?;
        cookie.feed = cookie.feed.wrapping_add(1);
        if decoder.kept().is_empty() && count <= chars {
            cookie.start = cookie.start.wrapping_add(u64::from(cookie.feed));
            chars -= count;
            cookie.flags = decoder.flags() as u32;
            cookie.feed = 0;
            count = 0;
        }
        if count >= chars {
            cookie.skip = chars as u32;
            return Ok(cookie);
        }
    }
    count += decoded(thread, decoder, &[], true)?;
    cookie.needs_end = true;
    cookie.skip = chars as u32;
    if count < chars {
        return Err(thread.error(Builtin::OSError, "can't reconstruct logical file position"));
    }
    Ok(cookie)
}

fn check_seekable(thread: &Thread, is_seekable: bool) -> Res<()> {
    match is_seekable {
        true => Ok(()),
        false => Err(unsupported(thread, "underlying stream is not seekable")),
    }
}

fn flush_self(thread: &Thread, file: &Value) -> Res<()> {
    protocol::call_method(thread, file, names::FLUSH.value(), &[]).map(drop)
}

pub(super) fn tell(thread: &Thread, args: &[Value]) -> Res {
    let file = &args[0];
    let this = this(thread, file)?;
    this.below(thread)?;
    this.check_open(thread)?;
    let (is_seekable, telling) = {
        let state = this.state.lock();
        (state.seekable, state.telling)
    };
    check_seekable(thread, is_seekable)?;
    if !telling {
        let message = "telling position disabled by next() call";
        return Err(thread.error(Builtin::OSError, message));
    }
    flush_self(thread, file)?;
    let inside = this.begin(thread, file)?;
    let at = inside.ask("tell", &[])?;
    let (mut decoder, flags, input, taken, ratio) = {
        let state = inside.state();
        let (Some(decoder), Some((flags, input))) = (&state.decoder, &state.snapshot) else {
            return Ok(at);
        };
        let taken = points::count(&state.decoded[..state.used]);
        (decoder.clone(), *flags, input.clone(), taken, state.ratio)
    };
    let at = protocol::convert::index_i64(thread, &at)?;
    let cookie = Cookie {
        start: at.saturating_sub(input.len() as i64).max(0) as u64,
        flags: flags as u32,
        ..Cookie::default()
    };
    if taken == 0 {
        return cookie.value(thread);
    }
    let cookie = find(thread, &mut decoder, cookie, &input, taken, ratio)?;
    {
        // What ends of lines there are is known as far as the position from now on.
        let mut state = inside.state();
        state.seen = decoder.seen();
        if let Some(kept) = &mut state.decoder {
            kept.set_seen(decoder.seen());
        }
    }
    cookie.value(thread)
}

fn is_zero(thread: &Thread, value: &Value) -> Res<bool> {
    protocol::compare::equal(thread, value, &Value::from_i32(0))
}

impl State {
    fn forget_reading(&mut self) {
        self.forget_decoded();
        self.snapshot = None;
    }
}

impl Inside<'_> {
    fn seek_to_end(&self) -> Res {
        {
            let mut state = self.state();
            state.forget_reading();
            if let Some(decoder) = &mut state.decoder {
                decoder.reset();
            }
        }
        let at = self.ask("seek", &[Value::from_i32(0), Value::from_i32(2)])?;
        let at_start = is_zero(self.thread, &at)?;
        if let Some(encoder) = &mut self.state().encoder {
            encoder.set_at_start(at_start);
        }
        Ok(at)
    }

    fn seek_to(&self, cookie: &Cookie) -> Res<()> {
        let thread = self.thread;
        self.ask("seek", &[thread.int(cookie.start as i64)?])?;
        {
            let mut state = self.state();
            state.forget_reading();
            if let Some(decoder) = &mut state.decoder {
                set_up(decoder, cookie);
            }
            if let Some(encoder) = &mut state.encoder {
                encoder.set_at_start(cookie.start == 0 && cookie.flags == 0);
            }
        }
        let flags = u64::from(cookie.flags);
        if cookie.skip == 0 {
            self.state().snapshot = Some((flags, Vec::new()));
            return Ok(());
        }
        let part = self.ask("read", &[thread.int(i64::from(cookie.feed))?])?;
        let Some(bytes) = part.as_bytes() else {
            return Err(thread.type_error(format!(
                "underlying read() should have returned a bytes object, not '{}'",
                thread.class_of(&part).name_text()
            )));
        };
        let text = self.decode(bytes, cookie.needs_end)?;
        let skip = cookie.skip as usize;
        let is_there = points::count(&text) >= skip;
        let mut state = self.state();
        state.snapshot = Some((flags, bytes.to_vec()));
        state.used = points::advance(&text, 0, skip).min(text.len());
        state.decoded = text;
        drop(state);
        match is_there {
            true => Ok(()),
            false => Err(thread.error(Builtin::OSError, "can't restore logical file position")),
        }
    }
}

pub(super) fn seek(thread: &Thread, args: &[Value]) -> Res {
    let whence = args[2]
        .bound()
        .map_or(Ok(0), |whence| c_int(thread, whence))?;
    let file = &args[0];
    let this = this(thread, file)?;
    this.below(thread)?;
    this.check_open(thread)?;
    check_seekable(thread, this.state.lock().seekable)?;
    let mut to = args[1].clone();
    match whence {
        0 => {}
        1 => {
            if !is_zero(thread, &to)? {
                return Err(unsupported(thread, "can't do nonzero cur-relative seeks"));
            }
            to = protocol::call_method(thread, file, &named(thread, "tell")?, &[])?;
        }
        2 => {
            if !is_zero(thread, &to)? {
                return Err(unsupported(thread, "can't do nonzero end-relative seeks"));
            }
            flush_self(thread, file)?;
            return this.begin(thread, file)?.seek_to_end();
        }
        _ => {
            let message = format!("invalid whence ({whence}, should be 0, 1 or 2)");
            return Err(thread.value_error(message));
        }
    }
    let less = protocol::compare::compare_bool(
        thread,
        &to,
        &Value::from_i32(0),
        crate::object::class::Compare::Lt,
    )?;
    if less {
        let shown = protocol::convert::repr_text(thread, &to)?;
        return Err(thread.value_error(format!("negative seek position {shown}")));
    }
    flush_self(thread, file)?;
    let cookie = Cookie::read(thread, &to)?;
    this.begin(thread, file)?.seek_to(&cookie)?;
    Ok(to)
}

pub(super) fn truncate(thread: &Thread, args: &[Value]) -> Res {
    let below = this(thread, &args[0])?.below(thread)?;
    flush_self(thread, &args[0])?;
    let size = args[1].bound().cloned().unwrap_or(Value::NONE);
    super::super::call(thread, &below, "truncate", &[size])
}
