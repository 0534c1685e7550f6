//! The `taipan` command.
#![forbid(unsafe_code)]

mod cli;

// The sanitisers have to see every allocation by themselves.
#[cfg(not(any(taipan_asan, taipan_tsan)))]
#[global_allocator]
static ALLOCATOR: taipan::api::tooling::Allocator = taipan::api::tooling::Allocator;

fn main() -> std::process::ExitCode {
    cli::main()
}
