//! The `taipan` command.
#![forbid(unsafe_code)]

mod cli;

// AddressSanitizer has to see every allocation by itself.
#[cfg(not(taipan_asan))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
