//! The grams of names, and what is asked of them.

use super::{Result, Tx, places};
use domain::search::{Wanted, grams};
use sqlx::AssertSqlSafe;

/// Rows a statement writes at once.
const ROWS_AT_ONCE: usize = 2000;

/// What a search asks of the rows: those that begin with the words, or those that have them elsewhere.
pub(crate) struct Among<'a> {
    /// The first narrows most.
    pub grams: Vec<String>,
    pub wanted: &'a Wanted,
    pub which: Which,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    Beginning,
    Elsewhere,
    All,
}

impl Among<'_> {
    /// The condition over `entity_gram g` and `entity e`, and the values of its places.
    pub(super) fn condition(&self) -> (String, Vec<String>) {
        let mut values = vec![self.grams.first().cloned().unwrap_or_default()];
        let mut condition = String::from("g.gram = $1");
        for gram in self.grams.iter().skip(1) {
            values.push(gram.clone());
            condition.push_str(&format!(
                " AND EXISTS (SELECT 1 FROM entity_gram o WHERE o.gram = ${} AND o.entity = g.entity)",
                values.len()
            ));
        }
        let mut compare = |operator: &str, text: &str| {
            // The normal form has letters and digits only, so nothing in it is a wildcard.
            values.push(format!("%{text}%"));
            condition.push_str(&format!(" AND e.search_text {operator} ${}", values.len()));
        };
        match self.which {
            Which::Beginning => compare("LIKE", &self.wanted.at_the_beginning()),
            Which::All => compare("LIKE", self.wanted.anywhere()),
            Which::Elsewhere => {
                compare("LIKE", self.wanted.anywhere());
                compare("NOT LIKE", &self.wanted.at_the_beginning());
            }
        }
        (condition, values)
    }
}

impl Tx {
    /// The rarest of these grams first; `None` when one of them occurs nowhere.
    pub(crate) async fn rarest_first(&mut self, grams: Vec<String>) -> Result<Option<Vec<String>>> {
        let counts: Vec<String> = (1..=grams.len())
            .map(|place| {
                format!(
                    "SELECT {place} AS place, COUNT(*) AS found FROM \
                     (SELECT 1 FROM entity_gram WHERE gram = ${place} LIMIT 2000) AS some{place}"
                )
            })
            .collect();
        let sql = format!(
            "SELECT CAST(place AS BIGINT), CAST(found AS BIGINT) FROM ({}) AS counts ORDER BY found, place",
            counts.join(" UNION ALL ")
        );
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for gram in &grams {
            query = query.bind(gram.as_str());
        }
        let rows: Vec<(i64, i64)> = query.fetch_all(&mut *self.inner).await?;
        if rows.iter().any(|(_, found)| *found == 0) {
            return Ok(None);
        }
        let ordered = rows
            .iter()
            .filter_map(|(place, _)| grams.get((*place - 1) as usize).cloned())
            .collect();
        Ok(Some(ordered))
    }

    /// How many entities fit, counted up to `most`.
    pub(crate) async fn count_with_grams(&mut self, wanted: &Among<'_>, most: u32) -> Result<u32> {
        let (condition, values) = wanted.condition();
        let sql = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM entity_gram g JOIN entity e ON e.number = g.entity \
             WHERE {condition} LIMIT {most}) AS found"
        );
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for value in &values {
            query = query.bind(value.as_str());
        }
        let (count,): (i64,) = query.fetch_one(&mut *self.inner).await?;
        Ok(u32::try_from(count).unwrap_or(most))
    }

    /// Adds the grams of these entities' search texts.
    pub(super) async fn add_grams(&mut self, texts: &[(i64, String)]) -> Result<()> {
        let mut rows: Vec<(String, i64)> = texts
            .iter()
            .flat_map(|(number, text)| grams(text).into_iter().map(|gram| (gram, *number)))
            .collect();
        // In the order of the table, so that many at once are written side by side.
        rows.sort_unstable();
        for some in rows.chunks(ROWS_AT_ONCE) {
            let sql = format!(
                "INSERT INTO entity_gram (gram, entity) VALUES {}",
                places(some.len(), 2)
            );
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for (gram, number) in some {
                query = query.bind(gram.as_str()).bind(*number);
            }
            query.execute(&mut *self.inner).await?;
        }
        Ok(())
    }

    pub(super) async fn replace_grams(&mut self, number: i64, old: &str, new: &str) -> Result<()> {
        for gram in grams(old) {
            sqlx::query("DELETE FROM entity_gram WHERE gram = $1 AND entity = $2")
                .bind(gram)
                .bind(number)
                .execute(&mut *self.inner)
                .await?;
        }
        self.add_grams(&[(number, new.to_string())]).await
    }
}
