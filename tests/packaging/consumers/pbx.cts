// The settings for PBXs in a strict TypeScript script.

import pbx = require("wavix-trunks/pbx");

export const auth: "digest" | "ip" = pbx.pbxConfig({ name: "67758" }, { kind: "vapi", password: "x" }).auth;
