//! The plan as people meet it: pages and forms without a browser.

mod forms;
mod reading;
