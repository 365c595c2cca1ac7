//! plotters draws, we write the SVG.
//!
//! plotters' own SVG has whole-pixel coordinates, shifts baselines and has no title nor description. Here a unit is
//! a twentieth of a pixel, a text is placed by its baseline whatever its vertical anchor says, stays a `<text>`, and
//! the picture carries its name. Source: SVG 2; RGAA 1.1, 1.6 (role, title and description of a vector image).

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::scene::GRID;
use super::typeface::{LABEL, Lettering, Weight};

/// The families asked for: the embedded one first, so that what was measured is what is shown.
const FAMILIES: &str = "Noto Sans, Marianne, sans-serif";

/// Name of a picture, for those who can't see it.
pub(super) struct Caption<'a> {
    /// Prefix of the ids.
    pub(super) id: &'a str,
    /// Language tag.
    pub(super) lang: &'a str,
    /// Short name.
    pub(super) title: &'a str,
    /// Long description.
    pub(super) description: &'a str,
}

/// A backend that writes SVG to a string.
pub(super) struct SvgBackend<'a> {
    svg: &'a mut String,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// Opens a picture of a size in grid units.
    pub(super) fn open(svg: &'a mut String, size: (u32, u32), caption: &Caption) -> Self {
        let (width, height) = (pixels(size.0), pixels(size.1));
        let Caption { id, lang, title, description } = caption;
        let (id, lang) = (name(id, "figure"), name(lang, "und"));
        append(
            svg,
            format_args!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
                 viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"{lang}\" xml:lang=\"{lang}\" \
                 aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{FAMILIES}\">\n\
                 <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n",
                escape(title),
                escape(description),
            ),
        );
        Self { svg, size }
    }

    fn element(&mut self, text: std::fmt::Arguments) {
        append(self.svg, text);
        self.svg.push('\n');
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, width, height) =
            (pixels(left), pixels(top), pixels(right - left), pixels(bottom - top));
        let paint = paint(style, fill);
        self.element(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {paint}/>"
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let (path, paint) = (trace(path), paint(style, false));
        self.element(format_args!("<path d=\"M{path}\" {paint}/>"));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, radius, paint) = (pixels(x), pixels(y), pixels(radius), paint(style, fill));
        self.element(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {paint}/>"));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let (path, paint) = (trace(corners), paint(style, true));
        self.element(format_args!("<path d=\"M{path}Z\" {paint}/>"));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let bold = matches!(style.style(), FontStyle::Bold);
        let weight = if bold { " font-weight=\"700\"" } else { "" };
        let length = stretch(text, (style.size(), bold));
        let (x, y, colour) = (pixels(x), pixels(y), hex(style.color()));
        let size = style.size() / f64::from(GRID);
        let text = escape(text);
        self.element(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{length} \
             fill=\"{colour}\">{text}</text>"
        ));
        Ok(())
    }
}

/// The width that a long text was given, which a reader's wider font keeps to: a page has no font of ours.
fn stretch(text: &str, (size, bold): (f64, bool)) -> String {
    const SHORT: usize = 12;
    if text.chars().count() <= SHORT {
        return String::new();
    }
    #[expect(clippy::cast_possible_truncation, reason = "sizes are whole units of the grid")]
    let size = size.round() as i32;
    let weight = if bold { Weight::Bold } else { Weight::Regular };
    let width = pixels(Lettering { weight, size, ..LABEL }.width(text));
    format!(" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"")
}

fn append(svg: &mut String, text: std::fmt::Arguments) {
    svg.write_fmt(text).expect("a String takes all that is written to it");
}

/// Grid units as pixels; two decimals are exact on a grid of twentieths.
fn pixels(units: impl Into<i64>) -> String {
    let units = units.into();
    let (sign, units) = (if units < 0 { "-" } else { "" }, units.abs());
    let grid = i64::from(GRID);
    let hundredths = units % grid * 100 / grid;
    let text = format!("{sign}{}.{hundredths:02}", units / grid);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn trace(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let points = path.into_iter().map(|(x, y)| format!("{} {}", pixels(x), pixels(y)));
    points.collect::<Vec<_>>().join("L")
}

fn paint(style: &impl BackendStyle, fill: bool) -> String {
    let colour = hex(style.color());
    if fill {
        return format!("fill=\"{colour}\"");
    }
    format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"", pixels(style.stroke_width()))
}

fn hex(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// An id or a language tag: letters, digits and hyphens, a letter first.
fn name(text: &str, other: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = text.chars().take(60).map(plain).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return name;
    }
    format!("{other}{}{name}", if name.is_empty() { "" } else { "-" })
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twentieth_of_a_pixel_is_exact() {
        assert_eq!(pixels(0), "0");
        assert_eq!(pixels(1), "0.05");
        assert_eq!(pixels(210), "10.5");
        assert_eq!(pixels(200), "10");
        assert_eq!(pixels(-7), "-0.35");
    }

    #[test]
    fn ids_and_languages_hold_no_markup() {
        assert_eq!(name("g1\"><script>", "figure"), "g1---script-");
        assert_eq!(name("", "und"), "und");
        assert_eq!(name("2020", "figure"), "figure-2020");
    }
}
