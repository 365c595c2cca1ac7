//! The workbook in which a team keeps the registers of a year: a sheet for each, with drop-downs.
//!
//! Headers and values are the codebook's, so that what is filled in is read back without a doubt. The lists are on
//! a hidden sheet: one typed in the rule would be cut at a comma. A rule warns and never refuses, since a person may
//! know better than the list.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use crate::codebook::{Codebook, ColumnKind, ColumnSpec, RegisterSpec};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::CensusYear;

/// Rows already filled: register → rows of column → text, dates as `2020-03-12`.
pub type FilledRows = BTreeMap<String, Vec<BTreeMap<String, String>>>;

const LISTS: &str = "Listes";
/// Rows that carry the rules.
const ROWS: u32 = 500;
const HEADER: u32 = 0x0000_0091;
type Done = std::result::Result<(), XlsxError>;

/// Renders the registers of a year, with the rows given.
///
/// # Errors
/// What rust_xlsxwriter says.
pub fn template(
    codebook: &Codebook,
    year: CensusYear,
    locale: &Locale,
    rows: &FilledRows,
) -> Result<Vec<u8>> {
    build(codebook, year, locale, rows)
        .map_err(|error| Error::Render { what: "xlsx".to_owned(), detail: error.to_string() })
}

fn build(
    codebook: &Codebook,
    year: CensusYear,
    locale: &Locale,
    rows: &FilledRows,
) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = locale.with("template-title", &[("year", year.to_string().into())]);
    let created = ExcelDateTime::from_ymd(year.get().max(1900), 1, 1)?;
    workbook
        .set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&created));
    instructions(workbook.add_worksheet(), codebook, locale, &title)?;
    let mut template = Template { codebook, locale, year, lists: Vec::new() };
    for spec in &codebook.registers.specs {
        let filled = rows.get(&spec.id).map(Vec::as_slice).unwrap_or_default();
        template.sheet(workbook.add_worksheet(), spec, filled)?;
    }
    let hidden = workbook.add_worksheet();
    hidden.set_name(LISTS)?.set_hidden(true);
    for (column, list) in (0_u16..).zip(&template.lists) {
        for (row, entry) in (0_u32..).zip(list) {
            hidden.write_string(row, column, entry)?;
        }
    }
    workbook.save_to_buffer()
}

/// How to fill the registers: each column of each.
fn instructions(sheet: &mut Worksheet, codebook: &Codebook, locale: &Locale, title: &str) -> Done {
    sheet.set_name(locale.text("template-instructions"))?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_screen_gridlines(false);
    for (column, width) in (0_u16..).zip([34.0, 34.0, 90.0]) {
        sheet.set_column_width(column, width)?;
    }
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, title, &Format::new().set_bold().set_font_size(16))?;
    let mut row = 1;
    for line in locale.text("template-help").lines() {
        sheet.merge_range(row, 0, row, 2, line, &plain)?;
        sheet.set_row_height(row, 32)?;
        row += 1;
    }
    for spec in &codebook.registers.specs {
        row += 1;
        let name = locale.lang.pick(&spec.sheet.fr, &spec.sheet.en);
        sheet.write_string_with_format(row, 0, name, &bold)?;
        sheet.write_string_with_format(
            row,
            1,
            locale.lang.pick(&spec.title.fr, &spec.title.en),
            &bold,
        )?;
        for column in &spec.columns {
            row += 1;
            sheet.write_string_with_format(row, 1, header(column, locale), &plain)?;
            let takes = takes(codebook, column, locale);
            let lines = takes.chars().count() / 85 + 1;
            sheet.set_row_height(row, 16.0 * f64::from(u8::try_from(lines).unwrap_or(8)))?;
            sheet.write_string_with_format(row, 2, takes, &plain)?;
        }
        row += 1;
    }
    Ok(())
}

/// A column's header, marked when each row needs it.
fn header(column: &ColumnSpec, locale: &Locale) -> String {
    let label = locale.lang.pick(&column.label.fr, &column.label.en);
    if column.required { format!("{label} *") } else { label.to_owned() }
}

/// What a column takes, in a sentence.
fn takes(codebook: &Codebook, column: &ColumnSpec, locale: &Locale) -> String {
    let key = match column.kind {
        ColumnKind::Text => "template-takes-text",
        ColumnKind::Lines => "template-takes-lines",
        ColumnKind::Date if column.any_year => "template-takes-any-date",
        ColumnKind::Date => "template-takes-date",
        ColumnKind::Year => "template-takes-year",
        ColumnKind::Count => "template-takes-count",
        ColumnKind::Number => "template-takes-number",
        ColumnKind::YesNo => "template-takes-yes-no",
        ColumnKind::Academy => "template-takes-academy",
        ColumnKind::Term => "template-takes-term",
    };
    let labels: Vec<String> = entries(codebook, column, locale);
    let list = if column.kind == ColumnKind::Term { labels.join(" ; ") } else { String::new() };
    let takes = locale.with(key, &[("list", list.into())]);
    let help = column.help.as_ref().map(|help| locale.lang.pick(&help.fr, &help.en));
    help.map_or(takes.clone(), |help| format!("{takes} {help}"))
}

/// The labels of a column of terms.
fn entries(codebook: &Codebook, column: &ColumnSpec, locale: &Locale) -> Vec<String> {
    let vocabulary = codebook.registers.vocabulary(column);
    let terms = vocabulary.into_iter().flat_map(|vocabulary| &vocabulary.terms);
    terms.map(|term| locale.lang.pick(&term.label.fr, &term.label.en).to_owned()).collect()
}

struct Template<'a> {
    codebook: &'a Codebook,
    locale: &'a Locale,
    year: CensusYear,
    /// The entries of each drop-down, a column each of the hidden sheet.
    lists: Vec<Vec<String>>,
}

impl Template<'_> {
    fn sheet(
        &mut self,
        sheet: &mut Worksheet,
        spec: &RegisterSpec,
        rows: &[BTreeMap<String, String>],
    ) -> Done {
        sheet.set_name(self.locale.lang.pick(&spec.sheet.fr, &spec.sheet.en))?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 1)?;
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(HEADER));
        sheet.set_row_height(0, 32)?;
        for (number, column) in (0_u16..).zip(&spec.columns) {
            sheet.set_column_width(number, width(column.kind))?;
            sheet.write_string_with_format(0, number, header(column, self.locale), &head)?;
            let last = ROWS.max(u32::try_from(rows.len()).unwrap_or(ROWS));
            let rule = self.rule(column)?;
            sheet.add_data_validation(1, number, last, number, &rule)?;
        }
        for (number, row) in (1_u32..).zip(rows) {
            for (place, column) in (0_u16..).zip(&spec.columns) {
                let Some(text) = row.get(&column.id).filter(|text| !text.is_empty()) else {
                    continue;
                };
                fill(sheet, (number, place), column.kind, text)?;
            }
        }
        Ok(())
    }

    fn rule(&mut self, column: &ColumnSpec) -> std::result::Result<DataValidation, XlsxError> {
        let yes_no = ["answer-yes", "answer-no"].map(|key| self.locale.text(key));
        let rule = DataValidation::new();
        let day = |month, day| ExcelDateTime::from_ymd(self.year.get().max(1900), month, day);
        let rule = match column.kind {
            ColumnKind::Term => {
                let entries = entries(self.codebook, column, self.locale);
                self.list(rule, entries)
            }
            ColumnKind::Academy => {
                let date = NaiveDate::from_ymd_opt(i32::from(self.year.get()), 12, 31);
                let members = self.codebook.register.members(date.unwrap_or_default());
                let names = members.map(|body| body.short_name.clone()).collect();
                self.list(rule, names)
            }
            ColumnKind::YesNo => self.list(rule, yes_no.to_vec()),
            ColumnKind::Count => {
                rule.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
            }
            ColumnKind::Number => {
                rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            }
            ColumnKind::Date if !column.any_year => {
                rule.allow_date(DataValidationRule::Between(day(1, 1)?, day(12, 31)?))
            }
            _ => rule.allow_any_value(),
        };
        let help = takes(self.codebook, column, self.locale);
        // Excel takes 255 characters.
        rule.set_error_style(DataValidationErrorStyle::Warning)
            .set_input_message(help.chars().take(255).collect::<String>())
    }

    fn list(&mut self, rule: DataValidation, entries: Vec<String>) -> DataValidation {
        let column = rust_xlsxwriter::utility::column_number_to_name(
            u16::try_from(self.lists.len()).unwrap_or_default(),
        );
        let last = entries.len().max(1);
        self.lists.push(entries);
        rule.allow_list_formula(Formula::new(format!("={LISTS}!${column}$1:${column}${last}")))
    }
}

fn width(kind: ColumnKind) -> f64 {
    match kind {
        ColumnKind::Text => 36.0,
        ColumnKind::Lines => 48.0,
        ColumnKind::Term => 30.0,
        ColumnKind::Academy => 20.0,
        _ => 14.0,
    }
}

fn fill(sheet: &mut Worksheet, (row, column): (u32, u16), kind: ColumnKind, text: &str) -> Done {
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(Color::RGB(0x00CE_CECE));
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let number = text.parse::<f64>().ok();
    match (kind, day, number) {
        (ColumnKind::Date, Some(day), _) => {
            let part = |number: u32| u8::try_from(number).unwrap_or(1);
            let year = u16::try_from(day.year()).unwrap_or(1900);
            let date = ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))?;
            let format = cell.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left);
            sheet.write_datetime_with_format(row, column, &date, &format)?;
        }
        (ColumnKind::Count | ColumnKind::Number | ColumnKind::Year, _, Some(number)) => {
            sheet.write_number_with_format(row, column, number, &cell)?;
        }
        _ => {
            sheet.write_string_with_format(row, column, text, &cell)?;
        }
    }
    Ok(())
}
