// @ts-check
// What a call gives: a promise of the data that can also hand over the answer around it. Written by hand, because
// wasm-bindgen makes no subclasses of Promise.

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
