# Names of fixed codes: the same on every page. Terms of the regulation keep their own word where English has none.

aspek-kuantitas = Quantity
aspek-kualitas = Quality
aspek-waktu = Time
aspek-biaya = Cost

form-jpt = High leadership and heads of independent units
form-ja-jf = Administrative and functional posts

approach-kuantitatif = Quantitative
approach-kualitatif = Qualitative

rhk-utama = Main
rhk-tambahan = Additional

rater-diri = Self-assessment
rater-penilai = Rating officer

employment-pns = PNS
employment-pppk = PPPK
employment-non-asn = Not a civil servant

standing-definitif = Definitive
standing-plt = Acting (Plt)
standing-plh = Acting for the day (Plh)

post-jpt-utama = High leadership, utama
post-jpt-madya = High leadership, madya
post-jpt-pratama = High leadership, pratama
post-administrator = Administrator
post-pengawas = Supervisor (pengawas)
post-pelaksana = Officer (pelaksana)
post-jf-ahli-pertama = Functional, ahli pertama
post-jf-ahli-muda = Functional, ahli muda
post-jf-ahli-madya = Functional, ahli madya
post-jf-ahli-utama = Functional, ahli utama
post-jf-pemula = Functional, pemula
post-jf-terampil = Functional, terampil
post-jf-mahir = Functional, mahir
post-jf-penyelia = Functional, penyelia
post-pejabat-negara = State official

role-personnel-office = Personnel office
role-agency-admin = Agency admin
role-auditor = Auditor
role-pyb = Authorised official (PyB)
role-ppk = Appointing official (PPK)

# Names of regulations and schemes, for citations.
policy-permenpanrb-6-2022 = PermenPANRB 6/2022
policy-se-menpanrb-3-2023 = SE MenPANRB 3/2023
policy-berakhlak = BerAKHLAK
policy-pp-17-2020 = PP 17/2020
policy-perban-bkn-3-2023 = Perban BKN 3/2023
policy-permenpanrb-8-2021 = PermenPANRB 8/2021
policy-pp-30-2019 = PP 30/2019
policy-pp-94-2021 = PP 94/2021
policy-permenpanrb-14-2017 = PermenPANRB 14/2017
policy-keppres-68-1995 = Keppres 68/1995
policy-perpres-21-2023 = Perpres 21/2023
policy-pmk-22-pmk-02-2021 = PMK 22/PMK.02/2021
policy-bengkulu = Bengkulu scheme
policy-cipocokjaya = Cipocokjaya scheme
policy-permenpanrb-3-2020 = PermenPANRB 3/2020
policy-permenpanrb-38-2017 = PermenPANRB 38/2017
policy-plaju = Plaju scheme
policy-pp-11-2017 = PP 11/2017
policy-se-menpanrb-28-2021 = SE MenPANRB 28/2021
policy-surakarta = Surakarta scheme
policy-wanggar = Wanggar scheme
