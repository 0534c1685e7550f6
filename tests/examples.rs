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

/// The indented blocks of a page. One that begins with an import is a program; the next one is what it prints.
fn blocks(page: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in page.lines() {
        let last = blocks.len() - 1;
        match line.strip_prefix("    ") {
            Some(code) => {
                blocks[last].push_str(code);
                blocks[last].push('\n');
            }
            None if line.is_empty() && !blocks[last].is_empty() => blocks[last].push('\n'),
            None => blocks.push(String::new()),
        }
    }
    blocks
        .into_iter()
        .map(|block| format!("{}\n", block.trim_end()))
        .filter(|block| block.len() > 1)
        .collect()
}

#[test]
fn the_examples_for_channels_print_what_the_page_says() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("channel-examples");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let script = folder.join("example.py");
    let blocks = blocks(include_str!("../docs/channel.md"));
    let mut count = 0;
    for (program, printed) in blocks.iter().zip(&blocks[1..]) {
        if !program.starts_with("import ") {
            continue;
        }
        count += 1;
        std::fs::write(&script, program).expect("the script can be written");
        for gil in ["interval", "ticks:100", "off"] {
            let output = Command::new(env!("CARGO_BIN_EXE_taipan"))
                .arg(format!("--gil={gil}"))
                .arg(&script)
                .output()
                .expect("the command was built");
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert_eq!(stderr, "", "--gil={gil}\n{program}");
            let stdout = String::from_utf8_lossy(&output.stdout);
            assert_eq!(stdout, **printed, "--gil={gil}\n{program}");
        }
    }
    assert_eq!(count, 5, "programs on the page");
}
