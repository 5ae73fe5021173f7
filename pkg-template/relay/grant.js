// @ts-check
// Who may: what `authorize` says about a request, read so that a slip in it lets nobody in.

import { inTime } from "./deadline.js";
import { Refusal } from "./refusal.js";

/**
 * @typedef {import("wavix-trunks/relay").RelayPermission} Permission
 * @typedef {{ subject: string | undefined, permissions: ReadonlySet<string> }} Grant
 */

/** @type {Permission[]} */
const ALL = ["read", "write", "delete", "route"];
/** Longer than any name of a user; it is part of a key in the store of the rate limit. */
const LONGEST_SUBJECT = 256;
const DOING = { read: "read", write: "change trunks", delete: "delete trunks", route: "route phone numbers" };

/** @param {string} why */
const broken = (why) => new Refusal(500, "Internal server error", { why });

/**
 * @param {unknown} given
 * @returns {Grant | undefined}
 */
function read(given) {
  if (given === true) return { subject: undefined, permissions: new Set(ALL) };
  if (given === undefined || given === null || given === false) return undefined;
  // A whole user of some database, a Response, the result of a match: not meant as a permission for everything.
  const isGrant =
    typeof given === "object" && Object.keys(given).every((name) => name === "subject" || name === "permissions");
  if (!isGrant) throw broken("authorize gave something else than a grant");
  // Left out it stands for everybody or for everything; there and undefined it is a look-up that found nothing.
  const { subject } = "subject" in given ? given : { subject: undefined };
  const isSubject = typeof subject === "string" && subject.length > 0 && subject.length <= LONGEST_SUBJECT;
  if ("subject" in given && !isSubject) throw broken("authorize gave a subject that is no name");
  const { permissions } = "permissions" in given ? given : { permissions: ALL };
  const isList = Array.isArray(permissions) && permissions.every((name) => ALL.includes(name));
  if (!isList) throw broken("authorize gave unknown permissions");
  return { subject: isSubject ? subject : undefined, permissions: new Set(permissions) };
}

/**
 * Asks, and refuses whoever is not known.
 *
 * @param {import("./options.js").Settings["authorize"]} authorize
 * @param {Request} request
 * @param {unknown} context
 * @param {import("./deadline.js").Deadline} waiting
 * @returns {Promise<Grant>}
 */
export async function grantFor(authorize, request, context, waiting) {
  let given;
  try {
    given = await inTime(authorize(request, context), waiting, "authorize");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Its message may hold the very token that was looked at.
    throw broken(`authorize threw ${error instanceof Error ? error.name : typeof error}`);
  }
  const grant = read(given);
  if (!grant) throw new Refusal(401, "Unauthorized");
  return grant;
}

/**
 * @param {Grant} grant
 * @param {Permission} permission
 */
export function demand(grant, permission) {
  if (!grant.permissions.has(permission)) {
    throw new Refusal(403, `You may not ${DOING[permission]} here.`, { why: `no permission to ${permission}` });
  }
}
