//! `TrunkClient`.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;

use super::ask::Ask;
use super::error::WavixError;
use super::numbers::NumberCalls;
use super::pages::TrunkPages;
use super::{Returned, call, client_options, many, options, read};
use crate::client::Client;
use crate::client::fetch::Fetch;

pub(super) type FetchClient = Client<Fetch>;

/// Manages the SIP trunks of one Wavix account. The key stays inside: neither inspecting nor serialising shows it.
///
/// Every method takes `{ signal, timeoutMs, maxRetries, headers, onRetry }` as its last argument, and rejects with a
/// {@link WavixError}. A GET, an update, a delete and a change of numbers are tried again after a lost connection, 408, 409, 429 and 5xx; a
/// create only after 429, since Wavix cannot tell a repeated create from a second one.
///
/// @example
/// const client = new TrunkClient({ apiKey: process.env.WAVIX_API_KEY, auth: "bearer" });
/// const page = await client.list({ page: 1, per_page: 50 });
#[wasm_bindgen]
pub struct TrunkClient {
    // Shared with the calls under way, so that `free()` in the middle of one takes nothing from it. For the same reason
    // the methods give a promise of their own making: an `async fn` would borrow `self` across the await.
    client: Rc<FetchClient>,
    /// What is made of several calls, in JavaScript, draws from these.
    calls: JsValue,
    numbers: JsValue,
}

#[wasm_bindgen(module = "/pkg-template/numbers.js")]
extern "C" {
    #[wasm_bindgen(js_name = numbersOf)]
    fn numbers_of(calls: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = deleteOf)]
    fn delete_of(calls: &JsValue, id: &JsValue, options: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = deleteManyOf)]
    fn delete_many_of(calls: &JsValue, ids: &JsValue, options: &JsValue) -> Promise;
}

#[wasm_bindgen]
impl TrunkClient {
    /// A client for one account.
    ///
    /// @throws {WavixError} code `configuration` when an option is missing or cannot work
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "ClientOptions")] options: &JsValue,
    ) -> Result<TrunkClient, WavixError> {
        let (fetch, config) = client_options::read(options)?;
        let client = Rc::new(Client::new(fetch, config));
        let calls = NumberCalls::new(&client).into();
        Ok(Self { client, numbers: numbers_of(&calls), calls })
    }

    /// One page of trunks. A page past the last one is empty.
    ///
    /// @param params which page, from 1, and how many trunks on it, 1 to 100 (default 25)
    /// @example
    /// const { sip_trunks, pagination } = await client.list({ page: 2, per_page: 100 });
    #[wasm_bindgen(unchecked_return_type = "Call<Page>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListParams | null")] params: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        self.call(options::list_params(params).map(Ask::List), options)
    }

    /// All trunks, page by page: `for await (const page of client.pages()) …`. The next page is fetched while one is
    /// worked on. It ends at a short, empty or repeated page; `break` and the signal end it too.
    ///
    /// @param params the page to begin with (default 1) and how many trunks on each, 1 to 100 (default 100)
    #[wasm_bindgen(unchecked_return_type = "AsyncGenerator<Page, void, void>")]
    pub fn pages(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListParams | null")] params: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Result<JsValue, WavixError> {
        Ok(TrunkPages::new(&self.client, params, options)?.into_pages())
    }

    /// All trunks, one by one, none of them twice: `for await (const trunk of client.listAll()) …`. Otherwise as
    /// {@link TrunkClient.pages}.
    ///
    /// @param params the page to begin with (default 1) and how many trunks on each, 1 to 100 (default 100)
    /// @example
    /// for await (const trunk of client.listAll()) console.log(trunk.label, trunk.status);
    #[wasm_bindgen(js_name = listAll, unchecked_return_type = "AsyncGenerator<TrunkSummary, void, void>")]
    pub fn list_all(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListParams | null")] params: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Result<JsValue, WavixError> {
        Ok(TrunkPages::new(&self.client, params, options)?.into_trunks())
    }

    /// Makes a trunk. Its settings are validated first: nothing is sent when they have errors.
    ///
    /// When the answer is lost, the error's `outcome` is `"unknown"`: the trunk may be there. With
    /// `{ onUnknown: "reconcile" }` the client looks for it: found, it is the result; surely not there, it is made once
    /// more; otherwise the error stands. This lists the trunks once before the create, unless `known` says which are old,
    /// and the timeout then holds for each step.
    ///
    /// @returns the trunk, with the `id`, the SIP login `name` and the `access_token` that Wavix gave it
    /// @throws {WavixError} code `validation`, with `issues`, when the settings have errors
    /// @example
    /// const trunk = await client.create({ label: "Head office", password: "correct-Horse-7", callerid: "12121234567" });
    #[wasm_bindgen(unchecked_return_type = "Call<Trunk>")]
    pub fn create(
        &self,
        #[wasm_bindgen(unchecked_param_type = "TrunkInput")] settings: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CreateOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        let settings = read::settings(settings).input;
        let on_unknown = options::on_unknown_of_one(options);
        self.call(on_unknown.map(|on_unknown| Ask::Create(settings, on_unknown)), options)
    }

    /// One trunk. Its password is never returned.
    ///
    /// @throws {WavixError} code `not_found` when there is no such trunk
    #[wasm_bindgen(unchecked_return_type = "Call<Trunk>")]
    pub fn get(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        self.call(options::trunk_id(id).map(Ask::Get), options)
    }

    /// Replaces every setting of a trunk: what is left out goes back to its default, and the password is needed again.
    /// {@link TrunkClient.patch} keeps the other settings.
    ///
    /// @throws {WavixError} code `validation`, with `issues`, when the settings have errors
    #[wasm_bindgen(unchecked_return_type = "Call<Trunk>")]
    pub fn update(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "TrunkInput")] settings: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        let settings = read::settings(settings).input;
        self.call(options::trunk_id(id).map(|id| Ask::Update(id, settings)), options)
    }

    /// Changes some settings of a trunk and keeps the others: reads it, puts the changes over it and updates it. The
    /// password is needed, since an update replaces everything and Wavix never gives the password back. An update that
    /// somebody else makes between the reading and the writing is overwritten.
    ///
    /// @throws {WavixError} code `configuration` when the password is missing or masked: nothing was sent
    /// @example
    /// await client.patch(trunk.id, { call_restrict: true, call_limit: 3600 }, { password: "correct-Horse-7" });
    #[wasm_bindgen(unchecked_return_type = "Call<Trunk>")]
    pub fn patch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Partial<TrunkInput>")] changes: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "PatchOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        let changes = read::any(changes);
        let password = options::text(&read::members(options, "password"), "password");
        let ask = options::trunk_id(id).and_then(|id| Ok(Ask::Patch(id, changes, password?)));
        self.call(ask, options)
    }

    /// What {@link TrunkClient.patch} would change, field by field, without changing it. The password is not compared.
    ///
    /// @example
    /// await client.preview(trunk.id, { call_limit: 60 }); // [{ field: "call_limit", before: 3600, after: 60 }]
    #[wasm_bindgen(unchecked_return_type = "Call<Difference[]>")]
    pub fn preview(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Partial<TrunkInput>")] changes: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        let changes = read::any(changes);
        self.call(options::trunk_id(id).map(|id| Ask::Preview(id, changes)), options)
    }

    /// Removes a trunk for good; its calls stop routing. A trunk to which calls to phone numbers lead is not removed,
    /// unless you say `{ ifRouted: "delete" }`: the numbers of the account are listed first, as far as they can be.
    ///
    /// @throws {WavixError} code `not_found` when there is no such trunk, `routed`, with the `numbers`, when calls lead to
    /// it
    #[wasm_bindgen(unchecked_return_type = "Call<Deleted>")]
    pub fn delete(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DeleteOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        Ok(delete_of(&self.calls, id, options))
    }

    /// Makes many trunks, some at a time. Never rejects for the sake of one item: each has its own result, in the order
    /// of the items. A 429 that one meets holds back all. Handed back as `resume`, a report goes on where it ended:
    /// what was made, and what may have been made, is not made again.
    ///
    /// @throws {WavixError} code `configuration` when an option cannot work
    /// @example
    /// const report = await client.createMany(list, { concurrency: 8, onProgress: ({ done, total }) => show(done / total) });
    /// const again = await client.createMany(list, { resume: report });
    #[wasm_bindgen(js_name = createMany, unchecked_return_type = "Promise<Settled<Trunk>[]>")]
    pub fn create_many(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly TrunkInput[]")] items: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ManyOptions<Trunk> & Omit<CreateOptions, \"known\">")] options: &JsValue,
    ) -> Returned<Promise> {
        let on_unknown = match options::on_unknown(options) {
            Ok(on_unknown) => on_unknown,
            Err(error) => return Ok(Promise::reject(&error.into())),
        };
        Ok(many::start(&self.client, items, options, &|settings| {
            Ok(Ask::Create(read::settings(settings).input, on_unknown.clone()))
        }))
    }

    /// Removes many trunks, some at a time; otherwise as {@link TrunkClient.createMany} and {@link TrunkClient.delete}. The
    /// numbers of the account are listed once.
    #[wasm_bindgen(js_name = deleteMany, unchecked_return_type = "Promise<Settled<Deleted>[]>")]
    pub fn delete_many(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly number[]")] ids: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ManyOptions<Deleted> & DeleteOptions")] options: &JsValue,
    ) -> Returned<Promise> {
        Ok(delete_many_of(&self.calls, ids, options))
    }

    /// The phone numbers of the account, and the trunks to which calls to them lead.
    ///
    /// @example
    /// await client.numbers.routeToTrunk(ids, trunk.id);
    #[wasm_bindgen(getter, unchecked_return_type = "PhoneNumbers")]
    pub fn numbers(&self) -> Returned {
        Ok(self.numbers.clone())
    }
}

impl TrunkClient {
    fn call(&self, ask: Result<Ask, WavixError>, options: &JsValue) -> Returned<Promise> {
        Ok(call::start(&self.client, ask, options))
    }
}
