// From the import to the first validation, in a fresh process: `node start.mjs CONTESTANT` prints milliseconds.

const [peer] = process.argv.slice(2);
const { trunk } = await import("./trunks.mjs");
const { SWITCHES } = await import("./peers/rules.mjs");
const given = trunk(SWITCHES.length);
const begun = process.hrtime.bigint();
if (peer === "telnyx") {
  // No validation in it: what a client alone takes.
  const { default: Telnyx } = await import("telnyx");
  new Telnyx({ apiKey: "key" });
} else {
  const { problems } = await import(`./peers/${peer}.mjs`);
  if (problems(given) !== 0) throw new Error(`${peer} finds a mistake where none is`);
}
console.log(Number(process.hrtime.bigint() - begun) / 1e6);
