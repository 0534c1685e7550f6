//! `collections.OrderedDict`, its views and their iterator. The order is that of the dictionary's own table; what is added is moving
//! keys, comparison by order, and iterators that notice every change of the order.
#![forbid(unsafe_code)]

mod iter;
mod methods;
mod update;
mod views;

pub use iter::ITERATOR;
pub use methods::CLASS;
pub use views::{ITEMS, KEYS, VALUES};
