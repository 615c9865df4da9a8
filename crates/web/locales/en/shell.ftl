# The frame of every page: navigation, forms, errors, time, logging in and out.

nav-home = Home
nav-plan = My SKP
nav-progress = Reports
nav-assessment = Assessment
nav-result = Results and feedback
nav-criteria = Criteria
nav-feedback = Feedback
nav-dialogue = Dialogue and coaching
nav-counselling = Counselling
nav-mirror = Mirror
nav-calibration = Calibration
nav-fairness = Fairness
nav-team = My team
nav-development = Development plan
nav-training = Training
nav-followup = Follow-ups
nav-workteam = Teams across units
nav-unit = Unit
nav-survey = Public survey
nav-feed = Sources of data
nav-cycle = Cycle
nav-jobs = Background work
nav-documents = Evaluation documents
nav-people = People
nav-accounts = Users
nav-journal = Journal
nav-policy = Rules in force
nav-account = My account
nav-eligibility = Promotion
nav-group-team = Those I lead
nav-group-agency = Agency
nav-group-more = More
nav-mentoring = Mentoring
nav-talent = Talent

layout-skip = Skip to content
layout-nav = Main navigation
layout-menu = Menu
layout-crumbs = Where you are
layout-notices = Notices
layout-notices-new = { $n ->
    [one] { $n } new notice
   *[other] { $n } new notices
}
layout-notices-few = { $n } new
layout-about = Laras, open-source software for civil-service performance.
layout-pager = Pages
layout-pager-previous = Previous
layout-pager-next = Next
layout-pager-where = Page { $n } of { $of }
layout-steps = Previous and next person
layout-steps-previous = Previous
layout-steps-next = Next

when-at = { $date } at { $time } { $zone }
when-since = since { $date }
when-today = today
when-tomorrow = tomorrow
when-yesterday = yesterday
when-days-left = in { $n } days
when-days-ago = { $n } days ago
when-just-now = just now
when-minutes-ago = { $n } minutes ago
when-today-at = at { $time }
when-yesterday-at = yesterday at { $time }
when-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
when-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
greeting-morning = Good morning
greeting-noon = Good afternoon
greeting-afternoon = Good afternoon
greeting-evening = Good evening

form-title-wrong = To be mended
form-errors = { $n ->
    [one] { $n } field needs mending
   *[other] { $n } fields need mending
}
form-error = Error
form-not-saved = Not saved yet
form-optional = (may be empty)
form-choose-one = Choose …
form-sending = Sending …
form-required = This part is still empty.
form-choose = Choose one.
form-not-on-the-list = This is not on the list. Choose one from the list.
form-too-long = At most { $max } characters; now { $n }. Please shorten it a little.
form-amount-not-a-number = “{ $typed }” cannot be read as a number. Write for example 82 or 1.234,5.
form-amount-too-fine = “{ $typed }” is too fine. At most four digits after the comma.
form-amount-too-large = “{ $typed }” is too large. Check the unit, for example million rupiah.
form-whole-number = “{ $typed }” is not a whole number. Write it without a comma.
form-date-not-a-date = “{ $typed }” cannot be read as a date. Write for example 31/12/2026.

draft-saved = Saved { $time }
draft-saving = Saving …
draft-unsaved = Not saved yet, trying again.
draft-leave = Some of what you wrote is not saved yet.

chart-table = See the numbers
chart-target = target { $amount }

error-title = Something is in the way
error-home = To the home page
error-typed = What you wrote is still here:
error-send-again = Save now
error-request = Event code: { $id }
error-full = Storage is full
error-full-says = The server has run out of room, so nothing has been saved yet.
error-full-next = Tell your agency's admin, then save again once there is room.
error-unavailable = The database cannot be reached
error-unavailable-says = Laras cannot read or save data at the moment.
error-unavailable-next = Wait a little, then try again. If it goes on, tell your agency's admin.
error-files = Files cannot be reached
error-files-says = The place where evidence is kept cannot be used at the moment.
error-files-next = Wait a little, then try again. Nothing else is affected.
error-no-page = No such page
error-no-page-says = There is no page at this address.
error-no-page-next = Check the address, or start again from the home page.
error-log-in = Please log in
error-log-in-says = You are not logged in, or your session has ended.
error-log-in-next = Log in, then try again. What you wrote stays on this page.
error-foreign = Request refused
error-foreign-says = This form was not sent from a page of Laras.
error-foreign-next = Open the page again from Laras and fill it in there.
error-other-session = You logged in again in another window
error-other-session-says = This form was made before that, so it has not been saved.
error-other-session-next = Check it, then press once more to save.
error-too-large = Too large
error-too-large-says = At most { $max } can be taken, so this has not been saved.
error-too-large-next = Go back to the page before, then make the file smaller or split it.
error-bad-request = Could not be read
error-bad-request-says = Part of what you sent was lost on the way, perhaps because the connection broke.
error-bad-request-next = Go back to the page before and send it again.
error-timed-out = It took too long
error-timed-out-says = The server is busy and has not answered in time.
error-timed-out-next = Wait a little, then try again. Sending twice does not save twice.
error-defect = Something went wrong on our side
error-defect-says = This is not your mistake. It has been recorded.
error-defect-next = Try again. If it happens again, give the event code to your agency's admin.
error-denied = Not yours to do
error-denied-next = If you think it should be, ask the personnel office.
error-denied-sample = Only the rating officer or their superior can set this SKP.
error-not-found = Not found
error-not-found-says = What you are looking for does not exist, or is not for you to see.
error-not-found-next = It may have been replaced. Look again from the home page.
error-rule = Not possible yet
error-fields = Some fields need mending
error-fields-says = { $n ->
    [one] { $n } field is not right yet, so nothing has been saved.
   *[other] { $n } fields are not right yet, so nothing has been saved.
}
error-conflict = Somebody else changed it
error-conflict-says = { $name } saved a change { $time } while you were writing. What you wrote is not saved yet, and not lost.
error-conflict-next = Choose which to keep.
error-conflict-choose = Choose for each part. You can still change what you wrote here.
error-conflict-same = No part differs. Save again to go on.
error-conflict-theirs = Keep what { $name } wrote
error-conflict-yours = Keep what I wrote
error-conflict-save = Save this choice

account-title = My account
account-log-in = Log in
account-log-out = Log out
account-log-in-title = Log in to Laras
account-log-in-lead = Your plan, reports and performance results in one place.
account-log-in-help = Forgot your password? Your agency's admin can give you a new one.
account-login = NIP or NI PPPK
account-login-hint = 18 digits, with or without spaces.
account-password = Password
account-expired-title = Your session has ended
account-expired-says = Log in again to go on saving. What you wrote is not lost.
account-expired-says-empty = Log in again to go on.
account-kept = Carried along, and saved after you log in:
account-files-again = Files cannot be carried along. Choose the file again after this is saved.
account-resume-title = Go on saving
account-resume-says = You are logged in. Press once to save what you wrote.
account-logged-out = You are logged out.
account-logged-out-everywhere = You are logged out on all devices.
account-log-out-everywhere = Log out on all devices
account-name = Name
account-agency = Agency
account-roles = Roles
account-sessions = Devices logged in now
account-sessions-says = If one of them is not you, end it and change your password.
account-device = { $browser } on { $system }
account-this-one = This device
account-last-seen = Last used { $when }
account-since = logged in { $when }
account-end-session = End
account-session-ended = That session has ended.
account-password-title = Change password
account-password-says = After the change all devices are logged out, and you log in again with the new password.
account-password-present = Present password
account-password-new = New password
account-password-hint = At least 12 characters. A few words you remember easily are better than one complicated word.
account-password-again = New password once more
account-password-save = Change password
account-password-changed = Your password has been changed. Log in again with the new one.

# Names of fields: in the list of errors above a form and on the page of simultaneous changes.
field-text = Wording
field-unit = Unit
field-target = Target
field-target-amount = Target
field-target-unit = Unit of the target
field-reason = Reason
field-level = Level
field-note = Reason
field-nama = Name
field-pegawai = Person
field-did = What was done
field-supports-text = Supports
field-amount = Amount
field-on = Date
field-evidence = Evidence
field-login = NIP
field-password = Password
field-present = Present password
field-again = Password once more
field-outcome = Decision
field-hasil = Rating of results
field-perilaku = Rating of conduct
field-objection-reasons = Reasons
field-objection-statement = Statement
field-late-because = Why only now
field-reported-on = Day of the report
field-line = Line
field-evidence-link = Link
field-evidence-file = File
field-good = What went well
field-improve = What to improve
field-question = Question
field-source = As
field-of = Whom
field-topic = Occasion
field-other = Another colleague
field-what = What is agreed
field-owner = Done by
field-due = Due
field-held-on = Took place on
field-appointed-on = Day
field-counsellor = Counsellor
field-tried = What was done
field-result = Result
field-conclusion = Conclusion
field-assigned-by = Assigned by
field-steps = Steps

# The page that shows the parts of the look.
specimen-title = Parts of the look
specimen-lead = Every part that pages of Laras are made of, on one page.
specimen-status = Status
specimen-tasks = For you to do
specimen-table = Team
specimen-name = Name
specimen-share = Reached
specimen-empty = Nobody in the team yet
specimen-empty-says = People appear here once reporting lines are recorded.
specimen-form = Form
specimen-text = Intended result
specimen-text-hint = Write the result, not the activity.
specimen-amount = Target
specimen-date = Date
specimen-select = Aspect
specimen-radios = Rating
specimen-area = Reason
specimen-file = Evidence
specimen-file-hint = PDF, photo or document; at most 10 MB.
specimen-checkbox = I have talked it over with the employee.
specimen-button = Save
specimen-second = Save as draft
specimen-danger = Delete
specimen-words = Words
specimen-advice = This reads like an activity. Write its result, for example “Requests for information answered”.
specimen-note = The target is good. Add a unit, so that it is clear when it is reached.
field-period = Period
field-subject = Line
field-after = Proposed rating
field-agenda = Agenda
field-minutes = Minutes
