//! The `labcensus` command: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    labcensus::cli::run(std::env::args_os())
}
