//! Guards `src/compiler` and `src/bytecode`: what is compiled passes the verifier, reads as expected,
//! and what cannot be compiled is refused with the right message.

mod library;
mod show;
mod support;
