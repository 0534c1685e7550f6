//! Bytes as values.

use super::layout::{Item, Layout, signed};
use crate::object::list::vec_for;
use crate::object::{Bytes, Res, Thread, Tuple, Value};
use crate::runtime::safepoint::poll;
use crate::types::memoryview::items::half_to_f64;

/// The values of packed bytes, which are as long as the layout, as a tuple.
///
/// # Errors
/// MemoryError, and what safepoints raise.
pub fn unpack(thread: &Thread, layout: &Layout, bytes: &[u8]) -> Res {
    let mut values = vec_for(thread, layout.count)?;
    for item in &layout.items {
        for i in 0..item.repeat {
            if i % 1024 == 1023 {
                poll(thread)?;
            }
            let start = item.offset + i * item.size;
            let part = bytes.get(start..start + item.size).unwrap_or(&[]);
            values.push(unpack_one(thread, layout, item, part)?);
        }
    }
    Tuple::from_vec(thread, values)
}

fn unpack_one(thread: &Thread, layout: &Layout, item: &Item, bytes: &[u8]) -> Res {
    match item.kind {
        b's' | b'c' => Bytes::new_value(thread, bytes),
        b'p' => match bytes {
            [length, rest @ ..] => {
                let len = usize::from(*length).min(rest.len());
                Bytes::new_value(thread, &rest[..len])
            }
            [] => Bytes::new_value(thread, &[]),
        },
        _ => {
            let mut word = [0; 8];
            let len = bytes.len().min(8);
            let bits = if layout.big_endian {
                word[8 - len..].copy_from_slice(&bytes[..len]);
                u64::from_be_bytes(word)
            } else {
                word[..len].copy_from_slice(&bytes[..len]);
                u64::from_le_bytes(word)
            };
            number(thread, item, bits)
        }
    }
}

fn number(thread: &Thread, item: &Item, bits: u64) -> Res {
    match item.kind {
        b'?' => Ok(Value::from_bool(bits != 0)),
        b'd' => thread.float(f64::from_bits(bits)),
        b'f' => thread.float(f32::from_bits(bits as u32).into()),
        b'e' => thread.float(half_to_f64(bits as u16)),
        kind if signed(kind) == Some(true) => {
            let unused = 64 - 8 * item.size as u32;
            thread.int((bits << unused) as i64 >> unused)
        }
        _ => thread.int_from_usize(bits as usize),
    }
}
