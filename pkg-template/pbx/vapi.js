// @ts-check
// Vapi: the credential of a SIP trunk of one's own, as POST /credential takes it.

/** Vapi takes no longer names. */
const LONGEST_NAME = 40;

/** @param {import("./account.js").Account} account */
export function vapi({ label, user, host, port, auth, password, srtp }) {
  const credential = {
    provider: "byo-sip-trunk",
    name: [...label].slice(0, LONGEST_NAME).join(""),
    // Calls come in by a SIP URI: Vapi wants addresses and no names for gateways that call it.
    gateways: [
      { ip: host, port, inboundEnabled: false, outboundEnabled: true, outboundProtocol: srtp ? "tls/srtp" : "udp" },
    ],
    outboundLeadingPlusEnabled: true,
    ...(auth === "digest"
      ? {
          outboundAuthenticationPlan: {
            authUsername: user,
            authPassword: password,
            sipRegisterPlan: { domain: host, username: user, realm: host },
          },
        }
      : {}),
  };
  const notes = ["Then make a phone number of provider byo-phone-number with the id of this credential."];
  if (srtp) {
    notes.push(
      "Vapi encrypts media over TLS only, and Wavix documents UDP: ask its support for the TLS port, and set it.",
    );
  }
  if (auth === "ip") {
    notes.push(
      "Vapi's addresses are shared by its customers, and one address has one trunk at Wavix: digest is better.",
    );
  }
  return {
    files: [
      {
        name: "credential.json",
        place: "`curl https://api.vapi.ai/credential --json @credential.json`, with your Vapi key as bearer",
        text: `${JSON.stringify(credential, null, 2)}\n`,
      },
    ],
    notes,
  };
}
