# Feedback and development.

feedback-title = Results and feedback
feedback-lead = Your results over the years, the feedback you were given, and what you mean to do.
feedback-received = Feedback for me
feedback-none = No feedback yet
feedback-none-says = Your rater’s feedback appears here after a result was signed.
feedback-my-answer = My answer
feedback-no-answer = Read, without an answer.
feedback-answer-now = Read and answer

feedback-heading = Feedback
feedback-from = From { $name }, { $when }
feedback-none-yet = Feedback has not been written yet. You will be told.
feedback-give-says = Write for { $name }: short, real, something to act upon. You can reword it until it was read.
feedback-good = What is good
feedback-good-hint = Name one or two things you really saw.
feedback-improve = What to improve
feedback-improve-hint = About the work, not the person. When it happened, what followed.
feedback-advice = Concrete advice
feedback-advice-hint = What to do, with whom, by when.
feedback-example = See an example
feedback-example-good = Requests in May were answered within two days on average, and people said your explanations were clear.
feedback-example-improve = Two monthly reports came after the 10th, so the unit’s summary was late.
feedback-example-advice = From August, prepare the summary every Friday with Wahyu. We look at it together at the end of September.
feedback-give = Give feedback
feedback-given = The feedback was given.
feedback-answer = Your answer or plan
feedback-answer-hint = What you will do, or what you see differently.
feedback-acknowledge = I have read it
feedback-acknowledged = It is recorded that you have read it.
feedback-acknowledged-at = Read by { $name } on { $at }
