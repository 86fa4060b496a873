//! The receipt of a case.

use super::service;
use crate::hall::case::{CaseView, StepState};
use crate::web::Visit;
use app::pages::case::{FeeLine, ReceiptPage, ReceiptView};
use app::text::CaseTexts;
use app::text::day::{day, moment};
use app::ui::Nav;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::expr::Scope;
use domain::pack::fee::{amount, fees, total};
use leptos::prelude::*;

pub async fn page(visit: Visit, Path(number): Path<String>) -> Response {
    match visit.hall.my_case(&visit.visitor, &number).await {
        Ok(view) => {
            let (lang, receipt) = (visit.lang, receipt_view(&visit, &view));
            let title = format!("{} · {}", receipt.number, CaseTexts::of(lang).receipt);
            visit.page(
                StatusCode::OK,
                &title,
                Some(Nav::Mine),
                move || view! { <ReceiptPage lang receipt/> },
            )
        }
        Err(error) => visit.problem(error),
    }
}

fn receipt_view(visit: &Visit, view: &CaseView) -> ReceiptView {
    let lang = visit.lang;
    let filed = view.folded.submitted_on;
    let mut receipt = ReceiptView {
        number: view.receipt.number.clone(),
        query_code: view.receipt.query_code.clone(),
        service: service(visit, view),
        subject: view.case.subject_name.clone(),
        office: visit.office_name(&view.case.office),
        submitted: moment(lang, view.case.submitted_at),
        due: view.due.as_ref().and_then(|due| {
            let (limit, _) = due.limit.as_ref()?;
            Some((limit.get(lang).to_string(), day(lang, due.on)))
        }),
        in_effect: view.pack.pack.is_automatic(),
        step: view
            .steps
            .iter()
            .find(|step| step.state == StepState::Current)
            .map(|step| step.text.get(lang).to_string()),
        ..ReceiptView::default()
    };
    if let Some(content) = view.latest() {
        let scope = Scope::on(&view.pack.pack.form, &content.answers, &content.facts, filed);
        let due = fees(&view.pack.pack, &scope, filed);
        receipt.total = total(&due, &scope).map(|sum| sum.grouped()).unwrap_or_default();
        let line = |fee: &&domain::pack::Fee| {
            Some(FeeLine {
                title: fee.title.get(lang).to_string(),
                amount: amount(fee, &scope)?.grouped(),
                source: fee.source.clone(),
            })
        };
        receipt.fees = due.iter().filter_map(line).collect();
    }
    receipt
}
