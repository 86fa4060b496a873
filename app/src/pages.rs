//! The pages of the hall, one module for each noun.

pub mod about;
pub mod account;
pub mod annual;
pub mod answered;
pub mod case;
pub mod desk;
pub mod draft;
pub mod due;
pub mod entity;
pub mod entity_home;
pub mod home;
pub mod inbox;
pub mod mandates;
pub mod my;
pub mod name;
pub mod notices;
pub mod number_and_code;
pub mod problem;
pub mod register;
pub mod service;
pub mod sign_in;
pub mod sign_up;
pub mod start;
pub mod track;
pub mod typed;
pub mod verify;
