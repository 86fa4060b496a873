//! The files browsers load, from what Cargo built and what lies in `style/`, `public/` and
//! `frontend/start.js`: bound, hashed, compressed, and listed in `target/site/manifest.json`.
//!
//! There is no `wasm-opt`: on the hall's wasm it took 14 s to save 1.8 % of the brotli bytes, and it
//! would have to be installed.

use crate::process::say;
use crate::workspace::Workspace;
use crate::{Result, css};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Endings of files that get smaller by compressing.
const COMPRESSIBLE: [&str; 6] = ["css", "js", "wasm", "svg", "txt", "json"];

/// Builds `target/site` from this wasm file, unless everything it is made of is as it was.
pub fn build(workspace: &Workspace, wasm: &Path) -> Result<()> {
    let site = workspace.target.join("site");
    let stamp = stamp(workspace, wasm)?;
    if fs::read_to_string(site.join("stamp")).is_ok_and(|known| known == stamp) {
        say("target/site is up to date");
        return Ok(());
    }
    say("building target/site");
    let fresh = workspace.target.join("site.new");
    let _ = fs::remove_dir_all(&fresh);
    let pkg = Pkg {
        folder: fresh.join("pkg"),
    };
    create(&pkg.folder)?;
    let (glue, module) = bind(wasm)?;
    let module = pkg.put("hall", "wasm", &module)?;
    let glue = pkg.put("hall", "js", glue.as_bytes())?;
    let start = read(&workspace.root.join("frontend/start.js"))?;
    let start = String::from_utf8_lossy(&start)
        .replace("__JS__", &glue)
        .replace("__WASM__", &module);
    let start = pkg.put("start", "js", start.as_bytes())?;
    let style = pkg.put(
        "hall",
        "css",
        css::bundle(&workspace.root.join("style"))?.as_bytes(),
    )?;
    copy_public(&workspace.root.join("public"), &fresh.join("public"))?;
    let manifest = serde_json::json!({ "style": style, "start": start });
    write(&fresh.join("manifest.json"), manifest.to_string().as_bytes())?;
    write(&fresh.join("stamp"), stamp.as_bytes())?;
    let _ = fs::remove_dir_all(&site);
    fs::rename(&fresh, &site).map_err(|error| format!("{}: {error}", site.display()))
}

/// Says of everything the site is made of how long it is and when it changed.
fn stamp(workspace: &Workspace, wasm: &Path) -> Result<String> {
    let mut lines = Vec::new();
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let start = workspace.root.join("frontend/start.js");
    for path in [wasm, &program, &start] {
        describe(path, &mut lines)?;
    }
    for folder in ["style", "public"] {
        for path in files_below(&workspace.root.join(folder))? {
            describe(&path, &mut lines)?;
        }
    }
    Ok(lines.join("\n"))
}

fn describe(path: &Path, lines: &mut Vec<String>) -> Result<()> {
    let data = fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let changed = data.modified().map_err(|error| error.to_string())?;
    lines.push(format!("{} {} {changed:?}", path.display(), data.len()));
    Ok(())
}

/// Every file below `folder`, in a fixed order.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let unreadable = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The glue script and the wasm module wasm-bindgen makes of what Cargo built.
fn bind(wasm: &Path) -> Result<(String, Vec<u8>)> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name("hall")
        .typescript(false)
        .remove_producers_section(true);
    bindgen.remove_name_section(true).omit_default_module_path(true);
    let readable = |error| format!("wasm-bindgen: {error:#}");
    let mut output = bindgen
        .web(true)
        .map_err(readable)?
        .generate_output()
        .map_err(readable)?;
    if output.snippets().values().any(|scripts| !scripts.is_empty()) || !output.local_modules().is_empty() {
        return Err("a dependency brings scripts of its own, which the hall does not serve".into());
    }
    let module = output.wasm_mut().emit_wasm();
    Ok((output.js().to_owned(), module))
}

/// The folder of files whose names carry their hash.
struct Pkg {
    folder: PathBuf,
}

impl Pkg {
    /// Writes a file and its compressed copies, and says the path browsers ask for it by.
    fn put(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<String> {
        let hash: String = Sha256::digest(bytes)[..5]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let name = format!("{name}.{hash}.{ending}");
        let brotli = write_all_forms(&self.folder.join(&name), bytes)?;
        say(&format!("  {name}: {} bytes, {brotli} as brotli", bytes.len()));
        Ok(format!("/pkg/{name}"))
    }
}

fn copy_public(from: &Path, to: &Path) -> Result<()> {
    for path in files_below(from)? {
        let Ok(within) = path.strip_prefix(from) else {
            continue;
        };
        let copy = to.join(within);
        create(copy.parent().unwrap_or(to))?;
        let bytes = read(&path)?;
        if path
            .extension()
            .and_then(|ending| ending.to_str())
            .is_some_and(|e| COMPRESSIBLE.contains(&e))
        {
            write_all_forms(&copy, &bytes)?;
        } else {
            write(&copy, &bytes)?;
        }
    }
    Ok(())
}

/// Writes the bytes as they are, as brotli and as gzip; says how many the brotli takes.
fn write_all_forms(path: &Path, bytes: &[u8]) -> Result<usize> {
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &parameters).map_err(|error| error.to_string())?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).map_err(|error| error.to_string())?;
    let gzip = gzip.finish().map_err(|error| error.to_string())?;
    write(path, bytes)?;
    write(&beside(path, "br"), &brotli)?;
    write(&beside(path, "gz"), &gzip)?;
    Ok(brotli.len())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}.{ending}", path.display()))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}
