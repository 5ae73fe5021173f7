// @ts-check
// What the relay answers when it does not pass a request on, or cannot pass on what came back: the error bodies that
// Wavix documents, so that the client in the page has one kind to read.

/**
 * @typedef {object} Details
 * @property {Record<string, string>} [headers] more headers of the answer
 * @property {Record<string, string>} [errors] what is wrong with which field
 * @property {string} [why] for the log, in words of our own: of each refusal whose message is Wavix's, and where the message
 *   does not say what kind of refusal it is
 */

/** A request that ends here. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string | undefined} message a sentence for a person, which repeats nothing of the request
   * @param {Details} [details]
   */
  constructor(status, message, { headers = {}, errors, why } = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.errors = errors;
    this.why = why;
  }

  /** The body of the answer. */
  body() {
    const { status, errors } = this;
    const message = this.message === "" ? undefined : this.message;
    const told = status === 401 ? { success: false, error: true, message } : { success: false, message };
    return JSON.stringify(errors ? { ...told, errors } : told);
  }
}

/** @param {string} name of the parameter, as Wavix words it */
export const invalid = (name, why = name) =>
  new Refusal(400, `Missing or invalid parameter ${name}`, { why: `invalid ${why}` });

/**
 * What the rules have against a body.
 *
 * @param {import("wavix-trunks").Issue[]} issues
 * @param {string} why
 */
export function faulty(issues, why) {
  /** @type {Record<string, string>} */
  const errors = {};
  for (const { path, message } of issues) errors[path[0] ?? "body"] ??= message;
  return new Refusal(422, `Missing or invalid parameter ${Object.keys(errors)[0]}`, { errors, why });
}

/** @param {string} who was waited for */
export const late = (who) => new Refusal(504, `${who} did not answer in time.`);

/** Nobody reads it but the log. */
export const gone = () => new Refusal(499, "The request was given up.", { why: "caller has gone" });

/** @param {string} why an answer of Wavix's is none */
export const unreadable = (why) => new Refusal(502, "The answer of Wavix could not be read.", { why });

/**
 * What is said to a request that could not become a standard one, by the request that takes its place: so that the relay
 * answers and notes it like any other.
 *
 * @type {WeakMap<Request, { method: string, refusal: Refusal }>}
 */
export const misfits = new WeakMap();
