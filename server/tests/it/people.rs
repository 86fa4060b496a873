//! People for tests: accounts made the way people make them.

use crate::register::company;
use domain::date::Date;
use domain::date::Instant;
use domain::entity::{Entity, LEGAL_REP_ID_NO};
use domain::ident::Resident;
use server::clock::Clock;
use server::hall::{Hall, NewOfficer, SignUp, SignedIn, Visitor};
use server::store::{Cause, Change, Store};

/// A password that every rule allows.
pub const PASSWORD: &str = "kettle river forty-one";

pub const MINUTE: i64 = 60;
pub const HOUR: i64 = 3600;
pub const DAY: i64 = 24 * HOUR;

/// A hall whose clock began at nine in the morning of 20 May 2013.
pub fn hall(store: &Store) -> Hall {
    hall_ahead(store, 0)
}

/// The same hall, so many seconds later.
pub fn hall_ahead(store: &Store, seconds: i64) -> Hall {
    let morning = Clock::starting(Date::new(2013, 5, 20).expect("a day"));
    Hall::new(store.clone(), morning.ahead(seconds), true)
}

/// A valid resident identity number; each serial gives another person.
pub fn resident(serial: u32) -> String {
    let today = Date::new(2013, 5, 20).expect("a day");
    let body = format!("410102{}{:03}", 19_800_101 + serial / 1000, serial % 1000);
    Resident::compose(&body, today)
        .expect("a resident number")
        .as_str()
        .to_string()
}

/// What the person of this serial types to get an account.
pub fn form(serial: u32) -> SignUp {
    SignUp {
        name: format!("测试{serial}号"),
        id_no: resident(serial),
        phone: "13800000000".into(),
        password: PASSWORD.into(),
        password_again: PASSWORD.into(),
    }
}

/// Signs the person of this serial up.
pub async fn person(hall: &Hall, serial: u32) -> (SignedIn, Visitor) {
    let signed_in = hall.sign_up(&form(serial)).await.expect("a new account");
    let visitor = hall.visitor(Some(&signed_in.token)).await.expect("a visitor");
    assert!(matches!(visitor, Visitor::Person(_)));
    (signed_in, visitor)
}

/// An officer of this office, signed in.
pub async fn officer(hall: &Hall, staff_code: &str, office: &str) -> Visitor {
    let officer = NewOfficer {
        staff_code: staff_code.into(),
        name: "王审".into(),
        office: office.into(),
        duties: vec!["accept".into()],
    };
    hall.create_officer_with(&officer, PASSWORD, false)
        .await
        .expect("an officer");
    let signed_in = hall
        .sign_in(staff_code, PASSWORD, None)
        .await
        .expect("an officer's sign-in");
    hall.visitor(Some(&signed_in.token)).await.expect("a visitor")
}

/// Companies of the office 410105 with these serials, whose legal representative is a person's serial.
pub async fn companies(store: &Store, serials: std::ops::Range<u32>, legal_rep: u32) -> Vec<Entity> {
    let entities: Vec<Entity> = serials
        .map(|serial| {
            let mut entity = company(serial, &format!("郑州{serial:04}商贸有限公司"), "测试");
            entity
                .details
                .private
                .insert(LEGAL_REP_ID_NO.into(), resident(legal_rep));
            entity
        })
        .collect();
    let on = Date::new(2012, 6, 1).expect("a day");
    let change = Change {
        at: Instant::start_of(on),
        on,
        cause: Cause::Import,
    };
    let mut tx = store.begin().await.expect("a transaction");
    tx.register_entities(&entities, &change)
        .await
        .expect("entities in the register");
    tx.commit().await.expect("a commit");
    entities
}
