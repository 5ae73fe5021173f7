//! How long to wait before the next attempt.

use crate::api::Response;
use crate::engine;

/// Longest wait before the first retry; it doubles with each further one.
const FIRST_MS: f64 = 500.0;
/// The wait never grows beyond this.
const LONGEST_MS: f64 = 60_000.0;
/// Nor is a server obeyed beyond this: one odd header would end a client for good.
const LONGEST_ASKED_MS: f64 = 600_000.0;

/// A random part of a time that doubles with each attempt ("full jitter"): clients that failed together do not come
/// back together.
pub(super) fn jittered(attempt: u32, random: f64) -> f64 {
    // More of them than make the longest wait count for nothing.
    let doubled = f64::from(1_u32.wrapping_shl(attempt.saturating_sub(1).min(20)));
    (FIRST_MS * doubled).min(LONGEST_MS) * random.clamp(0.0, 1.0)
}

/// A number of seconds or milliseconds, as servers write it: no exponent, and no word for infinity. Of a header that came
/// twice, the first one.
fn number(text: &str) -> Option<f64> {
    let (number, rest) = engine::leading_number(text.trim_ascii_start().as_bytes())?;
    matches!(rest.trim_ascii_start(), [] | [b',', ..]).then_some(number)
}

/// How long the server asks to wait, up to ten minutes: `retry-after-ms`, `Retry-After` in seconds or as a date, and after
/// 429, since APIs send it with every answer, `X-RateLimit-Reset` as Unix time in seconds or milliseconds, in this order.
/// What cannot be read counts as not said.
pub(super) fn asked(response: &Response, now: f64) -> Option<f64> {
    let after = |name| number(response.header(name)?);
    let date = || Some(engine::http_date(response.header("retry-after")?.trim())? - now);
    let reset = || after("x-ratelimit-reset").filter(|_| response.status == 429);
    // No time in seconds is so late, for three thousand years.
    let since_1970 = |reset: f64| if reset > 1e11 { reset } else { reset * 1000.0 };
    after("retry-after-ms")
        .or_else(|| after("retry-after").map(|seconds| seconds * 1000.0))
        .or_else(date)
        .or_else(|| reset().map(|reset| since_1970(reset) - now))
        .map(|milliseconds| milliseconds.min(LONGEST_ASKED_MS))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    const NOW: f64 = 1_445_412_480_000.0;

    fn asked_by(headers: &[(&str, &str)]) -> Option<f64> {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        asked(&Response { status: 429, headers, body: String::new() }, NOW)
    }

    #[test]
    fn every_way_to_ask_for_time_is_understood() {
        assert_eq!(asked_by(&[("retry-after-ms", "1500.5")]), Some(1500.5));
        assert_eq!(asked_by(&[("retry-after", "2")]), Some(2000.0));
        assert_eq!(asked_by(&[("retry-after", "Wed, 21 Oct 2015 07:28:30 GMT")]), Some(30_000.0));
        assert_eq!(asked_by(&[("x-ratelimit-reset", "1445412485")]), Some(5000.0));
        assert_eq!(asked_by(&[("retry-after", "9"), ("retry-after-ms", "7")]), Some(7.0));
    }

    #[test]
    fn of_a_header_that_came_twice_the_first_one_counts() {
        assert_eq!(asked_by(&[("retry-after", "1, 2")]), Some(1000.0));
        assert_eq!(asked_by(&[("x-ratelimit-reset", "1445412485 , 1445412490")]), Some(5000.0));
    }

    #[test]
    fn nobody_waits_longer_than_ten_minutes() {
        for value in ["601", "86400", "999999999999999"] {
            assert_eq!(asked_by(&[("retry-after", value)]), Some(600_000.0), "{value}");
        }
        assert_eq!(asked_by(&[("retry-after", "Thu, 22 Oct 2015 07:28:00 GMT")]), Some(600_000.0));
        assert_eq!(asked_by(&[("x-ratelimit-reset", "1445412485000")]), Some(5000.0), "in milliseconds");
    }

    #[test]
    fn a_reset_that_comes_with_every_answer_is_obeyed_after_429_only() {
        let headers = vec![("x-ratelimit-reset".to_owned(), "1445412485".to_owned())];
        assert_eq!(asked(&Response { status: 502, headers, body: String::new() }, NOW), None);
        let headers = vec![("retry-after".to_owned(), "2".to_owned())];
        assert_eq!(asked(&Response { status: 503, headers, body: String::new() }, NOW), Some(2000.0));
    }

    #[test]
    fn what_cannot_be_read_is_not_said() {
        assert_eq!(asked_by(&[]), None);
        for odd in ["", "soon", "inf", "NaN", "2 s", "Wed, 99 Oct 2015", &"9".repeat(400)] {
            assert_eq!(asked_by(&[("retry-after", odd)]), None, "{odd}");
        }
    }

    #[test]
    fn waits_double_up_to_a_minute_and_are_spread() {
        let longest: Vec<f64> = (1..=9).map(|attempt| jittered(attempt, 1.0)).collect();
        assert_eq!(longest, [500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16_000.0, 32_000.0, 60_000.0, 60_000.0]);
        assert_eq!(jittered(3, 0.25), 500.0);
        assert_eq!(jittered(u32::MAX, 0.5), 30_000.0);
    }
}
