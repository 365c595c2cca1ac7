//! Formats that depend on the value, never by colour alone: bars beside shares, arrows beside changes, words in
//! bold for what is grave, a level's fill under its own name.

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatDataBar,
    ConditionalFormatIconSet, ConditionalFormatIconType, Format, XlsxError,
};

use super::block::Placed;
use super::sheet::Sheet;
use super::style;
use crate::chart::{ChartKind, Tint, tints};
use crate::report::{Cell, Format as Written, Report, Table};

type Done = Result<(), XlsxError>;

/// Marks the cells of a table.
pub(super) fn mark(sheet: &mut Sheet<'_>, table: &Table, placed: Placed) -> Done {
    for column in 0..placed.columns {
        let numbers = || numbers(table, usize::from(column));
        if numbers().next().is_some() && numbers().all(|(format, _)| format == Written::Percent) {
            bars(sheet, placed, column)?;
        } else if numbers().any(|(_, value)| value < 0.0) {
            arrows(sheet, placed, column)?;
        }
    }
    if table.id == "diagnostics" {
        gravest(sheet, table, placed)?;
    }
    if ["labs", "map", "paths"].contains(&table.id.as_str()) {
        levels(sheet, placed)?;
    }
    Ok(())
}

fn numbers(table: &Table, column: usize) -> impl Iterator<Item = (Written, f64)> {
    table.rows.iter().filter_map(move |row| match row.get(column) {
        Some(Cell::Number(shown)) => Some((shown.format, shown.value?)),
        _ => None,
    })
}

/// A bar as long as the share, which stays written over it.
fn bars(sheet: &mut Sheet<'_>, placed: Placed, column: u16) -> Done {
    use rust_xlsxwriter::ConditionalFormatType as Bound;
    let bar = ConditionalFormatDataBar::new()
        .set_fill_color(Color::RGB(0x00C4_C6F8))
        .set_solid_fill(true)
        .set_minimum(Bound::Number, 0)
        .set_maximum(Bound::Number, 1);
    sheet.worksheet.add_conditional_format(placed.header + 1, column, placed.last, column, &bar)?;
    Ok(())
}

/// An arrow that tells a rise from a fall, beside the number.
fn arrows(sheet: &mut Sheet<'_>, placed: Placed, column: u16) -> Done {
    use rust_xlsxwriter::{ConditionalFormatCustomIcon as Icon, ConditionalFormatType as Bound};
    let icons = [
        Icon::new().set_rule(Bound::Number, 0),
        Icon::new().set_rule(Bound::Number, 0).set_greater_than(false),
        Icon::new().set_rule(Bound::Number, 0).set_greater_than(true),
    ];
    let set = ConditionalFormatIconSet::new()
        .set_icon_type(ConditionalFormatIconType::ThreeArrowsGray)
        .set_icons(&icons);
    sheet.worksheet.add_conditional_format(placed.header + 1, column, placed.last, column, &set)?;
    Ok(())
}

/// The word of the gravest rows, which come first, in bold.
fn gravest(sheet: &mut Sheet<'_>, table: &Table, placed: Placed) -> Done {
    let word = |row: &Vec<Cell>| match row.first() {
        Some(Cell::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let mut words: Vec<String> = table.rows.iter().filter_map(word).collect();
    words.dedup();
    for (word, bold) in words.into_iter().zip([true, false]) {
        let format = if bold { style::grave() } else { style::less_grave() };
        equal(sheet, placed, (0, 0), word, format)?;
    }
    Ok(())
}

/// Each level's fill under its own name, as on the map.
fn levels(sheet: &mut Sheet<'_>, placed: Placed) -> Done {
    for Tint { label, fill, ink } in ladder(sheet.report) {
        let format =
            Format::new().set_background_color(Color::RGB(fill)).set_font_color(Color::RGB(ink));
        equal(sheet, placed, (1, placed.columns.saturating_sub(1)), label, format)?;
    }
    Ok(())
}

fn equal(
    sheet: &mut Sheet<'_>,
    placed: Placed,
    (first, last): (u16, u16),
    text: String,
    format: Format,
) -> Done {
    let rule = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(text))
        .set_format(format);
    sheet.worksheet.add_conditional_format(placed.header + 1, first, placed.last, last, &rule)?;
    Ok(())
}

/// The levels of the report's map.
fn ladder(report: &Report) -> Vec<Tint> {
    let map = report.charts().find_map(|chart| match &chart.spec.kind {
        ChartKind::TileMap(map) => Some(&map.levels),
        _ => None,
    });
    map.map(|levels| tints(levels)).unwrap_or_default()
}
