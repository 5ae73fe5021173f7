// In which order and under which headings the form shows the settings. A field follows the switch that it depends on.

import type { FieldName } from "wavix-trunks/slim";

export type SectionName = "trunk" | "access" | "limits" | "dialled" | "calls";

export const sections: { section: SectionName; names: FieldName[] }[] = [
  { section: "trunk", names: ["label", "password", "callerid", "multiple_numbers", "passthrough"] },
  { section: "access", names: ["ip_restrict", "allowed_ips", "host_request"] },
  {
    section: "limits",
    names: ["call_restrict", "call_limit", "cost_limit", "max_call_cost", "channels_restrict", "max_channels"],
  },
  { section: "dialled", names: ["rewrite_enabled", "rewrite_prefix", "rewrite_cond", "didinfo_enabled"] },
  {
    section: "calls",
    names: [
      "call_recording_enabled",
      "transcription_enabled",
      "transcription_threshold",
      "machine_detection_enabled",
      "encrypted_media",
    ],
  },
];
