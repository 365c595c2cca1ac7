//! How wide the columns of a table are, and whether it needs the paper turned.
//!
//! A column is never narrower than its longest word, or the words of two columns would run into each other. A table that
//! does not fit so goes on a page of its own, turned; one that does not fit there either has its words cut at syllables.

use crate::report::{Align, Cell, Table};

/// Width of the text on the page, upright and turned, in ems of a table's letters.
const UPRIGHT: f64 = 56.0;
const TURNED: f64 = 85.0;
/// How full an upright page may be before the texts of a long table become towers of one word a line.
const FULL: f64 = 0.85;
/// From how many rows a table is long.
const LONG: usize = 10;
/// A word's letter, and the space around a cell, in ems.
const LETTER: f64 = 0.6;
const AROUND: f64 = 1.2;
/// Longest word that a column is made for; longer ones, such as addresses, are broken.
const LONGEST: usize = 16;
/// Letters that a cut word keeps on a line.
const CUT: usize = 8;
/// Lines that the title of a column of numbers is given, and how much of the free width the titles may take for it.
const TITLE_LINES: f64 = 2.0;
const TITLES: f64 = 0.3;

/// The columns of a table on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Columns {
    /// Their widths, in ems.
    pub ems: Vec<f64>,
    /// Whether the table stands on a turned page.
    pub turned: bool,
    /// Whether long words are cut at syllables.
    pub cut: bool,
}

/// What a column asks for.
struct Wish {
    /// Width of its longest word, in ems.
    least: f64,
    /// What its title wants more, to stand on [`TITLE_LINES`] lines.
    title: f64,
    /// How much of what is left it takes; 0 for numbers.
    share: f64,
}

/// Lays out the columns; `may_turn` tells whether the table may have a page of its own.
pub(super) fn lay_out(table: &Table, may_turn: bool) -> Columns {
    let wishes = |longest| -> Vec<Wish> {
        (0..table.columns.len()).map(|place| wish(table, place, longest)).collect()
    };
    let whole = wishes(LONGEST);
    let least: f64 = whole.iter().map(|wish| wish.least).sum();
    let long = may_turn && table.rows.len() >= LONG;
    if least <= UPRIGHT * if long { FULL } else { 1.0 } {
        return Columns { ems: spread(&whole, UPRIGHT), turned: false, cut: false };
    }
    if may_turn && least <= TURNED {
        return Columns { ems: spread(&whole, TURNED), turned: true, cut: false };
    }
    let width = if may_turn { TURNED } else { UPRIGHT };
    Columns { ems: spread(&wishes(CUT), width), turned: may_turn, cut: true }
}

fn wish(table: &Table, place: usize, longest: usize) -> Wish {
    let Some(column) = table.columns.get(place) else {
        return Wish { least: 0.0, title: 0.0, share: 0.0 };
    };
    let texts: Vec<String> =
        table.rows.iter().filter_map(|row| row.get(place)).map(plain).collect();
    let words = texts.iter().map(String::as_str).chain([column.title.as_str()]);
    let words = words.flat_map(|text| text.split([' ', '\n', '\u{a0}']));
    let letters = words.map(|word| word.chars().count()).max().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "a word is short")]
    let least = letters.min(longest) as f64 * LETTER + AROUND;
    if column.align == Align::Right {
        // Words do not fill their lines: a letter of each is lost.
        let letters = column.title.chars().count() + column.title.split(' ').count();
        #[expect(clippy::cast_precision_loss, reason = "a title is short")]
        let title = letters as f64 / TITLE_LINES * LETTER + AROUND;
        return Wish { least, title: (title - least).max(0.0), share: 0.0 };
    }
    let total: usize = texts.iter().map(|text| text.chars().count().min(400)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a table is small")]
    let mean = total as f64 / texts.len().max(1) as f64;
    Wish { least, title: 0.0, share: mean.max(least).sqrt() }
}

/// Gives each column its least width, the titles of numbers some more, and what is left by how much each says; squeezes
/// all when there is not enough.
fn spread(wishes: &[Wish], width: f64) -> Vec<f64> {
    let least: f64 = wishes.iter().map(|wish| wish.least).sum();
    let shares: f64 = wishes.iter().map(|wish| wish.share).sum();
    if least > width {
        return wishes.iter().map(|wish| wish.least * width / least).collect();
    }
    let titles: f64 = wishes.iter().map(|wish| wish.title).sum();
    let given = if titles > 0.0 { ((width - least) * TITLES / titles).min(1.0) } else { 0.0 };
    let left = width - least - given * titles;
    let left = if shares > 0.0 { left / shares } else { 0.0 };
    wishes.iter().map(|wish| wish.least + wish.title * given + wish.share * left).collect()
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Link { text, .. } => text.clone(),
        Cell::Number(shown) => shown.text.clone(),
        Cell::Ordinal(number) => number.to_string(),
        Cell::Origin(origin) => origin.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    fn table(titles: &[&str]) -> Table {
        let column = |(place, title): (usize, &&str)| Column {
            title: (*title).to_owned(),
            align: if place == 0 { Align::Left } else { Align::Right },
        };
        Table {
            id: "t".to_owned(),
            caption: "t".to_owned(),
            columns: titles.iter().enumerate().map(column).collect(),
            rows: vec![vec![Cell::Text("accompagnement méthodologique et coaching".to_owned())]],
            source: None,
        }
    }

    #[test]
    fn a_small_table_fills_the_upright_page() {
        let columns = lay_out(&table(&["Réponse", "Labs", "Part"]), true);
        assert!(!columns.turned && !columns.cut);
        let width: f64 = columns.ems.iter().sum();
        assert!((width - UPRIGHT).abs() < 0.01, "{width}");
        assert!(columns.ems[0] > 30.0, "{:?}", columns.ems);
    }

    #[test]
    fn a_wide_table_turns_the_page_and_no_column_is_narrower_than_its_longest_word() {
        let title = "organisationnelle";
        let columns = lay_out(&table(&["Réponse", title, title, title, title, title]), true);
        assert!(columns.turned && !columns.cut, "{columns:?}");
        assert!(columns.ems.iter().sum::<f64>() <= TURNED + 0.01, "{columns:?}");
        let least = 14.0 * LETTER + AROUND;
        assert!(columns.ems.iter().all(|ems| *ems >= least), "{columns:?}");
    }

    #[test]
    fn what_fits_nowhere_is_cut_and_stays_on_the_page() {
        let mut titles = vec!["organisationnelle"; 20];
        titles[0] = "Réponse";
        for (may_turn, width) in [(true, TURNED), (false, UPRIGHT)] {
            let columns = lay_out(&table(&titles), may_turn);
            assert!(columns.cut && columns.turned == may_turn, "{columns:?}");
            assert!(columns.ems.iter().sum::<f64>() <= width + 0.01, "{columns:?}");
        }
    }
}
