//! The eval breaker: one word of bits per thread, for what the thread is to do at its next safepoint.

/// Another thread waits for the lock.
pub const DROP_REQUEST: u32 = 1;
/// A signal arrived.
pub const SIGNAL: u32 = 2;
/// The host interrupts the running code.
pub const INTERRUPT: u32 = 4;
/// Hosts dropped handles of objects while they were not attached.
pub const ABANDONED: u32 = 8;
/// A collection is due.
pub const COLLECT: u32 = 16;
/// Instructions are counted from now on, or no longer: the loop is to be left for the other one.
pub const CHANGE_LOOP: u32 = 32;
/// Where all threads are is to be shown.
pub const SHOW_THREADS: u32 = 64;
/// Other threads gave back references that this one has counted.
pub const MERGE: u32 = 128;
/// The thread uses objects so often that other threads' counts stand in its way: see `sharded.rs`.
pub const COUNT_APART: u32 = 256;
/// The thread owes another one that it wakes it: see `runtime/gil/owed.rs`.
pub const OWES: u32 = 512;
/// A call of the thread's event loop takes too long: the thread is to note its place.
pub const SLOW_CALL: u32 = 1024;
/// Debug switch: every safepoint takes the slow path.
pub const ALWAYS: u32 = 1 << 31;
