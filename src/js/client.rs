//! `TrunkClient`.

use std::rc::Rc;

use js_sys::Promise;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::error::WavixError;
use super::{options, read, write};
use crate::client::Client;
use crate::client::fetch::Fetch;

/// Manages the SIP trunks of one Wavix account. The key stays inside: neither inspecting nor serialising shows it.
///
/// @example
/// const client = new TrunkClient({ apiKey: process.env.WAVIX_API_KEY, auth: "bearer" });
/// const page = await client.list({ page: 1, per_page: 50 });
#[wasm_bindgen]
pub struct TrunkClient {
    // Shared with the calls under way, so that `free()` in the middle of one takes nothing from it. For the same reason
    // the methods give a promise of their own making: an `async fn` would borrow `self` across the await.
    client: Rc<Client<Fetch>>,
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
        let (fetch, config) = options::client(options)?;
        Ok(Self { client: Rc::new(Client::new(fetch, config)) })
    }

    /// One page of trunks. A page past the last one is empty.
    ///
    /// @param params which page, from 1, and how many trunks on it, 1 to 100 (default 25)
    #[wasm_bindgen(unchecked_return_type = "Promise<Page>")]
    pub fn list(&self, #[wasm_bindgen(unchecked_optional_param_type = "ListParams")] params: &JsValue) -> Promise {
        let params = options::list_params(params);
        self.call(async move |client| Ok(client.list(&params?).await?))
    }

    /// Makes a trunk. Its settings are validated first: nothing is sent when they have errors.
    ///
    /// @returns the trunk, with the `id`, the SIP login `name` and the `access_token` that Wavix gave it
    /// @throws {WavixError} code `validation`, with `issues`, when the settings have errors
    /// @example
    /// const trunk = await client.create({ label: "Head office", password: "correct-Horse-7", callerid: "12121234567" });
    #[wasm_bindgen(unchecked_return_type = "Promise<Trunk>")]
    pub fn create(&self, #[wasm_bindgen(unchecked_param_type = "TrunkInput")] settings: &JsValue) -> Promise {
        let settings = read::settings(settings).input;
        self.call(async move |client| Ok(client.create(&settings).await?))
    }

    /// One trunk. Its password is never returned.
    ///
    /// @throws {WavixError} code `not_found` when there is no such trunk
    #[wasm_bindgen(unchecked_return_type = "Promise<Trunk>")]
    pub fn get(&self, #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue) -> Promise {
        let id = options::trunk_id(id);
        self.call(async move |client| Ok(client.get(id?).await?))
    }

    /// Replaces every setting of a trunk: what is left out goes back to its default, and the password is needed again.
    ///
    /// @throws {WavixError} code `validation`, with `issues`, when the settings have errors
    #[wasm_bindgen(unchecked_return_type = "Promise<Trunk>")]
    pub fn update(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "TrunkInput")] settings: &JsValue,
    ) -> Promise {
        let id = options::trunk_id(id);
        let settings = read::settings(settings).input;
        self.call(async move |client| Ok(client.update(id?, &settings).await?))
    }

    /// Removes a trunk for good; its calls stop routing.
    ///
    /// @throws {WavixError} code `not_found` when there is no such trunk
    #[wasm_bindgen(unchecked_return_type = "Promise<Deleted>")]
    pub fn delete(&self, #[wasm_bindgen(unchecked_param_type = "number")] id: &JsValue) -> Promise {
        let id = options::trunk_id(id);
        self.call(async move |client| Ok(client.delete(id?).await?))
    }
}

impl TrunkClient {
    fn call<A: Serialize>(
        &self,
        call: impl AsyncFnOnce(Rc<Client<Fetch>>) -> Result<A, WavixError> + 'static,
    ) -> Promise {
        let client = Rc::clone(&self.client);
        future_to_promise(async move { Ok(write::plain(&call(client).await?)?) })
    }
}
