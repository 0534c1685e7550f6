//! Native classes from tables: the static ones of the process, and those that native modules make per interpreter.
//!
//! Static classes are made before the first interpreter, when there is neither heap nor thread: their namespaces, names and descriptors are
//! immortal objects outside of any heap, and their attributes are found by the addresses of process-wide names, never by hash.

use super::ClassDef;
use crate::object::builtin::{ALL, COUNT};
use crate::object::class::{Class, SLOTS, SlotId, class_flag};
use crate::object::layout::{self, Payload, core};
use crate::object::lookup::StaticNamespace;
use crate::object::native::{Beside, NativeKind};
use crate::object::shape::InstanceLayout;
use crate::object::{
    Builtin, Dict, NativeDef, Res, Slot, Str, Thread, Tuple, Value, instance, names,
};
use crate::runtime::descriptor::{ClassMethod, GetSet, Member, SlotWrapper, StaticMethod};
use crate::runtime::function::{BoundMethod, BuiltinFunction, Cell, Function, Module};
use crate::runtime::slots::{Kind, METHODS};
use crate::runtime::state::interpreter;
use std::sync::Once;

/// Where the objects of a namespace are made.
enum Maker<'t> {
    /// Outside of any heap, never freed.
    Immortal,
    /// In an interpreter.
    Heap(&'t Thread),
}

impl Maker<'_> {
    fn object<T: Payload>(&self, class: Builtin, payload: T) -> Res {
        match self {
            Maker::Immortal => Ok(names::immortal_object(class, payload)),
            Maker::Heap(thread) => thread.alloc_instance(class.get(), payload),
        }
    }

    fn name(&self, text: &'static str) -> Res {
        match self {
            Maker::Immortal => Ok(names::immortal_text(text)),
            Maker::Heap(thread) => thread.intern(text.as_bytes()),
        }
    }

    fn text(&self, text: &'static str) -> Res {
        match self {
            Maker::Immortal => Ok(names::immortal_text(text)),
            Maker::Heap(thread) => Str::new_value(thread, text),
        }
    }
}

/// Makes the static class objects from their tables; called at the start of every way to an interpreter, the first call does the work.
/// Classes without a table get an empty one.
pub fn install_static(tables: &[&'static ClassDef]) {
    static DONE: Once = Once::new();
    DONE.call_once(|| install(tables));
}

static EMPTY: ClassDef = ClassDef::DEFAULT;

fn install(tables: &[&'static ClassDef]) {
    register_core_layouts();
    let mut defs = [&EMPTY; COUNT];
    for def in tables {
        defs[def.class as usize] = def;
    }
    install_names(&defs);
    for class in ALL {
        make_class(*class, defs[*class as usize]);
    }
    for class in ALL {
        set_bases(*class);
        fill_slots(*class, defs[*class as usize]);
    }
    for class in ALL {
        let payload = class.get();
        if let Ok(entries) = namespace(
            &Maker::Immortal,
            class.class(),
            defs[*class as usize],
            class.get(),
        ) {
            payload.set_static_namespace(StaticNamespace::new(entries));
        }
    }
}

fn register_core_layouts() {
    layout::id_of::<instance::Plain>();
    layout::id_of::<Class>();
    layout::id_of::<Str>();
    layout::id_of::<crate::object::int::Int>();
    layout::id_of::<crate::object::int::Float>();
    layout::id_of::<Tuple>();
    layout::id_of::<crate::object::List>();
    layout::id_of::<Dict>();
    layout::id_of::<crate::object::Set>();
    layout::id_of::<crate::object::Bytes>();
    layout::id_of::<crate::object::Exception>();
    layout::id_of::<Function>();
    layout::id_of::<BuiltinFunction>();
    layout::id_of::<Cell>();
    layout::id_of::<BoundMethod>();
    layout::id_of::<Module>();
    layout::id_of::<StaticMethod>();
    layout::id_of::<ClassMethod>();
    layout::id_of::<crate::runtime::descriptor::Property>();
    layout::id_of::<crate::runtime::code::Code>();
    layout::id_of::<crate::runtime::generator::Generator>();
    layout::id_of::<crate::runtime::frame_object::FrameObject>();
    layout::id_of::<crate::runtime::traceback::Traceback>();
    layout::id_of::<crate::object::range::Range>();
    layout::id_of::<crate::object::iters::RangeIter>();
    layout::id_of::<crate::object::iters::ListIter>();
    layout::id_of::<crate::object::iters::StrIter>();
    layout::id_of::<crate::object::iters::TupleIter>();
    layout::id_of::<crate::object::iters::DictIter>();
}

fn install_names(defs: &[&'static ClassDef]) {
    let mut texts = Vec::new();
    for class in ALL {
        texts.push(short_name(class.name()));
    }
    for def in defs {
        texts.extend(def.methods.iter().map(|method| method.name));
        texts.extend(def.getset.iter().map(|getset| getset.name));
        texts.extend(def.constants.iter().map(|constant| constant.0));
    }
    names::install(&texts);
}

/// The part of a dotted name behind the last dot.
fn short_name(name: &'static str) -> &'static str {
    name.rsplit('.').next().unwrap_or(name)
}

fn make_class(class: Builtin, def: &ClassDef) {
    let base = (class != Builtin::Object).then(|| class.base().get());
    let layout = match (class.layout(), def.layout) {
        (_, Some(layout)) => layout(),
        (0, None) => base.map_or(core::INSTANCE, |base| base.layout),
        (known, None) => known,
    };
    let inherited = [
        class_flag::HAS_DICT,
        class_flag::WEAKREF,
        class_flag::MATCH_SELF,
    ]
    .into_iter()
    .filter(|flag| base.is_some_and(|base| base.has(*flag)))
    .fold(0, |all, flag| all | flag);
    let mut flags = def.flags | natural_flags(class) | inherited;
    if def.has_dict || class == Builtin::BaseException {
        flags |= class_flag::HAS_DICT;
    }
    let payload = Class::new(
        names::immortal_text(short_name(class.name())),
        class,
        layout,
        flags,
    );
    payload
        .qualname
        .set(names::immortal_text(short_name(class.name())));
    payload.set_native_facts(class.name(), def.signature);
    payload.set_instance_layout(instance_layout(layout, flags & class_flag::HAS_DICT != 0));
    Class::install_static(class, payload);
}

/// Layout of the instances of a native class.
fn instance_layout(layout: u8, has_dict: bool) -> InstanceLayout {
    let size = layout::info(layout).map_or(16, |info| info.size) as u32;
    let end = size.next_multiple_of(8);
    if !has_dict {
        return InstanceLayout {
            size,
            ..InstanceLayout::default()
        };
    }
    InstanceLayout {
        ext_offset: end,
        size: end + 8,
        ..InstanceLayout::default()
    }
}

/// Flags that follow from what the class is.
fn natural_flags(class: Builtin) -> u32 {
    use Builtin::*;
    let mut flags = 0;
    let is_exception = class.layout() == core::EXCEPTION;
    let is_base = matches!(
        class,
        Object
            | Type
            | Int
            | Float
            | Complex
            | Str
            | Bytes
            | ByteArray
            | Tuple
            | List
            | Dict
            | Set
            | FrozenSet
            | Property
            | StaticMethod
            | ClassMethod
            | Super
            | Module
            | Enumerate
            | Reversed
            | Zip
            | Map
            | Filter
            | SimpleNamespace
            | GenericAlias
            | Generic
    );
    if is_base || is_exception {
        flags |= class_flag::BASE;
    }
    if matches!(
        class,
        Bool | ByteArray | Bytes | Dict | Float | FrozenSet | Int | List | Set | Str | Tuple
    ) {
        flags |= class_flag::MATCH_SELF;
    }
    if matches!(class, List | Tuple | Range | MemoryView) {
        flags |= class_flag::SEQUENCE;
    }
    if matches!(class, Dict | MappingProxy) {
        flags |= class_flag::MAPPING;
    }
    if matches!(
        class,
        Function
            | Builtin::BuiltinFunction
            | Type
            | Module
            | Set
            | FrozenSet
            | Generator
            | Coroutine
            | AsyncGenerator
            | Builtin::BoundMethod
            | Code
            | MemoryView
            | GenericAlias
            | UnionType
            | TypeVar
            | ParamSpec
            | TypeVarTuple
    ) {
        flags |= class_flag::WEAKREF;
    }
    if matches!(class, Function | MethodDescriptor | WrapperDescriptor) {
        flags |= class_flag::METHOD_DESCRIPTOR;
    }
    flags
}

fn set_bases(class: Builtin) {
    let payload = class.get();
    let this = class.class().clone();
    if class == Builtin::Object {
        payload.bases.set(Tuple::empty());
        payload.mro.set(Tuple::immortal(&[this]));
        return;
    }
    let base = class.base().class().clone();
    payload.base.set(base.clone());
    let mut mro = vec![this];
    if class == Builtin::ExceptionGroup {
        // The only static class with two bases.
        let second = Builtin::Exception.class().clone();
        mro.push(base.clone());
        payload.bases.set(Tuple::immortal(&[base, second.clone()]));
        mro.extend(second.as_class().map(mro_of).unwrap_or_default());
    } else {
        payload
            .bases
            .set(Tuple::immortal(std::slice::from_ref(&base)));
        mro.extend(base.as_class().map(mro_of).unwrap_or_default());
    }
    payload.mro.set(Tuple::immortal(&mro));
}

fn mro_of(class: &Class) -> Vec<Value> {
    class
        .mro
        .get()
        .as_tuple()
        .map_or_else(Vec::new, <[Value]>::to_vec)
}

fn fill_slots(class: Builtin, def: &ClassDef) {
    let payload = class.get();
    if class != Builtin::Object {
        inherit_slots(payload, class.base().get(), def);
    }
    own_slots(payload, def);
    if !payload.has_slot(SlotId::New) {
        payload.set_flags(class_flag::NO_NEW);
    }
}

/// Slots of the base; `__new__` of object itself is not inherited by native classes, and hashing goes with equality.
fn inherit_slots(class: &Class, base: &Class, def: &ClassDef) {
    let has = |id: SlotId| def.slots.iter().any(|slot| slot.id() == id);
    for id in SLOTS {
        let skip = match id {
            SlotId::New => base.is_exact(Builtin::Object),
            SlotId::Hash => has(SlotId::Compare) || def.flags & class_flag::UNHASHABLE != 0,
            SlotId::Compare => has(SlotId::Hash),
            _ => false,
        };
        if !skip {
            class.inherit_slot(*id, base);
        }
    }
    if def.flags & class_flag::UNHASHABLE != 0 || (has(SlotId::Compare) && !has(SlotId::Hash)) {
        class.set_flags(class_flag::UNHASHABLE);
    }
}

fn own_slots(class: &Class, def: &ClassDef) {
    for slot in def.slots {
        class.set_slot(*slot);
    }
    if class.has_slot(SlotId::Finalize) {
        class.set_flags(class_flag::FINALIZER);
    }
}

/// `__new__` of a native class: a native method bound to the class, which checks the class it is called with.
static NEW: NativeDef = NativeDef::method(
    "__new__",
    "(type, /, *args, **kwargs)",
    super::construct::new_wrapper,
)
.beside(Beside::PROTOCOLS)
.shown_as("($type, *args, **kwargs)")
.doc(
    "Makes a new object of the type. The type's own documentation tells which\n\
    arguments it takes.",
);

/// The entries of a native class's namespace.
fn namespace(
    maker: &Maker<'_>,
    class: &Value,
    def: &'static ClassDef,
    payload: &Class,
) -> Res<Vec<(Value, Value)>> {
    let mut entries: Vec<(Value, Value)> = Vec::new();
    let mut put = |name: Value, value: Value| match entries.iter_mut().find(|e| e.0.is(&name)) {
        Some(entry) => entry.1 = value,
        None => entries.push((name, value)),
    };
    let has = |id: SlotId| def.slots.iter().any(|slot| slot.id() == id);
    if has(SlotId::New) {
        let function = BuiltinFunction {
            def: &NEW,
            owner: Slot::new(class.clone()),
            receiver: Slot::new(class.clone()),
            module: Slot::empty(),
        };
        put(
            names::NEW.value().clone(),
            maker.object(Builtin::BuiltinFunction, function)?,
        );
    }
    let mut seen = Vec::new();
    for method in METHODS.iter().filter(|method| has(method.slot)) {
        let name = method.name.value();
        // A method with a signature of its own takes the wrapper's place.
        let is_native = def.methods.iter().any(|own| own.name == method.name.text());
        if matches!(method.kind, Kind::None) || is_native || seen.contains(&name.word()) {
            continue;
        }
        seen.push(name.word());
        let wrapper = SlotWrapper {
            method,
            owner: Slot::new(class.clone()),
        };
        put(
            name.clone(),
            maker.object(Builtin::WrapperDescriptor, wrapper)?,
        );
    }
    for method in def.methods {
        put(
            maker.name(method.name)?,
            native_method(maker, class, method)?,
        );
    }
    for getset in def.getset {
        let (name, owner) = (maker.name(getset.name)?, Slot::new(class.clone()));
        let descriptor = match def.members.contains(&getset.name) {
            true => {
                let member = Member {
                    name: name.clone(),
                    owner,
                    offset: 0,
                    computed: Some(getset),
                };
                maker.object(Builtin::MemberDescriptor, member)?
            }
            false => maker.object(Builtin::GetSetDescriptor, GetSet { def: getset, owner })?,
        };
        put(name, descriptor);
    }
    for (name, value) in def.constants {
        put(maker.name(name)?, value());
    }
    let inherited_dict = payload
        .base
        .get()
        .as_class()
        .is_some_and(|base| base.has(class_flag::HAS_DICT));
    let own_dict = payload.has(class_flag::HAS_DICT) && !inherited_dict;
    if own_dict && !def.getset.iter().any(|getset| getset.name == "__dict__") {
        let descriptor = GetSet {
            def: &super::layout::NATIVE_DICT,
            owner: Slot::new(class.clone()),
        };
        put(
            names::DICT.value().clone(),
            maker.object(Builtin::GetSetDescriptor, descriptor)?,
        );
    }
    if payload.has(class_flag::UNHASHABLE) && !has(SlotId::Hash) {
        put(names::HASH.value().clone(), Value::NONE);
    }
    // A computed `__doc__` (of type) stays.
    if !def.getset.iter().any(|getset| getset.name == "__doc__") {
        let doc = match def.doc {
            "" => Value::NONE,
            text => maker.text(text)?,
        };
        put(names::DOC.value().clone(), doc);
    }
    Ok(entries)
}

fn native_method(maker: &Maker<'_>, class: &Value, def: &'static NativeDef) -> Res {
    let function = BuiltinFunction {
        def,
        owner: Slot::new(class.clone()),
        receiver: Slot::empty(),
        module: Slot::empty(),
    };
    match def.kind {
        NativeKind::Method => maker.object(Builtin::MethodDescriptor, function),
        NativeKind::ClassMethod => maker.object(Builtin::ClassMethodDescriptor, function),
        NativeKind::Static | NativeKind::Function => {
            let function = maker.object(Builtin::BuiltinFunction, function)?;
            let method = StaticMethod {
                callable: Slot::new(function),
            };
            maker.object(Builtin::StaticMethod, method)
        }
    }
}

/// A class of a native module, made when the module is imported. Its instances are made with `thread.alloc_instance(class, payload)`.
///
/// # Errors
/// MemoryError
pub fn native_class(thread: &Thread, def: &'static ClassDef) -> Res {
    native_class_with_base(thread, def, def.class.class())
}

/// The one class of a table that an interpreter has, made by `make` when it is first asked for.
///
/// # Errors
/// MemoryError
pub fn once(
    thread: &Thread,
    def: &'static ClassDef,
    make: fn(&Thread, &'static ClassDef) -> Res,
) -> Res {
    let known = &interpreter(thread).native_classes;
    let classes = match known.load() {
        Some(classes) => classes,
        None => {
            let classes = Dict::new_value(thread)?;
            known.set(classes.clone());
            classes
        }
    };
    let name = thread.intern(def.name.as_bytes())?;
    let Some(classes) = classes.as_dict() else {
        return make(thread, def);
    };
    if let Some(class) = classes.get_str(thread, &name) {
        return Ok(class);
    }
    let class = make(thread, def)?;
    classes.set(thread, name, class.clone())?;
    Ok(class)
}

/// As [`native_class`], derived from a class of a native module; `def.class` is still the built-in class at its root.
///
/// # Errors
/// MemoryError
pub fn native_class_with_base(thread: &Thread, def: &'static ClassDef, base: &Value) -> Res {
    let Some(base_class) = base.as_class() else {
        return Err(thread.error(Builtin::SystemError, "base of a native class is no class"));
    };
    let layout = def.layout.map_or(base_class.layout, |layout| layout());
    let has_dict = def.has_dict || base_class.has(class_flag::HAS_DICT);
    let mut flags = def.flags | class_flag::NATIVE_HEAP;
    for flag in [
        class_flag::WEAKREF,
        class_flag::MATCH_SELF,
        class_flag::SEQUENCE,
        class_flag::MAPPING,
    ] {
        if base_class.has(flag) {
            flags |= flag;
        }
    }
    if has_dict {
        flags |= class_flag::HAS_DICT;
    }
    let name = thread.intern(short_name(def.name).as_bytes())?;
    let payload = Class::new(name.clone(), def.class, layout, flags);
    payload.qualname.set(name);
    payload.set_native_facts(def.name, def.signature);
    let dict = Dict::new_value(thread)?;
    payload.dict.set(dict.clone());
    let instances = instance_layout(layout, has_dict);
    let value = Class::new_value(thread, Builtin::Type.get(), payload, instances)?;
    let Some(class) = value.as_class() else {
        return Ok(value);
    };
    class
        .bases
        .set(Tuple::from_slice(thread, std::slice::from_ref(base))?);
    class.base.set(base.clone());
    let mut mro = vec![value.clone()];
    mro.extend(mro_of(base_class));
    class.mro.set(Tuple::from_vec(thread, mro)?);
    inherit_slots(class, base_class, def);
    own_slots(class, def);
    if !class.has_slot(SlotId::New) {
        class.set_flags(class_flag::NO_NEW);
    }
    if let Some(dict) = dict.as_dict() {
        for (name, entry) in namespace(&Maker::Heap(thread), &value, def, class)? {
            dict.set_str(thread, &name, entry)?;
        }
        let module = def
            .name
            .rsplit_once('.')
            .map_or("builtins", |(module, _)| module);
        dict.set_str(
            thread,
            names::MODULE.value(),
            Str::new_value(thread, module)?,
        )?;
    }
    class.bump_version();
    base_class.add_subclass(&value);
    Ok(value)
}
