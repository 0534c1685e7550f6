//! Running programs.

use super::boot;
use crate::modules::compile::{self, How};
use crate::object::Value;
use crate::runtime::report;
use crate::runtime::state::Config;

/// Runs a file as `__main__` and gives the exit code.
pub fn run_file(path: &str) -> u8 {
    let Ok(bytes) = std::fs::read(path) else {
        return 2;
    };
    let Some(state) = boot::interpreter_with(Config::default()) else {
        return 3;
    };
    let thread = &state.core;
    thread.enter(|| {
        let outcome = boot::main_namespace(thread).and_then(|globals| {
            let code = compile::compile(thread, &bytes, path, How::MODULE)?;
            compile::run_module(thread, &code, globals)
        });
        let code = match outcome {
            Ok(_) => 0,
            Err(raised) => {
                let exception = thread.take_raised(raised);
                report::write_error(thread, &report::exception_text(thread, &exception));
                1
            }
        };
        let stdout = crate::modules::sys::get(thread, crate::object::names::STDOUT.value());
        if let Some(stdout) = stdout
            .as_ref()
            .and_then(Value::payload::<crate::modules::sys::streams::TextStream>)
        {
            let _ = stdout.flush(thread);
        }
        code
    })
}
