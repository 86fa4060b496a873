//! Checking a name.

use crate::hall::Result;
use crate::hall::name::{NameAsked, NameChecked};
use crate::web::Visit;
use app::pages::name::{NameForm, NamePage, NameResult, VerdictLine};
use app::text::day::day;
use app::text::name::{ground_text, name_kind, rule_text, standing_text};
use app::text::{NameTexts, fill};
use app::ui::ChoiceOption;
use axum::http::StatusCode;
use axum::response::Response;
use domain::date::Date;
use domain::name::{Finding, NameKind, Parts, Rule, Standing, Weight};
use domain::text::Lang;
use leptos::prelude::*;

/// Longer texts are cut; a name of far fewer characters is refused as too long, with its length.
const NAME_MAX: usize = 500;

pub(super) async fn page(visit: Visit) -> Response {
    let form = form(&visit);
    match result(&visit, &form).await {
        Ok(result) => {
            let (lang, texts) = (visit.lang, NameTexts::of(visit.lang));
            let title = match form.name.as_str() {
                "" => texts.title.to_string(),
                name => format!("{name} · {}", texts.title),
            };
            visit.page(
                StatusCode::OK,
                &title,
                None,
                move || view! { <NamePage lang form result/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

fn typed(visit: &Visit, field: &str) -> String {
    visit.query.get(field).trim().chars().take(NAME_MAX).collect()
}

fn form(visit: &Visit) -> NameForm {
    let lang = visit.lang;
    let (name, kind) = (typed(visit, "name"), typed(visit, "kind"));
    // A bare address asks nothing yet; the form always sends its name, filled in or not.
    let asked_something = visit.query.find("name").is_some();
    // Which kind of company or partnership is asked of people; offices write it into their systems either way.
    let asked = |kind: &&NameKind| !matches!(kind, NameKind::Company | NameKind::Partnership);
    let kinds = NameKind::ALL.iter().filter(asked);
    NameForm {
        name_missing: asked_something && name.is_empty(),
        kind_missing: asked_something && kind_of(visit, &kind).is_none(),
        kinds: kinds
            .map(|kind| ChoiceOption::new(kind.name(), name_kind(lang, *kind)))
            .collect(),
        office: typed(visit, "office"),
        offices: visit.office_options(),
        name,
        kind,
    }
}

fn kind_of(visit: &Visit, kind: &str) -> Option<NameKind> {
    NameKind::read(kind, &visit.hall.reference.entity_types)
}

async fn result(visit: &Visit, form: &NameForm) -> Result<Option<NameResult>> {
    let Some(kind) = kind_of(visit, &form.kind).filter(|_| !form.name.is_empty()) else {
        return Ok(None);
    };
    let today = visit.hall.clock.today();
    let corrected = ["region", "brand", "industry", "form"]
        .iter()
        .any(|part| visit.query.find(part).is_some());
    let parts = corrected.then(|| Parts {
        region: typed(visit, "region"),
        brand: typed(visit, "brand"),
        industry: typed(visit, "industry"),
        form: typed(visit, "form"),
    });
    let asked = NameAsked {
        office: (!form.office.is_empty()).then(|| form.office.clone()),
        parts,
        ..NameAsked::new(&form.name, kind, today)
    };
    let checked = visit.hall.check_name(&asked).await?;
    Ok(Some(shown(visit, &checked, today)))
}

/// What came of a check, in words.
pub fn shown(visit: &Visit, checked: &NameChecked, on: Date) -> NameResult {
    let (lang, judged) = (visit.lang, &checked.judged);
    let office = visit.office_name(&checked.office);
    let values = [("day", day(lang, on)), ("office", office)];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
    NameResult {
        can_be_had: judged.can_be_had(),
        compared: fill(NameTexts::of(lang).can_text, &values),
        parts: judged.parts.clone(),
        verdicts: judged.findings.iter().map(|one| verdict(lang, one)).collect(),
    }
}

fn verdict(lang: Lang, finding: &Finding) -> VerdictLine {
    let more = match finding.rule {
        Rule::Forbidden => ground_text(lang, &finding.more).to_string(),
        _ => finding.more.clone(),
    };
    let standing = finding
        .standing
        .map(|standing| standing_words(lang, standing, finding.until))
        .unwrap_or_default();
    let values = [
        ("what", finding.what.as_str()),
        ("more", &more),
        ("standing", &standing),
    ];
    VerdictLine {
        code: finding.rule.code(),
        refused: finding.weight == Weight::Refused,
        text: fill(rule_text(lang, finding.rule, finding.weight), &values),
        source: finding.source.clone(),
    }
}

fn standing_words(lang: Lang, standing: Standing, until: Option<Date>) -> String {
    let on = match standing {
        Standing::Closed { on, .. } | Standing::Renamed { on } => day(lang, on),
        Standing::Registered | Standing::Reserved { .. } => String::new(),
    };
    let last = until.map(|until| day(lang, until)).unwrap_or_default();
    fill(
        standing_text(lang, standing, until.is_some()),
        &[("on", &on), ("day", &last)],
    )
}
