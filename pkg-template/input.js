// @ts-check
// Whatever somebody hands in, as JSON text for `src/js/read.rs`: one text is handed over faster than one value after the
// other, and in less code. What JSON cannot hold stands there as an object whose only name is a zero character; names that
// begin with one get another in front. Nothing that getters and proxies throw gets out.

/** Deeper than any settings go; a cyclic object ends here. */
const DEEPEST = 16;
/** More values than any settings hold; an object that contains itself many times ends here. */
const MOST = 100_000;

/** @param {string} name of what JSON cannot hold */
const special = (name) => `{"\\u0000":"${name}"}`;

const MISSING = special("undefined");
const UNREADABLE = special("unreadable");

/**
 * @param {string} name
 * @param {string} text
 */
const member = (name, text) => `${JSON.stringify(name.startsWith("\0") ? `\0${name}` : name)}:${text}`;

/**
 * What an object calls itself. Not by `instanceof`: a `FormData` of another window or of a polyfill is one too.
 *
 * @param {any} value
 */
function tagOf(value) {
  try {
    const tag = typeof value === "object" ? value?.[Symbol.toStringTag] : undefined;
    return typeof tag === "string" ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** Writes one value and what is in it. */
class Writer {
  #left = MOST;
  #names;

  /** @param {string[]} names of fields that are also found where a class defines them as accessors */
  constructor(names) {
    this.#names = names;
  }

  /** @param {number} count of values that come next */
  #take(count) {
    if (count > this.#left) throw new RangeError();
    this.#left -= count;
  }

  /**
   * @param {any} value
   * @param {number} depth
   * @returns {string}
   */
  value(value, depth) {
    if (value === null) return "null";
    switch (typeof value) {
      case "object":
        return this.#object(value, depth);
      case "string":
        return JSON.stringify(value);
      case "boolean":
        return String(value);
      case "number":
        if (Number.isNaN(value)) return special("NaN");
        return Number.isFinite(value) ? String(value) : `${value < 0 ? "-" : ""}1e999`;
      default:
        return special(typeof value);
    }
  }

  /**
   * @param {any} object
   * @param {number} depth
   */
  #object(object, depth) {
    if (depth > DEEPEST) return UNREADABLE;
    try {
      if (Array.isArray(object)) return this.#list(object, depth + 1);
      const fields = tagOf(object) === "Map" ? this.pairs(object, depth) : undefined;
      return `{${(fields ?? this.#fields(object, depth)).join()}}`;
    } catch {
      return UNREADABLE;
    }
  }

  /**
   * By its length and not by its keys, so that what follows a hole keeps its index.
   *
   * @param {any[]} list
   * @param {number} depth
   */
  #list(list, depth) {
    const { length } = list;
    this.#take(length);
    return `[${Array.from({ length }, (_, at) => this.#property(list, at, depth)).join()}]`;
  }

  /**
   * @param {object} object
   * @param {number} depth
   */
  #fields(object, depth) {
    const own = Object.keys(object);
    this.#take(own.length);
    // An address or a host may be an object of a class, too.
    const others = (depth === 0 ? this.#names : ["ip", "host"]).filter((name) => !own.includes(name));
    return own
      .map((name) => member(name, this.#property(object, name, depth + 1)))
      .concat(this.members(object, others, depth + 1));
  }

  /**
   * What there is of these names.
   *
   * @param {object} object
   * @param {string[]} names
   * @param {number} depth
   */
  members(object, names, depth) {
    const members = [];
    for (const name of names) {
      const text = this.#property(object, name, depth);
      if (text !== MISSING) members.push(member(name, text));
    }
    return members;
  }

  /**
   * What a `Map`, a `FormData` or a `URLSearchParams` consists of, as far as its keys are text.
   *
   * @param {any} object
   * @param {number} depth
   */
  pairs(object, depth) {
    const pairs = [];
    try {
      for (const entry of object) {
        this.#take(1);
        const key = Reflect.get(entry, 0);
        if (typeof key === "string") pairs.push(member(key, this.#property(entry, 1, depth + 1)));
      }
    } catch {
      return undefined;
    }
    return pairs;
  }

  /**
   * @param {object} object
   * @param {PropertyKey} key
   * @param {number} depth
   */
  #property(object, key, depth) {
    try {
      return this.value(Reflect.get(object, key), depth);
    } catch {
      return UNREADABLE;
    }
  }
}

/** @param {string} names with spaces between */
const listed = (names) => names.split(" ");

/**
 * Whether it is what a form sends, so that everything in it is text.
 *
 * @param {unknown} value
 */
export const isForm = (value) => ["FormData", "URLSearchParams"].includes(tagOf(value) ?? "");

/**
 * Any value; fields of these names also where a class defines them as accessors. Of a form, its pairs.
 *
 * @param {unknown} value
 * @param {string} names
 */
export function textOf(value, names) {
  const writer = new Writer(listed(names));
  if (!isForm(value)) return writer.value(value, 0);
  const pairs = writer.pairs(value, 0);
  return pairs ? `{${pairs.join()}}` : UNREADABLE;
}

/**
 * What an object has of these names, and nothing else: it may hold a logger, and whatever that consists of.
 *
 * @param {any} object
 * @param {string} names
 */
export const membersOf = (object, names) =>
  Object(object) === object ? `{${new Writer([]).members(object, listed(names), 0).join()}}` : "{}";

/**
 * The pairs of whatever consists of some, such as `Headers`, or of a plain object; anything else as it is, also an iterator,
 * which gives them only once.
 *
 * @param {any} headers
 */
export function pairsOf(headers) {
  // Nearly always; what is thrown and caught below takes longer than all else of a call.
  if (headers === undefined) return headers;
  try {
    if (headers[Symbol.iterator] && !headers.next) return [...headers];
    const prototype = Object.getPrototypeOf(headers);
    if (prototype === null || Object.getPrototypeOf(prototype) === null) return Object.entries(headers);
  } catch {
    // What cannot be read is refused as what it is.
  }
  return headers;
}
