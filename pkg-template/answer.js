// @ts-check
// What a call gives: a promise of the data that can also hand over the answer around it, and data
// whose secrets do not show themselves. Written by hand, because wasm-bindgen makes neither
// subclasses of Promise nor properties that are not enumerable.

/**
 * @template T
 * @typedef {{ data: T, response: unknown }} Answer
 */

/**
 * A promise of the data. It is no promise of its own but asks the one of the whole answer when
 * somebody asks it, so that one rejection is not reported twice.
 *
 * @template T
 * @extends {Promise<T>}
 */
class Call extends Promise {
  /** @type {Promise<Answer<T>>} */
  #answer;

  /** @param {Promise<Answer<T>>} answer */
  constructor(answer) {
    super(() => {});
    this.#answer = answer;
  }

  /** What `then` returns is an ordinary promise. */
  static get [Symbol.species]() {
    return Promise;
  }

  /** The data together with the status and the headers of the answer. */
  withResponse() {
    return this.#answer;
  }

  /**
   * @template A, B
   * @param {((data: T) => A | PromiseLike<A>) | null} [fulfilled]
   * @param {((reason: unknown) => B | PromiseLike<B>) | null} [rejected]
   * @returns {Promise<A | B>}
   */
  // biome-ignore lint/suspicious/noThenProperty: a promise has one
  then(fulfilled, rejected) {
    return this.#answer.then(({ data }) => data).then(fulfilled, rejected);
  }
}

/**
 * @template T
 * @param {Promise<Answer<T>>} answer
 */
export const dataOf = (answer) => new Call(answer);

const SECRETS = ["password", "access_token"];

/**
 * Makes passwords and access tokens of a trunk, or of each trunk of a page, readable by name only:
 * `console.log`, `JSON.stringify`, spreading and `structuredClone` leave them out. An accessor and
 * not a value, because `util.inspect` with `showHidden` shows hidden values too.
 *
 * @param {Record<string, unknown>} data
 */
export function hideSecrets(data) {
  const trunks = Array.isArray(data?.sip_trunks) ? data.sip_trunks : [data];
  for (const trunk of trunks) {
    for (const name of SECRETS) {
      const secret = trunk?.[name];
      if (secret === undefined || secret === null) continue;
      Object.defineProperty(trunk, name, { get: () => secret, enumerable: false });
    }
  }
}
