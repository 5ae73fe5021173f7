//! All trunks, page by page: where to go on and when to stop.

use crate::api::ListParams;
#[cfg(not(target_arch = "wasm32"))]
use crate::api::read::NumberPage;
use crate::api::read::Page;

/// Walks the pages of the list.
///
/// It ends at a page that is empty, shorter than the others, or that brings nothing new, whatever `total` says: totals
/// change while one walks. Only where no page says how many it can hold does `total` tell whether a short one is the last.
/// A trunk that moves to a later page in the meantime is handed out once; one that moves to a page already seen is missed,
/// as with any paging by number. It keeps the numbers of the trunks it has handed out; of those without one it knows only
/// whether a page has the same as the page before.
#[derive(Debug)]
pub struct Pager {
    next: Option<u32>,
    per_page: u32,
    /// In order.
    seen: Vec<u64>,
    /// The last page, when not all of its rows had a number.
    last: String,
    /// A page brought a trunk again, or the total is not what came: the list moved, or the server contradicts itself.
    moved: bool,
}

impl Pager {
    /// From a page on, 1 unless another is given, with 100 trunks each unless another number is given.
    pub fn new(params: &ListParams) -> Self {
        Self {
            next: Some(params.page.unwrap_or(1)),
            per_page: params.per_page.unwrap_or(ListParams::MOST_PER_PAGE),
            seen: Vec::new(),
            last: String::new(),
            moved: false,
        }
    }

    /// The page to ask for next; `None` at the end.
    pub fn next(&self) -> Option<ListParams> {
        self.next.map(|page| ListParams { page: Some(page), per_page: Some(self.per_page) })
    }

    /// Whether the pages taken so far fit together, so that at the end every trunk was among them, each with its number. A
    /// walk over a list that moves underway may have missed some, and so may one over a list that does not say its total.
    pub fn is_whole(&self) -> bool {
        !self.moved
    }

    /// Takes the page that was asked for, and leaves in it what was not handed out before.
    pub fn take(&mut self, page: &mut impl Paged) {
        let ids = page.ids();
        let rows = if ids.contains(&None) { page.rows() } else { String::new() };
        let again = !rows.is_empty() && rows == self.last;
        self.last = rows;
        let kept = self.tell_new(ids, again, page.counts());
        page.keep(&kept);
    }

    /// Which rows are new, none when they come `again`, and whether there is another page.
    fn tell_new(&mut self, ids: Vec<Option<u64>>, again: bool, (per_page, total): (u32, u32)) -> Vec<bool> {
        let mut fresh = Vec::new();
        let mut is_new = |id| self.seen.binary_search(&id).is_err() && insert(&mut fresh, id);
        let kept: Vec<bool> = ids.into_iter().map(|id| !again && id.is_none_or(&mut is_new)).collect();
        merge(&mut self.seen, &fresh);
        let new = kept.iter().filter(|kept| **kept).count();
        let lacks_some = u32::try_from(self.seen.len()).is_ok_and(|seen| seen < total);
        // A server may cap the size of a page below what was asked for, and then says so.
        let full = match per_page {
            0 if lacks_some => 1,
            0 => self.per_page,
            per_page => per_page.min(self.per_page),
        };
        self.moved |= new < kept.len();
        let is_last = new == 0 || kept.len() < usize::try_from(full).unwrap_or(usize::MAX);
        self.moved |= is_last && u32::try_from(self.seen.len()) != Ok(total);
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
    /// The rows as JSON.
    fn rows(&self) -> String;
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

            fn rows(&self) -> String {
                <$page>::rows(self)
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
    use crate::trunk::TrunkSummary;

    /// Walks over answers as long as the pager wants another page.
    fn walk(per_page: u32, answers: &[Value]) -> (Vec<u64>, usize) {
        let (rows, asked) = rows(per_page, answers);
        (rows.iter().map(|trunk| trunk.id.unwrap()).collect(), asked)
    }

    fn rows(per_page: u32, answers: &[Value]) -> (Vec<TrunkSummary>, usize) {
        let mut pager = Pager::new(&ListParams { page: None, per_page: Some(per_page) });
        let mut rows = Vec::new();
        let mut asked = Vec::new();
        while let Some(params) = pager.next() {
            let body = answers.get(asked.len()).expect("the walk ends").to_string();
            asked.push(params.page.unwrap());
            let mut page = api::list(&params).read(&Response { status: 200, headers: Vec::new(), body }).unwrap();
            pager.take(&mut page);
            rows.extend(page.sip_trunks);
        }
        assert!(asked.iter().copied().zip(1..).all(|(page, expected)| page == expected));
        (rows, asked.len())
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
    fn rows_without_a_number_come_and_end_with_the_first_page_that_repeats_them() {
        let page = |labels: &[&str], at: u32| {
            let rows: Vec<Value> = labels.iter().map(|label| json!({ "id": "uuid", "label": label })).collect();
            json!({ "sip_trunks": rows, "pagination": { "current_page": at, "per_page": 2, "total": 99 } })
        };
        let (all, asked) = rows(2, &[page(&["a", "a"], 1), page(&["b", "c"], 2), page(&["b", "c"], 3)]);
        let labels: Vec<&str> = all.iter().filter_map(|trunk| trunk.label.as_deref()).collect();
        assert_eq!((labels, asked), (vec!["a", "a", "b", "c"], 3));
        let mixed = json!({ "sip_trunks": [{ "id": 1 }, { "id": null }], "pagination": { "per_page": 2 } });
        assert_eq!(rows(2, &[mixed.clone(), mixed]).1, 2);
    }

    #[test]
    fn numbers_that_came_as_text_tell_rows_apart_and_stay_text() {
        let page = |ids: [Value; 2]| json!({ "sip_trunks": ids.map(|id| json!({ "id": id })), "pagination": {} });
        let (all, _) = rows(2, &[page([json!("1"), json!(2)]), page([json!("2"), json!(1)])]);
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].extra.get("id"), Some(&json!("1")));
    }

    #[test]
    fn where_no_page_says_how_many_it_can_hold_the_total_tells_whether_there_is_another() {
        assert_eq!(walk(100, &[page(&[1, 2], 3), page(&[3], 3)]), (vec![1, 2, 3], 2));
        assert_eq!(walk(100, &[page(&[1, 2], 9), page(&[], 9)]), (vec![1, 2], 2));
    }

    #[test]
    fn no_trunk_comes_twice_when_the_list_moves_underway() {
        assert_eq!(walk(2, &[page(&[1, 2], 4), page(&[2, 3], 5), page(&[4], 4)]), (vec![1, 2, 3, 4], 3));
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
