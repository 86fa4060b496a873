//! Filings of a demo province, made by the use cases themselves a few days before its date: drafts, waiting
//! and taken cases, corrections, decisions, signatures asked for.

use super::answers::{self, SAMPLE_PDF};
use super::notices;
use super::people::{DEMO_ACCOUNTS, account_id};
use crate::clock::Clock;
use crate::hall::draft::BeginFiling;
use crate::hall::submission::{Declaration, HandedIn};
use crate::hall::{Hall, HallError, Officer, Person, Result, Visitor};
use crate::store::Store;
use domain::case::{Act, Remark, Status};
use domain::date::Date;
use domain::pack::Subject;

/// How far a filing of the demo has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Draft,
    Waiting,
    Reviewed,
    Returned,
    Approved,
    Refused,
}

const STAGES: [Stage; 8] = [
    Stage::Approved,
    Stage::Waiting,
    Stage::Draft,
    Stage::Returned,
    Stage::Reviewed,
    Stage::Approved,
    Stage::Waiting,
    Stage::Refused,
];

/// How many reports the agent has filed or begun.
const REPORTS: usize = 16;

/// How far what is not filed every year has come; of each such service the agent files as many.
const OTHERS: [Stage; 3] = [Stage::Approved, Stage::Approved, Stage::Waiting];

/// A service the demo has answers for.
struct Filed {
    service: String,
    subject: Subject,
    yearly: bool,
}

/// Makes the filings; the last of them some days before `date`, so that nothing is in the future.
pub(super) async fn invent(store: &Store, date: Date) -> Result<()> {
    let persons: Vec<Visitor> = people();
    let officers: Vec<Officer> = officers();
    let early = Hall::new(store.clone(), Clock::starting(date.add_days(-12)), true);
    for filed in services(&early).await? {
        match filed.subject {
            Subject::Entity => of_entities(store, date, &persons, &officers, &filed).await?,
            Subject::NewEntity => new_entities(store, date, &persons, &officers, &filed).await?,
            Subject::Name | Subject::Guide => {}
        }
    }
    let eve = Hall::new(store.clone(), Clock::starting(date.add_days(-1)), true);
    notices::invent(&eve, &persons, &officers).await
}

async fn services(hall: &Hall) -> Result<Vec<Filed>> {
    let packs = hall.packs().await?;
    Ok(packs
        .values()
        .filter(|version| answers::are_given(&version.service))
        .map(|version| Filed {
            service: version.service.clone(),
            subject: version.pack.subject,
            yearly: !version.pack.kinds.is_empty(),
        })
        .collect())
}

/// Filings for entities of the person who acts for the most: many yearly reports, some of everything else.
async fn of_entities(
    store: &Store,
    date: Date,
    persons: &[Visitor],
    officers: &[Officer],
    filed: &Filed,
) -> Result<()> {
    let Some(agent) = persons.first() else {
        return Ok(());
    };
    let mut lines = Hall::new(store.clone(), Clock::starting(date), true)
        .own_entities(agent, "", 1)
        .await?
        .lines;
    let (most, stages): (usize, &[Stage]) = match filed.yearly {
        true => (REPORTS, &STAGES),
        false => {
            lines.reverse();
            (OTHERS.len(), &OTHERS)
        }
    };
    let mut made = 0;
    for line in lines {
        if made == most {
            break;
        }
        let hall = day_of(store, date, made);
        let wanted = BeginFiling {
            service: filed.service.clone(),
            entity: Some(line.entity.clone()),
            key: "demo".into(),
            ..BeginFiling::default()
        };
        let draft = match hall.begin_filing(agent, wanted).await {
            Ok(draft) => draft,
            // Not every entity has something to file.
            Err(HallError::Refused(_)) => continue,
            Err(error) => return Err(error),
        };
        let stage = stages[made % stages.len()];
        match file(&hall, agent, &draft, officers, stage, !filed.yearly).await {
            Ok(()) => made += 1,
            // Nor do the demo's answers suit every entity.
            Err(HallError::Invalid(_)) => hall.discard_draft(agent, &draft).await?,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Each of the others sets something up: one is decided, one waits, one is a draft.
async fn new_entities(
    store: &Store,
    date: Date,
    persons: &[Visitor],
    officers: &[Officer],
    filed: &Filed,
) -> Result<()> {
    let stages = [Stage::Approved, Stage::Waiting, Stage::Returned, Stage::Draft];
    for (place, (person, stage)) in persons.iter().zip(stages).enumerate() {
        let hall = day_of(store, date, place);
        let wanted = BeginFiling {
            service: filed.service.clone(),
            key: "demo".into(),
            ..BeginFiling::default()
        };
        let draft = match hall.begin_filing(person, wanted).await {
            Ok(draft) => draft,
            // Not in force on that day.
            Err(HallError::Refused(_)) => continue,
            Err(error) => return Err(error),
        };
        file(&hall, person, &draft, officers, stage, false).await?;
    }
    Ok(())
}

/// Files a draft; where others have to sign, they have done so `on_paper`, or are asked to.
async fn file(
    hall: &Hall,
    person: &Visitor,
    draft: &str,
    officers: &[Officer],
    stage: Stage,
    on_paper: bool,
) -> Result<()> {
    if stage == Stage::Draft {
        return Ok(());
    }
    hall.answer_all(person, draft, &[]).await?;
    let declared = Declaration {
        name: person.person()?.name.clone(),
        capacity: "经办人 Clerk".into(),
        agreed: true,
    };
    let mut handed_in = hall.submit(person, draft, declared).await?;
    if on_paper && matches!(handed_in, HandedIn::Signing { .. }) {
        for (signer, signature) in hall.signing(person, draft).await?.signers {
            if signature.is_none() {
                handed_in = hall
                    .sign_on_paper(person, draft, &signer.signer, "sample.pdf", SAMPLE_PDF)
                    .await?;
            }
        }
    }
    match handed_in {
        HandedIn::Case(receipt) => judge(hall, person, &receipt.number, officers, stage).await,
        HandedIn::Signing { .. } => Ok(()),
    }
}

async fn judge(
    hall: &Hall,
    person: &Visitor,
    number: &str,
    officers: &[Officer],
    stage: Stage,
) -> Result<()> {
    loop {
        let view = hall.my_case(person, number).await?;
        let Some(step) = view.folded.current(&view.pack.pack.steps).cloned() else {
            return Ok(());
        };
        let first = view.case.status == Status::Submitted;
        let last = view.pack.pack.steps.last().is_some_and(|one| one.id == step.id);
        let act = match stage {
            Stage::Draft | Stage::Waiting => return Ok(()),
            Stage::Reviewed if !first => return Ok(()),
            Stage::Returned => Act::Return { remarks: remarks(&view.pack.pack.form) },
            Stage::Refused if last => Act::Refuse { reasons: "演示：所交材料与登记信息不符。Demonstration: what was handed in does not agree with the register.".into() },
            Stage::Approved if last => Act::Approve { note: String::new() },
            Stage::Reviewed | Stage::Refused | Stage::Approved => Act::Pass { note: String::new() },
        };
        let able = |officer: &&Officer| {
            let here = hall
                .reference
                .offices
                .is_below_or_same(&view.case.office, &officer.office);
            let excluded = step.not_by.as_ref().is_some_and(|earlier| {
                view.folded
                    .done
                    .iter()
                    .any(|done| done.step == *earlier && done.officer == officer.account)
            });
            here && officer.duties.contains(&step.duty) && !excluded
        };
        let Some(officer) = officers.iter().find(able) else {
            return Ok(());
        };
        let officer = Visitor::Officer(officer.clone());
        let returned = matches!(act, Act::Return { .. });
        for act in [Act::Take, act] {
            hall.act_on_case(&officer, number, act).await?;
        }
        if returned {
            return Ok(());
        }
    }
}

/// Something to correct, at the first two questions that are typed.
fn remarks(form: &domain::form::Form) -> Vec<Remark> {
    let fields = form.pages.iter().flat_map(|page| &page.fields);
    let typed = fields.filter(|field| !field.locked && field.when.is_none() && field.required);
    let remark = |field: &domain::form::Field| Remark {
        path: field.id.clone(),
        text: "演示：请核对此项后重新填写。Demonstration: please check this answer.".into(),
    };
    typed.take(2).map(remark).collect()
}

/// A hall some working hours before the demo's date, later for each filing.
fn day_of(store: &Store, date: Date, place: usize) -> Hall {
    let days = 12 - (place as i64 * 10 / REPORTS as i64);
    Hall::new(store.clone(), Clock::starting(date.add_days(-days)), true)
}

fn people() -> Vec<Visitor> {
    let demo = DEMO_ACCOUNTS
        .iter()
        .enumerate()
        .filter(|(_, account)| account.officer.is_none());
    let person = |(place, account): (usize, &super::DemoAccount)| {
        Visitor::Person(Person {
            account: account_id(place),
            name: account.name.into(),
            id_no: account.login.into(),
            confirmed: true,
            must_change: false,
        })
    };
    demo.map(person).collect()
}

fn officers() -> Vec<Officer> {
    let demo = DEMO_ACCOUNTS.iter().enumerate();
    let officer = |(place, account): (usize, &super::DemoAccount)| {
        let (office, duties) = account.officer?;
        Some(Officer {
            account: account_id(place),
            name: account.name.into(),
            office: office.into(),
            duties: duties.iter().map(|duty| duty.to_string()).collect(),
            must_change: false,
        })
    };
    demo.filter_map(officer).collect()
}
