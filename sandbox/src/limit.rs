//! At most N requests per second: a token bucket that holds one second's worth.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// A bucket that fills at a steady rate; each request takes one token.
pub(crate) struct Bucket {
    per_second: f64,
    state: Mutex<State>,
}

struct State {
    tokens: f64,
    since: Instant,
}

impl Bucket {
    /// A full bucket. Below one request per second it still holds one token, or nothing would ever be let in.
    pub(crate) fn new(per_second: f64) -> Self {
        let state = Mutex::new(State { tokens: per_second.max(1.0), since: Instant::now() });
        Self { per_second, state }
    }

    /// Takes a token, or says in how many whole seconds there will be one.
    pub(crate) fn take(&self) -> Result<(), u64> {
        self.take_at(Instant::now())
    }

    fn take_at(&self, now: Instant) -> Result<(), u64> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let filled = now.saturating_duration_since(state.since).as_secs_f64() * self.per_second;
        state.tokens = (state.tokens + filled).min(self.per_second.max(1.0));
        state.since = now;
        if state.tokens < 1.0 {
            let wait = ((1.0 - state.tokens) / self.per_second).ceil();
            return Err(wait as u64);
        }
        state.tokens -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_burst_is_let_in_and_then_the_rate_rules() {
        let bucket = Bucket::new(2.0);
        let start = Instant::now();
        assert_eq!(bucket.take_at(start), Ok(()));
        assert_eq!(bucket.take_at(start), Ok(()));
        assert_eq!(bucket.take_at(start), Err(1));
        assert_eq!(bucket.take_at(start + Duration::from_millis(500)), Ok(()));
        assert_eq!(bucket.take_at(start + Duration::from_millis(500)), Err(1));
    }

    #[test]
    fn a_slow_rate_says_how_long_to_wait() {
        let bucket = Bucket::new(0.1);
        let start = Instant::now();
        assert_eq!(bucket.take_at(start), Ok(()));
        assert_eq!(bucket.take_at(start), Err(10));
        assert_eq!(bucket.take_at(start + Duration::from_secs(11)), Ok(()));
    }
}
