//! Settings of any shape, as `validateTrunk` gets them from JavaScript, made from bytes one by one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wavix_trunks::rules::{self, AccountLimits, FIELDS, Input, Options, Severity};

fuzz_target!(|data: &[u8]| {
    let mut bytes = Bytes(data);
    let choice = bytes.next();
    let limit = (choice & 4 != 0).then_some(f64::from(choice));
    let limits = AccountLimits { call_limit: limit, max_call_cost: limit, max_channels: limit };
    let options = Options { coerce: choice & 1 != 0, strict: choice & 2 != 0, limits, ..Options::default() };
    let input = if choice & 8 == 0 { bytes.record(0) } else { bytes.input(0) };

    let report = rules::validate(&input, &options);
    let refused = report.issues.iter().any(|issue| options.strict || issue.severity == Severity::Error);
    assert_eq!(report.is_ok(), !refused);
    for &name in FIELDS {
        rules::validate_field(name.as_str(), bytes.input(0), &input, &options);
    }

    // What comes back valid is valid again, and stays as it is.
    if let Some(config) = report.value {
        let once = serde_json::to_value(&config).expect("a config is JSON");
        let again = rules::validate(&Input::from(&once), &Options { coerce: false, ..options });
        let twice = again.value.map(|config| serde_json::to_value(&config).expect("a config is JSON"));
        assert_eq!(twice, Some(once));
    }
});

/// Bytes that run out and go on as zeros.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn input(&mut self, depth: usize) -> Input {
        match self.next() % 16 {
            0 => Input::Missing,
            1 => Input::Null,
            2 => Input::Switch(self.next() & 1 == 1),
            3 => Input::Number(f64::from_le_bytes(std::array::from_fn(|_| self.next()))),
            4 => Input::Number(f64::from(i32::from_le_bytes(std::array::from_fn(|_| self.next())))),
            5 => Input::Number(f64::from(self.next()) / 4.0),
            6 if depth < 4 => Input::List((0..self.next() % 8).map(|_| self.input(depth + 1)).collect()),
            7 | 8 if depth < 4 => self.record(depth + 1),
            9 => Input::Other("function"),
            _ => Input::Text(self.text()),
        }
    }

    fn record(&mut self, depth: usize) -> Input {
        let fields = self.next() % 32;
        Input::Record((0..fields).map(|_| (self.name(), self.input(depth))).collect())
    }

    /// The name of a field, mostly.
    fn name(&mut self) -> String {
        let choice = usize::from(self.next());
        let others = ["ip", "host", "id", "name", "__proto__"];
        let known = FIELDS.iter().map(|name| name.as_str()).chain(others).nth(choice % 32);
        known.map_or_else(|| self.text(), str::to_owned)
    }

    fn text(&mut self) -> String {
        let length = usize::from(self.next() % 24).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}
