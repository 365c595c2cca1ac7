//! From the SVG to pixels, with the embedded faces and no other.
//!
//! The machine's own fonts are never looked at, so that the picture is the same everywhere. Two pixels for one: it
//! stays sharp on dense screens and in print. A chart has few colours, so it is stored by palette: half
//! the bytes in a third of the time. Beyond 256 colours, the rarest shades of edges take the nearest one.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use foldhash::fast::RandomState;
use hashbrown::HashMap;
use png::{BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::memo::Memo;

/// Pixels of the picture for one of the SVG.
const SCALE: f32 = 2.0;

/// Deflate level: the next one takes more than twice the time to save a quarter of the bytes.
const COMPRESSION: u8 = 1;

/// A picture with more colours is no chart of ours, and is stored as it is.
const MOST_COLOURS: usize = 1024;

/// How many pictures are kept: those of ten years, of a few tens of kilobytes each.
const MOST_KEPT: usize = 400;

/// Why an SVG could not become a PNG.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The text is not an SVG.
    #[error("the chart is not a readable SVG: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// The picture has no pixel, or more than memory holds.
    #[error("a chart of {width} × {height} pixels can't be drawn")]
    Size {
        /// Width asked for.
        width: u32,
        /// Height asked for.
        height: u32,
    },
    /// The pixels could not be encoded.
    #[error("the chart could not be encoded as PNG: {0}")]
    Encoding(#[from] EncodingError),
}

/// Renders an SVG as a PNG, at two pixels for one; the same SVG gives the same bytes.
///
/// What was drawn is kept for the other edition of a report, and for the next run of `watch`.
///
/// # Errors
///
/// [`ChartError`] when the text is not an SVG, or is too large to be drawn.
pub fn png(svg: &str) -> Result<Vec<u8>, ChartError> {
    static DRAWN: Memo = Memo::new(MOST_KEPT);
    DRAWN.get([svg.as_bytes()], || draw(svg))
}

fn draw(svg: &str) -> Result<Vec<u8>, ChartError> {
    let tree = tree(svg)?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let (width, height) = size.map_or((0, 0), |size| (size.width(), size.height()));
    let mut pixels = Pixmap::new(width, height).ok_or(ChartError::Size { width, height })?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    match Indexed::of(&pixels) {
        Some(indexed) => indexed.encode(width, height),
        None => Ok(pixels.encode_png()?),
    }
}

/// Pixels as numbers of colours.
struct Indexed {
    palette: Vec<Rgb>,
    indices: Vec<u8>,
}

type Rgb = [u8; 3];

impl Indexed {
    /// `None` when the ground shows through, or when there are too many colours for a chart.
    fn of(pixels: &Pixmap) -> Option<Self> {
        let width = usize::try_from(pixels.width()).ok()?;
        let rows = rows(pixels.data(), width)?;
        let counts = Some(count(&rows)).filter(|counts| counts.len() <= MOST_COLOURS)?;
        let (palette, numbers) = numbers(&counts);
        let mut indices = vec![0; pixels.pixels().len()];
        let mut end = 0;
        for row in rows {
            match row {
                Row::Same => {
                    indices.copy_within(end - width..end, end);
                    end += width;
                }
                Row::Runs(runs) => {
                    for (colour, length) in runs {
                        indices[end..end + length].fill(*numbers.get(&colour)?);
                        end += length;
                    }
                }
            }
        }
        Some(Self { palette, indices })
    }

    fn encode(&self, width: u32, height: u32) -> Result<Vec<u8>, ChartError> {
        let mut png = Vec::new();
        let mut encoder = Encoder::new(&mut png, width, height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(self.palette.concat());
        encoder.set_filter(Filter::NoFilter);
        encoder.set_deflate_compression(DeflateCompression::Level(COMPRESSION));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.indices)?;
        writer.finish()?;
        Ok(png)
    }
}

/// A row of pixels.
enum Row {
    /// As the one above.
    Same,
    /// Colours, and how many pixels of each follow one another.
    Runs(Vec<(Rgb, usize)>),
}

/// Reads the rows as bytes, which are compared at once.
fn rows(bytes: &[u8], width: usize) -> Option<Vec<Row>> {
    let opaque =
        |[red, green, blue, alpha]: [u8; 4]| (alpha == u8::MAX).then_some([red, green, blue]);
    let mut above: &[u8] = &[];
    let mut rows = Vec::new();
    for row in bytes.chunks_exact(4 * width) {
        rows.push(if row == above {
            Row::Same
        } else {
            let (pixels, _) = row.as_chunks::<4>();
            let runs = pixels.chunk_by(|one, next| one == next);
            Row::Runs(runs.map(|run| Some((opaque(run[0])?, run.len()))).collect::<Option<_>>()?)
        });
        above = row;
    }
    Some(rows)
}

/// How often the colours come, rows like the one above left out.
fn count(rows: &[Row]) -> BTreeMap<Rgb, usize> {
    let mut counts: HashMap<Rgb, usize, RandomState> = HashMap::default();
    for row in rows {
        if let Row::Runs(runs) = row {
            for (colour, length) in runs {
                *counts.entry(*colour).or_default() += length;
            }
        }
    }
    counts.into_iter().collect()
}

/// The 256 most frequent colours, and for each colour the number of the nearest of them.
fn numbers(counts: &BTreeMap<Rgb, usize>) -> (Vec<Rgb>, HashMap<Rgb, u8, RandomState>) {
    let mut palette: Vec<Rgb> = counts.keys().copied().collect();
    palette.sort_by_key(|colour| (std::cmp::Reverse(counts.get(colour)), *colour));
    palette.truncate(256);
    let own = (0..=u8::MAX).zip(&palette).map(|(number, colour)| (*colour, number));
    let mut numbers: HashMap<Rgb, u8, RandomState> = own.collect();
    let nearest = |colour: &Rgb| {
        let places = (0..=u8::MAX).zip(&palette);
        places.min_by_key(|(_, known)| distance(**known, *colour)).map(|(number, _)| number)
    };
    for colour in counts.keys() {
        if !numbers.contains_key(colour) {
            numbers.extend(nearest(colour).map(|number| (*colour, number)));
        }
    }
    (palette, numbers)
}

fn distance(one: Rgb, two: Rgb) -> u32 {
    let channels = one.into_iter().zip(two);
    channels.map(|(one, two)| u32::from(one.abs_diff(two)).pow(2)).sum()
}

/// Reads an SVG, its texts shaped with the embedded faces.
pub(super) fn tree(svg: &str) -> Result<Tree, ChartError> {
    Ok(Tree::from_str(svg, &options())?)
}

fn options() -> Options<'static> {
    let no_file = ImageHrefResolver {
        resolve_data: Box::new(|_, _, _| None),
        resolve_string: Box::new(|_, _| None),
    };
    Options { fontdb: fonts(), image_href_resolver: no_file, ..Options::default() }
}

fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut fonts = Database::new();
        fonts.load_font_source(Source::Binary(Arc::new(notosans::REGULAR_TTF)));
        fonts.load_font_source(Source::Binary(Arc::new(notosans::BOLD_TTF)));
        Arc::new(fonts)
    };
    Arc::clone(FONTS.get_or_init(load))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of stripes, two pixels wide, of as many colours.
    fn stripes(colours: u8) -> Pixmap {
        let stripe = |x| format!("<rect x='{x}' width='1' height='3' fill='rgb({x},9,{x})'/>");
        let stripes: String = (0..colours).map(stripe).collect();
        let size = format!("width='{colours}' height='3'");
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' {size}>{stripes}</svg>");
        let tree = tree(&svg).expect("an SVG");
        let mut pixels = Pixmap::new(u32::from(colours), 3).expect("a size");
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels
    }

    #[test]
    fn a_palette_keeps_every_pixel() {
        let pixels = stripes(200);
        let indexed = Indexed::of(&pixels).expect("few colours, all opaque");
        assert_eq!((indexed.palette.len(), indexed.indices.len()), (200, 600));
        for (pixel, index) in pixels.pixels().iter().zip(&indexed.indices) {
            let colour = indexed.palette[usize::from(*index)];
            assert_eq!(colour, [pixel.red(), pixel.green(), pixel.blue()]);
        }
    }

    #[test]
    fn beyond_a_palette_the_rarest_colours_take_the_nearest() {
        let mut counts: BTreeMap<Rgb, usize> = (0..=255).map(|red| ([red, 0, 0], 5)).collect();
        counts.insert([7, 1, 0], 1);
        let (palette, numbers) = numbers(&counts);
        assert_eq!(palette.len(), 256);
        assert_eq!(palette[usize::from(numbers[&[7, 1, 0]])], [7, 0, 0]);
    }

    #[test]
    fn what_lets_the_ground_through_has_no_palette() {
        assert!(Indexed::of(&Pixmap::new(4, 4).expect("a size")).is_none());
    }
}
