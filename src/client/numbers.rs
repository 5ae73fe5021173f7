//! Phone numbers and the trunks to which their calls lead.

use super::steps::Steps;
use super::{Answer, CallOptions, Client, Error, Pager, Reason, Transport};
use crate::api::numbers::{self, NumberListParams, Routing};
use crate::api::read::{NumberPage, PhoneNumber, Routed};
use crate::api::{self, ApiError, Body, ErrorCode, ListParams, Response};
use crate::input::Input;
use crate::rules;
use crate::trunk::Via;

/// The phone numbers of an account: [`Client::numbers`] gives them.
#[derive(Debug)]
pub struct Numbers<'a, T> {
    client: &'a Client<T>,
}

impl<T: Transport> Client<T> {
    /// The phone numbers of the account.
    pub fn numbers(&self) -> Numbers<'_, T> {
        Numbers { client: self }
    }
}

impl<T: Transport> Numbers<'_, T> {
    /// One page of numbers. A page past the last one is empty. [`Pager`] walks all of them.
    ///
    /// # Errors
    ///
    /// As [`Client::list`].
    pub async fn list(&self, params: &NumberListParams, options: &CallOptions) -> Result<Answer<NumberPage>, Error> {
        self.client.send(numbers::list(self.client.config.numbers_api, params), &[], options).await
    }

    /// One number.
    ///
    /// # Errors
    ///
    /// As [`Client::list`]; a number that does not exist is [`ErrorCode::NotFound`].
    pub async fn get(&self, id: u64, options: &CallOptions) -> Result<Answer<PhoneNumber>, Error> {
        self.client.send(numbers::get(self.client.config.numbers_api, id), &[], options).await
    }

    /// Calls to numbers go elsewhere: to all that [`rules::destinations`] accepts, in the place of what was there before.
    /// A trunk may be given by its `trunk_id` alone; then it is read first, for its login, which Wavix wants too. The
    /// call's timeout holds for both together.
    ///
    /// The list that is sent is the whole list, so that sending it twice does no more than sending it once: it is tried
    /// again as an update is, also by the older call, which is a POST.
    ///
    /// `sms_relay_url` is sent along where it is given. The documents of the older call say that it must be there.
    ///
    /// # Errors
    ///
    /// [`Reason::Unroutable`] when the destinations have errors and [`Reason::Misused`] when there is no number: nothing
    /// was sent then. [`ErrorCode::NotFound`] with [`Outcome::NotSent`](super::Outcome::NotSent) when there is no such
    /// trunk. Otherwise as [`Client::update`].
    pub async fn route(
        &self,
        ids: &[u64],
        destinations: &Input,
        sms_relay_url: Option<&str>,
        options: &CallOptions,
    ) -> Result<Answer<Routed>, Error> {
        if ids.is_empty() {
            return Err(Error::not_sent(Reason::Misused(
                "numberIds must hold the id of at least one number.".to_owned(),
            )));
        }
        let mut destinations =
            rules::destinations(destinations).map_err(|issues| Error::not_sent(Reason::Unroutable(issues)))?;
        let steps = Steps::new(self.client, options);
        for destination in destinations.iter_mut().filter(|to| to.via == Via::Trunk && to.destination.is_none()) {
            if let Some(id) = destination.trunk_id {
                destination.destination =
                    steps.send(api::get(id), &[]).await.map_err(Error::before_sending)?.data.login();
            }
        }
        let routing = Routing { ids, destinations: &destinations, sms_relay_url };
        let call = numbers::route(self.client.config.numbers_api, &routing);
        let secrets: Vec<&str> = sms_relay_url.into_iter().collect();
        steps.send(call, &secrets).await
    }

    /// Calls to numbers go to a trunk, and nowhere else. `priority` is 1 unless it is given.
    ///
    /// # Errors
    ///
    /// As [`Numbers::route`].
    pub async fn route_to_trunk(
        &self,
        ids: &[u64],
        trunk_id: u64,
        priority: Option<u32>,
        options: &CallOptions,
    ) -> Result<Answer<Routed>, Error> {
        let member = |name: &str, number: f64| (name.to_owned(), Input::Number(number));
        // Exact below 2^53, and so are the numbers of trunks.
        let mut destination = vec![member("trunk_id", trunk_id as f64)];
        destination.extend(priority.map(|priority| member("priority", f64::from(priority))));
        self.route(ids, &Input::List(vec![Input::Record(destination)]), None, options).await
    }

    /// The numbers whose calls lead to a trunk, as one of their destinations. All numbers of the account are listed for
    /// that; the call's timeout holds for all pages together.
    ///
    /// # Errors
    ///
    /// As [`Numbers::list`].
    pub async fn routes(&self, trunk_id: u64, options: &CallOptions) -> Result<Vec<PhoneNumber>, Error> {
        let steps = Steps::new(self.client, options);
        steps.routes().await?.to(trunk_id, &steps).await
    }
}

/// The numbers whose calls lead to some trunk.
#[derive(Clone, Debug)]
pub(crate) struct Routes(Vec<PhoneNumber>);

impl<T: Transport> Steps<'_, T> {
    pub(super) async fn routes(&self) -> Result<Routes, Error> {
        let mut pager = Pager::new(&ListParams::default());
        let mut numbers = Vec::new();
        let mut total = 0;
        while let Some(ListParams { page, per_page }) = pager.next() {
            let params = NumberListParams { page, per_page, search: None, label: None };
            let mut page = self.send(numbers::list(self.numbers_api(), &params), &[]).await?.data;
            total = page.counts().1;
            pager.take(&mut page);
            numbers.extend(page.into_items());
        }
        if u32::try_from(numbers.len()) != Ok(total) {
            return Err(not_whole(numbers.len(), total));
        }
        numbers.retain(PhoneNumber::is_routed);
        Ok(Routes(numbers))
    }
}

/// A list without some numbers does not tell whether calls lead to a trunk.
fn not_whole(came: usize, total: u32) -> Error {
    let unread = Response { status: 200, headers: Vec::new(), body: Body::default() };
    let message = format!(
        "Nobody can tell which phone numbers lead to trunks: {came} came, and Wavix says that there are {total}. Try again \
         later; ifRouted \"delete\" deletes a trunk all the same."
    );
    let reason = Reason::Api(ApiError { message, ..ApiError::undecodable(&unread) });
    Error { reason, outcome: None, attempts: 1, retryable: false }
}

impl Routes {
    /// Those that lead to one trunk. Older answers may name a trunk by its login only; then it is read, for its login.
    pub(super) async fn to<T: Transport>(&self, id: u64, steps: &Steps<'_, T>) -> Result<Vec<PhoneNumber>, Error> {
        let login = if self.0.iter().any(PhoneNumber::is_routed_by_login) {
            match steps.send(api::get(id), &[]).await {
                Ok(trunk) => trunk.data.login(),
                Err(error) if error.code() == ErrorCode::NotFound => None,
                Err(error) => return Err(error),
            }
        } else {
            None
        };
        Ok(self.0.iter().filter(|number| number.leads_to(id, login.as_deref())).cloned().collect())
    }
}
