//! The register of bodies that the census asks: académies here, any coded list elsewhere.
//!
//! A body is a code during a time: Caen and Rouen end with 2019, Normandie follows, and each edition sees
//! the register at its own date. Source of the columns: `surveys/codebook/academies.csv`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::csv_table::{CsvRow, CsvTable, TableFault};
use super::spelling::Spellings;
use super::validity::{Validity, ValidityFault};
use crate::model::AcademyCode;

/// The columns that a register must have.
const COLUMNS: [&str; 14] = [
    "code",
    "name",
    "short_name",
    "region",
    "valid_from",
    "valid_to",
    "merged_into",
    "seat",
    "lat",
    "lon",
    "departements",
    "aliases",
    "kind",
    "region_insee",
];

/// Kinds of bodies that the register knows so as to recognise them, and that the census does not ask.
const OUTSIDE_KINDS: [&str; 2] = ["vice-rectorat", "service"];

/// A body of the register, during its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its code, unique at any date.
    pub code: AcademyCode,
    /// Its name in full, such as « Académie de Créteil ».
    pub name: String,
    /// Its name in a table or a chart, such as « Créteil ».
    pub short_name: String,
    /// The région académique.
    pub region: Arc<str>,
    /// INSEE's code of the administrative region.
    pub region_insee: Arc<str>,
    /// First day, or `None` when it has always been there.
    pub valid_from: Option<NaiveDate>,
    /// Last day, or `None` while it lasts.
    pub valid_to: Option<NaiveDate>,
    /// The code that took over.
    pub merged_into: Option<AcademyCode>,
    /// The town of its head office.
    pub seat: Arc<str>,
    /// Latitude and longitude of the seat, in degrees.
    pub position: Option<(f64, f64)>,
    /// The départements that it covers, such as `77` or `2A`.
    pub departements: Vec<String>,
    /// Other spellings; one that starts with `=` counts only as a whole answer.
    pub aliases: Vec<String>,
    /// What it is, such as « académie ».
    pub kind: Arc<str>,
}

impl Body {
    /// The time during which it exists.
    pub fn validity(&self) -> Validity {
        Validity { from: self.valid_from, to: self.valid_to }
    }

    /// Whether the census asks bodies of its kind.
    pub fn is_asked(&self) -> bool {
        !OUTSIDE_KINDS.contains(&&*self.kind)
    }
}

/// A line of the register that cannot stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterProblem {
    /// 1-based line in the file.
    pub line: u64,
    /// What is wrong.
    pub reason: RegisterFault,
}

impl From<(u64, TableFault)> for RegisterProblem {
    fn from((line, fault): (u64, TableFault)) -> Self {
        Self { line, reason: RegisterFault::Table(fault) }
    }
}

/// What is wrong with a line of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterFault {
    /// The table itself.
    Table(TableFault),
    /// A cell that must not be empty is.
    EmptyCell(&'static str),
    /// A date that is none.
    BadDate(String),
    /// A latitude or longitude that is none.
    BadPosition(String),
    /// `valid_to` comes before `valid_from`.
    ReversedDates,
    /// The code is another body's at the same time.
    DuplicateCode(String),
    /// `merged_into` names no body.
    UnknownMerge(String),
    /// The spelling already means another body at the same time.
    AmbiguousAlias {
        /// The spelling.
        alias: String,
        /// The other body's code.
        other: String,
    },
}

/// The bodies and the ways to find them.
#[derive(Clone, Debug)]
pub struct Register {
    bodies: Vec<Arc<Body>>,
    /// The places of the bodies in the order of their codes, then of the file.
    by_code: Vec<u32>,
    by_departement: BTreeMap<String, Vec<u32>>,
    spellings: Spellings,
}

impl Register {
    /// Parses a register.
    ///
    /// # Errors
    /// The first line that cannot stand, and why.
    pub fn parse(csv_text: &str) -> Result<Self, RegisterProblem> {
        let mut texts = Texts::default();
        let (mut bodies, mut lines) = (Vec::new(), Vec::new());
        CsvTable::each(csv_text, &COLUMNS, |table, row| {
            let body = body(table, row, &mut texts)
                .map_err(|reason| RegisterProblem { line: row.line, reason })?;
            bodies.push(Arc::new(body));
            lines.push(row.line);
            Ok::<(), RegisterProblem>(())
        })?;
        let by_code = by_code(&bodies);
        let by_departement = by_departement(&bodies);
        check_codes(&bodies, &by_code)
            .or_else(|| check_merges(&bodies, &by_code))
            .map_or(Ok(()), |(at, reason)| Err(problem(&lines, at, reason)))?;
        let spellings = Spellings::of(&bodies);
        if let Some((at, alias, other)) = spellings.clash(&bodies) {
            let other = bodies.get(other).map(|body| body.code.to_string()).unwrap_or_default();
            return Err(problem(&lines, at, RegisterFault::AmbiguousAlias { alias, other }));
        }
        Ok(Self { bodies, by_code, by_departement, spellings })
    }

    /// The bodies that the census asks at a date, in the order of the file.
    pub fn members(&self, date: NaiveDate) -> impl Iterator<Item = &Body> {
        self.shared_members(date).map(Arc::as_ref)
    }

    /// The same, to be shared with what is read of them.
    pub fn shared_members(&self, date: NaiveDate) -> impl Iterator<Item = &Arc<Body>> {
        self.bodies.iter().filter(move |body| body.is_asked() && body.validity().holds(date))
    }

    /// The body that has a code at a date.
    pub fn body(&self, code: &AcademyCode, date: NaiveDate) -> Option<&Body> {
        self.coded(code).find(|body| body.validity().holds(date))
    }

    /// The last body of the file that has a code, at any date.
    pub fn latest(&self, code: &AcademyCode) -> Option<&Body> {
        self.coded(code).next_back()
    }

    /// What a reader calls a body; its code when the register does not have it.
    pub fn short_name<'a>(&'a self, code: &'a AcademyCode) -> &'a str {
        self.latest(code).map_or(code.as_str(), |body| body.short_name.as_str())
    }

    /// The bodies that the census asks in a département at a date.
    pub fn in_departement(
        &self,
        departement: &str,
        date: NaiveDate,
    ) -> impl Iterator<Item = &Body> {
        let places = self.by_departement.get(departement).map(Vec::as_slice);
        self.bodies_of(places.unwrap_or_default())
            .filter(move |body| body.is_asked() && body.validity().holds(date))
    }

    /// All bodies of all times, in the order of the file.
    pub fn bodies(&self) -> &[Arc<Body>] {
        &self.bodies
    }

    /// The spellings of the bodies.
    pub fn spellings(&self) -> &Spellings {
        &self.spellings
    }

    /// The body that a former one became by a date, through as many mergers as it took.
    pub fn successor<'a>(&'a self, former: &'a Body, date: NaiveDate) -> Option<&'a Body> {
        let mut heir = former;
        for _ in 0..self.bodies.len() {
            let code = heir.merged_into.as_ref()?;
            if let Some(body) = self.body(code, date) {
                return Some(body);
            }
            heir = self.coded(code).next_back()?;
        }
        None
    }

    fn coded(&self, code: &AcademyCode) -> impl DoubleEndedIterator<Item = &Body> {
        self.bodies_of(places_of(&self.bodies, &self.by_code, code))
    }

    fn bodies_of<'a>(&'a self, places: &'a [u32]) -> impl DoubleEndedIterator<Item = &'a Body> {
        places.iter().filter_map(|at| Some(&**self.bodies.get(*at as usize)?))
    }
}

/// Texts that bodies share, each held once.
#[derive(Default)]
struct Texts(BTreeSet<Arc<str>>);

impl Texts {
    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.0.insert(Arc::clone(&new));
        new
    }
}

fn problem(lines: &[u64], at: usize, reason: RegisterFault) -> RegisterProblem {
    RegisterProblem { line: lines.get(at).copied().unwrap_or(1), reason }
}

fn body(table: &CsvTable, row: &CsvRow, texts: &mut Texts) -> Result<Body, RegisterFault> {
    let cell = |column: &str| table.cell(row, column).to_owned();
    let filled = |column: &'static str| match table.cell(row, column) {
        "" => Err(RegisterFault::EmptyCell(column)),
        text => Ok(text.to_owned()),
    };
    let list = |column: &str| -> Vec<String> {
        let parts = table.cell(row, column).split('|').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let validity =
        Validity::parse(&cell("valid_from"), &cell("valid_to")).map_err(|fault| match fault {
            ValidityFault::BadDate(text) => RegisterFault::BadDate(text),
            ValidityFault::Reversed => RegisterFault::ReversedDates,
        })?;
    Ok(Body {
        code: AcademyCode::new(filled("code")?),
        name: filled("name")?,
        short_name: filled("short_name")?,
        region: texts.shared(table.cell(row, "region")),
        region_insee: texts.shared(table.cell(row, "region_insee")),
        valid_from: validity.from,
        valid_to: validity.to,
        merged_into: Some(cell("merged_into"))
            .filter(|code| !code.is_empty())
            .map(AcademyCode::new),
        seat: texts.shared(table.cell(row, "seat")),
        position: position(table.cell(row, "lat"), table.cell(row, "lon"))?,
        departements: list("departements"),
        aliases: list("aliases"),
        kind: texts.shared(table.cell(row, "kind")),
    })
}

fn position(latitude: &str, longitude: &str) -> Result<Option<(f64, f64)>, RegisterFault> {
    if latitude.is_empty() && longitude.is_empty() {
        return Ok(None);
    }
    let degrees = |text: &str, most: f64| {
        let degrees = text.parse::<f64>().ok().filter(|degrees| degrees.abs() <= most);
        degrees.ok_or_else(|| RegisterFault::BadPosition(text.to_owned()))
    };
    Ok(Some((degrees(latitude, 90.0)?, degrees(longitude, 180.0)?)))
}

fn by_code(bodies: &[Arc<Body>]) -> Vec<u32> {
    let mut places: Vec<u32> = (0..u32::try_from(bodies.len()).unwrap_or(u32::MAX)).collect();
    places.sort_by_key(|at| bodies.get(*at as usize).map(|body| &body.code));
    places
}

/// The places of the bodies of a code.
fn places_of<'p>(bodies: &[Arc<Body>], by_code: &'p [u32], code: &AcademyCode) -> &'p [u32] {
    let own = |at: &u32| bodies.get(*at as usize).map(|body| &body.code);
    let from = by_code.partition_point(|at| own(at) < Some(code));
    let to = by_code.partition_point(|at| own(at) <= Some(code));
    by_code.get(from..to).unwrap_or_default()
}

fn by_departement(bodies: &[Arc<Body>]) -> BTreeMap<String, Vec<u32>> {
    let mut index: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (at, body) in (0_u32..).zip(bodies) {
        for departement in &body.departements {
            index.entry(departement.clone()).or_default().push(at);
        }
    }
    index
}

type Fault = (usize, RegisterFault);

/// Finds a code that two rows hold at the same time.
fn check_codes(bodies: &[Arc<Body>], by_code: &[u32]) -> Option<Fault> {
    let code = |at: u32| bodies.get(at as usize).map(|body| &body.code);
    by_code.chunk_by(|one, other| code(*one) == code(*other)).find_map(|rows| {
        let validity = |at: &u32| Some((*at as usize, bodies.get(*at as usize)?.validity()));
        let (later, _) = first_overlap(rows.iter().filter_map(validity))?;
        let code = bodies.get(later)?.code.to_string();
        Some((later, RegisterFault::DuplicateCode(code)))
    })
}

/// Finds a merger into a code that is in no row.
fn check_merges(bodies: &[Arc<Body>], by_code: &[u32]) -> Option<Fault> {
    bodies.iter().enumerate().find_map(|(at, body)| {
        let is_unknown = |code: &&AcademyCode| places_of(bodies, by_code, code).is_empty();
        let code = body.merged_into.as_ref().filter(is_unknown)?;
        Some((at, RegisterFault::UnknownMerge(code.to_string())))
    })
}

/// The first two rows that hold at the same time: the later in the file, then the earlier.
pub(super) fn first_overlap(
    rows: impl Iterator<Item = (usize, Validity)>,
) -> Option<(usize, usize)> {
    let mut rows: Vec<(usize, Validity)> = rows.collect();
    rows.sort_by_key(|(at, validity)| (validity.from, *at));
    // Sorted by start, two rows overlap only if two neighbours do.
    rows.windows(2).find_map(|pair| match pair {
        [(one, first), (other, second)] if first.overlaps(second) => {
            Some(((*one).max(*other), (*one).min(*other)))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::csv_table::TableFault;
    use super::{Register, RegisterFault};
    use crate::model::AcademyCode;

    const HEADER: &str = "code,name,short_name,region,valid_from,valid_to,merged_into,seat,lat,lon,departements,aliases,kind,region_insee\n";

    fn fault(rows: &str) -> (u64, RegisterFault) {
        let problem = Register::parse(&format!("{HEADER}{rows}")).unwrap_err();
        (problem.line, problem.reason)
    }

    fn on(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 6, 1).unwrap()
    }

    #[test]
    fn problems_carry_their_line() {
        let first = "01,Un,Un,,,,,,,,,u|premier,académie,\n";
        assert_eq!(
            fault(&format!("{first},Deux,Deux,,,,,,,,,,,\n")),
            (3, RegisterFault::EmptyCell("code"))
        );
        assert_eq!(
            fault("01,Un,Un,,2020-02-30,,,,,,,,,\n"),
            (2, RegisterFault::BadDate("2020-02-30".into()))
        );
        assert_eq!(fault("01,Un,Un,,2021,2020,,,,,,,,\n"), (2, RegisterFault::ReversedDates));
        assert_eq!(fault("01,Un,Un,,,,09,,,,,,,\n"), (2, RegisterFault::UnknownMerge("09".into())));
        assert_eq!(fault("01,Un,Un,,,,,,91,2,,,,\n"), (2, RegisterFault::BadPosition("91".into())));
        assert_eq!(fault("01,Un\n"), (2, RegisterFault::Table(TableFault::RaggedRow)));
        assert_eq!(
            fault(&format!("{first}\n01,Deux,Deux,,,,,,,,,,,\n")),
            (4, RegisterFault::DuplicateCode("01".into()))
        );
        let clash = RegisterFault::AmbiguousAlias { alias: "premier".into(), other: "01".into() };
        assert_eq!(fault(&format!("{first}02,Deux,Deux,,,,,,,,,Premier,,\n")), (3, clash));
        let named = RegisterFault::AmbiguousAlias { alias: "un".into(), other: "01".into() };
        assert_eq!(fault(&format!("{first}02,Deux,Deux,,,,,,,,,=un,,\n")), (3, named));
    }

    #[test]
    fn a_code_and_an_alias_may_pass_from_one_body_to_the_next() {
        let rows = "01,Un,Un,,,2019,02,,,,,même,,\n02,Deux,Deux,,2020,2021,03,,,,,même,,\n03,Trois,Trois,,2022,,,,,,,même,,\n";
        let register = Register::parse(&format!("{HEADER}{rows}")).unwrap();
        let names =
            |year| register.members(on(year)).map(|body| body.name.as_str()).collect::<Vec<_>>();
        assert_eq!([names(2019), names(2020), names(2022)], [["Un"], ["Deux"], ["Trois"]]);
        let first = register.body(&AcademyCode::new("01"), on(2019)).unwrap();
        assert_eq!(register.successor(first, on(2023)).unwrap().name, "Trois");
        assert!(register.body(&AcademyCode::new("01"), on(2020)).is_none());
    }

    #[test]
    fn bodies_that_merge_in_a_circle_have_no_heir() {
        let rows = "01,Un,Un,,,2019,02,,,,,,,\n02,Deux,Deux,,,2019,01,,,,,,,\n";
        let register = Register::parse(&format!("{HEADER}{rows}")).unwrap();
        assert!(register.successor(&register.bodies()[0], on(2023)).is_none());
    }
}
