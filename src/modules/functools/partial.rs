//! `partial`: a function with some of its arguments given already. Its parts change only by `__setstate__`.

use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Builtin, Dict, NativeDef, Payload, Res, Slot, Str, Thread, Tuple, Value};
use crate::runtime::classes::{ClassDef, GetSetDef};
use crate::runtime::native_call::class_text;
use crate::runtime::protocol::{self, get_attr_opt};
use crate::runtime::repr_guard::ReprGuard;
use crate::runtime::warnings::warn;
use crate::types::shared::{CLASS_GETITEM, ReprText, class_argument};

struct Partial {
    function: Slot,
    /// A tuple.
    args: Slot,
    /// A dict.
    keywords: Slot,
}

impl Payload for Partial {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.function.trace(visit);
        self.args.trace(visit);
        self.keywords.trace(visit);
    }
}

fn partial<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Partial> {
    value
        .payload::<Partial>()
        .ok_or_else(|| thread.type_error("a partial object was expected"))
}

fn new_partial(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let [function, rest @ ..] = args.positional() else {
        return Err(thread.type_error("type 'partial' takes at least one argument"));
    };
    if thread.class_of(function).call().is_none() {
        return Err(thread.type_error("the first argument must be callable"));
    }
    let mut function = function.clone();
    let mut positional = Vec::new();
    let mut keywords = Dict::new_value(thread)?;
    let inner = function.clone();
    // A partial of a partial that has no attributes is one partial.
    if let Some(inner_partial) = inner.payload::<Partial>()
        && attributes(thread, &inner)?.is_none()
    {
        function = inner_partial.function.get();
        let given = inner_partial.args.get();
        positional.extend_from_slice(given.as_tuple().unwrap_or_default());
        if let Some(given) = inner_partial.keywords.get().as_dict() {
            keywords = given.copy_value(thread)?;
        }
    }
    positional.extend_from_slice(rest);
    if let Some(dict) = keywords.as_dict() {
        for (name, value) in args.keywords() {
            dict.set(thread, name.clone(), value.clone())?;
        }
    }
    let payload = Partial {
        function: Slot::new(function),
        args: Slot::new(Tuple::from_vec(thread, positional)?),
        keywords: Slot::new(keywords),
    };
    thread.alloc_instance(class_argument(thread, class)?, payload)
}

fn call(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    let this = partial(thread, value)?;
    let (function, first, keywords) = (this.function.get(), this.args.get(), this.keywords.get());
    let keywords = keywords.as_dict();
    let first = first.as_tuple().unwrap_or_default();
    let more = keywords.map_or(0, Dict::len);
    let mut values = Vec::with_capacity(first.len() + args.values.len() + more);
    values.extend_from_slice(first);
    values.extend_from_slice(args.positional());
    let Some(keywords) = keywords.filter(|_| more > 0) else {
        values.extend(args.keywords().map(|(_, value)| value.clone()));
        let names = args.names;
        let args = CallArgs {
            values: &values,
            names,
        };
        return protocol::call(thread, &function, args);
    };
    if args.names.is_empty() {
        return call_with(thread, &function, values, keywords);
    }
    let merged = keywords.copy_value(thread)?;
    let Some(merged) = merged.as_dict() else {
        return Err(thread.type_error("a dict was expected"));
    };
    for (name, value) in args.keywords() {
        merged.set(thread, name.clone(), value.clone())?;
    }
    call_with(thread, &function, values, merged)
}

/// Calls a function with positional and keyword arguments.
fn call_with(thread: &Thread, function: &Value, mut values: Vec<Value>, keywords: &Dict) -> Res {
    let mut names = Vec::with_capacity(keywords.len());
    let mut from = 0;
    while let Some((position, name, value)) = keywords.entry_from(thread, from) {
        names.push(name);
        values.push(value);
        from = position + 1;
    }
    let args = CallArgs {
        values: &values,
        names: &names,
    };
    protocol::call(thread, function, args)
}

fn repr(thread: &Thread, value: &Value) -> Res {
    let this = partial(thread, value)?;
    let class = thread.class_of(value);
    let module = protocol::get_attr_str(thread, &class.object(), "__module__")?;
    let name = format!(
        "{}.{}",
        module.as_str().unwrap_or_default(),
        class_text(class)
    );
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, "...");
    };
    let (first, keywords) = (this.args.get(), this.keywords.get());
    let mut text = ReprText::new(&name);
    text.push("(");
    text.push_repr(thread, &this.function.get())?;
    for item in first.as_tuple().unwrap_or_default() {
        text.push_item(thread, item, false)?;
    }
    for (name, item) in keywords
        .as_dict()
        .map_or_else(Vec::new, |dict| dict.items(thread))
    {
        text.push(", ");
        let name = protocol::str_of(thread, &name)?;
        text.push(name.as_str().unwrap_or_default());
        text.push("=");
        text.push_repr(thread, &item)?;
    }
    text.finish(thread, ")")
}

/// The instance's `__dict__`, None if it is empty.
fn attributes(thread: &Thread, value: &Value) -> Res {
    let name = thread.intern(b"__dict__")?;
    Ok(match get_attr_opt(thread, value, &name)? {
        Some(dict) if dict.as_dict().is_some_and(|dict| !dict.is_empty()) => dict,
        _ => Value::NONE,
    })
}

fn get(thread: &Thread, value: &Value, instance: Option<&Value>, _: &Value) -> Res {
    if instance.is_some() {
        let message = "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior";
        warn(thread, Builtin::FutureWarning, message)?;
    }
    Ok(value.clone())
}

fn reduce(thread: &Thread, args: &[Value]) -> Res {
    let this = partial(thread, &args[0])?;
    let function = this.function.get();
    let state = vec![
        function.clone(),
        this.args.get(),
        this.keywords.get(),
        attributes(thread, &args[0])?,
    ];
    let class = thread.class_of(&args[0]).object();
    let arguments = Tuple::from_vec(thread, vec![function])?;
    let state = Tuple::from_vec(thread, state)?;
    Tuple::from_vec(thread, vec![class, arguments, state])
}

fn set_state(thread: &Thread, args: &[Value]) -> Res {
    let this = partial(thread, &args[0])?;
    let invalid = || thread.type_error("invalid partial state");
    let Some([function, first, keywords, attributes]) = args[1].as_tuple() else {
        return Err(invalid());
    };
    let Some(items) = first.as_tuple() else {
        return Err(invalid());
    };
    if thread.class_of(function).call().is_none()
        || !(keywords.is_none() || keywords.as_dict().is_some())
        || !(attributes.is_none() || attributes.as_dict().is_some())
    {
        return Err(invalid());
    }
    let items = match first.is_exact(Builtin::Tuple) {
        true => first.clone(),
        false => Tuple::from_slice(thread, items)?,
    };
    let keywords = match keywords.as_dict() {
        Some(_) if keywords.is_exact(Builtin::Dict) => keywords.clone(),
        Some(dict) => dict.copy_value(thread)?,
        None => Dict::new_value(thread)?,
    };
    this.function.set(function.clone());
    this.args.set(items);
    this.keywords.set(keywords);
    let namespace = match attributes.as_dict() {
        Some(_) => attributes.clone(),
        None => Dict::new_value(thread)?,
    };
    thread.set_instance_dict(&args[0], namespace)?;
    Ok(Value::NONE)
}

fn get_function(thread: &Thread, value: &Value) -> Res {
    Ok(partial(thread, value)?.function.get())
}

fn get_args(thread: &Thread, value: &Value) -> Res {
    Ok(partial(thread, value)?.args.get())
}

fn get_keywords(thread: &Thread, value: &Value) -> Res {
    Ok(partial(thread, value)?.keywords.get())
}

/// `partial`
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Object,
    name: "functools.partial",
    doc: "A function with some of its arguments given in advance.",
    signature: "(func, /, *args, **keywords)",
    flags: class_flag::BASE | class_flag::WEAKREF,
    layout: Some(id_of::<Partial>),
    has_dict: true,
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", set_state)
            .shown_as("($self, object, /)"),
        CLASS_GETITEM,
    ],
    slots: &[
        SlotDef::New(new_partial),
        SlotDef::Call(call),
        SlotDef::DescrGet(get),
        SlotDef::Repr(repr),
    ],
    members: &["args", "func", "keywords"],
    getset: &[
        GetSetDef::new("func", get_function).doc("The function that is called."),
        GetSetDef::new("args", get_args)
            .doc("Positional arguments that come before those of the call."),
        GetSetDef::new("keywords", get_keywords)
            .doc("Keyword arguments, which those of the call override."),
    ],
    ..ClassDef::DEFAULT
};
