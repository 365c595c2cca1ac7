//! Building an edition from what came back.

use std::collections::{BTreeMap, BTreeSet};

use super::correction;
use super::lab::{Lab, ResponseState, Source};
use super::latest;
use super::privacy::{self, PersonalData};
use super::registers::{self, Activity};
use super::respondent::{self, Respondent};
use crate::codebook::{Codebook, Decision, EditionFile, Kind, Layout};
use crate::diagnostic::{Code, Diagnostic};
use crate::ingest::{
    CellFate, Fate, Folder, Place, RawAnswer, Reason, RegisterFolder, Response, ResponseFile,
    ReturnedProof,
};
use crate::model::{AcademyCode, CellRef, CensusYear, Origin, QuestionId};
use crate::normalise::{Answer, Normaliser, Pending, Status, Value};

/// One year of the census.
#[derive(Debug)]
pub struct Edition {
    /// What the team declares about the year.
    pub file: EditionFile,
    /// Every body of the register at the closing date, in the order of their codes.
    pub labs: Vec<Lab>,
    /// What became of every non-empty cell, by file, sheet and cell.
    pub cells: Vec<CellRow>,
    /// How many files were read.
    pub files: usize,
    /// What a person has yet to decide, by question and key.
    pub pending: Vec<Pending>,
    /// The personal data that was taken out of the answers: for the team's own eyes.
    pub personal: Vec<PersonalData>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// The registers of activity.
    pub activity: Activity,
    /// The sections of the report.
    pub layout: Layout,
    /// The team's own texts, by file name.
    pub narrative: BTreeMap<String, String>,
}

/// A cell of a file and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRow {
    /// File, relative to the responses folder.
    pub file: String,
    /// The cell and its fate.
    pub cell: CellFate,
}

impl Edition {
    /// The year.
    pub fn year(&self) -> CensusYear {
        self.file.year
    }

    /// The edition as later ones look back at it: its answers, without the account of every cell.
    #[must_use]
    pub fn without_cells(mut self) -> Self {
        (self.cells, self.pending) = (Vec::new(), Vec::new());
        self
    }

    /// The labs whose response was received.
    pub fn respondents(&self) -> impl Iterator<Item = &Lab> {
        self.labs.iter().filter(|lab| lab.response == ResponseState::Received)
    }

    /// Adds the registers of the year.
    ///
    /// *Diagnostics*: those of the registers' files and cells.
    pub fn add_registers(&mut self, codebook: &Codebook, read: &RegisterFolder) {
        let built = registers::build(&self.file, codebook, read);
        self.activity = built.activity;
        self.cells.extend(built.cells);
        self.cells.sort_by(|a, b| (&a.file, &a.cell).cmp(&(&b.file, &b.cell)));
        self.personal.extend(built.personal);
        self.diagnostics.extend(built.diagnostics);
    }

    /// How many labs the national team knows of: declared, or those that answered or are named as silent.
    pub fn known_labs(&self) -> usize {
        let seen = self.labs.iter().filter(|lab| lab.response != ResponseState::None).count();
        self.file.known_labs.map_or(seen, |declared| seen.max(declared as usize))
    }
}

/// A response with its respondent, ready to be compared with others of the same académie.
pub(super) struct Candidate<'a> {
    pub(super) file: &'a ResponseFile,
    pub(super) response: &'a Response,
    respondent: Respondent,
    pub(super) origin: Origin,
}

impl Candidate<'_> {
    /// Where it stands: its sheet, or the first cell of its record.
    fn place(&self) -> Origin {
        match self.response.place {
            Place::Sheet => self.origin.clone(),
            Place::Row(row) => self.origin.at(CellRef::new(row, 0)),
            Place::Column(column) => self.origin.at(CellRef::new(0, column)),
        }
    }
}

/// Builds the edition of a year.
///
/// *Diagnostics*: those of the files and answers, `academy-…`, `duplicate-response`, `decision-stale`,
/// `decision-unused`, `answer-corrected`, `proof-unused`, `personal-data`.
pub fn build(file: EditionFile, codebook: &Codebook, folder: &Folder) -> Edition {
    let mut diagnostics = folder.diagnostics.clone();
    diagnostics.extend(folder.files.iter().flat_map(|file| file.diagnostics.iter().cloned()));
    let mut builder = Builder {
        codebook,
        normaliser: Normaliser::new(codebook, file.closing_date),
        fates: BTreeMap::new(),
        proofs: BTreeMap::new(),
        corrected: BTreeSet::new(),
        diagnostics,
    };
    for file in &folder.files {
        builder.fates.insert(&file.name, file.cells.clone());
    }
    let candidates = builder.candidates(&file, folder);
    let received = builder.received(candidates);
    builder.take_proofs(&file, folder);
    let mut labs = builder.labs(&file, received);
    let cells = builder.cells();
    builder.decisions();
    let pending = builder.pending();
    let (files, mut diagnostics) = (folder.files.len(), builder.diagnostics);
    let personal = if file.publish_personal_data {
        Vec::new()
    } else {
        privacy::withhold(&mut labs, &mut diagnostics, codebook)
    };
    let activity = Activity::default();
    let (layout, narrative) = (codebook.layout.clone(), BTreeMap::new());
    Edition {
        file,
        labs,
        cells,
        files,
        pending,
        personal,
        diagnostics,
        activity,
        layout,
        narrative,
    }
}

struct Builder<'a> {
    codebook: &'a Codebook,
    normaliser: Normaliser<'a>,
    fates: BTreeMap<&'a str, Vec<CellFate>>,
    /// The corrections of each body, those of later files last.
    proofs: BTreeMap<AcademyCode, Vec<(&'a str, &'a ReturnedProof)>>,
    /// The cells whose answers were corrected.
    corrected: BTreeSet<Origin>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn candidates(&mut self, edition: &EditionFile, folder: &'a Folder) -> Vec<Candidate<'a>> {
        let mut candidates = Vec::new();
        for file in &folder.files {
            for response in &file.responses {
                let origin =
                    Origin { sheet: response.sheet.as_str().into(), ..Origin::file(&file.name) };
                let (respondent, remarks) =
                    respondent::find(response, &origin, self.codebook, edition.closing_date);
                self.diagnostics.extend(remarks);
                match respondent {
                    Some(respondent) => {
                        candidates.push(Candidate { file, response, respondent, origin });
                    }
                    None => self.set_aside(&file.name, response, &Reason::NoAcademy),
                }
            }
        }
        candidates
    }

    /// One response for each académie; the others are listed with what differs.
    fn received(&mut self, candidates: Vec<Candidate<'a>>) -> BTreeMap<AcademyCode, Candidate<'a>> {
        let mut of_academy: BTreeMap<AcademyCode, Vec<Candidate<'a>>> = BTreeMap::new();
        for candidate in candidates {
            of_academy.entry(candidate.respondent.code.clone()).or_default().push(candidate);
        }
        let mut received = BTreeMap::new();
        for (code, candidates) in of_academy {
            let Some((kept, others)) = latest::choose(candidates) else { continue };
            for (other, why) in others {
                self.diagnostics.push(
                    Diagnostic::new(Code::DuplicateResponse)
                        .at(other.place())
                        .fact("kept", kept.place())
                        .fact("academy", &code)
                        .fact("because", why.key())
                        .fact("differs", self.differing(&kept, &other)),
                );
                self.set_aside(&other.file.name, other.response, &Reason::Superseded);
            }
            received.insert(code, kept);
        }
        received
    }

    /// The labels of the questions that two responses answer differently.
    fn differing(&self, kept: &Candidate<'_>, other: &Candidate<'_>) -> String {
        let label = |id: &QuestionId| {
            let question = self.codebook.questionnaire.get(id);
            question.map_or_else(|| id.to_string(), |question| question.label.fr.clone())
        };
        let differing = kept.response.differing(other.response);
        if differing.is_empty() {
            return "none".to_owned();
        }
        differing.into_iter().map(label).collect::<Vec<_>>().join(", ")
    }

    /// The answers of a response that does not count are passed over, for a reason.
    fn set_aside(&mut self, file: &str, response: &Response, reason: &Reason) {
        // The cells of the header belong to every record: only answers are set aside.
        let own = |cell: &CellFate| {
            let answers = response.place == Place::Sheet || cell.fate == Fate::Answer;
            response.place.holds(cell.cell) && answers && cell.fate != Fate::Unread
        };
        for cell in self.cells_of(file, response).iter_mut().filter(|cell| own(cell)) {
            (cell.fate, cell.reason) = (Fate::Ignored, reason.clone());
        }
    }

    /// A proof sheet that does not count is passed over, save what was not read at all.
    fn pass_over(&mut self, file: &str, sheet: &str, reason: &Reason) {
        let cells = self.fates.get_mut(file).into_iter().flatten();
        for cell in cells.filter(|cell| cell.sheet == sheet && cell.fate != Fate::Unread) {
            (cell.fate, cell.reason) = (Fate::Ignored, reason.clone());
        }
    }

    /// The fates among which a response's are: its rows, or its whole sheet. They are sorted, so that a
    /// table of many records is not walked through for each.
    fn cells_of(&mut self, file: &str, response: &Response) -> &mut [CellFate] {
        let rows = match response.place {
            Place::Row(row) => (row, row),
            Place::Sheet | Place::Column(_) => (0, u32::MAX),
        };
        let cells = self.fates.get_mut(file).map(Vec::as_mut_slice).unwrap_or_default();
        let sheet = response.sheet.as_str();
        let before = |cell: &CellFate| (cell.sheet.as_str(), cell.cell.row) < (sheet, rows.0);
        let within = |cell: &CellFate| (cell.sheet.as_str(), cell.cell.row) <= (sheet, rows.1);
        let (start, end) = (cells.partition_point(before), cells.partition_point(within));
        cells.get_mut(start..end).unwrap_or_default()
    }

    fn labs(
        &mut self,
        edition: &EditionFile,
        received: BTreeMap<AcademyCode, Candidate<'a>>,
    ) -> Vec<Lab> {
        let bodies: Vec<_> =
            self.codebook.register.members(edition.closing_date).cloned().collect();
        let mut received = received;
        let mut labs: Vec<Lab> = bodies
            .into_iter()
            .map(|body| {
                let candidate = received.remove(&body.code);
                let proofs = self.proofs.remove(&body.code).unwrap_or_default();
                let silent = edition.known_silent.contains(&body.code);
                let response = match &candidate {
                    Some(_) => ResponseState::Received,
                    None if !proofs.is_empty() => ResponseState::Received,
                    None if silent => ResponseState::KnownSilent,
                    None => ResponseState::None,
                };
                let source = candidate.as_ref().map(|one| Source {
                    file: one.file.name.clone(),
                    sha256: one.file.sha256.clone(),
                });
                let answers = self.answers(candidate.as_ref(), &proofs);
                Lab { body, response, source, answers }
            })
            .collect();
        labs.sort_by(|a, b| a.body.code.cmp(&b.body.code));
        labs
    }

    fn answers(
        &mut self,
        candidate: Option<&Candidate<'a>>,
        proofs: &[(&'a str, &'a ReturnedProof)],
    ) -> Vec<Answer> {
        let mut corrections: BTreeMap<&QuestionId, (Origin, &RawAnswer)> = BTreeMap::new();
        for (file, proof) in proofs {
            let origin = Origin { sheet: proof.sheet.as_str().into(), ..Origin::file(file) };
            for raw in &proof.answers {
                corrections.insert(&raw.question, (origin.clone(), raw));
            }
        }
        let mut answers: Vec<Answer> = Vec::new();
        if let Some(candidate) = candidate {
            answers.extend(self.named(candidate));
            for raw in &candidate.response.answers {
                answers.extend(self.answer(raw, candidate, corrections.get(&raw.question)));
            }
        }
        for (origin, raw) in corrections.into_values() {
            answers.extend(self.correction(raw, &origin));
        }
        number_items(&mut answers);
        answers
    }

    /// The answer of a fiche to a question, or what remains of it once the lab has corrected it.
    fn answer(
        &mut self,
        raw: &RawAnswer,
        candidate: &Candidate<'a>,
        correction: Option<&(Origin, &RawAnswer)>,
    ) -> Vec<Answer> {
        let kind = self.codebook.questionnaire.get(&raw.question).map(|question| question.kind);
        if kind == Some(Kind::Academy) {
            return Vec::new();
        }
        let (mut items, remarks) = self.normaliser.normalise(raw, &candidate.origin);
        let Some((sheet, corrected)) = correction else {
            self.diagnostics.extend(remarks);
            return items;
        };
        // Own ideas found among the options stand under another question, which was not corrected.
        items.retain(|item| item.question != raw.question);
        let places: Vec<Origin> =
            raw.parts.iter().map(|part| candidate.origin.at(part.cell)).collect();
        let kept = |place: &Origin| items.iter().any(|item| item.origin == *place);
        for place in places.iter().filter(|place| !kept(place)) {
            self.overrule(place);
        }
        let words = |raw: &RawAnswer| {
            raw.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n")
        };
        let place = corrected.parts.first().map_or(sheet.clone(), |part| sheet.at(part.cell));
        self.diagnostics.push(
            Diagnostic::new(Code::AnswerCorrected)
                .at(place)
                .about(&raw.question)
                .quoting(words(raw))
                .fact("after", words(corrected))
                .fact("before_place", places.first().unwrap_or(&candidate.origin)),
        );
        self.corrected.extend(places);
        items
    }

    fn overrule(&mut self, place: &Origin) {
        let cells = self.fates.get_mut(&*place.file).into_iter().flatten();
        for cell in cells.filter(|cell| cell.sheet == *place.sheet && Some(cell.cell) == place.cell)
        {
            (cell.fate, cell.reason) = (Fate::Ignored, Reason::Corrected);
        }
    }

    /// The answers of a correction.
    fn correction(&mut self, raw: &RawAnswer, sheet: &Origin) -> Vec<Answer> {
        if let Some(answers) = correction::settled(raw, self.codebook, sheet) {
            return answers;
        }
        let (items, remarks) = self.normaliser.normalise(raw, sheet);
        self.diagnostics.extend(remarks);
        items
    }

    /// The proof sheets of this edition, by body.
    fn take_proofs(&mut self, edition: &EditionFile, folder: &'a Folder) {
        for file in &folder.files {
            for proof in &file.proofs {
                let known =
                    self.codebook.register.body(&proof.code, edition.closing_date).is_some();
                if proof.year == edition.year && known {
                    let proofs = self.proofs.entry(proof.code.clone()).or_default();
                    proofs.push((&file.name, proof));
                    continue;
                }
                let origin =
                    Origin { sheet: proof.sheet.as_str().into(), ..Origin::file(&file.name) };
                let remark = Diagnostic::new(Code::ProofUnused).at(origin);
                self.diagnostics
                    .push(remark.fact("year_made_for", proof.year).fact("code", &proof.code));
                self.pass_over(&file.name, &proof.sheet, &Reason::ProofText);
            }
        }
    }

    /// What waits for a decision, without what a lab has corrected since.
    fn pending(&self) -> Vec<Pending> {
        let left = |pending: &Pending| {
            let mut pending = pending.clone();
            pending.origins.retain(|origin| !self.corrected.contains(origin));
            (!pending.origins.is_empty()).then_some(pending)
        };
        self.normaliser.pending().filter_map(left).collect()
    }

    /// The académie as an answer of its own, read where the fiche names it.
    fn named(&mut self, candidate: &Candidate<'a>) -> Option<Answer> {
        let question = self.codebook.questionnaire.of_kind(Kind::Academy).next()?;
        let named = candidate.respondent.named.as_ref()?;
        let cells = self.cells_of(&candidate.file.name, candidate.response);
        for cell in cells.iter_mut().filter(|cell| cell.cell == named.cell) {
            (cell.fate, cell.reason) = (Fate::Answer, Reason::Question(question.id.clone()));
        }
        Some(Answer {
            question: question.id.clone(),
            item: 1,
            value: Value::Academy(candidate.respondent.code.clone()),
            text: named.text.clone(),
            status: Status::Mapped,
            method: "register",
            rule: named.rule.clone(),
            origin: candidate.origin.at(named.cell),
        })
    }

    /// What the ledger holds in vain: decisions that the codebook has outgrown, and those that nobody needed.
    fn decisions(&mut self) {
        let remark = |code, decision: &Decision| {
            Diagnostic::new(code)
                .about(&decision.question)
                .quoting(&decision.example)
                .fact("line", decision.line)
                .fact("terms", &decision.ruling)
        };
        let stale: Vec<&Decision> = self.normaliser.stale().collect();
        let unused: Vec<&Decision> =
            self.normaliser.unused().filter(|decision| !stale.contains(decision)).collect();
        let stale = stale.into_iter().map(|decision| remark(Code::DecisionStale, decision));
        let unused = unused.into_iter().map(|decision| remark(Code::DecisionUnused, decision));
        self.diagnostics.extend(stale.chain(unused));
    }

    fn cells(&mut self) -> Vec<CellRow> {
        let fates = std::mem::take(&mut self.fates);
        fates
            .into_iter()
            .flat_map(|(file, cells)| {
                cells.into_iter().map(move |cell| CellRow { file: file.to_owned(), cell })
            })
            .collect()
    }
}

/// Numbers the items within each question, in reading order.
fn number_items(answers: &mut [Answer]) {
    let mut next = BTreeMap::new();
    for answer in answers {
        let item = next.entry(answer.question.clone()).or_insert(0_u32);
        *item += 1;
        answer.item = *item;
    }
}
