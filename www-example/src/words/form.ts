// What the form says, in English. It travels with the view; see languages.ts.

import { usePreferences } from "../settings/preferences";

const english = {
  newTitle: "New trunk",
  editTitle: (label: string) => `Edit ${label}`,
  editUnknownTitle: "Edit a trunk",
  replacesEverything:
    "Saving replaces every setting of this trunk with what stands here. Wavix never shows a password, so enter the current one again, or a new one.",
  sections: {
    trunk: "Trunk",
    access: "Who may use it",
    limits: "Limits",
    dialled: "Dialled numbers",
    calls: "Calls",
  },
  onePerLine: "One on each line",
  error: "Error:",
  advice: "Advice:",
  passwordName: "Password",
  show: "Show",
  thePassword: "password",
  generate: "Generate",
  aPassword: "a password",
  strength: "Strength of the password",
  strengths: ["Very easy to guess", "Easy to guess", "Fair", "Strong", "Very strong"],
  preview: "What is sent",
  previewLater: "Here stands the request, as soon as every field is right.",
  changesLater: "Here stands what changes, as soon as every field is right.",
  noChanges: "Nothing changes but the password.",
  wrongFields: (count: number) => (count === 1 ? "1 field to correct" : `${count} fields to correct`),
  save: "Save changes",
  create: "Create trunk",
  saving: "Saving…",
  discardQuestion: "Discard what you typed?",
  keepEditing: "Keep editing",
  discard: "Discard",
  notSaved: "The trunk has not been saved.",
  createdTitle: "The trunk is there",
  createdText: "Register your PBX with this login name and password.",
  copyOnce: "Copy once",
  copied: "The password is in your clipboard. Neither Wavix nor this page shows it again.",
  copyRefused: "Your browser did not let the page copy. Here is the password, this once.",
  gateways: "Gateways",
  gatewaysNote: "UDP port 5060; take the nearest, its name is the realm.",
  done: "Done",
};

export type FormWords = typeof english;

export const useFormWords = (): FormWords => usePreferences().translation.views.form ?? english;
