//! Displays, comprehensions' accumulators and f-strings.

use crate::bytecode::instr::Instr;
use crate::object::range::Slice;
use crate::object::{Builtin, Dict, List, Res, Set, Str, Tuple, Value};
use crate::runtime::frame::Frame;
use crate::runtime::protocol::{self, format};
use crate::runtime::state::ThreadState;
use crate::types;
use crate::vm::registers::Registers;

/// `BUILD_SLICE`
pub fn slice(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let parts = registers.window(instr.b(), instr.x() as usize);
    let step = parts.get(2).cloned().unwrap_or(Value::NONE);
    let value = Slice::new_value(&ts.core, parts[0].clone(), parts[1].clone(), step)?;
    registers.drop_window(instr.b(), instr.x() as usize);
    registers.put(instr.a(), value);
    Ok(())
}

/// `BUILD_TUPLE`
pub fn tuple(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    // SAFETY: the window's temporaries are given up unless this fails.
    let value =
        unsafe { Tuple::from_words(&ts.core, registers.place(instr.b()), instr.c() as usize)? };
    registers.put(instr.a(), value);
    Ok(())
}

/// `BUILD_LIST`
pub fn list(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let n = instr.c() as usize;
    let value = List::new_value(&ts.core, registers.window(instr.b(), n).to_vec())?;
    registers.drop_window(instr.b(), n);
    registers.put(instr.a(), value);
    Ok(())
}

/// `BUILD_SET`
pub fn set(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let n = instr.c() as usize;
    let value = Set::new_value(&ts.core, Builtin::Set)?;
    if let Some(set) = value.as_set() {
        for item in registers.window(instr.b(), n) {
            set.add(&ts.core, item.clone())?;
        }
    }
    registers.drop_window(instr.b(), n);
    registers.put(instr.a(), value);
    Ok(())
}

/// `BUILD_MAP`
pub fn map(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let n = 2 * instr.c() as usize;
    let value = Dict::new_value(&ts.core)?;
    if let Some(dict) = value.as_dict() {
        for pair in registers.window(instr.b(), n).chunks_exact(2) {
            dict.set(&ts.core, pair[0].clone(), pair[1].clone())?;
        }
    }
    registers.drop_window(instr.b(), n);
    registers.put(instr.a(), value);
    Ok(())
}

/// `BUILD_STRING`
pub fn string(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let n = instr.c() as usize;
    let value = format::build_string(&ts.core, registers.window(instr.b(), n))?;
    registers.drop_window(instr.b(), n);
    registers.put(instr.a(), value);
    Ok(())
}

/// `SET_ADD`
pub fn set_add(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    if let Some(set) = registers.get(instr.a()).as_set() {
        set.add(&ts.core, registers.get(instr.b()).clone())?;
    }
    registers.consume(instr.b());
    Ok(())
}

/// `MAP_ADD`
pub fn map_add(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    if let Some(dict) = registers.get(instr.a()).as_dict() {
        dict.set(
            &ts.core,
            registers.get(instr.b()).clone(),
            registers.get(instr.c()).clone(),
        )?;
    }
    registers.consume(instr.b());
    registers.consume(instr.c());
    Ok(())
}

/// `LIST_EXTEND`
pub fn list_extend(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let iterable = registers.get(instr.b());
    if !protocol::iterate::is_iterable(thread, iterable) {
        let class = thread.class_of(iterable).name_text();
        return Err(thread.type_error(format!("Value after * must be an iterable, not {class}")));
    }
    types::list::extend(thread, registers.get(instr.a()), iterable)?;
    registers.consume(instr.b());
    Ok(())
}

/// `SET_UPDATE`
pub fn set_update(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    types::set::update(thread, registers.get(instr.a()), registers.get(instr.b()))?;
    registers.consume(instr.b());
    Ok(())
}

/// The keys and values of a mapping; None if it has no `keys`.
fn mapping_items(ts: &ThreadState, mapping: &Value) -> Res<Option<Vec<(Value, Value)>>> {
    let thread = &ts.core;
    thread.before_read(mapping);
    if let Some(dict) = mapping.as_dict()
        && types::dict::iterates_plainly(thread, mapping)
    {
        return Ok(Some(dict.items(thread)));
    }
    let Some(keys) = protocol::get_attr_opt(thread, mapping, crate::object::names::KEYS.value())?
    else {
        return Ok(None);
    };
    let keys = protocol::call_positional(thread, &keys, &[])?;
    let mut items = Vec::new();
    protocol::for_each(thread, &keys, &mut |key| {
        let value = protocol::get_item(thread, mapping, &key)?;
        items.push((key, value));
        Ok(true)
    })?;
    Ok(Some(items))
}

/// `DICT_UPDATE`
pub fn dict_update(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let mapping = registers.get(instr.b());
    if !types::dict::update_from_mapping(thread, registers.get(instr.a()), mapping)? {
        return Err(thread.type_error(format!(
            "'{}' object is not a mapping",
            thread.class_of(mapping).name_text()
        )));
    }
    registers.consume(instr.b());
    Ok(())
}

/// What messages call a callable: `module.qualname()`, or the text of the object.
pub(super) fn callable_text(ts: &ThreadState, callable: &Value) -> String {
    let thread = &ts.core;
    let attribute = |name: &str| {
        let found = thread
            .intern(name.as_bytes())
            .and_then(|name| protocol::get_attr_opt(thread, callable, &name));
        match found {
            Ok(value) => value.and_then(|v| v.as_str().map(str::to_owned)),
            Err(raised) => {
                drop(thread.take_raised(raised));
                None
            }
        }
    };
    match (attribute("__qualname__"), attribute("__module__")) {
        (Some(name), Some(module)) if module != "builtins" => format!("{module}.{name}()"),
        (Some(name), _) => format!("{name}()"),
        _ => match protocol::str_of(thread, callable) {
            Ok(text) => text.as_str().unwrap_or("").to_owned(),
            Err(raised) => {
                drop(thread.take_raised(raised));
                String::new()
            }
        },
    }
}

/// `DICT_MERGE`
pub fn dict_merge(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (mapping, callable) = (registers.get(instr.b()), registers.get(instr.c()));
    let items = mapping_items(ts, mapping);
    let items = crate::runtime::raise::catch(thread, Builtin::AttributeError, items)?;
    let Some(items) = items.flatten() else {
        let class = thread.class_of(mapping).name_text();
        let callable = callable_text(ts, callable);
        return Err(thread.type_error(format!(
            "{callable} argument after ** must be a mapping, not {class}"
        )));
    };
    thread.before_write(registers.get(instr.a()));
    if let Some(dict) = registers.get(instr.a()).as_dict() {
        let mut not_text = false;
        for (key, value) in items {
            if dict.contains(thread, &key)? {
                let callable = callable_text(ts, callable);
                let name = crate::runtime::protocol::str_of(thread, &key)?;
                let name = name.as_str_object().map(Str::to_text).unwrap_or_default();
                return Err(thread.type_error(format!(
                    "{callable} got multiple values for keyword argument '{name}'"
                )));
            }
            // That a name is no string is found out last.
            not_text |= key.as_str_object().is_none();
            dict.set(thread, key, value)?;
        }
        if not_text {
            return Err(thread.type_error("keywords must be strings"));
        }
    }
    registers.consume(instr.b());
    Ok(())
}

/// `FORMAT_VALUE`
pub fn format_value(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let value = format::format_value(&ts.core, registers.get(instr.b()), instr.x(), None)?;
    registers.consume(instr.b());
    registers.put(instr.a(), value);
    Ok(())
}

/// `FORMAT_SPEC`
pub fn format_spec(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let spec = registers.get(instr.c());
    let value = format::format_value(&ts.core, registers.get(instr.b()), instr.x(), Some(spec))?;
    registers.consume(instr.b());
    registers.consume(instr.c());
    registers.put(instr.a(), value);
    Ok(())
}
