//! `labcensus proofs`: one sheet for each lab, to be corrected and sent back into `responses/`.

use super::{Ending, talk};
use crate::codebook::Codebook;
use crate::error::Result;
use crate::locale::Locale;
use crate::model::CensusYear;
use crate::output::{self, Reports};
use crate::pipeline::{self, Places};
use crate::{render, report};

/// Writes the proof sheets of each year.
pub(super) fn run(places: &Places, years: &[CensusYear], locale: &Locale) -> Result<Ending> {
    let codebook = Codebook::read(&places.codebook())?;
    let _held = Reports::open(&places.reports)?;
    for year in years {
        let codebook = codebook.at(*year);
        let result = pipeline::read_year(places, *year, &codebook, &|_, _| {})?;
        let proofs = report::proofs(&result.edition, &codebook, &result.registry, locale);
        let folder = places.reports.join(year.to_string()).join(locale.text("proof-folder"));
        for proof in &proofs {
            let name = format!("{}-{}.xlsx", locale.text("proof-file"), proof.name);
            output::replace_file(&folder.join(name), &render::proof(proof, locale)?)?;
        }
        let count = f64::from(u32::try_from(proofs.len()).unwrap_or(u32::MAX));
        let args = [("n", count.into()), ("folder", folder.display().to_string().into())];
        talk::err(&locale.with("cli-proofs-written", &args));
    }
    Ok(Ending::Clean)
}
