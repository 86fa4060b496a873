//! Reference data every process is built with: the calendar of working days, code tables, offices.

use domain::calendar::Calendar;

/// Read once at start-up from the files of `content/`; they are checked by tests, so a broken one
/// never reaches a running hall.
pub struct Reference {
    pub calendar: Calendar,
}

impl Reference {
    pub fn built_in() -> Reference {
        Reference {
            calendar: Calendar::parse(include_str!("../../../content/calendars/cn-mainland.txt"))
                .expect("the built-in calendar is sound"),
        }
    }
}
