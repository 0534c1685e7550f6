//! Compiles the modules of the library that are written in Python.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};
use taipan_lang::base::source::Source;
use taipan_lang::bytecode::image;
use taipan_lang::compiler::{self, Options};
use taipan_lang::syntax::{self, Mode};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=stdlib");
    let images = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?).join("library");
    compile_folder(Path::new("stdlib"), &images)
}

/// Writes an image of each module in a folder, under its name.
fn compile_folder(folder: &Path, images: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(images)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let image = images.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            compile_folder(&entry.path(), &image)?;
        } else {
            fs::write(image, compile(&entry.path())?)?;
        }
    }
    Ok(())
}

fn compile(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path)?;
    let explain = |error: &dyn std::fmt::Debug| format!("{name}: {error:?}");
    let source = Source::new(name.as_str(), text).map_err(|error| explain(&error))?;
    let ast = syntax::parse(&source, Mode::Module).map_err(|error| explain(&error))?;
    let options = Options::module(&name);
    let compiled = compiler::compile(&ast, &source, &options).map_err(|error| explain(&error))?;
    match compiled.warnings.first() {
        Some(warning) => Err(explain(warning).into()),
        None => Ok(image::write(&compiled.code)),
    }
}
