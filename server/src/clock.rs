//! The hall's clock: real time, or on a demo database a date that runs on from where it was set.

use domain::date::{Date, Instant};
use std::time::{SystemTime, UNIX_EPOCH};

/// Tells the time. Cheap to copy; the offset never changes while the hall runs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    offset_micros: i64,
}

impl Clock {
    /// Real time.
    pub fn real() -> Clock {
        Clock::default()
    }

    /// Begins now at nine in the morning of `date` in Asia/Shanghai and runs on from there.
    pub fn starting(date: Date) -> Clock {
        Clock::starting_at(Instant::start_of(date).add_seconds(9 * 3600))
    }

    /// Begins now at this moment and runs on from there.
    pub fn starting_at(moment: Instant) -> Clock {
        Clock {
            offset_micros: moment.micros() - real_micros(),
        }
    }

    /// The same clock, so many seconds ahead: how tests let time pass.
    pub fn ahead(self, seconds: i64) -> Clock {
        Clock {
            offset_micros: self.offset_micros + seconds * 1_000_000,
        }
    }

    pub fn now(self) -> Instant {
        Instant::from_micros(real_micros() + self.offset_micros)
    }

    /// The civil date in Asia/Shanghai.
    pub fn today(self) -> Date {
        self.now().civil_date()
    }

    /// Whether this is not real time.
    pub fn is_set(self) -> bool {
        self.offset_micros != 0
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the machine's clock is read"
)]
fn real_micros() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}
