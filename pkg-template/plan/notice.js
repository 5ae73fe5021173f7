// @ts-check
// What to know about a step.

/** @typedef {import("../plan.js").PlanNotice} PlanNotice */

/**
 * @param {PlanNotice["code"]} code
 * @param {string} message
 * @param {string[]} [fields]
 * @returns {PlanNotice}
 */
export const notice = (code, message, fields = []) => ({ code, message, fields });
