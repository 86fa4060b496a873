//! Work the hall does by itself over many transactions: what it is, how far it has come, when it is due.

use super::{Result, Tx};
use domain::date::Instant;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub id: String,
    /// How far it has come, in its own words.
    pub body: String,
    /// Not before.
    pub due_at: Instant,
    pub done_at: Option<Instant>,
}

impl Tx {
    /// Notes a job to be done; one of the same id stays as it is.
    pub async fn add_job(&mut self, kind: &str, job: &Job) -> Result<()> {
        sqlx::query(
            "INSERT INTO job (id, kind, body, due_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING",
        )
        .bind(job.id.as_str())
        .bind(kind)
        .bind(job.body.as_str())
        .bind(job.due_at.micros())
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// The ids of jobs of a kind, done or not.
    pub async fn jobs_of(&mut self, kind: &str) -> Result<Vec<Job>> {
        type Row = (String, String, i64, Option<i64>);
        let rows: Vec<Row> =
            sqlx::query_as("SELECT id, body, due_at, done_at FROM job WHERE kind = $1 ORDER BY id")
                .bind(kind)
                .fetch_all(&mut *self.inner)
                .await?;
        Ok(rows.into_iter().map(job).collect())
    }

    /// A job, kept from every other process until this transaction ends.
    pub async fn lock_job(&mut self, id: &str) -> Result<Option<Job>> {
        sqlx::query("UPDATE job SET body = body WHERE id = $1")
            .bind(id)
            .execute(&mut *self.inner)
            .await?;
        let row = sqlx::query_as("SELECT id, body, due_at, done_at FROM job WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *self.inner)
            .await?;
        Ok(row.map(job))
    }

    /// Writes how far a job has come.
    pub async fn save_job(&mut self, job: &Job) -> Result<()> {
        sqlx::query("UPDATE job SET body = $1, due_at = $2, done_at = $3 WHERE id = $4")
            .bind(job.body.as_str())
            .bind(job.due_at.micros())
            .bind(job.done_at.map(Instant::micros))
            .bind(job.id.as_str())
            .execute(&mut *self.inner)
            .await?;
        Ok(())
    }
}

fn job((id, body, due_at, done_at): (String, String, i64, Option<i64>)) -> Job {
    Job {
        id,
        body,
        due_at: Instant::from_micros(due_at),
        done_at: done_at.map(Instant::from_micros),
    }
}
