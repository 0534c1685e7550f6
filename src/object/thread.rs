//! The core of a thread and of an interpreter: identity, eval breaker, the exception in flight, heap, shapes, names, cells.
//!
//! What the upper layers keep per thread and per interpreter wraps these structs (`runtime::state`). **Invariant**: while a
//! thread is attached, `CURRENT_ID` is its id and `current()` its core; references are counted under that id.

use super::builtin::Builtin;
use super::cells::Cells;
use super::header::{Header, flag};
use super::heap::{Heap, Nursery};
use super::intern::InternTable;
use super::purpose::Purpose;
use super::shape::ShapeTable;
use super::traffic::{Traffic, Transfer};
use super::value::Value;
use std::cell::{Cell, RefCell};
use std::ptr::{NonNull, null};
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering::*};

/// An exception is in flight: it is in the thread ([`Thread::take_raised`]).
#[derive(Debug, PartialEq, Eq)]
pub struct Raised(());

/// The result of everything that can raise.
pub type Res<T = Value> = Result<T, Raised>;

const _: () = assert!(size_of::<Raised>() == 0);

thread_local! {
    static CURRENT_ID: Cell<u16> = const { Cell::new(0) };
    static CURRENT: Cell<*const Thread> = const { Cell::new(null()) };
    static NESTING: Cell<u32> = const { Cell::new(0) };
    static UNTIL_SAMPLE: Cell<u32> = const { Cell::new(0) };
    static PENDING: RefCell<Vec<NonNull<Header>>> = const { RefCell::new(Vec::new()) };
}

/// The owner id under which this native thread counts references.
#[inline(always)]
pub(super) fn current_id() -> u16 {
    CURRENT_ID.get()
}

#[inline(always)]
pub(super) fn nesting() -> u32 {
    NESTING.get()
}

#[inline(always)]
pub(super) fn set_nesting(n: u32) {
    NESTING.set(n);
}

#[inline(always)]
pub(super) fn has_pending() -> bool {
    PENDING.with(|list| !list.borrow().is_empty())
}

#[cold]
pub(super) fn push_pending(object: *mut Header) {
    if let Some(object) = NonNull::new(object) {
        PENDING.with(|list| list.borrow_mut().push(object));
    }
}

pub(super) fn pop_pending() -> Option<*mut Header> {
    PENDING
        .with(|list| list.borrow_mut().pop())
        .map(NonNull::as_ptr)
}

/// A bit of the nesting: this native thread runs together with others of its interpreter.
pub(super) const TOGETHER: u32 = 1 << 31;

/// Whether this native thread runs together with others of its interpreter; else it is alone, or attached to none.
#[inline(always)]
pub(super) fn runs_together() -> bool {
    nesting() & TOGETHER != 0
}

/// Who is attached to what, put back when it goes.
struct Attached(u16, *const Thread);

impl Attached {
    /// Replaces the attachment of this native thread.
    fn replace(id: u16, thread: *const Thread) -> Attached {
        Attached(CURRENT_ID.replace(id), CURRENT.replace(thread))
    }
}

impl Drop for Attached {
    fn drop(&mut self) {
        CURRENT_ID.set(self.0);
        CURRENT.set(self.1);
    }
}

/// Runs `f` as if this native thread were attached to no interpreter.
fn detached<R>(f: impl FnOnce() -> R) -> R {
    let _attached = Attached::replace(0, null());
    f()
}

/// Runs `f` with an owner id and no thread.
#[cfg(test)]
pub(super) fn with_id<R>(id: u16, f: impl FnOnce() -> R) -> R {
    let _attached = Attached::replace(id, null());
    f()
}

/// Sets bits of the eval breaker of the thread that is attached here.
#[cold]
pub(super) fn request(bits: u32) {
    Thread::with_current(|thread| {
        if let Some(thread) = thread {
            thread.breaker.fetch_or(bits, Release);
        }
    });
}

/// Gives back a reference that the object's owner, another thread, may have counted. What is left when an interpreter is torn down goes with its heap.
#[cold]
pub(super) fn give_reference_back(object: *mut Header) {
    Thread::with_current(|thread| {
        if let (Some(thread), Some(object)) = (thread, NonNull::new(object)) {
            thread.traffic.add(Transfer::GivenBack, 1);
            // SAFETY: `decrement_shared`, the only caller, has set the mark for the reference that it was given.
            unsafe { thread.interp.owners.give_reference_back(object) };
        }
    });
}

/// Counts references to a sharded object. What is left when an interpreter is torn down goes with its heap.
pub(super) fn count_sharded(header: &Header, change: i64) {
    Thread::with_current(|thread| {
        if let Some(thread) = thread {
            // SAFETY: the attached thread is present under its id.
            unsafe { thread.table.add(super::sharded::index_of(header), change) };
        }
    });
}

/// How many times [`Thread::is_one_of_many`] answers false in between.
const SAMPLED: u32 = 64;

/// Notes now and then which objects of others this thread refers to.
#[inline]
pub(super) fn sample_contention(header: &Header) {
    if Thread::is_one_of_many() {
        Thread::with_current(|thread| {
            if let Some(thread) = thread {
                thread.ask_to_count_apart(header);
            }
        });
    }
}

/// Gives `f` what the thread attached here may allocate of this heap without asking; None if it is another one's.
pub(super) fn with_credit<R>(heap: &Heap, f: impl FnOnce(Option<&Cell<usize>>) -> R) -> R {
    Thread::with_current(|thread| {
        let thread = thread.filter(|thread| std::ptr::eq(thread.interp.heap.as_ref(), heap));
        f(thread.map(|thread| &thread.credit))
    })
}

/// Counts a cell that the thread attached here has freed for another one.
pub(super) fn count_freed() {
    Thread::with_current(|thread| {
        if let Some(thread) = thread {
            thread.traffic.add(Transfer::Freed, 1);
        }
    });
}

/// All references to a sharded object; the thread is alone.
pub(super) fn sharded_count(header: &Header) -> i64 {
    Thread::with_current(|thread| thread.map_or(1, |thread| thread.interp.sharded.count(header)))
}

/// What the upper layers do for the object layer.
pub struct Hooks {
    /// Runs the finaliser of an object that has one; the object may be referenced again afterwards.
    pub finalize: fn(&Thread, &Value),
    /// Creates an exception of a built-in class with one message.
    pub new_exception: fn(&Thread, Builtin, &str) -> Value,
    /// `hash(value)`
    pub hash: fn(&Thread, &Value) -> Res<i64>,
    /// Calls the callback of a weak reference whose target has died; what it raises is reported and goes no further.
    pub weak_callback: fn(&Thread, &Value, &Value),
    /// `a == b` for two values that are not identical.
    pub equal: fn(&Thread, &Value, &Value) -> Res<bool>,
    /// Empties the inline caches of a code object, while no thread runs code; other objects are left alone.
    pub empty_caches: fn(&Value),
    /// Waits until no other thread of the interpreter runs, for this purpose.
    pub alone: fn(&Thread, Purpose<'_>),
    /// Counts that the thread, which is alone, shares an object with others.
    pub shared: fn(&Thread, &Header, Transfer),
    /// Writes text to `sys.stderr`.
    pub write_error: fn(&Thread, &str),
}

static HOOKS: OnceLock<Hooks> = OnceLock::new();

/// The registered hooks.
pub(super) fn hooks() -> Option<&'static Hooks> {
    HOOKS.get()
}

/// Registers the upper layers' hooks; the first registration stays.
pub fn set_hooks(hooks: Hooks) {
    let _ = HOOKS.set(hooks);
}

/// Serves weak references, the interning table and the finaliser of an object whose count is zero. False: it lives again.
///
/// # Safety
/// `this` is live and has no references.
#[cold]
#[inline(never)]
pub(super) unsafe fn before_death(this: *mut Header) -> bool {
    // SAFETY: the object stays alive during this function.
    let header = unsafe { &*this };
    let thread = CURRENT.get();
    if thread.is_null() {
        // An interpreter that is being torn down runs no script code.
        return true;
    }
    // SAFETY: set while attached; the thread outlives its attachment.
    let thread = unsafe { &*thread };
    thread.go_alone_to_destroy(Purpose::Of("destruction of", header));
    if header.has(flag::INTERNED)
        && super::layout::of_shape(header.shape()) == super::layout::core::STR
    {
        thread.interp.names.forget(this);
    }
    if header.has(flag::HAS_FINALIZER)
        && !header.has(flag::FINALIZED)
        && let Some(hooks) = HOOKS.get()
    {
        header.set(flag::FINALIZED);
        header.revive();
        let _inside = thread.inside_destruction();
        // SAFETY: `revive` gave the object one reference, which `object` now owns.
        let object = unsafe { Value::from_word(this as u64) };
        thread.run_finalizer(hooks, &object);
        if header.reference_count() > 1 {
            return false;
        }
        // The reference is taken back: the object goes on dying, with a count of zero, by which walks of the heap know it.
        std::mem::forget(object);
        header.expire();
    }
    if header.has(flag::HAS_WEAKREFS) {
        let _inside = thread.inside_destruction();
        let mut due = Vec::new();
        // SAFETY: the object's memory is given back after this function.
        unsafe { thread.clear_weak(this, &mut due) };
        thread.call_weak_callbacks(due);
    }
    true
}

/// Waits until no other thread of the interpreter runs, in the midst of a destruction.
#[cold]
pub(super) fn go_alone_to_destroy(header: &Header) {
    Thread::with_current(|thread| {
        if let Some(thread) = thread {
            thread.go_alone_to_destroy(Purpose::Of("destruction of", header));
        }
    });
}

/// See [`Thread::inside_destruction`].
struct InsideDestruction<'t>(&'t AtomicU32);

impl Drop for InsideDestruction<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, AcqRel);
    }
}

/// The core of an interpreter.
pub struct Interp {
    /// Hidden classes.
    pub shapes: ShapeTable,
    /// Names interned at run time.
    pub names: InternTable,
    /// Weak references by target.
    pub(super) weak: super::weak::WeakTable,
    /// Cells of namespaces and resolved class attributes.
    pub cells: Cells,
    /// Where attributes lie, for polymorphic instructions.
    pub attributes: super::attribute_cache::AttributeCache,
    /// Method cache, and what is kept about static classes.
    pub classes: super::lookup::ClassState,
    /// Which threads count the references of which objects.
    pub owners: super::owners::Owners,
    /// Objects whose references each thread counts by itself.
    pub(super) sharded: super::sharded::Sharded,
    /// References that hosts gave up while they were not attached.
    abandoned: crate::base::sync::Mutex<Vec<Value>>,
    /// Changes when a name's resolution in a namespace may have changed.
    pub namespace_version: AtomicU32,
    /// Names that inline caches found among the built-ins, by address.
    hidden_names: crate::base::sync::Mutex<rustc_hash::FxHashSet<u64>>,
    /// The cycle collector.
    pub collector: super::gc::Collector,
    /// The keys of string hashing.
    pub hash_key: crate::base::hash::Key,
    /// Serial numbers in place of addresses.
    pub identities: super::identity::Identities,
    /// Identifies the interpreter within the process.
    pub serial: u64,
    /// How many times script code is running while objects around it are half destroyed.
    destructions: AtomicU32,
    /// Where its objects live; dropped last.
    pub heap: Box<Heap>,
}

impl Drop for Interp {
    /// The objects go with the heap, wherever this native thread is attached: nothing here may be counted as if it belonged there.
    fn drop(&mut self) {
        detached(|| {
            drop(std::mem::take(self.abandoned.get_mut()));
            self.cells.clear();
            self.attributes.clear();
            self.classes.clear();
            drop(self.collector.garbage.take());
            // SAFETY: the interpreter is gone, and with it all who could use its objects.
            unsafe { self.heap.drop_survivors(&self.shapes) };
        });
    }
}

static SERIALS: AtomicU64 = AtomicU64::new(1);

impl Interp {
    /// A new interpreter core that may use `limit` bytes.
    pub fn new(limit: usize, hash_key: crate::base::hash::Key) -> Arc<Interp> {
        Arc::new(Interp {
            heap: Heap::new(limit),
            shapes: ShapeTable::new(),
            names: InternTable::new(),
            weak: super::weak::WeakTable::default(),
            cells: Cells::new(),
            attributes: super::attribute_cache::AttributeCache::default(),
            classes: super::lookup::ClassState::default(),
            owners: super::owners::Owners::default(),
            sharded: super::sharded::Sharded::default(),
            abandoned: crate::base::sync::Mutex::new(Vec::new()),
            namespace_version: AtomicU32::new(1),
            hidden_names: crate::base::sync::Mutex::new(rustc_hash::FxHashSet::default()),
            collector: super::gc::Collector::default(),
            hash_key,
            identities: super::identity::Identities::default(),
            serial: SERIALS.fetch_add(1, Relaxed),
            destructions: AtomicU32::new(0),
        })
    }

    /// Frees the shapes of dead classes, unless a collection runs inside the destruction of objects that may have such shapes.
    ///
    /// # Safety
    /// A full collection has just ended: no live object is of a dead class. No thread runs code.
    pub(super) unsafe fn free_shapes(&self) {
        if self.destructions.load(Acquire) > 0 || has_pending() || nesting() > 0 {
            return;
        }
        // SAFETY: the caller's promise; objects in destruction, and those that wait for it, would have been noticed above: other threads stop
        // in script code only.
        if unsafe { self.shapes.free_dead() } {
            self.attributes.clear();
            if let Some(hooks) = hooks() {
                self.heap.walk_objects(&mut |header| {
                    let word = header as *const Header as u64;
                    // SAFETY: the walk shows live objects.
                    (hooks.empty_caches)(unsafe { Value::borrow_word(&raw const word) });
                });
            }
            // SAFETY: both kinds of caches are empty.
            unsafe { self.shapes.recycle() };
        }
    }

    /// Notes that a cache relies on namespaces not having `name` (interned).
    pub(super) fn watch_name(&self, name: &Value) {
        self.hidden_names.lock().insert(name.word());
    }

    /// A watched namespace gets a new key.
    pub(super) fn new_name(&self, key: &Value) {
        if !super::intern::is_interned(key) || self.hidden_names.lock().contains(&key.word()) {
            self.namespaces_changed();
        }
    }

    /// Keeps a reference until an attached thread drops it.
    pub fn abandon(&self, value: Value) {
        self.abandoned.lock().push(value);
    }

    /// Whether there are abandoned references.
    pub fn has_abandoned(&self) -> bool {
        !self.abandoned.lock().is_empty()
    }

    /// Drops the references that were abandoned; called by an attached thread.
    pub fn drop_abandoned(&self) {
        let values = std::mem::take(&mut *self.abandoned.lock());
        drop(values);
    }

    /// Makes every cached resolution of a global name stale.
    pub fn namespaces_changed(&self) {
        self.namespace_version.fetch_add(1, Release);
    }
}

// SAFETY: the heap is touched by attached threads only, which run alone or keep to its rules; everything else synchronises itself.
unsafe impl Send for Interp {}
// SAFETY: as above.
unsafe impl Sync for Interp {}

/// References that a thread will drop when it comes to it. Those it ends with are the heap's to free.
#[derive(Default)]
pub(super) struct PutAside(pub(super) Vec<Value>);

impl PutAside {
    pub(super) fn into_values(mut self) -> Vec<Value> {
        std::mem::take(&mut self.0)
    }
}

impl Drop for PutAside {
    fn drop(&mut self) {
        self.0.drain(..).for_each(std::mem::forget);
    }
}

/// The core of a thread that is, or can be, attached to an interpreter.
#[repr(C)]
pub struct Thread {
    /// Pending events, see [`breaker`]; other threads set bits.
    pub breaker: AtomicU32,
    id: u16,
    /// Other threads of the interpreter may be running.
    together: Cell<bool>,
    /// They were, or were from the beginning, so that they will be again, though it may be alone now.
    amid_others: Cell<bool>,
    /// References to sharded objects that were counted under `id`.
    table: Arc<super::sharded::Table>,
    /// The interpreter that the thread belongs to.
    pub interp: Arc<Interp>,
    /// What it has had to do about objects that others use as well.
    pub traffic: Arc<Traffic>,
    /// What the thread allocates from, in the interpreter's heap.
    pub(super) nursery: NonNull<Nursery>,
    /// Bytes that the heap has accounted for, and that this thread has not allocated yet.
    credit: Cell<usize>,
    /// See [`Thread::ask_to_count_apart`].
    pub(super) hot: Cell<PutAside>,
    /// See [`Thread::keep`].
    kept: Cell<PutAside>,
    /// See [`Thread::mark_direct`].
    pub(super) direct: Cell<u64>,
    /// See [`Thread::staying`].
    pub(super) stays: Cell<bool>,
    /// See [`Thread::coming_back_beside`].
    pub(super) comes_back_beside: Cell<bool>,
    raised: Cell<Option<Value>>,
    /// Native stack pointers below this address mean that the stack is nearly used up.
    stack_limit: AtomicUsize,
}

impl Thread {
    /// The core of a new thread of `interp`.
    pub fn new(interp: Arc<Interp>, id: u16) -> Thread {
        Thread {
            breaker: AtomicU32::new(0),
            id,
            nursery: interp.heap.nursery(id),
            together: Cell::new(false),
            credit: Cell::new(0),
            hot: Cell::default(),
            kept: Cell::default(),
            amid_others: Cell::new(false),
            comes_back_beside: Cell::new(false),
            direct: Cell::new(0),
            stays: Cell::new(false),
            table: interp.sharded.table(id),
            interp,
            traffic: Arc::default(),
            raised: Cell::new(None),
            stack_limit: AtomicUsize::new(0),
        }
    }

    /// The owner id of the objects that this thread makes.
    pub fn id(&self) -> u16 {
        self.id
    }

    /// Whether other threads of the interpreter may be running, as in the dispatch loop without a lock.
    #[inline(always)]
    pub fn runs_together(&self) -> bool {
        self.together.get()
    }

    /// Notes that others may be running from now on, or no longer. Called by the native thread that this is the core of.
    pub fn set_together(&self, together: bool) {
        self.together.set(together);
        if together {
            self.amid_others.set(true);
        }
        set_nesting(nesting() & !TOGETHER | if together { TOGETHER } else { 0 });
    }

    /// Notes that the thread begins to wait.
    pub fn leave_others(&self) {
        self.set_together(false);
        self.interp.heap.settle(&self.credit);
    }

    /// Notes whether the thread has others beside it that may run, though it may be alone now.
    pub fn set_amid_others(&self, amid: bool) {
        self.amid_others.set(amid);
    }

    /// Whether others run, or are likely to again when this thread is alone no longer.
    #[inline(always)]
    pub fn is_amid_others(&self) -> bool {
        self.amid_others.get()
    }

    /// Waits until no other thread of the interpreter runs, for the instruction that is being executed.
    #[inline(always)]
    pub fn go_alone(&self) {
        if self.runs_together() {
            self.wait_for_instruction();
        }
    }

    /// [`Thread::go_alone`], for this purpose.
    #[inline(always)]
    pub fn go_alone_for(&self, purpose: Purpose<'_>) {
        if self.runs_together() {
            self.wait_until_alone(purpose);
        }
    }

    /// Passes nothing, so that the loop, which has some ninety places that go alone, needs no room for a purpose at each.
    #[cold]
    #[inline(never)]
    fn wait_for_instruction(&self) {
        self.wait_until_alone(Purpose::Instruction);
    }

    #[cold]
    #[inline(never)]
    fn wait_until_alone(&self, purpose: Purpose<'_>) {
        if let Some(hooks) = hooks() {
            (hooks.alone)(self, purpose);
        }
    }

    /// Counts that the thread, which is alone, shares an object with others.
    #[cold]
    pub fn note_shared(&self, header: &Header, how: Transfer) {
        self.traffic.add(how, 1);
        if let Some(hooks) = hooks() {
            (hooks.shared)(self, header, how);
        }
    }

    /// True now and then: for what is not worth its cost each time.
    #[inline(always)]
    pub fn is_one_of_many() -> bool {
        let left = UNTIL_SAMPLE.get();
        UNTIL_SAMPLE.set(if left == 0 { SAMPLED } else { left - 1 });
        left == 0
    }

    /// Keeps a value until the thread runs together with others again: a class that code goes on to use after it has waited, while others may give its last
    /// object another one.
    pub(super) fn keep(&self, value: Value) {
        let mut kept = self.kept.take();
        kept.0.push(value);
        self.kept.set(kept);
    }

    /// Drops what was kept.
    pub fn drop_kept(&self) {
        drop(self.kept.take().into_values());
    }

    /// Counts references from now on: see [`super::owners`].
    pub fn arrive(&self) {
        self.interp.owners.arrive(self.id, &self.breaker);
    }

    /// Counts no references until it arrives again.
    pub fn depart(&self) {
        for value in self.interp.owners.depart(self.id) {
            self.traffic.add(Transfer::Merged, 1);
            self.interp.abandon(value);
        }
    }

    /// Drops the references that other threads gave back to this one.
    pub fn drop_returned(&self) {
        let returned = self.interp.owners.take_returned(self.id);
        self.traffic.add(Transfer::Merged, returned.len());
        drop(returned);
    }

    /// Runs `f` with this thread as the native thread's attached one.
    pub fn enter<R>(&self, f: impl FnOnce() -> R) -> R {
        let _attached = Attached::replace(self.id, self);
        f()
    }

    /// Leaves the attachment for the time of `f` (which must not touch objects of the interpreter).
    pub fn leave<R>(&self, f: impl FnOnce() -> R) -> R {
        detached(f)
    }

    /// The core that this native thread is attached with.
    pub fn with_current<R>(f: impl FnOnce(Option<&Thread>) -> R) -> R {
        let current = CURRENT.get();
        // SAFETY: set by `enter` for as long as the borrow of the thread lasts.
        f(if current.is_null() {
            None
        } else {
            Some(unsafe { &*current })
        })
    }

    /// [`Thread::go_alone_for`], where objects may be half destroyed.
    pub fn go_alone_to_destroy(&self, purpose: Purpose<'_>) {
        if self.runs_together() {
            let _inside = self.inside_destruction();
            self.wait_until_alone(purpose);
        }
    }

    /// Until the guard is dropped, shapes stay: script code runs while objects are half destroyed.
    fn inside_destruction(&self) -> InsideDestruction<'_> {
        self.interp.destructions.fetch_add(1, AcqRel);
        InsideDestruction(&self.interp.destructions)
    }

    /// Runs a finaliser; the exception in flight stays as it is.
    pub(super) fn run_finalizer(&self, hooks: &Hooks, object: &Value) {
        let raised = self.raised.take();
        (hooks.finalize)(self, object);
        self.raised.set(raised);
    }

    /// Calls the callbacks of weak references whose targets have died.
    pub(super) fn call_weak_callbacks(&self, due: Vec<super::weak::DueCallback>) {
        if due.is_empty() {
            return;
        }
        let raised = self.raised.take();
        if let Some(hooks) = HOOKS.get() {
            for (callback, reference) in due {
                (hooks.weak_callback)(self, &callback, &reference);
            }
        }
        self.raised.set(raised);
    }

    /// Puts an exception in flight.
    #[inline]
    pub fn raise(&self, exception: Value) -> Raised {
        self.raised.set(Some(exception));
        Raised(())
    }

    /// Takes the exception in flight out of the thread: what a caught `Raised` stands for.
    ///
    /// # Panics
    /// Never: a missing exception would be a bug of the interpreter and is reported as a SystemError.
    pub fn take_raised(&self, _: Raised) -> Value {
        match self.raised.take() {
            Some(exception) => exception,
            None => self.new_exception(Builtin::SystemError, "error return without exception set"),
        }
    }

    /// Looks at the exception in flight.
    pub fn with_raised<R>(&self, f: impl FnOnce(Option<&Value>) -> R) -> R {
        let value = self.raised.take();
        let result = f(value.as_ref());
        self.raised.set(value);
        result
    }

    /// A new exception of a built-in class.
    pub fn new_exception(&self, class: Builtin, message: &str) -> Value {
        match HOOKS.get() {
            Some(hooks) => (hooks.new_exception)(self, class, message),
            None => Value::NONE,
        }
    }

    /// Raises a built-in exception with a message.
    #[cold]
    #[inline(never)]
    pub fn error(&self, class: Builtin, message: impl AsRef<str>) -> Raised {
        let exception = self.new_exception(class, message.as_ref());
        self.raise(exception)
    }

    /// TypeError
    #[cold]
    #[inline(never)]
    pub fn type_error(&self, message: impl AsRef<str>) -> Raised {
        self.error(Builtin::TypeError, message)
    }

    /// ValueError
    #[cold]
    #[inline(never)]
    pub fn value_error(&self, message: impl AsRef<str>) -> Raised {
        self.error(Builtin::ValueError, message)
    }

    /// OverflowError
    #[cold]
    #[inline(never)]
    pub fn overflow_error(&self, message: impl AsRef<str>) -> Raised {
        self.error(Builtin::OverflowError, message)
    }

    /// MemoryError; made without allocating much, since memory is short.
    #[cold]
    #[inline(never)]
    pub fn memory_error(&self) -> Raised {
        self.interp
            .heap
            .with_slack(|| self.error(Builtin::MemoryError, ""))
    }

    /// MemoryError unless `bytes` more may be allocated; accounts for nothing.
    pub fn check_memory(&self, bytes: usize) -> Res<()> {
        if self.interp.heap.has_room(bytes) {
            Ok(())
        } else {
            Err(self.memory_error())
        }
    }

    /// Sets the lowest address that the native stack may reach.
    pub fn set_stack_limit(&self, address: usize) {
        self.stack_limit.store(address, Relaxed);
    }

    /// Whether the native stack is nearly used up. Every native recursion asks.
    #[inline(always)]
    pub fn stack_is_low(&self) -> bool {
        let here = 0u8;
        (&raw const here as usize) < self.stack_limit.load(Relaxed)
    }

    /// RecursionError when the native stack is nearly used up; `doing` completes CPython's message (" in comparison").
    #[inline(always)]
    pub fn check_stack(&self, doing: &str) -> Res<()> {
        if self.stack_is_low() {
            Err(self.recursion_error(doing))
        } else {
            Ok(())
        }
    }

    /// RecursionError
    #[cold]
    #[inline(never)]
    pub fn recursion_error(&self, doing: &str) -> Raised {
        self.error(
            Builtin::RecursionError,
            format!("maximum recursion depth exceeded{doing}"),
        )
    }
}
