//! How one call is made: how long it may take, how often it is tried, who may end it and who wants to hear of it.

use std::fmt;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

use super::Event;

/// How one call is made. What is `None` is as the client has it.
#[derive(Clone, Default)]
pub struct CallOptions {
    /// Milliseconds that the whole call may take, all attempts and the waits between them included; infinite for no
    /// limit. Default 60,000.
    pub timeout_ms: Option<f64>,
    /// Attempts after the first one. Default 2.
    pub max_retries: Option<u32>,
    /// Headers sent along with the client's own.
    pub headers: Vec<(String, String)>,
    /// Ends the call before its time.
    pub abort: Option<Abort>,
    /// Hears what happens, after the client's own observer.
    pub observer: Option<Observer>,
}

/// Gives a future that is done when the call should end. It is asked once for every step of a call.
pub type Abort = Rc<dyn Fn() -> LocalBoxFuture<'static, ()>>;

/// Hears what happens to calls: for logs and for progress.
pub type Observer = Rc<dyn Fn(&Event<'_>)>;

impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout_ms", &self.timeout_ms)
            .field("max_retries", &self.max_retries)
            .finish_non_exhaustive()
    }
}
