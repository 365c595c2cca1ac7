//! Running text on a sheet: a row for each paragraph or item, without emphasis.

use rust_xlsxwriter::XlsxError;

use super::sheet::Sheet;
use super::style;
use crate::report::{List, Prose, plain};

type Done = Result<(), XlsxError>;

/// Writes running text.
pub(super) fn write(sheet: &mut Sheet<'_>, prose: &Prose) -> Done {
    match prose {
        Prose::Heading(_, words) => {
            sheet.row += 1;
            sheet.line(&plain(words), &style::caption())
        }
        Prose::Paragraph(words) => sheet.line(&plain(words), &style::paragraph()),
        Prose::Quote(words) => {
            sheet.line(&format!("«\u{a0}{}\u{a0}»", plain(words)), &style::reading())
        }
        Prose::List(list) => self::list(sheet, list, 1),
    }
}

fn list(sheet: &mut Sheet<'_>, list: &List, level: usize) -> Done {
    for (number, item) in (1..).zip(&list.items) {
        let mark = if list.ordered { format!("{number}.") } else { "•".to_owned() };
        let margin = "\u{a0}".repeat(3 * level);
        sheet.line(&format!("{margin}{mark} {}", plain(&item.text)), &style::paragraph())?;
        for below in &item.lists {
            self::list(sheet, below, level + 1)?;
        }
    }
    Ok(())
}
