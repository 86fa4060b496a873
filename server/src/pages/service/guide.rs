//! A pack as its guide shows it.

use super::list;
use crate::markdown;
use crate::store::{KeptOpen, PackVersion};
use crate::web::Visit;
use app::pages::service::{
    ConditionRow, Counter, FeeRow, GuidePart, GuideView, LimitRow, MaterialRow, NotNow, StepRow, WindowRow,
};
use app::text::day::{day, month_day};
use app::text::service::HEADINGS;
use app::text::{DayTexts, ServiceTexts, facet, fill, joint};
use domain::date::Date;
use domain::pack::time_limit::in_force;
use domain::pack::{Fee, Material, MaterialForm, Pack, ReportKind, Requirement, Subject, TimeLimit, Unit};
use domain::text::Lang;

/// So many years ahead a guide tells of a rule (house rule).
const SOON: i32 = 1;

pub fn shown(visit: &Visit, version: &PackVersion, kept: &[KeptOpen]) -> GuideView {
    let (lang, pack, today) = (visit.lang, &version.pack, visit.hall.clock.today());
    let texts = ServiceTexts::of(lang);
    let published = day(lang, version.published_at.civil_date());
    let number = version.version.to_string();
    // Rules of other times are history: what counts is in force on the day of reading, or soon will be.
    let day_read = day_read(pack, today);
    let tells = |from: Option<Date>, until: Option<Date>| {
        from.is_none_or(|from| from <= day_read.add_years(SOON))
            && until.is_none_or(|until| until >= day_read)
    };
    let limits = pack.limits.iter().filter(|limit| tells(limit.from, limit.until));
    let fees = pack.fees.iter().filter(|fee| tells(fee.from, fee.until));
    let parts = parts(lang, pack);
    GuideView {
        id: pack.id.clone(),
        title: pack.title.get(lang).to_string(),
        summary: pack.summary.get(lang).to_string(),
        start: pack.start.get(lang).to_string(),
        who: who(lang, pack),
        free: list::is_online(pack) || !pack.fees.is_empty(),
        version: fill(texts.version, &[("version", &number), ("day", &published)]),
        counter: (!list::is_online(pack)).then(|| counter(lang, pack)),
        not_now: not_now(lang, pack, today),
        chinese: parts.iter().any(|part| part.chinese),
        parts,
        conditions: conditions(visit, pack, day_read),
        windows: pack
            .kinds
            .iter()
            .map(|kind| window(visit, kind, day_read))
            .collect(),
        kept: kept_lines(visit, kept, &pack.id),
        materials: pack
            .materials
            .iter()
            .filter(|material| pack.can_hold_on(material.when.as_ref(), day_read))
            .map(|material| material_row(visit, pack, material, day_read))
            .collect(),
        steps: steps(lang, pack),
        limits: limits
            .map(|limit| limit_row(lang, pack, limit, day_read))
            .collect(),
        fees: fees.map(|fee| fee_row(lang, fee, day_read)).collect(),
        offices: visit.offices(),
        form_pages: pack
            .form
            .pages
            .iter()
            .filter(|page| pack.can_hold_on(page.when.as_ref(), day_read))
            .map(|page| page.title.get(lang).to_string())
            .collect(),
    }
}

/// The day whose rules a guide tells: today, or the day of its time in force that is nearest.
fn day_read(pack: &Pack, today: Date) -> Date {
    let (from, until) = pack
        .in_force
        .as_ref()
        .map_or((None, None), |time| (time.from, time.until));
    today
        .max(from.unwrap_or(Date::MIN))
        .min(until.unwrap_or(Date::MAX))
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

fn who(lang: Lang, pack: &Pack) -> String {
    let texts = ServiceTexts::of(lang);
    match pack.subject {
        Subject::NewEntity | Subject::Name => texts.who_new.to_string(),
        Subject::Entity => texts.who_entity.to_string(),
        Subject::Guide => {
            let audiences = pack.audience.iter().map(|one| facet::audience(lang, *one).0);
            audiences.collect::<Vec<_>>().join(joint(lang))
        }
    }
}

/// Where to go for a service that is not filed online.
fn counter(lang: Lang, pack: &Pack) -> Counter {
    let texts = ServiceTexts::of(lang);
    match list::department(lang, pack) {
        Some((department, chinese)) => Counter {
            text: texts.not_online_at.to_string(),
            department: Some(department),
            chinese,
        },
        None => Counter {
            text: texts.not_online_any.to_string(),
            ..Counter::default()
        },
    }
}

/// Since when it is no longer filed, or from when it will be, and by which rule, where that is not today.
fn not_now(lang: Lang, pack: &Pack, today: Date) -> Option<NotNow> {
    let texts = ServiceTexts::of(lang);
    let time = pack.in_force.as_ref().filter(|time| !time.covers(today))?;
    let (title, text, turn) = match pack.ended_before(today) {
        Some(ended) => (texts.ended, texts.ended_since, Some(ended)),
        None => (texts.not_yet, texts.begins_on, time.from),
    };
    let on = turn.map(|turn| day(lang, turn)).unwrap_or_default();
    Some(NotNow {
        title: title.to_string(),
        text: fill(text, &[("day", &on)]),
        source: time.source.clone(),
    })
}

/// All fifteen headings in their order, whatever the pack left out. What is stated in Chinese only is
/// shown in Chinese.
fn parts(lang: Lang, pack: &Pack) -> Vec<GuidePart> {
    let part = |(id, ..): &(&str, &str, &str)| {
        let section = pack.guide.sections.iter().find(|section| section.heading == *id);
        let own = section.and_then(|section| match lang {
            Lang::Zh => section.zh.as_deref(),
            Lang::En => section.en.as_deref(),
        });
        let text = own.or_else(|| section?.zh.as_deref());
        GuidePart {
            heading: id.to_string(),
            html: text.map(markdown::to_html),
            chinese: own.is_none() && text.is_some(),
        }
    };
    HEADINGS.iter().map(part).collect()
}

fn conditions(visit: &Visit, pack: &Pack, on: Date) -> Vec<ConditionRow> {
    let row = |condition: &Requirement| ConditionRow {
        title: condition.title.get(visit.lang).to_string(),
        source: visit.source_on(&condition.source, on),
    };
    pack.requirements.iter().map(row).collect()
}

fn window(visit: &Visit, kind: &ReportKind, on: Date) -> WindowRow {
    let lang = visit.lang;
    // Any leap year: a window may end on 29 February.
    let at = |(month, day): (u8, u8)| Date::new(2012, u32::from(month), u32::from(day)).unwrap_or(Date::MIN);
    let (from, until) = (month_day(lang, at(kind.opens)), month_day(lang, at(kind.closes)));
    WindowRow {
        kind: kind.title.get(lang).to_string(),
        window: fill(DayTexts::of(lang).span, &[("from", &from), ("until", &until)]),
        source: visit.source_on(&kind.source, on),
    }
}

fn material_row(visit: &Visit, pack: &Pack, material: &Material, on: Date) -> MaterialRow {
    let lang = visit.lang;
    let texts = ServiceTexts::of(lang);
    let filled_online = material.form == MaterialForm::Online && !pack.form.pages.is_empty();
    let blank = match filled_online {
        true => format!("/service/{}/form", pack.id),
        false => format!("/service/{}/form/{}", pack.id, material.id),
    };
    MaterialRow {
        title: material.title.get(lang).to_string(),
        note: material.note.as_ref().map(|note| note.get(lang).to_string()),
        form: material_form(lang, material.form).to_string(),
        copies: material.copies,
        signed: match material.form {
            MaterialForm::Online => signers(lang, pack),
            MaterialForm::Copy => texts.signed_copy.to_string(),
            MaterialForm::Original => texts.signed_original.to_string(),
        },
        blank: visit.link(&blank),
        case: material.case.as_ref().map(|case| case.get(lang).to_string()),
        source: visit.source_on(&material.source, on),
    }
}

/// Original, copy or online, in words.
pub fn material_form(lang: Lang, form: MaterialForm) -> &'static str {
    let texts = ServiceTexts::of(lang);
    match form {
        MaterialForm::Original => texts.original,
        MaterialForm::Copy => texts.copy,
        MaterialForm::Online => texts.online,
    }
}

/// Everybody who signs what is filled in online.
fn signers(lang: Lang, pack: &Pack) -> String {
    let titles: Vec<&str> = pack
        .signers
        .iter()
        .map(|signers| signers.title.get(lang))
        .collect();
    match titles.is_empty() {
        true => ServiceTexts::of(lang).who_files.to_string(),
        false => titles.join(joint(lang)),
    }
}

fn steps(lang: Lang, pack: &Pack) -> Vec<StepRow> {
    let row = |step: &domain::pack::Step| StepRow {
        title: step.title.get(lang).to_string(),
        text: step.applicant_text.get(lang).to_string(),
        by_another: step.not_by.is_some(),
    };
    pack.steps.iter().map(row).collect()
}

/// How long a limit is: "15 working days".
pub fn limit_amount(lang: Lang, limit: &TimeLimit) -> String {
    let texts = ServiceTexts::of(lang);
    let template = match limit.unit {
        Unit::WorkingDays => texts.working_days,
        Unit::CalendarDays => texts.calendar_days,
        Unit::Months => texts.months,
    };
    fill(template, &[("n", &limit.amount.to_string())])
}

fn limit_row(lang: Lang, pack: &Pack, limit: &TimeLimit, on: Date) -> LimitRow {
    let texts = ServiceTexts::of(lang);
    let step = pack.steps.iter().find(|step| step.id == limit.covers);
    LimitRow {
        title: limit.title.get(lang).to_string(),
        covers: step
            .map_or(texts.whole_case, |step| step.title.get(lang))
            .to_string(),
        promised: limit.promised,
        amount: limit_amount(lang, limit),
        now: in_force(limit, on),
        period: period(lang, limit.from, limit.until),
        source: limit.source.clone(),
    }
}

fn fee_row(lang: Lang, fee: &Fee, on: Date) -> FeeRow {
    FeeRow {
        title: fee.title.get(lang).to_string(),
        amount: match &fee.value {
            None => fill(ServiceTexts::of(lang).yuan, &[("n", &fee.amount.to_string())]),
            Some(_) => ServiceTexts::of(lang).by_amount.to_string(),
        },
        now: fee.from.is_none_or(|from| from <= on),
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
