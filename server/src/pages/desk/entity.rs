//! The register at the desk.

use super::claims::holder;
use super::short;
use crate::hall::Result;
use crate::hall::desk::{DeskEntity, InsideEntity, Related};
use crate::pages::records::{Of, Reader, record_name, record_view};
use crate::store::HistoryRow;
use crate::web::Visit;
use app::pages::desk::entity::{
    CaseLine, Cause, DeskEntityPage, DeskRegisterPage, EntityData, EntityRow, FoundEntities, HistoryLine,
    Inside,
};
use app::text::day::day;
use app::text::register::{entity_status, operation, term};
use app::text::{DeskEntityTexts, RegisterTexts, fill};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::entity::public::{Item, changes, in_order};
use domain::entity::{Entity, LEGAL_REP_ID_NO};
use domain::tables::EntityStatus;
use leptos::prelude::*;
use std::collections::BTreeMap;

pub(super) async fn search(visit: Visit) -> Response {
    match find(&visit).await {
        Ok(found) => {
            let (lang, title) = (visit.lang, DeskEntityTexts::of(visit.lang).title);
            visit.page(
                StatusCode::OK,
                title,
                Some(Nav::DeskRegister),
                move || view! { <DeskRegisterPage lang found/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn find(visit: &Visit) -> Result<FoundEntities> {
    let query = short(visit.query.get("q"));
    if query.is_empty() {
        return Ok(FoundEntities {
            query,
            rows: Vec::new(),
            total: None,
            next: None,
        });
    }
    let page = visit
        .hall
        .search_register(&query, visit.query.find("after"))
        .await?;
    let next = page.next.map(|after| {
        let pairs = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &query)
            .append_pair("after", &after)
            .finish();
        visit.link(&format!("/desk/register?{pairs}"))
    });
    let rows = page.hits.into_iter().map(|hit| EntityRow {
        kind: visit.kind_name(&hit.entity_type),
        office: visit.office_name(&hit.office),
        established: day(visit.lang, hit.established),
        code: hit.code,
        name: hit.name,
        legal_rep: hit.legal_rep,
        status: hit.status,
        abnormal: hit.abnormal,
    });
    Ok(FoundEntities {
        query,
        rows: rows.collect(),
        total: Some(page.total),
        next,
    })
}

pub(super) async fn page(visit: Visit, Path(code): Path<String>) -> Response {
    match load(&visit, &code).await {
        Ok(entity) => {
            let (lang, title) = (visit.lang, entity.name.clone());
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::DeskRegister),
                move || view! { <DeskEntityPage lang entity/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

async fn load(visit: &Visit, code: &str) -> Result<EntityData> {
    let found = visit.hall.desk_entity(&visit.visitor, code).await?;
    let DeskEntity {
        entity,
        related,
        reports,
        inside,
    } = found;
    let titles = visit.hall.packs().await?;
    let title = |service: &str| {
        titles.get(service).map_or_else(
            || service.to_string(),
            |one| one.pack.title.get(visit.lang).to_string(),
        )
    };
    let automatic = |service: &str| titles.get(service).is_some_and(|one| one.pack.is_automatic());
    let today = visit.hall.clock.today();
    let code = entity.code_on(today).to_string();
    let reader = Reader::Officer {
        answers: inside.is_some() && visit.visitor.answers_objections(),
    };
    let of = Of {
        code: &code,
        records: &entity.details.records,
        reports: &reports,
    };
    Ok(EntityData {
        name: entity.name.clone(),
        office: visit.office_name(&entity.office),
        facts: facts(visit, &entity),
        related: related.into_iter().map(|one| related_line(visit, one)).collect(),
        records: in_order(entity.details.records.clone(), today)
            .iter()
            .map(|record| record_view(visit, reader, of, record))
            .collect(),
        listed: visit.query.find("listed").map(short),
        answered: visit.query.get("done") == "answer",
        code: code.clone(),
        may_list: visit.hall.lists_abnormal(),
        inside: inside.map(|inside| inside_data(visit, &entity, inside, title, automatic)),
    })
}

/// A related entity's name and its page at the desk.
fn related_line(visit: &Visit, related: Related) -> (String, String) {
    let texts = RegisterTexts::of(visit.lang);
    let (label, code, name) = match related {
        Related::Parent { code, name } => (texts.parent, code, name),
        Related::Branch { code, name } => (texts.branches, code, name),
    };
    let href = visit.link(&format!("/desk/register/{code}"));
    (format!("{label} · {name} {code}"), href)
}

fn facts(visit: &Visit, entity: &Entity) -> Vec<(String, String)> {
    let (lang, texts) = (visit.lang, RegisterTexts::of(visit.lang));
    let details = &entity.details;
    let money = |amount: &str| match amount {
        "" => String::new(),
        amount => fill(texts.ten_thousand, &[("n", amount)]),
    };
    let term = term(lang, &details.term_from, &details.term_until);
    let joined = |parts: Vec<String>| parts.join("\n");
    let rows = [
        (texts.uscc, entity.uscc.clone().unwrap_or_default()),
        (texts.regno, entity.regno.clone().unwrap_or_default()),
        (texts.kind, visit.kind_name(&entity.entity_type)),
        (texts.status, entity_status(lang, entity.status).to_string()),
        (texts.legal_rep, entity.legal_rep.clone()),
        (texts.office, visit.office_name(&entity.office)),
        (texts.region, visit.region_name(&entity.region)),
        (texts.established, day(lang, entity.established)),
        (texts.capital, money(&details.capital)),
        (texts.paid_capital, money(&details.paid_capital)),
        (texts.item_term, term),
        (texts.domicile, details.domicile.clone()),
        (texts.scope, details.scope.clone()),
        (
            texts.industry,
            match details.industry.as_str() {
                "" => String::new(),
                code => visit.industry_name(code),
            },
        ),
        (texts.operation, operation(lang, &details.operation)),
        (
            texts.shareholders,
            joined(
                details
                    .shareholders
                    .iter()
                    .map(|one| format!("{} {} / {}", one.name, one.subscribed, one.paid))
                    .collect(),
            ),
        ),
        (
            texts.officers,
            joined(
                details
                    .officers
                    .iter()
                    .map(|one| format!("{} {}", one.name, visit.register_words(&one.position)))
                    .collect(),
            ),
        ),
        (
            texts.branches,
            joined(
                details
                    .branches
                    .iter()
                    .map(|one| format!("{} {}", one.name, one.code))
                    .collect(),
            ),
        ),
    ];
    let known = rows.into_iter().filter(|(_, answer)| !answer.is_empty());
    known
        .map(|(question, answer)| (question.to_string(), answer))
        .collect()
}

fn inside_data(
    visit: &Visit,
    entity: &Entity,
    inside: InsideEntity,
    title: impl Fn(&str) -> String,
    automatic: impl Fn(&str) -> bool,
) -> Inside {
    let cases = inside.cases.into_iter().map(|case| CaseLine {
        service: title(&case.service),
        automatic: automatic(&case.service),
        number: case.number,
        year: case.year,
        filed: day(visit.lang, case.submitted_at.civil_date()),
        status: case.status,
    });
    let inspections = inside
        .inspections
        .into_iter()
        .map(|(year, number)| (title(&year.service), year.year, day(visit.lang, year.on), number));
    Inside {
        private: private(visit, &entity.details.private),
        history: inside
            .history
            .into_iter()
            .map(|row| history_line(visit, row))
            .collect(),
        holders: inside
            .holders
            .into_iter()
            .map(|line| holder(visit.lang, line))
            .collect(),
        inspections: inspections.collect(),
        cases: cases.collect(),
    }
}

/// What is not public, but identity numbers with the birth date hidden.
fn private(visit: &Visit, private: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let texts = DeskEntityTexts::of(visit.lang);
    let row = |(name, value): (&String, &String)| {
        let label = match name.as_str() {
            LEGAL_REP_ID_NO => texts.legal_rep_id_no,
            "tel" | "phone" => texts.phone,
            "postcode" | "post_code" => texts.postcode,
            "email" => texts.email,
            "address" => texts.address,
            other => other,
        };
        let value = match name.as_str() {
            LEGAL_REP_ID_NO => crate::hall::masked(value),
            _ => value.clone(),
        };
        (label.to_string(), value)
    };
    private
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(row)
        .collect()
}

fn history_line(visit: &Visit, row: HistoryRow) -> HistoryLine {
    let cause = match (row.cause.as_str(), row.case_number) {
        ("case", Some(number)) => Cause::Case(number),
        ("annulled", Some(number)) => Cause::Annulled(number),
        ("demo", _) => Cause::Demo,
        ("officer", _) => Cause::Officer,
        ("objection", _) => Cause::Objection,
        ("late", _) => Cause::Late,
        _ => Cause::Import,
    };
    let changed = row
        .before
        .as_ref()
        .map(|before| changes(before, &row.after, row.on))
        .unwrap_or_default();
    let records = &row.after.details.records;
    let named = |item: Item, text: String| match item {
        Item::EntityType => visit.kind_name(&text),
        Item::Office => visit.office_name(&text),
        Item::Industry if !text.is_empty() => visit.industry_name(&text),
        Item::Operation => operation(visit.lang, &text),
        Item::RecordEntered | Item::RecordEnded => record_name(visit.lang, records, &text).unwrap_or(text),
        Item::TermUntil if text.is_empty() => RegisterTexts::of(visit.lang).term_long.to_string(),
        Item::Status => EntityStatus::from_code(&text)
            .map_or(text, |status| entity_status(visit.lang, status).to_string()),
        _ => text,
    };
    HistoryLine {
        on: day(visit.lang, row.on),
        cause,
        changes: changed
            .into_iter()
            .map(|change| {
                (
                    change.item,
                    named(change.item, change.before),
                    named(change.item, change.after),
                )
            })
            .collect(),
    }
}
