//! Safe changes: an update replaces everything, so a change of one field has to bring all the others along.

use super::{Answer, CallOptions, Client, Error, Reason, Transport};
use crate::api::read::Trunk;
use crate::api::{self, ApiError, Body, Response};
use crate::rules::{self, Difference, FieldName, Input, is_masked};

impl<T: Transport> Client<T> {
    /// Changes some settings of a trunk and keeps the others: reads it, puts `changes` over what it has, and updates it.
    ///
    /// `password` is needed, since an update replaces everything and Wavix never gives the password back; it may stand
    /// in `changes` instead. Somebody else's update between the reading and the writing is overwritten: the API offers
    /// no way to notice it.
    ///
    /// # Errors
    ///
    /// [`Reason::Misused`] when the password is missing or masked, and [`ErrorCode::Decode`](api::ErrorCode::Decode) when
    /// the settings cannot be read: nothing is changed then. Otherwise as [`Client::get`] and [`Client::update`].
    pub async fn patch(
        &self,
        id: u64,
        changes: &Input,
        password: Option<&str>,
        options: &CallOptions,
    ) -> Result<Answer<Trunk>, Error> {
        let name = FieldName::Password.as_str();
        let in_changes = if let Input::Text(password) = changes.get(name) { Some(password.as_str()) } else { None };
        let Some(password) = password.or(in_changes).filter(|password| !password.is_empty() && !is_masked(password))
        else {
            return Err(Error::not_sent(Reason::Misused(
                "password is needed to change a trunk: an update replaces everything, and Wavix never gives the \
                 password back. Pass the password itself, not the signs that hide it."
                    .to_owned(),
            )));
        };
        let merged = self.merged(id, changes, options).await.map_err(Error::before_sending)?.1;
        let merged = merged.with(&Input::Record(vec![(name.to_owned(), Input::Text(password.to_owned()))]));
        self.update(id, &merged, options).await
    }

    /// What [`Client::patch`] would change, field by field, without changing it. The password is not compared.
    ///
    /// # Errors
    ///
    /// As [`Client::get`].
    pub async fn preview(
        &self,
        id: u64,
        changes: &Input,
        options: &CallOptions,
    ) -> Result<Answer<Vec<Difference>>, Error> {
        let (answer, merged) = self.merged(id, changes, options).await?;
        Ok(answer.map(|trunk| rules::differences(&settings(&trunk), &merged)))
    }

    async fn merged(&self, id: u64, changes: &Input, options: &CallOptions) -> Result<(Answer<Trunk>, Input), Error> {
        let answer = self.send(api::get(id), &[], options).await?;
        let settings = settings(&answer.data);
        // Every trunk has a label. Where there is none the settings were not read, and an update would reset them.
        if settings.get(FieldName::Label.as_str()).is_absent() {
            let unread = Response { status: answer.status, headers: Vec::new(), body: Body::default() };
            return Err(Error::not_sent(Reason::Api(ApiError::undecodable(&unread))));
        }
        Ok((answer, settings.with(changes)))
    }
}

/// The settings that a trunk has.
pub(super) fn settings(trunk: &Trunk) -> Input {
    rules::settings(&rules::bulk::document(&trunk.json()))
}
