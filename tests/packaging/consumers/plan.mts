// Plan and apply in a strict TypeScript module.

import { TrunkClient } from "wavix-trunks";
import type { Applied, Desired, Journal, JournalEntry } from "wavix-trunks/plan";
import { apply, exportState, plan } from "wavix-trunks/plan";

const client = new TrunkClient({ apiKey: "key" });
const desired: Desired = { trunks: [{ label: "Head office", password: "keep", callerid: "12121234567", id: 7 }] };
const entries: JournalEntry[] = [];
const journal: Journal = { read: () => entries, append: (entry) => void entries.push(entry) };

export const applied: Promise<Applied> = plan(client, desired, { prune: true }).then((made) =>
  apply(client, made, { journal, password: ({ label }) => label, onProgress: ({ done }) => console.log(done) }),
);
export const state: Promise<Desired> = exportState(client);

// @ts-expect-error: a list alone
plan(client, []);
// @ts-expect-error: no such setting
plan(client, { trunks: [{ label: "Head office", colour: "red" }] });
