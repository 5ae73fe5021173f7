//! What a trunk is: the config that is sent, the trunk and the summary that come back, and a page of summaries.

mod config;
mod extra;
mod money;
mod page;
mod received;
mod secret;

pub use config::{AllowedIp, HostRequest, TrunkConfig};
pub use extra::Extra;
pub use money::Money;
pub(crate) use money::decimal;
pub use page::{Page, Pagination};
pub use received::{AllowedAddress, HostRequestState, Trunk, TrunkSummary};
pub use secret::Secret;
