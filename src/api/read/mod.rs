//! The answers, read: natively by serde_json into the types of [`trunk`](crate::trunk); in JavaScript by the engine, which
//! has a `JSON.parse` of its own, and handed on as its objects with only what is odd about them changed. Both give the same,
//! which tests of both hold against the same documents.

#[cfg(target_arch = "wasm32")]
mod objects;
#[cfg(not(target_arch = "wasm32"))]
mod oddities;
#[cfg(not(target_arch = "wasm32"))]
mod typed;

#[cfg(target_arch = "wasm32")]
use objects as form;
#[cfg(not(target_arch = "wasm32"))]
use typed as form;

pub use form::Body;
#[cfg(target_arch = "wasm32")]
pub(crate) use form::Document;
#[cfg(target_arch = "wasm32")]
pub(crate) use form::{
    Document as NumberPage, Document as Page, Document as PhoneNumber, Document as Routed, Document as Trunk,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use form::{NumberPage, Page, PhoneNumber, Routed, Trunk};
pub(super) use form::{is_object, number, number_page, page, routed, says_no, trunk, words};

/// What an error answer says.
#[derive(Default)]
pub(super) struct Words {
    /// What is wrong, in the server's words.
    pub(super) message: String,
    /// The parameters that it names, and what it says about each; `None` where it has no list of them.
    pub(super) fields: Option<Vec<(String, String)>>,
}
