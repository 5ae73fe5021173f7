// The slim entry in a strict CommonJS script of TypeScript.

import wavix = require("wavix-trunks");
import slim = require("wavix-trunks/slim");

const client: wavix.TrunkClient = new slim.TrunkClient({ apiKey: "key" });
export const ready: Promise<void> = slim.init();
export const list: Promise<slim.Page> = client.list();

// @ts-expect-error: not something that could be wasm
slim.init(7);
