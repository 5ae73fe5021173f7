// The package itself, as installed.

import { validateTrunk } from "wavix-trunks";

export const problems = (/** @type {unknown} */ value) => validateTrunk(value).issues.length;
