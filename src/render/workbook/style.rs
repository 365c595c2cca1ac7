//! The formats of the workbook.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report;

/// Blue of headers and bars, 12.9:1 on white.
pub(super) const BLUE: u32 = 0x0000_0091;
const TEXT: u32 = 0x0016_1616;
const SECOND: u32 = 0x0066_6666;
const RULE: u32 = 0x00CE_CECE;
const ATTENTION: u32 = 0x00B3_4000;

fn base() -> Format {
    Format::new()
        .set_font_name("Calibri")
        .set_font_size(11)
        .set_font_color(Color::RGB(TEXT))
        .set_align(FormatAlign::Top)
}

/// A sheet's title.
pub(super) fn title() -> Format {
    base().set_font_size(16).set_bold()
}

/// A paragraph over the width of the table.
pub(super) fn paragraph() -> Format {
    base().set_text_wrap()
}

/// A remark on how to read.
pub(super) fn reading() -> Format {
    base().set_text_wrap().set_italic().set_font_color(Color::RGB(SECOND))
}

/// Something to settle before publication.
pub(super) fn attention() -> Format {
    base().set_text_wrap().set_bold().set_font_color(Color::RGB(ATTENTION))
}

/// A caption or a source line.
pub(super) fn source() -> Format {
    base().set_text_wrap().set_font_color(Color::RGB(SECOND)).set_font_size(9)
}

/// A table's caption.
pub(super) fn caption() -> Format {
    base().set_bold()
}

/// A column's header.
pub(super) fn header(align: report::Align) -> Format {
    let format = base()
        .set_align(FormatAlign::VerticalCenter)
        .set_bold()
        .set_text_wrap()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(BLUE));
    match align {
        report::Align::Left => format.set_indent(1),
        report::Align::Right => format.set_align(FormatAlign::Right),
    }
}

/// A cell of words.
pub(super) fn text() -> Format {
    base()
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(Color::RGB(RULE))
}

/// A cell of words that Excel might take for a formula.
pub(super) fn quoted() -> Format {
    text().set_quote_prefix()
}

/// A link.
pub(super) fn link() -> Format {
    text().set_font_color(Color::RGB(BLUE)).set_underline(rust_xlsxwriter::FormatUnderline::Single)
}

/// The link back to the list of sheets.
pub(super) fn back() -> Format {
    base()
        .set_font_size(9)
        .set_font_color(Color::RGB(BLUE))
        .set_underline(rust_xlsxwriter::FormatUnderline::Single)
}

/// The word of the gravest rows.
pub(super) fn grave() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::RGB(ATTENTION))
        .set_background_color(Color::RGB(0x00FF_E9E6))
}

/// The word of rows that come next in weight.
pub(super) fn less_grave() -> Format {
    Format::new().set_italic().set_font_color(Color::RGB(TEXT))
}

/// A cell with a number.
pub(super) fn number(format: report::Format, lang: &str) -> Format {
    let code = match (format, lang) {
        (report::Format::Count, _) => "#,##0",
        (report::Format::Decimal, _) => "#,##0.0",
        (report::Format::Percent, "fr") => "0\u{a0}%",
        (report::Format::Percent, _) => "0%",
    };
    text().set_num_format(code).set_align(FormatAlign::Right).set_indent(0)
}

/// A number that labels its row.
pub(super) fn ordinal() -> Format {
    text().set_num_format("0").set_align(FormatAlign::Left)
}

/// A number in large type.
pub(super) fn key_number() -> Format {
    base()
        .set_font_size(28)
        .set_bold()
        .set_font_color(Color::RGB(BLUE))
        .set_align(FormatAlign::Right)
        .set_num_format("#,##0.##")
}

/// What a number in large type counts.
pub(super) fn key_label() -> Format {
    base().set_font_size(12).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}
