//! What a scenario's answers lead to, as its last page shows it.

use super::Step;
use crate::pages::service::{SCENARIO, limit_amount};
use app::pages::start::{ConditionLine, FeeLine, MaterialLine, NeededService, ScenarioResult, WaitLine};
use app::text::day::day;
use app::text::{ServiceTexts, fill};
use domain::expr::Truth;
use domain::pack::MaterialForm;
use domain::scenario::{Charge, Handed, Need, Needed, Plan, Wait};

impl Step<'_, '_> {
    pub(super) fn result(&self, plan: &Plan) -> ScenarioResult {
        let titles: Vec<String> = plan.services.iter().map(|one| self.title(one)).collect();
        ScenarioResult {
            services: plan
                .services
                .iter()
                .map(|one| self.needed(one, &titles))
                .collect(),
            materials: plan
                .materials
                .iter()
                .map(|one| self.material(one, &titles))
                .collect(),
            fees: plan.charges.iter().map(|one| self.charge(one, &titles)).collect(),
            fee: self.fee(plan),
            time: self.time(plan),
            times: self.times(plan, &titles),
            office: self.office(),
            address: self.address(&[]),
        }
    }

    /// What a service is called: by its outcome, else by its pack.
    fn title(&self, needed: &Needed) -> String {
        let title = needed.rule.title.as_ref().or(needed.pack.map(|pack| &pack.title));
        title.map_or_else(
            || needed.rule.service.clone(),
            |title| title.get(self.visit.lang).to_string(),
        )
    }

    fn needed(&self, needed: &Needed, titles: &[String]) -> NeededService {
        let (lang, service) = (self.visit.lang, &needed.rule.service);
        let (pack, today) = (needed.pack, self.visit.hall.clock.today());
        let conditions = needed.conditions.iter().map(|one| ConditionLine {
            title: one.requirement.title.get(lang).to_string(),
            met: match one.truth {
                Truth::True => Some(true),
                Truth::False => Some(false),
                Truth::Unknown => None,
            },
            because: self.because(&one.because),
            source: self.visit.source_on(&one.requirement.source, today),
        });
        let texts = ServiceTexts::of(lang);
        let limits = [(needed.promised, texts.promised), (needed.legal, texts.legal)];
        let times = limits
            .into_iter()
            .filter_map(|(limit, template)| Some(fill(template, &[("n", &limit_amount(lang, limit?))])));
        NeededService {
            title: self.title(needed),
            summary: pack
                .map(|pack| pack.summary.get(lang).to_string())
                .unwrap_or_default(),
            reason: needed.rule.reason.get(lang).to_string(),
            note: needed.rule.note.as_ref().map(|note| note.get(lang).to_string()),
            because: self.because(&needed.because),
            source: self.visit.source_on(&needed.rule.source, today),
            after: needed
                .after
                .iter()
                .map(|before| (before + 1, titles[*before].clone()))
                .collect(),
            wait: needed.wait.map(|wait| WaitLine {
                text: wait.text.get(lang).to_string(),
                days: self.days(wait),
                source: wait.source.clone(),
            }),
            conditions: conditions.collect(),
            times: times.collect(),
            online: needed.is_online(),
            begin: needed.is_online().then(|| self.begin(service)),
            page: needed.rule.page.as_ref().map(|page| self.visit.link(page)),
            guide: pack.map(|_| self.visit.link(&format!("/service/{service}"))),
        }
    }

    /// Where the filing begins, with the answers that count.
    fn begin(&self, service: &str) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.append_pair(SCENARIO, &self.course.scenario().id);
        for given in &self.journey.given {
            pairs.append_pair(&given.question.id, &given.answer);
        }
        self.visit
            .link(&format!("/service/{service}/begin?{}", pairs.finish()))
    }

    fn material(&self, handed: &Handed, titles: &[String]) -> MaterialLine {
        let (lang, texts) = (self.visit.lang, ServiceTexts::of(self.visit.lang));
        let material = handed.material;
        let form = match material.form {
            MaterialForm::Original => texts.original,
            MaterialForm::Copy => texts.copy,
            MaterialForm::Online => texts.online,
        };
        let copies = material.copies.to_string();
        let case = |need: &Need| match need {
            Need::Always => None,
            Need::If(case) => Some(match case {
                Some(case) => case.get(lang).to_string(),
                None => self.texts().needed_sometimes.to_string(),
            }),
        };
        let mut cases: Vec<String> = match handed.is_needed() {
            true => Vec::new(),
            false => handed.wanted.iter().filter_map(|(_, need)| case(need)).collect(),
        };
        cases.dedup();
        MaterialLine {
            title: material.title.get(lang).to_string(),
            note: material.note.as_ref().map(|note| note.get(lang).to_string()),
            form: match material.copies {
                1 => form.to_string(),
                _ => fill(self.texts().copies, &[("form", form), ("n", &copies)]),
            },
            services: handed
                .wanted
                .iter()
                .map(|(service, _)| titles[*service].clone())
                .collect(),
            cases,
        }
    }

    fn charge(&self, charge: &Charge, titles: &[String]) -> FeeLine {
        let texts = self.texts();
        FeeLine {
            title: charge.fee.title.get(self.visit.lang).to_string(),
            service: titles[charge.service].clone(),
            amount: match charge.amount {
                Some(amount) => fill(texts.fee_total, &[("n", &amount.grouped())]),
                None => texts.fee_by_form.to_string(),
            },
            source: charge.fee.source.clone(),
        }
    }

    fn fee(&self, plan: &Plan) -> String {
        let texts = self.texts();
        let fee = plan.fee().filter(|fee| !fee.is_zero());
        match (fee, plan.fee_may_grow()) {
            (None, false) => texts.fee_free.to_string(),
            (None, true) => texts.fee_by_form.to_string(),
            (Some(fee), false) => fill(texts.fee_total, &[("n", &fee.grouped())]),
            (Some(fee), true) => fill(texts.fee_at_least, &[("n", &fee.grouped())]),
        }
    }

    fn days(&self, wait: &Wait) -> String {
        fill(self.texts().wait_days, &[("n", &wait.days.to_string())])
    }

    /// What each service and each wait takes, in order: as promised, else as the law allows.
    fn times(&self, plan: &Plan, titles: &[String]) -> Vec<(String, String)> {
        let lang = self.visit.lang;
        let mut times = Vec::new();
        for (needed, title) in plan.services.iter().zip(titles) {
            times.extend(
                needed
                    .wait
                    .map(|wait| (wait.text.get(lang).to_string(), self.days(wait))),
            );
            let limit = needed.promised.or(needed.legal);
            let time = limit.map_or(self.texts().time_unstated.to_string(), |limit| {
                limit_amount(lang, limit)
            });
            times.push((title.clone(), time));
        }
        times
    }

    fn time(&self, plan: &Plan) -> String {
        let (lang, texts) = (self.visit.lang, self.texts());
        let (Some(promised), Some(legal)) = (plan.promised, plan.legal) else {
            return String::new();
        };
        let values = [
            ("today", day(lang, self.course.date())),
            ("promised", day(lang, promised)),
            ("legal", day(lang, legal)),
        ];
        let values = values.each_ref().map(|(name, day)| (*name, day.as_str()));
        let template = if promised == legal {
            texts.time_one
        } else {
            texts.time_both
        };
        fill(template, &values)
    }
}
