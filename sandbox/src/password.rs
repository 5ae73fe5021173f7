//! Passwords at rest: hashed, so that a sandbox's file never holds one in the clear.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHasher, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use wavix_trunks::trunk::Secret;

/// 256 KiB and one pass take about a millisecond in a debug build, where argon2's own defaults (19 MiB, two passes) take
/// a hundred times that. A sandbox guards nobody's calls, and a test that makes 500 trunks must not wait for a minute.
const MEMORY_KIB: u32 = 256;
const PASSES: u32 = 1;
const LANES: u32 = 1;

/// The password as a PHC string with a salt of its own.
pub(crate) fn hash(password: &Secret) -> Result<String, argon2::password_hash::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let salt = SaltString::generate(&mut OsRng);
    Ok(argon2.hash_password(password.reveal().as_bytes(), &salt)?.to_string())
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::{PasswordHash, PasswordVerifier};

    use super::*;

    #[test]
    fn a_hash_knows_its_password_and_no_other() {
        let hashed = hash(&Secret::from("correct-Horse-7")).unwrap();
        let parsed = PasswordHash::new(&hashed).unwrap();
        assert!(Argon2::default().verify_password(b"correct-Horse-7", &parsed).is_ok());
        assert!(Argon2::default().verify_password(b"correct-Horse-8", &parsed).is_err());
    }

    #[test]
    fn the_same_password_twice_gives_two_hashes() {
        let password = Secret::from("correct-Horse-7");
        assert_ne!(hash(&password).unwrap(), hash(&password).unwrap());
    }
}
