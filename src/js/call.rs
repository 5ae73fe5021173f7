//! A call as JavaScript sees it: a promise of the data that can also give the answer around it.

use futures_util::future::LocalBoxFuture;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use super::error::{WavixError, with_cause};
use super::{guard, options, write};
use crate::client::wait::{self, AbortSignal};
use crate::client::{Answer, CallOptions, Error, Reason};

#[wasm_bindgen(module = "/pkg-template/answer.js")]
extern "C" {
    /// A promise of `{ data, response }` as a promise of the data, with `withResponse()`.
    #[wasm_bindgen(js_name = dataOf)]
    fn data_of(answer: &Promise) -> Promise;
}

/// A call under way, whatever it asks for: one type, so that what surrounds calls is compiled once.
pub(super) type Running = LocalBoxFuture<'static, Result<Answer<JsValue>, Failed>>;

/// Why a call gives nothing.
pub(super) enum Failed {
    /// On its way.
    Call(Error),
    /// Before it began.
    Door(WavixError),
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl From<WavixError> for Failed {
    fn from(error: WavixError) -> Self {
        Self::Door(error)
    }
}

impl Failed {
    /// The error as JavaScript sees it; the cause of an abort is the reason that the signal gives.
    pub(super) fn told(self, signal: Option<&AbortSignal>) -> WavixError {
        match (self, signal) {
            (Self::Door(error), _) => error,
            (Self::Call(error), Some(signal)) if error.reason == Reason::Aborted => {
                with_cause(&error, &wait::reason(signal))
            }
            (Self::Call(error), _) => error.into(),
        }
    }
}

/// Starts a call with these options.
pub(super) fn start(call_options: &JsValue, begin: impl FnOnce(CallOptions) -> Running + 'static) -> Promise {
    start_any(options::call(call_options), Box::new(begin))
}

fn start_any(
    options: Result<(CallOptions, Option<AbortSignal>), WavixError>,
    begin: Box<dyn FnOnce(CallOptions) -> Running>,
) -> Promise {
    data_of(&guard::promise(Box::pin(async move {
        let (options, signal) = options?;
        let Answer { data, status, headers } = begin(options).await.map_err(|failed| failed.told(signal.as_ref()))?;
        #[cfg(feature = "planted-panic")]
        guard::planted::step_on_it();
        let request_id = headers.iter().find(|(name, _)| name == "x-request-id").map(|(_, value)| value.as_str());
        let response = write::object(&mut |json| {
            json.name("status");
            json.number(f64::from(status));
            json.name("headers");
            write::entries(json, &headers);
            if let Some(id) = request_id {
                json.member_text("requestId", id);
            }
        });
        Ok(object(&[("data", data), ("response", response)]).into())
    })))
}

/// A plain object.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
