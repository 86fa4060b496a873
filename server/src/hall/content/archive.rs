//! A pack's folder as a ZIP file: what an administrator uploads, and what one downloads.
//!
//! Nothing of an archive is trusted: neither its names nor the sizes it declares, and no more of it is
//! unpacked than a pack may hold.

mod faults;

use crate::store::PackFiles;
use domain::fault::Fault;
use domain::pack::problem::Problem;
use domain::pack::source::{MAX_FILE, MAX_PACK, MAX_PAGES, SHARED};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The most bytes an archive may have itself: a pack's most, and room for the archive's own records.
const MOST_BYTES: usize = MAX_PACK + 512 * 1024;

/// The most entries, folders included (house rule): the longest form, its pieces and examples, and as much again.
const MOST_ENTRIES: usize = 4 * MAX_PAGES;

/// A pack's folder out of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The folder's name.
    pub service: String,
    /// By their paths within the folder; shared pieces by `shared/<name>/…`.
    pub files: PackFiles,
}

/// Reads an archive that was uploaded as `name`. Its one folder is the pack, which may lie where it lies in
/// the sources (`content/services/<id>/`); without a folder the archive's own name is the service's. Refuses
/// with everything that is wrong, except that what is too big is not read on.
pub fn unpack(name: &str, bytes: &[u8]) -> Result<Unpacked, Vec<Problem>> {
    let whole = |fault| Err(vec![problem(name, 0, fault)]);
    if bytes.len() > MOST_BYTES {
        return whole(faults::too_big(bytes.len(), MOST_BYTES));
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return whole(faults::no_zip());
    };
    if archive.len() > MOST_ENTRIES {
        return whole(faults::too_many_files(archive.len(), MOST_ENTRIES, MAX_PAGES));
    }
    let mut problems = Vec::new();
    let mut found = PackFiles::new();
    let mut left = MAX_PACK;
    for at in 0..archive.len() {
        let mut add = |file: &str, line: u32, fault| problems.push(problem(file, line, fault));
        let mut entry = match archive.by_index(at) {
            Ok(entry) => entry,
            Err(error) => {
                add(name, 0, faults::entry_unreadable(at + 1, error.to_string()));
                continue;
            }
        };
        let raw = entry.name_raw().to_vec();
        let path = String::from_utf8_lossy(&raw).into_owned();
        if entry.is_dir() || is_clutter(&path) {
            continue;
        }
        if !is_plain(&path) || entry.is_symlink() {
            add(&path, 0, faults::no_path());
            continue;
        }
        let most = left.min(MAX_FILE);
        let mut body = Vec::new();
        // One byte more than may be there shows that there is more; what the archive declares may be a lie.
        if let Err(error) = entry.by_ref().take(most as u64 + 1).read_to_end(&mut body) {
            add(&path, 0, faults::not_unpacked(error.to_string()));
            continue;
        }
        if body.len() > most {
            let fault = match most {
                MAX_FILE => faults::file_too_big(MAX_FILE),
                _ => faults::holds_too_much(MAX_PACK),
            };
            add(&path, 0, fault);
            return Err(problems);
        }
        left -= body.len();
        match String::from_utf8(body) {
            Ok(text) if !found.contains_key(&path) => drop(found.insert(path, text)),
            Ok(_) => add(&path, 0, faults::file_twice()),
            Err(error) => {
                let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = 1 + good.iter().filter(|byte| **byte == b'\n').count() as u32;
                add(&path, line, faults::not_utf8());
            }
        }
    }
    match problems.is_empty() {
        true => placed(name, found),
        false => Err(problems),
    }
}

fn problem(file: &str, line: u32, fault: Fault) -> Problem {
    Problem {
        file: file.to_string(),
        line,
        fault,
    }
}

/// What systems put into archives beside what was meant; hidden files are passed over in folders too.
fn is_clutter(path: &str) -> bool {
    path.starts_with("__MACOSX/")
        || path
            .split('/')
            .any(|part| part.starts_with('.') && !is_dots(part))
}

fn is_dots(part: &str) -> bool {
    part == "." || part == ".."
}

/// Whether a name can only mean a file below the archive's top.
fn is_plain(path: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
    path.bytes().all(letters) && path.split('/').all(|part| !part.is_empty() && !is_dots(part))
}

/// Finds the pack's folder among the files.
fn placed(name: &str, found: PackFiles) -> Result<Unpacked, Vec<Problem>> {
    let own = |path: &str| {
        let path = path.strip_prefix("content/").unwrap_or(path);
        path.strip_prefix("services/").unwrap_or(path).to_string()
    };
    let mut services: Vec<String> = Vec::new();
    let mut files = PackFiles::new();
    let bare = found.contains_key("service.toml");
    let archive = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = archive.strip_suffix(".zip").unwrap_or(archive);
    for (path, text) in found {
        let path = if bare { path } else { own(&path) };
        let (service, file) = match path.split_once('/') {
            _ if path.starts_with(SHARED) => (None, path.clone()),
            _ if bare => (Some(stem), path.clone()),
            Some((folder, file)) => (Some(folder), file.to_string()),
            None => (None, path.clone()),
        };
        if let Some(service) = service
            && !services.iter().any(|known| known == service)
        {
            services.push(service.to_string());
        }
        files.insert(file, text);
    }
    match services.as_slice() {
        [service] => Ok(Unpacked {
            service: service.clone(),
            files,
        }),
        [] => Err(vec![problem(name, 0, faults::no_pack())]),
        others => {
            let fault = faults::several_folders(others.join(", "));
            Err(vec![problem(name, 0, fault)])
        }
    }
}

/// The archive of a pack's folder, as [`unpack`] reads it; the same files give the same bytes.
pub fn pack(service: &str, files: &PackFiles) -> std::io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (path, text) in files {
        let path = match path.starts_with(SHARED) {
            true => path.clone(),
            false => format!("{service}/{path}"),
        };
        writer.start_file(path, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (path, body) in entries {
            writer.start_file(*path, options).expect("an entry");
            writer.write_all(body).expect("its bytes");
        }
        writer.finish().expect("an archive").into_inner()
    }

    fn refused(entries: &[(&str, &[u8])]) -> String {
        let problems = unpack("stall.zip", &zip(entries)).expect_err("a refusal");
        problems
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn check(path: &str, service: &str, file: &str) {
        let unpacked = unpack("stall.zip", &zip(&[(path, b"x")])).expect("a pack");
        assert_eq!(unpacked.service, service);
        assert_eq!(unpacked.files.keys().collect::<Vec<_>>(), [file]);
    }

    #[test]
    fn the_packs_folder_is_found_wherever_it_lies_in_the_sources() {
        check("shop/service.toml", "shop", "service.toml");
        check("services/shop/form/10-a.toml", "shop", "form/10-a.toml");
        check("content/services/shop/service.toml", "shop", "service.toml");
        check("service.toml", "stall", "service.toml");
    }

    #[test]
    fn what_was_packed_is_unpacked_again() {
        let files: PackFiles = [
            ("service.toml", "a"),
            ("form/10-a.toml", "字"),
            ("shared/agent/text.zh.toml", ""),
        ]
        .map(|(path, text)| (path.to_string(), text.to_string()))
        .into();
        let archive = pack("shop", &files).expect("an archive");
        let unpacked = unpack("other.zip", &archive).expect("a pack");
        assert_eq!((unpacked.service.as_str(), unpacked.files), ("shop", files));
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused_each_at_its_place() {
        let entries: &[(&str, &[u8])] = &[
            ("shop/../../etc/passwd", b"x"),
            ("/shop/service.toml", b"x"),
            ("shop\\service.toml", b"x"),
            ("C:/shop/service.toml", b"x"),
            ("shop//service.toml", b"x"),
            ("shop/表.toml", b"x"),
        ];
        let said = refused(entries);
        assert_eq!(said.lines().count(), entries.len(), "{said}");
    }

    #[test]
    fn a_bomb_is_not_unpacked_further_than_a_pack_may_be() {
        let zeros = vec![b' '; 200 * 1024 * 1024];
        let said = refused(&[("shop/service.toml", &zeros)]);
        assert!(said.contains("more than 262144 bytes"), "{said}");
        let many: Vec<(String, Vec<u8>)> = (0..20)
            .map(|at| (format!("shop/form/{at}-a.toml"), vec![b' '; 200 * 1024]))
            .collect();
        let many: Vec<(&str, &[u8])> = many
            .iter()
            .map(|(path, body)| (path.as_str(), body.as_slice()))
            .collect();
        assert!(refused(&many).contains("more than 2097152 bytes"));
    }

    #[test]
    fn too_many_files_are_refused_before_any_is_read() {
        let many: Vec<String> = (0..=MOST_ENTRIES)
            .map(|at| format!("shop/form/10-p{at}.toml"))
            .collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|path| (path.as_str(), &b"x"[..])).collect();
        assert!(refused(&many).contains("the archive holds 801 files"));
    }

    #[test]
    fn what_is_no_pack_is_refused() {
        assert!(refused(&[]).contains("holds no pack"));
        assert!(refused(&[("a/x", b""), ("b/x", b"")]).contains("several folders: a, b"));
        assert!(refused(&[("a/x", b"ok\n\xff")]).contains("a/x:2: it is not UTF-8"));
        let problems = unpack("stall.zip", b"no archive").expect_err("a refusal");
        assert_eq!(problems[0].fault.code, "no_zip");
    }

    #[test]
    fn what_systems_add_is_passed_over() {
        let entries: &[(&str, &[u8])] = &[
            ("__MACOSX/shop/._service.toml", b"\xff"),
            ("shop/.DS_Store", b"\xff"),
            ("shop/service.toml", b"x"),
        ];
        assert_eq!(unpack("a.zip", &zip(entries)).expect("a pack").files.len(), 1);
    }
}
