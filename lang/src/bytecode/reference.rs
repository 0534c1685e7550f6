//! The reference of all instructions, `docs/bytecode.md`, written from the opcode table.
#![forbid(unsafe_code)]

use std::fmt::Write;

use super::opcodes::{Extent, Flow, Intrinsic1, Intrinsic2, Op, OpInfo, Raise, Role};

const INTRODUCTION: &str = "\
# Bytecode

<!-- Written from the opcode table: `TAIPAN_BLESS=1 cargo test --test compiler reference`. -->

Taipan compiles source to instructions for a register machine. An instruction is one 64-bit word with
the fields op (8 bits), x (8), a, b and c (16 each); some are followed by operand words, which never
change, and by cache words, which belong to the VM. A frame has its locals in the lower registers and
temporaries above them.

In the tables, *src* is a register that is read: a local is borrowed, a temporary consumed. *peek* is
read and stays. *dst* is a temporary that is written (or a local that is a source of the same
instruction), *dst local* any local, whose old value is dropped. *window* is a run of temporaries that
begins at the register and is consumed, *new window* one that is written. Jumps count words from the
next instruction. An instruction that raises has consumed nothing unless the table says so.

";

/// The text of `docs/bytecode.md`.
pub fn reference() -> String {
    let mut text = INTRODUCTION.to_owned();
    text.push_str("## Instructions\n\n");
    text.push_str("| no. | name | x | a | b | c | words | raises | effect |\n");
    text.push_str("|---|---|---|---|---|---|---|---|---|\n");
    for op in Op::EMITTED {
        row(op.info(), &mut text);
    }
    if !Op::SPECIALISED.is_empty() {
        text.push_str("\n## Run-time specialisations\n\n");
        text.push_str("The compiler never emits these; disassembly shows the original.\n\n");
        text.push_str("| no. | name | original | effect |\n|---|---|---|---|\n");
        for op in Op::SPECIALISED {
            let info = op.info();
            let original = op.original().name();
            let _ = writeln!(
                text,
                "| {} | `{}` | `{original}` | {} |",
                *op as u8, info.name, info.effect
            );
        }
    }
    text.push_str("\n## Intrinsics\n\nOf one operand: ");
    let names = Intrinsic1::ALL
        .iter()
        .map(|intrinsic| format!("`{}`", intrinsic.name()));
    text.push_str(&names.collect::<Vec<_>>().join(", "));
    text.push_str(". Of two: ");
    let names = Intrinsic2::ALL
        .iter()
        .map(|intrinsic| format!("`{}`", intrinsic.name()));
    text.push_str(&names.collect::<Vec<_>>().join(", "));
    text.push_str(".\n");
    text
}

fn row(info: &OpInfo, text: &mut String) {
    let raises = match (info.raises, info.flow) {
        (Raise::No, _) => "",
        (Raise::Yes, _) => "yes",
        (Raise::Consumed, Flow::Stop) => "always",
        (Raise::Consumed, _) => "after consuming",
    };
    let words = match (info.data_words, info.cache_words) {
        (0, 0) => String::new(),
        (0, cache) => format!("{cache} cache"),
        (data, 0) => format!("{data} operand"),
        (data, cache) => format!("{data} operand, {cache} cache"),
    };
    let _ = writeln!(
        text,
        "| {} | `{}` | {} | {} | {} | {} | {words} | {raises} | {} |",
        info.op as u8,
        info.name,
        role(info.x),
        role(info.a),
        role(info.b),
        role(info.c),
        info.effect.replace('|', "\\|"),
    );
}

fn role(role: Role) -> String {
    match role {
        Role::No => "",
        Role::Dst => "dst",
        Role::DstL => "dst local",
        Role::Src => "src",
        Role::Peek => "peek",
        Role::Local => "local",
        Role::Take(extent) => return format!("window{}", self::extent(extent)),
        Role::Give(extent) => return format!("new window{}", self::extent(extent)),
        Role::DstOnJump => "dst if jumping",
        Role::DstLOnJump => "dst local if jumping",
        Role::TakeOnFall => "peek; consumed if not jumping",
        Role::SendPair => "pair",
        Role::Update => "updated",
        Role::Jump16 => "jump (16)",
        Role::Jump32 => "jump (32)",
        Role::Imm16 => "integer (16)",
        Role::Imm32 => "integer (32)",
        Role::Const32 => "constant (32)",
        Role::Name32 => "name (32)",
        Role::Name24 => "name (24)",
        Role::Name16 => "name (16)",
        Role::Count => "count",
        Role::High => "…",
        Role::Arith => "operator flags",
        Role::Compare => "comparison",
        Role::Invert => "invert",
        Role::Conversion => "conversion",
        Role::FunctionParts => "parts",
        Role::Delegates => "delegates",
        Role::AwaitReason => "reason",
        Role::ZeroArgument => "zero-argument",
        Role::Truth => "truth",
        Role::HasKeywords => "has keywords",
        Role::Intrinsic1 | Role::Intrinsic2 => "intrinsic",
    }
    .to_owned()
}

fn extent(extent: Extent) -> String {
    match extent {
        Extent::Fixed(count) => format!(" of {count}"),
        Extent::C => " of c".to_owned(),
        Extent::TwiceC => " of 2c".to_owned(),
        Extent::Callee => " of c + 2".to_owned(),
        Extent::CalleeEx => " of 3 + x".to_owned(),
        Extent::X => " of x".to_owned(),
        Extent::PartsOfX => ", one per part".to_owned(),
        Extent::Star => " of c + 1 + operand".to_owned(),
    }
}
