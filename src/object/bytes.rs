//! bytes: hash and data in one allocation, never changed once visible.

use super::Builtin;
use super::class::Class;
use super::header::Header;
use super::layout::{Object, Payload, core};
use super::thread::{Res, Thread};
use super::value::Value;
use std::sync::OnceLock;
use std::sync::atomic::AtomicU64;

/// The payload of bytes objects.
#[repr(C)]
pub struct Bytes {
    hash: AtomicU64,
    len: usize,
    data: [u8; 0],
}

/// Bytes of an object holding `len` bytes.
pub(super) const fn size_for(len: usize) -> usize {
    size_of::<Header>() + 16 + len
}

/// Fills `to` with copies of `unit`, doubling what is there.
pub(super) fn fill_repeated(to: &mut [u8], unit: &[u8]) {
    if let [byte] = unit {
        to.fill(*byte);
        return;
    }
    let mut done = unit.len().min(to.len());
    to[..done].copy_from_slice(&unit[..done]);
    while done < to.len() {
        let step = done.min(to.len() - done);
        to.copy_within(..step, done);
        done += step;
    }
}

impl Bytes {
    /// The number of bytes.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes.
    #[inline(always)]
    pub fn as_slice(&self) -> &[u8] {
        // SAFETY: `len` bytes follow, written before the object became visible.
        unsafe { std::slice::from_raw_parts((&raw const self.data) as *const u8, self.len) }
    }

    /// The seeded hash, computed once.
    pub fn hash(&self, thread: &Thread) -> i64 {
        super::str::cached_hash(&self.hash, self.as_slice(), thread)
    }

    /// `b''`, one for the whole process.
    pub fn empty() -> Value {
        static EMPTY: OnceLock<Value> = OnceLock::new();
        EMPTY
            .get_or_init(|| {
                super::names::immortal(
                    Builtin::Bytes.shape(),
                    Bytes {
                        hash: AtomicU64::new(0),
                        len: 0,
                        data: [],
                    },
                )
            })
            .clone()
    }

    /// A bytes object with these bytes.
    pub fn new_value(thread: &Thread, bytes: &[u8]) -> Res {
        if bytes.is_empty() {
            return Ok(Bytes::empty());
        }
        Bytes::allocate(thread, None, bytes.len(), |to| to.copy_from_slice(bytes))
    }

    /// `bytes` `n` times.
    pub fn repeat(thread: &Thread, bytes: &[u8], n: usize) -> Res {
        let len = match bytes.len().checked_mul(n) {
            Some(0) => return Ok(Bytes::empty()),
            Some(len) => len,
            None => return Err(thread.memory_error()),
        };
        Bytes::allocate(thread, None, len, |to| fill_repeated(to, bytes))
    }

    /// The bytes of all `parts`, one after the other.
    pub fn concat_all(thread: &Thread, parts: &[&[u8]]) -> Res {
        let mut len = 0usize;
        for part in parts {
            len = match len.checked_add(part.len()) {
                Some(len) => len,
                None => return Err(thread.memory_error()),
            };
        }
        if len == 0 {
            return Ok(Bytes::empty());
        }
        Bytes::allocate(thread, None, len, |to| {
            let mut at = 0;
            for part in parts {
                to[at..at + part.len()].copy_from_slice(part);
                at += part.len();
            }
        })
    }

    /// An instance of a subclass of bytes.
    pub fn instance_of(thread: &Thread, class: &Class, bytes: &[u8]) -> Res {
        Bytes::allocate(thread, Some(class), bytes.len(), |to| {
            to.copy_from_slice(bytes)
        })
    }

    fn allocate(
        thread: &Thread,
        class: Option<&Class>,
        len: usize,
        fill: impl FnOnce(&mut [u8]),
    ) -> Res {
        if len > isize::MAX as usize / 2 {
            return Err(thread.memory_error());
        }
        let size = size_for(len) + 16;
        let object = match class {
            Some(class) if !class.is_exact(Builtin::Bytes) => {
                thread.allocate_with_attributes(class, class.root_shape(), size, false)?
            }
            _ => match thread.allocate(size - 16, Builtin::Bytes.shape(), true, 0) {
                Some(object) => object,
                None => return Err(thread.memory_error()),
            },
        };
        // SAFETY: fresh memory with room for the data and, in instances of subclasses, the empty attribute storage behind it.
        unsafe {
            let payload = &raw mut (*(object.as_ptr() as *mut Object<Bytes>)).payload;
            payload.write(Bytes {
                hash: AtomicU64::new(0),
                len,
                data: [],
            });
            let data = (&raw mut (*payload).data) as *mut u8;
            fill(std::slice::from_raw_parts_mut(data, len));
            if class.is_some_and(|class| !class.is_exact(Builtin::Bytes)) {
                let end = size_for(len).next_multiple_of(8);
                ((object.as_ptr() as *mut u8).add(end) as *mut u64).write(0);
            }
            Ok(Value::from_header(object))
        }
    }
}

impl Payload for Bytes {
    const LAYOUT: u8 = core::BYTES;
    const LEAF: bool = true;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

impl Value {
    /// The bytes, if this is a bytes object or an instance of a subclass.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        self.payload::<Bytes>().map(Bytes::as_slice)
    }
}
