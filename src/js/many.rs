//! `createMany` and `deleteMany`: a result for each item, in order.

use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;

use super::ask::Ask;
use super::call::{object, told};
use super::client::FetchClient;
use super::error::WavixError;
use super::read::property;
use super::{guard, options};
use crate::client::{CallOptions, each, wait};

/// Calls under way at the same time, unless another number is given.
const CONCURRENCY: usize = 4;

/// Makes a call for each item of an array that is not already settled in the report of an earlier run.
pub(super) fn start(
    client: &Rc<FetchClient>,
    items: &JsValue,
    many_options: &JsValue,
    prepare: &dyn Fn(&JsValue) -> Result<Ask, WavixError>,
) -> Promise {
    let client = Rc::clone(client);
    let run = Run::new(items, many_options);
    let todo: Vec<_> = run.iter().flat_map(Run::todo).map(|(index, item)| (index, prepare(&item))).collect();
    guard::promise(Box::pin(async move {
        let mut run = run?;
        let options = run.options.clone();
        let signal = run.signal.clone();
        let call = async |(index, ask): (u32, Result<Ask, WavixError>)| {
            let data = match ask {
                Ok(ask) => {
                    let answer = ask.answer(&client, &options).await;
                    answer.map(|answer| answer.data).map_err(|error| told(&error, signal.as_ref()))
                }
                Err(error) => Err(error),
            };
            (index, data)
        };
        let (settled, progress) = (run.settled.clone(), &mut run.progress);
        each(todo, run.concurrency, call, |_, (index, result)| progress.settle(&settled, index, result)).await;
        Ok(settled.into())
    }))
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
