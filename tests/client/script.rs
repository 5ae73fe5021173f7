//! A transport that answers from a script, and a clock that stands still until everybody waits.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{pending, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use serde_json::Value;
use wavix_trunks::api::Response;
use wavix_trunks::client::{Client, ClientConfig, Message, Transport, TransportError};

/// What the server does with one request.
pub enum Act {
    /// Answers at once.
    Answer(u16, Vec<(&'static str, String)>, String),
    /// Answers after so many milliseconds.
    Late(f64, u16, Value),
    /// Drops the connection.
    Lost,
    /// Never answers.
    Silence,
}

pub fn answer(status: u16, body: Value) -> Act {
    Act::Answer(status, Vec::new(), body.to_string())
}

pub fn refusal(status: u16) -> Act {
    answer(status, serde_json::json!({ "success": false, "message": "no" }))
}

/// What a test sees of the world.
#[derive(Default)]
pub struct World {
    acts: RefCell<VecDeque<Act>>,
    now: Cell<f64>,
    wakes: RefCell<Vec<f64>>,
    wakers: RefCell<Vec<Waker>>,
    pub sent: RefCell<Vec<Message>>,
    pub sent_at: RefCell<Vec<f64>>,
    pub cancelled: Cell<usize>,
}

pub struct Script(Rc<World>);

impl std::fmt::Debug for Script {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Script")
    }
}

pub fn client(config: ClientConfig, acts: impl IntoIterator<Item = Act>) -> (Client<Script>, Rc<World>) {
    let world = Rc::new(World { acts: RefCell::new(acts.into_iter().collect()), ..World::default() });
    (Client::new(Script(Rc::clone(&world)), config), world)
}

impl World {
    pub fn now(&self) -> f64 {
        self.now.get()
    }

    /// `POST /v1/trunks`, one for each request.
    pub fn requests(&self) -> Vec<String> {
        let path =
            |url: &str| url.trim_start_matches("https://api.wavix.com").split('?').next().unwrap_or("").to_owned();
        self.sent.borrow().iter().map(|message| format!("{} {}", message.method.as_str(), path(&message.url))).collect()
    }

    /// Runs to the end: whenever nothing can go on, the clock moves to the next time somebody waits for.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        loop {
            if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                return value;
            }
            let now = self.now.get();
            let next = self.wakes.borrow().iter().copied().filter(|wake| *wake > now).fold(f64::INFINITY, f64::min);
            assert!(next.is_finite(), "nobody waits for a time, and nothing goes on");
            self.now.set(next);
            self.wakers.take().into_iter().for_each(Waker::wake);
        }
    }

    /// Is done after so many milliseconds of this world.
    pub async fn wait(&self, milliseconds: f64) {
        let wake = self.now.get() + milliseconds;
        self.wakes.borrow_mut().push(wake);
        poll_fn(|context| {
            self.wakers.borrow_mut().push(context.waker().clone());
            if self.now.get() >= wake { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

/// Counts a request that was given up.
struct Guard<'a>(&'a World, bool);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if !self.1 {
            self.0.cancelled.set(self.0.cancelled.get() + 1);
        }
    }
}

impl Transport for Script {
    async fn send(&self, message: Message) -> Result<Response, TransportError> {
        self.0.sent.borrow_mut().push(message);
        self.0.sent_at.borrow_mut().push(self.0.now.get());
        let act = self.0.acts.borrow_mut().pop_front();
        let mut guard = Guard(&self.0, false);
        let result = match act {
            Some(Act::Answer(status, headers, body)) => {
                let headers = headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                Ok(Response { status, headers, body })
            }
            Some(Act::Late(milliseconds, status, body)) => {
                self.0.wait(milliseconds).await;
                Ok(Response { status, headers: Vec::new(), body: body.to_string() })
            }
            Some(Act::Lost) => Err(TransportError::Lost { code: None }),
            Some(Act::Silence) => pending().await,
            None => unreachable!("a request that the script does not have"),
        };
        guard.1 = true;
        result
    }

    async fn sleep(&self, milliseconds: f64) {
        self.0.wait(milliseconds).await;
    }

    fn now(&self) -> f64 {
        self.0.now.get()
    }

    /// The longest wait that spreading allows.
    fn random(&self) -> f64 {
        1.0
    }
}
