//! The plan as people meet it: pages and forms without a browser, then journeys in one.

#[path = "journey_plan/browsing.rs"]
mod browsing;
#[path = "journey_plan/forms.rs"]
mod forms;
#[path = "journey_plan/reading.rs"]
mod reading;
