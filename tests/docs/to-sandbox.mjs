// @ts-check
// Loaded before an example, so that it can be printed as its readers need it: what it sends to Wavix goes to the sandbox,
// and a server of its listens on a free port and ends with the example.

import { Server } from "node:net";

const WAVIX = "https://api.wavix.com";
const sandbox = String(process.env.WAVIX_BASE_URL);
const { fetch } = globalThis;

globalThis.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!url.startsWith(WAVIX)) return fetch(input, init);
  const address = sandbox + url.slice(WAVIX.length);
  return fetch(input instanceof Request ? new Request(address, input) : address, init);
};

const { listen } = Server.prototype;
Server.prototype.listen = function () {
  return Reflect.apply(listen, this, [0, "127.0.0.1"]).unref();
};
