# Who opened and changed my file.

access-as = As
access-changed = Who changed it
access-did-assessment = Filled in or sent an assessment
access-did-criteria = Filled in criteria of the scheme
access-did-feedback = Wrote feedback on a result
access-did-file = Changed the file
access-did-objection = Dealt with an objection
access-did-people = Changed master data
access-did-plan = Changed or set the plan
access-did-result = Signed or delivered a result
access-export = Download as JSON
access-lead = This performance file is yours. Here is written who else opened or changed it; what is not recorded, and why, is said below.
access-nobody = Nobody else has opened your file yet.
access-nobody-changed = Nobody else has changed your file yet.
access-note-kept = Records are kept for { $years } years, one line for each person, part and day.
access-note-lists = Lists of many people at once, such as the page of a team, are not recorded here; pages about you are.
access-note-peers = Colleagues and subordinates who were asked to rate are not recorded: their names are protected, and not even the day they opened the sheet is kept.
access-notes = About these records
access-opened = Who opened it
access-times = { $n } times that day
access-title = Who opened my file
access-what = Part
access-when = Last
access-who = Who

nav-access = Who opened my file
