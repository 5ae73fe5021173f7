//! Programs that run beside us, and end when we do.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{io, process, thread};

use crate::failure::Failure;
use crate::process::written_out;

/// What runs now, so that the signal's thread can end it.
static RUNNING: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// What a shell reports for a program ended by Ctrl-C.
const INTERRUPTED: i32 = 130;

/// A program that is ended when this is dropped.
pub(crate) struct Background {
    id: u32,
}

/// From now on Ctrl-C, a hang-up or a termination ends what runs beside us before it ends us.
pub(crate) fn end_with_us() -> Result<(), Failure> {
    ctrlc::set_handler(|| {
        running().iter_mut().for_each(end);
        process::exit(INTERRUPTED);
    })
    .map_err(|error| Failure::new("Ctrl-C cannot be watched").because(error))
}

/// Starts `command` and waits until it says the address it serves: the first line in which
/// `address` finds one. What it says later is shown.
pub(crate) fn serve(mut command: Command, address: fn(&str) -> Option<&str>) -> Result<(Background, String), Failure> {
    let shown = written_out(&command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("`{shown}` did not start")).because(error))?;
    let stdout = child.stdout.take();
    let background = Background { id: child.id() };
    running().push(child);

    let mut said = BufReader::new(stdout.ok_or_else(|| Failure::new("no output to read"))?);
    let mut seen = String::new();
    loop {
        let mut line = String::new();
        if !matches!(said.read_line(&mut line), Ok(1..)) {
            return Err(Failure::new(format!("`{shown}` ended early")).because(seen));
        }
        if let Some(address) = address(&line) {
            let address = address.to_owned();
            thread::spawn(move || show_the_rest(said));
            return Ok((background, address));
        }
        seen.push_str(&line);
    }
}

impl Background {
    /// Waits until the program ends by itself.
    pub(crate) fn wait(&self) {
        // Asking now and then, because the signal's thread must be able to take the lock in between.
        let pause = std::time::Duration::from_millis(200);
        while running().iter_mut().any(|child| child.id() == self.id && matches!(child.try_wait(), Ok(None))) {
            thread::sleep(pause);
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        let mut running = running();
        if let Some(place) = running.iter().position(|child| child.id() == self.id) {
            end(&mut running.swap_remove(place));
        }
    }
}

fn end(child: &mut Child) {
    // It may have ended by itself, which is just as well.
    if child.kill().is_ok() {
        child.wait().ok();
    }
}

fn running() -> MutexGuard<'static, Vec<Child>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A program whose output nobody reads stops when the pipe is full.
fn show_the_rest(mut said: impl Read) {
    io::copy(&mut said, &mut io::stderr().by_ref()).ok();
}
