//! Source lines with carets under the part that raised (PEP 657).

use crate::base::source::Source;
use crate::base::text::wide::columns;
use crate::syntax::ast::{Ast, ExprKind, Root, StmtKind};
use crate::syntax::{Mode, parse};

/// Where the marks change from `~` to `^` and back: line and column (in characters) within the segment.
struct Anchors {
    left: (usize, usize),
    right: (usize, usize),
}

/// The lines, dedented and indented by four, with carets where they tell something. Columns are byte offsets in the first and the last line.
pub fn block(lines: &[&str], column: usize, end_column: usize) -> Option<String> {
    let (first, last) = (lines.first()?, lines.last()?);
    if first.trim().is_empty() {
        return None;
    }
    let indent = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| leading(line))
        .min()
        .unwrap_or(0);
    let all: Vec<Vec<char>> = lines
        .iter()
        .map(|line| line.chars().skip(indent).collect::<Vec<char>>())
        .map(trim_end)
        .collect();
    let start = characters(first, column).saturating_sub(indent);
    let end = characters(last, end_column).saturating_sub(indent);
    let segment = segment(&all, start, end);
    let anchors = anchors(&segment);
    let show = should_show(&all, start, end, anchors.is_some());
    let mut significant = vec![0, all.len() - 1];
    if let Some(anchors) = &anchors {
        for (line, _) in [anchors.left, anchors.right] {
            significant.extend(line.saturating_sub(1)..=line + 1);
        }
    }
    significant.retain(|line| *line < all.len());
    significant.sort_unstable();
    significant.dedup();
    let mut shown: Vec<String> = Vec::new();
    let put = |line: usize, shown: &mut Vec<String>| {
        shown.push(all[line].iter().collect());
        if show {
            shown.push(marks(&all, line, start, end, anchors.as_ref()));
        }
    };
    for (i, line) in significant.iter().enumerate() {
        if i > 0 {
            match line - significant[i - 1] {
                2 => put(line - 1, &mut shown),
                n if n > 2 => shown.push(format!("...<{} lines>...", n - 1)),
                _ => {}
            }
        }
        put(*line, &mut shown);
    }
    let mut out = String::new();
    for line in shown {
        out.push_str("    ");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    Some(out)
}

fn leading(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).count()
}

fn trim_end(mut line: Vec<char>) -> Vec<char> {
    while line.last().is_some_and(|c| c.is_whitespace()) {
        line.pop();
    }
    line
}

/// The number of characters before a byte offset.
fn characters(line: &str, offset: usize) -> usize {
    line.char_indices().take_while(|(i, _)| *i < offset).count()
}

fn segment(all: &[Vec<char>], start: usize, end: usize) -> Vec<Vec<char>> {
    let mut segment = all.to_vec();
    if let Some(last) = segment.last_mut() {
        last.truncate(end);
    }
    if let Some(first) = segment.first_mut() {
        first.drain(..start.min(first.len()));
    }
    segment
}

fn marks(
    all: &[Vec<char>],
    line: usize,
    start: usize,
    end: usize,
    anchors: Option<&Anchors>,
) -> String {
    let text = &all[line];
    let spaces = text.iter().take_while(|c| c.is_whitespace()).count();
    // Marks are counted in columns of a terminal.
    let columns = |line: usize, characters: usize| -> usize {
        all[line].iter().take(characters).map(|c| columns(*c)).sum()
    };
    let count = columns(
        line,
        if line == all.len() - 1 {
            end
        } else {
            text.len()
        },
    );
    let shift = |(l, c): (usize, usize)| (l, columns(l, if l == 0 { c + start } else { c }));
    let start = columns(0, start);
    let mut out = String::new();
    for column in 0..count {
        let mark = if column < spaces || (line == 0 && column < start) {
            ' '
        } else {
            match anchors {
                Some(anchors) => {
                    let here = (line, column);
                    if here >= shift(anchors.left) && here < shift(anchors.right) {
                        '^'
                    } else {
                        '~'
                    }
                }
                None => '^',
            }
        };
        out.push(mark);
    }
    out
}

fn to_text(lines: &[Vec<char>]) -> String {
    lines
        .iter()
        .map(|line| line.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether carets say more than the line itself.
fn should_show(all: &[Vec<char>], start: usize, end: usize, has_anchors: bool) -> bool {
    let text = to_text(all);
    if let Ok(source) = Source::new("<line>", text.clone())
        && let Ok(ast) = parse(&source, Mode::Module)
    {
        match first_statement_call(&ast) {
            Some(None) => return false,
            Some(Some((from, to))) => {
                let last_start: usize = all[..all.len() - 1]
                    .iter()
                    .map(|l| l.iter().map(|c| c.len_utf8()).sum::<usize>() + 1)
                    .sum();
                let start_byte: usize = all[0].iter().take(start).map(|c| c.len_utf8()).sum();
                let end_byte: usize = last_start
                    + all[all.len() - 1]
                        .iter()
                        .take(end)
                        .map(|c| c.len_utf8())
                        .sum::<usize>();
                if from == start_byte && to == end_byte {
                    return false;
                }
            }
            None => {}
        }
    }
    if has_anchors {
        return true;
    }
    let (first, last) = (&all[0], &all[all.len() - 1]);
    first.iter().take(start).any(|c| !c.is_whitespace())
        || last.iter().skip(end).any(|c| !c.is_whitespace())
}

/// The byte range of the call that the first statement returns (of a plain name) or assigns. `Some(None)`: there is no statement.
#[allow(clippy::option_option)]
fn first_statement_call(ast: &Ast) -> Option<Option<(usize, usize)>> {
    let Root::Module(body) = ast.root else {
        return None;
    };
    let Some(first) = ast[body].first().copied() else {
        return Some(None);
    };
    let value = match ast[first].kind {
        StmtKind::Return(Some(value)) => {
            let ExprKind::Call { func, .. } = ast[value].kind else {
                return None;
            };
            matches!(ast[func].kind, ExprKind::Name { .. }).then_some(value)?
        }
        StmtKind::Assign { value, .. } if matches!(ast[value].kind, ExprKind::Call { .. }) => value,
        _ => return None,
    };
    let span = ast[value].span;
    Some(Some((span.start as usize, span.end as usize)))
}

/// The anchors of the expression that a segment of source is: around the operator, the brackets, or the parentheses.
fn anchors(segment: &[Vec<char>]) -> Option<Anchors> {
    let text = format!("(\n{}\n)", to_text(segment));
    let source = Source::new("<segment>", text).ok()?;
    let ast = parse(&source, Mode::Eval).ok()?;
    let Root::Expression(root) = ast.root else {
        return None;
    };
    // Offsets into the segment, behind the parenthesis and line end that were added.
    let place = |offset: u32| -> (usize, usize) {
        let before = &source.text()[2.min(offset as usize)..offset as usize];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or("").chars().count();
        (line, column)
    };
    let text = source.text();
    match &ast[root].kind {
        ExprKind::BinOp { left, right, .. } => {
            let after_left = ast[*left].span.end as usize;
            let operator = after_left
                + text[after_left..]
                    .char_indices()
                    .find(|(_, c)| !c.is_whitespace() && *c != ')')?
                    .0;
            let mut end = operator + 1;
            let next = text[end..].chars().next();
            if end < ast[*right].span.start as usize
                && next.is_some_and(|c| !c.is_whitespace() && c != '\\' && c != '#')
            {
                end += 1;
            }
            let left = place(operator as u32);
            Some(Anchors {
                left,
                right: (left.0, left.1 + (end - operator)),
            })
        }
        ExprKind::Subscript { value, .. } => {
            let after = ast[*value].span.end as usize;
            let bracket = after + text[after..].find('[')?;
            Some(Anchors {
                left: place(bracket as u32),
                right: place(ast[root].span.end),
            })
        }
        ExprKind::Call { func, .. } => {
            let after = ast[*func].span.end as usize;
            let bracket = after + text[after..].find('(')?;
            Some(Anchors {
                left: place(bracket as u32),
                right: place(ast[root].span.end),
            })
        }
        _ => None,
    }
}
