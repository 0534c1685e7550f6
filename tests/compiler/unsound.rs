//! The verifier finds what is wrong with code that was tampered with.

use taipan::base::sync::Arc;
use taipan::bytecode::code::Code;
use taipan::bytecode::instr::Instr;
use taipan::bytecode::opcodes::Op;
use taipan::bytecode::verify::verify;

use crate::support::compile_text;

fn function(text: &str) -> Code {
    let module = compile_text(text).expect("the program compiles");
    let mut inner = module.consts.into_iter();
    inner
        .find_map(|constant| match constant {
            taipan::bytecode::Const::Code(code) => Arc::into_inner(code),
            _ => None,
        })
        .expect("the module defines a function")
}

fn complaint(code: &Code) -> String {
    verify(code).expect_err("the code is unsound").message
}

fn find(code: &Code, op: Op) -> usize {
    let word = code
        .words
        .iter()
        .position(|&word| Instr(word).op() == Some(op));
    word.expect("the instruction is there")
}

/// A number that is no opcode.
#[test]
fn bad_opcode() {
    let mut code = function("def f(a): return a\n");
    code.words[0] = 255;
    assert_eq!(complaint(&code), "no opcode 255");
}

/// A register beyond the frame.
#[test]
fn bad_register() {
    let mut code = function("def f(a): return a\n");
    code.words[0] = Instr::new(Op::Return, 0, 9, 0, 0).0;
    assert_eq!(complaint(&code), "RETURN: there is no such register");
}

/// A constant beyond the table.
#[test]
fn bad_constant() {
    let mut code = function("def f(a): return 'text'\n");
    code.consts.clear();
    assert_eq!(
        complaint(&code),
        "RETURN_CONST: there is no such constant or name"
    );
}

/// A jump out of the code.
#[test]
fn bad_jump() {
    let mut code = function("def f(a):\n    while a < 3: a()\n");
    let word = find(&code, Op::Jmp);
    code.words[word] = Instr::wide(Op::Jmp, 0, 0, 1000).0;
    assert_eq!(complaint(&code), "the jump leaves the code");
}

/// A jump that goes backward without a safepoint.
#[test]
fn backward_jump() {
    let mut code = function("def f(a):\n    while True: a()\n");
    let word = find(&code, Op::Loop);
    code.words[word] = Instr(code.words[word]).with_op(Op::Jmp).0;
    assert_eq!(complaint(&code), "JMP: only loops jump backward");
}

/// A temporary that is consumed twice.
#[test]
fn consumed_twice() {
    let mut code = function("def f(a): return a() + a()\n");
    let word = find(&code, Op::Add);
    let add = Instr(code.words[word]);
    code.words[word] = Instr::new(Op::Add, 0, add.a(), add.b(), add.b()).0;
    assert!(complaint(&code).contains("live are"));
}

/// A temporary that is never consumed.
#[test]
fn leaked() {
    let mut code = function("def f(a):\n    a()\n");
    let word = find(&code, Op::Drop);
    code.words[word] = Instr::new(Op::Nop, 0, 0, 0, 0).0;
    assert!(complaint(&code).contains("live are"));
}

/// A local where only temporaries may stand.
#[test]
fn local_in_window() {
    let mut code = function("def f(a, b, c): return a(b)\n");
    let word = find(&code, Op::Call);
    let call = Instr(code.words[word]);
    code.words[word] = Instr::new(Op::Call, 0, call.a(), 0, call.c()).0;
    assert_eq!(complaint(&code), "CALL: a local where a temporary belongs");
}

/// A handler that keeps more than is live.
#[test]
fn handler_depth() {
    let mut code = function("def f(a):\n    try: a()\n    except E: pass\n");
    code.handlers[0].depth = 1;
    assert!(verify(&code).is_err());
}

/// The liveness table lies.
#[test]
fn liveness_lies() {
    let mut code = function("def f(a): return a() + 1\n");
    code.liveness.truncate(1);
    assert!(complaint(&code).contains("the table says"));
}
