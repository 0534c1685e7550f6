//! What `unparse` writes parses to the same tree.

use proptest::prelude::*;
use taipan::base::source::Source;
use taipan::syntax::{Mode, parse, unparse};

use crate::dump::dump;
use crate::generate;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn generated_trees_survive(choices in prop::collection::vec(any::<u32>(), 0..300)) {
        let ast = generate::module(&choices);
        let text = unparse(&ast);
        let source = Source::new("<generated>", text.clone()).expect("no null bytes");
        let parsed = match parse(&source, Mode::Module) {
            Ok(parsed) => parsed,
            Err(error) => panic!("{error} at {:?} in\n{text}", error.location(&source)),
        };
        prop_assert_eq!(dump(&ast), dump(&parsed), "of\n{}", text);
    }

    #[test]
    fn random_text_is_refused_or_parsed(text in "[a-z0-9 \n\t(){}\\[\\]:,.=+*'\"#\\\\@!fé\u{a0}-]{0,60}") {
        for mode in [Mode::Module, Mode::Interactive, Mode::Single, Mode::Eval, Mode::FunctionType] {
            let source = Source::new("<random>", text.clone()).expect("no null bytes");
            match parse(&source, mode) {
                Ok(ast) => drop(unparse(&ast)),
                Err(error) => drop(error.location(&source)),
            }
        }
    }

    #[test]
    fn random_words_are_refused_or_parsed(
        words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..40),
    ) {
        let source = Source::new("<random>", words.join(" ")).expect("no null bytes");
        match parse(&source, Mode::Module) {
            Ok(ast) => {
                let text = unparse(&ast);
                let source = Source::new("<again>", text.clone()).expect("no null bytes");
                let again = parse(&source, Mode::Module).map_err(|error| error.to_string());
                prop_assert_eq!(again.map(|again| dump(&again)), Ok(dump(&ast)), "of\n{}", text);
            }
            Err(error) => drop(error.location(&source)),
        }
    }
}

const WORDS: &[&str] = &[
    "a",
    "b",
    "1",
    "0x1f",
    "'s'",
    "f'{a}'",
    "f'{a:{b}}'",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    "=",
    ":=",
    "==",
    "+",
    "-",
    "*",
    "**",
    "/",
    "@",
    ".",
    "->",
    "not",
    "in",
    "is",
    "and",
    "or",
    "if",
    "else",
    "for",
    "while",
    "try",
    "except",
    "finally",
    "with",
    "as",
    "def",
    "class",
    "lambda",
    "yield",
    "await",
    "async",
    "match",
    "case",
    "type",
    "del",
    "return",
    "import",
    "from",
    "raise",
    "global",
    "pass",
    "\n",
    "\n ",
    "\n  ",
    "\n\n",
];
