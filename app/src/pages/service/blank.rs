//! The blank form of a service, to read or print before filing.

use super::sheet::signature_line;
use crate::text::{Lang, ServiceTexts, fill, joint, link};
use crate::ui::{Breadcrumb, ButtonKind, ButtonLink, Crumb, PageHead};
use leptos::prelude::*;

/// A form without answers; all texts in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlankForm {
    pub service: String,
    pub title: String,
    /// The office that runs the hall.
    pub office: String,
    pub pages: Vec<BlankPage>,
    pub declaration: String,
    /// What each of the signatures is called.
    pub signers: Vec<String>,
    /// It can be begun online today.
    pub open: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlankPage {
    pub id: String,
    pub title: String,
    pub intro: Option<String>,
    /// Asked in some cases only.
    pub sometimes: bool,
    pub fields: Vec<BlankField>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlankField {
    pub label: String,
    pub hint: Option<String>,
    /// Heading of the group that begins here.
    pub section: Option<String>,
    pub required: bool,
    pub sometimes: bool,
    /// What can be chosen, where it is a choice.
    pub options: Vec<String>,
    /// Something to hand in besides: which, such as "attachments, 3 at most".
    pub enclosed: Option<String>,
    /// Nothing to write here: what stands in its place.
    pub said: Option<String>,
    /// Where the answer comes from on the screen; on paper it is written.
    pub note: Option<String>,
    /// An answer of several lines.
    pub lines: bool,
    pub unit: Option<String>,
    /// What is written beside one another: the parts of an address or a person.
    pub parts: Vec<String>,
    /// Columns of a table.
    pub columns: Vec<String>,
}

/// The blank form, made for reading and for paper.
#[component]
pub fn BlankFormPage(lang: Lang, form: BlankForm) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let guide = link(lang, &format!("/service/{}", form.service));
    let heading = fill(texts.form_title, &[("title", &form.title)]);
    let trail = vec![
        Crumb::new(texts.list_title, link(lang, "/services")),
        Crumb::new(form.title.clone(), guide.clone()),
    ];
    let pages: Vec<_> = form
        .pages
        .into_iter()
        .enumerate()
        .map(|(at, page)| view! { <Page lang=lang number=at + 1 page=page/> })
        .collect();
    let signatures: Vec<_> = form
        .signers
        .iter()
        .map(|signer| signature_line(lang, signer))
        .collect();
    let begin = link(lang, &format!("/service/{}/begin", form.service));
    let begin = form
        .open
        .then(|| view! { <ButtonLink href=begin>{texts.begin}</ButtonLink> });
    view! {
        <Breadcrumb lang=lang trail=trail here=texts.blank_form/>
        <PageHead title=heading lead=texts.form_lead/>
        <div class="blank">
            <p class="only-print blank__office">{form.office}</p>
            {pages}
            <div class="blank__end">
                <p class="blank__declaration">{form.declaration}</p>
                {signatures}
            </div>
        </div>
        <p class="actions">
            {begin}
            <ButtonLink kind=ButtonKind::Secondary href=guide>{texts.back_to_guide}</ButtonLink>
        </p>
    }
    .into_any()
}

#[component]
fn Page(lang: Lang, number: usize, page: BlankPage) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let number = fill(texts.form_page, &[("n", &number.to_string())]);
    let fields: Vec<_> = page
        .fields
        .into_iter()
        .map(|field| view! { <Field lang=lang field=field/> })
        .collect();
    let sometimes = page
        .sometimes
        .then(|| view! { <span class="mark">" "{texts.only_sometimes}</span> });
    view! {
        <section class="blank__page" id=format!("page-{}", page.id)>
            <h2><span class="blank__number">{number}</span>" "{page.title}{sometimes}</h2>
            {page.intro.map(|intro| view! { <p class="muted">{intro}</p> })}
            <dl class="blank__fields">{fields}</dl>
        </section>
    }
    .into_any()
}

#[component]
fn Field(lang: Lang, field: BlankField) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let forms = crate::text::FormTexts::of(lang);
    let mark = match (field.sometimes, field.required) {
        (true, _) => texts.only_sometimes,
        (false, true) => forms.required,
        (false, false) => forms.optional,
    };
    let line = if field.lines {
        "blank__line blank__line--tall"
    } else {
        "blank__line"
    };
    let space = if let Some(said) = field.said {
        view! { <dd class="blank__note">{said}</dd> }.into_any()
    } else if let Some(enclosed) = field.enclosed {
        view! { <dd class="blank__note"><span class="blank__option">{enclosed}</span></dd> }.into_any()
    } else if let Some(note) = field.note {
        let line = format!("{line} only-print");
        view! { <dd class="blank__note"><span class="no-print">{note}</span><div class=line>{field.unit}</div></dd> }
            .into_any()
    } else if !field.options.is_empty() {
        let options: Vec<_> = field
            .options
            .into_iter()
            .map(|option| view! { <li class="blank__option">{option}</li> })
            .collect();
        view! { <dd><ul class="blank__options">{options}</ul></dd> }.into_any()
    } else if !field.columns.is_empty() {
        table(lang, field.columns)
    } else if !field.parts.is_empty() {
        let parts: Vec<_> = field
            .parts
            .into_iter()
            .map(|part| view! { <span class="sheet__line"><span>{part}</span></span> })
            .collect();
        view! { <dd class="blank__parts">{parts}</dd> }.into_any()
    } else {
        view! { <dd class=line>{field.unit}</dd> }.into_any()
    };
    view! {
        <div class="blank__field">
            <dt>
                {field.section.map(|section| view! { <span class="blank__section">{section}</span> })}
                {field.label}" "<span class="mark">{mark}</span>
                {field.hint.map(|hint| view! { <span class="blank__hint">{hint}</span> })}
            </dt>
            {space}
        </div>
    }
    .into_any()
}

/// Blank rows of a table on paper (house rule); a filing of more adds a page.
pub const BLANK_ROWS: usize = 4;

/// Columns that fit side by side on paper; a row of more is written on lines of their own.
const MOST_COLUMNS: usize = 6;

/// A table: what each row asks on the screen, rows to write into on paper.
fn table(lang: Lang, columns: Vec<String>) -> AnyView {
    let texts = ServiceTexts::of(lang);
    let said = columns.join(joint(lang));
    let paper = if columns.len() > MOST_COLUMNS {
        let line = |column: &String| {
            let column = column.clone();
            view! { <span class="sheet__line"><span>{column}</span></span> }
        };
        let lines = || columns.iter().map(line).collect::<Vec<_>>();
        let rows: Vec<_> = (0..BLANK_ROWS)
            .map(|_| view! { <div class="blank__parts blank__row">{lines()}</div> })
            .collect();
        view! { <div class="only-print">{rows}</div> }.into_any()
    } else {
        let row = || columns.iter().map(|_| view! { <td></td> }).collect::<Vec<_>>();
        let rows: Vec<_> = (0..BLANK_ROWS).map(|_| view! { <tr>{row()}</tr> }).collect();
        let heads: Vec<_> = columns
            .iter()
            .map(|column| view! { <th scope="col">{column.clone()}</th> })
            .collect();
        view! {
            <div class="only-print">
                <table class="blank__table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    };
    view! {
        <dd class="blank__rows">
            <span class="no-print">{texts.rows}" "{said}</span>
            {paper}
        </dd>
    }
    .into_any()
}
