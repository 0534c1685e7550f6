//! The code of typical functions, as text. To rewrite the expectations:
//! `TAIPAN_BLESS=1 cargo test --test compiler goldens`.

use std::path::Path;

use taipan::bytecode::disassemble::disassemble;

use crate::support::compile_text;

/// Each program of `goldens/` compiles to the code beside it.
#[test]
fn goldens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiler/goldens");
    let mut differing = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(&folder)
        .expect("the folder is there")
        .flatten()
    {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        count += 1;
        let text = std::fs::read_to_string(&path).expect("the program can be read");
        let code = compile_text(&text).expect("the program compiles");
        let found = disassemble(&code);
        let golden = path.with_extension("txt");
        if std::env::var_os("TAIPAN_BLESS").is_some() {
            std::fs::write(&golden, &found).expect("the expectation can be written");
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != found {
            differing.push(format!("{}\n{found}", path.display()));
        }
    }
    assert!(count >= 20, "only {count} programs");
    assert!(
        differing.is_empty(),
        "code differs:\n{}",
        differing.join("\n")
    );
}
