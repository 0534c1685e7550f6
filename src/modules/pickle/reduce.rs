//! Writing objects by what `__reduce_ex__` answers: a callable, its arguments, and what is done to the object that the call gives.

use super::encoder::Encoder;
use super::opcodes as op;
use super::{errors, find};
use crate::object::class::CallArgs;
use crate::object::{Builtin, Raised, Res, Tuple, Value, names};
use crate::runtime::protocol::{self, call, get_attr, get_attr_opt};

/// How the object is made again.
enum Making<'v> {
    /// By a call.
    Call,
    /// By `cls.__new__(cls, *args)`.
    New(&'v Value, &'v [Value]),
    /// By `cls.__new__(cls, *args, **kwargs)`.
    NewWithNames([&'v Value; 3]),
}

impl Encoder<'_> {
    /// The function that takes instances of a class apart, as registered with copyreg or given to the pickler.
    pub(super) fn registered_reducer(&self, class: &Value) -> Res<Option<Value>> {
        let thread = self.thread;
        if let Some(table) = &self.options.dispatch_table
            && !table.is_exact(Builtin::Dict)
        {
            let found = protocol::get_item(thread, table, class);
            return crate::runtime::raise::catch(thread, Builtin::KeyError, found);
        }
        let table = match &self.options.dispatch_table {
            Some(table) => table.clone(),
            None => find::library(thread, "copyreg", "dispatch_table")?,
        };
        thread.before_read(&table);
        match table.as_dict() {
            Some(table) => table.get(thread, class),
            None => Err(thread.error(
                Builtin::RuntimeError,
                format!(
                    "copyreg.dispatch_table should be a dict, not {}",
                    thread.class_of(&table).name_text()
                ),
            )),
        }
    }

    /// Writes an object as a reducer's answer says; without an object, nothing goes into the memo.
    pub(super) fn save_reduced(&mut self, answer: &Value, object: Option<&Value>) -> Res<()> {
        let thread = self.thread;
        let parts = answer.as_tuple().unwrap_or(&[]);
        if !(2..=6).contains(&parts.len()) {
            let message = "tuple returned by __reduce__ must contain 2 through 6 elements";
            return Err(errors::writing(thread, message));
        }
        let (callable, arguments) = (&parts[0], &parts[1]);
        if thread.class_of(callable).call().is_none() {
            let message = "first item of the tuple returned by __reduce__ must be callable";
            return Err(errors::writing(thread, message));
        }
        let Some(values) = arguments.as_tuple() else {
            let message = "second item of the tuple returned by __reduce__ must be a tuple";
            return Err(errors::writing(thread, message));
        };
        let part = |i: usize| parts.get(i).filter(|part| !part.is_none());
        let (state, items, pairs, setter) = (part(2), part(3), part(4), part(5));
        for (iterator, place) in [(items, "fourth"), (pairs, "fifth")] {
            if let Some(iterator) = iterator
                && thread.class_of(iterator).next().is_none()
            {
                return Err(self.wrong_part(place, "an iterator", iterator));
            }
        }
        if let Some(setter) = setter
            && thread.class_of(setter).call().is_none()
        {
            return Err(self.wrong_part("sixth", "a function", setter));
        }
        match self.making(callable, values, object)? {
            Making::Call => {
                self.save(callable)?;
                self.save(arguments)?;
                self.write(&[op::REDUCE])?;
            }
            Making::New(class, arguments) => {
                self.save(class)?;
                let arguments = Tuple::from_slice(thread, arguments)?;
                self.save(&arguments)?;
                self.write(&[op::NEWOBJ])?;
            }
            Making::NewWithNames([class, positional, keywords]) => {
                self.save_new_with_names(class, positional, keywords)?;
            }
        }
        if let Some(object) = object {
            if let Some(number) = self.known(object) {
                self.write(&[op::POP])?;
                return self.write_get(number);
            }
            self.memoize(object)?;
        }
        if let Some(items) = items {
            self.append_all(items)?;
        }
        if let Some(pairs) = pairs {
            self.set_all(pairs)?;
        }
        let Some(state) = state else {
            return Ok(());
        };
        match (setter, object) {
            (Some(setter), Some(object)) => {
                // The function is called with object and state; what it answers is dropped.
                self.save(setter)?;
                self.save(object)?;
                self.save(state)?;
                self.write(&[op::TUPLE2])?;
                self.write(&[op::REDUCE])?;
                self.write(&[op::POP])
            }
            _ => {
                self.save(state)?;
                self.write(&[op::BUILD])
            }
        }
    }

    #[cold]
    fn wrong_part(&self, place: &str, wanted: &str, given: &Value) -> Raised {
        let given = self.thread.class_of(given).name_text();
        errors::writing(
            self.thread,
            format!(
                "{place} element of the tuple returned by __reduce__ must be {wanted}, not {given}"
            ),
        )
    }

    /// How an object is made: by opcodes of their own for the functions of copyreg that stand for `__new__`.
    fn making<'v>(
        &self,
        callable: &Value,
        arguments: &'v [Value],
        object: Option<&Value>,
    ) -> Res<Making<'v>> {
        let thread = self.thread;
        if self.options.protocol < 2 {
            return Ok(Making::Call);
        }
        let name = get_attr_opt(thread, callable, names::NAME.value())?;
        match name.as_ref().and_then(Value::as_str) {
            Some("__newobj_ex__") => {
                let [class, positional, keywords] = arguments else {
                    return Err(errors::writing(
                        thread,
                        format!(
                            "length of the NEWOBJ_EX argument tuple must be exactly 3, not {}",
                            arguments.len()
                        ),
                    ));
                };
                let wrong = |place: &str, wanted: &str, given: &Value| {
                    let given = thread.class_of(given).name_text();
                    errors::writing(
                        thread,
                        format!(
                            "{place} item from NEWOBJ_EX argument tuple must be a {wanted}, not {given}"
                        ),
                    )
                };
                if class.as_class().is_none() {
                    return Err(wrong("first", "class", class));
                }
                if positional.as_tuple().is_none() {
                    return Err(wrong("second", "tuple", positional));
                }
                if keywords.as_dict().is_none() {
                    return Err(wrong("third", "dict", keywords));
                }
                Ok(Making::NewWithNames([class, positional, keywords]))
            }
            Some("__newobj__") => {
                let Some((class, rest)) = arguments.split_first() else {
                    return Err(errors::writing(thread, "__newobj__ arglist is empty"));
                };
                if class.as_class().is_none() {
                    let message = "args[0] from __newobj__ args is not a type";
                    return Err(errors::writing(thread, message));
                }
                if let Some(object) = object
                    && !get_attr(thread, object, names::CLASS.value())?.is(class)
                {
                    let message = "args[0] from __newobj__ args has the wrong class";
                    return Err(errors::writing(thread, message));
                }
                Ok(Making::New(class, rest))
            }
            _ => Ok(Making::Call),
        }
    }

    fn save_new_with_names(
        &mut self,
        class: &Value,
        positional: &Value,
        keywords: &Value,
    ) -> Res<()> {
        let thread = self.thread;
        if self.options.protocol >= 4 {
            self.save(class)?;
            self.save(positional)?;
            self.save(keywords)?;
            return self.write(&[op::NEWOBJ_EX]);
        }
        // Older protocols have no opcode: a call without arguments, of a function that has them all.
        let mut values = vec![get_attr(thread, class, names::NEW.value())?, class.clone()];
        values.extend_from_slice(positional.as_tuple().unwrap_or(&[]));
        let mut keyword_names = Vec::new();
        thread.before_read(keywords);
        for (name, value) in keywords
            .as_dict()
            .map_or_else(Vec::new, |d| d.items(thread))
        {
            keyword_names.push(name);
            values.push(value);
        }
        let arguments = CallArgs {
            values: &values,
            names: &keyword_names,
        };
        let partial = find::library(thread, "_functools", "partial")?;
        let callable = call(thread, &partial, arguments)?;
        self.save(&callable)?;
        self.save(&Tuple::empty())?;
        self.write(&[op::REDUCE])
    }
}
