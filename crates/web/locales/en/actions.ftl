# Sentences of the actions floor: notices, tasks and refusals.

account-ask-admin = Please ask your agency's administrator.
account-disabled = This account is closed for now.
account-password-unchanged = The new password is the same as the old one. Choose another.
account-passwords-differ = The two new passwords differ. Type it again here.
account-present-password-wrong = The present password does not match. Try again.
account-wait = Too many tries. Try again in { $seconds } seconds.
account-wrong-login = NIP or password does not match. Check them and try again.

assessment-already-sent = This assessment has been sent and can no longer be changed.
assessment-ask-superior = The rater's superior can still assess.
assessment-period-closed = This period is closed.
assessment-period-not-open = This period is not open yet.
assessment-plan-not-set = The plan has not been set, so it cannot be assessed yet.
assessment-superior-too-early = As the superior you can assess after the period has ended, if the rater has not.

evaluation-already-acknowledged = You have already signed for this result.
evaluation-capaian-needs-basis = Say what this rests on, such as a performance report or minutes.
evaluation-frozen = This period's result has been signed and cannot be changed.
evaluation-report-is-recorded = The report of this document is recorded already: { $on }.
evaluation-period-stays-closed = A closed period is not opened again.

feedback-already-acknowledged = The employee has read this feedback, so it can no longer be changed.

notice-acknowledged = { $name } has signed for the evaluation result.
notice-evaluated = { $name } has set your evaluation result.
notice-feedback = { $name } gave you feedback.
notice-feedback-acknowledged = { $name } has read your feedback.
notice-obstacle = { $name } reported an obstacle.
notice-plan-note = { $name } wrote a note on the plan.
notice-plan-reopened = { $name } opened the plan for clarification.
notice-plan-returned = { $name } returned your plan with { $notes } notes.
notice-plan-set = { $name } set the { $year } plan, version { $version }.
notice-plan-signed = { $name } signed the { $year } plan and waits for it to be set.
notice-progress = { $name } reported progress.
notice-rated = { $name } has filled in your assessment.
notice-remind-self-assessment = { $name } reminds you to send your self-assessment.
notice-reply = { $name } answered a report.
notice-self-assessed = { $name } has sent the self-assessment.

period-bulanan = Month { $number }, { $year }
period-triwulanan = Quarter { $number }, { $year }
period-semesteran = Six-month review { $number }, { $year }
period-tahunan = Annual evaluation { $year }

plan-already-running = There is already a { $year } plan running on that day.
plan-ask-personnel-office = Ask the personnel office to complete your data.
plan-no-post = No post is recorded on { $day }.
plan-no-rater = No rater (Pejabat Penilai Kinerja) is recorded on { $day }.
plan-note-empty = The note is empty. Write what should be improved.
plan-open-the-running-one = Open that plan, or have it replaced because of a transfer.
plan-start-outside-year = Choose a date within { $year }.
plan-supports-nothing = This result of the leader is no longer there. Choose from the list, or put it in words.

progress-in-the-future = That day has not come yet. Report once the work is done.
progress-negative = The amount cannot be below zero. To put something right, use Correct on the earlier report.
progress-outside-plan = That day is outside the plan, which starts on { $from }.
progress-plan-not-set = The plan has not been set, so there is nothing to report on yet.
progress-plan-not-set-next = Wait for it to be set, or remind the rater.
progress-reply-empty = The answer is empty.
progress-say-something = Write what you did, or what stood in the way.
progress-step-empty = Write the step to be taken.

task-acknowledge-result = Sign for your evaluation result
task-answer-notes = Mend the returned plan ({ $notes } notes)
task-answer-obstacle = Answer { $name }'s obstacle ({ $obstacles })
task-close-period = Close { $period }
task-finish-plan = Finish and sign the { $year } plan
task-lay-out-year = Lay out the periods of { $year }
task-open-period = Open { $period }
task-rate = Assess { $name }
task-read-feedback = Read the feedback for you
task-report-month = This month's report is missing: { $indicators } indicators
task-self-assess = Fill in the self-assessment: { $period }
task-set-overdue-plan = Set { $name }'s plan, which is past its deadline
task-set-plan = Check and set { $name }'s plan
task-sign-result = Set { $name }'s evaluation result
task-start-plan = Start the { $year } plan
task-scheme-own = Fill in your criteria: { $period }
task-scheme-name = Propose { $role }: at least { $n } more
task-scheme-asked = Fill in the criteria of { $name }, as you were asked
task-scheme-team = Fill in the criteria of your team: { $n }
task-scheme-decide = Agree to the raters of { $name }: { $n } proposed
task-scheme-name-for = Name the raters of { $name }
task-scheme-countersign = Read and sign raters' sheets: { $n }
notice-scheme-proposed = { $name } proposes raters. Agree, or write why not.
notice-scheme-asked = You were asked to rate the criteria of { $name }.
notice-scheme-agreed = { $name } was agreed to as your rater.
notice-scheme-refused = { $name } was not agreed to as your rater. Read why.
notice-scheme-declined = { $name } cannot rate. Read why.
notice-scheme-self = { $name } has filled in their own criteria.
notice-scheme-differs = Criteria of { $name }: { $n } are seen differently. Talk about them within { $days } working days.
notice-scheme-countersigned = { $name } has read and signed your sheet.

job-ask-again = Ask once more; a new file is made of how things are now.
job-file-gone = This file was kept for its time and is gone.
job-has-ended = This work is done or was stopped already.
job-log-in-closed = The log-in that asked for this work was closed, so the work was stopped.
job-nothing-to-print = No result in this unit is signed yet, so there is no document to print.
job-recompute-needs-closed = Results are worked out anew once the period is closed.
job-review-has-no-document = A half-year review has no document; the forms belong to the evaluations of the law.
job-stopped = The work stopped over a trouble that did not pass. What was done stays; ask once more, or tell whoever keeps the server.

notice-concluded = { $period } is closed and your result is there.
notice-concluded-for-you = { $period } is closed. Ratings you had sent and not yet signed became results as you wrote them.
notice-due-acknowledge = Your result waits for you to sign for it.
notice-due-plan = Your plan is not finished. It is due on { $due }.
notice-due-rate = { $n } people wait for your rating, due on { $due }.
notice-due-self = Your self-assessment is awaited, due on { $due }.
notice-due-set = { $n } plans wait for you to set them, due on { $due }.
notice-due-sign = { $n } results wait for your signature, due on { $due }.
notice-late-plans = { $n } plans below you are past { $due }.
notice-late-ratings = { $n } ratings below you are past { $due }.
notice-late-self = { $n } self-assessments in your team are past { $due }.
notice-opened = { $period } is open. Fill in your self-assessment by { $due }.
notice-opened-for-rater = { $period } is open. You rate { $n } people.
notice-opened-without-plan = { $period } is open, but you have no plan yet. Finish your plan first.

reminder-choose-a-step = Choose at least one step.
reminder-period-not-open = This period is not open, so there is nothing to remind of.
# Feedback during the year, dialogue, coaching, counselling.
feedback-ask-is-answered = This request was answered.
feedback-line-unknown = This result is in no plan you may see. Choose another, or write it as something else.
people-name-several = There are several: { $names }. Write more of the name.
notice-feedback-about = { $name } gave feedback for { $employee }.
notice-feedback-asked = { $name } asks for your feedback.
notice-feedback-declined = { $name } cannot give feedback this time.
notice-feedback-passed-on = { $name } passes feedback for { $employee } on to you as rater.
notice-feedback-received = { $name } has read the feedback you passed on.
notice-dialogue-opened = { $name } opened a performance dialogue with you.
notice-coaching-opened = { $name } plans coaching with you.
notice-counselling-opened = { $name } opened a talk for the two of you only.
notice-counsellor-appointed = A talk with { $name } is planned for { $on }.
notice-dialogue-held = { $name } recorded the talk with you as concluded.
notice-dialogue-concluded = { $name } concluded a talk; part of it is for you to read.
notice-dialogue-cancelled = { $name } called a talk off.
notice-followup = { $name } recorded something agreed for you, due { $due }.
notice-followup-done = { $name } ticked off something agreed.
task-answer-ask = Answer { $name }’s request for feedback
task-appoint-counsellor = Appoint counsellors: { $n } waiting
task-followup = Follow-up: { $what }
task-followup-confidential = A follow-up you agreed to
task-propose-bimbingan = Plan coaching with { $name } ({ $article })
task-propose-konseling = Talk about { $name }’s behaviour at work ({ $article })
task-receive-feedback = Read another leader’s feedback on { $name }
task-talk = Talk with { $name }

# Teams across units.
notice-workteam-agreed = { $name } may work in { $team }: the rater has agreed.
notice-workteam-declined = { $name }'s rater has not agreed to their working in { $team }.
notice-workteam-ended = { $team } has ended.
notice-workteam-joined = You work in { $team }.
notice-workteam-left = Your part in { $team } has ended.
notice-workteam-proposed = You were proposed for { $team }; your rater has been asked to agree.
notice-workteam-rated = What { $team } achieved was said: { $predikat }.
notice-workteam-report = { $name } reported progress of { $team }.
notice-workteam-result = There is a new result expected of { $team }.
notice-workteam-word = { $name } was proposed for { $team }. Your word is waited for.
task-workteam-word = Answer the proposal of { $name } for { $team }
workteam-adopt-is-there = This result of the team is in your plan already.
workteam-adopt-members = Only the leader and members take a team's result into their plans.
workteam-adopt-no-draft = Your plan cannot be changed at the moment.
workteam-adopt-no-draft-next = Write a plan, or open it for clarification with your rater, then try again.
workteam-period-is-another = The team did not work in that period.
workteam-period-not-open = { $period } is not open, so nothing can be said or changed about the team's achievement.
workteam-report-members = Reports are written by the leader and members who work in the team now.
workteam-unit-is-not-yours = Choose the unit you lead, or one below it.
