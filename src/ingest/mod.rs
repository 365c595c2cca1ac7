//! From a file to raw answers, every non-empty cell accounted for.
//!
//! A file is told by its bytes, passed by the guard, read into sparse sheets, and each sheet is given to the layout that
//! recognises it best. A file that cannot be used costs its own lab and leaves a diagnostic.

mod accounting;
mod answer;
mod csv_bounds;
mod csv_table;
mod fates;
mod file_kind;
mod folder;
mod grid;
mod guard;
mod html_table;
mod inspection;
mod layout;
mod limits;
mod mapping;
mod mark;
mod modified;
mod ods;
mod proof_file;
mod quiet;
mod read_ahead;
mod record_table;
mod refusal;
mod registers;
mod response_file;
mod review_file;
mod sheet_builder;
mod spreadsheet_ml;
pub mod table;
mod text_encoding;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;

pub use accounting::{CellFate, CellRun, Fate, Reason};
pub use answer::{Place, RawAnswer, RawPart, Response, differing};
pub use fates::SheetCells;
pub use folder::{Folder, Tick, read_folder, read_mapped_folder};
pub use grid::{Sheet, Value};
pub use inspection::{InspectedSheet, Inspection, inspect};
pub use mapping::{MAPPING_FILE, Mapping};
pub use proof_file::ReturnedProof;
pub use read_ahead::ReadAhead;
pub use record_table::{PersonCell, RecordTable, Slot};
pub use registers::{RawRow, RegisterFolder, read_registers};
pub use response_file::{ResponseFile, Table, read_file, read_mapped};
pub use review_file::{ReviewFile, ReviewRow, read_review};
pub use text_encoding::decode_line;
