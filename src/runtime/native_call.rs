//! Calling native functions: the receiver, missing arguments, and the checks that method descriptors make.
#![forbid(unsafe_code)]

use super::bind::bind_as;
use super::function::BuiltinFunction;
use crate::object::class::{CallArgs, Class};
use crate::object::native::NativeKind;
use crate::object::{Builtin, NativeDef, Raised, Res, Slot, Thread, Value};

/// Arguments up to this number are laid out on the native stack.
const ON_STACK: usize = 8;

impl BuiltinFunction {
    /// The value that is passed as first argument: the receiver of a bound method.
    pub fn bound_receiver(&self) -> Option<Value> {
        match self.def.kind {
            NativeKind::Method | NativeKind::ClassMethod => self.receiver.load(),
            NativeKind::Static | NativeKind::Function => None,
        }
    }

    /// The name in messages: `list.append`, `len`; of a bound method with the class of its receiver.
    pub fn qualified_name(&self, thread: &Thread) -> String {
        let receiver = self.bound_receiver();
        let owner = match &receiver {
            Some(receiver) if receiver.as_class().is_some() => receiver.clone(),
            Some(receiver) => thread.class_object(receiver),
            None => self.owner.get(),
        };
        match owner.as_class() {
            Some(class) => format!("{}.{}", class_text(class), self.def.name),
            // Functions of `builtins` go by their name alone.
            None => match self.module.get().as_str() {
                Some(module) if module != "builtins" => format!("{module}.{}", self.def.name),
                _ => self.def.name.to_owned(),
            },
        }
    }
}

/// The qualified name of a class.
pub fn class_text(class: &Class) -> String {
    class
        .qualname
        .get()
        .as_str_object()
        .map_or_else(|| class.name_text(), |text| text.to_text().into_owned())
}

/// The name of a class without the module of a native one.
pub fn short_name(class: &Class) -> String {
    let name = class.name_text();
    match name.rsplit_once('.') {
        Some((_, last)) => last.to_owned(),
        None => name,
    }
}

/// Calls a native function or bound native method.
///
/// # Errors
/// TypeError for arguments that do not fit the signature, and what the body raises.
pub fn call_function(thread: &Thread, callable: &Value, args: CallArgs<'_>) -> Res {
    let Some(function) = callable.payload::<BuiltinFunction>() else {
        return Err(thread.type_error("a native function was expected"));
    };
    match function.bound_receiver() {
        None => run(thread, function, args),
        Some(receiver) => run_with(thread, function, &receiver, args),
    }
}

/// Calls an unbound method through its class: the first argument has to be an instance of it.
///
/// # Errors
/// TypeError for a missing or unsuitable receiver or arguments, and what the body raises.
pub fn call_method_descriptor(thread: &Thread, callable: &Value, args: CallArgs<'_>) -> Res {
    let Some(function) = callable.payload::<BuiltinFunction>() else {
        return Err(thread.type_error("a method descriptor was expected"));
    };
    let owner = function.owner.get();
    match args.positional().first() {
        Some(receiver) if thread.class_of(receiver).is_subclass_of(&owner) => {
            run(thread, function, args)
        }
        Some(receiver) => Err(wrong_receiver(thread, function, receiver)),
        None => {
            let name = function.qualified_name(thread);
            Err(thread.type_error(format!("unbound method {name}() needs an argument")))
        }
    }
}

/// TypeError: the descriptor is for other objects.
#[cold]
pub fn wrong_receiver(thread: &Thread, function: &BuiltinFunction, receiver: &Value) -> Raised {
    let owner = function.owner.get();
    thread.type_error(format!(
        "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
        function.def.name,
        owner.as_class().map_or_else(String::new, Class::name_text),
        thread.class_of(receiver).name_text()
    ))
}

/// Calls an unbound class method: the first argument has to be the owner or a subclass.
///
/// # Errors
/// TypeError for a missing or unsuitable class or arguments, and what the body raises.
pub fn call_class_method_descriptor(thread: &Thread, callable: &Value, args: CallArgs<'_>) -> Res {
    let Some(function) = callable.payload::<BuiltinFunction>() else {
        return Err(thread.type_error("a method descriptor was expected"));
    };
    let owner = function.owner.get();
    let owner_name = owner.as_class().map_or_else(String::new, Class::name_text);
    let Some(class) = args.positional().first() else {
        return Err(thread.type_error(format!(
            "descriptor '{}' of '{owner_name}' object needs an argument",
            function.def.name
        )));
    };
    check_class(thread, function, &owner, class, " as arg 2")?;
    run(thread, function, args)
}

/// TypeError unless `class` is the owner of a class method or derives from it.
pub fn check_class(
    thread: &Thread,
    function: &BuiltinFunction,
    owner: &Value,
    class: &Value,
    place: &str,
) -> Res<()> {
    let name = function.def.name;
    let owner_name = owner.as_class().map_or_else(String::new, Class::name_text);
    match class.as_class() {
        None => Err(thread.type_error(format!(
            "descriptor '{name}' for type '{owner_name}' needs a type, not a '{}'{place}",
            thread.class_of(class).name_text()
        ))),
        Some(payload) if !payload.is_subclass_of(owner) => Err(thread.type_error(format!(
            "descriptor '{name}' requires a subtype of '{owner_name}' but received '{}'",
            payload.name_text()
        ))),
        Some(_) => Ok(()),
    }
}

fn run_with(
    thread: &Thread,
    function: &BuiltinFunction,
    receiver: &Value,
    args: CallArgs<'_>,
) -> Res {
    let total = args.values.len() + 1;
    if total <= ON_STACK {
        let mut values = [const { Value::UNBOUND }; ON_STACK];
        values[0] = receiver.clone();
        values[1..total].clone_from_slice(args.values);
        if let Some(count) = direct_count(function, total, args) {
            return invoke(thread, function, args.values, &values[..count]);
        }
        let args = CallArgs {
            values: &values[..total],
            names: args.names,
        };
        return run(thread, function, args);
    }
    let mut values = Vec::with_capacity(total);
    values.push(receiver.clone());
    values.extend_from_slice(args.values);
    let args = CallArgs {
        values: &values,
        names: args.names,
    };
    run(thread, function, args)
}

/// How many values the body takes when `total` positional arguments need no binding but unbound markers behind them.
fn direct_count(function: &BuiltinFunction, total: usize, args: CallArgs<'_>) -> Option<usize> {
    let arity = &function.def.arity;
    let simple =
        args.names.is_empty() && arity.keyword_only == 0 && !arity.double_star && !arity.star;
    let most = arity.positional as usize;
    let fits = simple && total >= arity.required as usize && total <= most && most <= ON_STACK;
    fits.then_some(most)
}

fn run(thread: &Thread, function: &BuiltinFunction, args: CallArgs<'_>) -> Res {
    let given = args.values.len();
    let def = function.def;
    if let Some(count) = direct_count(function, given, args) {
        if count == given {
            return invoke(thread, function, args.values, args.values);
        }
        let mut values = [const { Value::UNBOUND }; ON_STACK];
        values[..given].clone_from_slice(args.values);
        return invoke(thread, function, args.values, &values[..count]);
    }
    if args.names.is_empty()
        && def.arity.star
        && def.arity.keyword_only == 0
        && !def.arity.double_star
        && given >= def.arity.positional as usize
    {
        return invoke(thread, function, args.values, args.values);
    }
    let positional = def.arity.positional as usize;
    if args.names.is_empty()
        && def.arity.keyword_required == 0
        && given >= def.arity.required as usize
        && (given <= positional || def.arity.star)
    {
        // The places of keyword-only parameters and of the keywords, of which none is given, stand before the extra arguments.
        let (own, fixed) = (given.min(positional), def.arity.fixed());
        let total = fixed + given - own;
        if total <= ON_STACK {
            let mut values = [const { Value::UNBOUND }; ON_STACK];
            values[..own].clone_from_slice(&args.values[..own]);
            values[fixed..total].clone_from_slice(&args.values[own..]);
            return invoke(thread, function, args.values, &values[..total]);
        }
    }
    let bound = bind_as(thread, &|| function.qualified_name(thread), def, args)?;
    invoke(thread, function, args.values, &bound)
}

/// Calls the body with one value for each parameter; `given` is what the caller has handed over.
#[inline(always)]
fn invoke(thread: &Thread, function: &BuiltinFunction, given: &[Value], values: &[Value]) -> Res {
    let def = function.def;
    if thread.is_direct(given.as_ptr() as u64) {
        thread.before_direct_native(function, def, values);
    } else {
        thread.before_native(function, def, values);
    }
    (def.body)(thread, values)
}

/// A native method that no class has, bound to an instance.
///
/// # Errors
/// MemoryError
pub fn bound_method(thread: &Thread, def: &'static NativeDef, receiver: &Value) -> Res {
    bind_of(thread, def, Value::UNBOUND, receiver)
}

/// A native method bound to an instance, or a class method bound to a class.
///
/// # Errors
/// MemoryError
pub fn bind_receiver(thread: &Thread, function: &BuiltinFunction, receiver: &Value) -> Res {
    bind_of(thread, function.def, function.owner.get(), receiver)
}

fn bind_of(thread: &Thread, def: &'static NativeDef, owner: Value, receiver: &Value) -> Res {
    let bound = BuiltinFunction {
        def,
        owner: Slot::new(owner),
        receiver: Slot::new(receiver.clone()),
        module: Slot::empty(),
    };
    thread.alloc(Builtin::BuiltinFunction, bound)
}
