//! JSON as text, written piece by piece: what serde_json does, without a copy of the code for every type.

use crate::engine::number_text;

/// A text that grows into a JSON document. Commas come by themselves; what is opened must be closed.
#[derive(Default)]
pub(crate) struct JsonText {
    text: String,
    /// Something stands in front of what comes next.
    comma: bool,
}

impl JsonText {
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// An opening bracket, `{` or `[`.
    pub(crate) fn open(&mut self, bracket: char) {
        self.separate();
        self.text.push(bracket);
        self.comma = false;
    }

    /// A closing bracket.
    pub(crate) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.comma = true;
    }

    /// The name of a member; its value comes next.
    pub(crate) fn name(&mut self, name: &str) {
        self.text(name);
        self.text.push(':');
        self.comma = false;
    }

    /// A member that is text.
    pub(crate) fn member_text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.text(text);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.separate();
        self.text.push('"');
        let is_special = |c: char| c < ' ' || c == '"' || c == '\\';
        for piece in text.split_inclusive(is_special) {
            let mut plain = piece.chars();
            match plain.next_back().filter(|last| is_special(*last)) {
                Some(special) => {
                    self.text.push_str(plain.as_str());
                    self.escaped(special);
                }
                None => self.text.push_str(piece),
            }
        }
        self.text.push('"');
    }

    /// As JSON has no infinity, a number stands for one that is too large for any reader.
    pub(crate) fn number(&mut self, number: f64) {
        if number.is_infinite() {
            return self.word(if number > 0.0 { "1e999" } else { "-1e999" });
        }
        self.word(&number_text(number));
    }

    pub(crate) fn switch(&mut self, on: bool) {
        self.word(if on { "true" } else { "false" });
    }

    pub(crate) fn null(&mut self) {
        self.word("null");
    }

    fn word(&mut self, word: &str) {
        self.separate();
        self.text.push_str(word);
    }

    fn separate(&mut self) {
        if self.comma {
            self.text.push(',');
        }
        self.comma = true;
    }

    fn escaped(&mut self, special: char) {
        match special {
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            control => {
                self.text.push_str("\\u00");
                let code = u32::from(control);
                for digit in [code >> 4, code & 15] {
                    self.text.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[test]
    fn commas_stand_between_and_nowhere_else() {
        let mut json = JsonText::default();
        json.open('{');
        json.name("a");
        json.open('[');
        json.number(1.0);
        json.null();
        json.open('{');
        json.close('}');
        json.close(']');
        json.name("b");
        json.switch(true);
        json.close('}');
        assert_eq!(json.finish(), r#"{"a":[1,null,{}],"b":true}"#);
    }

    proptest! {
        #[test]
        fn text_and_numbers_come_back_as_they_were(text in any::<String>(), number in prop::num::f64::NORMAL) {
            let written = |write: &dyn Fn(&mut JsonText)| {
                let mut json = JsonText::default();
                write(&mut json);
                json.finish()
            };
            let read: Value = serde_json::from_str(&written(&|json| json.text(&text))).unwrap();
            prop_assert_eq!(read.as_str(), Some(text.as_str()));
            prop_assert_eq!(written(&|json| json.number(number)).parse(), Ok(number));
        }
    }
}
