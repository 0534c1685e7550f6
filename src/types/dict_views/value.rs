//! What a view shows of its dictionary.

use crate::object::iters::DictIterKind;
use crate::object::{Res, Thread, Tuple, Value};
use crate::runtime::protocol::equal;
pub use crate::types::dict::View;

/// The view that a slot or method was called on; both are called on views alone.
pub fn payload<'a>(thread: &Thread, value: &'a Value) -> Res<&'a View> {
    match value.payload::<View>() {
        Some(view) => Ok(view),
        None => Err(thread.type_error("a dictionary view is required")),
    }
}

/// The view, if it behaves like a set: keys and items do.
pub fn as_set_view(value: &Value) -> Option<&View> {
    value
        .payload::<View>()
        .filter(|view| view.kind != DictIterKind::Values)
}

impl View {
    /// How many entries the dictionary has.
    pub fn size(&self) -> usize {
        self.dict.as_dict().map_or(0, crate::object::Dict::len)
    }

    /// `item in view`, for keys and items.
    pub fn contains(&self, thread: &Thread, item: &Value) -> Res<bool> {
        let Some(dict) = self.dict.as_dict() else {
            return Ok(false);
        };
        match self.kind {
            DictIterKind::Items => {
                let Some([key, value]) = item.as_tuple() else {
                    return Ok(false);
                };
                match dict.get(thread, key)? {
                    Some(found) => equal(thread, &found, value),
                    None => Ok(false),
                }
            }
            _ => dict.contains(thread, item),
        }
    }

    /// What the view shows of an entry.
    pub fn give(&self, thread: &Thread, key: Value, value: Value) -> Res {
        match self.kind {
            DictIterKind::Keys => Ok(key),
            DictIterKind::Values => Ok(value),
            DictIterKind::Items => Tuple::pair(thread, key, value),
        }
    }
}
