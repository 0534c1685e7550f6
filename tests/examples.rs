//! Runs the examples of the documentation and compares what they print.

use std::process::Command;

// The examples are programs; `host` is called by its `run`.
#[allow(dead_code)]
#[path = "../docs/examples/embed.rs"]
mod embed;
#[allow(dead_code)]
#[path = "../docs/examples/host.rs"]
mod host;

#[test]
fn primes_prints_what_its_expectation_says() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/primes.py");
    for gil in ["interval", "ticks:100", "off"] {
        let output = Command::new(env!("CARGO_BIN_EXE_taipan"))
            .arg(format!("--gil={gil}"))
            .arg(script)
            .output()
            .expect("the command was built");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "--gil={gil}");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            include_str!("../docs/examples/primes.out"),
            "--gil={gil}"
        );
        assert!(output.status.success(), "--gil={gil}");
    }
}

#[test]
fn host_calls_the_script_and_reads_its_exception() {
    let expected = "\
total: 650
cheapest: pear
LookupError: no price for 'plum'
  shop.py:9 in total
  shop.py:4 in price_of
noted: total of 3 items
noted: total of 2 items";
    assert_eq!(host::run().expect("the script runs"), expected);
}

#[test]
fn the_host_in_the_readme_runs() {
    let program = include_str!("../docs/examples/embed.rs");
    let (_, shown) = program.split_once("\n\n").expect("a head and the program");
    let shown = shown.replace("pub fn main", "fn main");
    assert!(
        include_str!("../README.md").contains(&shown),
        "README.md shows another program than docs/examples/embed.rs"
    );
    embed::main().expect("the script runs");
}
