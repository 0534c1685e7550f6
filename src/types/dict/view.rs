//! The payload of dictionary views. It lives here because the methods of `dict` make views; what views do is in `dict_views`.

use crate::object::iters::DictIterKind;
use crate::object::{Builtin, Payload, Res, Sharing, Thread, Value};

/// A window on a dictionary.
pub struct View {
    /// The dictionary, or an instance of a subclass.
    pub dict: Value,
    /// What the view shows of it.
    pub kind: DictIterKind,
}

impl Payload for View {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.dict);
    }
}

/// `dict.keys()`, `dict.values()` or `dict.items()`
///
/// # Errors
/// MemoryError
pub fn new_view(thread: &Thread, dict: &Value, kind: DictIterKind) -> Res {
    let class = match kind {
        DictIterKind::Keys => Builtin::DictKeys,
        DictIterKind::Values => Builtin::DictValues,
        DictIterKind::Items => Builtin::DictItems,
    };
    let dict = dict.clone();
    thread.alloc(class, View { dict, kind })
}
