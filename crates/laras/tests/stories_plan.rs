//! The plan as people meet it: pages and forms without a browser.

#[path = "stories_plan/forms.rs"]
mod forms;
#[path = "stories_plan/reading.rs"]
mod reading;
