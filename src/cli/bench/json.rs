//! Values that are written as JSON.

use std::fmt::Write as _;

/// A JSON value. Objects keep their order.
pub enum Json {
    /// Nothing is known.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number; what is none becomes null.
    Number(f64),
    /// A text.
    Text(String),
    /// Values one after another.
    List(Vec<Json>),
    /// Values with names.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    /// A whole number.
    pub fn count(count: usize) -> Json {
        Json::Number(count as f64)
    }

    /// A list of what an iterator gives.
    pub fn list(items: impl IntoIterator<Item = Json>) -> Json {
        Json::List(items.into_iter().collect())
    }

    /// The text of the value. Lists of numbers and objects without objects inside stand on one line.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out.push('\n');
        out
    }

    fn write(&self, indent: usize, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Json::Number(number) if number.is_finite() => {
                let _ = write!(out, "{number}");
            }
            Json::Number(_) => out.push_str("null"),
            Json::Text(text) => write_text(text, out),
            Json::List(items) => {
                let is_flat = items.iter().all(Json::is_plain);
                write_items(('[', ']'), items.len(), is_flat, indent, out, |i, out| {
                    items[i].write(indent + 1, out);
                });
            }
            Json::Object(items) => {
                let is_flat = items.iter().all(|(_, item)| item.is_plain());
                write_items(('{', '}'), items.len(), is_flat, indent, out, |i, out| {
                    write_text(items[i].0, out);
                    out.push_str(": ");
                    items[i].1.write(indent + 1, out);
                });
            }
        }
    }

    fn is_plain(&self) -> bool {
        match self {
            Json::List(items) => items.iter().all(|item| matches!(item, Json::Number(_))),
            Json::Object(_) => false,
            _ => true,
        }
    }
}

fn write_items(
    (open, close): (char, char),
    count: usize,
    is_flat: bool,
    indent: usize,
    out: &mut String,
    write: impl Fn(usize, &mut String),
) {
    let line = |indent: usize, out: &mut String| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", indent));
    };
    out.push(open);
    for i in 0..count {
        match (is_flat, i) {
            (true, 0) => {}
            (true, _) => out.push_str(", "),
            (false, _) => {
                if i > 0 {
                    out.push(',');
                }
                line(indent + 1, out);
            }
        }
        write(i, out);
    }
    if !is_flat {
        line(indent, out);
    }
    out.push(close);
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written() {
        let inner = Json::Object(vec![
            ("quote", Json::text("a \"b\" \\ \n\u{1}é")),
            ("numbers", Json::list([1.0, 0.25, 1e21].map(Json::Number))),
            ("none", Json::Number(f64::NAN)),
        ]);
        let value = Json::Object(vec![("inner", inner), ("empty", Json::list([]))]);
        assert_eq!(
            value.to_text(),
            "{\n  \"inner\": {\"quote\": \"a \\\"b\\\" \\\\ \\n\\u0001é\", \
             \"numbers\": [1, 0.25, 1000000000000000000000], \"none\": null},\n  \"empty\": []\n}\n"
        );
    }
}
