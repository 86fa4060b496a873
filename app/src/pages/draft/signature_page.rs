//! The sheet that is printed, signed by hand, scanned and uploaded.

use crate::text::{DraftTexts, Lang};
use leptos::prelude::*;

/// What stands on the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignatureSheet {
    pub lang: Lang,
    pub title: String,
    pub subject: String,
    pub hash: String,
    /// Name and identity number of each who signs by hand.
    pub signers: Vec<(String, String)>,
    /// Back to the page of signatures, with its language.
    pub back: String,
}

#[component]
pub fn SignaturePage(sheet: SignatureSheet) -> AnyView {
    let texts = DraftTexts::of(sheet.lang);
    let boxes: Vec<_> = sheet
        .signers
        .into_iter()
        .map(|(name, id_no)| {
            view! {
                <div class="signature-sheet__signer">
                    <dl class="paper__facts">
                        <div><dt>{texts.page_sign_name}</dt><dd>{name}</dd></div>
                        <div><dt>{texts.page_sign_id}</dt><dd>{id_no}</dd></div>
                    </dl>
                    <div class="signature-box"><span class="signature-box__label">{texts.page_sign_sign}</span></div>
                    <p>{texts.page_sign_date}"： ______________"</p>
                </div>
            }
        })
        .collect();
    view! {
        <p class="back"><a href=sheet.back>{texts.go_back}</a></p>
        <article class="paper">
            <h1 class="paper__title">{texts.page_sign_title}</h1>
            <p class="paper__to">{sheet.title}</p>
            <p>{sheet.subject}</p>
            <div class="paper__body"><p>{texts.page_sign_text}</p></div>
            <p class="paper__code">{texts.hash}</p>
            <p class="hash">{sheet.hash}</p>
            {boxes}
        </article>
    }
    .into_any()
}
