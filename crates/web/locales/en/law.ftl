# Sentences of the law: achievement, angka kredit, discipline, objection, the score of PP 30. Keys named by the domain floor; both languages in step.

## achievement

achievement-normal = { $realised } reached of a target of { $target }: { $percent } %.
achievement-khusus = Less is better: { $realised } reached, target { $target }: { $percent } %.
achievement-inside-range = { $realised } lies within the range that begins with { $target }: { $percent } %.
achievement-goal-not-positive = Achievement cannot be computed: the target must be above zero, the upper bound not below the lower, and what was reached not negative.
achievement-goal-not-positive-next = Look at the target and at what was reached.
achievement-worth = An achievement of { $percent } % is { $label }; its value is { $value }.
achievement-worth-maximum = An achievement of { $percent } % of the most that can be reached is { $label }; its value is { $value }.
achievement-total = Main results { $main } and additional results { $added }: the value of the SKP is { $value }.
achievement-unknown-factor = The factor { $factor } % is not known for additional results, or its weight or value is negative.
achievement-none-in-force = The formulas of PermenPANRB 8/2021 are not in force on { $on }. They are for July to December 2021.

## angka kredit

ak-jenjang-ahli-pertama = Ahli pertama
ak-jenjang-ahli-muda = Ahli muda
ak-jenjang-ahli-madya = Ahli madya
ak-jenjang-ahli-utama = Ahli utama
ak-jenjang-pemula = Pemula
ak-jenjang-terampil = Terampil
ak-jenjang-mahir = Mahir
ak-jenjang-penyelia = Penyelia
ak-of-period = Angka kredit of this period { $value }: { $months } months as { $jenjang }.
ak-of-year = Angka kredit of this year { $value }: { $months } months as { $jenjang }, by the annual predicate.
ak-percent-is = The predicate { $predikat } counts { $percent } %.
ak-coefficient-is = Coefficient of a year for { $jenjang }: { $coefficient }.
ak-months = { $months } months are no period. Angka kredit is computed for 1 to 12 months.
ak-standing = Your angka kredit together: { $total } as { $jenjang }.
ak-rank-needed-is = The next pangkat needs { $needed }; { $left } are missing.
ak-level-needed-is = The next jenjang needs { $needed }; { $left } are missing.
ak-carried = The surplus of { $value } is carried on after the new pangkat.
ak-carried-none = Nothing is carried on into the next jenjang ({ $value }).
ak-from-structural = First angka kredit { $value }: { $earned } for { $years } years and a basis of { $basis } for golongan { $golongan }.
ak-no-basis = No basis for golongan { $golongan } is found in the rules.
ak-none-in-force = Angka kredit from a predicate is not in force on { $on }. It begins with the performance of 2023.

## discipline

discipline-rung = { $days } days of absence without a valid reason. From { $from } days on the rule provides a punishment of the level { $level }: { $says }.
discipline-below = { $days } days of absence without a valid reason: the rule provides nothing yet.
discipline-decides-nothing = This is information, no punishment. The official in charge decides after looking into it and hearing you.
discipline-in-a-row = { $days } working days in a row; the rule names a limit of { $limit } days.
discipline-minutes = { $minutes } minutes late or left early, { $day } minutes a day, count as { $days } days.
discipline-next = { $days } more days to the next step.
discipline-none-in-force = The ladder of absence of PP 94/2021 is not yet in force on { $on }.

## objection: states

objection-state-diajukan = Filed
objection-state-diperiksa = Being examined
objection-state-dikuatkan = Result upheld
objection-state-diubah = Result changed

## objection: what stands against it

objection-already = There is an objection against this result already: { $state }.
objection-already-next = Add your words to the objection that is there, as long as it is not decided.
objection-result-final = This result was made by the rater’s superior and is final by the rule.
objection-talk-next = You can still ask the rater’s superior for a talk about this result.
objection-not-delivered = The document has not been given to you. The days for an objection begin when you receive it.
objection-not-delivered-next = Wait for the document; its lateness takes nothing from your right.
objection-too-late = An objection is filed within { $days } working days of receiving the document, that is until { $last }.
objection-not-yours = Only the employee concerned can file an objection.
objection-only-superior = An objection is examined and decided by the rater’s superior, who is no party to it.
objection-already-asked = The rater and the employee were asked for their word in writing already.
objection-not-asked = A statement can be written once the superior has asked for it.
objection-not-asked-next = Wait until the rater’s superior asks.
objection-not-your-word = This statement is written by the person concerned.
objection-side-rater = the rater
objection-side-employee = the employee
objection-both-heard = Before the decision both sides are heard in writing. There is no statement of { $side } yet.
objection-both-heard-next = Ask for it. On { $due } you can decide without a side that does not answer.
objection-is-decided = This objection is decided: { $state }. The decision stands.
objection-nothing-changed = The new ratings are the same as the old ones.
objection-nothing-changed-next = Choose “uphold”, or change one of the ratings.
objection-too-short = Write at least { $min } characters, so that others can follow the reason.

## objection: the decision and its reasons

objection-upheld = Decided { $at }: the result is upheld, the predicate stays { $was }.
objection-changed = Decided { $at }: the result is changed. The predicate was { $was }.
objection-said = The employee’s objection, { $at }: { $reasons }
objection-rater-said = The rater’s statement, { $at }: { $words }
objection-rater-silent = The rater was asked for a statement and did not answer by the last day.
objection-employee-said = The employee’s statement, { $at }: { $words }
objection-employee-silent = The employee was asked for a statement and added nothing by the last day.
objection-superior-said = The superior’s reasons: { $reasons }
objection-decided-in-time = Decided in time, by { $due }.
objection-decided-late = Decided after { $due }. Late, and still valid.
objection-final = The superior’s decision is final.
objection-stands = Objection: { $state }; the decision is due by { $due }.
objection-undecided = The decision is { $days } days late.
objection-undecided-follows = The result stays as it is until the decision. The lateness is told to the next level, and a late decision is valid.
objection-report-late = The report to the PyB is { $days } days late.
objection-right-stays = A late report takes nothing from the right to object.

## score (PP 30/2019)

score-part-skp = value of the SKP
score-part-behaviour = value of behaviour
score-outside = A { $part } of { $value } is outside the scale of 0 to { $max }.
score-weighed = SKP { $skp } at { $skp_weight } % and behaviour { $behaviour } at { $behaviour_weight } %: { $value }.
score-weighed-with-opinion = With the opinion of peers and subordinates: SKP { $skp } at { $skp_weight } % and behaviour { $behaviour } at { $behaviour_weight } %: { $value }.
score-follows = A score of { $value } is { $label }, which begins with { $from }.
score-no-idea = The score would be enough for { $label }, but that also needs a new idea or way that was of benefit.
score-none-in-force = No rule of scoring is known for { $on }.

## objection: late ones, lines of a result, disagreement before it

objection-review-has-none = This review yields no predicate, so there is no objection.
objection-too-late-next = You can still file it: say why only now. That it is late is recorded.
objection-filed-late = Filed { $days } days after the last day. The reason: { $reason }
objection-line-gone = a result that is gone
objection-line-hasil = Rating of results
objection-line-perilaku = Rating of conduct
objection-view-missing = nothing yet
objection-disagreement-open = Seen differently when the result was signed: { $line }. Employee: { $employee }. Rater: { $rater }.
objection-disagreement-signed = The result of this period is signed.
objection-disagreement-signed-next = If the employee does not agree with it, an objection can be filed from the page of the result.
objection-disagreement-closed = Both have closed this line.
objection-talk-passed = This day has passed. Choose one to come.
