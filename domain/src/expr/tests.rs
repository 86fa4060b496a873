mod evaluating;
mod reading;
