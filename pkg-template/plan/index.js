// @ts-check
// An account as it should be: what that takes, doing it, and the way back from an account to wishes.

export { apply } from "./apply.js";
export { exportState } from "./export.js";
export { plan } from "./plan.js";
