//! Writing instances that nothing but their attributes says anything about, straight from where the attributes lie.
//!
//! What is written is what `object.__reduce_ex__` leads to, without the tuples, and without a `__dict__` that the instance would have to keep from then on.
//! The first instance of a class takes the long way, which also has copyreg look for `__slots__`; then the class is known as plain, until it changes.

use super::encoder::Encoder;
use super::opcodes as op;
use crate::object::class::class_flag;
use crate::object::layout::core;
use crate::object::{Builtin, Class, Res, Thread, Tuple, Value, names};
use crate::runtime::classes::layout::DICT;
use crate::runtime::descriptor::GetSet;
use crate::runtime::protocol::attribute::uses_generic;

/// Attributes that would have to be asked if an instance had them itself.
const HOOKS: [names::Name; 3] = [names::REDUCE_EX, names::REDUCE, names::GETSTATE];

/// Whether a class's `__dict__` is the usual one: the attributes themselves.
pub fn has_usual_dict(thread: &Thread, class: &Class) -> bool {
    let found = thread.lookup_in_class(class, names::DICT.value());
    found
        .as_ref()
        .and_then(|found| found.payload::<GetSet>())
        .is_some_and(|found| std::ptr::eq(found.def, &raw const DICT))
}

impl Encoder<'_> {
    /// Whether an object is an instance of a class that is known as plain.
    pub(super) fn is_plain(&self, object: &Value, class: &Value) -> bool {
        let Some(version) = self.plain.get(&class.word()) else {
            return false;
        };
        let now = class.as_class().map_or(0, Class::version);
        *version == now && object.layout() == core::INSTANCE
    }

    /// After an instance has been written the long way: remembers its class, if the others can go the short one.
    pub(super) fn note_plain(&mut self, object: &Value, class_value: &Value) {
        let Some(class) = class_value.as_class() else {
            return;
        };
        let version = class.version();
        if self.is_plain_class(object, class) && class.version() == version {
            self.plain.insert(class_value.word(), version);
        }
    }

    fn is_plain_class(&self, object: &Value, class: &Class) -> bool {
        let thread = self.thread;
        if self.options.protocol < 2
            || self.options.persistent_id.is_some()
            || self.options.fast
            || object.layout() != core::INSTANCE
            || class.is_static()
            || class.has(class_flag::NATIVE_HEAP)
            || class.construct().is_none()
            || !uses_generic(class)
            || !thread.has_attributes(object)
            || !has_usual_dict(thread, class)
        {
            return false;
        }
        let root = Builtin::Object.get();
        let is_inherited = |name: names::Name| {
            let found = thread.lookup_in_class(class, name.value());
            let own = root.own_attribute(thread, name.value());
            matches!((found, own), (Some(found), Some(own)) if found.is(&own))
        };
        let lacks = |name: &[u8]| match thread.intern(name) {
            Ok(name) => thread.lookup_in_class(class, &name).is_none(),
            Err(raised) => {
                drop(thread.take_raised(raised));
                false
            }
        };
        let has_no_fields = || match thread.intern(b"__slotnames__") {
            Ok(name) => class
                .own_attribute(thread, &name)
                .is_some_and(|names| names.as_list().is_some_and(|names| names.is_empty())),
            Err(raised) => {
                drop(thread.take_raised(raised));
                false
            }
        };
        HOOKS.iter().all(|name| is_inherited(*name))
            && is_inherited(names::CLASS)
            && lacks(b"__getnewargs__")
            && lacks(b"__getnewargs_ex__")
            && has_no_fields()
    }

    /// Writes an instance of a plain class.
    pub(super) fn save_plain(&mut self, object: &Value, class: &Value) -> Res<()> {
        let thread = self.thread;
        let dict = thread.own_dict(object);
        let mut attributes = Vec::new();
        let mut has_hook = false;
        match &dict {
            Some(dict) => {
                thread.before_read(dict);
                let dict = dict.as_dict();
                has_hook = HOOKS.iter().any(|name| {
                    dict.is_some_and(|dict| dict.get_str(thread, name.value()).is_some())
                });
            }
            None => thread.each_attribute(object, &mut |name, value| {
                has_hook |= HOOKS.iter().any(|hook| hook.value().is(name));
                attributes.push((name.clone(), value.clone()));
            }),
        }
        if has_hook {
            let function =
                crate::runtime::protocol::get_attr(thread, object, names::REDUCE_EX.value())?;
            let protocol = Value::from_i32(self.options.protocol.into());
            let answer = crate::runtime::protocol::call_positional(thread, &function, &[protocol])?;
            return self.save_answer(&answer, object);
        }
        self.save(class)?;
        self.save(&Tuple::empty())?;
        self.write(&[op::NEWOBJ])?;
        if let Some(number) = self.known(object) {
            self.write(&[op::POP])?;
            return self.write_get(number);
        }
        self.memoize(object)?;
        match dict {
            Some(dict) if dict.as_dict().is_some_and(|dict| !dict.is_empty()) => {
                self.save(&dict)?;
            }
            None if !attributes.is_empty() => self.save_attributes(&attributes)?,
            _ => return Ok(()),
        }
        self.write(&[op::BUILD])
    }

    /// Writes attributes as the dictionary that they would lie in.
    fn save_attributes(&mut self, attributes: &[(Value, Value)]) -> Res<()> {
        self.thread.check_stack(" while pickling an object")?;
        self.out.boundary(self.thread)?;
        self.write(&[op::EMPTY_DICT])?;
        self.memoize_nothing()?;
        if let [(name, value)] = attributes {
            self.save(name)?;
            self.save(value)?;
            return self.write(&[op::SETITEM]);
        }
        let mut batches = attributes.chunks(op::BATCH);
        loop {
            self.write(&[op::MARK])?;
            let batch = batches.next().unwrap_or(&[]);
            for (name, value) in batch {
                self.save(name)?;
                self.save(value)?;
            }
            self.write(&[op::SETITEMS])?;
            if batch.len() < op::BATCH {
                return Ok(());
            }
        }
    }
}
