// One contestant of one case, in a process of its own: `node measure.mjs CASE CONTESTANT MILLISECONDS WARM` prints the
// nanoseconds that one unit takes, after so many units by which the engine gets to know the code.

import { cases, growth } from "./cases.mjs";

const [name = "", contestant = "", milliseconds = "400", warm = "1"] = process.argv.slice(2);
const { prepare } = name === "growth" ? growth : cases[name];
const { run, per } = await prepare(contestant);

async function once() {
  const result = run();
  if (result instanceof Promise) await result;
}

// By a number of runs and not by time, which on a busy machine would be fewer runs. Compiling goes on beside them, which two
// more runs wait for.
for (let units = 0, runs = 0; units < Number(warm) || runs < 2; units += per, runs++) await once();

const begun = process.hrtime.bigint();
let runs = 0;
let passed = 0;
do {
  await once();
  runs++;
  passed = Number(process.hrtime.bigint() - begun);
} while (passed < Number(milliseconds) * 1e6);
console.log(passed / runs / per);
