//! Building an edition from what came back.
//!
//! A table of records is not taken apart: its distinct answers are normalised once, and a body's answers are those of
//! its record; see [`Answers`]. Only what a lab corrected on its proof sheet becomes a list of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answers::{AnswerTable, Answers};
use super::candidate::{Candidate, Said, TableAt};
use super::correction;
use super::edition::{Edition, FileAccount};
use super::lab::{Lab, ResponseState, Source};
use super::latest;
use super::privacy;
use super::registers::Activity;
use super::respondent::{self, Respondent};
use super::table_answers::TableWork;
use crate::codebook::{Bilingual, Codebook, Decision, EditionFile, Kind};
use crate::diagnostic::{Code, Diagnostic, Tally};
use crate::ingest::{
    Fate, Folder, Place, RawAnswer, Reason, ResponseFile, ReturnedProof, SheetCells, differing,
};
use crate::model::{AcademyCode, Origin, QuestionId};
use crate::normalise::personal::KnownNames;
use crate::normalise::{Answer, Normaliser, Pending, Status, Value};

/// Builds the edition of a year.
///
/// *Diagnostics*: those of the files and answers, `academy-…`, `duplicate-response`, `decision-stale`,
/// `decision-unused`, `answer-corrected`, `proof-unused`, `personal-data`.
pub fn build(file: EditionFile, codebook: &Codebook, mut folder: Folder) -> Edition {
    let mut diagnostics = std::mem::take(&mut folder.diagnostics);
    let mut fates = BTreeMap::new();
    for one in &mut folder.files {
        diagnostics.append(&mut one.diagnostics);
        fates.insert(one.name.clone(), std::mem::take(&mut one.sheets));
    }
    let asked = asked(&folder);
    let mut builder = Builder {
        codebook,
        normaliser: Normaliser::new(codebook, file.closing_date),
        fates,
        tables: tables(&folder),
        proofs: BTreeMap::new(),
        corrected: BTreeSet::new(),
        personal: Vec::new(),
        known: privacy::known_names(&folder),
        diagnostics,
        tally: Tally::default(),
    };
    let candidates = builder.candidates(&file, &folder);
    let received = builder.received(candidates);
    builder.take_proofs(&file, &folder);
    let mut labs = builder.labs(&file, &received);
    drop(received);
    builder.decisions();
    let pending = builder.pending();
    let files = folder.files.len();
    let Builder { fates, mut personal, known, mut diagnostics, tally, .. } = builder;
    let account = |(file, sheets)| FileAccount { file, sheets };
    let accounts = fates.into_iter().map(account).collect();
    diagnostics.extend(tally.finish());
    if file.publish_personal_data {
        personal.clear();
    } else {
        personal.extend(privacy::withhold(&mut labs, &mut diagnostics, (codebook, &known)));
        personal.extend(privacy::people(&folder));
    }
    let activity = Activity::default();
    let (layout, narrative) = (codebook.layout.clone(), BTreeMap::new());
    Edition {
        file,
        labs,
        accounts,
        files,
        asked,
        pending,
        personal,
        known,
        diagnostics,
        activity,
        layout,
        narrative,
    }
}

/// The questions that the files of a folder ask, whether answered or not.
fn asked(folder: &Folder) -> BTreeSet<QuestionId> {
    let fiches = folder.files.iter().flat_map(|file| &file.responses);
    let answers = fiches.flat_map(|response| &response.answers).map(|answer| &answer.question);
    let tables = folder.files.iter().flat_map(|file| &file.tables);
    let columns = tables.flat_map(|table| &table.records.slots).map(|slot| &slot.question);
    answers.chain(columns).cloned().collect()
}

/// Every table of a folder.
fn tables(folder: &Folder) -> Vec<TableAt<'_>> {
    let of_file = |file: &'_ ResponseFile| {
        let file_name: Arc<str> = file.name.as_str().into();
        let source = Arc::new(Source { file: file.name.clone(), sha256: file.sha256.clone() });
        (file_name, source)
    };
    let mut tables = Vec::new();
    let with_tables = |(_, file): &(usize, &ResponseFile)| !file.tables.is_empty();
    for (at, file) in folder.files.iter().enumerate().filter(with_tables) {
        let (name, source) = of_file(file);
        tables.extend(file.tables.iter().map(|table| TableAt {
            origin: Origin { file: name.clone(), sheet: table.sheet.as_str().into(), cell: None },
            records: &table.records,
            source: source.clone(),
            file: at,
        }));
    }
    tables
}

pub(super) struct Builder<'a> {
    pub(super) codebook: &'a Codebook,
    pub(super) normaliser: Normaliser<'a>,
    fates: BTreeMap<String, Vec<SheetCells>>,
    pub(super) tables: Vec<TableAt<'a>>,
    /// The corrections of each body, those of later files last.
    proofs: BTreeMap<AcademyCode, Vec<(&'a str, &'a ReturnedProof)>>,
    /// The cells whose answers were corrected.
    corrected: BTreeSet<Origin>,
    pub(super) personal: Vec<privacy::PersonalData>,
    /// The people whom the edition's columns name.
    pub(super) known: KnownNames,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What may come once for each of very many records.
    pub(super) tally: Tally,
}

impl<'a> Builder<'a> {
    fn candidates(&mut self, edition: &EditionFile, folder: &'a Folder) -> Vec<Candidate<'a>> {
        let date = edition.closing_date;
        let mut candidates = Vec::new();
        for (at, file) in folder.files.iter().enumerate() {
            let fallback = respondent::in_file_name(&file.name, self.codebook, date);
            let source = Arc::new(Source { file: file.name.clone(), sha256: file.sha256.clone() });
            for response in &file.responses {
                let origin =
                    Origin { sheet: response.sheet.as_str().into(), ..Origin::file(&file.name) };
                let (found, remarks) =
                    respondent::find(response, (&origin, fallback.as_ref()), self.codebook, date);
                self.diagnostics.extend(remarks);
                match found {
                    Some(found) => candidates.push(Candidate {
                        said: Said::Own(response),
                        origin: Arc::new(origin),
                        source: source.clone(),
                        respondent: Arc::new(found),
                        modified: file.modified,
                        file: at,
                    }),
                    None => {
                        self.set_aside(&origin, response.place, &Reason::NoAcademy);
                    }
                }
            }
        }
        for table in 0..self.tables.len() {
            candidates.extend(self.records(table, date));
        }
        candidates
    }

    /// One response for each académie, in the order of their codes; the others are listed with what differs.
    fn received(&mut self, mut candidates: Vec<Candidate<'a>>) -> Vec<Candidate<'a>> {
        // Stable: those of one académie stay in the order in which they were found.
        candidates.sort_by(|one, other| one.respondent.code.cmp(&other.respondent.code));
        let mut received = Vec::with_capacity(candidates.len());
        let mut rest = candidates.into_iter().peekable();
        while let Some(first) = rest.next() {
            let same = |next: &Candidate<'_>| next.respondent.code == first.respondent.code;
            let Some(second) = rest.next_if(same) else {
                received.push(first);
                continue;
            };
            let mut all = vec![second];
            while let Some(next) = rest.next_if(same) {
                all.push(next);
            }
            all.insert(0, first);
            received.extend(self.latest(all));
        }
        received
    }

    /// The one of several responses of an académie that counts.
    fn latest(&mut self, mut candidates: Vec<Candidate<'a>>) -> Option<Candidate<'a>> {
        // In reading order: by file, then as they stand.
        candidates.sort_by_key(|candidate| candidate.file);
        let (kept, others) = latest::choose(candidates, &self.tables)?;
        for (other, why) in others {
            let place = other.place(&self.tables);
            let [differs, differs_en] = self.differing(&kept, &other);
            self.tally.add((Code::DuplicateResponse, &place.file, None), || {
                Diagnostic::new(Code::DuplicateResponse)
                    .at(place.clone())
                    .fact("kept", kept.place(&self.tables))
                    .fact("academy", self.codebook.register.short_name(&kept.respondent.code))
                    .fact("because", why.key())
                    .fact("differs", differs)
                    .fact("differs_en", differs_en)
            });
            self.set_aside(&other.origin, other.on_sheet(&self.tables), &Reason::Superseded);
        }
        Some(kept)
    }

    /// The labels, in French and in English, of the questions that two responses answer differently.
    fn differing(&self, kept: &Candidate<'_>, other: &Candidate<'_>) -> [String; 2] {
        let (one, other) = (kept.answers(&self.tables), other.answers(&self.tables));
        let differing = differing(&one, &other);
        if differing.is_empty() {
            return ["none", "none"].map(str::to_owned);
        }
        let labels = |text: fn(&Bilingual) -> &str| {
            let label = |id: &&QuestionId| {
                let question = self.codebook.questionnaire.get(id);
                question.map_or_else(|| id.to_string(), |question| text(&question.label).to_owned())
            };
            differing.iter().map(label).collect::<Vec<_>>().join(", ")
        };
        [labels(|text| &text.fr), labels(|text| &text.en)]
    }

    /// The answers of a response that does not count are passed over, for a reason.
    pub(super) fn set_aside(&mut self, sheet: &Origin, place: Place, reason: &Reason) {
        for cells in self.sheets(&sheet.file, &sheet.sheet) {
            cells.set_aside(place, reason);
        }
    }

    fn sheets(&mut self, file: &str, sheet: &str) -> impl Iterator<Item = &mut SheetCells> {
        let sheets = self.fates.get_mut(file).into_iter().flatten();
        sheets.filter(move |cells| cells.sheet == *sheet)
    }

    fn labs(&mut self, edition: &EditionFile, received: &[Candidate<'a>]) -> Vec<Lab> {
        let records = self.record_answers(received, edition);
        let mut bodies: Vec<_> =
            self.codebook.register.shared_members(edition.closing_date).map(Arc::clone).collect();
        bodies.sort_by(|one, other| one.code.cmp(&other.code));
        // Both are in the order of the codes.
        let mut received = received.iter().peekable();
        bodies
            .into_iter()
            .map(|body| {
                while received.next_if(|one| one.respondent.code < body.code).is_some() {}
                let candidate = received.next_if(|one| one.respondent.code == body.code);
                let proofs = self.proofs.remove(&body.code).unwrap_or_default();
                let silent = edition.known_silent.contains(&body.code);
                let response = match &candidate {
                    Some(_) => ResponseState::Received,
                    None if !proofs.is_empty() => ResponseState::Received,
                    None if silent => ResponseState::KnownSilent,
                    None => ResponseState::None,
                };
                let source = candidate.map(|one| one.source.clone());
                let table = |(table, record): (usize, usize)| {
                    let table = records.get(table)?.as_ref().filter(|_| proofs.is_empty())?;
                    Some(Answers::record(table, record))
                };
                let answers = match candidate.and_then(Candidate::record).and_then(table) {
                    Some(answers) => answers,
                    None => Answers::own(self.answers(candidate, &proofs)),
                };
                Lab { body, response, source, answers }
            })
            .collect()
    }

    /// The answers of the records that no proof sheet corrects, by table.
    fn record_answers(
        &mut self,
        received: &[Candidate<'a>],
        edition: &EditionFile,
    ) -> Vec<Option<Arc<AnswerTable>>> {
        let mut kept: Vec<Vec<(usize, &Respondent)>> = vec![Vec::new(); self.tables.len()];
        for candidate in received {
            let respondent = &*candidate.respondent;
            if let Some((table, record)) = candidate.record()
                && !self.proofs.contains_key(&respondent.code)
                && let Some(kept) = kept.get_mut(table)
            {
                kept.push((record, respondent));
            }
        }
        let of_table = |(table, mut kept): (usize, Vec<(usize, &Respondent)>)| {
            kept.sort_unstable_by_key(|(record, _)| *record);
            let work = TableWork { table, kept: &kept };
            let mut normalised = self.normalise_table(&work)?;
            if !edition.publish_personal_data {
                self.withhold_in_table(&work, &mut normalised);
            }
            Some(Arc::new(normalised))
        };
        kept.into_iter().enumerate().map(of_table).collect()
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
            for raw in candidate.answers(&self.tables).iter() {
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
            raw.parts.iter().map(|part| &*part.text).collect::<Vec<_>>().join("\n")
        };
        let place = corrected.parts.first().map_or(sheet.clone(), |part| sheet.at(part.cell));
        self.diagnostics.push(
            Diagnostic::new(Code::AnswerCorrected)
                .at(place)
                .about(&raw.question)
                .quoting(words(raw))
                .fact("after", words(corrected))
                .fact("before_place", places.first().unwrap_or(&*candidate.origin)),
        );
        self.corrected.extend(places);
        items
    }

    fn overrule(&mut self, place: &Origin) {
        let Some(cell) = place.cell else { return };
        for cells in self.sheets(&place.file, &place.sheet) {
            cells.set(cell, Fate::Ignored, &Reason::Corrected);
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
                self.set_aside(
                    &Origin { sheet: proof.sheet.as_str().into(), ..Origin::file(&file.name) },
                    Place::Sheet,
                    &Reason::ProofText,
                );
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
        let answer = self.named_in(&candidate.origin, &candidate.respondent)?;
        let cell = answer.origin.cell?;
        let reason = Reason::Question(answer.question.clone());
        for cells in self.sheets(&candidate.origin.file, &candidate.origin.sheet) {
            cells.set(cell, Fate::Answer, &reason);
        }
        Some(answer)
    }

    /// The same, whatever became of the cell.
    pub(super) fn named_in(&self, sheet: &Origin, respondent: &Respondent) -> Option<Answer> {
        let question = self.codebook.questionnaire.of_kind(Kind::Academy).next()?;
        let named = respondent.named.as_ref()?;
        Some(Answer {
            question: question.id.clone(),
            item: 1,
            value: Value::Academy(respondent.code.clone()),
            text: named.text.clone(),
            status: Status::Mapped,
            method: "register",
            rule: named.rule.clone(),
            origin: sheet.at(named.cell),
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
