//! What can be decided at the present step, each act with its own form.

use super::Taken;
use crate::text::{DeskCaseTexts, Lang, desk_packs::act as act_word, fill, joint, link};
use crate::ui::{Button, ButtonKind, FieldFrame, MultilineInput, Notice, Tone};
use domain::pack::StepAct;
use leptos::prelude::*;

/// Id of the form that returns a case; remark boxes elsewhere on the page belong to it.
pub(super) const RETURN_FORM: &str = "return-form";

/// What the officer can decide, and what was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub state: DecisionState,
    /// Acts of the present step.
    pub acts: Vec<StepAct>,
    /// Title of the step that passing leads to.
    pub next: Option<String>,
    /// The present step is the first: passing it accepts the filing.
    pub first: bool,
    /// Approval changes the register.
    pub changes_register: bool,
    /// Approval waits until an officer has seen the papers of these.
    pub unconfirmed: Vec<String>,
    /// The day the time limit can be moved to, where that is allowed.
    pub prolong_to: Option<String>,
    pub typed: Typed,
}

#[derive(Clone, Debug, PartialEq)]
pub enum DecisionState {
    Open,
    /// Nobody has taken the case, and this officer may.
    TakeFirst,
    /// This officer cannot decide it, for this reason in words.
    Barred(String),
    /// It is with the applicant or has ended.
    NotWithOffice,
    /// It was approved, and this officer may annul that.
    Annullable,
}

/// What was typed into the form that was refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The act that was posted.
    pub act: String,
    pub note: String,
    pub reasons: String,
    pub general: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

impl Decision {
    /// Remark boxes stand beside the answers.
    pub(super) fn remarks_open(&self) -> bool {
        self.state == DecisionState::Open && self.acts.contains(&StepAct::Return)
    }
}

#[component]
pub(super) fn Decide(lang: Lang, number: String, seen: String, taken: Taken, decision: Decision) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let content = match &decision.state {
        DecisionState::NotWithOffice => view! { <p class="muted">{texts.decide_none}</p> }.into_any(),
        DecisionState::Annullable => {
            let action = link(lang, &format!("/desk/case/{number}"));
            let words = Asked {
                name: "annul",
                id: "annul-reason",
                title: texts.annul,
                text: texts.annul_text.to_string(),
                label: texts.annul_reasons,
                hint: texts.annul_hint,
                kind: ButtonKind::Danger,
            };
            for_a_reason(lang, &action, &seen, words, &decision.typed)
        }
        DecisionState::Barred(reason) => {
            let reason = match taken {
                Taken::Other(name) => fill(texts.held_by, &[("name", &name)]),
                _ => reason.clone(),
            };
            view! { <Notice lang=lang tone=Tone::Info title=texts.decide_barred><p>{reason}</p></Notice> }
                .into_any()
        }
        DecisionState::TakeFirst => view! {
            <p>{texts.held_by_none}</p>
            <form method="post" action=link(lang, &format!("/desk/case/{number}"))>
                <input type="hidden" name="seen" value=seen.to_string()/>
                <Button name="act" value="take">{texts.take}</Button>
            </form>
        }
        .into_any(),
        DecisionState::Open => {
            view! { <Acts lang=lang number=number seen=seen decision=decision/> }.into_any()
        }
    };
    view! {
        <section class="section decide" id="decide" aria-labelledby="decide-title">
            <h2 id="decide-title">{texts.decide}</h2>
            {content}
        </section>
    }
    .into_any()
}

#[component]
fn Acts(lang: Lang, number: String, seen: String, decision: Decision) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let action = link(lang, &format!("/desk/case/{number}"));
    let absent: Vec<_> = [StepAct::Pass, StepAct::Return, StepAct::Refuse, StepAct::Approve]
        .into_iter()
        .filter(|act| !decision.acts.contains(act))
        .map(|act| act_word(lang, act))
        .collect();
    let absent = (!absent.is_empty()).then(|| fill(texts.not_here, &[("acts", &absent.join(joint(lang)))]));
    let forms: Vec<_> = [StepAct::Pass, StepAct::Approve, StepAct::Return, StepAct::Refuse]
        .into_iter()
        .filter(|act| decision.acts.contains(act))
        .map(|act| one_act(lang, act, &action, &seen, &decision))
        .collect();
    let prolong = decision.prolong_to.clone().map(|day| {
        let words = Asked {
            name: "prolong",
            id: "prolong-reason",
            title: texts.prolong,
            text: fill(texts.prolong_text, &[("day", &day)]),
            label: texts.prolong_reason,
            hint: texts.prolong_hint,
            kind: ButtonKind::Secondary,
        };
        for_a_reason(lang, &action, &seen, words, &decision.typed)
    });
    view! {
        {forms}
        {prolong}
        {absent.map(|text| view! { <p class="muted">{text}</p> })}
    }
    .into_any()
}

/// One act, folded until it is wanted or was refused.
fn one_act(lang: Lang, act: StepAct, action: &str, seen: &str, decision: &Decision) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let next = decision.next.clone().unwrap_or_default();
    let (name, title, text) = match act {
        StepAct::Pass if decision.first => (
            "pass",
            texts.pass_first,
            fill(texts.pass_first_text, &[("next", &next)]),
        ),
        StepAct::Pass => ("pass", texts.pass, fill(texts.pass_text, &[("next", &next)])),
        StepAct::Return => ("return", texts.return_act, texts.return_text.to_string()),
        StepAct::Refuse => ("refuse", texts.refuse, texts.refuse_text.to_string()),
        StepAct::Approve if decision.changes_register => {
            ("approve", texts.approve, texts.approve_text.to_string())
        }
        StepAct::Approve => ("approve", texts.approve, texts.approve_final_text.to_string()),
    };
    let open = decision.typed.act == name;
    let typed = match open {
        true => decision.typed.clone(),
        false => Typed::default(),
    };
    let problem = typed.problem.clone().filter(|_| open);
    let kind = match act {
        StepAct::Pass | StepAct::Approve => ButtonKind::Primary,
        StepAct::Return => ButtonKind::Secondary,
        StepAct::Refuse => ButtonKind::Danger,
    };
    let blocked = (act == StepAct::Approve && !decision.unconfirmed.is_empty()).then(|| {
        let names = decision.unconfirmed.join(joint(lang));
        view! {
            <Notice lang=lang tone=Tone::Warning>
                <p>{fill(texts.need_confirmed, &[("names", &names)])}" "<a href=link(lang, "/desk/identities")>{texts.confirm_link}</a></p>
            </Notice>
        }
    });
    let content = match blocked {
        Some(blocked) => blocked.into_any(),
        None => {
            let form_id = (act == StepAct::Return).then_some(RETURN_FORM);
            view! {
                <form class="stack stack--tight" method="post" action=action.to_string() id=form_id>
                    <input type="hidden" name="seen" value=seen.to_string()/>
                    <p>{text}</p>
                    {input(lang, act, &typed, problem)}
                    <div><Button kind=kind name="act" value=name>{title}</Button></div>
                </form>
            }
            .into_any()
        }
    };
    unfolding(name, title, open, content)
}

fn unfolding(name: &str, title: &'static str, open: bool, content: AnyView) -> AnyView {
    view! {
        <details class="desk-act" open=open>
            <summary class=format!("desk-act__title desk-act__title--{name}")>{title}</summary>
            <div class="desk-act__body">{content}</div>
        </details>
    }
    .into_any()
}

/// The words of an act that asks for a reason and nothing else.
struct Asked {
    name: &'static str,
    /// Of its box.
    id: &'static str,
    title: &'static str,
    text: String,
    label: &'static str,
    hint: &'static str,
    kind: ButtonKind,
}

/// Acts that are none of the present step's: another rule allows them, of a limit or of what was decided.
fn for_a_reason(lang: Lang, action: &str, seen: &str, words: Asked, typed: &Typed) -> AnyView {
    let Asked {
        name,
        id,
        title,
        text,
        label,
        hint,
        kind,
    } = words;
    let open = typed.act == name;
    let problem = typed.problem.clone().filter(|_| open);
    let invalid = problem.is_some();
    let value = if open {
        typed.reasons.clone()
    } else {
        String::new()
    };
    let content = view! {
        <form class="stack stack--tight" method="post" action=action.to_string()>
            <input type="hidden" name="seen" value=seen.to_string()/>
            <p>{text}</p>
            <FieldFrame lang id label hint error=problem required=true>
                <MultilineInput id name="reasons" value rows=2 hint=true invalid required=true/>
            </FieldFrame>
            <div><Button kind name="act" value=name>{title}</Button></div>
        </form>
    };
    unfolding(name, title, open, content.into_any())
}

/// The one box of an act.
fn input(lang: Lang, act: StepAct, typed: &Typed, problem: Option<String>) -> AnyView {
    let texts = DeskCaseTexts::of(lang);
    let invalid = problem.is_some();
    let (id, name, label, hint, value, required) = match act {
        StepAct::Pass => (
            "pass-note",
            "note",
            texts.note,
            texts.note_hint,
            &typed.note,
            false,
        ),
        StepAct::Approve => (
            "approve-note",
            "note",
            texts.note,
            texts.note_hint,
            &typed.note,
            false,
        ),
        StepAct::Return => (
            "return-general",
            "remark:",
            texts.return_general,
            texts.return_general_hint,
            &typed.general,
            false,
        ),
        StepAct::Refuse => (
            "refuse-reasons",
            "reasons",
            texts.reasons,
            texts.reasons_hint,
            &typed.reasons,
            true,
        ),
    };
    let value = value.clone();
    view! {
        <FieldFrame lang=lang id=id label=label hint=hint error=problem required=required>
            <MultilineInput id=id name=name value=value rows=3 hint=true invalid=invalid required=required/>
        </FieldFrame>
    }
    .into_any()
}
