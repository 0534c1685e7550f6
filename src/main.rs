//! The `taipan` command.

use std::process::ExitCode;
use taipan::api::run::run_file;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let path = std::env::args().nth(1).unwrap_or_default();
    ExitCode::from(run_file(&path))
}
