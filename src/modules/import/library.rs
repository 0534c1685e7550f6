//! Modules written in Python that are part of the program: their sources, and the images of their code.

/// A module of the library.
pub struct Source {
    /// Its dotted name.
    pub name: &'static str,
    /// Whether it is a package.
    pub is_package: bool,
    /// Its path below [`FOLDER`].
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Its code; see `bytecode::image`.
    pub image: &'static [u8],
}

/// What the file names of library modules begin with; there is no such folder.
pub const FOLDER: &str = "<library>/";

macro_rules! library {
    ($($name:literal $kind:ident $path:literal;)*) => {
        /// All of them.
        pub const LIBRARY: &[Source] = &[$(Source {
            name: $name,
            is_package: library!(@ $kind),
            path: $path,
            text: include_str!(concat!("../../../stdlib/", $path)),
            image: include_bytes!(concat!(env!("OUT_DIR"), "/library/", $path)),
        },)*];
    };
    (@ module) => { false };
    (@ package) => { true };
}

library! {
    "__future__" module "__future__.py";
    "_anext" module "_anext.py";
    "_compat_pickle" module "_compat_pickle.py";
    "_queue" module "_queue.py";
    "_weakrefset" module "_weakrefset.py";
    "_collections_abc" module "_collections_abc.py";
    "abc" module "abc.py";
    "ast" module "ast.py";
    "asyncio" package "asyncio/__init__.py";
    "asyncio.__main__" module "asyncio/__main__.py";
    "asyncio._abstract" module "asyncio/_abstract.py";
    "asyncio._child_watchers" module "asyncio/_child_watchers.py";
    "asyncio._connections" module "asyncio/_connections.py";
    "asyncio._datagrams" module "asyncio/_datagrams.py";
    "asyncio._errors" module "asyncio/_errors.py";
    "asyncio._names" module "asyncio/_names.py";
    "asyncio._selector_transports" module "asyncio/_selector_transports.py";
    "asyncio._server" module "asyncio/_server.py";
    "asyncio._sendfile" module "asyncio/_sendfile.py";
    "asyncio._serving" module "asyncio/_serving.py";
    "asyncio._stream_reader" module "asyncio/_stream_reader.py";
    "asyncio._unix_connections" module "asyncio/_unix_connections.py";
    "asyncio._unix_pipes" module "asyncio/_unix_pipes.py";
    "asyncio._waiting" module "asyncio/_waiting.py";
    "asyncio.base_events" module "asyncio/base_events.py";
    "asyncio.base_futures" module "asyncio/base_futures.py";
    "asyncio.base_subprocess" module "asyncio/base_subprocess.py";
    "asyncio.base_tasks" module "asyncio/base_tasks.py";
    "asyncio.constants" module "asyncio/constants.py";
    "asyncio.coroutines" module "asyncio/coroutines.py";
    "asyncio.events" module "asyncio/events.py";
    "asyncio.exceptions" module "asyncio/exceptions.py";
    "asyncio.format_helpers" module "asyncio/format_helpers.py";
    "asyncio.futures" module "asyncio/futures.py";
    "asyncio.graph" module "asyncio/graph.py";
    "asyncio.locks" module "asyncio/locks.py";
    "asyncio.log" module "asyncio/log.py";
    "asyncio.mixins" module "asyncio/mixins.py";
    "asyncio.protocols" module "asyncio/protocols.py";
    "asyncio.queues" module "asyncio/queues.py";
    "asyncio.runners" module "asyncio/runners.py";
    "asyncio.selector_events" module "asyncio/selector_events.py";
    "asyncio.staggered" module "asyncio/staggered.py";
    "asyncio.streams" module "asyncio/streams.py";
    "asyncio.subprocess" module "asyncio/subprocess.py";
    "asyncio.taskgroups" module "asyncio/taskgroups.py";
    "asyncio.tasks" module "asyncio/tasks.py";
    "asyncio.threads" module "asyncio/threads.py";
    "asyncio.timeouts" module "asyncio/timeouts.py";
    "asyncio.transports" module "asyncio/transports.py";
    "asyncio.trsock" module "asyncio/trsock.py";
    "asyncio.unix_events" module "asyncio/unix_events.py";
    "bisect" module "bisect.py";
    "code" module "code.py";
    "codeop" module "codeop.py";
    "contextlib" module "contextlib.py";
    "contextvars" module "contextvars.py";
    "copy" module "copy.py";
    "collections" package "collections/__init__.py";
    "collections.abc" module "collections/abc.py";
    "concurrent" package "concurrent/__init__.py";
    "concurrent.futures" package "concurrent/futures/__init__.py";
    "concurrent.futures._base" module "concurrent/futures/_base.py";
    "concurrent.futures.process" module "concurrent/futures/process.py";
    "concurrent.futures.thread" module "concurrent/futures/thread.py";
    "copyreg" module "copyreg.py";
    "dataclasses" module "dataclasses.py";
    "enum" module "enum.py";
    "gil" module "gil.py";
    "heapq" module "heapq.py";
    "functools" module "functools.py";
    "importlib" package "importlib/__init__.py";
    "inspect" package "inspect/__init__.py";
    "inspect._arguments" module "inspect/_arguments.py";
    "inspect._frames" module "inspect/_frames.py";
    "inspect._kinds" module "inspect/_kinds.py";
    "inspect._members" module "inspect/_members.py";
    "inspect._signature" module "inspect/_signature.py";
    "inspect._source" module "inspect/_source.py";
    "io" module "io.py";
    "json" module "json.py";
    "keyword" module "keyword.py";
    "linecache" module "linecache.py";
    "logging" package "logging/__init__.py";
    "logging._formats" module "logging/_formats.py";
    "logging._loggers" module "logging/_loggers.py";
    "logging._records" module "logging/_records.py";
    "logging._root" module "logging/_root.py";
    "logging._setup" module "logging/_setup.py";
    "logging.handlers" module "logging/handlers.py";
    "multiprocessing" package "multiprocessing/__init__.py";
    "multiprocessing._crew" module "multiprocessing/_crew.py";
    "multiprocessing._memory" module "multiprocessing/_memory.py";
    "multiprocessing.connection" module "multiprocessing/connection.py";
    "multiprocessing.context" module "multiprocessing/context.py";
    "multiprocessing.dummy" package "multiprocessing/dummy/__init__.py";
    "multiprocessing.dummy.connection" module "multiprocessing/dummy/connection.py";
    "multiprocessing.pool" module "multiprocessing/pool.py";
    "multiprocessing.popen_spawn_posix" module "multiprocessing/popen_spawn_posix.py";
    "multiprocessing.process" module "multiprocessing/process.py";
    "multiprocessing.queues" module "multiprocessing/queues.py";
    "multiprocessing.reduction" module "multiprocessing/reduction.py";
    "multiprocessing.sharedctypes" module "multiprocessing/sharedctypes.py";
    "multiprocessing.spawn" module "multiprocessing/spawn.py";
    "multiprocessing.synchronize" module "multiprocessing/synchronize.py";
    "multiprocessing.util" module "multiprocessing/util.py";
    "objgraph" package "objgraph/__init__.py";
    "objgraph._chains" module "objgraph/_chains.py";
    "objgraph._counts" module "objgraph/_counts.py";
    "objgraph._text" module "objgraph/_text.py";
    "operator" module "operator.py";
    "pydoc" package "pydoc/__init__.py";
    "pydoc._repr" module "pydoc/_repr.py";
    "pydoc._text" module "pydoc/_text.py";
    "pydoc._words" module "pydoc/_words.py";
    "os" module "os.py";
    "pickle" module "pickle.py";
    "posixpath" module "posixpath.py";
    "queue" module "queue.py";
    "random" module "random.py";
    "reprlib" module "reprlib.py";
    "runpy" module "runpy.py";
    "selectors" module "selectors.py";
    "signal" module "signal.py";
    "socket" module "socket.py";
    "stat" module "stat.py";
    "string" module "string.py";
    "struct" module "struct.py";
    "subprocess" module "subprocess.py";
    "threading" module "threading.py";
    "traceback" package "traceback/__init__.py";
    "traceback._exceptions" module "traceback/_exceptions.py";
    "traceback._frames" module "traceback/_frames.py";
    "types" module "types.py";
    "typing" module "typing.py";
    "warnings" module "warnings.py";
    "weakref" module "weakref.py";
}

/// The module of this name.
pub fn find(name: &str) -> Option<&'static Source> {
    LIBRARY.iter().find(|source| source.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::source::Source as Text;
    use crate::base::sync::Arc;
    use crate::bytecode::code::{Code, Const};
    use crate::bytecode::{image, verify};
    use crate::compiler::{self, Options};
    use crate::syntax::{self, Mode};

    /// Puts the whole code of each function in the place of its head; how many there were.
    fn complete(code: &mut Code) -> usize {
        let mut completed = 0;
        for constant in &mut code.consts {
            let Const::Code(inner) = constant else {
                continue;
            };
            let inner = Arc::get_mut(inner).expect("nobody else has it");
            if let Some(deferral) = inner.deferral {
                *inner = deferral.read(&inner.filename).expect("a function");
                completed += 1;
            }
            completed += complete(inner);
        }
        completed
    }

    #[test]
    fn images_are_what_the_texts_compile_to() {
        let mut completed = 0;
        for source in LIBRARY {
            let name = format!("{FOLDER}{}", source.path);
            let text = Text::new(name.as_str(), source.text).expect("a text");
            let ast = syntax::parse(&text, Mode::Module).expect("a module");
            let compiled = compiler::compile(&ast, &text, &Options::module(&name));
            let compiled = compiled.expect("a module").code;
            let mut read = image::read(source.image, &name).expect("an image");
            completed += complete(&mut read);
            assert_eq!(verify::verify(&read), Ok(()), "{name}");
            let (read, compiled) = (format!("{read:#?}"), format!("{compiled:#?}"));
            let difference = read.lines().zip(compiled.lines()).find(|(a, b)| a != b);
            assert_eq!(difference, None, "{name}");
            assert_eq!(read.len(), compiled.len(), "{name}");
        }
        assert!(completed > 1000, "{completed}");
    }
}
