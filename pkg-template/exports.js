// What the package consists of, whichever entry it is loaded by.

export { WavixError } from "./errors.js";
export { TrunkClient, validateTrunk } from "./glue.js";
