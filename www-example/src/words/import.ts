// What the import says, in English. It travels with the view; see languages.ts.

import { usePreferences } from "../settings/preferences";
import type { Remedy } from "./english";
import { figure } from "./figure";

const english = {
  another: "Another file",
  file: "Drop a file here, or choose one",
  fileHelp:
    "CSV, JSON or NDJSON of any size. It is read and checked on this machine; nothing is sent before you say so.",
  paste: "Or paste the rows",
  pastedName: "what you pasted",
  check: "Check the rows",
  template: "Download an empty table",
  checking: (name: string) => `Checking ${name}`,
  checkedSoFar: (rows: number) => `${figure(rows)} rows checked`,
  unreadable: ["The file was changed or moved", "Choose it once more, so that it is checked as it is now."] as Remedy,
  rows: "Rows",
  good: "Can be created",
  withErrors: "With errors",
  withAdvice: "With advice",
  nothing: "There are no rows in it.",
  error: "Error",
  warning: "Advice",
  errors: "Errors only",
  advice: "Advice only",
  anySeverity: "Errors and advice",
  anyField: "Any field",
  searchProblems: "Line or words of a problem",
  problems: (count: number) => (count === 1 ? "1 problem" : `${figure(count)} problems`),
  problemsCaption: "Problems in the file",
  truncated: "Only the first 10,000 rows with problems are listed; the counts are complete.",
  row: "Row",
  line: "Line",
  field: "Field",
  severity: "Kind",
  message: "Problem",
  downloadRows: "Download the rows to correct",
  downloadProblems: "Download the problems",
  rowsImpossible: "The file is broken as a whole: correct it where the first problem says, then check it again.",
  create: (count: number) => (count === 1 ? "Create 1 trunk" : `Create ${figure(count)} trunks`),
  willSkip: (count: number) =>
    count === 1 ? "1 row with errors will be left out." : `${figure(count)} rows with errors will be left out.`,
  skipTaken: "Leave out labels that a trunk already has",
  concurrency: "At the same time",
  creating: "Creating trunks",
  paused: "Paused: what was begun is being finished",
  ending: "Ending: what was begun is being finished",
  pause: "Pause",
  resume: "Go on",
  cancel: "Cancel the import",
  statuses: { created: "Created", skipped: "Left out", failed: "Failed", unknown: "Unknown" },
  taken: "A trunk already has this label.",
  ended: (count: number) => (count === 1 ? "1 trunk was created" : `${figure(count)} trunks were created`),
  notBegun: (count: number) => `${figure(count)} rows were not begun, since the import was cancelled.`,
  unknownAdvice:
    "Of some rows the answer was lost: look for their labels in the list before you create them again. Going on leaves them out.",
  outcome: "Outcome",
  anyOutcome: "Every outcome",
  detail: "Login name or reason",
  login: (name: string) => `Login name ${name}`,
  goOn: (count: number) => `Go on with ${figure(count)} rows`,
  downloadReport: "Download the report",
  reportCaption: "What became of each row",
  toList: "See the trunks",
  leaveQuestion: "End the import?",
  stay: "Go on importing",
  leave: "End it and leave",
  leaveWarning: "Trunks that were created stay. The report will be lost, and of the last rows nobody will know.",
};

export type ImportWords = typeof english;

export const useImportWords = (): ImportWords => usePreferences().translation.views.import ?? english;
