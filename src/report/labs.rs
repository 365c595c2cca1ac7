//! The section with one row per lab that answered.

use super::bounds;
use super::document::{Align, Block, Cell, Column, Section, Table};
use super::fiches;
use super::words::Desk;
use crate::census::{Edition, Lab, ResponseState, Series};
use crate::codebook::{Kind, Question};
use crate::model::{Launch, LaunchKind, Part, People, Period, Season, Team};

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>, edition: &Edition) -> Section {
    first(desk, edition, desk.bounds.rows)
}

/// The section with so many rows at most.
fn first(desk: &Desk<'_>, edition: &Edition, most: usize) -> Section {
    let questions: Vec<&Question> = desk
        .codebook
        .questionnaire
        .questions
        .iter()
        .filter(|question| is_column(question))
        .collect();
    let mut columns = vec![desk.words("column-academy")];
    columns.extend(questions.iter().map(|question| {
        let align = Align::Left;
        Column { title: desk.pick(&question.label).to_owned(), align }
    }));
    let rows = edition.respondents().take(most).map(|lab| {
        let text = lab.body.short_name.clone();
        let link = if desk.bounds.fiches {
            Cell::Link { text, target: format!("fiches/{}.md", fiches::file_name(lab)) }
        } else {
            Cell::Text(text)
        };
        std::iter::once(link)
            .chain(questions.iter().map(|question| cell(desk, lab, question)))
            .collect()
    });
    let table = Table {
        id: "labs".to_owned(),
        caption: desk.text("table-labs"),
        columns,
        rows: rows.collect(),
        source: Some(desk.source()),
    };
    let sentence = if desk.bounds.fiches { "labs-sentence" } else { "labs-sentence-large" };
    let mut blocks = vec![Block::Paragraph(desk.text(sentence))];
    blocks.extend(bounds::said(desk, ("labs", &table), edition.respondents().count()));
    blocks.push(Block::Table(table));
    Section {
        id: "labs".to_owned(),
        title: desk.text("section-labs"),
        sheet: desk.text("sheet-labs"),
        blocks,
    }
}

/// The same with the year before beside each answer, for the workbook.
pub(super) fn sheet(desk: &Desk<'_>, series: &Series) -> Section {
    let most = if series.last().is_large() { bounds::MOST_SHEET_ROWS } else { usize::MAX };
    let mut section = first(desk, series.last(), most);
    let Some(previous) = series.previous() else { return section };
    let asked: Vec<&Question> =
        desk.codebook.questionnaire.questions.iter().filter(|one| is_column(one)).collect();
    let labs: Vec<&Lab> = series.last().respondents().take(most).collect();
    for table in section.blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    }) {
        for (index, question) in asked.iter().enumerate() {
            let title = format!("{} {}", desk.pick(&question.label), previous.year());
            table.columns.insert(2 * index + 2, Column { title, align: Align::Left });
            for (row, lab) in table.rows.iter_mut().zip(&labs) {
                let text = before(desk, lab, previous, question);
                row.insert(2 * index + 2, Cell::Text(text));
            }
        }
    }
    section
}

/// What a lab answered in an earlier edition, or why nothing is known.
pub(super) fn before(
    desk: &Desk<'_>,
    lab: &Lab,
    previous: &Edition,
    question: &Question,
) -> String {
    let Some(earlier) = previous.lab(&lab.body.code) else {
        return desk.text("standing-absent");
    };
    if earlier.response != ResponseState::Received {
        return desk.text("before-no-form");
    }
    text(desk, earlier, question).unwrap_or_else(|| desk.text("answer-missing"))
}

/// Long texts have their place in the fiches.
pub(super) fn is_column(question: &Question) -> bool {
    matches!(question.kind, Kind::Single | Kind::Multiple | Kind::Launch | Kind::Team)
}

fn cell(desk: &Desk<'_>, lab: &Lab, question: &Question) -> Cell {
    text(desk, lab, question).map_or(Cell::Empty, Cell::Text)
}

/// What a lab answered, in words.
pub(super) fn text(desk: &Desk<'_>, lab: &Lab, question: &Question) -> Option<String> {
    match question.kind {
        Kind::Launch => lab.launch().map(|launch| launch_text(desk, launch)),
        Kind::Team => team_text(desk, lab),
        _ => terms_text(desk, lab, question),
    }
}

fn terms_text(desk: &Desk<'_>, lab: &Lab, question: &Question) -> Option<String> {
    let named = lab.terms(&question.id);
    let vocabulary = desk.codebook.vocabulary(&question.id)?;
    let labels: Vec<&str> = vocabulary
        .known()
        .filter(|term| named.contains(&term.id))
        .map(|term| desk.pick(term.short.as_ref().unwrap_or(&term.label)))
        .collect();
    (!labels.is_empty()).then(|| labels.join(&desk.text("map-separator")))
}

/// A team in words: « 5 personnes », « 3 ETP ».
pub(super) fn team_text(desk: &Desk<'_>, lab: &Lab) -> Option<String> {
    team_words(desk, lab.team()?)
}

/// The same of a team.
pub(super) fn team_words(desk: &Desk<'_>, team: &Team) -> Option<String> {
    let people = team.people.map(|people| match people {
        People::Exactly(number) => desk.with(
            "team-exactly",
            &[("n", f64::from(number).into()), ("count", number.to_string().into())],
        ),
        People::About(number) => desk.with("team-about", &[("count", number.to_string().into())]),
        People::Between(least, most) => desk.with(
            "team-between",
            &[("least", least.to_string().into()), ("most", most.to_string().into())],
        ),
    });
    let fte = team
        .fte
        .map(|fte| desk.with("team-fte-count", &[("count", desk.locale.number(fte, 2).into())]));
    let parts: Vec<String> = people.into_iter().chain(fte).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A launch in words: « septembre 2020 », « été 2020 », « mars 2021 (prévu) ».
pub(super) fn launch_text(desk: &Desk<'_>, launch: &Launch) -> String {
    let period = period_text(desk, &launch.period);
    match launch.kind {
        LaunchKind::Actual => period,
        LaunchKind::Planned => desk.with("launch-planned", &[("period", period.into())]),
    }
}

/// A period as the language writes it.
pub(super) fn period_text(desk: &Desk<'_>, period: &Period) -> String {
    let month = |year: i32, month: u32| format!("{} {year}", desk.locale.month(month));
    let named = |key: &str, year: String| desk.with(key, &[("of", year.into())]);
    match *period {
        Period::Day(day) => desk.locale.date(day),
        Period::Month(year, number) => month(year, number),
        Period::Months(from, to) => format!("{} – {}", month(from.0, from.1), month(to.0, to.1)),
        Period::Season(year, season, second) => {
            let key = match season {
                Season::Spring => "season-spring",
                Season::Summer => "season-summer",
                Season::Autumn => "season-autumn",
                Season::Winter => "season-winter",
            };
            named(key, second.map_or_else(|| year.to_string(), |second| format!("{year}-{second}")))
        }
        Period::Quarter(year, quarter) => named(&format!("quarter-{quarter}"), year.to_string()),
        Period::Half(year, half) => named(&format!("half-{half}"), year.to_string()),
        Period::PartOfYear(year, part) => {
            let key = match part {
                Part::Start => "part-start",
                Part::Middle => "part-middle",
                Part::End => "part-end",
            };
            named(key, year.to_string())
        }
        Period::SchoolYear(year) => named("school-year", format!("{year}-{}", year + 1)),
        Period::Year(year) => year.to_string(),
    }
}
