# Results of evaluation: the result, why, the document, the spread.

evaluation-title = Result of evaluation
evaluation-of = Result of { $name }
evaluation-predikat = Predicate
evaluation-predikat-is = Performance predicate: { $predikat }
evaluation-dates = Period
evaluation-evaluator = Rated by
evaluation-reviewed = Reviewed
evaluation-signed-at = Signed
evaluation-capaian-missing = Not stated when this result was made
evaluation-print = Print the document (PDF)
evaluation-desk = Assessment desk
evaluation-back = Back to the result
evaluation-not-acknowledged = Waiting for you to sign for it

evaluation-why-title = Why the result is what it is
evaluation-why-alone = Open these reasons as a page of their own
evaluation-policy = Rules used: { $policy }.
evaluation-certainty-says = “Official text” was read in the regulation itself; “our reading” means that the regulation does not say it and the reason is noted under Rules.
evaluation-certainty-text = Official text
evaluation-certainty-secondary = Secondary source
evaluation-certainty-assumption = Our reading

evaluation-notes = Notes or recommendation
evaluation-notes-hint = For instance training, coaching, the next assignment. Printed on the document.
evaluation-no-notes = No notes.

evaluation-sign-title = Sign the result
evaluation-sign-says = By signing you set this result and the employee is given it at once. It cannot be changed afterwards.
evaluation-sign-without-capaian = The organisation’s achievement has not been stated. The result can be signed and will say so.
evaluation-sign-without-self = There is no self-assessment. The result will say so.
evaluation-sign = Sign and set
evaluation-signed = The result was signed. Go on with feedback.

evaluation-acknowledge-title = Receipt
evaluation-acknowledge-says = Signing means that you have received this result, not that you agree with it.
evaluation-acknowledge = I have received this result
evaluation-acknowledged = Your receipt was recorded.

evaluation-document = Evaluation document
evaluation-duty = Step
evaluation-duty-sign = Signed by the rater
evaluation-duty-deliver = Delivered to the employee
evaluation-duty-acknowledge = Signed by the employee
evaluation-duty-report = Reported to the competent authority
evaluation-due-by = At the latest
evaluation-due-state = State
evaluation-due-done = Done { $date }
evaluation-due-done-late = Done { $date }, { $n } days late
evaluation-due-late = { $n } days late
evaluation-due-later = Waits for the step before

evaluation-distribution-title = Spread of predicates
evaluation-distribution-open = See the spread of predicates
evaluation-distribution-lead = How the predicates of the people you rate are spread, beside the pattern the regulation expects. A mirror and no quota: no predicate changes because of it.
evaluation-distribution-people = People
evaluation-distribution-count = { $n } with a predicate
evaluation-distribution-missing = { $n } without
evaluation-distribution-empty = No predicates yet
evaluation-distribution-empty-says = The spread appears once the first result is signed.
evaluation-distribution-figure = People by predicate
evaluation-distribution-shape = shape of the regulation’s pattern
evaluation-distribution-peak = ideally the most, by the regulation
evaluation-distribution-explain = Your explanation
evaluation-distribution-explain-hint = If the spread is as it should be, write why. No predicate changes; your words are kept with this period.
evaluation-distribution-explain-save = Save the explanation
evaluation-distribution-explained = The explanation of the spread was saved.
evaluation-distribution-explained-at = Written { $at }.
evaluation-years-see = From year to year
evaluation-years-title = From year to year
evaluation-years-of = From year to year: { $name }
evaluation-years-none = No annual result yet
evaluation-years-none-says = This page fills once the first annual evaluation is signed.
evaluation-years-year = Year
evaluation-years-hasil = Results
evaluation-years-perilaku = Behaviour
evaluation-years-criteria = Criteria of the scheme
evaluation-years-says = The direction is the middle of the changes between years, so that one odd year does not turn it. It is no rating.
evaluation-years-direction = Direction
evaluation-years-unknown = cannot be said yet
