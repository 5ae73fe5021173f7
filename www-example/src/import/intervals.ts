// Passes on the first call, then at most ten a second, and always the last: more would keep the page busy with telling
// how far it is, and less would leave it at a number that is no longer true.

const PAUSE = 100;

export function atIntervals<Progress>(listener: (progress: Progress) => void): (progress: Progress) => void {
  let waiting = false;
  let latest: { progress: Progress } | undefined;

  function pass() {
    waiting = latest !== undefined;
    if (!latest) return;
    listener(latest.progress);
    latest = undefined;
    setTimeout(pass, PAUSE);
  }

  return (progress) => {
    latest = { progress };
    if (!waiting) pass();
  };
}
