//! What a trunk is: the config that is sent, the trunk and the summary that come back, and a page of summaries; and the
//! phone numbers whose calls lead to trunks.

mod config;
mod destination;
mod extra;
mod money;
mod number;
mod page;
mod received;
mod secret;

pub use config::{AllowedIp, HostRequest, TrunkConfig};
pub use destination::{Destination, Via};
pub use extra::Extra;
pub use money::Money;
pub(crate) use money::decimal;
pub use number::{NumberDestination, NumberPage, PhoneNumber, Routed};
pub use page::{Page, Pagination};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use received::whole;
pub use received::{AllowedAddress, HostRequestState, Trunk, TrunkSummary};
pub use secret::Secret;
