# Sentences of an agency's scheme. All keys are named by the domain floor; both languages keep step.

## who rates

scheme-role-diri = The employee
scheme-role-penilai = The rater
scheme-role-rekan = Peers
scheme-role-bawahan = Subordinates
scheme-role-atasan = The rater's superior
scheme-who-office = The personnel office
scheme-nominated-line = Follows from the reporting line.
scheme-nominated-employee = Proposed by the employee, agreed by the rater.
scheme-nominated-rater = Named by the rater.
scheme-nominated-drawn = Drawn by lot.
scheme-few-stop = there is no result yet
scheme-few-spread = its share goes to the other raters in proportion to their weights
scheme-few-to-penilai = its share goes to the rater

## who may not rate

scheme-rater-no-such-role = { $role }: not a rater in this scheme.
scheme-rater-oneself = The self-assessment is filled in by the employee, who fills in nothing else.
scheme-rater-family = Family members do not rate, so that nobody need doubt the result.
scheme-rater-not-a-peer = Superiors and subordinates do not rate as peers.
scheme-rater-not-led = Only people whom this employee leads rate as subordinates.
scheme-rater-not-leading = Only a superior of the employee rates in this role.
scheme-rater-months = They have worked together for { $have } months in this period; the scheme asks for at least { $min }.
scheme-rater-untrained = The rater needs to take the training for raters first.
scheme-rater-next = Choose somebody else, or ask the personnel office.

## sheets

scheme-sheet-twice = One person fills in one sheet for an employee.
scheme-sheet-too-many = Too many sheets from { $role }; at most { $max }.
scheme-sheet-unknown-criterion = There is no criterion “{ $criterion }”, or it is computed from data and not rated by people.
scheme-sheet-not-for-role = The criterion “{ $criterion }” is not rated by { $role }.
scheme-sheet-mark-twice = The criterion “{ $criterion }” is answered twice.
scheme-sheet-outside-scale = The level for “{ $criterion }” is outside the scale from 1 to { $max }.
scheme-evidence-not-theirs = This evidence is not that of the person being rated, or is not open to you. Choose from the list below.
scheme-evidence-other-time = This evidence comes from a report outside this period. Choose evidence of this period.

## the result, step by step

scheme-no-result = This scheme has no result of its own; the predicate of the regulation is what counts.
scheme-said-counted = { $role }: mean { $level } of { $n } answers, weight { $weight } %.
scheme-said-heard = { $role }: mean { $level } of { $n } answers; heard, not counted.
scheme-said-few-heard = { $role }: { $n } answers, at least { $min } needed; cannot be shown yet.
scheme-said-hidden = { $role }: fewer than { $min } answers, so they are not shown.
scheme-said-few = { $role }: { $n } answers, at least { $min } needed. The weight of { $weight } % is not used: { $then }.
scheme-said-few-hidden = { $role }: fewer than { $min } answers, so they are not shown. The share of { $weight } % is not used: { $then }.
scheme-said-few-stop = No result yet: { $role } gave { $n } of at least { $min } answers for “{ $criterion }”.
scheme-said-few-stop-hidden = No result yet: { $role } have not given at least { $min } answers for “{ $criterion }”.
scheme-said-few-stop-next = Complete the answers from: { $role }.
scheme-measured = Measured { $amount } { $unit }: level { $level }.
scheme-measured-unknown = No number yet ({ $unit }).
scheme-criterion-level = { $criterion }: { $level } of { $max }.
scheme-criterion-fulfilment = { $criterion }: level { $level } against { $required }, met by { $score } %.
scheme-criterion-no-standard = { $criterion }: level { $level }; the standard of the post is not known, so it is not counted.
scheme-criterion-unknown = { $criterion }: not known; not counted as zero.
scheme-criterion-unknown-next = Complete what is not known, then compute again.
scheme-dimension = { $dimension }: { $score }, mean of { $known } of { $all } criteria.
scheme-dimension-unknown = { $dimension }: not known; not counted as zero.
scheme-nothing-known = Nothing is known yet, so there is no result.
scheme-result = Scheme result { $score }: { $band }. { $form }
scheme-result-kuadran = Predicate of the regulation: { $predikat }. This scheme adds no result of its own.
scheme-result-kuadran-waits = The predicate of the regulation is not set yet. This scheme adds no result of its own.

## how it is computed

scheme-form-kuadran = This scheme computes no result of its own; its criteria are there to talk about.
scheme-form-weighted = The scheme result is the mean of the dimensions by their weights.
scheme-form-average = The scheme result is the mean of the dimensions; all weigh the same.
scheme-form-bands = The weakest dimension decides the scheme result; none makes up for another.
scheme-measure-level = What counts is the level on the scale.
scheme-measure-fulfilment = What counts is the percentage of the post's standard that is met, at most 100 %; without a standard, of the highest level.
scheme-rounding-half-up = Every number shown is rounded to two decimals; a half is rounded up.
scheme-rounding-down = Every number shown is rounded down to two decimals.
scheme-unknown-stop = As long as one criterion is not known there is no result.
scheme-unknown-leave-out = A criterion that is not known is named and left out; it is never taken for zero.

## seeing it differently

scheme-differs = { $criterion }: you say { $own }, the rater says { $theirs }. Talk about it within { $days } working days.

## follow-ups

scheme-act-propose = proposed
scheme-act-open = open to the employee
scheme-act-require = to be begun
scheme-programme-mentoring = Mentoring
scheme-programme-coaching = Coaching
scheme-programme-improvement = Improvement plan
scheme-programme-counselling = Counselling
scheme-programme-training = Training
scheme-programme-scholarship = Scholarship and study leave
scheme-programme-promotion = Promotion
scheme-programme-talent = Development of potential
scheme-programme-dialogue = Performance talk
scheme-programme-award = Award
scheme-follows = { $programme }: { $text }
scheme-follows-unknown = Cannot be said yet, since something is not known. { $programme }: { $text }
scheme-when = { $year }: { $what } { $have }; the rule asks for { $test } { $limit }.
scheme-when-unknown = { $year }: { $what } not known.
scheme-what-predikat = predicate
scheme-what-band = class of the scheme result
scheme-what-score = scheme result
scheme-what-average = the agency's average of that year
scheme-what-level = level of “{ $criterion }”
scheme-what-level-each = the level of that criterion
scheme-what-short = shortfall of “{ $criterion }” against the standard of the post
scheme-what-short-each = the shortfall against the standard of the post
scheme-test-at-most = at most
scheme-test-at-least = at least
scheme-test-below = below
scheme-trend = From { $from } to { $until }: { $first } to { $last }; the rule asks for a steady change of at least { $by }.
scheme-trend-unknown = Between { $from } and { $until } there is a year that is not known.

## simulation

scheme-move = From { $was } to { $is }.
scheme-move-none = none
scheme-move-dimension = { $name }: { $was } to { $is }.
scheme-move-criterion = { $name }: { $was } to { $is }.
scheme-move-weight = Weight of { $name }: { $was } % to { $is } %.

## the page of rules

scheme-page-said = { $text }
scheme-page-purpose = What the appraisal is for
scheme-page-periods = When
scheme-page-criteria = What is looked at
scheme-page-raters = Who rates
scheme-page-combine = How the result is found
scheme-page-steps = Steps and their time
scheme-page-follow-ups = What follows
scheme-page-objection = If you see it differently
scheme-page-periodic = Periodic evaluation: { $rhythm }. It ends in the predicate of the regulation.
scheme-page-annual = Annual evaluation: at the end of the year. It ends in the predicate of the regulation.
scheme-page-review = Review of the scheme: { $rhythm }. No predicate; something to talk about, and feedback.
scheme-page-hours = Working hours, { $week } a week:
scheme-page-hours-day = { $day }: { $hours }
scheme-page-hours-days = { $first } to { $last }: { $hours }
scheme-page-hours-ramadan = Working hours in Ramadan, { $week } a week:
scheme-day-senin = Monday
scheme-day-selasa = Tuesday
scheme-day-rabu = Wednesday
scheme-day-kamis = Thursday
scheme-day-jumat = Friday
scheme-day-sabtu = Saturday
scheme-day-minggu = Sunday
scheme-page-themes = The indicators of the plan cover these themes:
scheme-page-team = Results of teams are kept beside those of individuals.
scheme-page-scale = Levels 1 to { $max }:
scheme-page-level = { $level }: { $text }
scheme-page-level-measured = { $level }: { $text } ({ $test } { $cut } { $unit })
scheme-page-dimension = Dimension { $dimension }
scheme-page-dimension-weighted = Dimension { $dimension }, weight { $weight } %
scheme-page-criterion-rating = { $criterion }. Rated by people by what each level looks like.
scheme-page-criterion-competence = { $criterion }. A competence; rated by people by what each level looks like, compared with the standard of the post.
scheme-page-criterion-indicator = { $criterion }. Computed from what was measured.
scheme-page-criterion-team = { $criterion }. Computed from the team's number.
scheme-page-rater = Turn { $turn }: { $role }, weight { $weight } %
scheme-page-rater-heard = Turn { $turn }: { $role }; heard, not counted
scheme-page-rater-dimensions = Only for: { $names }.
scheme-page-rater-anonymous = Without names, and shown only when at least { $min } people have answered.
scheme-page-rater-blind = Answers without seeing what others say.
scheme-page-rater-sees = May read first: { $role }.
scheme-page-rater-few = At least { $min } answers. With fewer: { $then }.
scheme-page-rater-months = Has worked with the employee for at least { $months } months of the period.
scheme-page-rater-trained = Has taken the training for raters.
scheme-page-rater-countersigned = Also read and signed by: { $role }.
scheme-page-predikat = The predicate of the regulation always stands: the ratings of results and of behaviour meet in the quadrant. No scheme replaces it.
scheme-page-means = Each dimension is the mean of its criteria.
scheme-page-band = { $band }: from { $from }
scheme-page-step = { $name }. { $who }, { $days } working days after the end of the period.
scheme-page-step-after = { $name }. { $who }, { $days } working days after “{ $before }”.
scheme-page-step-remind = Reminded { $days } working days before it is due.
scheme-page-step-escalate = { $days } working days after it was due the next level up is told.
scheme-page-follow-up = { $programme } ({ $act }): { $text }
scheme-page-each-of = For each criterion of { $dimension }, one by one.
scheme-page-if = If the { $what } is { $test } { $limit }.
scheme-page-years = { $years } years in a row.
scheme-page-rising = If it rises steadily for { $years } years, by at least { $by }.
scheme-page-falling = If it falls steadily for { $years } years, by at least { $by }.
scheme-page-disagreement = If your assessment and the rater's are { $gap } levels apart or more, both are recorded, a talk within { $days } working days is proposed, and { $role } sees both.
scheme-page-objection-filed = An objection is filed within { $days } working days after you received the evaluation document.
scheme-page-objection-decided = An objection is decided within { $days } working days after it was received.

## sheets, page by page

scheme-level-missing = Choose one level.
scheme-reason-missing = The lowest and the highest level need a reason. Write one example.
scheme-nothing-said = You have not rated a single criterion. If you cannot, say so under “I cannot rate”.
scheme-sign-needs-sheet = The rater's sheet of criteria was not sent yet; once the result is set it cannot be filled in any more.
scheme-sign-needs-sheet-next = Fill in and send the sheet of criteria, then set the result. Once the time of the regulation is over, the result can be set without it.

## read by the next level

scheme-countersigned = { $role } read and signed on { $at }.
scheme-not-countersigned = { $role } has not read and signed.

## raters beside the reporting line

scheme-nomination-proposed = waits for agreement
scheme-nomination-agreed = agreed
scheme-nomination-refused = not to be
scheme-nomination-withdrawn = taken back
scheme-nominate-no-such-role = This scheme names nobody as { $role }.
scheme-nominate-not-yours = { $role }: not for you to decide. { $how }
scheme-nominate-twice = This person is a rater already.
scheme-nomination-decided = This proposal was decided already.
scheme-nomination-answered = This person has sent their answers.
scheme-nomination-stays = A name that was agreed to stays while the period is open, so that nobody can find out who has answered.
scheme-nomination-stays-next = The person themselves can say that they cannot rate.
scheme-draw-too-few = Only { $have } people can be drawn; the scheme asks for at least { $min }.
scheme-draw-too-few-next = Ask the personnel office; without enough people this role is not counted.
scheme-drawn-already = { $role }: there are enough; the lot is not cast again.

## the scheme's result on the page of a result

scheme-no-result-because = There is no scheme result. { $why }
scheme-years-rises = rises
scheme-years-stays = stays
scheme-years-falls = falls
