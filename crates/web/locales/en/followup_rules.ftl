# Sentences of rules: follow-ups, development, training.

## permissions

permissions-needs-followup = A follow-up is decided by the rater, the rater's superior, the personnel office or the PyB. Nobody decides about themselves.
permissions-needs-career-followup = Promotion, scholarship, development of potential and awards are decided by the personnel office, the PyB or the PPK.
permissions-needs-development = This is open to the employee, the rater and the rater's superior, the personnel office, the PyB and the auditor.
permissions-needs-analysis = Training needs and effects are open to the personnel office, the PyB, the PPK and the auditor.
permissions-needs-nomination = A name is put forward by the employee, the rater, the rater's superior or the personnel office.

## followup

followup-state-ditanyakan = The employee is asked first
followup-state-diusulkan = Waits for a decision
followup-state-diterima = Taken up
followup-state-ditolak = Not taken up
followup-state-gugur = Fell away with its result
followup-not-on-oneself = You cannot decide on a follow-up about yourself.
followup-ask-first = The employee has not said yet whether they want this.
followup-not-wanted = The employee has said that they do not want this.
followup-ask-first-next = Talk to the employee; they answer on their page of follow-ups.
followup-required = By its rule this has to be begun, so it cannot be declined.
followup-required-next = Take it up with a reason and fair timing. If the result is wrong, the way is an objection.
followup-reason-too-short = Write the reason of the decision, at least { $min } characters; the employee will read it.
followup-not-asked = This follow-up needs no answer from you; the rater or the personnel office decides.
followup-withdrawn = This follow-up fell away because an objection replaced its result.
followup-decided-already = This follow-up has been decided already.

## development

development-hours-reached = { $hours } JP recorded, at least { $limit } JP: reached
development-hours-short = { $hours } of at least { $limit } JP: { $by } JP short
development-hours-within = { $hours } JP, at most { $limit } JP a year
development-hours-over = { $hours } JP, { $by } JP above the limit of { $limit } JP; it stays recorded
development-hours-unknown = { $hours } JP recorded; no rule on hours is known for this person
development-line-have = { $criterion }: { $level } of { $target }
development-line-no-standard = { $criterion }: { $level }; there is no standard to compare with
development-line-unknown = { $criterion }: not known yet
development-line-unrated = { $criterion }: not rated yet; the post asks for { $target }
development-source-competence = Competence
development-source-performance = A target not reached
development-source-feedback = Feedback
development-source-own = One's own wish
development-way-kerja = At work (about 70)
development-way-rekan = With colleagues or a mentor (about 20)
development-way-pelatihan = Training (about 10)
development-state-draf = Draft
development-state-diajukan = Waits for the supervisor
development-state-dikembalikan = Given back
development-state-disepakati = Agreed
development-too-short = Write a little more, at least { $min } characters.
development-needs-gap = Write at least one thing to work on.
development-needs-step = Write at least one step.
development-due-outside = The day lies outside { $year }.
development-hours-too-many = At most { $max } JP for one step.
development-advice-at-work = There is no step at work. Most people learn most by doing.
development-advice-courses = There are more courses than practice at work. Think of steps closer to the work.
development-advice-steps = There are things to work on without a step.
development-sent-already = This plan has been handed to the supervisor already.
development-not-sent = This plan does not wait for your word.
development-not-agreed = Reports are written once the supervisor has agreed to the plan.
development-not-agreed-next = Hand the plan to the supervisor first.
development-no-such-step = Choose a step of this plan.
development-not-yet = That day has not come yet.

## training

training-kind-manajerial = Management training
training-kind-teknis = Technical training
training-kind-fungsional = Functional training
training-kind-sosial-kultural = Socio-cultural training
training-kind-seminar = Seminar or workshop
training-kind-kursus = Course
training-kind-elearning = Distance learning
training-kind-magang = Internship or exchange
training-kind-bimbingan = Guidance at work
training-kind-mandiri = Self-study
training-missing = This is still empty.
training-code-long = A code has at most { $max } characters.
training-hours-range = Hours lie between 1 and { $max }.
training-capacity-range = Places lie between 1 and { $max }.
training-cost-range = Write the price for one person in rupiah, 0 if it is free.
training-criterion-unknown = The competence { $criterion } is not in your agency's scheme.
training-level-range = The level lies between 1 and { $max }.
training-ends-before = It ends before it begins.
training-begins-past = A session begins after today.
training-standing-diajukan = Waits for the rater
training-standing-didukung = Waits for the office
training-standing-diterima = Admitted
training-standing-daftar-tunggu = Waiting list
training-standing-ditolak = Not admitted
training-standing-dibatalkan = Taken back
training-standing-hadir = Was there
training-standing-tidak-hadir = Was not there
training-session-cancelled = This session was called off on { $on }.
training-session-begun = This session begins on { $on }, so no name can be put forward any more.
training-session-begun-next = Choose the next session, or ask the office for another one.
training-session-called-off = This session has been called off.
training-nominated-already = This name has been put forward for this session already.
training-overlaps = The days overlap with { $name } ({ $from } to { $until }), for which the name stands too.
training-why-short = Write why this programme fits, at least { $min } characters.
training-reason-short = Write the reason, at least { $min } characters; the person will read it.
training-needs-support = The rater has not answered this yet.
training-word-said = This has been answered already.
training-not-on-oneself = Somebody else decides this, not the person concerned.
training-withdrawn-already = This name does not stand any more.
training-withdraw-late = The programme has begun, so the name cannot be taken back.
training-withdraw-late-next = The office records who was there.
training-not-begun = Presence is recorded from { $on } on.
training-no-place = This person had no place, so no presence can be recorded.
training-not-over = This training is not over yet.
training-certificate-number = Write the number of the certificate.
training-certificate-lapsed = This certificate ended on { $on }. Check the day, or tick that you know it has lapsed.
training-verified-already = This record has been looked at already.
training-mentioned = { $n } feedbacks mention { $criterion }.
training-builds = Builds { $criterion } up to level { $level }.
training-reaches = Reaches the level asked for.
training-reaches-part = Leads closer, not yet to the level asked for.
training-next-session = Next session with a place: { $on }.
training-no-session = No session with a place yet.
training-followed-before = Was followed before.
training-free-at-work = At work: ask for a task that trains it, with feedback afterwards.
training-free-mentoring = Mentor: learn from a colleague who is strong in it.
training-free-coaching = Coaching by the supervisor: one thing each month.
