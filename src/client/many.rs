//! Many calls, some of them at a time.

use futures_util::StreamExt as _;
use futures_util::stream::iter;

/// Makes a call for each item, at most `concurrency` of them at a time, and hands over each result with the index of its
/// item as soon as it is there.
///
/// A 429 that one of the calls meets holds back all of them, since it holds for the client.
pub async fn each<I, R>(
    items: impl IntoIterator<Item = I>,
    concurrency: usize,
    call: impl AsyncFn(I) -> R,
    mut done: impl FnMut(usize, R),
) {
    let call = &call;
    let calls = items.into_iter().enumerate().map(|(index, item)| async move { (index, call(item).await) });
    let mut results = iter(calls).buffer_unordered(concurrency.max(1));
    while let Some((index, result)) = results.next().await {
        done(index, result);
    }
}
