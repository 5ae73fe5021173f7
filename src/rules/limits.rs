//! Numbers: not below what makes sense, not above what the account allows.

use super::AccountLimits;
use super::draft::Draft;
use super::field::{Bound, FieldName, Kind};
use super::issue::{IssueCode, Params};
use super::report::Findings;

/// `range` and `above_account_limit`, for the numbers that are in effect.
pub(super) fn check(draft: &Draft, account: &AccountLimits, findings: &mut Findings) {
    for (name, number) in draft.numbers().filter(|(name, _)| draft.in_effect(*name)) {
        let below = match name.field().min {
            Some(Bound::AtLeast(min)) => number < min,
            Some(Bound::Above(min)) => number <= min,
            None => false,
        };
        if below {
            findings.add(name, IssueCode::Range, bounds(name));
        }
        if let Some(limit) = account.of(name).filter(|limit| number > *limit) {
            findings.add(name, IssueCode::AboveAccountLimit, [("limit", limit.into())]);
        }
    }
}

/// The bounds of a number, for messages. Whole numbers are of 32 bits on the wire.
pub(super) fn bounds(name: FieldName) -> Params {
    let field = name.field();
    let max = f64::from(i32::MAX);
    match (field.min, field.kind) {
        (Some(Bound::Above(above)), _) => Params::from([("above", above.into())]),
        (Some(Bound::AtLeast(min)), Kind::Whole) => Params::from([("min", min.into()), ("max", max.into())]),
        (Some(Bound::AtLeast(min)), _) => Params::from([("min", min.into())]),
        (None, _) => Params::default(),
    }
}
