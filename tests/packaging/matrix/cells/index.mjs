// @ts-check
// Every cell, in the order of the table.

import { bundlers } from "./bundlers.mjs";
import { compilers } from "./compilers.mjs";
import { frameworks } from "./frameworks.mjs";
import { pages } from "./pages.mjs";
import { runtimes } from "./runtimes.mjs";

/** @type {import("../cell.mjs").Cell[]} */
export const cells = [...runtimes, ...compilers, ...bundlers, ...frameworks, ...pages];
