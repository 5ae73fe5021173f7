//! Example trunks: varied as real ones are, and the same ones every time.

use wavix_trunks::rules::Input;
use wavix_trunks::trunk::{AllowedIp, HostRequest, Secret, TrunkConfig};

use crate::ip_auth::Status;

/// An example trunk: its settings, and what only time and Wavix's people can give it.
pub(crate) struct Example {
    pub(crate) config: TrunkConfig,
    pub(crate) status: Status,
    pub(crate) talk_time: i64,
    pub(crate) charge: String,
    pub(crate) access_token: String,
    /// Unix seconds.
    pub(crate) created_at: i64,
}

/// The password of every example trunk. One for all, since hashing 10,000 of them would take ten times as long as
/// writing them, and nothing ever asks for it.
pub(crate) fn password() -> Secret {
    Secret::from("Example-trunk-7")
}

/// 16 May 2023, the day of the trunk in Wavix's own reference.
const FIRST_DAY: i64 = 1_684_257_205;
const SECONDS_BETWEEN: i64 = 6_211;

const PLACES: [&str; 20] = [
    "Berlin",
    "Chicago",
    "Zürich",
    "São Paulo",
    "London",
    "Austin",
    "Sydney",
    "Singapore",
    "Toronto",
    "Kraków",
    "Amsterdam",
    "Miami",
    "Lisbon",
    "Denver",
    "Málaga",
    "Seattle",
    "Dublin",
    "Tallinn",
    "Boston",
    "Auckland",
];
const PURPOSES: [&str; 16] = [
    "support desk",
    "outbound sales",
    "front desk",
    "PBX",
    "contact centre",
    "night shift",
    "dispatch",
    "backup",
    "3CX",
    "Asterisk",
    "appointment reminders",
    "collections",
    "voice agent",
    "surveys",
    "warehouse",
    "fax",
];
/// Numbers that regulators keep for films: nobody's telephone rings. `#` becomes a digit.
const NUMBERS: [&str; 10] = [
    "121255501##",
    "131255501##",
    "141555501##",
    "151255501##",
    "161755501##",
    "130555501##",
    "4420794609##",
    "4477009000##",
    "4416329604##",
    "614915701##",
];
const CALL_LIMITS: [i32; 5] = [60, 900, 1_800, 3_600, 7_200];
const COSTS: [f64; 5] = [0.18, 0.5, 1.25, 2.0, 9.99];

impl Example {
    /// The example of that number, from 0.
    pub(crate) fn new(index: u32) -> Self {
        let mut dice = Dice::of(index);
        let status = status(index);
        let many = dice.one_in(9);
        let restricted = dice.one_in(5);
        let config = TrunkConfig {
            label: label(index, &mut dice),
            password: password(),
            callerid: if many { String::new() } else { number(&mut dice) },
            ip_restrict: restricted,
            allowed_ips: restricted.then(|| allowed_ips(&mut dice)),
            host_request: ip_auth(index).then(|| HostRequest { host: address(index / IP_AUTH_EVERY) }),
            didinfo_enabled: !dice.one_in(12),
            call_restrict: dice.one_in(3),
            call_limit: dice.one_in(2).then(|| dice.pick(&CALL_LIMITS)).or(Some(3_600)),
            cost_limit: dice.one_in(4),
            max_call_cost: Some(dice.pick(&COSTS)),
            channels_restrict: dice.one_in(3),
            max_channels: Some(dice.below::<i32>(30).saturating_add(1)),
            rewrite_enabled: dice.one_in(6),
            rewrite_prefix: Some(if dice.one_in(2) { "00" } else { "1" }.to_owned()),
            rewrite_cond: Some(if dice.one_in(2) { "" } else { "1" }.to_owned()),
            passthrough: Some(dice.one_in(15)),
            multiple_numbers: Some(many),
            call_recording_enabled: Some(dice.one_in(4)),
            transcription_enabled: dice.one_in(7),
            transcription_threshold: if dice.one_in(3) { 30 } else { 6 },
            machine_detection_enabled: Some(dice.one_in(8)),
            encrypted_media: Some(dice.one_in(3)),
            extra: Input::Record(Vec::new()),
        };
        // A trunk that cannot place calls has none, and some of the others rest.
        let idle = status != Status::Active || dice.one_in(6);
        let talk_time = if idle { 0 } else { dice.below(400_000) };
        Self {
            config,
            status,
            talk_time: i64::from(talk_time),
            charge: charge(talk_time, &mut dice),
            access_token: format!("{:016x}{:016x}", dice.roll(), dice.roll()),
            created_at: SECONDS_BETWEEN.saturating_mul(i64::from(index)).saturating_add(FIRST_DAY),
        }
    }
}

/// Every so many-th example has IP authentication, and its address is its own.
const IP_AUTH_EVERY: u32 = 14;

fn ip_auth(index: u32) -> bool {
    index % IP_AUTH_EVERY == 4
}

fn status(index: u32) -> Status {
    match (ip_auth(index), (index / IP_AUTH_EVERY) % 5) {
        (true, 0 | 3) => Status::Pending,
        (true, 1) => Status::Rejected,
        _ => Status::Active,
    }
}

fn label(index: u32, dice: &mut Dice) -> String {
    let place = dice.pick(&PLACES);
    let purpose = dice.pick(&PURPOSES);
    if dice.one_in(4) { format!("{place} {purpose} {}", index.saturating_add(1)) } else { format!("{place} {purpose}") }
}

fn number(dice: &mut Dice) -> String {
    let shape = dice.pick(&NUMBERS);
    shape.chars().map(|c| if c == '#' { char::from_digit(dice.below(10), 10).unwrap_or('0') } else { c }).collect()
}

fn allowed_ips(dice: &mut Dice) -> Vec<AllowedIp> {
    let first: u32 = dice.below(700);
    let count: u32 = dice.below(3);
    (first..=first.saturating_add(count)).map(|n| AllowedIp { ip: address(n) }).collect()
}

/// An address of the ranges kept for documentation (RFC 5737, RFC 3849): nobody's computer is meant.
fn address(n: u32) -> String {
    let last = (n % 254).saturating_add(1);
    match n / 254 {
        0 => format!("203.0.113.{last}"),
        1 => format!("198.51.100.{last}"),
        2 => format!("192.0.2.{last}"),
        _ => format!("2001:db8::{:x}:{:x}", n >> 16, n & 0xffff),
    }
}

/// Dollars and cents at half a cent to two cents a minute.
fn charge(talk_time: i32, dice: &mut Dice) -> String {
    let mills_per_minute = dice.below::<i64>(16).saturating_add(5);
    let cents = i64::from(talk_time).saturating_mul(mills_per_minute) / 600;
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// SplitMix64: the same throws on every machine.
struct Dice(u64);

impl Dice {
    /// The first throw decides where the others start; were that the number itself, an example would throw what its
    /// neighbour threw one throw later.
    fn of(index: u32) -> Self {
        Self(Self(u64::from(index)).roll())
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below<T: TryFrom<u64> + Default>(&mut self, bound: u64) -> T {
        T::try_from(self.roll().checked_rem(bound).unwrap_or_default()).unwrap_or_default()
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.roll().is_multiple_of(n)
    }

    fn pick<T: Copy + Default>(&mut self, choices: &[T]) -> T {
        let length = u64::try_from(choices.len()).unwrap_or(1);
        choices.get(self.below::<usize>(length)).copied().unwrap_or_default()
    }
}
