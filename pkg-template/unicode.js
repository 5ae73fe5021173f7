// @ts-check
// Questions about characters that every engine can answer, so that the wasm need not carry Unicode's tables.

/** @param {string} text */
export const lowerCase = (text) => text.toLowerCase();

/** Made when first needed: engines build a table for each of them. @type {RegExp[] | undefined} */
let kinds;

/**
 * What kinds of character one is: a bit for each of lower case, upper case, number and letter.
 *
 * @param {number} code
 */
export function kindsOf(code) {
  kinds ??= [/\p{Lowercase}/u, /\p{Uppercase}/u, /\p{N}/u, /\p{Alphabetic}/u];
  const character = String.fromCodePoint(code);
  return kinds.reduce((bits, kind, bit) => bits | (Number(kind.test(character)) << bit), 0);
}
