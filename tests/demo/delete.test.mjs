// @ts-check
// A person deletes a trunk, which nothing brings back: never without a question.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, gate, hasFocus, listed, onPage, row } from "./page.mjs";
import { create, GOOD, orderFaults, read, remove, routeTo } from "./sandbox.mjs";

test(
  "a trunk is deleted after a question, and only then",
  onPage(async (page, label) => {
    const { id, name } = await create({ ...GOOD, label });
    await button(page, "Refresh").click();

    await button(page, `Delete ${label}`).click();
    const question = page.getByRole("alertdialog", { name: `Delete ${label}?` });
    await question.getByText(name).waitFor();
    await hasFocus(button(question, "Keep the trunk"));
    await button(question, "Keep the trunk").click();
    await question.waitFor({ state: "detached" });
    await hasFocus(button(page, `Delete ${label}`));
    assert.ok(await read(id));

    await button(page, `Delete ${label}`).click();
    await button(question, "Delete the trunk").click();
    await page.getByText(`Deleted ${label}.`).waitFor();
    await row(page, label).waitFor({ state: "detached" });
    assert.equal(await read(id), undefined);
    await hasFocus(page.getByRole("heading", { name: "Trunks" }));
  }),
);

test(
  "a trunk that somebody else deleted is said to be gone, and leaves the list",
  onPage(
    async (page, label) => {
      await listed(page);
      const { id } = await create({ ...GOOD, label });
      await button(page, "Refresh").click();
      await row(page, label).waitFor();
      await remove(id);
      await button(page, `Delete ${label}`).click();
      await button(page, "Delete the trunk").click();
      await page.getByRole("alert").getByText("The trunk is gone").waitFor();
      await button(page, "Keep the trunk").click();
      await row(page, label).waitFor({ state: "detached" });
    },
    { refusals: true },
  ),
);

/**
 * Three trunks, all chosen.
 *
 * @param {import("./page.mjs").Page} page
 * @param {string} label
 */
async function chooseThree(page, label) {
  const made = [];
  for (const number of [1, 2, 3]) made.push(await create({ ...GOOD, label: `${label} ${number}` }));
  await button(page, "Refresh").click();
  await page.getByRole("searchbox").fill(label);
  await row(page, `${label} 3`).waitFor();
  await page.getByRole("checkbox", { name: `Select ${label} 1` }).check();
  // From the first to the third, as everywhere.
  await page.getByRole("checkbox", { name: `Select ${label} 3` }).click({ modifiers: ["Shift"] });
  return made;
}

test(
  "many trunks are deleted after one question that names them",
  onPage(async (page, label) => {
    const made = await chooseThree(page, label);
    await button(page, "Delete 3 selected…").click();
    const question = page.getByRole("alertdialog", { name: "Delete 3 trunks?" });
    await question.getByText(`${label} 2`).waitFor();
    await hasFocus(button(question, "Keep them"));
    await button(question, "Delete 3 trunks").click();
    await page.getByText("Deleted 3 trunks.").waitFor();
    for (const { id } of made) assert.equal(await read(id), undefined);
    await page.getByText("No trunk is like that.").waitFor();
  }),
);

test(
  "of many trunks those that were not deleted are named, and tried again",
  onPage(
    async (page, label) => {
      const made = await chooseThree(page, label);
      const path = `/v1/trunks/${made[1]?.id}`;
      await orderFaults([{ method: "DELETE", path, times: 3, fault: { status: { code: 403 } } }]);
      await button(page, "Delete 3 selected…").click();
      await button(page, "Delete 3 trunks").click();
      const report = page.getByRole("dialog", { name: "1 of 3 trunks were not deleted" });
      await report.getByText(`${label} 2`).waitFor();
      await orderFaults([]);
      await button(report, "Try these again").click();
      await page.getByText("Deleted 3 trunks.").waitFor();
      assert.equal(await read(made[1]?.id ?? 0), undefined);
    },
    { refusals: true },
  ),
);

/**
 * Two numbers that no other run has put into the account, as they are sent and as they are written for people.
 *
 * @param {number} first the first of a thousand that are free for it
 */
function twoNumbers(first) {
  const lines = [0, 1].map((step) => String(first + 2 * (process.pid % 500) + step));
  return { sent: lines.map((line) => `1212555${line}`), written: lines.map((line) => `+1 212 555 ${line}`) };
}

test(
  "a trunk to which calls lead is deleted only after a second question, which says to which numbers",
  onPage(async (page, label) => {
    const trunk = await create({ ...GOOD, label });
    const { sent, written } = twoNumbers(2000);
    await routeTo(sent, trunk);
    await button(page, "Refresh").click();
    await button(page, `Delete ${label}`).click();
    await button(page, "Delete the trunk").click();

    const question = page.getByRole("alertdialog", { name: `Calls still lead to ${label}` });
    await question.getByText("2 numbers are routed to this trunk.").waitFor();
    for (const number of written) await question.getByText(number, { exact: true }).waitFor();
    await hasFocus(button(question, "Keep the trunk"));
    assert.ok(await read(trunk.id));
    await button(question, "Delete it anyway").click();
    await page.getByText(`Deleted ${label}.`).waitFor();
    assert.equal(await read(trunk.id), undefined);
  }),
);

test(
  "where the key may not read numbers, the page says that nobody can tell whether calls lead to a trunk",
  onPage(
    async (page, label) => {
      const { id } = await create({ ...GOOD, label });
      await page.route("**/v1/numbers*", (route) =>
        route.fulfill({ status: 403, headers: { "access-control-allow-origin": "*" }, json: { error: "Forbidden" } }),
      );
      await button(page, "Refresh").click();
      await button(page, `Delete ${label}`).click();
      await button(page, "Delete the trunk").click();
      const question = page.getByRole("alertdialog", { name: `Perhaps calls still lead to ${label}` });
      await question.getByText("the key or the relay may not read numbers").waitFor();
      assert.ok(await read(id));
      await button(question, "Delete it anyway").click();
      await page.getByText(`Deleted ${label}.`).waitFor();
      assert.equal(await read(id), undefined);
    },
    { refusals: true },
  ),
);

test(
  "of many trunks those to which calls lead stay, with their numbers, until somebody insists",
  onPage(async (page, label) => {
    const made = await chooseThree(page, label);
    const [, second] = made;
    assert.ok(second);
    const { sent, written } = twoNumbers(3000);
    await routeTo(sent, second);
    await button(page, "Delete 3 selected…").click();
    await button(page, "Delete 3 trunks").click();
    const report = page.getByRole("dialog", { name: "1 of 3 trunks were not deleted" });
    await report.getByText(`${written[0]} and 1 more are routed to it.`).waitFor();
    assert.ok(await read(second.id));
    await button(report, "Delete that one anyway").click();
    await page.getByText("Deleted 3 trunks.").waitFor();
    for (const { id } of made) assert.equal(await read(id), undefined);
  }),
);

test(
  "whoever insists on one trunk deletes that one, and none that failed for another reason",
  onPage(
    async (page, label) => {
      const [first, second, third] = await chooseThree(page, label);
      assert.ok(first && second && third);
      await routeTo(twoNumbers(4000).sent, first);
      await orderFaults([{ method: "DELETE", path: `/v1/trunks/${second.id}`, fault: { status: { code: 403 } } }]);
      await button(page, "Delete 3 selected…").click();
      await button(page, "Delete 3 trunks").click();
      const report = page.getByRole("dialog", { name: "2 of 3 trunks were not deleted" });
      await button(report, "Delete that one anyway").click();
      await page.getByRole("dialog", { name: "1 of 3 trunks were not deleted" }).getByText(`${label} 2`).waitFor();
      assert.deepEqual([await read(first.id), await read(third.id)], [undefined, undefined]);
      assert.ok(await read(second.id));
    },
    { refusals: true },
  ),
);

test(
  "a question about a trunk that is being deleted stays until it is known what became of it",
  onPage(async (page, label) => {
    const { id } = await create({ ...GOOD, label });
    const hold = gate();
    await page.route(`**/v1/trunks/${id}`, async (route) => {
      await hold.opened;
      await route.continue();
    });
    await button(page, "Refresh").click();
    await button(page, `Delete ${label}`).click();
    await button(page, "Delete the trunk").click();
    await button(page, "Deleting…").waitFor();
    await button(page, "Keep the trunk").click({ force: true });
    await page.keyboard.press("Escape");
    await button(page, "Deleting…").waitFor();
    hold.open();
    await page.getByText(`Deleted ${label}.`).waitFor();
    assert.equal(await read(id), undefined);
  }),
);
