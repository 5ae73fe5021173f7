// @ts-check
// 3CX: set up in its management console, so a list of what to type where.

/** @param {import("./account.js").Account} account */
export function threecx({ label, user, host, port, auth, password, callerId, srtp }) {
  const digest = auth === "digest";
  /** @type {[string, string, string][]} */
  const rows = [
    ["Add trunk", "Country", "Worldwide"],
    ["Add trunk", "Provider", digest ? "Generic SIP Trunk (Registration Based)" : "Generic SIP Trunk (IP Based)"],
    ["Add trunk", "Name", label],
    ["Account details", "Main trunk number", callerId],
    ["Account details", "Type of authentication", digest ? "Register/Account based" : "Do not require – IP based"],
    ["Account details", "Authentication ID", user],
    ["Account details", "Authentication password", password],
    ["Server details", "Registrar, server or gateway hostname or IP", host],
    ["Server details", "Port", String(port)],
    ["Options", "Transport protocol", "UDP"],
    ["Options", "SRTP", srtp ? "on" : "off"],
    ["Options", "Codec priority", "G.711 U-law, G.711 A-law"],
    ["Outbound parameters", "From: user part", callerId ? "OutboundCallerId" : "OriginatorCallerID"],
    ["Outbound parameters", "From: host part", "GWHostPort"],
  ];
  return {
    fields: rows.filter(([, , value]) => value !== "").map(([section, label, value]) => ({ section, label, value })),
    notes: [
      "Then add an outbound rule that sends international numbers through this trunk, and an inbound rule for your numbers.",
    ],
  };
}
