//! `_pickle`: objects as bytes, and back, in all protocols.
//!
//! | file | what it owns |
//! |---|---|
//! | `opcodes` | the opcodes, as data |
//! | `encoder` | writing: which way an object takes; numbers, text and bytes |
//! | `containers` | writing tuples, lists, dictionaries and sets |
//! | `reduce`, `instance`, `global` | writing what reducers answer, plain instances, and objects that go by name |
//! | `find` | modules, dotted names, and the names of Python 2 |
//! | `output` | the written bytes, in frames |
//! | `decoder` | reading: the loop, the stack and its marks |
//! | `lines`, `build` | reading the lines of protocol 0; names, instances and filling containers |
//! | `input` | the bytes to read, from memory or a file |
//! | `memo` | the objects with numbers, of both |
//! | `pickler`, `unpickler`, `buffer`, `errors` | the classes that scripts see |

mod buffer;
mod build;
mod containers;
mod decoder;
mod encoder;
mod errors;
mod find;
mod global;
mod input;
mod instance;
mod lines;
mod memo;
mod opcodes;
mod output;
mod pickler;
mod reduce;
mod unpickler;

use crate::modules::import::import_module;
use crate::object::{Bytes, Dict, NativeDef, Res, Thread, Value};
use crate::runtime::classes::{native_class, once};
use crate::runtime::module::ModuleDef;

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_pickle",
    doc: "Writes objects as bytes, and reads them again.",
    functions: &[
        NativeDef::function(
            "dumps",
            "(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
            pickler::dumps,
        )
        .doc("The bytes that an object is written as."),
        NativeDef::function(
            "dump",
            "(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
            pickler::dump_to_file,
        )
        .doc("Writes an object into a file that is open for bytes."),
        NativeDef::function(
            "loads",
            "(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            unpickler::loads,
        )
        .doc(
            "The object that bytes stand for. What follows the pickle is ignored.\n\n\
            A pickle can call any function: read none that somebody else may have made.",
        ),
        NativeDef::function(
            "load",
            "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            unpickler::load_from_file,
        )
        .doc(
            "The next object of a file that is open for bytes.\n\n\
            A pickle can call any function: read none that somebody else may have made.",
        ),
    ],
    init: Some(init),
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    buffer::register();
    // Now, while the import is this thread's: what is only half imported elsewhere would be found wanting later.
    for library in ["copyreg", "_compat_pickle"] {
        import_module(thread, library)?;
    }
    let classes = [
        ("PickleError", errors::base_class(thread)?),
        ("PicklingError", errors::writing_class(thread)?),
        ("UnpicklingError", errors::reading_class(thread)?),
        ("Pickler", once(thread, &pickler::CLASS, native_class)?),
        ("Unpickler", once(thread, &unpickler::CLASS, native_class)?),
        ("PickleBuffer", once(thread, &buffer::CLASS, native_class)?),
    ];
    for (name, class) in classes {
        dict.set(thread, thread.intern(name.as_bytes())?, class)?;
    }
    for (name, code) in opcodes::TABLE {
        let byte = Bytes::new_value(thread, &[*code])?;
        dict.set(thread, thread.intern(name.as_bytes())?, byte)?;
    }
    for (name, protocol) in [
        ("HIGHEST_PROTOCOL", opcodes::HIGHEST),
        ("DEFAULT_PROTOCOL", opcodes::DEFAULT),
    ] {
        let protocol = Value::from_i32(protocol.into());
        dict.set(thread, thread.intern(name.as_bytes())?, protocol)?;
    }
    Ok(())
}
