// What the package consists of, whichever entry it is loaded by.

export { WavixError } from "./errors.mjs";
export { TrunkClient, validateTrunk } from "./glue.mjs";
