// @ts-check
// LiveKit: an outbound trunk, as `lk sip outbound create` and CreateSIPOutboundTrunk take it.

/** @param {import("./account.js").Account} account */
export function livekit({ label, user, gateway, auth, password, callerId, srtp }) {
  const trunk = {
    name: label,
    address: gateway,
    transport: "SIP_TRANSPORT_UDP",
    numbers: [callerId ? `+${callerId}` : "*"],
    ...(auth === "digest" ? { auth_username: user, auth_password: password } : {}),
    media_encryption: srtp ? "SIP_MEDIA_ENCRYPT_REQUIRE" : "SIP_MEDIA_ENCRYPT_DISABLE",
  };
  const notes = [
    "LiveKit does not register: to receive calls, route your numbers to its SIP URI, `[did]@` and your project's endpoint.",
  ];
  if (auth === "ip")
    notes.push("LiveKit Cloud calls from many addresses: only a LiveKit of your own has the approved one.");
  return {
    files: [
      {
        name: "outbound-trunk.json",
        place: "`lk sip outbound create outbound-trunk.json`",
        text: `${JSON.stringify({ trunk }, null, 2)}\n`,
      },
    ],
    notes,
  };
}
