//! Code as text: one instruction per line, with its source line, labels, operands by name, and the
//! table of handlers.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::fmt::Write;

use super::code::{Code, Const};
use super::effects::jump_offset;
use super::instr::Instr;
use super::opcodes::{Compare, Intrinsic1, Intrinsic2, Op, Role, arith, make_function};

/// A code object and all code among its constants, as text.
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    let mut pending = vec![code];
    while let Some(code) = pending.pop() {
        if !text.is_empty() {
            text.push('\n');
        }
        write_code(code, &mut text);
        let inner = code.consts.iter().rev();
        pending.extend(inner.filter_map(|constant| match constant {
            Const::Code(code) => Some(&**code),
            _ => None,
        }));
    }
    text
}

fn write_code(code: &Code, text: &mut String) {
    let _ = writeln!(
        text,
        "{} ({}, line {}): {} locals, {} registers",
        code.qualname, code.filename, code.first_line, code.nlocals, code.nregs
    );
    let labels = labels(code);
    let mut last_line = 0;
    let mut word = 0;
    while word < code.words.len() {
        let instr = Instr(code.words[word]);
        let Some(op) = instr.op().map(Op::original) else {
            let _ = writeln!(text, "  {word:5}  bad opcode {}", instr.op_number());
            word += 1;
            continue;
        };
        let line = code.position(word).line;
        let line_text = match line != last_line && line != 0 {
            true => line.to_string(),
            false => String::new(),
        };
        last_line = line;
        let label = labels
            .get(&word)
            .map_or(String::new(), |label| format!("L{label}:"));
        let operands = operands(code, op, instr, word, &labels);
        let row = format!(
            "{line_text:>5} {label:>5} {word:5}  {:<17} {operands}",
            op.name()
        );
        text.push_str(row.trim_end());
        text.push('\n');
        word += 1 + op.extra_words();
    }
    write_handlers(code, &labels, text);
}

fn write_handlers(code: &Code, labels: &BTreeMap<usize, usize>, text: &mut String) {
    for (index, handler) in code.handlers.iter().enumerate() {
        if index == 0 {
            text.push_str("  handlers:\n");
        }
        let label = labels.get(&(handler.target as usize)).copied().unwrap_or(0);
        let _ = writeln!(
            text,
            "    {}..{} -> L{label} keeping {}",
            handler.start, handler.end, handler.depth
        );
    }
}

/// Numbers for all words that are jumped to.
fn labels(code: &Code) -> BTreeMap<usize, usize> {
    let mut labels = BTreeMap::new();
    let mut word = 0;
    while word < code.words.len() {
        let instr = Instr(code.words[word]);
        let Some(op) = instr.op() else {
            word += 1;
            continue;
        };
        let next = word + 1 + op.extra_words();
        if let Some(offset) = jump_offset(op.info(), instr) {
            labels.insert((next as i64 + offset) as usize, 0);
        }
        word = next;
    }
    for handler in &code.handlers {
        labels.insert(handler.target as usize, 0);
    }
    for (number, label) in labels.values_mut().enumerate() {
        *label = number + 1;
    }
    labels
}

fn operands(
    code: &Code,
    op: Op,
    instr: Instr,
    word: usize,
    labels: &BTreeMap<usize, usize>,
) -> String {
    let info = op.info();
    let mut list = Vec::new();
    let fields = [
        (info.a, instr.a()),
        (info.b, instr.b()),
        (info.c, instr.c()),
    ];
    for (role, field) in fields {
        let name = |index: u32| code.names.get(index as usize).map_or("?", |name| name);
        list.push(match role {
            Role::No | Role::High => continue,
            Role::Imm16 => (field as i16).to_string(),
            Role::Imm32 => instr.bc_signed().to_string(),
            Role::Const32 => constant(code.consts.get(instr.bc() as usize)),
            Role::Name32 => name(instr.bc()).to_owned(),
            Role::Name24 => name(instr.name24().0).to_owned(),
            Role::Name16 => name(field.into()).to_owned(),
            Role::Count => field.to_string(),
            Role::Jump16 | Role::Jump32 => {
                let next = (word + 1 + op.extra_words()) as i64;
                let target = (next + jump_offset(info, instr).unwrap_or(0)) as usize;
                format!("-> L{}", labels.get(&target).copied().unwrap_or(0))
            }
            _ => register(code, field),
        });
    }
    list.extend(flag(info.x, instr.x()));
    if info.data_words > 0 {
        let data = code.words.get(word + 1).copied().unwrap_or(0);
        list.push(match op {
            Op::MakeFunction | Op::CallKw => constant(code.consts.get(data as usize)),
            _ => data.to_string(),
        });
    }
    list.join(", ")
}

/// A local by its name, a temporary as `t0`.
fn register(code: &Code, reg: u16) -> String {
    match code.locals.get(usize::from(reg)) {
        Some(local) => format!("r{reg}:{}", local.name),
        None => format!("t{}", reg.saturating_sub(code.nlocals)),
    }
}

fn flag(role: Role, x: u8) -> Option<String> {
    let text = match role {
        Role::Arith => match x & (arith::IN_PLACE | arith::SWAPPED) {
            0 => return None,
            arith::IN_PLACE => "in place".to_owned(),
            _ => "swapped".to_owned(),
        },
        Role::Compare => Compare::ALL
            .get(usize::from(x))
            .map_or("?", |op| op.symbol())
            .to_owned(),
        Role::Invert if x == 0 => return None,
        Role::Invert => "not".to_owned(),
        Role::Conversion => match x {
            0 => return None,
            1 => "!s".to_owned(),
            2 => "!r".to_owned(),
            _ => "!a".to_owned(),
        },
        Role::FunctionParts => {
            let parts = [
                (make_function::DEFAULTS, "defaults"),
                (make_function::KW_DEFAULTS, "keyword defaults"),
                (make_function::ANNOTATIONS, "annotations"),
                (make_function::CLOSURE, "closure"),
            ];
            let present = parts.iter().filter(|(bit, _)| x & bit != 0);
            let names: Vec<&str> = present.map(|(_, name)| *name).collect();
            if names.is_empty() {
                return None;
            }
            names.join("+")
        }
        Role::Truth => if x != 0 { "True" } else { "False" }.to_owned(),
        Role::Delegates | Role::ZeroArgument | Role::HasKeywords if x == 0 => return None,
        Role::Delegates => "delegating".to_owned(),
        Role::ZeroArgument => "zero-argument".to_owned(),
        Role::HasKeywords => "with keywords".to_owned(),
        Role::AwaitReason => match x {
            0 => return None,
            1 => "__aenter__".to_owned(),
            _ => "__aexit__".to_owned(),
        },
        Role::Intrinsic1 => {
            let intrinsic = Intrinsic1::ALL.get(usize::from(x));
            intrinsic
                .map_or("?", |intrinsic| intrinsic.name())
                .to_owned()
        }
        Role::Intrinsic2 => {
            let intrinsic = Intrinsic2::ALL.get(usize::from(x));
            intrinsic
                .map_or("?", |intrinsic| intrinsic.name())
                .to_owned()
        }
        Role::Count => x.to_string(),
        _ => return None,
    };
    Some(text)
}

/// A constant, shortened if it is long.
fn constant(value: Option<&Const>) -> String {
    let Some(value) = value else {
        return "?".to_owned();
    };
    match value {
        Const::None => "None".to_owned(),
        Const::Bool(true) => "True".to_owned(),
        Const::Bool(false) => "False".to_owned(),
        Const::Ellipsis => "...".to_owned(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => shortened(value.to_string()),
        Const::Float(value) => format!("{value:?}"),
        Const::Complex(re, im) => format!("({re:?}, {im:?}j)"),
        Const::Str(text) => shortened(format!("{:?}", String::from_utf8_lossy(text))),
        Const::Bytes(bytes) => shortened(format!("b\"{}\"", bytes.escape_ascii())),
        Const::Tuple(items) => list("(", items, ")"),
        Const::FrozenSet(items) => list("frozenset{", items, "}"),
        Const::Code(code) => format!("<code {}>", code.qualname),
    }
}

fn list(open: &str, items: &[Const], close: &str) -> String {
    const SHOWN: usize = 6;
    let shown = items.iter().take(SHOWN).map(|item| constant(Some(item)));
    let mut shown: Vec<String> = shown.collect();
    if items.len() > SHOWN {
        shown.push("…".to_owned());
    }
    format!("{open}{}{close}", shown.join(", "))
}

fn shortened(text: String) -> String {
    const SHOWN: usize = 40;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
