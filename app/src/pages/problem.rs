//! The page for what did not work: what it is and what to do now.

use crate::text::{Lang, ProblemTexts, fill, link};
use crate::ui::{ButtonKind, ButtonLink, PageHead};
use leptos::prelude::*;

/// Why something did not work, as people are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NotFound,
    SignInFirst,
    NotAllowed,
    Invalid,
    /// A code of a rule, such as `taken-by-another`.
    Refused(String),
    /// Seconds to wait.
    TooManyTries(i64),
    Full,
    Unavailable,
    Broken,
}

impl Problem {
    /// Stable code, for the browser's wasm.
    pub fn code(&self) -> &str {
        match self {
            Problem::NotFound => "not-found",
            Problem::SignInFirst => "sign-in-first",
            Problem::NotAllowed => "not-allowed",
            Problem::Invalid => "invalid",
            Problem::Refused(code) => code,
            Problem::TooManyTries(_) => "too-many-tries",
            Problem::Full => "full",
            Problem::Unavailable => "unavailable",
            Problem::Broken => "broken",
        }
    }

    pub fn title(&self, lang: Lang) -> String {
        let texts = ProblemTexts::of(lang);
        match self {
            Problem::NotFound => texts.not_found_title,
            Problem::SignInFirst => texts.sign_in_title,
            Problem::NotAllowed => texts.not_allowed_title,
            Problem::Invalid | Problem::Refused(_) => texts.refused_title,
            Problem::TooManyTries(_) => texts.too_many_title,
            Problem::Full | Problem::Unavailable | Problem::Broken => texts.unavailable_title,
        }
        .to_string()
    }

    /// What is wrong and what to do.
    pub fn text(&self, lang: Lang) -> String {
        let texts = ProblemTexts::of(lang);
        match self {
            Problem::NotFound => texts.not_found.to_string(),
            Problem::SignInFirst => texts.sign_in.to_string(),
            Problem::NotAllowed => texts.not_allowed.to_string(),
            Problem::Invalid => texts.invalid.to_string(),
            Problem::Refused(code) => refusal(texts, code).to_string(),
            Problem::TooManyTries(seconds) => {
                let minutes = ((seconds + 59) / 60).max(1).to_string();
                fill(texts.too_many, &[("minutes", &minutes)])
            }
            Problem::Full => texts.full.to_string(),
            Problem::Unavailable => texts.unavailable.to_string(),
            Problem::Broken => texts.broken.to_string(),
        }
    }
}

/// One text for each code a rule refuses with.
fn refusal(texts: &'static ProblemTexts, code: &str) -> &'static str {
    match code {
        "not-now" => texts.not_now,
        "taken-by-another" => texts.taken_by_another,
        "not-taken" => texts.not_taken,
        "not-at-this-step" => texts.not_at_this_step,
        "same-person" => texts.same_person,
        "no-duty" => texts.no_duty,
        "no-reason" => texts.no_reason,
        "window-closed" => texts.window_closed,
        "entity-closed" => texts.entity_closed,
        "not-in-force" => texts.not_in_force,
        "no-such-record" => texts.no_such_record,
        "already-listed" => texts.already_listed,
        "abnormal-not-yet" => texts.abnormal_not_yet,
        "objection-closed" => texts.objection_closed,
        "objection-answered" => texts.objection_answered,
        "already-objected" => texts.already_objected,
        "window-not-open" => texts.window_not_open,
        "already-filed" => texts.already_filed,
        "nothing-to-file" => texts.nothing_to_file,
        "draft-closed" => texts.draft_closed,
        "draft-frozen" => texts.draft_frozen,
        "later-changes" => texts.later_changes,
        "register-moved" => texts.register_moved,
        "register-changed" => texts.register_changed,
        "no-such-field" => texts.no_such_field,
        "identity-not-confirmed" => texts.identity_not_confirmed,
        "already-asked" => texts.already_asked,
        "signer-differs" => texts.signer_differs,
        "no-such-name" => texts.no_such_name,
        "name-taken" => texts.name_taken,
        "name-refused" => texts.name_refused,
        "name-not-open" => texts.name_not_open,
        "name-expired" => texts.name_expired,
        "name-extended-before" => texts.name_extended_before,
        "name-extend-too-early" => texts.name_extend_too_early,
        "name-differs" => texts.name_differs,
        "form-changed" => texts.form_changed,
        "pack-moved-on" => texts.pack_moved_on,
        _ => texts.refused,
    }
}

#[component]
pub fn ProblemPage(lang: Lang, problem: Problem) -> impl IntoView {
    let texts = ProblemTexts::of(lang);
    let title = problem.title(lang);
    let text = problem.text(lang);
    view! {
        <PageHead title=title/>
        <p class="lead">{text}</p>
        <p class="actions">
            <ButtonLink kind=ButtonKind::Primary href=link(lang, "/")>{texts.to_home}</ButtonLink>
        </p>
    }
}
