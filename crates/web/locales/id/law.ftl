# Kalimat hukum: capaian, angka kredit, disiplin, keberatan, nilai PP 30. Kunci yang disebut lantai domain; kedua bahasa selalu seiring.

## achievement

achievement-normal = Realisasi { $realised } dari target { $target }: { $percent } %.
achievement-khusus = Makin kecil makin baik: realisasi { $realised }, target { $target }: { $percent } %.
achievement-inside-range = Realisasi { $realised } berada di dalam rentang target mulai { $target }: { $percent } %.
achievement-goal-not-positive = Capaian tidak dapat dihitung: target harus lebih dari nol, batas atas tidak di bawah batas bawah, dan realisasi tidak negatif.
achievement-goal-not-positive-next = Periksa target dan realisasinya.
achievement-worth = Capaian { $percent } % termasuk { $label }, nilainya { $value }.
achievement-worth-maximum = Capaian { $percent } % dari target tertinggi yang mungkin termasuk { $label }, nilainya { $value }.
achievement-total = Hasil utama { $main }, ditambah hasil tambahan { $added }: nilai SKP { $value }.
achievement-unknown-factor = Faktor { $factor } % tidak dikenal untuk hasil tambahan, atau bobot dan nilainya negatif.
achievement-none-in-force = Rumus PermenPANRB 8/2021 tidak berlaku pada { $on }. Rumus itu untuk Juli sampai Desember 2021.

## angka kredit

ak-jenjang-ahli-pertama = Ahli pertama
ak-jenjang-ahli-muda = Ahli muda
ak-jenjang-ahli-madya = Ahli madya
ak-jenjang-ahli-utama = Ahli utama
ak-jenjang-pemula = Pemula
ak-jenjang-terampil = Terampil
ak-jenjang-mahir = Mahir
ak-jenjang-penyelia = Penyelia
ak-of-period = Angka kredit periode ini { $value }: { $months } bulan sebagai { $jenjang }.
ak-of-year = Angka kredit tahun ini { $value }: { $months } bulan sebagai { $jenjang }, menurut predikat tahunan.
ak-percent-is = Predikat { $predikat } dihitung { $percent } %.
ak-coefficient-is = Koefisien setahun untuk { $jenjang }: { $coefficient }.
ak-months = { $months } bulan bukan satu periode. Angka kredit dihitung untuk 1 sampai 12 bulan.
ak-standing = Jumlah angka kredit Anda { $total } sebagai { $jenjang }.
ak-rank-needed-is = Kenaikan pangkat memerlukan { $needed }; masih kurang { $left }.
ak-level-needed-is = Kenaikan jenjang memerlukan { $needed }; masih kurang { $left }.
ak-carried = Kelebihan { $value } dibawa setelah kenaikan pangkat.
ak-carried-none = Pada kenaikan jenjang tidak ada kelebihan yang dibawa ({ $value }).
ak-from-structural = Angka kredit awal { $value }: { $earned } untuk { $years } tahun dan angka kredit dasar { $basis } golongan { $golongan }.
ak-no-basis = Angka kredit dasar untuk golongan { $golongan } tidak ditemukan dalam aturan.
ak-none-in-force = Konversi angka kredit dari predikat tidak berlaku pada { $on }. Konversi dimulai dengan kinerja tahun 2023.

## discipline

discipline-rung = { $days } hari tidak hadir tanpa alasan yang sah. Mulai { $from } hari aturan menyebut hukuman { $level }: { $says }.
discipline-below = { $days } hari tidak hadir tanpa alasan yang sah: belum ada yang disebut aturan.
discipline-decides-nothing = Ini keterangan, bukan hukuman. Yang memutuskan pejabat yang berwenang setelah memeriksa dan mendengar Anda.
discipline-in-a-row = { $days } hari kerja berturut-turut; aturan menyebut batas { $limit } hari.
discipline-minutes = { $minutes } menit terlambat dan pulang cepat, { $day } menit sehari, dihitung { $days } hari.
discipline-next = { $days } hari lagi sampai tingkat berikutnya.
discipline-none-in-force = Tangga ketidakhadiran PP 94/2021 belum berlaku pada { $on }.

## objection: states

objection-state-diajukan = Diajukan
objection-state-diperiksa = Diperiksa
objection-state-dikuatkan = Hasil dikuatkan
objection-state-diubah = Hasil diubah

## objection: what stands against it

objection-already = Keberatan atas hasil ini sudah ada: { $state }.
objection-already-next = Tambahkan penjelasan Anda pada keberatan yang sudah ada, selama belum diputus.
objection-result-final = Hasil ini ditetapkan atasan penilai dan menurut aturan bersifat final.
objection-talk-next = Anda tetap dapat meminta bicara dengan atasan penilai tentang hasil ini.
objection-not-delivered = Dokumen evaluasi belum disampaikan kepada Anda. Hari untuk keberatan baru dihitung sejak Anda menerimanya.
objection-not-delivered-next = Tunggu dokumennya; hak Anda tidak berkurang oleh keterlambatan itu.
objection-too-late = Keberatan diajukan paling lama { $days } hari kerja sejak dokumen diterima, yaitu sampai { $last }.
objection-not-yours = Hanya Pegawai yang dinilai yang dapat mengajukan keberatan.
objection-only-superior = Keberatan diperiksa dan diputus oleh atasan Pejabat Penilai, yang bukan pihak di dalamnya.
objection-already-asked = Penilai dan Pegawai sudah diminta menjelaskan secara tertulis.
objection-not-asked = Penjelasan baru dapat ditulis setelah atasan memintanya.
objection-not-asked-next = Tunggu permintaan dari atasan penilai.
objection-not-your-word = Penjelasan ini ditulis oleh orang yang bersangkutan sendiri.
objection-side-rater = penilai
objection-side-employee = Pegawai
objection-both-heard = Sebelum diputus, kedua pihak didengar secara tertulis. Belum ada penjelasan dari { $side }.
objection-both-heard-next = Mintalah penjelasan itu. Pada { $due } Anda dapat memutus juga tanpa pihak yang tidak menjawab.
objection-is-decided = Keberatan ini sudah diputus: { $state }. Putusannya tetap.
objection-nothing-changed = Rating yang baru sama dengan yang lama.
objection-nothing-changed-next = Pilih “menguatkan”, atau ubah salah satu rating.
objection-too-short = Tulis sedikitnya { $min } karakter, supaya pihak lain memahami alasannya.

## objection: the decision and its reasons

objection-upheld = Diputus { $at }: hasil dikuatkan, predikat tetap { $was }.
objection-changed = Diputus { $at }: hasil diubah. Predikat sebelumnya { $was }.
objection-said = Keberatan Pegawai, { $at }: { $reasons }
objection-rater-said = Penjelasan penilai, { $at }: { $words }
objection-rater-silent = Penilai diminta menjelaskan dan tidak menjawab sampai hari terakhir.
objection-employee-said = Penjelasan Pegawai, { $at }: { $words }
objection-employee-silent = Pegawai diminta menjelaskan dan tidak menambahkan apa pun sampai hari terakhir.
objection-superior-said = Alasan atasan: { $reasons }
objection-decided-in-time = Diputus dalam waktunya, paling lambat { $due }.
objection-decided-late = Diputus setelah { $due }. Terlambat, dan tetap sah.
objection-final = Putusan atasan bersifat final.
objection-stands = Keberatan { $state }, putusan ditunggu sampai { $due }.
objection-undecided = Putusan terlambat { $days } hari.
objection-undecided-follows = Hasil tetap seperti adanya sampai diputus. Keterlambatan disampaikan ke jenjang berikutnya, dan putusan yang terlambat tetap sah.
objection-report-late = Laporan kepada PyB terlambat { $days } hari.
objection-right-stays = Keterlambatan laporan tidak mengurangi hak keberatan.

## score (PP 30/2019)

score-part-skp = nilai SKP
score-part-behaviour = nilai perilaku
score-outside = { $part } sebesar { $value } berada di luar skala 0 sampai { $max }.
score-weighed = SKP { $skp } kali { $skp_weight } % dan perilaku { $behaviour } kali { $behaviour_weight } %: { $value }.
score-weighed-with-opinion = Dengan pendapat rekan dan bawahan: SKP { $skp } kali { $skp_weight } % dan perilaku { $behaviour } kali { $behaviour_weight } %: { $value }.
score-follows = Nilai { $value } termasuk { $label }, yang dimulai dari { $from }.
score-no-idea = Nilainya cukup untuk { $label }, tetapi predikat itu juga memerlukan ide atau cara baru yang bermanfaat.
score-none-in-force = Tidak ada aturan nilai yang dikenal untuk { $on }.

## objection: late ones, lines of a result, disagreement before it

objection-review-has-none = Tinjauan ini tidak menghasilkan predikat, jadi tidak ada keberatan.
objection-too-late-next = Anda tetap dapat mengajukannya: tulis mengapa baru sekarang. Keterlambatannya tercatat.
objection-filed-late = Diajukan { $days } hari sesudah batas waktu. Alasannya: { $reason }
objection-line-gone = hasil kerja yang sudah tidak ada
objection-line-hasil = Rating hasil kerja
objection-line-perilaku = Rating perilaku kerja
objection-view-missing = belum menulis
objection-disagreement-open = Dipandang berbeda ketika hasil ditetapkan: { $line }. Pegawai: { $employee }. Penilai: { $rater }.
objection-disagreement-signed = Hasil periode ini sudah ditetapkan.
objection-disagreement-signed-next = Bila tidak setuju dengan hasilnya, pegawai dapat mengajukan keberatan dari halaman hasil.
objection-disagreement-closed = Baris ini sudah ditutup oleh keduanya.
objection-talk-passed = Hari ini sudah lewat. Pilih hari yang akan datang.
