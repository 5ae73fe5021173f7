// The settings for PBXs in a strict TypeScript module: of a trunk, of a list, and for anything else not at all.

import type { Page, Trunk } from "wavix-trunks";
import type { PbxFile, PbxKind } from "wavix-trunks/pbx";
import { pbxConfig, pbxKinds } from "wavix-trunks/pbx";

declare const trunk: Trunk;
declare const page: Page;

export const files: PbxFile[] = pbxConfig(trunk, { kind: "asterisk", gateway: "nl.wavix.net", password: "x" }).files;
export const all = pbxKinds.map((kind: PbxKind) => page.sip_trunks.map((summary) => pbxConfig(summary, { kind })));

// @ts-expect-error: no such kind
pbxConfig(trunk, { kind: "pbx" });
// @ts-expect-error: no login
pbxConfig({ label: "Head office" }, { kind: "asterisk" });
