//! `Document` (文书): what the hall has issued; never changed, only superseded.

use super::{Result, StoreError, Tx};
use domain::date::{Date, Instant};
use domain::text::Text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: String,
    pub number: String,
    /// Printed on it, for anyone to check it with.
    pub check_code: String,
    pub case_id: Option<String>,
    pub entity: Option<String>,
    pub template: String,
    pub title: Text,
    pub body: Text,
    pub office: String,
    pub licence: bool,
    pub issued_at: Instant,
    pub issued_on: Date,
    /// Number of the document that took its place.
    pub superseded_by: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    number: String,
    check_code: String,
    case_id: Option<String>,
    entity: Option<String>,
    template: String,
    title_zh: String,
    title_en: String,
    body_zh: String,
    body_en: String,
    office: String,
    licence: i64,
    issued_at: i64,
    issued_on: String,
    superseded_by: Option<String>,
}

impl TryFrom<Row> for Document {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Document> {
        Ok(Document {
            issued_on: Date::parse(&row.issued_on)
                .ok_or_else(|| StoreError::BrokenRow(format!("document {}: issued_on", row.id)))?,
            id: row.id,
            number: row.number,
            check_code: row.check_code,
            case_id: row.case_id,
            entity: row.entity,
            template: row.template,
            title: Text::new(row.title_zh, row.title_en),
            body: Text::new(row.body_zh, row.body_en),
            office: row.office,
            licence: row.licence != 0,
            issued_at: Instant::from_micros(row.issued_at),
            superseded_by: row.superseded_by,
        })
    }
}

impl Tx {
    pub async fn add_document(&mut self, document: &Document) -> Result<()> {
        sqlx::query(
            "INSERT INTO document (id, number, check_code, case_id, entity, template, title_zh, title_en, body_zh, body_en,
               office, licence, issued_at, issued_on, superseded_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        )
        .bind(&document.id)
        .bind(&document.number)
        .bind(&document.check_code)
        .bind(&document.case_id)
        .bind(&document.entity)
        .bind(&document.template)
        .bind(&document.title.zh)
        .bind(&document.title.en)
        .bind(&document.body.zh)
        .bind(&document.body.en)
        .bind(&document.office)
        .bind(i64::from(document.licence))
        .bind(document.issued_at.micros())
        .bind(document.issued_on.to_string())
        .bind(&document.superseded_by)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// From now on the document of number `by` counts in place of the entity's earlier licences.
    pub async fn supersede_licences(&mut self, entity: &str, by: &str) -> Result<()> {
        sqlx::query(
            "UPDATE document SET superseded_by = $1 WHERE entity = $2 AND licence = 1 AND superseded_by IS NULL",
        )
        .bind(by)
        .bind(entity)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    /// From now on the document of number `by` counts in place of the others of its case, and what these had
    /// replaced counts again.
    pub async fn supersede_case(&mut self, case_id: &str, by: &str) -> Result<()> {
        sqlx::query(
            "UPDATE document SET superseded_by = NULL \
             WHERE superseded_by IN (SELECT d.number FROM document d WHERE d.case_id = $1)",
        )
        .bind(case_id)
        .execute(&mut *self.inner)
        .await?;
        sqlx::query(
            "UPDATE document SET superseded_by = $1 WHERE case_id = $2 AND number <> $3 AND superseded_by IS NULL",
        )
        .bind(by)
        .bind(case_id)
        .bind(by)
        .execute(&mut *self.inner)
        .await?;
        Ok(())
    }

    pub async fn document_by_number(&mut self, number: &str) -> Result<Option<Document>> {
        let row: Option<Row> = sqlx::query_as("SELECT * FROM document WHERE number = $1")
            .bind(number)
            .fetch_optional(&mut *self.inner)
            .await?;
        row.map(Document::try_from).transpose()
    }

    pub async fn documents_of_case(&mut self, case_id: &str) -> Result<Vec<Document>> {
        self.documents(
            "SELECT * FROM document WHERE case_id = $1 ORDER BY issued_at, number",
            case_id,
        )
        .await
    }

    pub async fn documents_of_entity(&mut self, entity: &str) -> Result<Vec<Document>> {
        self.documents(
            "SELECT * FROM document WHERE entity = $1 ORDER BY issued_at, number",
            entity,
        )
        .await
    }

    async fn documents(&mut self, sql: &'static str, key: &str) -> Result<Vec<Document>> {
        let rows: Vec<Row> = sqlx::query_as(sql).bind(key).fetch_all(&mut *self.inner).await?;
        rows.into_iter().map(Document::try_from).collect()
    }
}
