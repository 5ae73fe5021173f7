//! A crowd at the server of wasm-bindgen's test runner, so that it gives each connection of the browser a thread.
//!
//! The server (tiny_http 0.12) begins with four threads and starts another one only when none of them waits. A browser
//! opens six connections within a moment, for the modules of the page; before the four have woken, all six count as taken,
//! two are never looked at, and the page waits for its scripts for ever. Seen in two runs of three, once the library
//! had more than six modules. With the four busy from the beginning, every connection gets a thread of its own.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;

/// More than the threads that the server begins with.
const CONNECTIONS: usize = 8;

/// How often it is looked whether the server is there.
const PAUSE: Duration = Duration::from_millis(50);

/// Connections that are held until this is dropped.
pub(super) struct Crowd {
    /// Where the server has to be.
    pub(super) address: SocketAddr,
    _held: Sender<()>,
}

impl Crowd {
    /// Waits for a server at an address that is free now.
    pub(super) fn gather() -> Result<Self, Failure> {
        let address = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .map_err(|error| Failure::new("no free port on 127.0.0.1").because(error))?;
        let (held, dropped) = mpsc::channel::<()>();
        thread::spawn(move || {
            let mut connections = Vec::new();
            while dropped.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
                while connections.len() < CONNECTIONS {
                    let Ok(connection) = TcpStream::connect(address) else { break };
                    connections.push(connection);
                }
            }
        });
        Ok(Self { address, _held: held })
    }
}
