//! Binary workbooks of Excel 5 to 2003 (BIFF5 and BIFF8), and the single sheets of Excel 2 to 4.
//!
//! Our own reader. calamine lays a sheet out in the rectangle between its first and last cell (a gigabyte
//! for four far cells), reads texts by the file's code page where the record says UTF-16, and aborts the
//! whole run on a sector chain that loops: an abort cannot be caught, and a child process would need its
//! own binary, protocol and time-outs. Here every length and offset is checked, a chain is followed no
//! longer than the file has sectors, and only cells that hold something are kept.
//! Source: [MS-CFB], [MS-XLS].

mod code_page;
mod container;
mod number_format;
mod records;
mod shared_strings;
mod single;
mod text;
mod workbook;

pub(super) use container::Container;
pub(super) use single::{is_one as is_single, read as read_single};
pub(super) use workbook::read;
