//! One page of a list of trunks.

use serde::{Deserialize, Serialize};

use super::{Extra, TrunkSummary};

/// One page of trunks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Page {
    /// The trunks of this page; empty past the last one.
    pub sip_trunks: Vec<TrunkSummary>,
    /// Where this page stands among the others.
    pub pagination: Pagination,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where a page stands among the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Pagination {
    /// Number of this page, from 1.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub current_page: u32,
    /// Trunks per page, 1 to 100.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub per_page: u32,
    /// Trunks in all.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub total: u32,
    /// Pages in all.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number"))]
    pub total_pages: u32,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
