//! What a call asks for. One type for all calls, so that what carries them out is compiled once.

use wasm_bindgen::JsValue;

use super::call::object;
use super::client::FetchClient;
use super::write;
use crate::api::read::Document;
use crate::api::{self, Call, Deleted, ListParams};
use crate::client::{Answer, CallOptions, Error, OnUnknown};
use crate::input::Input;
use crate::json::JsonText;
use crate::rules::Difference;

pub(super) enum Ask {
    List(ListParams),
    Get(u64),
    Create(Input, OnUnknown),
    Update(u64, Input),
    /// With the password, where the changes do not hold it.
    Patch(u64, Input, Option<String>),
    Preview(u64, Input),
    Remove(u64),
    /// With what must not come back in the words of an error.
    Numbers(Call<Document>, Option<String>),
}

impl Ask {
    pub(super) async fn answer(self, client: &FetchClient, options: &CallOptions) -> Result<Answer<JsValue>, Error> {
        let answer = match self {
            Self::List(params) => client.list(&params, options).await,
            Self::Get(id) => client.get(id, options).await,
            Self::Create(settings, on_unknown) => client.create(&settings, on_unknown, options).await,
            Self::Update(id, settings) => client.update(id, &settings, options).await,
            Self::Patch(id, changes, password) => client.patch(id, &changes, password.as_deref(), options).await,
            Self::Preview(id, changes) => {
                return Ok(client.preview(id, &changes, options).await?.map(|found| differences(&found)));
            }
            Self::Remove(id) => return Ok(client.send(api::delete(id), &[], options).await?.map(deleted)),
            Self::Numbers(call, secret) => {
                let secrets: Vec<&str> = secret.as_deref().into_iter().collect();
                client.send(call, &secrets, options).await
            }
        };
        Ok(answer?.map(JsValue::from))
    }
}

fn deleted(Deleted { success }: Deleted) -> JsValue {
    object(&[("success", success.into())]).into()
}

fn differences(found: &[Difference]) -> JsValue {
    let mut json = JsonText::default();
    json.open('[');
    for difference in found {
        json.open('{');
        json.member_text("field", difference.field);
        for (name, value) in [("before", &difference.before), ("after", &difference.after)] {
            json.name(name);
            match value {
                Some(value) => value.write(&mut json),
                None => json.null(),
            }
        }
        json.close('}');
    }
    json.close(']');
    write::parsed(json)
}
