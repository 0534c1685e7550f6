//! Modules written in Python that are part of the program: their sources, compiled in.

/// A module of the library.
pub struct Source {
    /// Its dotted name.
    pub name: &'static str,
    /// Whether it is a package.
    pub is_package: bool,
    /// Its text.
    pub text: &'static str,
}

macro_rules! library {
    ($($name:literal $kind:ident $path:literal;)*) => {
        /// All of them.
        pub const LIBRARY: &[Source] = &[$(Source {
            name: $name,
            is_package: library!(@ $kind),
            text: include_str!(concat!("../../../stdlib/", $path)),
        },)*];
    };
    (@ module) => { false };
    (@ package) => { true };
}

library! {
    "__future__" module "__future__.py";
    "_anext" module "_anext.py";
    "_queue" module "_queue.py";
    "_weakrefset" module "_weakrefset.py";
    "_collections_abc" module "_collections_abc.py";
    "abc" module "abc.py";
    "bisect" module "bisect.py";
    "contextlib" module "contextlib.py";
    "copy" module "copy.py";
    "collections" package "collections/__init__.py";
    "collections.abc" module "collections/abc.py";
    "concurrent" package "concurrent/__init__.py";
    "concurrent.futures" package "concurrent/futures/__init__.py";
    "concurrent.futures._base" module "concurrent/futures/_base.py";
    "concurrent.futures.thread" module "concurrent/futures/thread.py";
    "copyreg" module "copyreg.py";
    "dataclasses" module "dataclasses.py";
    "enum" module "enum.py";
    "gil" module "gil.py";
    "heapq" module "heapq.py";
    "functools" module "functools.py";
    "importlib" package "importlib/__init__.py";
    "json" module "json.py";
    "keyword" module "keyword.py";
    "operator" module "operator.py";
    "queue" module "queue.py";
    "random" module "random.py";
    "string" module "string.py";
    "threading" module "threading.py";
    "types" module "types.py";
    "typing" module "typing.py";
    "warnings" module "warnings.py";
    "weakref" module "weakref.py";
}

/// The module of this name.
pub fn find(name: &str) -> Option<&'static Source> {
    LIBRARY.iter().find(|source| source.name == name)
}
