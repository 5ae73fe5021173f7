//! `createMany` and `deleteMany`: a result for each item, in order.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::call;
use super::client::FetchClient;
use super::error::{WavixError, with_cause};
use super::read::property;
use super::{guard, options};
use crate::client::{Answer, CallOptions, Error, each, wait};

/// Calls under way at the same time, unless another number is given.
const CONCURRENCY: usize = 4;

/// Makes a call for each item of an array that is not already settled in the report of an earlier run.
pub(super) fn start<I: 'static, A: Serialize>(
    client: &Rc<FetchClient>,
    items: &JsValue,
    many_options: &JsValue,
    read: impl Fn(&JsValue) -> I,
    call: impl AsyncFn(Rc<FetchClient>, I, CallOptions) -> Result<Result<Answer<A>, Error>, WavixError> + 'static,
) -> Promise {
    let run = Run::new(items, many_options);
    let todo: Vec<(u32, I)> = run.iter().flat_map(Run::todo).map(|(index, item)| (index, read(&item))).collect();
    let client = Rc::clone(client);
    guard::promise(async move {
        let mut run = run?;
        let options = run.options.clone();
        let abort_reason = || run.signal.as_ref().map(wait::reason).unwrap_or_default();
        let call = async |(index, item): (u32, I)| {
            let result = match call(Rc::clone(&client), item, options.clone()).await {
                Ok(Ok(answer)) => call::plain(&answer.data),
                Ok(Err(error)) => Err(with_cause(&error, &abort_reason())),
                Err(error) => Err(error),
            };
            (index, result)
        };
        let (settled, progress) = (run.settled.clone(), &mut run.progress);
        each(todo, run.concurrency, call, |_, (index, result)| progress.settle(&settled, index, result)).await;
        Ok(settled.into())
    })
}

struct Run {
    items: Array,
    settled: Array,
    concurrency: usize,
    options: CallOptions,
    signal: Option<wait::AbortSignal>,
    progress: Progress,
}

struct Progress {
    done: u32,
    failed: u32,
    total: u32,
    listener: Option<Function>,
}

impl Run {
    fn new(items: &JsValue, many_options: &JsValue) -> Result<Self, WavixError> {
        let Some(items) = items.dyn_ref::<Array>().cloned() else {
            return Err(options::wrong("The first argument must be an array."));
        };
        let (call_options, signal) = options::call(many_options)?;
        let settled = Array::new_with_length(items.length());
        let resume = property(many_options, "resume");
        let mut done = 0_u32;
        if !resume.is_undefined() && !resume.is_null() {
            let report = resume.dyn_ref::<Array>().filter(|report| report.length() == items.length());
            let Some(report) = report else {
                return Err(options::wrong("resume must be the report of an earlier run over the same items."));
            };
            for (index, earlier) in (0_u32..).zip(report.iter()).filter(|(_, earlier)| is_settled(earlier)) {
                settled.set(index, earlier);
                done = done.saturating_add(1);
            }
        }
        let listener = options::function(many_options, "onProgress")?;
        Ok(Self {
            concurrency: options::count(many_options, "concurrency", CONCURRENCY)?,
            progress: Progress { done, failed: 0, total: items.length(), listener },
            items,
            settled,
            options: call_options,
            signal,
        })
    }

    /// The items without a result.
    fn todo(&self) -> impl Iterator<Item = (u32, JsValue)> {
        let open = (0_u32..).zip(self.items.iter()).zip(self.settled.iter());
        open.filter(|(_, settled)| settled.is_undefined()).map(|(item, _)| item)
    }
}

/// What was done is not done again, nor what may have been done: a second create would make a second trunk.
fn is_settled(earlier: &JsValue) -> bool {
    let text = |value: &JsValue, name| property(value, name).as_string();
    match text(earlier, "status").as_deref() {
        Some("fulfilled") => true,
        Some("rejected") => text(&property(earlier, "reason"), "outcome").as_deref() == Some("unknown"),
        _ => false,
    }
}

impl Progress {
    fn settle(&mut self, settled: &Array, index: u32, result: Result<JsValue, WavixError>) {
        self.done = self.done.saturating_add(1);
        let entry = match result {
            Ok(value) => object(&[("status", "fulfilled".into()), ("value", value)]),
            Err(error) => {
                self.failed = self.failed.saturating_add(1);
                object(&[("status", "rejected".into()), ("reason", error.into())])
            }
        };
        settled.set(index, entry.into());
        if let Some(listener) = &self.listener {
            let fields: [(&str, JsValue); 4] = [
                ("done", self.done.into()),
                ("failed", self.failed.into()),
                ("total", self.total.into()),
                ("index", index.into()),
            ];
            // What a listener throws is its own affair.
            let _ = listener.call1(&JsValue::UNDEFINED, &object(&fields));
        }
    }
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}
