//! The path of some labs: what each said year after year, and how many say the same now.

use super::super::document::{Align, Block, Cell, Column, Section, Table};
use super::super::{labs, looking_back};
use super::{Beside, Choice, blank};
use crate::census::{Edition, Lab, ResponseState};
use crate::codebook::{Body, Crosswalk, Kind, Question};
use crate::indicators::heir;
use crate::locale::capitalised;
use crate::model::{AcademyCode, CensusYear};

/// One section a lab with all its questions; or one for all the labs, of the question asked.
pub(super) fn sections(beside: &Beside<'_>, choice: &Choice<'_>) -> Vec<Section> {
    let paths: Vec<Path<'_>> = choice.labs.iter().map(|code| Path::of(beside, code)).collect();
    match choice.question {
        Some(question) => vec![one_question(beside, question, &paths)],
        None => paths.iter().map(Path::section).collect(),
    }
}

fn one_question(beside: &Beside<'_>, question: &Question, paths: &[Path<'_>]) -> Section {
    let desk = beside.desk;
    let row = |path: &Path<'_>| {
        std::iter::once(Cell::Text(path.name.clone())).chain(path.answers(question)).collect()
    };
    let label = desk.pick(&question.label).to_owned();
    let title = desk.with("compare-labs", &[("question", label.into())]);
    Section {
        id: "labs".to_owned(),
        sheet: desk.text("sheet-labs"),
        title: desk.text("sheet-labs"),
        blocks: vec![Block::Table(Table {
            id: "labs".to_owned(),
            caption: title,
            columns: columns(beside, desk.words("column-academy")),
            rows: paths.iter().map(row).collect(),
            source: Some(desk.source()),
        })],
    }
}

/// The years, then the national reference of the last.
fn columns(beside: &Beside<'_>, first: Column) -> Vec<Column> {
    let column = |title: String| Column { title, align: Align::Left };
    let mut columns = vec![first];
    columns.extend(beside.years.iter().map(|year| column(year.to_string())));
    columns.push(column(beside.desk.with("compare-column-national", &beside.args())));
    columns
}

/// A lab along the years.
struct Path<'a> {
    beside: &'a Beside<'a>,
    code: &'a AcademyCode,
    name: String,
}

impl<'a> Path<'a> {
    fn of(beside: &'a Beside<'a>, code: &'a AcademyCode) -> Self {
        let bodies = beside.desk.codebook.register.bodies();
        let body = bodies.iter().rev().find(|body| body.code == *code);
        let name = body.map_or_else(|| code.to_string(), |body| body.short_name.clone());
        Self { beside, code, name }
    }

    fn section(&self) -> Section {
        let desk = self.beside.desk;
        let questions = &desk.codebook.questionnaire.questions;
        let response = std::iter::once(Cell::Text(desk.text("column-response")))
            .chain(self.beside.years.iter().map(|year| self.response(*year)))
            .chain([blank()]);
        let mut rows: Vec<Vec<Cell>> = vec![response.collect()];
        for question in questions.iter().filter(|question| labs::is_column(question)) {
            let label = Cell::Text(desk.pick(&question.label).to_owned());
            rows.push(std::iter::once(label).chain(self.answers(question)).collect());
        }
        let title = format!("{} ({})", self.name, self.code);
        Section {
            id: format!("lab-{}", self.code),
            sheet: self.name.clone(),
            blocks: vec![Block::Table(Table {
                id: format!("lab-{}", self.code),
                caption: desk.with("compare-path", &[("lab", title.clone().into())]),
                columns: columns(self.beside, desk.words("label-question")),
                rows,
                source: Some(desk.source()),
            })],
            title,
        }
    }

    /// The labs of an edition that belong to the body: several where it has come of a merger since.
    fn members(&self, year: CensusYear) -> Vec<&'a Lab> {
        let inputs = self.beside.inputs;
        let date = inputs.edition.file.closing_date;
        let register = &self.beside.desk.codebook.register;
        let edition: Option<&Edition> = inputs.series.get(year).map(AsRef::as_ref);
        let labs = edition.into_iter().flat_map(|edition| &edition.labs);
        labs.filter(|lab| heir(register, lab, date).0 == *self.code).collect()
    }

    fn response(&self, year: CensusYear) -> Cell {
        let desk = self.beside.desk;
        self.each(&self.members(year), |lab| {
            let key = match lab.response {
                ResponseState::Received => "response-received",
                ResponseState::KnownSilent => "response-known-silent",
                ResponseState::None => "standing-nothing",
            };
            desk.text(key)
        })
    }

    /// What was answered each year, then the national reference.
    fn answers(&self, question: &'a Question) -> Vec<Cell> {
        let desk = self.beside.desk;
        let all = self.beside.inputs.series.years();
        let whole = Crosswalk::build_whole(desk.codebook, question, &all);
        let hidden = all.len() - self.beside.years.len();
        let cell = |(year, point): (&CensusYear, &crate::codebook::WholePoint)| {
            let then = point.question.as_ref().and_then(|id| desk.codebook.questionnaire.get(id));
            let Some(then) = then else {
                return Cell::Text(capitalised(&desk.text("trend-not-asked")));
            };
            self.each(&self.members(*year), |lab| match lab.response {
                ResponseState::Received => labs::text(desk, lab, then)
                    .map_or_else(|| desk.text("answer-missing"), |text| capitalised(&text)),
                _ => capitalised(&desk.text("before-no-form")),
            })
        };
        let mut cells: Vec<Cell> =
            self.beside.years.iter().zip(whole.iter().skip(hidden)).map(cell).collect();
        let now = self.beside.inputs.edition.lab(self.code);
        let reference = now.and_then(|lab| looking_back::reference(desk, lab, question));
        cells.push(reference.map_or_else(|| self.median(question), Cell::Text));
        cells
    }

    /// What the labs say together where this one said nothing: the answer that most of them give.
    fn median(&self, question: &Question) -> Cell {
        let desk = self.beside.desk;
        let Some(vocabulary) =
            desk.codebook.vocabulary(&question.id).filter(|_| question.kind == Kind::Single)
        else {
            return Cell::Empty;
        };
        let figures = vocabulary.terms.iter().filter_map(|term| {
            let figure = desk.registry.get(question.id.as_str(), term.id.as_str())?;
            (figure.count() > 0).then(|| {
                let label = desk.pick(term.short.as_ref().unwrap_or(&term.label)).to_owned();
                let args = [("answer", label.into()), ("count", desk.shown(figure).text.into())];
                desk.with("finding-part", &args)
            })
        });
        let list = figures.collect::<Vec<_>>().join(&desk.text("list-separator"));
        if list.is_empty() { Cell::Empty } else { Cell::Text(capitalised(&list)) }
    }

    /// What each lab of the body says, with its name where it was another body then.
    fn each(&self, labs: &[&Lab], said: impl Fn(&Lab) -> String) -> Cell {
        let desk = self.beside.desk;
        if labs.is_empty() {
            return Cell::Text(capitalised(&desk.text("standing-absent")));
        }
        let named = |body: &Body| labs.len() > 1 || body.code != *self.code;
        let one = |lab: &&Lab| {
            let text = said(lab);
            if named(&lab.body) {
                let args = [("lab", lab.body.short_name.clone().into()), ("answer", text.into())];
                desk.with("compare-of-lab", &args)
            } else {
                text
            }
        };
        Cell::Text(labs.iter().map(one).collect::<Vec<_>>().join("\n"))
    }
}
