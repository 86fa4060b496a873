//! The queue and the lists by status.

use super::{limit, short};
use crate::hall::case::QueueItem;
use crate::hall::{Officer, Result};
use crate::web::Visit;
use app::pages::desk::Taken;
use app::pages::desk::queue::{Asked, Queue, QueuePage, QueueRow, Shown};
use app::text::DeskTexts;
use app::text::day::day;
use app::ui::{ChoiceOption, Nav};
use axum::http::StatusCode;
use axum::response::Response;
use domain::case::Status;
use domain::ident::normalise;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Rows shown at once; filters find the rest (house rule).
const ROWS_SHOWN: usize = 200;

pub(super) async fn page(visit: Visit) -> Response {
    let asked = asked(&visit);
    if let Some(number) = number_typed(&visit, &asked.search).await {
        return visit.go(&format!("/desk/case/{number}"));
    }
    match load(&visit, asked).await {
        Ok(queue) => {
            let (lang, title) = (visit.lang, DeskTexts::of(visit.lang).title);
            visit.page(
                StatusCode::OK,
                title,
                Some(Nav::Queue),
                move || view! { <QueuePage lang queue/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

fn asked(visit: &Visit) -> Asked {
    let query = |name: &str| short(visit.query.get(name));
    // What waits has no list of its own status.
    let status = Status::from_id(visit.query.get("status")).filter(|status| !status.is_with_office());
    Asked {
        shown: if status.is_some() {
            Shown::All
        } else {
            Shown::from_id(visit.query.get("show"))
        },
        status,
        service: query("service"),
        office: query("office"),
        search: query("q"),
    }
}

/// A whole receipt number leads straight to its case, whatever its status.
async fn number_typed(visit: &Visit, search: &str) -> Option<String> {
    let number = normalise(search);
    let whole = number.len() >= 18 && number.bytes().all(|byte| byte.is_ascii_digit());
    if !whole {
        return None;
    }
    let case = visit.hall.desk_case(&visit.visitor, &number).await.ok()?;
    Some(case.view.case.number)
}

async fn load(visit: &Visit, asked: Asked) -> Result<Queue> {
    let officer = visit.visitor.officer()?.clone();
    let items = match asked.status {
        None => visit.hall.queue(&visit.visitor).await?,
        Some(status) => visit.hall.desk_cases(&visit.visitor, status).await?,
    };
    let counts = Shown::ALL.map(|shown| {
        items
            .iter()
            .filter(|item| fits(visit, &officer, shown, item))
            .count()
    });
    let (services, offices) = choices(visit, &officer, &items);
    let search = asked.search.to_lowercase();
    let wanted = |item: &&QueueItem| {
        fits(visit, &officer, asked.shown, item)
            && (asked.service.is_empty() || item.case.service == asked.service)
            && (asked.office.is_empty() || item.case.office == asked.office)
            && (search.is_empty()
                || item.case.number.contains(&search)
                || item.case.subject_name.to_lowercase().contains(&search))
    };
    let found: Vec<&QueueItem> = items.iter().filter(wanted).collect();
    let cut_off = found.len() > ROWS_SHOWN;
    let found = &found[..found.len().min(ROWS_SHOWN)];
    let holders: Vec<&str> = found
        .iter()
        .filter_map(|item| item.case.claimed_by.as_deref())
        .collect();
    let names = visit.hall.names_of(&visit.visitor, &holders).await?;
    let rows = found
        .iter()
        .map(|item| row(visit, &officer, item, &names))
        .collect();
    let objections = visit.hall.waiting_objections(&visit.visitor).await?;
    Ok(Queue {
        objections: objections.len(),
        office: visit.office_name(&officer.office),
        asked,
        counts,
        rows,
        cut_off,
        services,
        offices,
    })
}

fn fits(visit: &Visit, officer: &Officer, shown: Shown, item: &QueueItem) -> bool {
    let holder = item.case.claimed_by.as_deref();
    match shown {
        Shown::All => true,
        Shown::Mine => holder == Some(officer.account.as_str()),
        Shown::Duty => item.mine_to_do && holder.is_none_or(|holder| holder == officer.account),
        Shown::Overdue => item.case.due.is_some_and(|due| due < visit.hall.clock.today()),
    }
}

/// The services and offices that occur in the list.
fn choices(visit: &Visit, officer: &Officer, items: &[QueueItem]) -> (Vec<ChoiceOption>, Vec<ChoiceOption>) {
    let services: BTreeMap<&str, &str> = items
        .iter()
        .map(|item| (item.case.service.as_str(), item.service.get(visit.lang)))
        .collect();
    let services = services
        .into_iter()
        .map(|(id, title)| ChoiceOption::new(id, title))
        .collect();
    let offices: BTreeMap<&str, String> = items
        .iter()
        .map(|item| (item.case.office.as_str(), visit.office_name(&item.case.office)))
        .collect();
    let only_own = offices.keys().all(|office| *office == officer.office);
    let offices = offices
        .into_iter()
        .map(|(code, name)| ChoiceOption::new(code, name));
    (services, if only_own { Vec::new() } else { offices.collect() })
}

fn row(visit: &Visit, officer: &Officer, item: &QueueItem, names: &BTreeMap<String, String>) -> QueueRow {
    let case = &item.case;
    let taken = match &case.claimed_by {
        None => Taken::Nobody,
        Some(holder) if *holder == officer.account => Taken::Me,
        Some(holder) => Taken::Other(names.get(holder).cloned().unwrap_or_default()),
    };
    QueueRow {
        number: case.number.clone(),
        limit: case
            .due
            .zip(item.light)
            .map(|(due, light)| limit(visit, due, light)),
        subject: case.subject_name.clone(),
        service: item.service.get(visit.lang).to_string(),
        year: case.year,
        step: item.step.get(visit.lang).to_string(),
        office: visit.office_name(&case.office),
        filed: day(visit.lang, case.submitted_at.civil_date()),
        decided: case.decided_at.map(|at| day(visit.lang, at.civil_date())),
        taken,
        resubmitted: item.resubmitted,
    }
}
