//! Pages of a search by name: first what begins with the words, then what has them elsewhere, each by
//! number, so that a page begins where the one before ended whatever was registered in between.

use super::{COUNTED, ROWS_SHOWN};
use crate::hall::Result;
use crate::store::{Among, Tx, Which};
use domain::date::Date;
use domain::entity::public::{SearchPage, Total};
use domain::search::Wanted;

/// Where a page begins: after this number, among which.
struct Place {
    which: Which,
    after: i64,
}

impl Place {
    const START: Place = Place {
        which: Which::Beginning,
        after: 0,
    };

    fn read(text: &str) -> Option<Place> {
        let (which, after) = text.split_once('-')?;
        let which = match which {
            "b" => Which::Beginning,
            "e" => Which::Elsewhere,
            _ => return None,
        };
        let after = after.parse().ok().filter(|after| *after >= 0)?;
        Some(Place { which, after })
    }

    fn write(&self) -> String {
        let which = if self.which == Which::Beginning { "b" } else { "e" };
        format!("{which}-{}", self.after)
    }
}

pub(super) async fn page(
    tx: &mut Tx,
    wanted: &Wanted,
    after: Option<&str>,
    today: Date,
) -> Result<SearchPage> {
    let mut page = SearchPage {
        hits: Vec::new(),
        total: Total::Exactly(0),
        next: None,
    };
    let Some(anywhere) = tx.rarest_first(wanted.grams_anywhere()).await? else {
        return Ok(page);
    };
    let among = |which, grams: &[String]| Among {
        grams: grams.to_vec(),
        wanted,
        which,
    };
    let counted = tx
        .count_with_grams(&among(Which::All, &anywhere), COUNTED + 1)
        .await?;
    page.total = match counted {
        0..=COUNTED => Total::Exactly(counted),
        _ => Total::MoreThan(COUNTED),
    };

    let mut place = after.and_then(Place::read).unwrap_or(Place::START);
    // One row more than is shown tells whether there is a page after this one.
    let mut left = ROWS_SHOWN + 1;
    let mut last = None;
    loop {
        let grams = match place.which {
            Which::Beginning => tx.rarest_first(wanted.grams_at_the_beginning()).await?,
            _ => Some(anywhere.clone()),
        };
        let found = match grams {
            Some(grams) => {
                tx.entities_with_grams(&among(place.which, &grams), place.after, left)
                    .await?
            }
            None => Vec::new(),
        };
        for row in &found {
            if page.hits.len() == ROWS_SHOWN as usize {
                page.next = last.as_ref().map(Place::write);
                return Ok(page);
            }
            page.hits.push(row.entity.hit(today));
            last = Some(Place {
                which: place.which,
                after: row.number,
            });
        }
        left -= found.len() as u32;
        if place.which != Which::Beginning {
            return Ok(page);
        }
        place = Place {
            which: Which::Elsewhere,
            after: 0,
        };
    }
}
