//! The conversation with Wavix as values: requests, responses, and what an error answer means. No I/O.
//!
//! The oddities of the wire are smoothed here and only here, so that [`trunk`](crate::trunk) and everything above it
//! sees one shape.

mod call;
mod error;
pub mod numbers;
pub(crate) mod read;
mod request;
mod response;

pub use call::{Call, Deleted, ListParams, create, delete, get, list, update};
pub use error::{ApiError, ErrorCode, FieldError};
pub use read::Body;
pub use request::{Method, Request};
pub use response::Response;
