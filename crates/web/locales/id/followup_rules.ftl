# Kalimat aturan: tindak lanjut, pengembangan, pelatihan.

## permissions

permissions-needs-followup = Tindak lanjut diputuskan oleh penilai, atasan penilai, pengelola kepegawaian, atau PyB. Tidak seorang pun memutuskan tentang dirinya sendiri.
permissions-needs-career-followup = Promosi, beasiswa, pengembangan potensi, dan penghargaan diputuskan oleh pengelola kepegawaian, PyB, atau PPK.
permissions-needs-development = Ini dapat dilihat oleh pegawai yang bersangkutan, penilai dan atasan penilai, pengelola kepegawaian, PyB, dan auditor.
permissions-needs-analysis = Kebutuhan dan dampak pelatihan dilihat oleh pengelola kepegawaian, PyB, PPK, dan auditor.
permissions-needs-nomination = Nama diusulkan oleh pegawai sendiri, penilai, atasan penilai, atau pengelola kepegawaian.

## followup

followup-state-ditanyakan = Pegawai ditanya dahulu
followup-state-diusulkan = Menunggu putusan
followup-state-diterima = Diterima
followup-state-ditolak = Tidak diambil
followup-state-gugur = Gugur bersama hasilnya
followup-not-on-oneself = Anda tidak dapat memutuskan tindak lanjut untuk diri sendiri.
followup-ask-first = Pegawai belum menjawab apakah ia menghendakinya.
followup-not-wanted = Pegawai menjawab tidak menghendakinya.
followup-ask-first-next = Bicarakan dengan pegawai; ia menjawab di halaman Tindak lanjut saya.
followup-required = Menurut aturannya langkah ini harus dimulai, jadi tidak dapat ditolak.
followup-required-next = Terima dengan alasan dan waktu yang wajar. Bila hasilnya keliru, jalannya adalah keberatan.
followup-reason-too-short = Tulis alasan putusan, sedikitnya { $min } karakter; pegawai akan membacanya.
followup-not-asked = Tindak lanjut ini tidak memerlukan jawaban Anda; yang memutuskan penilai atau kepegawaian.
followup-withdrawn = Tindak lanjut ini gugur karena hasilnya digantikan oleh putusan keberatan.
followup-decided-already = Tindak lanjut ini sudah diputuskan.

## development

development-hours-reached = { $hours } JP tercatat, sedikitnya { $limit } JP: tercapai
development-hours-short = { $hours } dari sedikitnya { $limit } JP: kurang { $by } JP
development-hours-within = { $hours } JP, paling banyak { $limit } JP setahun
development-hours-over = { $hours } JP, { $by } JP di atas batas { $limit } JP; tetap tercatat
development-hours-unknown = { $hours } JP tercatat; belum ada aturan jam untuk pegawai ini
development-line-have = { $criterion }: { $level } dari { $target }
development-line-no-standard = { $criterion }: { $level }; belum ada standar untuk dibandingkan
development-line-unknown = { $criterion }: belum diketahui
development-line-unrated = { $criterion }: belum dinilai; jabatan ini meminta { $target }
development-source-competence = Kompetensi
development-source-performance = Target yang belum tercapai
development-source-feedback = Umpan balik
development-source-own = Keinginan sendiri
development-way-kerja = Di tempat kerja (sekitar 70)
development-way-rekan = Bersama rekan atau mentor (sekitar 20)
development-way-pelatihan = Pelatihan (sekitar 10)
development-state-draf = Konsep
development-state-diajukan = Menunggu kata atasan
development-state-dikembalikan = Dikembalikan
development-state-disepakati = Disepakati
development-too-short = Tulis sedikit lebih jelas, sedikitnya { $min } karakter.
development-needs-gap = Tulis sedikitnya satu hal yang ingin dikembangkan.
development-needs-step = Tulis sedikitnya satu langkah.
development-due-outside = Tanggalnya di luar tahun { $year }.
development-hours-too-many = Paling banyak { $max } JP untuk satu langkah.
development-advice-at-work = Belum ada langkah di tempat kerja. Sebagian besar orang belajar paling banyak dari mengerjakannya.
development-advice-courses = Pelatihan lebih banyak daripada latihan di tempat kerja. Pertimbangkan langkah yang lebih dekat dengan pekerjaan.
development-advice-steps = Ada hal yang ingin dikembangkan tanpa langkah.
development-sent-already = Rencana ini sudah diajukan kepada atasan.
development-not-sent = Rencana ini tidak sedang menunggu kata Anda.
development-not-agreed = Laporan ditulis setelah rencana disepakati atasan.
development-not-agreed-next = Ajukan rencana kepada atasan dahulu.
development-no-such-step = Pilih langkah dari rencana ini.
development-not-yet = Tanggalnya belum tiba.

## training

training-kind-manajerial = Pelatihan manajerial
training-kind-teknis = Pelatihan teknis
training-kind-fungsional = Pelatihan fungsional
training-kind-sosial-kultural = Pelatihan sosial kultural
training-kind-seminar = Seminar atau lokakarya
training-kind-kursus = Kursus
training-kind-elearning = Pelatihan jarak jauh
training-kind-magang = Magang atau pertukaran
training-kind-bimbingan = Bimbingan di tempat kerja
training-kind-mandiri = Belajar mandiri
training-missing = Bagian ini belum diisi.
training-code-long = Kode paling panjang { $max } karakter.
training-hours-range = Isi jam pelajaran antara 1 dan { $max }.
training-capacity-range = Isi jumlah tempat antara 1 dan { $max }.
training-cost-range = Isi biaya per orang dalam rupiah, 0 bila gratis.
training-criterion-unknown = Kompetensi { $criterion } tidak ada dalam skema instansi Anda.
training-level-range = Tingkat yang dituju antara 1 dan { $max }.
training-ends-before = Tanggal selesai lebih awal daripada tanggal mulai.
training-begins-past = Jadwal dimulai setelah hari ini.
training-standing-diajukan = Menunggu penilai
training-standing-didukung = Menunggu kepegawaian
training-standing-diterima = Diterima
training-standing-daftar-tunggu = Daftar tunggu
training-standing-ditolak = Tidak diterima
training-standing-dibatalkan = Dibatalkan
training-standing-hadir = Hadir
training-standing-tidak-hadir = Tidak hadir
training-session-cancelled = Jadwal ini dibatalkan pada { $on }.
training-session-begun = Jadwal ini mulai { $on }, jadi nama tidak dapat diusulkan lagi.
training-session-begun-next = Pilih jadwal berikutnya, atau minta kepegawaian membuka jadwal baru.
training-session-called-off = Jadwal ini sudah dibatalkan.
training-nominated-already = Nama ini sudah diusulkan untuk jadwal ini.
training-overlaps = Tanggalnya bersamaan dengan { $name } ({ $from } sampai { $until }), yang juga diusulkan.
training-why-short = Tulis mengapa pelatihan ini cocok, sedikitnya { $min } karakter.
training-reason-short = Tulis alasannya, sedikitnya { $min } karakter; orangnya akan membacanya.
training-needs-support = Penilai belum menjawab usulan ini.
training-word-said = Usulan ini sudah dijawab.
training-not-on-oneself = Ini diputuskan oleh orang lain, bukan oleh yang bersangkutan.
training-withdrawn-already = Usulan ini sudah tidak berlaku.
training-withdraw-late = Pelatihan sudah mulai, jadi usulan tidak dapat dibatalkan.
training-withdraw-late-next = Kepegawaian mencatat siapa yang hadir.
training-not-begun = Kehadiran dicatat mulai { $on }.
training-no-place = Orang ini tidak mendapat tempat, jadi kehadirannya tidak dapat dicatat.
training-not-over = Pelatihan ini belum selesai.
training-certificate-number = Tulis nomor sertifikatnya.
training-certificate-lapsed = Sertifikat ini berakhir pada { $on }. Periksa tanggalnya, atau tandai bahwa Anda tahu masa berlakunya sudah habis.
training-verified-already = Catatan ini sudah diperiksa.
training-mentioned = { $n } umpan balik menyebut { $criterion }.
training-builds = Membangun { $criterion } sampai tingkat { $level }.
training-reaches = Mencapai tingkat yang diminta.
training-reaches-part = Membawa lebih dekat, belum sampai tingkat yang diminta.
training-next-session = Jadwal berikut dengan tempat kosong: { $on }.
training-no-session = Belum ada jadwal dengan tempat kosong.
training-followed-before = Sudah pernah diikuti.
training-free-at-work = Di tempat kerja: minta satu tugas yang melatihnya, dengan umpan balik setelahnya.
training-free-mentoring = Mentor: belajar dari rekan yang kuat di bidang ini.
training-free-coaching = Bimbingan oleh atasan: satu hal setiap bulan.
