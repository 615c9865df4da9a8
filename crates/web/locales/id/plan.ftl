# SKP: menulis, menandatangani, menetapkan, versi, matriks dan pohon kinerja.

plan-title = SKP { $year }
plan-title-of = SKP { $year }: { $name }
plan-open = Buka SKP
plan-save = Simpan
plan-year = Tahun
plan-version-n = Versi { $n }
plan-results-n = { $n } hasil kerja

## Daftar dan mulai

plan-list-lead = SKP (Sasaran Kinerja Pegawai) adalah rencana kerja Anda setahun: hasil apa yang diharapkan dan bagaimana mengukurnya.
plan-list-none = Belum ada SKP { $year }
plan-list-none-says = Mulai dari SKP lalu, dari tugas jabatan Anda, atau dari halaman kosong. Anda dapat mulai sebelum SKP pimpinan ada.
plan-list-earlier = SKP yang sudah selesai
plan-start = Mulai menulis
plan-start-year = Mulai SKP { $year }
plan-start-another = Mulai SKP lain
plan-start-title = Mulai SKP
plan-start-lead = Tiga pilihan, lalu Anda langsung menulis. Semuanya masih dapat diubah.
plan-start-from = Mulai dari mana?
plan-start-from-hint = Yang disalin menjadi draf. SKP lama tidak berubah.
plan-start-from-plan = SKP { $year } ({ $dates }): { $n } hasil kerja
plan-start-from-tasks = Tugas jabatan saya: pilih dari { $n } tugas di bawah
plan-start-from-nothing = Halaman kosong
plan-start-tasks = Tugas jabatan
plan-start-tasks-of = Tugas jabatan { $post }
plan-start-tasks-hint = Hanya bila Anda memilih mulai dari tugas jabatan. Tiap tugas yang dicentang menjadi satu hasil kerja.
plan-start-task-output = Hasil: { $output }
plan-start-no-task = Centang sedikitnya satu tugas, atau pilih mulai dari yang lain.
plan-start-tasks-or-not = Anda mencentang tugas, tetapi memilih mulai dari yang lain. Pilih “Tugas jabatan saya”, atau hapus centangnya.
plan-start-part = SKP ini tidak mulai 1 Januari
plan-start-from-day = Mulai tanggal
plan-start-from-day-hint = Misalnya tanggal pelantikan setelah mutasi.
plan-started = SKP sudah dimulai. Periksa dan lengkapi hasil kerjanya.

plan-approach = Pendekatan
plan-approach-hint = Dipilih oleh pimpinan. Bila belum tahu, mulai saja dengan kuantitatif.
plan-approach-kuantitatif-says = Kuantitatif: indikator dan target berupa angka dengan satuan
plan-approach-kualitatif-says = Kualitatif: indikator dan target ditulis dalam kalimat
plan-approach-change = Ganti pendekatan
plan-approach-change-says = Yang sudah Anda tulis tetap ada. Yang diminta pendekatan lain ditanyakan sebelum tanda tangan.
plan-approach-to = Ganti menjadi { $approach }
plan-approach-changed = Pendekatan sudah diganti.

## Yang perlu dilakukan sekarang

plan-now = Yang perlu dilakukan sekarang
plan-now-begin = Tulis hasil kerja pertama. Cukup satu dulu; yang lain menyusul.
plan-now-mend-says = Ada { $n } catatan yang menunggu. Perbaiki butirnya, tandai selesai, lalu tanda tangani.
plan-now-complete = Tinggal { $n } hal lagi sebelum dapat ditandatangani.
plan-now-sign-says = SKP sudah lengkap. Baca sekali lagi, lalu tanda tangani supaya { $name } dapat menetapkannya.
plan-now-wait-says = Sudah Anda tandatangani. Sekarang { $name } yang menetapkan atau mengembalikannya dengan catatan.
plan-now-decide = { $name } sudah menandatangani SKP ini. Baca isinya, lalu tetapkan, atau kembalikan dengan catatan.
plan-now-not-yet = Menunggu penetapan oleh { $name }. Bila sampai { $due } belum ditetapkan, atasannya yang menetapkan.
plan-now-expect = { $name } masih menyusun SKP ini. Anda dapat membaca dan memberi catatan di samping butirnya.
plan-now-expect-mended = { $name } sedang memperbaiki SKP ini sesuai catatan. Anda diberi tahu setelah ditandatangani lagi.
plan-now-report = SKP ini berlaku. Catat apa yang Anda kerjakan supaya penilaian punya bukti.
plan-report = Catat kemajuan
plan-missing = Yang masih kurang:
plan-sign = Tanda tangani SKP
plan-sign-gloss = Dengan ini Anda menyatakan isi SKP sesuai hasil dialog dengan pimpinan.
plan-signed = SKP sudah ditandatangani. Pejabat penilai sudah diberi tahu.
plan-not-complete = SKP belum lengkap: masih ada { $n } hal. Lihat daftarnya di bawah.
plan-set = Tetapkan SKP
plan-set-gloss = Isinya menjadi versi tetap. Perubahan sesudahnya melalui klarifikasi.
plan-set-reason = Alasan perubahan
plan-set-reason-hint = Misalnya penugasan baru atau target yang disesuaikan. Tersimpan bersama versi ini.
plan-set-done = SKP ditetapkan sebagai versi { $n }. Pegawai sudah diberi tahu.
plan-give-back = Kembalikan untuk diperbaiki
plan-give-back-note = Apa yang perlu diperbaiki?
plan-give-back-note-hint = Catatan untuk satu butir lebih jelas bila ditulis di samping butirnya.
plan-give-back-send = Kembalikan SKP
plan-given-back = SKP dikembalikan bersama catatannya. Pegawai sudah diberi tahu.
plan-due = Batas penetapan: { $due } ({ $when }).
plan-changed-meanwhile = { $name } baru saja mengubah SKP ini. Baca dulu perubahannya, lalu tekan sekali lagi.
plan-not-writable-now = SKP ini sedang tidak dapat ditulis. Lihat statusnya di bawah.

plan-state-draf-says = SKP ini masih disusun.
plan-state-ditandatangani-says = SKP ini sudah ditandatangani pegawai dan menunggu penetapan.
plan-state-dikembalikan-says = SKP ini dikembalikan untuk diperbaiki.
plan-state-ditetapkan-says = SKP ini sudah ditetapkan dan berlaku.
plan-state-klarifikasi-says = Versi baru sedang dibicarakan. Versi lama tetap berlaku sampai yang baru ditetapkan.
plan-state-digantikan-says = SKP ini sudah digantikan SKP lain, misalnya karena mutasi. Tidak ada yang perlu dilakukan di sini.
plan-state-dievaluasi-says = Tahun ini sudah dievaluasi. SKP ini tinggal dibaca.

## Halaman SKP

plan-pages = Halaman lain SKP ini
plan-versions = Versi dan perubahan
plan-print = Cetak (PDF)
plan-matrix = Matriks peran hasil
plan-tree = Pohon kinerja
plan-who = Pegawai dan penilai
plan-employee = Pegawai
plan-unit-kerja = Unit kerja
plan-rater = Pejabat penilai kinerja
plan-superior = Atasan pejabat penilai
plan-form = Formulir
plan-results = Hasil kerja
plan-results-gloss = RHK (rencana hasil kerja) adalah hasil yang diharapkan, bukan daftar kegiatan. Indikator menunjukkan kapan hasil itu tercapai.
plan-results-none = Belum ada hasil kerja.
plan-utama-gloss = Prioritas tinggi. Sedikitnya satu.
plan-tambahan-gloss = Prioritas lebih rendah. Boleh menyusul pada tahun berjalan.
plan-assigned-by-n = Penugasan dari { $who }
plan-supports-n = Mendukung hasil kerja pimpinan: { $what }
plan-indicators-of = Indikator hasil kerja { $n }
plan-indicators-none = Belum ada indikator.
plan-counting-latest = yang terakhir dihitung
plan-counting-lower = makin rendah makin baik
plan-result-new = Tulis hasil kerja
plan-result-add = Tambah hasil kerja
plan-result-edit = Ubah hasil kerja
plan-result-change-n = Ubah hasil kerja { $n }
plan-result-up = Naikkan { $n }
plan-result-down = Turunkan { $n }
plan-result-moved = Urutan sudah diubah.
plan-behaviour = Perilaku kerja
plan-behaviour-gloss = Tujuh nilai ASN BerAKHLAK berlaku untuk semua. Pimpinan dapat menambahkan ekspektasi khusus.
plan-behaviour-edit = Tulis ekspektasi khusus
plan-behaviour-lead = Tulis yang khusus diharapkan pimpinan dari pegawai ini, satu baris satu ekspektasi. Yang kosong berarti cukup panduan umumnya.
plan-behaviour-saved = Ekspektasi khusus tersimpan.
plan-expectation = Ekspektasi khusus pimpinan
plan-expectation-of = Ekspektasi khusus: { $value }
plan-annexes = Lampiran
plan-annexes-gloss = Tiga hal yang disepakati bersama pimpinan supaya hasil kerja dapat tercapai.
plan-annexes-edit = Tulis lampiran
plan-annexes-lead = Satu baris satu butir.
plan-annexes-saved = Lampiran tersimpan.
plan-annex-none = Belum diisi.
plan-resources = Dukungan sumber daya
plan-resources-gloss = Yang dibutuhkan pegawai: orang, anggaran, alat, pendampingan.
plan-resources-hint = Misalnya: satu pemindai dokumen; akses ke ruang arsip dua hari seminggu.
plan-accountability = Skema pertanggungjawaban
plan-accountability-gloss = Kapan dilaporkan, kepada siapa, dengan bukti apa.
plan-accountability-hint = Misalnya: dilaporkan setiap bulan dengan rekap permohonan yang dijawab.
plan-consequences = Konsekuensi
plan-consequences-gloss = Apa yang mengikuti bila ekspektasi terpenuhi atau tidak.
plan-consequences-hint = Misalnya: bila terpenuhi, diusulkan mengikuti pelatihan lanjutan.

plan-line-whole = SKP secara keseluruhan
plan-line-rhk = Hasil kerja { $n }
plan-line-rhk-gone = Hasil kerja yang sudah dihapus
plan-line-indicator = Hasil kerja { $n }, indikator { $i }
plan-line-indicator-gone = Indikator yang sudah dihapus

plan-note-write = Tulis catatan
plan-note-write-whole = Tulis catatan untuk seluruh SKP
plan-note-for = Catatan untuk { $line }
plan-note-send = Simpan catatan
plan-note-tick = Tandai selesai
plan-note-written = Catatan tersimpan.
plan-note-ticked = Catatan ditandai selesai.
plan-notes-done = { $n } catatan sudah selesai

plan-other = Tindakan lain
plan-reopen = Buka klarifikasi
plan-reopen-says = Klarifikasi berarti membicarakan ulang isi SKP, misalnya karena ada penugasan baru. Versi sekarang tetap berlaku sampai versi baru ditetapkan.
plan-reopen-yes = Buka klarifikasi sekarang
plan-reopened = Klarifikasi dibuka. Ubah isinya, lalu tanda tangani lagi.
plan-replace = Ganti karena mutasi
plan-replace-says = Bila jabatan atau pejabat penilai berganti, SKP ini berakhir sehari sebelumnya dan SKP baru dimulai sebagai draf dengan isi yang sama.
plan-replace-from = SKP baru mulai tanggal
plan-replace-from-hint = Biasanya tanggal mulai bertugas di jabatan baru.
plan-replace-yes = Ganti SKP
plan-replaced = SKP lama sudah diakhiri. Ini SKP barunya, masih draf.

## Formulir hasil kerja

plan-result-lead = Tulis satu hasil dan cara mengukurnya. Yang belum lengkap boleh disimpan dulu.
plan-rhk = Rencana hasil kerja
plan-rhk-hint = Hasil yang diharapkan, misalnya “Permohonan informasi terjawab tepat waktu”.
plan-kind = Jenis
plan-kind-hint = Pimpinan yang menentukan prioritasnya.
plan-assigned-by = Penugasan dari
plan-assigned-by-hint = Jabatan pimpinan atau tim kerja yang memberi tugas.
plan-supports = Mendukung hasil kerja pimpinan yang mana?
plan-supports-hint = Kaitan ini yang tampil di matriks peran hasil.
plan-supports-in-words = Belum ada di daftar
plan-supports-text = Atau tulis dengan kata-kata
plan-supports-text-hint = Hanya bila tidak ada di daftar di atas.
plan-supports-none-hint = SKP pimpinan belum ditetapkan. Tulis dengan kata-kata dulu; kaitannya dapat dibuat nanti.
plan-indicators = Indikator dan target
plan-indicators-gloss = Apa yang diukur, berapa targetnya, dan dalam satuan apa.
plan-indicators-gloss-narrative = Gambarkan dalam kalimat kapan hasil ini disebut berhasil, lengkap dengan targetnya.
plan-indicator = Indikator
plan-indicator-n = Indikator { $n }
plan-indicator-new = (kosongkan bila tidak perlu)
plan-indicator-narrative = Ukuran keberhasilan dan target
plan-indicator-add = Tambah indikator
plan-indicator-remove = Hapus indikator { $n } saat disimpan
plan-aspek = Aspek
plan-aspek-hint = Kuantitas: berapa banyak. Kualitas: seberapa baik. Waktu: kapan. Biaya: berapa ongkosnya.
plan-perspektif = Perspektif
plan-perspektif-hint = Dari sisi siapa hasil ini dilihat. Anggaran harus selalu ada pada SKP JPT.
plan-target = Target
plan-target-upper = Sampai
plan-target-written = Tertulis di dokumen sebagai
plan-target-written-hint = Dicetak menggantikan angka dan satuan. Kosongkan bila targetnya Anda ubah.
plan-unit = Satuan
plan-tally = Cara menghitung laporan
plan-tally-sum = Dijumlahkan (dokumen, orang, kegiatan)
plan-tally-latest = Yang terakhir (persen, indeks, hari)
plan-direction = Arah
plan-direction-higher = Makin tinggi makin baik
plan-direction-lower = Makin rendah makin baik
plan-result-save = Simpan hasil kerja
plan-result-saved = Hasil kerja tersimpan.
plan-result-remove = Hapus hasil kerja ini
plan-result-remove-says = Hasil kerja hilang dari SKP. Laporan yang sudah dicatat di bawahnya tetap tersimpan dalam riwayat.
plan-result-remove-yes = Ya, hapus
plan-result-removed = Hasil kerja sudah dihapus dari SKP.
plan-draft-shown = Ini tulisan Anda yang belum disimpan (tersimpan sementara { $time }).
plan-draft-discard = Buang, kembali ke yang tersimpan
plan-draft-discarded = Tulisan yang belum disimpan sudah dibuang.

## Versi

plan-versions-lead = Setiap kali ditetapkan, isi SKP disimpan sebagai versi yang tidak berubah lagi.
plan-versions-none = Belum ada versi
plan-versions-none-says = Versi pertama ada setelah SKP ditetapkan pejabat penilai.
plan-versions-signs = Tanda pada target: ≥ makin tinggi makin baik, ≤ makin rendah makin baik, Σ laporan dijumlahkan, → yang terakhir dihitung.
plan-versions-working = Naskah yang sedang dibicarakan
plan-versions-working-says = Bedanya dengan versi yang berlaku:
plan-version-set = Ditetapkan { $name } pada { $at }.
plan-version-print = Cetak versi { $n }
plan-version-reason = Alasan: { $reason }
plan-version-first = Versi pertama.
plan-version-same = Isinya sama dengan versi sebelumnya.
plan-difference-added = ditambahkan
plan-difference-removed = dihapus
plan-difference-changed = diubah
plan-difference-before = Sebelumnya
plan-difference-after = Sekarang

## Matriks dan pohon

plan-matrix-lead = Matriks peran hasil menunjukkan siapa mendukung hasil kerja pimpinan yang mana.
plan-matrix-print = Cetak matriks (PDF)
plan-matrix-gaps = { $n } hasil kerja belum diambil siapa pun. Bicarakan dengan tim siapa yang mendukungnya.
plan-matrix-gaps-cite = PermenPANRB 6/2022, Bab II.A Tahap 5
plan-matrix-results = Hasil kerja pimpinan
plan-matrix-unclaimed = Belum ada yang mendukung
plan-matrix-people = Peran setiap pegawai
plan-matrix-result-n = Hasil { $n }
plan-matrix-no-role = Tidak ada peran
plan-matrix-nobody = Belum ada pegawai
plan-matrix-nobody-says = Pegawai muncul di sini setelah garis penilaian dicatat.
plan-tree-lead = Dari hasil kerja pimpinan turun ke hasil kerja setiap orang yang mendukungnya.
plan-tree-below = { $n } di bawahnya
plan-tree-none = Belum ada hasil kerja
plan-tree-none-says = Pohon tumbuh setelah SKP pimpinan dan timnya berisi hasil kerja.

# Nama isian pada halaman perubahan bersamaan.
field-kind = Jenis
field-supports = Mendukung hasil kerja pimpinan
field-target-upper = Sampai
field-target-written = Tertulis di dokumen sebagai
field-tally = Cara menghitung laporan
field-direction = Arah
field-aspek = Aspek
field-perspektif = Perspektif
field-resources = Dukungan sumber daya
field-accountability = Skema pertanggungjawaban
field-consequences = Konsekuensi
field-berorientasi-pelayanan = Berorientasi pelayanan
field-akuntabel = Akuntabel
field-kompeten = Kompeten
field-harmonis = Harmonis
field-loyal = Loyal
field-adaptif = Adaptif
field-kolaboratif = Kolaboratif
plan-take-over = Ambil alih hasil ini
plan-take-over-note = Catatan pengambilalihan
plan-take-over-hint = Apa yang sudah dicoba, dan mengapa hasil ini Anda ambil alih. Catatan ini ikut diperhitungkan dalam evaluasi dan dibaca Pegawai.
plan-take-over-save = Ambil alih
plan-take-over-noted = Hasil ini Anda ambil alih.
