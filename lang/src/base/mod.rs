//! Layer 0: algorithms on plain data, and the synchronisation shim. Nothing here knows of objects, threads of an
//! interpreter, or source syntax; every other layer may import it.
//!
//! Conventions of the whole folder:
//! * Total: no input makes a function panic; what a script sizes is bounded by a limit the caller passes, or fails.
//! * Long work calls a [`Poll`] at least once a millisecond and stops when that reports [`Interrupted`].
//! * Text is *generalised UTF-8*: bytes that are UTF-8, except that lone surrogates appear as three-byte sequences.
#![forbid(unsafe_code)]

pub mod channel;
pub mod complex;
pub mod error;
pub mod float;
pub mod format;
pub mod hash;
pub mod int;
pub mod sort;
pub mod sort_plain;
pub mod source;
pub mod suggest;
pub mod sync;
pub mod text;

/// The reason a long operation stopped: its [`Poll`] asked it to. The caller knows why and raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interrupted;

/// What long operations call regularly (at least every millisecond of work): serves safepoints and deadlines.
pub type Poll<'a> = &'a mut dyn FnMut() -> Result<(), Interrupted>;

/// A poll that never interrupts, for callers whose input is known to be small.
pub fn never() -> impl FnMut() -> Result<(), Interrupted> {
    || Ok(())
}
