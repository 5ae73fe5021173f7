// @ts-check
// `client.numbers`, and deletes that ask first where calls lead: what is made of several calls. Each single call is the
// wasm's; natively `src/client/numbers.rs` and `src/client/delete.rs` do the same as this file.

import { dataOf } from "./answer.js";
import {
  ConfigurationError,
  DecodeError,
  isWavixError,
  PermissionError,
  RoutedError,
  ValidationError,
  WavixError,
} from "./errors.js";
import { numberOf } from "./received.js";

/**
 * @typedef {Record<string, any>} Fields
 * @typedef {Promise<any> & { withResponse(): Promise<{ data: any, response: unknown }> }} Call
 *
 * The calls of the wasm, each with its own time.
 *
 * @typedef {object} Calls
 * @property {number} timeoutMs of the client
 * @property {(params: unknown, options: unknown) => Call} list
 * @property {(id: unknown, options: unknown) => Call} get
 * @property {(ids: unknown) => number[]} ids throws what is wrong with them
 * @property {(trunkId: unknown) => number} trunkId throws what is wrong with it
 * @property {(destinations: unknown) => { value?: Fields[], issues: any[] }} judge
 * @property {(body: string, secret: string | undefined, options: unknown) => Call} change
 * @property {(id: unknown, options: unknown) => Call} trunk
 * @property {(id: unknown, options: unknown) => Call} remove
 * @property {(ids: unknown, options: unknown, refusal: (id: unknown) => unknown) => Promise<unknown[]>} removeMany
 */

/**
 * @param {unknown} options
 * @param {string} name
 */
function option(options, name) {
  try {
    return Object(options)[name];
  } catch {
    // What cannot be read is not there.
    return undefined;
  }
}

/** Nothing was changed. */
const NOT_SENT = /** @type {const} */ ({ outcome: "not_sent" });

/**
 * An error in other words.
 *
 * @param {any} error
 * @param {string} message
 * @param {Fields} more
 */
const again = (error, message, more) =>
  new error.constructor(message, Object.assign({ cause: error.cause, headers: error.headers }, error, more));

/** @param {unknown} error of what had to be asked first: the change itself was not sent */
const beforeSending = (error) => (error instanceof WavixError ? again(error, error.message, NOT_SENT) : error);

/** @param {string} message */
const wrong = (message) => new ConfigurationError(message, { code: "configuration" });

/** @param {unknown} given that is left to the wasm to refuse: no object, or a signal by itself */
const isOdd = (given) =>
  given != null && (typeof given !== "object" || Array.isArray(given) || option(given, "aborted") !== undefined);

/**
 * Options for several calls in a row that are one to the caller, with one time for all of them.
 *
 * @param {Calls} calls
 * @param {unknown} options
 */
function stepsOf(calls, options) {
  const given = option(options, "timeoutMs") ?? calls.timeoutMs;
  const until = Date.now() + given;
  return {
    /** The options of the next call. What holds no time is left to the wasm to refuse, too. */
    next() {
      if (typeof given !== "number" || !(given > 0) || isOdd(options)) return options;
      // Not 0, which is no time.
      const step = { timeoutMs: Math.max(until - Date.now(), Number.MIN_VALUE) };
      const others = ["signal", "maxRetries", "headers", "onRetry"];
      return Object.assign(step, Object.fromEntries(others.map((name) => [name, option(options, name)])));
    },
    /**
     * The caller knows nothing of what was left for a step.
     *
     * @param {any} error
     */
    told(error) {
      if (!isWavixError(error, "timeout") || "status" in error) return error;
      const message = /** @type {any} */ (error).message.replace(/within \S+ ms/, `within ${given} ms`);
      return again(error, message, {});
    },
  };
}

/**
 * @param {(params: unknown) => Promise<any>} list
 * @param {any} params
 * @param {unknown} [options]
 */
async function* all(list, params, options) {
  const most = option(params, "per_page") ?? 100;
  const seen = new Set();
  let last;
  for (let page = option(params, "page") ?? 1; ; page++) {
    const { items, pagination } = await list(isOdd(params) ? params : { ...params, page, per_page: most });
    const ids = items.map((/** @type {Fields} */ { id }) => numberOf(id));
    // Of rows without a number only this tells whether they came before.
    const rows = ids.some((/** @type {number} */ id) => id < 0) && JSON.stringify(items);
    const again = rows && rows === last;
    last = rows;
    const isNew = (/** @type {number} */ id) => !again && (id < 0 || (!seen.has(id) && seen.add(id)));
    const fresh = items.filter((/** @type {unknown} */ _, /** @type {number} */ at) => isNew(ids[at]));
    for (const number of fresh) {
      yield number;
      // To hear its reason: a page in hand is no reason to go on.
      if (option(option(options, "signal"), "aborted")) await list({});
    }
    // A server may cap the size of a page below what was asked for, and then says so.
    const full = pagination.per_page || (seen.size < pagination.total ? 1 : most);
    if (fresh.length === 0 || items.length < Math.min(full, most)) return;
  }
}

/** @param {Fields} to a destination that names a trunk by its login only */
const isByLogin = (to) => typeof to.trunk_id !== "number" && to.transport === 5;

/**
 * The numbers whose calls lead to some trunk, and a way to tell to which. Wavix's samples have destinations with a
 * `trunk_id` and another transport, or none.
 *
 * @param {Calls} calls
 * @param {ReturnType<typeof stepsOf>} steps
 */
async function routed(calls, steps) {
  /** @type {Fields[]} */
  const numbers = [];
  let [came, total] = [0, 0];
  const list = async (/** @type {unknown} */ params) => {
    const page = await calls.list(params, steps.next());
    total = page.pagination.total;
    return page;
  };
  for await (const number of all(list, {})) {
    came++;
    if (number.destination.some((/** @type {Fields} */ to) => typeof to.trunk_id === "number" || isByLogin(to))) {
      numbers.push(number);
    }
  }
  // A list without some numbers does not tell whether calls lead to a trunk.
  if (came !== total) {
    const message = `Nobody can tell which phone numbers lead to trunks: ${came} came, and Wavix says that there are ${total}. Try again later; ifRouted "delete" deletes a trunk all the same.`;
    throw new DecodeError(message, { code: "decode" });
  }
  const byLogin = numbers.some(({ destination }) => destination.some(isByLogin));
  /** @param {number} id */
  return async (id) => {
    /** @type {string | undefined} */
    let login;
    if (byLogin) {
      login = await calls.trunk(id, steps.next()).then(
        ({ name }) => name,
        (error) => {
          if (!isWavixError(error, "not_found")) throw error;
        },
      );
    }
    const leads = (/** @type {Fields} */ to) =>
      isByLogin(to) ? login !== undefined && to.destination === login : to.trunk_id === id;
    return numbers.filter(({ destination }) => destination.some(leads));
  };
}

/**
 * @param {Calls} calls
 * @param {unknown} ids
 * @param {unknown} destinations
 * @param {unknown} options
 */
async function route(calls, ids, destinations, options) {
  const numbers = calls.ids(ids);
  const relay = option(options, "smsRelayUrl") ?? undefined;
  if (relay !== undefined && typeof relay !== "string") throw wrong("smsRelayUrl must be a string.");
  const { value, issues } = calls.judge(destinations);
  if (value === undefined) {
    const sentences = issues.map(({ message }) => message);
    const message = ["The numbers were not routed, since their destinations have errors.", ...sentences].join(" ");
    throw new ValidationError(message, { code: "validation", issues, ...NOT_SENT });
  }
  const steps = stepsOf(calls, options);
  try {
    for (const to of value) {
      if (to.transport !== 5 || to.destination !== undefined) continue;
      to.destination = await calls.trunk(to.trunk_id, steps.next()).then(
        ({ name }) => name,
        (error) => Promise.reject(beforeSending(error)),
      );
    }
    const body = JSON.stringify({ ids: numbers, destinations: value, sms_relay_url: relay });
    return await calls.change(body, relay, steps.next()).withResponse();
  } catch (error) {
    throw steps.told(error);
  }
}

/**
 * @param {Calls} calls
 */
export const numbersOf = (calls) => ({
  /**
   * @param {unknown} params
   * @param {unknown} options
   */
  list: (params, options) => calls.list(params, options),
  /**
   * @param {unknown} id
   * @param {unknown} options
   */
  get: (id, options) => calls.get(id, options),
  /**
   * @param {unknown} params
   * @param {unknown} options
   */
  listAll: (params, options) => all((page) => calls.list(page, options), params, options),
  /**
   * @param {unknown} ids
   * @param {unknown} destinations
   * @param {unknown} options
   */
  route: (ids, destinations, options) => dataOf(route(calls, ids, destinations, options)),
  /**
   * @param {unknown} ids
   * @param {unknown} trunkId
   * @param {unknown} options
   */
  routeToTrunk: (ids, trunkId, options) => {
    const destination = { transport: 5, trunk_id: trunkId, priority: option(options, "priority") };
    return dataOf(route(calls, ids, [destination], options));
  },
  /**
   * @param {unknown} trunkId
   * @param {unknown} options
   */
  async routes(trunkId, options) {
    const id = calls.trunkId(trunkId);
    const steps = stepsOf(calls, options);
    try {
      return await (await routed(calls, steps))(id);
    } catch (error) {
      throw steps.told(error);
    }
  },
});

/** @param {unknown} options */
function ifRoutedOf(options) {
  const ifRouted = option(options, "ifRouted") ?? undefined;
  if (ifRouted === undefined || ifRouted === "refuse" || ifRouted === "delete") return ifRouted;
  throw wrong('ifRouted must be "refuse" or "delete".');
}

/**
 * A way to tell why a trunk is not deleted; nothing where it may be.
 *
 * @param {Calls} calls
 * @param {"refuse" | "delete" | undefined} ifRouted
 * @param {ReturnType<typeof stepsOf>} steps
 * @returns {Promise<(id: unknown) => Promise<unknown>>}
 */
async function refusals(calls, ifRouted, steps) {
  if (ifRouted === "delete") return async () => undefined;
  /** @type {Awaited<ReturnType<typeof routed>>} */
  let leadingTo;
  try {
    leadingTo = await routed(calls, steps);
  } catch (error) {
    const never = isWavixError(error, "permission") || isWavixError(error, "not_found");
    if (!never) throw beforeSending(error);
    const refused = /** @type {any} */ (error);
    // With words behind the status: the page of a gateway in front of Wavix has none, and says nothing of the key.
    if (ifRouted === undefined && refused.message.includes("): ")) return async () => undefined;
    // Above all no `not_found`, which would say that the trunk is gone.
    const message = `The trunk was not deleted, since Wavix did not list the phone numbers that may lead to it (status ${refused.status}): use a key that may read numbers or the other numbersApi, or delete it with ifRouted "delete".`;
    const { status, headers, requestId, attempts } = refused;
    throw new PermissionError(message, { code: "permission", status, headers, requestId, attempts, ...NOT_SENT });
  }
  return async (id) => {
    const numbers = await leadingTo(calls.trunkId(id)).catch((error) => Promise.reject(beforeSending(error)));
    if (numbers.length === 0) return undefined;
    const more = numbers.length > 1 ? ` and ${numbers.length - 1} more` : "";
    const message = `The trunk was not deleted, since calls to ${numbers[0]?.number ?? "a number"}${more} lead to it: route them elsewhere first, or delete it with ifRouted "delete".`;
    return new RoutedError(message, { code: "routed", numbers: /** @type {any} */ (numbers), ...NOT_SENT });
  };
}

/**
 * @param {Calls} calls
 * @param {unknown} id
 * @param {unknown} options
 */
export const deleteOf = (calls, id, options) =>
  dataOf(
    (async () => {
      const steps = stepsOf(calls, options);
      try {
        calls.trunkId(id);
        const refusal = await (await refusals(calls, ifRoutedOf(options), steps))(id);
        if (refusal !== undefined) throw refusal;
        return await calls.remove(id, steps.next()).withResponse();
      } catch (error) {
        throw steps.told(error);
      }
    })(),
  );

/**
 * Whether an item of an earlier report is left as it is: what was done, and what may have been done.
 *
 * @param {unknown} settled
 */
export const isSettled = (settled) =>
  option(settled, "status") === "fulfilled" || option(option(settled, "reason"), "outcome") === "unknown";

/**
 * @param {Calls} calls
 * @param {unknown} ids
 * @param {unknown} options
 */
export async function deleteManyOf(calls, ids, options) {
  const ifRouted = ifRoutedOf(options);
  const resume = option(options, "resume");
  const todo = Array.isArray(ids) ? ids.filter((_, at) => !isSettled(option(resume, `${at}`))) : [];
  /** @type {Map<unknown, unknown>} */
  const refused = new Map();
  if (todo.length > 0) {
    const steps = stepsOf(calls, options);
    try {
      const refusal = await refusals(calls, ifRouted, steps);
      for (const id of todo) {
        // What is wrong with an id is said of that one.
        const found = await refusal(id).catch((error) => steps.told(error));
        if (found !== undefined) refused.set(id, found);
      }
    } catch (error) {
      for (const id of todo) refused.set(id, steps.told(error));
    }
  }
  return await calls.removeMany(ids, options, (id) => refused.get(id));
}
