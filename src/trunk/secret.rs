//! A password or an access token: a string that does not show itself.

use std::fmt;

use serde::{Deserialize, Serializer};

/// A digest password, an access token or an API key.
///
/// It can be read by whoever asks for it by name, with [`Secret::reveal`], and by nobody else: `Debug` shows nothing of
/// it, there is no `Display`, and it does not implement `Serialize`, so that a type which holds one has to say with
/// `#[serde(serialize_with = "…")]` that it is meant to be written out.
///
/// ```
/// use wavix_trunks::trunk::Secret;
///
/// let password = Secret::from("correct-Horse-7");
/// assert_eq!(format!("{password:?}"), "Secret(…)");
/// assert_eq!(password.reveal(), "correct-Horse-7");
/// ```
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Writes the text itself: for `#[serde(serialize_with)]` on fields that go over the wire.
    pub(crate) fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
