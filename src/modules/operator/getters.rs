//! `itemgetter`, `attrgetter` and `methodcaller`.

use crate::modules::import::library_attribute;
use crate::object::class::{CallArgs, SlotDef};
use crate::object::layout::id_of;
use crate::object::{NativeDef, Payload, Res, Sharing, Str, Thread, Tuple, Value};
use crate::runtime::classes::ClassDef;
use crate::runtime::protocol::{self, get_attr, get_item};
use crate::runtime::repr_guard::ReprGuard;
use crate::types::shared::{ReprText, class_argument};

struct ItemGetter {
    keys: Box<[Value]>,
}

impl Payload for ItemGetter {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.keys.iter().for_each(visit);
    }
}

fn wrong<T>(thread: &Thread) -> Res<T> {
    Err(thread.type_error("a getter of the operator module was expected"))
}

/// The arguments of a constructor that takes at least one, and no keywords.
fn at_least_one<'a>(thread: &Thread, name: &str, args: CallArgs<'a>) -> Res<&'a [Value]> {
    if !args.names.is_empty() {
        return Err(thread.type_error(format!("{name}() takes no keyword arguments")));
    }
    if args.values.is_empty() {
        return Err(thread.type_error(format!("{name} expected 1 argument, got 0")));
    }
    Ok(args.values)
}

/// The one argument of a call of a getter.
fn only<'a>(thread: &Thread, name: &str, args: CallArgs<'a>) -> Res<&'a Value> {
    if !args.names.is_empty() {
        return Err(thread.type_error(format!("{name}() takes no keyword arguments")));
    }
    match args.values {
        [object] => Ok(object),
        given => Err(thread.type_error(format!("{name} expected 1 argument, got {}", given.len()))),
    }
}

fn new_itemgetter(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let keys = at_least_one(thread, "itemgetter", args)?.into();
    thread.alloc_instance(class_argument(thread, class)?, ItemGetter { keys })
}

fn call_itemgetter(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    let Some(getter) = value.payload::<ItemGetter>() else {
        return wrong(thread);
    };
    let object = only(thread, "itemgetter", args)?;
    if let [key] = &getter.keys[..] {
        return get_item(thread, object, key);
    }
    let items = getter.keys.iter();
    let items = items.map(|key| get_item(thread, object, key));
    Tuple::from_vec(thread, items.collect::<Res<Vec<_>>>()?)
}

/// `operator.name(first, …, keyword=value, …)`
fn repr_of(thread: &Thread, value: &Value, parts: &[Value], keywords: &[(Value, Value)]) -> Res {
    let name = thread.class_of(value).name.get();
    let name = name.as_str().unwrap_or_default();
    let Some(_guard) = ReprGuard::enter(thread, value) else {
        return Str::new_value(thread, &format!("operator.{name}(...)"));
    };
    let mut text = ReprText::new(&format!("operator.{name}("));
    for (i, part) in parts.iter().enumerate() {
        text.push_item(thread, part, i == 0)?;
    }
    for (name, part) in keywords {
        text.push(", ");
        text.push(name.as_str().unwrap_or_default());
        text.push("=");
        text.push_repr(thread, part)?;
    }
    text.finish(thread, ")")
}

fn itemgetter_repr(thread: &Thread, value: &Value) -> Res {
    match value.payload::<ItemGetter>() {
        Some(getter) => repr_of(thread, value, &getter.keys, &[]),
        None => wrong(thread),
    }
}

fn reduced(thread: &Thread, value: &Value, parts: &[Value]) -> Res {
    let parts = Tuple::from_slice(thread, parts)?;
    Tuple::pair(thread, thread.class_of(value).object(), parts)
}

fn itemgetter_reduce(thread: &Thread, args: &[Value]) -> Res {
    match args[0].payload::<ItemGetter>() {
        Some(getter) => reduced(thread, &args[0], &getter.keys),
        None => wrong(thread),
    }
}

/// `itemgetter`
pub static ITEMGETTER: ClassDef = ClassDef {
    name: "operator.itemgetter",
    doc: "A callable that reads items of its argument: itemgetter(2)(r) is r[2].",
    signature: "(item, /, *items)",
    flags: 0,
    layout: Some(id_of::<ItemGetter>),
    methods: &[NativeDef::method(
        "__reduce__",
        "(self, /)",
        itemgetter_reduce,
    )],
    slots: &[
        SlotDef::New(new_itemgetter),
        SlotDef::Call(call_itemgetter),
        SlotDef::Repr(itemgetter_repr),
    ],
    ..ClassDef::DEFAULT
};

struct AttrGetter {
    names: Box<[Value]>,
    /// The parts of each dotted name, interned.
    paths: Box<[Box<[Value]>]>,
}

impl Payload for AttrGetter {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.names.iter().for_each(&mut *visit);
        self.paths.iter().flatten().for_each(visit);
    }
}

fn new_attrgetter(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let names = at_least_one(thread, "attrgetter", args)?;
    let mut paths = Vec::with_capacity(names.len());
    for name in names {
        let Some(text) = name.as_str_object() else {
            return Err(thread.type_error("attribute name must be a string"));
        };
        let parts = text.as_bytes().split(|&byte| byte == b'.');
        let parts = parts.map(|part| thread.intern(part));
        paths.push(parts.collect::<Res<Vec<_>>>()?.into_boxed_slice());
    }
    let getter = AttrGetter {
        names: names.into(),
        paths: paths.into_boxed_slice(),
    };
    thread.alloc_instance(class_argument(thread, class)?, getter)
}

fn follow(thread: &Thread, object: &Value, path: &[Value]) -> Res {
    let mut object = object.clone();
    for name in path {
        object = get_attr(thread, &object, name)?;
    }
    Ok(object)
}

fn call_attrgetter(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    let Some(getter) = value.payload::<AttrGetter>() else {
        return wrong(thread);
    };
    let object = only(thread, "attrgetter", args)?;
    if let [path] = &getter.paths[..] {
        return follow(thread, object, path);
    }
    let items = getter.paths.iter();
    let items = items.map(|path| follow(thread, object, path));
    Tuple::from_vec(thread, items.collect::<Res<Vec<_>>>()?)
}

fn attrgetter_repr(thread: &Thread, value: &Value) -> Res {
    match value.payload::<AttrGetter>() {
        Some(getter) => repr_of(thread, value, &getter.names, &[]),
        None => wrong(thread),
    }
}

fn attrgetter_reduce(thread: &Thread, args: &[Value]) -> Res {
    match args[0].payload::<AttrGetter>() {
        Some(getter) => reduced(thread, &args[0], &getter.names),
        None => wrong(thread),
    }
}

/// `attrgetter`
pub static ATTRGETTER: ClassDef = ClassDef {
    name: "operator.attrgetter",
    doc: "A callable that reads attributes of its argument: attrgetter('a.b')(r) is\n\
        r.a.b.",
    signature: "(attr, /, *attrs)",
    flags: 0,
    layout: Some(id_of::<AttrGetter>),
    methods: &[NativeDef::method(
        "__reduce__",
        "(self, /)",
        attrgetter_reduce,
    )],
    slots: &[
        SlotDef::New(new_attrgetter),
        SlotDef::Call(call_attrgetter),
        SlotDef::Repr(attrgetter_repr),
    ],
    ..ClassDef::DEFAULT
};

struct MethodCaller {
    /// The name of the method and the positional arguments.
    parts: Box<[Value]>,
    /// The keyword arguments.
    keywords: Box<[(Value, Value)]>,
    names: Box<[Value]>,
}

impl Payload for MethodCaller {
    const SHARING: Sharing = Sharing::Guarded;
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.parts.iter().for_each(&mut *visit);
        for (name, value) in &self.keywords {
            visit(name);
            visit(value);
        }
        self.names.iter().for_each(visit);
    }
}

fn new_methodcaller(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let Some(name) = args.positional().first() else {
        return Err(thread.type_error("methodcaller needs at least one argument, the method name"));
    };
    let Some(text) = name.as_str_object() else {
        return Err(thread.type_error("method name must be a string"));
    };
    let mut parts = args.positional().to_vec();
    if let Some(first) = parts.first_mut() {
        *first = thread.intern(text.as_bytes())?;
    }
    let keywords = args.keywords().map(|(a, b)| (a.clone(), b.clone()));
    let caller = MethodCaller {
        parts: parts.into_boxed_slice(),
        keywords: keywords.collect(),
        names: args.names.into(),
    };
    thread.alloc_instance(class_argument(thread, class)?, caller)
}

fn call_methodcaller(thread: &Thread, value: &Value, args: CallArgs<'_>) -> Res {
    let Some(caller) = value.payload::<MethodCaller>() else {
        return wrong(thread);
    };
    let object = only(thread, "methodcaller", args)?;
    let [name, rest @ ..] = &caller.parts[..] else {
        return wrong(thread);
    };
    let method = get_attr(thread, object, name)?;
    let mut values = rest.to_vec();
    values.extend(caller.keywords.iter().map(|(_, value)| value.clone()));
    let args = CallArgs {
        values: &values,
        names: &caller.names,
    };
    protocol::call(thread, &method, args)
}

fn methodcaller_repr(thread: &Thread, value: &Value) -> Res {
    match value.payload::<MethodCaller>() {
        Some(caller) => repr_of(thread, value, &caller.parts, &caller.keywords),
        None => wrong(thread),
    }
}

/// The class and its arguments; with keywords a `functools.partial` that has name and keywords already.
fn methodcaller_reduce(thread: &Thread, args: &[Value]) -> Res {
    let Some(caller) = args[0].payload::<MethodCaller>() else {
        return wrong(thread);
    };
    let [name, rest @ ..] = &caller.parts[..] else {
        return wrong(thread);
    };
    if caller.keywords.is_empty() {
        return reduced(thread, &args[0], &caller.parts);
    }
    let mut values = vec![thread.class_object(&args[0]), name.clone()];
    values.extend(caller.keywords.iter().map(|(_, value)| value.clone()));
    let arguments = CallArgs {
        values: &values,
        names: &caller.names,
    };
    let partial = library_attribute(thread, "functools", "partial")?;
    let maker = protocol::call(thread, &partial, arguments)?;
    Tuple::pair(thread, maker, Tuple::from_slice(thread, rest)?)
}

/// `methodcaller`
pub static METHODCALLER: ClassDef = ClassDef {
    name: "operator.methodcaller",
    doc: "A callable that calls a method of its argument: methodcaller('f', 1)(r) is\n\
        r.f(1).",
    signature: "(name, /, *args, **kwargs)",
    flags: 0,
    layout: Some(id_of::<MethodCaller>),
    methods: &[NativeDef::method(
        "__reduce__",
        "(self, /)",
        methodcaller_reduce,
    )],
    slots: &[
        SlotDef::New(new_methodcaller),
        SlotDef::Call(call_methodcaller),
        SlotDef::Repr(methodcaller_repr),
    ],
    ..ClassDef::DEFAULT
};
