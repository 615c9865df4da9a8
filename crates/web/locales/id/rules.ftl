# Kalimat aturan: semua kunci yang disebut lantai domain. Kedua bahasa selalu seiring.

## account

account-password-too-short = Kata sandi Anda baru { $have } karakter. Pakai sedikitnya { $min }, misalnya beberapa kata yang mudah Anda ingat.
account-password-too-long = Kata sandi terlalu panjang. Pakai paling banyak { $max } karakter.
account-password-common = Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan, misalnya nama tiga benda di sekitar Anda.
account-password-is-login = Kata sandi tidak boleh memuat NIP Anda. Pakai kata-kata lain.

## assessment: ratings

assessment-rating-dibawah = Dibawah ekspektasi
assessment-rating-sesuai = Sesuai ekspektasi
assessment-rating-diatas = Diatas ekspektasi

## assessment: what is missing

assessment-rhk-needs-rating = Hasil kerja ini belum diberi rating. Pilih salah satu dari tiga.
assessment-nilai-needs-rating = Nilai ini belum diberi rating. Pilih salah satu dari tiga.
assessment-hasil-needs-rating = Rating hasil kerja secara keseluruhan belum dipilih.
assessment-perilaku-needs-rating = Rating perilaku kerja secara keseluruhan belum dipilih.
assessment-needs-reason = Alasannya belum cukup jelas ({ $have } dari sedikitnya { $min } karakter). Tulis apa yang Anda lihat dan buktinya.

## assessment: whose turn it is

assessment-self-first = Penilaian belum dapat diisi karena { $name } belum mengirim penilaian diri.
assessment-self-first-next = Ingatkan { $name } untuk mengirim penilaian diri.
assessment-self-first-next-until = Ingatkan { $name }. Sesudah { $until } Anda dapat menilai tanpa menunggu; hasilnya akan menyebut bahwa penilaian diri tidak ada.
assessment-rater-still-has-time = Penilaian ini masih menjadi tugas Pejabat Penilai sampai { $until }.
assessment-rater-still-has-time-next = Ingatkan Pejabat Penilai. Jika sampai tanggal itu belum dinilai, Anda yang menilai.
assessment-not-your-turn = Yang menilai adalah Pejabat Penilai Kinerja, atau atasannya setelah waktunya lewat.
assessment-sent-and-stands = Penilaian ini sudah dikirim pada { $at } dan tidak dapat diubah.

## assessment: guidance, never a bar

assessment-guidance-hasil = Rating hasil kerja yang dipilih: { $given }. Menurut panduan, rating tiap hasil kerja lebih menunjuk ke: { $hint }. Anda yang memutuskan; jelaskan dasarnya.
assessment-guidance-perilaku = Rating perilaku kerja yang dipilih: { $given }. Dari tujuh nilai, { $above } dinilai diatas dan { $below } dibawah ekspektasi. Anda yang memutuskan; jelaskan dasarnya.
assessment-counts = Diatas ekspektasi: { $above }. Sesuai: { $met }. Dibawah: { $below }, di antaranya hasil kerja utama: { $utama_below }.

## dialogue

dialogue-counsellor-has-begun = Konselor yang ditunjuk sudah mulai mencatat. Catatannya tidak dialihkan kepada orang lain.
dialogue-counsellor-independent = Konselor yang ditunjuk harus independen: bukan pegawai yang bersangkutan, penilainya, atau atasan penilainya.
dialogue-counsellor-other = Pilih orang lain sebagai konselor.
dialogue-followup-empty = Tulis apa yang disepakati.
dialogue-followup-owner = Pilih salah satu dari Anda berdua.
dialogue-followup-past = Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.
dialogue-is-cancelled = Pertemuan ini sudah dibatalkan.
dialogue-is-over = Pertemuan ini sudah selesai, jadi catatannya tidak diubah lagi.
dialogue-is-over-next = Buka pertemuan baru; tindak lanjut yang belum selesai ikut terbawa.
dialogue-kind-bimbingan = Bimbingan kinerja
dialogue-kind-dialog = Dialog kinerja
dialogue-kind-konseling = Konseling kinerja
dialogue-needs-conclusion = Tulis simpulan untuk penilai dan atasannya. Mereka hanya membaca bagian ini.
dialogue-needs-counsellor = Konselor belum ditunjuk, jadi konseling belum dapat diselesaikan.
dialogue-needs-result = Tulis hasil pertemuan, walau pendek.
dialogue-not-yet-held = Tanggal ini belum tiba. Catat setelah pertemuan berlangsung.
dialogue-part-behaviour = Masalah perilaku kerja yang menghambat kinerja
dialogue-part-cause = Penyebab
dialogue-part-conclusion = Simpulan untuk penilai dan atasannya
dialogue-part-counsellor = Catatan konselor
dialogue-part-elsewhere = Apakah masalah serupa terjadi pada pegawai lain?
dialogue-part-employee = Catatan pegawai
dialogue-part-expectation = Ekspektasi khusus pimpinan, jika ada
dialogue-part-goal = Tujuan: target dan strategi mencapainya
dialogue-part-options = Peluang: apa yang dapat saya lakukan?
dialogue-part-partner = Catatan pimpinan atau pembimbing
dialogue-part-problem = Masalah atau hambatan
dialogue-part-progress = Fakta: progres pencapaian target
dialogue-part-reason = Alasan
dialogue-part-result = Hasil
dialogue-part-tried = Yang sudah dilakukan untuk memperbaikinya
dialogue-proposed-bimbingan = Predikat { $predikat }, hasil kerja perlu ditingkatkan: bimbingan kinerja diusulkan.
dialogue-proposed-konseling = Predikat { $predikat }, perilaku kerja dibawah ekspektasi: konseling kinerja diusulkan.
dialogue-reason-too-short = Tulis alasannya dengan sedikitnya { $min } karakter.
dialogue-state-dibatalkan = Dibatalkan
dialogue-state-direncanakan = Direncanakan
dialogue-state-menunggu = Menunggu konselor
dialogue-state-selesai = Selesai
dialogue-topic-own = { $words }
dialogue-tried-too-short = Tulis apa yang sudah Anda lakukan, sedikitnya { $min } karakter.

## evaluation: names

evaluation-predikat-sangat-kurang = Sangat kurang
evaluation-predikat-kurang = Kurang (misconduct)
evaluation-predikat-butuh-perbaikan = Butuh perbaikan
evaluation-predikat-baik = Baik
evaluation-predikat-sangat-baik = Sangat baik
evaluation-capaian-sangat-kurang = Sangat kurang
evaluation-capaian-kurang = Kurang
evaluation-capaian-butuh-perbaikan = Butuh perbaikan
evaluation-capaian-baik = Baik
evaluation-capaian-istimewa = Istimewa
evaluation-rhythm-bulanan = Bulanan
evaluation-rhythm-triwulanan = Triwulanan
evaluation-rhythm-semesteran = Semesteran
evaluation-rhythm-tahunan = Tahunan
evaluation-document-ditandatangani = Ditandatangani penilai, belum disampaikan
evaluation-document-disampaikan = Sudah disampaikan, menunggu tanda tangan pegawai
evaluation-document-dikembalikan = Sudah ditandatangani pegawai

## evaluation: why

evaluation-predikat-follows = Predikat: { $predikat }. Mengikuti kuadran kinerja dari rating hasil kerja ({ $hasil }) dan rating perilaku kerja ({ $perilaku }).
evaluation-step-capaian = Langkah 1, capaian kinerja organisasi: { $capaian }. Dasarnya: { $basis }
evaluation-step-capaian-unknown = Langkah 1, capaian kinerja organisasi: belum ditetapkan ketika hasil ini dibuat. Tidak dihitung sebagai nol dan tidak diperkirakan.
evaluation-step-pola = Langkah 2, pola distribusi: dengan capaian organisasi { $capaian }, idealnya sebagian besar pegawai berpredikat { $predikat }. Ini panduan, bukan jatah.
evaluation-step-pola-unknown = Langkah 2, pola distribusi: tidak dapat dilihat karena capaian organisasi belum ditetapkan.
evaluation-step-predikat = Langkah 3, rating pegawai oleh Pejabat Penilai Kinerja, dengan mempertimbangkan kontribusinya.
evaluation-rating-hasil = Rating hasil kerja: { $rating }. Alasan penilai: { $reason }
evaluation-rating-perilaku = Rating perilaku kerja: { $rating }. Alasan penilai: { $reason }
evaluation-result-rated = { $result }: { $rating }. { $reason }
evaluation-result-not-rated = { $result }: tidak diberi rating.
evaluation-value-rated = { $value }: { $rating }.
evaluation-value-rated-why = { $value }: { $rating }. { $reason }
evaluation-value-not-rated = { $value }: tidak diberi rating.
evaluation-evidence = Bertumpu pada { $n } bukti dukung.
evaluation-no-evidence = Penilai tidak menunjuk bukti dukung.
evaluation-self-sent = Penilaian diri dikirim pada { $at }.
evaluation-self-missing = Penilaian diri tidak ada.
evaluation-plan-version = Dinilai terhadap SKP versi { $version } yang ditetapkan pada { $at }, dengan aturan { $policy }.

## evaluation: what is missing

evaluation-supervisor-missing = Penilaian Pejabat Penilai untuk { $name } belum ada, jadi belum ada predikat.
evaluation-supervisor-not-sent = Penilaian Pejabat Penilai untuk { $name } belum dikirim, jadi belum ada predikat.
evaluation-supervisor-incomplete = Rating hasil kerja atau perilaku kerja untuk { $name } belum dipilih, jadi belum ada predikat.
evaluation-supervisor-missing-next = Lengkapi dan kirim penilaian { $name }.
evaluation-review-stands = Tinjauan: hasil kerja { $hasil }, perilaku kerja { $perilaku }. Tanpa predikat.

## evaluation: distribution, warnings only

evaluation-and-or = { $a } dan/atau { $b }
evaluation-distribution-capaian-unknown = Capaian kinerja organisasi belum ditetapkan, jadi pola distribusi belum dapat dibandingkan.
evaluation-distribution-too-few = Unit ini hanya { $n } orang. Persentase baru dibandingkan mulai { $min } orang.
evaluation-distribution-not-largest = Sebagian besar pegawai diharapkan berpredikat { $predikat }, tetapi predikat lain lebih banyak.
evaluation-distribution-too-many = { $predikat }: { $n } dari { $total } orang, lebih dari { $percent } %.
evaluation-distribution-too-small = { $predikat }: { $n } dari { $total } orang, kurang dari { $percent } %.
evaluation-distribution-absent = Diharapkan ada pegawai berpredikat { $predikat }, tetapi belum ada.
evaluation-distribution-not-allowed = { $predikat }: { $n } orang, padahal pada capaian ini diharapkan tidak ada.

## evaluation: periods and the document

evaluation-period-closed = Periode ini sudah ditutup dan hasilnya tetap.
evaluation-period-already-open = Periode ini sudah dibuka pada { $at }.
evaluation-period-not-open = Periode ini belum dibuka.
evaluation-period-too-early = Periode ini baru dapat dibuka mulai { $opens }.
evaluation-period-too-early-next = Buka lagi halaman ini pada { $opens }.
evaluation-period-not-over = Periode ini masih berjalan sampai { $last }.
evaluation-period-incomplete = Masih ada { $n } pegawai tanpa hasil evaluasi.
evaluation-period-incomplete-next = Lihat daftarnya dan ingatkan penilai atau atasannya. Sesudah { $until } periode dapat ditutup; yang kosong akan tetap terlihat kosong.
evaluation-already-delivered = Dokumen ini sudah disampaikan pada { $at }.
evaluation-document-already-signed = Dokumen ini sudah Anda tandatangani pada { $at }.
evaluation-report-day = Tanggal laporan ada di antara { $signed }, hari hasil ditandatangani, dan hari ini.
evaluation-not-delivered = Dokumen ini belum disampaikan kepada Anda.
evaluation-not-delivered-next = Tunggu sampai penilai menyampaikannya, atau tanyakan kepadanya.

## evidence

evidence-empty = Berkas ini kosong. Pilih berkas lain.
evidence-too-large = Berkas ini terlalu besar. Paling besar { $max } MB; perkecil fotonya atau pakai tautan.
evidence-type-not-taken = Jenis berkas .{ $ending } tidak diterima. Pakai PDF, JPG, PNG, DOCX, XLSX, atau PPTX.
evidence-not-what-it-says = Isi berkas ini bukan .{ $ending }. Simpan ulang dengan jenis yang benar, lalu unggah lagi.
evidence-link-not-a-link = Tautan ini belum lengkap. Tulis alamat yang diawali https://

## feedback

feedback-about-what = Tulis tentang apa, misalnya “rapat Selasa” atau “rekap bulanan”.
feedback-ask-fewer = Paling banyak { $max } orang sekali minta. Pilih yang paling melihat pekerjaan Anda.
feedback-ask-whom = Pilih sedikitnya satu rekan, selain diri Anda sendiri.
feedback-not-to-oneself = Umpan balik diberikan kepada orang lain. Untuk diri sendiri ada penilaian diri.
feedback-say-one-of-two = Isi sedikitnya salah satu: yang sudah baik, atau yang perlu ditingkatkan.
feedback-source-missing = Pilih sebagai apa Anda menyampaikannya.
feedback-source-bawahan = Pegawai di bawahnya
feedback-source-lainnya = Pihak lain yang terkait
feedback-source-pimpinan = Pimpinan
feedback-source-pimpinan-lain = Pimpinan lain (tim kerja atau penugasan khusus)
feedback-source-setingkat = Rekan kerja
feedback-part-too-short = Bagian ini belum cukup jelas. Tulis sedikitnya { $min } karakter: apa, kapan, dan contohnya.

## permissions: who could

permissions-needs-people = Data pegawai dapat dilihat oleh yang bersangkutan, penilainya, pimpinan unitnya, dan pengelola kepegawaian.
permissions-needs-personnel = Ini dikerjakan oleh pengelola kepegawaian.
permissions-needs-admin = Ini dikerjakan oleh admin instansi.
permissions-needs-reader = Ini dapat dilihat oleh pegawai yang bersangkutan, penilai dan atasan penilai, pimpinan unit, pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-near = Ini dapat dilihat oleh pegawai yang bersangkutan, penilai dan atasan penilai, pimpinan unit, dan auditor.
permissions-needs-self = Hanya pegawai yang bersangkutan dapat melakukannya.
permissions-needs-self-or-rater = Ini dikerjakan oleh pegawai yang bersangkutan bersama Pejabat Penilai Kinerja.
permissions-needs-self-or-personnel = Ini dikerjakan oleh pegawai yang bersangkutan atau pengelola kepegawaian.
permissions-needs-rater = Ini dikerjakan oleh Pejabat Penilai Kinerja, atau atasannya jika waktunya lewat. Tidak seorang pun menilai dirinya sendiri.
permissions-needs-objection = Keberatan dapat dilihat oleh pegawai yang bersangkutan, penilai dan atasan penilai, pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-superior = Keberatan diperiksa dan diputus oleh atasan Pejabat Penilai Kinerja.
permissions-needs-scheme = Kriteria seseorang diisi oleh yang bersangkutan, penilainya, dan orang yang diminta menilainya.
permissions-needs-report = Laporan kepada PyB dicatat oleh penilai, atasan penilai, atau pengelola kepegawaian.
permissions-needs-assessment = Penilaian dapat dilihat oleh pegawai yang bersangkutan, penilai dan atasan penilai, dan auditor.
permissions-needs-capaian = Capaian unit dicatat oleh pimpinan unit di atasnya, PPK, atau pengelola kepegawaian.
permissions-needs-unit = Halaman unit dapat dilihat oleh pimpinannya, pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-runs-survey = Survei diatur oleh pimpinan unit atau pengelola kepegawaian.
permissions-needs-types-survey = Isian kertas dimasukkan oleh pegawai unit itu, pimpinannya, atau pengelola kepegawaian.
permissions-needs-keeps-feed = Sumber data dikelola oleh pimpinan unitnya atau pengelola kepegawaian.
permissions-needs-enters-feed = Data dimasukkan oleh pegawai unit pengelolanya, pimpinannya, atau pengelola kepegawaian.
permissions-needs-token = Ini hanya bagi sistem lain yang memegang token sumbernya.
permissions-needs-team = Halaman tim dapat dilihat oleh penilainya, atasan penilai, pimpinan unit, dan auditor.
permissions-needs-cycle = Halaman siklus dapat dilihat oleh pimpinan unit untuk unitnya, pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-reminder = Mengingatkan satu unit dikerjakan oleh pimpinannya atau pengelola kepegawaian.
permissions-needs-recompute = Hitung ulang dikerjakan oleh pengelola kepegawaian atau auditor.
permissions-needs-job = Pekerjaan latar dapat dilihat oleh yang memintanya, pengelola kepegawaian, dan auditor.
permissions-needs-job-cancel = Pekerjaan latar dibatalkan oleh yang memintanya atau pengelola kepegawaian.
permissions-needs-journal = Jurnal dapat dilihat oleh pegawai untuk datanya sendiri, dan oleh auditor.
permissions-needs-remark = Umpan balik ini dibaca oleh pegawai yang bersangkutan, pemberinya, penilai dan atasan penilai, dan auditor.
permissions-needs-dialogue = Dialog dan bimbingan dibaca oleh kedua pihaknya, penilai dan atasan penilai, dan auditor.
permissions-needs-two = Ini hanya untuk kedua pihak yang berbicara.
permissions-needs-workteam = Halaman tim kerja dapat dilihat oleh ketua dan anggotanya, penilai mereka dan atasannya, pimpinan unit pemilik tim, pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-managing-workteam = Tim kerja dibentuk dan diubah oleh pengelola kepegawaian atau pimpinan unit pemiliknya.
permissions-needs-planning-workteam = Anggota dan hasil tim ditetapkan oleh ketua tim, pimpinan unit pemiliknya, atau pengelola kepegawaian.
permissions-needs-reporting-workteam = Laporan tim ditulis oleh ketua dan anggotanya.
permissions-needs-rating-workteam = Capaian tim dinyatakan oleh pimpinan unit pemiliknya, pimpinan unit di atasnya, atau PPK.
permissions-needs-counselling-report = Laporan masalah perilaku dibaca oleh pegawai yang bersangkutan, penilai yang melapor, konselor, pengelola kepegawaian, dan PyB.
permissions-needs-counselling-conclusion = Simpulan konseling dibaca oleh kedua pihaknya, penilai, dan atasan penilai.
permissions-needs-counselling-list = Pengelola kepegawaian, PyB, dan auditor melihat bahwa konseling berlangsung, tanpa isinya.
permissions-needs-counselling-appoint = Konselor ditunjuk oleh pengelola kepegawaian atau PyB.
permissions-needs-anyone = Silakan masuk dulu.
permissions-needs-managing-mentoring = Pendampingan dibuka, dipasangkan, dan diakhiri oleh penilai, atasan penilai, atau pengelola kepegawaian.
permissions-needs-managing-talent = Potensi, peta talenta, dan suksesi dikelola oleh pengelola kepegawaian, PyB, atau PPK.
permissions-needs-mentoring = Pendampingan dibaca oleh pegawainya, pendamping, penilai dan atasannya, pengelola kepegawaian, dan auditor.
permissions-needs-skills = Daftar keterampilan dicari oleh pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-talent = Talenta dilihat oleh pengelola kepegawaian, PyB, PPK, auditor, dan pegawai untuk dirinya sendiri.
permissions-needs-writing-mentoring = Langkah dan pertemuan ditulis oleh pegawai, pendamping, atau penilainya.

## plan: states and steps

plan-state-draf = Draf
plan-state-ditandatangani = Ditandatangani pegawai
plan-state-dikembalikan = Dikembalikan
plan-state-ditetapkan = Ditetapkan
plan-state-klarifikasi = Sedang diklarifikasi
plan-state-digantikan = Digantikan SKP lain
plan-state-dievaluasi = Selesai dievaluasi
plan-step-edit = Mengubah isi
plan-step-sign = Menandatangani
plan-step-return = Mengembalikan
plan-step-set = Menetapkan
plan-step-reopen = Membuka klarifikasi
plan-step-replace = Mengganti
plan-step-evaluate = Menyelesaikan evaluasi tahunan
plan-step-not-now = { $step } SKP ini belum dapat dilakukan. Statusnya sekarang: { $state }.
plan-now-sign = Lengkapi SKP, lalu pegawai menandatanganinya.
plan-now-wait = Tunggu Pejabat Penilai menetapkan atau mengembalikannya.
plan-now-mend = Perbaiki butir yang diberi catatan, lalu tanda tangani lagi.
plan-now-reopen = Untuk mengubahnya, buka klarifikasi; versi yang berlaku tetap tersimpan.
plan-now-agree = Bicarakan perubahannya, lalu pegawai menandatangani versi baru.
plan-now-other-plan = Buka SKP yang menggantikannya.
plan-evaluate-needs-version = SKP ini belum pernah ditetapkan, jadi belum dapat dievaluasi.
plan-evaluate-needs-version-next = Tetapkan SKP lebih dulu.
plan-return-needs-note = Belum ada catatan yang menjelaskan apa yang perlu diubah.
plan-return-needs-note-next = Tulis catatan di samping butir yang dimaksud, lalu kembalikan.
plan-set-needs-reason = Tulis mengapa SKP ini berubah, misalnya penugasan baru atau target yang disesuaikan.
plan-setter-rater = SKP ditetapkan oleh Pejabat Penilai Kinerja.
plan-setter-superior = SKP ditetapkan oleh atasan Pejabat Penilai karena sampai { $due } belum ditetapkan.
plan-due-was = Batas waktu penetapan: { $due }.
plan-setter-too-early = Sampai { $due } SKP ini ditetapkan oleh Pejabat Penilai Kinerja.
plan-setter-too-early-next = Ingatkan Pejabat Penilai. Sesudah { $due } Anda dapat menetapkannya.
plan-setter-nobody = SKP ditetapkan oleh Pejabat Penilai Kinerja, atau atasannya jika waktunya lewat.

## plan: what is missing

plan-needs-utama = Belum ada rencana hasil kerja utama. Tambahkan sedikitnya satu.
plan-rhk-needs-text = Rencana hasil kerja ini masih kosong. Tulis hasil yang diharapkan.
plan-rhk-needs-indicator = Belum ada indikator. Tambahkan sedikitnya satu supaya hasilnya dapat diukur.
plan-indicator-needs-text = Indikator ini masih kosong. Tulis apa yang diukur.
plan-text-too-long = Tulisan ini terlalu panjang. Ringkas menjadi paling banyak { $max } karakter.
plan-target-needs-amount = Target belum ada angkanya. Isi misalnya 12, 82,5, atau 100.
plan-target-needs-unit = Target belum ada satuannya. Isi misalnya dokumen, persen, atau hari.
plan-target-negative = Target tidak boleh kurang dari nol.
plan-target-range-reversed = Batas atas ({ $high }) harus lebih besar dari batas bawah ({ $low }).
plan-target-needs-lower = Rentang target belum ada batas bawahnya.
plan-indicator-needs-aspek = Pilih aspeknya: kuantitas, kualitas, waktu, atau biaya.
plan-indicator-needs-perspektif = Pilih perspektifnya: penerima layanan, proses bisnis, penguatan internal, atau anggaran.
plan-aspek-not-for-jpt = Formulir JPT memakai perspektif, bukan aspek. Kosongkan aspeknya.

## plan: advice, never a bar

plan-advice-activity = “{ $word }” menyebut kegiatan. Tulis hasilnya, misalnya “Laporan … disampaikan tepat waktu” atau “Meningkatnya …”.
plan-advice-absolute = Target yang mutlak (“{ $word }”) sebaiknya dihindari, kecuali menyangkut nyawa, cedera, keamanan negara, atau kerugian uang yang besar.
plan-advice-no-time = Belum ada target yang menyebut waktu. Tambahkan kapan atau seberapa cepat hasilnya diharapkan.
plan-advice-over-hundred = Target lebih dari 100 persen jarang realistis. Periksa lagi angkanya.
plan-advice-only-tambahan = Semua hasil kerja masih berjenis tambahan. Yang berprioritas tinggi adalah utama.
plan-advice-perspective-required = Belum ada indikator dengan perspektif { $perspektif }. Perspektif ini selalu ada pada SKP JPT.
plan-advice-perspective-missing = Belum ada indikator dengan perspektif { $perspektif }. SKP JPT sebaiknya memuat keempat perspektif.
plan-advice-unlinked = Butir ini belum dikaitkan dengan hasil kerja pimpinan. Anda dapat mengaitkannya nanti setelah SKP pimpinan ada.
plan-advice-no-resources = Lampiran belum menyebut dukungan sumber daya yang disepakati.
plan-advice-no-accountability = Lampiran belum menyebut skema pertanggungjawaban: kapan dilaporkan dan bukti apa yang diharapkan.
plan-advice-no-consequences = Lampiran belum menyebut konsekuensi yang disepakati.

## plan: names

plan-perspektif-penerima-layanan = penerima layanan
plan-perspektif-proses-bisnis = proses bisnis
plan-perspektif-penguatan-internal = penguatan internal
plan-perspektif-anggaran = anggaran
plan-nilai-berorientasi-pelayanan = Berorientasi pelayanan
plan-nilai-akuntabel = Akuntabel
plan-nilai-kompeten = Kompeten
plan-nilai-harmonis = Harmonis
plan-nilai-loyal = Loyal
plan-nilai-adaptif = Adaptif
plan-nilai-kolaboratif = Kolaboratif

## plan: differences between versions

plan-change-rhk = Rencana hasil kerja
plan-change-rhk-text = Bunyi rencana hasil kerja
plan-change-rhk-kind = Jenis (utama atau tambahan)
plan-change-assigned-by = Penugasan dari
plan-change-supports = Hasil kerja pimpinan yang didukung
plan-change-indicator = Indikator
plan-change-indicator-text = Bunyi indikator
plan-change-target = Target
plan-change-aspek = Aspek atau perspektif
plan-change-order = Urutan
plan-change-expectation = Ekspektasi khusus pimpinan
plan-change-resources = Dukungan sumber daya
plan-change-accountability = Skema pertanggungjawaban
plan-change-consequences = Konsekuensi

## policy

policy-none-in-force = Belum ada aturan yang berlaku untuk skema { $scheme } pada { $on }.
policy-none-in-force-next = PermenPANRB 6/2022 berlaku sejak 7 Februari 2022. Pilih tanggal sesudahnya.
policy-problem-not-toml = Berkas ini bukan TOML yang sah: { $error }
policy-problem-unknown-rule = Nama aturan “{ $rule }” tidak dikenal.
policy-problem-unknown-shape = Bentuk “{ $shape }” tidak dikenal.
policy-problem-other-shape = Aturan { $rule } berbentuk “{ $wants }”, bukan “{ $shape }”.
policy-problem-unknown-field = Isian “{ $field }” tidak dikenal. Mungkin salah ketik.
policy-problem-unknown-law = Peraturan “{ $law }” tidak ada di folder law/.
policy-problem-missing = Isian “{ $field }” belum ada.
policy-problem-wrong = Isian “{ $field }” harus berupa: { $wants }.
policy-problem-not-dated = Aturan { $rule } harus ditulis sebagai [[{ $rule }]] dengan tanggal berlaku.
policy-problem-misplaced = Aturan { $rule } tidak boleh ditulis di folder ini.
policy-problem-overlap = Aturan { $rule } mulai { $from } bertumpang tindih dengan versi lain.
policy-problem-gap = Aturan { $rule } kosong dari { $from } sampai { $until }.
policy-problem-ends = Aturan { $rule } berakhir tanpa pengganti.
policy-problem-rule-missing = Aturan { $rule } belum ada, baik di skema maupun di peraturannya.
policy-problem-no-name = Folder { $folder } belum memiliki aturan “name”.
policy-problem-assumption-unexplained = Aturan { $rule } berstatus asumsi, tetapi notes.md belum memuat paragraf bertanggal tentangnya.
policy-problem-note-undated = Judul catatan harus diawali tanggal: ## 2026-11-20 nama-aturan: judul.
policy-problem-note-empty = Catatan ini belum menjelaskan apa pun.
policy-problem-rhythm-not-allowed = Irama { $rhythm } tidak termasuk pilihan peraturan.
policy-problem-review-not-semester = Tinjauan skema harus semesteran; bulanan, triwulanan, dan tahunan adalah evaluasi menurut peraturan.
policy-problem-needs = Aturan { $rule } memerlukan aturan { $other }.
policy-problem-twice = Aturan { $rule } memuat “{ $code }” lebih dari sekali.
policy-problem-names-unknown = Aturan { $rule } menyebut “{ $code }” yang tidak ada.
policy-problem-weights = Bobot dalam { $rule } berjumlah { $sum } %, seharusnya 100 %, dan tidak ada yang kosong.
policy-problem-weights-unused = Bobot dimensi hanya ditulis bila bentuk hasilnya “weighted”.
policy-problem-dimension-empty = Dimensi “{ $code }” tidak memiliki kriteria.
policy-problem-scale = Skala memerlukan dua sampai sembilan tingkat.
policy-problem-anchors = Kriteria “{ $code }” memerlukan gambaran untuk tiap tingkat: { $levels } kalimat.
policy-problem-cuts = Kriteria “{ $code }” memerlukan satu batas kurang dari { $levels } tingkat.
policy-problem-shares = Bobot penilai untuk dimensi “{ $code }” berjumlah { $sum } %, seharusnya 100 %.
policy-problem-turns = Penilaian diri lebih dahulu, tetapi giliran pegawai tidak mendahului Pejabat Penilai.

## progress: status

progress-track-not-started = Belum mulai
progress-track-on-track = Di jalur
progress-track-at-risk = Berisiko
progress-track-late = Terlambat
progress-track-reached = Tercapai

## progress: why

progress-stands = Status: { $track }.
progress-realised = Realisasi { $amount } { $unit } dari target { $target }.
progress-nothing-reported = Belum ada laporan. Belum melapor tidak sama dengan nol.
progress-reported-without-amount = Sudah ada laporan, tetapi belum ada angka realisasinya.
progress-time-passed = Waktu yang sudah berjalan: { $percent } %.
progress-still-early = Masih awal; belum ada yang terlewat.
progress-silent = Lebih dari seperempat waktu berjalan tanpa laporan.
progress-over-without-report = Waktunya habis tanpa laporan.
progress-cannot-be-counted = Target atau laporannya tidak berupa angka, jadi dilihat dari laporan dan rencana aksi.
progress-target-reached = Target tercapai ({ $percent } %).
progress-over-below-target = Waktunya habis dan baru tercapai { $percent } %.
progress-keeps-pace = Tercapai { $percent } %, seiring waktu.
progress-falls-behind = Tercapai { $percent } %, tertinggal lebih dari 10 poin dari waktu yang berjalan.
progress-far-behind = Tercapai { $percent } %, tertinggal lebih dari 25 poin dari waktu yang berjalan.
progress-level-rises = Laporan terakhir { $percent } % dari target dan sedang naik.
progress-level-stands-still = Laporan terakhir { $percent } % dari target dan tidak naik sejak laporan sebelumnya.
progress-level-lags = Laporan terakhir baru { $percent } % dari target, tertinggal dari waktu yang berjalan.
progress-level-within-limit = Laporan terakhir masih dalam batas.
progress-level-above-limit = Laporan terakhir melewati batas, dan masih dapat diperbaiki.
progress-limit-within = Terpakai { $percent } % dari batas, seiring waktu.
progress-limit-used-fast = Sudah terpakai { $percent } % dari batas, lebih cepat dari waktu yang berjalan.
progress-limit-passed = Batasnya terlewati.
progress-limit-kept = Waktunya habis dan batasnya tidak terlewati.
progress-step-overdue = Langkah “{ $step }” lewat { $days } hari.

## keadaan khusus, sebaran, pengambilalihan

evaluation-studies-given-up = Tugas belajar tidak diselesaikan, perilaku kerja { $perilaku }: predikat { $predikat }.
evaluation-carried-over = Pegawai pindah unit dalam periode ini. Penilai baru dan pegawai sepakat pada { $at } memakai hasil { $from } s.d. { $until } dari unit lama: { $reason }
evaluation-by-time = Instansi ini menimbang SKP setahun menurut lamanya: rata-rata { $mean } dari 5, predikat { $predikat }.
evaluation-by-time-part = { $predikat } selama { $days } hari
evaluation-carry-over-not-open = Hasil dari unit lama hanya dapat dipakai selama periode dibuka.
evaluation-carry-over-asked-before = Usul ini sudah pernah disampaikan dalam periode ini.
evaluation-carry-over-needs-reason = Tulis mengapa hasil itu yang dipakai.
evaluation-distribution-gap-above = Predikat rata-rata { $mean } dari 5, capaian unit { $capaian } ({ $unit } dari 5): orang-orangnya dinilai jauh di atas capaian unitnya. Apa sebabnya?
evaluation-distribution-gap-below = Predikat rata-rata { $mean } dari 5, capaian unit { $capaian } ({ $unit } dari 5): orang-orangnya dinilai jauh di bawah capaian unitnya. Apa sebabnya?
people-circumstance-overlaps = Sudah ada { $kind } sejak { $from }. Akhiri itu lebih dahulu, atau pilih hari lain.
people-circumstance-tugas-belajar = Tugas belajar
people-circumstance-diperbantukan = Diperbantukan atau dipekerjakan di tempat lain
people-circumstance-cltn = Cuti di luar tanggungan negara
people-circumstance-mpp = Masa persiapan pensiun
people-circumstance-pejabat-negara = Pejabat negara
people-circumstance-lns = Pimpinan atau anggota lembaga nonstruktural
people-circumstance-diberhentikan-sementara = Diberhentikan sementara
people-studies-lebih-cepat = Selesai lebih cepat
people-studies-tepat-waktu = Selesai tepat waktu
people-studies-diperpanjang = Selesai setelah diperpanjang
people-studies-tidak-selesai = Tidak selesai
people-no-plan-asked = Pada { $day } tidak diminta SKP: { $kind }.
people-no-plan-asked-next = Bila keadaan itu sudah berakhir, mintalah bagian kepegawaian mencatatnya.
plan-advice-clause = { $says }.
plan-take-over-not-promised = Yang dapat diambil alih hanya hasil dalam SKP yang sudah ditetapkan.
plan-take-over-done = Hasil ini sudah diambil alih.
plan-take-over-needs-note = Tulis catatannya; tanpa catatan pengambilalihan tidak dapat dipertimbangkan.
plan-taken-over = Diambil alih pimpinan pada { $at }: { $note }

## workteam

workteam-advice-leader = Tim ini belum mempunyai ketua yang disetujui penilainya.
workteam-advice-shares = Porsi anggota yang tertulis berjumlah { $sum } persen, bukan 100. Tidak apa-apa bila memang begitu.
workteam-carrier-is-member = Pilih dari anggota yang sudah disetujui penilainya.
workteam-corrects-nothing = Laporan yang hendak diperbaiki tidak ada di sini.
workteam-decline-needs-reason = Tulis mengapa belum dapat disetujui, sedikitnya { $min } karakter, agar tim dapat mencari jalan lain.
workteam-ends-before-it-begins = Tanggal selesai mendahului tanggal mulai.
workteam-entry-needs-words = Tulis apa yang dikerjakan.
workteam-entry-not-yet = Tanggal ini belum tiba.
workteam-has-leader = Tim ini sudah mempunyai atau menunggu ketua. Akhiri dahulu tugas ketua yang sekarang.
workteam-is-over = Tim ini sudah berakhir, jadi tidak diubah lagi.
workteam-is-over-next = Catatannya tetap dapat dibaca. Bentuk tim baru bila pekerjaannya berlanjut.
workteam-member-is-there = Orang ini sudah ada di tim pada tanggal itu, atau masih menunggu persetujuan penilainya.
workteam-name-too-long = Nama tim paling panjang { $max } karakter.
workteam-needs-name = Beri tim ini nama.
workteam-needs-purpose = Tulis untuk apa tim ini dibentuk, sedikitnya { $min } karakter.
workteam-nothing-to-rate = Tim ini belum mempunyai hasil yang dapat dinyatakan capaiannya.
workteam-nothing-to-rate-next = Tulis dahulu hasil apa yang diharapkan dari tim.
workteam-outside-its-days = Tanggal ini di luar masa kerja tim.
workteam-part-anggota = Anggota
workteam-part-ketua = Ketua tim
workteam-part-is-over = Tugas ini sudah selesai, ditolak, atau ditarik.
workteam-predikat-follows = Predikat tim { $predikat }: capaian hasil-hasilnya { $capaian }.
workteam-predikat-middle = Nilai tengah dari { $n } hasil adalah { $capaian }; di antara dua nilai tengah dipilih yang lebih rendah.
workteam-proposal-taken-back = Usulan ini sudah ditarik, jadi tidak perlu dijawab lagi.
workteam-rate-needs-capaian = Pilih capaian hasil ini.
workteam-rate-needs-reason = Tulis alasannya, sedikitnya { $min } karakter.
workteam-rate-own = Anda bekerja di tim ini pada periode itu, jadi capaiannya dinyatakan orang lain.
workteam-rate-own-next = Pimpinan unit di atasnya atau PPK dapat menyatakannya.
workteam-result-needs-text = Tulis hasil apa yang diharapkan.
workteam-result-rated = { $result }: { $capaian }. { $reason }
workteam-result-share = Laporan tim sampai saat itu: { $percent } persen dari target.
workteam-result-too-long = Paling panjang { $max } karakter.
workteam-share-or-words = Isi porsi dalam persen, atau tulis tugasnya dengan kata-kata.
workteam-share-out-of-range = Porsi antara 1 dan 100 persen.
workteam-standing-disetujui = Disetujui penilai
workteam-standing-ditolak = Tidak disetujui
workteam-standing-diusulkan = Menunggu penilai
workteam-standing-selesai = Selesai
workteam-state-berakhir = Berakhir
workteam-state-berjalan = Berjalan
workteam-state-direncanakan = Belum mulai
workteam-target-needs-unit = Tulis satuannya: permohonan, dokumen, persen.
workteam-target-negative = Jumlah tidak dapat kurang dari nol.
workteam-word-is-given = Usulan ini sudah dijawab.
workteam-word-of-rater = Anda yang mengusulkannya; persetujuan diberikan oleh Pejabat Penilai pegawai itu.
permissions-needs-fairness = Laporan keadilan dibaca pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-calibration = Sesi kalibrasi untuk yang menilai di kelompoknya, kepala unit, kepegawaian, dan pengawas.
permissions-needs-leads-calibration = Sesi kalibrasi dipanggil dan dicatat oleh kepegawaian atau kepala unit.
permissions-needs-decides-calibration = Usul kalibrasi diputuskan oleh pejabat penilai yang memberi nilai itu, bukan oleh atasannya atau kepegawaian.
