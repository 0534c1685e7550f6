//! Which exceptions a report shows behind which: causes, contexts and the members of groups.
//!
//! An exception may be reachable in several ways, and is shown with what it is chained to only once. Which
//! place that is follows the order in which CPython collects them: an exception's cause and context count as
//! shown as soon as they are met, then the members of groups are gone into, the last one first, before the
//! cause and the context.
//!
//! Invariant: links lead to later nodes only, so they never form a ring.
#![forbid(unsafe_code)]

use crate::object::{Builtin, Thread, Value};
use rustc_hash::FxHashSet;
use std::sync::atomic::Ordering::Relaxed;

const CAUSE: &str = "The above exception was the direct cause of the following exception:";
const CONTEXT: &str = "During handling of the above exception, another exception occurred:";

/// One place of an exception in the report.
pub struct Node {
    /// The exception.
    pub exception: Value,
    /// What is shown before it, and the line between the two.
    pub before: Option<(usize, &'static str)>,
    /// The members, if it is a group.
    pub members: Vec<usize>,
}

/// The nodes of a report; the first one is the exception itself.
pub fn collect(thread: &Thread, exception: &Value) -> Vec<Node> {
    let mut nodes = vec![node(exception)];
    let mut met = FxHashSet::default();
    met.insert(exception.word());
    let mut waiting = vec![0];
    while let Some(at) = waiting.pop() {
        let exception = nodes[at].exception.clone();
        let Some(payload) = exception.as_exception() else {
            continue;
        };
        let chained = [
            (payload.cause.load(), CAUSE),
            (payload.context.load(), CONTEXT),
        ];
        for (other, text) in chained {
            let suppressed = text == CONTEXT && payload.suppress_context.load(Relaxed);
            let Some(other) = other.filter(|other| !other.is_none() && !suppressed) else {
                continue;
            };
            if met.insert(other.word()) {
                nodes.push(node(&other));
                nodes[at].before = Some((nodes.len() - 1, text));
                waiting.push(nodes.len() - 1);
                break;
            }
        }
        let class = thread.class_of(&exception);
        if !class.is_subclass_of(Builtin::BaseExceptionGroup.class()) {
            continue;
        }
        let members = payload.fields.get(1).and_then(|slot| slot.load());
        for member in members.as_ref().and_then(Value::as_tuple).unwrap_or(&[]) {
            met.insert(member.word());
            nodes.push(node(member));
            let place = nodes.len() - 1;
            nodes[at].members.push(place);
            waiting.push(place);
        }
    }
    nodes
}

fn node(exception: &Value) -> Node {
    Node {
        exception: exception.clone(),
        before: None,
        members: Vec::new(),
    }
}
