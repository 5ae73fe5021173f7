//! IP authentication: what becomes of a trunk's `host_request` when it is asked for, changed or left out.
//!
//! At Wavix a person decides. Nobody sits in the sandbox, so a request stays `pending` for ever; only example trunks
//! come with a decision.

/// Whether a trunk can place calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// It can: digest, or IP authentication that was granted.
    Active,
    /// It cannot: IP authentication is under review.
    Pending,
    /// It cannot: IP authentication was refused.
    Rejected,
}

impl Status {
    /// The word on the wire and in the database.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Rejected => "rejected",
        }
    }
}

/// Why a `host_request` is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conflict {
    /// The trunk's request is under review and cannot be changed.
    Pending,
    /// Another trunk has this address; one address maps to one trunk.
    Taken,
}

/// The address and the status that a trunk has after a write that asks for `asked`.
///
/// A request under review stays through a write that leaves it out, because Wavix says that it cannot be changed and
/// because a client that reads a trunk never sees it; in every other case what is left out is gone.
pub(crate) fn after_write<'a>(
    current: Option<&'a str>,
    status: &str,
    asked: Option<&'a str>,
) -> Result<(Option<&'a str>, Status), Conflict> {
    if let Some(host) = current.filter(|_| status == Status::Pending.word()) {
        let unchanged = asked.is_none_or(|asked| asked == host);
        return if unchanged { Ok((Some(host), Status::Pending)) } else { Err(Conflict::Pending) };
    }
    Ok(match asked {
        None => (None, Status::Active),
        Some(_) if asked == current && status == Status::Active.word() => (asked, Status::Active),
        Some(_) => (asked, Status::Pending),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Option<&str> = Some("203.0.113.5");
    const THERE: Option<&str> = Some("203.0.113.6");

    #[test]
    fn asking_for_an_address_waits_for_approval() {
        assert_eq!(after_write(None, "active", HERE), Ok((HERE, Status::Pending)));
        assert_eq!(after_write(None, "active", None), Ok((None, Status::Active)));
    }

    #[test]
    fn a_request_under_review_stays_as_it_is() {
        assert_eq!(after_write(HERE, "pending", None), Ok((HERE, Status::Pending)));
        assert_eq!(after_write(HERE, "pending", HERE), Ok((HERE, Status::Pending)));
        assert_eq!(after_write(HERE, "pending", THERE), Err(Conflict::Pending));
    }

    #[test]
    fn an_approval_covers_its_own_address_only() {
        assert_eq!(after_write(HERE, "active", HERE), Ok((HERE, Status::Active)));
        assert_eq!(after_write(HERE, "active", THERE), Ok((THERE, Status::Pending)));
        assert_eq!(after_write(HERE, "active", None), Ok((None, Status::Active)));
    }

    #[test]
    fn after_a_refusal_one_may_ask_again() {
        assert_eq!(after_write(HERE, "rejected", HERE), Ok((HERE, Status::Pending)));
        assert_eq!(after_write(HERE, "rejected", None), Ok((None, Status::Active)));
    }
}
