//! The attempts of one call: sent, answered or lost, tried again, ended by time or by the caller.

use std::cell::Cell;
use std::future::{pending, poll_fn};
use std::pin::pin;
use std::task::Poll;

use super::{Answer, CallOptions, Client, Error, Event, Happening, Message, Outcome, Reason, Transport, backoff};
use crate::api::{ApiError, Call, ErrorCode, Method, Request, Response};
use crate::engine::number_text;
use crate::text;

/// What is known of a call while it is under way, and still when it is cut off.
#[derive(Default)]
struct Progress {
    attempts: Cell<u32>,
    /// A request was sent and nobody knows (yet) what came of it.
    in_doubt: Cell<bool>,
}

/// A successful answer, not yet read.
struct Delivered {
    response: Response,
    attempts: u32,
    /// It is no success, but says that an earlier attempt was one.
    gone: bool,
}

impl<T: Transport> Client<T> {
    /// Makes a call. `secrets` is what it sends and must not come back in the words of an error.
    pub(crate) async fn send<A>(
        &self,
        call: Call<A>,
        secrets: &[&str],
        options: &CallOptions,
    ) -> Result<Answer<A>, Error> {
        // All that is long does not know what is asked for, so that it is compiled once.
        let delivered = self.deliver(&call.request, call.if_gone().is_some(), secrets, options).await?;
        let response = delivered.response;
        match if delivered.gone { call.if_gone() } else { call.decode(&response) } {
            Some(data) => Ok(Answer::new(data, self.shown(response, secrets))),
            None => Err(self.unread(&call.request, delivered.attempts, &response, secrets)),
        }
    }

    /// An answer without what its headers may hold of secrets, as it is with errors.
    fn shown(&self, mut response: Response, secrets: &[&str]) -> Response {
        response.headers.retain(|(name, _)| name != "set-cookie");
        for secret in self.config.secrets(secrets) {
            for (_, value) in &mut response.headers {
                if let Some(redacted) = text::redacted(value, secret) {
                    *value = redacted;
                }
            }
        }
        response
    }

    /// A successful answer that cannot be read.
    fn unread(&self, request: &Request, attempts: u32, response: &Response, secrets: &[&str]) -> Error {
        let progress = Progress { attempts: Cell::new(attempts), in_doubt: Cell::new(true) };
        error(self.refused(ApiError::undecodable(response), secrets), request, &progress)
    }

    async fn deliver(
        &self,
        request: &Request,
        gone_is_done: bool,
        secrets: &[&str],
        options: &CallOptions,
    ) -> Result<Delivered, Error> {
        let timeout_ms = options.timeout_ms.unwrap_or(self.config.timeout_ms);
        let progress = Progress::default();
        let mut attempts = pin!(self.attempts(request, gone_is_done, secrets, options, &progress));
        let mut aborted = options.abort.as_ref().map(|abort| abort());
        let mut timed_out = pin!(async {
            if timeout_ms.is_finite() { self.transport.sleep(timeout_ms).await } else { pending().await }
        });
        // The reasons to stop are asked first: nothing is sent for a call that was aborted before it began.
        let ended = poll_fn(|context| {
            if aborted.as_mut().is_some_and(|aborted| aborted.as_mut().poll(context).is_ready()) {
                return Poll::Ready(Err(Reason::Aborted));
            }
            if timed_out.as_mut().poll(context).is_ready() {
                return Poll::Ready(Err(Reason::TimedOut { timeout_ms }));
            }
            attempts.as_mut().poll(context).map(Ok)
        });
        ended.await.unwrap_or_else(|reason| Err(error(reason, request, &progress)))
    }

    async fn attempts(
        &self,
        request: &Request,
        gone_is_done: bool,
        secrets: &[&str],
        options: &CallOptions,
        progress: &Progress,
    ) -> Result<Delivered, Error> {
        let method = request.method;
        let deadline = self.transport.now() + options.timeout_ms.unwrap_or(self.config.timeout_ms);
        let message = self.config.address(request, &options.headers);
        let max_retries = options.max_retries.unwrap_or(self.config.max_retries);
        let mut wait_until = 0.0_f64;
        loop {
            loop {
                // A 429 holds for every call of the client: they share one account.
                let until = wait_until.max(self.held_until.get());
                let milliseconds = until - self.transport.now();
                if milliseconds <= 0.0 {
                    break;
                }
                if until >= deadline {
                    return Err(error(held(milliseconds), request, progress));
                }
                self.transport.sleep(milliseconds).await;
            }
            let attempt = progress.attempts.get().saturating_add(1);
            let doubted_before = progress.in_doubt.replace(true);
            progress.attempts.set(attempt);
            let tell = |what: Happening<'_>| self.tell(options, &Event { method, path: &request.path, attempt, what });

            tell(Happening::Sent);
            let sent_at = self.transport.now();
            let answer = self.transport.send(self.named(message.clone(), request)).await;
            let milliseconds = self.transport.now() - sent_at;

            let (reason, asked) = match answer {
                Ok(response) => {
                    let request_id = response.header("x-request-id");
                    tell(Happening::Answered { status: response.status, milliseconds, request_id });
                    if response.is_success() {
                        return Ok(Delivered { response, attempts: attempt, gone: false });
                    }
                    let error = ApiError::from_response(&response, request);
                    if error.code == ErrorCode::NotFound && response.is_object() && doubted_before && gone_is_done {
                        // An earlier attempt did what this one came too late for.
                        return Ok(Delivered { response, attempts: attempt, gone: true });
                    }
                    if is_refusal(response.status) {
                        progress.in_doubt.set(doubted_before);
                    }
                    (self.refused(error, secrets), backoff::asked(&response, self.transport.now()))
                }
                Err(lost) => {
                    tell(Happening::Lost { milliseconds });
                    (Reason::Transport(lost), None)
                }
            };

            let error = error(reason, request, progress);
            // A time that has passed, or none at all, is no leave to hurry.
            let delay_ms = backoff::jittered(attempt, self.transport.random()).max(asked.unwrap_or_default());
            wait_until = self.transport.now() + delay_ms;
            if error.code() == ErrorCode::RateLimit {
                self.held_until.set(self.held_until.get().max(wait_until));
            }
            if attempt > max_retries || !may_repeat(request.is_repeatable(), error.code()) || wait_until >= deadline {
                return Err(error);
            }
            tell(Happening::Retrying { delay_ms, error: &error });
        }
    }

    /// The message, in which a create through a relay has an id. Below `fetch` a browser may send a request again, with the
    /// same headers, and a relay then knows that it is the same one. An id of somebody else's stays.
    fn named(&self, mut message: Message, request: &Request) -> Message {
        const NAME: &str = "idempotency-key";
        /// Whole numbers up to it are exact.
        const MOST: f64 = 4_503_599_627_370_496.0;
        let is_named = || message.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(NAME));
        if self.config.is_relayed() && !request.is_repeatable() && !is_named() {
            let now = number_text(self.transport.now());
            let random = number_text((self.transport.random() * MOST).floor());
            message.headers.push((NAME.to_owned(), ["\"", &now, "-", &random, "\""].concat()));
        }
        message
    }

    /// A refusal without the secrets that the server may have repeated.
    fn refused(&self, mut error: ApiError, secrets: &[&str]) -> Reason {
        self.config.secrets(secrets).for_each(|secret| error.redact(secret));
        error.shorten();
        Reason::Api(error)
    }

    fn tell(&self, options: &CallOptions, event: &Event<'_>) {
        let observers = [&self.config.observer, &options.observer];
        observers.into_iter().flatten().for_each(|observer| observer(event));
    }
}

/// The reason of a call that is not sent, since nothing is for longer than it may take.
fn held(milliseconds: f64) -> Reason {
    let seconds = number_text((milliseconds / 1000.0).ceil());
    let happened = "Wavix asks to send fewer requests (status 429): the client sends nothing for another ";
    Reason::Api(ApiError {
        code: ErrorCode::RateLimit,
        status: 429,
        message: [happened, &seconds, " s."].concat(),
        fields: Vec::new(),
        request_id: None,
        headers: vec![("retry-after".to_owned(), seconds)],
    })
}

/// Whether a request may be sent again after such an error. Wavix has no idempotency keys: a repeated create makes a
/// second trunk unless the first one is known to have done nothing, and only 429 says that and is worth another try.
fn may_repeat(is_repeatable: bool, code: ErrorCode) -> bool {
    match code {
        ErrorCode::RateLimit => true,
        ErrorCode::Network | ErrorCode::Timeout | ErrorCode::Conflict | ErrorCode::Server => is_repeatable,
        _ => false,
    }
}

/// Whether a status says that nothing was done: the request was at fault. 408 blames it too, but the server had begun.
fn is_refusal(status: u16) -> bool {
    (400..500).contains(&status) && status != 408
}

fn error(reason: Reason, request: &Request, progress: &Progress) -> Error {
    let outcome = if progress.in_doubt.get() {
        Outcome::Unknown
    } else if progress.attempts.get() == 0 {
        Outcome::NotSent
    } else {
        Outcome::Refused
    };
    let outcome = (request.method != Method::Get).then_some(outcome);
    let mut error = Error { reason, outcome, attempts: progress.attempts.get(), retryable: false };
    let is_harmless = request.is_repeatable() || outcome != Some(Outcome::Unknown);
    error.retryable = is_harmless && may_repeat(true, error.code());
    error
}
