//! Other programs, run so that a person sees what is going on: loudly, quietly, or for an answer.

use std::collections::VecDeque;
use std::env;
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::failure::Failure;

/// How many of its last lines a failed quiet program gets to show.
const TAIL: usize = 30;

/// Says that a step has nothing to do.
pub(crate) fn there(what: impl AsRef<str>) {
    println!("✓ {}", what.as_ref());
}

/// Runs `command` with its output shown as it comes.
pub(crate) fn loud(mut command: Command) -> Result<(), Failure> {
    let shown = written_out(&command);
    println!("$ {shown}");
    let status = command.status().map_err(|error| not_started(&shown, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(ended(&shown, status)))
}

/// Runs `command` behind one line that says `label`, with a spinner and the last line of output
/// when somebody is watching. Its output is shown only when it fails.
pub(crate) fn quiet(label: &str, command: Command) -> Result<(), Failure> {
    let begun = Instant::now();
    let spinner = spinner(label);
    let outcome = watch(command, &spinner);
    spinner.finish_and_clear();
    outcome.map_err(|why| Failure::new(format!("{label}: failed")).because(why))?;
    there(format!("{label} ({:.0} s)", begun.elapsed().as_secs_f32()));
    Ok(())
}

/// The standard output of `command`, or nothing when it cannot be run or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The command as a person would type it, without the environment.
pub(crate) fn written_out(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn spinner(label: &str) -> ProgressBar {
    if env::var_os("CI").is_some() || !io::stderr().is_terminal() {
        println!("… {label}");
        return ProgressBar::hidden();
    }
    let spinner = ProgressBar::new_spinner().with_prefix(label.to_owned());
    if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix} {elapsed} {wide_msg:.dim}") {
        spinner.set_style(style);
    }
    spinner.enable_steady_tick(Duration::from_millis(120));
    spinner
}

fn watch(mut command: Command, spinner: &ProgressBar) -> Result<(), String> {
    let shown = written_out(&command);
    let not_started = |error: io::Error| format!("`{shown}` did not start: {error}");
    let (reader, writer) = io::pipe().map_err(not_started)?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(writer.try_clone().map_err(not_started)?)
        .stderr(writer)
        .spawn()
        .map_err(not_started)?;
    // The command holds our ends of the pipe; while they are open there is no end to read.
    drop(command);

    let mut tail = VecDeque::new();
    // By bytes: a program that says something else than UTF-8 must not lose its reader.
    for line in BufReader::new(reader).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        spinner.set_message(line.trim().to_owned());
        if tail.len() == TAIL {
            tail.pop_front();
        }
        tail.push_back(format!("\n| {}", line.trim_end()));
    }
    let status = child.wait().map_err(not_started)?;
    if status.success() {
        return Ok(());
    }
    Err(ended(&shown, status) + &tail.into_iter().collect::<String>())
}

fn not_started(shown: &str, error: &io::Error) -> Failure {
    Failure::new(format!("`{shown}` did not start")).because(error)
}

fn ended(shown: &str, status: ExitStatus) -> String {
    format!("`{shown}` ended with {status}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_quiet_program_that_fails_shows_the_end_of_what_it_said() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo to stdout; echo to stderr >&2; exit 3"]);
        let failure = quiet("a step", command).unwrap_err().to_string();
        for part in ["a step: failed", "exit status: 3", "| to stdout", "| to stderr"] {
            assert!(failure.contains(part), "{part} in {failure}");
        }
    }

    #[test]
    fn a_program_that_is_not_there_is_no_answer() {
        assert_eq!(answer(&mut Command::new("no-such-program-here")), None);
    }
}
