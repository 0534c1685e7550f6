//! The kinds of tokens, as logos recognises them and as the grammar sees them.
//!
//! A token carries no text: kind and place suffice, the text is in the source.
#![forbid(unsafe_code)]

use logos::Logos;

use crate::base::source::Span;

/// The kind of a token. The variants up to `Unknown` come from logos; the others are made by the
/// layers of the lexer around it.
#[derive(Logos, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[logos(skip(r"[ \t\x0c]+"))]
#[logos(skip(r"#[^\n]*", allow_greedy = true))]
pub enum Tok {
    #[regex("[A-Za-z_][A-Za-z0-9_]*")]
    Name,
    #[token("and")]
    And,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("False")]
    False,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    #[token("lambda")]
    Lambda,
    #[token("None")]
    None,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("or")]
    Or,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("True")]
    True,
    #[token("try")]
    Try,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,

    #[token("(")]
    LeftParen,
    #[token(")")]
    RightParen,
    #[token("[")]
    LeftBracket,
    #[token("]")]
    RightBracket,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token(":")]
    Colon,
    #[token(",")]
    Comma,
    #[token(";")]
    Semicolon,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("|")]
    Bar,
    #[token("&")]
    Ampersand,
    #[token("<")]
    Less,
    #[token(">")]
    Greater,
    #[token("=")]
    Equal,
    #[token(".")]
    Dot,
    #[token("%")]
    Percent,
    #[token("==")]
    EqualEqual,
    #[token("!=")]
    NotEqual,
    #[token("<=")]
    LessEqual,
    #[token(">=")]
    GreaterEqual,
    #[token("~")]
    Tilde,
    #[token("^")]
    Caret,
    #[token("<<")]
    LeftShift,
    #[token(">>")]
    RightShift,
    #[token("**")]
    DoubleStar,
    #[token("+=")]
    PlusEqual,
    #[token("-=")]
    MinusEqual,
    #[token("*=")]
    StarEqual,
    #[token("/=")]
    SlashEqual,
    #[token("%=")]
    PercentEqual,
    #[token("&=")]
    AmpersandEqual,
    #[token("|=")]
    BarEqual,
    #[token("^=")]
    CaretEqual,
    #[token("<<=")]
    LeftShiftEqual,
    #[token(">>=")]
    RightShiftEqual,
    #[token("**=")]
    DoubleStarEqual,
    #[token("//")]
    DoubleSlash,
    #[token("//=")]
    DoubleSlashEqual,
    #[token("@")]
    At,
    #[token("@=")]
    AtEqual,
    #[token("->")]
    Arrow,
    #[token("...")]
    Ellipsis,
    #[token(":=")]
    ColonEqual,
    #[token("!")]
    Exclamation,
    /// The old spelling of "not equal": a token, but not of the grammar.
    #[token("<>")]
    LessGreater,

    /// A line end.
    #[token("\n")]
    Newline,
    /// A number; logos sees its first digit, the lexer the rest.
    #[regex(r"\.?[0-9]")]
    Number,
    /// A string literal; logos sees prefix and quotes, the lexer the rest.
    #[regex(r#"([rR]|[bB]|[uU]|[rR][bB]|[bB][rR])?(["']|"""|''')"#)]
    String,
    /// Prefix and quotes of an f-string.
    #[regex(r#"([fF]|[rR][fF]|[fF][rR])(["']|"""|''')"#)]
    FStringStart,
    /// A backslash, which should end its line.
    #[token("\\")]
    Backslash,
    /// A character outside of ASCII: the lexer extends it to an identifier.
    #[regex(r"[^\x00-\x7f]")]
    NonAscii,
    /// A character that begins no token.
    Unknown,

    /// Literal text of an f-string.
    FStringMiddle,
    /// The closing quotes of an f-string.
    FStringEnd,
    /// The beginning of a block.
    Indent,
    /// The end of a block.
    Dedent,
    /// The end of the text.
    EndMarker,
    /// `match` where it begins a statement.
    Match,
    /// `case` where it begins a clause.
    Case,
    /// `type` where it begins a statement.
    Type,
    /// Begins a file.
    StartModule,
    /// Begins an interactive input.
    StartInteractive,
    /// Begins an expression.
    StartEval,
    /// Begins a signature comment.
    StartFunctionType,
}

impl Tok {
    /// Whether it is a reserved word.
    pub fn is_keyword(self) -> bool {
        (Tok::And as u8..=Tok::Yield as u8).contains(&(self as u8))
    }

    /// Whether it is `:=` or an operator that ends in `=` and assigns.
    pub fn is_augmented_assign(self) -> bool {
        matches!(
            self,
            Tok::PlusEqual
                | Tok::MinusEqual
                | Tok::StarEqual
                | Tok::SlashEqual
                | Tok::PercentEqual
                | Tok::AmpersandEqual
                | Tok::BarEqual
                | Tok::CaretEqual
                | Tok::LeftShiftEqual
                | Tok::RightShiftEqual
                | Tok::DoubleStarEqual
                | Tok::DoubleSlashEqual
                | Tok::AtEqual
        )
    }
}

/// A token with its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Tok,
    /// How many brackets are open around it; an opening bracket counts itself.
    pub level: u8,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
}

impl Token {
    /// Its place.
    pub fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}
