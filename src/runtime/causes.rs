//! What a thread stopped others for, and what they share, in words for the statistics (`gil/contention.rs`).
#![forbid(unsafe_code)]

use super::frame;
use super::function::{BoundMethod, BuiltinFunction, Function};
use super::gil::Stop;
use super::native_call::class_text;
use super::state::{ThreadState, state};
use crate::bytecode::opcodes::Op;
use crate::object::breaker;
use crate::object::header::Header;
use crate::object::purpose::{Named, Purpose};
use crate::object::traffic::Transfer;
use crate::object::{Thread, Value};

/// Bound methods of bound methods that are looked into.
const MOST_BOUND: usize = 8;

/// Counts that the thread, which is alone, has had to wait for that.
#[cold]
pub fn note_stop(thread: &Thread, purpose: Purpose<'_>, stop: Stop) {
    let ts = state(thread);
    ts.interpreter.gil.note_stop(ts, &words(ts, purpose), stop);
}

/// Counts that the thread, which is alone, shares an object with others.
pub fn note_shared(thread: &Thread, header: &Header, how: Transfer) {
    let class = thread.shape_of(header).class_payload();
    state(thread)
        .interpreter
        .gil
        .note_shared(&class_text(class), how);
}

impl Named for BuiltinFunction {
    fn name(&self, thread: &Thread) -> String {
        self.qualified_name(thread)
    }
}

/// What a thread has to be alone for that serves these pending events.
pub fn of_events(pending: u32) -> Purpose<'static> {
    const WORDS: [(u32, &str); 6] = [
        (breaker::COLLECT, "collection"),
        (breaker::SIGNAL | breaker::INTERRUPT, "signal"),
        (breaker::MERGE, "references given back"),
        (breaker::COUNT_APART, "counting references apart"),
        (breaker::ABANDONED, "references given up by the host"),
        (breaker::SHOW_THREADS, "showing threads"),
    ];
    let found = WORDS.iter().find(|(bits, _)| pending & bits != 0);
    Purpose::Word(found.map_or("safepoint", |(_, word)| word))
}

fn words(ts: &ThreadState, purpose: Purpose<'_>) -> String {
    let thread = &ts.core;
    match purpose {
        Purpose::Instruction => instruction(ts).to_lowercase(),
        Purpose::Operand(value) => {
            let class = class_text(thread.class_of(value));
            format!("{} of {class}", instruction(ts).to_lowercase())
        }
        Purpose::Call(callee) => callable(thread, callee),
        Purpose::Native(native) => native.name(thread),
        Purpose::Word(word) => word.to_owned(),
        Purpose::With(word, value) => format!("{word} {}", class_text(thread.class_of(value))),
        Purpose::Of(word, header) => {
            let class = thread.shape_of(header).class_payload();
            format!("{word} {}", class_text(class))
        }
    }
}

/// How the thing that is called is known to the program.
fn callable(thread: &Thread, callee: &Value) -> String {
    let mut callee = callee.clone();
    for _ in 0..MOST_BOUND {
        let Some(method) = callee.payload::<BoundMethod>() else {
            break;
        };
        let function = method.function.clone();
        callee = function;
    }
    if let Some(function) = callee.payload::<BuiltinFunction>() {
        return function.name(thread);
    }
    if let Some(function) = callee.payload::<Function>() {
        let name = function.qualname.get();
        let text = name.as_str_object().map(|text| text.to_text().into_owned());
        return text.unwrap_or_else(|| "function".to_owned());
    }
    match callee.as_class() {
        Some(class) => class_text(class),
        None => format!("call of {}", class_text(thread.class_of(&callee))),
    }
}

/// A word for the instruction that is being executed.
fn instruction(ts: &ThreadState) -> String {
    use Op::*;
    let Some(op) = frame::present_op(ts) else {
        return "native code".to_owned();
    };
    let op = op.info().specialised_of.unwrap_or(op);
    let word = match op {
        JT | JF | JTOrPop | JFOrPop | LoopT | LoopF | Not => "truth",
        JIn | JNotIn | Contains => "search",
        JNotExcMatch | CheckEgMatch => "except",
        Compare | CompareL | JNotLt | JNotLe | JNotGt | JNotGe | JNotEq | JNotNe | JNotLtI
        | JNotLeI | JNotGtI | JNotGeI | JNotEqI | JNotNeI | LoopLt | LoopLe | LoopGt | LoopGe
        | LoopNe | LoopLtI | LoopLeI | LoopGtI | LoopGeI | LoopNeI => "comparison",
        LoadGlobalCall => "load global",
        CallKw | CallEx | Call | CallL => "call",
        op => {
            let name = op.info().name;
            let name = name.strip_suffix("_L").unwrap_or(name);
            name.strip_suffix("_I").unwrap_or(name)
        }
    };
    word.replace('_', " ")
}
