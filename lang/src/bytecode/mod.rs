//! Bytecode as plain data: the opcode table, instruction encoding, code objects, images, the
//! disassembler and the verifier. Nothing here knows about values, frames or syntax trees: the compiler writes
//! this data and the VM loads it.
#![forbid(unsafe_code)]

pub mod code;
pub mod disassemble;
pub mod effects;
pub mod image;
pub mod instr;
pub mod opcodes;
pub mod reference;
pub mod verify;

pub use code::{Code, Const};
pub use instr::{ConstIdx, Instr, NameIdx, Reg};
pub use opcodes::Op;
