// Lets the page open without a network, for checking settings; see public/offline.js.

export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("./offline.js");
    const { active } = await navigator.serviceWorker.ready;
    // Each time, since a build can be new although this file is not.
    active?.postMessage("keep");
  } catch {
    // A browser that allows none, as in private windows, has the page with a network only.
  }
}
