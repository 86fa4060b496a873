//! The server's tests, one file an area. The store's contract runs on SQLite, and on PostgreSQL where
//! `HALL_TEST_POSTGRES` names a server (`cargo xtask test` starts one).

mod account;
mod browser;
mod cli;
mod content;
mod counter;
mod demo;
mod draft_pages;
mod every_service;
mod filing;
mod guides;
mod health;
mod house;
mod import;
mod inbox;
mod mandate;
mod name;
mod name_pages;
mod objections;
mod once;
mod packs;
mod pages_desk;
mod pages_my;
mod pages_public;
mod people;
mod records;
mod register;
mod reports;
mod scenario_pages;
mod settled;
mod store;
mod support;
