// Plan and apply in a strict TypeScript script.

import { TrunkClient } from "wavix-trunks";

import plans = require("wavix-trunks/plan");

export const made: Promise<plans.Plan> = plans.plan(new TrunkClient({ apiKey: "key" }), { trunks: [] });
