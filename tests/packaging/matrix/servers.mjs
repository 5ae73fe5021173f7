// @ts-check
// What cells are served by, until `stop`.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";

/** @type {(() => Promise<unknown>)[]} */
const running = [];

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
});

/**
 * A server that does nothing but send the files of a folder.
 *
 * @param {string} folder
 * @param {Record<string, string>} headers of every answer
 */
export async function files(folder, headers = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = join(folder, pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? "text/plain";
    response.writeHead(200, { ...headers, "content-type": type }).end(readFileSync(file));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  running.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

/**
 * A program that says on a line what it serves, as the first thing that looks like `pattern`.
 *
 * @param {string} program
 * @param {string[]} options
 * @param {{ cwd?: string, env?: Record<string, string>, says?: RegExp }} how
 */
export async function server(program, options, { cwd, env, says = /http:\/\/127\.0\.0\.1:\d+/ }) {
  const child = spawn(program, options, {
    ...(cwd && { cwd }),
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill();
    await ended;
  });
  for await (const line of createInterface(child.stdout)) {
    const said = line.match(says)?.[0];
    if (!said) continue;
    // What it says later must not fill the pipe.
    child.stdout.resume();
    return said;
  }
  throw new Error(`${program} ${options.join(" ")} ended before it said what it serves`);
}

/** Ends them all. */
export async function stop() {
  await Promise.all(running.splice(0).map((end) => end()));
}
