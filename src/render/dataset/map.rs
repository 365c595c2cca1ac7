//! The labs on a map: `GeoJSON`, and the CSV that uMap imports.
//!
//! A point is the seat of the body as the register gives it, never an address of the lab. Bodies without a lab
//! that answered are left out: a map of labs shows labs. Source: RFC 7946 (longitude first); uMap's import, which
//! takes the columns `lat`, `lon` and `name` and keeps the others as properties.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::census::Lab;
use crate::codebook::{Kind, Question};
use crate::render::{Files, Inputs};

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "type")]
    kind: &'static str,
    features: Vec<Feature>,
}

#[derive(Serialize)]
struct Feature {
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
    geometry: Point,
    properties: Properties,
}

#[derive(Serialize)]
struct Point {
    #[serde(rename = "type")]
    kind: &'static str,
    coordinates: [f64; 2],
}

/// What a point says of its lab, in the words of the report.
#[derive(Serialize)]
struct Properties {
    name: String,
    academy: String,
    academy_code: String,
    year: u16,
    maturity: String,
    themes: String,
    link: String,
}

/// Renders both files.
///
/// # Errors
/// What the JSON or CSV writer says.
pub(super) fn render(inputs: &Inputs<'_>) -> Result<Files, String> {
    let fiches = inputs.report.fiches.iter();
    let pages: BTreeMap<&str, &str> =
        fiches.map(|fiche| (fiche.code.as_str(), fiche.name.as_str())).collect();
    let features: Vec<Feature> =
        inputs.edition.respondents().filter_map(|lab| feature(inputs, lab, &pages)).collect();
    let csv = umap(&features).map_err(|error| error.to_string())?;
    let collection = Collection { kind: "FeatureCollection", features };
    let mut json = serde_json::to_vec_pretty(&collection).map_err(|error| error.to_string())?;
    json.push(b'\n');
    Ok(Files::from([
        ("data/labs.geojson".to_owned(), json),
        ("data/labs-umap.csv".to_owned(), csv),
    ]))
}

fn feature(inputs: &Inputs<'_>, lab: &Lab, pages: &BTreeMap<&str, &str>) -> Option<Feature> {
    let (latitude, longitude) = lab.body.position?;
    let asked = |kind| inputs.codebook.questionnaire.of_kind(kind).next();
    let properties = Properties {
        name: lab.name().unwrap_or(&lab.body.name).to_owned(),
        academy: lab.body.short_name.clone(),
        academy_code: lab.body.code.to_string(),
        year: inputs.edition.year().get(),
        maturity: labels(inputs, lab, asked(Kind::Single)),
        themes: labels(inputs, lab, asked(Kind::Multiple)),
        link: link(lab, pages),
    };
    let geometry = Point { kind: "Point", coordinates: [longitude, latitude] };
    Some(Feature { kind: "Feature", id: lab.body.code.to_string(), geometry, properties })
}

fn labels(inputs: &Inputs<'_>, lab: &Lab, question: Option<&Question>) -> String {
    let Some(question) = question else { return String::new() };
    let named = lab.terms(&question.id);
    let vocabulary = inputs.codebook.vocabulary(&question.id);
    let terms = vocabulary.into_iter().flat_map(|vocabulary| &vocabulary.terms);
    let labels: Vec<&str> = terms
        .filter(|term| named.contains(&term.id))
        .map(|term| inputs.locale.lang.pick(&term.label.fr, &term.label.en))
        .collect();
    labels.join(", ")
}

/// The lab's page, from the folder of the report.
fn link(lab: &Lab, pages: &BTreeMap<&str, &str>) -> String {
    let page = pages.get(lab.body.code.as_str());
    page.map(|name| format!("fiches/{name}.html")).unwrap_or_default()
}

fn umap(features: &[Feature]) -> csv::Result<Vec<u8>> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    writer.write_record([
        "lat",
        "lon",
        "name",
        "academy",
        "academy_code",
        "year",
        "maturity",
        "themes",
        "link",
    ])?;
    for Feature { geometry, properties, .. } in features {
        let [longitude, latitude] = geometry.coordinates;
        writer.write_record([
            &latitude.to_string(),
            &longitude.to_string(),
            &properties.name,
            &properties.academy,
            &properties.academy_code,
            &properties.year.to_string(),
            &properties.maturity,
            &properties.themes,
            &properties.link,
        ])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
