// @ts-check
// Questions about characters that every engine can answer, so that the wasm need not carry Unicode's tables.

/** @param {string} text */
export const lowerCase = (text) => text.toLowerCase();

const KINDS = [/\p{Lowercase}/u, /\p{Uppercase}/u, /\p{N}/u, /\p{Alphabetic}/u];

/**
 * What kinds of character one is: a bit for each of lower case, upper case, number and letter.
 *
 * @param {number} code
 */
export const kindsOf = (code) =>
  KINDS.reduce((kinds, kind, bit) => kinds | (Number(kind.test(String.fromCodePoint(code))) << bit), 0);
