//! The sentences and words in English. A sentence says what is wrong and what to do, names the field by its label, and
//! never repeats a value.

/// Sentences by code, by code and variant, or by code and field. `{…}` is filled in as [`super::Language`] says.
#[rustfmt::skip]
pub(super) static MESSAGES: &[(&str, &str)] = &[
    ("type", "{label} must be {expected}, not {received}."),
    ("unknown_field", "“{label}” is not a trunk setting that this version knows: check its spelling."),
    ("unknown_field.did_you_mean", "“{label}” is not a trunk setting that this version knows: did you mean “{did_you_mean}”?"),
    ("unknown_field.read_only", "“{label}” is set by Wavix and is not sent: leave it out."),
    ("integer", "{label} must be a whole number of {unit}: leave out the fraction."),
    ("integer.least", "{label} must be a whole number from {least}."),
    ("range", "{label} must be between {min} and {max} {unit}."),
    ("range.above", "{label} must be more than {above} {unit}."),
    ("required", "{label} is missing: enter it."),
    ("required.callerid", "{label} is missing: enter it with its country code, 7 to 15 digits, for example 12121234567."),
    ("blank", "{label} is blank: enter a name for the trunk."),
    ("masked", "{label} holds only the signs that hide a password: enter the password itself."),
    ("weak_password", "{label} is easy to guess: {reasons}."),
    ("e164", "{label} must be a number with its country code, 7 to 15 digits, for example 12121234567."),
    ("e164.international_prefix", "{label} must begin with its country code, for example 12121234567: leave out the leading 00."),
    ("e164.leading_zero", "{label} must begin with its country code, for example 12121234567: put it in place of the leading 0."),
    ("e164.letters", "{label} must be a number with its country code, for example 12121234567: use digits only."),
    ("e164.length", "{label} must have 7 to 15 digits with its country code, for example 12121234567: check how many it has."),
    ("e164.north_america", "{label} must have 11 digits when it begins with 1, for example 12121234567: check how many it has."),
    ("sip_uri", "{label} must be a SIP address, for example sip:office@pbx.example.com."),
    ("one_of", "{label} must be one of these: {allowed}."),
    ("country_code", "{label} does not begin with a country code that is in use: check its first digits."),
    ("allowed_ips_missing", "{label} is on without an address: add the addresses that may register, or turn it off."),
    ("no_effect", "{label} have no effect while “{switch}” is off: turn it on, or remove them."),
    ("duplicate", "{label}, is listed twice: remove one of the two."),
    ("duplicate.first_row", "{label} is the same as in row {first_row}: check which of the two is meant."),
    ("ip", "{label} must be an IPv4 or IPv6 address, for example 8.8.8.8."),
    ("ip.cidr", "{label} must be a single IP address, not a network: leave out the slash and what follows."),
    ("ip.host_name", "{label} must be an IP address, not a host name: enter the address that the name stands for."),
    ("ip.port", "{label} must be an IP address without a port: leave out the port."),
    ("ip_not_public", "{label} is not a public address ({range}): enter the one that the internet sees."),
    ("needs_approval", "{label} starts to work when Wavix has approved it by hand."),
    ("required_when", "{label} is missing: enter it, or turn off “{switch}”."),
    ("above_account_limit", "{label} is above your account's limit: enter {limit} {unit} or less."),
    ("digits", "{label} may hold only digits: remove everything else."),
    ("dial_plan_empty", "{label} and “{rewrite_cond}” are both empty: enter one of them, or turn off “{rewrite_enabled}”."),
    ("syntax", "Line {line}, column {column}: {reason}."),
    ("rejected", "{label} was refused by Wavix: check its value."),
];

/// Words for what parameters name. A name that is not here stands for itself.
#[rustfmt::skip]
pub(super) static WORDS: &[(&str, &str)] = &[
    ("trunk", "The trunk"),
    ("entry", "{label}, entry {number}"),
    ("string", "text"), ("number", "a number"), ("boolean", "true or false"), ("array", "a list"),
    ("object", "an object"), ("function", "a function"), ("bigint", "a BigInt"), ("symbol", "a symbol"),
    ("ill-formed string", "text with half a character in it"), ("unreadable", "a value that cannot be read"),
    ("short", "use at least 12 characters"),
    ("few_kinds", "mix lower case, upper case, digits and other characters"),
    ("repeats", "do not repeat a character"), ("runs", "avoid sequences such as 1234"),
    ("contains_label", "leave the label out of it"), ("contains_callerid", "leave the caller ID out of it"),
    ("no_value", "a value is expected: text in double quotes, a number, true, false, null, [ or an opening brace"),
    ("no_name", "a name in double quotes is expected: add it, or remove the comma before"),
    ("no_colon", "a colon is expected between a name and its value"),
    ("no_comma", "a comma or a closing bracket is expected: look for what is missing before"),
    ("no_digit", "a digit is expected: complete the number"),
    ("bad_escape", "the backslash before begins nothing that JSON knows: write two for one"),
    ("text_cut", "the text is cut off: close its quotes, or write \\n for a line end"),
    ("too_deep", "there are more brackets within brackets than settings have"),
    ("too_long", "the row is longer than settings are: look for a quote or a bracket that is not closed"),
    ("no_utf8", "the text is not UTF-8: save the file as UTF-8"),
    ("cut_off", "the file ends in the middle: check whether it is complete"),
    ("row_goes_on", "something follows the object: begin a new line behind it, without a comma"),
    ("no_array", "an array is expected: begin the file with ["),
    ("file_goes_on", "something follows the array: remove it"),
    ("lost", "reading stopped, because quotes or brackets do not match: correct this row first"),
    ("open_quote", "the quotes of this cell are not closed: close them, and write two for one inside"),
    ("cell_count", "the row has more or fewer cells than the first line: put cells with separators in double quotes"),
    ("no_header", "no field is named: begin the file with a line such as label,password,callerid"),
    ("field_twice", "the field is named twice: remove one of the two columns"),
];

/// The text of a key in one of the two tables.
pub(super) fn get(table: &'static [(&str, &str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(name, _)| *name == key).map(|(_, text)| *text)
}
