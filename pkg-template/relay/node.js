// @ts-check
// The relay behind Node's `http`, and whatever stands on it: a request of Node's becomes a standard one, and back. It
// imports nothing of Node's, so that every runtime can load it.

import { invalid, misfits, Refusal } from "./refusal.js";

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

/**
 * The body of a request, for as long as somebody reads it. What is left of it then is swallowed: an answer in the middle of
 * it would be lost when the connection closes. Not Readable.toWeb, which closes it when the reading stops.
 *
 * @param {NodeRequest} incoming
 */
function intake(incoming) {
  /** @type {ReadableStreamDefaultController<Uint8Array> | undefined} */
  let reader;
  let left = SWALLOWED;
  const stop = () => {
    reader = undefined;
  };
  const body = new ReadableStream(
    {
      start(controller) {
        reader = controller;
        incoming.on("data", (chunk) => {
          if (reader) {
            incoming.pause();
            reader.enqueue(chunk);
          } else {
            left -= chunk.length;
            if (left < 0) incoming.destroy();
          }
        });
        incoming.on("end", () => {
          reader?.close();
          stop();
        });
        incoming.on("error", (error) => {
          reader?.error(error);
          stop();
        });
        incoming.pause();
      },
      pull: () => void incoming.resume(),
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
  return {
    body,
    swallowTheRest() {
      stop();
      incoming.resume();
    },
  };
}

/**
 * @param {NodeRequest} incoming
 * @param {AbortSignal} signal
 */
function requestOf(incoming, signal) {
  const { method = "GET" } = incoming;
  if (!incoming.headersDistinct) {
    throw new Refusal(505, "The relay takes requests of node:http here, and none of node:http2.", { why: "HTTP/2" });
  }
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const url = urlOf(incoming);
  const isAnnounced = headers.has("transfer-encoding") || (headers.get("content-length") ?? "0") !== "0";
  // A standard request of these methods cannot hold one; the relay refuses it by its headers.
  const takesBody = method !== "GET" && method !== "HEAD";
  if (!isAnnounced || !takesBody) return { request: new Request(url, { method, headers, signal }) };
  if (incoming.readableDidRead) {
    throw new Refusal(500, "The body was already read: put the relay before the parser of bodies.");
  }
  const { body, swallowTheRest } = intake(incoming);
  const init = { method, headers, signal, body, duplex: "half" };
  return { request: new Request(url, init), swallowTheRest };
}

/**
 * The request for the relay, or one in its place when there can be none.
 *
 * @param {NodeRequest} incoming
 * @param {AbortSignal} signal
 * @returns {{ request: Request, swallowTheRest?: () => void }}
 */
function taken(incoming, signal) {
  try {
    return requestOf(incoming, signal);
  } catch (error) {
    // A method such as TRACE, a header that is none: what is no standard request.
    const refusal = error instanceof Refusal ? error : invalid("request");
    const request = new Request("http://relay/");
    misfits.set(request, { method: incoming.method ?? "GET", refusal });
    return { request };
  }
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
    // Who has gone while somebody before the relay took their time is not told again.
    if (outgoing.destroyed) caller.abort();
    const { request, swallowTheRest } = taken(incoming, caller.signal);
    const answer = await relay(request, incoming);
    // Whole, as the relay made it: its length is then announced.
    const body = new Uint8Array(await answer.arrayBuffer());
    // Unless somebody else has answered meanwhile, such as a limit of the time that stands before the relay.
    if (!outgoing.headersSent) {
      outgoing.statusCode = answer.status;
      for (const [name, value] of answer.headers) outgoing.setHeader(name, value);
      outgoing.end(body);
    }
    swallowTheRest?.();
  };
}
