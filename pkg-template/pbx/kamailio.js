// @ts-check
// Kamailio 5.6 or newer: a proxy between a PBX on a private network and Wavix, which registers and authenticates for it
// by the module uac. The password is in the table of registrations only, which is a text file.

import { callersOf } from "./account.js";

/**
 * A cell of a db_text table.
 *
 * @param {string} text
 */
const cell = (text) => text.replace(/[\\:]/g, "\\$&");

const COLUMNS =
  "id(int,auto) l_uuid(string) l_username(string) l_domain(string) r_username(string) r_domain(string) realm(string) " +
  "auth_username(string) auth_password(string) auth_ha1(string,null) auth_proxy(string) expires(int) flags(int) " +
  "reg_delay(int) contact_addr(string,null) socket(string,null)";

const FOLDER = "/etc/kamailio/wavix";

/** @param {import("./account.js").Account} account */
export function kamailio(account) {
  const { user, gateway, host, auth, password, srtp } = account;
  const proxy = { name: "kamailio.cfg", place: "/etc/kamailio", text: proxyFor(account) };
  const notes = [
    "Set PBX and PUBLIC at the top of kamailio.cfg to your own addresses; only private addresses may place calls.",
    ...(srtp ? ["Media passes by Kamailio: it is the phones or the PBX that must use SRTP."] : []),
  ];
  if (auth === "ip") return { files: [proxy], notes };

  const row = ["1", user, user, "localhost", user, host, host, user, password, "", `sip:${gateway}`, "600", "0", "0"];
  return {
    files: [
      proxy,
      { name: "uacreg", place: FOLDER, text: `${COLUMNS}\n${[...row, "", ""].map(cell).join(":")}\n` },
      {
        name: "version",
        place: FOLDER,
        text: "id(int,auto) table_name(string) table_version(int)\n1:uacreg:5\n",
      },
    ],
    notes,
  };
}

/** @param {import("./account.js").Account} account */
function proxyFor({ user, gateway, host, auth, callerId }) {
  const digest = auth === "digest";
  // Each call's own number, or the one of the trunk.
  const from = `sip:${callerId || "$fU"}@${host}`;
  // By Kamailio's own resolver, which remembers names, and also which of them it could not find.
  const byWavix = callersOf(host).map((name) => `dns_int_match_ip("${name}", "$si")`);
  return `#!KAMAILIO
# Wavix trunk ${user} at ${gateway}

#!substdef "!PBX!127.0.0.1:5080!g"
#!substdef "!PUBLIC!127.0.0.1:5060!g"

flags BY_WAVIX
listen=udp:0.0.0.0:5060
children=4
log_facility=LOG_LOCAL0

loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "ipops.so"
loadmodule "dialog.so"
${digest ? 'loadmodule "db_text.so"\n' : ""}loadmodule "uac.so"

modparam("dialog", "track_cseq_updates", 1)
${
  digest
    ? `modparam("uac", "reg_db_url", "text://${FOLDER}")
modparam("uac", "reg_contact_addr", "PUBLIC")
modparam("uac", "reg_timer_interval", 10)
modparam("uac", "reg_retry_interval", 20)
modparam("uac", "auth_realm_avp", "$avp(arealm)")
modparam("uac", "auth_username_avp", "$avp(auser)")
modparam("uac", "auth_password_avp", "$avp(apass)")
`
    : ""
}
request_route {
    if (!mf_process_maxfwd_header("10")) {
        sl_send_reply("483", "Too Many Hops");
        exit;
    }
    if (is_method("OPTIONS") && $rU == $null) {
        sl_send_reply("200", "OK");
        exit;
    }
    if (is_method("CANCEL")) {
        if (t_check_trans()) t_relay();
        exit;
    }
    route(SENDER);
    if (has_totag()) {
        if (loose_route() || (is_method("ACK") && t_check_trans())) {
            t_relay();
        } else if (!is_method("ACK")) {
            sl_send_reply("404", "Not Here");
        }
        exit;
    }
    t_check_trans();
    if (!is_method("INVITE")) {
        sl_send_reply("405", "Method Not Allowed");
        exit;
    }
    record_route();
    dlg_manage();
    if (isflagset(BY_WAVIX)) {
        route(FROM_WAVIX);
    } else {
        route(TO_WAVIX);
    }
}

# The PBX trusts its neighbour, so no stranger may come this way: not by a call, nor by a Route as if within one.
route[SENDER] {
    # A call under way: only its ends know its tags, and a gateway may have moved to another address meanwhile.
    if (has_totag() && is_known_dlg()) return;
    if (${byWavix.join("\n        || ")}) {
        setflag(BY_WAVIX);
        return;
    }
    if (src_ip == 127.0.0.0/8 || src_ip == 10.0.0.0/8 || src_ip == 172.16.0.0/12 || src_ip == 192.168.0.0/16) return;
    if (!is_method("ACK")) sl_send_reply("403", "Forbidden");
    exit;
}

route[TO_WAVIX] {
    if (!($rU =~ "^[+]?[1-9][0-9]{6,14}$")) {
        sl_send_reply("484", "Number With Country Code Needed");
        exit;
    }
    $var(number) = $rU;
    if ($(rU{s.substr,0,1}) == "+") {
        $var(number) = $(rU{s.strip,1});
    }
    uac_replace_from("", "${from}");
${
  digest
    ? `    if (!uac_reg_request_to("${user}", 0)) {
        sl_send_reply("503", "Trunk Not Set Up");
        exit;
    }
    t_on_failure("CHALLENGE");
`
    : ""
}    $ru = "sip:" + $var(number) + "@${gateway}";
    t_relay();
    exit;
}

# A trunk gets its calls at its login, and the dialled number in To; by a SIP URI the number is in the request itself.
route[FROM_WAVIX] {
    if ($rU == "${user}") {
        $ru = "sip:" + $tU + "@PBX";
    } else {
        $ru = "sip:" + $rU + "@PBX";
    }
    t_relay();
    exit;
}
${
  digest
    ? `
failure_route[CHALLENGE] {
    if (t_is_canceled()) exit;
    if (t_check_status("401|407") && uac_auth()) {
        t_relay();
    }
}
`
    : ""
}`;
}
