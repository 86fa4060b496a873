//! Frozen content, and who has signed it.

use super::{DraftFrame, DraftHead};
use crate::form::ACCEPT;
use crate::pages::answered::{Answered, AnsweredPage};
use crate::text::{DraftTexts, Lang, fill, link};
use crate::ui::{Button, ButtonKind, Details, Notice, PageHead, StatusTag, Tone};
use leptos::prelude::*;

/// One who signs.
#[derive(Clone, Debug, PartialEq)]
pub struct SignerRow {
    /// What a scan is uploaded for.
    pub signer: String,
    pub name: String,
    /// As what they sign, in words.
    pub role: String,
    pub state: SignerState,
    /// What was wrong with the scan uploaded last.
    pub error: Option<String>,
}

/// Whether and how somebody has signed; times in words.
#[derive(Clone, Debug, PartialEq)]
pub enum SignerState {
    Missing,
    Online(String),
    Paper(String),
}

/// What the page of signatures shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignFacts {
    pub head: DraftHead,
    pub hash: String,
    pub pages: Vec<AnsweredPage>,
    pub declaration: String,
    pub signers: Vec<SignerRow>,
    /// The visitor is asked to sign, or has signed.
    pub asked: bool,
    pub signed: bool,
    /// Who asks for the signatures, and as what the visitor signs.
    pub by: String,
    pub role: String,
    pub owner: bool,
}

#[component]
pub fn DraftSign(facts: SignFacts) -> AnyView {
    let lang = facts.head.lang;
    let texts = DraftTexts::of(lang);
    let path = facts.head.path.clone();
    let action = link(lang, &format!("{path}/sign"));
    let owner = facts.owner;
    let post = action.clone();
    let signers: Vec<_> = facts
        .signers
        .into_iter()
        .map(|row| signer_view(lang, &post, row, owner))
        .collect();
    let sign = facts.asked.then(|| {
        view! {
            <form method="post" action=action.clone() class="next-step">
                <h2 class="next-step__title">{texts.sign_here}</h2>
                <input type="hidden" name="_hash" value=facts.hash.clone()/>
                <Button name="_act" value="sign">{texts.sign_button}</Button>
            </form>
        }
    });
    let unfreeze = owner.then(|| {
        view! {
            <Details summary=texts.unfreeze>
                <p>{texts.unfreeze_text}</p>
                <form method="post" action=action class="actions">
                    <Button kind=ButtonKind::Danger name="_act" value="unfreeze">{texts.unfreeze}</Button>
                </form>
            </Details>
        }
    });
    let told = [("by", facts.by.as_str()), ("role", facts.role.as_str())];
    let (title, lead) = match facts.asked && !owner {
        true => (texts.sign_asked_title, fill(texts.sign_asked_lead, &told)),
        false => (texts.sign_title, texts.sign_lead.to_owned()),
    };
    let wrong = (facts.asked && !owner).then(|| {
        let wrong = fill(texts.sign_wrong, &told);
        view! { <p class="muted">{wrong}</p> }
    });
    let signed = (facts.signed && !owner).then(|| {
        view! { <Notice lang tone=Tone::Success><p>{texts.sign_done}</p></Notice> }
    });
    view! {
        <DraftFrame head=facts.head here=title>
            <PageHead title lead/>
            {signed}
            <section class="section">
                <div class="section__head"><h2>{texts.sign_who}</h2></div>
                <ul class="link-list">{signers}</ul>
            </section>
            {owner.then(|| view! {
                <Notice lang tone=Tone::Info>
                    <p>{texts.sign_other}</p>
                    <p><a href=link(lang, &format!("{path}/signature-page"))>{texts.signature_page}</a></p>
                </Notice>
            })}
            <Details summary=texts.content open=facts.asked>
                <p>{texts.hash}</p>
                <p class="hash">{facts.hash}</p>
                <p class="muted">{texts.hash_note}</p>
                <blockquote class="pre">{facts.declaration}</blockquote>
                <Answered lang pages=facts.pages/>
            </Details>
            {sign}
            {wrong}
            {unfreeze}
        </DraftFrame>
    }
    .into_any()
}

fn signer_view(lang: Lang, action: &str, row: SignerRow, owner: bool) -> AnyView {
    let texts = DraftTexts::of(lang);
    let (tone, word) = match &row.state {
        SignerState::Missing => (Tone::Warning, texts.not_signed.to_owned()),
        SignerState::Online(at) => (Tone::Success, fill(texts.signed_online, &[("at", at)])),
        SignerState::Paper(at) => (Tone::Success, fill(texts.signed_paper, &[("at", at)])),
    };
    let upload = (owner && row.state == SignerState::Missing).then(|| {
        let id = format!("scan-{}", row.signer);
        let label = fill(texts.upload_for, &[("name", &row.name)]);
        view! {
            <form method="post" action=action.to_owned() enctype="multipart/form-data" class="scan">
                <input type="hidden" name="_signer" value=row.signer/>
                <label class="field__label" for=id.clone()>{label}</label>
                {row.error.map(|error| view! { <p class="field__error" role="alert">{error}</p> })}
                <input class="file" type="file" id=id name="_scan" accept=ACCEPT/>
                <Button kind=ButtonKind::Secondary name="_act" value="scan">{texts.upload}</Button>
            </form>
        }
    });
    view! {
        <li>
            <p class="cluster"><strong>{row.name}</strong><span class="muted">{row.role}</span><StatusTag tone text=word/></p>
            {upload}
        </li>
    }
    .into_any()
}
