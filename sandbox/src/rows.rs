//! Rows of the database as the trunks of the library, and the library's config as columns.

use rusqlite::{Row, Transaction, named_params, params};
use wavix_trunks::trunk::{AllowedAddress, Extra, HostRequestState, Money, Secret, Trunk, TrunkConfig, TrunkSummary};

use crate::ip_auth::Status;

/// Lies between a trunk's number and its login, so that nobody takes one for the other: the first login is `67758`.
pub(crate) const LOGIN_OFFSET: i64 = 67_757;

/// A trunk as create, get and update answer it, but for its addresses, which lie in a table of their own.
pub(crate) fn trunk(row: &Row<'_>) -> rusqlite::Result<Trunk> {
    let host: Option<String> = row.get("host")?;
    Ok(Trunk {
        id: number(row)?,
        name: Some(login(row)?),
        label: row.get("label")?,
        password: None,
        callerid: callerid(row)?,
        ip_restrict: row.get("ip_restrict")?,
        allowed_ips: None,
        host: host.or_else(|| Some("dynamic".to_owned())),
        didinfo_enabled: row.get("didinfo_enabled")?,
        call_restrict: row.get("call_restrict")?,
        call_limit: row.get("call_limit")?,
        cost_limit: row.get("cost_limit")?,
        max_call_cost: money(row, "max_call_cost")?,
        channels_restrict: row.get("channels_restrict")?,
        max_channels: row.get("max_channels")?,
        rewrite_enabled: row.get("rewrite_enabled")?,
        rewrite_prefix: row.get("rewrite_prefix")?,
        rewrite_cond: row.get("rewrite_cond")?,
        passthrough: row.get("passthrough")?,
        multiple_numbers: row.get("multiple_numbers")?,
        call_recording_enabled: row.get("call_recording_enabled")?,
        transcription_enabled: row.get("transcription_enabled")?,
        transcription_threshold: row.get("transcription_threshold")?,
        machine_detection_enabled: row.get("machine_detection_enabled")?,
        encrypted_media: row.get("encrypted_media")?,
        created_at: row.get("created_at")?,
        access_token: access_token(row)?,
        extra: Extra::default(),
    })
}

/// A trunk as lists show it.
pub(crate) fn summary(row: &Row<'_>) -> rusqlite::Result<TrunkSummary> {
    let status: String = row.get("status")?;
    let host: Option<String> = row.get("host")?;
    Ok(TrunkSummary {
        id: number(row)?,
        name: Some(login(row)?),
        label: row.get("label")?,
        callerid: callerid(row)?,
        auth_method: Some(if host.is_some() { "IP auth" } else { "Digest" }.to_owned()),
        host_request: host.map(|host| HostRequestState { host, status: Some(status.clone()), extra: Extra::default() }),
        passthrough: row.get("passthrough")?,
        multiple_numbers: row.get("multiple_numbers")?,
        status: Some(status),
        talk_time: row.get("talk_time")?,
        charge: money(row, "charge")?,
        call_recording_enabled: row.get("call_recording_enabled")?,
        machine_detection_enabled: row.get("machine_detection_enabled")?,
        transcription_enabled: row.get("transcription_enabled")?,
        transcription_threshold: row.get("transcription_threshold")?,
        encrypted_media: row.get("encrypted_media")?,
        access_token: access_token(row)?,
        extra: Extra::default(),
    })
}

/// An address of a trunk.
pub(crate) fn address(row: &Row<'_>) -> rusqlite::Result<AllowedAddress> {
    Ok(AllowedAddress { id: number(row)?, ip: row.get("ip")?, extra: Extra::default() })
}

fn number(row: &Row<'_>) -> rusqlite::Result<Option<u64>> {
    Ok(u64::try_from(row.get::<_, i64>("id")?).ok())
}

fn login(row: &Row<'_>) -> rusqlite::Result<String> {
    Ok(LOGIN_OFFSET.saturating_add(row.get("id")?).to_string())
}

/// `null` when there is none, empty when many are allowed.
fn callerid(row: &Row<'_>) -> rusqlite::Result<Option<String>> {
    let callerid: String = row.get("callerid")?;
    let many: bool = row.get("multiple_numbers")?;
    Ok((many || !callerid.is_empty()).then_some(callerid))
}

fn money(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Money>> {
    Ok(row.get::<_, Option<String>>(column)?.map(|digits| Money::from(digits.as_str())))
}

fn access_token(row: &Row<'_>) -> rusqlite::Result<Option<Secret>> {
    Ok(row.get::<_, Option<String>>("access_token")?.map(Secret::from))
}

/// Puts a whole config in the place of what a trunk had; what the config leaves out goes back to its default.
///
/// `passthrough` needs Wavix's approval, and the 2026 documents return it as "is enabled": what was asked for is not
/// enabled. So it stays false, as it would at Wavix on the same day, and a trunk that has it (an example trunk may)
/// keeps it as long as it is asked for.
pub(crate) fn replace(
    tx: &Transaction<'_>,
    id: i64,
    config: &TrunkConfig,
    password_hash: &str,
    (host, status): (Option<&str>, Status),
) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "UPDATE trunks SET
            label = :label, password_hash = :password_hash, callerid = :callerid, ip_restrict = :ip_restrict,
            didinfo_enabled = :didinfo_enabled, call_restrict = :call_restrict, call_limit = :call_limit,
            cost_limit = :cost_limit, max_call_cost = :max_call_cost, channels_restrict = :channels_restrict,
            max_channels = :max_channels, rewrite_enabled = :rewrite_enabled, rewrite_prefix = :rewrite_prefix,
            rewrite_cond = :rewrite_cond, passthrough = passthrough AND :passthrough,
            multiple_numbers = :multiple_numbers, call_recording_enabled = :call_recording_enabled,
            transcription_enabled = :transcription_enabled, transcription_threshold = :transcription_threshold,
            machine_detection_enabled = :machine_detection_enabled, encrypted_media = :encrypted_media,
            host = :host, status = :status
        WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": id,
        ":label": config.label,
        ":password_hash": password_hash,
        ":callerid": config.callerid,
        ":ip_restrict": config.ip_restrict,
        ":didinfo_enabled": config.didinfo_enabled,
        ":call_restrict": config.call_restrict,
        ":call_limit": config.call_limit,
        ":cost_limit": config.cost_limit,
        ":max_call_cost": config.max_call_cost.map(|amount| amount.to_string()),
        ":channels_restrict": config.channels_restrict,
        ":max_channels": config.max_channels,
        ":rewrite_enabled": config.rewrite_enabled,
        ":rewrite_prefix": config.rewrite_prefix,
        ":rewrite_cond": config.rewrite_cond,
        ":passthrough": config.passthrough.unwrap_or(false),
        ":multiple_numbers": config.multiple_numbers.unwrap_or(false),
        ":call_recording_enabled": config.call_recording_enabled.unwrap_or(false),
        ":transcription_enabled": config.transcription_enabled,
        ":transcription_threshold": config.transcription_threshold,
        ":machine_detection_enabled": config.machine_detection_enabled.unwrap_or(false),
        ":encrypted_media": config.encrypted_media.unwrap_or(false),
        ":host": host,
        ":status": status.word(),
    })?;
    tx.prepare_cached("DELETE FROM allowed_ips WHERE trunk_id = ?1")?.execute([id])?;
    let mut insert = tx.prepare_cached("INSERT INTO allowed_ips (trunk_id, ip) VALUES (?1, ?2)")?;
    for address in config.allowed_ips.iter().flatten() {
        insert.execute(params![id, address.ip])?;
    }
    Ok(())
}
