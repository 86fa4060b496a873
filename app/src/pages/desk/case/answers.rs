//! What was filed, page by page: answers, what differs from the register, what a correction changed, and
//! a box for a remark beside each.

use super::decide::RETURN_FORM;
use super::papers::{FileView, Shown as FileShown};
use crate::text::{DeskCaseTexts, Lang, fill};
use crate::ui::MultilineInput;
use leptos::prelude::*;

/// One page of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerPage {
    pub id: String,
    pub title: String,
    pub answers: Vec<Answer>,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub path: String,
    pub label: String,
    /// Heading of the group that begins here.
    pub section: Option<String>,
    pub shown: ShownAnswer,
    pub computed: bool,
    pub marks: Marks,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ShownAnswer {
    /// Several lines keep their breaks; empty shows that nothing was answered.
    Text(String),
    Table {
        columns: Vec<String>,
        rows: Vec<AnswerRow>,
    },
    Files(Vec<FileView>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRow {
    pub state: RowState,
    pub cells: Vec<CellAnswer>,
}

/// What a correction did to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    Kept,
    Added,
    Removed,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CellAnswer {
    pub path: String,
    pub label: String,
    pub text: String,
    pub marks: Marks,
}

/// What an officer should notice of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// What the register says now, where it says something else.
    pub registered: Option<String>,
    /// What stood here before the correction, where it stood otherwise; empty where nothing did.
    pub before: Option<String>,
    /// What the last return said of it.
    pub remark: Option<String>,
    /// What is being typed as a remark; `Some` opens the box.
    pub typed: Option<String>,
}

/// Tables with more rows take remarks on the whole table only.
const MOST_ROWS_WITH_REMARKS: usize = 30;

/// All pages, with a table of contents and a legend of the marks.
#[component]
pub(super) fn Answers(
    lang: Lang,
    pages: Vec<AnswerPage>,
    /// Remark boxes are shown: the officer may return the case.
    remarks_open: bool,
) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let contents: Vec<_> = pages
        .iter()
        .map(|page| view! { <li><a href=format!("#page-{}", page.id)>{page.title.clone()}</a></li> })
        .collect();
    let marks: Vec<&Marks> = pages
        .iter()
        .flat_map(|page| &page.answers)
        .flat_map(all_marks)
        .collect();
    let differ = marks.iter().filter(|marks| marks.registered.is_some()).count();
    let changed = marks.iter().filter(|marks| marks.before.is_some()).count();
    let tally = |class: &'static str, template: &str, n: usize| {
        (n > 0).then(|| view! { <span class=class>{fill(template, &[("n", &n.to_string())])}</span> })
    };
    let pages: Vec<_> = pages
        .into_iter()
        .map(|page| view! { <PageOfAnswers lang=lang page=page remarks_open=remarks_open/> })
        .collect();
    view! {
        <section aria-labelledby="answers">
            <div class="section__head">
                <h2 id="answers">{texts.answers}</h2>
                <p class="cluster">
                    {tally("desk-mark desk-mark--differs", texts.n_differ, differ)}
                    {tally("desk-mark desk-mark--changed", texts.n_changed, changed)}
                </p>
            </div>
            <nav class="desk-contents" aria-label=texts.contents><ul class="desk-plain">{contents}</ul></nav>
            {pages}
        </section>
    }
    .into_any()
}

fn all_marks(answer: &Answer) -> Vec<&Marks> {
    let mut marks = vec![&answer.marks];
    if let ShownAnswer::Table { rows, .. } = &answer.shown {
        marks.extend(rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.marks));
    }
    marks
}

#[component]
fn PageOfAnswers(lang: Lang, page: AnswerPage, remarks_open: bool) -> AnyView {
    let answers: Vec<_> = page
        .answers
        .into_iter()
        .map(|answer| {
            let section = answer
                .section
                .clone()
                .map(|title| view! { <h4 class="desk-answers__section">{title}</h4> });
            view! { {section}<OneAnswer lang=lang answer=answer remarks_open=remarks_open/> }
        })
        .collect();
    view! {
        <section class="desk-answers" id=format!("page-{}", page.id)>
            <h3 class="desk-answers__title">{page.title}</h3>
            {answers}
        </section>
    }
    .into_any()
}

#[component]
fn OneAnswer(lang: Lang, answer: Answer, remarks_open: bool) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let class = match (&answer.marks, &answer.shown) {
        (Marks { before: Some(_), .. }, _) => "desk-answer desk-answer--changed",
        (
            Marks {
                registered: Some(_), ..
            },
            _,
        ) => "desk-answer desk-answer--differs",
        (_, ShownAnswer::Table { .. } | ShownAnswer::Files(_)) => "desk-answer desk-answer--wide",
        _ => "desk-answer",
    };
    let computed = answer
        .computed
        .then(|| view! { " "<span class="mark">{texts.computed}</span> });
    let remark = remarks_open.then(|| {
        view! { <RemarkBox lang=lang path=answer.path.clone() label=answer.label.clone() typed=answer.marks.typed.clone()/> }
    });
    let columns = match &answer.shown {
        ShownAnswer::Table { rows, .. } => remarks_open && rows.len() <= MOST_ROWS_WITH_REMARKS,
        _ => false,
    };
    view! {
        <div class=class id=format!("a-{}", answer.path)>
            <div class="desk-answer__label">{answer.label}{computed}</div>
            <div class="desk-answer__value">
                <Value lang=lang shown=answer.shown row_remarks=columns/>
                <MarkLines lang=lang marks=answer.marks/>
            </div>
            {remark}
        </div>
    }
    .into_any()
}

#[component]
fn Value(lang: Lang, shown: ShownAnswer, row_remarks: bool) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    match shown {
        ShownAnswer::Text(text) if text.is_empty() => {
            view! { <span class="muted">{crate::text::FormTexts::of(lang).not_answered}</span> }.into_any()
        }
        ShownAnswer::Text(text) => view! { <span class="pre">{text}</span> }.into_any(),
        ShownAnswer::Files(files) if files.is_empty() => {
            view! { <span class="muted">{texts.file_none}</span> }.into_any()
        }
        ShownAnswer::Files(files) => files
            .into_iter()
            .map(|file| view! { <FileShown lang=lang file=file/> })
            .collect_view()
            .into_any(),
        ShownAnswer::Table { rows, .. } if rows.is_empty() => {
            view! { <span class="muted">{texts.no_rows}</span> }.into_any()
        }
        ShownAnswer::Table { columns, rows } => {
            view! { <Rows lang=lang columns=columns rows=rows remarks=row_remarks/> }.into_any()
        }
    }
}

#[component]
fn Rows(lang: Lang, columns: Vec<String>, rows: Vec<AnswerRow>, remarks: bool) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let heads: Vec<_> = columns
        .iter()
        .map(|title| view! { <th scope="col">{title.clone()}</th> })
        .collect();
    let rows: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let class = match row.state {
                RowState::Kept => None,
                RowState::Added => Some("desk-row--added"),
                RowState::Removed => Some("desk-row--removed"),
            };
            let name = fill(texts.row, &[("n", &(at + 1).to_string())]);
            let boxes = (remarks && row.state != RowState::Removed).then(|| row_boxes(lang, &row));
            let cells: Vec<_> = row
                .cells
                .into_iter()
                .map(|cell| {
                    let changed = cell.marks.before.is_some() || cell.marks.registered.is_some();
                    let class = changed.then_some("desk-cell--changed");
                    view! {
                        <td data-label=cell.label class=class>
                            <span><span class="pre">{cell.text}</span><MarkLines lang=lang marks=cell.marks/></span>
                        </td>
                    }
                })
                .collect();
            view! { <tr class=class><th scope="row">{name}{boxes}</th>{cells}</tr> }
        })
        .collect();
    view! {
        <div class="desk-scroll">
            <table class="table desk-rows">
                <thead><tr><th scope="col"><span class="visually-hidden">{texts.contents}</span></th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Remark boxes for the cells of one row.
fn row_boxes(lang: Lang, row: &AnswerRow) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let open = row.cells.iter().any(|cell| cell.marks.typed.is_some());
    let boxes: Vec<_> = row
        .cells
        .iter()
        .map(|cell| {
            let typed = cell.marks.typed.clone().unwrap_or_default();
            remark_input(lang, &cell.path, &cell.label, typed)
        })
        .collect();
    view! {
        <details class="remark" open=open>
            <summary>{texts.remark}</summary>
            <div class="remark__body">{boxes}</div>
        </details>
    }
    .into_any()
}

#[component]
fn MarkLines(lang: Lang, marks: Marks) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let value = |text: String| {
        if text.is_empty() {
            texts.empty_value.to_string()
        } else {
            text
        }
    };
    let line = |class: &'static str, template: &str, name: &str, text: String| {
        view! { <span class=class>{fill(template, &[(name, &text)])}</span> }
    };
    view! {
        {marks.registered.map(|text| line("desk-was desk-was--differs pre", texts.registered, "value", value(text)))}
        {marks.before.map(|text| line("desk-was desk-was--changed pre", texts.before, "value", value(text)))}
        {marks.remark.map(|text| line("desk-was desk-was--remark pre", texts.remark_was, "text", text))}
    }
    .into_any()
}

/// A folded box for a remark; it belongs to the form that returns the case, wherever that stands.
#[component]
fn RemarkBox(lang: Lang, path: String, label: String, typed: Option<String>) -> AnyView {
    let open = typed.is_some();
    view! {
        <details class="remark" open=open>
            <summary>
                {DeskCaseTexts::of(lang).remark}<span class="visually-hidden">" "{label.clone()}</span>
            </summary>
            <div class="remark__body">{remark_input(lang, &path, &label, typed.unwrap_or_default())}</div>
        </details>
    }
    .into_any()
}

fn remark_input(lang: Lang, path: &str, label: &str, typed: String) -> AnyView {
    let id = format!("remark-{path}");
    let label = fill(DeskCaseTexts::of(lang).remark_label, &[("label", label)]);
    view! {
        <label class="field__label" for=id.clone()>{label}</label>
        <MultilineInput id=id name=format!("remark:{path}") value=typed rows=2 attr:form=RETURN_FORM/>
    }
    .into_any()
}
