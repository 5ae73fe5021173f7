//! An order of faults: rules, and how often each has had its turn.

use axum::http::Method;
use serde_json::{Value, json};

use super::rule::{Rule, Times};
use super::work::Strike;

/// Rules in the order in which they are asked.
#[derive(Clone, Default)]
pub(super) struct Order(Vec<Entry>);

#[derive(Clone)]
struct Entry {
    given: Value,
    rule: Rule,
    matched: u64,
    struck: u64,
}

impl Order {
    /// Reads a list of rules, or says which rule makes no sense and what to do about it.
    pub(super) fn parse(rules: Value) -> Result<Self, String> {
        let Value::Array(rules) = rules else {
            return Err("an order of faults is a list: put the rules between [ and ]".to_owned());
        };
        let entry = |(place, given): (usize, Value)| match Rule::parse(&given) {
            Ok(rule) => Ok(Entry { given, rule, matched: 0, struck: 0 }),
            Err(reason) => Err(format!("rule {}: {reason} (docs/sandbox.md has them all)", place.saturating_add(1))),
        };
        rules.into_iter().enumerate().map(entry).collect::<Result<_, _>>().map(Self)
    }

    /// What strikes this request: the first rule that matches it, still has turns, and lets no more requests go by.
    pub(super) fn next(&mut self, method: &Method, path: &str) -> Option<Strike> {
        self.0.iter_mut().find_map(|entry| entry.turn(method, path))
    }

    pub(super) fn report(&self) -> Value {
        let entry = |entry: &Entry| json!({ "rule": entry.given, "matched": entry.matched, "struck": entry.struck });
        self.0.iter().map(entry).collect()
    }
}

impl Entry {
    fn turn(&mut self, method: &Method, path: &str) -> Option<Strike> {
        let used_up = matches!(self.rule.times, Times::Count(times) if self.struck >= times);
        if used_up || !self.rule.matches(method, path) {
            return None;
        }
        self.matched = self.matched.saturating_add(1);
        if self.matched <= self.rule.after {
            return None;
        }
        self.struck = self.struck.saturating_add(1);
        Some(Strike { fault: self.rule.fault.clone(), processed: self.rule.processed(), nth: self.struck })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(rules: Value) -> Order {
        Order::parse(rules).unwrap()
    }

    /// Milliseconds of the delays that strike: a delay's time tells the rules apart.
    fn delays(order: &mut Order, requests: &[(Method, &str)]) -> Vec<Option<u64>> {
        let ms = |strike: Strike| match strike.fault {
            super::super::fault::Fault::Delay { ms } => ms,
            other => panic!("{other:?}"),
        };
        requests.iter().map(|(method, path)| order.next(method, path).map(ms)).collect()
    }

    fn delay(ms: u64, more: Value) -> Value {
        let mut rule = json!({ "fault": { "delay": { "ms": ms } } });
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        rule
    }

    const LIST: (Method, &str) = (Method::GET, "/v1/trunks");
    const CREATE: (Method, &str) = (Method::POST, "/v1/trunks");
    const GET: (Method, &str) = (Method::GET, "/v1/trunks/7");

    #[test]
    fn a_rule_strikes_once_unless_it_says_otherwise_and_rules_take_turns() {
        let mut order = order(json!([delay(1, json!({})), delay(2, json!({ "times": 2 })), delay(3, json!({}))]));
        let expected = [Some(1), Some(2), Some(2), Some(3), None];
        assert_eq!(delays(&mut order, &[LIST, LIST, LIST, LIST, LIST]), expected);
    }

    #[test]
    fn always_is_without_end() {
        let mut order = order(json!([delay(1, json!({ "times": "always" })), delay(2, json!({}))]));
        assert_eq!(delays(&mut order, &[LIST, LIST, LIST]), [Some(1); 3]);
    }

    #[test]
    fn a_rule_leaves_alone_what_it_does_not_match() {
        let mut order = order(json!([
            delay(1, json!({ "method": "POST" })),
            delay(2, json!({ "path": "/v1/trunks/*" })),
            delay(3, json!({ "method": "GET", "path": "/v1/trunks" })),
        ]));
        assert_eq!(delays(&mut order, &[LIST, GET, CREATE, CREATE]), [Some(3), Some(2), Some(1), None]);
    }

    #[test]
    fn a_request_that_a_rule_lets_go_by_is_left_to_the_rules_after_it() {
        let mut order = order(json!([delay(1, json!({ "after": 2 })), delay(2, json!({}))]));
        assert_eq!(delays(&mut order, &[LIST, LIST, LIST, LIST]), [Some(2), None, Some(1), None]);
    }

    #[test]
    fn a_fault_of_lists_strikes_lists_only() {
        let mut order = order(json!([{ "times": "always", "fault": "duplicate_page" }]));
        let mut strikes = |(method, path): (Method, &str)| order.next(&method, path).is_some();
        assert!(!strikes(GET));
        assert!(!strikes(CREATE));
        assert!(strikes(LIST));
    }
}
