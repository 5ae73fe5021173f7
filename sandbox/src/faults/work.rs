//! A request that a fault strikes, and the processing that goes on behind it.

use std::time::Duration;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::sleep;

use super::fault::Fault;
use super::journal::{Journal, Line};
use super::rule::Processed;
use super::{instead, spoilt};
use crate::answer::Refusal;

/// What the handlers do with a request.
pub(super) struct Work {
    pub(super) next: Next,
    pub(super) journal: Journal,
    pub(super) line: Line,
}

impl Work {
    /// Carries the request out.
    pub(super) async fn process(self, request: Request) -> Response {
        let Self { next, journal, line } = self;
        carried_out(journal, line, next.run(request)).await
    }

    /// Leaves the request to be carried out when it is asked for.
    fn put_off(self, request: Request) {
        let late = self.journal.clone();
        late.put_off(async { drop(self.process(request).await) });
    }
}

/// In a task of its own, because a client that leaves does not undo what a server has begun.
async fn carried_out(journal: Journal, line: Line, work: impl Future<Output = Response> + Send + 'static) -> Response {
    let at_work = journal.at_work().await;
    let processing = tokio::spawn(async move {
        let answer = work.await;
        journal.processed(&line);
        drop(at_work);
        answer
    });
    processing.await.unwrap_or_else(|error| Refusal::Broken(error.to_string()).into_response())
}

/// A fault whose turn it is.
pub(super) struct Strike {
    pub(super) fault: Fault,
    pub(super) processed: Processed,
    /// How often its rule has struck, this time included.
    pub(super) nth: u64,
}

impl Strike {
    /// Strikes.
    pub(super) async fn on(self, mut request: Request, work: Work) -> Response {
        let answer = match self.fault {
            Fault::Delay { ms } if self.processed == Processed::Before => {
                let answer = work.process(request).await;
                sleep(Duration::from_millis(ms)).await;
                return answer;
            }
            Fault::Delay { ms } => {
                sleep(Duration::from_millis(ms)).await;
                return work.process(request).await;
            }
            Fault::Truncate { bytes } => return spoilt::truncated(work.process(request).await, bytes).await,
            Fault::Slow { ms } => return spoilt::slow(work.process(request).await, Duration::from_millis(ms)).await,
            Fault::WrongType { content_type } => return spoilt::called(work.process(request).await, content_type),
            Fault::DuplicatePage => return work.process(spoilt::a_page_back(request)).await,
            Fault::ChangingTotal { by } => {
                return spoilt::with_total(work.process(request).await, by, self.nth).await;
            }
            Fault::RepeatSecrets { status } => {
                let (answer, whole) = instead::repeating(request, status.0).await;
                request = whole;
                answer
            }
            Fault::Status { code, wait } => instead::status(code.0, wait),
            Fault::Drop => instead::nothing(),
            Fault::Garbage => instead::garbage(),
            Fault::Html { status } => instead::page(status.0),
            Fault::Empty { status } => status.0.into_response(),
            Fault::Huge { bytes } => instead::huge(bytes),
            Fault::Redirect { to, status } => instead::redirect(to, status),
        };
        match self.processed {
            Processed::Before => drop(work.process(request).await),
            Processed::Not => {}
            Processed::Late => work.put_off(request),
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tokio::sync::oneshot;

    use super::*;

    #[tokio::test]
    async fn what_has_begun_goes_on_when_nobody_waits_for_it() {
        let journal = Journal::default();
        let line = Line::of(&Request::default());
        let (go, gone) = oneshot::channel();
        let work = carried_out(journal.clone(), line, async move {
            gone.await.unwrap();
            Response::default()
        });
        tokio::select! {
            biased;
            _ = work => panic!("it did not wait"),
            () = tokio::task::yield_now() => {}
        }
        go.send(()).unwrap();
        journal.settled().await;
        assert_eq!(json!(journal.rows())[0]["processed"], 1);
    }
}
