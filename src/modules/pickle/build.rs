//! Opcodes that find objects by name, make instances, and fill them.

use super::decoder::Decoder;
use super::instance::has_usual_dict;
use super::{buffer, errors, find};
use crate::object::class::CallArgs;
use crate::object::layout::core;
use crate::object::{Builtin, Dict, List, Raised, Res, Str, Tuple, Value, names};
use crate::runtime::protocol::attribute::{shown_name, uses_generic};
use crate::runtime::protocol::{
    self, call_method, call_positional, get_attr, get_attr_opt, set_attr, set_item,
};
use crate::runtime::safepoint::poll;
use crate::types::set::update as update_set;

impl Decoder<'_> {
    // By name.

    pub(super) fn stack_global(&mut self) -> Res<()> {
        let name = self.pop()?;
        let module = self.pop()?;
        if !name.is_exact(Builtin::Str) || !module.is_exact(Builtin::Str) {
            return Err(errors::reading(self.thread, "STACK_GLOBAL requires str"));
        }
        let found = self.find_class(&module, &name)?;
        self.push(found)
    }

    /// The object of a name, as the unpickler finds it.
    pub(super) fn find_class(&mut self, module: &Value, name: &Value) -> Res {
        match &self.options.finder {
            Some(finder) => {
                let method = self.thread.intern(b"find_class")?;
                let arguments = [module.clone(), name.clone()];
                call_method(self.thread, finder, &method, &arguments)
            }
            None => find_global(
                self.thread,
                module,
                name,
                self.protocol,
                self.options.fix_imports,
            ),
        }
    }

    /// The object of a code that copyreg knows.
    pub(super) fn extension(&mut self, code: i64) -> Res<()> {
        let thread = self.thread;
        if code <= 0 {
            return Err(errors::reading(thread, "EXT specifies code <= 0"));
        }
        let number = thread.int(code)?;
        let known = find::library_entry(thread, "copyreg", "_extension_cache", &number)?;
        if let Some(found) = known {
            return self.push(found);
        }
        let key = find::library_entry(thread, "copyreg", "_inverted_registry", &number)?;
        let Some(key) = key else {
            return Err(thread.value_error(format!("unregistered extension code {code}")));
        };
        let (module, name) = match key.as_tuple() {
            Some([module, name])
                if module.as_str_object().is_some() && name.as_str_object().is_some() =>
            {
                (module.clone(), name.clone())
            }
            _ => {
                let message = format!("_inverted_registry[{code}] isn't a 2-tuple of strings");
                return Err(thread.value_error(message));
            }
        };
        let found = self.find_class(&module, &name)?;
        let cache = find::library_dict(thread, "copyreg", "_extension_cache")?;
        set_item(thread, &cache, &number, &found)?;
        self.push(found)
    }

    pub(super) fn persistent(&mut self, id: &Value) -> Res<()> {
        let Some(function) = &self.options.persistent_load else {
            return Err(no_persistent_load(self.thread));
        };
        let found = call_positional(self.thread, function, std::slice::from_ref(id))?;
        self.push(found)
    }

    // Buffers.

    pub(super) fn next_buffer(&mut self) -> Res<()> {
        let thread = self.thread;
        let Some(buffers) = &self.options.buffers else {
            let message =
                "pickle stream refers to out-of-band data but no *buffers* argument was given";
            return Err(errors::reading(thread, message));
        };
        match protocol::next(thread, buffers)? {
            Some(next) => self.push(next),
            None => Err(errors::reading(thread, "not enough out-of-band buffers")),
        }
    }

    pub(super) fn read_only_buffer(&mut self) -> Res<()> {
        let value = self.pop()?;
        let value = buffer::read_only(self.thread, &value)?;
        self.push(value)
    }

    // Instances.

    pub(super) fn make_instance(&mut self) -> Res<()> {
        let start = self.take_mark()?;
        let mut arguments = self.take_from(start)?;
        if arguments.is_empty() {
            return Err(self.underflow());
        }
        let class = arguments.remove(0);
        let instance = self.instantiate(&class, arguments)?;
        self.push(instance)
    }

    /// An instance of a class of old: without arguments `__init__` is not called, unless the class has `__getinitargs__`.
    pub(super) fn instantiate(&mut self, class: &Value, arguments: Vec<Value>) -> Res {
        let thread = self.thread;
        if arguments.is_empty() && class.as_class().is_some() {
            let name = thread.intern(b"__getinitargs__")?;
            if get_attr_opt(thread, class, &name)?.is_none() {
                let class = std::slice::from_ref(class);
                return call_method(thread, &class[0], names::NEW.value(), class);
            }
        }
        call_positional(thread, class, &arguments)
    }

    pub(super) fn reduce(&mut self) -> Res<()> {
        let arguments = self.pop()?;
        let callable = self.pop()?;
        let Some(values) = arguments.as_tuple() else {
            return Err(self.thread.type_error("argument list must be a tuple"));
        };
        let made = call_positional(self.thread, &callable, values)?;
        self.push(made)
    }

    /// `cls.__new__(cls, *args, **kwargs)`, by the class's own slot.
    pub(super) fn new_object(&mut self, with_names: bool) -> Res<()> {
        let thread = self.thread;
        let keywords = match with_names {
            true => Some(self.pop()?),
            false => None,
        };
        let arguments = self.pop()?;
        let class = self.pop()?;
        let opcode = if with_names { "NEWOBJ_EX" } else { "NEWOBJ" };
        let wrong = |what: &str, wanted: &str, given: &Value| {
            let given = thread.class_of(given).name_text();
            errors::reading(
                thread,
                format!("{opcode} {what} argument must be a {wanted}, not {given}"),
            )
        };
        let Some(payload) = class.as_class() else {
            return Err(wrong("class", "type", &class));
        };
        let Some(construct) = payload.construct() else {
            // CPython names the class of the class.
            let name = thread.class_of(&class).name_text();
            let message = format!("{opcode} class argument '{name}' doesn't have __new__");
            return Err(errors::reading(thread, message));
        };
        let Some(values) = arguments.as_tuple() else {
            return Err(wrong("args", "tuple", &arguments));
        };
        let mut keyword_names = Vec::new();
        let mut all = Vec::new();
        if let Some(keywords) = &keywords {
            thread.before_read(keywords);
            let Some(dict) = keywords.as_dict() else {
                return Err(wrong("kwargs", "dict", keywords));
            };
            all.extend_from_slice(values);
            for (name, value) in dict.items(thread) {
                if name.as_str_object().is_none() {
                    return Err(thread.type_error("keywords must be strings"));
                }
                keyword_names.push(name);
                all.push(value);
            }
        }
        let arguments = CallArgs {
            values: if keywords.is_some() { &all } else { values },
            names: &keyword_names,
        };
        thread.check_stack("")?;
        thread.before_call(&class, arguments.values);
        let made = construct(thread, &class, arguments)?;
        self.push(made)
    }

    /// Gives an object its state.
    pub(super) fn build(&mut self) -> Res<()> {
        let thread = self.thread;
        self.need(2)?;
        let state = self.pop()?;
        let Some(object) = self.stack.last() else {
            return Err(self.underflow());
        };
        if let Some(method) = get_attr_opt(thread, object, names::SETSTATE.value())? {
            return call_positional(thread, &method, &[state]).map(drop);
        }
        let (state, fields) = match state.as_tuple() {
            Some([state, fields]) => (state.clone(), Some(fields.clone())),
            _ => (state, None),
        };
        if !state.is_none() {
            let Some(dict) = state.as_dict() else {
                return Err(errors::reading(thread, "state is not a dictionary"));
            };
            set_state(self, object, &state, dict)?;
        }
        let Some(fields) = fields else {
            return Ok(());
        };
        thread.before_read(&fields);
        let Some(dict) = fields.as_dict() else {
            return Err(errors::reading(thread, "slot state is not a dictionary"));
        };
        for (name, value) in dict.items(thread) {
            set_attr(thread, object, &name, Some(&value))?;
        }
        Ok(())
    }

    // Filling containers.

    /// What is filled with the items from a place on, which are taken; None if there are none.
    fn filled(&mut self, start: usize) -> Res<Option<Value>> {
        if start > self.stack.len() {
            return Err(self.underflow());
        }
        self.need(self.stack.len() - start + 1)?;
        match start == self.stack.len() {
            true => Ok(None),
            false => Ok(Some(self.stack[start - 1].clone())),
        }
    }

    pub(super) fn append_from(&mut self, start: usize) -> Res<()> {
        let thread = self.thread;
        let Some(target) = self.filled(start)? else {
            return Ok(());
        };
        if let Some(list) = target.as_list().filter(|_| target.is_exact(Builtin::List)) {
            thread.before_write(&target);
            list.extend_from_slice(thread, &self.stack[start..])?;
            self.stack.truncate(start);
            return Ok(());
        }
        let items = self.take_from(start)?;
        if let Some(extend) = get_attr_opt(thread, &target, names::EXTEND.value())? {
            let items = List::new_value(thread, items)?;
            return call_positional(thread, &extend, &[items]).map(drop);
        }
        let append = get_attr(thread, &target, names::APPEND.value())?;
        for item in &items {
            call_positional(thread, &append, std::slice::from_ref(item))?;
        }
        Ok(())
    }

    pub(super) fn set_from(&mut self, start: usize) -> Res<()> {
        let thread = self.thread;
        let Some(target) = self.filled(start)? else {
            return Ok(());
        };
        if !(self.stack.len() - start).is_multiple_of(2) {
            return Err(errors::reading(thread, "odd number of items for SETITEMS"));
        }
        let exact = target.as_dict().filter(|_| target.is_exact(Builtin::Dict));
        let mut at = start;
        while let [key, value, ..] = &self.stack[at..] {
            match exact {
                Some(dict) => {
                    thread.before_write(&target);
                    dict.set(thread, key.clone(), value.clone())?;
                }
                None => set_item(thread, &target, key, value)?,
            }
            at += 2;
        }
        self.stack.truncate(start);
        Ok(())
    }

    pub(super) fn add_from(&mut self, start: usize) -> Res<()> {
        let thread = self.thread;
        let Some(target) = self.filled(start)? else {
            return Ok(());
        };
        let items = self.take_from(start)?;
        if target.as_set().is_some() && !target.is_exact(Builtin::FrozenSet) {
            let items = Tuple::from_vec(thread, items)?;
            return update_set(thread, &target, &items);
        }
        let name = thread.intern(b"add")?;
        let add = get_attr(thread, &target, &name)?;
        for item in &items {
            call_positional(thread, &add, std::slice::from_ref(item))?;
        }
        Ok(())
    }
}

/// Gives an object the attributes of a state.
fn set_state(decoder: &Decoder<'_>, object: &Value, state: &Value, dict: &Dict) -> Res<()> {
    let thread = decoder.thread;
    let class = thread.class_of(object);
    let is_usual = object.layout() == core::INSTANCE
        && !class.is_static()
        && uses_generic(class)
        && thread.has_attributes(object)
        && has_usual_dict(thread, class);
    let mut from = 0;
    if is_usual {
        // Without making the `__dict__`, as far as the keys are names.
        loop {
            thread.before_read(state);
            let Some((position, name, value)) = dict.entry_from(thread, from) else {
                return Ok(());
            };
            if !name.is_exact(Builtin::Str) {
                break;
            }
            let name = thread.intern_value(&name)?;
            if !thread.set_instance_attribute(object, &name, value)? {
                break;
            }
            from = position + 1;
            poll(thread)?;
        }
    }
    let target = get_attr(thread, object, names::DICT.value())?;
    loop {
        thread.before_read(state);
        let Some((position, mut name, value)) = dict.entry_from(thread, from) else {
            return Ok(());
        };
        if name.is_exact(Builtin::Str) {
            name = thread.intern_value(&name)?;
        }
        set_item(thread, &target, &name, &value)?;
        from = position + 1;
        poll(thread)?;
    }
}

/// UnpicklingError: there is a persistent id, and nobody who knows what to do with it.
#[cold]
pub fn no_persistent_load(thread: &crate::object::Thread) -> Raised {
    errors::reading(
        thread,
        "A load persistent id instruction was encountered, but no persistent_load function was specified.",
    )
}

/// The object that a module has under a name; from protocol 4 on names may have dots.
///
/// # Errors
/// AttributeError if there is none, and what importing the module raises.
pub fn find_global(
    thread: &crate::object::Thread,
    module: &Value,
    name: &Value,
    protocol: u8,
    fix_imports: bool,
) -> Res {
    let (module, name) = match protocol < 3 && fix_imports {
        true => find::new_names(thread, module, name)?,
        false => (module.clone(), name.clone()),
    };
    let module = find::module_named(thread, &module)?;
    let whole = name.as_str_object().map_or(&[] as &[u8], Str::as_bytes);
    let path = match protocol >= 4 {
        true => find::dotted_path(thread, &name, Some(&module))?,
        false => vec![whole],
    };
    if let Some((found, _)) = find::follow(thread, &module, &path)? {
        return Ok(found);
    }
    let name = shown_name(&protocol::repr(thread, &name)?);
    let module = shown_name(&protocol::repr(thread, &module)?);
    let message = format!("Can't get attribute {name} on {module}");
    Err(thread.error(Builtin::AttributeError, message))
}
