//! The blank sheet (A4) of one material: for a copy to be pasted on, or for a text and its signature.

use crate::text::{Lang, ServiceTexts, colon, fill, link};
use crate::ui::{Breadcrumb, Crumb};
use leptos::prelude::*;

/// A material as its sheet shows it; all texts in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetView {
    pub service: String,
    pub service_title: String,
    pub title: String,
    /// Original, copy or online, in words.
    pub form: String,
    pub copies: u8,
    /// A copy is pasted on it; otherwise something is written.
    pub copy: bool,
    pub note: Option<String>,
    pub case: Option<String>,
    /// It is about an entity of the register, which has a code.
    pub of_entity: bool,
    /// What each of the signatures is called; one without a name if empty.
    pub signers: Vec<String>,
}

/// The sheet, made for paper.
#[component]
pub fn SheetPage(lang: Lang, sheet: SheetView) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let trail = vec![
        Crumb::new(texts.list_title, link(lang, "/services")),
        Crumb::new(
            sheet.service_title.clone(),
            link(lang, &format!("/service/{}", sheet.service)),
        ),
    ];
    let copies = sheet.copies.to_string();
    let number = fill(texts.sheet_number, &[("n", &copies), ("form", &sheet.form)]);
    let code = sheet.of_entity.then(|| line(texts.sheet_code));
    let inside = if sheet.copy {
        texts.sheet_paste
    } else {
        texts.sheet_write
    };
    let signatures: Vec<_> = match sheet.signers.is_empty() {
        true => vec![signature_line(lang, "")],
        false => sheet
            .signers
            .iter()
            .map(|signer| signature_line(lang, signer))
            .collect(),
    };
    view! {
        <Breadcrumb lang trail here=sheet.title.clone()/>
        <article class="paper sheet">
            <h1 class="paper__title">{sheet.title.clone()}</h1>
            <p class="paper__number">{number}</p>
            <p>{fill(texts.sheet_for, &[("title", &sheet.service_title)])}</p>
            {sheet.case.map(|case| view! { <p>{texts.condition}{colon(lang)}{case}</p> })}
            {sheet.note.map(|note| view! { <p>{note}</p> })}
            {line(texts.sheet_applicant)}
            {code}
            <div class="sheet__space"><span>{inside}</span></div>
            {sheet.copy.then(|| view! { <p>{texts.sheet_same}</p> })}
            {signatures}
        </article>
        <p class="muted centre no-print">{texts.sheet_lead}" "{texts.print_sheet}</p>
    }
    .into_any()
}

/// A line to write on, with what is to be written.
fn line(label: &'static str) -> AnyView {
    view! { <p class="sheet__line"><span>{label}</span></p> }.into_any()
}

/// Where somebody signs by hand, and the day; `signer` says as what, empty for whoever hands it in.
pub(super) fn signature_line(lang: Lang, signer: &str) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let label = match signer {
        "" => texts.sheet_sign.to_string(),
        signer => fill(texts.sheet_sign_as, &[("signer", signer)]),
    };
    view! {
        <div class="sheet__sign">
            <span>{label}</span>
            <span>{texts.sheet_date}</span>
        </div>
    }
    .into_any()
}
