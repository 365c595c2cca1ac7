//! Events, and who came to the labs' day.

use super::Register;
use crate::locale::Gender;
use crate::report::document::Block;

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    let rows: Vec<_> = register.rows("events").iter().collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let total = register.figure("events", "total");
    let mut blocks: Vec<Block> = register
        .sentence("events-sentence", total, Gender::Masculine)
        .into_iter()
        .chain(labs_day(register))
        .map(Block::Paragraph)
        .collect();
    let columns = ["date", "name", "kind", "participants", "academies", "newcomers", "description"];
    blocks.extend(register.table(("events", "events", "table-events"), &columns, &rows));
    blocks
}

fn labs_day(register: &Register<'_>) -> Option<String> {
    let desk = register.desk;
    let figure =
        |category| register.figure("labs_day", category).filter(|figure| figure.value.is_some());
    let participants = figure("participants")?;
    let mut args = desk.counted(("n", "n_words"), participants.count(), Gender::Masculine).to_vec();
    args.push(("count", desk.digits(Some(participants))));
    for (name, count) in [("academies", figure("academies")), ("newcomers", figure("newcomers"))] {
        let number = count.map_or(0.0, |figure| f64::from(figure.count()));
        args.push((if name == "academies" { "academies_n" } else { "newcomers_n" }, number.into()));
        args.push((name, desk.digits(count)));
    }
    Some(desk.with("labs-day-sentence", &args))
}
