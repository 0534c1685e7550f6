//! Long and deep programs: an answer or an error, in linear time and on a small stack.

use std::time::{Duration, Instant};

use taipan::base::source::Source;
use taipan::syntax::{Ast, Mode, SyntaxErrorKind, parse, unparse};

const COUNT: usize = 100_000;

fn on_small_stack(text: String, check: fn(Result<Ast, (SyntaxErrorKind, String)>)) {
    let started = Instant::now();
    let thread = std::thread::Builder::new().stack_size(1 << 20);
    let handle = thread.spawn(move || {
        let source = Source::new("<hostile>", text).expect("valid text");
        let result = parse(&source, Mode::Module);
        if let Ok(ast) = &result {
            drop(unparse(ast));
        }
        check(result.map_err(|error| (error.kind, error.to_string())));
    });
    handle.expect("a thread starts").join().expect("no panic");
    assert!(started.elapsed() < Duration::from_secs(20));
}

fn accepted(result: Result<Ast, (SyntaxErrorKind, String)>) {
    result.expect("parses");
}

fn too_complex(result: Result<Ast, (SyntaxErrorKind, String)>) {
    let (kind, _) = result.expect_err("is too deep");
    assert_eq!(kind, SyntaxErrorKind::TooComplex);
}

fn refused(result: Result<Ast, (SyntaxErrorKind, String)>) {
    result.expect_err("is wrong");
}

#[test]
fn long_chains_parse() {
    on_small_stack(format!("x = 1{}", "+1".repeat(COUNT)), accepted);
    on_small_stack(format!("a{}", ".b".repeat(COUNT)), accepted);
    on_small_stack(format!("a{}", "()".repeat(COUNT)), accepted);
    on_small_stack(format!("a{}", "[0]".repeat(COUNT)), accepted);
    on_small_stack(format!("a{}", " and b".repeat(COUNT)), accepted);
    on_small_stack(format!("a{}", " < b".repeat(COUNT)), accepted);
    on_small_stack(
        format!("if a: pass\n{}", "elif b: pass\n".repeat(COUNT)),
        accepted,
    );
    on_small_stack("x = 1\n".repeat(COUNT), accepted);
    on_small_stack(format!("x = [{}]", "1, ".repeat(COUNT)), accepted);
    on_small_stack(format!("x = {}1", "y = ".repeat(COUNT)), accepted);
    on_small_stack("'s' ".repeat(COUNT), accepted);
}

#[test]
fn deep_nesting_is_refused() {
    on_small_stack(format!("{}1", "-".repeat(COUNT)), too_complex);
    on_small_stack(format!("{}1", "not ".repeat(COUNT)), too_complex);
    on_small_stack(format!("{}1", "lambda: ".repeat(COUNT)), too_complex);
    on_small_stack(format!("{}1", "1 ** ".repeat(COUNT)), too_complex);
    on_small_stack(format!("{}1", "1 if 1 else ".repeat(COUNT)), too_complex);
    on_small_stack("(".repeat(COUNT), refused);
    on_small_stack("f'{".repeat(COUNT), refused);
    on_small_stack(format!("{}{}", "(".repeat(200), ")".repeat(200)), accepted);
    let blocks: String = (0..101)
        .map(|depth| format!("{}if 1:\n", " ".repeat(depth)))
        .collect();
    on_small_stack(blocks, refused);
}

#[test]
fn mistakes_in_deep_nesting_are_found() {
    on_small_stack(format!("{}1 1", "-".repeat(COUNT)), refused);
    on_small_stack(format!("{}1 1", "not ".repeat(COUNT)), refused);
    on_small_stack(format!("{}1 1", "lambda: ".repeat(COUNT)), refused);
    on_small_stack(format!("{}1 1", "1 if 1 else ".repeat(COUNT)), refused);
    on_small_stack(format!("a{} b", ".b".repeat(COUNT)), refused);
    on_small_stack(format!("1{} 1", "+1".repeat(COUNT)), refused);
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("f(", ")"),
        ("{1: ", "}"),
    ] {
        on_small_stack(
            format!("{}a b{}", open.repeat(199), close.repeat(199)),
            refused,
        );
        on_small_stack(
            format!("{}a + 1 = b{}", open.repeat(199), close.repeat(199)),
            refused,
        );
        on_small_stack(
            format!("{}a for b{}", open.repeat(199), close.repeat(199)),
            refused,
        );
    }
    on_small_stack(
        format!(
            "match a:\n case {}1 1{}: pass",
            "[".repeat(199),
            "]".repeat(199)
        ),
        refused,
    );
    on_small_stack(
        format!("if a: pass\n{}elif", "elif b: pass\n".repeat(COUNT)),
        refused,
    );
}
