//! `docs/bytecode.md` says what the opcode table says. To rewrite it:
//! `TAIPAN_BLESS=1 cargo test --test compiler reference`.

use std::path::Path;

/// The committed reference is the one that the table makes.
#[test]
fn reference() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bytecode.md");
    let text = taipan::bytecode::reference::reference();
    if std::env::var_os("TAIPAN_BLESS").is_some() {
        std::fs::write(&path, text).expect("the reference can be written");
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "docs/bytecode.md is out of date");
}
