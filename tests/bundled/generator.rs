//! Writes the sample census from `labs-<year>.toml`, so that its files can be rebuilt and reviewed as text.
//!
//! A few fiches must come from a real program (.ods, .xls): for those an .xlsx goes to the second
//! folder and `build.sh` has `LibreOffice` convert it. Nothing here reads a clock, so that a second
//! run gives the same bytes.
//!
//! `cargo run --example bundled-census -- surveys target/bundled-census`

mod delimited;
mod fiche;
mod table;
mod workbook;

use std::error::Error;
use std::path::{Path, PathBuf};

use fiche::{Census, Fiche};

/// The answers of each year as text.
const LABS: [(&str, &str); 4] = [
    ("2019", include_str!("labs-2019.toml")),
    ("2020", include_str!("labs-2020.toml")),
    ("2021", include_str!("labs-2021.toml")),
    ("2022", include_str!("labs-2022.toml")),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(surveys), Some(to_convert)) = (folders.next(), folders.next()) else {
        return Err("usage: bundled-census <surveys folder> <folder of files to convert>".into());
    };
    for (year, labs) in LABS {
        let responses = surveys.join(year).join("responses");
        let to_convert = to_convert.join(year);
        std::fs::create_dir_all(&responses)?;
        std::fs::create_dir_all(&to_convert)?;
        let census: Census = toml::from_str(labs)?;
        for table in &census.tables {
            table::write(table, &responses.join(&table.file))
                .map_err(|error| format!("{}: {error}", table.file))?;
        }
        for fiche in &census.labs {
            write(fiche, &responses, &to_convert)
                .map_err(|error| format!("{}: {error}", fiche.file))?;
        }
    }
    Ok(())
}

/// Writes one fiche in the format of its file name.
fn write(fiche: &Fiche, responses: &Path, to_convert: &Path) -> Result<(), Box<dyn Error>> {
    let file = Path::new(&fiche.file);
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("csv") => delimited::write(fiche, &responses.join(file)),
        Some("xlsx") => Ok(workbook::build(fiche)?.save(responses.join(file))?),
        Some("ods" | "xls") => {
            Ok(workbook::build(fiche)?.save(to_convert.join(file.with_extension("xlsx")))?)
        }
        _ => Err("only .xlsx, .csv, .ods and .xls can be written".into()),
    }
}
