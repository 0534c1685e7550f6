//! What code asks before it uses an object beside other threads (`off`; see `runtime/gil/together.rs` and `access.rs`).
//!
//! [`Thread::before_read`], [`Thread::before_write`] and [`Thread::before_step`] come back at once where what an operand holds may be used so, and else
//! have the thread go alone, as it then stays until the next safepoint of the loop. The answer holds until then or until the thread waits for anything:
//! whatever runs script code, or goes alone itself, may find others to have written meanwhile, as it may find that script code has. All protocols
//! (`runtime/protocol`) ask, so that native code that uses its operands through them alone needs no more care.
//!
//! A thread that is alone for a while amid others (as long as there are any that have run together with it, or made it) asks as well, and publishes and takes over
//! all that it uses, which costs nothing then. If it did so for one object at a time, each time that it has to be alone, two threads that read the
//! same thousand objects, or write to a thousand each that a third has made, would run one after the other for as many turns (10 s).
//!
//! Script code runs in a loop of its own where native code calls it, beside others like any; at its end native code goes on alone, since what it asked for
//! may be another's by then. But a native function that the loop itself has called, and that holds on to nothing, goes on beside them
//! ([`Thread::is_direct`], [`Thread::staying`]): so `sum`, `sorted` and the like drive generators and functions that run at the same time.

use super::builtin::{self, Builtin};
use super::class::{SlotId, class_flag};
use super::header::Header;
use super::iters::{DictIter, ListIter};
use super::layout::{Payload, Sharing, core, each_reference, index_of_shape, info, of_shape};
use super::names;
use super::native::{Beside, NativeDef};
use super::purpose::{Named, Purpose};
use super::thread::Thread;
use super::traffic::Transfer;
use super::value::Value;

/// What an exact built-in class says about using its instances beside others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// They never change, and what they hold is asked for access itself.
    Constant,
    /// They never change, but show what a dictionary holds.
    View,
    /// All operations are a script's, or those of `object`; attributes are asked for access themselves.
    Instance,
    /// They change, and nothing but their operations' own code runs when they are read.
    Container,
    /// Nothing is known.
    Other,
}

/// The kind of objects with a payload that says itself how it can be used.
fn shared_kind(layout: u8) -> Kind {
    match sharing(layout) {
        Sharing::Alone => Kind::Other,
        Sharing::Iterator | Sharing::Guarded => Kind::Constant,
    }
}

fn sharing(layout: u8) -> Sharing {
    info(layout).map_or(Sharing::Alone, |info| info.sharing)
}

impl Value {
    /// Whether this is an object with a payload that keeps others out by itself, or never changes.
    pub fn is_guarded(&self) -> bool {
        sharing(self.layout()) == Sharing::Guarded
    }
}

/// Whether a value is a class of exceptions, or of native code's objects that say how they can be used, and so are made of what protocols give.
fn makes_shared(callable: &Value) -> bool {
    callable.as_class().is_some_and(|class| {
        let layout = of_shape(class.root_shape());
        let is_native = class.is_static() || class.has(class_flag::NATIVE_HEAP);
        layout == core::EXCEPTION || is_native && sharing(layout) != Sharing::Alone
    })
}

/// Whether a constant object has attributes that can be changed, alone.
fn has_attributes(header: &Header) -> bool {
    !matches!(
        of_shape(header.shape()),
        core::INT | core::FLOAT | core::STR | core::BYTES | core::TUPLE | core::RANGE
    )
}

const VIEWS: [Builtin; 3] = [Builtin::DictKeys, Builtin::DictValues, Builtin::DictItems];

/// The kind of an object.
fn kind(header: &Header) -> Kind {
    let index = index_of_shape(header.shape());
    let is_built_in = index < builtin::COUNT;
    match of_shape(header.shape()) {
        // What scripts' classes add to these are methods and attributes, which are asked for access themselves; native code derives none from them.
        core::INT | core::FLOAT | core::STR | core::BYTES | core::TUPLE => Kind::Constant,
        core::LIST | core::DICT | core::SET | core::EXCEPTION => Kind::Container,
        core::INSTANCE if !is_built_in => Kind::Instance,
        layout if !is_built_in => shared_kind(layout),
        core::RANGE => Kind::Constant,
        // Nothing is read of an iterator but in steps.
        core::RANGE_ITER
        | core::LIST_ITER
        | core::TUPLE_ITER
        | core::STR_ITER
        | core::DICT_ITER
        | core::GENERATOR => Kind::Constant,
        // Who changes one of these is alone.
        core::CLASS | core::FUNCTION | core::BUILTIN | core::MODULE | core::CODE => Kind::Constant,
        _ if VIEWS.iter().any(|class| *class as usize == index) => Kind::View,
        layout => shared_kind(layout),
    }
}

/// Classes whose instances are made of what the arguments hold.
const SCALARS: [Builtin; 7] = [
    Builtin::Int,
    Builtin::Float,
    Builtin::Bool,
    Builtin::Str,
    Builtin::Complex,
    Builtin::Range,
    Builtin::Slice,
];

/// Classes that iterate over their arguments at most.
const COLLECTIONS: [Builtin; 11] = [
    Builtin::Object,
    Builtin::List,
    Builtin::Tuple,
    Builtin::Dict,
    Builtin::Set,
    Builtin::FrozenSet,
    Builtin::Enumerate,
    Builtin::Zip,
    Builtin::Map,
    Builtin::Filter,
    Builtin::Reversed,
];

impl Thread {
    /// Before what a value holds is read: an immediate, an object that never changes, or a built-in container that is the thread's own or published.
    #[inline(always)]
    pub fn before_read(&self, value: &Value) {
        if self.is_amid_others() {
            self.make_readable(value);
        }
    }

    #[inline(never)]
    fn make_readable(&self, value: &Value) {
        let Some(header) = value.header() else {
            return;
        };
        match kind(header) {
            Kind::Constant | Kind::Instance => {}
            Kind::Container => self.publish(header),
            Kind::View => {
                // SAFETY: the references of a view never change.
                unsafe { each_reference(value, &mut |dict| self.make_readable(dict)) }
            }
            Kind::Other => self.go_alone_for(Purpose::Operand(value)),
        }
    }

    /// Makes sure that what an object holds can be read, whatever it is.
    #[inline(always)]
    pub fn publish(&self, header: &Header) {
        if self.is_amid_others() && !header.is_own(self.id()) && !header.is_published() {
            self.publish_alone(header);
        }
    }

    #[cold]
    #[inline(never)]
    fn publish_alone(&self, header: &Header) {
        self.go_alone_for(Purpose::Of("publishing", header));
        header.publish();
        self.note_shared(header, Transfer::Published);
    }

    /// Before what a value holds is changed: a built-in container that is the thread's own. Namespaces are changed alone.
    #[inline(always)]
    pub fn before_write(&self, value: &Value) {
        if self.is_amid_others() {
            self.make_writable(value);
        }
    }

    #[inline(never)]
    fn make_writable(&self, value: &Value) {
        let Some(header) = value.header() else {
            return;
        };
        match kind(header) {
            Kind::Constant if !has_attributes(header) => {}
            Kind::Instance => {}
            Kind::Container => {
                if value.as_dict().is_some_and(|dict| dict.is_namespace()) {
                    return self.go_alone_for(Purpose::Operand(value));
                }
                self.take_over(header);
            }
            Kind::Constant | Kind::View | Kind::Other => {
                self.go_alone_for(Purpose::Operand(value));
            }
        }
    }

    /// Makes sure that what an object holds can be changed, whatever it is.
    #[inline(always)]
    pub fn take_over(&self, header: &Header) {
        if self.is_amid_others() && !header.is_own(self.id()) {
            self.take_over_alone(header);
        }
    }

    /// What an object of native code has, which the thread owns now: it may be read and changed until script code runs or the thread waits. None: it is
    /// an object of another kind.
    #[inline(always)]
    pub fn own<'v, T: Payload>(&self, value: &'v Value) -> Option<&'v T> {
        let payload = value.payload::<T>()?;
        if let Some(header) = value.header() {
            self.take_over(header);
        }
        Some(payload)
    }

    #[cold]
    #[inline(never)]
    fn take_over_alone(&self, header: &Header) {
        if self.runs_together() {
            self.go_alone_for(Purpose::Of("taking over", header));
            self.gather_count(header);
        } else if !header.is_of_other_thread(self.id()) {
            // What it has published itself, or is global, may stay as it is as long as the thread is alone.
            return;
        }
        header.take_over(self.id());
        self.note_shared(header, Transfer::TakenOver);
    }

    /// Before a step of an iterator, which is the thread's own afterwards.
    #[inline(always)]
    pub fn before_step(&self, iterator: &Value) {
        if self.is_amid_others() {
            self.make_steppable(iterator);
        }
    }

    #[inline(never)]
    fn make_steppable(&self, iterator: &Value) {
        let Some(header) = iterator.header() else {
            return;
        };
        let container = match of_shape(header.shape()) {
            core::RANGE_ITER | core::TUPLE_ITER | core::STR_ITER | core::GENERATOR => None,
            core::LIST_ITER => iterator.payload::<ListIter>().map(|iter| &iter.list),
            core::INSTANCE => return,
            core::DICT_ITER => iterator.payload::<DictIter>().map(|iter| &iter.dict),
            layout => match sharing(layout) {
                Sharing::Alone => return self.go_alone_for(Purpose::Operand(iterator)),
                Sharing::Guarded => return,
                Sharing::Iterator => None,
            },
        };
        self.take_over(header);
        if let Some(container) = container {
            let word = container.word();
            // SAFETY: the iterator is this thread's own, or the thread is alone: nobody takes the container out of it meanwhile.
            let container = unsafe { Value::borrow_word(&raw const word) };
            if let Some(header) = container.header() {
                self.publish(header);
            }
        }
    }

    /// Before something other than a function of either kind, which ask themselves, is called.
    pub fn before_call(&self, callable: &Value, arguments: &[Value]) {
        if !self.runs_together() {
            return;
        }
        if callable.is_guarded() || callable.is_exact(Builtin::WrapperDescriptor) {
            return;
        }
        let is = |class: &Builtin| callable.is(class.class());
        if SCALARS.iter().any(is) {
            arguments.iter().for_each(|value| self.make_readable(value));
        } else if !COLLECTIONS.iter().any(is)
            && !makes_shared(callable)
            && !self.is_made_by_scripts(callable)
        {
            self.go_alone_for(Purpose::Call(callable));
        }
    }

    /// Whether a value is a script's class whose instances are made by script code, by `object`, or of the items of what is given.
    fn is_made_by_scripts(&self, callable: &Value) -> bool {
        let Some(class) = callable.as_class() else {
            return false;
        };
        if class.is_static() || class.has(class_flag::NATIVE_HEAP) {
            return false;
        }
        let makes = [
            Builtin::Object,
            Builtin::Tuple,
            Builtin::List,
            Builtin::Dict,
            Builtin::Set,
        ];
        makes
            .iter()
            .any(|base| class.same_slot(SlotId::New, base.get()))
            || self
                .lookup_in_class(class, names::NEW.value())
                .is_some_and(|new| new.layout() == core::STATIC_METHOD)
    }

    /// Before the loop calls a native function with these arguments.
    #[inline(always)]
    pub fn before_direct_native(&self, native: &dyn Named, def: &NativeDef, arguments: &[Value]) {
        if self.is_amid_others() {
            self.make_callable(native, def, arguments);
            let may_stay = def.beside != Beside::No;
            self.mark_direct(if may_stay {
                arguments.as_ptr() as u64
            } else {
                0
            });
        }
    }

    /// Notes that the loop itself calls what knows `token` as the address of its arguments or object: there is no native code in between that relies
    /// on what it asked before. Taken back (0) when that has returned, since another call may use the same address.
    #[inline(always)]
    pub fn mark_direct(&self, token: u64) {
        self.direct.set(token);
    }

    /// Whether this was called by the loop itself beside others, as [`Thread::mark_direct`] has noted.
    #[inline]
    pub fn is_direct(&self, token: u64) -> bool {
        self.direct.replace(0) == token && self.runs_together()
    }

    /// Runs `f`. If `may` be, it does nothing but to call a script function or resume a generator, and when that is left, the thread goes on beside others if it
    /// does so now: for native code that the loop has called itself, and that asks again before it uses any object.
    pub fn staying<R>(&self, may: bool, f: impl FnOnce() -> R) -> R {
        self.stays.set(may && self.runs_together());
        let result = f();
        self.stays.set(false);
        result
    }

    /// Runs `f`, which does nothing but to block. If the loop has called the native function with these arguments, which holds on to nothing, the thread
    /// runs beside others when it comes back, though it may be alone now.
    pub fn coming_back_beside<R>(&self, arguments: &[Value], f: impl FnOnce() -> R) -> R {
        self.coming_back_beside_as(arguments.as_ptr() as u64, f)
    }

    /// As [`Thread::coming_back_beside`], of what the loop has called with this token ([`Thread::mark_direct`]).
    pub fn coming_back_beside_as<R>(&self, token: u64, f: impl FnOnce() -> R) -> R {
        let is_direct = self.direct.get() == token;
        self.comes_back_beside
            .set(self.is_amid_others() && is_direct);
        let result = f();
        self.comes_back_beside.set(false);
        result
    }

    /// Whether the blocking call that begins now may end with others beside the thread.
    pub fn may_come_back_beside(&self) -> bool {
        self.comes_back_beside.replace(false) || self.runs_together()
    }

    /// Whether the loop that is entered now leaves the thread as it is at its end; else native code goes on alone.
    #[inline(always)]
    pub fn takes_stay(&self) -> bool {
        self.stays.replace(false)
    }

    /// Before a native function is called with these arguments.
    #[inline(always)]
    pub fn before_native(&self, native: &dyn Named, def: &NativeDef, arguments: &[Value]) {
        if self.is_amid_others() {
            self.make_callable(native, def, arguments);
            self.mark_direct(0);
        }
    }

    #[inline(never)]
    fn make_callable(&self, native: &dyn Named, def: &NativeDef, arguments: &[Value]) {
        let (count, writes) = match def.beside {
            Beside::No => return self.go_alone_for(Purpose::Native(native)),
            Beside::Reads(count) => (count as usize, false),
            Beside::Writes(count) => (count as usize, true),
        };
        for (i, argument) in arguments.iter().take(count).enumerate() {
            if writes && i == 0 {
                self.make_writable(argument);
            } else {
                self.make_readable(argument);
            }
        }
    }
}
