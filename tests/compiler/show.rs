//! Prints the code of a file: `TAIPAN_SHOW=file cargo test --test compiler show -- --nocapture`.

use taipan::bytecode::disassemble::disassemble;

use crate::support::compile_text;

/// Shows how a program compiles.
#[test]
fn show() {
    let Some(path) = std::env::var_os("TAIPAN_SHOW") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("the file can be read");
    match compile_text(&text) {
        Ok(code) => print!("{}", disassemble(&code)),
        Err(error) => println!("{error:?}"),
    }
}
