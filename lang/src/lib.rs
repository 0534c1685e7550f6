//! The language front end of Taipan: from source text to verified bytecode, and the algorithms on plain data that all layers share.
//!
//! It knows of no object and of no interpreter, so the build of the interpreter itself runs it: the library's modules are compiled
//! then. Outside of semantic versioning.
#![forbid(unsafe_code)]

pub mod base;
pub mod bytecode;
pub mod compiler;
pub mod syntax;
