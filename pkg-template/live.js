// What works with the wasm only.

export { readTrunks, validateTrunkStream, validateTrunks } from "./bulk.js";
export {
  describeCallerId,
  generatePassword,
  passwordStrength,
  TrunkClient,
  validateDestinations,
  validateField,
} from "./glue.js";
export { trunkSchema } from "./schema.js";
export { validateTrunk } from "./validate.js";
