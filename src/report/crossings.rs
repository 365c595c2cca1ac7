//! Two classifications crossed: who moved on the ladder, services by stage, what goes together.

use super::build::reading_note;
use super::crossed::Crossed;
use super::document::{Block, Cell, Section};
use super::words::Desk;
use crate::chart::Diagonal;
use crate::codebook::{Kind, Question, Term, Vocabulary};
use crate::indicators::Figure;
use crate::locale::{Gender, capitalised};
use crate::model::CensusYear;

/// The section of what goes together in one edition; none when nothing is crossed.
pub(super) fn section(desk: &Desk<'_>) -> Option<Section> {
    let questions = &desk.codebook.questionnaire;
    let multiple: Vec<&Question> = questions.of_kind(Kind::Multiple).collect();
    let ladder = questions.of_kind(Kind::Single).next();
    let mut blocks = Vec::new();
    for question in &multiple {
        blocks.extend(ladder.map(|ladder| by_stage(desk, question, ladder)).unwrap_or_default());
    }
    if let [first, second, ..] = multiple.as_slice() {
        blocks.extend(together(desk, first, second));
    }
    (!blocks.is_empty()).then(|| {
        blocks.push(reading_note(desk.text("reading-crossings")));
        Section {
            id: "crossings".to_owned(),
            title: desk.text("section-crossings"),
            sheet: desk.text("sheet-crossings"),
            blocks,
        }
    })
}

fn terms<'a>(desk: &'a Desk<'_>, question: &Question) -> impl Iterator<Item = &'a Term> {
    desk.codebook.vocabulary(&question.id).into_iter().flat_map(|vocabulary| &vocabulary.terms)
}

fn label(desk: &Desk<'_>, term: &Term) -> String {
    capitalised(desk.pick(&term.label))
}

/// The short name of a term, for a narrow column.
fn short(desk: &Desk<'_>, term: &Term) -> String {
    capitalised(desk.pick(term.short.as_ref().unwrap_or(&term.label)))
}

/// Options down, stages across, out of the labs at each stage.
fn by_stage(desk: &Desk<'_>, question: &Question, ladder: &Question) -> Vec<Block> {
    let indicator = format!("{}_by_{}", question.id, ladder.id);
    let figure = |option: &Term, stage: &Term| {
        desk.registry.get(&indicator, &format!("{}.{}", option.id, stage.id))
    };
    let mut stages: Vec<&Term> = terms(desk, ladder).filter(|term| term.rank.is_some()).collect();
    stages.sort_by_key(|term| term.rank);
    let whole = |option: &Term| desk.registry.get(question.id.as_str(), option.id.as_str());
    let known = |option: &&Term| stages.iter().any(|stage| figure(option, stage).is_some());
    let mut options: Vec<&Term> = terms(desk, question).filter(known).collect();
    options.sort_by_key(|option| std::cmp::Reverse(whole(option).map_or(0, Figure::count)));
    let Some(first) = options.first().copied() else { return Vec::new() };
    let row = |option: &&Term| {
        let counts = stages.iter().map(|stage| figure(option, stage)).collect();
        (label(desk, option), counts, Some(desk.number(whole(option))))
    };
    let mut bases: Vec<Cell> = stages.iter().map(|stage| desk.base(figure(first, stage))).collect();
    bases.push(desk.number(desk.registry.get(question.id.as_str(), "respondents")));
    let crossed = Crossed {
        id: indicator.clone(),
        corner: desk.pick(&question.label).to_owned(),
        rows: options.iter().map(row).collect(),
        columns: stages.iter().map(|stage| label(desk, stage)).collect(),
        totals: Some((desk.text("series-respondents"), bases, desk.text("crossing-all"))),
        diagonal: Diagonal::Plain,
        note: None,
        source: desk.source(),
        desk,
    };
    let highest = stages.last().copied().unwrap_or(first);
    // The option that the labs at the top name most.
    let top = options.iter().max_by_key(|option| figure(option, highest).map_or(0, Figure::count));
    let top = top.copied().unwrap_or(first);
    let found = figure(top, highest);
    let count = found.map_or(0, Figure::count);
    let base = found.and_then(|one| one.base).map_or(0, |base| base.size);
    let mut args = desk.counted(("n", "n_words"), count, Gender::Masculine).to_vec();
    args.extend([
        ("base", desk.locale.spelled(base, Gender::Masculine).into()),
        ("all", if count == base && base > 1 { "yes" } else { "no" }.into()),
        ("answer", desk.pick(top.short.as_ref().unwrap_or(&top.label)).to_owned().into()),
        ("stage", desk.pick(&highest.label).to_owned().into()),
        ("question", desk.pick(&question.label).to_owned().into()),
        ("ladder", desk.pick(&ladder.label).to_owned().into()),
    ]);
    let own = desk.locale.find(&format!("by-stage-title-{}", ladder.id), &args);
    let title = own.unwrap_or_else(|| desk.with("by-stage-title", &args));
    let around = (desk.with("by-stage-subtitle", &args), desk.with("table-by-stage", &args));
    crossed.blocks(capitalised(&title), around)
}

/// Options of one question down, those of another across.
fn together(desk: &Desk<'_>, across: &Question, down: &Question) -> Vec<Block> {
    let indicator = format!("{}_x_{}", across.id, down.id);
    let figure = |column: &Term, row: &Term| {
        desk.registry.get(&indicator, &format!("{}.{}", column.id, row.id))
    };
    let rows: Vec<&Term> = terms(desk, down)
        .filter(|row| terms(desk, across).any(|column| figure(column, row).is_some()))
        .collect();
    let columns: Vec<&Term> = terms(desk, across)
        .filter(|column| rows.iter().any(|row| figure(column, row).is_some()))
        .collect();
    let row = |row: &&Term| {
        let counts = columns.iter().map(|column| figure(column, row)).collect();
        (label(desk, row), counts, None)
    };
    let crossed = Crossed {
        id: indicator.clone(),
        corner: desk.pick(&down.label).to_owned(),
        rows: rows.iter().map(row).collect(),
        columns: columns.iter().map(|column| short(desk, column)).collect(),
        totals: None,
        diagonal: Diagonal::Plain,
        note: None,
        source: desk.source(),
        desk,
    };
    let pairs = rows.iter().flat_map(|row| columns.iter().map(move |column| (*row, *column)));
    let count = |(row, column): &(&Term, &Term)| figure(column, row).map_or(0, Figure::count);
    // Of equal pairs the first, as the vocabularies order them.
    let Some(best) = pairs.rev_max(count) else { return Vec::new() };
    let found = figure(best.1, best.0);
    let base = found.and_then(|one| one.base).map_or(0, |base| base.size);
    let mut args = desk.counted(("n", "n_words"), count(&best), Gender::Masculine).to_vec();
    args.extend([
        ("base", desk.locale.spelled(base, Gender::Masculine).into()),
        ("row", desk.pick(best.0.short.as_ref().unwrap_or(&best.0.label)).to_owned().into()),
        ("column", desk.pick(best.1.short.as_ref().unwrap_or(&best.1.label)).to_owned().into()),
        ("down", desk.pick(&down.label).to_owned().into()),
        ("across", desk.pick(&across.label).to_owned().into()),
    ]);
    let title = desk.with("together-title", &args);
    let around = (desk.with("together-subtitle", &args), desk.with("table-together", &args));
    crossed.blocks(capitalised(&title), around)
}

/// The first of the greatest.
trait First: Iterator + Sized {
    fn rev_max<K: Ord>(self, key: impl Fn(&Self::Item) -> K) -> Option<Self::Item> {
        self.fold(None, |best, item| match best {
            Some(best) if key(&best) >= key(&item) => Some(best),
            _ => Some(item),
        })
    }
}

impl<I: Iterator> First for I {}

/// Who moved on the ladder since the edition before.
pub(super) fn transitions(
    desk: &Desk<'_>,
    question: &Question,
    years: &[CensusYear],
) -> Vec<Block> {
    let [.., from, to] = years else { return Vec::new() };
    let pair = format!("{from}-{to}");
    let indicator = format!("{}_transitions", question.id);
    let figure =
        |row: &str, column: &str| desk.registry.get(&indicator, &format!("{pair}.{row}.{column}"));
    let asked = desk.codebook.vocabulary(&question.id);
    let mut ladder = asked.map(Vocabulary::understood).map(|known| known.terms).unwrap_or_default();
    ladder.sort_by_key(|term| (term.rank.is_none(), term.rank));
    let mut places: Vec<(&str, String)> =
        ladder.iter().map(|term| (term.id.as_str(), label(desk, term))).collect();
    for other in ["entered", "silent", "left"] {
        places.push((other, desk.text(&format!("transition-{other}"))));
    }
    let used = |one: &str, as_row: bool| {
        places.iter().any(|(other, _)| {
            let found = if as_row { figure(one, other) } else { figure(other, one) };
            found.is_some()
        })
    };
    let rows: Vec<&(&str, String)> = places.iter().filter(|(id, _)| used(id, true)).collect();
    let columns: Vec<&(&str, String)> = places.iter().filter(|(id, _)| used(id, false)).collect();
    let row = |(id, name): &&(&str, String)| {
        let counts: Vec<Option<&Figure>> = columns.iter().map(|(to, _)| figure(id, to)).collect();
        let base = counts.iter().flatten().find(|one| one.base.is_some()).copied();
        (name.clone(), counts, Some(desk.base(base)))
    };
    let same = rows.iter().zip(&columns).take_while(|(row, column)| row.0 == column.0).count();
    let crossed = Crossed {
        id: indicator.clone(),
        corner: desk.with(
            "transition-corner",
            &[("from", from.to_string().into()), ("to", to.to_string().into())],
        ),
        rows: rows.iter().map(row).collect(),
        columns: columns.iter().map(|(_, name)| name.clone()).collect(),
        totals: Some((
            String::new(),
            Vec::new(),
            desk.with("transition-total", &[("from", from.to_string().into())]),
        )),
        diagonal: if same > 0 { Diagonal::Framed } else { Diagonal::Plain },
        note: Some(desk.text("transition-note")),
        source: desk.source(),
        desk,
    };
    let moves = |name: &str| {
        let figure =
            desk.registry.get(&format!("{}_moves", question.id), &format!("{pair}.{name}"));
        figure.map_or(0, Figure::count)
    };
    let mut args = desk.counted(("n", "n_words"), moves("forward"), Gender::Masculine).to_vec();
    args.extend(desk.counted(("m", "m_words"), moves("back"), Gender::Masculine));
    args.extend([
        ("from", from.to_string().into()),
        ("to", to.to_string().into()),
        ("question", desk.pick(&question.label).to_owned().into()),
    ]);
    let title = desk.with("transition-title", &args);
    let around = (desk.with("transition-subtitle", &args), desk.with("table-transition", &args));
    crossed.blocks(capitalised(&title), around)
}
