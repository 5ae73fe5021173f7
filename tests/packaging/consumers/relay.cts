// The relay in a strict CommonJS script of TypeScript.

/// <reference types="node" />

import http = require("node:http");
import relays = require("wavix-trunks/relay");

const relay: relays.Relay = relays.createRelay({
  apiKey: "key",
  authorize: (request) => request.headers.has("cookie"),
});
export const server = http.createServer(relays.toNodeHandler(relay));
