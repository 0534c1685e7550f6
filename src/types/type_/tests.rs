//! Classes made and used without any code: bases, slots, look-ups and their invalidation.

use crate::object::class::CallArgs;
use crate::object::thread::{Hooks, set_hooks};
use crate::object::{Builtin, Dict, Res, Str, Thread, Tuple, Value};
use crate::runtime::classes::{install_static, set_class_attribute};
use crate::runtime::protocol::{self, get_attr_str, set_attr};
use crate::runtime::raise;
use crate::runtime::state::{Config, Interpreter, ThreadState};

fn with_thread(f: impl FnOnce(&Thread) -> Res<()>) {
    install_static(&crate::types::tables());
    set_hooks(Hooks {
        finalize: |_, _| {},
        empty_caches: |_| {},
        alone: |_, _| {},
        shared: |_, _, _| {},
        write_error: |_, _| {},
        weak_callback: crate::runtime::finalize::weak_callback,
        new_exception: raise::new_exception,
        hash: protocol::hash,
        equal: protocol::compare::equal_distinct,
    });
    let interpreter = Interpreter::new(Config::default());
    let state = ThreadState::new(interpreter).expect("address space");
    let thread = &state.core;
    thread.enter(|| {
        if let Err(raised) = f(thread) {
            let error = thread.take_raised(raised);
            let args = error.as_exception().map(|e| e.args.get());
            let text = args.and_then(|args| {
                args.as_tuple()
                    .map(|a| a[0].as_str().unwrap_or("").to_owned())
            });
            panic!("{}: {text:?}", thread.class_of(&error).name_text());
        }
    });
}

fn make(thread: &Thread, name: &str, bases: &[Value]) -> Res {
    let args = [
        Str::new_value(thread, name)?,
        Tuple::from_slice(thread, bases)?,
        Dict::new_value(thread)?,
    ];
    protocol::call_positional(thread, Builtin::Type.class(), &args)
}

fn message(thread: &Thread, result: Res) -> String {
    match result {
        Ok(_) => "no error".to_owned(),
        Err(raised) => {
            let error = thread.take_raised(raised);
            let args = error.as_exception().map_or(Value::NONE, |e| e.args.get());
            let text = args.as_tuple().and_then(|a| a.first().cloned());
            text.map_or_else(String::new, |t| t.as_str().unwrap_or("").to_owned())
        }
    }
}

#[test]
fn static_classes_have_their_dunder_methods() {
    with_thread(|thread| {
        let object = Builtin::Object.class();
        let method = get_attr_str(thread, object, "__repr__")?;
        assert_eq!(
            protocol::repr(thread, &method)?.as_str(),
            Some("<slot wrapper '__repr__' of 'object' objects>")
        );
        let shown = protocol::repr(thread, Builtin::GenericAlias.class())?;
        assert_eq!(shown.as_str(), Some("<class 'types.GenericAlias'>"));
        let mro = get_attr_str(thread, Builtin::Bool.class(), "__mro__")?;
        assert_eq!(mro.as_tuple().map(<[Value]>::len), Some(3));
        assert_eq!(
            message(thread, get_attr_str(thread, object, "missing")),
            "type object 'object' has no attribute 'missing'"
        );
        Ok(())
    });
}

#[test]
fn instances_have_attributes_and_classes_inherit() {
    with_thread(|thread| {
        let a = make(thread, "A", &[])?;
        let b = make(thread, "B", std::slice::from_ref(&a))?;
        let x = protocol::call_positional(thread, &b, &[])?;
        for i in 0..20 {
            let name = thread.intern(format!("x{i}").as_bytes())?;
            set_attr(thread, &x, &name, Some(&Value::from_i32(i)))?;
        }
        assert_eq!(get_attr_str(thread, &x, "x13")?.as_small_int(), Some(13));
        let name = thread.intern(b"later")?;
        assert_eq!(
            message(thread, get_attr_str(thread, &x, "later")),
            "'B' object has no attribute 'later'"
        );
        set_attr(thread, &a, &name, Some(&Value::TRUE))?;
        assert!(get_attr_str(thread, &x, "later")?.is_true());
        let class = b.as_class().expect("a class");
        let cell = thread.resolved_cell(class, &name).expect("a cell");
        set_class_attribute(thread, &a, &name, Some(&Value::FALSE))?;
        assert!(thread.interp.cells.slot(cell).get().is_false());
        set_class_attribute(thread, &a, &name, None)?;
        assert!(thread.interp.cells.slot(cell).get().is_unbound());
        assert!(
            get_attr_str(thread, &x, "__dict__")?
                .as_dict()
                .is_some_and(|d| d.len() == 20)
        );
        Ok(())
    });
}

#[test]
fn conflicts_are_refused() {
    with_thread(|thread| {
        let a = make(thread, "A", &[])?;
        let b = make(thread, "B", std::slice::from_ref(&a))?;
        assert_eq!(
            message(thread, make(thread, "C", &[a.clone(), b])),
            "Cannot create a consistent method resolution order (MRO) for bases A, B"
        );
        assert_eq!(
            message(thread, make(thread, "C", &[a.clone(), a])),
            "duplicate base class A"
        );
        let int = Builtin::Int.class().clone();
        let str = Builtin::Str.class().clone();
        assert_eq!(
            message(thread, make(thread, "C", &[int, str])),
            "multiple bases have instance lay-out conflict"
        );
        let bool = Builtin::Bool.class().clone();
        assert_eq!(
            message(thread, make(thread, "C", &[bool])),
            "type 'bool' is not an acceptable base type"
        );
        let nothing = CallArgs::positional_only(&[]);
        assert_eq!(
            message(
                thread,
                protocol::call(thread, Builtin::Type.class(), nothing)
            ),
            "type() takes 1 or 3 arguments"
        );
        Ok(())
    });
}
