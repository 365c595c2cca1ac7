//! The outlines of the bodies, from a `GeoJSON` file that the codebook names.
//!
//! A feature bears the property `academie` (a name that the register knows), or `code` (a département, which the
//! register gives to its body). Longitudes and latitudes are in degrees, as RFC 7946 asks; a file in metres is
//! refused, not drawn as a point. A file that can't be read costs the true map alone.

use std::path::Path;

use serde_json::Value;

/// A line that closes on itself, as (longitude, latitude) in millionths of a degree.
pub type Ring = Vec<(i32, i32)>;

/// The features of a `GeoJSON` file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Geography {
    /// In the order of the file.
    pub features: Vec<Feature>,
}

/// One outline and what it is the outline of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Whose outline it is.
    pub of: Land,
    /// Its polygons: the outer ring first, then the holes.
    pub polygons: Vec<Vec<Ring>>,
}

/// What a feature outlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Land {
    /// A body, by a name that the register knows.
    Body(String),
    /// A département, by its code.
    Departement(String),
}

/// Why a `GeoJSON` file can't be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeographyProblem {
    /// The file, as the codebook names it.
    pub file: String,
    /// What is wrong, as the end of a message's key.
    pub reason: &'static str,
    /// Which feature, from 1, or which line; 0 when it is the whole file.
    pub at: usize,
}

/// Largest file that is read: a whole country at the scale of a page is a hundredth of it.
const LARGEST: u64 = 64 << 20;

type Fault = (&'static str, usize);

impl Geography {
    /// Reads the file that the codebook of a folder names.
    ///
    /// # Errors
    /// Why the file can't be drawn.
    pub fn read(folder: &Path, file: &str) -> Result<Self, GeographyProblem> {
        let problem = |(reason, at)| GeographyProblem { file: file.to_owned(), reason, at };
        let path = crate::input::join(folder, file);
        let size = std::fs::metadata(&path).map_err(|_| problem(("missing", 0)))?.len();
        if size > LARGEST {
            return Err(problem(("too-large", 0)));
        }
        let bytes = std::fs::read(&path).map_err(|_| problem(("missing", 0)))?;
        Self::parse(&bytes).map_err(problem)
    }

    fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let value: Value =
            serde_json::from_slice(bytes).map_err(|error| ("not-json", error.line()))?;
        let features = value.get("features").and_then(Value::as_array);
        let features = features.filter(|list| !list.is_empty()).ok_or(("no-feature", 0))?;
        let features = features.iter().zip(1..).map(|(value, at)| feature(value, at));
        Ok(Self { features: features.collect::<Result<_, _>>()? })
    }
}

fn feature(value: &Value, at: usize) -> Result<Feature, Fault> {
    let property = |name: &str| {
        let found = value.get("properties")?.get(name)?;
        let text = found.as_str().map(str::to_owned).or_else(|| Some(found.as_u64()?.to_string()));
        text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    let of = property("academie").map(Land::Body);
    let of = of.or_else(|| property("code").map(|code| Land::Departement(two_digits(&code))));
    let of = of.ok_or(("no-name", at))?;
    let geometry = value.get("geometry").ok_or(("no-polygon", at))?;
    let coordinates = geometry.get("coordinates").and_then(Value::as_array);
    let coordinates = coordinates.ok_or(("no-polygon", at))?;
    let polygons = match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => vec![polygon(coordinates, at)?],
        Some("MultiPolygon") => {
            let parts = coordinates.iter();
            let part = |part: &Value| polygon(part.as_array().ok_or(("no-polygon", at))?, at);
            parts.map(part).collect::<Result<_, _>>()?
        }
        _ => return Err(("no-polygon", at)),
    };
    Ok(Feature { of, polygons })
}

/// A spreadsheet that touched the file may have eaten the zero of « 01 ».
fn two_digits(code: &str) -> String {
    if code.len() == 1 { format!("0{code}") } else { code.to_uppercase() }
}

fn polygon(rings: &[Value], at: usize) -> Result<Vec<Ring>, Fault> {
    let ring = |ring: &Value| -> Result<Ring, Fault> {
        let points = ring.as_array().filter(|points| points.len() > 3);
        points.ok_or(("no-polygon", at))?.iter().map(|point| place(point, at)).collect()
    };
    let rings: Vec<Ring> = rings.iter().map(ring).collect::<Result<_, _>>()?;
    if rings.is_empty() { Err(("no-polygon", at)) } else { Ok(rings) }
}

fn place(point: &Value, at: usize) -> Result<(i32, i32), Fault> {
    let degrees = |index: usize, most: f64| {
        let degrees = point.get(index).and_then(Value::as_f64);
        let degrees = degrees.ok_or(("no-polygon", at))?;
        if degrees.abs() > most { Err(("not-degrees", at)) } else { Ok(millionths(degrees)) }
    };
    Ok((degrees(0, 180.0)?, degrees(1, 90.0)?))
}

#[expect(clippy::cast_possible_truncation, reason = "at most 180 million")]
fn millionths(degrees: f64) -> i32 {
    (degrees * 1e6).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(properties: &str, geometry: &str) -> Result<Geography, Fault> {
        let text = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},"geometry":{geometry}}}]}}"#
        );
        Geography::parse(text.as_bytes())
    }

    const SQUARE: &str = "[[[2.0,47],[3,47],[3,48],[2,48],[2.0,47]]]";

    fn square(properties: &str) -> Result<Geography, Fault> {
        one(properties, &format!(r#"{{"type":"Polygon","coordinates":{SQUARE}}}"#))
    }

    #[test]
    fn names_and_departements_are_read() {
        let of = |properties: &str| square(properties).unwrap().features.remove(0).of;
        assert_eq!(of(r#"{"academie":" Dijon "}"#), Land::Body("Dijon".into()));
        assert_eq!(of(r#"{"code":"2a"}"#), Land::Departement("2A".into()));
        assert_eq!(of(r#"{"code":1}"#), Land::Departement("01".into()));
        let several = format!(r#"{{"type":"MultiPolygon","coordinates":[{SQUARE},{SQUARE}]}}"#);
        let read = one(r#"{"code":"21"}"#, &several).unwrap();
        assert_eq!(read.features[0].polygons.len(), 2);
        assert_eq!(read.features[0].polygons[0][0][1], (3_000_000, 47_000_000));
    }

    #[test]
    fn a_wrong_file_is_told_with_the_place() {
        assert_eq!(Geography::parse(b"{\n\"features\": [").unwrap_err().0, "not-json");
        assert_eq!(Geography::parse(b"{}").unwrap_err(), ("no-feature", 0));
        assert_eq!(Geography::parse(b"{\"features\": []}").unwrap_err(), ("no-feature", 0));
        assert_eq!(square("{}").unwrap_err(), ("no-name", 1));
        assert_eq!(square("null").unwrap_err(), ("no-name", 1));
        let name = r#"{"academie":"Dijon"}"#;
        assert_eq!(one(name, "null").unwrap_err(), ("no-polygon", 1));
        let point = r#"{"type":"Point","coordinates":[2,47]}"#;
        assert_eq!(one(name, point).unwrap_err(), ("no-polygon", 1));
        let metres = r#"{"type":"Polygon","coordinates":[[[652000,6862000],[1,2],[3,4],[5,6]]]}"#;
        assert_eq!(one(name, metres).unwrap_err(), ("not-degrees", 1));
        let missing = Geography::read(Path::new("/nowhere"), "x.geojson").unwrap_err();
        assert_eq!((missing.reason, missing.file.as_str()), ("missing", "x.geojson"));
    }
}
