//! What particular programs parse to.

use taipan::base::source::Source;
use taipan::syntax::ast::*;
use taipan::syntax::{Mode, parse, unparse};

fn tree(text: &str) -> Ast {
    let source = Source::new("<test>", text).expect("valid text");
    match parse(&source, Mode::Module) {
        Ok(ast) => ast,
        Err(error) => panic!("{error} in {text}"),
    }
}

/// The source text that a program's tree is written as.
fn normal(text: &str) -> String {
    unparse(&tree(text))
}

fn only_statement(ast: &Ast) -> StmtKind {
    match ast.root {
        Root::Module(block) => ast[ast[block][0]].kind,
        _ => panic!("not a module"),
    }
}

fn only_constant(text: &str) -> Constant {
    let ast = tree(text);
    match only_statement(&ast) {
        StmtKind::Expr(expr) => match ast[expr].kind {
            ExprKind::Constant(constant) => ast[constant].clone(),
            _ => panic!("{text} is no constant"),
        },
        _ => panic!("{text} is no expression"),
    }
}

#[test]
fn soft_keywords_are_decided_by_the_line() {
    let is_match = |text: &str| matches!(only_statement(&tree(text)), StmtKind::Match { .. });
    assert!(is_match("match x:\n case 1: pass"));
    assert!(is_match("match (x):\n case 1: pass"));
    assert!(is_match("match [x]:\n case [y]: pass"));
    assert!(is_match("match -x:\n case _: pass"));
    assert!(is_match("match match:\n case case: pass"));
    assert!(is_match("match *a, b:\n case _: pass"));
    for text in [
        "match[x]: int",
        "match(x)",
        "match (x)",
        "match = 1",
        "match.x = 1",
        "match: int",
        "match * x",
        "match - x",
        "case = 1",
        "case[x]: int = 1",
        "type = 1",
        "type(x)",
        "type[x]",
        "type: int",
        "print(match, case, type, _)",
    ] {
        assert!(!is_match(text), "{text}");
    }
    assert!(matches!(
        only_statement(&tree("type X = int")),
        StmtKind::TypeAlias { .. }
    ));
    assert!(matches!(
        only_statement(&tree("type type = type")),
        StmtKind::TypeAlias { .. }
    ));
    assert!(matches!(
        only_statement(&tree("type X[T] = int")),
        StmtKind::TypeAlias { .. }
    ));
    assert_eq!(normal("if x: type X = int"), "if x:\n    type X = int");
}

#[test]
fn parentheses_of_with_group_items() {
    let items = |text: &str| match only_statement(&tree(text)) {
        StmtKind::With { items, .. } => items.len(),
        _ => panic!("{text}"),
    };
    assert_eq!(items("with (a, b): pass"), 2);
    assert_eq!(items("with (a as b, c as d,): pass"), 2);
    assert_eq!(items("with (a as b): pass"), 1);
    assert_eq!(items("with (a), b: pass"), 2);
    assert_eq!(items("with (a, b) as c: pass"), 1);
    assert_eq!(items("with (a, b).c as d, e: pass"), 2);
    assert_eq!(items("with ((a, b)): pass"), 1);
    assert_eq!(items("with (yield): pass"), 1);
    assert_eq!(items("with (x := y): pass"), 1);
    assert_eq!(items("with (a, x := y): pass"), 1);
    assert_eq!(items("with (a, *b): pass"), 1);
    assert_eq!(items("with (): pass"), 1);
    assert_eq!(items("with (a for a in b): pass"), 1);
}

#[test]
fn constants_have_their_values() {
    assert_eq!(only_constant("0x_ff"), Constant::Int(255));
    assert_eq!(only_constant("0o17"), Constant::Int(15));
    assert_eq!(only_constant("0b1_0"), Constant::Int(2));
    assert_eq!(only_constant("00_0"), Constant::Int(0));
    assert_eq!(only_constant("1_000.5e-1"), Constant::Float(100.05));
    assert_eq!(only_constant("1e400"), Constant::Float(f64::INFINITY));
    assert_eq!(only_constant(".5j"), Constant::Imaginary(0.5));
    assert_eq!(only_constant("012.5"), Constant::Float(12.5));
    assert!(matches!(
        only_constant("9223372036854775808"),
        Constant::BigInt(_)
    ));
    let text = |text: &str| Constant::Str(text.as_bytes().into());
    assert_eq!(
        only_constant(r"'\x41\101\u0041\U00000041\N{LATIN SMALL LETTER A}'"),
        text("AAAAa")
    );
    assert_eq!(only_constant("'a' \"b\" '''c\nd'''"), text("abc\nd"));
    assert_eq!(only_constant("'a\\\nb'"), text("ab"));
    assert_eq!(only_constant(r"r'\n\''"), text(r"\n\'"));
    assert_eq!(only_constant(r"'\d'"), text(r"\d"));
    assert_eq!(
        only_constant(r"'\ud800'"),
        Constant::Str(vec![0xed, 0xa0, 0x80].into())
    );
    assert_eq!(
        only_constant(r"b'\xff\n' Rb'\x'"),
        Constant::Bytes(b"\xff\n\\x".to_vec().into())
    );
}

#[test]
fn fstrings_nest() {
    for (text, normal_text) in [
        ("f''", "f''"),
        ("f'a{b}c'", "f'a{b}c'"),
        ("f'{a!r:>{b}}'", "f'{a!r:>{b}}'"),
        ("f'{ a = }'", "f' a = {a!r}'"),
        ("f'{a=:x}'", "f'a={a:x}'"),
        ("f'{a=!s}'", "f'a={a!s}'"),
        ("f'{f'{f'{1}'}'}'", "f'{f'{f'{1}'}'}'"),
        ("f'{a['b']}'", "f'{a['b']}'"),
        ("f'{{{a}}}'", "f'{{{a}}}'"),
        ("f'{ {1: 2}[1] }'", "f'{ {1: 2}[1]}'"),
        ("f'{(lambda: 1)}'", "f'{(lambda: 1)}'"),
        ("f'{x:=5}'", "f'{x:=5}'"),
        ("f'{x!=y}'", "f'{x != y}'"),
        ("f'''{\nx # comment\n}'''", "f'{x}'"),
        ("rf'\\{a}'", "f'\\\\{a}'"),
        (
            "f'\\N{DASH}' if 0 else 'a' f'{b}' 'c'",
            "f'\u{2014}' if 0 else f'a{b}c'",
        ),
        ("f'{a:%Y-%m}'", "f'{a:%Y-%m}'"),
        ("f'{a,}'", "f'{(a,)}'"),
        ("f'{yield}'", "f'{(yield)}'"),
    ] {
        let text = text.replace("DASH", "EM DASH");
        assert_eq!(normal(&text), normal_text, "{text}");
    }
}

#[test]
fn names_are_normalised() {
    let ast = tree("ﬁ = µ");
    assert!(ast.find_name("fi").is_some());
    assert!(ast.find_name("μ").is_some());
}

#[test]
fn questionable_literals_are_noted() {
    let messages = |text: &str| -> Vec<String> {
        tree(text)
            .warnings
            .iter()
            .map(|warning| warning.message.clone())
            .collect()
    };
    assert_eq!(messages("1if x else y"), ["invalid decimal literal"]);
    assert_eq!(messages("0xfor x"), ["invalid hexadecimal literal"]);
    assert_eq!(messages(r"'\d'"), [r"invalid escape sequence '\d'"]);
    assert_eq!(
        messages(r"b'\400'"),
        [r"invalid octal escape sequence '\400'"]
    );
    assert!(messages(r"r'\d' 'a'").is_empty());
}

#[test]
fn layout_does_not_matter_where_it_must_not() {
    assert_eq!(normal("if x:\n\ty\n\tz\n"), "if x:\n    y\n    z");
    assert_eq!(
        normal("if x:\n    y\n# comment\n\n  # comment\n    z"),
        "if x:\n    y\n    z"
    );
    assert_eq!(normal("x = (1,\n  # comment\n2)"), "x = (1, 2)");
    assert_eq!(normal("x = 1 + \\\n  2"), "x = 1 + 2");
    assert_eq!(normal("\x0cx\n\x0c  \nif y:\n  \x0c  z"), "x\nif y:\n    z");
    assert_eq!(normal("x;y;\n"), "x\ny");
    assert_eq!(
        normal("if a:\n  b\nelse:\n  if c: d"),
        "if a:\n    b\nelse:\n    if c:\n        d"
    );
}

#[test]
fn spans_cover_the_text() {
    let text = "x = (a + b).c(d, *e)[1:2]";
    let ast = tree(text);
    let spans: Vec<&str> = ast
        .exprs()
        .iter()
        .map(|expr| &text[expr.span.start as usize..expr.span.end as usize])
        .collect();
    for expected in [
        "a + b",
        "(a + b).c",
        "(a + b).c(d, *e)",
        "(a + b).c(d, *e)[1:2]",
        "*e",
        "1:2",
    ] {
        assert!(spans.contains(&expected), "{expected} in {spans:?}");
    }
}

#[test]
fn depth_counts_nesting_but_not_chains() {
    let depth = |text: &str| {
        let ast = tree(text);
        match only_statement(&ast) {
            StmtKind::Expr(expr) => ast[expr].depth,
            _ => panic!("{text}"),
        }
    };
    assert_eq!(depth("a"), 1);
    assert_eq!(depth("a + b"), 2);
    assert_eq!(depth("a + b + c + d"), 2);
    assert_eq!(depth("a.b.c.d()[0]"), 2);
    assert_eq!(depth("- - -a"), 4);
    assert_eq!(depth("[[a]]"), 3);
}

#[test]
fn nodes_are_small() {
    assert!(size_of::<Expr>() <= 40, "{}", size_of::<Expr>());
    assert!(size_of::<Stmt>() <= 48, "{}", size_of::<Stmt>());
    assert_eq!(size_of::<Option<ExprId>>(), 4);
}
