//! Processes that the command starts: what they write, and how they end. One that takes too long is killed.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// What a process did.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outcome {
    /// The beginning of what it wrote to standard output.
    pub output: Vec<u8>,
    /// The same of standard error.
    pub errors: Vec<u8>,
    /// The exit code, or how else it ended.
    pub end: String,
    /// Whether it ended by itself with exit code 0.
    pub succeeded: bool,
}

/// Runs a command to its end, without input. It is killed after `limit`; `most_output` bytes of each stream are kept.
pub fn run(command: &mut Command, limit: Duration, most_output: u64) -> std::io::Result<Outcome> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    let readers = [
        std::thread::spawn(move || kept(output, most_output)),
        std::thread::spawn(move || kept(errors, most_output)),
    ];
    let began = Instant::now();
    let mut pause = Duration::from_micros(200);
    let (end, succeeded) = loop {
        if let Some(status) = child.try_wait()? {
            break (describe(status), status.success());
        }
        if began.elapsed() > limit {
            // It may have ended just now.
            let _ = child.kill();
            child.wait()?;
            let end = format!("was still running after {} s", limit.as_secs());
            break (end, false);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(5));
    };
    let [output, errors] = readers.map(|reader| reader.join().unwrap_or_default());
    Ok(Outcome {
        output,
        errors,
        end,
        succeeded,
    })
}

/// The beginning of a stream; the rest is read and forgotten, so that the writer is not held up.
fn kept(stream: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut stream) = stream {
        // What cannot be read any more does not count.
        let _ = (&mut stream).take(most).read_to_end(&mut bytes);
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
    }
    bytes
}

fn describe(status: ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("exit code {code}"),
        (None, Some(signal)) => format!("killed by signal {signal}"),
        (None, None) => "no exit code".to_owned(),
    }
}
