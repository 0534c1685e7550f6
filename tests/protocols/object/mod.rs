//! `src/object/`: counts as they stand, and what stands in for the rest.

#[path = "../../../src/object/access.rs"]
mod access;
#[path = "../../../src/object/breaker.rs"]
pub mod breaker;
#[path = "../../../src/object/header.rs"]
pub mod header;
pub mod heap;
#[path = "../../../src/object/ordered.rs"]
mod ordered;
#[path = "../../../src/object/owners.rs"]
pub mod owners;
#[path = "../../../src/object/traffic.rs"]
pub mod traffic;

use self::owners::Owners;
use crate::base::sync::Arc;
use crate::base::sync::atomic::AtomicU32;
use std::cell::Cell;

#[derive(Debug)]
pub struct Raised;
pub type Res<T> = Result<T, Raised>;
pub enum Builtin {}

/// The core of an interpreter, as far as the sources under test know it.
#[derive(Default)]
pub struct Interp {
    pub owners: Owners,
}

impl Interp {
    pub fn has_abandoned(&self) -> bool {
        false
    }
}

/// The core of a thread.
#[repr(C)]
pub struct Thread {
    pub breaker: AtomicU32,
    pub id: u16,
    pub interp: Arc<Interp>,
    pub together: Cell<bool>,
    pub comes_back_beside: Cell<bool>,
}

impl Thread {
    pub fn runs_together(&self) -> bool {
        self.together.get()
    }

    /// As a native function that holds on to nothing while it blocks.
    pub fn come_back_beside(&self) {
        self.comes_back_beside.set(true);
    }

    pub fn may_come_back_beside(&self) -> bool {
        self.comes_back_beside.replace(false) || self.runs_together()
    }

    pub fn set_amid_others(&self, _: bool) {}

    pub fn is_amid_others(&self) -> bool {
        true
    }

    pub fn leave_others(&self) {
        self.set_together(false);
    }

    pub fn set_together(&self, together: bool) {
        self.together.set(together);
    }

    pub fn leave<R>(&self, f: impl FnOnce() -> R) -> R {
        f()
    }

    pub fn with_current<R>(f: impl FnOnce(Option<&Thread>) -> R) -> R {
        f(None)
    }

    pub fn arrive(&self) {
        self.interp.owners.arrive(self.id, &self.breaker);
    }

    pub fn depart(&self) {
        for value in self.interp.owners.depart(self.id) {
            drop(value);
        }
    }
}

/// Owner ids of the running thread.
pub mod thread {
    pub use super::Thread;
    use super::header::Header;
    use super::owners::Owners;
    use crate::base::sync::Arc;
    use std::cell::{Cell, RefCell};
    use std::ptr::NonNull;

    shuttle::thread_local! {
        static CURRENT: RefCell<Option<(u16, Arc<Owners>)>> = RefCell::new(None);
    }

    /// The thread counts under this id from now on.
    pub fn attach(id: u16, owners: &Arc<Owners>) {
        CURRENT.with(|current| *current.borrow_mut() = Some((id, owners.clone())));
    }

    pub fn current_id() -> u16 {
        CURRENT.with(|current| current.borrow().as_ref().map_or(0, |(id, _)| *id))
    }

    pub fn count_sharded(_: &Header, _: i64) {
        unreachable!("no object is sharded here");
    }

    pub fn sample_contention(_: &Header) {}

    pub fn sharded_count(_: &Header) -> i64 {
        unreachable!("no object is sharded here");
    }

    pub fn give_reference_back(object: *mut Header) {
        let owners = CURRENT.with(|current| current.borrow().as_ref().map(|(_, o)| o.clone()));
        let (owners, object) = (owners.unwrap(), NonNull::new(object).unwrap());
        // SAFETY: the header is never freed here, only marked.
        unsafe { owners.give_reference_back(object) };
    }
}

pub mod value {
    use super::header::{Header, flag};
    use std::ptr::NonNull;

    /// A counted reference to an object that consists of its header.
    pub struct Value(NonNull<Header>);

    // SAFETY: the header is counted as the sources under test say.
    unsafe impl Send for Value {}

    impl Value {
        /// The first reference to a new object of the thread with this id, and its header.
        pub fn new(id: u16) -> (&'static Header, Value) {
            let header: &'static mut Header = Box::leak(Box::new(Header::new(0, id, 0)));
            let value = Value(NonNull::from(&mut *header));
            (header, value)
        }

        pub unsafe fn from_header(header: NonNull<Header>) -> Value {
            Value(header)
        }

        pub fn header(&self) -> &Header {
            // SAFETY: headers live until the end of the program.
            let header = unsafe { self.0.as_ref() };
            assert!(
                !header.has(flag::FINALIZED),
                "an object died while it was referred to"
            );
            header
        }
    }

    impl Clone for Value {
        fn clone(&self) -> Value {
            self.header().increment();
            Value(self.0)
        }
    }

    impl Drop for Value {
        fn drop(&mut self) {
            self.header();
            // SAFETY: the value owns a reference.
            unsafe { Header::decrement(self.0.as_ptr()) };
        }
    }
}
