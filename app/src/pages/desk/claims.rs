//! Claims: codes to claim an entity with, mandates recorded at the counter, lost query codes.

use super::identities::Slip;
use crate::text::{CounterTexts, DeskEntityTexts, Lang, fill, link};
use crate::ui::{
    Button, ButtonKind, Cell, ChoiceOption, Column, DataTable, EmptyState, ErrorSummary, FieldFrame,
    FieldIssue, GroupFrame, InputKind, Notice, PageHead, Radios, SearchBox, TextInput, Tone,
};
use domain::mandate::{How, Scope};
use leptos::prelude::*;

/// What the page shows besides its forms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimsData {
    /// The code that was asked for, as typed.
    pub asked: String,
    /// Something was asked for and is not served here.
    pub unknown: bool,
    pub entity: Option<ServedEntity>,
    /// A claim code that was just issued, and until when it holds.
    pub issued: Option<(String, String)>,
    /// A receipt number and its new query code.
    pub renewed: Option<(String, String)>,
    pub number: String,
    pub number_error: Option<String>,
    pub done: Option<String>,
    pub grant: TypedGrant,
}

/// An entity the officer may serve.
#[derive(Clone, Debug, PartialEq)]
pub struct ServedEntity {
    pub code: String,
    pub name: String,
    pub holders: Vec<Holder>,
}

/// Somebody with a mandate in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    pub mandate: String,
    pub name: String,
    /// With the birth date hidden.
    pub id_no: String,
    pub scope: Scope,
    pub how: How,
    pub since: String,
    /// Empty without an end.
    pub until: String,
}

/// A mandate to record, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypedGrant {
    pub name: String,
    pub id_no: String,
    pub scope: String,
    pub until: String,
    /// Field and message; a message on no field stands at the top.
    pub errors: Vec<(String, String)>,
}

impl TypedGrant {
    fn error(&self, field: &str) -> Option<String> {
        self.errors
            .iter()
            .find(|(path, _)| path == field)
            .map(|(_, message)| message.clone())
    }
}

/// The counter's page for entities and receipts.
#[component]
pub fn ClaimsPage(lang: Lang, data: ClaimsData) -> AnyView {
    let texts = CounterTexts::of(lang);
    let issues = data.grant.errors.iter().map(|(path, message)| {
        let id = if path.is_empty() { "grant" } else { path };
        FieldIssue::new(id, message.clone())
    });
    let issues: Vec<_> = issues
        .chain(
            data.number_error
                .clone()
                .map(|message| FieldIssue::new("number", message)),
        )
        .collect();
    let done = data
        .done
        .clone()
        .map(|text| view! { <Notice lang=lang tone=Tone::Success><p>{text}</p></Notice> });
    let issued = data.issued.clone().map(|(code, until)| {
        let name = data
            .entity
            .as_ref()
            .map(|entity| entity.name.clone())
            .unwrap_or_default();
        let text = format!(
            "{} {}",
            fill(texts.valid_until, &[("day", &until)]),
            texts.one_time_text
        );
        view! { <Slip lang=lang title=texts.claim_code value=code name=name text=text/> }
    });
    let renewed = data.renewed.clone().map(|(number, code)| {
        view! { <Slip lang=lang title=texts.code_new value=code name=number text=texts.one_time_text.to_string()/> }
    });
    let unknown = data.unknown.then(|| {
        view! { <div class="section"><EmptyState title=texts.entity_none text=texts.entity_none_text/></div> }
    });
    view! {
        <PageHead title=texts.claims_title lead=texts.claims_lead/>
        <ErrorSummary lang=lang issues=issues/>
        {done}
        {issued}
        {renewed}
        <div class="no-print">
            <SearchBox lang=lang action=link(lang, "/desk/claims") name="code" label=texts.entity_code value=data.asked.clone()/>
            {unknown}
            {data.entity.clone().map(|entity| view! { <Served lang=lang entity=entity grant=data.grant.clone()/> })}
            <Renew lang=lang number=data.number error=data.number_error/>
        </div>
    }
    .into_any()
}

#[component]
fn Served(lang: Lang, entity: ServedEntity, grant: TypedGrant) -> AnyView {
    let texts = CounterTexts::of(lang);
    let code = entity.code.clone();
    view! {
        <section class="section">
            <div class="section__head">
                <h2>{entity.name}</h2>
                <p><a class="mono" href=link(lang, &format!("/desk/register/{code}"))>{code.clone()}</a></p>
            </div>
            <div class="columns">
                <form class="card stack stack--tight" method="post" action=link(lang, "/desk/claims")>
                    <h3 class="card__title">{texts.issue_title}</h3>
                    <p>{texts.issue_text}</p>
                    <input type="hidden" name="code" value=code.clone()/>
                    <div><Button kind=ButtonKind::Secondary name="act" value="issue">{texts.issue}</Button></div>
                </form>
                <Record lang=lang code=code.clone() grant=grant/>
            </div>
        </section>
        <section class="section">
            <div class="section__head"><h2>{texts.mandates}</h2></div>
            <Holders lang=lang code=code holders=entity.holders may_end=true/>
        </section>
    }
    .into_any()
}

#[component]
fn Record(lang: Lang, code: String, grant: TypedGrant) -> AnyView {
    let texts = CounterTexts::of(lang);
    let error = |field: &str| grant.error(field);
    let scopes = vec![
        ChoiceOption::new(Scope::File.id(), texts.scope_file),
        ChoiceOption::new(Scope::All.id(), texts.scope_all),
    ];
    let [name, id_no, until, scope, agree] = ["name", "id_no", "until", "scope", "agree"].map(error);
    let (wrong_name, wrong_id, wrong_until) = (name.is_some(), id_no.is_some(), until.is_some());
    view! {
        <form class="card stack stack--tight" method="post" action=link(lang, "/desk/claims") id="grant">
            <h3 class="card__title">{texts.mandate_title}</h3>
            <input type="hidden" name="code" value=code/>
            <FieldFrame lang=lang id="name" label=texts.name error=name required=true>
                <TextInput id="name" name="name" value=grant.name.clone() invalid=wrong_name required=true autocomplete="off"/>
            </FieldFrame>
            <FieldFrame lang=lang id="id_no" label=texts.id_no hint=texts.id_no_hint error=id_no required=true>
                <TextInput id="id_no" name="id_no" kind=InputKind::Code value=grant.id_no.clone() hint=true invalid=wrong_id required=true/>
            </FieldFrame>
            <GroupFrame lang=lang id="scope" label=texts.mandate_scope error=scope required=true>
                <Radios id="scope" name="scope" options=scopes value=grant.scope.clone()/>
            </GroupFrame>
            <FieldFrame lang=lang id="until" label=texts.mandate_until hint=texts.mandate_until_hint error=until>
                <TextInput id="until" name="until" kind=InputKind::Date value=grant.until.clone() hint=true invalid=wrong_until/>
            </FieldFrame>
            <GroupFrame lang=lang id="agree" label=texts.confirm_title error=agree required=true>
                <crate::ui::Checkboxes id="agree" name="agree" options=vec![ChoiceOption::new("yes", texts.mandate_text)]/>
            </GroupFrame>
            <div><Button name="act" value="mandate">{texts.mandate}</Button></div>
        </form>
    }
    .into_any()
}

/// Mandates in force, with a way to end each where the page may.
#[component]
pub(super) fn Holders(lang: Lang, code: String, holders: Vec<Holder>, may_end: bool) -> AnyView {
    let counter = CounterTexts::of(lang);
    let texts = DeskEntityTexts::of(lang);
    if holders.is_empty() {
        return view! { <p class="muted">{counter.mandates_none}</p> }.into_any();
    }
    let mut columns = [
        texts.holder,
        counter.id_no,
        texts.scope,
        texts.how,
        texts.since,
        texts.until,
    ]
    .map(Column::text)
    .to_vec();
    if may_end {
        columns.push(Column::text(counter.act));
    }
    let rows = holders
        .into_iter()
        .map(|holder| {
            let mut cells = vec![
                Cell::text(holder.name.clone()),
                Cell::code(holder.id_no, None),
                Cell::text(scope_word(lang, holder.scope)),
                Cell::text(how_word(lang, holder.how)),
                Cell::day(holder.since),
                Cell::text(if holder.until.is_empty() {
                    counter.without_end.to_string()
                } else {
                    holder.until
                }),
            ];
            if may_end {
                cells.push(Cell::View(
                    view! {
                        <form method="post" action=link(lang, "/desk/claims")>
                            <input type="hidden" name="code" value=code.clone()/>
                            <input type="hidden" name="mandate" value=holder.mandate/>
                            <Button kind=ButtonKind::Quiet name="act" value="revoke">
                                {counter.mandate_end}<span class="visually-hidden">" "{holder.name}</span>
                            </Button>
                        </form>
                    }
                    .into_any(),
                ));
            }
            cells
        })
        .collect();
    view! { <DataTable lang=lang caption=counter.mandates hide_caption=true columns=columns rows=rows/> }
        .into_any()
}

#[component]
fn Renew(lang: Lang, number: String, error: Option<String>) -> AnyView {
    let texts = CounterTexts::of(lang);
    let invalid = error.is_some();
    view! {
        <section class="section">
            <form class="card narrow stack stack--tight" method="post" action=link(lang, "/desk/claims")>
                <h2 class="card__title">{texts.code_title}</h2>
                <p>{texts.code_text}</p>
                <FieldFrame lang=lang id="number" label=texts.code_number error=error required=true>
                    <TextInput id="number" name="number" kind=InputKind::Code value=number invalid=invalid required=true/>
                </FieldFrame>
                <div><Button kind=ButtonKind::Secondary name="act" value="renew">{texts.code}</Button></div>
            </form>
        </section>
    }
    .into_any()
}

fn scope_word(lang: Lang, scope: Scope) -> &'static str {
    let texts = CounterTexts::of(lang);
    match scope {
        Scope::All => texts.scope_all,
        Scope::File => texts.scope_file,
    }
}

fn how_word(lang: Lang, how: How) -> &'static str {
    let texts = DeskEntityTexts::of(lang);
    match how {
        How::Grant => texts.how_grant,
        How::Code => texts.how_code,
        How::LegalRepresentative => texts.how_representative,
        How::Officer => texts.how_officer,
        How::Approval => texts.how_approval,
        How::Demo => texts.how_demo,
    }
}
