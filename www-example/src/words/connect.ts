// What stands where a PBX is connected, in English. It travels with the view; see languages.ts.

import { usePreferences } from "../settings/preferences";

const english = {
  chooseTrunk: "Choose the trunk that your PBX shall use.",
  trunk: "Trunk",
  goOn: "Go on",
  anotherTrunk: "Another trunk",
  login: "Login name",
  system: "System",
  gateway: "Gateway",
  gatewayHelp: "Take the one with the lowest ping.",
  regions: {
    "us.wavix.net": "Dallas",
    "nl.wavix.net": "Amsterdam",
    "sg.wavix.net": "Singapore",
    "au.wavix.net": "Australia",
  },
  password: "Password",
  passwordHelp:
    "The one that the trunk was saved with: Wavix never shows it again. It stays in this view, and is neither sent nor kept.",
  noPassword: "This trunk goes by the address that calls come from, so it needs no password.",
  callerId: "Caller ID",
  callerIdHelp: "Digits with the country code. Left empty, it is the trunk’s own, or that of each call.",
  awaitsPassword: "Type the password, and the settings for your system stand here.",
  awaitsCorrection: "Correct what is wrong above, and the settings for your system stand here.",
  settings: (system: string) => `Settings for ${system}`,
  place: "Place:",
  copy: "Copy",
  download: "Download",
  copied: (name: string) => `Copied ${name}.`,
  copyRefused: "Your browser did not let the page copy: select the text and copy it yourself.",
  notes: "Good to know",
  /** A sentence of wavix-trunks/pbx, which speaks English; nothing where it is not known in this language. */
  translated: (sentence: string): string | undefined => sentence,
};

export type ConnectWords = typeof english;

export const useConnectWords = (): ConnectWords => usePreferences().translation.views.connect ?? english;
