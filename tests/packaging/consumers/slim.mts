// The slim entry in a strict TypeScript module: everything of the default one, and init.

import type { TrunkClient as SameClient, WavixError as SameError } from "wavix-trunks";
import type { Trunk, WasmSource } from "wavix-trunks/slim";
import { init, TrunkClient, WavixError } from "wavix-trunks/slim";
import wasm from "wavix-trunks/wasm";

const source: WasmSource = wasm;
await Promise.all([init(), init(wasm), init(source), init("/x.wasm"), init(fetch("/x.wasm")), init(new Uint8Array())]);

const client: SameClient = new TrunkClient({ apiKey: "key" });
const error: typeof SameError = WavixError;
export const trunk: Promise<Trunk> = client.get(1);
console.log(error);

// @ts-expect-error: not something that could be wasm
init(7);
