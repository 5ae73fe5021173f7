//! What holds for any input at all.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::json::JsonText;

/// Any value, with a liking for what trunk settings are made of.
fn any_input() -> impl Strategy<Value = Input> {
    let text = prop_oneof![
        any::<String>(),
        "[+]?[0-9 ().-]{0,18}",
        Just("on".to_owned()),
        Just("••••".to_owned()),
        Just("8.8.8.8".to_owned()),
        "[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}(/[0-9]{1,2})?",
        "-?[0-9]{0,4}\\.?[0-9]{0,4}",
    ];
    let leaf = prop_oneof![
        Just(Input::Missing),
        Just(Input::Null),
        any::<bool>().prop_map(Input::Switch),
        any::<f64>().prop_map(Input::Number),
        any::<i32>().prop_map(|number| Input::Number(f64::from(number))),
        text.prop_map(Input::Text),
        Just(Input::Other("function")),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let key = prop_oneof![Just("ip".to_owned()), Just("host".to_owned()), Just("id".to_owned()), any::<String>()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Input::List),
            prop::collection::vec((key, inner), 0..6).prop_map(Input::Record),
        ]
    })
}

/// A value that suits a field, mostly.
fn input_for(name: FieldName) -> BoxedStrategy<Input> {
    let text = |pattern: &str| proptest::string::string_regex(pattern).unwrap().prop_map(Input::Text);
    let address = || text("([1-9][0-9]?\\.){3}[1-9]");
    let fitting = match name.field().kind {
        Kind::Text => text("[A-Za-z]{3,9}[ -][a-zA-Z0-9!?]{4,12}").boxed(),
        Kind::PhoneNumber => text("[+]?(1 ?[2-9][0-9]{9}|4[49][ -]?[0-9]{7,11})").boxed(),
        Kind::Digits => text("[0-9]{0,4}").boxed(),
        Kind::Switch => any::<bool>().prop_map(Input::Switch).boxed(),
        Kind::Whole => (0..5000_i32).prop_map(|number| Input::Number(f64::from(number))).boxed(),
        Kind::Amount => prop_oneof![
            (0..500_u16).prop_map(|cents| Input::Number(f64::from(cents) / 100.0)),
            text("[0-9]{1,3}\\.[0-9]{2}")
        ]
        .boxed(),
        Kind::Addresses => prop::collection::vec(address(), 0..4).prop_map(Input::List).boxed(),
        Kind::Host => address().prop_map(|ip| Input::Record(vec![("host".into(), ip)])).boxed(),
    };
    prop_oneof![12 => fitting, 1 => Just(Input::Missing), 1 => Just(Input::Null), 1 => any_input()].boxed()
}

/// A record of all fields, and perhaps one that nobody knows.
fn settings() -> impl Strategy<Value = Input> {
    let fields = FIELDS.iter().map(|&name| input_for(name).prop_map(move |value| (name.as_str().to_owned(), value)));
    let extra = prop::collection::vec((any::<String>(), any_input()), 0..2);
    (fields.collect::<Vec<_>>(), extra).prop_map(|(mut fields, extra)| {
        fields.extend(extra);
        Input::Record(fields)
    })
}

fn options() -> impl Strategy<Value = Options> {
    let limit = || prop::option::of(any::<f64>());
    (any::<bool>(), any::<bool>(), limit(), limit(), limit()).prop_map(
        |(coerce, strict, call_limit, max_call_cost, max_channels)| Options {
            coerce,
            strict,
            limits: AccountLimits { call_limit, max_call_cost, max_channels },
            ..Options::default()
        },
    )
}

fn as_input(config: &TrunkConfig) -> Input {
    Input::from(&serde_json::to_value(config).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn any_input_gets_an_answer(input in any_input(), options in options()) {
        let report = validate(&input, &options);
        prop_assert_eq!(report.is_ok(), !report.issues.iter().any(|issue| options.strict || issue.severity == Severity::Error));
    }

    #[test]
    fn a_config_is_written_as_serde_writes_it(input in settings(), coerce in any::<bool>()) {
        if let Some(config) = validate(&input, &Options { coerce, ..Options::default() }).value {
            let mut json = JsonText::default();
            config.write(&mut json);
            let written: Value = serde_json::from_str(&json.finish()).unwrap();
            let expected: Value = serde_json::from_str(&serde_json::to_string(&config).unwrap()).unwrap();
            prop_assert_eq!(Input::from(&written), Input::from(&expected));
        }
    }

    #[test]
    fn what_comes_back_valid_is_valid_again_and_stays_the_same(input in settings(), coerce in any::<bool>()) {
        let options = Options { coerce, ..Options::default() };
        if let Some(first) = validate(&input, &options).value {
            let again = validate(&as_input(&first), &Options::default());
            prop_assert_eq!(again.errors().count(), 0);
            prop_assert_eq!(as_input(&again.value.unwrap()), as_input(&first));
        }
    }

    #[test]
    fn one_field_is_told_what_the_whole_form_is_told_about_it(input in settings(), index in 0..FIELDS.len(), options in options()) {
        let name = FIELDS[index];
        let value = input.get(name.as_str()).clone();
        let mut all = validate(&input, &options).issues;
        all.retain(|issue| issue.path.first() == Some(&name.into()));
        prop_assert_eq!(validate_field(name.as_str(), value, &input, &options), all);
    }

    #[test]
    fn a_caller_id_is_described_exactly_when_it_has_no_error(text in "[+]?[0-9 ().-]{0,18}") {
        let issues = validate_field("callerid", Input::Text(text.clone()), &Input::Null, &Options::default());
        let is_right = issues.iter().all(|issue| issue.severity == Severity::Warning);
        prop_assert_eq!(describe_caller_id(&text).is_some(), is_right);
    }

    #[test]
    fn issues_are_in_the_order_of_the_fields(input in settings()) {
        let issues = validate(&input, &Options::default()).issues;
        let position = |issue: &Issue| match issue.path.first() {
            Some(Step::Key(key)) => FIELDS.iter().position(|name| name.as_str() == key).unwrap_or(usize::MAX),
            _ => 0,
        };
        prop_assert!(issues.is_sorted_by_key(position));
    }

    #[test]
    fn a_planted_secret_is_in_no_message(secret in "[a-zA-Z0-9]{12,20}", index in 0..FIELDS.len()) {
        let name = FIELDS[index].as_str();
        let text = || Input::Text(secret.clone());
        for value in [text(), Input::List(vec![text()]), Input::Record(vec![("ip".into(), text()), ("host".into(), text())])] {
            let input = Input::Record(vec![(name.to_owned(), value)]);
            let issues = validate(&input, &Options::default()).issues;
            let shown = serde_json::to_string::<Vec<Value>>(&issues.iter().map(|issue| serde_json::to_value(issue).unwrap()).collect()).unwrap();
            prop_assert!(!shown.contains(&secret), "{}", shown);
        }
    }
}
