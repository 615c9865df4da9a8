# Angka kredit: one's own page.
ak-how-far = How far
ak-lead = What your predikat were converted into as { $jenjang }. Angka kredit are a conversion, not a decision on pangkat or jenjang.
ak-letter = Letter
ak-no-jenjang = Angka kredit are worked out for functional posts. Your present post is not a functional one.
ak-not-before = Angka kredit from before the years below are not included.
ak-nothing-yet = There is no result to convert yet. The first line appears when your first evaluation is signed.
ak-period = Period
ak-periods = The running year so far
ak-periods-say = What counts is the predikat of the year. The figures of shorter periods below only give an idea and are not added up.
ak-predikat = Predikat
ak-print = Download PDF
ak-title = Angka kredit
ak-value = Angka kredit
ak-worked-out = Worked out
ak-years = By the predikat of the year
ak-see = Credit points (for functional posts)
