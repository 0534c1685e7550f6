//! Classes: bases, MRO, namespace, instance layout, and the table of slots that operators and protocols go through.
//!
//! As in CPython, a slot of a class is a native function, or one that calls the dunder method a script defined, or empty; slots are
//! inherited along the MRO and brought up to date when a class's namespace changes (`runtime::slots` does that). **Invariant**: a static
//! (built-in) class never changes after initialisation.

use super::builtin::Builtin;
use super::header::{Header, flag};
use super::layout::{Payload, core};
use super::lookup::{CellMap, StaticNamespace};
use super::ordered::StoreOrdered;
use super::shape::InstanceLayout;
use super::slot::Slot;
use super::thread::{Res, Thread};
use super::value::Value;
use crate::base::sync::Mutex;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicU64, Ordering::*};

pub use super::class_parts::*;

macro_rules! slots {
    ($($(#[$doc:meta])* $id:ident $get:ident $set:ident: $ty:ty;)*) => {
        /// The slots of a class.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum SlotId { $($(#[$doc])* $id,)* }

        /// All slots.
        pub const SLOTS: &[SlotId] = &[$(SlotId::$id,)*];

        /// A slot with its function, for tables of native classes.
        #[derive(Clone, Copy)]
        pub enum SlotDef { $($(#[$doc])* $id($ty),)* }

        impl Class {
            $($(#[$doc])*
            #[inline(always)]
            pub fn $get(&self) -> Option<$ty> {
                let p = self.slots[SlotId::$id as usize].load(Acquire);
                if p.is_null() {
                    None
                } else {
                    // SAFETY: `set_slot` stored a function of this type.
                    Some(unsafe { std::mem::transmute::<*mut (), $ty>(p) })
                }
            }
            $(#[$doc])*
            pub fn $set(&self, f: $ty) {
                self.slots[SlotId::$id as usize].store(f as *mut (), Release);
            })*

            /// Fills a slot.
            pub fn set_slot(&self, def: SlotDef) {
                match def { $(SlotDef::$id(f) => self.$set(f),)* }
            }
        }

        impl SlotDef {
            /// Which slot this is for.
            pub fn id(&self) -> SlotId {
                match self { $(SlotDef::$id(_) => SlotId::$id,)* }
            }
        }
    };
}

slots! {
    /// `repr(x)`
    Repr repr set_repr: UnaryFn;
    /// `str(x)`
    Str str set_str: UnaryFn;
    /// `hash(x)`
    Hash hash set_hash: HashFn;
    /// `x(…)`
    Call call set_call: CallFn;
    /// `iter(x)`
    Iter iter set_iter: UnaryFn;
    /// `next(x)`
    Next next set_next: NextFn;
    /// `len(x)`
    Len len set_len: LenFn;
    /// `x[key]`
    GetItem get_item set_get_item: BinaryFn;
    /// `x[key] = value` and `del x[key]`
    SetItem set_item set_set_item: SetItemFn;
    /// `item in x`
    Contains contains set_contains: ContainsFn;
    /// Comparisons
    Compare compare set_compare: CompareFn;
    /// `bool(x)`
    Bool truth set_truth: BoolFn;
    /// `x.name`
    GetAttr get_attr set_get_attr: BinaryFn;
    /// `x.name = value` and `del x.name`
    SetAttr set_attr set_set_attr: SetItemFn;
    /// `__get__`
    DescrGet descr_get set_descr_get: DescrGetFn;
    /// `__set__` and `__delete__`
    DescrSet descr_set set_descr_set: SetItemFn;
    /// `__new__(class, …)`
    New construct set_construct: CallFn;
    /// `__init__`
    Init init set_init: InitFn;
    /// `__del__`
    Finalize finalize set_finalize: UnaryFn;
    /// As `Next`, of native objects that stand for what `await` gets of them: the result needs no StopIteration, and what is sent is not used.
    Resume resume set_resume: ResumeFn;
    /// `__await__`
    Await await_ set_await: UnaryFn;
    /// `__aiter__`
    AsyncIter async_iter set_async_iter: UnaryFn;
    /// `__anext__`
    AsyncNext async_next set_async_next: UnaryFn;
    /// `__enter__` of a native class, which has `ExitContext` as well.
    EnterContext enter_context set_enter_context: UnaryFn;
    /// `__exit__` of a native class, when no exception leaves the block.
    ExitContext exit_context set_exit_context: UnaryFn;
    /// `-x`
    Negative negative set_negative: UnaryFn;
    /// `+x`
    Positive positive set_positive: UnaryFn;
    /// `~x`
    Invert invert set_invert: UnaryFn;
    /// `abs(x)`
    Absolute absolute set_absolute: UnaryFn;
    /// `int(x)`
    Int int set_int: UnaryFn;
    /// `float(x)`
    Float float set_float: UnaryFn;
    /// `operator.index(x)`
    Index index set_index: UnaryFn;
    /// `x + y`
    Add add set_add: BinaryFn;
    /// `x - y`
    Subtract subtract set_subtract: BinaryFn;
    /// `x * y`
    Multiply multiply set_multiply: BinaryFn;
    /// `x @ y`
    MatrixMultiply matrix_multiply set_matrix_multiply: BinaryFn;
    /// `x / y`
    TrueDivide true_divide set_true_divide: BinaryFn;
    /// `x // y`
    FloorDivide floor_divide set_floor_divide: BinaryFn;
    /// `x % y`
    Remainder remainder set_remainder: BinaryFn;
    /// `divmod(x, y)`
    DivMod div_mod set_div_mod: BinaryFn;
    /// `x ** y`, `pow(x, y, z)`
    Power power set_power: TernaryFn;
    /// `x << y`
    LeftShift left_shift set_left_shift: BinaryFn;
    /// `x >> y`
    RightShift right_shift set_right_shift: BinaryFn;
    /// `x & y`
    And and set_and: BinaryFn;
    /// `x ^ y`
    Xor xor set_xor: BinaryFn;
    /// `x | y`
    Or or set_or: BinaryFn;
    /// `x += y`
    InPlaceAdd in_place_add set_in_place_add: BinaryFn;
    /// `x -= y`
    InPlaceSubtract in_place_subtract set_in_place_subtract: BinaryFn;
    /// `x *= y`
    InPlaceMultiply in_place_multiply set_in_place_multiply: BinaryFn;
    /// `x @= y`
    InPlaceMatrixMultiply in_place_matrix_multiply set_in_place_matrix_multiply: BinaryFn;
    /// `x /= y`
    InPlaceTrueDivide in_place_true_divide set_in_place_true_divide: BinaryFn;
    /// `x //= y`
    InPlaceFloorDivide in_place_floor_divide set_in_place_floor_divide: BinaryFn;
    /// `x %= y`
    InPlaceRemainder in_place_remainder set_in_place_remainder: BinaryFn;
    /// `x **= y`
    InPlacePower in_place_power set_in_place_power: TernaryFn;
    /// `x <<= y`
    InPlaceLeftShift in_place_left_shift set_in_place_left_shift: BinaryFn;
    /// `x >>= y`
    InPlaceRightShift in_place_right_shift set_in_place_right_shift: BinaryFn;
    /// `x &= y`
    InPlaceAnd in_place_and set_in_place_and: BinaryFn;
    /// `x ^= y`
    InPlaceXor in_place_xor set_in_place_xor: BinaryFn;
    /// `x |= y`
    InPlaceOr in_place_or set_in_place_or: BinaryFn;
    /// Sequence concatenation, tried after the number slots (`x + y`).
    Concat concat set_concat: BinaryFn;
    /// Sequence repetition, tried after the number slots (`x * n`).
    Repeat repeat set_repeat: BinaryFn;
    /// Sequence concatenation in place.
    InPlaceConcat in_place_concat set_in_place_concat: BinaryFn;
    /// Sequence repetition in place.
    InPlaceRepeat in_place_repeat set_in_place_repeat: BinaryFn;
}

/// The payload of class objects.
pub struct Class {
    /// `__name__`
    pub name: Slot,
    /// `__qualname__`
    pub qualname: Slot,
    /// `__bases__`, a tuple.
    pub bases: Slot,
    /// `__mro__`, a tuple; unbound while the class is being made.
    pub mro: Slot,
    /// The base whose instance layout this class extends (`__base__`); unbound for object.
    pub base: Slot,
    /// The namespace of a script's class, a dict; unbound for static classes.
    pub dict: Slot,
    static_names: OnceLock<StaticNamespace>,
    /// The dotted name of a native class, and the signature of its constructor.
    native: OnceLock<(&'static str, &'static str)>,
    /// Cells that inline caches name, by attribute.
    pub(super) resolved: Mutex<CellMap>,
    /// The most derived built-in class among the bases.
    native_base: Builtin,
    /// Layout of the instances.
    pub layout: u8,
    instances: OnceLock<InstanceLayout>,
    pub(super) root_shape: AtomicU32,
    pub(super) dict_shape: AtomicU32,
    flags: AtomicU32,
    /// Unique; changes when the namespace of the class or of a class in its MRO changes. 0: not to be cached.
    version: AtomicU32,
    /// Names the class in inline caches for its own attributes; unique, changes when what its metaclass hides of them may have changed.
    pub(super) identity: AtomicU32,
    slots: [AtomicPtr<()>; SLOTS.len()],
    /// Direct subclasses by address; they leave the list when they die.
    subclasses: Mutex<Vec<u64>>,
    /// The class object's own address.
    this: AtomicPtr<()>,
}

impl Class {
    /// A class payload without bases, namespace and slots, whose instances have the layout of `native_base`.
    pub fn new(name: Value, native_base: Builtin, layout: u8, flags: u32) -> Class {
        Class {
            name: Slot::new(name),
            qualname: Slot::empty(),
            bases: Slot::empty(),
            mro: Slot::empty(),
            base: Slot::empty(),
            dict: Slot::empty(),
            static_names: OnceLock::new(),
            native: OnceLock::new(),
            resolved: Mutex::new(CellMap::default()),
            native_base,
            layout,
            instances: OnceLock::new(),
            root_shape: AtomicU32::new(0),
            dict_shape: AtomicU32::new(0),
            flags: AtomicU32::new(flags),
            version: AtomicU32::new(next_version()),
            identity: AtomicU32::new(next_version()),
            slots: [const { AtomicPtr::new(std::ptr::null_mut()) }; SLOTS.len()],
            subclasses: Mutex::new(Vec::new()),
            this: AtomicPtr::new(std::ptr::null_mut()),
        }
    }

    /// Makes a built-in class's immortal class object; its metaclass is `type`.
    pub fn install_static(class: Builtin, payload: Class) {
        let layout = payload.layout;
        payload
            .root_shape
            .store(super::layout::shape_word(layout, class as u32), Release);
        payload.flags.fetch_or(class_flag::STATIC, Relaxed);
        let value = super::names::immortal(Builtin::Type.shape(), payload);
        if let Some(payload) = value.payload::<Class>() {
            payload.this.store(value.word() as *mut (), Release);
        }
        class.install(value);
    }

    /// Makes a class object of a script or native module. `metaclass` is the class of the class.
    pub fn new_value(
        thread: &Thread,
        metaclass: &Class,
        payload: Class,
        instances: InstanceLayout,
    ) -> Res {
        let _ = payload.instances.set(instances);
        let value = thread.alloc_instance(metaclass, payload)?;
        if let Some(payload) = value.payload::<Class>() {
            payload.this.store(value.word() as *mut (), Release);
            match thread.interp.shapes.add_root(&value, payload, instances) {
                Some(shape) => payload.root_shape.store(shape, Release),
                None => return Err(thread.memory_error()),
            }
        }
        if let Some(object) = value.as_ptr() {
            // Instances keep their class alive uncounted, so only a collection that sees them all may take a class for garbage.
            // SAFETY: a class object is a live container of this heap.
            unsafe {
                thread
                    .interp
                    .heap
                    .set_generation(object as *mut Header, super::gc::OLDEST);
            }
        }
        Ok(value)
    }

    /// Sets the memory layout of instances of a static class (once).
    pub fn set_instance_layout(&self, layout: InstanceLayout) {
        let _ = self.instances.set(layout);
    }

    /// The class object; the borrow keeps it alive as `self` does.
    pub fn object(&self) -> Value {
        // SAFETY: set when the class object was made; `self` is a borrow of its payload, so it is alive.
        unsafe { Value::clone_word(self.this.load(Acquire) as u64) }
    }

    /// The memory layout of instances.
    #[inline(always)]
    pub fn instance_layout(&self) -> InstanceLayout {
        self.instances.get().copied().unwrap_or_default()
    }

    /// The shape of a fresh instance.
    #[inline(always)]
    pub fn root_shape(&self) -> u32 {
        self.root_shape.load(Relaxed)
    }

    /// The most derived built-in class that the instances' payload belongs to.
    pub fn native_base(&self) -> Builtin {
        self.native_base
    }

    /// Whether this is the built-in class `class` itself.
    #[inline(always)]
    pub fn is_exact(&self, class: Builtin) -> bool {
        self.is_static() && super::layout::index_of_shape(self.root_shape()) == class as usize
    }

    /// Which built-in class this is.
    pub fn as_builtin(&self) -> Option<Builtin> {
        if self.is_static() {
            Builtin::from_index(super::layout::index_of_shape(self.root_shape()))
        } else {
            None
        }
    }

    /// Whether the class is built in and cannot change.
    #[inline(always)]
    pub fn is_static(&self) -> bool {
        self.has(class_flag::STATIC)
    }

    /// Whether attributes of the class cannot be set, so that its slots stay what they are.
    #[inline(always)]
    pub fn is_fixed(&self) -> bool {
        self.has(class_flag::STATIC | class_flag::IMMUTABLE)
    }

    /// Whether any of the flags is set.
    #[inline(always)]
    pub fn has(&self, flags: u32) -> bool {
        self.flags.load(Relaxed) & flags != 0
    }

    /// Sets flags.
    pub fn set_flags(&self, flags: u32) {
        self.flags.fetch_or(flags, Relaxed);
    }

    /// Clears flags.
    pub fn clear_flags(&self, flags: u32) {
        self.flags.fetch_and(!flags, Relaxed);
    }

    /// Header flags of fresh instances.
    #[inline(always)]
    pub(super) fn instance_flags(&self) -> u8 {
        if self.has(class_flag::FINALIZER) {
            flag::HAS_FINALIZER
        } else {
            0
        }
    }

    /// Changes whenever a look-up in the class may have another result.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.load(Acquire)
    }

    /// Names the class in inline caches for attributes of the class itself, which read the attribute's resolved cell; 0: not to be cached.
    #[inline(always)]
    pub fn identity(&self) -> u32 {
        self.identity.load(Acquire)
    }

    /// Makes every inline cache for the class's own attributes stale.
    pub(super) fn renew_identity(&self) {
        self.identity.store_ordered(next_version(), Release);
    }

    /// Notes that look-ups may have another result.
    pub fn bump_version(&self) {
        self.version.store_ordered(next_version(), Release);
    }

    /// Copies a slot from another class.
    pub fn inherit_slot(&self, id: SlotId, from: &Class) {
        self.slots[id as usize].store_ordered(from.slots[id as usize].load(Acquire), Release);
    }

    /// Empties a slot.
    pub fn clear_slot(&self, id: SlotId) {
        self.slots[id as usize].store_ordered(std::ptr::null_mut(), Release);
    }

    /// Whether the slot is filled.
    pub fn has_slot(&self, id: SlotId) -> bool {
        !self.slots[id as usize].load(Acquire).is_null()
    }

    /// Whether both classes have the same function in the slot.
    pub fn same_slot(&self, id: SlotId, other: &Class) -> bool {
        self.slots[id as usize].load(Acquire) == other.slots[id as usize].load(Acquire)
    }

    /// The namespace of a script's class, a dict; unbound for a static class, see [`Class::static_namespace`].
    #[inline]
    pub fn namespace(&self) -> Value {
        self.dict.get()
    }

    /// The namespace of a static class.
    pub fn static_namespace(&self) -> Option<&StaticNamespace> {
        self.static_names.get()
    }

    /// Gives a static class its namespace (once).
    pub fn set_static_namespace(&self, names: StaticNamespace) {
        let _ = self.static_names.set(names);
    }

    /// The class's own attribute `name` (interned), bases left out.
    pub fn own_attribute(&self, thread: &Thread, name: &Value) -> Option<Value> {
        match self.static_names.get() {
            Some(names) => names.get(name).cloned(),
            None => {
                let dict = self.dict.load()?;
                dict.payload::<super::dict::Dict>()?.get_str(thread, name)
            }
        }
    }

    /// The address of the class object.
    pub(super) fn address(&self) -> u64 {
        self.this.load(Acquire) as u64
    }

    /// Notes a new direct subclass.
    pub fn add_subclass(&self, class: &Value) {
        if self.is_static() {
            Thread::with_current(|thread| {
                if let Some(thread) = thread {
                    let classes = &thread.interp.classes;
                    classes.add_subclass(self.address(), class.word());
                }
            });
        } else {
            self.subclasses.lock().push(class.word());
        }
    }

    /// Takes a subclass out again.
    pub fn remove_subclass(&self, class: u64) {
        if self.is_static() {
            Thread::with_current(|thread| {
                if let Some(thread) = thread {
                    let classes = &thread.interp.classes;
                    classes.remove_subclass(self.address(), class);
                }
            });
        } else {
            self.subclasses.lock().retain(|word| *word != class);
        }
    }

    /// The direct subclasses; of a static class those made in the current interpreter, and the static ones.
    pub fn subclasses(&self) -> Vec<Value> {
        if !self.is_static() {
            // SAFETY: subclasses leave the list before their memory is freed.
            return unsafe { super::lookup::living(&self.subclasses.lock()) };
        }
        let word = self.address();
        let derives = |class: &Builtin| {
            let bases = class.get().bases.get();
            bases
                .as_tuple()
                .is_some_and(|bases| bases.iter().any(|base| base.word() == word))
        };
        let mut all: Vec<Value> = super::builtin::ALL
            .iter()
            .filter(|class| derives(class))
            .map(|class| class.class().clone())
            .collect();
        Thread::with_current(|thread| {
            if let Some(thread) = thread {
                all.extend(thread.interp.classes.subclasses_of(self.address()));
            }
        });
        all
    }

    /// The dotted name of a native class, as its table has it.
    pub fn native_name(&self) -> Option<&'static str> {
        self.native.get().map(|(name, _)| *name)
    }

    /// The signature of a native class's constructor, as its table has it; empty for none.
    pub fn native_signature(&self) -> &'static str {
        self.native.get().map_or("", |(_, signature)| signature)
    }

    /// Gives a native class its dotted name and the signature of its constructor (once).
    pub fn set_native_facts(&self, name: &'static str, signature: &'static str) {
        let _ = self.native.set((name, signature));
    }

    /// The name as messages show it: dotted for native classes of modules.
    pub fn name_text(&self) -> String {
        if let Some(name) = self.native_name() {
            return name.to_owned();
        }
        self.name
            .get()
            .payload::<super::Str>()
            .map_or_else(String::new, |s| s.to_text().into_owned())
    }

    /// Whether `other` is in the MRO: `issubclass` without hooks.
    #[inline]
    pub fn is_subclass_of(&self, other: &Value) -> bool {
        let word = self.mro.word();
        // SAFETY: `mro` holds the tuple; it is borrowed for this call only, which runs no script code.
        let mro = unsafe { Value::borrow_word(&raw const word) };
        match mro.as_tuple() {
            Some(mro) => mro.iter().any(|class| class.is(other)),
            None => self.derives_from(other),
        }
    }

    /// Whether `other` is the class or in the chain of its bases along `__base__`, which is known before the MRO is.
    #[cold]
    pub fn derives_from(&self, other: &Value) -> bool {
        let mut next = Some(self.object());
        while let Some(value) = next {
            if value.is(other) {
                return true;
            }
            next = value.as_class().and_then(|class| class.base.load());
        }
        false
    }
}

static VERSIONS: AtomicU64 = AtomicU64::new(1);

/// A version that no class of the process has had; 0 when they are used up.
fn next_version() -> u32 {
    u32::try_from(VERSIONS.fetch_add(1, Relaxed)).unwrap_or(0)
}

impl Drop for Class {
    fn drop(&mut self) {
        let cells = std::mem::take(self.resolved.get_mut());
        Thread::with_current(|thread| {
            let Some(thread) = thread else { return };
            for (_, index) in cells.values() {
                thread.interp.cells.free(*index);
            }
            let root = self.root_shape();
            if root != 0 {
                thread.interp.shapes.retire(root);
            }
        });
        self.sever();
    }
}

impl Payload for Class {
    const LAYOUT: u8 = core::CLASS;
    const SEVERS: bool = true;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.name,
            &self.qualname,
            &self.bases,
            &self.mro,
            &self.base,
            &self.dict,
        ] {
            slot.trace(visit);
        }
        // The cells are the class's own: what only they refer to dies with it.
        let resolved = self.resolved.lock();
        if !resolved.is_empty() {
            Thread::with_current(|thread| {
                for (name, index) in resolved.values() {
                    visit(name);
                    if let Some(thread) = thread {
                        thread.interp.cells.slot(*index).trace(visit);
                    }
                }
            });
        }
    }

    /// Leaves the bases' lists of subclasses.
    fn sever(&self) {
        let bases = self.bases.take();
        for base in bases.as_tuple().unwrap_or_default() {
            if let Some(base) = base.payload::<Class>() {
                base.remove_subclass(self.address());
            }
        }
    }
}

impl Value {
    /// The class, if this is one.
    #[inline(always)]
    pub fn as_class(&self) -> Option<&Class> {
        self.payload::<Class>()
    }
}

impl Thread {
    /// The class of a value, borrowed for as long as the value.
    #[inline(always)]
    pub fn class_of<'v>(&'v self, value: &'v Value) -> &'v Class {
        match value.header() {
            Some(header) => self.shape_of(header).class_payload(),
            None => immediate_class(value).get(),
        }
    }

    /// Whether `class` is the class of the value (`type(x) is class`).
    #[inline(always)]
    pub fn shape_class_is(&self, value: &Value, class: &Value) -> bool {
        match value.header() {
            Some(header) => self.shape_of(header).class().is(class),
            None => immediate_class(value).class().is(class),
        }
    }

    /// The class object of a value (`type(x)`).
    pub fn class_object(&self, value: &Value) -> Value {
        match value.header() {
            Some(header) => self.shape_of(header).class().clone(),
            None => immediate_class(value).class().clone(),
        }
    }
}

/// The class of a value that is no heap object.
#[inline]
fn immediate_class(value: &Value) -> Builtin {
    if value.as_small_int().is_some() {
        Builtin::Int
    } else if value.as_inline_float().is_some() {
        Builtin::Float
    } else if value.as_bool().is_some() {
        Builtin::Bool
    } else if value.is_none() {
        Builtin::NoneType
    } else if value.is_not_implemented() {
        Builtin::NotImplementedType
    } else {
        Builtin::EllipsisType
    }
}
