//! What is asked, as data: questions, vocabularies, the register of académies.
//!
//! The binary carries the bundled codebook; a census of one's own has its copy under
//! `surveys/codebook/`, which is read instead, file by file. Every file is checked when loaded, and a
//! wrong one is an error that names its line: a codebook that half works would give wrong figures.

mod alias;
mod cases;
mod crosswalk;
pub mod csv_table;
mod edition;
pub mod export_marks;
mod geography;
mod jumps;
pub mod keys;
mod lab_events;
mod label;
mod lands;
mod layout;
pub mod ledger;
pub mod mojibake;
mod nearest;
pub mod negation;
mod options;
mod passages;
pub mod person_label;
mod problem;
mod question;
pub mod register;
pub mod registers;
pub mod service_register;
mod source;
pub mod spelling;
mod tiles;
pub mod validity;
pub mod vocabulary;
mod vocabulary_check;
pub mod vocabulary_problem;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

pub use alias::{add_alias, raise_version};
pub use cases::Case;
pub use crosswalk::{Crosswalk, Line, LineKind, Point, WholePoint};
pub use edition::{Acknowledged, Claim, Declared, EditionFile};
pub use geography::{Feature, Geography, GeographyProblem, Land, Ring};
pub use jumps::JumpThresholds;
pub use keys::match_key;
pub use lab_events::{LAB_EVENTS, LabEvent, LabEventKind, LabEvents};
pub use lands::{Lands, Outlined};
pub use layout::{BUILT_IN as REPORT_SECTIONS, Layout, REPORT_FILE, Shows};
pub use ledger::{Decision, Ledger, Ruling};
pub use nearest::nearest;
pub use passages::{PASSAGES, Passage, PassageKind, Passages};
pub use problem::LineProblem;
pub use question::{Kind, MapFile, Question, Questionnaire};
pub use register::{Body, Register, RegisterFault, RegisterProblem};
pub use registers::{ColumnKind, ColumnSpec, RegisterSpec, Registers};
pub use service_register::{Service, ServiceFault, ServiceProblem, ServiceRegister, content_word};
pub use source::{BUNDLED, vocabulary_file};
pub use spelling::{Sense, Spellings};
pub use tiles::{TILES, TileLayout, TilePlace};
pub use vocabulary::{Bilingual, Reach, Standing, Term, Vocabulary};
pub use vocabulary_problem::{VocabularyProblem, VocabularyReason};

use options::OptionIndex;

use crate::error::Result;
use crate::model::{CensusYear, QuestionId, TermId};

/// The file of the ledger, in the codebook's folder.
pub const DECISIONS: &str = "decisions.csv";

/// Everything that the census asks and every word it knows.
#[derive(Clone, Debug)]
pub struct Codebook {
    /// The questions, in the order of the report.
    pub questionnaire: Questionnaire,
    /// The vocabularies by id.
    pub vocabularies: BTreeMap<String, Vocabulary>,
    /// The académies, or any coded list of bodies.
    pub register: Arc<Register>,
    /// The services that a team may name.
    pub services: ServiceRegister,
    /// The registers of activity.
    pub registers: Registers,
    /// The sections of the report, where a year has no layout of its own.
    pub layout: Layout,
    /// What a person decided on texts that no rule settles.
    pub ledger: Ledger,
    /// Answers whose meaning is known, to try a change of vocabulary on.
    pub cases: Vec<Case>,
    /// What changed between the questionnaires of two editions.
    pub passages: Passages,
    /// What is known of the labs besides their answers.
    pub lab_events: LabEvents,
    /// Where each body stands on the map of tiles.
    pub tiles: TileLayout,
    /// The bodies' outlines, when the codebook names a file of them, or why they can't be drawn.
    pub geography: Option<std::result::Result<Geography, GeographyProblem>>,
    options: OptionIndex,
}

impl Codebook {
    /// Reads the codebook of a folder; a file that the folder lacks is taken from the binary.
    ///
    /// # Errors
    /// A file that cannot be read, or [`crate::error::Error::Codebook`] with the file and line of what is wrong.
    pub fn read(folder: &Path) -> Result<Self> {
        let files = source::read(folder)?;
        let file = |name: &str| source::find(&files, name);
        let vocabularies = vocabularies(source::vocabularies(&files))?;
        let census = file("census.toml")?;
        let questionnaire =
            Questionnaire::parse(&census.text).map_err(|problem| census.error(problem))?;
        questionnaire.check(&vocabularies).map_err(|problem| census.error(problem))?;
        let academies = file("academies.csv")?;
        let register =
            Register::parse(&academies.text).map_err(|problem| academies.error(problem.into()))?;
        let register = Arc::new(register);
        let services = file("services.csv")?;
        let services = ServiceRegister::parse(&services.text)
            .map_err(|problem| services.error(problem.into()))?;
        let words = self::vocabularies(source::register_vocabularies(&files))?;
        let registers = file(registers::REGISTERS_FILE)?;
        let registers =
            Registers::parse(&registers.text, words).map_err(|problem| registers.error(problem))?;
        let sections = file(REPORT_FILE)?;
        let ids: Vec<&str> =
            questionnaire.questions.iter().map(|question| question.id.as_str()).collect();
        let sections = Layout::parse(&sections.text, &format!("codebook/{REPORT_FILE}"), &ids)
            .map_err(|problem| sections.error(problem))?;
        let decisions = file(DECISIONS)?;
        let ledger = Ledger::parse(&decisions.text).map_err(|problem| decisions.error(problem))?;
        let known = file("cases.csv")?;
        let cases = cases::parse(&known.text).map_err(|problem| known.error(problem))?;
        let changes = file(PASSAGES)?;
        let passages = Passages::parse(&changes.text, &questionnaire, &vocabularies)
            .map_err(|problem| changes.error(problem))?;
        let events = file(LAB_EVENTS)?;
        let lab_events =
            LabEvents::parse(&events.text, &register).map_err(|problem| events.error(problem))?;
        let layout = file(TILES)?;
        let tiles = TileLayout::parse(&layout.text).map_err(|problem| layout.error(problem))?;
        let geography = questionnaire.map.as_ref().map(|map| Geography::read(folder, &map.geojson));
        let options = OptionIndex::build(&questionnaire, &vocabularies);
        Ok(Self {
            questionnaire,
            vocabularies,
            register,
            services,
            registers,
            layout: sections,
            ledger,
            cases,
            passages,
            lab_events,
            tiles,
            geography,
            options,
        })
    }

    /// The codebook as the edition of a year knew it: only the options of its questionnaire are asked.
    #[must_use]
    pub fn at(&self, year: CensusYear) -> Self {
        let vocabularies = self.vocabularies.iter();
        let vocabularies: BTreeMap<_, _> =
            vocabularies.map(|(id, vocabulary)| (id.clone(), vocabulary.at(year))).collect();
        let options = OptionIndex::build(&self.questionnaire, &vocabularies);
        Self { vocabularies, options, ..self.clone() }
    }

    /// The codebook as the next edition will know it.
    #[must_use]
    pub fn next(&self) -> Self {
        self.at(CensusYear::new(u16::MAX))
    }

    /// The vocabulary of a question, if it has one.
    pub fn vocabulary(&self, question: &QuestionId) -> Option<&Vocabulary> {
        let name = self.questionnaire.get(question)?.vocabulary.as_deref()?;
        self.vocabularies.get(name)
    }

    /// Whether a text is an option of a question, word for word: label, alias, or label with its gloss.
    pub fn is_option(&self, question: &QuestionId, text: &str) -> bool {
        self.options.holds(question, text)
    }

    /// Whether a ruling still holds: its terms are known, and a question that takes one answer gets one in each year.
    pub fn is_sound(&self, question: &Question, ruling: &Ruling) -> bool {
        let Some(vocabulary) = self.vocabulary(&question.id) else { return true };
        let mut terms = Vec::new();
        for (id, from) in ruling.dated() {
            let Some(term) = vocabulary.everything().find(|term| term.id == id) else {
                return false;
            };
            terms.push((from.max(term.since), term.until));
        }
        let ends_before = |one: usize, other: usize| {
            matches!((terms.get(one), terms.get(other)),
                (Some((_, Some(until))), Some((Some(since), _))) if until < since)
        };
        let apart = |one: usize, other: usize| ends_before(one, other) || ends_before(other, one);
        let alone = |one: usize| (0..one).all(|other| apart(one, other));
        question.kind != Kind::Single || (0..terms.len()).all(alone)
    }

    /// A term by question and id.
    pub fn term(&self, question: &QuestionId, term: &TermId) -> Option<&Term> {
        self.vocabulary(question)?.term(term)
    }
}

/// Parses vocabulary files, by the id of each.
fn vocabularies<'a>(
    files: impl Iterator<Item = &'a source::CodebookFile>,
) -> Result<BTreeMap<String, Vocabulary>> {
    let parsed = files.map(|file| {
        let vocabulary = Vocabulary::parse(&file.text)
            .map_err(|problems| file.error(LineProblem::first(problems)))?;
        Ok((vocabulary.id.clone(), vocabulary))
    });
    parsed.collect()
}

/// Reads the layout of a year's report: its own, or the codebook's.
///
/// # Errors
/// A file that cannot be read, or [`crate::error::Error::Codebook`] with its line.
pub fn read_layout(path: &Path, codebook: &Codebook) -> Result<Layout> {
    if !path.exists() {
        return Ok(codebook.layout.clone());
    }
    let text = crate::input::read_text(path)?;
    let questions = codebook.questionnaire.questions.iter();
    let ids: Vec<&str> = questions.map(|question| question.id.as_str()).collect();
    Layout::parse(&text, REPORT_FILE, &ids).map_err(|problem| problem.in_file(path))
}

/// Reads the edition file of a year.
///
/// # Errors
/// A file that cannot be read, or [`crate::error::Error::Codebook`] with its line.
pub fn read_edition(path: &Path, year: CensusYear) -> Result<EditionFile> {
    if !path.exists() {
        return Ok(EditionFile::default_for(year));
    }
    let text = crate::input::read_text(path)?;
    EditionFile::parse(&text, year).map_err(|problem| problem.in_file(path))
}
