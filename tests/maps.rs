//! The true map: drawn from the outlines that the codebook names, and never at the price of the tile map.

use std::path::Path;

use crate::support::{copy, field, folder, repository, rows, run, said, shared};

const SQUARE: &str = "[[[2.0,48.0],[3.5,48.0],[3.5,49.2],[2.0,49.2],[2.0,48.0]]]";

/// A census whose codebook names a file of outlines.
fn census(name: &str, geojson: &str) -> std::path::PathBuf {
    let home = folder(name);
    copy(&repository().join("surveys"), &home.join("surveys"));
    let codebook = home.join("surveys/codebook");
    std::fs::write(codebook.join("contours été.geojson"), geojson).unwrap();
    let file = codebook.join("census.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let (before, after) = text.split_once("\n[[question]]\n").unwrap();
    let map = "[map]\ngeojson = \"contours été.geojson\"\ncredit.fr = \"contours inventés\"\ncredit.en = \"invented outlines\"\n";
    std::fs::write(file, format!("{before}\n{map}\n[[question]]\n{after}")).unwrap();
    home
}

fn codes(report: &Path) -> Vec<String> {
    rows(&report.join("data/diagnostics.csv"))
        .iter()
        .map(|row| field(row, "code").to_owned())
        .collect()
}

#[test]
fn outlines_by_name_and_by_departement_are_drawn_and_the_missing_named() {
    let feature = |properties: &str| {
        format!(
            r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":{SQUARE}}}}}"#
        )
    };
    let features = [r#"{"academie":"Créteil"}"#, r#"{"code":"75"}"#, r#"{"academie":"Atlantide"}"#];
    let features = features.map(feature).join(",");
    let home = census("map-drawn", &format!(r#"{{"features":[{features}]}}"#));
    let output = run(&home, &["run", "2020"]);
    assert!(output.status.success(), "{}", said(&output));
    let report = home.join("reports/2020");
    let svg = std::fs::read_to_string(report.join("charts/map-outlines.svg")).unwrap();
    for part in ["contours inventés", "Hors de la carte", "Aix-Marseille"] {
        assert!(svg.contains(part), "{part}");
    }
    assert!(report.join("charts/map-tiles.svg").exists());
    let said: Vec<String> = rows(&report.join("data/diagnostics.csv"))
        .iter()
        .filter(|row| field(row, "code") == "map-incomplete")
        .map(|row| field(row, "message").to_owned())
        .collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().any(|text| text.contains("Atlantide")), "{said:?}");
    assert!(said.iter().all(|text| text.contains("contours été.geojson")), "{said:?}");
}

#[test]
fn outlines_that_cannot_be_read_cost_the_true_map_alone() {
    for (name, text) in [
        ("cut", "{\"features\": ["),
        ("empty", "{}"),
        (
            "metres",
            r#"{"features":[{"properties":{"academie":"Lyon"},"geometry":{"type":"Polygon","coordinates":[[[842000,6519000],[1,1],[2,2],[3,3]]]}}]}"#,
        ),
    ] {
        let home = census(&format!("map-{name}"), text);
        let output = run(&home, &["run", "2020"]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", said(&output));
        let report = home.join("reports/2020");
        assert!(report.join("charts/map-tiles.svg").exists(), "{name}");
        assert!(!report.join("charts/map-outlines.svg").exists(), "{name}");
        assert!(codes(&report).contains(&"map-unreadable".to_owned()), "{name}");
    }
}

#[test]
fn the_outlines_of_the_academies_are_all_drawn() {
    let Some(file) = shared("data/geo/academies.geojson") else { return };
    let geojson = std::fs::read_to_string(file).unwrap();
    let home = census("map-shared", &geojson);
    let output = run(&home, &["run", "2020"]);
    assert!(output.status.success(), "{}", said(&output));
    let report = home.join("reports/2020");
    assert!(!codes(&report).iter().any(|code| code.starts_with("map-")));
    let svg = std::fs::read_to_string(report.join("charts/map-outlines.svg")).unwrap();
    assert!(svg.matches("fill=\"#00005F\"").count() >= 5, "five active labs");
}
