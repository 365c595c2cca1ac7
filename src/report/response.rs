//! Who answered, and what was announced about it.

use super::build::{Inputs, reading_note};
use super::document::{Block, Cell, NoteKind, Section, Table};
use super::words::Desk;
use crate::census::ResponseState;
use crate::indicators::Reconciliation;
use crate::locale::Gender;

/// Builds the section.
pub(super) fn section(desk: &Desk<'_>, inputs: &Inputs<'_>) -> Section {
    let mut blocks = vec![Block::Paragraph(sentence(desk))];
    blocks.extend(inputs.reconciliations.iter().filter_map(|one| announced(desk, one)));
    blocks.push(Block::Table(table(desk)));
    blocks.push(reading_note(desk.text("reading-response")));
    let without = inputs.edition.labs.iter().filter(|lab| lab.response != ResponseState::Received);
    let silent: Vec<&str> = without.map(|lab| lab.body.short_name.as_str()).collect();
    if !silent.is_empty() {
        let all = silent.len();
        let args = [("names", desk.listed(silent, all).into())];
        blocks.push(Block::Paragraph(desk.with("response-without", &args)));
    }
    Section {
        id: "response".to_owned(),
        title: desk.text("section-response"),
        sheet: desk.text("sheet-response"),
        blocks,
    }
}

fn sentence(desk: &Desk<'_>) -> String {
    let figure = |category| desk.registry.get("base", category);
    let received =
        desk.registry.get("response", "received").map_or(0, crate::indicators::Figure::count);
    let mut args = desk.counted(("n", "n_words"), received, Gender::Feminine).to_vec();
    args.push(("count", received.to_string().into()));
    args.push(("known", desk.digits(figure("known_labs"))));
    args.push(("academies", desk.digits(figure("academies"))));
    desk.with("response-sentence", &args)
}

/// What was announced and is not what is counted: said until a reason is given, explained afterwards.
fn announced(desk: &Desk<'_>, one: &Reconciliation) -> Option<Block> {
    if one.agrees() {
        return None;
    }
    let computed = one
        .computed
        .map_or_else(|| desk.text("not-available"), |value| desk.locale.number(value, 1));
    let mut args = vec![
        ("announced", one.claim.value.to_string().into()),
        ("computed", computed.into()),
        ("source", desk.pick(&one.claim.source).to_owned().into()),
        ("figure", one.claim.figure.clone().into()),
    ];
    let known = desk.locale.find(&format!("claim-{}", one.claim.figure.replace('.', "-")), &[]);
    args.push(("what", known.unwrap_or_else(|| one.claim.figure.clone()).into()));
    Some(match &one.claim.reason {
        Some(reason) => {
            args.push(("reason", desk.pick(reason).to_owned().into()));
            Block::Note(NoteKind::Reading, desk.with("claim-explained", &args))
        }
        None => Block::Note(NoteKind::Attention, desk.with("claim-open", &args)),
    })
}

fn table(desk: &Desk<'_>) -> Table {
    let row = |indicator, category, key| {
        let figure = desk.registry.get(indicator, category);
        vec![Cell::Text(desk.text(key)), desk.number(figure), desk.base(figure), desk.share(figure)]
    };
    Table {
        id: "response".to_owned(),
        caption: desk.with("table-response", &[]),
        columns: vec![
            desk.words("column-response"),
            desk.numbers("column-academies-count"),
            desk.numbers("column-base-academies"),
            desk.numbers("column-share"),
        ],
        rows: vec![
            row("response", "received", "response-received"),
            row("response", "known_silent", "response-known-silent"),
            row("response", "none", "response-none"),
        ],
        source: Some(desk.source()),
    }
}
