//! The pages of docs/ that show Rust: `cargo test` runs what they show, as it does the examples of this crate.

#[doc = include_str!("../docs/validation.md")]
struct Validation;

#[doc = include_str!("../docs/bulk.md")]
struct Bulk;
