//! `taipan bench`: tables and JSON of every experiment, other Pythons beside, wrong options, and the commands of its documentation.
//!
//! What is measured here is worthless, since measurements are as short as they can be and other tests run at the same time. So no test looks
//! at the size of a figure, but for those that do not depend on time.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const BINARY: &str = env!("CARGO_BIN_EXE_taipan");

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    for name in ["TAIPAN_GIL", "TAIPAN_DEBUG", "TAIPAN_DEADLOCK"] {
        command.env_remove(name);
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

fn bench(arguments: &[&str]) -> Output {
    let output = command(&["bench"]).args(arguments).output();
    output.expect("the command was built")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A path of this test in the folder for temporary files.
fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("taipan-bench-{}-{name}", std::process::id()))
}

/// Checks the fields that docs/bench.md describes. Its arguments: the JSON's text, the experiment, its figures, and the number of sides.
const JUDGE: &str = "\
import json, sys
text, name, figures, sides = sys.argv[1:]
all = json.loads(text)
assert sorted(all) == ['date', 'development', 'experiments', 'format', 'machine', 'options', 'taipan'], all
assert all['format'] == 1
assert len(all['date']) == 20 and all['date'].endswith('Z')
assert sorted(all['machine']) == ['load', 'processor', 'processors', 'system']
assert sorted(all['options']) == ['duration', 'quick', 'repeat']
experiment, = all['experiments']
assert sorted(experiment) == ['figures', 'measures', 'name', 'parameters', 'rows', 'sides', 'took'], experiment
assert experiment['name'] == name
assert [figure['name'] for figure in experiment['figures']] == figures.split()
for figure in experiment['figures']:
    assert sorted(figure) == ['better', 'name', 'unit', 'what'], figure
    assert figure['unit'] in ('1/s', 's', '%', '1', 'B') and figure['better'] in ('more', 'less', 'neither'), figure
assert len(experiment['sides']) == int(sides), experiment['sides']
for side in experiment['sides']:
    assert sorted(side) == ['command', 'gil', 'name', 'version'], side
names = [side['name'] for side in experiment['sides']]
assert len(experiment['rows']) % len(names) == 0 and experiment['rows']
for row in experiment['rows']:
    assert sorted(row) == ['failures', 'figures', 'left_out', 'parameters', 'side'], row
    assert row['side'] in names and row['failures'] == [] and row['left_out'] == [], row
    assert list(row['parameters']) == experiment['parameters'], row
    assert list(row['figures']) == figures.split(), row
    for name, figure in row['figures'].items():
        idle = row['parameters'].get('busy') == 0 and name in ('alone', 'beside', 'percent')
        if figure is None:
            assert idle, row
        elif 'count' in figure:
            assert figure['count'] > 0, row
            assert figure['min'] <= figure['p50'] <= figure['p95'] <= figure['p99'] <= figure['max'], row
            assert figure['min'] <= figure['mean'] * 1.000001 and figure['deviation'] >= 0, row
            assert len(figure.get('values', [0])) > 0, row
        else:
            assert list(figure) == ['p50'], row
    if row['parameters'].get('update') == 'x += 1, locked':
        assert row['figures']['lost']['max'] == 0, row
print('good')
";

/// Makes an experiment with two modes, and looks at its table and its figures.
fn check(name: &str, figures: &str, sides: usize) {
    let path = temporary(&format!("{name}.json"));
    let file = path.to_str().expect("a path in UTF-8");
    let output = bench(&[name, "--quick", "--duration=10ms", "--json", file]);
    let (table, errors) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{table}{errors}");
    assert_eq!(errors, "");
    assert!(table.contains(&format!("\n== {name} ==\n")), "{table}");
    assert!(
        table.contains("interval:5ms") && table.contains(" ↓"),
        "{table}"
    );
    assert!(!table.contains("failed"), "{table}");
    let json = std::fs::read_to_string(&path).expect("it was written");
    let mut judge = command(&["-c", JUDGE, &json, name, figures, &sides.to_string()]);
    let judged = judge.output().expect("the command was built");
    assert_eq!(
        (text(&judged.stdout).as_str(), text(&judged.stderr).as_str()),
        ("good\n", ""),
        "{json}"
    );
    // It may be gone already.
    let _ = std::fs::remove_file(path);
}

#[test]
fn single_has_its_table_and_figures() {
    check("single", "rate percent", 3);
}

#[test]
fn throughput_has_its_table_and_figures() {
    check("throughput", "rate percent", 3);
}

#[test]
fn io_has_its_table_and_figures() {
    check("io", "rate percent", 3);
}

#[test]
fn latency_has_its_table_and_figures() {
    check("latency", "delay", 3);
}

#[test]
fn bandwidth_has_its_table_and_figures() {
    check("bandwidth", "rate percent", 3);
}

#[test]
fn convoy_has_its_table_and_figures() {
    check("convoy", "wakeup messages alone beside percent", 3);
}

#[test]
fn switch_has_its_table_and_figures() {
    check("switch", "work evenness late", 4);
}

#[test]
fn races_has_its_table_and_figures() {
    check("races", "attempts lost percent", 3);
}

#[test]
fn contention_has_its_table_and_figures() {
    check("contention", "private shared percent", 3);
}

#[test]
fn longcall_has_its_table_and_figures() {
    check("longcall", "call gap", 3);
}

#[test]
fn gc_has_its_table_and_figures() {
    check("gc", "young full garbage", 3);
}

#[test]
fn async_has_its_table_and_figures() {
    check("async", "rate delay memory each", 3);
}

#[test]
fn hybrid_has_its_table_and_figures() {
    check("hybrid", "rate percent late", 3);
}

#[test]
fn what_is_left_out_has_a_reason() {
    let program = text(&bench(&["async", "--program"]).stdout);
    for server in ["threads", "streams", "protocol"] {
        let server = format!("server={server}");
        let words = ["connections=100", "seconds=0.01", "descriptors=120"];
        let output = command(&["-c", &program, &server]).args(words).output();
        let output = output.expect("the command was built");
        assert_eq!(
            (text(&output.stdout).as_str(), text(&output.stderr).as_str()),
            ("! a process may have 120 descriptors\n", ""),
            "{server}"
        );
    }
    // The command raises the limit as far as it may, and says what is beyond it.
    let script = format!(
        "ulimit -Sn 60 && ulimit -Hn 80 && exec '{BINARY}' bench async --quick --duration=5ms --gil=off --json -"
    );
    let output = Command::new("sh").args(["-c", &script]).output();
    let output = output.expect("a shell");
    let (json, table) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{table}");
    for server in ["threads", "streams", "protocol"] {
        let line = format!(
            "\nleft out with connections=60, server={server} (off): a process may have 80 descriptors\n"
        );
        assert!(table.contains(&line), "{table}");
    }
    assert_eq!(table.matches("left out").count(), 3, "{table}");
    assert!(
        json.contains("\"a process may have 80 descriptors\""),
        "{json}"
    );
}

#[test]
fn switchcost_has_its_table_and_figures() {
    check("switchcost", "create switch", 3);
}

#[test]
fn other_pythons_stand_beside() {
    let output = bench(&[
        "throughput",
        "--quick",
        "--duration=10ms",
        "--threads=2",
        "--gil=ticks:7,fair",
        "--versus",
        &format!("'{BINARY}' --gil=interval:1ms"),
        "--versus",
        &format!("\"{BINARY}\"   --gil=off"),
        "--versus",
        &format!("env TAIPANHASHSEED=1 '{BINARY}'"),
        "--json=-",
    ]);
    // The figures went to standard output, so the tables went to standard error.
    let (json, table) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{json}{table}");
    for words in [
        "ticks:7,fair ",
        "\nTaipan 3.13.0 ",
        "\nTaipan 3.13.0 #2 ",
        "\nTaipan 3.13.0 without lock ",
        "1 thread ",
        "2 threads\n",
        "versus ",
    ] {
        assert!(table.contains(words), "{words:?}: {table}");
    }
    let judged = command(&["-c", JUDGE, &json, "throughput", "rate percent", "4"]).output();
    let judged = judged.expect("the command was built");
    assert_eq!(text(&judged.stdout), "good\n", "{}", text(&judged.stderr));
}

#[test]
fn a_sweep_sets_the_interval_of_other_pythons() {
    let output = bench(&[
        "switch",
        "--quick",
        "--duration=10ms",
        "--gil=ticks:100",
        "--threads=3",
        "--versus",
        BINARY,
    ]);
    let table = text(&output.stdout);
    assert!(output.status.success(), "{table}{}", text(&output.stderr));
    for name in ["100us", "1ms", "5ms", "20ms", "100ms"] {
        assert!(
            table.contains(&format!("\nTaipan 3.13.0 {name} ")),
            "{table}"
        );
    }
    assert!(table.contains("\n3 threads "), "{table}");
}

#[test]
fn a_mode_before_the_word_bench_counts() {
    let arguments = ["--gil=ticks:7,fair", "bench", "races"];
    let mut command = command(&arguments);
    let output = command.args(["--quick", "--duration=10ms"]).output();
    let table = text(&output.expect("the command was built").stdout);
    assert!(table.contains("\nticks:7,fair "), "{table}");
    assert!(!table.contains("interval:5ms"), "{table}");
}

#[test]
fn runs_that_fail_are_named() {
    // It says that it is a Python, and then is none.
    let path = temporary("broken.sh");
    let script = format!(
        "case \"$2\" in *_is_gil_enabled*) exec '{BINARY}' \"$@\";; esac\n\
         echo 'first line' >&2; echo 'out of order' >&2; exit 3\n"
    );
    std::fs::write(&path, script).expect("a temporary file");
    let broken = format!("sh '{}'", path.display());
    let arguments = ["single", "--quick", "--duration=5ms", "--gil=off"];
    let output = bench(&[&arguments[..], &["--versus", &broken]].concat());
    let table = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{table}");
    let message =
        "8 runs of Taipan 3.13.0 failed (first with work=ints): exit code 3: out of order\n";
    assert!(table.contains(message), "{table}");
    let row = table.lines().find(|line| line.starts_with("ints "));
    assert!(
        row.is_some_and(|row| row.matches("failed").count() == 2),
        "{table}"
    );
    // It may be gone already.
    let _ = std::fs::remove_file(path);
}

#[test]
fn experiments_are_listed() {
    let output = bench(&["--list"]);
    let list = text(&output.stdout);
    assert!(output.status.success());
    let names: Vec<&str> = list.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(
        names.join(" "),
        "single throughput io latency bandwidth convoy switch races contention longcall gc async hybrid switchcost"
    );
    let help = text(&bench(&["--help"]).stdout);
    assert!(help.contains(&names.join(", ")), "{help}");
}

#[test]
fn a_program_runs_by_itself() {
    let program = text(&bench(&["races", "--program"]).stdout);
    let arguments = ["-c", &program, "update=append", "threads=2", "seconds=0.01"];
    let output = command(&arguments).output().expect("the command was built");
    let figures = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let names: Vec<&str> = figures
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(names, ["attempts", "lost"], "{figures}");
}

#[test]
fn wrong_options_are_refused_with_one_message() {
    for (arguments, message) in [
        (
            vec!["speed"],
            "there is no experiment 'speed'; there are: single, ",
        ),
        (
            vec!["--gil", "ticks:0"],
            "the number of ticks is no positive integer",
        ),
        (vec!["--gil=off,fair"], "off takes no modifiers"),
        (
            vec!["--gil=ticks:5,seed=1"],
            "time, which is virtual with seed=N",
        ),
        (
            vec!["--threads=0"],
            "--threads needs numbers from 1 to 1000, as in 1,2,4, not '0'",
        ),
        (vec!["--threads=1,,2"], "--threads needs numbers"),
        (vec!["--threads=1001"], "--threads needs numbers"),
        (
            vec!["--duration=0s"],
            "--duration needs a time from 1ms to 600s",
        ),
        (vec!["--duration=5 minutes"], "--duration needs a time"),
        (
            vec!["--repeat=0"],
            "--repeat needs a number from 1 to 1000, not '0'",
        ),
        (vec!["--versus="], "--versus '': there is no command"),
        (vec!["--versus", "'x"], "a quotation mark is not closed"),
        (
            vec!["--versus=/no/such/python"],
            "can't start /no/such/python",
        ),
        (
            vec!["--versus=true"],
            "--versus 'true': this is no Python (exit code 0)",
        ),
        (
            vec!["--json=/no/such/folder/x.json"],
            "can't write '/no/such/folder/x.json'",
        ),
        (vec!["--fast"], "unexpected argument '--fast'"),
    ] {
        let output = bench(&arguments);
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(errors.contains(message), "{arguments:?}: {errors}");
        assert_eq!(text(&output.stdout), "", "{arguments:?}");
    }
}

#[test]
fn the_commands_of_the_documentation_run() {
    let folder = temporary("documentation");
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let shown = include_str!("../docs/bench.md").lines();
    let commands: Vec<&str> = shown
        .filter_map(|line| line.strip_prefix("    taipan bench "))
        .collect();
    assert!(commands.len() >= 3, "{commands:?}");
    for line in commands {
        // No other Python may be there.
        let line = line.replace("python3.13", BINARY);
        let script = format!("exec '{BINARY}' bench {line} --quick --duration=5ms");
        let output = Command::new("sh")
            .args(["-c", &script])
            .env_remove("TAIPAN_GIL")
            .current_dir(&folder)
            .output();
        let output = output.expect("a shell");
        let errors = text(&output.stderr);
        assert!(output.status.success(), "{line}: {errors}");
        assert!(text(&output.stdout).contains("\n== "), "{line}");
    }
    assert!(folder.join("figures.json").exists());
    // It may be gone already.
    let _ = std::fs::remove_dir_all(folder);
}
