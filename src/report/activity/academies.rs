//! Contact with the académies, and how their labs are positioned.

use super::{ByTerm, Order, Register};
use crate::report::document::Block;

pub(super) fn blocks(register: &Register<'_>) -> Vec<Block> {
    let desk = register.desk;
    let mut blocks = Vec::new();
    let contact = register.listed("contact", ("academies", "contact_level"), Order::Vocabulary);
    if !contact.is_empty() {
        let args = [
            ("list", contact.into()),
            ("academies", desk.digits(register.figure("base", "academies"))),
        ];
        blocks.push(Block::Paragraph(desk.with("contact-sentence", &args)));
        blocks.extend(register.by_term(&ByTerm {
            indicator: "contact",
            register: "academies",
            column: "contact_level",
            caption: "table-contact",
            unit: "column-academies-count",
            base: "column-base-academies",
            order: Order::Vocabulary,
            names: true,
        }));
    }
    let groups = register.listed("positioning", ("academies", "positioning"), Order::Vocabulary);
    if !groups.is_empty() {
        let base = register.terms("positioning", ("academies", "positioning"), Order::Vocabulary);
        let base = base.first().and_then(|(_, figure)| figure.base).map_or(0, |base| base.size);
        let args = [("list", groups.into()), ("base", base.to_string().into())];
        blocks.push(Block::Paragraph(desk.with("positioning-sentence", &args)));
        blocks.extend(register.by_term(&ByTerm {
            indicator: "positioning",
            register: "academies",
            column: "positioning",
            caption: "table-positioning",
            unit: "column-academies-count",
            base: "column-base-positioned",
            order: Order::Vocabulary,
            names: true,
        }));
    }
    blocks
}
