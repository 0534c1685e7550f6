//! Layouts: which Rust payload follows an object's header, and how to drop and trace it.
//!
//! The top 8 bits of a header's shape name the layout, so that `payload::<List>()` on an instance of a script's subclass
//! of `list` is one comparison. **Invariant**: an object with layout `L` was allocated with the payload type that is
//! registered for `L`; ids are given out once per process and never change.

use super::header::Header;
use super::value::{Value, Word, word};
use std::any::TypeId;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering::*};

const _: () = assert!(size_of::<Header>() == 16);

/// What follows the header. Payloads are shared between all references, so their state sits in atomics, [`super::slot::Slot`]s
/// and locks.
pub trait Payload: Send + Sync + Sized + 'static {
    /// The fixed id of a core layout; 0 for those registered at run time.
    const LAYOUT: u8 = 0;
    /// Objects that cannot be part of a cycle are leaves, which the collector never visits.
    const LEAF: bool = false;
    /// How it can be used beside other threads.
    const SHARING: Sharing = Sharing::Alone;
    /// Whether no program can tell when the object dies, so that it may die late (in a full collection).
    fn may_die_late(&self) -> bool {
        false
    }
    /// Shows every value that the payload owns to `visit`, once per owned reference.
    ///
    /// Runs in the middle of a collection, when counts are not what they should be: it must neither clone nor drop a value, nor wait for a lock.
    /// Leaving a reference out is safe, for then nothing behind it is ever taken for garbage; showing one that is not owned is not.
    fn trace(&self, visit: &mut dyn FnMut(&Value));
    /// Whether `drop` looks into other containers, so that [`Payload::sever`] is to be called.
    const SEVERS: bool = false;
    /// Gives up what `drop` would look at in other objects. The collector calls this for every object of a cycle that it frees before it
    /// drops any of them, since their order is arbitrary.
    fn sever(&self) {}
    /// An object that may take values over when this one dies, which it knows without counting: while anything but this object refers to
    /// it, this one is no garbage. The unbound marker's word for none.
    const HAS_HEIR: bool = false;
    /// See [`Payload::HAS_HEIR`].
    fn heir(&self) -> Word {
        word::UNBOUND
    }
}

/// How objects with a payload can be used by threads that run beside others (`off`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sharing {
    /// Who uses one, or drops its last reference, is alone.
    Alone,
    /// An iterator that uses what is its own, and other objects through protocols alone: its thread may step it.
    Iterator,
    /// Every operation keeps others out of the payload for as long as it needs that, and calls nothing meanwhile; or the payload never changes.
    Guarded,
}

/// The ids of the core layouts; the rest are given out by [`id_of`].
#[allow(missing_docs)]
pub mod core {
    pub const INSTANCE: u8 = 1;
    pub const CLASS: u8 = 2;
    pub const STR: u8 = 3;
    pub const INT: u8 = 4;
    pub const FLOAT: u8 = 5;
    pub const TUPLE: u8 = 6;
    pub const LIST: u8 = 7;
    pub const DICT: u8 = 8;
    pub const SET: u8 = 9;
    pub const BYTES: u8 = 10;
    pub const EXCEPTION: u8 = 11;
    pub const FUNCTION: u8 = 12;
    pub const BUILTIN: u8 = 13;
    pub const CELL: u8 = 14;
    pub const GENERATOR: u8 = 15;
    pub const BOUND_METHOD: u8 = 16;
    pub const CODE: u8 = 17;
    pub const RANGE_ITER: u8 = 18;
    pub const LIST_ITER: u8 = 19;
    pub const TUPLE_ITER: u8 = 20;
    pub const PROPERTY: u8 = 21;
    pub const MODULE: u8 = 22;
    pub const STATIC_METHOD: u8 = 23;
    pub const CLASS_METHOD: u8 = 24;
    pub const DICT_ITER: u8 = 25;
    pub const RANGE: u8 = 26;
    pub const STR_ITER: u8 = 27;
    pub const FRAME: u8 = 28;
    pub const TRACEBACK: u8 = 29;
    pub const FIRST_DYNAMIC: u8 = 40;
}

impl LayoutInfo {
    /// Shows every value that the payload of an object owns to `visit`.
    ///
    /// # Safety
    /// `object` is live and has this layout.
    pub unsafe fn trace(&self, object: *const Header, visit: &mut dyn FnMut(&Value)) {
        // SAFETY: the caller's promise.
        unsafe { (self.trace)(object, visit) }
    }

    /// [`Payload::may_die_late`] of an object.
    ///
    /// # Safety
    /// `object` is live and has this layout.
    pub(super) unsafe fn may_die_late(&self, object: *const Header) -> bool {
        // SAFETY: the caller's promise.
        unsafe { (self.may_die_late)(object) }
    }

    pub(super) fn type_id(&self) -> TypeId {
        self.type_id
    }
}

/// Visits the references of the object at an address.
type TraceFn = unsafe fn(*const Header, &mut dyn FnMut(&Value));

/// How to drop and trace the payload of one layout.
pub struct LayoutInfo {
    type_id: TypeId,
    /// Header and payload in bytes.
    pub size: usize,
    /// Whether objects are leaves.
    pub leaf: bool,
    /// How the payload can be used beside other threads.
    pub sharing: Sharing,
    /// See [`Payload::may_die_late`].
    may_die_late: unsafe fn(*const Header) -> bool,
    /// Drops the payload in place.
    pub(super) drop: Option<unsafe fn(*mut Header)>,
    /// Visits the payload's references.
    trace: TraceFn,
    /// See [`Payload::sever`].
    pub(super) sever: Option<unsafe fn(*const Header)>,
    /// See [`Payload::heir`].
    pub(super) heir: Option<unsafe fn(*const Header) -> Word>,
}

static TABLE: [OnceLock<LayoutInfo>; 256] = [const { OnceLock::new() }; 256];
static NEXT: AtomicU8 = AtomicU8::new(core::FIRST_DYNAMIC);

/// The layout table's entry.
pub fn info(layout: u8) -> Option<&'static LayoutInfo> {
    TABLE[layout as usize].get()
}

/// Shows every value that the payload of an object owns to `visit`.
///
/// # Safety
/// The references that the payload owns do not change meanwhile.
pub(super) unsafe fn each_reference(object: &Value, visit: &mut dyn FnMut(&Value)) {
    if let Some(header) = object.header()
        && let Some(info) = info(of_shape(header.shape()))
    {
        // SAFETY: a live object, whose shape has this layout.
        unsafe { info.trace(header, visit) }
    }
}

/// A header with a payload behind it.
#[repr(C)]
pub struct Object<T> {
    pub(super) header: Header,
    pub(super) payload: T,
}

unsafe fn drop_payload<T>(header: *mut Header) {
    // SAFETY: the layout table pairs this function with objects of payload `T`; called once, at deallocation.
    unsafe { std::ptr::drop_in_place(&raw mut (*(header as *mut Object<T>)).payload) }
}

unsafe fn trace_payload<T: Payload>(header: *const Header, visit: &mut dyn FnMut(&Value)) {
    // SAFETY: as `drop_payload`; the object is alive.
    unsafe { (*(header as *const Object<T>)).payload.trace(visit) }
}

unsafe fn sever_payload<T: Payload>(header: *const Header) {
    // SAFETY: as `drop_payload`; the object is alive.
    unsafe { (*(header as *const Object<T>)).payload.sever() }
}

unsafe fn heir_of_payload<T: Payload>(header: *const Header) -> Word {
    // SAFETY: as `drop_payload`; the object is alive.
    unsafe { (*(header as *const Object<T>)).payload.heir() }
}

unsafe fn payload_may_die_late<T: Payload>(header: *const Header) -> bool {
    // SAFETY: as `drop_payload`; the object is alive.
    unsafe { (*(header as *const Object<T>)).payload.may_die_late() }
}

fn describe<T: Payload>() -> LayoutInfo {
    LayoutInfo {
        type_id: TypeId::of::<T>(),
        size: size_of::<Object<T>>(),
        leaf: T::LEAF,
        sharing: T::SHARING,
        may_die_late: payload_may_die_late::<T>,
        drop: std::mem::needs_drop::<T>().then_some(drop_payload::<T>),
        trace: trace_payload::<T>,
        sever: if T::SEVERS {
            Some(sever_payload::<T>)
        } else {
            None
        },
        heir: if T::HAS_HEIR {
            Some(heir_of_payload::<T>)
        } else {
            None
        },
    }
}

/// The layout id of a payload type, registered at first use.
///
/// # Panics
/// When a 217th payload type is registered: their number is fixed by this crate's text, not by scripts.
pub fn id_of<T: Payload>() -> u8 {
    if T::LAYOUT != 0 {
        let entry = TABLE[T::LAYOUT as usize].get_or_init(describe::<T>);
        assert!(
            entry.type_id == TypeId::of::<T>(),
            "two payload types claim one layout"
        );
        return T::LAYOUT;
    }
    let mut id = core::FIRST_DYNAMIC;
    while id < NEXT.load(Acquire) {
        if TABLE[id as usize]
            .get()
            .is_some_and(|info| info.type_id == TypeId::of::<T>())
        {
            return id;
        }
        id += 1;
    }
    register::<T>()
}

#[cold]
fn register<T: Payload>() -> u8 {
    static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _guard = LOCK.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let end = NEXT.load(Acquire);
    for id in core::FIRST_DYNAMIC..end {
        if TABLE[id as usize]
            .get()
            .is_some_and(|info| info.type_id == TypeId::of::<T>())
        {
            return id;
        }
    }
    assert!(end < 255, "layout ids are exhausted");
    TABLE[end as usize].get_or_init(describe::<T>);
    NEXT.store(end + 1, Release);
    end
}

/// The layout of a shape.
#[inline(always)]
pub const fn of_shape(shape: u32) -> u8 {
    (shape >> 24) as u8
}

/// The index of a shape in the interpreter's shape table.
#[inline(always)]
pub const fn index_of_shape(shape: u32) -> usize {
    (shape & 0xFF_FFFF) as usize
}

/// Layout and index as one shape word.
#[inline(always)]
pub const fn shape_word(layout: u8, index: u32) -> u32 {
    (layout as u32) << 24 | index
}

impl Value {
    /// The layout of a heap object, 0 for immediates.
    #[inline(always)]
    pub fn layout(&self) -> u8 {
        match self.header() {
            Some(header) => of_shape(header.shape()),
            None => 0,
        }
    }

    /// The payload, if this is an instance of a class (or subclass) whose instances carry a `T`.
    #[inline(always)]
    pub fn payload<T: Payload>(&self) -> Option<&T> {
        let header = self.header()?;
        let layout = of_shape(header.shape());
        let matches = if T::LAYOUT != 0 {
            layout == T::LAYOUT
        } else {
            info(layout).is_some_and(|info| info.type_id == TypeId::of::<T>())
        };
        if !matches {
            return None;
        }
        // SAFETY: the layout table says that a `T` follows the header; the borrow of `self` keeps the object alive.
        Some(unsafe { &(*(header as *const Header as *const Object<T>)).payload })
    }

    /// The payload of a value whose layout the caller has checked.
    ///
    /// # Safety
    /// `self` is an object whose layout is `T`'s.
    #[inline(always)]
    pub unsafe fn payload_unchecked<T: Payload>(&self) -> &T {
        // SAFETY: the caller's promise.
        unsafe { &(*(self.word() as *const Object<T>)).payload }
    }

    /// The header of the object that a payload lies in.
    pub(super) fn header_of_payload<T: Payload>(payload: *const T) -> *const Header {
        payload.wrapping_byte_sub(std::mem::offset_of!(Object<T>, payload)) as *const Header
    }

    /// A new reference to the object that a payload lies in.
    ///
    /// # Safety
    /// `payload` is the payload of a live object.
    pub unsafe fn of_payload<T: Payload>(payload: *const T) -> Value {
        // SAFETY: the caller's promise.
        unsafe { Value::clone_word(Value::header_of_payload(payload) as u64) }
    }
}
