//! The catalogue: every text of the hall's own that people read, Chinese and English side by side.
//!
//! One file per area in `text/`. A text without its other language does not compile; a test refuses
//! empty texts and placeholders that differ. Texts of a service come from its pack, not from here.

pub use domain::text::Lang;

/// Makes a struct of texts with one static per language and `of(lang)`.
///
/// ```ignore
/// catalogue! {
///     /// What the officers' queue says.
///     pub struct Desk {
///         queue_title: "待办件", "Queue";
///         waiting: "{n} 件待办", "{n} cases waiting";
///     }
/// }
/// Desk::of(Lang::En).queue_title
/// ```
#[macro_export]
macro_rules! catalogue {
    ($(#[$meta:meta])* pub struct $name:ident { $($field:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$meta])*
        pub struct $name {
            $(#[doc = $zh] pub $field: &'static str,)*
        }

        impl $name {
            /// The texts of this area in `lang`.
            pub fn of(lang: $crate::text::Lang) -> &'static Self {
                static ZH: $name = $name { $($field: $zh,)* };
                static EN: $name = $name { $($field: $en,)* };
                match lang {
                    $crate::text::Lang::Zh => &ZH,
                    $crate::text::Lang::En => &EN,
                }
            }

            /// Name, Chinese and English of every text, for the catalogue's test.
            #[cfg(test)]
            pub(crate) fn all() -> Vec<(&'static str, &'static str, &'static str)> {
                vec![$((stringify!($field), $zh, $en),)*]
            }
        }
    };
}

/// Declares the areas; a new file in `text/` is one line here, and its texts are tested.
macro_rules! areas {
    ($($(#[$meta:meta])* $module:ident::$name:ident;)*) => {
        $($(#[$meta])* pub mod $module;)*
        $(pub use $module::$name;)*

        #[cfg(test)]
        fn every_text() -> Vec<(&'static str, &'static str, &'static str)> {
            let mut texts = Vec::new();
            $(texts.extend($name::all());)*
            texts
        }
    };
}

areas! {
    /// What is wrong with an answer, by error code.
    form::FormTexts;
    /// Filling in, reviewing, signing and handing in.
    draft::DraftTexts;
    /// What surrounds every page.
    shell::ShellTexts;
    /// What did not work, why, and what to do now.
    problem::ProblemTexts;
    /// Words the components of `ui` bring with them.
    parts::PartTexts;
    /// Days as people write them.
    day::DayTexts;
    /// The first page.
    home::HomeTexts;
    /// Services, their guides and blank forms.
    service::ServiceTexts;
    /// The list of services and the search in it.
    services::ServicesTexts;
    /// What guides are sorted by.
    facet::FacetTexts;
    /// Scenarios: a few questions that lead to services.
    start::StartTexts;
    /// What is filed every year.
    annual::AnnualTexts;
    /// The public register.
    register::RegisterTexts;
    /// Records of entities.
    record::RecordTexts;
    /// Listing an entity as abnormal.
    abnormal::AbnormalTexts;
    /// Objections at the desk.
    desk_objection::DeskObjectionTexts;
    /// Reports that were published.
    published::PublishedTexts;
    /// Signing in and making an account.
    sign_in::SignInTexts;
    /// One's own account.
    account::AccountTexts;
    /// One's own hall.
    my::MyTexts;
    /// Names: checking one, and one's own reservations.
    name::NameTexts;
    /// One entity as those who act for it see it.
    entity_home::EntityHomeTexts;
    /// Who may act for an entity.
    mandate::MandateTexts;
    /// Messages.
    inbox::InboxTexts;
    /// A case as its filer sees it.
    case::CaseTexts;
    /// Following a filing.
    track::TrackTexts;
    /// Checking a document.
    verify::VerifyTexts;
    /// What changed in the register lately.
    notices::NoticeTexts;
    /// About the hall, help, privacy, accessibility.
    about::AboutTexts;
    /// Answers as they were handed in.
    answered::AnsweredTexts;
    /// The officers' desk: the queue, and words all its pages share.
    desk::DeskTexts;
    /// One case at the desk.
    desk_case::DeskCaseTexts;
    /// The counter: identities, claim codes, filing windows.
    desk_counter::CounterTexts;
    /// The register as officers see it.
    desk_entity::DeskEntityTexts;
    /// Published packs.
    desk_packs::PackTexts;
    /// Uploading and publishing packs.
    desk_upload::UploadTexts;
    /// A draft whose form has a newer version.
    draft_moving::MovingTexts;
}

pub use answered::paper;
pub use form::{error_message, field_error};

/// What stands between a word and what is said of it.
pub fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}

/// What stands between the names of a list.
pub fn joint(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// What stands between things of a list that are themselves of several words.
pub fn wide_joint(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => "; ",
    }
}

/// `template` with every `{name}` replaced by its value. An unknown placeholder stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after
            .split_once('}')
            .and_then(|(name, tail)| Some((values.iter().find(|(known, _)| *known == name)?.1, tail)));
        match value {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

/// The address of `path` (which begins with `/` and has no language) in `lang`.
pub fn link(lang: Lang, path: &str) -> String {
    match (lang.prefix(), path) {
        ("", path) => path.to_owned(),
        (prefix, "/") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholders(text: &str) -> Vec<&str> {
        let mut found: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|part| Some(part.split_once('}')?.0))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn no_text_is_empty_and_both_languages_have_the_same_placeholders() {
        for (name, zh, en) in every_text().into_iter().chain(form::FIELD_ERRORS.iter().copied()) {
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{name} is empty");
            assert_eq!(placeholders(zh), placeholders(en), "{name}");
        }
    }

    #[test]
    fn placeholders_are_filled_and_unknown_ones_stay() {
        let check = |template: &str, expected: &str| {
            assert_eq!(fill(template, &[("n", "3"), ("name", "{n}")]), expected);
        };
        check("{n} of {n}", "3 of 3");
        check("plain", "plain");
        check("{other} {n}", "{other} 3");
        check("{name}", "{n}");
        check("open { brace {n}", "open { brace 3");
    }

    #[test]
    fn a_link_carries_the_language() {
        assert_eq!(link(Lang::Zh, "/"), "/");
        assert_eq!(link(Lang::En, "/"), "/en");
        assert_eq!(link(Lang::En, "/track?n=1"), "/en/track?n=1");
    }
}
