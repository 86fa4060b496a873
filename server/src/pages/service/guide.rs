//! A pack as its guide shows it.

use crate::markdown;
use crate::store::{KeptOpen, PackVersion};
use crate::web::Visit;
use app::pages::service::{FeeRow, GuidePart, GuideView, LimitRow, MaterialRow, StepRow, WindowRow};
use app::text::day::{day, month_day};
use app::text::service::HEADINGS;
use app::text::{DayTexts, ServiceTexts, fill};
use domain::date::Date;
use domain::pack::time_limit::in_force;
use domain::pack::{Fee, MaterialForm, Pack, ReportKind, Subject, TimeLimit, Unit};
use domain::text::Lang;

pub fn shown(visit: &Visit, version: &PackVersion, kept: &[KeptOpen]) -> GuideView {
    let (lang, pack, today) = (visit.lang, &version.pack, visit.hall.clock.today());
    let texts = ServiceTexts::of(lang);
    let published = day(lang, version.published_at.civil_date());
    let number = version.version.to_string();
    // Rules of other times are history: what counts is in force on the day of reading, or will be.
    let limits = pack
        .limits
        .iter()
        .filter(|limit| limit.until.is_none_or(|until| until >= today));
    let fees = pack
        .fees
        .iter()
        .filter(|fee| fee.until.is_none_or(|until| until >= today));
    GuideView {
        id: pack.id.clone(),
        title: pack.title.get(lang).to_string(),
        summary: pack.summary.get(lang).to_string(),
        start: pack.start.get(lang).to_string(),
        for_new: pack.subject == Subject::NewEntity,
        version: fill(texts.version, &[("version", &number), ("day", &published)]),
        parts: parts(lang, pack),
        windows: pack.kinds.iter().map(|kind| window(lang, kind)).collect(),
        kept: kept_lines(visit, kept, &pack.id),
        materials: materials(lang, pack),
        steps: steps(lang, pack),
        limits: limits.map(|limit| limit_row(lang, pack, limit, today)).collect(),
        fees: fees.map(|fee| fee_row(lang, fee, today)).collect(),
        offices: visit.offices(),
        form_pages: pack
            .form
            .pages
            .iter()
            .map(|page| page.title.get(lang).to_string())
            .collect(),
    }
}

/// Which offices take filings of the service after its window, until when, and why.
pub fn kept_lines(visit: &Visit, kept: &[KeptOpen], service: &str) -> Vec<String> {
    let line = |kept: &KeptOpen| {
        let (office, until) = (visit.office_name(&kept.office), day(visit.lang, kept.until));
        let values = [
            ("office", office.as_str()),
            ("year", &kept.year.to_string()),
            ("day", until.as_str()),
            ("reason", kept.reason.as_str()),
        ];
        fill(ServiceTexts::of(visit.lang).kept_line, &values)
    };
    kept.iter()
        .filter(|kept| kept.service == service)
        .map(line)
        .collect()
}

/// All fifteen headings in their order, whatever the pack left out.
fn parts(lang: Lang, pack: &Pack) -> Vec<GuidePart> {
    let part = |(id, ..): &(&str, &str, &str)| {
        let section = pack.guide.sections.iter().find(|section| section.heading == *id);
        let text = section.and_then(|section| match lang {
            Lang::Zh => section.zh.as_deref(),
            Lang::En => section.en.as_deref(),
        });
        GuidePart {
            heading: id.to_string(),
            html: text.map(markdown::to_html),
        }
    };
    HEADINGS.iter().map(part).collect()
}

fn window(lang: Lang, kind: &ReportKind) -> WindowRow {
    // Any leap year: a window may end on 29 February.
    let at = |(month, day): (u8, u8)| Date::new(2012, u32::from(month), u32::from(day)).unwrap_or(Date::MIN);
    let (from, until) = (month_day(lang, at(kind.opens)), month_day(lang, at(kind.closes)));
    WindowRow {
        kind: kind.title.get(lang).to_string(),
        window: fill(DayTexts::of(lang).span, &[("from", &from), ("until", &until)]),
        source: kind.source.clone(),
    }
}

fn materials(lang: Lang, pack: &Pack) -> Vec<MaterialRow> {
    let texts = ServiceTexts::of(lang);
    let row = |material: &domain::pack::Material| MaterialRow {
        title: material.title.get(lang).to_string(),
        note: material.note.as_ref().map(|note| note.get(lang).to_string()),
        form: match material.form {
            MaterialForm::Original => texts.original,
            MaterialForm::Copy => texts.copy,
            MaterialForm::Online => texts.online,
        }
        .to_string(),
        copies: material.copies,
        case: material.case.as_ref().map(|case| case.get(lang).to_string()),
        source: material.source.clone(),
    };
    pack.materials.iter().map(row).collect()
}

fn steps(lang: Lang, pack: &Pack) -> Vec<StepRow> {
    let row = |step: &domain::pack::Step| StepRow {
        title: step.title.get(lang).to_string(),
        text: step.applicant_text.get(lang).to_string(),
        by_another: step.not_by.is_some(),
    };
    pack.steps.iter().map(row).collect()
}

fn limit_row(lang: Lang, pack: &Pack, limit: &TimeLimit, today: Date) -> LimitRow {
    let texts = ServiceTexts::of(lang);
    let template = match limit.unit {
        Unit::WorkingDays => texts.working_days,
        Unit::CalendarDays => texts.calendar_days,
        Unit::Months => texts.months,
    };
    let step = pack.steps.iter().find(|step| step.id == limit.covers);
    LimitRow {
        title: limit.title.get(lang).to_string(),
        covers: step
            .map_or(texts.whole_case, |step| step.title.get(lang))
            .to_string(),
        promised: limit.promised,
        amount: fill(template, &[("n", &limit.amount.to_string())]),
        now: in_force(limit, today),
        period: period(lang, limit.from, limit.until),
        source: limit.source.clone(),
    }
}

fn fee_row(lang: Lang, fee: &Fee, today: Date) -> FeeRow {
    FeeRow {
        title: fee.title.get(lang).to_string(),
        amount: match &fee.value {
            None => fill(ServiceTexts::of(lang).yuan, &[("n", &fee.amount.to_string())]),
            Some(_) => ServiceTexts::of(lang).by_amount.to_string(),
        },
        now: fee.from.is_none_or(|from| from <= today),
        period: period(lang, fee.from, fee.until),
        sometimes: fee.when.is_some(),
        source: fee.source.clone(),
    }
}

fn period(lang: Lang, from: Option<Date>, until: Option<Date>) -> String {
    let texts = ServiceTexts::of(lang);
    match (from, until) {
        (None, None) => texts.ever.to_string(),
        (Some(from), None) => fill(texts.since, &[("day", &day(lang, from))]),
        (None, Some(until)) => fill(texts.until, &[("day", &day(lang, until))]),
        (Some(from), Some(until)) => app::text::day::span(lang, from, until),
    }
}
