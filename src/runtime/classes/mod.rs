//! Making classes: native ones from tables (`statics`), those of scripts (`create`: checks and namespace; `mro`: bases and their order; `layout`:
//! instance layout and `__slots__`), changing them (`change`), and making their instances (`construct`).
#![forbid(unsafe_code)]

pub mod change;
pub mod construct;
pub mod create;
pub mod layout;
pub mod mro;
pub mod statics;

pub use change::{resolved_cell, set_class_attribute};
pub use create::new_class;
pub use mro::{calculate_metaclass, resolve_bases};
pub use statics::{install_static, native_class, native_class_with_base, once};

use crate::object::class::SlotDef;
use crate::object::{Builtin, NativeDef, Res, Thread, Value};

/// Writes a computed attribute, or deletes it when there is no value.
pub type SetterFn = fn(&Thread, &Value, Option<&Value>) -> Res<()>;

/// Makes an immortal object, the same one each time.
pub type ConstantFn = fn() -> Value;

/// An attribute of instances that is computed by native functions.
pub struct GetSetDef {
    /// The name that scripts see.
    pub name: &'static str,
    /// Reads it from an instance.
    pub get: fn(&Thread, &Value) -> Res,
    /// Writes it, or deletes it when there is no value; None: read-only.
    pub set: Option<SetterFn>,
    /// The docstring; empty for none.
    pub doc: &'static str,
}

impl GetSetDef {
    /// A read-only attribute without a docstring.
    pub const fn new(name: &'static str, get: fn(&Thread, &Value) -> Res) -> GetSetDef {
        GetSetDef {
            name,
            get,
            set: None,
            doc: "",
        }
    }

    /// The same attribute, written by this function.
    pub const fn writable(self, set: SetterFn) -> GetSetDef {
        GetSetDef {
            set: Some(set),
            ..self
        }
    }

    /// The same attribute with a docstring.
    pub const fn doc(self, doc: &'static str) -> GetSetDef {
        GetSetDef { doc, ..self }
    }
}

/// A native class as a table. `ClassDef { class: Builtin::List, methods: METHODS, ..ClassDef::DEFAULT }`.
pub struct ClassDef {
    /// Which built-in class this fills; for classes of native modules (made per interpreter by [`native_class`]) the base class.
    pub class: Builtin,
    /// The dotted name of a class of a native module (`collections.deque`); empty for a built-in class.
    pub name: &'static str,
    /// The docstring.
    pub doc: &'static str,
    /// The signature of the constructor as `__text_signature__` shows it: `(iterable=(), /)`; empty for none.
    pub signature: &'static str,
    /// See `class_flag`.
    pub flags: u32,
    /// The layout of the payload, `layout::id_of::<T>`; None: that of the table in `builtin.rs`, or of the base.
    pub layout: Option<fn() -> u8>,
    /// Instances have a `__dict__`.
    pub has_dict: bool,
    /// Methods.
    pub methods: &'static [NativeDef],
    /// Operators and protocols. Dunder methods for them appear in the namespace by themselves.
    pub slots: &'static [SlotDef],
    /// Computed attributes.
    pub getset: &'static [GetSetDef],
    /// Those of them that scripts see as plain members, whose descriptors are `member_descriptor`s.
    pub members: &'static [&'static str],
    /// Attributes of the class itself that are immortal objects.
    pub constants: &'static [(&'static str, ConstantFn)],
}

impl ClassDef {
    /// No methods, slots or attributes.
    pub const DEFAULT: ClassDef = ClassDef {
        class: Builtin::Object,
        name: "",
        doc: "",
        signature: "",
        flags: 0,
        layout: None,
        has_dict: false,
        methods: &[],
        slots: &[],
        getset: &[],
        members: &[],
        constants: &[],
    };
}
