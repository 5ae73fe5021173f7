//! Which paths a rule is about.

use serde::Deserialize;

/// A path in which `*` stands for any one segment.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Pattern(String);

impl Pattern {
    pub(super) fn matches(&self, path: &str) -> bool {
        let mut given = path.split('/');
        let same = self.0.split('/').all(|part| given.next().is_some_and(|segment| part == "*" || part == segment));
        same && given.next().is_none()
    }
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if !text.starts_with("/v1/") {
            return Err(format!("no request can have the path {text:?}: begin with /v1/, as in /v1/trunks/*"));
        }
        if text.contains('?') {
            return Err(format!("{text:?} has a query, which no path has: leave out what follows /v1/trunks"));
        }
        Ok(Self(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Pattern {
        Pattern::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn a_star_is_one_segment_whatever_it_is() {
        let trunk = pattern("/v1/trunks/*");
        assert!(trunk.matches("/v1/trunks/7"));
        assert!(!trunk.matches("/v1/trunks"));
        assert!(!trunk.matches("/v1/trunks/7/calls"));
        assert!(!trunk.matches("/v1/numbers/7"));
    }

    #[test]
    fn without_a_star_only_the_path_itself_matches() {
        let list = pattern("/v1/trunks");
        assert!(list.matches("/v1/trunks"));
        assert!(!list.matches("/v1/trunks/"));
        assert!(!list.matches("/v1/trunks2"));
    }
}
