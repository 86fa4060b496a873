//! `hall content`.

mod stats;

use super::{Done, Outcome, Settings};
use crate::clock::Clock;
use crate::hall::{Hall, Reference};
use crate::store::PackFiles;
use clap::Subcommand;
use domain::calendar::Calendar;
use domain::lines::BadLine;
use domain::name::characters::Characters;
use domain::name::words::{ForbiddenWords, RestrictedWords};
use domain::name::{FormWords, IndustryWords, RuleBook};
use domain::office::{OfficeTree, Renamings};
use domain::pack::Pack;
use domain::pack::problem::{Problem, suggest};
use domain::pack::source::{self, MAX_FILE, MAX_PACK, SHARED};
use domain::scenario::source::bank::Bank;
use domain::scenario::{Scenario, source as scenario_source};
use domain::tables::{AbnormalReasons, EntityTypes, Industries, Regions, RegisterWords, Statutes};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

/// Check, publish and hand out the services' packs.
#[derive(clap::Args)]
pub(super) struct ContentCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Read every pack, check it and run its examples; say what is wrong, with file and line.
    Check(Folder),
    /// Check, then store each pack that changed as its service's next version.
    ///
    /// Nothing is published while anything is wrong. A published version never changes; running halls take
    /// up the new one within a second.
    Publish(Folder),
    /// Write the folder a published pack was made from as a ZIP file, to edit and upload at the desk.
    Pack {
        /// The service's id.
        service: String,
        /// The version; the newest if left out.
        #[arg(long)]
        version: Option<i64>,
        /// The file to write; the service's id with .zip if left out.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// How complete the packs are: headings of guides that are filled, in each language, questions,
    /// materials, rules by where they come from, worked examples; of each service and in all.
    Stats(stats::Stats),
}

/// Where the content is.
#[derive(clap::Args, Clone)]
pub(super) struct Folder {
    /// The folder of the content; packs are in its services/<id>/.
    #[arg(
        long = "content",
        env = "HALL_CONTENT",
        default_value = "content",
        value_name = "FOLDER"
    )]
    path: PathBuf,
}

impl ContentCommand {
    pub(super) async fn run(self, settings: &Settings) -> Outcome {
        match self.what {
            What::Check(folder) => match folder.read()? {
                Ok(content) => {
                    let (packs, scenarios) = (content.packs.len(), content.scenarios.len());
                    println!("{packs} packs and {scenarios} scenarios are sound.");
                    Ok(Done::Well)
                }
                Err(problems) => Ok(say(&problems)),
            },
            What::Stats(stats) => match stats.folder.read()? {
                Ok(content) => {
                    stats.print(&content.packs)?;
                    Ok(Done::Well)
                }
                Err(problems) => Ok(say(&problems)),
            },
            What::Publish(folder) => {
                let content = match folder.read()? {
                    Ok(content) => content,
                    Err(problems) => return Ok(say(&problems)),
                };
                let store = settings.open().await?;
                store.migrate().await?;
                let hall = Hall::new(store.clone(), Clock::real(), false);
                publish(&hall, &content, false).await?;
                store.close().await;
                Ok(Done::Well)
            }
            What::Pack {
                service,
                version,
                output,
            } => {
                let store = settings.open().await?;
                let hall = Hall::new(store.clone(), Clock::real(), false);
                let written = write_pack(&hall, &service, version, output).await;
                store.close().await;
                println!("{}", written?.display());
                Ok(Done::Well)
            }
        }
    }
}

/// Writes a published pack's folder to a file, and names the file.
async fn write_pack(
    hall: &Hall,
    service: &str,
    version: Option<i64>,
    output: Option<PathBuf>,
) -> Result<PathBuf, Box<dyn Error>> {
    let versions = hall
        .versions_of_pack(service)
        .await
        .map_err(|_| format!("no pack {service:?} is published; see hall content publish"))?;
    let version = version
        .or(versions.first().map(|one| one.version))
        .unwrap_or_default();
    let archive = hall
        .pack_archive(service, version)
        .await
        .map_err(|_| format!("the files of version {version} of {service} were not kept"))?;
    let output = output.unwrap_or_else(|| PathBuf::from(format!("{service}.zip")));
    std::fs::write(&output, archive).map_err(|error| format!("{}: {error}", output.display()))?;
    Ok(output)
}

/// Says what is wrong with the content.
fn say(problems: &[String]) -> Done {
    let done = say_lines(problems);
    eprintln!("{} problems.", problems.len());
    done
}

/// Says what is wrong, one a line.
pub(super) fn say_lines(problems: &[String]) -> Done {
    for problem in problems {
        eprintln!("{problem}");
    }
    Done::WithProblems
}

/// Everything of the folder that is published.
pub(super) struct Content {
    pub packs: Vec<Pack>,
    /// The files each pack was read from, by service.
    pub sources: BTreeMap<String, PackFiles>,
    pub scenarios: Vec<Scenario>,
}

/// What the program is called where it publishes by itself or from the command line.
const BY: &str = "hall";

/// Publishes each pack and scenario that changed, and says so. At start-up what was published at the desk
/// is left as it is; the command takes the folder's word for everything.
pub(super) async fn publish(hall: &Hall, content: &Content, at_start: bool) -> Result<(), Box<dyn Error>> {
    for scenario in &content.scenarios {
        if hall.publish_scenario(scenario, BY).await? {
            println!("{}: the scenario is published.", scenario.id);
        }
    }
    let published = hall.packs().await?;
    for pack in &content.packs {
        let newest = published.get(&pack.id);
        if at_start && newest.is_some_and(|version| version.published_by != BY) {
            println!("{}: left as it was published at the desk.", pack.id);
            continue;
        }
        let (version, new) = hall.publish_from(pack, content.sources.get(&pack.id), BY).await?;
        match new {
            true => println!("{}: published as version {version}.", pack.id),
            false if !at_start => println!("{}: unchanged, version {version}.", pack.id),
            false => {}
        }
    }
    Ok(())
}

impl Folder {
    /// The packs and scenarios, or everything that is wrong with them.
    pub(super) fn read(&self) -> Result<Result<Content, Vec<String>>, Box<dyn Error>> {
        let mut problems = Vec::new();
        self.check_tables(&mut problems);
        let calendar = Reference::built_in().calendar;
        let mut broken = Vec::new();
        let shared = self.shared(&mut problems)?;
        let sources = RefCell::new(BTreeMap::new());
        let packs = self.each("services", &mut problems, &mut broken, |id, files| {
            let files = with(files, &shared);
            let pack = source::read(id, &files, &calendar);
            sources.borrow_mut().insert(id.to_string(), source::used(files));
            pack
        })?;
        if packs.is_empty() && problems.is_empty() {
            return Err(format!(
                "there are no services in {}",
                self.path.join("services").display()
            )
            .into());
        }
        let bank = self.bank(&mut problems)?;
        let site = scenario_source::Site {
            bank: &bank,
            packs: &packs,
            broken: &broken,
            calendar: &calendar,
        };
        let scenarios = self.each("scenarios", &mut problems, &mut Vec::new(), |id, files| {
            scenario_source::read(id, files, &site)
        })?;
        // What one of them would lead to or ask is not missing because that one is broken.
        if problems.is_empty() && !scenarios.is_empty() {
            let lacking = scenario_source::check_together(&scenarios, &site);
            problems.extend(
                lacking
                    .iter()
                    .map(|problem| format!("{}/{problem}", self.path.display())),
            );
        }
        Ok(if problems.is_empty() {
            Ok(Content {
                packs,
                sources: sources.into_inner(),
                scenarios,
            })
        } else {
            Err(problems)
        })
    }

    /// What every process is built with is content too: the same lines are read again, from the folder.
    fn check_tables(&self, problems: &mut Vec<String>) {
        let files: [(&str, Check); 15] = [
            ("calendars/cn-mainland.txt", |text| {
                bad_lines(Calendar::parse(text))
            }),
            ("offices/offices.tsv", |text| bad_lines(OfficeTree::parse(text))),
            ("offices/renamings.tsv", |text| bad_lines(Renamings::parse(text))),
            ("tables/regions.tsv", |text| bad_lines(Regions::parse(text))),
            ("tables/industries.tsv", |text| bad_lines(Industries::parse(text))),
            ("tables/entity-types.tsv", |text| {
                bad_lines(EntityTypes::parse(text))
            }),
            ("names/rules.tsv", |text| bad_lines(RuleBook::parse(text))),
            ("names/industries.tsv", |text| {
                bad_lines(IndustryWords::parse(text, &Reference::built_in().industries))
            }),
            ("names/forms.tsv", |text| bad_lines(FormWords::parse(text))),
            ("names/forbidden.tsv", |text| {
                bad_lines(ForbiddenWords::parse(text))
            }),
            ("names/restricted.tsv", |text| {
                bad_lines(RestrictedWords::parse(text))
            }),
            ("names/characters.txt", |text| bad_lines(Characters::parse(text))),
            ("tables/abnormal-reasons.tsv", |text| {
                bad_lines(AbnormalReasons::parse(text))
            }),
            ("tables/statutes.tsv", |text| bad_lines(Statutes::parse(text))),
            ("tables/register-words.tsv", |text| {
                bad_lines(RegisterWords::parse(text))
            }),
        ];
        for (file, check) in files {
            let path = self.path.join(file);
            // A folder of packs alone is no mistake.
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            for bad in check(&text) {
                problems.push(format!("{}:{}: {}", path.display(), bad.line, bad.why));
            }
        }
    }

    /// The questions that scenarios ask.
    fn bank(&self, problems: &mut Vec<String>) -> Result<Bank, Box<dyn Error>> {
        let folder = self.path.join("questions");
        let mut files = BTreeMap::new();
        // A folder of packs alone is no mistake.
        if !folder.is_dir() {
            return Ok(Bank::default());
        }
        collect(&folder, &folder, &mut files, problems)?;
        Ok(scenario_source::bank::read(&files).unwrap_or_else(|wrong| {
            problems.extend(
                wrong
                    .iter()
                    .map(|problem| format!("{}/{problem}", folder.display())),
            );
            Bank::default()
        }))
    }

    /// The pieces that packs include, as they stand among a pack's files.
    fn shared(&self, problems: &mut Vec<String>) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
        let folder = self.path.join(SHARED);
        let mut files = BTreeMap::new();
        // A folder of packs alone is no mistake.
        if folder.is_dir() {
            collect(&folder, &folder, &mut files, problems)?;
        }
        Ok(files
            .into_iter()
            .map(|(file, text)| (format!("{SHARED}{file}"), text))
            .collect())
    }

    /// The pack of one service, read without the others.
    pub(super) fn service(&self, id: &str) -> Result<Result<Pack, Vec<String>>, Box<dyn Error>> {
        let folders = self.folders("services")?;
        let named = |folder: &PathBuf| {
            folder
                .file_name()
                .and_then(|name| name.to_str())
                .map(String::from)
        };
        let known: Vec<String> = folders.iter().filter_map(named).collect();
        let Some(folder) = folders.iter().find(|folder| named(folder).as_deref() == Some(id)) else {
            let remedy = suggest(id, known.iter().map(String::as_str));
            return Ok(Err(vec![format!("there is no service `{id}`; {}", remedy.en)]));
        };
        let calendar = Reference::built_in().calendar;
        let mut problems = Vec::new();
        let shared = self.shared(&mut problems)?;
        let pack = read_folder(folder, &mut problems, &mut Vec::new(), |id, files| {
            source::read(id, &with(files, &shared), &calendar)
        })?;
        Ok(pack.filter(|_| problems.is_empty()).ok_or(problems))
    }

    /// The folders below `kind`, by name.
    fn folders(&self, kind: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
        let all = entries(&self.path.join(kind))?.into_iter();
        Ok(all.filter(|path| path.is_dir()).collect())
    }

    /// Reads each folder below `kind`; what is wrong goes to `problems`, and whose folder it is to `broken`.
    fn each<T>(
        &self,
        kind: &str,
        problems: &mut Vec<String>,
        broken: &mut Vec<String>,
        read: impl Fn(&str, &BTreeMap<String, String>) -> Result<T, Vec<Problem>>,
    ) -> Result<Vec<T>, Box<dyn Error>> {
        let mut found = Vec::new();
        for folder in self.folders(kind)? {
            found.extend(read_folder(&folder, problems, broken, &read)?);
        }
        Ok(found)
    }
}

/// A pack's files with the pieces it may include.
fn with(files: &BTreeMap<String, String>, shared: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let all = files.iter().chain(shared);
    all.map(|(file, text)| (file.clone(), text.clone())).collect()
}

/// Reads one folder; `None` where something is wrong with it.
fn read_folder<T>(
    folder: &Path,
    problems: &mut Vec<String>,
    broken: &mut Vec<String>,
    read: impl Fn(&str, &BTreeMap<String, String>) -> Result<T, Vec<Problem>>,
) -> Result<Option<T>, Box<dyn Error>> {
    let Some(id) = folder.file_name().and_then(|name| name.to_str()) else {
        problems.push(format!("{}: a folder here is named in ASCII", folder.display()));
        return Ok(None);
    };
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files, problems)?;
    match read(id, &files) {
        Ok(one) => Ok(Some(one)),
        Err(wrong) => {
            broken.push(id.to_string());
            // What several packs include stands above the folder of services.
            let content = folder.ancestors().nth(2).unwrap_or(folder);
            let place = |problem: &Problem| match problem.file.starts_with(SHARED) {
                true => format!("{}/{problem} (in {id})", content.display()),
                false => format!("{}/{problem}", folder.display()),
            };
            problems.extend(wrong.iter().map(place));
            Ok(None)
        }
    }
}

/// What is wrong with a file of lines.
type Check = fn(&str) -> Vec<BadLine>;

fn bad_lines<T>(read: Result<T, Vec<BadLine>>) -> Vec<BadLine> {
    read.err().unwrap_or_default()
}

/// Reads every file of a pack as text, its path relative to the pack with slashes.
fn collect(
    top: &Path,
    folder: &Path,
    files: &mut BTreeMap<String, String>,
    problems: &mut Vec<String>,
) -> Result<(), Box<dyn Error>> {
    for path in entries(folder)? {
        if path.is_dir() {
            collect(top, &path, files, problems)?;
            continue;
        }
        let relative: Vec<String> = path
            .strip_prefix(top)?
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        // Neither a device nor a file far beyond every limit is read at all.
        let about = std::fs::metadata(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        if !about.is_file() || about.len() > 2 * MAX_PACK as u64 {
            problems.push(format!(
                "{}: it is no file of at most {MAX_FILE} bytes; remove it",
                path.display()
            ));
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let text = String::from_utf8(bytes).unwrap_or_else(|error| {
            let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count();
            problems.push(format!(
                "{}:{line}: it is not UTF-8; save the file as UTF-8",
                path.display()
            ));
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        });
        files.insert(relative.join("/"), text);
    }
    Ok(())
}

/// What is in a folder, by name, without hidden files.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let read = std::fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}; name the folder with --content", folder.display()))?;
    let mut paths = Vec::new();
    for entry in read {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}
