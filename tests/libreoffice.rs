//! The workbook opens in LibreOffice without repair, and what it saves again holds the same values.
//! Skipped aloud where LibreOffice is not installed; `.ci/run` installs it.

use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::support::{copy, folder, repository, run, said};

#[test]
fn libreoffice_saves_the_same_values() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("skipped: LibreOffice is not installed");
        return;
    }
    let home = folder("libreoffice");
    copy(&repository().join("surveys"), &home.join("surveys"));
    let output = run(&home, &["run", "2020"]);
    assert!(output.status.success(), "{}", said(&output));
    let ours = home.join("reports/2020/bilan-2020.xlsx");
    let profile = format!("-env:UserInstallation=file://{}", home.join("profile").display());
    let converted = Command::new("soffice")
        .args([
            profile.as_str(),
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
        ])
        .arg(home.join("saved"))
        .arg(&ours)
        .output()
        .unwrap();
    assert!(converted.status.success(), "{}", said(&converted));
    let [written, saved] = [ours, home.join("saved/bilan-2020.xlsx")].map(values);
    assert!(written.len() > 10);
    assert_eq!(written, saved);
}

/// Every sheet's cells, numbers to a billionth.
fn values(path: std::path::PathBuf) -> Vec<(String, Vec<String>)> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let sheets = workbook.worksheets();
    let text = |data: &Data| match data {
        Data::Float(number) => format!("{number:.9}"),
        Data::Int(number) => format!("{number}.000000000"),
        other => other.to_string(),
    };
    let cells =
        |range: &calamine::Range<Data>| range.used_cells().map(|(_, _, data)| text(data)).collect();
    sheets.iter().map(|(name, range)| (name.clone(), cells(range))).collect()
}
