//! The tables themselves, in the order and with the columns of the contract.

use super::columns::{Column, Table};
use super::parts::{Parts, runs};
use super::{jumps, registers, revisions, trends};
use crate::census::{ACADEMIES, AnswerRef, Lab, ResponseState};
use crate::indicators::{Comparable, Figure, Trace, Unit};
use crate::ingest::CellRun;
use crate::model::{BaseKind, LaunchKind, Origin, People, Precision};
use crate::normalise::{Answer, Status, Value};
use crate::render::Inputs;

/// Labs whose answers are held at once.
const LABS: usize = 5_000;
/// Rows that a part of another table has at most, or a little more.
const ROWS: usize = 100_000;

/// Every table, ready to be built.
pub(super) fn build<'a>(inputs: &'a Inputs<'a>) -> Vec<Parts<'a>> {
    let (edition, large) = (inputs.edition, inputs.edition.is_large());
    let most = |most: usize| if large { most } else { usize::MAX };
    let labs = runs(edition.labs.iter().map(|_| 1), most(LABS));
    let of_labs = labs.clone();
    let cells: Vec<(&str, CellRun<'_>)> = edition.cell_runs().collect();
    let of_cells = runs(cells.iter().map(|_| 1), most(ROWS));
    let figures: Vec<&Figure> = inputs.registry.figures().collect();
    let traced = runs(figures.iter().map(|figure| figure.trace.len()), most(ROWS));
    let mut tables = vec![
        Parts::new(labs.len(), move |at| self::labs(inputs, some(&edition.labs, &labs, at))),
        Parts::new(of_labs.len(), move |at| answers(inputs, some(&edition.labs, &of_labs, at))),
        Parts::new(of_cells.len(), move |at| self::cells(inputs, some(&cells, &of_cells, at)))
            .without_csv(large),
        Parts::whole(|| diagnostics(inputs)),
        Parts::whole(|| self::figures(inputs)),
        Parts::new(traced.len(), move |at| trace(some(&figures, &traced, at))).without_csv(large),
    ];
    tables.extend(trends::build(inputs));
    tables.extend(registers::build(inputs));
    tables.extend(revisions::build(inputs));
    tables.push(Parts::whole(|| jumps::build(inputs)));
    tables
}

/// The items of a part.
fn some<'i, T>(items: &'i [T], parts: &[std::ops::Range<usize>], at: usize) -> &'i [T] {
    parts.get(at).and_then(|part| items.get(part.clone())).unwrap_or_default()
}

fn labs(inputs: &Inputs<'_>, labs: &[Lab]) -> Table {
    let year = i64::from(inputs.edition.year().get());
    let text = |name, of: &dyn Fn(&Lab) -> String| Column::text(name, labs.iter().map(of));
    let ladder = inputs.codebook.questionnaire.of_kind(crate::codebook::Kind::Single).next();
    let maturity = |lab: &'_ Lab| ladder.and_then(|question| lab.term(&question.id).cloned());
    let label = |lab: &Lab| {
        let term = inputs.codebook.term(&ladder?.id, &maturity(lab)?)?;
        Some(inputs.locale.lang.pick(&term.label.fr, &term.label.en).to_owned())
    };
    let precision = |lab: &Lab| match (lab.response, lab.launch()) {
        (_, Some(launch)) => launch.period.precision().as_str().to_owned(),
        (ResponseState::Received, None) => Precision::Unknown.as_str().to_owned(),
        (_, None) => String::new(),
    };
    let kind =
        |lab: &Lab| lab.launch().map(|launch| launch.kind.as_str().to_owned()).unwrap_or_default();
    let services = |lab: &Lab| lab.team().map(|team| team.services.join("|")).unwrap_or_default();
    let people = labs.iter().map(|lab| lab.team()?.people.and_then(People::exact).map(i64::from));
    let states = [ResponseState::Received, ResponseState::KnownSilent, ResponseState::None];
    let precisions =
        [Precision::Day, Precision::Month, Precision::Season, Precision::Year, Precision::Unknown];
    Table {
        name: "labs".into(),
        title: None,
        key: &["year", "academy_code"],
        columns: vec![
            Column::integer("year", labs.iter().map(|_| Some(year))),
            text("academy_code", &|lab| lab.body.code.to_string()),
            text("academy", &|lab| lab.body.short_name.clone()),
            text("lab", &|lab| lab.name().unwrap_or_default().to_owned()),
            text("response", &|lab| lab.response.as_str().to_owned())
                .among(states.map(ResponseState::as_str)),
            text("maturity", &|lab| maturity(lab).map(|term| term.to_string()).unwrap_or_default()),
            text("maturity_label", &|lab| label(lab).unwrap_or_default()),
            text("launch", &|lab| {
                lab.launch().map(|launch| launch.period.to_string()).unwrap_or_default()
            }),
            text("launch_precision", &precision).among(precisions.map(Precision::as_str)),
            text("launch_kind", &kind)
                .among([LaunchKind::Actual, LaunchKind::Planned].map(LaunchKind::as_str)),
            Column::integer("team_people", people),
            Column::number("team_fte", labs.iter().map(|lab| lab.team()?.fte)),
            text("contact_level", &|lab| {
                let standing = lab.standing(&inputs.edition.activity);
                let level = standing.and_then(|standing| standing.contact_level.as_ref());
                level.map(|(term, _)| term.to_string()).unwrap_or_default()
            })
            .among(registers::terms(inputs, ACADEMIES, "contact_level")),
            text("positioning", &|lab| {
                let standing = lab.standing(&inputs.edition.activity);
                let group = standing.and_then(|standing| standing.positioning.as_ref());
                group.map(|(term, _)| term.to_string()).unwrap_or_default()
            })
            .among(registers::terms(inputs, ACADEMIES, "positioning")),
            text("source_file", &|lab| {
                lab.source.as_ref().map(|source| source.file.clone()).unwrap_or_default()
            }),
            text("source_sha256", &|lab| {
                lab.source.as_ref().map(|source| source.sha256.to_string()).unwrap_or_default()
            }),
            text("team_services", &services),
        ],
    }
}

fn answers(inputs: &Inputs<'_>, labs: &[Lab]) -> Table {
    // Labs come in the order of their codes.
    let mut rows: Vec<(&Lab, AnswerRef<'_>)> = Vec::new();
    for lab in labs {
        let first = rows.len();
        rows.extend(lab.answers.iter().map(|answer| (lab, answer)));
        if let Some(own) = rows.get_mut(first..) {
            own.sort_by(|(_, one), (_, other)| {
                (&one.question, one.item).cmp(&(&other.question, other.item))
            });
        }
    }
    let year = i64::from(inputs.edition.year().get());
    let text = |name, of: &dyn Fn(&Lab, &AnswerRef<'_>) -> String| {
        Column::text(name, rows.iter().map(|(lab, answer)| of(lab, answer)))
    };
    let statuses =
        [Status::Mapped, Status::Decided, Status::FreeText, Status::Missing, Status::ToReview];
    Table {
        name: "answers".into(),
        title: None,
        key: &["year", "academy_code", "question", "item"],
        columns: vec![
            Column::integer("year", rows.iter().map(|_| Some(year))),
            text("academy_code", &|lab, _| lab.body.code.to_string())
                .refers_to("labs", "academy_code"),
            text("question", &|_, answer| answer.question.to_string()),
            Column::integer("item", rows.iter().map(|(_, answer)| Some(i64::from(answer.item)))),
            text("term", &|_, answer| term(answer)),
            text("label", &|lab, answer| label(inputs, lab, answer)),
            text("text", &|_, answer| answer.text.to_string()),
            text("status", &|_, answer| answer.status.as_str().to_owned())
                .among(statuses.map(Status::as_str)),
            text("method", &|_, answer| answer.method.to_owned()),
            text("rule", &|_, answer| answer.rule.to_string()),
            text("file", &|_, answer| answer.origin.file.to_string()),
            text("sheet", &|_, answer| answer.origin.sheet.to_string()),
            text("cell", &|_, answer| answer.origin.cell_name()),
        ],
    }
}

/// The canonical value: a term's id, a code, a period.
fn term(answer: &Answer) -> String {
    match &answer.value {
        Value::Term(term) => term.to_string(),
        Value::Academy(code) => code.to_string(),
        Value::Launch(launch) => launch.period.to_string(),
        Value::None | Value::Team(_) => String::new(),
    }
}

fn label(inputs: &Inputs<'_>, lab: &Lab, answer: &Answer) -> String {
    match &answer.value {
        Value::Term(id) => inputs
            .codebook
            .term(&answer.question, id)
            .map(|term| inputs.locale.lang.pick(&term.label.fr, &term.label.en).to_owned())
            .unwrap_or_default(),
        Value::Academy(_) => lab.body.name.clone(),
        _ => String::new(),
    }
}

fn cells(inputs: &Inputs<'_>, rows: &[(&str, CellRun<'_>)]) -> Table {
    let text =
        |name, of: &dyn Fn(&(&str, CellRun<'_>)) -> String| Column::text(name, rows.iter().map(of));
    let reason = |(_, run): &(&str, CellRun<'_>)| {
        let key = run.reason.key();
        inputs.locale.find(&format!("reason-{key}"), &[]).unwrap_or_else(|| key.to_owned())
    };
    Table {
        name: "cells".into(),
        title: None,
        key: &["file", "sheet", "cell"],
        columns: vec![
            text("file", &|(file, _)| (*file).to_owned()),
            text("sheet", &|(_, run)| run.sheet.to_owned()),
            text("cell", &|(_, run)| run.to_string()),
            text("fate", &|(_, run)| run.fate.as_str().to_owned())
                .among(["answer", "label", "title", "ignored", "unread"]),
            text("reason", &reason),
        ],
    }
}

fn diagnostics(inputs: &Inputs<'_>) -> Table {
    let rows = inputs.diagnostics;
    let origin = |of: fn(&Origin) -> String| {
        rows.iter().map(move |row| row.origin.as_ref().map(of).unwrap_or_default())
    };
    let question =
        |row: &crate::diagnostic::Diagnostic| row.question.as_ref().map(ToString::to_string);
    Table {
        name: "diagnostics".into(),
        title: None,
        key: &[],
        columns: vec![
            Column::text("code", rows.iter().map(|row| row.code.as_str().to_owned())),
            Column::text("severity", rows.iter().map(|row| row.severity().as_str().to_owned()))
                .among(["error", "warning", "info"]),
            Column::text("file", origin(|origin| origin.file.to_string())),
            Column::text("sheet", origin(|origin| origin.sheet.to_string())),
            Column::text("cell", origin(Origin::cell_name)),
            Column::text("question", rows.iter().map(|row| question(row).unwrap_or_default())),
            Column::text("text", rows.iter().map(|row| row.text.clone())),
            Column::text("message", rows.iter().map(|row| inputs.locale.message(row))),
            Column::text("hint", rows.iter().map(|row| inputs.locale.hint(row))),
        ],
    }
}

fn figures(inputs: &Inputs<'_>) -> Table {
    let rows: Vec<&Figure> = inputs.registry.figures().collect();
    let text = |name, of: &dyn Fn(&Figure) -> String| {
        Column::text(name, rows.iter().map(|figure| of(figure)))
    };
    let kinds = [
        BaseKind::RespondentsToQuestion,
        BaseKind::Respondents,
        BaseKind::KnownLabs,
        BaseKind::Academies,
    ];
    // The rows of a register are none of the bases of the census: the note says what they are.
    let of_register =
        |figure: &Figure| figure.base.is_some_and(|base| base.kind == BaseKind::RegisterRows);
    let note = |figure: &Figure| {
        let own = figure.note(inputs.locale);
        if !of_register(figure) {
            return own;
        }
        let rows = inputs.locale.text("remark-register-rows");
        format!("{rows} {own}").trim_end().to_owned()
    };
    let comparable = [Comparable::Yes, Comparable::Partly, Comparable::No];
    Table {
        name: "figures".into(),
        title: None,
        key: &["figure"],
        columns: vec![
            text("figure", &|figure| figure.id.to_string()),
            text("indicator", &|figure| figure.indicator.clone()),
            Column::integer("year", rows.iter().map(|figure| Some(i64::from(figure.year.get())))),
            text("category", &|figure| figure.category.clone()),
            Column::number("count", rows.iter().map(|figure| figure.value)),
            Column::integer("base", rows.iter().map(|figure| Some(i64::from(figure.base?.size)))),
            text("base_kind", &|figure| {
                let kind = figure.base.filter(|_| !of_register(figure)).map(|base| base.kind);
                kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default()
            })
            .among(kinds.map(BaseKind::as_str)),
            Column::number("share", rows.iter().map(|figure| Some(figure.share()?.get()))),
            text("comparable", &|figure| figure.comparable.as_str().to_owned())
                .among(comparable.map(Comparable::as_str)),
            text("note", &note),
            text("unit", &|figure| figure.unit.as_str().to_owned())
                .among(Unit::ALL.map(Unit::as_str)),
        ],
    }
}

fn trace(figures: &[&Figure]) -> Table {
    let of_figure = |figure: &&Figure| {
        let id = figure.id.to_string();
        figure.trace.iter().flat_map(move |trace| cells_of(&id, &trace)).collect::<Vec<_>>()
    };
    let rows: Vec<(String, String, Option<Origin>)> = figures.iter().flat_map(of_figure).collect();
    let origin = |of: fn(&Origin) -> String| {
        rows.iter().map(move |row| row.2.as_ref().map(of).unwrap_or_default())
    };
    Table {
        name: "trace".into(),
        title: None,
        key: &[],
        columns: vec![
            Column::text("figure", rows.iter().map(|row| row.0.clone()))
                .refers_to("figures", "figure"),
            Column::text("academy_code", rows.iter().map(|row| row.1.clone()))
                .refers_to("bodies", "academy_code"),
            Column::text("file", origin(|origin| origin.file.to_string())),
            Column::text("sheet", origin(|origin| origin.sheet.to_string())),
            Column::text("cell", origin(Origin::cell_name)),
        ],
    }
}

/// One row per cell behind a lab, or one row without a cell.
fn cells_of(figure: &str, trace: &Trace) -> Vec<(String, String, Option<Origin>)> {
    let row = |origin| (figure.to_owned(), trace.academy.to_string(), origin);
    if trace.origins.is_empty() {
        vec![row(None)]
    } else {
        trace.origins.iter().map(|origin| row(Some(origin.clone()))).collect()
    }
}
