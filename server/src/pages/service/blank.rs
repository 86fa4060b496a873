//! A pack's form without answers.

use super::guide::not_now;
use crate::web::Visit;
use app::pages::service::{BlankField, BlankForm, BlankPage};
use app::text::{DraftTexts, FormTexts, ServiceTexts, fill};
use domain::form::{Field, Kind};
use domain::pack::Pack;
use domain::text::Lang;

pub fn shown(visit: &Visit, pack: &Pack) -> BlankForm {
    let (lang, today) = (visit.lang, visit.hall.clock.today());
    let office = visit.hall.reference.offices.root();
    let signers = pack
        .signers
        .iter()
        .map(|signers| signers.title.get(lang).to_string());
    let pages = pack.form.pages.iter().map(|page| BlankPage {
        id: page.id.clone(),
        title: page.title.get(lang).to_string(),
        intro: page.intro.as_ref().map(|intro| intro.get(lang).to_string()),
        sometimes: page.when.is_some(),
        fields: page.fields.iter().map(|field| shown_field(lang, field)).collect(),
    });
    BlankForm {
        service: pack.id.clone(),
        title: pack.title.get(lang).to_string(),
        office: office.map_or_else(String::new, |office| office.name.get(lang).to_string()),
        pages: pages.collect(),
        declaration: pack.declaration.get(lang).to_string(),
        signers: signers.collect(),
        open: not_now(lang, pack, today).is_none(),
    }
}

fn shown_field(lang: Lang, field: &Field) -> BlankField {
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
                .map(|option| option.label.get(lang).to_string())
                .collect();
        }
        Kind::Decimal { unit, .. } | Kind::Money { unit, .. } => {
            shown.unit = Some(unit.get(lang).to_string())
        }
        Kind::Computed { .. } => shown.note = Some(texts.computed.to_string()),
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
        Kind::Attachment { max } => shown.note = Some(fill(texts.files, &[("n", &max.to_string())])),
        Kind::Signature => shown.note = Some(texts.signature.to_string()),
        Kind::Rows { fields, .. } => {
            shown.columns = fields
                .iter()
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
