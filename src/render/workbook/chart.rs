//! Excel's own charts, from the table of the same sheet.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color, XlsxError,
};

use super::block::Placed;
use super::sheet::{Sheet, alternative};
use super::style::BLUE;
use crate::chart::ChartKind;
use crate::report::ChartBlock;

const WIDTH: u32 = 860;
const BAR: u32 = 44;

/// Inserts a chart at the sheet's next row, with its alternative text.
pub(super) fn insert(
    sheet: &mut Sheet<'_>,
    block: &ChartBlock,
    placed: Placed,
) -> Result<(), XlsxError> {
    let horizontal = !matches!(block.spec.kind, ChartKind::Timeline(_));
    let mut chart = Chart::new(if horizontal { ChartType::Bar } else { ChartType::ColumnStacked });
    let rows = placed.last.saturating_sub(placed.header);
    for series in &block.series {
        let column = |index: usize| u16::try_from(index).unwrap_or(0);
        let (first, last) = (placed.header + 1, placed.last);
        let (categories, values) = (column(block.categories), column(series.column));
        chart
            .add_series()
            .set_name(&series.name)
            .set_categories((sheet.name.as_str(), first, categories, last, categories))
            .set_values((sheet.name.as_str(), first, values, last, values))
            .set_gap(60)
            .set_format(&mut fill(series.outlined))
            .set_data_label(&label(horizontal, series.outlined));
    }
    chart.title().set_name(&block.spec.title).set_font(ChartFont::new().set_size(13).set_bold());
    // In a bar chart the library calls the axis of values x, and Excel draws the first row at the bottom.
    let (categories, values) = if horizontal {
        chart.y_axis().set_reverse();
        (ChartAxis::Y, ChartAxis::X)
    } else {
        (ChartAxis::X, ChartAxis::Y)
    };
    axis(&mut chart, categories).set_font(ChartFont::new().set_size(10));
    axis(&mut chart, values).set_hidden(true).set_major_gridlines(false).set_min(0);
    if block.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    let height = if horizontal { 110 + rows * BAR } else { 360 };
    chart.set_width(WIDTH).set_height(height).set_alt_text(alternative(&block.spec.description));
    sheet.worksheet.insert_chart_with_offset(sheet.row, 0, &chart, 8, 8)?;
    sheet.row += height.div_ceil(20) + 2;
    Ok(())
}

#[derive(Clone, Copy)]
enum ChartAxis {
    X,
    Y,
}

fn axis(chart: &mut Chart, which: ChartAxis) -> &mut rust_xlsxwriter::ChartAxis {
    match which {
        ChartAxis::X => chart.x_axis(),
        ChartAxis::Y => chart.y_axis(),
    }
}

/// Filled for what happened; hatched for what is only planned, so that colour is not the only sign.
fn fill(outlined: bool) -> ChartFormat {
    let mut format = ChartFormat::new();
    if outlined {
        let mut hatching = ChartPatternFill::new();
        hatching
            .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
            .set_foreground_color(Color::RGB(BLUE))
            .set_background_color(Color::White);
        format
            .set_pattern_fill(&hatching)
            .set_border(ChartLine::new().set_color(Color::RGB(BLUE)).set_width(1));
    } else {
        format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(BLUE)));
    }
    format
}

/// The value on each mark; the format hides zeros.
fn label(horizontal: bool, outlined: bool) -> ChartDataLabel {
    let mut label = ChartDataLabel::new();
    label.show_value().set_num_format("0;;;");
    let position = if horizontal {
        ChartDataLabelPosition::OutsideEnd
    } else {
        ChartDataLabelPosition::Center
    };
    let colour = if horizontal || outlined { Color::Black } else { Color::White };
    label
        .set_position(position)
        .set_font(ChartFont::new().set_size(11).set_bold().set_color(colour));
    label
}
