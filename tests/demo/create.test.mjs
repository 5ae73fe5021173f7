// @ts-check
// A person creates a trunk, and is told at each field what is wrong with it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atField, button, field, gate, hasFocus, isRight, newTrunk, onPage, row, saysError } from "./page.mjs";
import { create, GOOD, labelled, read } from "./sandbox.mjs";

/**
 * @param {import("./page.mjs").Page} page
 * @param {string} label
 */
async function fillIn(page, label) {
  await newTrunk(page).click();
  await field(page, "Label").fill(label);
  await field(page, "Password").fill(GOOD.password);
  await field(page, "Caller ID").fill(GOOD.callerid);
}

test(
  "a trunk is created after its errors are corrected, and appears in the list",
  onPage(async (page, label) => {
    await newTrunk(page).click();
    await field(page, "Limit call duration").check();
    assert.equal(await page.locator("[aria-invalid=true]").count(), 0, "nothing is wrong before it was tried");

    await button(page, "Create trunk").click();
    await saysError(page, "Label", "Label is missing");
    await saysError(page, "Password", "Password is missing");
    await saysError(page, "Caller ID", "Caller ID is missing");
    await saysError(page, "Longest call", "Longest call is missing");
    await page.getByText("4 fields to correct").waitFor();
    await hasFocus(field(page, "Label"));

    await field(page, "Label").fill(label);
    await isRight(page, "Label");
    await field(page, "Caller ID").fill("0044 20 7946 0000");
    await saysError(page, "Caller ID", "leave out the leading 00");
    await field(page, "Caller ID").fill("+44 20 7946 0000");
    await isRight(page, "Caller ID");
    await field(page, "Longest call").fill("1.5");
    await saysError(page, "Longest call", "must be a whole number");
    await field(page, "Longest call").fill("600");
    await field(page, "Password").fill("short");
    await isRight(page, "Password");
    await (await atField(page, "Password", "Password is easy to guess")).waitFor();
    await button(page, "Create trunk").click();

    await page.getByRole("dialog", { name: "The trunk is there" }).waitFor();
    const [trunk] = await labelled(label);
    assert.ok(trunk, "an advice does not keep a trunk from being created");
    await page.getByRole("definition").getByText(trunk.name, { exact: true }).waitFor();
    await button(page, "Done").click();
    await page.getByText(`Created ${label}. Its login name is ${trunk.name}.`).waitFor();
    const cells = row(page, label).getByRole("gridcell");
    await cells.first().waitFor();
    assert.deepEqual((await cells.allTextContents()).slice(1, -1), [
      trunk.name,
      "+44 2079460000",
      "Digest",
      "Active",
      "",
      "0:00:00",
      "$0.00",
    ]);
    assert.equal((await read(trunk.id))?.call_limit, 600);
    await hasFocus(newTrunk(page));
  }),
);

test(
  "a field says nothing before somebody left it, and then follows what is typed",
  onPage(async (page) => {
    await newTrunk(page).click();
    await field(page, "Password").focus();
    await field(page, "Caller ID").pressSequentially("04");
    assert.equal(await page.locator("[aria-invalid=true]").count(), 0);
    await page.keyboard.press("Tab");
    await saysError(page, "Caller ID", "put it in place of the leading 0");
    await field(page, "Caller ID").fill("1212123");
    await saysError(page, "Caller ID", "must have 11 digits when it begins with 1");
    await field(page, "Caller ID").fill("12121234567");
    await isRight(page, "Caller ID");
  }),
);

test(
  "a click hits although an error appears above it",
  onPage(async (page) => {
    await newTrunk(page).click();
    await field(page, "Caller ID").fill("04");
    await field(page, "Caller ID passthrough").click();
    await saysError(page, "Caller ID", "put it in place of the leading 0");
    assert.ok(await field(page, "Caller ID passthrough").isChecked());
  }),
);

test(
  "a switch shows what depends on it, and turned off takes back what was typed there",
  onPage(async (page, label) => {
    await fillIn(page, label);
    await field(page, "Longest call").waitFor({ state: "detached" });
    await field(page, "Limit call duration").check();
    await field(page, "Longest call").fill("an hour");
    await button(page, "Create trunk").click();
    await saysError(page, "Longest call", "Longest call must be a number");
    await field(page, "Limit call duration").uncheck();
    await field(page, "Longest call").waitFor({ state: "detached" });
    await button(page, "Create trunk").click();
    await button(page, "Done").click();
    await row(page, label).waitFor();
  }),
);

test(
  "addresses are judged one by one",
  onPage(async (page, label) => {
    await fillIn(page, label);
    await field(page, "Restrict by IP address").check();
    await (await atField(page, "Restrict by IP address", "is on without an address")).waitFor();
    await field(page, "Allowed IP addresses").fill("8.8.8.8\nsip.example.com\n10.0.0.1");
    await button(page, "Create trunk").click();
    await saysError(page, "Allowed IP addresses", "entry 2 must be an IP address, not a host name");
    await (await atField(page, "Allowed IP addresses", "entry 3 is not a public address")).waitFor();
    await hasFocus(field(page, "Allowed IP addresses"));
  }),
);

test(
  "what the server refuses is said at its field until that changes",
  onPage(
    async (page, label) => {
      const host = "8.8.4.4";
      await create({ ...GOOD, label: `${label} first`, host_request: { host } });
      await fillIn(page, label);
      await field(page, "IP authentication").fill(host);
      await button(page, "Create trunk").click();
      await saysError(page, "IP authentication", "another trunk has this address");
      await hasFocus(field(page, "IP authentication"));
      assert.equal(await field(page, "Label").inputValue(), label, "what was typed is still there");
      await field(page, "IP authentication").fill("");
      await isRight(page, "IP authentication");
      await button(page, "Create trunk").click();
      await button(page, "Done").click();
      await row(page, label).waitFor();
    },
    { refusals: true },
  ),
);

test(
  "a form that is being saved says so and cannot be sent twice",
  onPage(async (page, label) => {
    const hold = gate();
    await page.route("**/v1/trunks", async (route) => {
      if (route.request().method() === "POST") await hold.opened;
      await route.continue();
    });
    await fillIn(page, label);
    await button(page, "Create trunk").click();
    await hasFocus(button(page, "Saving…"));
    assert.ok(await field(page, "Label").isDisabled());
    for (const key of ["Enter", "Space", "Escape"]) await page.keyboard.press(key);
    hold.open();
    await button(page, "Done").click();
    await row(page, label).waitFor();
    assert.equal((await labelled(label)).length, 1);
  }),
);

test(
  "what was typed is not lost by Escape without a question",
  onPage(async (page, label) => {
    await fillIn(page, label);
    await page.keyboard.press("Escape");
    await hasFocus(button(page, "Keep editing"));
    await button(page, "Keep editing").click();
    assert.equal(await field(page, "Label").inputValue(), label);
    await button(page, "Cancel").click();
    await button(page, "Discard").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.deepEqual(await labelled(label), []);
  }),
);

test(
  "the caller ID says whose country code it has",
  onPage(async (page) => {
    await newTrunk(page).click();
    await field(page, "Caller ID").fill("0044 20 7946 0000");
    assert.equal(await page.locator(".caller-id").count(), 0);
    await field(page, "Caller ID").fill("+44 20 7946 0000");
    await page.getByText("United Kingdom (+44)").waitFor();
  }),
);

test(
  "a password is made, shown, judged, and copied once after the create",
  onPage(
    async (page, label) => {
      await newTrunk(page).click();
      await field(page, "Label").fill(label);
      await field(page, "Caller ID").fill(GOOD.callerid);
      await field(page, "Password").fill("abc");
      await page.getByText("Easy to guess").waitFor();
      assert.equal(await field(page, "Password").getAttribute("type"), "password");
      await button(page, "Generate a password").click();
      await page.getByText("Very strong").waitFor();
      assert.equal(await field(page, "Password").getAttribute("type"), "text", "what was made is shown");
      const password = await field(page, "Password").inputValue();
      await button(page, "Show password").click();
      assert.equal(await field(page, "Password").getAttribute("type"), "password");
      await button(page, "Create trunk").click();

      const dialog = page.getByRole("dialog", { name: "The trunk is there" });
      await dialog.waitFor();
      assert.ok(!(await page.content()).includes(password), "it is not on the page");
      await page.keyboard.press("Escape");
      await page.goBack();
      await button(dialog, "Copy once").click();
      await dialog.getByText("The password is in your clipboard.").waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), password);
      assert.equal(await button(dialog, "Copy once").count(), 0);
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ),
);

test(
  "the preview is what is sent, but for the password",
  onPage(async (page, label) => {
    await newTrunk(page).click();
    const preview = page.getByRole("region", { name: "What is sent" }).locator("pre");
    await preview.getByText("as soon as every field is right").waitFor();
    await field(page, "Label").fill(` ${label} `);
    await field(page, "Password").fill(GOOD.password);
    await field(page, "Caller ID").fill("+1 (212) 123-4567");
    await field(page, "Limit call cost").check();
    await field(page, "Highest call cost").fill("0.50");
    await preview.getByText('"max_call_cost": 0.5').waitFor();
    const [request, ...json] = (await preview.innerText()).split("\n");
    assert.equal(request, "POST /v1/trunks");
    const create = page.waitForRequest((request) => request.method() === "POST");
    await button(page, "Create trunk").click();
    const sent = (await create).postDataJSON();
    assert.equal(sent.password, GOOD.password);
    assert.deepEqual(JSON.parse(json.join("\n")), { ...sent, password: "••••••••" });
  }),
);

test(
  "back, reload and links know the form, and what was typed is not lost by going back",
  onPage(async (page, label) => {
    await newTrunk(page).click();
    assert.match(page.url(), /#\/trunks\/new$/);
    await page.reload();
    await page.getByRole("dialog", { name: "New trunk" }).waitFor();
    await field(page, "Label").fill(label);
    await page.goBack();
    await button(page, "Keep editing").click();
    assert.match(page.url(), /#\/trunks\/new$/);
    assert.equal(await field(page, "Label").inputValue(), label);
    await page.goBack();
    await button(page, "Discard").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.doesNotMatch(page.url(), /new/);
    await page.goForward();
    await page.getByRole("dialog", { name: "New trunk" }).waitFor();
    assert.equal(await field(page, "Label").inputValue(), "");
  }),
);
