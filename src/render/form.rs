//! The empty fiche that is sent out: a form with drop-downs that the reader reads back without a doubt.
//!
//! Labels and options are the codebook's, word for word. Help is shown when a cell is selected and never
//! stands in a cell, so that a filled form holds nothing but labels and answers. Drop-downs point to a
//! hidden sheet: a list typed in the rule would be cut at the comma of « Actif, fonctionnel ».

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};

use crate::codebook::{Codebook, Kind, Question};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::CensusYear;

/// Pale ground of the labels.
const TINT: u32 = 0x00E3_E3FD;
const LISTS: &str = "Listes";
const ANSWER: u16 = 1;
/// Height of a line, in points.
const LINE: f64 = 18.0;

/// Renders the form of a year.
///
/// # Errors
/// What rust_xlsxwriter says.
pub fn form(codebook: &Codebook, year: CensusYear, locale: &Locale) -> Result<Vec<u8>> {
    build(&codebook.at(year), year, locale)
        .map_err(|error| Error::Render { what: "xlsx".to_owned(), detail: error.to_string() })
}

fn build(
    codebook: &Codebook,
    year: CensusYear,
    locale: &Locale,
) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = locale.with("form-title", &[("year", year.to_string().into())]);
    let created = ExcelDateTime::from_ymd(year.get().max(1900), 1, 1)?;
    workbook
        .set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    sheet.set_name(locale.text("form-sheet"))?;
    let mut form = Form { sheet, codebook, locale, year, row: 0, lists: Vec::new() };
    form.head(&title)?;
    for question in &codebook.questionnaire.questions {
        form.question(question)?;
    }
    let lists = form.lists;
    let hidden = workbook.add_worksheet();
    hidden.set_name(LISTS)?.set_hidden(true);
    for (column, list) in (0_u16..).zip(&lists) {
        for (row, entry) in (0_u32..).zip(list) {
            hidden.write_string(row, column, entry)?;
        }
    }
    workbook.save_to_buffer()
}

/// The form being filled from top to bottom.
struct Form<'a> {
    sheet: &'a mut Worksheet,
    codebook: &'a Codebook,
    locale: &'a Locale,
    year: CensusYear,
    row: u32,
    /// The entries of each drop-down, a column each of the hidden sheet.
    lists: Vec<Vec<String>>,
}

type Done = std::result::Result<(), XlsxError>;

impl Form<'_> {
    fn head(&mut self, title: &str) -> Done {
        self.sheet.set_column_width(0, 62)?.set_column_width(ANSWER, 80)?;
        self.sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_screen_gridlines(false);
        self.sheet.write_string_with_format(
            0,
            0,
            title,
            &Format::new().set_bold().set_font_size(16),
        )?;
        let help = self.locale.text("form-help");
        self.sheet.write_string_with_format(1, 0, &help, &Format::new().set_italic())?;
        self.sheet.set_freeze_panes(2, 0)?;
        self.row = 3;
        Ok(())
    }

    fn question(&mut self, question: &Question) -> Done {
        match question.kind {
            Kind::Academy => {
                let date = chrono::NaiveDate::from_ymd_opt(i32::from(self.year.get()), 12, 31)
                    .unwrap_or_default();
                let names = self
                    .codebook
                    .register
                    .members(date)
                    .map(|body| body.short_name.clone())
                    .collect();
                self.choice(question, names)
            }
            Kind::Single => {
                let terms = self
                    .codebook
                    .vocabulary(&question.id)
                    .into_iter()
                    .flat_map(|vocabulary| &vocabulary.terms);
                let labels = terms.map(|term| term.label.fr.clone()).collect();
                self.choice(question, labels)
            }
            Kind::Multiple => self.options(question),
            Kind::Text if question.id.as_str() == "lab" => self.text(question, LINE),
            Kind::Text | Kind::List => self.text(question, 5.0 * LINE),
            Kind::Launch | Kind::Team => self.text(question, 2.0 * LINE),
        }
    }

    /// The wording of 2020, with the year's own number in it.
    fn label(&mut self, question: &Question, after: &str) -> Done {
        let wording = question
            .wordings
            .iter()
            .find(|wording| !wording.contains('…'))
            .cloned()
            .unwrap_or_default();
        let following = question.id.as_str() == "goals";
        let year = self.year.get() + u16::from(following);
        let text = wording.replace("{year}", &year.to_string()) + after;
        let format = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(TINT));
        self.sheet.write_string_with_format(self.row, 0, text, &format)?;
        Ok(())
    }

    fn help(&self, question: &Question) -> String {
        self.locale
            .find(&format!("form-help-{}", question.id.as_str().replace('_', "-")), &[])
            .unwrap_or_default()
    }

    fn choice(&mut self, question: &Question, entries: Vec<String>) -> Done {
        self.label(question, "")?;
        let column = char::from(b'A' + u8::try_from(self.lists.len() % 26).unwrap_or(0));
        let source =
            Formula::new(format!("={LISTS}!${column}$1:${column}${}", entries.len().max(1)));
        self.lists.push(entries);
        let rule = DataValidation::new().allow_list_formula(source);
        self.answer(rule, question, LINE)
    }

    fn text(&mut self, question: &Question, height: f64) -> Done {
        self.label(question, "")?;
        self.answer(DataValidation::new().allow_any_value(), question, height)
    }

    fn answer(&mut self, rule: DataValidation, question: &Question, height: f64) -> Done {
        let rule = with_help(rule, &self.help(question))?;
        self.sheet.write_blank(self.row, ANSWER, &white().set_num_format("@"))?;
        self.sheet.add_data_validation(self.row, ANSWER, self.row, ANSWER, &rule)?;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    /// One row per option, with a cell to tick.
    fn options(&mut self, question: &Question) -> Done {
        self.row += 1;
        let tick = self.locale.text("form-tick");
        self.label(question, &format!(" ({tick})"))?;
        self.sheet.set_row_height(self.row, 2.0 * LINE)?;
        self.row += 1;
        let terms = self
            .codebook
            .vocabulary(&question.id)
            .into_iter()
            .flat_map(|vocabulary| &vocabulary.terms);
        for term in terms {
            let gloss = if term.gloss.fr.is_empty() {
                String::new()
            } else {
                format!(" (= {})", term.gloss.fr)
            };
            let format = Format::new().set_text_wrap().set_indent(1).set_align(FormatAlign::Top);
            self.sheet.write_string_with_format(
                self.row,
                0,
                format!("{}{gloss}", term.label.fr),
                &format,
            )?;
            let rule = DataValidation::new().allow_list_strings(&["x"])?.set_error_title(&tick)?;
            let rule = with_help(rule, &self.help(question))?.show_error_message(false);
            self.sheet.write_blank(self.row, ANSWER, &white().set_align(FormatAlign::Left))?;
            self.sheet.add_data_validation(self.row, ANSWER, self.row, ANSWER, &rule)?;
            let lines = (term.label.fr.chars().count() + gloss.chars().count()) / 60 + 1;
            self.sheet
                .set_row_height(self.row, 16.0 * f64::from(u8::try_from(lines).unwrap_or(4)))?;
            self.row += 1;
        }
        Ok(())
    }
}

fn white() -> Format {
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::White)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x0066_6666))
}

/// Shows help while the cell is selected; Excel takes 255 characters.
fn with_help(rule: DataValidation, help: &str) -> std::result::Result<DataValidation, XlsxError> {
    if help.is_empty() {
        Ok(rule)
    } else {
        rule.set_input_message(help.chars().take(255).collect::<String>())
    }
}
