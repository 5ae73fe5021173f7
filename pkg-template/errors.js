// @ts-check
// The one class of error that this package throws. Written by hand, because a class made by
// wasm-bindgen is not an Error: it has no stack, and `instanceof Error` is false.

/**
 * What is known about an error besides its message.
 *
 * @typedef {object} Details
 * @property {import("./errors.d.ts").WavixError["code"]} code what kind of error it is
 * @property {number} [status] the HTTP status, when the server answered
 * @property {import("./errors.d.ts").WavixError["issues"]} [issues] what is wrong with which field
 * @property {string} [requestId] the server's name for the request, to quote when asking Wavix about it
 * @property {unknown} [cause] the error underneath, when there is one
 */

/**
 * Everything that can go wrong, told apart by `code`. No message, issue or cause of it ever holds
 * the API key, a password or an access token.
 */
export class WavixError extends Error {
  /**
   * @param {string} message a sentence for a person
   * @param {Details} details
   */
  constructor(message, { code, status, issues = [], requestId, cause }) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.issues = issues;
    // What is unknown is left out, because even undefined is printed.
    if (status !== undefined) this.status = status;
    if (requestId !== undefined) this.requestId = requestId;
  }
}

// On the prototype, as the built-in errors have it: own properties are printed after the stack.
Object.defineProperty(WavixError.prototype, "name", {
  value: "WavixError",
  configurable: true,
  writable: true,
});
