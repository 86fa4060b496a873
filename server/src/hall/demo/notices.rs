//! What else the public and the desk find in a demo province: entities listed as abnormal, objections to notices.
//! Made by the use cases themselves, as far as the rules of the day go.

use crate::hall::abnormal::WantedListing;
use crate::hall::notices::Window;
use crate::hall::objection::ANSWERING;
use crate::hall::{Hall, HallError, Officer, Result, Visitor};
use crate::store::RecordList;

const FACTS: &str = "演示：经核实，存在上述情形。Demonstration: the office found this to be so.";
const OBJECTION: &str = "演示：该企业尚欠货款未付。Demonstration: this enterprise owes for goods.";
const ANSWER: &str =
    "演示：经核实，双方已就货款达成协议。Demonstration: both sides have settled the debt since.";

/// Announced records that are looked through for some to object to.
const NOTICES: u32 = 10;

pub(super) async fn invent(hall: &Hall, persons: &[Visitor], officers: &[Officer]) -> Result<()> {
    object(hall, persons, officers).await?;
    list_abnormal(hall, persons, officers).await
}

/// Two people object, each to another notice; the first is answered.
async fn object(hall: &Hall, persons: &[Visitor], officers: &[Officer]) -> Result<()> {
    let open = hall
        .listed_records(RecordList::AnnouncedOpen, Window::first(NOTICES))
        .await?;
    let notices = open.lines.iter().filter(|line| line.record.objections);
    for (notice, person) in notices.zip(persons.iter().skip(1).take(2)) {
        hall.object_to_record(
            person,
            &notice.entity.code,
            &notice.record.number,
            OBJECTION,
            "demo",
        )
        .await?;
    }
    let decides = |officer: &&Officer| officer.duties.iter().any(|duty| duty == ANSWERING);
    for officer in officers.iter().filter(decides) {
        let officer = Visitor::Officer(officer.clone());
        let waiting = hall.waiting_objections(&officer).await?;
        if waiting.len() > 1
            && let Some(first) = waiting.first()
        {
            let (code, number) = (&first.entity.code, &first.objection.number);
            return hall
                .answer_objection(&officer, code, number, ANSWER, "demo")
                .await;
        }
    }
    Ok(())
}

/// For each of two reasons one of the agent's entities of which the register says nothing yet: the first that is
/// about a report, and the last.
async fn list_abnormal(hall: &Hall, persons: &[Visitor], officers: &[Officer]) -> Result<()> {
    let Some(agent) = persons.first().filter(|_| hall.lists_abnormal()) else {
        return Ok(());
    };
    let today = hall.clock.today();
    let reasons = &hall.reference.abnormal_reasons;
    let mut reasons: Vec<_> = reasons
        .of_report()
        .into_iter()
        .chain(reasons.on(today).last())
        .collect();
    // From the end: what the agent reports on begins at the front.
    for line in hall.own_entities(agent, "", 1).await?.lines.into_iter().rev() {
        let Some(reason) = reasons.first() else { break };
        let found = hall.store.read().await?.entity(&line.entity).await?;
        let Some(entity) = found
            .map(|found| found.entity)
            .filter(|one| one.details.records.is_empty())
        else {
            continue;
        };
        let Some(officer) = officers
            .iter()
            .find(|officer| hall.serves(officer, &entity.office))
        else {
            continue;
        };
        let wanted = WantedListing {
            reason: reason.id.clone(),
            year: (today.year() - 2).to_string(),
            facts: FACTS.into(),
            key: "demo".into(),
        };
        let officer = Visitor::Officer(officer.clone());
        match hall.list_abnormal(&officer, entity.code(), &wanted).await {
            Ok(_) => {
                reasons.remove(0);
            }
            // Gone from the register, or with nothing to report.
            Err(HallError::Refused(_) | HallError::Invalid(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
