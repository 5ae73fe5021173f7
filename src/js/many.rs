//! `createMany` and `deleteMany`: a result for each item, in order.

use std::cell::RefCell;
use std::rc::Rc;
use std::vec::IntoIter;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::ask::Ask;
use super::call::{object, told};
use super::client::FetchClient;
use super::error::WavixError;
use super::read::{self, property};
use super::{guard, options, write};
use crate::client::{CallOptions, wait};

/// Calls under way at the same time, unless another number is given.
const CONCURRENCY: u32 = 4;

#[wasm_bindgen(module = "/pkg-template/numbers.js")]
extern "C" {
    /// What was done is not done again, nor what may have been done: a second create would make a second trunk.
    #[wasm_bindgen(js_name = isSettled)]
    fn is_settled(earlier: &JsValue) -> bool;
}

/// Makes a call for each item of an array that is not already settled in the report of an earlier run.
pub(super) fn start(
    client: &Rc<FetchClient>,
    items: &JsValue,
    many_options: &JsValue,
    prepare: &dyn Fn(&JsValue) -> Result<Ask, WavixError>,
) -> Promise {
    let run = Run::new(client, items, many_options, prepare);
    guard::promise(Box::pin(async move {
        let (run, concurrency) = run?;
        let run = Rc::new(run);
        let workers: Array = (0..concurrency).map(|_| run.worker()).collect();
        let done = JsFuture::from(Promise::all(&workers)).await;
        // A worker fails by a bug of ours only. What the others have not begun is then left.
        run.todo.take();
        done.map(|_| run.settled.clone().into())
    }))
}

/// What the workers of a run share.
struct Run {
    client: Rc<FetchClient>,
    options: CallOptions,
    signal: Option<wait::AbortSignal>,
    todo: RefCell<IntoIter<(u32, Result<Ask, WavixError>)>>,
    settled: Array,
    progress: RefCell<Progress>,
    listener: Option<Function>,
}

#[derive(Clone, Copy)]
struct Progress {
    done: u32,
    failed: u32,
}

impl Run {
    /// A run, and how many workers it has.
    fn new(
        client: &Rc<FetchClient>,
        items: &JsValue,
        many_options: &JsValue,
        prepare: &dyn Fn(&JsValue) -> Result<Ask, WavixError>,
    ) -> Result<(Self, u32), WavixError> {
        let Some(items) = items.dyn_ref::<Array>() else {
            return Err(options::wrong("The first argument must be an array."));
        };
        let (options, signal) = options::call(many_options)?;
        let resume = property(many_options, "resume");
        let earlier = if resume.is_undefined() || resume.is_null() {
            Array::new_with_length(items.length())
        } else {
            let report = resume.dyn_into::<Array>().ok().filter(|report| report.length() == items.length());
            report.ok_or_else(|| options::wrong("resume must be the report of an earlier run over the same items."))?
        };
        let listener = options::function(many_options, "onProgress")?;
        let concurrency = options::count(&read::members(many_options, "concurrency"), "concurrency", 1, 1000)?;

        let settled = Array::new_with_length(items.length());
        let mut todo = Vec::new();
        let mut done = 0_u32;
        for index in 0..items.length() {
            let earlier = earlier.get(index);
            if is_settled(&earlier) {
                settled.set(index, earlier);
                done = done.saturating_add(1);
            } else {
                todo.push((index, prepare(&items.get(index))));
            }
        }
        let concurrency = concurrency.unwrap_or(CONCURRENCY).min(items.length().saturating_sub(done));
        let (todo, progress) = (RefCell::new(todo.into_iter()), RefCell::new(Progress { done, failed: 0 }));
        Ok((Self { client: Rc::clone(client), options, signal, todo, settled, progress, listener }, concurrency))
    }

    /// Makes one call after the other until none is left.
    fn worker(self: &Rc<Self>) -> Promise {
        let run = Rc::clone(self);
        guard::promise(Box::pin(async move {
            while let Some((index, ask)) = run.next() {
                let data = match ask {
                    Ok(ask) => match ask.answer(&run.client, &run.options).await {
                        Ok(answer) => Ok(answer.data),
                        Err(error) => Err(told(&error, run.signal.as_ref())),
                    },
                    Err(error) => Err(error),
                };
                run.settle(index, data);
            }
            Ok(JsValue::UNDEFINED)
        }))
    }

    fn next(&self) -> Option<(u32, Result<Ask, WavixError>)> {
        self.todo.borrow_mut().next()
    }

    fn settle(&self, index: u32, result: Result<JsValue, WavixError>) {
        let failed = u32::from(result.is_err());
        let (status, name, what) = match result {
            Ok(value) => ("fulfilled", "value", value),
            Err(error) => ("rejected", "reason", error.into()),
        };
        self.settled.set(index, object(&[("status", status.into()), (name, what)]).into());
        let progress = {
            let mut progress = self.progress.borrow_mut();
            progress.done = progress.done.saturating_add(1);
            progress.failed = progress.failed.saturating_add(failed);
            *progress
        };
        if let Some(listener) = &self.listener {
            let counts = [
                ("done", progress.done),
                ("failed", progress.failed),
                ("total", self.settled.length()),
                ("index", index),
            ];
            let counts = write::object(&mut |json| {
                for (name, count) in counts {
                    json.name(name);
                    json.number(count.into());
                }
            });
            // What a listener throws is its own affair.
            let _ = listener.call1(&JsValue::UNDEFINED, &counts);
        }
    }
}
