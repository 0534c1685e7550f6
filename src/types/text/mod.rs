//! What str, bytes and bytearray have in common: reading arguments, buffers of bytes-like objects, and codecs.
#![forbid(unsafe_code)]

pub mod args;
pub mod buffer;
pub mod codec;
pub mod percent;
