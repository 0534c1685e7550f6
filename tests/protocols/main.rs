//! The protocols between threads, under a model checker.
//!
//! The sources of the global lock (`src/runtime/gil/`, `src/runtime/gate.rs`) of reference counting (`src/object/header.rs`, `src/object/owners.rs`)
//! and of cells freed beside their owner (`src/object/heap/remote.rs`) are compiled into this test as they stand, over [shuttle]'s locks and atomics instead of those of `lang/src/base/sync.rs`; what else they name is
//! stood in for in `base/`, `object/` and `runtime/` here. Each test runs a small program of several threads under thousands of schedules, some drawn at random and some by
//! probabilistic concurrency testing (Burckhardt et al. 2010). A failure prints the schedule, which `shuttle::replay` runs again.
//!
//! `TAIPAN_SCHEDULES=n` in the environment: n schedules of each program and each kind.
//!
//! [shuttle]: https://docs.rs/shuttle
#![allow(dead_code, unused_imports, clippy::enum_variant_names)]

mod base;
mod counts;
mod lock;
mod object;
mod remote;
mod runtime;
mod waits;

use libtest_mimic::{Arguments, Trial};
use shuttle::Config;
use shuttle::scheduler::{PctScheduler, RandomScheduler};

/// Schedules of each program and each way of drawing them.
const SCHEDULES: usize = 1500;

/// Runs a program under many schedules.
fn check(program: fn()) {
    let schedules = std::env::var("TAIPAN_SCHEDULES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(SCHEDULES);
    let mut config = Config::new();
    config.stack_size = 256 * 1024;
    shuttle::Runner::new(RandomScheduler::new(schedules), config.clone()).run(program);
    shuttle::Runner::new(PctScheduler::new(3, schedules), config).run(program);
}

fn main() {
    let programs = [
        lock::PROGRAMS,
        waits::PROGRAMS,
        counts::PROGRAMS,
        remote::PROGRAMS,
    ]
    .concat();
    let trials = programs.into_iter().map(|(name, program)| {
        Trial::test(name, move || {
            check(program);
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}
