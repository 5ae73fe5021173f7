//! Random names that nobody can guess: access tokens and request ids.

use argon2::password_hash::rand_core::{OsRng, RngCore};

/// Thirty-two hex digits from the operating system.
pub(crate) fn random() -> String {
    let high = u128::from(OsRng.next_u64()) << 64;
    format!("{:032x}", high | u128::from(OsRng.next_u64()))
}
