//! Passwords nobody thought up: from random bytes, of characters that survive every PBX's configuration file.

use std::fmt;

use super::password::password_strength;

/// Upper case, lower case, digits, and the other characters that need no quoting anywhere: not in Asterisk's and
/// FreeSWITCH's files, not in XML, a URL or a shell.
const KINDS: [&[u8]; 4] = [b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz", b"0123456789", b"-_."];
/// What one person reads out and another one takes for something else.
const AMBIGUOUS: &[u8] = b"0O1Il";
/// More than one in ten passwords is good; after so many bad ones the bytes are not random.
const TRIES: usize = 1000;

/// What a password is to be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordOptions {
    /// How many characters, from [`PasswordOptions::SHORTEST`] to [`PasswordOptions::LONGEST`]. Default 20.
    pub length: usize,
    /// Without `0`, `O`, `1`, `I` and `l`, for passwords that somebody reads out or copies by hand. Default true.
    pub avoid_ambiguous: bool,
}

impl PasswordOptions {
    /// The least length: shorter ones are weak.
    pub const SHORTEST: usize = 12;
    /// The greatest length.
    pub const LONGEST: usize = 64;
}

impl Default for PasswordOptions {
    fn default() -> Self {
        Self { length: 20, avoid_ambiguous: true }
    }
}

/// Why there is no password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    /// The length is not from 12 to 64.
    Length,
    /// The source of random bytes failed, or gave bytes that are not random.
    Randomness,
}

impl PasswordError {
    /// What is wrong, for a person.
    pub(crate) fn sentence(self) -> &'static str {
        match self {
            Self::Length => "length must be a whole number from 12 to 64.",
            Self::Randomness => "there are no random bytes: crypto.getRandomValues is missing or does not work.",
        }
    }
}

impl fmt::Display for PasswordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sentence())
    }
}

impl std::error::Error for PasswordError {}

/// A password that is not weak: it has characters of all four kinds, begins and ends with a letter or a digit, and is
/// drawn evenly from all such passwords. `random` fills a buffer with random bytes, or says that it cannot.
///
/// ```
/// use wavix_trunks::rules::{PasswordOptions, generate_password, password_strength};
///
/// # fn fill(bytes: &mut [u8]) -> Option<()> {
/// #     let mut seed = 7_u32;
/// #     bytes.iter_mut().for_each(|byte| { seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223); *byte = (seed >> 24) as u8 });
/// #     Some(())
/// # }
/// // `fill` is your source of random bytes, for example `getrandom::fill`.
/// let password = generate_password(&PasswordOptions::default(), |bytes| fill(bytes)).unwrap();
/// assert_eq!(password.len(), 20);
/// assert_eq!(password_strength(&password, "", "").score, 4);
/// ```
pub fn generate_password(
    options: &PasswordOptions,
    mut random: impl FnMut(&mut [u8]) -> Option<()>,
) -> Result<String, PasswordError> {
    if !(PasswordOptions::SHORTEST..=PasswordOptions::LONGEST).contains(&options.length) {
        return Err(PasswordError::Length);
    }
    let alphabet: Vec<u8> =
        KINDS.into_iter().flatten().copied().filter(|c| !options.avoid_ambiguous || !AMBIGUOUS.contains(c)).collect();
    let mut bytes = [0; PasswordOptions::LONGEST];
    for _ in 0..TRIES {
        let mut password = String::with_capacity(options.length);
        while password.len() < options.length {
            random(&mut bytes).ok_or(PasswordError::Randomness)?;
            let drawn = bytes.iter().filter_map(|&byte| draw(&alphabet, byte)).map(char::from);
            let missing = options.length.saturating_sub(password.len());
            let before = password.len();
            password.extend(drawn.take(missing));
            if password.len() == before {
                return Err(PasswordError::Randomness);
            }
        }
        // All or nothing: mending a password would make some more likely than others.
        if is_good(&password) {
            return Ok(password);
        }
    }
    Err(PasswordError::Randomness)
}

/// The character that a byte stands for. The bytes of the last, incomplete round stand for none, or else the first
/// characters would come up more often.
fn draw(alphabet: &[u8], byte: u8) -> Option<u8> {
    let byte = usize::from(byte);
    let rounds = 256_usize.checked_div(alphabet.len())?;
    let position = byte.checked_rem(alphabet.len())?;
    if byte < rounds.saturating_mul(alphabet.len()) { alphabet.get(position).copied() } else { None }
}

fn is_good(password: &str) -> bool {
    KINDS.into_iter().all(|kind| password.bytes().any(|c| kind.contains(&c)))
        && password.starts_with(|c: char| c.is_ascii_alphanumeric())
        && password.ends_with(|c: char| c.is_ascii_alphanumeric())
        && password_strength(password, "", "").reasons.is_empty()
}
