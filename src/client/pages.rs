//! All trunks, page by page: where to go on and when to stop.

use crate::api::ListParams;
#[cfg(not(target_arch = "wasm32"))]
use crate::api::read::NumberPage;
use crate::api::read::Page;

/// Walks the pages of the list.
///
/// It ends at a page that is empty, shorter than the others, or that brings nothing new, whatever `total` says: totals
/// change while one walks. A trunk that moves to a later page in the meantime is handed out once; one that moves to a
/// page already seen is missed, as with any paging by number. It keeps the numbers of the trunks it has handed out.
#[derive(Debug)]
pub struct Pager {
    next: Option<u32>,
    per_page: u32,
    /// In order.
    seen: Vec<u64>,
    /// A page brought a trunk again, or the total is not what came: the list moved, or the server contradicts itself.
    moved: bool,
    /// How many there are in all, as the last page says.
    total: u32,
}

impl Pager {
    /// From a page on, 1 unless another is given, with 100 trunks each unless another number is given.
    pub fn new(params: &ListParams) -> Self {
        Self {
            next: Some(params.page.unwrap_or(1)),
            per_page: params.per_page.unwrap_or(ListParams::MOST_PER_PAGE),
            seen: Vec::new(),
            moved: false,
            total: 0,
        }
    }

    /// The page to ask for next; `None` at the end.
    pub fn next(&self) -> Option<ListParams> {
        self.next.map(|page| ListParams { page: Some(page), per_page: Some(self.per_page) })
    }

    /// Whether the pages taken so far fit together, so that at the end every trunk was among them. A walk over a list that
    /// moves underway may have missed some.
    pub fn is_whole(&self) -> bool {
        !self.moved
    }

    /// Whether more rows were promised than came: a list that ended too soon.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn lacks_some(&self) -> bool {
        u32::try_from(self.seen.len()).is_ok_and(|seen| seen < self.total)
    }

    /// Takes the page that was asked for, and leaves in it what was not handed out before.
    pub fn take(&mut self, page: &mut impl Paged) {
        let kept = self.tell_new(page.ids(), page.counts());
        page.keep(&kept);
    }

    /// Which rows are new, and whether there is another page.
    fn tell_new(&mut self, ids: Vec<Option<u64>>, (per_page, total): (u32, u32)) -> Vec<bool> {
        let mut fresh = Vec::new();
        let kept: Vec<bool> = ids
            .into_iter()
            .map(|id| id.is_none_or(|id| self.seen.binary_search(&id).is_err() && insert(&mut fresh, id)))
            .collect();
        merge(&mut self.seen, &fresh);
        let new = kept.iter().filter(|kept| **kept).count();
        // A server may cap the size of a page below what was asked for, and then says so.
        let full = match per_page {
            0 => self.per_page,
            per_page => per_page.min(self.per_page),
        };
        self.moved |= new < kept.len();
        let is_last = new == 0 || kept.len() < usize::try_from(full).unwrap_or(usize::MAX);
        self.total = total;
        if is_last && total > 0 {
            self.moved |= u32::try_from(self.seen.len()).ok() != Some(total);
        }
        self.next = if is_last { None } else { self.next.and_then(|page| page.checked_add(1)) };
        kept
    }
}

/// Puts a number where it belongs; false when it is there.
fn insert(numbers: &mut Vec<u64>, number: u64) -> bool {
    let place = numbers.binary_search(&number);
    if let Err(place) = place {
        numbers.insert(place, number);
    }
    place.is_err()
}

/// Puts numbers among others, both in order. In the place of a table of hashes, which is six times the code.
fn merge(numbers: &mut Vec<u64>, others: &[u64]) {
    // As most lists are sorted.
    if numbers.last() < others.first() {
        return numbers.extend_from_slice(others);
    }
    let mut rest = numbers.as_slice();
    let mut merged = Vec::with_capacity(rest.len().saturating_add(others.len()));
    for other in others {
        let (before, behind) =
            rest.split_at_checked(rest.partition_point(|number| number < other)).unwrap_or((rest, &[]));
        merged.extend_from_slice(before);
        merged.push(*other);
        rest = behind;
    }
    merged.extend_from_slice(rest);
    *numbers = merged;
}

/// A page of a list, of trunks or of phone numbers.
pub trait Paged {
    /// The number of each row that has one.
    fn ids(&self) -> Vec<Option<u64>>;
    /// Leaves only the rows for which there is a `true` at their place.
    fn keep(&mut self, kept: &[bool]);
    /// Rows per page, and rows in all, as the server says it.
    fn counts(&self) -> (u32, u32);
}

macro_rules! paged {
    ($($page:ty)*) => {
        $(impl Paged for $page {
            fn ids(&self) -> Vec<Option<u64>> {
                <$page>::ids(self)
            }

            fn keep(&mut self, kept: &[bool]) {
                <$page>::keep(self, kept);
            }

            fn counts(&self) -> (u32, u32) {
                <$page>::counts(self)
            }
        })*
    };
}

paged!(Page);
#[cfg(not(target_arch = "wasm32"))]
paged!(NumberPage);

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::api::{self, Response};

    /// Walks over answers as long as the pager wants another page.
    fn walk(per_page: u32, answers: &[Value]) -> (Vec<u64>, usize) {
        let mut pager = Pager::new(&ListParams { page: None, per_page: Some(per_page) });
        let mut ids = Vec::new();
        let mut asked = Vec::new();
        while let Some(params) = pager.next() {
            let body = answers.get(asked.len()).expect("the walk ends").to_string();
            asked.push(params.page.unwrap());
            let mut page = api::list(&params).read(&Response { status: 200, headers: Vec::new(), body }).unwrap();
            pager.take(&mut page);
            ids.extend(page.sip_trunks.iter().map(|trunk| trunk.id.unwrap()));
        }
        assert!(asked.iter().copied().zip(1..).all(|(page, expected)| page == expected));
        (ids, asked.len())
    }

    fn page(ids: &[u64], total: u32) -> Value {
        let rows: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
        json!({ "sip_trunks": rows, "pagination": { "current_page": 0, "per_page": 0, "total": total, "total_pages": 0 } })
    }

    #[test]
    fn it_ends_at_a_short_or_empty_page() {
        assert_eq!(walk(2, &[page(&[1, 2], 3), page(&[3], 3)]), (vec![1, 2, 3], 2));
        assert_eq!(walk(2, &[page(&[1, 2], 2), page(&[], 2)]), (vec![1, 2], 2));
        assert_eq!(walk(2, &[page(&[], 0)]), (vec![], 1));
    }

    #[test]
    fn it_ends_when_a_server_repeats_a_page_for_ever() {
        assert_eq!(walk(2, &[page(&[1, 2], 99), page(&[1, 2], 99)]), (vec![1, 2], 2));
    }

    #[test]
    fn no_trunk_comes_twice_when_the_list_moves_underway() {
        assert_eq!(walk(2, &[page(&[1, 2], 4), page(&[2, 3], 5), page(&[4], 5)]), (vec![1, 2, 3, 4], 3));
    }

    #[test]
    fn totals_that_change_or_lie_do_not_matter() {
        assert_eq!(walk(2, &[page(&[1, 2], 0), page(&[3, 4], 9999), page(&[5], 1)]), (vec![1, 2, 3, 4, 5], 3));
    }

    #[test]
    fn a_server_may_give_smaller_pages_than_were_asked_for() {
        let capped = |ids: &[u64]| {
            let rows: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
            json!({ "sip_trunks": rows, "pagination": { "per_page": 2, "total": 3 } })
        };
        assert_eq!(walk(100, &[capped(&[1, 2]), capped(&[3])]), (vec![1, 2, 3], 2));
    }
}
