//! Waiting for a timer and for an `AbortSignal`.
//!
//! Not by `JsFuture`: it keeps its closures until the promise settles, and the promise of a timer that was cleared or of
//! a signal that never fires does not settle.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(function: &JsValue, milliseconds: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);

    /// An `AbortSignal`, or an object that behaves like one.
    #[derive(Clone)]
    pub(crate) type AbortSignal;
    #[wasm_bindgen(catch, method, getter)]
    fn aborted(this: &AbortSignal) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method, getter)]
    fn reason(this: &AbortSignal) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method, js_name = addEventListener)]
    fn add_event_listener(this: &AbortSignal, event: &str, function: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method, js_name = removeEventListener)]
    fn remove_event_listener(this: &AbortSignal, event: &str, function: &JsValue) -> Result<(), JsValue>;
}

/// A longer timer fires at once, in every runtime.
const LONGEST_TIMER_MS: f64 = 2_147_483_647.0;

/// A function for JavaScript to call once, and the future that is done then.
struct Bell {
    rung: Rc<RefCell<Rung>>,
    ring: Closure<dyn FnMut()>,
}

#[derive(Default)]
struct Rung {
    done: bool,
    waker: Option<Waker>,
}

impl Bell {
    fn new() -> Self {
        let rung = Rc::new(RefCell::new(Rung::default()));
        let shared = Rc::clone(&rung);
        let ring = Closure::new(move || {
            let waker = {
                let mut rung = shared.borrow_mut();
                rung.done = true;
                rung.waker.take()
            };
            if let Some(waker) = waker {
                waker.wake();
            }
        });
        Self { rung, ring }
    }

    fn poll(&self, context: &Context<'_>) -> Poll<()> {
        let mut rung = self.rung.borrow_mut();
        if rung.done {
            return Poll::Ready(());
        }
        rung.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

/// Is done after so many milliseconds; forgotten when it is dropped.
pub(crate) struct Sleep {
    bell: Bell,
    timer: JsValue,
}

impl Sleep {
    pub(crate) fn new(milliseconds: f64) -> Self {
        let bell = Bell::new();
        let timer = set_timeout(bell.ring.as_ref(), milliseconds.clamp(0.0, LONGEST_TIMER_MS));
        Self { bell, timer }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.bell.poll(context)
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        clear_timeout(&self.timer);
    }
}

/// Is done when the signal is aborted.
pub(crate) struct Aborted {
    bell: Bell,
    signal: AbortSignal,
}

impl Aborted {
    pub(crate) fn new(signal: &AbortSignal) -> Self {
        let aborted = Self { bell: Bell::new(), signal: signal.clone() };
        // A signal that cannot be listened to is not one that fires.
        let _ = signal.add_event_listener("abort", aborted.bell.ring.as_ref());
        aborted
    }
}

impl Future for Aborted {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if is_aborted(&self.signal) {
            return Poll::Ready(());
        }
        self.bell.poll(context)
    }
}

impl Drop for Aborted {
    fn drop(&mut self) {
        let _ = self.signal.remove_event_listener("abort", self.bell.ring.as_ref());
    }
}

/// Whether a signal has fired.
pub(crate) fn is_aborted(signal: &AbortSignal) -> bool {
    signal.aborted().is_ok_and(|aborted| aborted.is_truthy())
}

/// Why a signal was aborted.
pub(crate) fn reason(signal: &AbortSignal) -> JsValue {
    signal.reason().unwrap_or_default()
}
