// @ts-check
// What an example of the reference takes as given, since a whole program for each would hide the line that matters: the
// exports of its entry, a client, and things whose names say what they are.

import { PAGES } from "./pages.mjs";

/** @typedef {import("./pages.mjs").Block} Block */

const EXPORT =
  /^docs\/reference\/(?<entry>.+)\/(?:classes|functions|interfaces|type-aliases|variables)\/(?<name>\w+)\.md$/;

/** What is given, in an order in which one may need those after it. */
const GIVEN = {
  show: "const show = (what: unknown) => console.log(what);",
  bar: "const bar = { value: 0 };",
  file: 'const file = new Blob([JSON.stringify(list)], { type: "application/json" });',
  userOf: "const userOf = async (request: Request) => ({ id: request.url, isAdmin: false });",
  relay:
    'const relay = createRelay({ apiKey: "key", authorize: () => ({ subject: "nobody", permissions: ["read"] }) });',
  env: `const env = { RATE_LIMIT: { idFromName: (name: string) => name, get: () => ({ fetch: async () => new Response() }) } };`,
  wishes: "const wishes = { trunks: [settings] };",
  error: "const error: unknown = await client.get(999).catch((error: unknown) => error);",
  ids: "const ids = await fetch(url, purchase).then(() => [1]);",
  url: 'const url = process.env.WAVIX_BASE_URL + "/sandbox/numbers?appid=" + process.env.WAVIX_API_KEY;',
  purchase: `const purchase = { method: "POST", headers: { "content-type": "application/json" }, body: '[{"number":"12125550100"}]' };`,
  trunk: "const trunk = await client.get(1);",
  client: 'const client = new TrunkClient({ apiKey: process.env.WAVIX_API_KEY ?? "" });',
  list: 'const list = ["North", "South"].map((label) => ({ ...settings, label }));',
  settings: 'const settings = { label: "Head office", password: "correct-Horse-7", callerid: "12121234567" };',
};

/** The names that the entries export, each with the first entry that does: the pages of the reference tell. */
const EXPORTS = new Map(
  PAGES.flatMap((page) => {
    const { entry, name } = page.match(EXPORT)?.groups ?? {};
    return entry && name && name !== "default" ? [/** @type {const} */ ([name, entry])] : [];
  }),
);

/**
 * @param {string} name
 * @param {string} code
 */
const uses = (name, code) => new RegExp(`(?<![\\w"']|(?<!\\.\\.)\\.)${name}\\b(?!:)`).test(code);

/**
 * @param {string} name
 * @param {string} code
 */
const declares = (name, code) =>
  new RegExp(
    `\\b(?:const|let|class|function)\\s+(?:[[{][^=}\\]]*\\b)?${name}\\b|^import\\b[^;]*\\b${name}\\b`,
    "m",
  ).test(code);

/**
 * The example as a program: its own lines, and before the first of them, on one line, what it takes as given.
 *
 * @param {Block} example
 */
export function program({ code }) {
  let whole = code;
  let given = "";
  for (const [name, declaration] of Object.entries(GIVEN)) {
    if (!uses(name, whole) || declares(name, whole)) continue;
    given = `${declaration} ${given}`;
    whole = `${declaration}\n${whole}`;
  }
  const imports = [...EXPORTS]
    .filter(([name]) => uses(name, whole) && !declares(name, whole))
    .map(([name, entry]) => `import { ${name} } from "${entry}"; `);
  return `${imports.join("")}${given}export {};${code}`;
}
