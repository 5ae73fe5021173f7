//! What a call gives: what was asked for, and the answer it came in.

use crate::api::Response;

/// What a call gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<T> {
    /// What was asked for.
    pub data: T,
    /// Status of the answer.
    pub status: u16,
    /// Headers of the answer, their names in lower case.
    pub headers: Vec<(String, String)>,
}

impl<T> Answer<T> {
    pub(super) fn new(data: T, response: Response) -> Self {
        Self { data, status: response.status, headers: response.headers }
    }

    /// The same answer with something made of its data.
    pub(crate) fn map<U>(self, make: impl FnOnce(T) -> U) -> Answer<U> {
        Answer { data: make(self.data), status: self.status, headers: self.headers }
    }
}
