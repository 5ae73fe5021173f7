// What is asked before trunks are deleted, in English. It travels with the question; see languages.ts.

import { usePreferences } from "../settings/preferences";
import { figure } from "./figure";

const english = {
  question: (label: string) => `Delete ${label}?`,
  warning: (name: string) => `Calls through login ${name} stop at once. A deleted trunk cannot be brought back.`,
  keepOne: "Keep the trunk",
  confirmOne: "Delete the trunk",
  deleting: "Deleting…",
  questionOfMany: (count: number) => `Delete ${figure(count)} trunks?`,
  warningOfMany: "Their calls stop at once. Deleted trunks cannot be brought back.",
  andMore: (count: number) => `and ${figure(count)} more`,
  keepMany: "Keep them",
  confirmMany: (count: number) => `Delete ${figure(count)} trunks`,
  deletingMany: (count: number) => `Deleting ${figure(count)} trunks`,
  notAllDeleted: (failed: number, total: number) => `${figure(failed)} of ${figure(total)} trunks were not deleted`,
  notKnown: (open: number, total: number) => `${figure(open)} of ${figure(total)} trunks are not known to be deleted`,
  retryRest: "Try these again",
  routedQuestion: (label: string) => `Calls still lead to ${label}`,
  routedWarning: (count: number) =>
    `${count === 1 ? "1 number is" : `${figure(count)} numbers are`} routed to this trunk. Once it is deleted, calls from there reach nobody: route them elsewhere first, or delete it all the same.`,
  routed: (first: string, count: number) =>
    count === 1 ? `${first} is routed to it.` : `${first} and ${figure(count - 1)} more are routed to it.`,
  unlistedQuestion: (label: string) => `Perhaps calls still lead to ${label}`,
  unlistedWarning:
    "The API does not tell which numbers are routed to this trunk: the key or the relay may not read numbers. Look in your Wavix account first, or delete it all the same.",
  unlisted: "The API does not tell whether numbers are routed to it.",
  anyway: "Delete it anyway",
  anywayMany: (count: number) => (count === 1 ? "Delete that one anyway" : `Delete those ${figure(count)} anyway`),
};

export type DeleteWords = typeof english;

export const useDeleteWords = (): DeleteWords => usePreferences().translation.views.delete ?? english;
