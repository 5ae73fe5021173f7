// @ts-check
// A program that plans and applies, and that the system kills at the request it is told.

import { pathToFileURL } from "node:url";

const { ENTRY = "", BASE_URL, KEY, WISHES = "", DIE = "" } = process.env;
const [moment, request] = DIE.split(" ");
/** @type {typeof import("wavix-trunks") & typeof import("wavix-trunks/plan")} */
const { apply, plan, TrunkClient } = await import(pathToFileURL(ENTRY).href);

let requests = 0;
/**
 * @param {string} when
 * @param {number} which
 */
const die = (when, which) => {
  if (moment === when && which === Number(request)) process.kill(process.pid, "SIGKILL");
};

const client = new TrunkClient({
  apiKey: String(KEY),
  baseUrl: String(BASE_URL),
  async fetch(input, init) {
    requests += 1;
    const own = requests;
    die("before", own);
    const response = await fetch(input, init);
    die("after", own);
    return response;
  },
});
const applied = await apply(client, await plan(client, JSON.parse(WISHES), { prune: true }), { concurrency: 1 });
if (!applied.ok) throw new Error(JSON.stringify(applied));
