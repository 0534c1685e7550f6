//! Compiles whole folders of programs: `TAIPAN_LIBRARY=folder cargo test --test compiler library`.

use std::path::{Path, PathBuf};

use taipan::base::source::{Origin, Source};
use taipan::bytecode::verify::verify;
use taipan::compiler::{Options, compile};
use taipan::syntax::{Mode, parse};

fn programs(folder: &Path, list: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        if folder
            .extension()
            .is_some_and(|extension| extension == "py")
        {
            list.push(folder.to_owned());
        }
        return;
    };
    for entry in entries.flatten() {
        programs(&entry.path(), list);
    }
}

/// Every program that parses compiles, and its code passes the verifier.
#[test]
fn library() {
    let Some(folder) = std::env::var_os("TAIPAN_LIBRARY") else {
        return;
    };
    let mut list = Vec::new();
    programs(Path::new(&folder), &mut list);
    list.sort();
    let (mut compiled_count, mut words, mut failures) = (0, 0, 0);
    for path in &list {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).expect("the file can be read");
        let Ok(source) = Source::from_bytes(&name, &bytes, Origin::Bytes) else {
            continue;
        };
        let ast = match parse(&source, Mode::Module) {
            Ok(ast) => ast,
            Err(error) => {
                println!("{name}: not parsed: {error}");
                continue;
            }
        };
        let outcome = std::panic::catch_unwind(|| compile(&ast, &source, &Options::module(&name)));
        match outcome {
            Ok(Ok(compiled)) => {
                compiled_count += 1;
                words += compiled.code.words.len();
                if let Err(error) = verify(&compiled.code) {
                    failures += 1;
                    println!("{name}: {error}");
                }
            }
            Ok(Err(error)) => {
                let line = source.line_of(error.span.start);
                println!("{name}:{line}: refused: {error}");
            }
            Err(_) => {
                failures += 1;
                println!("{name}: the compiler panicked");
            }
        }
    }
    println!(
        "{compiled_count} of {} compiled, {words} words of module code",
        list.len()
    );
    assert_eq!(failures, 0, "programs whose code is unsound");
}
