//! Nothing overlaps, nothing leaves the picture, everything can be seen: over charts made at random.

use resvg::usvg::{Group, Node};

use super::cases::Dice;
use super::frame;
use super::outline;
use super::palette::{Colour, GREY, MARK_CONTRAST, TEXT_CONTRAST, TRACK, WHITE};
use super::png::tree;
use super::scene::{Anchor, Area, Mark, Point, Scene, Words, px};
use super::spec::{ChartKind, ChartSpec};
use super::typeface::covers;

/// Charts drawn at random; fewer where nothing is optimised.
const CHARTS: u64 = if cfg!(debug_assertions) { 250 } else { 1500 };

/// Where a text may leave ink; figures have neither accent nor tail.
fn extent(words: &Words) -> Area {
    let width = words.lettering.width(&words.text);
    let left = match words.anchor {
        Anchor::Start => words.at.0,
        Anchor::Middle => words.at.0 - width / 2,
        Anchor::End => words.at.0 - width,
    };
    let digits = words.text.bytes().all(|byte| byte.is_ascii_digit());
    let (above, below) = if digits { (74, 2) } else { (94, 24) };
    let (above, below) = (words.lettering.size * above / 100, words.lettering.size * below / 100);
    Area { left, top: words.at.1 - above, right: left + width, bottom: words.at.1 + below }
}

fn overlap(one: Area, two: Area) -> bool {
    one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom
}

fn within(inner: Area, outer: Area) -> bool {
    inner.left >= outer.left
        && inner.right <= outer.right
        && inner.top >= outer.top
        && inner.bottom <= outer.bottom
}

fn texts(scene: &Scene) -> Vec<(usize, &Words)> {
    let marks = scene.marks.iter().enumerate();
    marks.filter_map(|(index, mark)| Some((index, words(mark)?))).collect()
}

fn words(mark: &Mark) -> Option<&Words> {
    if let Mark::Words(words) = mark { Some(words) } else { None }
}

/// The fills seen behind an area, among marks painted before.
fn grounds(marks: &[Mark], area: Area) -> Vec<Colour> {
    let mut seen = Vec::new();
    for mark in marks.iter().rev() {
        if let Mark::Fill { area: fill, colour } = mark {
            if overlap(*fill, area) {
                seen.push(*colour);
            }
            if within(area, *fill) {
                break;
            }
        }
        if let Mark::Shape { ring, colour } = mark {
            let next = ring.iter().copied().cycle().skip(1);
            let cut = ring.iter().copied().zip(next).any(|edge| outline::crosses(edge, area));
            let inside = outline::winds_round(ring, area.centre());
            if cut || inside {
                seen.push(*colour);
            }
            if inside && !cut {
                break;
            }
        }
    }
    seen
}

/// Whether a line crosses an area, looked at every half pixel.
fn crosses(path: &[Point], area: Area) -> bool {
    path.windows(2).any(|ends| {
        let [(x1, y1), (x2, y2)] = [ends[0], ends[1]];
        let steps = (x2 - x1).abs().max((y2 - y1).abs()) / 10 + 1;
        (0..=steps).any(|step| {
            let (x, y) = (x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps);
            x > area.left && x < area.right && y > area.top && y < area.bottom
        })
    })
}

fn check_texts(scene: &Scene, seed: impl std::fmt::Display) {
    let picture = Area { left: 0, top: 0, right: scene.width, bottom: scene.height };
    let texts = texts(scene);
    let areas: Vec<Area> = texts.iter().map(|(_, words)| extent(words)).collect();
    for (place, (index, words)) in texts.iter().enumerate() {
        let area = areas[place];
        assert!(within(area, picture), "{seed}: {} leaves the picture at {area:?}", words.text);
        assert!(words.text.chars().all(covers), "{seed}: {} lacks a glyph", words.text);
        for ((_, other), beside) in texts.iter().zip(&areas).take(place) {
            assert!(!overlap(area, *beside), "{seed}: {} overlaps {}", words.text, other.text);
        }
        for ground in grounds(&scene.marks[..*index], area) {
            let contrast = words.lettering.colour.contrast(ground);
            assert!(contrast >= TEXT_CONTRAST, "{seed}: {} at {contrast:.2}", words.text);
        }
        for mark in &scene.marks {
            if let Mark::Line { path, .. } = mark {
                assert!(!crosses(path, area), "{seed}: a line crosses {}", words.text);
            }
        }
    }
}

fn check_marks(scene: &Scene, seed: impl std::fmt::Display) {
    let picture = Area { left: 0, top: 0, right: scene.width, bottom: scene.height };
    for (index, mark) in scene.marks.iter().enumerate() {
        match mark {
            Mark::Fill { area, colour } => {
                assert!(
                    within(*area, picture) && area.width() >= 0 && area.height() >= 0,
                    "{seed}"
                );
                let outlined = matches!(scene.marks.get(index + 1),
                    Some(Mark::Outline { area: line, colour: GREY, .. }) if within(*line, *area));
                let seen = colour.contrast(WHITE) >= MARK_CONTRAST || outlined;
                assert!(seen || *colour == TRACK || index == 0, "{seed}: {colour:?} is pale");
            }
            Mark::Line { path, colour, .. } => {
                assert!(colour.contrast(WHITE) >= MARK_CONTRAST, "{seed}");
                assert!(path.iter().all(|(x, _)| *x >= 0 && *x <= scene.width), "{seed}");
            }
            Mark::Shape { ring, colour } => {
                let at = |(x, y): &Point| {
                    (0..=scene.width).contains(x) && (0..=scene.height).contains(y)
                };
                assert!(ring.iter().all(at), "{seed}: a shape leaves the picture");
                let edged = scene.marks[index..].iter().any(
                    |mark| matches!(mark, Mark::Line { path, colour: GREY, .. } if path.iter().any(|point| ring.contains(point))),
                );
                assert!(
                    colour.contrast(WHITE) >= MARK_CONTRAST || edged,
                    "{seed}: {colour:?} is pale"
                );
            }
            Mark::Outline { area, colour, .. } => {
                assert!(
                    within(*area, picture) && colour.contrast(WHITE) >= MARK_CONTRAST,
                    "{seed}"
                );
            }
            Mark::Dot { centre, radius, colour } | Mark::Ring { centre, radius, colour } => {
                let (x, y) = *centre;
                let dot = Area {
                    left: x - radius,
                    top: y - radius,
                    right: x + radius,
                    bottom: y + radius,
                };
                for ground in grounds(&scene.marks[..index], dot) {
                    assert!(colour.contrast(ground) >= MARK_CONTRAST, "{seed}: a pip is lost");
                }
            }
            Mark::Words(_) => {}
        }
    }
}

/// The counts that a picture must say.
fn counts(spec: &ChartSpec) -> Vec<u32> {
    match &spec.kind {
        ChartKind::RankedBars(chart) => chart.bars.iter().map(|bar| bar.count).collect(),
        ChartKind::StackedYears(chart) => {
            let counts = chart.years.iter().flat_map(|year| year.counts.iter().copied());
            counts.filter(|count| *count > 0).collect()
        }
        ChartKind::Timeline(chart) => {
            let periods = chart.periods.iter().map(|period| period.happened + period.planned);
            periods.chain(chart.unknown.iter().map(|bar| bar.count)).collect()
        }
        ChartKind::Matrix(chart) => {
            let cells = chart.rows.iter().flat_map(|row| row.counts.iter().copied().flatten());
            let totals = chart.totals.iter();
            let columns = totals.clone().flat_map(|totals| totals.counts.iter().copied());
            let rows = totals.flat_map(|_| chart.rows.iter().filter_map(|row| row.total));
            cells.chain(columns).chain(rows).collect()
        }
        ChartKind::SmallMultiples(chart) => {
            chart.panels.iter().flat_map(|panel| panel.counts.iter().copied().flatten()).collect()
        }
        ChartKind::Squares(_) | ChartKind::TileMap(_) | ChartKind::AreaMap(_) => Vec::new(),
    }
}

#[test]
fn random_charts_are_legible() {
    for seed in 0..CHARTS {
        let scene = frame::build(&Dice::new(seed).chart());
        assert!(scene.height > 0 && scene.height < px(2000), "{seed}: {} high", scene.height);
        check_texts(&scene, seed);
        check_marks(&scene, seed);
    }
}

/// The specs of every chart of every year of the bundled census, in a language.
fn bundled(lang: crate::locale::Lang) -> Vec<(String, ChartSpec)> {
    let home = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = crate::pipeline::Places {
        surveys: home.join("surveys"),
        reports: home.join("reports"),
        audience: crate::pipeline::Audience::Public,
    };
    let codebook = crate::codebook::Codebook::read(&places.codebook()).expect("the codebook");
    let years = places.years().expect("the years");
    let mut editions = crate::pipeline::Editions::read(&places, &years, &codebook, &|_, _| {})
        .expect("the editions");
    let locale = crate::locale::Locale::new(lang);
    let mut specs = Vec::new();
    for year in years {
        let series = editions.series(year).expect("the year");
        let result = crate::pipeline::compute_year(series, &codebook).expect("the figures");
        let report = crate::pipeline::build_report(&places, &result, (&codebook, &locale));
        let named = report
            .charts()
            .map(|block| (format!("{} {year} {}", lang.tag(), block.spec.id), block.spec.clone()));
        specs.extend(named);
    }
    specs
}

#[test]
fn every_chart_of_the_bundled_census_is_legible() {
    for lang in [crate::locale::Lang::Fr, crate::locale::Lang::En] {
        let specs = bundled(lang);
        assert!(specs.len() > 4);
        for (name, spec) in specs {
            let scene = frame::build(&spec);
            check_texts(&scene, &name);
            check_marks(&scene, &name);
            let words = spec
                .title
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric));
            assert!(words.count() <= 15, "{name}: {}", spec.title);
            assert!(!spec.description.is_empty() && !spec.source.is_empty(), "{name}");
            assert!(super::missing_glyphs(&spec).is_empty(), "{name}");
            // A text that was cut says less than the spec.
            let cut = texts(&scene).into_iter().find(|(_, words)| words.text.ends_with('…'));
            let meant = spec.kind.texts().iter().any(|text| text.ends_with('…'));
            assert!(meant || cut.is_none(), "{name}: {cut:?}");
        }
    }
}

#[test]
fn every_count_is_written() {
    for seed in 0..CHARTS {
        let spec = Dice::new(seed).chart();
        let scene = frame::build(&spec);
        let mut said: Vec<&str> = texts(&scene).iter().map(|(_, words)| &*words.text).collect();
        for count in counts(&spec) {
            let place = said.iter().position(|text| *text == count.to_string());
            said.remove(place.unwrap_or_else(|| unreachable!("{seed}: {count} is not written")));
        }
    }
}

/// The names of the bodies on a tile map are all there, and so is each mark that repeats a colour.
#[test]
fn every_tile_says_its_name_and_its_level() {
    let kinds = (0..CHARTS * 2).map(|seed| (seed, Dice::new(seed).chart()));
    for (seed, spec) in kinds {
        let ChartKind::TileMap(chart) = &spec.kind else { continue };
        let scene = frame::build(&spec);
        let dots = scene.marks.iter().filter(|mark| matches!(mark, Mark::Dot { .. })).count();
        let answers: Vec<bool> =
            chart.levels.iter().map(|level| level.role == super::Role::Answer).collect();
        let rank = |level: usize| answers[..=level].iter().filter(|answer| **answer).count();
        let wanted = |level: usize| if answers[level] { rank(level) } else { 0 };
        let tiles: usize = chart.tiles.iter().map(|tile| wanted(tile.level)).sum();
        let key: usize = (0..answers.len()).map(wanted).sum();
        assert_eq!(dots, tiles + key, "{seed}");
    }
}

/// Ink of the texts of a drawn picture, as the renderer shapes them.
fn ink(group: &Group, boxes: &mut Vec<(String, [f32; 4])>) {
    for node in group.children() {
        match node {
            Node::Group(group) => ink(group, boxes),
            Node::Text(text) => {
                let shown = text.chunks().iter().map(resvg::usvg::TextChunk::text).collect();
                let area = text.flattened().abs_bounding_box();
                boxes.push((shown, [area.left(), area.top(), area.right(), area.bottom()]));
            }
            _ => {}
        }
    }
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "lengths of a picture are small")]
fn the_renderer_inks_where_the_layout_says() {
    for seed in 0..CHARTS / 10 {
        let spec = Dice::new(seed).chart();
        let scene = frame::build(&spec);
        let tree = tree(&super::svg(&spec)).expect("our SVG is readable");
        let mut inked = Vec::new();
        ink(tree.root(), &mut inked);
        let laid = texts(&scene);
        assert_eq!(inked.len(), laid.len(), "{seed}");
        for ((_, words), (text, ink)) in laid.iter().zip(&inked) {
            let area = extent(words).shrunk(-px(1));
            let sides =
                [area.left, area.top, area.right, area.bottom].map(|side| side as f32 / 20.0);
            assert_eq!(&words.text, text, "{seed}");
            let inside = ink[0] >= sides[0] && ink[1] >= sides[1] && ink[2] <= sides[2];
            assert!(inside && ink[3] <= sides[3], "{seed}: {text} {ink:?} is not in {sides:?}");
            let slack = (sides[2] - sides[0]) - (ink[2] - ink[0]);
            assert!(slack < 8.0, "{seed}: {text} is {slack} narrower than measured");
        }
    }
}
