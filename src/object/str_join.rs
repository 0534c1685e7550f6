//! Strings written in one pass into memory of the right size: `join`, and what callers write themselves.
//!
//! What takes long serves safepoints on the way. Nobody can see the string before it is complete.
#![forbid(unsafe_code)]

use super::str::Str;
use super::thread::{Res, Thread};
use super::value::Value;

/// How many parts are looked at between two safepoints.
const AT_ONCE: usize = 4096;

impl Str {
    /// The strings `parts` with `separator` between them; values that are no strings count as empty. `poll` serves safepoints.
    ///
    /// # Errors
    /// MemoryError, and what `poll` raises.
    pub fn join(
        thread: &Thread,
        separator: &Str,
        parts: &[Value],
        poll: &mut dyn FnMut() -> Res<()>,
    ) -> Res {
        let gaps = parts.len().saturating_sub(1);
        let sizes = separator
            .byte_len()
            .checked_mul(gaps)
            .zip(separator.len().checked_mul(gaps));
        let Some((mut len, mut chars)) = sizes else {
            return Err(thread.memory_error());
        };
        let mut surrogates = separator.surrogates();
        for some in parts.chunks(AT_ONCE) {
            for part in some.iter().filter_map(Value::as_str_object) {
                len = match len.checked_add(part.byte_len()) {
                    Some(len) => len,
                    None => return Err(thread.memory_error()),
                };
                chars += part.len();
                surrogates |= part.surrogates();
            }
            if parts.len() > AT_ONCE {
                poll()?;
            }
        }
        if gaps == 0 {
            surrogates &= parts
                .first()
                .and_then(Value::as_str_object)
                .map_or(0, Str::surrogates);
        }
        Str::filled(thread, len, chars | surrogates, |to| {
            let mut rest = to;
            let mut put = |bytes: &[u8]| {
                let (place, after) = std::mem::take(&mut rest).split_at_mut(bytes.len());
                place.copy_from_slice(bytes);
                rest = after;
            };
            for (k, some) in parts.chunks(AT_ONCE).enumerate() {
                if k > 0 {
                    poll()?;
                }
                for (i, part) in some.iter().enumerate() {
                    if i + k > 0 {
                        put(separator.as_bytes());
                    }
                    if let Some(part) = part.as_str_object() {
                        put(part.as_bytes());
                    }
                }
            }
            Ok(())
        })
    }

    /// A string of `len` bytes that `fill` writes, which are `chars` characters without surrogates.
    ///
    /// # Errors
    /// MemoryError, and what `fill` raises.
    pub fn filled(
        thread: &Thread,
        len: usize,
        chars: usize,
        fill: impl FnOnce(&mut [u8]) -> Res<()>,
    ) -> Res {
        let mut outcome = Ok(());
        let made = Str::allocate(thread, None, len, len, chars, |to| outcome = fill(to))?;
        outcome.map(|()| made)
    }
}
