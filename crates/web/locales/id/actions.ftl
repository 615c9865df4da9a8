# Kalimat dari lantai tindakan: kabar, tugas, dan penolakan.

account-ask-admin = Hubungi admin instansi Anda.
account-disabled = Akun ini sedang ditutup.
account-password-unchanged = Kata sandi baru sama dengan yang lama. Pilih yang lain.
account-passwords-differ = Kedua kata sandi baru belum sama. Ketik ulang di sini.
account-present-password-wrong = Kata sandi sekarang tidak cocok. Coba ketik lagi.
account-wait = Terlalu banyak percobaan. Coba lagi dalam { $seconds } detik.
account-wrong-login = NIP atau kata sandi tidak cocok. Periksa lalu coba lagi.

assessment-already-sent = Penilaian ini sudah dikirim dan tidak dapat diubah lagi.
assessment-ask-superior = Atasan Pejabat Penilai masih dapat menilai.
assessment-period-closed = Periode ini sudah ditutup.
assessment-period-not-open = Periode ini belum dibuka.
assessment-plan-not-set = SKP belum ditetapkan, jadi belum dapat dinilai.
assessment-superior-too-early = Anda dapat menilai sebagai atasan setelah periode berakhir, bila pejabat penilai belum menilai.

evaluation-already-acknowledged = Hasil ini sudah Anda tanda terima.
evaluation-capaian-needs-basis = Tulis dasar capaian ini, misalnya laporan kinerja atau berita acara.
evaluation-frozen = Hasil periode ini sudah ditandatangani dan tidak dapat diubah.
evaluation-report-is-recorded = Laporan dokumen ini sudah dicatat: { $on }.
evaluation-period-stays-closed = Periode yang sudah ditutup tidak dibuka lagi.

feedback-already-acknowledged = Umpan balik ini sudah dibaca pegawai, jadi tidak dapat diubah lagi.

notice-acknowledged = { $name } sudah menandatangani hasil evaluasi.
notice-evaluated = { $name } sudah menetapkan hasil evaluasi Anda.
notice-feedback = { $name } memberi Anda umpan balik.
notice-feedback-acknowledged = { $name } sudah membaca umpan balik Anda.
notice-obstacle = { $name } melaporkan kendala.
notice-plan-note = { $name } menulis catatan pada SKP.
notice-plan-reopened = { $name } membuka klarifikasi SKP.
notice-plan-returned = { $name } mengembalikan SKP Anda dengan { $notes } catatan.
notice-plan-set = { $name } menetapkan SKP { $year }, versi { $version }.
notice-plan-signed = { $name } menandatangani SKP { $year } dan menunggu penetapan.
notice-progress = { $name } melaporkan kemajuan.
notice-rated = { $name } sudah mengisi penilaian Anda.
notice-remind-self-assessment = { $name } mengingatkan Anda untuk mengirim penilaian diri.
notice-reply = { $name } menjawab laporan.
notice-self-assessed = { $name } sudah mengirim penilaian diri.

period-bulanan = Bulan { $number } tahun { $year }
period-triwulanan = Triwulan { $number } tahun { $year }
period-semesteran = Tinjauan semester { $number } tahun { $year }
period-tahunan = Evaluasi tahunan { $year }

plan-already-running = Sudah ada SKP { $year } yang berjalan pada tanggal itu.
plan-ask-personnel-office = Minta pengelola kepegawaian melengkapi data Anda.
plan-no-post = Belum ada jabatan yang tercatat pada { $day }.
plan-no-rater = Belum ada Pejabat Penilai Kinerja yang tercatat pada { $day }.
plan-note-empty = Catatan masih kosong. Tulis apa yang perlu diperbaiki.
plan-open-the-running-one = Buka SKP itu, atau minta SKP itu digantikan karena mutasi.
plan-start-outside-year = Pilih tanggal di dalam tahun { $year }.
plan-supports-nothing = Hasil kerja pimpinan ini tidak ditemukan lagi. Pilih dari daftar, atau tulis dengan kata-kata.

progress-in-the-future = Tanggal ini belum tiba. Laporkan setelah pekerjaan dilakukan.
progress-negative = Jumlah tidak boleh kurang dari nol. Untuk membetulkan, pakai tombol Betulkan pada laporan lama.
progress-outside-plan = Tanggal ini di luar masa SKP yang mulai { $from }.
progress-plan-not-set = SKP belum ditetapkan, jadi belum ada yang dapat dilaporkan.
progress-plan-not-set-next = Tunggu penetapan, atau ingatkan pejabat penilai.
progress-reply-empty = Jawaban masih kosong.
progress-say-something = Tulis apa yang Anda kerjakan, atau kendala yang Anda temui.
progress-step-empty = Tulis langkah yang akan dilakukan.

task-acknowledge-result = Tandatangani hasil evaluasi Anda
task-answer-notes = Perbaiki SKP yang dikembalikan ({ $notes } catatan)
task-answer-obstacle = Jawab kendala { $name } ({ $obstacles })
task-close-period = Tutup { $period }
task-finish-plan = Selesaikan dan tandatangani SKP { $year }
task-lay-out-year = Susun periode tahun { $year }
task-open-period = Buka { $period }
task-rate = Nilai { $name }
task-read-feedback = Baca umpan balik untuk Anda
task-report-month = Laporan bulan ini belum diisi: { $indicators } indikator
task-self-assess = Isi penilaian diri: { $period }
task-set-overdue-plan = Tetapkan SKP { $name } yang melewati batas waktu
task-set-plan = Periksa dan tetapkan SKP { $name }
task-sign-result = Tetapkan hasil evaluasi { $name }
task-start-plan = Mulai SKP { $year }
task-scheme-own = Isi kriteria Anda: { $period }
task-scheme-name = Usulkan { $role }: sedikitnya { $n } orang lagi
task-scheme-asked = Isi kriteria { $name }, seperti diminta
task-scheme-team = Isi kriteria tim Anda: { $n } orang
task-scheme-decide = Setujui penilai untuk { $name }: { $n } usulan
task-scheme-name-for = Tentukan penilai untuk { $name }
task-scheme-countersign = Baca dan tandatangani lembar penilai: { $n } orang
notice-scheme-proposed = { $name } mengusulkan penilai. Setujui, atau tulis mengapa tidak.
notice-scheme-asked = Anda diminta menilai kriteria { $name }.
notice-scheme-agreed = { $name } disetujui menjadi penilai Anda.
notice-scheme-refused = { $name } tidak disetujui menjadi penilai Anda. Baca alasannya.
notice-scheme-declined = { $name } tidak dapat menilai. Baca alasannya.
notice-scheme-self = { $name } sudah mengisi kriteria dirinya.
notice-scheme-differs = Kriteria { $name }: { $n } dipandang berbeda. Bicarakan dalam { $days } hari kerja.
notice-scheme-countersigned = { $name } sudah membaca dan menandatangani lembar Anda.

job-ask-again = Minta sekali lagi; berkas baru dibuat dari keadaan sekarang.
job-file-gone = Berkas ini sudah dihapus karena melewati masa simpannya.
job-has-ended = Pekerjaan ini sudah selesai atau sudah dihentikan.
job-log-in-closed = Akun yang meminta pekerjaan ini sudah ditutup, jadi pekerjaannya dihentikan.
job-nothing-to-print = Belum ada hasil yang ditetapkan di unit ini, jadi belum ada dokumen untuk dicetak.
job-recompute-needs-closed = Hitung ulang dilakukan setelah periode ditutup.
job-review-has-no-document = Tinjauan semester tidak mempunyai dokumen evaluasi; formulirnya milik evaluasi menurut peraturan.
job-stopped = Pekerjaan berhenti karena gangguan yang tidak selesai sendiri. Yang sudah dikerjakan tetap tersimpan; minta sekali lagi, atau hubungi pengelola server.

notice-concluded = { $period } ditutup dan hasil evaluasi Anda sudah ada.
notice-concluded-for-you = { $period } ditutup. Penilaian yang sudah Anda kirim tetapi belum Anda tetapkan menjadi hasil seperti yang Anda tulis.
notice-due-acknowledge = Hasil evaluasi Anda menunggu tanda terima Anda.
notice-due-plan = SKP Anda belum selesai. Batasnya { $due }.
notice-due-rate = { $n } orang menunggu penilaian Anda. Batasnya { $due }.
notice-due-self = Penilaian diri Anda ditunggu. Batasnya { $due }.
notice-due-set = { $n } SKP menunggu Anda tetapkan. Batasnya { $due }.
notice-due-sign = { $n } hasil evaluasi menunggu Anda tetapkan. Batasnya { $due }.
notice-late-plans = { $n } SKP di bawah Anda melewati batas { $due }.
notice-late-ratings = { $n } penilaian di bawah Anda melewati batas { $due }.
notice-late-self = { $n } penilaian diri di tim Anda melewati batas { $due }.
notice-opened = { $period } dibuka. Isi penilaian diri Anda paling lambat { $due }.
notice-opened-for-rater = { $period } dibuka. Anda menilai { $n } orang.
notice-opened-without-plan = { $period } dibuka, tetapi SKP Anda belum ada. Selesaikan SKP Anda dahulu.

reminder-choose-a-step = Pilih sedikitnya satu langkah.
reminder-period-not-open = Periode ini tidak sedang dibuka, jadi tidak ada yang perlu diingatkan.
# Umpan balik sepanjang tahun, dialog, bimbingan, konseling.
feedback-ask-is-answered = Permintaan ini sudah dijawab.
feedback-line-unknown = Hasil kerja ini tidak ada dalam SKP yang dapat Anda lihat. Pilih yang lain, atau tulis sebagai hal lain.
people-name-several = Ada beberapa: { $names }. Tulis lebih lengkap.
notice-feedback-about = { $name } memberi umpan balik untuk { $employee }.
notice-feedback-asked = { $name } meminta umpan balik Anda.
notice-feedback-declined = { $name } belum dapat memberi umpan balik kali ini.
notice-feedback-passed-on = { $name } meneruskan umpan balik untuk { $employee } kepada Anda sebagai penilai.
notice-feedback-received = { $name } sudah membaca umpan balik yang Anda teruskan.
notice-dialogue-opened = { $name } membuka dialog kinerja dengan Anda.
notice-coaching-opened = { $name } merencanakan bimbingan kinerja dengan Anda.
notice-counselling-opened = { $name } membuka pertemuan yang hanya untuk Anda berdua.
notice-counsellor-appointed = Pertemuan dengan { $name } direncanakan pada { $on }.
notice-dialogue-held = { $name } mencatat pertemuan dengan Anda sebagai selesai.
notice-dialogue-concluded = { $name } menyelesaikan pertemuan; ada bagian untuk Anda baca.
notice-dialogue-cancelled = { $name } membatalkan pertemuan.
notice-followup = { $name } mencatat kesepakatan untuk Anda, paling lambat { $due }.
notice-followup-done = { $name } menandai satu kesepakatan selesai.
task-answer-ask = Jawab permintaan umpan balik { $name }
task-appoint-counsellor = Tunjuk konselor: { $n } menunggu
task-followup = Tindak lanjut: { $what }
task-followup-confidential = Tindak lanjut yang Anda sepakati
task-propose-bimbingan = Rencanakan bimbingan { $name } ({ $article })
task-propose-konseling = Bicarakan perilaku kerja { $name } ({ $article })
task-receive-feedback = Baca umpan balik pimpinan lain tentang { $name }
task-talk = Pertemuan dengan { $name }

# Tim kerja.
notice-workteam-agreed = { $name } disetujui bekerja di { $team }.
notice-workteam-declined = { $name } belum disetujui penilainya untuk bekerja di { $team }.
notice-workteam-ended = { $team } berakhir.
notice-workteam-joined = Anda bekerja di { $team }.
notice-workteam-left = Tugas Anda di { $team } berakhir.
notice-workteam-proposed = Anda diusulkan bekerja di { $team }; penilai Anda diminta persetujuannya.
notice-workteam-rated = Capaian { $team } dinyatakan: { $predikat }.
notice-workteam-report = { $name } melaporkan kemajuan { $team }.
notice-workteam-result = Ada hasil baru yang diharapkan dari { $team }.
notice-workteam-word = { $name } diusulkan bekerja di { $team }. Persetujuan Anda ditunggu.
task-workteam-word = Jawab usulan { $name } bekerja di { $team }
workteam-adopt-is-there = Hasil tim ini sudah ada di SKP Anda.
workteam-adopt-members = Hasil tim hanya dapat dimasukkan ke SKP oleh ketua dan anggotanya.
workteam-adopt-no-draft = SKP Anda tidak sedang dapat diubah.
workteam-adopt-no-draft-next = Buat SKP, atau buka klarifikasi bersama penilai Anda, lalu coba lagi.
workteam-period-is-another = Tim ini tidak bekerja pada periode itu.
workteam-period-not-open = { $period } tidak sedang dibuka, jadi capaian tim tidak dapat dinyatakan atau diubah.
workteam-report-members = Laporan ditulis oleh ketua dan anggota yang sedang bekerja di tim.
workteam-unit-is-not-yours = Pilih unit yang Anda pimpin, atau unit di bawahnya.
