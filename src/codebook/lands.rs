//! The outlines of a date: each body of the register with its polygons, and who is missing.

use chrono::NaiveDate;

use super::{Body, Codebook, Land, Register, Ring, match_key};
use crate::diagnostic::{Code, Diagnostic};

/// A body's outline, or the outline of a land that has no body at the date.
#[derive(Clone, Debug)]
pub struct Outlined<'a> {
    /// The body; `None` for a land that only another time knows, such as Normandie in 2019.
    pub body: Option<&'a Body>,
    /// The body's short name, or the land's name as the file writes it.
    pub name: &'a str,
    /// Its polygons: the outer ring first, then the holes.
    pub polygons: Vec<Vec<Ring>>,
}

/// The outlines of a date.
#[derive(Clone, Debug, Default)]
pub struct Lands<'a> {
    /// One per body or land, in the order of the file.
    pub outlined: Vec<Outlined<'a>>,
    /// Bodies that the file does not draw.
    pub missing: Vec<&'a Body>,
    /// Outlines that no body of any time claims.
    pub unknown: Vec<&'a str>,
}

impl Codebook {
    /// The outlines of a date, when the codebook names a file of them that can be drawn.
    pub fn lands(&self, date: NaiveDate) -> Option<Lands<'_>> {
        let geography = self.geography.as_ref()?.as_ref().ok()?;
        let mut lands = Lands::default();
        for feature in &geography.features {
            let (body, name) = self.register.land(&feature.of, date);
            let same = |one: &&mut Outlined<'_>| match (one.body, body) {
                (Some(one), Some(body)) => one.code == body.code,
                (None, None) => one.name == name,
                _ => false,
            };
            let polygons = feature.polygons.clone();
            if let Some(one) = lands.outlined.iter_mut().find(same) {
                one.polygons.extend(polygons);
            } else {
                lands.outlined.push(Outlined { body, name, polygons });
            }
            if body.is_none() && !self.register.knows(&feature.of) {
                lands.unknown.push(name);
            }
        }
        let drawn = |body: &Body| {
            let codes = lands.outlined.iter().filter_map(|one| one.body);
            codes.into_iter().any(|one| one.code == body.code)
        };
        lands.missing = self.register.members(date).filter(|body| !drawn(body)).collect();
        Some(lands)
    }

    /// What to say about the true map of a date.
    ///
    /// *Diagnostics*: `map-unreadable`, `map-incomplete`.
    pub fn map_remarks(&self, date: NaiveDate) -> Vec<Diagnostic> {
        let file = self.questionnaire.map.as_ref().map_or("", |map| map.geojson.as_str());
        if let Some(Err(problem)) = &self.geography {
            let remark = Diagnostic::new(Code::MapUnreadable)
                .fact("map", &problem.file)
                .fact("map-reason", problem.reason)
                .fact(
                    "at",
                    if problem.at > 0 { format!(" {}", problem.at) } else { String::new() },
                );
            return vec![remark];
        }
        let Some(lands) = self.lands(date) else { return Vec::new() };
        let missing: Vec<&str> =
            lands.missing.iter().map(|body| body.short_name.as_str()).collect();
        let remark = |kind: &str, names: &[&str]| {
            Diagnostic::new(Code::MapIncomplete)
                .fact("map", file)
                .fact("map-kind", kind)
                .fact("names", names.join(", "))
        };
        let both = [("missing", missing), ("unknown", lands.unknown)];
        let said = both.iter().filter(|(_, names)| !names.is_empty());
        said.map(|(kind, names)| remark(kind, names)).collect()
    }
}

impl Register {
    /// The body that a land belongs to at a date, and what the land is called.
    fn land<'a>(&'a self, land: &'a Land, date: NaiveDate) -> (Option<&'a Body>, &'a str) {
        let (body, written) = match land {
            Land::Departement(code) => (self.in_departement(code, date).next(), code),
            Land::Body(name) => (self.members(date).find(|body| is_called(body, name)), name),
        };
        (body, body.map_or(written.as_str(), |body| body.short_name.as_str()))
    }

    /// Whether a body of any time claims a land.
    fn knows(&self, land: &Land) -> bool {
        self.bodies().iter().any(|body| match land {
            Land::Departement(code) => body.departements.contains(code),
            Land::Body(name) => is_called(body, name),
        })
    }
}

fn is_called(body: &Body, name: &str) -> bool {
    let wanted = match_key(name);
    let spellings = body.aliases.iter().map(|alias| alias.trim_start_matches('='));
    let mut names =
        [body.short_name.as_str(), &body.name, body.code.as_str()].into_iter().chain(spellings);
    names.any(|known| match_key(known) == wanted)
}
