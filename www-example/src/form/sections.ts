// In which order and under which headings the form shows the settings. A field follows the switch that it depends on.

import type { FieldName } from "wavix-trunks";

export interface Section {
  title: string;
  names: FieldName[];
}

export const sections: Section[] = [
  {
    title: "Trunk",
    names: ["label", "password", "callerid", "multiple_numbers", "passthrough"],
  },
  { title: "Who may use it", names: ["ip_restrict", "allowed_ips", "host_request"] },
  {
    title: "Limits",
    names: ["call_restrict", "call_limit", "cost_limit", "max_call_cost", "channels_restrict", "max_channels"],
  },
  { title: "Dialled numbers", names: ["rewrite_enabled", "rewrite_prefix", "rewrite_cond", "didinfo_enabled"] },
  {
    title: "Calls",
    names: [
      "call_recording_enabled",
      "transcription_enabled",
      "transcription_threshold",
      "machine_detection_enabled",
      "encrypted_media",
    ],
  },
];
