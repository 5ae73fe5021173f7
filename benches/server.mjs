// Pages of a list on loopback, made beforehand, so that what is measured is the client: `node server.mjs COUNT` prints
// where it listens.

import { createServer } from "node:http";
import { listed } from "./trunks.mjs";

const PER_PAGE = 100;
const total = Number(process.argv[2]);
const pages = Array.from({ length: Math.max(1, Math.ceil(total / PER_PAGE)) }, (_, at) =>
  JSON.stringify(listed(at + 1, PER_PAGE, total)),
);
const beyond = JSON.stringify(listed(pages.length + 1, PER_PAGE, total));

const server = createServer((request, response) => {
  const page = Number(new URL(request.url ?? "", "http://localhost").searchParams.get("page") ?? 1);
  response.setHeader("content-type", "application/json").end(pages[page - 1] ?? beyond);
});
server.listen(0, "127.0.0.1", () => {
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`http://127.0.0.1:${address.port}`);
});
