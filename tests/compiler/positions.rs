//! Prints the source ranges of a file's instructions, to compare them with those of another
//! implementation: `TAIPAN_POSITIONS=file cargo test --test compiler positions -- --nocapture`.

use std::collections::BTreeSet;

use taipan::bytecode::code::{Code, Const};
use taipan::bytecode::instr::Instr;

use crate::support::compile_text;

fn kind(name: &str) -> Option<&'static str> {
    Some(match name {
        "CALL" | "CALL_L" | "CALL_KW" | "CALL_EX" => "call",
        "LOAD_ATTR" | "LOAD_ATTR_L" | "LOAD_METHOD" => "attr",
        "LOAD_SUPER_ATTR" | "LOAD_SUPER_METHOD" => "super",
        "STORE_ATTR" => "stattr",
        "DELETE_ATTR" => "delattr",
        "LOAD_SUBSCR" | "LOAD_SUBSCR_L" | "LOAD_SUBSCR_I" | "LOAD_SUBSCR_I_L" | "LOAD_SLICE" => {
            "subscr"
        }
        "STORE_SUBSCR" | "STORE_SUBSCR_I" | "STORE_SLICE" => "stsub",
        "DELETE_SUBSCR" => "delsub",
        "CONTAINS" | "JIN" | "JNOT_IN" => "in",
        "GET_ITER" => "iter",
        "FOR_ITER" | "FOR_ITER_L" => "for",
        "UNPACK_SEQUENCE" | "UNPACK_EX" | "UNPACK2_L" => "unpack",
        "RAISE" | "RAISE_FROM" | "RAISE_AGAIN" => "raise",
        "NEG" => "neg",
        "BIT_NOT" => "inv",
        "IMPORT_NAME" => "import",
        "IMPORT_FROM" => "importfrom",
        "LOAD_GLOBAL" | "LOAD_GLOBAL_CALL" | "LOAD_GLOBAL_L" | "LOAD_NAME" => "global",
        "BEFORE_WITH" => "with",
        "FORMAT_VALUE" | "FORMAT_SPEC" => "fmt",
        "LIST_EXTEND" => "ext",
        "DICT_UPDATE" => "dupd",
        "DICT_MERGE" => "dmerge",
        "YIELD" => "yield",
        "GET_AWAITABLE" => "await",
        "CHECK_BOUND" => "check",
        "MATCH_CLASS" => "mclass",
        "MAP_ADD" => "mapadd",
        "SET_ADD" => "setadd",
        "JNOT_EXC_MATCH" => "excmatch",
        _ if name.starts_with("JNOT_") && name != "JNOT_NONE" => "cmp",
        _ if name.starts_with("LOOP_") || name.starts_with("COMPARE") => "cmp",
        "ADD" | "SUB" | "MUL" | "TRUE_DIV" | "FLOOR_DIV" | "MOD" | "LSHIFT" | "RSHIFT" | "AND"
        | "OR" | "XOR" | "POW" | "MAT_MUL" | "ADD_I" | "SUB_I" | "RSUB_I" | "MUL_I"
        | "TRUE_DIV_I" | "FLOOR_DIV_I" | "MOD_I" | "LSHIFT_I" | "RSHIFT_I" | "AND_I" | "POW_I"
        | "ADD_L" | "SUB_L" | "MUL_L" | "TRUE_DIV_L" | "FLOOR_DIV_L" | "MOD_L" | "AND_L"
        | "XOR_L" | "ADD_I_L" | "SUB_I_L" | "MUL_I_L" | "FLOOR_DIV_I_L" | "MOD_I_L" | "AND_I_L" => {
            "binop"
        }
        _ => return None,
    })
}

fn print_positions(code: &Code) {
    let mut lines = BTreeSet::new();
    let mut word = 0;
    while let Some(op) = code.words.get(word).and_then(|&word| Instr(word).op()) {
        let at = code.position(word);
        if let Some(kind) = kind(op.name()) {
            lines.insert(format!(
                "   {kind} {}:{}-{}:{}",
                at.line, at.column, at.end_line, at.end_column
            ));
        }
        word += 1 + op.extra_words();
    }
    println!("{} {}", code.qualname, code.first_line);
    for line in lines {
        println!("{line}");
    }
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            print_positions(inner);
        }
    }
}

/// Prints the source ranges of a program's instructions.
#[test]
fn positions() {
    let Some(path) = std::env::var_os("TAIPAN_POSITIONS") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("the file can be read");
    match compile_text(&text) {
        Ok(code) => print_positions(&code),
        Err(error) => println!("{error:?}"),
    }
}
