//! `posix_spawn` and `posix_spawnp`.

use super::call::{error, path, path_error, paths};
use crate::modules::signal;
use crate::object::{NativeDef, Res, Thread, Value};
use crate::runtime::protocol;
use crate::runtime::system::{self, Attributes, FileAction};
use crate::types::text::args::c_int;
use rustix::io::Errno;

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function(
        "_posix_spawn",
        "(path, argv, env, file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef, search, /)",
        posix_spawn,
    )
    .doc("Starts a program; env is a list of NAME=VALUE. Returns its number."),
];

const OPEN: i32 = 0;
const CLOSE: i32 = 1;
const DUP2: i32 = 2;

/// The constants that go with it.
pub const NUMBERS: &[(&str, i32)] = &[
    ("POSIX_SPAWN_OPEN", OPEN),
    ("POSIX_SPAWN_CLOSE", CLOSE),
    ("POSIX_SPAWN_DUP2", DUP2),
];

fn actions(thread: &Thread, values: &Value) -> Res<Vec<FileAction>> {
    let wrong = || thread.type_error("Each file_actions element must be a non-empty tuple");
    let mut actions = Vec::new();
    protocol::for_each(thread, values, &mut |value| {
        let Some([kind, rest @ ..]) = value.as_tuple() else {
            return Err(wrong());
        };
        let action = match (c_int(thread, kind)?, rest) {
            (OPEN, [number, file, flags, mode]) => FileAction::Open {
                number: c_int(thread, number)?,
                path: path(thread, file, "posix_spawn")?,
                flags: c_int(thread, flags)?,
                mode: c_int(thread, mode)? as u32,
            },
            (CLOSE, [number]) => FileAction::Close(c_int(thread, number)?),
            (DUP2, [from, to]) => FileAction::Duplicate(c_int(thread, from)?, c_int(thread, to)?),
            (OPEN, _) => {
                return Err(thread.type_error("A open file_action tuple must have 5 elements"));
            }
            (CLOSE, _) => {
                return Err(thread.type_error("A close file_action tuple must have 2 elements"));
            }
            (DUP2, _) => {
                return Err(thread.type_error("A dup2 file_action tuple must have 3 elements"));
            }
            _ => return Err(thread.type_error("Unknown file_actions identifier")),
        };
        actions.push(action);
        Ok(true)
    })?;
    Ok(actions)
}

fn posix_spawn(thread: &Thread, args: &[Value]) -> Res {
    let program = path(thread, &args[0], "posix_spawn")?;
    let texts = |values: &Value| paths(thread, values, "posix_spawn");
    let (arguments, environment) = (texts(&args[1])?, texts(&args[2])?);
    let actions = actions(thread, &args[3])?;
    let signals = |value: &Value| match value.is_none() {
        true => Ok(None),
        false => signal::bits(thread, value).map(Some),
    };
    let attributes = Attributes {
        group: match args[4].is_none() {
            true => None,
            false => Some(c_int(thread, &args[4])?),
        },
        resets_ids: protocol::truth(thread, &args[5])?,
        new_session: protocol::truth(thread, &args[6])?,
        mask: signals(&args[7])?,
        defaults: signals(&args[8])?,
    };
    let searches = protocol::truth(thread, &args[9])?;
    let started = system::posix_spawn(
        &program,
        &arguments,
        &environment,
        &actions,
        &attributes,
        searches,
    );
    match started {
        Ok(pid) => thread.int(i64::from(pid)),
        Err(errno @ (Errno::INVAL | Errno::NOMEM | Errno::AGAIN)) => Err(error(thread, errno)),
        Err(errno) => Err(path_error(thread, errno, &args[0])),
    }
}
