//! Which page of a list is asked for.

use axum::http::Uri;
use wavix_trunks::trunk::{Extra, Pagination};

use crate::answer::Refusal;
use crate::query;

const PER_PAGE: u32 = 25;
const MOST_PER_PAGE: u32 = 100;

/// A page, and how many rows there are on each.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) page: u32,
    pub(crate) per_page: u32,
}

impl Place {
    /// What `page` and `per_page` ask for.
    pub(crate) fn of(uri: &Uri) -> Result<Self, Refusal> {
        let page = counted(uri, "page", 1, u32::MAX)?;
        Ok(Self { page, per_page: counted(uri, "per_page", PER_PAGE, MOST_PER_PAGE)? })
    }

    /// How many rows stand before it.
    pub(crate) fn skipped(self) -> i64 {
        i64::from(self.page.saturating_sub(1)).saturating_mul(i64::from(self.per_page))
    }

    /// What the answer says of it.
    pub(crate) fn pagination(self, total: u32) -> Pagination {
        Pagination {
            current_page: self.page,
            per_page: self.per_page,
            total,
            total_pages: total.div_ceil(self.per_page),
            extra: Extra::default(),
        }
    }
}

/// A counting parameter of the query: from 1 to `most`, or `default` when it is not given.
fn counted(uri: &Uri, name: &str, default: u32, most: u32) -> Result<u32, Refusal> {
    let Some(text) = query::value(uri.query(), name) else { return Ok(default) };
    match text.parse() {
        Ok(count) if (1..=most).contains(&count) => Ok(count),
        _ => Err(Refusal::invalid(name, &format!("must be a whole number from 1 to {most}"))),
    }
}
