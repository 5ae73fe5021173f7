//! What a person reads when a step cannot be done: what failed, why, and what to do by hand.

use std::fmt;

/// A step that could not be done.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    what: String,
    why: Option<String>,
    by_hand: Option<String>,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), why: None, by_hand: None }
    }

    /// What failed, for where a way round is found and the rest would only worry.
    pub(crate) fn what(&self) -> &str {
        &self.what
    }

    pub(crate) fn because(mut self, why: impl fmt::Display) -> Self {
        self.why = Some(why.to_string());
        self
    }

    pub(crate) fn by_hand(mut self, remedy: impl Into<String>) -> Self {
        self.by_hand = Some(remedy.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}", self.what)?;
        for line in self.why.iter().flat_map(|why| why.lines()) {
            write!(f, "\n  {line}")?;
        }
        if let Some(remedy) = &self.by_hand {
            write!(f, "\n  by hand: {remedy}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_failed_then_why_then_the_remedy() {
        let failure = Failure::new("npm ci failed")
            .because("`npm ci` ended with exit status 1\n| no network")
            .by_hand("run `npm ci`");
        assert_eq!(
            failure.to_string(),
            "✗ npm ci failed\n  `npm ci` ended with exit status 1\n  | no network\n  by hand: run `npm ci`"
        );
    }
}
