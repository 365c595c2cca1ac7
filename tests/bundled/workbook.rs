//! A fiche as a workbook that looks like one filled by hand: wide columns, bold labels, wrapped answers.
//!
//! The creation date is fixed: it is the only thing in the file that would change from run to run.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::fiche::{CLOSING_DAY, Fiche, Instructions, Role};

/// Width of a column of labels, in characters.
const LABEL_WIDTH: f64 = 38.0;
/// Width of a column of answers, in characters.
const ANSWER_WIDTH: f64 = 95.0;
/// Width of the only column when answers stand beneath their labels, in characters.
const SINGLE_WIDTH: f64 = 120.0;
/// Height of one line of text, in points.
const LINE_HEIGHT: f64 = 16.0;
/// Paper code of an A4 sheet.
const A4: u8 = 9;

/// Builds the workbook of one fiche.
///
/// # Errors
///
/// When the library refuses a name, a text or a place.
pub(crate) fn build(fiche: &Fiche) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::parse_from_str(&format!("{}T12:00:00", fiche.written))?;
    let comment = if fiche.written == CLOSING_DAY {
        "Recensement d'exemple : faits de 2020, phrases de labcensus."
    } else {
        "Recensement d'exemple : réponses inventées."
    };
    workbook.set_properties(
        &DocProperties::new()
            .set_author("labcensus")
            .set_comment(comment)
            .set_creation_datetime(&created),
    );
    if let Some(instructions) = &fiche.instructions {
        write_instructions(workbook.add_worksheet(), instructions)?;
    }
    let sheet = workbook.add_worksheet();
    write_fiche(sheet, fiche)?;
    sheet.set_active(true);
    Ok(workbook)
}

fn write_instructions(sheet: &mut Worksheet, instructions: &Instructions) -> Result<(), XlsxError> {
    sheet.set_name(&instructions.sheet)?.set_column_width(0, SINGLE_WIDTH)?;
    for (row, line) in (0..).zip(&instructions.lines) {
        sheet.write(row, 0, line)?;
    }
    Ok(())
}

fn write_fiche(sheet: &mut Worksheet, fiche: &Fiche) -> Result<(), XlsxError> {
    sheet
        .set_name(&fiche.sheet)?
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_screen_gridlines(false);
    for (column, width) in widths(fiche) {
        sheet.set_column_width(column, width)?;
    }
    for (row, height) in heights(fiche) {
        sheet.set_row_height(row, height)?;
    }
    for cell in fiche.cells() {
        let format = format(cell.role);
        if matches!(cell.role, Role::Title) && fiche.title_span > 1 {
            let last = cell.column + fiche.title_span - 1;
            sheet.merge_range(cell.row, cell.column, cell.row, last, cell.text, &format)?;
        } else {
            sheet.write_with_format(cell.row, cell.column, cell.text, &format)?;
        }
    }
    Ok(())
}

/// The width of each used column: the first holds labels; a single one holds everything.
fn widths(fiche: &Fiche) -> Vec<(u16, f64)> {
    let mut columns: Vec<u16> = fiche.cells().iter().map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    match columns[..] {
        [only] => vec![(only, SINGLE_WIDTH)],
        _ => columns.into_iter().zip([LABEL_WIDTH, ANSWER_WIDTH]).collect(),
    }
}

/// The height that each row of questions needs once its texts are wrapped.
///
/// Excel would work it out on opening, other programs and printers do not.
fn heights(fiche: &Fiche) -> Vec<(u32, f64)> {
    let widths = widths(fiche);
    let mut heights: Vec<(u32, f64)> = Vec::new();
    for cell in fiche.cells().iter().filter(|cell| !matches!(cell.role, Role::Title)) {
        let width = widths.iter().find(|(column, _)| *column == cell.column);
        let height = wrapped(cell.text, width.map_or(SINGLE_WIDTH, |(_, width)| *width));
        match heights.last_mut() {
            Some((row, highest)) if *row == cell.row => *highest = highest.max(height),
            _ => heights.push((cell.row, height)),
        }
    }
    heights
}

/// The height of a text wrapped in a column, in points; a shade too tall rather than cut.
fn wrapped(text: &str, width: f64) -> f64 {
    text.lines()
        .map(|line| {
            let characters = u32::try_from(line.chars().count()).map_or(0.0, f64::from);
            (characters / (width * 0.95)).ceil().max(1.0) * LINE_HEIGHT
        })
        .sum()
}

/// How a text looks, by what it is.
fn format(role: Role) -> Format {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    match role {
        Role::Title => {
            Format::new().set_bold().set_font_size(14).set_font_color(Color::RGB(0x0000_0091))
        }
        Role::Label => wrapped
            .set_bold()
            .set_background_color(Color::RGB(0x00E3_E3FD))
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x0066_6666)),
        Role::Answer => {
            wrapped.set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x0066_6666))
        }
    }
}
