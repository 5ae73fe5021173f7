// @ts-check
// A person changes a trunk: an update replaces everything, and nothing may get lost by that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, field, hasFocus, listed, onPage, row, saysError, trunkLink } from "./page.mjs";
import { create, GOOD, labelled, read, remove } from "./sandbox.mjs";

test(
  "a trunk is changed, with its password, and keeps every other setting",
  onPage(async (page, label) => {
    const before = await create({
      ...GOOD,
      label,
      ip_restrict: true,
      allowed_ips: [{ ip: "8.8.8.8" }, { ip: "1.1.1.1" }],
      didinfo_enabled: false,
      call_restrict: false,
      call_limit: 60,
      cost_limit: true,
      max_call_cost: 0.18,
      rewrite_enabled: true,
      rewrite_prefix: "00",
      rewrite_cond: "1",
      encrypted_media: true,
      transcription_enabled: true,
      transcription_threshold: 30,
    });
    await button(page, "Refresh").click();
    await trunkLink(page, label).click();

    const dialog = page.getByRole("dialog", { name: `Edit ${label}` });
    await dialog.getByText("Saving replaces every setting of this trunk").waitFor();
    assert.equal(await field(page, "Password").inputValue(), "");
    await button(page, "Cancel").click();
    await dialog.waitFor({ state: "detached" });
    await trunkLink(page, label).click();
    await field(page, "Label").fill(`${label} moved`);
    await button(dialog, "Save changes").click();
    await saysError(page, "Password", "Password is missing");
    await hasFocus(field(page, "Password"));
    await field(page, "Password").fill("another-Horse-8");
    await button(dialog, "Save changes").click();

    await row(page, `${label} moved`).waitFor();
    await hasFocus(trunkLink(page, `${label} moved`));
    await page.getByText(`Saved ${label} moved.`).waitFor();
    const { allowed_ips: addresses, ...rest } = /** @type {import("./sandbox.mjs").Trunk} */ (await read(before.id));
    const { allowed_ips: addressesBefore, ...restBefore } = before;
    assert.deepEqual(rest, { ...restBefore, label: `${label} moved` });
    assert.deepEqual(ips(addresses), ips(addressesBefore));
  }),
);

/** @param {unknown} addresses */
function ips(addresses) {
  return /** @type {{ ip: string }[]} */ (addresses).map(({ ip }) => ip);
}

test(
  "an update does not end IP authentication",
  onPage(async (page, label) => {
    await create({ ...GOOD, label, host_request: { host: "9.9.9.9" } });
    await button(page, "Refresh").click();
    await row(page, label).getByText("Pending").waitFor();
    await trunkLink(page, label).click();
    await field(page, "Password").fill(GOOD.password);
    const update = page.waitForRequest((request) => request.method() === "PUT");
    await button(page, "Save changes").click();
    await page.getByText(`Saved ${label}.`).waitFor();
    // Once it is approved, the sandbox ends what an update leaves out; nobody approves anything in a test.
    assert.deepEqual((await update).postDataJSON().host_request, { host: "9.9.9.9" });
    const [trunk] = await labelled(label);
    assert.deepEqual(trunk?.host_request, { host: "9.9.9.9", status: "pending" });
  }),
);

test(
  "a trunk that was deleted in the meantime is said to be gone",
  onPage(
    async (page, label) => {
      await listed(page);
      const { id } = await create({ ...GOOD, label });
      await button(page, "Refresh").click();
      await row(page, label).waitFor();
      await remove(id);
      await trunkLink(page, label).click();
      await page.getByRole("alert").getByText("The trunk is gone").waitFor();
      await button(page, "Close").click();
      await button(page, "Refresh").click();
      await row(page, label).waitFor({ state: "detached" });
    },
    { refusals: true },
  ),
);

test(
  "what an update changes is shown before it is sent",
  onPage(async (page, label) => {
    await create({ ...GOOD, label, call_restrict: true, call_limit: 60 });
    await button(page, "Refresh").click();
    await trunkLink(page, label).click();
    const preview = page.getByRole("region", { name: "What is sent" }).first();
    await preview.getByText("as soon as every field is right").first().waitFor();
    await field(page, "Password").fill(GOOD.password);
    await preview.getByText("Nothing changes but the password.").waitFor();
    await field(page, "Longest call").fill("90");
    await field(page, "Encrypted media").check();
    const changes = preview.getByRole("listitem");
    await changes.getByText("Encrypted media").waitFor();
    assert.deepEqual(await changes.allInnerTexts(), ["Longest call: 60 → 90", "Encrypted media: false → true"]);
  }),
);
