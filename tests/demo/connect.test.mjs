// @ts-check
// Connecting a PBX: from a trunk in the list to settings that can be copied and downloaded, with a password that stays.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { button, field, goTo, hasFocus, isRight, onPage, row, saysError } from "./page.mjs";
import { create, GOOD } from "./sandbox.mjs";

/** @typedef {import("./page.mjs").Page} Page */

/** Of its own for these tests, so that it can be looked for everywhere, with signs that formats must escape. */
const PASSWORD = 'kept;Here-9"only';
/** Of it, what every way to write it leaves as it is. */
const PLAIN_PART = "Here-9";
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

/**
 * Goes to the view by the link in a trunk's row.
 *
 * @param {Page} page
 * @param {string} label
 */
async function connect(page, label) {
  const trunk = await create({ ...GOOD, label, password: PASSWORD });
  await button(page, "Refresh").click();
  await page.getByRole("searchbox").fill(label);
  await row(page, label)
    .getByRole("link", { name: `Connect your PBX to ${label}`, exact: true })
    .click();
  await page.getByRole("heading", { name: label, level: 2 }).waitFor();
  return trunk;
}

/**
 * The file of this name, as it is shown.
 *
 * @param {Page} page
 * @param {string} name
 */
const file = (page, name) => page.getByRole("region", { name, exact: true }).locator("pre");

test(
  "a row leads to Asterisk's files with the typed password, which are downloaded and copied as they are shown",
  onPage(async (page, label) => {
    const { name } = await connect(page, label);
    await page.getByText("Type the password, and the settings").waitFor();
    assert.equal(await field(page, "Password").getAttribute("type"), "password");
    await field(page, "Password").fill(PASSWORD);
    await field(page, "Gateway").selectOption("nl.wavix.net (Amsterdam)");
    await field(page, "Caller ID").fill("+44 20 7946 0000");

    const shown = await file(page, "pjsip_wavix.conf").innerText();
    assert.ok(shown.includes(`username = ${name}\npassword = ${PASSWORD.replace(";", "\\;")}\n`), shown);
    assert.ok(shown.includes(`server_uri = sip:nl.wavix.net\n`), shown);
    assert.ok(shown.includes("from_user = 442079460000\n"), shown);
    await page.getByText("Include the context to-wavix").waitFor();

    for (const name of ["pjsip_wavix.conf", "extensions_wavix.conf"]) {
      const text = await file(page, name).textContent();
      const coming = page.waitForEvent("download");
      await button(page, `Download ${name}`).click();
      const download = await coming;
      assert.equal(download.suggestedFilename(), name);
      assert.equal(readFileSync(await download.path(), "utf8"), text);
      await button(page, `Copy ${name}`).click();
      await page.getByRole("status").getByText(`Copied ${name}.`).waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    }
  }, clipboard),
);

test(
  "a file without an ending keeps its name",
  onPage(async (page, label) => {
    await connect(page, label);
    await field(page, "System").selectOption("baresip");
    await field(page, "Password").fill("correct-Horse-7");
    const coming = page.waitForEvent("download");
    await button(page, "Download accounts").click();
    assert.equal((await coming).suggestedFilename(), "accounts");
  }),
);

test(
  "3CX gets what to type where, each value to copy",
  onPage(async (page, label) => {
    const { name } = await connect(page, label);
    await field(page, "System").selectOption("3CX");
    await field(page, "Password").fill(PASSWORD);
    await page.getByRole("heading", { name: "Account details" }).waitFor();
    for (const [term, value] of [
      ["Authentication ID", name],
      ["Authentication password", PASSWORD],
      ["Registrar, server or gateway hostname or IP", "us.wavix.net"],
    ]) {
      await button(page, `Copy ${term}`).click();
      await page.getByRole("status").getByText(`Copied ${term}.`).waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), value);
    }
  }, clipboard),
);

test(
  "what a format cannot hold, and what is no number, is said at the field with what to do",
  onPage(async (page, label) => {
    await connect(page, label);
    await field(page, "Password").fill("semi;colon");
    await page.getByRole("heading", { name: "Settings for Asterisk" }).waitFor();
    await field(page, "System").selectOption("baresip");
    await saysError(
      page,
      "Password",
      "cannot hold a password with a semicolon or a space: give the trunk another one.",
    );
    await isRight(page, "Caller ID");
    await field(page, "Caller ID").fill("0044 20");
    await saysError(page, "Caller ID", "7 to 15 digits with the country code");
    await field(page, "Password").fill("correct-Horse-7");
    await isRight(page, "Password");
    await page.getByText("Correct what is wrong above").waitFor();
    await field(page, "Caller ID").fill("");
    await isRight(page, "Caller ID");
    await file(page, "accounts").getByText("auth_pass=correct-Horse-7").waitFor();
  }),
);

test(
  "the address keeps the choice; the password is in neither the address nor any storage, and no other trunk gets it",
  onPage(async (page, label) => {
    /** @type {string[]} */
    const sent = [];
    await connect(page, label);
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData()}`));
    await field(page, "System").selectOption("FreeSWITCH");
    await field(page, "Gateway").selectOption("au.wavix.net (Australia)");
    await field(page, "Password").fill(PASSWORD);
    await button(page, "Show password").click();
    assert.equal(await field(page, "Password").getAttribute("type"), "text");
    await page.getByRole("heading", { name: "Settings for FreeSWITCH" }).waitFor();

    const kept = await page.evaluate(async () => ({
      texts: [{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state],
      stores: [...(await indexedDB.databases()), ...(await caches.keys())],
    }));
    assert.deepEqual(kept.stores, []);
    for (const text of [page.url(), JSON.stringify(kept.texts), ...sent]) assert.ok(!text.includes(PLAIN_PART), text);
    await page.reload();
    await page.getByText("Type the password, and the settings").waitFor();
    assert.equal(await field(page, "Password").inputValue(), "");
    assert.match(await field(page, "System").inputValue(), /freeswitch/);
    assert.equal(await field(page, "Gateway").inputValue(), "au.wavix.net");

    await field(page, "Password").fill(PASSWORD);
    await page.getByRole("link", { name: "Another trunk" }).click();
    await field(page, "Trunk").selectOption({ index: 0 });
    await button(page, "Go on").click();
    await page.getByText("Type the password, and the settings").waitFor();
    assert.equal(await field(page, "Password").inputValue(), "");
  }),
);

test(
  "where the browser lets no page copy, it is said what to do",
  onPage(async (page, label) => {
    // As on a host without HTTPS.
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.reload();
    await connect(page, label);
    await field(page, "Password").fill(PASSWORD);
    await button(page, "Copy pjsip_wavix.conf").click();
    await page.getByRole("status").getByText("select the text and copy it yourself").waitFor();
  }),
);

test(
  "a trunk that goes by addresses is asked for no password",
  onPage(async (page, label) => {
    const { id } = await create({ ...GOOD, label });
    await page.route(`**/v1/trunks/${id}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), host: "203.0.113.7" } });
    });
    await page.goto(`${page.url().split("#")[0]}#/connect/${id}?system=livekit`);
    await page.getByText("needs no password").waitFor();
    await page.getByRole("heading", { name: "Settings for LiveKit" }).waitFor();
    assert.equal(await field(page, "Password").count(), 0);
  }),
);

test(
  "the tab asks which trunk, and a trunk that is gone says so",
  onPage(
    async (page, label) => {
      const { id, name } = await create({ ...GOOD, label });
      // The list may have been read before.
      await page.reload();
      await goTo(page, "Connect your PBX");
      await field(page, "Trunk").selectOption(`${label} (${name})`);
      await button(page, "Go on").click();
      await page.getByRole("heading", { name: label, level: 2 }).waitFor();
      assert.ok(page.url().includes(`#/connect/${id}`));
      await page.goto(`${page.url().split("#")[0]}#/connect/999999999`);
      await page.getByRole("alert").getByText("The trunk is gone").waitFor();
    },
    { refusals: true },
  ),
);

test(
  "everything is reached by keyboard, and nothing scrolls the page sideways at 320 px",
  onPage(
    async (page, label) => {
      await connect(page, `${label}${"W".repeat(60)}`);
      await field(page, "Password").fill(PASSWORD);
      await file(page, "pjsip_wavix.conf").waitFor();
      await field(page, "Caller ID").focus();
      for (const name of ["pjsip_wavix.conf", "extensions_wavix.conf"]) {
        for (const target of [button(page, `Copy ${name}`), button(page, `Download ${name}`), file(page, name)]) {
          await page.keyboard.press("Tab");
          await hasFocus(target);
        }
      }
      for (const system of ["Asterisk", "FreeSWITCH", "Kamailio", "3CX"]) {
        await field(page, "System").selectOption(system);
        await page.getByRole("heading", { name: `Settings for ${system}` }).waitFor();
        const wide = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll(".card")]
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
            .map(({ tagName }) => tagName),
        );
        assert.deepEqual(wide, [], system);
      }
    },
    { viewport: { width: 320, height: 700 } },
  ),
);

test(
  "in German whatever wavix-trunks says about a system is German, for each way to use a trunk",
  onPage(async (page, label) => {
    await page.evaluate(() => localStorage.setItem("wavix-trunks.preferences", JSON.stringify({ language: "de" })));
    const ways = [
      { encrypted_media: true },
      { multiple_numbers: true },
      { host_request: { host: "9.9.9.11" } },
      { passthrough: true },
    ];
    for (const [index, way] of ways.entries()) {
      const { id } = await create({ ...GOOD, label: `${label} ${index}`, ...way });
      await page.goto(`${page.url().split("#")[0]}#/connect/${id}`);
      await page.reload();
      await page.getByRole("heading", { name: `${label} ${index}`, level: 2 }).waitFor();
      for (const system of await page.getByLabel("System").locator("option").allInnerTexts()) {
        await page.getByLabel("System").selectOption(system);
        for (const password of [GOOD.password, " semi;colon ", "un\u0007printed"]) {
          const secret = page.getByLabel("Passwort", { exact: true });
          if ((await secret.count()) > 0) await secret.fill(password);
          await page
            .getByText(/Einstellungen für|alles stimmt/)
            .first()
            .waitFor();
          const said = page.locator(".notes, .messages, .file-head + .help");
          assert.deepEqual(await said.locator("[lang=en]").allInnerTexts(), [], `${system} ${JSON.stringify(way)}`);
        }
      }
    }
  }),
);
