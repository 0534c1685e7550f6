//! Pickles: values that come back as they were, and streams that were changed by chance, which may raise anything but must leave the interpreter
//! whole.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::{Session, run_model};

/// A value, written as scripts write it.
fn value() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("None".to_owned()),
        any::<bool>().prop_map(|truth| crate::truth(truth).to_owned()),
        any::<i64>().prop_map(|int| format!("{int}")),
        (any::<i64>(), 0u32..200).prop_map(|(int, shift)| format!("({int} << {shift})")),
        (-300i64..70000).prop_map(|int| int.to_string()),
        any::<f64>().prop_filter_map("no NaN", |float| {
            (!float.is_nan()).then(|| format!("float('{float:e}')"))
        }),
        vec(any::<char>(), 0..8).prop_map(|chars| {
            let escapes: String = chars
                .iter()
                .map(|c| format!("\\U{:08x}", u32::from(*c)))
                .collect();
            format!("'{escapes}'")
        }),
        vec(any::<u8>(), 0..12).prop_map(|bytes| literal(&bytes)),
        vec(any::<u8>(), 0..12).prop_map(|bytes| format!("bytearray({})", literal(&bytes))),
        (any::<i32>(), any::<i32>()).prop_map(|(a, b)| format!("complex({a}, {b})")),
        Just("len".to_owned()),
        Just("Plain".to_owned()),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let items = vec(inner.clone(), 0..6);
        prop_oneof![
            items
                .clone()
                .prop_map(|items| format!("[{}]", items.join(", "))),
            items.clone().prop_map(|items| format!(
                "({}{})",
                items.join(", "),
                ",".repeat(items.len().min(1))
            )),
            vec((0i64..50, inner.clone()), 0..6).prop_map(|pairs| {
                let pairs: Vec<String> = pairs.iter().map(|(k, v)| format!("{k}: {v}")).collect();
                format!("{{{}}}", pairs.join(", "))
            }),
            vec(0i64..100, 0..8).prop_map(|items| format!("set({items:?})")),
            vec(0i64..100, 0..8).prop_map(|items| format!("frozenset({items:?})")),
            items
                .clone()
                .prop_map(|items| format!("Plain({})", items.join(", "))),
            items.prop_map(|items| format!("twice([{}])", items.join(", "))),
        ]
    })
}

/// Bytes as scripts write them.
fn literal(bytes: &[u8]) -> String {
    let escapes: String = bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect();
    format!("b'{escapes}'")
}

/// What happens to a stream.
#[derive(Clone, Debug)]
enum Change {
    Cut(u16),
    Set(u16, u8),
    Insert(u16, Vec<u8>),
    Remove(u16, u8),
    Repeat(u16, u8),
}

/// Bytes that mean something in a stream, more often than others.
fn byte() -> impl Strategy<Value = u8> {
    let opcodes = b"(.012FIJKLMNPQRSTUVXabcd}eghijl]opqrst)uGBC";
    prop_oneof![
        3 => (0..opcodes.len()).prop_map(|i| opcodes[i]),
        3 => 0x80u8..0x99,
        2 => any::<u8>(),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        1 => any::<u16>().prop_map(Change::Cut),
        4 => (any::<u16>(), byte()).prop_map(|(at, byte)| Change::Set(at, byte)),
        3 => (any::<u16>(), vec(byte(), 1..5)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        2 => (any::<u16>(), 1u8..9).prop_map(|(at, count)| Change::Remove(at, count)),
        1 => (any::<u16>(), 1u8..60).prop_map(|(at, count)| Change::Repeat(at, count)),
    ]
}

/// A change as an expression over the stream `d`.
fn applied(change: &Change) -> String {
    match change {
        Change::Cut(at) => format!("d[:{at} % (len(d) + 1)]"),
        Change::Set(at, byte) => {
            let byte = literal(&[*byte]);
            format!("(lambda i: d[:i] + {byte} + d[i + 1:])({at} % (len(d) + 1))")
        }
        Change::Insert(at, bytes) => {
            let bytes = literal(bytes);
            format!("(lambda i: d[:i] + {bytes} + d[i:])({at} % (len(d) + 1))")
        }
        Change::Remove(at, count) => {
            format!("(lambda i: d[:i] + d[i + {count}:])({at} % (len(d) + 1))")
        }
        Change::Repeat(at, count) => {
            format!(
                "(lambda i: d[:i] + d[i:i + {count}] * 3 + d[i + {count}:])({at} % (len(d) + 1))"
            )
        }
    }
}

/// What the scripts of this file begin with. `read` finds harmless objects alone.
const PRELUDE: &str = "\
import pickle

class Plain:
    def __init__(self, *items):
        for number, item in enumerate(items):
            setattr(self, f'item{number}', item)
    def __eq__(self, other):
        return type(other) is Plain and self.__dict__ == other.__dict__

def twice(items):
    return [items, items]

class File:
    def __init__(self, data):
        self.data = data
    def read(self, n):
        part, self.data = self.data[:n], self.data[n:]
        return part
    def readline(self):
        return self.read(self.data.find(b'\\n') + 1 or len(self.data))

NAMES = {'len': len, 'complex': complex, 'bytearray': bytearray, 'set': set, 'frozenset': frozenset, 'int': int,
         'list': list, 'dict': dict, 'object': object, 'type': type, 'Plain': Plain, 'getattr': getattr}

class Reader(pickle.Unpickler):
    def find_class(self, module, name):
        return NAMES[name]
    def persistent_load(self, pid):
        return pid

def read(data):
    try:
        value = Reader(File(data)).load()
    except Exception:
        return
    try:
        # What was read has to be whole: it can be shown and written.
        if len(repr(value)) < 100000:
            pickle.dumps(value)
    except Exception:
        pass
";

fn begin(session: &mut Session) {
    session.run(PRELUDE);
}

#[test]
fn values_come_back() {
    run_model(vec(value(), 1..20), |values, session| {
        begin(session);
        for value in values {
            session.run(format!("v = {value}"));
            session.check(
                "[pickle.loads(pickle.dumps(v, p)) == v for p in range(6)]",
                "[True, True, True, True, True, True]",
            );
            session.check(
                "all(pickle.dumps(pickle.loads(pickle.dumps(v, p)), p) == pickle.dumps(pickle.loads(pickle.dumps(v, p)), p) for p in range(6))",
                "True",
            );
        }
    });
}

#[test]
fn changed_streams_leave_the_interpreter_whole() {
    let cases = vec((value(), 0u8..6, vec(vec(change(), 1..4), 1..20)), 1..12);
    run_model(cases, |cases, session| {
        begin(session);
        for (value, protocol, mutants) in cases {
            session.run(format!("whole = pickle.dumps({value}, {protocol})"));
            for mutant in mutants {
                session.run("d = whole");
                for change in mutant {
                    session.run(format!("d = {}", applied(change)));
                }
                session.run("read(d)");
            }
        }
        session.check("1", "1");
    });
}

#[test]
fn arbitrary_streams_leave_the_interpreter_whole() {
    let streams = vec(vec(byte(), 0..60), 1..150);
    run_model(streams, |streams, session| {
        begin(session);
        for stream in streams {
            session.run(format!("read({})", literal(stream)));
        }
        session.check("1", "1");
    });
}
