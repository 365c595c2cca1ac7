//! The review loop as its users live it: `review`, a workbook filled, `review --apply`, and the next year.

mod dated;
mod kill;
mod loop_back;
mod personal;
mod proofs;
mod together;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;

/// A census of its own, in a folder that goes away with it.
struct Census {
    folder: PathBuf,
}

impl Census {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("labcensus-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let census = Self { folder };
        let created = Command::new(env!("CARGO_BIN_EXE_labcensus"))
            .args(["new", "--year", "2020"])
            .arg(&census.folder)
            .output()
            .unwrap();
        assert!(created.status.success(), "{created:?}");
        census
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.join(relative)
    }

    fn read(&self, relative: &str) -> String {
        std::fs::read_to_string(self.path(relative)).unwrap()
    }

    /// Puts a fiche of labels and answers, one row each.
    fn fiche(&self, year: u16, academy: &str, rows: &[(&str, &str)]) {
        let folder = self.path(&format!("surveys/{year}/responses"));
        std::fs::create_dir_all(&folder).unwrap();
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .from_path(folder.join(format!("{academy}.csv")))
            .unwrap();
        writer.write_record(["Académie", academy]).unwrap();
        for (label, answer) in rows {
            writer.write_record([label, answer]).unwrap();
        }
        writer.flush().unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_labcensus"));
        command.current_dir(&self.folder).args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Fills the workbook of 2020: the answers, alias mark and so on of each row, by question and key.
    fn fill(&self, choose: impl Fn(&str, &str) -> Filled) -> String {
        self.fill_year(2020, choose)
    }

    /// The same for the workbook of another year.
    fn fill_year(&self, year: u16, choose: impl Fn(&str, &str) -> Filled) -> String {
        let from = self.path(&format!("reports/{year}/a-valider.xlsx"));
        let to = self.path("rempli.xlsx");
        fill(&from, &to, choose);
        to.display().to_string()
    }
}

impl Drop for Census {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// What a person fills in a row.
#[derive(Clone, Debug, Default)]
struct Filled {
    answers: Vec<&'static str>,
    alias: &'static str,
}

fn answers(answers: &[&'static str]) -> Filled {
    Filled { answers: answers.to_vec(), alias: "" }
}

/// Reads the first sheet, fills it, and writes it back as another program would.
fn fill(from: &Path, to: &Path, choose: impl Fn(&str, &str) -> Filled) {
    let mut book: Xlsx<_> = open_workbook(from).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let (height, width) = range.get_size();
    let text = |row: usize, column: usize| {
        range.get_value((u32::try_from(row).unwrap(), u32::try_from(column).unwrap())).map_or_else(
            String::new,
            |value| {
                if *value == Data::Empty { String::new() } else { value.to_string() }
            },
        )
    };
    let names: Vec<String> = (0..width).map(|column| text(3, column)).collect();
    let mut out = Workbook::new();
    let sheet = out.add_worksheet();
    for row in 0..height {
        let filled = if row > 4 { choose(&text(row, 0), &text(row, 1)) } else { Filled::default() };
        let mut answers = filled.answers.iter();
        for (column, name) in names.iter().enumerate() {
            let value = match name.as_str() {
                "answer" if row > 4 => (*answers.next().unwrap_or(&"")).to_owned(),
                "alias" if row > 4 => filled.alias.to_owned(),
                _ => text(row, column),
            };
            if !value.is_empty() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                sheet.write_string(row, column, value).unwrap();
            }
        }
    }
    out.save(to).unwrap();
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
}
