//! Decides from the logical line whether `match`, `case` and `type` are keywords.
//!
//! * `type` begins a statement if a name and then `=` or `[` follow.
//! * `match` begins a statement if it is the first word of a line that ends with a colon outside of brackets,
//!   and something stands between them: no other statement that begins with a name ends so.
//! * `case` is a keyword wherever it begins a line directly in the block of a `match`.
#![forbid(unsafe_code)]

use super::super::token::{Tok, Token};

/// Changes the kind of the names that are keywords where they stand.
pub(super) fn decide(text: &str, tokens: &mut [Token]) {
    // For each open block, whether it is that of a `match`.
    let mut blocks: Vec<bool> = Vec::new();
    let mut line_is_match = false;
    let mut at_line_start = true;
    let mut at_statement_start = true;
    for index in 0..tokens.len() {
        let token = tokens[index];
        match token.kind {
            Tok::Newline => {
                at_line_start = true;
                at_statement_start = true;
                continue;
            }
            Tok::Indent => {
                blocks.push(line_is_match);
                line_is_match = false;
                continue;
            }
            Tok::Dedent => {
                blocks.pop();
                continue;
            }
            Tok::Name if at_statement_start && token.end - token.start <= 5 => {
                let word = &text[token.start as usize..token.end as usize];
                let in_match = blocks.last() == Some(&true);
                match word {
                    "match" if at_line_start && is_match_header(&tokens[index..]) => {
                        tokens[index].kind = Tok::Match;
                    }
                    "case" if at_line_start && in_match => tokens[index].kind = Tok::Case,
                    "type" if is_type_alias(&tokens[index..]) => tokens[index].kind = Tok::Type,
                    _ => {}
                }
            }
            _ => {}
        }
        if at_line_start {
            line_is_match = tokens[index].kind == Tok::Match;
            at_line_start = false;
        }
        at_statement_start =
            matches!(token.kind, Tok::Semicolon) || (token.kind == Tok::Colon && token.level == 0);
    }
}

fn is_match_header(line: &[Token]) -> bool {
    let Some(first) = line.get(1) else {
        return false;
    };
    if matches!(
        first.kind,
        Tok::Colon | Tok::Equal | Tok::Dot | Tok::Newline
    ) {
        return false;
    }
    let mut last = first;
    for token in &line[1..] {
        if token.kind == Tok::Newline {
            return last.kind == Tok::Colon && last.level == 0;
        }
        last = token;
    }
    false
}

fn is_type_alias(rest: &[Token]) -> bool {
    let kind = |index: usize| rest.get(index).map(|token| token.kind);
    kind(1) == Some(Tok::Name) && matches!(kind(2), Some(Tok::Equal | Tok::LeftBracket))
}
