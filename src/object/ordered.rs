//! Stores that the rules of sharing order against every other use of the same word, which is an atomic nevertheless: because other words of its kind
//! are not ordered, or because a shared reference has to be enough to write it.
//!
//! A thread stores so what is its own, or what everybody reads, while it is alone (`access.rs`, `runtime/gil/together.rs`); the order comes from the
//! lock, or from the right to be alone. ThreadSanitizer takes every atomic store for intended, whatever it races with. Therefore these stores are
//! plain ones in its builds (`tests/sanitize-threads`), so that it reports each load and each store that is not ordered after all; the store gives no
//! order of its own there either, which would hide what is missing. In all other builds this is `store`.

use crate::base::sync::atomic::{
    AtomicBool, AtomicI32, AtomicI64, AtomicPtr, AtomicU8, AtomicU16, AtomicU32, AtomicU64,
    AtomicUsize, Ordering,
};

/// See the module.
pub trait StoreOrdered<T> {
    /// `store`, with the promise that no other thread uses the word meanwhile.
    fn store_ordered(&self, value: T, ordering: Ordering);
}

macro_rules! store_ordered {
    ($($atomic:ty = $value:ty $(, $parameter:ident)?;)*) => {$(
        impl$(<$parameter>)? StoreOrdered<$value> for $atomic {
            #[inline(always)]
            fn store_ordered(&self, value: $value, ordering: Ordering) {
                #[cfg(not(taipan_tsan))]
                self.store(value, ordering);
                #[cfg(taipan_tsan)]
                // SAFETY: the caller's promise, which this build is there to check.
                unsafe {
                    let _ = ordering;
                    *self.as_ptr() = value;
                }
            }
        }
    )*};
}

store_ordered! {
    AtomicBool = bool;
    AtomicU8 = u8;
    AtomicU16 = u16;
    AtomicU32 = u32;
    AtomicU64 = u64;
    AtomicUsize = usize;
    AtomicI32 = i32;
    AtomicI64 = i64;
    AtomicPtr<T> = *mut T, T;
}
