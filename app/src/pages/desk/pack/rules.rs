//! What an office does by a pack, and where each of its rules comes from.

use super::{condition, part, source};
use crate::text::desk_packs::{act, moment};
use crate::text::{DayTexts, Lang, PackTexts, ServiceTexts, fill, joint};
use crate::ui::{Cell, Tone};
use domain::date::Date;
use domain::pack::{EffectAct, Pack, TimeLimit, Unit};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many rules of a pack nobody has read in the statute.
pub(super) fn unverified(pack: &Pack) -> usize {
    let sourced = sourced(Lang::En, pack);
    sourced
        .iter()
        .filter(|(_, source)| *source == "unverified")
        .count()
}

/// Every rule of a pack by what it is called, with its source.
fn sourced(lang: Lang, pack: &Pack) -> Vec<(String, &str)> {
    let extension = PackTexts::of(lang).extension;
    let service = PackTexts::of(lang).in_force;
    let mut all: Vec<(&str, &str)> = Vec::new();
    all.extend(pack.in_force.iter().map(|one| (service, one.source.as_str())));
    all.extend(
        pack.requirements
            .iter()
            .map(|one| (one.title.get(lang), one.source.as_str())),
    );
    all.extend(
        pack.late
            .iter()
            .map(|one| (one.title.get(lang), one.source.as_str())),
    );
    all.extend(
        pack.kinds
            .iter()
            .map(|one| (one.title.get(lang), one.source.as_str())),
    );
    all.extend(
        pack.nothing
            .iter()
            .map(|one| (one.reason.get(lang), one.source.as_str())),
    );
    all.extend(
        pack.signers
            .iter()
            .map(|one| (one.title.get(lang), one.source.as_str())),
    );
    all.extend(
        pack.materials
            .iter()
            .map(|one| (one.title.get(lang), one.source.as_str())),
    );
    all.extend(
        pack.limits
            .iter()
            .map(|one| (one.title.get(lang), one.source.as_str())),
    );
    all.extend(
        pack.fees
            .iter()
            .map(|one| (one.title.get(lang), one.source.as_str())),
    );
    all.extend(pack.extension.iter().map(|one| (extension, one.source.as_str())));
    all.extend(
        pack.form
            .checks
            .iter()
            .map(|one| (one.message.get(lang), one.source.as_str())),
    );
    all.into_iter()
        .map(|(title, source)| (title.to_string(), source))
        .collect()
}

/// The pack's sources, each with the rules that come from it; what nobody has read in a statute first.
#[component]
pub(super) fn SourcesPart(lang: Lang, pack: Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let mut by_source: BTreeMap<(u8, &str), Vec<String>> = BTreeMap::new();
    for (title, source) in sourced(lang, &pack) {
        let place = match source {
            "unverified" => 0,
            "house rule" => 1,
            _ => 2,
        };
        by_source.entry((place, source)).or_default().push(title);
    }
    let rows = by_source.into_iter().map(|((_, from), titles)| {
        let count = titles.len().to_string();
        let items: Vec<_> = titles
            .into_iter()
            .map(|title| view! { <li>{title}</li> })
            .collect();
        vec![
            source(lang, from),
            Cell::text(count),
            Cell::View(view! { <ul class="desk-plain">{items}</ul> }.into_any()),
        ]
    });
    let columns = [texts.source, texts.sources_count, texts.sources_which];
    part(lang, texts.sources, &columns, rows.collect())
}

#[component]
pub(super) fn Rules(lang: Lang, pack: Pack) -> AnyView {
    view! {
        {steps(lang, &pack)}
        {limits(lang, &pack)}
        {fees(lang, &pack)}
        {kinds(lang, &pack)}
        {nothing(lang, &pack)}
        {signers(lang, &pack)}
        {materials(lang, &pack)}
        {checks(lang, &pack)}
        {documents(lang, &pack)}
        {effects(lang, &pack)}
    }
    .into_any()
}

fn step_title(lang: Lang, pack: &Pack, id: &str) -> String {
    let step = pack.steps.iter().find(|step| step.id == id);
    step.map_or_else(|| id.to_string(), |step| step.title.get(lang).to_string())
}

fn steps(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = pack.steps.iter().map(|step| {
        let acts: Vec<_> = step.acts.iter().map(|one| act(lang, *one)).collect();
        let other = step
            .not_by
            .as_ref()
            .map(|earlier| fill(texts.not_by, &[("step", &step_title(lang, pack, earlier))]));
        vec![
            Cell::text(step.title.get(lang)),
            Cell::View(view! { <code>{step.duty.clone()}</code> }.into_any()),
            Cell::text(acts.join(joint(lang))),
            Cell::text(other.unwrap_or_default()),
        ]
    });
    part(
        lang,
        texts.steps,
        &[texts.steps, texts.duty, texts.acts, texts.condition],
        rows.collect(),
    )
}

fn amount(lang: Lang, limit: &TimeLimit) -> String {
    let texts = ServiceTexts::of(lang);
    let template = match limit.unit {
        Unit::WorkingDays => texts.working_days,
        Unit::CalendarDays => texts.calendar_days,
        Unit::Months => texts.months,
    };
    fill(template, &[("n", &limit.amount.to_string())])
}

fn force(lang: Lang, from: Option<Date>, until: Option<Date>) -> String {
    let service = ServiceTexts::of(lang);
    match (from, until) {
        (None, None) => service.ever.to_string(),
        (Some(from), None) => fill(service.since, &[("day", &from.to_string())]),
        (None, Some(until)) => fill(service.until, &[("day", &until.to_string())]),
        (Some(from), Some(until)) => fill(
            DayTexts::of(lang).span,
            &[("from", &from.to_string()), ("until", &until.to_string())],
        ),
    }
}

fn limits(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let service = ServiceTexts::of(lang);
    let rows = pack.limits.iter().map(|limit| {
        let covers = match limit.covers.as_str() {
            "case" => texts.whole.to_string(),
            step => step_title(lang, pack, step),
        };
        let kind = if limit.promised {
            service.promised
        } else {
            service.legal
        };
        vec![
            Cell::text(limit.title.get(lang)),
            Cell::text(covers),
            Cell::text(fill(kind, &[("n", &amount(lang, limit))])),
            Cell::text(force(lang, limit.from, limit.until)),
            source(lang, &limit.source),
        ]
    });
    let columns = [texts.rule, texts.covers, texts.limits, texts.force, texts.source];
    part(lang, texts.limits, &columns, rows.collect())
}

fn fees(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let yuan = ServiceTexts::of(lang).yuan;
    let rows = pack.fees.iter().map(|fee| {
        vec![
            Cell::text(fee.title.get(lang)),
            Cell::text(match &fee.value {
                None => fill(yuan, &[("n", &fee.amount.grouped())]),
                Some(value) => fill(yuan, &[("n", &value.to_string())]),
            }),
            condition(fee.when.as_ref()),
            Cell::text(force(lang, fee.from, fee.until)),
            source(lang, &fee.source),
        ]
    });
    let columns = [texts.rule, texts.fees, texts.condition, texts.force, texts.source];
    part(lang, texts.fees, &columns, rows.collect())
}

fn kinds(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let day = |(month, day): (u8, u8)| format!("{month:02}-{day:02}");
    let rows = pack.kinds.iter().map(|kind| {
        vec![
            Cell::text(kind.title.get(lang)),
            condition(Some(&kind.when)),
            Cell::code(format!("{} – {}", day(kind.opens), day(kind.closes)), None),
            source(lang, &kind.source),
        ]
    });
    let extension = pack.extension.iter().map(|extension| {
        let kinds = extension.kinds.join(", ");
        vec![
            Cell::text(texts.extension),
            Cell::View(view! { <code class="desk-condition">{kinds}</code> }.into_any()),
            Cell::text(fill(texts.extension_days, &[("n", &extension.days.to_string())])),
            source(lang, &extension.source),
        ]
    });
    let columns = [texts.kinds, texts.condition, texts.window, texts.source];
    part(lang, texts.kinds, &columns, rows.chain(extension).collect())
}

fn nothing(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = pack.nothing.iter().map(|one| {
        vec![
            Cell::text(one.reason.get(lang)),
            condition(Some(&one.when)),
            source(lang, &one.source),
        ]
    });
    part(
        lang,
        texts.nothing,
        &[texts.nothing, texts.condition, texts.source],
        rows.collect(),
    )
}

fn signers(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = pack.signers.iter().map(|one| {
        vec![
            Cell::text(one.title.get(lang)),
            Cell::View(view! { <code>{one.from.clone()}</code> }.into_any()),
            condition(one.when.as_ref()),
            source(lang, &one.source),
        ]
    });
    part(
        lang,
        texts.signers,
        &[texts.signers, texts.prefill, texts.condition, texts.source],
        rows.collect(),
    )
}

fn materials(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = pack.materials.iter().map(|one| {
        vec![
            Cell::text(one.title.get(lang)),
            condition(one.when.as_ref()),
            source(lang, &one.source),
        ]
    });
    part(
        lang,
        texts.materials,
        &[texts.materials, texts.condition, texts.source],
        rows.collect(),
    )
}

fn checks(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = pack.form.checks.iter().map(|check| {
        let must = match &check.when {
            Some(when) => format!("{when} → {}", check.must),
            None => check.must.to_string(),
        };
        let message = check.message.get(lang).to_string();
        let warning = check.warning.then_some(texts.warning);
        let message = match warning {
            Some(word) => view! { {message}" "<crate::ui::StatusTag tone=Tone::Info text=word/> }.into_any(),
            None => message.into_any(),
        };
        vec![
            Cell::View(message),
            Cell::View(view! { <code class="desk-condition">{must}</code> }.into_any()),
            Cell::View(view! { <code>{check.at.clone()}</code> }.into_any()),
            source(lang, &check.source),
        ]
    });
    part(
        lang,
        texts.checks,
        &[texts.checks, texts.condition, texts.at, texts.source],
        rows.collect(),
    )
}

fn documents(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = pack.documents.iter().map(|template| {
        let licence = if template.licence { texts.licence } else { "" };
        let body = template.body.get(lang).to_string();
        vec![
            Cell::text(template.title.get(lang)),
            Cell::text(moment(lang, template.on)),
            Cell::text(licence),
            Cell::View(view! { <span class="pre desk-template" tabindex="0">{body}</span> }.into_any()),
        ]
    });
    part(
        lang,
        texts.documents,
        &[texts.documents, texts.on, texts.licence, texts.text],
        rows.collect(),
    )
}

fn effects(lang: Lang, pack: &Pack) -> AnyView {
    let texts = PackTexts::of(lang);
    let rows = pack.effects.iter().map(|effect| {
        let set: Vec<String> = effect
            .act
            .values()
            .into_iter()
            .map(|(name, value)| format!("{name} = {value}"))
            .collect();
        vec![
            Cell::text(effect_text(lang, &effect.act)),
            Cell::text(set.join("; ")),
            condition(effect.when.as_ref()),
        ]
    });
    let columns = [texts.effects, texts.effect_values, texts.when];
    part(lang, texts.effects, &columns, rows.collect())
}

fn effect_text(lang: Lang, act: &EffectAct) -> String {
    let texts = PackTexts::of(lang);
    let months = |template: &str, months: u32| fill(template, &[("n", &months.to_string())]);
    match act {
        EffectAct::Create { .. } => texts.effect_create.to_string(),
        EffectAct::Set { .. } => texts.effect_set.to_string(),
        EffectAct::Inspected => texts.effect_inspected.to_string(),
        EffectAct::List(list) => fill(texts.effect_list, &[("list", list.list.id())]),
        EffectAct::Unlist { list, .. } => fill(texts.effect_unlist, &[("list", list.id())]),
        EffectAct::Record(record) => fill(texts.effect_record, &[("record", record.title.get(lang))]),
        EffectAct::End { record, .. } => fill(texts.effect_end, &[("record", record)]),
        EffectAct::Publish => texts.effect_publish.to_string(),
        EffectAct::Reserve { months: n, .. } => months(texts.effect_reserve, *n),
        EffectAct::ExtendName { months: n } => months(texts.effect_extend_name, *n),
        EffectAct::Rename { .. } => texts.effect_rename.to_string(),
        EffectAct::Consume { .. } => texts.effect_consume.to_string(),
    }
}
