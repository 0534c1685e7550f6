//! Strings of one, two and four byte characters against vectors of `char` searched naively.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::{run_model, truth};

type Text = Vec<char>;

/// Few characters, so that patterns occur; of every width, so that widths change.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => Just('a'), 4 => Just('b'), 2 => Just(' '), 1 => Just('-'),
        2 => Just('é'), 1 => Just('中'), 1 => Just('😀'),
    ]
}

fn text(length: usize) -> impl Strategy<Value = Text> {
    vec(character(), 0..length)
}

fn repr(text: &[char]) -> String {
    format!("'{}'", text.iter().collect::<String>())
}

fn list(parts: &[Text]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| repr(part)).collect();
    format!("[{}]", parts.join(", "))
}

fn find(text: &[char], pattern: &[char], from: usize) -> Option<usize> {
    (from..=text.len().checked_sub(pattern.len())?).find(|&i| text[i..].starts_with(pattern))
}

fn find_last(text: &[char], pattern: &[char]) -> Option<usize> {
    (0..=text.len().checked_sub(pattern.len())?)
        .rev()
        .find(|&i| text[i..].starts_with(pattern))
}

/// The pieces between occurrences of a separator that is not empty.
fn split(text: &[char], separator: &[char]) -> Vec<Text> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(index) = find(text, separator, from) {
        parts.push(text[from..index].to_vec());
        from = index + separator.len();
    }
    parts.push(text[from..].to_vec());
    parts
}

fn replace(text: &[char], old: &[char], new: &[char]) -> Text {
    if old.is_empty() {
        let mut result = new.to_vec();
        for &c in text {
            result.push(c);
            result.extend(new);
        }
        return result;
    }
    split(text, old).join(new)
}

fn words(text: &[char]) -> Vec<Text> {
    text.split(|&c| c == ' ')
        .filter(|word| !word.is_empty())
        .map(<[char]>::to_vec)
        .collect()
}

fn trim<'a>(text: &'a [char], set: &[char]) -> &'a [char] {
    let start = text
        .iter()
        .position(|c| !set.contains(c))
        .unwrap_or(text.len());
    let end = text
        .iter()
        .rposition(|c| !set.contains(c))
        .map_or(start, |i| i + 1);
    &text[start..end]
}

fn number(index: Option<usize>) -> String {
    index.map_or_else(|| "-1".to_owned(), |index| index.to_string())
}

#[test]
fn searching_and_replacing() {
    let input = vec((text(40), text(4), text(3)), 1..40);
    run_model(input, |cases, session| {
        for (s, p, q) in cases {
            session.run(format!("s, p, q = {}, {}, {}", repr(s), repr(p), repr(q)));
            session.check(
                "len(s), p in s",
                format!("({}, {})", s.len(), truth(find(s, p, 0).is_some())),
            );
            session.check("s.find(p)", number(find(s, p, 0)));
            session.check("s.rfind(p)", number(find_last(s, p)));
            session.check("s.replace(p, q)", repr(&replace(s, p, q)));
            session.check("s.startswith(p), s.endswith(p)", {
                format!("({}, {})", truth(s.starts_with(p)), truth(s.ends_with(p)))
            });
            if p.is_empty() {
                session.check("s.count(p)", (s.len() + 1).to_string());
                session.check("s.split(p)", "ValueError");
                session.check("s.partition(p)", "ValueError");
                continue;
            }
            let parts = split(s, p);
            session.check("s.count(p)", (parts.len() - 1).to_string());
            session.check("s.split(p)", list(&parts));
            session.check("p.join(s.split(p)) == s", "True");
            let (head, middle, tail) = match find(s, p, 0) {
                Some(i) => (&s[..i], &p[..], &s[i + p.len()..]),
                None => (&s[..], &s[..0], &s[..0]),
            };
            session.check(
                "s.partition(p)",
                format!("({}, {}, {})", repr(head), repr(middle), repr(tail)),
            );
        }
    });
}

#[test]
fn building_and_slicing() {
    let input = vec(
        (text(40), text(20), -25i64..25, -25i64..25, -3i64..4),
        1..40,
    );
    run_model(input, |cases, session| {
        for (s, t, start, stop, step) in cases {
            session.run(format!("s, t = {}, {}", repr(s), repr(t)));
            let joined: Text = s.iter().chain(t).copied().collect();
            session.check("s + t", repr(&joined));
            session.check(
                "f'{s}{t}' == '%s%s' % (s, t) == ''.join([s, t]) == s + t",
                "True",
            );
            session.check(
                "s < t, s == t",
                format!("({}, {})", truth(s < t), truth(s == t)),
            );
            session.check("s * 3", repr(&s.repeat(3)));
            session.check("s[::-1]", repr(&s.iter().rev().copied().collect::<Text>()));
            session.check("list(s) == [s[i] for i in range(len(s))]", "True");
            session.check(
                format!("s[{start}:{stop}] == ''.join(list(s)[{start}:{stop}])"),
                "True",
            );
            let result = if *step == 0 { "ValueError" } else { "True" };
            let slice = format!("{start}:{stop}:{step}");
            session.check(format!("s[{slice}] == ''.join(list(s)[{slice}])"), result);
            session.check("s.split()", list(&words(s)));
            session.check("s.strip(), s.strip(t)", {
                let set = if t.is_empty() { &[] } else { &t[..] };
                format!("({}, {})", repr(trim(s, &[' '])), repr(trim(s, set)))
            });
            session.check(
                "s.encode().decode() == s == eval(repr(s)) == eval(ascii(s))",
                "True",
            );
            session.check("hash(s) == hash(s[:5] + s[5:])", "True");
            session.check("{s: 1}.get(''.join(list(s)))", "1");
            let width = s.len() + 4;
            session.check(format!("s.ljust({width}, '中') == s + '中' * 4"), "True");
            session.check(format!("s.rjust({width}) == f'{{s:>{width}}}'"), "True");
        }
    });
}
