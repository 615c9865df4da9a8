# Reminding a unit.

reminder-preview = { $people } people, { $notices } notices
reminder-says = Each person gets at most one notice a day for one step, however many it is about.
reminder-send = Send reminders
reminder-steps = Remind of
reminder-title = Remind
