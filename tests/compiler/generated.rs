//! Random programs compile and pass the verifier; the compiler never panics.

use std::cell::Cell;

use proptest::prelude::*;

use crate::support::compile_text;

thread_local! {
    static OUTCOMES: Cell<(u32, u32)> = const { Cell::new((0, 0)) };
}

/// Compiles a program that may be refused, though most must not be; unsound code and panics fail.
fn try_program(text: &str) {
    let accepted = u32::from(compile_text(text).is_ok());
    OUTCOMES.set((OUTCOMES.get().0 + accepted, OUTCOMES.get().1 + 1));
    let (accepted, all) = OUTCOMES.get();
    assert!(
        all < 100 || accepted * 2 > all,
        "only {accepted} of {all} are accepted"
    );
}

/// Where generated statements stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Function,
    Async,
    Module,
}

fn expression(place: Place) -> BoxedStrategy<String> {
    let leaves = vec![
        "a", "b", "c", "(1)", "(100000)", "'s'", "None", "True", "(2.5)", "(0)",
    ];
    let leaf = prop::sample::select(leaves).prop_map(str::to_owned);
    let nested = leaf.prop_recursive(5, 40, 4, move |inner| {
        let two = (inner.clone(), inner.clone());
        let three = (inner.clone(), inner.clone(), inner.clone());
        let operator = prop::sample::select(vec![
            "+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^", "and", "or", "<",
            "<=", "==", "!=", ">", ">=", "is", "is not", "in", "not in",
        ]);
        let awaited = match place {
            Place::Async => "await",
            _ => "not",
        };
        prop_oneof![
            (two.clone(), operator).prop_map(|((a, b), op)| format!("({a} {op} {b})")),
            three
                .clone()
                .prop_map(|(a, b, c)| format!("({a} < {b} <= {c})")),
            three
                .clone()
                .prop_map(|(a, b, c)| format!("({a} if {b} else {c})")),
            three.clone().prop_map(|(a, b, c)| format!("{a}[{b}:{c}]")),
            three
                .clone()
                .prop_map(|(a, b, c)| format!("{a}({b}, k={c})")),
            three
                .clone()
                .prop_map(|(a, b, c)| format!("{a}(*{b}, {c}, **{c})")),
            three
                .clone()
                .prop_map(|(a, b, c)| format!("[{a} for b in {b} if {c}]")),
            three
                .clone()
                .prop_map(|(a, b, c)| format!("{{{a}: (lambda: c) for c in {b} if {c}}}")),
            three
                .clone()
                .prop_map(|(a, b, c)| format!("sum({a} for a, *b in {b} for c in {c})")),
            three.prop_map(|(a, b, c)| format!("{{{a}: {b}, **{c}}}")),
            two.clone().prop_map(|(a, b)| format!("[{a}, *{b}]")),
            two.clone().prop_map(|(a, b)| format!("({a}, {b})")),
            two.clone().prop_map(|(a, b)| format!("{a}.m({b}).n")),
            two.clone()
                .prop_map(|(a, b)| format!("(lambda a, b={a}: b + c)({b})")),
            two.clone().prop_map(|(a, b)| format!("{a}[{b}]")),
            two.prop_map(|(a, b)| format!("f'{{ {a} !r:>{{ {b} }}}} x'")),
            inner.clone().prop_map(|a| format!("(not {a})")),
            inner.clone().prop_map(|a| format!("(-{a})")),
            inner.prop_map(move |a| format!("({awaited} {a})")),
        ]
    });
    nested.boxed()
}

fn indented(block: &[String]) -> String {
    let text = block.concat();
    let lines = text.lines().map(|line| format!("    {line}\n"));
    lines.collect()
}

/// A block in a loop, so that it may hold `break` and `continue`.
fn in_loop(block: &str) -> String {
    indented(&[format!("while a:\n{block}")])
}

fn statement(place: Place) -> BoxedStrategy<String> {
    let e = move || expression(place);
    let (leave, give) = match place {
        Place::Module => ("print", "c = not"),
        Place::Function => ("return", "c = yield"),
        Place::Async => ("return", "c = await"),
    };
    let simple = prop_oneof![
        e().prop_map(|a| format!("{a}\n")),
        e().prop_map(|a| format!("a = {a}\n")),
        (e(), e()).prop_map(|(a, b)| format!("a, b = {a}, {b}\n")),
        (e(), e()).prop_map(|(a, b)| format!("a, c.x, b[{a}] = c = {b}\n")),
        e().prop_map(|a| format!("a, *(b, c) = {a}\n")),
        e().prop_map(|a| format!("a += {a}\n")),
        (e(), e()).prop_map(|(a, b)| format!("c[{a}].y -= {b}\n")),
        (e(), e()).prop_map(|(a, b)| format!("b[{a}] *= {b}\n")),
        Just("a, b = b, a\n".to_owned()),
        e().prop_map(move |a| format!("{leave}({a})\n")),
        e().prop_map(move |a| format!("{give} {a}\n")),
        (e(), e()).prop_map(|(a, b)| format!("assert {a}, {b}\n")),
        (e(), e()).prop_map(|(a, b)| format!("raise {a} from {b}\n")),
        (e(), e()).prop_map(|(a, b)| format!("a = (c := {a}) + ({b}) + c\n")),
        Just("break\n".to_owned()),
        Just("continue\n".to_owned()),
        Just("del a, b[0], c.d\n".to_owned()),
        Just("from m import a as b, c\n".to_owned()),
        Just("import m.n as c\n".to_owned()),
        Just("pass\n".to_owned()),
    ];
    let nested = simple.prop_recursive(4, 40, 3, move |inner| {
        let block = move || prop::collection::vec(inner.clone(), 1..4).prop_map(|b| indented(&b));
        let flow = prop_oneof![
            (e(), block(), e(), block(), block()).prop_map(|(a, x, b, y, z)| format!(
                "if {a}:\n{x}elif {b}:\n{y}else:\n{z}"
            )),
            (e(), block(), block()).prop_map(|(a, x, y)| format!("while {a}:\n{x}else:\n{y}")),
            block().prop_map(|x| format!("while True:\n{x}")),
            (e(), block(), block()).prop_map(|(a, x, y)| format!("for a in {a}:\n{x}else:\n{y}")),
            (e(), block()).prop_map(|(a, x)| format!("for a, c.x in {a}:\n{x}")),
            (e(), block()).prop_map(|(a, x)| format!("with {a} as b, c:\n{x}")),
            (block(), block()).prop_map(|(x, y)| format!("try:\n{x}finally:\n{y}")),
            (block(), e(), block(), block(), block(), block()).prop_map(|(x, a, y, z, u, v)| {
                format!("try:\n{x}except {a} as b:\n{y}except:\n{z}else:\n{u}finally:\n{v}")
            }),
            (block(), e()).prop_map(|(x, a)| {
                format!("try:\n{x}except* {a} as c:\n    a += {a}\nexcept* B:\n    pass\n")
            }),
            (e(), block(), block()).prop_map(|(a, x, y)| format!(
                "match {a}:\n    case [1, a, *b] | (2, b, a) if a:\n{}    case {{'k': C(a, x=1 | 2), **c}} as b:\n{}",
                indented(&[x]),
                indented(&[y])
            )),
        ];
        if place == Place::Async {
            return prop_oneof![
                3 => flow,
                1 => (e(), block()).prop_map(|(a, x)| format!("async for b in {a}:\n{x}")),
                1 => (e(), block()).prop_map(|(a, x)| format!("async with {a} as (b, c):\n{x}")),
            ]
            .boxed();
        }
        if place == Place::Module {
            return flow.boxed();
        }
        prop_oneof![
            4 => flow,
            1 => (e(), block()).prop_map(|(a, x)| format!(
                "@{a}\ndef g(x, y=a, *, z: a = b, **k) -> c:\n    nonlocal c\n{}",
                in_loop(&x)
            )),
            1 => (e(), block()).prop_map(|(a, x)| format!(
                "def g[T: a](x={a}):\n    b = T\n{}",
                in_loop(&x)
            )),
            1 => e().prop_map(|a| format!("class C(b, k={a}):\n    x: a = 1\n    y = {a}\n")),
            1 => e().prop_map(|a| format!("class C[T](b):\n    type X = T\n    y = {a}\n")),
        ]
        .boxed()
    });
    nested.boxed()
}

fn body(place: Place) -> impl Strategy<Value = String> {
    prop::collection::vec(statement(place), 1..5).prop_map(|block| indented(&block))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// In functions and generators.
    #[test]
    fn functions(body in body(Place::Function)) {
        try_program(&format!("def f(a, b, *c):\n{}", in_loop(&body)));
    }

    /// In coroutines.
    #[test]
    fn coroutines(body in body(Place::Async)) {
        try_program(&format!("async def f(a, b, *c):\n{}", in_loop(&body)));
    }

    /// At module level.
    #[test]
    fn modules(body in body(Place::Module)) {
        try_program(&format!("while a:\n{body}"));
    }
}
