//! What a filer keeps: number, query code, what happens next and by when, what is to be paid.

use crate::text::{CaseTexts, Lang, MyTexts, TrackTexts, fill, link};
use crate::ui::{
    Breadcrumb, ButtonKind, ButtonLink, Cell, Column, Crumb, DataTable, Receipt, SourceTag, SummaryList,
    SummaryRow,
};
use leptos::prelude::*;

/// The receipt in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReceiptView {
    pub number: String,
    pub query_code: String,
    pub service: String,
    pub subject: String,
    pub office: String,
    pub submitted: String,
    /// What the office must do by which day.
    pub due: Option<(String, String)>,
    /// It took effect on being handed in.
    pub in_effect: bool,
    /// What applicants are told of the present step.
    pub step: Option<String>,
    pub fees: Vec<FeeLine>,
    /// In yuan.
    pub total: String,
}

/// One fee, in yuan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeeLine {
    pub title: String,
    pub amount: String,
    pub source: String,
}

#[component]
pub fn ReceiptPage(lang: Lang, receipt: ReceiptView) -> AnyView {
    let (texts, track) = (CaseTexts::of(lang), TrackTexts::of(lang));
    let case = link(lang, &format!("/case/{}", receipt.number));
    let trail = vec![
        Crumb::new(MyTexts::of(lang).title, link(lang, "/my")),
        Crumb::new(receipt.number.clone(), case.clone()),
    ];
    let code = grouped(&receipt.query_code);
    let rows = vec![
        SummaryRow::new(texts.service, receipt.service),
        SummaryRow::new(MyTexts::of(lang).subject, receipt.subject),
        SummaryRow::new(track.submitted, receipt.submitted),
        SummaryRow::new(track.office, receipt.office.clone()),
    ];
    let due = receipt
        .due
        .map(|(limit, day)| fill(texts.next_by, &[("limit", &limit), ("day", &day)]));
    let next = match receipt.in_effect {
        true => track.next_in_effect.to_string(),
        false => fill(texts.next_office, &[("office", &receipt.office)]),
    };
    view! {
        <Breadcrumb lang trail here=texts.receipt/>
        <Receipt lang title=texts.handed_in number=receipt.number.clone() query_code=code>
            <SummaryList lang rows/>
            <h2>{texts.next}</h2>
            <p>{next}</p>
            {receipt.step.map(|step| view! { <p>{step}</p> })}
            {due.map(|due| view! { <p><strong>{due}</strong></p> })}
            <p>{texts.next_track}</p>
            <h2>{texts.fees}</h2>
            <Fees lang fees=receipt.fees total=receipt.total/>
        </Receipt>
        <p class="actions centre no-print">
            <ButtonLink href=case>{texts.to_case}</ButtonLink>
            <ButtonLink kind=ButtonKind::Secondary href=link(lang, "/my")>{MyTexts::of(lang).title}</ButtonLink>
        </p>
        <p class="muted centre no-print">{texts.print_how}</p>
    }
    .into_any()
}

/// A query code in groups of four, to be read aloud and copied.
fn grouped(code: &str) -> String {
    let characters: Vec<char> = code.chars().collect();
    characters
        .chunks(4)
        .map(|part| part.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}

#[component]
fn Fees(lang: Lang, fees: Vec<FeeLine>, total: String) -> AnyView {
    let texts = CaseTexts::of(lang);
    if fees.is_empty() {
        return view! { <p>{texts.no_fees}</p> }.into_any();
    }
    let columns = vec![Column::text(texts.fee), Column::number(texts.amount)];
    let row = |fee: FeeLine| {
        let title = view! { {fee.title}<span class="cell-note"><SourceTag lang source=fee.source/></span> };
        vec![Cell::View(title.into_any()), Cell::text(fee.amount)]
    };
    let mut rows: Vec<_> = fees.into_iter().map(row).collect();
    rows.push(vec![Cell::text(texts.total), Cell::text(total)]);
    view! { <DataTable lang caption=texts.fees hide_caption=true columns rows/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_code_is_read_in_groups_of_four() {
        assert_eq!(grouped("34AC67DEFGH3"), "34AC-67DE-FGH3");
        assert_eq!(grouped("34AC6"), "34AC-6");
    }
}
