// @ts-check
// The relay behind Node's `http`, and whatever stands on it: a request of Node's becomes a standard one, and back. It
// imports nothing of Node's, so that every runtime can load it.

import { invalid, Refusal } from "./refusal.js";

/**
 * @typedef {import("wavix-trunks/relay").NodeRequest} NodeRequest
 * @typedef {import("wavix-trunks/relay").NodeResponse} NodeResponse
 */

/** How much of a body that nobody wants is still taken in, so that its sender gets to see the answer. */
const SWALLOWED = 1024 * 1024;

/**
 * Where the request goes. Only a target that a browser would write just so: everything else, such as one with a host of
 * its own, is read differently by somebody.
 *
 * @param {NodeRequest} incoming
 */
function urlOf(incoming) {
  const { originalUrl: target = incoming.url ?? "", headersDistinct, socket } = incoming;
  const [host = "", ...more] = headersDistinct.host ?? [];
  const origin = `${socket.encrypted ? "https" : "http"}://${host.toLowerCase()}`;
  const url = URL.canParse(`${origin}${target}`) ? new URL(`${origin}${target}`) : undefined;
  const asWritten = url && target.startsWith("/") && `${url.pathname}${url.search}` === target;
  if (!asWritten || more.length > 0 || url.username || !isHost(url, host)) throw invalid("target");
  return url;
}

/**
 * @param {URL} url
 * @param {string} host
 */
const isHost = (url, host) => url.host === host.toLowerCase().replace(url.protocol === "https:" ? /:443$/ : /:80$/, "");

/** @param {NodeRequest} incoming */
function bodyOf(incoming) {
  // Not Readable.toWeb, which closes the connection when the reading stops, and with it the way for the answer.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

/**
 * @param {NodeRequest} incoming
 * @param {AbortSignal} signal
 */
function requestOf(incoming, signal) {
  const { method = "GET" } = incoming;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const takesBody = method !== "GET" && method !== "HEAD";
  const isAnnounced = headers.has("transfer-encoding") || (headers.get("content-length") ?? "0") !== "0";
  if (takesBody && isAnnounced && incoming.readableDidRead) {
    throw new Refusal(500, "The body was already read: put the relay before the parser of bodies.");
  }
  const body = takesBody && isAnnounced ? { body: bodyOf(incoming), duplex: "half" } : {};
  return new Request(urlOf(incoming), { method, headers, signal, ...body });
}

/**
 * Takes in what is left of a body: an answer in the middle of it is lost when the connection closes.
 *
 * @param {NodeRequest} incoming
 */
function swallow(incoming) {
  let left = SWALLOWED;
  incoming.on("data", (chunk) => {
    left -= chunk.length;
    if (left < 0) incoming.destroy();
  });
}

/** @param {unknown} error */
function refused(error) {
  // A method such as TRACE, a header that is none: what is no standard request.
  const refusal = error instanceof Refusal ? error : invalid("request");
  return new Response(refusal.body(), {
    status: refusal.status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

/**
 * @template {NodeRequest} Incoming
 * @param {import("wavix-trunks/relay").Relay<Incoming>} relay
 * @returns {(incoming: Incoming, outgoing: NodeResponse) => Promise<void>}
 */
export function toNodeHandler(relay) {
  return async (incoming, outgoing) => {
    const caller = new AbortController();
    outgoing.once("close", () => caller.abort());
    let answering;
    try {
      answering = relay(requestOf(incoming, caller.signal), incoming);
    } catch (error) {
      answering = refused(error);
    }
    const answer = await answering;
    outgoing.statusCode = answer.status;
    for (const [name, value] of answer.headers) outgoing.setHeader(name, value);
    if (!incoming.complete) swallow(incoming);
    // Whole, as the relay made it: its length is then announced.
    outgoing.end(new Uint8Array(await answer.arrayBuffer()));
  };
}
