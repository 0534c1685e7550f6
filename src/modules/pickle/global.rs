//! Writing objects that go by module and name.

use super::encoder::Encoder;
use super::find::{dotted_path, follow, library_entry, module_named, old_names};
use super::{errors, opcodes as op};
use crate::object::{Builtin, Raised, Res, Str, Thread, Tuple, Value, names};
use crate::runtime::protocol::attribute::shown_name;
use crate::runtime::protocol::{self, get_attr, get_attr_opt};
use crate::runtime::raise;
use crate::runtime::state::interpreter;
use crate::types::text::args::builtin;

/// The name of the module that an object belongs to.
fn module_of(thread: &Thread, object: &Value, path: &[&[u8]]) -> Res {
    let mut module = get_attr_opt(thread, object, names::MODULE.value())?;
    if object.is(Builtin::ExceptionGroup.class()) {
        // CPython makes this class when it starts, with a text of its own for the name of its module.
        module = Some(Str::new_value(thread, "builtins")?);
    }
    if let Some(module) = module.filter(|module| !module.is_none()) {
        return Ok(module);
    }
    let modules = interpreter(thread).modules.get();
    thread.before_read(&modules);
    let entries = modules.as_dict().map_or_else(Vec::new, |d| d.items(thread));
    for (name, module) in entries {
        if module.is_none() || name.as_str() == Some("__main__") {
            continue;
        }
        if let Some((found, _)) = follow(thread, &module, path)?
            && found.is(object)
        {
            return Ok(name);
        }
    }
    Ok(names::MAIN.value().clone())
}

impl Encoder<'_> {
    #[cold]
    fn cannot_write(&self, object: &Value, why: &str) -> Raised {
        match protocol::repr(self.thread, object) {
            Ok(shown) => {
                let shown = shown_name(&shown);
                errors::writing(self.thread, format!("Can't pickle {shown}: {why}"))
            }
            Err(raised) => raised,
        }
    }

    /// Writes a class; those of None, Ellipsis and NotImplemented have no names.
    pub(super) fn save_class(&mut self, class: &Value) -> Res<()> {
        let singletons = [
            (Builtin::NoneType, Value::NONE),
            (Builtin::EllipsisType, Value::ELLIPSIS),
            (Builtin::NotImplementedType, Value::NOT_IMPLEMENTED),
        ];
        for (builtin, only) in singletons {
            if class.is(builtin.class()) {
                let arguments = Tuple::from_vec(self.thread, vec![only])?;
                let reduced = Tuple::pair(self.thread, Builtin::Type.class().clone(), arguments)?;
                return self.save_reduced(&reduced, Some(class));
            }
        }
        self.save_global(class, None)
    }

    /// Writes an object by its name, which leads to it.
    pub(super) fn save_global(&mut self, object: &Value, name: Option<&Value>) -> Res<()> {
        let thread = self.thread;
        let name = match name {
            Some(name) => name.clone(),
            None => match get_attr_opt(thread, object, names::QUALNAME.value())? {
                Some(name) => name,
                None => get_attr(thread, object, names::NAME.value())?,
            },
        };
        let path = dotted_path(thread, &name, None)?;
        let module_name = module_of(thread, object, &path)?;
        let module = match module_named(thread, &module_name) {
            Ok(module) => module,
            Err(raised) if raise::raised_is(thread, Builtin::Exception) => {
                drop(thread.take_raised(raised));
                let shown = shown_name(&protocol::repr(thread, &module_name)?);
                let why = format!("import of module {shown} failed");
                return Err(self.cannot_write(object, &why));
            }
            Err(raised) => return Err(raised),
        };
        let (text, module_text) = (shown_name(&name), shown_name(&module_name));
        let Some((found, parent)) = follow(thread, &module, &path)? else {
            let why = format!("attribute lookup {text} on {module_text} failed");
            return Err(self.cannot_write(object, &why));
        };
        if !found.is(object) {
            let why = format!("it's not the same object as {module_text}.{text}");
            return Err(self.cannot_write(object, &why));
        }
        if self.options.protocol >= 2 && self.save_extension(object, &module_name, &name)? {
            return Ok(());
        }
        let is_nested = !parent.is(&module);
        if self.options.protocol >= 4 {
            self.save(&module_name)?;
            match (is_nested, path.last()) {
                (false, Some(last)) if path.len() > 1 => {
                    self.save(&Str::from_bytes(thread, last)?)?;
                }
                _ => self.save(&name)?,
            }
            self.write(&[op::STACK_GLOBAL])?;
        } else if is_nested {
            self.save_nested(&module_name, &path)?;
        } else {
            let last = path.last().copied().unwrap_or(b"");
            self.save_top_level(&module_name, last)?;
        }
        self.memoize(object)
    }

    /// Writes the code that copyreg has for a name; false if it has none.
    fn save_extension(&mut self, object: &Value, module: &Value, name: &Value) -> Res<bool> {
        let thread = self.thread;
        let key = Tuple::pair(thread, module.clone(), name.clone())?;
        let Some(code) = library_entry(thread, "copyreg", "_extension_registry", &key)? else {
            return Ok(false);
        };
        let code = protocol::convert::index_i64(thread, &code)?;
        let [a, b, c, d] = match u32::try_from(code) {
            Ok(code @ 1..=0x7FFF_FFFF) => code.to_le_bytes(),
            _ => {
                let shown = shown_name(&protocol::repr(thread, object)?);
                return Err(thread.error(
                    Builtin::RuntimeError,
                    format!("Can't pickle {shown}: extension code {code} is out of range"),
                ));
            }
        };
        match code {
            _ if code <= 0xFF => self.write(&[op::EXT1, a])?,
            _ if code <= 0xFFFF => self.write(&[op::EXT2, a, b])?,
            _ => self.write(&[op::EXT4, a, b, c, d])?,
        }
        Ok(true)
    }

    /// Writes an attribute of a global object, for protocols whose names have no dots: as calls of `getattr`.
    fn save_nested(&mut self, module: &Value, path: &[&[u8]]) -> Res<()> {
        let thread = self.thread;
        let Some((first, attributes)) = path.split_first() else {
            return Ok(());
        };
        let function = builtin(thread, "getattr")?;
        for _ in attributes {
            self.save(&function)?;
            if self.options.protocol < 2 {
                self.write(&[op::MARK])?;
            }
        }
        self.save_top_level(module, first)?;
        for attribute in attributes {
            self.save(&Str::from_bytes(thread, attribute)?)?;
            match self.options.protocol < 2 {
                true => self.write(&[op::TUPLE])?,
                false => self.write(&[op::TUPLE2])?,
            }
            self.write(&[op::REDUCE])?;
        }
        Ok(())
    }

    /// Writes module and name as two lines.
    fn save_top_level(&mut self, module: &Value, name: &[u8]) -> Res<()> {
        let thread = self.thread;
        let mut module = module.clone();
        let mut name = Str::from_bytes(thread, name)?;
        if self.options.protocol < 3 && self.options.fix_imports {
            (module, name) = old_names(thread, module, name)?;
        }
        self.write(&[op::GLOBAL])?;
        for (what, text) in [("module", &module), ("global", &name)] {
            let bytes = text.as_str_object().map_or(&[] as &[u8], Str::as_bytes);
            let fits = match self.options.protocol {
                3 => text.as_str().is_some(),
                _ => bytes.is_ascii(),
            };
            if !fits {
                return Err(errors::writing(
                    thread,
                    format!(
                        "can't pickle {what} identifier '{}' using pickle protocol {}",
                        shown_name(text),
                        self.options.protocol
                    ),
                ));
            }
            self.write(bytes)?;
            self.write(b"\n")?;
        }
        Ok(())
    }
}
