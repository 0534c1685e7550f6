//! Compiles the grammar. Runs only when the grammar itself changes.

fn main() {
    println!("cargo::rerun-if-changed=lalrpop/build.rs");
}
