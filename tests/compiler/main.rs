//! Guards `lang/src/compiler` and `lang/src/bytecode`: what is compiled passes the verifier, reads as expected,
//! and what cannot be compiled is refused with the right message.

mod extremes;
mod generated;
mod goldens;
mod library;
mod positions;
mod reference;
mod show;
mod support;
mod unsound;
