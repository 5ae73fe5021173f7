//! A trunk is deleted, unless calls to phone numbers lead to it.

use super::numbers::Routes;
use super::steps::Steps;
use super::{Answer, CallOptions, Client, Error, Reason, Transport};
use crate::api::{self, ApiError, Deleted, ErrorCode};
use crate::engine::number_text;
use crate::text;

/// What becomes of a trunk to which calls to phone numbers lead. They would end with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IfRouted {
    /// It is not deleted, where the numbers of the account can be listed. Where they cannot (403 or 404 in Wavix's words:
    /// the key may not list them, a relay does not let the call through), it is deleted.
    #[default]
    RefuseWhereKnown,
    /// It is not deleted, nor is it where nobody can tell.
    Refuse,
    /// It is deleted, and nobody asks.
    Delete,
}

impl<T: Transport> Client<T> {
    /// Removes a trunk for good; its calls stop routing. Unless `if_routed` is [`IfRouted::Delete`], the numbers of the
    /// account are listed first, to see whether calls to one of them lead to the trunk; the call's timeout holds for all
    /// together. A number that is routed to the trunk at the same moment is not seen.
    ///
    /// # Errors
    ///
    /// [`Reason::Routed`] when calls lead to it: nothing was deleted then. Otherwise as [`Client::get`]. When an earlier
    /// attempt of the same call was lost and Wavix then does not find the trunk, it counts as deleted.
    pub async fn delete(&self, id: u64, if_routed: IfRouted, options: &CallOptions) -> Result<Answer<Deleted>, Error> {
        let steps = Steps::new(self, options);
        let routes = steps.routes_before_delete(if_routed).await?;
        steps.delete_unless(id, routes.as_ref()).await
    }
}

impl<T: Transport> Steps<'_, T> {
    async fn routes_before_delete(&self, if_routed: IfRouted) -> Result<Option<Routes>, Error> {
        if if_routed == IfRouted::Delete {
            return Ok(None);
        }
        match self.routes().await {
            Ok(routes) => Ok(Some(routes)),
            Err(Error { reason: Reason::Api(answer), .. })
                if if_routed == IfRouted::RefuseWhereKnown && says_never(answer.code) && has_words(&answer) =>
            {
                Ok(None)
            }
            Err(error) => Err(unlisted(error)),
        }
    }

    async fn delete_unless(&self, id: u64, routes: Option<&Routes>) -> Result<Answer<Deleted>, Error> {
        if let Some(routes) = routes {
            let numbers = routes.to(id, self).await.map_err(Error::before_sending)?;
            if !numbers.is_empty() {
                return Err(Error::not_sent(Reason::Routed { numbers }));
            }
        }
        self.send(api::delete(id), &[]).await
    }
}

/// Whether the numbers cannot be listed, now or later.
fn says_never(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::Permission | ErrorCode::NotFound)
}

/// Whether the server said more than a status. The page of a gateway in front of it says nothing of the key.
fn has_words(answer: &ApiError) -> bool {
    text::contains(&answer.message, "): ")
}

/// The error of a delete that had to list the numbers and could not. Above all it is no `not_found`: that would say that
/// the trunk is gone.
fn unlisted(error: Error) -> Error {
    let mut error = error.before_sending();
    if let Reason::Api(answer) = &mut error.reason
        && says_never(answer.code)
    {
        answer.code = ErrorCode::Permission;
        let status = number_text(answer.status.into());
        let remedy =
            "): use a key that may read numbers or the other numbersApi, or delete it with ifRouted \"delete\".";
        let happened =
            "The trunk was not deleted, since Wavix did not list the phone numbers that may lead to it (status ";
        answer.message = [happened, &status, remedy].concat();
    }
    error
}
