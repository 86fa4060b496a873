//! Guessing at secrets: how long somebody waits after a wrong try.

/// How many wrong tries are free, and how the wait grows after that. Times are in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Wrong tries in a row without any wait.
    pub free: i64,
    /// The wait after the first wrong try beyond those; each further one doubles it.
    pub first_wait: i64,
    /// The longest wait.
    pub longest_wait: i64,
}

const DAY: i64 = 24 * 3600;

/// Passwords (house rule): mistyping four times costs nothing. A hundred guesses in a row, the most
/// NIST SP 800-63B allows on one account, take a quarter of a year.
pub const PASSWORD: Policy = Policy {
    free: 4,
    first_wait: 60,
    longest_wait: DAY,
};

/// Query codes, claim codes and document check codes (house rule): copied by hand from paper, so more
/// mistakes are forgiven, and shorter than passwords, so the wait is longer.
pub const CODE: Policy = Policy {
    free: 9,
    first_wait: 300,
    longest_wait: DAY,
};

/// Claiming an entity as its legal representative, or naming a person to grant a mandate to (house
/// rule): whoever asks knows these data, so five wrong tries end it for a day.
pub const IDENTITY: Policy = Policy {
    free: 4,
    first_wait: DAY,
    longest_wait: DAY,
};

impl Policy {
    /// Seconds to wait after this many wrong tries in a row.
    pub fn wait(&self, failures: i64) -> i64 {
        let beyond = failures - self.free;
        if beyond <= 0 {
            return 0;
        }
        // Twenty doublings of a minute are two years; more would overflow.
        let doublings = (beyond - 1).min(20);
        self.first_wait
            .saturating_mul(1 << doublings)
            .min(self.longest_wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(policy: Policy, failures: i64, seconds: i64) {
        assert_eq!(policy.wait(failures), seconds, "{policy:?} after {failures}");
    }

    #[test]
    fn four_wrong_passwords_cost_nothing() {
        for failures in 0..=4 {
            check(PASSWORD, failures, 0);
        }
    }

    #[test]
    fn the_wait_doubles_with_each_wrong_password_up_to_a_day() {
        check(PASSWORD, 5, 60);
        check(PASSWORD, 6, 120);
        check(PASSWORD, 10, 1920);
        check(PASSWORD, 16, DAY);
        check(PASSWORD, i64::MAX, DAY);
    }

    #[test]
    fn the_fifth_wrong_claim_of_an_identity_waits_a_day() {
        check(IDENTITY, 4, 0);
        check(IDENTITY, 5, DAY);
    }
}
