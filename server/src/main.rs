//! The program `hall`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::main()
}
