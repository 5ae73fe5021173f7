//! `logger` and `onRetry`: what happens to calls, told to JavaScript. Nothing in it is secret.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::call::object;
use super::error::with_cause;
use super::read::property;
use crate::client::{Event, Happening, Observer};
use crate::engine::number_text;

/// How much is logged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Error,
    Warn,
    Info,
    Debug,
}

impl Level {
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Error, Self::Warn, Self::Info, Self::Debug].into_iter().find(|level| level.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }
}

/// Tells a logger like `console`, up to a level.
pub(super) fn logger(logger: JsValue, up_to: Level) -> Observer {
    Rc::new(move |event: &Event<'_>| {
        let (level, words) = words(event);
        if level > up_to {
            return;
        }
        if let Ok(log) = property(&logger, level.name()).dyn_into::<Function>() {
            let attempt = number_text(event.attempt.into());
            let call =
                ["wavix-trunks: ", event.method.as_str(), " ", event.path, " (attempt ", &attempt, "): "].concat();
            let line = call + &words;
            // What a logger throws is its own affair.
            let _ = log.call1(&logger, &line.into());
        }
    })
}

fn words(event: &Event<'_>) -> (Level, String) {
    match event.what {
        Happening::Sent => (Level::Debug, "sent".to_owned()),
        Happening::Answered { status, milliseconds, .. } => {
            let level = if status < 400 { Level::Info } else { Level::Warn };
            (level, ["status ", &number_text(status.into()), " after ", &number_text(milliseconds), " ms"].concat())
        }
        Happening::Lost { milliseconds } => {
            (Level::Warn, ["no answer after ", &number_text(milliseconds), " ms"].concat())
        }
        Happening::Retrying { delay_ms, .. } => {
            (Level::Warn, ["again in ", &number_text(delay_ms.round()), " ms"].concat())
        }
    }
}

/// Calls `onRetry({ method, path, attempt, delayMs, error })` before each wait.
pub(super) fn on_retry(function: Function) -> Observer {
    Rc::new(move |event: &Event<'_>| {
        if let Happening::Retrying { delay_ms, error } = event.what {
            let retry = object(&[
                ("method", event.method.as_str().into()),
                ("path", event.path.into()),
                ("attempt", event.attempt.into()),
                ("delayMs", delay_ms.into()),
                ("error", with_cause(error, &JsValue::UNDEFINED).into()),
            ]);
            // What a hook throws is its own affair.
            let _ = function.call1(&JsValue::UNDEFINED, &retry);
        }
    })
}

/// Tells one observer after the other.
pub(super) fn both(one: Option<Observer>, other: Option<Observer>) -> Option<Observer> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Rc::new(move |event: &Event<'_>| {
            one(event);
            other(event);
        })),
        (one, other) => one.or(other),
    }
}
