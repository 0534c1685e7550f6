//! Random object graphs with finalisers, resurrection and weak references against a model that counts references and marks.
//!
//! A node refers to others, strongly or weakly; roots are the script's. What dies by its count dies at once, the rest at a full collection: then
//! weak references to it end, finalisers run, and what they keep lives on with all behind it. Each comparison covers which nodes exist, which
//! finalisers and callbacks have run, where every weak reference leads, and every count.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;

use crate::{Session, run_model};

/// Node classes: how references are held, and what the finaliser does. The last letter: `P`lain, `F`inaliser, `R`esurrects itself.
const PRELUDE: &str = "\
import gc, sys
from weakref import ref
gc.disable()
log, kept, root, weak, fired = [], {}, {}, {}, []
class Finaliser:
    __slots__ = ()
    def __del__(self):
        log.append(self.id)
class Phoenix:
    __slots__ = ()
    def __del__(self):
        log.append(self.id)
        kept[self.id] = self
class Attributes:
    def __init__(self, id):
        self.id = id
        self.refs = []
    def add(self, other):
        self.refs.append(other)
    def drop(self, i):
        self.refs.pop(i)
class Slots:
    __slots__ = ('id', 'refs', '__weakref__')
    __init__, add, drop = Attributes.__init__, Attributes.add, Attributes.drop
class Items(list):
    def __init__(self, id):
        self.id = id
    def add(self, other):
        self.append(other)
    def drop(self, i):
        self.pop(i)
class Keys(dict):
    __slots__ = ('id', 'next', '__weakref__')
    def __init__(self, id):
        self.id, self.next = id, 0
    def add(self, other):
        self[self.next] = other
        self.next += 1
    def drop(self, i):
        del self[list(self)[i]]
class Closure:
    def __init__(self, id):
        refs = self_refs = []
        self.id = id
        self.refs = lambda: refs
    def add(self, other):
        self.refs().append(other)
    def drop(self, i):
        self.refs().pop(i)
class Suspended:
    def __init__(self, id):
        self.id = id
        def hold():
            refs = []
            while True:
                yield refs
        self.refs = hold()
    def add(self, other):
        next(self.refs).append(other)
    def drop(self, i):
        next(self.refs).pop(i)
classes = []
for base in Attributes, Slots, Items, Keys, Closure, Suspended:
    for extra in (), (Finaliser,), (Phoenix,):
        body = {'__slots__': ()} if base in (Slots, Keys) else {}
        classes.append(type(base.__name__ + str(len(extra)), extra + (base,), body))
def nodes():
    return sorted(x.id for x in gc.get_objects() if type(x) in classes)
def counts():
    return [sys.getrefcount(root[i]) for i in sorted(root)]
def watch(number, node):
    weak[number] = ref(node, lambda _: fired.append(number))
def leads():
    return [-1 if node is None else node.id for node in (weak[i]() for i in sorted(weak))]
root[-1] = classes[0](-1)
base = counts()[0] - 1
del root[-1]
";

const KINDS: usize = 6;

#[derive(Clone, Debug)]
enum Operation {
    Make(usize),
    Link(usize, usize),
    /// The first node holds a weak reference to the second.
    LinkWeakly(usize, usize),
    Unlink(usize, usize),
    /// The script holds a weak reference to a node, with a callback or without.
    Watch(usize, bool),
    Unwatch(usize),
    Forget(usize),
    Release(usize),
    Collect,
    Young(u8),
}

fn operation() -> impl Strategy<Value = Operation> {
    let n = || 0usize..1000;
    prop_oneof![
        6 => n().prop_map(Operation::Make),
        8 => (n(), n()).prop_map(|(a, b)| Operation::Link(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Operation::LinkWeakly(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Operation::Unlink(a, b)),
        4 => (n(), any::<bool>()).prop_map(|(a, callback)| Operation::Watch(a, callback)),
        1 => n().prop_map(Operation::Unwatch),
        4 => n().prop_map(Operation::Forget),
        1 => n().prop_map(Operation::Release),
        1 => Just(Operation::Collect),
        2 => (0u8..2).prop_map(Operation::Young),
    ]
}

#[derive(Clone, Copy, PartialEq)]
enum Ending {
    Plain,
    Finaliser,
    Resurrects,
}

struct Node {
    ending: Ending,
    /// What it refers to; `None` is a weak reference, which keeps nothing.
    refs: Vec<Option<usize>>,
    count: usize,
    finalised: bool,
}

/// A weak reference of the script.
struct Watch {
    target: Option<usize>,
    callback: bool,
}

#[derive(Default)]
struct Model {
    nodes: BTreeMap<usize, Node>,
    root: BTreeSet<usize>,
    kept: BTreeSet<usize>,
    log: Vec<usize>,
    weak: BTreeMap<usize, Watch>,
    watches: usize,
    fired: Vec<usize>,
}

impl Model {
    /// Takes one reference away; what has none left dies.
    fn release(&mut self, id: usize) {
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let Some(node) = self.nodes.get_mut(&id) else {
                continue;
            };
            node.count -= 1;
            if node.count > 0 || self.finalise(id) {
                continue;
            }
            self.end_watches(id);
            if let Some(node) = self.nodes.remove(&id) {
                open.extend(node.refs.into_iter().flatten());
            }
        }
    }

    /// Ends the weak references to a node.
    fn end_watches(&mut self, id: usize) {
        for (&number, watch) in &mut self.weak {
            if watch.target == Some(id) {
                watch.target = None;
                if watch.callback {
                    self.fired.push(number);
                }
            }
        }
    }

    /// Runs the finaliser, if there is one that has not run; whether the node lives on.
    fn finalise(&mut self, id: usize) -> bool {
        let Some(node) = self.nodes.get_mut(&id) else {
            return false;
        };
        if node.ending == Ending::Plain || node.finalised {
            return false;
        }
        node.finalised = true;
        self.log.push(id);
        let resurrects = node.ending == Ending::Resurrects;
        if resurrects && self.kept.insert(id) {
            node.count += 1;
        }
        resurrects
    }

    fn unreachable(&self) -> Vec<usize> {
        let mut reached: BTreeSet<usize> = BTreeSet::new();
        let mut open: Vec<usize> = self.root.iter().chain(&self.kept).copied().collect();
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                open.extend(self.nodes[&id].refs.iter().flatten());
            }
        }
        let all = self.nodes.keys().copied();
        all.filter(|id| !reached.contains(id)).collect()
    }

    fn collect(&mut self) {
        let unreachable = self.unreachable();
        for &id in &unreachable {
            self.end_watches(id);
        }
        for id in unreachable {
            self.finalise(id);
        }
        let dead = self.unreachable();
        let dead: Vec<Node> = dead.iter().filter_map(|id| self.nodes.remove(id)).collect();
        for id in dead.iter().flat_map(|node| node.refs.iter().flatten()) {
            if let Some(node) = self.nodes.get_mut(id) {
                node.count -= 1;
            }
        }
    }

    fn compare(&mut self, session: &mut Session) {
        let list = |ids: &mut dyn Iterator<Item = usize>| {
            let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
            format!("[{}]", ids.join(", "))
        };
        session.check("nodes()", list(&mut self.nodes.keys().copied()));
        self.log.sort_unstable();
        session.check("sorted(log)", list(&mut self.log.iter().copied()));
        self.fired.sort_unstable();
        session.check("sorted(fired)", list(&mut self.fired.iter().copied()));
        let leads = self.weak.values().map(|watch| match watch.target {
            Some(id) => id.to_string(),
            None => "-1".to_owned(),
        });
        let leads: Vec<String> = leads.collect();
        session.check("leads()", format!("[{}]", leads.join(", ")));
        let counts = list(&mut self.root.iter().map(|id| self.nodes[id].count));
        session.check("[n - base for n in counts()]", counts);
    }

    fn pick(&self, n: usize) -> Option<usize> {
        let n = n.checked_rem(self.root.len())?;
        self.root.iter().nth(n).copied()
    }

    fn apply(&mut self, operation: &Operation, resurrection: bool, session: &mut Session) {
        match *operation {
            Operation::Make(kind) => {
                let endings = if resurrection { 3 } else { 2 };
                let (kind, ending) = (kind % KINDS, kind / KINDS % endings);
                let id = self
                    .nodes
                    .keys()
                    .chain(&self.log)
                    .max()
                    .map_or(0, |id| id + 1);
                let node = Node {
                    ending: [Ending::Plain, Ending::Finaliser, Ending::Resurrects][ending],
                    refs: Vec::new(),
                    count: 1,
                    finalised: false,
                };
                self.nodes.insert(id, node);
                self.root.insert(id);
                session.run(format!("root[{id}] = classes[{}]({id})", kind * 3 + ending));
            }
            Operation::Link(a, b) => {
                let (Some(a), Some(b)) = (self.pick(a), self.pick(b)) else {
                    return;
                };
                if let Some(node) = self.nodes.get_mut(&a) {
                    node.refs.push(Some(b));
                }
                if let Some(node) = self.nodes.get_mut(&b) {
                    node.count += 1;
                }
                session.run(format!("root[{a}].add(root[{b}])"));
            }
            Operation::LinkWeakly(a, b) => {
                let (Some(a), Some(b)) = (self.pick(a), self.pick(b)) else {
                    return;
                };
                if let Some(node) = self.nodes.get_mut(&a) {
                    node.refs.push(None);
                }
                session.run(format!("root[{a}].add(ref(root[{b}]))"));
            }
            Operation::Watch(a, callback) => {
                let Some(a) = self.pick(a) else { return };
                let (number, target) = (self.watches, Some(a));
                self.watches += 1;
                self.weak.insert(number, Watch { target, callback });
                session.run(if callback {
                    format!("watch({number}, root[{a}])")
                } else {
                    format!("weak[{number}] = ref(root[{a}])")
                });
            }
            Operation::Unwatch(i) => {
                let Some(i) = i.checked_rem(self.weak.len()) else {
                    return;
                };
                let watch = self.weak.iter().nth(i);
                let Some((&number, &Watch { target, .. })) = watch else {
                    return;
                };
                // A young collection may have called its callback already.
                if target.is_some_and(|id| self.unreachable().contains(&id)) {
                    return;
                }
                self.weak.remove(&number);
                session.run(format!("del weak[{number}]"));
            }
            Operation::Unlink(a, i) => {
                let Some(a) = self.pick(a) else { return };
                let Some(node) = self.nodes.get_mut(&a) else {
                    return;
                };
                let Some(i) = i.checked_rem(node.refs.len()) else {
                    return;
                };
                let b = node.refs.remove(i);
                session.run(format!("root[{a}].drop({i})"));
                if let Some(b) = b {
                    self.release(b);
                }
            }
            Operation::Forget(a) => {
                let Some(a) = self.pick(a) else { return };
                self.root.remove(&a);
                session.run(format!("del root[{a}]"));
                self.release(a);
            }
            Operation::Release(i) => {
                let Some(i) = i.checked_rem(self.kept.len()) else {
                    return;
                };
                if let Some(id) = self.kept.iter().nth(i).copied() {
                    self.kept.remove(&id);
                    session.run(format!("del kept[{id}]"));
                    self.release(id);
                }
            }
            Operation::Collect => {
                session.run("_ = gc.collect()");
                self.collect();
                self.compare(session);
            }
            // What a young collection finds depends on ages; with resurrection, what follows would depend on that.
            Operation::Young(generation) if !resurrection => {
                session.run(format!("_ = gc.collect({generation})"));
            }
            Operation::Young(_) => {}
        }
    }
}

fn play(operations: &[Operation], resurrection: bool, session: &mut Session) {
    session.run(PRELUDE);
    let mut model = Model::default();
    for operation in operations {
        model.apply(operation, resurrection, session);
    }
    for _ in 0..2 {
        model.apply(&Operation::Collect, resurrection, session);
    }
    session.run("root.clear(); _ = gc.collect()");
    session.run("while kept: kept.clear(); _ = gc.collect()");
    session.check("nodes()", "[]");
    session.check("len(set(log)) == len(log)", "True");
    session.check("len(set(fired)) == len(fired)", "True");
    session.check("set(leads()) <= {-1}", "True");
}

#[test]
fn graphs_with_resurrection() {
    run_model(vec(operation(), 1..150), |operations, session| {
        play(operations, true, session);
    });
}

#[test]
fn graphs_and_young_collections() {
    run_model(vec(operation(), 1..400), |operations, session| {
        play(operations, false, session);
    });
}
