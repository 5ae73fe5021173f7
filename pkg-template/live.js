// What works with the wasm only.

export {
  describeCallerId,
  generatePassword,
  passwordStrength,
  TrunkClient,
  validateField,
  validateTrunk,
} from "./glue.js";
export { trunkSchema } from "./schema.js";
