//! The running native thread: what the system calls it, and how far its stack reaches, so that recursion in native code ends with RecursionError.

/// Bytes that are kept free below the lowest address that recursion may use.
const MARGIN: usize = 384 * 1024;

/// Of a larger stack no more than this is used. ThreadSanitizer counts calls: it keeps 65,536 of them per thread and does not look how many there are, so
/// its builds (`tests/sanitize-threads`) must recurse less deeply.
const MOST: usize = if cfg!(taipan_tsan) {
    2 << 20
} else {
    usize::MAX
};

/// The system's name of the running thread, as `get_ident` gives it.
pub fn ident() -> u64 {
    // SAFETY: has no preconditions.
    unsafe { libc::pthread_self() as u64 }
}

/// The kernel's number of the running thread.
pub fn native_id() -> i64 {
    // SAFETY: has no preconditions.
    i64::from(unsafe { libc::gettid() })
}

/// The lowest stack address that code of this native thread may recurse down to.
pub fn stack_limit() -> usize {
    let here = 0u8;
    let address = &raw const here as usize;
    match lowest() {
        Some(bottom) if address > bottom => {
            // On a small stack half of it is the margin.
            let margin = MARGIN.min((address - bottom) / 2);
            (bottom + margin).max(address.saturating_sub(MOST))
        }
        // Unknown: a quarter of a mebibyte is there on every platform.
        _ => address.saturating_sub(256 * 1024),
    }
}

#[cfg(target_os = "linux")]
fn lowest() -> Option<usize> {
    // SAFETY: the attributes are initialised by the first call when it succeeds, and destroyed afterwards.
    unsafe {
        let mut attributes = std::mem::zeroed::<libc::pthread_attr_t>();
        if libc::pthread_getattr_np(libc::pthread_self(), &raw mut attributes) != 0 {
            return None;
        }
        let mut start = std::ptr::null_mut();
        let mut size = 0;
        let known =
            libc::pthread_attr_getstack(&raw const attributes, &raw mut start, &raw mut size) == 0;
        libc::pthread_attr_destroy(&raw mut attributes);
        known.then_some(start as usize)
    }
}

#[cfg(not(target_os = "linux"))]
fn lowest() -> Option<usize> {
    None
}
