//! Knocks at the server of wasm-bindgen's test runner, so that it lets every connection of the browser in.
//!
//! The server (tiny_http 0.12) gives a connection to a thread that waits, or to a new one when none does. Threads that were
//! called and have not woken yet still count as waiting: of the six connections that a browser opens within a moment some
//! are put into a queue from which nobody takes them, and the page waits for its scripts for ever. Seen in two runs of
//! three, once the library had more than six modules; also with connections held from the beginning, when threads became
//! free and were counted again. A thread looks into the queue after each connection that ends. So connections are opened
//! and ended at once, all the time: whoever was forgotten is let in with the next of them.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;

const PAUSE: Duration = Duration::from_millis(50);

/// Somebody who knocks until this is dropped.
pub(super) struct Knocking {
    /// Where the server has to be.
    pub(super) address: SocketAddr,
    _goes_on: Sender<()>,
}

impl Knocking {
    /// At an address that is free now.
    pub(super) fn begin() -> Result<Self, Failure> {
        let address = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .map_err(|error| Failure::new("no free port on 127.0.0.1").because(error))?;
        let (goes_on, dropped) = mpsc::channel::<()>();
        thread::spawn(move || {
            while dropped.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
                // There is no server before the runner has started.
                drop(TcpStream::connect(address));
            }
        });
        Ok(Self { address, _goes_on: goes_on })
    }
}
