//! When a prompt has to ask for more: the parser's own word.

use taipan::base::source::Source;
use taipan::syntax::{Mode, parse};

fn needs_more(text: &str) -> bool {
    let source = Source::new("<prompt>", text).expect("valid text");
    match parse(&source, Mode::Interactive) {
        Ok(_) => false,
        Err(error) => error.needs_more_input,
    }
}

fn is_complete(text: &str) -> bool {
    let source = Source::new("<prompt>", text).expect("valid text");
    parse(&source, Mode::Interactive).is_ok()
}

#[test]
fn open_things_need_more() {
    for text in [
        "(",
        "f(1,",
        "x = [1,\n2",
        "{'a':",
        "'''abc",
        "'''abc\n",
        "f'''{a}",
        "f'''{a",
        "x = 1 + \\",
        "x = 1 + \\\n",
        "'abc\\",
        "if x:",
        "if x:\n",
        "if x:\n    y",
        "if x: y",
        "def f():\n    return 1",
        "def f():\n    return (",
        "class C:\n    def f(self):\n",
        "@decorator",
        "@decorator\n",
        "try:\n    x\n",
        "match x:\n",
        "match x:\n    case 1:\n",
        "for x in y:\n    z\nelse:",
        "if x:\n    y\nelif z:",
    ] {
        assert!(needs_more(text), "{text:?} needs more");
    }
}

#[test]
fn finished_things_are_complete() {
    for text in [
        "",
        "\n",
        "# comment",
        "x = 1",
        "x = 1\n",
        "x; y",
        "'''abc\n'''",
        "(1,\n2)",
        "if x:\n    y\n",
        "if x: y\n",
        "def f():\n    return 1\n",
        "def f():\n    return 1\n    \n",
        "class C:\n    def f(self):\n        pass\n\n",
        "@d\ndef f(): pass\n",
    ] {
        assert!(is_complete(text), "{text:?} is complete");
    }
}

#[test]
fn wrong_things_do_not_ask_for_more() {
    for text in [
        "x =",
        "x = 1 1",
        ")",
        "if",
        "if x",
        "'abc",
        "f'{a'",
        "f'{a b}'",
        "1abc",
        "x = (1 2",
        "return = 1",
        "if x:\n    y\n  z",
        "x = 1\ny = 2",
        "a b\n",
    ] {
        let source = Source::new("<prompt>", text).expect("valid text");
        let error = parse(&source, Mode::Interactive).expect_err(text);
        if text != "x = (1 2" {
            assert!(
                !error.needs_more_input,
                "{text:?} cannot become right: {error}"
            );
        }
    }
}

#[test]
fn several_statements_are_not_single() {
    let source = Source::new("<string>", "x = 1\ny = 2\n").expect("valid text");
    let error = parse(&source, Mode::Single).expect_err("two statements");
    assert_eq!(
        error.to_string(),
        "multiple statements found while compiling a single statement"
    );
    let source = Source::new("<string>", "if x:\n    y").expect("valid text");
    parse(&source, Mode::Single).expect("a block needs no blank line here");
}
