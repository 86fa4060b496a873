//! What a page of questions is drawn from.

use super::frame::path;
use super::lists::lists;
use crate::hall::FieldProblem;
use crate::hall::draft::{Conflict, OpenDraft};
use crate::hall::submission::signers;
use crate::pages::answered::{ToRead, size, words};
use crate::store::Attachment;
use crate::web::Visit;
use app::form::data::{Conflict as TwoTexts, FieldText, PageData, PageFile, Places};
use app::form::display::question;
use app::form::excerpt::{error_texts, excerpt};
use app::pages::draft::SettledRow;
use app::text::{Lang, field_error, fill};
use domain::date::Instant;
use domain::form::path::Layout;
use domain::form::{Kind, Settled};

/// The name under which an address says which settled question is asked all the same.
pub const CHANGE: &str = "change";

/// How a page is shown beyond what the draft holds.
#[derive(Debug, Default)]
pub struct Shown {
    /// As posted, where the draft does not hold it.
    pub posted: Vec<(String, String)>,
    pub problems: Vec<FieldProblem>,
    pub conflicts: Vec<Conflict>,
    pub show_all: bool,
    pub fresh: Vec<String>,
    /// From the review page, and back to it.
    pub from_review: bool,
    /// Paths that are settled, and asked all the same.
    pub again: Vec<String>,
}

/// The words for a problem the server found.
pub fn problem_text(lang: Lang, problem: &FieldProblem) -> String {
    let values: Vec<_> = problem
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fill(field_error(lang, &problem.code), &values)
}

/// A file as the page lists it.
pub fn page_file(file: &Attachment) -> PageFile {
    PageFile {
        id: file.id.clone(),
        path: file.path.clone(),
        name: file.name.clone(),
        size: size(file.size),
    }
}

impl Shown {
    /// What of a draft the page leaves unasked.
    pub fn settled(&self, open: &OpenDraft) -> Settled {
        open.settled.except(self.again.iter().map(String::as_str))
    }

    /// The query under which the page is shown like this.
    pub fn query(&self) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        if self.from_review {
            pairs.append_pair("back", "review");
        }
        for path in &self.again {
            pairs.append_pair(CHANGE, path);
        }
        let query = pairs.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{mark}{query}")
    }
}

/// What of a page is settled, in words.
pub fn settled_rows(visit: &Visit, open: &OpenDraft, page: &str, settled: &Settled) -> Vec<SettledRow> {
    let form = &open.pack.pack.form;
    let reading = ToRead {
        lang: visit.lang,
        reference: &visit.hall.reference,
        form,
        answers: &open.answers,
        facts: &open.facts,
        on: open.today,
    };
    let layout = Layout::new(form);
    let row = |path: &str| {
        let place = layout.place(path)?;
        let raw = open.answers.get(path).unwrap_or_default();
        let region = || visit.hall.reference.regions.path_name(raw, visit.lang);
        Some(SettledRow {
            path: path.to_string(),
            question: question(form, path, visit.lang, &open.answers),
            answer: match place.part {
                None => words(&reading, place.field, path),
                Some("region") => region().unwrap_or_else(|| raw.to_string()),
                Some(_) => raw.to_string(),
            },
            raw: raw.to_string(),
        })
    };
    settled.on(form, page).into_iter().filter_map(row).collect()
}

pub fn page_data(visit: &Visit, open: &OpenDraft, page: &str, loaded: Instant, shown: Shown) -> PageData {
    let lang = visit.lang;
    let (settled, query) = (shown.settled(open), shown.query());
    let form = &open.pack.pack.form;
    let mut answers = open.answers.clone();
    for (name, raw) in shown.posted {
        answers.set(name, raw);
    }
    for conflict in &shown.conflicts {
        answers.set(&conflict.path, &conflict.yours);
    }
    let cut = excerpt(form, page, &answers, &open.facts, &settled, open.today, lang);
    let this = cut.form.pages.iter().find(|one| one.id == page);
    let prefills = this
        .iter()
        .flat_map(|page| &page.fields)
        .filter_map(|field| field.prefill.as_ref());
    let registered = prefills
        .filter_map(|name| {
            Some((
                name.clone(),
                visit.hall.reference.fact_words(name, open.facts.get(name)?, lang),
            ))
        })
        .collect();
    let asks_to_sign = this.is_some_and(|page| page.fields.iter().any(|field| field.kind == Kind::Signature));
    let signers = if asks_to_sign { signers(open) } else { Vec::new() };
    let on_page =
        |file: &&Attachment| this.is_some_and(|page| page.fields.iter().any(|field| field.id == file.path));
    let base = path(&open.draft.id);
    let here = visit.link(&format!("{base}/page/{page}{query}"));
    let next = form_urlencoded::byte_serialize(here.as_bytes()).collect::<String>();
    PageData {
        lang,
        page: page.to_string(),
        today: open.today,
        places: Places {
            attach: visit.link(&format!("{base}/attach")),
            file: visit.link(&format!("{base}/file/")),
            sign_in: visit.link(&format!("/sign-in?next={next}")),
            here,
        },
        loaded: loaded.micros(),
        errors: this.map(|page| error_texts(page, lang)).unwrap_or_default(),
        lists: this
            .map(|page| lists(&visit.hall.reference, page, lang))
            .unwrap_or_default(),
        registered,
        files: open.attachments.iter().filter(on_page).map(page_file).collect(),
        signers: signers.into_iter().map(|signer| signer.name).collect(),
        problems: shown
            .problems
            .iter()
            .map(|problem| FieldText {
                path: problem.path.clone(),
                text: problem_text(lang, problem),
            })
            .collect(),
        conflicts: shown
            .conflicts
            .into_iter()
            .map(|one| TwoTexts {
                path: one.path,
                theirs: one.theirs,
                yours: one.yours,
            })
            .collect(),
        show_all: shown.show_all,
        settled: settled.on(form, page).into_iter().map(String::from).collect(),
        fresh: shown.fresh,
        form: cut.form,
        answers: cut.answers,
        facts: cut.facts,
    }
}
