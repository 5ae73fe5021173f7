// The default entry in a page, cold: `node page.mjs ROUNDS` prints, for each round, the milliseconds of work of the main
// thread beyond those of the same page without it.

import { createServer } from "node:http";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { trunk } from "./trunks.mjs";

const rounds = Number(process.argv[2]);
const use = `import { validateTrunk } from "wavix-trunks";
document.title = String(validateTrunk(${JSON.stringify(trunk(1))}).ok);`;
const { outputFiles } = await build({
  stdin: { contents: use, resolveDir: import.meta.dirname },
  bundle: true,
  minify: true,
  format: "esm",
  write: false,
});
/** @type {Record<string, string>} */
const scripts = { "/package.js": outputFiles[0]?.text ?? "", "/nothing.js": 'document.title = "true";' };

const server = createServer((request, response) => {
  const script = scripts[request.url ?? ""];
  const type = script === undefined ? "text/html" : "text/javascript";
  const name = request.url === "/package" ? "package" : "nothing";
  response.setHeader("content-type", `${type}; charset=utf-8`);
  response.end(
    script ?? `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/${name}.js"></script>`,
  );
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const executablePath = process.env.CHROME;

/** @param {string} name */
async function work(name) {
  // A browser of its own, so that nothing is cached, neither bytes nor compiled code.
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(`http://127.0.0.1:${port}/${name}`);
    await page.waitForFunction(() => document.title === "true");
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find((metric) => metric.name === "TaskDuration")?.value ?? 0) * 1000;
  } finally {
    await browser.close();
  }
}

const beyond = [];
for (let round = 0; round < rounds; round++) {
  const nothing = await work("nothing");
  beyond.push((await work("package")) - nothing);
}
server.close();
console.log(JSON.stringify(beyond));
