// @ts-check
// What Wavix sent, as the engine read it, brought to the shape that the types promise: in place, and only where something is
// odd, so that reading a list costs little more than JSON.parse. Natively `src/api/read/typed.rs` does the same.

/** @typedef {Record<string, any>} Fields */

/**
 * @param {unknown} value
 * @returns {value is Fields}
 */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What can be a trunk. One whose number the engine had to round would be another trunk's in the next call.
 *
 * @param {unknown} value
 * @returns {value is Fields}
 */
const isTrunk = (value) => isObject(value) && (typeof value.id !== "number" || Number.isSafeInteger(value.id));

/**
 * Keys lose the white space around them: the overview prints `"label "`. A key that also stands there without it keeps
 * its value.
 *
 * @param {Fields} row
 * @returns {boolean} whether one did
 */
function trimKeys(row) {
  let trimmedOne = false;
  for (const key in row) {
    const first = key.charCodeAt(0);
    const last = key.charCodeAt(key.length - 1);
    // Letters and the like, but for what begins or ends with the rarer kinds of white space.
    if (first > 32 && first < 128 && last > 32 && last < 128) continue;
    const trimmed = key.trim();
    if (trimmed === key || trimmed in row) continue;
    row[trimmed] = row[key];
    delete row[key];
    trimmedOne = true;
  }
  return trimmedOne;
}

/**
 * What the keys of a row were, none of which had white space around it, and which of some fields they lacked: the rows of
 * a list have the same keys in the same order.
 *
 * @typedef {{ keys: string[], lacks: string[] }} Shape
 */

/**
 * @param {Fields} row
 * @param {string[]} keys
 */
function hasKeys(row, keys) {
  let at = 0;
  for (const key in row) if (key !== keys[at++]) return false;
  return at === keys.length;
}

/**
 * Sets fields to `null`. Most rows of a list lack the same few, and each of those has a place of its own in the code: of a
 * place that always sets the same field engines remember how, and take a fifth of the time.
 *
 * @param {Fields} row
 * @param {string[]} names
 */
function fill(row, [one, two, three, four, five, six, ...more]) {
  if (one !== undefined) row[one] = null;
  if (two !== undefined) row[two] = null;
  if (three !== undefined) row[three] = null;
  if (four !== undefined) row[four] = null;
  if (five !== undefined) row[five] = null;
  if (six !== undefined) row[six] = null;
  for (const name of more) row[name] = null;
}

/**
 * Trims the keys of a row and sets the fields that it lacks to `null`.
 *
 * @param {Fields} row
 * @param {string[]} names of those fields
 * @param {Shape | undefined} last of the row before
 * @returns {Shape | undefined} of this row
 */
function complete(row, names, last) {
  if (last !== undefined && hasKeys(row, last.keys)) {
    fill(row, last.lacks);
    return last;
  }
  const keys = Object.keys(row);
  const shifted = trimKeys(row);
  for (const name of names) if (row[name] === undefined) row[name] = null;
  // The keys that came behind, and not their names as they were handed in: engines know keys faster than equal texts.
  return shifted ? undefined : { keys, lacks: Object.keys(row).slice(keys.length) };
}

/**
 * Passwords and access tokens become readable by name only: `console.log`, `JSON.stringify`, spreading and
 * `structuredClone` leave them out. An accessor and not a value, because `util.inspect` with `showHidden` shows hidden
 * values too.
 *
 * @param {Fields} row
 * @param {string} name
 */
function hide(row, name) {
  const secret = row[name];
  // Taken away first, which is cheaper for engines than to turn one kind of property into another.
  delete row[name];
  Object.defineProperty(row, name, { get: () => secret, configurable: true });
}

/**
 * The values of a trunk or of a row of a list.
 *
 * @param {Fields} row
 */
function smooth(row) {
  // Amounts become text, digit for digit: the overview prints one as a number.
  if (typeof row.max_call_cost === "number") row.max_call_cost = String(row.max_call_cost);
  if (typeof row.charge === "number") row.charge = String(row.charge);
  // Addresses become objects: the oldest SDKs have them as strings.
  if (Array.isArray(row.allowed_ips)) {
    row.allowed_ips = row.allowed_ips.map((entry) => (typeof entry === "string" ? { ip: entry } : entry));
  }
  const host = row.host_request;
  if (isObject(host) && host.status === undefined) host.status = null;
  // By their names and not in a loop: most rows have none, and of one place engines remember it.
  if (row.password !== undefined && row.password !== null) hide(row, "password");
  if (row.access_token !== undefined && row.access_token !== null) hide(row, "access_token");
}

/** @param {string} names each with a space behind it */
const listed = (names) => names.trim().split(" ");

/**
 * @param {unknown} document
 * @param {string} names
 */
export function trunkOf(document, names) {
  if (!isTrunk(document) || saysNo(document)) return undefined;
  complete(document, listed(names), undefined);
  // What has nothing of a trunk would be one without settings.
  if (document.id === null && document.name === null && document.label === null) return undefined;
  smooth(document);
  return document;
}

const COUNTS = ["current_page", "per_page", "total", "total_pages"];

/**
 * A number that may have come as text.
 *
 * @param {unknown} given
 */
const unquoted = (given) => (typeof given === "string" && /^\d{1,16}$/.test(given) ? Number(given) : given);

/**
 * Whatever one of the counts is, the others count.
 *
 * @param {unknown} given
 * @returns {Fields}
 */
function paginationOf(given) {
  const pagination = isObject(given) ? given : {};
  for (const name of COUNTS) {
    const count = unquoted(pagination[name]);
    pagination[name] = typeof count === "number" && count >>> 0 === count ? count : 0;
  }
  return pagination;
}

/**
 * @param {unknown} document
 * @param {string} names
 */
export function pageOf(document, names) {
  if (!isObject(document) || saysNo(document) || document.sip_trunks === undefined) return undefined;
  // `null` in the OpenAPI document of 2026 where there is none.
  document.sip_trunks ??= [];
  const rows = document.sip_trunks;
  if (!Array.isArray(rows)) return undefined;
  const each = listed(names);
  /** @type {Shape | undefined} */
  let shape;
  for (const row of rows) {
    if (!isTrunk(row)) return undefined;
    shape = complete(row, each, shape);
    smooth(row);
  }
  document.pagination = paginationOf(document.pagination);
  return document;
}

/** @param {any} document an error may come with the status of a success */
export const saysNo = (document) => document?.success === false;

/** @param {any} document */
export const messageOf = (document) => (typeof document?.message === "string" ? document.message : "");

/**
 * The parameters that an error names, each with what is said about it, with zero characters between.
 *
 * @param {any} document
 */
export function errorsOf(document) {
  if (!isObject(document?.errors)) return undefined;
  const said = messageOf(document);
  // A sentence, or the first of several.
  const about = (/** @type {unknown} */ text) => [text].flat().find((one) => typeof one === "string") ?? said;
  const texts = Object.entries(document.errors).flatMap(([name, text]) => [name, about(text)]);
  return texts.map((text) => text.replaceAll("\0", " ")).join("\0");
}

/**
 * The number that an id is, below 0 when it is none.
 *
 * @param {unknown} id
 */
export function numberOf(id) {
  const number = unquoted(id);
  return Number.isSafeInteger(number) ? /** @type {number} */ (number) : -1;
}

/** @param {Fields} page */
export const rowsOf = (page) => JSON.stringify(page.sip_trunks);

/**
 * The number of each trunk, -1 where there is none.
 *
 * @param {Fields} page
 */
export function idsOf(page) {
  const rows = page.sip_trunks;
  const ids = new Float64Array(rows.length);
  for (let at = 0; at < ids.length; at++) ids[at] = numberOf(rows[at].id);
  return ids;
}

/**
 * @param {Fields} page
 * @param {Uint8Array} kept a 1 for each row that stays
 */
export function keepOf(page, kept) {
  page.sip_trunks = page.sip_trunks.filter((/** @type {unknown} */ _row, /** @type {number} */ at) => kept[at] === 1);
}

/**
 * @param {Fields} page
 * @param {string} label
 */
export const idsWithLabel = (page, label) =>
  page.sip_trunks
    .filter((/** @type {Fields} */ row) => row.label === label)
    .map((/** @type {Fields} */ row) => numberOf(row.id));

/** @param {Fields} page */
export const countsOf = ({ pagination }) => [pagination.per_page, pagination.total];

/**
 * A number, with the fields of these names `null` when they are missing; nothing when it is none, or when nobody can tell
 * from it where its calls go.
 *
 * @param {unknown} row
 * @param {string[]} names
 * @param {string[]} ofDestination
 */
function smoothNumber(row, names, ofDestination) {
  if (!isObject(row)) return false;
  // Written as `destinations`, read as `destination`: should a server use one name for both, it is understood.
  if (row.destination === undefined && row.destinations !== undefined) {
    row.destination = row.destinations;
    delete row.destinations;
  }
  row.destination ??= [];
  if (!Array.isArray(row.destination) || !row.destination.every(isObject)) return false;
  for (const name of names) if (row[name] === undefined) row[name] = null;
  for (const to of row.destination) {
    for (const name of ofDestination) if (to[name] === undefined) to[name] = null;
    for (const name of ["trunk_id", "transport"]) {
      to[name] = unquoted(to[name]);
      if (to[name] !== null && numberOf(to[name]) < 0) return false;
    }
  }
  return true;
}

/**
 * @param {unknown} document
 * @param {string} names
 * @param {string} ofDestination
 */
export const phoneNumberOf = (document, names, ofDestination) =>
  !saysNo(document) && smoothNumber(document, listed(names), listed(ofDestination)) ? document : undefined;

/**
 * @param {unknown} rows
 * @param {string} names
 * @param {string} ofDestination
 */
function areNumbers(rows, names, ofDestination) {
  const [each, ofEach] = [listed(names), listed(ofDestination)];
  return Array.isArray(rows) && rows.every((row) => smoothNumber(row, each, ofEach));
}

/**
 * @param {unknown} document
 * @param {string} names
 * @param {string} ofDestination
 */
export function numbersOf(document, names, ofDestination) {
  if (!isObject(document) || saysNo(document) || document.items === undefined) return undefined;
  document.items ??= [];
  if (!areNumbers(document.items, names, ofDestination)) return undefined;
  document.pagination = paginationOf(document.pagination);
  return document;
}

/**
 * Any successful answer means that it is done, unless it says otherwise; not every one has the numbers.
 *
 * @param {any} document
 * @param {string} names
 * @param {string} ofDestination
 */
export function routedOf(document, names, ofDestination) {
  if (document === undefined || saysNo(document)) return undefined;
  const items = Array.isArray(document?.items) ? document.items : null;
  return items === null || areNumbers(items, names, ofDestination) ? { items } : undefined;
}
