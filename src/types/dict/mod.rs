//! `dict`.
#![forbid(unsafe_code)]

mod iter;
mod methods;
mod update;
mod value;
mod view;

#[cfg(test)]
mod tests;

pub use iter::{
    ITEM_CLASS as ITEM_ITERATOR, KEY_CLASS as KEY_ITERATOR,
    REVERSE_ITEM_CLASS as REVERSE_ITEM_ITERATOR, REVERSE_KEY_CLASS as REVERSE_KEY_ITERATOR,
    REVERSE_VALUE_CLASS as REVERSE_VALUE_ITERATOR, VALUE_CLASS as VALUE_ITERATOR, reverse_iterator,
};
pub use methods::CLASS;
pub use update::{copy, iterates_plainly, update, update_from_mapping};
pub use value::{construct, fromkeys, rich_compare, set_or_delete};
pub use view::{View, new_view};
