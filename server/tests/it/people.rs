//! People for tests: accounts made the way people make them.

use domain::date::Date;
use domain::ident::Resident;
use server::clock::Clock;
use server::hall::{Hall, SignUp, SignedIn, Visitor};
use server::store::Store;

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
