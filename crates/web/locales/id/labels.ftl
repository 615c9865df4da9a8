# Nama kode yang tetap: sama di semua halaman, dengan kata-kata peraturannya.

aspek-kuantitas = Kuantitas
aspek-kualitas = Kualitas
aspek-waktu = Waktu
aspek-biaya = Biaya

form-jpt = JPT dan pimpinan unit kerja mandiri
form-ja-jf = Pejabat administrasi dan fungsional

approach-kuantitatif = Kuantitatif
approach-kualitatif = Kualitatif

rhk-utama = Utama
rhk-tambahan = Tambahan

rater-diri = Penilaian diri
rater-penilai = Pejabat Penilai Kinerja

employment-pns = PNS
employment-pppk = PPPK
employment-non-asn = Bukan ASN

standing-definitif = Definitif
standing-plt = Pelaksana tugas
standing-plh = Pelaksana harian

post-jpt-utama = Pimpinan tinggi utama
post-jpt-madya = Pimpinan tinggi madya
post-jpt-pratama = Pimpinan tinggi pratama
post-administrator = Administrator
post-pengawas = Pengawas
post-pelaksana = Pelaksana
post-jf-ahli-pertama = Fungsional ahli pertama
post-jf-ahli-muda = Fungsional ahli muda
post-jf-ahli-madya = Fungsional ahli madya
post-jf-ahli-utama = Fungsional ahli utama
post-jf-pemula = Fungsional pemula
post-jf-terampil = Fungsional terampil
post-jf-mahir = Fungsional mahir
post-jf-penyelia = Fungsional penyelia
post-pejabat-negara = Pejabat negara

role-personnel-office = Pengelola kepegawaian
role-agency-admin = Admin instansi
role-auditor = Auditor
role-pyb = Pejabat yang Berwenang
role-ppk = Pejabat Pembina Kepegawaian

# Nama peraturan dan skema, untuk kutipan.
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
policy-bengkulu = Skema Bengkulu
policy-cipocokjaya = Skema Cipocokjaya
policy-permenpanrb-3-2020 = PermenPANRB 3/2020
policy-permenpanrb-38-2017 = PermenPANRB 38/2017
policy-plaju = Skema Plaju
policy-pp-11-2017 = PP 11/2017
policy-se-menpanrb-28-2021 = SE MenPANRB 28/2021
policy-surakarta = Skema Surakarta
policy-wanggar = Skema Wanggar
