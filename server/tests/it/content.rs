//! The packs and scenarios of `content/`, for tests.

use domain::calendar::Calendar;
use domain::pack::Pack;
use domain::pack::source::SHARED;
use domain::scenario::Scenario;
use domain::scenario::source::{Site, bank};
use server::hall::Hall;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

/// Every pack as it stands in `content/services`; read once for all tests.
pub fn packs() -> &'static [Pack] {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    PACKS.get_or_init(|| {
        let calendar = calendar();
        let shared = shared();
        let read = |(id, mut files): (String, BTreeMap<String, String>)| {
            files.extend(shared.clone());
            domain::pack::source::read(&id, &files, &calendar).expect("a sound pack")
        };
        folders("services").map(read).collect()
    })
}

/// One of them.
pub fn pack(id: &str) -> Pack {
    let found = packs().iter().find(|pack| pack.id == id);
    found.expect("a pack of this id").clone()
}

/// The files of a pack and of the pieces it includes.
pub fn source(id: &str) -> BTreeMap<String, String> {
    let found = folders("services").find(|(service, _)| service == id);
    let (_, mut files) = found.expect("a pack of this id");
    files.extend(shared());
    domain::pack::source::used(files)
}

/// The files of every shared piece, as they stand among a pack's.
fn shared() -> BTreeMap<String, String> {
    folders("shared")
        .flat_map(|(piece, files)| {
            files
                .into_iter()
                .map(move |(file, text)| (format!("{SHARED}{piece}/{file}"), text))
        })
        .collect()
}

/// Publishes every pack and scenario.
pub async fn publish(hall: &Hall) {
    let packs = packs();
    for pack in packs {
        hall.publish(pack, "test").await.expect("a published pack");
    }
    for scenario in scenarios() {
        hall.publish_scenario(scenario, "test")
            .await
            .expect("a published scenario");
    }
}

/// Every scenario as it stands in `content/scenarios`; read once for all tests.
fn scenarios() -> &'static [Scenario] {
    static SCENARIOS: OnceLock<Vec<Scenario>> = OnceLock::new();
    SCENARIOS.get_or_init(|| {
        let mut files = BTreeMap::new();
        let folder = root().join("questions");
        collect(&folder, &folder, &mut files);
        let site = Site {
            bank: &bank::read(&files).expect("a sound bank"),
            packs: packs(),
            broken: &[],
            calendar: &calendar(),
        };
        let read = |(id, files): (String, BTreeMap<String, String>)| {
            domain::scenario::source::read(&id, &files, &site).expect("a sound scenario")
        };
        folders("scenarios").map(read).collect()
    })
}

fn calendar() -> Calendar {
    Calendar::parse(include_str!("../../../content/calendars/cn-mainland.txt")).expect("a calendar")
}

/// The folders of one kind of content: name, and files by their paths within.
fn folders(kind: &str) -> impl Iterator<Item = (String, BTreeMap<String, String>)> {
    let folders = fs::read_dir(root().join(kind)).expect("a folder").flatten();
    folders.filter(|entry| entry.path().is_dir()).map(|entry| {
        let mut files = BTreeMap::new();
        collect(&entry.path(), &entry.path(), &mut files);
        (entry.file_name().to_string_lossy().into_owned(), files)
    })
}

fn collect(top: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(top, &path, files);
            continue;
        }
        let name = path
            .strip_prefix(top)
            .expect("inside")
            .to_string_lossy()
            .into_owned();
        files.insert(name, fs::read_to_string(&path).expect("a text"));
    }
}
