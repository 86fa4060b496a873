//! A pack's form without answers.

use crate::web::Visit;
use app::pages::service::{BLANK_ROWS, BlankField, BlankForm, BlankPage};
use app::text::{DraftTexts, FormTexts, ServiceTexts, fill};
use domain::expr::Expr;
use domain::form::{Field, Kind};
use domain::pack::Pack;
use domain::text::Lang;

pub fn shown(visit: &Visit, pack: &Pack) -> BlankForm {
    let (lang, today) = (visit.lang, visit.hall.clock.today());
    let office = visit.hall.reference.offices.root();
    let fields = || pack.form.pages.iter().flat_map(|page| &page.fields);
    // Each row of a table signs on a line of its own.
    let signers = pack.signers.iter().flat_map(|signers| {
        let of_rows =
            fields().any(|field| field.id == signers.from && matches!(field.kind, Kind::Rows { .. }));
        let lines = if of_rows { BLANK_ROWS } else { 1 };
        std::iter::repeat_n(signers.title.get(lang).to_string(), lines)
    });
    let asked = |when: &Option<Expr>| pack.can_hold_on(when.as_ref(), today);
    let pages = pack.form.pages.iter().filter(|page| asked(&page.when));
    let pages = pages.map(|page| BlankPage {
        id: page.id.clone(),
        title: page.title.get(lang).to_string(),
        intro: page.intro.as_ref().map(|intro| intro.get(lang).to_string()),
        sometimes: page.when.is_some(),
        fields: page
            .fields
            .iter()
            .filter(|field| asked(&field.when))
            .map(|field| shown_field(lang, field, &asked))
            .collect(),
    });
    BlankForm {
        service: pack.id.clone(),
        title: pack.title.get(lang).to_string(),
        office: office.map_or_else(String::new, |office| office.name.get(lang).to_string()),
        pages: pages.collect(),
        declaration: pack.declaration.get(lang).to_string(),
        signers: signers.collect(),
        open: pack.is_in_force(today),
    }
}

fn shown_field(lang: Lang, field: &Field, asked: &impl Fn(&Option<Expr>) -> bool) -> BlankField {
    let (texts, forms) = (ServiceTexts::of(lang), FormTexts::of(lang));
    let mut shown = BlankField {
        label: field.label.get(lang).to_string(),
        hint: field.hint.as_ref().map(|hint| hint.get(lang).to_string()),
        section: field
            .section
            .as_ref()
            .map(|section| section.get(lang).to_string()),
        required: field.required,
        sometimes: field.when.is_some(),
        ..BlankField::default()
    };
    match &field.kind {
        Kind::YesNo | Kind::Confirm => shown.options = vec![forms.yes.to_string(), forms.no.to_string()],
        Kind::Choice { options } | Kind::MultiChoice { options } => {
            shown.options = options
                .iter()
                .filter(|option| asked(&option.when))
                .map(|option| option.label.get(lang).to_string())
                .collect();
        }
        Kind::Decimal { unit, .. } | Kind::Money { unit, .. } => {
            shown.unit = Some(unit.get(lang).to_string())
        }
        Kind::Computed { unit, .. } => {
            shown.note = Some(texts.computed.to_string());
            shown.unit = Some(unit.get(lang).to_string());
        }
        Kind::Text { lines, .. } => shown.lines = *lines,
        Kind::Address => {
            let parts = DraftTexts::of(lang);
            shown.parts = [parts.region, parts.town, parts.village, parts.house]
                .map(String::from)
                .to_vec();
        }
        Kind::Person => {
            let parts = DraftTexts::of(lang);
            shown.parts = [parts.name, parts.id_type, parts.id_no, parts.tel]
                .map(String::from)
                .to_vec();
        }
        Kind::Attachment { max } => shown.enclosed = Some(fill(texts.files, &[("n", &max.to_string())])),
        Kind::Signature => shown.said = Some(texts.signed_below.to_string()),
        Kind::Rows { fields, .. } => {
            shown.columns = fields
                .iter()
                .filter(|column| asked(&column.when))
                .map(|column| column.label.get(lang).to_string())
                .collect();
        }
        _ => {}
    }
    if field.locked {
        shown.note = Some(texts.from_register.to_string());
    }
    shown
}
