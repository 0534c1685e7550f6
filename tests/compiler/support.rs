//! What the tests of this folder share.

use taipan::base::source::Source;
use taipan::bytecode::code::Code;
use taipan::bytecode::verify::verify;
use taipan::compiler::{Options, compile};
use taipan::syntax::{Mode, SyntaxError, parse};

/// Compiles a module and verifies the code.
pub fn compile_text(text: &str) -> Result<Code, SyntaxError> {
    let source = Source::new("<test>", text).expect("the text is source");
    let ast = parse(&source, Mode::Module)?;
    let compiled = compile(&ast, &source, &Options::module("<test>"))?;
    if let Err(error) = verify(&compiled.code) {
        panic!("{error}\nin the code of:\n{text}");
    }
    Ok(compiled.code)
}
