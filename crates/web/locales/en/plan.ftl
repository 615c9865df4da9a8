# The plan (SKP): writing, signing, setting, versions, matrix and tree.

plan-title = SKP { $year }
plan-title-of = SKP { $year }: { $name }
plan-open = Open the plan
plan-save = Save
plan-year = Year
plan-version-n = Version { $n }
plan-results-n = { $n ->
    [one] 1 intended result
   *[other] { $n } intended results
}

## List and start

plan-list-lead = The SKP (Sasaran Kinerja Pegawai) is your work plan for a year: which results are expected and how they are measured.
plan-list-none = No SKP for { $year } yet
plan-list-none-says = Start from an earlier plan, from the tasks of your post, or from an empty page. You can start before your leader has a plan.
plan-list-earlier = Plans that are finished
plan-start = Start writing
plan-start-year = Start SKP { $year }
plan-start-another = Start another SKP
plan-start-title = Start a plan
plan-start-lead = Three choices, then you write. All of it can still be changed.
plan-start-from = Start from what?
plan-start-from-hint = What is copied becomes a draft. The old plan does not change.
plan-start-from-plan = SKP { $year } ({ $dates }): { $n ->
    [one] 1 intended result
   *[other] { $n } intended results
}
plan-start-from-tasks = The tasks of my post: choose from { $n } below
plan-start-from-nothing = An empty page
plan-start-tasks = Tasks of the post
plan-start-tasks-of = Tasks of { $post }
plan-start-tasks-hint = Only if you start from the tasks of your post. Each task you tick becomes one intended result.
plan-start-task-output = Result: { $output }
plan-start-no-task = Tick at least one task, or start from something else.
plan-start-tasks-or-not = You ticked tasks but chose to start from something else. Choose “The tasks of my post”, or untick them.
plan-start-part = This plan does not begin on 1 January
plan-start-from-day = Begins on
plan-start-from-day-hint = For example the day you took up a new post.
plan-started = The plan is started. Check and complete its results.

plan-approach = Approach
plan-approach-hint = Chosen by the leader. If you do not know yet, start with quantitative.
plan-approach-kuantitatif-says = Quantitative: indicators and targets are numbers with a unit
plan-approach-kualitatif-says = Qualitative: indicators and targets are told in sentences
plan-approach-change = Change the approach
plan-approach-change-says = What you have written stays. What the other approach asks for is asked before signing.
plan-approach-to = Change to { $approach }
plan-approach-changed = The approach is changed.

## What to do now

plan-now = What to do now
plan-now-begin = Write the first intended result. One is enough to begin with.
plan-now-mend-says = { $n ->
    [one] One note is
   *[other] { $n } notes are
} waiting. Mend the line, tick the note off, then sign.
plan-now-complete = { $n ->
    [one] One thing is
   *[other] { $n } things are
} left before it can be signed.
plan-now-sign-says = The plan is complete. Read it once more, then sign it so that { $name } can set it.
plan-now-wait-says = You have signed it. Now { $name } sets it or returns it with notes.
plan-now-decide = { $name } has signed this plan. Read it, then set it, or return it with notes.
plan-now-not-yet = Waiting for { $name } to set it. If that has not happened by { $due }, the superior sets it.
plan-now-expect = { $name } is still writing this plan. You can read it and put notes beside its lines.
plan-now-expect-mended = { $name } is mending this plan after the notes. You will be told once it is signed again.
plan-now-report = This plan is in force. Note down what you do, so that the assessment has evidence.
plan-report = Report progress
plan-missing = Still missing:
plan-sign = Sign the plan
plan-sign-gloss = By signing you say that the plan is what you agreed with your leader.
plan-signed = The plan is signed. The rater has been told.
plan-not-complete = The plan is not complete: { $n } things are missing. See the list below.
plan-set = Set the plan
plan-set-gloss = Its text becomes a fixed version. Later changes go through a clarification.
plan-set-reason = Reason for the change
plan-set-reason-hint = For example a new assignment or an adjusted target. Kept with this version.
plan-set-done = The plan is set as version { $n }. The employee has been told.
plan-give-back = Return it to be mended
plan-give-back-note = What should be mended?
plan-give-back-note-hint = A note on a single line is clearer when written beside that line.
plan-give-back-send = Return the plan
plan-given-back = The plan is returned with its notes. The employee has been told.
plan-due = To be set by { $due } ({ $when }).
plan-changed-meanwhile = { $name } has just changed this plan. Read the change first, then press again.
plan-not-writable-now = This plan cannot be written now. See its state below.

plan-state-draf-says = This plan is being written.
plan-state-ditandatangani-says = The employee has signed this plan; it waits to be set.
plan-state-dikembalikan-says = This plan was returned to be mended.
plan-state-ditetapkan-says = This plan is set and in force.
plan-state-klarifikasi-says = A new version is being talked over. The old one stays in force until the new one is set.
plan-state-digantikan-says = Another plan has taken the place of this one, for example after a transfer. There is nothing to do here.
plan-state-dievaluasi-says = The year has been evaluated. This plan is for reading only.

## The page of the plan

plan-pages = Other pages of this plan
plan-versions = Versions and changes
plan-print = Print (PDF)
plan-matrix = Matrix of roles and results
plan-tree = Performance tree
plan-who = Employee and rater
plan-employee = Employee
plan-unit-kerja = Unit
plan-rater = Rater (pejabat penilai kinerja)
plan-superior = The rater's superior
plan-form = Form
plan-results = Intended results
plan-results-gloss = An RHK (rencana hasil kerja) is a result that is expected, not a list of activities. Its indicators tell when it is reached.
plan-results-none = No intended results yet.
plan-utama-gloss = High priority. At least one.
plan-tambahan-gloss = Lower priority. May be added during the year.
plan-assigned-by-n = Assigned by { $who }
plan-supports-n = Supports the leader's result: { $what }
plan-indicators-of = Indicators of result { $n }
plan-indicators-none = No indicators yet.
plan-counting-latest = the latest report counts
plan-counting-lower = lower is better
plan-result-new = Write an intended result
plan-result-add = Add an intended result
plan-result-edit = Change an intended result
plan-result-change-n = Change result { $n }
plan-result-up = Move { $n } up
plan-result-down = Move { $n } down
plan-result-moved = The order is changed.
plan-behaviour = Work behaviour
plan-behaviour-gloss = The seven BerAKHLAK values hold for everybody. The leader may add special expectations.
plan-behaviour-edit = Write special expectations
plan-behaviour-lead = Write what the leader expects of this employee in particular, one line each. What is left empty means the general guidance is enough.
plan-behaviour-saved = The special expectations are saved.
plan-expectation = The leader's special expectations
plan-expectation-of = Special expectations: { $value }
plan-annexes = Annexes
plan-annexes-gloss = Three things agreed with the leader so that the results can be reached.
plan-annexes-edit = Write the annexes
plan-annexes-lead = One line for each item.
plan-annexes-saved = The annexes are saved.
plan-annex-none = Nothing here yet.
plan-resources = Resources
plan-resources-gloss = What the employee needs: people, budget, tools, guidance.
plan-resources-hint = For example: one document scanner; access to the archive two days a week.
plan-accountability = Accountability
plan-accountability-gloss = When it is reported, to whom, with which evidence.
plan-accountability-hint = For example: reported every month with a list of requests answered.
plan-consequences = Consequences
plan-consequences-gloss = What follows if expectations are met, or not.
plan-consequences-hint = For example: if met, proposed for advanced training.

plan-line-whole = The plan as a whole
plan-line-rhk = Result { $n }
plan-line-rhk-gone = A result that was removed
plan-line-indicator = Result { $n }, indicator { $i }
plan-line-indicator-gone = An indicator that was removed

plan-note-write = Write a note
plan-note-write-whole = Write a note on the whole plan
plan-note-for = Note on { $line }
plan-note-send = Save the note
plan-note-tick = Tick off
plan-note-written = The note is saved.
plan-note-ticked = The note is ticked off.
plan-notes-done = { $n ->
    [one] 1 note ticked off
   *[other] { $n } notes ticked off
}

plan-other = Other actions
plan-reopen = Open a clarification
plan-reopen-says = A clarification means talking the plan over again, for example after a new assignment. The present version stays in force until the new one is set.
plan-reopen-yes = Open it now
plan-reopened = The clarification is open. Change the plan, then sign it again.
plan-replace = Replace after a transfer
plan-replace-says = When the post or the rater changes, this plan ends the day before and a new one starts as a draft with the same text.
plan-replace-from = The new plan begins on
plan-replace-from-hint = Usually the first day in the new post.
plan-replace-yes = Replace the plan
plan-replaced = The old plan has ended. This is the new one, still a draft.

## The form of a result

plan-result-lead = Write one result and how it is measured. You may save it before it is complete.
plan-rhk = Intended result (rencana hasil kerja)
plan-rhk-hint = The result that is expected, for example “Information requests are answered in time”.
plan-kind = Kind
plan-kind-hint = The leader decides the priority.
plan-assigned-by = Assigned by
plan-assigned-by-hint = The leader's post or the team that gives the assignment.
plan-supports = Which result of the leader does it support?
plan-supports-hint = This link is what the matrix shows.
plan-supports-in-words = Not on the list
plan-supports-text = Or write it in words
plan-supports-text-hint = Only if it is not on the list above.
plan-supports-none-hint = The leader's plan is not set yet. Write it in words for now; it can be linked later.
plan-indicators = Indicators and targets
plan-indicators-gloss = What is measured, what the target is, and in which unit.
plan-indicators-gloss-narrative = Tell in sentences when this result counts as reached, with its target.
plan-indicator = Indicator
plan-indicator-n = Indicator { $n }
plan-indicator-new = (leave empty if not needed)
plan-indicator-narrative = Measure of success and target
plan-indicator-add = Add an indicator
plan-indicator-remove = Remove indicator { $n } when saving
plan-aspek = Aspect
plan-aspek-hint = Quantity: how much. Quality: how good. Time: how soon. Cost: at what cost.
plan-perspektif = Perspective
plan-perspektif-hint = From whose side the result is seen. Budget must always be there for senior leaders (JPT).
plan-target = Target
plan-target-upper = Up to
plan-target-written = Written in the document as
plan-target-written-hint = Printed instead of amount and unit. Empty it if you change the target.
plan-unit = Unit
plan-tally = How reports count
plan-tally-sum = They add up (documents, people, activities)
plan-tally-latest = The latest counts (per cent, index, days)
plan-direction = Direction
plan-direction-higher = Higher is better
plan-direction-lower = Lower is better
plan-result-save = Save the result
plan-result-saved = The result is saved.
plan-result-remove = Remove this result
plan-result-remove-says = The result leaves the plan. What was reported under it stays in the history.
plan-result-remove-yes = Yes, remove it
plan-result-removed = The result is removed from the plan.
plan-draft-shown = This is what you wrote and have not saved (kept at { $time }).
plan-draft-discard = Discard, back to what is saved
plan-draft-discarded = What was not saved has been discarded.

## Versions

plan-versions-lead = Each time the plan is set, its text is kept as a version that does not change any more.
plan-versions-none = No version yet
plan-versions-none-says = The first version is there once the rater has set the plan.
plan-versions-signs = Signs in targets: ≥ higher is better, ≤ lower is better, Σ reports add up, → the latest counts.
plan-versions-working = The text being talked over
plan-versions-working-says = What differs from the version in force:
plan-version-set = Set by { $name }, { $at }.
plan-version-print = Print version { $n }
plan-version-reason = Reason: { $reason }
plan-version-first = The first version.
plan-version-same = The same text as the version before.
plan-difference-added = added
plan-difference-removed = removed
plan-difference-changed = changed
plan-difference-before = Before
plan-difference-after = Now

## Matrix and tree

plan-matrix-lead = The matrix of roles and results shows who supports which of the leader's results.
plan-matrix-print = Print the matrix (PDF)
plan-matrix-gaps = { $n ->
    [one] One result has
   *[other] { $n } results have
} not been taken up by anybody. Talk over with the team who supports it.
plan-matrix-gaps-cite = PermenPANRB 6/2022, Bab II.A Tahap 5
plan-matrix-results = The leader's results
plan-matrix-unclaimed = Nobody supports it yet
plan-matrix-people = Everybody's role
plan-matrix-result-n = Result { $n }
plan-matrix-no-role = No role
plan-matrix-nobody = Nobody yet
plan-matrix-nobody-says = People appear here once reporting lines are recorded.
plan-tree-lead = From the leader's results down to the results of everybody who supports them.
plan-tree-below = { $n } below
plan-tree-none = No results yet
plan-tree-none-says = The tree grows once the leader and the team have results in their plans.

# Names of fields on the page of a conflict.
field-kind = Kind
field-supports = Supports the leader's result
field-target-upper = Up to
field-target-written = Written in the document as
field-tally = How reports count
field-direction = Direction
field-aspek = Aspect
field-perspektif = Perspective
field-resources = Resources
field-accountability = Accountability
field-consequences = Consequences
field-berorientasi-pelayanan = Service oriented
field-akuntabel = Accountable
field-kompeten = Competent
field-harmonis = Harmonious
field-loyal = Loyal
field-adaptif = Adaptive
field-kolaboratif = Collaborative
plan-take-over = Take this result over
plan-take-over-note = Note on taking it over
plan-take-over-hint = What was tried, and why you take it over. The note counts in the evaluation, and the employee reads it.
plan-take-over-save = Take over
plan-take-over-noted = You took this result over.
