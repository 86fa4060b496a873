//! The blank sheet of one material.

use super::guide::material_form;
use crate::hall::{HallError, Result};
use crate::web::Visit;
use app::pages::service::SheetView;
use domain::pack::{MaterialForm, Subject};

pub async fn shown(visit: &Visit, service: &str, material: &str) -> Result<SheetView> {
    let version = visit.hall.pack(service).await?;
    let (lang, pack) = (visit.lang, &version.pack);
    let found = pack.materials.iter().find(|one| one.id == material);
    let material = found.ok_or(HallError::NotFound)?;
    let copy = material.form == MaterialForm::Copy;
    let titles = pack
        .signers
        .iter()
        .map(|signers| signers.title.get(lang).to_string());
    Ok(SheetView {
        service: pack.id.clone(),
        service_title: pack.title.get(lang).to_string(),
        title: material.title.get(lang).to_string(),
        form: material_form(lang, material.form).to_string(),
        copies: material.copies,
        copy,
        note: material.note.as_ref().map(|note| note.get(lang).to_string()),
        case: material.case.as_ref().map(|case| case.get(lang).to_string()),
        of_entity: pack.subject == Subject::Entity,
        signers: titles.filter(|_| !copy).collect(),
    })
}
