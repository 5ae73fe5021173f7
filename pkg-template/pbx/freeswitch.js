// @ts-check
// FreeSWITCH: a gateway of the external profile, and the way to it.

/**
 * The value of an attribute. The dollar too, since FreeSWITCH looks for `$${…}` before it reads a file as XML.
 *
 * @param {string} text
 */
const value = (text) => text.replace(/[&<>"'$]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param {import("./account.js").Account} account */
export function freeswitch({ user, gateway, host, auth, password, callerId, srtp }) {
  const param = (/** @type {string} */ name, /** @type {string} */ text) =>
    `    <param name="${name}" value="${value(text)}"/>`;
  const digest = auth === "digest";
  const params = digest
    ? [param("username", user), param("password", password), param("realm", host), param("proxy", gateway)]
    : [param("proxy", gateway)];
  params.push(
    param("register", String(digest)),
    param("from-domain", host),
    param("caller-id-in-from", "true"),
    param("context", "from-wavix"),
    param("expire-seconds", "600"),
    param("retry-seconds", "30"),
  );
  const secure = [
    "    <variables>",
    '      <variable name="rtp_secure_media" value="mandatory" direction="outbound"/>',
    '      <variable name="rtp_secure_media" value="mandatory" direction="inbound"/>',
    "    </variables>",
  ];
  const number = callerId ? [`      <action application="set" data="effective_caller_id_number=${callerId}"/>`] : [];
  const lines = (/** @type {string[]} */ ...text) => `${text.join("\n")}\n`;
  return {
    files: [
      {
        name: "wavix.xml",
        place: "conf/sip_profiles/external",
        text: lines(
          "<include>",
          '  <gateway name="wavix">',
          ...params,
          ...(srtp ? secure : []),
          "  </gateway>",
          "</include>",
        ),
      },
      {
        name: "00_wavix.xml",
        place: "conf/dialplan/default",
        text: lines(
          "<include>",
          '  <extension name="to-wavix">',
          '    <condition field="destination_number" expression="^\\+?([1-9]\\d{6,14})$">',
          ...number,
          '      <action application="set" data="absolute_codec_string=PCMU,PCMA"/>',
          '      <action application="bridge" data="sofia/gateway/wavix/$1"/>',
          "    </condition>",
          "  </extension>",
          "</include>",
        ),
      },
    ],
    notes: [
      "Run `fs_cli -x reloadxml` and `fs_cli -x 'sofia profile external rescan'`, and write the context from-wavix for the calls that come in.",
    ],
  };
}
