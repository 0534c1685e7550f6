//! Compiles the grammar. Runs only when the grammar itself changes.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=lalrpop/build.rs");
    println!("cargo::rerun-if-changed=lalrpop/python.lalrpop");
    let out = std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    lalrpop::Configuration::new()
        .set_in_dir("lalrpop")
        .set_out_dir(Path::new(&out))
        .emit_rerun_directives(false)
        .process()
}
