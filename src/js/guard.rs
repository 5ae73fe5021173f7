//! A panic is a bug; this keeps one from taking more along than the call that met it.
//!
//! Panics abort on this target: the engine traps, an exception flies out of the microtask that polled the call, which
//! ends a Node process, and the promise of the call never settles. So every call is polled inside a `try` of JavaScript's.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::future::LocalBoxFuture;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::error::own_bug;

#[wasm_bindgen(module = "/pkg-template/guard.js")]
extern "C" {
    /// Calls a function and swallows what it throws.
    fn attempt(function: &mut dyn FnMut());
}

/// The promise of a future. A panic in it rejects the promise with code `internal`.
pub(super) fn promise(future: LocalBoxFuture<'static, Result<JsValue, JsValue>>) -> Promise {
    future_to_promise(Guarded(Some(future)))
}

struct Guarded(Option<LocalBoxFuture<'static, Result<JsValue, JsValue>>>);

impl Future for Guarded {
    type Output = Result<JsValue, JsValue>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut polled = None;
        if let Some(future) = &mut self.0 {
            attempt(&mut || polled = Some(future.as_mut().poll(context)));
        }
        polled.unwrap_or_else(|| {
            // A future that was trapped in the middle is in no state to be dropped.
            std::mem::forget(self.0.take());
            Poll::Ready(Err(own_bug().into()))
        })
    }
}

/// A panic for the test of this file; see the feature in Cargo.toml.
#[cfg(feature = "planted-panic")]
pub mod planted {
    use std::cell::Cell;

    thread_local! {
        static IS_PLANTED: Cell<bool> = const { Cell::new(false) };
    }

    /// The next call that has its answer panics.
    pub fn plant() {
        IS_PLANTED.set(true);
    }

    #[allow(clippy::panic, reason = "the purpose of it")]
    pub(in crate::js) fn step_on_it() {
        if IS_PLANTED.take() {
            panic!("planted");
        }
    }
}
