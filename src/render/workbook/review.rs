//! The workbook in which a person settles what no rule could: `a-valider.xlsx`.
//!
//! One row for each text that waits. What the reader of the returned file needs (question, key, kind of column)
//! stands in hidden cells, so that rows may be sorted, columns moved and headers translated. Drop-downs point to a
//! hidden sheet: a list typed in the rule would be cut at the comma of « Actif, fonctionnel ».

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, Formula,
    Workbook, Worksheet, XlsxError,
};

use super::annexes::{help, link, personal, places, progress};
use super::sheet::{fitted, height, looks_like_formula};
use super::style;
use crate::census::Edition;
use crate::codebook::{Codebook, Question};
use crate::error::{Error, Result};
use crate::indicators::Coding;
use crate::locale::Locale;
use crate::normalise::Pending;
use crate::report::Align;

type Done = std::result::Result<(), XlsxError>;

/// First cell of the sheet, by which the file is recognised when it comes back.
pub const REVIEW_MARK: &str = "labcensus-review";
const LISTS: &str = "Listes";
/// Row of the hidden column names; the visible header is below.
const NAMES: u32 = 3;
const SUGGESTIONS: usize = 3;
/// Fewest columns of answers for a question that takes several.
const ANSWERS: usize = 3;

/// What the workbook is rendered from.
#[derive(Clone, Copy, Debug)]
pub struct ReviewInputs<'a> {
    /// The edition with what waits in it.
    pub edition: &'a Edition,
    /// The codebook.
    pub codebook: &'a Codebook,
    /// How far each question is coded.
    pub coding: &'a [Coding<'a>],
    /// The responses folder as seen from the workbook's, with `/`.
    pub responses: Option<&'a str>,
}

/// Renders the workbook.
///
/// # Errors
/// What rust_xlsxwriter says.
pub fn review(inputs: &ReviewInputs<'_>, locale: &Locale) -> Result<Vec<u8>> {
    build(inputs, locale)
        .map_err(|error| Error::Render { what: "xlsx".to_owned(), detail: error.to_string() })
}

fn build(inputs: &ReviewInputs<'_>, locale: &Locale) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let year = inputs.edition.year();
    let created = ExcelDateTime::from_ymd(year.get().max(1900), 1, 1)?;
    let title = locale.with("review-title", &[("year", year.to_string().into())]);
    workbook
        .set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&created));
    let questions: Vec<&Question> = inputs.codebook.questionnaire.questions.iter().collect();
    let lists = Lists::new(inputs, locale);
    let sheet = workbook.add_worksheet();
    sheet.set_name(locale.text("review-sheet"))?;
    let mut page = Page { sheet, inputs, locale, lists: &lists, columns: columns(inputs) };
    page.write(&title, &questions)?;
    places(workbook.add_worksheet(), inputs, locale)?;
    personal(workbook.add_worksheet(), inputs, locale)?;
    help(workbook.add_worksheet(), locale)?;
    progress(workbook.add_worksheet(), inputs, locale)?;
    lists.write(workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

/// A column of the sheet: the name that the reader looks for, and its width.
#[derive(Clone, Copy, Debug, PartialEq)]
struct ColumnKind {
    name: &'static str,
    width: f64,
}

fn columns(inputs: &ReviewInputs<'_>) -> Vec<ColumnKind> {
    let kind = |name, width| ColumnKind { name, width };
    let named = inputs.edition.pending.iter().map(|pending| pending.suggestions.len());
    let answers = named.max().unwrap_or(0).max(ANSWERS);
    let mut columns = vec![kind("question", 4.0), kind("decision_key", 4.0)];
    columns.extend([kind("label", 18.0), kind("text", 46.0), kind("where", 26.0)]);
    columns.extend([kind("count", 9.0), kind("reason", 24.0)]);
    columns.extend((0..SUGGESTIONS).map(|_| kind("suggestion", 24.0)));
    columns.extend((0..answers).map(|_| kind("answer", 28.0)));
    columns.extend([kind("alias", 12.0), kind("note", 30.0)]);
    columns
}

/// The sheet of the texts that wait.
struct Page<'a, 'w> {
    sheet: &'w mut Worksheet,
    inputs: &'a ReviewInputs<'a>,
    locale: &'a Locale,
    lists: &'a Lists,
    columns: Vec<ColumnKind>,
}

impl Page<'_, '_> {
    fn write(&mut self, title: &str, questions: &[&Question]) -> Done {
        self.sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        self.head(title)?;
        let mut row = NAMES + 2;
        for question in questions {
            let waiting: Vec<&Pending> = self
                .inputs
                .edition
                .pending
                .iter()
                .filter(|pending| pending.question == question.id)
                .collect();
            let first = row;
            for pending in &waiting {
                self.row(row, question, pending)?;
                row += 1;
            }
            if row > first {
                self.validate(first, row - 1, question)?;
            }
        }
        if self.inputs.edition.pending.is_empty() {
            self.sheet.write_string(row, 2, self.locale.text("review-nothing"))?;
        }
        Ok(())
    }

    fn head(&mut self, title: &str) -> Done {
        let year = self.inputs.edition.year().to_string();
        self.sheet.write_string(0, 0, REVIEW_MARK)?.write_string(0, 1, &year)?;
        self.sheet.write_string_with_format(0, 2, title, &style::title())?;
        self.sheet.write_string(1, 0, "by")?;
        self.sheet.write_string_with_format(
            1,
            2,
            self.locale.text("review-by"),
            &style::caption(),
        )?;
        self.sheet.write_blank(1, 3, &to_fill())?;
        for (column, kind) in (0_u16..).zip(self.columns.clone()) {
            self.sheet.set_column_width(column, kind.width)?;
            self.sheet.write_string(NAMES, column, kind.name)?;
            let nth = self.columns.iter().take(usize::from(column)).filter(|other| **other == kind);
            let number = nth.count() + 1;
            let header = self.locale.with(
                &format!("review-column-{}", kind.name.replace('_', "-")),
                &[("n", number.to_string().into())],
            );
            let format = style::header(Align::Left);
            self.sheet.write_string_with_format(NAMES + 1, column, header, &format)?;
        }
        self.sheet.set_column_hidden(0)?.set_column_hidden(1)?.set_row_hidden(NAMES)?;
        self.sheet.set_row_height(0, 26)?.set_row_height(1, 20)?.set_row_height(NAMES + 1, 46)?;
        self.sheet.set_freeze_panes(NAMES + 2, 4)?;
        self.sheet.set_repeat_rows(NAMES + 1, NAMES + 1)?;
        Ok(())
    }

    fn row(&mut self, row: u32, question: &Question, pending: &Pending) -> Done {
        let mut suggestions = pending.suggestions.iter();
        let mut tallest: f64 = 32.0;
        for (column, kind) in (0_u16..).zip(self.columns.clone()) {
            let text = match kind.name {
                "question" => pending.question.to_string(),
                "decision_key" => pending.key.clone(),
                "label" => self.locale.lang.pick(&question.label.fr, &question.label.en).to_owned(),
                "text" => pending.text.clone(),
                "reason" => self.locale.text(&format!("fact-reason-{}", pending.reason)),
                "suggestion" => suggestions.next().map_or_else(String::new, |one| {
                    let label = self.inputs.codebook.term(&question.id, &one.term);
                    let label =
                        label.map(|term| self.locale.lang.pick(&term.label.fr, &term.label.en));
                    let score = self.locale.percent(one.score);
                    format!("{} ({score})", label.unwrap_or(one.term.as_str()))
                }),
                "where" => {
                    // The first place; all of them are on their own sheet.
                    if let Some(first) = pending.origins.first() {
                        link(self.sheet, (row, column), self.inputs, first)?;
                    }
                    continue;
                }
                "count" => {
                    let count = u32::try_from(pending.origins.len()).unwrap_or(u32::MAX);
                    self.sheet.write_number_with_format(row, column, count, &style::ordinal())?;
                    continue;
                }
                _ => {
                    self.sheet.write_blank(row, column, &to_fill())?;
                    continue;
                }
            };
            if kind.width > 4.0 {
                tallest = tallest.max(height(&text, kind.width));
            }
            write_text(self.sheet, (row, column), &text)?;
        }
        self.sheet.set_row_height(row, tallest)?;
        Ok(())
    }

    /// Drop-downs for the rows of a question; one answer only where it takes one.
    fn validate(&mut self, first: u32, last: u32, question: &Question) -> Done {
        let single = question.kind != crate::codebook::Kind::Multiple;
        let mut answers = 0;
        for (column, kind) in (0_u16..).zip(self.columns.clone()) {
            let rule = match kind.name {
                "answer" => {
                    answers += 1;
                    match self.lists.formula(question.id.as_str()) {
                        Some(_) if single && answers > 1 => continue,
                        Some(formula) => self.drop_down(formula)?,
                        None => self.wording()?,
                    }
                }
                "alias" => match self.lists.formula(YES) {
                    Some(formula) if question.vocabulary.is_some() => self.drop_down(formula)?,
                    _ => continue,
                },
                _ => continue,
            };
            self.sheet.add_data_validation(first, column, last, column, &rule)?;
        }
        Ok(())
    }

    fn drop_down(&self, formula: Formula) -> std::result::Result<DataValidation, XlsxError> {
        DataValidation::new()
            .allow_list_formula(formula)
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(self.locale.text("review-not-in-list"))
    }

    /// A launch or a team is written in plain words.
    fn wording(&self) -> std::result::Result<DataValidation, XlsxError> {
        DataValidation::new()
            .allow_any_value()
            .set_input_message(self.locale.text("review-wording"))
    }
}

/// The entry of the list of « oui ».
const YES: &str = "yes";

/// The drop-downs' entries, a column each of the hidden sheet.
struct Lists(Vec<(String, Vec<String>)>);

impl Lists {
    fn new(inputs: &ReviewInputs<'_>, locale: &Locale) -> Self {
        let list = |question: &Question| {
            let vocabulary = inputs.codebook.vocabulary(&question.id)?;
            let labels = vocabulary
                .terms
                .iter()
                .map(|term| locale.lang.pick(&term.label.fr, &term.label.en));
            let mut entries: Vec<String> = labels.map(str::to_owned).collect();
            entries.push(locale.text("review-none"));
            Some((question.id.to_string(), entries))
        };
        let mut lists: Vec<_> =
            inputs.codebook.questionnaire.questions.iter().filter_map(list).collect();
        lists.push((YES.to_owned(), vec![locale.text("review-yes")]));
        Self(lists)
    }

    fn formula(&self, name: &str) -> Option<Formula> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        let (_, entries) = self.0.get(at)?;
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).ok()?);
        Some(Formula::new(format!("={LISTS}!${column}$1:${column}${}", entries.len())))
    }

    fn write(&self, sheet: &mut Worksheet) -> Done {
        sheet.set_name(LISTS)?.set_hidden(true);
        for (column, (_, entries)) in (0_u16..).zip(&self.0) {
            for (row, entry) in (0_u32..).zip(entries) {
                sheet.write_string(row, column, entry)?;
            }
        }
        Ok(())
    }
}

/// A cell that a person fills.
pub(super) fn to_fill() -> Format {
    style::text().set_background_color(rust_xlsxwriter::Color::RGB(0x00FF_F8E1)).set_num_format("@")
}

/// Words, never a formula.
pub(super) fn write_text(sheet: &mut Worksheet, (row, column): (u32, u16), text: &str) -> Done {
    let format = if looks_like_formula(text) { style::quoted() } else { style::text() };
    sheet.write_string_with_format(row, column, fitted(text), &format)?;
    Ok(())
}
