//! What may happen to a case, and what it makes of it.

use super::*;
use crate::pack::{Step, StepAct};
use crate::text::Text;
use proptest::prelude::*;

fn steps() -> Vec<Step> {
    let step = |id: &str, acts: &[StepAct], not_by: Option<&str>| Step {
        id: id.into(),
        title: Text::new(id, id),
        duty: id.into(),
        acts: acts.to_vec(),
        automatic: false,
        not_by: not_by.map(String::from),
        applicant_text: Text::default(),
    };
    vec![
        step("accept", &[StepAct::Pass, StepAct::Return, StepAct::Refuse], None),
        step(
            "approve",
            &[StepAct::Approve, StepAct::Return, StepAct::Refuse],
            Some("accept"),
        ),
    ]
}

fn at(seconds: i64) -> Instant {
    Instant::start_of(Date::new(2013, 5, 20).expect("a day")).add_seconds(seconds)
}

fn submitted(submission: u32, seconds: i64) -> Event {
    Event {
        at: at(seconds),
        by: Actor::Applicant { account: "a".into() },
        what: Happening::Submitted {
            submission,
            content_hash: "h".into(),
            on: at(seconds).civil_date(),
        },
    }
}

/// A case as `acts` by officers leave it, a minute between them, with what came of each.
fn after(acts: &[(&str, Act)]) -> (Case, Vec<Result<Happening, Refusal>>) {
    let duties = vec!["accept".to_string(), "approve".to_string()];
    let mut case = Case::from_events(&steps(), [&submitted(1, 0)]).expect("a case");
    let mut outcomes = Vec::new();
    for (place, (officer, act)) in acts.iter().enumerate() {
        let now = at(60 * (place as i64 + 1));
        let outcome = case.officer_act(&steps(), officer, &duties, act.clone(), now);
        if let Ok(what) = &outcome {
            let by = Actor::Officer {
                account: officer.to_string(),
                office: "410105".into(),
            };
            case.apply(&Event {
                at: now,
                by,
                what: what.clone(),
            });
        }
        outcomes.push(outcome);
    }
    (case, outcomes)
}

fn pass() -> Act {
    Act::Pass { note: String::new() }
}

fn approve() -> Act {
    Act::Approve { note: String::new() }
}

#[test]
fn a_case_passes_its_steps_and_ends_approved() {
    let (case, outcomes) = after(&[
        ("o1", Act::Take),
        ("o1", pass()),
        ("o2", Act::Take),
        ("o2", approve()),
    ]);
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
    assert_eq!((case.status, case.step), (Status::Approved, None));
}

#[test]
fn nobody_decides_what_they_have_not_taken_or_somebody_else_holds() {
    assert_eq!(after(&[("o1", pass())]).1[0], Err(Refusal::NotTaken));
    assert_eq!(
        after(&[("o1", Act::Take), ("o2", Act::Take)]).1[1],
        Err(Refusal::TakenByAnother)
    );
    assert_eq!(
        after(&[("o1", Act::Take), ("o2", pass())]).1[1],
        Err(Refusal::TakenByAnother)
    );
}

#[test]
fn who_did_the_earlier_step_does_not_do_the_one_that_excludes_them() {
    let (_, outcomes) = after(&[("o1", Act::Take), ("o1", pass()), ("o1", Act::Take)]);
    assert_eq!(outcomes[2], Err(Refusal::SamePerson));
}

#[test]
fn an_approval_is_annulled_for_a_reason_by_somebody_else_than_who_approved() {
    let approved = [
        ("o1", Act::Take),
        ("o1", pass()),
        ("o2", Act::Take),
        ("o2", approve()),
    ];
    let annul = |reasons: &str| Act::Annul {
        reasons: reasons.into(),
    };
    let then = |officer: &'static str, act: Act| {
        let acts: Vec<_> = approved.iter().cloned().chain([(officer, act)]).collect();
        let (case, mut outcomes) = after(&acts);
        (case, outcomes.pop().expect("an outcome"))
    };
    assert_eq!(then("o2", annul("got by deceit")).1, Err(Refusal::SamePerson));
    assert_eq!(then("o1", annul(" ")).1, Err(Refusal::NoReason));
    let (case, outcome) = then("o1", annul("got by deceit"));
    assert!(outcome.is_ok(), "{outcome:?}");
    assert_eq!(
        (case.status, case.reasons.as_deref()),
        (Status::Annulled, Some("got by deceit"))
    );
    assert_eq!(case.decided_at, Some(at(240)));
    let too_early = after(&[("o1", annul("got by deceit"))]).1.remove(0);
    assert_eq!(too_early, Err(Refusal::NotNow));
}

#[test]
fn a_filing_is_accepted_once_its_first_step_ends_well() {
    let refuse = Act::Refuse { reasons: "no".into() };
    let accepted = |acts: &[(&str, Act)]| after(acts).0.accepted;
    assert!(!accepted(&[("o1", Act::Take), ("o1", refuse.clone())]));
    assert!(accepted(&[
        ("o1", Act::Take),
        ("o1", pass()),
        ("o2", Act::Take),
        ("o2", refuse)
    ]));
}

#[test]
fn a_step_knows_only_its_own_acts() {
    assert_eq!(
        after(&[("o1", Act::Take), ("o1", approve())]).1[1],
        Err(Refusal::NotAtThisStep)
    );
    let (_, outcomes) = after(&[
        ("o1", Act::Take),
        ("o1", pass()),
        ("o2", Act::Take),
        ("o2", pass()),
    ]);
    assert_eq!(outcomes[3], Err(Refusal::NotAtThisStep));
}

#[test]
fn an_officer_without_the_duty_is_told_so() {
    let case = Case::from_events(&steps(), [&submitted(1, 0)]).expect("a case");
    let outcome = case.officer_act(&steps(), "o1", &["approve".into()], Act::Take, at(1));
    assert_eq!(outcome, Err(Refusal::NoDuty));
}

#[test]
fn an_idle_claim_can_be_taken_over() {
    let (case, _) = after(&[("o1", Act::Take)]);
    let later = at(60 + CLAIM_IDLE_MICROS / 1_000_000);
    assert!(case.live_claim(later).is_none());
    let duties = vec!["accept".to_string()];
    assert_eq!(
        case.officer_act(&steps(), "o2", &duties, Act::Take, later),
        Ok(Happening::Taken)
    );
}

#[test]
fn a_return_and_a_refusal_need_words() {
    let blank = vec![Remark {
        path: "x".into(),
        text: "  ".into(),
    }];
    assert_eq!(
        after(&[("o1", Act::Take), ("o1", Act::Return { remarks: blank })]).1[1],
        Err(Refusal::NoReason)
    );
    assert_eq!(
        after(&[("o1", Act::Take), ("o1", Act::Refuse { reasons: " ".into() })]).1[1],
        Err(Refusal::NoReason)
    );
}

#[test]
fn a_returned_case_is_the_applicants_until_it_comes_in_again() {
    let remarks = vec![Remark {
        path: "x".into(),
        text: "wrong".into(),
    }];
    let (mut case, _) = after(&[("o1", Act::Take), ("o1", Act::Return { remarks })]);
    assert_eq!(case.status, Status::Correction);
    let duties = vec!["accept".to_string()];
    assert_eq!(
        case.officer_act(&steps(), "o1", &duties, Act::Take, at(300)),
        Err(Refusal::NotNow)
    );
    let again = case.applicant_act(
        Act::Resubmit {
            content_hash: "h2".into(),
        },
        at(300).civil_date(),
    );
    assert!(matches!(again, Ok(Happening::Submitted { submission: 2, .. })));
    case.apply(&submitted(2, 86_400 * 3));
    assert_eq!(case.status, Status::Submitted);
    assert_eq!(
        case.clock_from,
        Date::new(2013, 5, 23).expect("a day"),
        "the clock begins anew"
    );
}

#[test]
fn nothing_happens_to_a_case_that_has_ended() {
    let (case, _) = after(&[("o1", Act::Take), ("o1", Act::Refuse { reasons: "no".into() })]);
    assert_eq!(case.status, Status::Refused);
    let withdraw = case.applicant_act(Act::Withdraw { reason: "r".into() }, at(9).civil_date());
    assert_eq!(withdraw, Err(Refusal::NotNow));
    assert_eq!(
        case.officer_act(&steps(), "o1", &["accept".into()], Act::Take, at(9)),
        Err(Refusal::NotNow)
    );
}

proptest! {
    /// Whatever officers try in whatever order, an ended case has no step and no claim, a claim is held
    /// only while the case is with the office, and no step is ended by somebody it excludes.
    #[test]
    fn a_case_never_comes_into_a_state_that_cannot_be(tries in prop::collection::vec((0..3usize, 0..6usize), 0..40)) {
        let officers = ["o1", "o2", "o3"];
        let acts = [
            Act::Take,
            Act::Release,
            pass(),
            approve(),
            Act::Refuse { reasons: "no".into() },
            Act::Return { remarks: vec![Remark { path: String::new(), text: "x".into() }] },
        ];
        let tries: Vec<_> = tries.into_iter().map(|(who, what)| (officers[who], acts[what].clone())).collect();
        let (case, _) = after(&tries);
        prop_assert_eq!(case.step.is_none(), case.status.is_final());
        prop_assert!(case.claim.is_none() || case.status.is_with_office());
        let by = |step: &str| case.done.iter().rev().find(|done| done.step == step).map(|done| done.officer.clone());
        if case.status == Status::Approved {
            prop_assert_ne!(by("accept"), by("approve"));
        }
    }
}
