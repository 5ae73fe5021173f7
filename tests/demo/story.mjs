// @ts-check
// Plays the whole story of the page and records it: scenes as pictures, and everything as a film in one page of HTML that
// any browser plays. Run by `cargo xtask demo --record DIR`.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { button, field, goTo, newTrunk, trunkLink } from "./page.mjs";
import { env } from "./sandbox.mjs";

const DIR = env("WAVIX_STORY");
mkdirSync(DIR, { recursive: true });

const browser = await chromium.launch({
  executablePath: env("CHROME"),
  // --no-sandbox: in containers everything runs as root, for whom Chromium has no sandbox.
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
const page = await context.newPage();
const film = await startFilm();

/**
 * A scene: time to read, and a picture.
 *
 * @param {string} name
 */
async function scene(name) {
  // Somebody watches.
  await page.waitForTimeout(1200);
  await page.screenshot({ path: join(DIR, `${name}.png`) });
}

/**
 * @param {string} label
 * @param {string} text
 */
async function type(label, text) {
  await field(page, label).fill("");
  await field(page, label).pressSequentially(text, { delay: 40 });
}

await page.goto(env("WAVIX_DEMO_URL"));
await page.getByRole("rowheader").first().waitFor();
await scene("1-list");

await newTrunk(page).click();
await type("Label", "Lisbon reception");
await type("Password", "lisbon");
await type("Caller ID", "00351 21 000 00 00");
await field(page, "Limit call duration").check();
await button(page, "Create trunk").click();
await field(page, "Label").focus();
await scene("2-form-errors");

await type("Caller ID", "+351 21 000 00 00");
await type("Longest call", "3600");
await field(page, "Caller ID passthrough").check();
await field(page, "Label").focus();
await scene("3-form-warnings");

await button(page, "Generate a password").click();
await button(page, "Create trunk").click();
await button(page, "Done").waitFor();
await scene("4-created");
await button(page, "Done").click();

await page.getByRole("searchbox").pressSequentially("reception", { delay: 60 });
await trunkLink(page, "Lisbon reception").click();
await field(page, "Password").fill("correct-Horse-7");
await type("Longest call", "1800");
await field(page, "Encrypted media").check();
await field(page, "Label").focus();
await scene("5-edit");
await button(page, "Save changes").click();
await page.getByText("Saved Lisbon reception.").waitFor();
await button(page, "Delete Lisbon reception").click();
await scene("6-delete");
await button(page, "Delete the trunk").click();
await page.getByText("Deleted Lisbon reception.").waitFor();

await goTo(page, "Connect your PBX");
await button(page, "Go on").click();
await type("Password", "correct-Horse-7");
await field(page, "System").focus();
await scene("7-connect");

await goTo(page, "Import");
const rows = Array.from({ length: 60 }, (_, index) => {
  const password = index % 9 === 4 ? "********" : index % 7 === 3 ? "short" : `correct-Horse-${index}7`;
  return `Shop ${index + 1},${password},${index % 11 === 6 ? "0049" : ""}1212555${String(1000 + index)}\n`;
});
await page.getByLabel("Or paste the rows").fill(`label,password,callerid\n${rows.join("")}`);
await scene("8-import");
await button(page, "Check the rows").click();
await page.getByRole("table").waitFor();
await scene("9-import-problems");
await page.getByRole("button", { name: /^Create \d+ trunks$/ }).click();
await page.getByText("trunks were created").waitFor();
await scene("10-import-report");

await goTo(page, "Usage");
await page.locator(".plot canvas").waitFor();
await scene("11-usage-light");
await goTo(page, "Settings");
await page.getByLabel("Theme").selectOption("Dark");
await goTo(page, "Usage");
await scene("12-usage-dark");
await goTo(page, "Settings");
await page.getByLabel("Language").selectOption("Deutsch");
await page.getByRole("heading", { name: "Einstellungen" }).waitFor();
await scene("13-settings-german");
await page.getByRole("link", { name: "Trunks", exact: true }).click();
await page.getByRole("rowheader").first().waitFor();
await scene("14-list-german");

await film.end();
await browser.close();
console.log(join(DIR, "film.html"));

/** Keeps every picture that the browser draws, with its time. */
async function startFilm() {
  const session = await context.newCDPSession(page);
  /** @type {{ at: number, jpeg: string }[]} */
  const frames = [];
  session.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    frames.push({ at: Math.round(1000 * (metadata.timestamp ?? 0)), jpeg: data });
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", { format: "jpeg", quality: 70, everyNthFrame: 2 });
  return {
    async end() {
      await session.send("Page.stopScreencast");
      const [first] = frames;
      const timed = frames.map(({ at, jpeg }) => [at - (first?.at ?? 0), jpeg]);
      writeFileSync(join(DIR, "film.html"), playerOf(JSON.stringify(timed)));
    },
  };
}

/** @param {string} frames */
function playerOf(frames) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8"><title>The story of the page</title>
<style>body { margin: 0; background: #222; text-align: center } img { max-width: 100%; max-height: 100vh }</style>
<img alt="The page while somebody uses it">
<script>
  const frames = ${frames};
  const image = document.querySelector("img");
  const begun = performance.now();
  const length = frames.at(-1)[0] + 3000;
  (function draw() {
    const now = (performance.now() - begun) % length;
    const frame = frames.findLast(([at]) => at <= now) ?? frames[0];
    const source = "data:image/jpeg;base64," + frame[1];
    if (image.src !== source) image.src = source;
    requestAnimationFrame(draw);
  })();
</script>
</html>
`;
}
