// @ts-check
// A body as text, up to a limit and for as long as somebody waits.

/** What ends a reading, other than the stream itself. */
export class TooLong extends Error {}
export class Stopped extends Error {}
/** The bytes are no UTF-8. */
export class NoText extends Error {}

/**
 * @param {TextDecoder} decoder
 * @param {Uint8Array} [bytes] the last of them when left out
 */
function decoded(decoder, bytes) {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new NoText();
  }
}

/**
 * @param {ReadableStream<Uint8Array> | null} stream
 * @param {number} most bytes
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 * @throws {TooLong | Stopped | NoText} or what the stream throws
 */
export async function textOf(stream, most, signal) {
  if (!stream) return "";
  const reader = stream.getReader();
  /** @type {(error: Error) => void} */
  let reject = () => {};
  const stopped = new Promise((_, refuse) => {
    reject = refuse;
  });
  const stop = () => reject(new Stopped());
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), stopped]);
      if (done) return text + decoded(decoder);
      length += value.byteLength;
      if (length > most) throw new TooLong();
      text += decoded(decoder, value);
    }
  } catch (error) {
    // Not awaited: what hangs would hang here, too.
    reader.cancel().catch(() => {});
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    // Nobody waits for it any more.
    stopped.catch(() => {});
  }
}
