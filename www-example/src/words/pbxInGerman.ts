// What wavix-trunks/pbx says, in German.

/** Numbers are the trunk's own: `{number}` stands for them. */
const GERMAN: Record<string, string> = {
  "password is missing: Wavix never gives it back, so pass the one that the trunk was made with.":
    "Das Passwort fehlt: Wavix zeigt es nie wieder, also bitte das, mit dem der Trunk gesichert wurde.",
  "The password has a character that cannot be printed, which no PBX takes: give the trunk another one.":
    "Im Passwort ist ein Zeichen, das sich nicht drucken lässt und das keine Anlage nimmt: bitte dem Trunk ein anderes geben.",
  "Asterisk's files cannot hold a password that begins or ends with a space: give the trunk another one.":
    "In den Dateien von Asterisk kann kein Passwort stehen, das mit einem Leerzeichen beginnt oder endet: bitte dem Trunk ein anderes geben.",
  "baresip's accounts file cannot hold a password with a semicolon or a space: give the trunk another one.":
    "In der Datei accounts von baresip kann kein Passwort mit einem Semikolon oder Leerzeichen stehen: bitte dem Trunk ein anderes geben.",
  "callerId must be 7 to 15 digits with the country code.":
    "Die Absendernummer besteht aus 7 bis 15 Ziffern mit Landesvorwahl.",
  "The trunk has no SIP login: pass what create, get or list gave.": "Der Trunk hat keinen Anmeldenamen.",

  "/etc/asterisk, and `#include pjsip_wavix.conf` in pjsip.conf, which must have a transport for UDP":
    "/etc/asterisk, und `#include pjsip_wavix.conf` in pjsip.conf, wo es einen Transport für UDP geben muss",
  "/etc/asterisk, and `#include extensions_wavix.conf` in extensions.conf":
    "/etc/asterisk, und `#include extensions_wavix.conf` in extensions.conf",
  "`curl https://api.vapi.ai/credential --json @credential.json`, with your Vapi key as bearer":
    "`curl https://api.vapi.ai/credential --json @credential.json`, mit Ihrem Vapi-Schlüssel als Bearer",

  "Dial numbers with the country code, at most 15 digits: Wavix refuses national ones and a leading 00.":
    "Nummern mit Landesvorwahl wählen, höchstens 15 Ziffern: nationale Nummern und eine führende 00 lehnt Wavix ab.",
  "Give every call the number that it comes from: one that your Wavix account allows.":
    "Jedem Anruf die Nummer geben, von der er kommt: eine, die Ihr Wavix-Konto erlaubt.",
  "Call from the address that Wavix approved. A trunk with IP authentication gets no calls: route numbers to a SIP URI.":
    "Von der Adresse anrufen, der Wavix zugestimmt hat. Ein Trunk mit IP-Anmeldung bekommt keine Anrufe: Rufnummern an eine SIP-URI leiten.",
  "The trunk asks for SRTP: calls without encrypted media fail.":
    "Der Trunk verlangt SRTP: Gespräche ohne verschlüsselte Sprache kommen nicht zustande.",
  "Include the context to-wavix where your phones dial, and write from-wavix for the calls that come in.":
    "Den Kontext to-wavix dort einbinden, wo Ihre Telefone wählen, und from-wavix für eingehende Anrufe schreiben.",
  "Run `fs_cli -x reloadxml` and `fs_cli -x 'sofia profile external rescan'`, and write the context from-wavix for the calls that come in.":
    "`fs_cli -x reloadxml` und `fs_cli -x 'sofia profile external rescan'` ausführen, und den Kontext from-wavix für eingehende Anrufe schreiben.",
  "Set PBX and PUBLIC at the top of kamailio.cfg to your own addresses; only private addresses may place calls.":
    "PBX und PUBLIC oben in kamailio.cfg auf Ihre eigenen Adressen setzen; nur private Adressen dürfen anrufen.",
  "Media passes by Kamailio: it is the phones or the PBX that must use SRTP.":
    "Die Sprache läuft an Kamailio vorbei: SRTP müssen die Telefone oder die Anlage können.",
  "Load the modules account and g711 in ~/.baresip/config.": "In ~/.baresip/config die Module account und g711 laden.",
  "Load the modules account and g711 and srtp in ~/.baresip/config.":
    "In ~/.baresip/config die Module account, g711 und srtp laden.",
  "The number that is shown is the trunk's own, {number}: baresip sends its login in From.":
    "Gezeigt wird die Nummer des Trunks, {number}: baresip sendet in From seinen Anmeldenamen.",
  "LiveKit does not register: to receive calls, route your numbers to its SIP URI, `[did]@` and your project's endpoint.":
    "LiveKit meldet sich nicht an: für eingehende Anrufe Ihre Rufnummern an seine SIP-URI leiten, `[did]@` und den Endpunkt Ihres Projekts.",
  "LiveKit Cloud calls from many addresses: only a LiveKit of your own has the approved one.":
    "LiveKit Cloud ruft von vielen Adressen an: nur ein eigenes LiveKit hat die, der Wavix zugestimmt hat.",
  "Then make a phone number of provider byo-phone-number with the id of this credential.":
    "Danach eine Rufnummer des Anbieters byo-phone-number mit der id dieser Zugangsdaten anlegen.",
  "Vapi encrypts media over TLS only, and Wavix documents UDP: ask its support for the TLS port, and set it.":
    "Vapi verschlüsselt die Sprache nur über TLS, und Wavix beschreibt UDP: bitte den Support von Wavix nach dem TLS-Port fragen und ihn eintragen.",
  "Vapi's addresses are shared by its customers, and one address has one trunk at Wavix: digest is better.":
    "Die Adressen von Vapi teilen sich seine Kunden, und eine Adresse hat bei Wavix einen Trunk: Digest ist besser.",
  "Then add an outbound rule that sends international numbers through this trunk, and an inbound rule for your numbers.":
    "Danach eine Regel für ausgehende Anrufe anlegen, die internationale Nummern über diesen Trunk leitet, und eine für eingehende Anrufe Ihrer Rufnummern.",
};

/** What is not to be translated: the path of a file or a command alone. */
const PATH = /^(`.*`|[\w~/.]+)$/;

export function pbxInGerman(sentence: string): string | undefined {
  const [number = ""] = sentence.match(/\d{7,15}/) ?? [];
  const german = GERMAN[number === "" ? sentence : sentence.replace(number, "{number}")];
  return german?.replace("{number}", number) ?? (PATH.test(sentence) ? sentence : undefined);
}
