// @ts-check
// A program that plans and applies, and that the system kills after the request it is told.

import { pathToFileURL } from "node:url";

const { ENTRY = "", BASE_URL, KEY, WISHES = "", DIE_AFTER } = process.env;
/** @type {typeof import("wavix-trunks") & typeof import("wavix-trunks/plan")} */
const { apply, plan, TrunkClient } = await import(pathToFileURL(ENTRY).href);

let requests = 0;
const client = new TrunkClient({
  apiKey: String(KEY),
  baseUrl: String(BASE_URL),
  async fetch(input, init) {
    requests += 1;
    const own = requests;
    const response = await fetch(input, init);
    if (own === Number(DIE_AFTER)) process.kill(process.pid, "SIGKILL");
    return response;
  },
});
const applied = await apply(client, await plan(client, JSON.parse(WISHES), { prune: true }), { concurrency: 1 });
if (!applied.ok) throw new Error(JSON.stringify(applied));
