//! What keeps a row, or a whole file, from being read: a reason and a place, and never a piece of the input.

use crate::rules::issue::{Issue, IssueCode, Param};
use crate::rules::{Language, report::Findings};

/// A line, and a column in it; both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u64,
    /// Bytes in JSON; cells in CSV, where that is what people call a column.
    pub(super) column: u64,
}

/// Why something cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// A value is expected.
    Value,
    /// A name in double quotes is expected.
    Name,
    /// A colon is expected.
    Colon,
    /// A comma or the closing bracket is expected.
    Comma,
    /// No number of JSON's.
    Number,
    /// A backslash before something that it cannot stand before.
    Escape,
    /// A line end or another control character in a string.
    Control,
    /// Brackets within brackets, deeper than any settings go.
    Deep,
    /// More bytes than any settings have.
    Long,
    /// Not UTF-8.
    Encoding,
    /// The file ends in the middle.
    End,
    /// Something follows the object on its line.
    RowEnd,
    /// An array of JSON is expected.
    Array,
    /// Something follows the array.
    FileEnd,
    /// Where a broken row ends cannot be told.
    Lost,
    /// A quoted cell does not end, or something follows its closing quote.
    Quote,
    /// More or fewer cells than the first line has.
    Cells,
    /// The first line names no field.
    Header,
    /// The first line names a field twice.
    HeaderTwice,
}

impl Reason {
    fn as_str(self) -> &'static str {
        match self {
            Self::Value => "no_value",
            Self::Name => "no_name",
            Self::Colon => "no_colon",
            Self::Comma => "no_comma",
            Self::Number => "no_digit",
            Self::Escape => "bad_escape",
            Self::Control => "text_cut",
            Self::Deep => "too_deep",
            Self::Long => "too_long",
            Self::Encoding => "no_utf8",
            Self::End => "cut_off",
            Self::RowEnd => "row_goes_on",
            Self::Array => "no_array",
            Self::FileEnd => "file_goes_on",
            Self::Lost => "lost",
            Self::Quote => "open_quote",
            Self::Cells => "cell_count",
            Self::Header => "no_header",
            Self::HeaderTwice => "field_twice",
        }
    }
}

/// A reason and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) reason: Reason,
    pub(super) place: Place,
}

impl Fault {
    /// The fault as rules say what they find.
    pub(super) fn issues(self, language: &Language) -> Vec<Issue> {
        let mut findings = Findings::new(language);
        self.report(&mut findings);
        findings.in_field_order()
    }

    pub(super) fn report(self, findings: &mut Findings) {
        // Exact below 2^53, which no file has of either.
        let number = |number: u64| Param::from(number as f64);
        let params: [(&str, Param); 3] = [
            ("reason", self.reason.as_str().into()),
            ("line", number(self.place.line)),
            ("column", number(self.place.column)),
        ];
        findings.add_at([], IssueCode::Syntax, params);
    }
}
