//! Native functions: their definition as a table line, and the signature that binds arguments and shows in `inspect`.
//!
//! A native function gets a flat slice: its parameters in the order positional, keyword-only, then the `**` dictionary if it has one, then any
//! number of extra positional arguments if it has `*`. A parameter that was not given holds the unbound marker.

use super::thread::{Res, Thread};
use super::value::Value;

/// The body of a native function.
pub type NativeFn = fn(&Thread, &[Value]) -> Res;

/// One line of a method table.
pub struct NativeDef {
    /// The name that scripts see.
    pub name: &'static str,
    /// The signature as `inspect` shows it: `(self, key, default=None, /)`.
    pub signature: &'static str,
    /// The body.
    pub body: NativeFn,
    /// The signature in numbers.
    pub arity: Arity,
    /// How an attribute look-up binds it.
    pub kind: NativeKind,
    /// The docstring; empty for none.
    pub doc: &'static str,
    /// What `__text_signature__` shows, where that does not follow from the signature.
    pub shown: Shown,
    /// How it can run beside other threads.
    pub beside: Beside,
}

/// How a native function can run beside other threads (`off`): what it uses of its arguments other than through protocols, which ask by themselves.
/// One that runs beside others changes nothing but its arguments and what it makes; where it does, it goes alone first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beside {
    /// It runs alone.
    No,
    /// It reads the first so many arguments; the others are used through protocols alone.
    Reads(u8),
    /// It changes the first argument, and reads the rest of the first so many.
    Writes(u8),
}

/// What `__text_signature__` of a native function shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// The signature, with the receiver marked.
    Signature,
    /// This text.
    Text(&'static str),
    /// None: what calls are possible cannot be said by a signature, or CPython does not say it.
    Nothing,
}

/// What kind of function a table line defines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NativeKind {
    /// A method: bound to the instance.
    Method,
    /// Gets the class as first argument.
    ClassMethod,
    /// Gets neither.
    Static,
    /// A function of a module.
    Function,
}

/// A signature in numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arity {
    /// Positional parameters without a default.
    pub required: u16,
    /// Positional parameters (positional-only ones first).
    pub positional: u16,
    /// Positional-only parameters.
    pub positional_only: u16,
    /// Keyword-only parameters.
    pub keyword_only: u16,
    /// Keyword-only parameters without a default.
    pub keyword_required: u16,
    /// Takes extra positional arguments.
    pub star: bool,
    /// Takes extra keyword arguments, as a dictionary.
    pub double_star: bool,
}

impl Arity {
    /// Reads a signature such as `(a, b=1, /, c, *args, d=2, **kwargs)`. Evaluated when the crate is compiled.
    pub const fn parse(text: &str) -> Arity {
        let s = text.as_bytes();
        let mut arity = Arity {
            required: 0,
            positional: 0,
            positional_only: 0,
            keyword_only: 0,
            keyword_required: 0,
            star: false,
            double_star: false,
        };
        let (mut i, mut depth, mut after_star) = (1, 0, false);
        let (mut start, mut has_default) = (1, false);
        while i < s.len() {
            let c = s[i];
            if c == b'(' || c == b'[' {
                depth += 1;
            }
            let closes = c == b')' && depth == 0;
            if (c == b',' && depth == 0) || closes {
                while start < i && (s[start] == b' ' || s[start] == b'\n') {
                    start += 1;
                }
                if start < i {
                    if s[start] == b'/' {
                        arity.positional_only = arity.positional;
                    } else if s[start] == b'*' && start + 1 < i && s[start + 1] == b'*' {
                        arity.double_star = true;
                    } else if s[start] == b'*' {
                        after_star = true;
                        arity.star = start + 1 < i;
                    } else if after_star {
                        arity.keyword_only += 1;
                        arity.keyword_required += !has_default as u16;
                    } else {
                        arity.positional += 1;
                        if !has_default {
                            arity.required += 1;
                        }
                    }
                }
                start = i + 1;
                has_default = false;
                if closes {
                    break;
                }
            } else if c == b'=' && depth == 0 {
                has_default = true;
            } else if c == b')' || c == b']' {
                depth -= 1;
            }
            i += 1;
        }
        arity
    }

    /// Parameters that have a fixed place in the slice.
    pub const fn fixed(&self) -> usize {
        self.positional as usize + self.keyword_only as usize + self.double_star as usize
    }
}

impl Beside {
    /// It reads all arguments.
    pub const READS_ALL: Beside = Beside::Reads(u8::MAX);
    /// It uses its arguments through protocols alone.
    pub const PROTOCOLS: Beside = Beside::Reads(0);
}

impl NativeDef {
    const fn new(
        name: &'static str,
        signature: &'static str,
        body: NativeFn,
        kind: NativeKind,
    ) -> NativeDef {
        NativeDef {
            name,
            signature,
            body,
            arity: Arity::parse(signature),
            kind,
            doc: "",
            shown: Shown::Signature,
            beside: Beside::No,
        }
    }

    /// The same function, which can run beside other threads.
    pub const fn beside(self, beside: Beside) -> NativeDef {
        NativeDef { beside, ..self }
    }

    /// The same functions, all of which can run beside other threads in this way.
    pub const fn all_beside<const N: usize>(
        beside: Beside,
        mut functions: [NativeDef; N],
    ) -> [NativeDef; N] {
        let mut i = 0;
        while i < N {
            functions[i].beside = beside;
            i += 1;
        }
        functions
    }

    /// The same function with a docstring.
    pub const fn doc(self, doc: &'static str) -> NativeDef {
        NativeDef { doc, ..self }
    }

    /// The same function with another text in `__text_signature__`.
    pub const fn shown_as(self, text: &'static str) -> NativeDef {
        NativeDef {
            shown: Shown::Text(text),
            ..self
        }
    }

    /// The same function without a `__text_signature__`.
    pub const fn unsigned(self) -> NativeDef {
        NativeDef {
            shown: Shown::Nothing,
            ..self
        }
    }

    /// `__text_signature__`: the signature with the receiver marked, `($self, key, /)`, or with the module in its place, `($module, x, /)`.
    pub fn text_signature(&self) -> Option<String> {
        let inner = match self.shown {
            Shown::Signature => self.signature.strip_prefix('(')?,
            Shown::Text(text) => return Some(text.to_owned()),
            Shown::Nothing => return None,
        };
        Some(match self.kind {
            NativeKind::Method | NativeKind::ClassMethod => format!("(${inner}"),
            NativeKind::Static => self.signature.to_owned(),
            // The module is positional-only, so the mark stands behind it unless there is a later one.
            NativeKind::Function if self.arity.positional_only > 0 => format!("($module, {inner}"),
            NativeKind::Function if inner == ")" => "($module, /)".to_owned(),
            NativeKind::Function => format!("($module, /, {inner}"),
        })
    }

    /// A method of a class.
    pub const fn method(name: &'static str, signature: &'static str, body: NativeFn) -> NativeDef {
        NativeDef::new(name, signature, body, NativeKind::Method)
    }

    /// A class method.
    pub const fn class_method(
        name: &'static str,
        signature: &'static str,
        body: NativeFn,
    ) -> NativeDef {
        NativeDef::new(name, signature, body, NativeKind::ClassMethod)
    }

    /// A static method.
    pub const fn static_method(
        name: &'static str,
        signature: &'static str,
        body: NativeFn,
    ) -> NativeDef {
        NativeDef::new(name, signature, body, NativeKind::Static)
    }

    /// A function of a module.
    pub const fn function(
        name: &'static str,
        signature: &'static str,
        body: NativeFn,
    ) -> NativeDef {
        NativeDef::new(name, signature, body, NativeKind::Function)
    }

    /// The parameters' names in the order of their places, the `**` one left out, with whether each has a default.
    pub fn parameters(&self) -> Parameters {
        Parameters {
            text: self.signature,
            at: 1,
        }
    }
}

/// The parameters of a signature.
pub struct Parameters {
    text: &'static str,
    /// Where the next one begins.
    at: usize,
}

impl Iterator for Parameters {
    /// The name, and whether there is a default.
    type Item = (&'static str, bool);

    fn next(&mut self) -> Option<(&'static str, bool)> {
        let bytes = self.text.as_bytes();
        loop {
            while bytes
                .get(self.at)
                .is_some_and(|c| matches!(c, b' ' | b'\n'))
            {
                self.at += 1;
            }
            let start = self.at;
            let ends = |c: &u8| matches!(c, b',' | b'=' | b')');
            let end = start + bytes.get(start..)?.iter().position(ends)?;
            let has_default = bytes[end] == b'=';
            let mut depth = 0;
            self.at = end;
            while let Some(c) = bytes.get(self.at)
                && (depth > 0 || !matches!(c, b',' | b')'))
            {
                match c {
                    b'(' | b'[' => depth += 1,
                    b')' | b']' => depth -= 1,
                    _ => {}
                }
                self.at += 1;
            }
            self.at += 1;
            if start < end && !matches!(bytes[start], b'*' | b'/') {
                return Some((&self.text[start..end], has_default));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_counted() {
        let a = Arity::parse("(self, x, y=(1, 2), /, z=None, *, key=None, reverse=False)");
        assert_eq!(
            a,
            Arity {
                required: 2,
                positional: 4,
                positional_only: 3,
                keyword_only: 2,
                keyword_required: 0,
                star: false,
                double_star: false
            }
        );
        let b = Arity::parse("(*args, sep=' ', **kwargs)");
        assert!(b.star && b.double_star && b.keyword_only == 1 && b.positional == 0);
        assert_eq!(Arity::parse("(*, a, b=1, c)").keyword_required, 2);
        assert_eq!(Arity::parse("()").fixed(), 0);
    }

    #[test]
    fn parameters_are_named() {
        fn body(_: &Thread, _: &[Value]) -> Res {
            Ok(Value::NONE)
        }
        let all = |signature| {
            let def = NativeDef::function("f", signature, body);
            def.parameters().collect::<Vec<_>>()
        };
        assert_eq!(
            all("(self, x, y=(1, [2]), /, z=None,\n *args, key=\"\", flag, **kwargs)"),
            [
                ("self", false),
                ("x", false),
                ("y", true),
                ("z", true),
                ("key", true),
                ("flag", false)
            ]
        );
        assert_eq!(all("()"), []);
        assert_eq!(all("(*, a)"), [("a", false)]);
        assert_eq!(Arity::parse("()").fixed(), 0);
    }
}
