//! Text in columns, for the terminal.

use std::fmt::Write as _;

/// Blanks between groups of columns, besides those between columns.
const GAP: usize = 2;

/// Rows of text that are aligned: the first column to the left, the others to the right.
#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
    /// Labels over groups of so many columns each, the first column aside.
    heads: Vec<String>,
    group: usize,
}

impl Table {
    /// Adds a row. Rows may have different lengths.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Sets what stands in the first line: over the first column, and then over each group of so many columns, to the right.
    pub fn heads(&mut self, heads: Vec<String>, group: usize) {
        self.heads = heads;
        self.group = group;
    }

    /// Appends the rows to a text, a line each.
    pub fn write(&self, out: &mut String) {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |i: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(i));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..columns).map(width).collect();
        let length = |text: &String| text.chars().count();
        if let (Some(first), Some(head)) = (widths.first_mut(), self.heads.first()) {
            *first = (*first).max(length(head));
        }
        // A group is at least as wide as its label; blanks go before its first column. Groups stand apart from each other.
        let mut spans = Vec::new();
        for (i, head) in self.heads.iter().skip(1).enumerate() {
            let start = 1 + i * self.group;
            let Some(own) = widths.get_mut(start..start + self.group) else {
                break;
            };
            let width = own.iter().sum::<usize>() + 2 * self.group.saturating_sub(1);
            let missing = length(head).saturating_sub(width);
            let gap = if i > 0 { GAP } else { 0 };
            if let Some(first) = own.first_mut() {
                *first += missing + gap;
            }
            spans.push(width + missing + gap);
        }
        if let Some((first, heads)) = self.heads.split_first() {
            let mut line = format!(
                "{first:width$}",
                width = widths.first().copied().unwrap_or(0)
            );
            for (head, width) in heads.iter().zip(&spans) {
                let _ = write!(line, "  {head:>width$}");
            }
            let _ = writeln!(out, "{}", line.trim_end());
        }
        for row in &self.rows {
            let mut line = String::new();
            for (i, cell) in row.iter().enumerate() {
                let width = widths[i];
                let _ = match i {
                    0 => write!(line, "{cell:width$}"),
                    _ => write!(line, "  {cell:>width$}"),
                };
            }
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }
}
