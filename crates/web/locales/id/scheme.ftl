# Kalimat skema instansi. Semua kunci disebut lantai domain; kedua bahasa selalu seiring.

## siapa menilai

scheme-role-diri = Pegawai sendiri
scheme-role-penilai = Pejabat Penilai
scheme-role-rekan = Rekan kerja
scheme-role-bawahan = Bawahan
scheme-role-atasan = Atasan Pejabat Penilai
scheme-who-office = Unit kepegawaian
scheme-nominated-line = Ditentukan oleh garis pelaporan.
scheme-nominated-employee = Diusulkan pegawai, disetujui atasan.
scheme-nominated-rater = Ditunjuk atasan.
scheme-nominated-drawn = Ditentukan dengan undian.
scheme-few-stop = hasil belum dapat dihitung
scheme-few-spread = bagiannya dibagi kepada penilai lain menurut perbandingan bobot
scheme-few-to-penilai = bagiannya menjadi bagian Pejabat Penilai

## siapa tidak boleh menilai

scheme-rater-no-such-role = { $role } tidak termasuk penilai dalam skema ini.
scheme-rater-oneself = Yang mengisi penilaian diri adalah pegawai sendiri, dan hanya penilaian diri.
scheme-rater-family = Anggota keluarga tidak menilai, supaya hasilnya tidak diragukan siapa pun.
scheme-rater-not-a-peer = Atasan dan bawahan tidak menilai sebagai rekan kerja.
scheme-rater-not-led = Yang menilai sebagai bawahan adalah orang yang dipimpin pegawai ini.
scheme-rater-not-leading = Yang menilai dalam peran ini adalah atasan pegawai.
scheme-rater-months = Baru { $have } bulan bekerja bersama dalam periode ini; skema meminta sedikitnya { $min } bulan.
scheme-rater-untrained = Penilai perlu mengikuti pelatihan menilai lebih dahulu.
scheme-rater-next = Pilih orang lain, atau tanyakan kepada unit kepegawaian.

## lembar penilaian

scheme-sheet-twice = Satu orang hanya mengisi satu lembar untuk seorang pegawai.
scheme-sheet-too-many = Lembar dari { $role } terlalu banyak; paling banyak { $max }.
scheme-sheet-unknown-criterion = Kriteria “{ $criterion }” tidak ada, atau dihitung dari data dan tidak dinilai orang.
scheme-sheet-not-for-role = Kriteria “{ $criterion }” tidak dinilai oleh { $role }.
scheme-sheet-mark-twice = Kriteria “{ $criterion }” dijawab dua kali.
scheme-sheet-outside-scale = Tingkat untuk “{ $criterion }” di luar skala 1 sampai { $max }.
scheme-evidence-not-theirs = Bukti ini bukan bukti pegawai yang dinilai, atau tidak terbuka bagi Anda. Pilih dari daftar di bawah.
scheme-evidence-other-time = Bukti ini dari laporan di luar periode ini. Pilih bukti dari periode ini.

## hasil: langkah demi langkah

scheme-no-result = Skema ini tidak memiliki hasil sendiri; yang berlaku adalah predikat menurut peraturan.
scheme-said-counted = { $role }: rata-rata { $level } dari { $n } jawaban, bobot { $weight } %.
scheme-said-heard = { $role }: rata-rata { $level } dari { $n } jawaban; didengar, tidak dihitung.
scheme-said-few-heard = { $role }: { $n } jawaban, sedikitnya { $min }; belum dapat ditampilkan.
scheme-said-hidden = { $role }: jawaban kurang dari { $min }, jadi tidak ditampilkan.
scheme-said-few = { $role }: { $n } jawaban, sedikitnya { $min }. Bobot { $weight } % tidak dipakai: { $then }.
scheme-said-few-hidden = { $role }: jawaban kurang dari { $min }, jadi tidak ditampilkan. Bobot { $weight } % tidak dipakai: { $then }.
scheme-said-few-stop = Belum ada hasil: { $role } baru memberi { $n } dari sedikitnya { $min } jawaban untuk “{ $criterion }”.
scheme-said-few-stop-hidden = Belum ada hasil: { $role } belum memberi sedikitnya { $min } jawaban untuk “{ $criterion }”.
scheme-said-few-stop-next = Lengkapi jawaban dari: { $role }.
scheme-measured = Terukur { $amount } { $unit }: tingkat { $level }.
scheme-measured-unknown = Belum ada angka ({ $unit }).
scheme-criterion-level = { $criterion }: { $level } dari { $max }.
scheme-criterion-fulfilment = { $criterion }: tingkat { $level } dibanding { $required }, terpenuhi { $score } %.
scheme-criterion-no-standard = { $criterion }: tingkat { $level }; standar jabatan belum diketahui, jadi tidak ikut dihitung.
scheme-criterion-unknown = { $criterion }: belum diketahui; tidak dihitung sebagai nol.
scheme-criterion-unknown-next = Lengkapi yang belum diketahui, lalu hitung kembali.
scheme-dimension = { $dimension }: { $score }, rata-rata { $known } dari { $all } kriteria.
scheme-dimension-unknown = { $dimension }: belum diketahui; tidak dihitung sebagai nol.
scheme-nothing-known = Belum ada yang diketahui, jadi belum ada hasil.
scheme-result = Hasil skema { $score }: { $band }. { $form }
scheme-result-kuadran = Predikat menurut peraturan: { $predikat }. Skema ini tidak menambah hasil sendiri.
scheme-result-kuadran-waits = Predikat menurut peraturan belum ditetapkan. Skema ini tidak menambah hasil sendiri.

## cara menghitung

scheme-form-kuadran = Skema ini tidak menghitung hasil sendiri; kriterianya menjadi bahan percakapan.
scheme-form-weighted = Hasil skema adalah rata-rata dimensi menurut bobotnya.
scheme-form-average = Hasil skema adalah rata-rata dimensi; semua sama berat.
scheme-form-bands = Dimensi yang paling lemah menentukan hasil skema; yang satu tidak menutup yang lain.
scheme-measure-level = Yang dihitung adalah tingkat pada skala.
scheme-measure-fulfilment = Yang dihitung adalah persen pemenuhan standar jabatan, paling tinggi 100 %; tanpa standar, dibanding tingkat tertinggi.
scheme-rounding-half-up = Setiap angka yang tampil dibulatkan ke dua desimal; setengah dibulatkan ke atas.
scheme-rounding-down = Setiap angka yang tampil dibulatkan ke bawah pada dua desimal.
scheme-unknown-stop = Selama satu kriteria belum diketahui, belum ada hasil.
scheme-unknown-leave-out = Kriteria yang belum diketahui disebut dan tidak ikut dihitung; tidak pernah dianggap nol.

## berbeda pandangan

scheme-differs = { $criterion }: Anda menilai { $own }, atasan menilai { $theirs }. Bicarakan berdua dalam { $days } hari kerja.

## tindak lanjut

scheme-act-propose = diusulkan
scheme-act-open = terbuka bagi pegawai
scheme-act-require = dimulai
scheme-programme-mentoring = Mentoring
scheme-programme-coaching = Bimbingan kinerja
scheme-programme-improvement = Rencana perbaikan
scheme-programme-counselling = Konseling kinerja
scheme-programme-training = Pelatihan
scheme-programme-scholarship = Beasiswa dan tugas belajar
scheme-programme-promotion = Promosi
scheme-programme-talent = Pengembangan potensi
scheme-programme-dialogue = Percakapan kinerja
scheme-programme-award = Penghargaan
scheme-follows = { $programme }: { $text }
scheme-follows-unknown = Belum dapat dikatakan, karena ada yang belum diketahui. { $programme }: { $text }
scheme-when = { $year }: { $what } { $have }; aturannya { $test } { $limit }.
scheme-when-unknown = { $year }: { $what } belum diketahui.
scheme-what-predikat = predikat
scheme-what-band = kelas hasil skema
scheme-what-score = hasil skema
scheme-what-average = rata-rata instansi tahun itu
scheme-what-level = tingkat “{ $criterion }”
scheme-what-level-each = tingkat kriteria itu
scheme-what-short = kekurangan “{ $criterion }” terhadap standar jabatan
scheme-what-short-each = kekurangan terhadap standar jabatan
scheme-test-at-most = paling tinggi
scheme-test-at-least = paling rendah
scheme-test-below = di bawah
scheme-trend = Dari { $from } sampai { $until }: { $first } menjadi { $last }; aturannya berubah searah sedikitnya { $by }.
scheme-trend-unknown = Dari { $from } sampai { $until } ada tahun yang belum diketahui.

## simulasi

scheme-move = Dari { $was } menjadi { $is }.
scheme-move-none = tidak ada
scheme-move-dimension = { $name }: { $was } menjadi { $is }.
scheme-move-criterion = { $name }: { $was } menjadi { $is }.
scheme-move-weight = Bobot { $name }: { $was } % menjadi { $is } %.

## halaman aturan main

scheme-page-said = { $text }
scheme-page-purpose = Untuk apa penilaian ini
scheme-page-periods = Kapan
scheme-page-criteria = Apa yang dilihat
scheme-page-raters = Siapa menilai
scheme-page-combine = Bagaimana hasilnya ditemukan
scheme-page-steps = Langkah dan waktunya
scheme-page-follow-ups = Apa yang mengikuti
scheme-page-objection = Jika Anda berpendapat lain
scheme-page-periodic = Evaluasi periodik: { $rhythm }. Berakhir dengan predikat menurut peraturan.
scheme-page-annual = Evaluasi tahunan: pada akhir tahun. Berakhir dengan predikat menurut peraturan.
scheme-page-review = Tinjauan menurut skema: { $rhythm }. Tanpa predikat; bahan percakapan dan umpan balik.
scheme-page-hours = Jam kerja { $week } seminggu:
scheme-page-hours-day = { $day }: { $hours }
scheme-page-hours-days = { $first } sampai { $last }: { $hours }
scheme-page-hours-ramadan = Jam kerja bulan Ramadan { $week } seminggu:
scheme-day-senin = Senin
scheme-day-selasa = Selasa
scheme-day-rabu = Rabu
scheme-day-kamis = Kamis
scheme-day-jumat = Jumat
scheme-day-sabtu = Sabtu
scheme-day-minggu = Minggu
scheme-page-themes = Indikator rencana kerja mencakup tema:
scheme-page-team = Hasil tim dicatat di samping hasil perorangan.
scheme-page-scale = Tingkat 1 sampai { $max }:
scheme-page-level = { $level }: { $text }
scheme-page-level-measured = { $level }: { $text } ({ $test } { $cut } { $unit })
scheme-page-dimension = Dimensi { $dimension }
scheme-page-dimension-weighted = Dimensi { $dimension }, bobot { $weight } %
scheme-page-criterion-rating = { $criterion }. Dinilai orang menurut gambaran tiap tingkat.
scheme-page-criterion-competence = { $criterion }. Kompetensi; dinilai orang menurut gambaran tiap tingkat, dibandingkan dengan standar jabatan.
scheme-page-criterion-indicator = { $criterion }. Dihitung dari angka yang terukur.
scheme-page-criterion-team = { $criterion }. Dihitung dari angka tim.
scheme-page-rater = Giliran { $turn }: { $role }, bobot { $weight } %
scheme-page-rater-heard = Giliran { $turn }: { $role }; didengar, tidak dihitung
scheme-page-rater-dimensions = Hanya untuk: { $names }.
scheme-page-rater-anonymous = Tanpa nama, dan hanya tampil bila sedikitnya { $min } orang menjawab.
scheme-page-rater-blind = Menjawab tanpa melihat jawaban orang lain.
scheme-page-rater-sees = Boleh membaca lebih dahulu: { $role }.
scheme-page-rater-few = Sedikitnya { $min } jawaban. Jika kurang: { $then }.
scheme-page-rater-months = Sudah bekerja bersama sedikitnya { $months } bulan dalam periode itu.
scheme-page-rater-trained = Sudah mengikuti pelatihan menilai.
scheme-page-rater-countersigned = Dibaca dan ditandatangani pula oleh: { $role }.
scheme-page-predikat = Predikat menurut peraturan selalu berlaku: rating hasil kerja dan perilaku kerja bertemu dalam kuadran. Tidak ada skema yang menggantinya.
scheme-page-means = Tiap dimensi adalah rata-rata kriterianya.
scheme-page-band = { $band }: mulai { $from }
scheme-page-step = { $name }. { $who }, { $days } hari kerja sesudah periode berakhir.
scheme-page-step-after = { $name }. { $who }, { $days } hari kerja sesudah “{ $before }”.
scheme-page-step-remind = Diingatkan { $days } hari kerja sebelum batasnya.
scheme-page-step-escalate = Lewat { $days } hari kerja dari batasnya, tingkat di atasnya diberi tahu.
scheme-page-follow-up = { $programme } ({ $act }): { $text }
scheme-page-each-of = Untuk tiap kriteria dalam { $dimension }, satu per satu.
scheme-page-if = Bila { $what } { $test } { $limit }.
scheme-page-years = { $years } tahun berturut-turut.
scheme-page-rising = Bila terus naik selama { $years } tahun, sedikitnya { $by }.
scheme-page-falling = Bila terus turun selama { $years } tahun, sedikitnya { $by }.
scheme-page-disagreement = Bila penilaian Anda dan atasan berjarak { $gap } tingkat atau lebih, keduanya dicatat, percakapan diusulkan dalam { $days } hari kerja, dan { $role } melihat keduanya.
scheme-page-objection-filed = Keberatan diajukan dalam { $days } hari kerja sesudah Anda menerima dokumen evaluasi.
scheme-page-objection-decided = Keberatan diputus dalam { $days } hari kerja sesudah diterima.

## lembar, halaman demi halaman

scheme-level-missing = Pilih satu tingkat.
scheme-reason-missing = Tingkat terendah dan tertinggi memerlukan alasan. Tulis satu contoh.
scheme-nothing-said = Belum ada satu kriteria pun yang Anda nilai. Jika memang tidak dapat menilai, katakan lewat “Saya tidak dapat menilai”.
scheme-sign-needs-sheet = Lembar kriteria dari Pejabat Penilai belum dikirim; setelah hasil ditetapkan tidak dapat diisi lagi.
scheme-sign-needs-sheet-next = Isi dan kirim lembar kriteria, lalu tetapkan hasilnya. Setelah waktu menurut peraturan lewat, hasil dapat ditetapkan tanpa lembar itu.

## dibaca tingkat di atasnya

scheme-countersigned = { $role } membaca dan menandatangani pada { $at }.
scheme-not-countersigned = { $role } belum membaca dan menandatangani.

## penilai di luar garis pelaporan

scheme-nomination-proposed = menunggu persetujuan
scheme-nomination-agreed = disetujui
scheme-nomination-refused = tidak jadi
scheme-nomination-withdrawn = ditarik
scheme-nominate-no-such-role = Dalam skema ini tidak ada yang ditunjuk sebagai { $role }.
scheme-nominate-not-yours = { $role } bukan Anda yang menentukan. { $how }
scheme-nominate-twice = Orang ini sudah tercatat sebagai penilai.
scheme-nomination-decided = Usulan ini sudah diputuskan.
scheme-nomination-answered = Orang ini sudah mengirim isiannya.
scheme-nomination-stays = Nama yang sudah disetujui tetap selama periode dibuka, supaya tidak ada yang dapat mengetahui siapa sudah menjawab.
scheme-nomination-stays-next = Orang itu sendiri dapat mengatakan bahwa ia tidak dapat menilai.
scheme-draw-too-few = Hanya { $have } orang dapat diundi; skema meminta sedikitnya { $min }.
scheme-draw-too-few-next = Tanyakan kepada unit kepegawaian; tanpa cukup orang, peran ini tidak ikut dihitung.
scheme-drawn-already = { $role } sudah cukup; undian tidak diulang.

## hasil skema pada halaman hasil

scheme-no-result-because = Hasil skema tidak ada. { $why }
scheme-years-rises = naik
scheme-years-stays = tetap
scheme-years-falls = turun
