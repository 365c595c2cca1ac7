//! What is known of the labs besides their answers: openings, closures, pauses, reopenings, names.
//!
//! A lab may open twice: once for its users, once for the rector. Both dates are kept, each with its source.
//! Source of the columns: `surveys/codebook/lab_events.csv`.

use chrono::NaiveDate;

use super::csv_table::{CsvRow, CsvTable};
use super::passages::unknown;
use super::validity::Validity;
use super::{Bilingual, LineProblem, Register};
use crate::error::CodebookReason;
use crate::model::{AcademyCode, Precision};

/// The file of the events, in the codebook's folder.
pub const LAB_EVENTS: &str = "lab_events.csv";

/// The columns of the file, in its order.
const COLUMNS: [&str; 7] =
    ["academy_code", "date", "precision", "event", "note_fr", "note_en", "source"];

/// What happened to a lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabEventKind {
    /// Its opening was announced for that date.
    Planned,
    /// It started to work with its users.
    Operational,
    /// It was opened officially.
    Official,
    /// It closed.
    Closed,
    /// It stopped for a time.
    Paused,
    /// The project was given up.
    Abandoned,
    /// It opened again.
    Reopened,
    /// It took another name.
    Renamed,
}

impl LabEventKind {
    const ALL: [Self; 8] = [
        Self::Planned,
        Self::Operational,
        Self::Official,
        Self::Closed,
        Self::Paused,
        Self::Abandoned,
        Self::Reopened,
        Self::Renamed,
    ];

    /// The value in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Operational => "operational",
            Self::Official => "official",
            Self::Closed => "closed",
            Self::Paused => "paused",
            Self::Abandoned => "abandoned",
            Self::Reopened => "reopened",
            Self::Renamed => "renamed",
        }
    }

    /// Whether the lab is gone after it, until another event brings it back.
    pub fn ends(self) -> bool {
        matches!(self, Self::Closed | Self::Abandoned)
    }
}

/// One dated fact about a lab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabEvent {
    /// The body whose lab it is.
    pub academy: AcademyCode,
    /// First and last day of what is known of the date, such as all of September 2020; `None` when nothing is.
    pub when: Option<(NaiveDate, NaiveDate)>,
    /// How precise the date is.
    pub precision: Precision,
    /// What happened.
    pub kind: LabEventKind,
    /// More about it, for the reader.
    pub note: Bilingual,
    /// Where it was read.
    pub source: String,
    /// 1-based line in the file.
    pub line: usize,
}

/// Every event, in the order of their dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabEvents(Vec<LabEvent>);

impl LabEvents {
    /// Parses `lab_events.csv`; an empty file holds no event.
    ///
    /// # Errors
    /// Not a table with these columns, or a row that cannot stand; with its line.
    pub fn parse(text: &str, register: &Register) -> Result<Self, LineProblem> {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Ok(Self::default());
        }
        let table = CsvTable::parse(text, &COLUMNS).map_err(LineProblem::from)?;
        let mut events = Vec::new();
        for row in &table.rows {
            let line = usize::try_from(row.line).unwrap_or(1);
            let event =
                event(&table, row, register).map_err(|reason| LineProblem { line, reason })?;
            events.push(LabEvent { line, ..event });
        }
        events.sort_by_key(|event| (event.when, event.line));
        Ok(Self(events))
    }

    /// Every event, the earliest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &LabEvent> {
        self.0.iter()
    }

    /// The events of a body, the earliest first.
    pub fn of<'a>(
        &'a self,
        code: &'a AcademyCode,
    ) -> impl DoubleEndedIterator<Item = &'a LabEvent> {
        self.0.iter().filter(move |event| event.academy == *code)
    }

    /// Whether a body's lab was closed or given up, and not reopened, by a date.
    pub fn ended_by(&self, code: &AcademyCode, date: NaiveDate) -> bool {
        let mut known = self.of(code).filter(|event| event.when.is_some_and(|when| when.0 <= date));
        let dated = |event: &&LabEvent| {
            !matches!(event.kind, LabEventKind::Renamed | LabEventKind::Planned)
        };
        known.rfind(dated).is_some_and(|event| event.kind.ends())
    }
}

fn event(table: &CsvTable, row: &CsvRow, register: &Register) -> Result<LabEvent, CodebookReason> {
    let cell = |column: &str| table.cell(row, column);
    let academy = AcademyCode::new(cell("academy_code"));
    let codes = || register.bodies().iter().map(|body| body.code.as_str());
    if !codes().any(|code| code == academy.as_str()) {
        return Err(unknown("body", academy.as_str(), codes()));
    }
    let kind =
        LabEventKind::ALL.into_iter().find(|kind| kind.as_str() == cell("event")).ok_or_else(
            || unknown("event", cell("event"), LabEventKind::ALL.map(LabEventKind::as_str)),
        )?;
    let precisions =
        [Precision::Day, Precision::Month, Precision::Season, Precision::Year, Precision::Unknown];
    let precision =
        precisions.into_iter().find(|one| one.as_str() == cell("precision")).ok_or_else(|| {
            unknown("precision", cell("precision"), precisions.map(Precision::as_str))
        })?;
    let bad_date = || CodebookReason::BadValue { what: "date", value: cell("date").to_owned() };
    let when = match (cell("date"), precision) {
        ("", Precision::Unknown) => None,
        (text, _) => Some(span(text).ok_or_else(bad_date)?),
    };
    let note = Bilingual { fr: cell("note_fr").to_owned(), en: cell("note_en").to_owned() };
    Ok(LabEvent {
        academy,
        when,
        precision,
        kind,
        note,
        source: cell("source").to_owned(),
        line: 0,
    })
}

/// The days of `2020`, `2020-09`, `2020-09-22`, `2020-summer` or `2020-06/2020-09`.
fn span(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let days = |from: &str, to: &str| {
        let validity = Validity::parse(from, to).ok()?;
        validity.from.zip(validity.to)
    };
    if let Some((from, to)) = text.split_once('/') {
        return days(from, to);
    }
    let Some((year, season)) = text.split_once('-') else { return days(text, text) };
    let next = || year.parse::<u16>().map(|year| (year + 1).to_string()).ok();
    match season {
        "spring" => days(&format!("{year}-03-20"), &format!("{year}-06-20")),
        "summer" => days(&format!("{year}-06-21"), &format!("{year}-09-21")),
        "autumn" => days(&format!("{year}-09-22"), &format!("{year}-12-20")),
        "winter" => days(&format!("{year}-12-21"), &format!("{}-03-19", next()?)),
        _ => days(text, text),
    }
}
