// What the settings say, in English. It travels with the view; see languages.ts.

import { usePreferences } from "../settings/preferences";

const english = {
  connection: "Connection",
  address: "API address",
  addressHelp: "The sandbox on this machine, or your own relay that adds the API key to what it passes on to Wavix.",
  addressWrong: "The API address must begin with https://, or with http:// if it is on this machine.",
  key: "API key",
  keyHelp: "The sandbox’s own key is sandbox-key. It is kept until this tab is closed. Leave it empty for a relay.",
  keyWrong: "The API key must be letters, digits and signs without spaces.",
  noKey: "No API key is sent to this address: whoever opens a page can read the key in it. Keep the key in your relay.",
  defaults: "Use the defaults",
  connect: "Use these settings",
  connected: "From now on the page talks to this address.",
  appearance: "Appearance",
  theme: "Theme",
  themes: { system: "As the system has it", light: "Light", dark: "Dark" },
  language: "Language",
};

export type SettingsWords = typeof english;

export const useSettingsWords = (): SettingsWords => usePreferences().translation.views.settings ?? english;
