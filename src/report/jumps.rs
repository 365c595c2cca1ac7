//! What is to be checked before publication, in words; and the mark that every page bears until it is.

use super::bounds::Bounds;
use super::document::{Align, Block, Cell, Column, NoteKind, Section, Table};
use super::labs;
use super::words::Desk;
use crate::codebook::Codebook;
use crate::indicators::Registry;
use crate::locale::{Arg, Gender, Locale, capitalised};
use crate::model::AcademyCode;
use crate::publication::{Jump, Publication, Said};

/// What a jump is, in the reader's language: one sentence.
pub fn jump_words(
    jump: &Jump,
    registry: &Registry,
    codebook: &Codebook,
    locale: &Locale,
) -> String {
    Writer { desk: &Desk { locale, codebook, registry, bounds: Bounds::NONE } }.words(jump)
}

/// The mark of a report that still has jumps to check; none when all are.
pub(super) fn mark(desk: &Desk<'_>, publication: &Publication) -> Option<String> {
    let open = publication.unchecked();
    (open > 0).then(|| desk.with("provisional-mark", &counted(desk, open)))
}

/// Marks the charts, which travel without their page.
pub(super) fn mark_charts(desk: &Desk<'_>, sections: &mut [Section]) {
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Chart(chart) = block {
            let source = chart.spec.source.clone();
            chart.spec.source = desk.with("provisional-source", &[("source", source.into())]);
        }
    }
}

/// Builds the section; none when nothing jumps.
pub(super) fn section(desk: &Desk<'_>, publication: &Publication) -> Option<Section> {
    let jumps = &publication.jumps;
    let open = publication.unchecked();
    if jumps.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    let (to_check, checked): (Vec<&Jump>, Vec<&Jump>) =
        jumps.iter().partition(|jump| jump.acknowledged.is_none());
    if open > 0 {
        let sentence = desk.with("jumps-sentence", &counted(desk, open));
        blocks.push(Block::Note(NoteKind::Attention, sentence));
        blocks.push(Block::Table(table(desk, "jumps", &to_check)));
    }
    if !checked.is_empty() {
        let sentence = desk.with("jumps-checked-sentence", &counted(desk, checked.len()));
        blocks.push(Block::Paragraph(sentence));
        blocks.push(Block::Table(table(desk, "jumps_checked", &checked)));
    }
    let thresholds = desk.codebook.questionnaire.jumps;
    let reading = desk.with(
        "jumps-reading",
        &[
            ("points", desk.locale.number(thresholds.share_points, 1).into()),
            ("factor", desk.locale.number(thresholds.team_factor, 1).into()),
        ],
    );
    blocks.push(super::build::reading_note(reading));
    let state = if open > 0 { "open" } else { "checked" };
    Some(Section {
        id: "jumps".to_owned(),
        title: desk.text(&format!("section-jumps-{state}")),
        sheet: desk.text(&format!("sheet-jumps-{state}")),
        blocks,
    })
}

fn counted(desk: &Desk<'_>, count: usize) -> Vec<Arg<'static>> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    desk.counted(("n", "n_words"), count, Gender::Masculine).to_vec()
}

/// The jumps to check with their ids, or those that were with the reason.
fn table(desk: &Desk<'_>, id: &str, jumps: &[&Jump]) -> Table {
    let writer = Writer { desk };
    let column = |key: &str| Column { title: desk.text(key), align: Align::Left };
    let open = id == "jumps";
    let row = |jump: &&Jump| {
        let why = jump.acknowledged.as_ref().map(|one| desk.pick(&one.reason).to_owned());
        let beside = why.unwrap_or_else(|| jump.id.clone());
        vec![Cell::Text(writer.words(jump)), Cell::Text(beside)]
    };
    Table {
        id: id.to_owned(),
        caption: desk.text(if open { "table-jumps" } else { "table-jumps-checked" }),
        columns: vec![
            column("column-jump"),
            column(if open { "column-jump-id" } else { "column-jump-reason" }),
        ],
        rows: jumps.iter().map(row).collect(),
        source: None,
    }
}

struct Writer<'a> {
    desk: &'a Desk<'a>,
}

impl Writer<'_> {
    fn words(&self, jump: &Jump) -> String {
        let desk = self.desk;
        if jump.academies.len() > 1 {
            let count = u32::try_from(jump.academies.len()).unwrap_or(u32::MAX);
            let count = desk.locale.number(f64::from(count), 0);
            return desk.with(&format!("jump-many-{}", jump.kind.as_str()), &[("n", count.into())]);
        }
        let mut args: Vec<Arg<'_>> = vec![
            ("academy", self.academy(jump.academies.first()).into()),
            ("answer", self.answer(jump).into()),
            ("question", self.question(jump).into()),
            ("from", jump.from.map(|year| year.to_string()).unwrap_or_default().into()),
            ("before", self.said(jump, &jump.before).into()),
            ("after", self.said(jump, &jump.after).into()),
        ];
        if let (Said::Count { count: then, base: of }, Said::Count { count: now, base }) =
            (&jump.before, &jump.after)
        {
            args.extend(desk.counted(("n", "n_words"), *then, Gender::Masculine));
            args.extend(self.shares((*then, *of), (*now, *base)));
        }
        capitalised(&desk.with(&format!("jump-{}", jump.kind.as_str()), &args))
    }

    fn shares(&self, (then, of): (u32, u32), (now, base): (u32, u32)) -> Vec<Arg<'static>> {
        let locale = self.desk.locale;
        let share = |count: u32, base: u32| f64::from(count) / f64::from(base.max(1));
        let (before, after) = (share(then, of), share(now, base));
        let points = locale.number(((after - before) * 100.0).abs(), 1);
        let sign = if after < before { "\u{2212}" } else { "+" };
        let whole = |count: u32| locale.number(f64::from(count), 0);
        vec![
            ("before_share", locale.percent(before).into()),
            ("after_share", locale.percent(after).into()),
            ("points", format!("{sign}{points}").into()),
            ("known", whole(of).into()),
            ("named", whole(now).into()),
            ("missing", f64::from(of.saturating_sub(now)).into()),
        ]
    }

    fn academy(&self, code: Option<&AcademyCode>) -> String {
        let body = code.and_then(|code| self.desk.codebook.register.latest(code));
        let own = code.map(ToString::to_string).unwrap_or_default();
        body.map_or(own, |body| body.short_name.clone())
    }

    fn question(&self, jump: &Jump) -> String {
        let question =
            jump.question.as_ref().and_then(|id| self.desk.codebook.questionnaire.get(id));
        question.map(|question| self.desk.pick(&question.label).to_owned()).unwrap_or_default()
    }

    fn answer(&self, jump: &Jump) -> String {
        let label = |term| {
            let question = jump.question.as_ref()?;
            let term = self.desk.codebook.term(question, term)?;
            Some(self.desk.pick(&term.label).to_owned())
        };
        let labels: Vec<String> = jump.terms.iter().filter_map(label).collect();
        labels.join(&self.desk.text("trend-or"))
    }

    fn said(&self, jump: &Jump, said: &Said) -> String {
        let desk = self.desk;
        match said {
            Said::Count { count, base } => {
                let whole = |count: u32| desk.locale.number(f64::from(count), 0);
                let args = [("value", whole(*count).into()), ("base", whole(*base).into())];
                desk.with("revision-amount", &args)
            }
            Said::Stage(term) => {
                let known =
                    jump.question.as_ref().and_then(|question| desk.codebook.term(question, term));
                known.map_or_else(|| term.to_string(), |term| desk.pick(&term.label).to_owned())
            }
            Said::Team(team) => labs::team_words(desk, team).unwrap_or_default(),
            Said::Launch(launch) => labs::launch_text(desk, launch),
            Said::Many => String::new(),
        }
    }
}
