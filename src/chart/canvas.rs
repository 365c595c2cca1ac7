//! From a scene to the SVG, through plotters.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use super::backend::{Caption, SvgBackend};
use super::palette::Colour;
use super::scene::{Anchor, Area, Mark, Scene, Words};
use super::typeface::Weight;

type Canvas<'a> = DrawingArea<SvgBackend<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;

/// Draws a scene.
pub(super) fn render(scene: &Scene, caption: &Caption) -> String {
    let mut svg = String::new();
    let size = (scene.width.unsigned_abs(), scene.height.unsigned_abs());
    let canvas = SvgBackend::open(&mut svg, size, caption).into_drawing_area();
    for mark in &scene.marks {
        draw(&canvas, mark).expect("writing to a String can't fail, and no other area shares it");
    }
    drop(canvas);
    svg.push_str("</svg>\n");
    svg
}

fn draw(canvas: &Canvas, mark: &Mark) -> Drawn {
    match mark {
        Mark::Fill { area, colour } => canvas.draw(&rectangle(*area, rgb(*colour).into(), true)),
        Mark::Outline { area, colour, width } => {
            canvas.draw(&rectangle(*area, stroke(*colour, *width), false))
        }
        Mark::Line { path, colour, width } => {
            canvas.draw(&PathElement::new(path.clone(), stroke(*colour, *width)))
        }
        Mark::Shape { ring, colour } => {
            canvas.draw(&Polygon::new(ring.clone(), ShapeStyle::from(rgb(*colour)).filled()))
        }
        Mark::Dot { centre, radius, colour } => {
            canvas.draw(&Circle::new(*centre, *radius, ShapeStyle::from(rgb(*colour)).filled()))
        }
        Mark::Ring { centre, radius, colour } => {
            canvas.draw(&Circle::new(*centre, *radius, stroke(*colour, super::scene::px(1))))
        }
        Mark::Words(words) => {
            canvas.draw(&Text::new(words.text.as_str(), words.at, lettered(words)))
        }
    }
}

fn rgb(Colour(red, green, blue): Colour) -> RGBColor {
    RGBColor(red, green, blue)
}

fn stroke(colour: Colour, width: i32) -> ShapeStyle {
    ShapeStyle::from(rgb(colour)).stroke_width(width.unsigned_abs())
}

fn rectangle(area: Area, style: ShapeStyle, filled: bool) -> Rectangle<(i32, i32)> {
    let style = if filled { style.filled() } else { style };
    Rectangle::new([(area.left, area.top), (area.right, area.bottom)], style)
}

fn lettered(words: &Words) -> TextStyle<'static> {
    let weight = match words.lettering.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let anchor = match words.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = FontDesc::new(FontFamily::SansSerif, f64::from(words.lettering.size), weight);
    let color = rgb(words.lettering.colour).to_backend_color();
    TextStyle { font, color, pos: Pos::new(anchor, VPos::Bottom) }
}
