//! Excel's own charts, from the table of the same sheet; a map, which Excel has not, comes as a picture.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color,
    ConditionalFormat2ColorScale, Image, XlsxError,
};

use super::block::Placed;
use super::sheet::{Sheet, alternative};
use super::style::BLUE;
use crate::chart::{ChartKind, Shade, shades};
use crate::render::pictures::Pictures;
use crate::report::ChartBlock;

const WIDTH: u32 = 860;
const BAR: u32 = 44;
/// Pixels of a row of the default height.
const ROW: u32 = 20;
/// The same, in points.
const POINTS: f64 = 15.0;
/// Highest picture, in pixels.
const HIGHEST: u32 = 600;

type Done = Result<(), XlsxError>;

/// Inserts a chart at the sheet's next row, with its alternative text.
pub(super) fn insert(
    sheet: &mut Sheet<'_>,
    block: &ChartBlock,
    placed: Placed,
    pictures: &Pictures<'_>,
) -> Done {
    match (&block.spec.kind, block.series.is_empty()) {
        // The table is the chart: its cells take the shades.
        (ChartKind::Matrix(_), _) => shade(sheet, block, placed),
        (_, true) => picture(sheet, block, pictures),
        _ => native(sheet, block, placed),
    }
}

/// Shades the numbers of a table by their size; each stays written.
fn shade(sheet: &mut Sheet<'_>, block: &ChartBlock, placed: Placed) -> Done {
    let columns = block.series.iter().map(|series| u16::try_from(series.column).unwrap_or(0));
    let (Some(first), Some(last)) = (columns.clone().min(), columns.max()) else { return Ok(()) };
    let scale = ConditionalFormat2ColorScale::new()
        .set_minimum_color(Color::White)
        .set_maximum_color(Color::RGB(0x00A0_A4F0));
    sheet.worksheet.add_conditional_format(placed.header + 1, first, placed.last, last, &scale)?;
    Ok(())
}

/// The very picture of the other formats.
fn picture(sheet: &mut Sheet<'_>, block: &ChartBlock, pictures: &Pictures<'_>) -> Done {
    let Ok(drawn) = pictures.get(&block.spec.id) else { return Ok(()) };
    // Two pixels for one, as the PNG is drawn; smaller when a page of landscape could not hold it.
    let pixels = drawn.png.get(20..24).map_or(1600, |bytes| {
        bytes.iter().fold(0_u32, |height, byte| (height << 8) | u32::from(*byte))
    });
    let height = (pixels / 2).min(HIGHEST);
    let scale = f64::from(height) / f64::from(pixels.max(1));
    let image = Image::new_from_buffer(&drawn.png)?
        .set_scale_width(scale)
        .set_scale_height(scale)
        .set_alt_text(alternative(&block.spec.description));
    sheet.skip(1);
    sheet.start_page();
    sheet.worksheet.insert_image_with_offset(sheet.row, 0, &image, 8, 4)?;
    sheet.skip(height.div_ceil(ROW) + 2);
    Ok(())
}

fn native(sheet: &mut Sheet<'_>, block: &ChartBlock, placed: Placed) -> Done {
    let horizontal = is_horizontal(&block.spec.kind);
    let stacked = matches!(block.spec.kind, ChartKind::Timeline(_)) || is_years(&block.spec.kind);
    let mut chart = Chart::new(match (horizontal, stacked) {
        (true, _) => ChartType::Bar,
        (false, true) => ChartType::ColumnStacked,
        (false, false) => ChartType::Column,
    });
    let rows = placed.last.saturating_sub(placed.header);
    let shades = shades(block.series.len());
    for (series, shade) in block.series.iter().zip(&shades) {
        let column = |index: usize| u16::try_from(index).unwrap_or(0);
        let (first, last) = (placed.header + 1, placed.last);
        let (categories, values) = (column(block.categories), column(series.column));
        let years = is_years(&block.spec.kind) || horizontal && block.series.len() > 1;
        let shade = years.then_some(*shade);
        chart
            .add_series()
            .set_name(&series.name)
            .set_categories((sheet.name.as_str(), first, categories, last, categories))
            .set_values((sheet.name.as_str(), first, values, last, values))
            .set_gap(60)
            .set_format(&mut fill(series.outlined, shade))
            .set_data_label(&label(horizontal, series.outlined, shade));
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
    let bars = rows * u32::try_from(block.series.len()).unwrap_or(1).max(1);
    let height = if horizontal { 110 + (rows * BAR).max(bars * 18) } else { 360 };
    chart.set_width(WIDTH).set_height(height).set_alt_text(alternative(&block.spec.description));
    sheet.keep_together(f64::from(height.div_ceil(ROW) + 2) * POINTS);
    sheet.skip(1);
    sheet.worksheet.insert_chart_with_offset(sheet.row, 0, &chart, 8, 8)?;
    sheet.skip(height.div_ceil(ROW) + 2);
    Ok(())
}

/// Columns for what passes in time, bars for what has names.
fn is_horizontal(kind: &ChartKind) -> bool {
    !matches!(kind, ChartKind::Timeline(_)) && !is_years(kind)
}

fn is_years(kind: &ChartKind) -> bool {
    matches!(kind, ChartKind::StackedYears(chart) if chart.years.len() > 1)
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
fn fill(outlined: bool, shade: Option<Shade>) -> ChartFormat {
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
        let colour = shade.map_or(BLUE, |shade| shade.fill);
        format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour)));
        // What is paler than 3:1 on white is edged.
        format.set_border(ChartLine::new().set_color(Color::RGB(0x0066_6666)).set_width(0.75));
    }
    format
}

/// The value on each mark; the format hides zeros.
fn label(horizontal: bool, outlined: bool, shade: Option<Shade>) -> ChartDataLabel {
    let mut label = ChartDataLabel::new();
    label.show_value().set_num_format("0;;;");
    let position = if horizontal {
        ChartDataLabelPosition::OutsideEnd
    } else {
        ChartDataLabelPosition::Center
    };
    let colour = match (horizontal || outlined, shade) {
        (true, _) => Color::Black,
        (false, Some(shade)) => Color::RGB(shade.ink),
        (false, None) => Color::White,
    };
    label
        .set_position(position)
        .set_font(ChartFont::new().set_size(11).set_bold().set_color(colour));
    label
}
