// The relay in a strict TypeScript module: behind Node's http, and as a standard handler.

/// <reference types="node" />

import { createServer, type IncomingMessage } from "node:http";
import { createRelay, memoryStore, type RateStore, type Relay, toNodeHandler } from "wavix-trunks/relay";

const options = { apiKey: "key", authorize: async () => ({ subject: "ann", permissions: ["read"] as const }) };
const relay: Relay = createRelay(options);
export const answer: Promise<Response> = relay(new Request("https://example.com/api/wavix/v1/trunks"));

const store: RateStore = { take: (subject, { requests, seconds }) => (subject === "" ? requests * seconds : 0) };
export const limited = createRelay({ ...options, limits: { rate: { requests: 10, store } } });
export const unlimited = createRelay({ ...options, limits: { rate: false }, cors: { origins: ["https://a.example"] } });
console.log(memoryStore({ most: 5 }).take("ann", { requests: 1, seconds: 1 }));

// The second argument of `authorize` is what the handler gets: here Node's own request.
const withNode = createRelay<IncomingMessage>({
  apiKey: "key",
  authorize: (_, incoming) => incoming.socket.remoteAddress === "127.0.0.1",
});
createServer(toNodeHandler(withNode));
createServer(toNodeHandler(relay));

// @ts-expect-error: no open relay by accident
createRelay({ apiKey: "key" });
// @ts-expect-error: a permission that there is not
createRelay({ apiKey: "key", authorize: () => ({ permissions: ["admin"] }) });
