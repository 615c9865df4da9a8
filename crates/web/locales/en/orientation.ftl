# Getting to know the appraisal: a short tour, a quiz, understanding by unit.

orientation-again = Try again
orientation-answers = Answers of the quiz
orientation-begin = Begin the quiz
orientation-caution = Objections stand beside understanding, not as its effect. Units differ in many things, and an objection is a right and no fault. A change means something only when it is seen over several years.
orientation-first = Right, first time
orientation-last = Right, last time
orientation-last-time = Last time { $right } of { $of } answers were right.
orientation-lead = Eight steps from the beginning of the year to the result, each with a link to your own page. Five minutes.
orientation-nobody-fails = Nobody passes or fails. Nobody else sees your answers; only figures of units of five and more are seen.
orientation-objected = Objections to results of { $year }
orientation-otherwise = Not quite
orientation-people = People
orientation-quiz = Short quiz
orientation-quiz-lead = The quiz asks { $n } questions about what you need to know. Each answer is explained afterwards, with its article.
orientation-right = Right
orientation-right-answer = The right answer
orientation-see-answers = See the answers
orientation-send = Send the answers
orientation-small = Groups of fewer than { $n } people are not shown.
orientation-title = Getting to know the appraisal
orientation-too-few = too few
orientation-took-it = Took the quiz
orientation-understanding = Understanding by unit
orientation-understanding-lead = Where more explaining is needed: how many took the quiz, and what share of answers was right.
orientation-unit = Unit
orientation-whole = The whole agency
orientation-you-said = Your answer

nav-orientation = Know the appraisal
