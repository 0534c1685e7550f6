//! Writing tuples, lists, dictionaries and sets: their items in batches behind a mark, as CPython divides them.

use super::encoder::Encoder;
use super::opcodes as op;
use crate::object::{Builtin, List, Res, Tuple, Value, names};
use crate::runtime::protocol;

impl Encoder<'_> {
    pub(super) fn save_tuple(&mut self, object: &Value) -> Res<()> {
        let items = object.as_tuple().unwrap_or(&[]);
        if items.is_empty() {
            return match self.is_binary() {
                true => self.write(&[op::EMPTY_TUPLE]),
                false => self.write(&[op::MARK, op::TUPLE]),
            };
        }
        if items.len() <= 3 && self.options.protocol >= 2 {
            for item in items {
                self.save(item)?;
            }
            if let Some(number) = self.known(object) {
                for _ in items {
                    self.write(&[op::POP])?;
                }
                return self.write_get(number);
            }
            self.write(&[[op::TUPLE1, op::TUPLE2, op::TUPLE3][items.len() - 1]])?;
            return self.memoize(object);
        }
        self.write(&[op::MARK])?;
        for item in items {
            self.save(item)?;
        }
        if let Some(number) = self.known(object) {
            if self.is_binary() {
                self.write(&[op::POP_MARK])?;
            } else {
                for _ in 0..=items.len() {
                    self.write(&[op::POP])?;
                }
            }
            return self.write_get(number);
        }
        self.write(&[op::TUPLE])?;
        self.memoize(object)
    }

    pub(super) fn save_list(&mut self, object: &Value) -> Res<()> {
        self.enter(object)?;
        match self.is_binary() {
            true => self.write(&[op::EMPTY_LIST])?,
            false => self.write(&[op::MARK, op::LIST])?,
        }
        self.memoize(object)?;
        let Some(list) = object.as_list() else {
            return Ok(());
        };
        self.thread.before_read(object);
        match list.len() {
            0 => {}
            _ if !self.is_binary() => {
                let iterator = protocol::iter(self.thread, object)?;
                self.append_all(&iterator)?;
            }
            1 => {
                if let Some(item) = list.get(0) {
                    self.save(&item)?;
                    self.write(&[op::APPEND])?;
                }
            }
            _ => self.append_batches(object, list)?,
        }
        self.leave();
        Ok(())
    }

    fn append_batches(&mut self, object: &Value, list: &List) -> Res<()> {
        let mut next = 0;
        loop {
            self.write(&[op::MARK])?;
            let end = next + op::BATCH;
            while next < end {
                self.thread.before_read(object);
                let Some(item) = list.get(next) else {
                    break;
                };
                self.save(&item)?;
                next += 1;
            }
            self.write(&[op::APPENDS])?;
            self.thread.before_read(object);
            if next >= list.len() {
                return Ok(());
            }
        }
    }

    /// Writes the items of an iterator, which are appended to what was written last.
    pub(super) fn append_all(&mut self, iterator: &Value) -> Res<()> {
        let thread = self.thread;
        if !self.is_binary() {
            while let Some(item) = protocol::next(thread, iterator)? {
                self.save(&item)?;
                self.write(&[op::APPEND])?;
            }
            return Ok(());
        }
        loop {
            let Some(first) = protocol::next(thread, iterator)? else {
                return Ok(());
            };
            let Some(mut item) = protocol::next(thread, iterator)? else {
                self.save(&first)?;
                return self.write(&[op::APPEND]);
            };
            self.write(&[op::MARK])?;
            self.save(&first)?;
            let mut count = 1;
            loop {
                self.save(&item)?;
                count += 1;
                if count == op::BATCH {
                    break;
                }
                match protocol::next(thread, iterator)? {
                    Some(next) => item = next,
                    None => break,
                }
            }
            self.write(&[op::APPENDS])?;
            if count < op::BATCH {
                return Ok(());
            }
        }
    }

    pub(super) fn save_dict(&mut self, object: &Value) -> Res<()> {
        self.enter(object)?;
        match self.is_binary() {
            true => self.write(&[op::EMPTY_DICT])?,
            false => self.write(&[op::MARK, op::DICT])?,
        }
        self.memoize(object)?;
        self.thread.before_read(object);
        let len = object.as_dict().map_or(0, crate::object::Dict::len);
        if len > 0 && self.is_binary() {
            self.set_batches(object, len)?;
        } else if len > 0 {
            let view = protocol::call_method(self.thread, object, names::ITEMS.value(), &[])?;
            let iterator = protocol::iter(self.thread, &view)?;
            self.set_all(&iterator)?;
        }
        self.leave();
        Ok(())
    }

    fn set_batches(&mut self, object: &Value, len: usize) -> Res<()> {
        let thread = self.thread;
        let Some(dict) = object.as_dict() else {
            return Ok(());
        };
        let mut from = 0;
        if len == 1 {
            if let Some((_, key, value)) = dict.entry_from(thread, from) {
                self.save(&key)?;
                self.save(&value)?;
                self.write(&[op::SETITEM])?;
            }
            return Ok(());
        }
        loop {
            self.write(&[op::MARK])?;
            let mut count = 0;
            while count < op::BATCH {
                thread.before_read(object);
                let Some((position, key, value)) = dict.entry_from(thread, from) else {
                    break;
                };
                from = position + 1;
                self.save(&key)?;
                self.save(&value)?;
                count += 1;
            }
            self.write(&[op::SETITEMS])?;
            thread.before_read(object);
            if dict.len() != len {
                let message = "dictionary changed size during iteration";
                return Err(thread.error(Builtin::RuntimeError, message));
            }
            if count < op::BATCH {
                return Ok(());
            }
        }
    }

    /// Writes the pairs of an iterator, which are set in what was written last.
    pub(super) fn set_all(&mut self, iterator: &Value) -> Res<()> {
        let thread = self.thread;
        if !self.is_binary() {
            while let Some(pair) = protocol::next(thread, iterator)? {
                self.save_pair(&pair)?;
                self.write(&[op::SETITEM])?;
            }
            return Ok(());
        }
        loop {
            let Some(first) = protocol::next(thread, iterator)? else {
                return Ok(());
            };
            let Some(mut pair) = protocol::next(thread, iterator)? else {
                self.save_pair(&first)?;
                return self.write(&[op::SETITEM]);
            };
            self.write(&[op::MARK])?;
            self.save_pair(&first)?;
            let mut count = 1;
            loop {
                self.save_pair(&pair)?;
                count += 1;
                if count == op::BATCH {
                    break;
                }
                match protocol::next(thread, iterator)? {
                    Some(next) => pair = next,
                    None => break,
                }
            }
            self.write(&[op::SETITEMS])?;
            if count < op::BATCH {
                return Ok(());
            }
        }
    }

    fn save_pair(&mut self, pair: &Value) -> Res<()> {
        let Some([key, value]) = pair.as_tuple() else {
            let message = "dict items iterator must return 2-tuples";
            return Err(self.thread.type_error(message));
        };
        self.save(key)?;
        self.save(value)
    }

    pub(super) fn save_set(&mut self, object: &Value) -> Res<()> {
        let thread = self.thread;
        let Some(set) = object.as_set() else {
            return Ok(());
        };
        if self.options.protocol < 4 {
            return self.save_as_call(object, Builtin::Set);
        }
        self.write(&[op::EMPTY_SET])?;
        self.memoize(object)?;
        thread.before_read(object);
        let len = set.len();
        if len == 0 {
            return Ok(());
        }
        let mut from = 0;
        loop {
            self.write(&[op::MARK])?;
            let mut count = 0;
            while count < op::BATCH {
                thread.before_read(object);
                let Some((position, item, _)) = set.entry_from(from) else {
                    break;
                };
                from = position + 1;
                self.save(&item)?;
                count += 1;
            }
            self.write(&[op::ADDITEMS])?;
            thread.before_read(object);
            if set.len() != len {
                let message = "set changed size during iteration";
                return Err(thread.error(Builtin::RuntimeError, message));
            }
            if count < op::BATCH {
                return Ok(());
            }
        }
    }

    pub(super) fn save_frozenset(&mut self, object: &Value) -> Res<()> {
        if self.options.protocol < 4 {
            return self.save_as_call(object, Builtin::FrozenSet);
        }
        let Some(set) = object.as_set() else {
            return Ok(());
        };
        self.write(&[op::MARK])?;
        let mut from = 0;
        while let Some((position, item, _)) = set.entry_from(from) {
            from = position + 1;
            self.save(&item)?;
        }
        if let Some(number) = self.known(object) {
            self.write(&[op::POP_MARK])?;
            return self.write_get(number);
        }
        self.write(&[op::FROZENSET])?;
        self.memoize(object)
    }

    /// A set as a call of its class with a list of the elements.
    fn save_as_call(&mut self, object: &Value, class: Builtin) -> Res<()> {
        let thread = self.thread;
        thread.before_read(object);
        let elements = object.as_set().map_or_else(Vec::new, |set| set.elements());
        let elements = elements.into_iter().map(|(element, _)| element).collect();
        let list = List::new_value(thread, elements)?;
        let arguments = Tuple::from_vec(thread, vec![list])?;
        let reduced = Tuple::pair(thread, class.class().clone(), arguments)?;
        self.save_reduced(&reduced, Some(object))
    }
}
