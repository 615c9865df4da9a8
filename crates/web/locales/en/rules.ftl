# Sentences of the rules: every key the domain names. Keep both languages in step.

## account

account-password-too-short = Your password has { $have } characters. Use at least { $min }, for example a few words that you will remember.
account-password-too-long = The password is too long. Use at most { $max } characters.
account-password-common = This password is easy to guess. Use a few words that have nothing to do with each other, for example three things around you.
account-password-is-login = The password must not contain your NIP. Use other words.

## assessment: ratings

assessment-rating-dibawah = Below expectation
assessment-rating-sesuai = As expected
assessment-rating-diatas = Above expectation

## assessment: what is missing

assessment-rhk-needs-rating = This result has no rating yet. Choose one of the three.
assessment-nilai-needs-rating = This value has no rating yet. Choose one of the three.
assessment-hasil-needs-rating = The rating of hasil kerja as a whole has not been chosen.
assessment-perilaku-needs-rating = The rating of perilaku kerja as a whole has not been chosen.
assessment-needs-reason = The reason is too short ({ $have } of at least { $min } characters). Write what you saw and the evidence for it.

## assessment: whose turn it is

assessment-self-first = The assessment cannot be filled in yet because { $name } has not sent the self-assessment.
assessment-self-first-next = Remind { $name } to send the self-assessment.
assessment-self-first-next-until = Remind { $name }. After { $until } you may rate without waiting; the result will say that there was no self-assessment.
assessment-rater-still-has-time = Until { $until } this assessment is the rater's to make.
assessment-rater-still-has-time-next = Remind the rater. If nothing has been rated by that day, it becomes yours.
assessment-not-your-turn = The rater assesses, or the rater's superior once the time is over.
assessment-sent-and-stands = This assessment was sent on { $at } and can no longer be changed.

## assessment: guidance, never a bar

assessment-guidance-hasil = Chosen rating of hasil kerja: { $given }. By the guidance, the ratings of the single results point to: { $hint }. You decide; explain what it rests on.
assessment-guidance-perilaku = Chosen rating of perilaku kerja: { $given }. Of the seven values { $above } are rated above and { $below } below expectation. You decide; explain what it rests on.
assessment-counts = Above expectation: { $above }. As expected: { $met }. Below: { $below }, of these utama: { $utama_below }.

## dialogue

dialogue-counsellor-has-begun = The appointed counsellor has begun to write. The notes are not handed to somebody else.
dialogue-counsellor-independent = An appointed counsellor must be independent: not the employee, the rater, or the rater's superior.
dialogue-counsellor-other = Choose somebody else as counsellor.
dialogue-followup-empty = Write what was agreed.
dialogue-followup-owner = Choose one of the two of you.
dialogue-followup-past = This day has passed. Choose today or later.
dialogue-is-cancelled = This talk was called off.
dialogue-is-over = This talk is over, so its notes stand.
dialogue-is-over-next = Open a new talk; what was agreed and is not done goes along.
dialogue-kind-bimbingan = Coaching
dialogue-kind-dialog = Performance dialogue
dialogue-kind-konseling = Counselling
dialogue-needs-conclusion = Write a conclusion for the rater and the rater's superior. It is all they read.
dialogue-needs-counsellor = No counsellor has been appointed, so the talk cannot be concluded.
dialogue-needs-result = Write what came of it, however short.
dialogue-not-yet-held = This day has not come. Record the talk after it took place.
dialogue-part-behaviour = Problem of behaviour that stands in the way of performance
dialogue-part-cause = Cause
dialogue-part-conclusion = Conclusion for the rater and the rater's superior
dialogue-part-counsellor = Notes of the counsellor
dialogue-part-elsewhere = Does the same happen with other employees?
dialogue-part-employee = Notes of the employee
dialogue-part-expectation = Special expectation of the leader, if any
dialogue-part-goal = Goal: the target and how to reach it
dialogue-part-options = Options: what can I do?
dialogue-part-partner = Notes of the leader or coach
dialogue-part-problem = Problem or obstacle
dialogue-part-progress = Facts: progress towards the target
dialogue-part-reason = Reason
dialogue-part-result = Result
dialogue-part-tried = What has been done to mend it
dialogue-proposed-bimbingan = Predicate { $predikat }, results need to improve: coaching is proposed.
dialogue-proposed-konseling = Predicate { $predikat }, behaviour below expectation: counselling is proposed.
dialogue-reason-too-short = Write the reason in at least { $min } characters.
dialogue-state-dibatalkan = Called off
dialogue-state-direncanakan = Planned
dialogue-state-menunggu = Waiting for a counsellor
dialogue-state-selesai = Done
dialogue-topic-own = { $words }
dialogue-tried-too-short = Write what you have done so far, in at least { $min } characters.

## evaluation: names

evaluation-predikat-sangat-kurang = Very poor
evaluation-predikat-kurang = Poor (misconduct)
evaluation-predikat-butuh-perbaikan = Needs improvement
evaluation-predikat-baik = Good
evaluation-predikat-sangat-baik = Very good
evaluation-capaian-sangat-kurang = Very poor
evaluation-capaian-kurang = Poor
evaluation-capaian-butuh-perbaikan = Needs improvement
evaluation-capaian-baik = Good
evaluation-capaian-istimewa = Outstanding
evaluation-rhythm-bulanan = Monthly
evaluation-rhythm-triwulanan = Quarterly
evaluation-rhythm-semesteran = Half-yearly
evaluation-rhythm-tahunan = Annual
evaluation-document-ditandatangani = Signed by the rater, not delivered yet
evaluation-document-disampaikan = Delivered, waiting for the employee's signature
evaluation-document-dikembalikan = Signed by the employee

## evaluation: why

evaluation-predikat-follows = Predicate: { $predikat }. It follows the performance quadrant from the rating of hasil kerja ({ $hasil }) and of perilaku kerja ({ $perilaku }).
evaluation-step-capaian = Step 1, the organisation's achievement: { $capaian }. It rests on: { $basis }
evaluation-step-capaian-unknown = Step 1, the organisation's achievement: not stated when this result was made. It is not counted as zero and not guessed.
evaluation-step-pola = Step 2, pattern of distribution: with an organisation at { $capaian }, ideally most employees have the predicate { $predikat }. This is guidance, not a quota.
evaluation-step-pola-unknown = Step 2, pattern of distribution: cannot be seen because the organisation's achievement has not been stated.
evaluation-step-predikat = Step 3, the rater's ratings of the employee, considering the contribution made.
evaluation-rating-hasil = Rating of hasil kerja: { $rating }. The rater's reason: { $reason }
evaluation-rating-perilaku = Rating of perilaku kerja: { $rating }. The rater's reason: { $reason }
evaluation-result-rated = { $result }: { $rating }. { $reason }
evaluation-result-not-rated = { $result }: not rated.
evaluation-value-rated = { $value }: { $rating }.
evaluation-value-rated-why = { $value }: { $rating }. { $reason }
evaluation-value-not-rated = { $value }: not rated.
evaluation-evidence = It rests on { $n ->
    [one] one piece of evidence.
   *[other] { $n } pieces of evidence.
 }
evaluation-no-evidence = The rater named no evidence.
evaluation-self-sent = The self-assessment was sent on { $at }.
evaluation-self-missing = There is no self-assessment.
evaluation-plan-version = Judged against version { $version } of the plan, set on { $at }, under the rules { $policy }.

## evaluation: what is missing

evaluation-supervisor-missing = There is no assessment of { $name } by the rater yet, so there is no predicate.
evaluation-supervisor-not-sent = The rater's assessment of { $name } has not been sent yet, so there is no predicate.
evaluation-supervisor-incomplete = The rating of hasil kerja or perilaku kerja of { $name } has not been chosen, so there is no predicate.
evaluation-supervisor-missing-next = Complete and send the assessment of { $name }.
evaluation-review-stands = Review: hasil kerja { $hasil }, perilaku kerja { $perilaku }. No predicate.

## evaluation: distribution, warnings only

evaluation-and-or = { $a } and/or { $b }
evaluation-distribution-capaian-unknown = The organisation's achievement has not been stated, so the distribution cannot be compared yet.
evaluation-distribution-too-few = This unit has only { $n } people. Percentages are compared from { $min } people on.
evaluation-distribution-not-largest = Most employees are expected to have the predicate { $predikat }, but another has more people.
evaluation-distribution-too-many = { $predikat }: { $n } of { $total } people, more than { $percent } %.
evaluation-distribution-too-small = { $predikat }: { $n } of { $total } people, less than { $percent } %.
evaluation-distribution-absent = Somebody is expected to have the predicate { $predikat }, but nobody has.
evaluation-distribution-not-allowed = { $predikat }: { $n } people, while with this achievement nobody is expected there.

## evaluation: periods and the document

evaluation-period-closed = This period is closed and its results stand.
evaluation-period-already-open = This period was opened on { $at }.
evaluation-period-not-open = This period has not been opened yet.
evaluation-period-too-early = This period can be opened from { $opens }.
evaluation-period-too-early-next = Come back to this page on { $opens }.
evaluation-period-not-over = This period runs until { $last }.
evaluation-period-incomplete = { $n ->
    [one] One employee is still without a result.
   *[other] { $n } employees are still without a result.
 }
evaluation-period-incomplete-next = See the list and remind the raters or their superiors. After { $until } the period may be closed; what is empty will stay visibly empty.
evaluation-already-delivered = This document was delivered on { $at }.
evaluation-document-already-signed = You signed this document on { $at }.
evaluation-report-day = The day of the report is between { $signed }, when the result was signed, and today.
evaluation-not-delivered = This document has not been delivered to you yet.
evaluation-not-delivered-next = Wait until the rater delivers it, or ask.

## evidence

evidence-empty = This file is empty. Choose another.
evidence-too-large = This file is too large. At most { $max } MB; make the photo smaller or use a link.
evidence-type-not-taken = Files of type .{ $ending } are not taken. Use PDF, JPG, PNG, DOCX, XLSX or PPTX.
evidence-not-what-it-says = The content of this file is not .{ $ending }. Save it again with the right type and upload it.
evidence-link-not-a-link = This link is not complete. Write an address that begins with https://

## feedback

feedback-about-what = Write what it is about, for instance “Tuesday’s meeting” or “the monthly summary”.
feedback-ask-fewer = At most { $max } people in one go. Choose those who see your work best.
feedback-ask-whom = Choose at least one colleague other than yourself.
feedback-not-to-oneself = Feedback is given to others. For yourself there is the self-assessment.
feedback-say-one-of-two = Fill in at least one of the two: what went well, or what to improve.
feedback-source-missing = Choose as what you say it.
feedback-source-bawahan = Somebody they lead
feedback-source-lainnya = Somebody else concerned
feedback-source-pimpinan = Leader
feedback-source-pimpinan-lain = Another leader (team or special assignment)
feedback-source-setingkat = Colleague
feedback-part-too-short = This part says too little. Write at least { $min } characters: what, when, and an example.

## permissions: who could

permissions-needs-people = Master data is seen by the person, the rater, the leader of the unit and the personnel office.
permissions-needs-personnel = The personnel office does this.
permissions-needs-admin = The agency admin does this.
permissions-needs-reader = This is seen by the employee, the rater and the rater's superior, the leader of the unit, the personnel office, the PyB, the PPK and the auditor.
permissions-needs-near = This is seen by the employee, the rater and the rater's superior, the leader of the unit and the auditor.
permissions-needs-self = Only the employee can do this.
permissions-needs-self-or-rater = The employee does this together with the rater.
permissions-needs-self-or-personnel = The employee or the personnel office does this.
permissions-needs-rater = The rater does this, or the rater's superior when the time is over. Nobody judges their own.
permissions-needs-objection = An objection is seen by the employee, the rater and the rater’s superior, the personnel office, PyB, PPK and auditors.
permissions-needs-superior = An objection is examined and decided by the rater’s superior.
permissions-needs-scheme = The criteria of a person are filled in by that person, their rater, and those who were asked to rate them.
permissions-needs-report = The report to the PyB is recorded by the rater, the rater’s superior or the personnel office.
permissions-needs-assessment = An assessment is seen by the employee, the rater and the rater's superior, and the auditor.
permissions-needs-capaian = A unit's achievement is recorded by the leader above it, the PPK or the personnel office.
permissions-needs-unit = A unit's page is seen by its leader, the personnel office, the PyB, the PPK and the auditor.
permissions-needs-runs-survey = The survey is run by the leader of the unit or the personnel office.
permissions-needs-types-survey = Paper answers are typed in by people of the unit, its leader, or the personnel office.
permissions-needs-keeps-feed = A source is kept by the leader of its unit or the personnel office.
permissions-needs-enters-feed = Data are brought in by people of the unit that keeps the source, its leader, or the personnel office.
permissions-needs-token = This is only for another system that holds the token of the source.
permissions-needs-team = A team's page is seen by its rater, the rater's superior, the leader of the unit and the auditor.
permissions-needs-cycle = The page of the year is seen by leaders for their own unit, the personnel office, the PyB, the PPK and the auditor.
permissions-needs-reminder = A unit is reminded by its leader or the personnel office.
permissions-needs-recompute = Results are worked out anew by the personnel office or the auditor.
permissions-needs-job = Background work is seen by whoever asked for it, the personnel office and the auditor.
permissions-needs-job-cancel = Background work is called off by whoever asked for it or by the personnel office.
permissions-needs-journal = The journal is seen by employees for their own data, and by the auditor.
permissions-needs-remark = This feedback is read by the employee, its giver, the rater and the rater's superior, and the auditor.
permissions-needs-dialogue = Dialogues and coaching are read by their two sides, the rater and the rater's superior, and the auditor.
permissions-needs-two = This is only for the two who talk.
permissions-needs-workteam = A team's page is open to its leader and members, their raters and the raters' superiors, the head of the unit that owns the team, the personnel office, PyB, PPK and auditors.
permissions-needs-managing-workteam = A team is set up and changed by the personnel office or by the head of the unit that owns it.
permissions-needs-planning-workteam = Members and results of a team are laid down by its leader, the head of the unit that owns it, or the personnel office.
permissions-needs-reporting-workteam = Reports of a team are written by its leader and members.
permissions-needs-rating-workteam = What a team achieved is said by the head of the unit that owns it, by the head of a unit above, or by the PPK.
permissions-needs-counselling-report = The report of a problem of behaviour is read by the employee, the rater who reports, the counsellor, the personnel office and the PyB.
permissions-needs-counselling-conclusion = The conclusion of counselling is read by its two sides, the rater, and the rater's superior.
permissions-needs-counselling-list = The personnel office, the PyB and the auditor see that counselling takes place, without its content.
permissions-needs-counselling-appoint = The personnel office or the PyB appoints the counsellor.
permissions-needs-anyone = Please log in first.
permissions-needs-managing-mentoring = A case of mentoring is opened, matched and ended by the rater, the rater's superior or the personnel office.
permissions-needs-managing-talent = Potential, the talent map and succession are managed by the personnel office, PyB or PPK.
permissions-needs-mentoring = A case of mentoring is read by the employee, the mentor, the rater and the rater's superior, the personnel office and auditors.
permissions-needs-skills = The inventory of skills is searched by the personnel office, PyB, PPK and auditors.
permissions-needs-talent = Talent is seen by the personnel office, PyB, PPK, auditors, and by people for themselves.
permissions-needs-writing-mentoring = Steps and meetings are written by the employee, the mentor or the rater.

## plan: states and steps

plan-state-draf = Draft
plan-state-ditandatangani = Signed by the employee
plan-state-dikembalikan = Returned
plan-state-ditetapkan = Set
plan-state-klarifikasi = Being clarified
plan-state-digantikan = Replaced by another plan
plan-state-dievaluasi = Evaluated
plan-step-edit = Changing
plan-step-sign = Signing
plan-step-return = Returning
plan-step-set = Setting
plan-step-reopen = Opening for clarification
plan-step-replace = Replacing
plan-step-evaluate = Finishing the annual evaluation of
plan-step-not-now = { $step } this plan is not possible now. It stands at: { $state }.
plan-now-sign = Complete the plan, then the employee signs it.
plan-now-wait = Wait until the rater sets or returns it.
plan-now-mend = Mend the lines with notes, then sign again.
plan-now-reopen = To change it, open it for clarification; the version in force is kept.
plan-now-agree = Talk the change over, then the employee signs the new version.
plan-now-other-plan = Open the plan that replaced it.
plan-evaluate-needs-version = This plan has never been set, so it cannot be evaluated.
plan-evaluate-needs-version-next = Set the plan first.
plan-return-needs-note = There is no note yet that says what should change.
plan-return-needs-note-next = Write a note beside the line you mean, then return it.
plan-set-needs-reason = Write why this plan changes, for example a new assignment or an adjusted target.
plan-setter-rater = The plan is set by the rater.
plan-setter-superior = The plan is set by the rater's superior because it had not been set by { $due }.
plan-due-was = Last day for setting the plan: { $due }.
plan-setter-too-early = Until { $due } the rater sets this plan.
plan-setter-too-early-next = Remind the rater. After { $due } you can set it.
plan-setter-nobody = A plan is set by the rater, or by the rater's superior when the time is over.

## plan: what is missing

plan-needs-utama = There is no utama result yet. Add at least one.
plan-rhk-needs-text = This intended result is empty. Write the result that is expected.
plan-rhk-needs-indicator = There is no indicator yet. Add at least one so that the result can be measured.
plan-indicator-needs-text = This indicator is empty. Write what is measured.
plan-text-too-long = This text is too long. Shorten it to at most { $max } characters.
plan-target-needs-amount = The target has no number yet. Write for example 12, 82,5 or 100.
plan-target-needs-unit = The target has no unit yet. Write for example documents, percent or days.
plan-target-negative = A target cannot be less than zero.
plan-target-range-reversed = The upper bound ({ $high }) must be greater than the lower bound ({ $low }).
plan-target-needs-lower = The range has no lower bound yet.
plan-indicator-needs-aspek = Choose the aspect: quantity, quality, time or cost.
plan-indicator-needs-perspektif = Choose the perspective: those served, business process, internal strengthening or budget.
plan-aspek-not-for-jpt = The JPT form uses perspectives, not aspects. Leave the aspect empty.

## plan: advice, never a bar

plan-advice-activity = “{ $word }” tells an activity. Write the result, for example “Laporan … disampaikan tepat waktu” or “Meningkatnya …”.
plan-advice-absolute = Absolute targets (“{ $word }”) are better avoided, except where life, injury, national security or a great loss of money is at stake.
plan-advice-no-time = No target mentions time yet. Add by when or how fast the result is expected.
plan-advice-over-hundred = A target above 100 percent is seldom realistic. Check the number again.
plan-advice-only-tambahan = All results are tambahan. Those of high priority are utama.
plan-advice-perspective-required = There is no indicator with the perspective { $perspektif } yet. A JPT's plan always has it.
plan-advice-perspective-missing = There is no indicator with the perspective { $perspektif } yet. A JPT's plan should have all four.
plan-advice-unlinked = This line is not linked to a result of your leader. You can link it later, once the leader's plan exists.
plan-advice-no-resources = The annex does not name the resources agreed on yet.
plan-advice-no-accountability = The annex does not name the accountability scheme yet: when to report and which evidence is expected.
plan-advice-no-consequences = The annex does not name the consequences agreed on yet.

## plan: names

plan-perspektif-penerima-layanan = those served
plan-perspektif-proses-bisnis = business process
plan-perspektif-penguatan-internal = internal strengthening
plan-perspektif-anggaran = budget
plan-nilai-berorientasi-pelayanan = Service-oriented
plan-nilai-akuntabel = Accountable
plan-nilai-kompeten = Competent
plan-nilai-harmonis = Harmonious
plan-nilai-loyal = Loyal
plan-nilai-adaptif = Adaptive
plan-nilai-kolaboratif = Collaborative

## plan: differences between versions

plan-change-rhk = Intended result
plan-change-rhk-text = Wording of the intended result
plan-change-rhk-kind = Kind (utama or tambahan)
plan-change-assigned-by = Assigned by
plan-change-supports = The leader's result it supports
plan-change-indicator = Indicator
plan-change-indicator-text = Wording of the indicator
plan-change-target = Target
plan-change-aspek = Aspect or perspective
plan-change-order = Order
plan-change-expectation = The leader's special expectation
plan-change-resources = Resources
plan-change-accountability = Accountability scheme
plan-change-consequences = Consequences

## policy

policy-none-in-force = No rules are in force for the scheme { $scheme } on { $on }.
policy-none-in-force-next = PermenPANRB 6/2022 is in force since 7 February 2022. Choose a later date.
policy-problem-not-toml = This file is not valid TOML: { $error }
policy-problem-unknown-rule = The rule “{ $rule }” is not known.
policy-problem-unknown-shape = The shape “{ $shape }” is not known.
policy-problem-other-shape = The rule { $rule } has the shape “{ $wants }”, not “{ $shape }”.
policy-problem-unknown-field = The field “{ $field }” is not known. Perhaps a slip.
policy-problem-unknown-law = The law “{ $law }” is not in the folder law/.
policy-problem-missing = The field “{ $field }” is missing.
policy-problem-wrong = The field “{ $field }” must be: { $wants }.
policy-problem-not-dated = The rule { $rule } must be written as [[{ $rule }]] with its dates.
policy-problem-misplaced = The rule { $rule } may not be set in this folder.
policy-problem-overlap = The rule { $rule } from { $from } overlaps another version.
policy-problem-gap = The rule { $rule } has a gap from { $from } until { $until }.
policy-problem-ends = The rule { $rule } ends without a successor.
policy-problem-rule-missing = The rule { $rule } is missing, in the scheme and in its laws.
policy-problem-no-name = The folder { $folder } has no rule “name”.
policy-problem-assumption-unexplained = The rule { $rule } is an assumption, but notes.md has no dated paragraph on it.
policy-problem-note-undated = The heading of a note must begin with a date: ## 2026-11-20 rule: title.
policy-problem-note-empty = This note explains nothing yet.
policy-problem-rhythm-not-allowed = The rhythm { $rhythm } is not among those the law allows.
policy-problem-review-not-semester = A scheme's review must be half-yearly; monthly, quarterly and annual are the law's evaluations.
policy-problem-needs = Rule { $rule } needs rule { $other }.
policy-problem-twice = Rule { $rule } has “{ $code }” more than once.
policy-problem-names-unknown = Rule { $rule } names “{ $code }”, which does not exist.
policy-problem-weights = The weights in { $rule } add up to { $sum } %; they have to be 100 %, and none may be empty.
policy-problem-weights-unused = Weights of dimensions are only written where the form is “weighted”.
policy-problem-dimension-empty = Dimension “{ $code }” has no criteria.
policy-problem-scale = A scale needs two to nine levels.
policy-problem-anchors = Criterion “{ $code }” needs what each level looks like: { $levels } sentences.
policy-problem-cuts = Criterion “{ $code }” needs one cut fewer than there are { $levels } levels.
policy-problem-shares = The weights of the raters for dimension “{ $code }” add up to { $sum } %; they have to be 100 %.
policy-problem-turns = The self-assessment comes first, but the employee's turn is not before the rater's.

## progress: status

progress-track-not-started = Not started
progress-track-on-track = On track
progress-track-at-risk = At risk
progress-track-late = Late
progress-track-reached = Reached

## progress: why

progress-stands = Status: { $track }.
progress-realised = Realised { $amount } { $unit } of the target { $target }.
progress-nothing-reported = Nothing has been reported yet. That is not the same as zero.
progress-reported-without-amount = There are reports, but none with an amount.
progress-time-passed = Time that has passed: { $percent } %.
progress-still-early = It is still early; nothing has been missed.
progress-silent = More than a quarter of the time has passed without a report.
progress-over-without-report = The time is over without a report.
progress-cannot-be-counted = The target or the reports have no numbers, so reports and steps are looked at.
progress-target-reached = The target is reached ({ $percent } %).
progress-over-below-target = The time is over and { $percent } % is reached.
progress-keeps-pace = { $percent } % is reached, in step with time.
progress-falls-behind = { $percent } % is reached, more than 10 points behind time.
progress-far-behind = { $percent } % is reached, more than 25 points behind time.
progress-level-rises = The latest report stands at { $percent } % of the target and is rising.
progress-level-stands-still = The latest report stands at { $percent } % of the target and has not risen since the one before.
progress-level-lags = The latest report stands at only { $percent } % of the target, behind time.
progress-level-within-limit = The latest report is within the limit.
progress-level-above-limit = The latest report is above the limit, and can still be mended.
progress-limit-within = { $percent } % of the limit is used, in step with time.
progress-limit-used-fast = { $percent } % of the limit is used, faster than time.
progress-limit-passed = The limit has been passed.
progress-limit-kept = The time is over and the limit was kept.
progress-step-overdue = The step “{ $step }” is { $days ->
    [one] one day
   *[other] { $days } days
 } overdue.

## circumstances, spread, taking over

evaluation-studies-given-up = The studies were not finished, behaviour { $perilaku }: { $predikat }.
evaluation-carried-over = The employee moved within this period. The new rater and the employee agreed on { $at } to take the result of { $from } to { $until } from the old unit: { $reason }
evaluation-by-time = This agency weighs the plans of a year by time: mean { $mean } of 5, { $predikat }.
evaluation-by-time-part = { $predikat } for { $days } days
evaluation-carry-over-not-open = A result of the old unit can be taken only while the period is open.
evaluation-carry-over-asked-before = This was proposed before in this period.
evaluation-carry-over-needs-reason = Say why this result is taken.
evaluation-distribution-gap-above = Mean predicate { $mean } of 5, the unit's achievement { $capaian } ({ $unit } of 5): its people are rated far above what the unit achieved. Why?
evaluation-distribution-gap-below = Mean predicate { $mean } of 5, the unit's achievement { $capaian } ({ $unit } of 5): its people are rated far below what the unit achieved. Why?
people-circumstance-overlaps = There is { $kind } from { $from } already. End that first, or choose other days.
people-circumstance-tugas-belajar = Study leave (tugas belajar)
people-circumstance-diperbantukan = Seconded elsewhere (diperbantukan)
people-circumstance-cltn = Leave without pay (CLTN)
people-circumstance-mpp = Preparing for retirement (MPP)
people-circumstance-pejabat-negara = State official (pejabat negara)
people-circumstance-lns = Head or member of a non-structural body
people-circumstance-diberhentikan-sementara = Suspended
people-studies-lebih-cepat = Finished early
people-studies-tepat-waktu = Finished in time
people-studies-diperpanjang = Finished after an extension
people-studies-tidak-selesai = Not finished
people-no-plan-asked = On { $day } no plan is asked for: { $kind }.
people-no-plan-asked-next = If that has ended, ask the personnel office to note it.
plan-advice-clause = { $says }.
plan-take-over-not-promised = Only a result of a plan in force can be taken over.
plan-take-over-done = This result was taken over already.
plan-take-over-needs-note = Write the note; without it the taking over cannot be considered.
plan-taken-over = Taken over by the leader on { $at }: { $note }

## workteam

workteam-advice-leader = This team has no leader yet to whom the rater has agreed.
workteam-advice-shares = The shares written down add up to { $sum } per cent, not 100. That is fine if it is meant so.
workteam-carrier-is-member = Choose among members whose rater has agreed.
workteam-corrects-nothing = The report to be corrected is not here.
workteam-decline-needs-reason = Say why you cannot agree, in at least { $min } characters, so that the team can look for another way.
workteam-ends-before-it-begins = The last day is before the first.
workteam-entry-needs-words = Say what was done.
workteam-entry-not-yet = This day has not come yet.
workteam-has-leader = This team has a leader, or waits for one. End the present leader's part first.
workteam-is-over = This team has ended and is not changed any more.
workteam-is-over-next = Its records can still be read. Set up a new team if the work goes on.
workteam-member-is-there = This person is in the team on those days, or still waits for their rater's word.
workteam-name-too-long = A team's name has at most { $max } characters.
workteam-needs-name = Give the team a name.
workteam-needs-purpose = Say what the team is for, in at least { $min } characters.
workteam-nothing-to-rate = This team has no result yet of which anything could be said.
workteam-nothing-to-rate-next = First write what the team is expected to deliver.
workteam-outside-its-days = This day is outside the team's days.
workteam-part-anggota = Member
workteam-part-ketua = Leader of the team
workteam-part-is-over = This part is over, was declined, or was taken back.
workteam-predikat-follows = The team's predicate is { $predikat }: what its results achieved is { $capaian }.
workteam-predikat-middle = The middle of { $n } results is { $capaian }; of two middle ones the lower counts.
workteam-proposal-taken-back = This proposal was taken back and needs no answer.
workteam-rate-needs-capaian = Choose what this result achieved.
workteam-rate-needs-reason = Say why, in at least { $min } characters.
workteam-rate-own = You worked in this team in that period, so somebody else says what it achieved.
workteam-rate-own-next = The head of the unit above or the PPK can say it.
workteam-result-needs-text = Write what result is expected.
workteam-result-rated = { $result }: { $capaian }. { $reason }
workteam-result-share = Reported by the team up to then: { $percent } per cent of the target.
workteam-result-too-long = At most { $max } characters.
workteam-share-or-words = Fill in the share in per cent, or say in words what they do.
workteam-share-out-of-range = A share is between 1 and 100 per cent.
workteam-standing-disetujui = Rater has agreed
workteam-standing-ditolak = Not agreed to
workteam-standing-diusulkan = Waits for the rater
workteam-standing-selesai = Over
workteam-state-berakhir = Ended
workteam-state-berjalan = Running
workteam-state-direncanakan = Not begun
workteam-target-needs-unit = Write the unit: requests, documents, per cent.
workteam-target-negative = An amount cannot be less than zero.
workteam-word-is-given = This proposal has been answered.
workteam-word-of-rater = You proposed it yourself; the employee's rater gives the word.
permissions-needs-fairness = The fairness report is read by the personnel office, PyB, PPK and the auditor.
permissions-needs-calibration = A calibration session is for those who rate in its group, heads of units, the personnel office and auditors.
permissions-needs-leads-calibration = A calibration session is called and kept by the personnel office or the head of a unit.
permissions-needs-decides-calibration = A calibration proposal is decided by the official who gave the rating, not by their superior or the personnel office.
