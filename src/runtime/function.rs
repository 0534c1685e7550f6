//! Functions, code objects, cells, bound methods and native functions as objects.
#![forbid(unsafe_code)]

use super::code::Code;
use crate::bytecode::code::{LocalKind, flags};
use crate::object::layout::core;
use crate::object::purpose::Purpose;
use crate::object::value::word;
use crate::object::{NativeDef, Payload, Res, Slot, Thread, Value};

/// A native function or method descriptor.
pub struct BuiltinFunction {
    /// Its table line.
    pub def: &'static NativeDef,
    /// The class whose method it is (`__objclass__`), or unbound.
    pub owner: Slot,
    /// The module or instance it belongs to (`__self__`), or unbound. Passed as first argument if `passes_self`.
    pub receiver: Slot,
    /// The name of its module, or unbound.
    pub module: Slot,
}

impl Payload for BuiltinFunction {
    const LAYOUT: u8 = core::BUILTIN;
    fn may_die_late(&self) -> bool {
        self.receiver.word() == word::UNBOUND
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.owner.trace(visit);
        self.receiver.trace(visit);
        self.module.trace(visit);
    }
}

/// A method bound to an instance: functions (`method`), native methods (`builtin_function_or_method`) and slot wrappers (`method-wrapper`).
pub struct BoundMethod {
    /// The callable.
    pub function: Value,
    /// The first argument.
    pub receiver: Value,
}

impl Payload for BoundMethod {
    const LAYOUT: u8 = core::BOUND_METHOD;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function);
        visit(&self.receiver);
    }
}

/// A cell of a closure.
#[derive(Default)]
pub struct Cell {
    /// The variable's value, unbound if it has none.
    pub content: Slot,
}

impl Payload for Cell {
    const LAYOUT: u8 = core::CELL;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.content.trace(visit);
    }
}

/// A script function.
pub struct Function {
    /// The code object; replaced by `__code__ = …`.
    pub code: Slot,
    /// The module's namespace.
    pub globals: Value,
    /// The namespace of built-in names that goes with `globals`.
    pub builtins: Value,
    /// `__name__`
    pub name: Slot,
    /// `__qualname__`
    pub qualname: Slot,
    /// Tuple of positional defaults, or unbound.
    pub defaults: Slot,
    /// Dict of keyword-only defaults, or unbound.
    pub kwdefaults: Slot,
    /// Tuple of cells, or unbound.
    pub closure: Slot,
    /// Dict (or tuple of pairs as compiled), or unbound.
    pub annotations: Slot,
    /// `__type_params__`, a tuple, or unbound.
    pub type_params: Slot,
    /// `__doc__`
    pub doc: Slot,
    /// `__module__`, or unbound.
    pub module: Slot,
    /// Further attributes: a dict, or unbound.
    pub dict: Slot,
    /// A tuple of the codes that `code` has replaced, and what was here before; or unbound. A frame refers to the code that it runs
    /// through its function.
    pub replaced: Slot,
}

impl Function {
    /// The namespace of a call, if the code is a module's: that lies where the cells of a closure would; without one it is the globals.
    #[cold]
    pub fn module_namespace(&self) -> Option<Value> {
        let code = self.code.get();
        let plain = &code.payload::<Code>()?.plain;
        if plain.flags & flags::OPTIMIZED != 0 {
            return None;
        }
        let closure = self.closure.get();
        let own = closure.as_tuple().and_then(|own| own.first().cloned());
        Some(own.unwrap_or_else(|| self.globals.clone()))
    }
}

/// Sees to it that a function has its whole code: most functions of the library have the heads of theirs until they are called. Others may run before
/// this comes back.
///
/// # Errors
/// MemoryError
pub fn complete(thread: &Thread, function: &Value) -> Res<()> {
    let Some(payload) = function.payload::<Function>() else {
        return Ok(());
    };
    let is_whole = |code: &Value| {
        code.payload::<Code>()
            .is_none_or(|code| code.plain.deferral.is_none())
    };
    if is_whole(&payload.code.get()) {
        return Ok(());
    }
    // Others may have done so, and go on from what they have made.
    thread.go_alone_for(Purpose::Word("reading the code of a function"));
    let head = payload.code.get();
    let head = head.payload::<Code>();
    if let Some(code) = head.map(|head| head.whole(thread)).transpose()?.flatten() {
        let code = Code::for_globals(thread, &code, &payload.globals)?;
        payload.code.set(code);
    }
    Ok(())
}

impl Payload for Function {
    const LAYOUT: u8 = core::FUNCTION;
    /// One that closes over nothing, or over its class alone (`super()`), which lives as long anyway.
    fn may_die_late(&self) -> bool {
        self.closure.word() == word::UNBOUND || {
            let code = self.code.get();
            let plain = code.payload::<Code>().map(|code| &code.plain);
            plain.is_some_and(|plain| {
                let mut free = plain
                    .locals
                    .iter()
                    .filter(|local| local.kind == LocalKind::Free);
                free.all(|local| &*local.name == "__class__")
            })
        }
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.globals);
        visit(&self.builtins);
        for slot in [
            &self.code,
            &self.name,
            &self.qualname,
            &self.defaults,
            &self.kwdefaults,
            &self.closure,
            &self.annotations,
            &self.type_params,
            &self.doc,
            &self.module,
            &self.dict,
            &self.replaced,
        ] {
            slot.trace(visit);
        }
    }
}

/// A module.
pub struct Module {
    /// Its namespace, a dict.
    pub dict: Value,
}

impl Payload for Module {
    const LAYOUT: u8 = core::MODULE;
    fn may_die_late(&self) -> bool {
        true
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.dict);
    }
}
