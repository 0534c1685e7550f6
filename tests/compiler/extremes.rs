//! Programs that are long, wide or deep.

use crate::support::compile_text;

/// Chains of every kind compile at any length.
#[test]
fn chains() {
    let count = 20_000;
    for text in [
        format!("x = 1{}\n", "+1".repeat(count)),
        format!("x = a{}\n", "+a".repeat(count)),
        format!("x = a{}\n", ".b".repeat(count)),
        format!("x = a{}\n", "()".repeat(count)),
        format!("x = a{}\n", "[0]".repeat(count)),
        format!("x = a{}\n", ".b(1)".repeat(count)),
        format!("x = a{}\n", " and a".repeat(count)),
        format!("x = a{}\n", " < a".repeat(count)),
        format!("if a{}: pass\n", " < b()".repeat(count)),
        format!("if a: pass\n{}", "elif a: pass\n".repeat(count)),
        format!("x = 'a'{}\n", " + 'bc'".repeat(count)),
    ] {
        compile_text(&text).expect("a chain compiles");
    }
}

/// Deep nesting is refused or compiled, on a small stack too.
#[test]
fn nesting() {
    let deep = |text: String| {
        let thread = std::thread::Builder::new().stack_size(8 << 20);
        let thread = thread.spawn(move || compile_text(&text).is_ok());
        thread
            .expect("a thread starts")
            .join()
            .expect("the compiler does not panic")
    };
    for depth in [50, 400, 5_000] {
        deep(format!("x = {}a\n", "-".repeat(depth)));
        deep(format!("x = {}a\n", "not ".repeat(depth)));
        deep(format!("x = {}0\n", "lambda:".repeat(depth)));
        deep(format!("x = {}0\n", "a if b else ".repeat(depth)));
        deep(format!("x = {}a{}\n", "(".repeat(depth), ")".repeat(depth)));
        deep(format!("x = a{}\n", "**a".repeat(depth)));
        deep(format!(
            "x = {}a{}\n",
            "f(".repeat(depth),
            ")".repeat(depth)
        ));
        deep(format!(
            "x = {}a{}\n",
            "[a for a in ".repeat(depth),
            "]".repeat(depth)
        ));
    }
    for depth in [10, 19, 60, 99] {
        for head in [
            "for a in b:",
            "while a:",
            "try:",
            "with a:",
            "if a:",
            "def f():",
            "class C:",
        ] {
            let mut text = String::new();
            for level in 0..depth {
                text.push_str(&format!("{}{head}\n", " ".repeat(level)));
            }
            text.push_str(&format!("{}pass\n", " ".repeat(depth)));
            if head == "try:" {
                for level in (0..depth).rev() {
                    text.push_str(&format!("{}finally: pass\n", " ".repeat(level)));
                }
            }
            deep(text);
        }
    }
}

/// More constants and names than 16 bits count, and loop bodies longer than short jumps reach.
#[test]
fn wide() {
    let mut text = String::from("def f():\n    for i in range(3):\n        while i < 9:\n");
    for number in 0..100_000 {
        text.push_str(&format!("            g = '{number}'\n"));
    }
    text.push_str("            if g in i and i < 3: break\n            if not i: continue\n");
    compile_text(&text).expect("a long loop compiles");
    let text: String = (0..70_000)
        .map(|number| format!("v{number} = {number}\n"))
        .collect();
    compile_text(&text).expect("many globals compile");
    let text: String = (0..70_000).map(|number| format!("a.v{number}\n")).collect();
    compile_text(&text).expect("many attributes compile");
}

/// Displays, calls and unpacking with thousands of parts.
#[test]
fn many_parts() {
    let list = |count: usize| vec!["a"; count].join(", ");
    for text in [
        format!("x = [{}]\n", list(30_000)),
        format!("x = ({})\n", list(30_000)),
        format!("f({})\n", list(30_000)),
        format!(
            "f({})\n",
            (0..3_000)
                .map(|n| format!("a{n}=1"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
        format!("x = {{{}}}\n", vec!["a: b"; 30_000].join(", ")),
        format!("{} = x\n", list(30_000)),
        format!("x = f'{}'\n", "{a}".repeat(3_000)),
        format!(
            "match x:\n    case [{}]: pass\n",
            vec!["1"; 1_000].join(", ")
        ),
        format!(
            "match x:\n    case {}: pass\n",
            vec!["1"; 1_000].join(" | ")
        ),
    ] {
        compile_text(&text).expect("many parts compile");
    }
    let locals: String = (0..70_000)
        .map(|number| format!("    v{number} = 1\n"))
        .collect();
    let error = compile_text(&format!("def f():\n{locals}")).expect_err("too many locals");
    assert!(error.message.contains("too many local variables"));
}
