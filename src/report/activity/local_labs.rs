//! Local labs and teachers' networks.

use super::{Order, Register};
use crate::locale::Gender;
use crate::report::document::Block;

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    let rows: Vec<_> = register.rows("local_labs").iter().collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let desk = register.desk;
    let figure = |category| register.figure("local_labs", category);
    let mut text: Vec<String> = Vec::new();
    text.extend(register.sentence("local-labs-sentence", figure("total"), Gender::Masculine));
    text.extend(register.sentence("local-labs-academies", figure("academies"), Gender::Feminine));
    for (indicator, column, key) in [
        ("local_labs_scope", "scope", "local-labs-scopes"),
        ("local_labs_cohort", "cohort", "local-labs-cohorts"),
    ] {
        let list = register.listed(indicator, ("local_labs", column), Order::Vocabulary);
        if !list.is_empty() {
            text.push(desk.with(key, &[("list", list.into())]));
        }
    }
    text.extend(register.sentence("local-labs-members", figure("members"), Gender::Masculine));
    let relays = figure("relays").filter(|relays| relays.base.is_some_and(|base| base.size > 0));
    text.extend(register.sentence("local-labs-relays", relays, Gender::Masculine));
    let columns = ["name", "academy", "scope", "since", "members", "cohort", "relay"];
    let mut blocks = vec![Block::Paragraph(text.join(" "))];
    blocks.extend(register.table(
        ("local_labs", "local_labs", "table-local-labs"),
        &columns,
        &rows,
    ));
    blocks
}
