// @ts-check
// A person deletes a trunk, which nothing brings back: never without a question.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, hasFocus, onPage, row } from "./page.mjs";
import { create, GOOD, orderFaults, read, remove } from "./sandbox.mjs";

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
