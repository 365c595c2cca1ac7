//! A fluent builder of a census: fiches as real workbooks or CSV files.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;

use super::{folder, run};

/// A census on disk.
pub(crate) struct Census {
    home: PathBuf,
    year: u16,
}

/// A fiche: rows of cells, in order.
#[derive(Clone, Default)]
pub(crate) struct Fiche {
    rows: Vec<Vec<String>>,
}

impl Fiche {
    /// A fiche with its title.
    pub(crate) fn of(academy: &str) -> Self {
        Self::default().row(&[&format!("LAB D'ACADÉMIE DE {academy}")])
    }

    /// Adds a row.
    pub(crate) fn row(mut self, cells: &[&str]) -> Self {
        self.rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
        self
    }

    /// Adds the two answers that make a sheet a fiche.
    pub(crate) fn active(self) -> Self {
        self.row(&["ÉTAT D'AVANCEMENT DU LAB", "Actif, fonctionnel"])
            .row(&["DATE DE LANCEMENT", "Mars 2020"])
    }

    fn bytes(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        workbook.save_to_buffer().unwrap()
    }
}

impl Census {
    /// An empty census of 2020 in a folder of its own.
    pub(crate) fn new(name: &str) -> Self {
        let census = Self { home: folder(name), year: 2020 };
        std::fs::create_dir_all(census.responses()).unwrap();
        census
    }

    /// The folder that holds `surveys` and `reports`.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    fn responses(&self) -> PathBuf {
        self.home.join(format!("surveys/{}/responses", self.year))
    }

    /// Adds a fiche as a workbook.
    pub(crate) fn fiche(self, file: &str, fiche: &Fiche) -> Self {
        self.file(file, &fiche.bytes())
    }

    /// Adds any file to the responses.
    pub(crate) fn file(self, file: &str, bytes: &[u8]) -> Self {
        std::fs::write(self.responses().join(file), bytes).unwrap();
        self
    }

    /// Adds a file below `surveys`.
    pub(crate) fn survey_file(self, file: &str, text: &str) -> Self {
        let path = self.home.join("surveys").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Runs the whole pipeline and gives the exit code with what was said.
    pub(crate) fn run(&self) -> (i32, String) {
        let output = run(&self.home, &["run"]);
        (output.status.code().unwrap(), super::said(&output))
    }

    /// A file of the report.
    pub(crate) fn report(&self, file: &str) -> PathBuf {
        self.home.join(format!("reports/{}", self.year)).join(file)
    }

    /// A table of the report.
    pub(crate) fn table(&self, name: &str) -> Vec<super::Row> {
        super::rows(&self.report(&format!("data/{name}.csv")))
    }
}
