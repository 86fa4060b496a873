//! The server's tests, one file an area. The store's contract runs on SQLite, and on PostgreSQL where
//! `HALL_TEST_POSTGRES` names a server (`cargo xtask test` starts one).

mod account;
mod cli;
mod demo;
mod import;
mod people;
mod register;
mod store;
mod support;
