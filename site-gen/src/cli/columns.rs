//! Columns of text, aligned as a terminal shows them: a Chinese character is two places wide.

use std::fmt;

use unicode_width::UnicodeWidthStr;

/// How a column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// Rows under a head, each with as many cells as there are columns.
pub(super) struct Columns {
    columns: Vec<(String, Align)>,
    rows: Vec<Vec<String>>,
}

impl Columns {
    pub(super) fn new(columns: Vec<(String, Align)>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    pub(super) fn row(&mut self, row: Vec<String>) {
        debug_assert_eq!(row.len(), self.columns.len(), "a cell for each column");
        self.rows.push(row);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn line(&self, out: &mut String, cells: &[&str], widths: &[usize]) {
        let mut line = String::new();
        for ((cell, width), (_, align)) in cells.iter().zip(widths).zip(&self.columns) {
            let space = " ".repeat(width - cell.width());
            if !line.is_empty() {
                line.push_str("  ");
            }
            match align {
                Align::Left => line.extend([cell, space.as_str()]),
                Align::Right => line.extend([space.as_str(), cell]),
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head: Vec<&str> = self.columns.iter().map(|(title, _)| title.as_str()).collect();
        let width = |at: usize| {
            let cells = self.rows.iter().map(|row| row[at].width());
            cells.chain([head[at].width()]).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..head.len()).map(width).collect();
        let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        let mut text = String::new();
        self.line(&mut text, &head, &widths);
        self.line(&mut text, &rules.iter().map(String::as_str).collect::<Vec<_>>(), &widths);
        for row in &self.rows {
            self.line(&mut text, &row.iter().map(String::as_str).collect::<Vec<_>>(), &widths);
        }
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_latin_words_end_at_the_same_place() {
        let mut columns =
            Columns::new(vec![("等级".to_owned(), Align::Left), ("Points".to_owned(), Align::Right)]);
        columns.row(vec!["金帆会员".to_owned(), "1,200".to_owned()]);
        columns.row(vec!["Gold".to_owned(), "0".to_owned()]);
        let expected = "\
            等级      Points\n\
            ────────  ──────\n\
            金帆会员   1,200\n\
            Gold           0\n";
        assert_eq!(columns.to_string(), expected);
    }
}
