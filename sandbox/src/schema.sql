-- What the sandbox keeps. Money is decimal text, because a binary fraction is not an amount; instants are RFC 3339 text;
-- a missing value is NULL. Columns have the names of the wire.

CREATE TABLE trunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- AUTOINCREMENT: the number of a deleted trunk is never given again
    label TEXT NOT NULL DEFAULT '',
    password_hash TEXT NOT NULL DEFAULT '',
    callerid TEXT NOT NULL DEFAULT '',
    ip_restrict INTEGER NOT NULL DEFAULT 0,
    didinfo_enabled INTEGER NOT NULL DEFAULT 1,
    call_restrict INTEGER NOT NULL DEFAULT 0,
    call_limit INTEGER,
    cost_limit INTEGER NOT NULL DEFAULT 0,
    max_call_cost TEXT,
    channels_restrict INTEGER NOT NULL DEFAULT 0,
    max_channels INTEGER,
    rewrite_enabled INTEGER NOT NULL DEFAULT 0,
    rewrite_prefix TEXT,
    rewrite_cond TEXT,
    passthrough INTEGER NOT NULL DEFAULT 0, -- 1 only once approved
    multiple_numbers INTEGER NOT NULL DEFAULT 0,
    call_recording_enabled INTEGER NOT NULL DEFAULT 0,
    transcription_enabled INTEGER NOT NULL DEFAULT 0,
    transcription_threshold INTEGER NOT NULL DEFAULT 6,
    machine_detection_enabled INTEGER NOT NULL DEFAULT 0,
    encrypted_media INTEGER NOT NULL DEFAULT 0,
    host TEXT UNIQUE, -- address of the IP authentication that was asked for; NULL for digest
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'pending', 'rejected')),
    talk_time INTEGER NOT NULL DEFAULT 0,
    charge TEXT NOT NULL DEFAULT '0.00',
    access_token TEXT NOT NULL,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE allowed_ips (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    trunk_id INTEGER NOT NULL REFERENCES trunks (id) ON DELETE CASCADE,
    ip TEXT NOT NULL
) STRICT;

CREATE INDEX allowed_ips_of_trunk ON allowed_ips (trunk_id);

CREATE TABLE numbers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE, -- digits with country code
    label TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    country_short_name TEXT NOT NULL DEFAULT '',
    sms_enabled INTEGER NOT NULL DEFAULT 0,
    sms_relay_url TEXT,
    call_recording_enabled INTEGER NOT NULL DEFAULT 0,
    transcription_enabled INTEGER NOT NULL DEFAULT 0,
    transcription_threshold INTEGER NOT NULL DEFAULT 6,
    call_status_url TEXT,
    added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

-- Where calls to a number go. With a trunk go the destinations that lead to it: its calls stop.
CREATE TABLE destinations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number_id INTEGER NOT NULL REFERENCES numbers (id) ON DELETE CASCADE,
    destination TEXT NOT NULL,
    priority INTEGER NOT NULL,
    transport INTEGER NOT NULL CHECK (transport IN (1, 4, 5)), -- a SIP address, a phone number, a trunk
    trunk_id INTEGER REFERENCES trunks (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX destinations_of_number ON destinations (number_id);
CREATE INDEX destinations_to_trunk ON destinations (trunk_id);
