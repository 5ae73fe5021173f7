//! `pages()` and `listAll()`: an async generator over pages that are fetched one ahead.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::future::{AbortHandle, abortable};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::call::told;
use super::client::FetchClient;
use super::error::WavixError;
use super::{Returned, guard, options};
use crate::api::ListParams;
use crate::api::read::Page;
use crate::client::wait::{self, AbortSignal};
use crate::client::{Answer, CallOptions, Error, Pager};

#[wasm_bindgen(module = "/pkg-template/pages.js")]
extern "C" {
    #[wasm_bindgen(js_name = pagesOf)]
    fn pages_of(source: TrunkPages) -> JsValue;
    #[wasm_bindgen(js_name = trunksOf)]
    fn trunks_of(source: TrunkPages, signal: &JsValue) -> JsValue;
}

/// What the generators of `pkg-template/pages.js` draw from.
#[wasm_bindgen(skip_typescript)]
pub struct TrunkPages {
    walk: Rc<Walk>,
}

struct Walk {
    client: Rc<FetchClient>,
    options: CallOptions,
    signal: Option<AbortSignal>,
    pager: RefCell<Pager>,
    /// The page that is fetched while another one is worked on.
    ahead: RefCell<Option<Ahead>>,
}

type PageResult = Result<Answer<Page>, Error>;

/// A page that is being fetched; its request is cancelled when nobody wants it any more.
struct Ahead {
    done: JsFuture,
    result: Rc<Cell<Option<PageResult>>>,
    cancel: AbortHandle,
}

impl Drop for Ahead {
    fn drop(&mut self) {
        self.cancel.abort();
    }
}

impl TrunkPages {
    pub(super) fn new(client: &Rc<FetchClient>, params: &JsValue, options: &JsValue) -> Result<Self, WavixError> {
        let pager = RefCell::new(Pager::new(&options::list_params(params)?));
        let (options, signal) = options::call(options)?;
        let walk = Walk { client: Rc::clone(client), options, signal, pager, ahead: RefCell::default() };
        Ok(Self { walk: Rc::new(walk) })
    }

    pub(super) fn into_pages(self) -> JsValue {
        pages_of(self)
    }

    pub(super) fn into_trunks(self) -> JsValue {
        let signal = self.walk.signal.as_ref().map_or(JsValue::UNDEFINED, JsValue::from);
        trunks_of(self, &signal)
    }
}

#[wasm_bindgen]
impl TrunkPages {
    /// The next page; `undefined` at the end.
    pub fn next(&self) -> Returned<Promise> {
        let walk = Rc::clone(&self.walk);
        Ok(guard::promise(Box::pin(async move {
            let ahead = walk.ahead.take();
            let ahead = if walk.signal.as_ref().is_some_and(wait::is_aborted) {
                // Nothing is sent for it, and its error says so, also where there is no other page.
                Some(walk.ask_for(ListParams::default()))
            } else {
                ahead.or_else(|| walk.ask())
            };
            let Some(mut ahead) = ahead else { return Ok(JsValue::UNDEFINED) };
            (&mut ahead.done).await?;
            let Some(result) = ahead.result.take() else { return Ok(JsValue::UNDEFINED) };
            let mut page = result.map_err(|error| told(&error, walk.signal.as_ref()))?.data;
            walk.pager.borrow_mut().take(&mut page);
            walk.ahead.replace(walk.ask());
            Ok(page.into())
        })))
    }

    /// Gives up the page that is being fetched ahead.
    pub fn stop(&self) {
        self.walk.ahead.take();
    }
}

impl Walk {
    /// Asks for the next page, if there is one.
    fn ask(&self) -> Option<Ahead> {
        let params = self.pager.borrow().next()?;
        Some(self.ask_for(params))
    }

    fn ask_for(&self, params: ListParams) -> Ahead {
        let (client, options) = (Rc::clone(&self.client), self.options.clone());
        let result = Rc::new(Cell::new(None));
        let slot = Rc::clone(&result);
        let (fetching, cancel) = abortable(async move { slot.set(Some(client.list(&params, &options).await)) });
        let done = JsFuture::from(guard::promise(Box::pin(async move {
            // Cancelled means that nobody waits for it.
            let _ = fetching.await;
            Ok(JsValue::UNDEFINED)
        })));
        Ahead { done, result, cancel }
    }
}
