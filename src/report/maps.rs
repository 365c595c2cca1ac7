//! The section of maps: a tile per académie, and the true outlines when the codebook has them.

use super::build::reading_note;
use super::document::{Align, Block, Cell, ChartBlock, Column, Section, Table};
use super::levels::{Levels, Standing};
use super::words::Desk;
use crate::census::{ACADEMIES, Edition};
use crate::chart::{AreaMap, ChartKind, ChartSpec, Level, MapArea, Role, Tile, TileMap};
use crate::codebook::{Kind, Question, Term, match_key};
use crate::indicators::Figure;
use crate::locale::{Gender, capitalised};
use crate::model::AcademyCode;

const TABLE: &str = "map";

/// A census of more bodies than this has no map that can be read.
const MOST: usize = 120;

/// Builds the section; none without a ladder, or when no body of the register has a tile.
pub(super) fn section(desk: &Desk<'_>, edition: &Edition) -> Option<Section> {
    let question = desk.codebook.questionnaire.of_kind(Kind::Single).next()?;
    if edition.labs.len() > MOST {
        return None;
    }
    let levels = Levels::of(desk, question, &[edition]);
    let bodies: Vec<(String, Standing)> = edition
        .labs
        .iter()
        .map(|lab| (lab.body.short_name.clone(), Standing::of(lab, question)))
        .collect();
    let tiles = tiles(desk, edition, question, &levels);
    if tiles.is_empty() {
        return None;
    }
    let map = TileMap { levels: levels.levels(), tiles };
    let drawing = Drawing { desk, question, spoken: levels.spoken(&bodies) };
    let mut blocks = vec![drawing.block("map-tiles", ChartKind::TileMap(map), &desk.source())];
    if let Some((map, credit)) = outlines(desk, edition, question, &levels) {
        blocks.push(drawing.block("map-outlines", ChartKind::AreaMap(map), &credit));
    }
    let contact = Contact::of(desk, edition);
    blocks.extend(contact.as_ref().and_then(|contact| contact.map(desk, edition)));
    blocks.push(Block::Table(table(desk, edition, (question, &levels), contact.as_ref())));
    blocks.push(reading_note(desk.text("reading-map")));
    Some(Section {
        id: "maps".to_owned(),
        title: desk.text("section-maps"),
        sheet: desk.text("sheet-maps"),
        blocks,
    })
}

fn tiles(
    desk: &Desk<'_>,
    edition: &Edition,
    question: &Question,
    levels: &Levels<'_>,
) -> Vec<Tile> {
    let codes = edition.labs.iter().map(|lab| &lab.body.code);
    let placed = desk.codebook.tiles.place(codes);
    let tile = |(code, (column, row)): (&AcademyCode, (u32, u32))| {
        let lab = edition.lab(code)?;
        let level = levels.index(&Standing::of(lab, question));
        Some(Tile { label: lab.body.short_name.clone(), column, row, level })
    };
    placed.into_iter().filter_map(tile).collect()
}

/// The true map and its source line, when the codebook names outlines that can be drawn.
fn outlines(
    desk: &Desk<'_>,
    edition: &Edition,
    question: &Question,
    levels: &Levels<'_>,
) -> Option<(AreaMap, String)> {
    let lands = desk.codebook.lands(edition.file.closing_date)?;
    let credit = desk.pick(&desk.codebook.questionnaire.map.as_ref()?.credit).to_owned();
    let level = |body: Option<&crate::codebook::Body>| {
        let code = &body?.code;
        let lab = edition.lab(code)?;
        Some(levels.index(&Standing::of(lab, question)))
    };
    let areas = lands.outlined.into_iter().map(|one| MapArea {
        label: one.name.to_owned(),
        level: level(one.body),
        polygons: one.polygons,
    });
    let areas = areas.collect();
    let missing: Vec<&str> = lands.missing.iter().map(|body| body.short_name.as_str()).collect();
    let note = if missing.is_empty() {
        String::new()
    } else {
        desk.with("map-missing", &[("names", missing.join(", ").into())])
    };
    let source = desk.pick(&desk.codebook.questionnaire.source).to_owned();
    let args = [("source", source.into()), ("credit", credit.into())];
    Some((AreaMap { levels: levels.levels(), areas, note }, desk.with("map-source-line", &args)))
}

/// What the two maps share.
struct Drawing<'a> {
    desk: &'a Desk<'a>,
    question: &'a Question,
    spoken: String,
}

impl Drawing<'_> {
    fn block(&self, id: &str, kind: ChartKind, source: &str) -> Block {
        let desk = self.desk;
        let label = desk.pick(&self.question.label).to_owned();
        let base = desk.registry.get("base", "academies").map_or(0, Figure::count);
        let args = [
            ("question", label.into()),
            ("base", base.to_string().into()),
            ("list", self.spoken.clone().into()),
        ];
        let spec = ChartSpec {
            id: id.to_owned(),
            lang: desk.locale.lang.tag().to_owned(),
            title: self.title(base),
            subtitle: desk.with(&format!("{id}-subtitle"), &args),
            source: source.to_owned(),
            description: desk.with(&format!("{id}-description"), &args),
            kind,
        };
        let (table, series) = (TABLE.to_owned(), Vec::new());
        Block::Chart(Box::new(ChartBlock { spec, table, categories: 0, series }))
    }

    /// How many académies have a lab on the highest step.
    fn title(&self, base: u32) -> String {
        let desk = self.desk;
        let terms =
            desk.codebook.vocabulary(&self.question.id).into_iter().flat_map(|one| &one.terms);
        let Some(highest) = terms.max_by_key(|term| term.rank) else {
            return desk.pick(&self.question.label).to_owned();
        };
        let figure = desk.registry.get(self.question.id.as_str(), highest.id.as_str());
        let count = figure.map_or(0, Figure::count);
        let mut args = desk.counted(("n", "n_words"), count, Gender::Feminine).to_vec();
        args.push(("base", base.to_string().into()));
        args.push(("answer", desk.pick(&highest.label).to_owned().into()));
        args.push(("year", desk.registry.year().to_string().into()));
        let known = desk.locale.find(&format!("map-title-{}", self.question.id), &args);
        capitalised(&known.unwrap_or_else(|| desk.with("map-title", &args)))
    }
}

/// The levels of contact that the team noted.
struct Contact<'a> {
    terms: Vec<&'a Term>,
}

impl<'a> Contact<'a> {
    /// The levels, when some académie has one.
    fn of(desk: &Desk<'a>, edition: &Edition) -> Option<Self> {
        let vocabulary = desk.codebook.registers.vocabulary_of(ACADEMIES, "contact_level")?;
        edition.activity.standings().find(|(_, standing)| standing.contact_level.is_some())?;
        let mut terms: Vec<&Term> = vocabulary.terms.iter().collect();
        terms.sort_by_key(|term| (term.rank.is_none(), term.rank));
        Some(Self { terms })
    }

    fn index(&self, edition: &Edition, code: &AcademyCode) -> usize {
        let level = edition.activity.standing(code).and_then(|one| one.contact_level.as_ref());
        let place =
            |(id, _): &(crate::model::TermId, _)| self.terms.iter().position(|term| term.id == *id);
        level.and_then(place).unwrap_or(self.terms.len())
    }

    fn label(&self, desk: &Desk<'_>, index: usize) -> String {
        self.terms
            .get(index)
            .map_or_else(|| desk.text("contact-none"), |term| capitalised(desk.pick(&term.label)))
    }

    /// The tile map by level of contact.
    fn map(&self, desk: &Desk<'_>, edition: &Edition) -> Option<Block> {
        let level = |index: usize| Level {
            label: self.label(desk, index),
            role: match self.terms.get(index) {
                Some(term) if term.rank.is_some() => Role::Answer,
                _ => Role::Silent,
            },
            sign: String::new(),
        };
        let levels: Vec<Level> = (0..=self.terms.len()).map(level).collect();
        let placed = desk.codebook.tiles.place(edition.labs.iter().map(|lab| &lab.body.code));
        let tile = |(code, (column, row)): (&AcademyCode, (u32, u32))| {
            let lab = edition.lab(code)?;
            let level = self.index(edition, code);
            Some(Tile { label: lab.body.short_name.clone(), column, row, level })
        };
        let tiles: Vec<Tile> = placed.into_iter().filter_map(tile).collect();
        let named = |index: usize| {
            let names = tiles.iter().filter(|tile| tile.level == index);
            names.map(|tile| tile.label.as_str()).collect::<Vec<_>>().join(", ")
        };
        let parts = (0..levels.len()).filter(|index| !named(*index).is_empty()).map(|index| {
            let args = [("answer", self.label(desk, index).into()), ("names", named(index).into())];
            desk.with("map-part", &args)
        });
        let list = parts.collect::<Vec<_>>().join(&desk.text("map-separator"));
        let highest = self.terms.iter().rfind(|term| term.rank.is_some())?;
        let figure = desk.registry.get("contact", highest.id.as_str())?;
        let mut args = desk.counted(("n", "n_words"), figure.count(), Gender::Feminine).to_vec();
        args.extend([
            ("base", figure.base.map_or(0, |base| base.size).to_string().into()),
            ("answer", desk.pick(&highest.label).to_owned().into()),
            ("list", list.into()),
        ]);
        let spec = ChartSpec {
            id: "map-contact".to_owned(),
            lang: desk.locale.lang.tag().to_owned(),
            title: capitalised(&desk.with("map-contact-title", &args)),
            subtitle: desk.with("map-contact-subtitle", &args),
            source: desk.source(),
            description: desk.with("map-contact-description", &args),
            kind: ChartKind::TileMap(TileMap { levels, tiles }),
        };
        let (table, series) = (TABLE.to_owned(), Vec::new());
        Some(Block::Chart(Box::new(ChartBlock { spec, table, categories: 0, series })))
    }
}

fn table(
    desk: &Desk<'_>,
    edition: &Edition,
    (question, levels): (&Question, &Levels<'_>),
    contact: Option<&Contact<'_>>,
) -> Table {
    let mut labs: Vec<_> = edition.labs.iter().collect();
    labs.sort_by_key(|lab| match_key(&lab.body.short_name));
    let row = |lab: &&crate::census::Lab| {
        let standing = levels.label(&Standing::of(lab, question));
        let region = lab.body.region.to_string();
        let region = if region.is_empty() { Cell::Empty } else { Cell::Text(region) };
        let mut row = vec![Cell::Text(lab.body.short_name.clone()), region, Cell::Text(standing)];
        row.extend(contact.map(|contact| {
            Cell::Text(contact.label(desk, contact.index(edition, &lab.body.code)))
        }));
        row
    };
    let mut columns = vec![
        desk.words("column-academy"),
        desk.words("column-region"),
        Column { title: desk.pick(&question.label).to_owned(), align: Align::Left },
    ];
    columns.extend(contact.map(|_| desk.words("column-contact")));
    Table {
        id: TABLE.to_owned(),
        caption: desk.with("table-map", &[]),
        columns,
        rows: labs.iter().map(row).collect(),
        source: Some(desk.source()),
    }
}
