//! A body that does not simply come: it pauses, or it breaks off and takes the connection with it.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body::Frame;
use tokio::time::Sleep;

/// What a body does next.
pub(super) enum Step {
    /// These bytes.
    Data(Bytes),
    /// Nothing for a while.
    Pause(Duration),
    /// Lets everything so far out, the head too: hyper keeps it back as long as a body goes on at once.
    Flush,
    /// Closes the connection. What was not let out never leaves, so that a body that begins with this is no answer at
    /// all.
    Break,
}

struct Script<I> {
    steps: I,
    pause: Option<Pin<Box<Sleep>>>,
}

/// A body that follows the steps.
pub(super) fn body(steps: impl IntoIterator<Item = Step, IntoIter: Send + Unpin + 'static>) -> Body {
    Body::new(Script { steps: steps.into_iter(), pause: None })
}

impl<I: Iterator<Item = Step> + Unpin> http_body::Body for Script<I> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        loop {
            if let Some(pause) = &mut self.pause {
                ready!(pause.as_mut().poll(context));
                self.pause = None;
            }
            match self.steps.next() {
                Some(Step::Data(bytes)) => return Poll::Ready(Some(Ok(Frame::data(bytes)))),
                Some(Step::Pause(time)) => self.pause = Some(Box::pin(tokio::time::sleep(time))),
                Some(Step::Flush) => {
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Some(Step::Break) => return Poll::Ready(Some(Err(io::Error::other("a fault that was asked for")))),
                None => return Poll::Ready(None),
            }
        }
    }
}
