// One contestant of one case, in a process of its own: `node measure.mjs CASE CONTESTANT MILLISECONDS` prints the
// nanoseconds that one unit takes.

import { cases, growth } from "./cases.mjs";

const [name = "", contestant = "", milliseconds = "300"] = process.argv.slice(2);
const { prepare } = name === "growth" ? growth : cases[name];
const { run, per } = await prepare(contestant);
const time = Number(milliseconds);

/** @param {number} budget milliseconds */
async function nanoseconds(budget) {
  const begun = process.hrtime.bigint();
  let runs = 0;
  let passed = 0;
  do {
    const result = run();
    if (result instanceof Promise) await result;
    runs++;
    passed = Number(process.hrtime.bigint() - begun);
  } while (passed < budget * 1e6);
  return passed / runs / per;
}

await nanoseconds(time);
console.log(await nanoseconds(time));
